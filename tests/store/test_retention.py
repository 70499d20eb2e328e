"""What is dropped with age, what is kept however old, and that nothing dangles afterwards."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import create_engine, text

from monitor.model import Item, Moment, TimeOrigin
from monitor.pipeline import Road, read
from monitor.settings import load
from monitor.store import Delivery, Purged, Store, check_database

SETTINGS = load(Path(__file__).parents[2] / "config")
START = datetime(2024, 3, 1, tzinfo=UTC)
TEXTS = {
    "Velmora": "A coach overturned near {place} on Friday, killing {n} people, police said. The road was icy for days.",
    "Tarsk": "A warehouse burnt down in {place}, killing {n} workers, the fire brigade said. The cause is not known.",
    "Ondale": "A ferry sank off {place} and {n} passengers drowned, the coast guard said. Divers search the wreck.",
}


def report(place: str, n: int, at: datetime, source: str = "https://news.example/feed") -> Item:
    return Item(
        id=f"{place}-{n}",
        content=TEXTS[place].format(place=place, n=n),
        title=f"{n} dead at {place}",
        url=f"https://news.example/{place}/{n}",
        published=Moment(at, TimeOrigin.FEED),
        fetched=at,
        source=source,
        offline=False,
    )


def stocked(url: str) -> Store:
    """An old story of two reports and a copy, an old one of recorded input, and one of today."""
    store = Store.open(url, SETTINGS.copies)
    road = Road(store, SETTINGS, replaying=False)
    today = START + timedelta(days=800)
    old = report("Velmora", 12, START)
    copied = Item(
        id="copy", content=old.content, url="https://other.example/a", fetched=START, source="https://o.example"
    )
    for item in (
        old,
        copied,
        report("Velmora", 15, START + timedelta(hours=3)),
        report("Tarsk", 4, START + timedelta(hours=5), source="seeds/feed.rss"),
        report("Ondale", 30, today),
    ):
        road.decide(read(item, SETTINGS), item.fetched)
    return store


def deliver_all(store: Store) -> None:
    with store.deciding() as past:
        for envelope in past.outbox.envelopes([Delivery.WAITING]):
            past.outbox.claim(envelope.letter, envelope.channel)
            past.outbox.sent(envelope.letter, envelope.channel, START)


def purge(store: Store) -> Purged:
    with store.deciding() as past:
        return past.retention.purge_some(START + timedelta(days=70), SETTINGS.stories)


def titles(store: Store) -> list[str]:
    with store.reading() as past:
        return sorted(story.title for story in past.stories.all())


def test_an_old_story_goes_whole_and_the_database_is_whole_afterwards(database: str) -> None:
    store = stocked(database)
    deliver_all(store)
    assert purge(store) == Purged(stories=1, revisions=3)
    assert purge(store) == Purged()
    assert titles(store) == ["30 dead at Ondale", "4 dead at Tarsk"]
    store.close()
    assert check_database(database, SETTINGS.copies) == []
    engine = create_engine(database)
    with engine.connect() as connection:
        for table in ("revisions", "items", "claims", "changes", "placings", "alerts", "reports"):
            left = connection.execute(text(f"SELECT count(DISTINCT seq) FROM {table}")).scalar()
            assert left == 2, table
        for table in ("articles", "words", "figures", "ledgers"):
            left = connection.execute(text(f"SELECT count(DISTINCT story) FROM {table}")).scalar()
            assert left == 2, table
    engine.dispose()


def test_a_story_with_a_letter_on_its_way_is_kept(database: str) -> None:
    store = stocked(database)
    assert purge(store) == Purged()
    store.close()


def test_a_story_that_may_still_take_an_article_is_kept(database: str) -> None:
    store = stocked(database)
    deliver_all(store)
    with store.deciding() as past:
        assert past.retention.purge_some(START + timedelta(days=900), SETTINGS.stories).stories == 1
    assert "30 dead at Ondale" in titles(store)
    store.close()
