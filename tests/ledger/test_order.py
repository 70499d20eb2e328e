"""What holds for every story: any order of arrival ends in the same, copies change nothing, no alert id repeats."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.ledger import Known, Report, Rules, alert_id, judge, learn
from monitor.model import Claim, Status
from tests.ledger.story import NOON, claim, in_order

NUMBERS = (
    "0",
    "1",
    "3",
    "12",
    "15",
    "12+",
    "15+",
    ">10",
    "~30",
    "36",
    "<=36",
    ">100",
    "dozens",
    "several",
    "hundreds",
    "=40",
)
SOURCES = (None, "police", "the front", "Hill Hospital", "a witness")
FIRMNESS = (Status.ASSERTED, Status.ASSERTED, Status.ALLEGED, Status.FEARED, Status.DENIED)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    status = draw(st.sampled_from(FIRMNESS))
    number = "0" if status is Status.DENIED else draw(st.sampled_from(NUMBERS))
    kind = draw(st.sampled_from(("killed", "injured")))
    group = draw(st.sampled_from((None, None, None, "children")))
    return claim(kind, number, draw(st.sampled_from(SOURCES)), status=status, group=group)


@st.composite
def stories(draw: st.DrawFn) -> list[Report]:
    """Reports by a few papers and an agency, each at a time of its own."""
    told = draw(st.lists(st.lists(claims(), min_size=1, max_size=3), min_size=1, max_size=6))
    return [
        Report(
            article=f"a{n}",
            revision=f"r{n}",
            cluster=f"c{n}",
            origin=draw(st.sampled_from(("North Wire", "The Post", f"Paper {n}"))),
            at=NOON + timedelta(hours=n),
            order=n,
            claims=tuple(said),
            authority=tuple(one.source in ("police", "Hill Hospital") for one in said),
        )
        for n, said in enumerate(told)
    ]


def stands(known: Known) -> set[tuple[object, ...]]:
    return {(w.account, w.voice, w.range, w.article, w.is_firm) for w in known.words if w.stands}


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_order_of_arrival_ends_in_the_same_standing_claims(data: st.DataObject) -> None:
    reports = data.draw(stories())
    order = data.draw(st.permutations(range(len(reports))))
    as_written, shuffled = in_order(reports, range(len(reports))), in_order(reports, order)
    assert stands(shuffled) == stands(as_written)
    assert {(f.account, f.range, f.standing, f.origins, f.name) for f in shuffled.figures} == {
        (f.account, f.range, f.standing, f.origins, f.name) for f in as_written.figures
    }


@settings(max_examples=150, deadline=None)
@given(stories(), st.data())
def test_any_number_of_copies_changes_nothing(reports: list[Report], data: st.DataObject) -> None:
    known = Known()
    for report in reports:
        known = learn(known, judge(known, report, Rules()))
    for n in range(data.draw(st.integers(1, 4))):
        original = data.draw(st.sampled_from(reports))
        late = timedelta(hours=data.draw(st.integers(0, 20)))
        assert original.at is not None
        copy = replace(original, article=f"copy{n}", order=100 + n, at=original.at + late, is_copy=True)
        judged = judge(known, copy, Rules())
        assert judged.changes == ()
        assert (judged.words, judged.figures, judged.tallies) == ((), (), ())
        known = learn(known, judged)


@settings(max_examples=150, deadline=None)
@given(stories())
def test_an_alert_id_never_repeats(reports: list[Report]) -> None:
    known = Known()
    ids = []
    for report in [*reports, *(replace(r, article=f"b{r.order}", order=50 + r.order) for r in reports)]:
        judged = judge(known, report, Rules())
        known = learn(known, judged)
        if judged.changes:
            ids.append(alert_id(report.article, report.revision, judged.changes))
    assert len(set(ids)) == len(ids)


@settings(max_examples=100, deadline=None)
@given(stories())
def test_the_same_reports_are_judged_the_same(reports: list[Report]) -> None:
    known = again = Known()
    for report in reports:
        first, second = judge(known, report, Rules()), judge(again, report, Rules())
        assert first == second
        known, again = learn(known, first), learn(again, second)


@settings(max_examples=200, deadline=None)
@given(stories())
def test_what_was_told_is_not_told_again(reports: list[Report]) -> None:
    """A report repeated word by word in another outlet, at once, tells nothing."""
    known = Known()
    for report in reports:
        known = learn(known, judge(known, report, Rules()))
        again = replace(report, article=f"{report.article}x", cluster=f"{report.cluster}x", order=report.order + 50)
        judged = judge(known, again, Rules())
        assert [change for change in judged.changes if change.change != "denied"] == []


def test_an_alert_id_is_made_of_what_changed() -> None:
    known = Known()
    report = Report("a1", "r1", "c1", "Paper", NOON, 1, (claim("killed", "12"),))
    changes = judge(known, report, Rules()).changes
    one = alert_id("a1", "r1", changes)
    assert one == alert_id("a1", "r1", changes)
    assert len({one, alert_id("a2", "r1", changes), alert_id("a1", "r2", changes)}) == 3
    other = judge(known, replace(report, claims=(claim("killed", "13"),)), Rules()).changes
    assert alert_id("a1", "r1", other) != one
