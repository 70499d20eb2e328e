"""The road with a real database: revisions, furniture that only the past can tell, and second tries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NoReturn

import pytest

from monitor import ledger
from monitor.errors import InputError
from monitor.model import Item, Moment, TimeOrigin
from monitor.pipeline import Decided, Road, read
from monitor.replay import replay
from monitor.settings import load
from monitor.store import Store
from monitor.workers import Readers

SETTINGS = load(Path(__file__).parents[1] / "config")
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
BODY = (
    "A coach overturned on the mountain road to Velmora on Monday, killing {} people, the highway police said.\n\n"
    "The driver had been on the road since four in the morning, a survivor told reporters at the clinic in Ondale. "
    "Rescue teams lowered themselves into the gorge on ropes and carried the survivors up to the road.\n\n"
    "The regional government has closed the road until Thursday and asked engineers to look at the crash barriers."
)


@pytest.fixture
def road() -> Iterator[Road]:
    store = Store.temporary(SETTINGS.copies)
    yield Road(store, SETTINGS)
    store.close()


def item(name: str, text: str, *, hour: int = 0, url: str | None = None, outlet: str | None = None) -> Item:
    at = NOON + timedelta(hours=hour)
    return Item(id=name, content=text, url=url, outlet=outlet, published=Moment(at, TimeOrigin.MANIFEST), fetched=at)


def decide(road: Road, given: Item) -> Any:
    return json.loads(road.decide(read(given, SETTINGS)).record)


def changes(row: Any) -> list[tuple[str, str]]:
    return [(change["kind"], change["change"]) for alert in row["alerts"] for change in alert["changes"]]


def test_an_edited_page_alerts_and_a_page_edited_to_and_fro_tells_each_change_once(road: Road) -> None:
    url = "https://news.example/coach"
    rows = [
        decide(road, item(f"poll-{hour}", BODY.format(count), hour=hour, url=url))
        for hour, count in enumerate(["11", "15", "11", "15", "11", "15"])
    ]
    assert [row["revision_of"] for row in rows[:3]] == [None, "poll-0", "poll-1"]
    assert len({row["article"] for row in rows}) == 1
    assert changes(rows[0]) == [("killed", "first")]
    assert changes(rows[1]) == [("killed", "raised")]
    ids = [alert["id"] for row in rows for alert in row["alerts"]]
    assert len(ids) == len(set(ids))


def test_the_same_page_seen_again_changes_nothing(road: Road) -> None:
    url = "https://news.example/coach"
    decide(road, item("poll-0", BODY.format(11), url=url))
    again = decide(road, item("poll-1", BODY.format(11), hour=1, url=url))
    assert again["revision_of"] == "poll-0"
    assert again["alerts"] == []
    assert again["totals"] == {"killed": {"low": 11, "high": 11}}


def test_a_claim_in_a_line_that_recurs_in_its_outlet_falls(road: Road) -> None:
    teaser = "Also today: nine people were killed when a dam burst above the town of Tarsk, police said."
    texts = [
        "The harvest festival opens on Friday with a parade of carts, and the mill grinds its first sack.",
        "A new timetable brings two more evening trains to the coast, though one no longer stops at the quarry.",
        "Pupils of the music school play three quartets on Sunday; tickets are sold at the bakery and at the door.",
        "Water will cost four crowns more a quarter, the works manager told the council, who asked for papers.",
        "Slates from the museum roof are being numbered and stacked in the yard until the beams are done.",
    ]
    rows = [
        decide(road, item(f"{hour}.txt", f"{text}\n\n{teaser}", hour=hour, outlet="Ondale Gazette"))
        for hour, text in enumerate(texts)
    ]
    assert rows[0]["totals"] == {"killed": {"low": 9, "high": 9}}
    assert rows[-1]["claims"] == []


def test_an_item_decided_before_gets_its_line_and_changes_nothing(road: Road) -> None:
    given = item("a.txt", BODY.format(12))
    first = road.decide(read(given, SETTINGS))
    assert road.decided(given) == Decided(first.record)
    assert road.decide(read(given, SETTINGS)) == Decided(first.record)


def test_what_was_not_committed_is_forgotten(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    decide(road, item("a.txt", BODY.format(12)))
    with monkeypatch.context() as broken:
        broken.setattr("monitor.store.outbox.Outbox.add", _fails)
        with pytest.raises(InputError, match=r"b\.txt: cannot be decided for a fault of this program \(RuntimeError: "):
            decide(road, item("b.txt", BODY.format(19).replace("coach", "bus"), hour=1))
    after = decide(road, item("b.txt", BODY.format(19).replace("coach", "bus"), hour=1))
    assert changes(after) == [("killed", "raised")]


def test_an_article_that_cannot_be_decided_for_a_fault_of_ours_costs_that_article_alone(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    def judge(known: ledger.Known, report: ledger.Report, rules: ledger.Rules) -> ledger.Judgement:
        return _fails() if report.claims[0].low == 15 else judged(known, report, rules)

    judged = ledger.judge
    monkeypatch.setattr("monitor.pipeline.ledger.judge", judge)
    given = [item(f"{n}.txt", BODY.format(n), hour=n) for n in (11, 15, 19)]
    with Readers(SETTINGS, 1) as readers:
        became = list(replay(given, road, readers))
    assert [str(one)[:26] for one in became if isinstance(one, InputError)] == ["15.txt: cannot be decided "]


def _fails(*_arguments: object) -> NoReturn:
    raise RuntimeError("what nobody thought of")
