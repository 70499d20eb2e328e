"""What a user sets right, on both databases: it holds against all that comes later, and can be undone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from monitor.editing import Editor, Hand
from monitor.errors import EditError, NotFoundError
from monitor.ledger import Correction, Range
from monitor.model import Item, Moment, Scope, TimeOrigin
from monitor.pipeline import Road, read
from monitor.settings import load
from monitor.store import Action, Delivery, Store, StoredLetterbox

SETTINGS = load(Path(__file__).parents[1] / "config")
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
HAND = Hand("ada", NOON, "read the article")

COACH = (
    "A coach overturned on the mountain road to Velmora on Monday, killing {} people, the highway police said.\n\n"
    "The driver had been on the road since four in the morning, a survivor told reporters at the clinic in Ondale. "
    "Rescue teams lowered themselves into the gorge on ropes and carried the survivors up to the road.\n\n"
    "The regional government has closed the road until Thursday and asked engineers to look at the crash barriers."
)
GORGE = (
    "Highway police in Ondale said on Tuesday that {} people had died when a coach went off the Velmora road. "
    "Ropes were used to bring the injured out of the gorge, and the clinic in Ondale asked for blood.\n\n"
    "Engineers are to inspect the crash barriers of the mountain road, which stays closed until Thursday."
)
FERRY = (
    "A ferry sank off the island of Tarsk in a storm on Sunday and {} passengers drowned, the coast guard said.\n\n"
    "The Halcyon had left the harbour of Brenn with a list, dock workers said, and turned over within minutes. "
    "Fishermen from three villages searched the water with lamps until morning.\n\n"
    "The owner of the ferry said its engine had been overhauled in spring and that the cargo was within its papers."
)


class Newsroom:
    """A service over one database, and a user at a terminal of their own beside it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.road = Road(store, SETTINGS)
        self.edit = Editor(store, SETTINGS, HAND)
        self._hour = 0

    def read(self, name: str, text: str, *, outlet: str | None = None, url: str | None = None) -> Any:
        """The line of the next article."""
        self._hour += 1
        at = NOON + timedelta(hours=self._hour)
        item = Item(
            id=name,
            content=text,
            url=url,
            outlet=outlet or f"Paper {self._hour}",
            published=Moment(at, TimeOrigin.MANIFEST),
            fetched=at,
        )
        return json.loads(self.road.decide(read(item, SETTINGS)).record)

    def claim(self, article: str, number: int = 0) -> str:
        """The address of one of an article's claims."""
        with self.store.reading() as past:
            return past.reasons.why_not(article, SETTINGS.labels).verdicts[number].said.claim

    def standing(self, story: str, kind: str = "killed") -> set[int | None]:
        """The lows that voices stand for."""
        with self.store.reading() as past:
            view = past.views.story(story, SETTINGS.labels)
        return {voice.bounds.low for figure in view.figures if figure.kind == kind for voice in figure.voices}

    def changes(self, story: str) -> list[tuple[str, str]]:
        with self.store.reading() as past:
            view = past.views.story(story, SETTINGS.labels)
        return [(change.kind, change.change.value) for change in view.changes]

    def alerts(self) -> dict[str, str]:
        """Every alert that was raised, with its headline."""
        with self.store.reading() as past:
            return past.outbox.headlines(letter.letter for letter in past.outbox.envelopes())


@pytest.fixture
def newsroom(database: str) -> Iterator[Newsroom]:
    store = Store.open(database, SETTINGS.copies)
    yield Newsroom(store)
    store.close()


def changes(row: Any) -> list[tuple[str, str]]:
    return [(change["kind"], change["change"]) for alert in row["alerts"] for change in alert["changes"]]


def number(low: int) -> Correction:
    return Correction(number=Range(low, low))


def test_a_rejected_claim_moves_nothing_in_its_copies_and_revisions_either(newsroom: Newsroom) -> None:
    url = "https://news.example/coach"
    story = newsroom.read("a", COACH.format(40), url=url)["story"]
    told = newsroom.read("b", GORGE.format(11))
    assert changes(told) != [("killed", "first")]
    edit = newsroom.edit.reject(newsroom.claim("a"))
    assert (edit.action, edit.by, edit.reason) == (Action.REJECT, "ada", "read the article")
    assert newsroom.standing(story) == {11}
    copy = newsroom.read("c", COACH.format(40), outlet="The Copyist")
    again = newsroom.read("a2", COACH.format(40) + "\n\nA reader wrote to us.", url=url)
    assert (copy["copy_of"], again["revision_of"]) == ("a", "a")
    assert changes(copy) == changes(again) == []
    assert copy["totals"] == again["totals"] == {}
    assert newsroom.standing(story) == {11}


