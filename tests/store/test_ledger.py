"""Claims, words and changes on both backends: what is loaded for a report judges like all that is known."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection

from monitor.ledger import Judgement, Known, Report, Rules, judge, learn
from monitor.model import Article, Bounds, ChangeName, Claim, Modifier, Scope, Status
from monitor.store.articles import Articles, Standing
from monitor.store.engine import open_engine
from monitor.store.ledger import Ledgers
from monitor.store.schema import prepare

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)
STORY = "story-1"


@pytest.fixture
def connection(database: str) -> Iterator[Connection]:
    engine = open_engine(database)
    prepare(engine)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def claim(
    kind: str = "killed",
    low: int | None = 12,
    high: int | None = 12,
    *,
    source: str | None = None,
    status: Status = Status.ASSERTED,
    modifier: Modifier = Modifier.EXACT,
    group: str | None = None,
) -> Claim:
    return Claim(
        kind,
        low,
        high,
        modifier,
        status,
        Scope.EVENT,
        "Twelve died.",
        3,
        15,
        source=source,
        group=group,
        names=("Ada",),
    )


def report(seq: int, *claims: Claim, minutes: int | None = None, authority: bool = True, **more: object) -> Report:
    at = NOON + timedelta(minutes=seq if minutes is None else minutes)
    given = {"article": f"a{seq}", "cluster": f"c{seq}", "origin": f"Paper {seq}", **more}
    return Report(
        revision=f"r{seq}",
        at=at,
        order=seq,
        claims=claims,
        authority=tuple(authority for _ in claims),
        **given,  # type: ignore[arg-type]
    )


def arrive(connection: Connection, given: Report) -> Judgement:
    """Judge one report against what the database knows, and keep it."""
    article = Article(id=given.article, key=given.article, revision=given.revision, text="Twelve died.", body=())
    Articles(connection).add(
        given.order,
        article,
        Standing(given.cluster, STORY, given.origin, None),
        NOON,
        is_revision=given.earlier is not None,
    )
    ledgers = Ledgers(connection)
    judged = judge(ledgers.known(STORY, given), given, Rules())
    ledgers.save(STORY, given, judged)
    return judged


REPORTS = (
    report(1, claim(source="police"), claim("injured", 24, 99, modifier=Modifier.VAGUE)),
    report(2, claim(low=15, high=15, source="the Norland police"), claim("injured", 50, 50, source="Hill Hospital")),
    report(3, claim(low=0, high=0, status=Status.DENIED, source="the army")),
    report(4, claim(low=12, high=12), claim(low=3, high=3, group="children")),
    report(5, claim(low=14, high=14, source="Hill Hospital"), minutes=0),
    report(6, claim(low=16, high=None, modifier=Modifier.MORE_THAN, source="officials"), minutes=9),
)


def test_what_is_loaded_for_a_report_judges_like_all_that_is_known(connection: Connection) -> None:
    known = Known()
    for given in REPORTS:
        whole = judge(known, given, Rules())
        known = learn(known, whole)
        kept = arrive(connection, given)
        assert kept.changes == whole.changes
        assert kept.verdicts == whole.verdicts
    standing = {(h.account, h.voice, h.stated.claim.low) for h in Ledgers(connection).standing(STORY)}
    assert standing == {(w.account, w.voice, w.range.low) for w in known.words if w.stands}


@pytest.mark.parametrize("seed", range(2, 5))
def test_a_long_story_with_late_reports_is_judged_like_all_that_is_known(connection: Connection, seed: int) -> None:
    draw = random.Random(seed)
    known, toll = Known(), 5
    earlier: dict[str, Report] = {}
    for seq in range(1, 61):
        toll += draw.choice((0, 0, 0, 1, 3))
        given = report(
            seq,
            *(_drawn(draw, toll) for _ in range(draw.randint(1, 3))),
            minutes=10 * seq - draw.choice((0, 0, 0, 45, 200)),
            authority=draw.random() < 0.5,
            cluster=f"c{draw.randint(1, 40)}",
        )
        if earlier and draw.random() < 0.1:  # an article is edited
            before = earlier[draw.choice(sorted(earlier))]
            given = replace(given, article=before.article, cluster=before.cluster, earlier=before.claims)
        earlier[given.article] = given
        whole = judge(known, given, Rules())
        known = learn(known, whole)
        kept = arrive(connection, given)
        assert (kept.changes, kept.verdicts) == (whole.changes, whole.verdicts)
        standing = {(h.account, h.voice, h.stated.claim.low) for h in Ledgers(connection).standing(STORY)}
        assert standing == {(w.account, w.voice, w.range.low) for w in known.words if w.stands}


def _drawn(draw: random.Random, toll: int) -> Claim:
    low = max(0, toll - draw.choice((0, 0, 1, 4)))
    high, modifier = draw.choice(((low, Modifier.EXACT), (None, Modifier.AT_LEAST), (low + 9, Modifier.VAGUE)))
    status = draw.choice((Status.ASSERTED, Status.ASSERTED, Status.ALLEGED, Status.DENIED, Status.RETRACTED))
    source = draw.choice((None, "police", "Hill Hospital", "the front", "a witness", "the union"))
    if status is Status.DENIED:
        low, high = 0, 0
    return claim(draw.choice(("killed", "injured")), low, high, source=source, status=status, modifier=modifier)


def test_claims_and_changes_come_back_as_they_were_judged(connection: Connection) -> None:
    judged = [arrive(connection, given) for given in REPORTS]
    ledgers = Ledgers(connection)
    for given, kept in zip(REPORTS, judged, strict=True):
        stated = ledgers.stated(given.order)
        assert tuple(one.claim for one in stated) == given.claims == ledgers.claims_of(given.order)
        assert tuple(one.verdict for one in stated) == kept.verdicts
        assert set(ledgers.changes_of(given.order)) == set(kept.changes)
    told = [(kept.seq, kept.change.kind, kept.change.change) for kept in ledgers.timeline(STORY)]
    assert told[:3] == [
        (1, "injured", ChangeName.FIRST),
        (1, "killed", ChangeName.FIRST),
        (2, "injured", ChangeName.REFINED),
    ]
    assert [one.seq for one in ledgers.story_claims(STORY)] == [1, 1, 2, 2, 3, 4, 4, 5, 6]


def test_an_open_bound_and_a_missing_one_are_kept_apart(connection: Connection) -> None:
    arrive(connection, report(1, claim(low=5, high=None, modifier=Modifier.AT_LEAST), claim("injured", None, None)))
    kept = Ledgers(connection).stated(1)
    assert [(one.claim.low, one.claim.high) for one in kept] == [(5, None), (None, None)]
    (change,) = Ledgers(connection).changes_of(1)
    assert (change.before, change.after) == (None, Bounds(5, None))


def test_the_standing_claim_leads_to_its_sentence_and_its_origins(connection: Connection) -> None:
    arrive(connection, report(1, claim(source="police")))
    arrive(connection, report(2, claim(source="police"), claim()))
    held = {one.name: one for one in Ledgers(connection).standing(STORY)}
    assert held["police"].stated.seq == 1
    assert held["police"].stated.claim.quote == "Twelve died."
    assert held["police"].is_authority
    assert held["police"].origins == 2


def test_a_story_that_is_new_knows_nothing(connection: Connection) -> None:
    assert Ledgers(connection).known(STORY, REPORTS[0]) == Known()


def test_a_number_that_an_edit_dropped_is_told_with_the_sentence_that_gave_it(connection: Connection) -> None:
    first = report(1, claim("injured", 5, 5))
    arrive(connection, first)
    edited = report(2, article="a1", earlier=first.claims)
    judged = arrive(connection, edited)
    assert [(c.change, c.before, c.after, c.claim) for c in judged.changes] == [
        (ChangeName.CORRECTED, Bounds(5, 5), None, None)
    ]
    kept = Ledgers(connection).timeline(STORY)[-1]
    assert kept.change == judged.changes[0]
    assert (kept.seq, kept.said.seq, kept.said.claim.low) == (2, 1, 5)
    assert Ledgers(connection).standing(STORY) == []
