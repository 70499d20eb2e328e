"""What a naive system gets wrong: copies, late reports, two sides, edits, corrections, stories with parts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from monitor.ledger import Rules, set_apart
from monitor.model import Bounds, Claim, Scope, Status
from tests.ledger.story import Story, claim, denial, written


def test_a_copy_with_a_changed_number_is_news() -> None:
    story = Story()
    agency = {"cluster": "wire", "origin": "North Wire"}
    assert (
        story.tell(claim("killed", "12", "police"), claim("injured", "40"), **agency)
        == [
            "injured:first:notice",
            "killed:first:urgent",
        ]
        or story.last.changes
    )
    updated = story.tell(claim("killed", "15", "police"), claim("injured", "40"), is_copy=True, **agency)
    assert updated == ["killed:raised:urgent"]


def test_a_copy_says_what_its_original_said_and_changes_nothing() -> None:
    story = Story()
    wire = {"cluster": "wire", "origin": "North Wire"}
    story.tell(claim("killed", "12", "police"), **wire)
    story.tell(claim("killed", "15", "police"), is_copy=True, **wire)
    known = story.known
    assert story.tell(claim("killed", "12", "police"), is_copy=True, **wire) == []
    assert story.last.verdicts[0].reason == "a copy says what its original said"
    assert (story.known.words, story.known.figures) == (known.words, known.figures)
    assert story.standing() == {"police": "15"}


def test_a_late_report_does_not_move_the_toll_back() -> None:
    story = Story()
    story.tell(claim("killed", "15", "police"), hour=24)
    assert story.tell(claim("killed", "12", "police"), hour=2) == []
    assert story.tell(claim("killed", "11"), hour=3) == []
    assert [verdict.reason for judged in story.judged[1:] for verdict in judged.verdicts] == [
        "late: police has since given another number",
        "late: older than what it contradicts",
    ]
    assert story.standing() == {"police": "15", "Paper 3": "11"}
    assert story.tell(claim("killed", "16", "police"), hour=25) == ["killed:raised:urgent"]


def test_a_late_report_with_a_higher_number_of_a_voice_not_heard_since_is_news() -> None:
    story = Story()
    story.tell(claim("killed", "15", "police"), hour=24)
    assert story.tell(claim("killed", "20", "the front"), hour=23) == ["killed:raised:urgent"]


def test_two_sides_stay_two_sides_and_each_repetition_is_silent() -> None:
    story = Story()
    story.tell(claim("injured", "36", "police"))
    assert story.tell(claim("injured", ">100", "the front")) == ["injured:raised:notice"]
    for _ in range(3):
        assert story.tell(claim("injured", "36", "police"), claim("injured", ">100", "the front")) == []
        assert story.tell(claim("injured", "36", "the front")) == []
    assert story.standing("injured") == {"police": "36", "front": "101.."}


def test_parts_and_background_never_move_a_total() -> None:
    story = Story()
    story.tell(claim("killed", "12", "police"))
    assert story.tell(claim("killed", "30", "police", group="on Saturday")) == []
    assert story.tell(claim("killed", "680", scope=Scope.BACKGROUND)) == []
    assert story.standing() == {"police": "12"}


def test_a_known_part_told_by_itself_contradicts_nothing() -> None:
    story = Story()
    story.tell(claim("killed", "6", "police"), claim("killed", "4", "police", group="children"))
    assert story.tell(claim("killed", "4", "a teacher")) == []
    assert story.last.verdicts[0].reason == "a known part: children"


def test_a_voice_may_lower_its_own_number_to_that_of_a_part() -> None:
    story = Story()
    story.tell(claim("killed", "6", "police"), claim("killed", "4", "police", group="children"))
    assert story.tell(claim("killed", "4", "police")) == ["killed:lowered:notice"]


def test_what_a_related_story_has_is_background_in_a_new_one() -> None:
    quake = Story()
    quake.tell(claim("killed", "51+", "governor"), claim("injured", "1"))
    claims = (claim("killed", "51+"), claim("injured", "1"), claim("killed", "2"))
    apart = set_apart(claims, quake.known, "Quake hits Tavira")
    assert [(one.scope, one.refers_to) for one in apart] == [
        (Scope.BACKGROUND, "Quake hits Tavira"),
        (Scope.EVENT, None),
        (Scope.EVENT, None),
    ]


def test_a_headline_asserts_no_more_than_its_text() -> None:
    story = Story()
    headline = replace(claim("killed", "10", "activists"), start=None, end=None)
    story.tell(headline, claim("killed", "10", "Rights Network", status=Status.ALLEGED))
    assert story.standing() == {"Rights Network": "10"}
    assert story.tell(claim("killed", "10", "police")) == ["killed:confirmed:urgent"]


def test_a_part_alerts_only_where_it_is_watched() -> None:
    story = Story(Rules(groups=("children",)))
    assert story.tell(claim("killed", "3", "police", group="three Children")) == ["killed(children):first:urgent"]
    assert story.tell(claim("killed", "12", "police"), claim("killed", "5", "police", group="officers")) == [
        "killed:first:urgent"
    ]
    assert story.tell(claim("killed", "4", "police", group="three Children")) == ["killed(children):raised:urgent"]


def test_origins_are_counted_and_not_copies() -> None:
    story = Story()
    wire = {"cluster": "wire", "origin": "North Wire"}
    story.tell(claim("killed", "12", "police"), **wire)
    for _ in range(5):
        story.tell(claim("killed", "12", "police"), is_copy=True, **wire)
    story.tell(claim("killed", "12", "police"), origin="North Wire")
    assert [figure.origins for figure in story.known.figures] == [1]
    assert story.tell(claim("killed", "12", "police"), origin="The Post") == []
    assert [figure.origins for figure in story.known.figures] == [2]


def started(*claims: Claim) -> Story:
    story = Story()
    story.tell(*claims)
    return story


EDITS = [
    ("another number, higher", "12", "15", ["killed:raised:urgent"]),
    ("another number, lower", "15", "12", ["killed:lowered:notice"]),
    ("the same number", "12", "12", []),
    ("a better one", "dozens", "50", ["killed:refined:digest"]),
]


@pytest.mark.parametrize(("was", "now", "changes"), [row[1:] for row in EDITS], ids=[row[0] for row in EDITS])
def test_an_article_edited_in_place(was: str, now: str, changes: list[str]) -> None:
    story = started(claim("killed", was))
    assert story.edit(claim("killed", now)) == changes
    assert story.standing() == {"Paper 1": now}


def test_an_edit_that_takes_back_a_number_which_stood_alone_is_a_correction() -> None:
    story = started(claim("killed", "20"))
    story.tell(claim("killed", "12", "a witness"), hour=1)
    assert story.edit(claim("killed", "12")) == ["killed:corrected:notice"]
    (change,) = story.last.changes
    assert (written(change.before), written(change.after)) == ("20", "12")
    assert story.standing() == {"Paper 1": "12", "witness": "12"}


def test_an_edit_that_only_catches_up_changes_nothing_that_is_known() -> None:
    story = started(claim("killed", "12"))
    story.tell(claim("killed", "15", "police"))
    assert story.edit(claim("killed", "15")) == []
    assert story.standing() == {"Paper 1": "15", "police": "15"}


def test_an_edit_that_leaves_a_number_out_withdraws_it() -> None:
    story = started(claim("killed", "12"), claim("injured", "5"))
    assert story.edit(claim("killed", "12")) == ["injured:corrected:notice"]
    (change,) = story.last.changes
    assert (change.before, change.after, change.claim) == (Bounds(5, 5), None, None)
    assert story.standing("injured") == {}
    assert story.tell(claim("injured", "7", "police")) == ["injured:first:notice"]


def test_leaving_out_what_others_stand_for_is_silent() -> None:
    story = started(claim("injured", "5", "police"))
    story.tell(claim("injured", "5"))
    assert story.edit(claim("killed", "1")) == ["killed:first:urgent"]


def test_an_edit_back_to_the_number_before_is_told_again() -> None:
    story = started(claim("killed", "12"))
    assert story.edit(claim("killed", "15")) == ["killed:raised:urgent"]
    assert story.edit(claim("killed", "12")) == ["killed:lowered:notice"]
    assert story.standing() == {"Paper 1": "12"}


def test_a_correction_carried_in_the_text_takes_the_number_back() -> None:
    story = Story()
    story.tell(claim("killed", "20", "police"))
    story.tell(claim("killed", "12", "a witness"), hour=1)
    withdrawn = claim("killed", "20", "police", status=Status.RETRACTED)
    assert story.tell(withdrawn, claim("killed", "12", "police")) == ["killed:corrected:notice"]
    assert story.standing() == {"police": "12", "witness": "12"}
    assert story.tell(withdrawn, claim("killed", "12", "police")) == []


def test_a_correction_with_nothing_in_its_place_leaves_nothing() -> None:
    story = Story()
    story.tell(claim("killed", "20", "police"))
    assert story.tell(claim("killed", "20", "police", status=Status.RETRACTED)) == ["killed:corrected:notice"]
    (change,) = story.last.changes
    assert (change.before, change.after, change.claim) == (Bounds(20, 20), None, 0)
    assert story.standing() == {}


def test_what_another_takes_back_is_not_taken_back_here() -> None:
    story = Story()
    story.tell(claim("killed", "20", "police"))
    assert story.tell(claim("killed", "20", "a witness", status=Status.RETRACTED)) == []
    assert story.standing() == {"police": "20"}


def test_one_article_tells_all_its_changes_a_kind_once() -> None:
    story = Story()
    story.tell(claim("killed", "12"), claim("injured", "dozens"))
    told = story.tell(
        claim("killed", "15", "police"),
        claim("killed", "14"),
        claim("injured", "50", "police"),
        claim("detained", "3", "police"),
        denial("injured", "the front"),
    )
    assert sorted(told) == ["detained:first:notice", "injured:denied:notice", "killed:raised:urgent"]


def test_an_undated_article_stands_where_it_arrived() -> None:
    story = Story()
    story.tell(claim("killed", "12", "police"), hour=5)
    story.arrive(story.report(claim("killed", "15", "police"), at=None))
    assert story.standing() == {"police": "15"}
    assert story.tell(claim("killed", "13", "police"), hour=4) == []
    assert story.standing() == {"police": "15"}