def test_a_corrected_claim_counts_as_corrected_and_the_next_number_is_held_against_it(newsroom: Newsroom) -> None:
    story = newsroom.read("a", COACH.format(40))["story"]
    newsroom.edit.correct(newsroom.claim("a"), number(4))
    assert newsroom.standing(story) == {4}
    assert changes(newsroom.read("b", GORGE.format(11))) == [("killed", "raised")]


def test_what_a_user_made_of_a_claim_is_said_where_it_is_explained(newsroom: Newsroom) -> None:
    newsroom.read("a", COACH.format(40))
    address = newsroom.claim("a")
    newsroom.edit.correct(address, Correction(number=Range(4, 4), voice="the mayor"))
    with newsroom.store.reading() as past:
        told = past.reasons.why_not("a", SETTINGS.labels).verdicts[0]
    assert (told.bounds.low, told.voice, told.said.claim) == (4, "mayor", address)
    assert told.reason.endswith("corrected from 40 (police) by hand")
    newsroom.edit.reject(address)
    with newsroom.store.reading() as past:
        assert past.reasons.why_not("a", SETTINGS.labels).verdicts[0].reason == "rejected by hand"


def test_the_last_correction_holds_and_undoing_it_brings_back_the_one_before(newsroom: Newsroom) -> None:
    story = newsroom.read("a", COACH.format(40))["story"]
    address = newsroom.claim("a")
    first = newsroom.edit.correct(address, number(4))
    second = newsroom.edit.correct(address, number(14))
    assert newsroom.standing(story) == {14}
    newsroom.edit.undo(second.id)
    assert newsroom.standing(story) == {4}
    newsroom.edit.undo(first.id)
    assert newsroom.standing(story) == {40}
    with newsroom.store.reading() as past:
        kept = past.edits.all()
    assert [(edit.action.value, edit.undoes, edit.undone_by) for edit in kept] == [
        ("correct", None, 4),
        ("correct", None, 3),
        ("undo", 2, None),
        ("undo", 1, None),
    ]


def test_merged_stories_are_one_ledger_under_both_addresses(newsroom: Newsroom) -> None:
    ferry = newsroom.read("a", FERRY.format(9))["story"]
    coach = newsroom.read("b", COACH.format(12))["story"]
    assert ferry != coach
    alerts = newsroom.alerts()
    assert len(alerts) == 2
    newsroom.edit.merge(ferry, coach)
    assert newsroom.alerts() == alerts
    with newsroom.store.reading() as past:
        assert past.views.story(ferry, SETTINGS.labels).id == coach
        assert [story.id for story in past.stories.all()] == [coach]
        assert past.stories.all()[0].articles == 2
    assert newsroom.changes(coach) == [("killed", "first"), ("killed", "raised")]
    late = newsroom.read("c", FERRY.format(9), outlet="The Copyist")
    assert (late["story"], changes(late)) == (coach, [])


def test_an_article_for_a_merged_story_goes_to_the_one_that_it_became(newsroom: Newsroom) -> None:
    coach = newsroom.read("a", COACH.format(12))["story"]
    ferry = newsroom.read("b", FERRY.format(9))["story"]
    newsroom.edit.merge(coach, ferry)
    later = newsroom.read("c", GORGE.format(15))
    assert (later["story"], later["copy_of"]) == (ferry, None)
    assert Road(newsroom.store, SETTINGS)._assigner.is_active(ferry)  # as after a restart


def test_an_undone_merge_leaves_what_came_for_the_other_story_where_it_is(newsroom: Newsroom) -> None:
    coach = newsroom.read("a", COACH.format(12))["story"]
    ferry = newsroom.read("b", FERRY.format(9))["story"]
    before = newsroom.changes(coach), newsroom.changes(ferry)
    edit = newsroom.edit.merge(coach, ferry)
    copy = newsroom.read("c", COACH.format(12), outlet="The Copyist")
    newsroom.edit.undo(edit.id)
    assert (newsroom.changes(coach), newsroom.changes(ferry)) == before
    with newsroom.store.reading() as past:
        assert past.articles.find("c")[0].story == coach
        assert past.edits.standing().keeps_apart(coach, ferry)
        assert copy["story"] == ferry  # the line is what was known then
    assert newsroom.read("d", GORGE.format(15))["story"] == coach


def test_a_split_article_takes_its_copies_and_later_revisions_along(newsroom: Newsroom) -> None:
    story = newsroom.read("a", COACH.format(12))["story"]
    url = "https://news.example/gorge"
    assert newsroom.read("b", GORGE.format(40), url=url)["story"] == story
    newsroom.read("c", GORGE.format(40), outlet="The Copyist")
    alerts = newsroom.alerts()
    edit = newsroom.edit.split(story, ["b"])
    assert edit.other is not None
    assert newsroom.alerts() == alerts
    assert (newsroom.standing(story), newsroom.standing(edit.other)) == ({12}, {40})
    copy = newsroom.read("d", GORGE.format(40), outlet="Another")
    revision = newsroom.read("b2", GORGE.format(41), url=url)
    assert copy["story"] == revision["story"] == edit.other
    assert changes(copy) == []
    assert changes(revision) == [("killed", "raised")]
    newsroom.edit.undo(edit.id)
    assert {41} <= newsroom.standing(story)
    with newsroom.store.reading() as past:
        assert past.views.story(edit.other, SETTINGS.labels).id == story


def test_a_muted_story_keeps_its_ledger_and_sends_nothing(newsroom: Newsroom) -> None:
    story = newsroom.read("a", COACH.format(12))["story"]
    newsroom.edit.mute(story)
    assert changes(newsroom.read("b", GORGE.format(15))) == []
    assert newsroom.changes(story) == [("killed", "first"), ("killed", "raised")]
    newsroom.edit.unmute(story)
    assert changes(newsroom.read("c", GORGE.format(17) + " A crane was brought.")) == [("killed", "raised")]


def test_judging_a_story_again_with_nothing_set_right_changes_nothing(newsroom: Newsroom) -> None:
    url = "https://news.example/coach"
    for count in (11, 15, 11):
        story = newsroom.read(f"a{count}", COACH.format(count), url=url)["story"]
    newsroom.read("b", GORGE.format(14))
    newsroom.read("c", COACH.format(15), outlet="The Copyist")
    with newsroom.store.reading() as past:
        before = past.views.story(story, SETTINGS.labels), past.ledger.story_claims(story), past.stories.standing(story)
    edit = newsroom.edit.correct(newsroom.claim("b"), number(400))
    newsroom.edit.undo(edit.id)
    with newsroom.store.reading() as past:
        after = past.views.story(story, SETTINGS.labels), past.ledger.story_claims(story), past.stories.standing(story)
    assert after == before


def test_what_cannot_be_set_right_is_named_and_changes_nothing(newsroom: Newsroom) -> None:
    story = newsroom.read("a", COACH.format(12))["story"]
    other = newsroom.read("b", FERRY.format(9))["story"]
    address = newsroom.claim("a")
    edit = newsroom.edit
    with pytest.raises(NotFoundError, match="no claim 12345678-12345678"):
        edit.reject("12345678-12345678")
    with pytest.raises(EditError, match="says that already"):
        edit.correct(address, number(12))
    with pytest.raises(EditError, match="no kind 'slain'; the configured ones are killed"):
        edit.correct(address, Correction(kind="slain"))
    with pytest.raises(EditError, match="one story already"):
        edit.merge(story, story)
    with pytest.raises(NotFoundError, match="no article b in story"):
        edit.split(story, ["b"])
    with pytest.raises(EditError, match="nothing would be left"):
        edit.split(story, ["a"])
    with pytest.raises(EditError, match="is not muted"):
        edit.unmute(story)
    with newsroom.store.reading() as past:
        assert past.edits.all() == []
    merged = edit.merge(story, other)
    third = newsroom.read("c", "The town of Grell planted two hundred lime trees along its river on Friday.")["story"]
    last = edit.merge(other, third)
    with pytest.raises(EditError, match=f"edit {last.id} came later and rests on edit {merged.id}"):
        edit.undo(merged.id)
    undoing = edit.undo(last.id)
    with pytest.raises(EditError, match="was undone already"):
        edit.undo(last.id)
    with pytest.raises(EditError, match="is itself the undoing"):
        edit.undo(undoing.id)


def test_an_alert_whose_claims_were_all_rejected_before_it_was_sent_is_not_sent(newsroom: Newsroom) -> None:
    newsroom.road = Road(newsroom.store, SETTINGS, replaying=False)
    (raised,) = newsroom.read("a", COACH.format(40))["alerts"]
    newsroom.edit.reject(newsroom.claim("a"))
    box = StoredLetterbox(newsroom.store, SETTINGS.labels, SETTINGS.alerts.figures, ())
    assert box.claim("log", NOON + timedelta(days=9)) is None
    with newsroom.store.reading() as past:
        (letter,) = past.outbox.envelopes((Delivery.FAILED,))
        shown = past.views.alert(raised["id"], SETTINGS.labels)
        assert past.reasons.why(raised["id"], SETTINGS.labels).changes == ()
    assert (letter.letter, letter.error) == (raised["id"], "what it told was set right by hand before it was sent")
    assert (shown.changes, shown.headline) == ((), newsroom.alerts()[raised["id"]])


def test_a_claim_of_another_event_is_set_right_as_background(newsroom: Newsroom) -> None:
    story = newsroom.read("a", COACH.format(12))["story"]
    newsroom.edit.correct(newsroom.claim("a"), Correction(scope=Scope.BACKGROUND))
    assert newsroom.standing(story) == set()
    assert changes(newsroom.read("b", GORGE.format(7))) == [("killed", "first")]
