"""What comes over the network, kept between two polls: feeds, the inbox and pages, on both backends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from monitor.dedup import Copying
from monitor.fetch import FeedState, PageState, Polled, Trouble, Visited
from monitor.fetch.state import Move, Wishes
from monitor.model import Item, Media, Moment, TimeOrigin
from monitor.store import Store, keep_polled, keep_visited

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
FEED = "https://news.example/rss"


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    store = Store.open(database, Copying())
    yield store
    store.close()


def item(name: str, *, url: str | None = "", source: str = FEED) -> Item:
    return Item(
        id=f"{source}#{name}",
        content=f"Zwölf Tote in {name} \U0001f6a2",
        media=Media.FRAGMENT,
        title="Title",
        url=f"https://news.example/{name}" if url == "" else url,
        published=Moment(NOON - MINUTE, TimeOrigin.FEED, guessed=True),
        fetched=NOON,
        source=source,
    )


FULL = FeedState(
    url=FEED,
    address="https://news.example/new",
    move=Move("https://news.example/newer", NOON, 2),
    etag='W/"\u00e9"',
    last_modified="Mon, 04 May 2026 12:00:00 GMT",
    body_hash="a" * 32,
    first_polled_at=NOON,
    polled_at=NOON,
    read_at=NOON,
    brought_at=NOON - MINUTE,
    due_at=NOON + MINUTE,
    gap=timedelta(seconds=90.5),
    pause=timedelta(days=3),
    wishes=Wishes(timedelta(minutes=45), (0, 13), (5, 6)),
    failures=3,
    error="answered 500",
    fault="line 7",
    told=(Trouble.FAILING, Trouble.BROKEN),
    held_until=NOON + timedelta(hours=2),
    disabled_at=NOON,
    rotates=True,
    seen=bytes(range(256)) * 3,
)


def remember(store: Store, *states: FeedState) -> None:
    with store.deciding() as past:
        past.feeds.remember_all(states)


def test_all_that_is_known_of_a_feed_is_remembered(store: Store) -> None:
    remember(store, FULL)
    bare = replace(FeedState(FEED), polled_at=NOON, read_at=NOON)
    with store.reading() as past:
        assert past.feeds.state(FEED) == FULL
        assert past.feeds.state("https://other.example/rss") == FeedState("https://other.example/rss")
    remember(store, bare)
    with store.reading() as past:
        assert past.feeds.state(FEED) == bare


def test_marks_are_written_where_a_feed_was_read_and_stand_where_it_was_not(store: Store) -> None:
    remember(store, FULL)
    unread = replace(FULL, polled_at=NOON + MINUTE, failures=4)
    remember(store, replace(unread, seen=b"not written"))
    with store.reading() as past:
        assert past.feeds.state(FEED) == unread


def test_feeds_are_due_by_their_time_and_new_ones_come_first(store: Store) -> None:
    urls = [f"https://{name}.example/rss" for name in ("late", "early", "later", "gone", "new")]
    times = [NOON - MINUTE, NOON - 2 * MINUTE, NOON + MINUTE, None]
    states = [FeedState(url, due_at=at) for url, at in zip(urls, times, strict=False)]
    states[3] = replace(states[3], disabled_at=NOON)
    remember(store, *states)
    with store.reading() as past:
        due = past.feeds.due(urls, NOON)
        assert [state.url.split(".")[0][8:] for state in due] == ["new", "early", "late"]
        assert past.feeds.due(urls[2:4], NOON) == []


def test_hosts_that_asked_for_rest_are_remembered_until_it_is_over(store: Store) -> None:
    remember(store, replace(FULL, address=None), FeedState("https://news.example/b", held_until=NOON + MINUTE))
    with store.reading() as past:
        assert past.feeds.held(NOON) == {"news.example": NOON + timedelta(hours=2)}
        assert past.feeds.held(NOON + timedelta(hours=3)) == {}


def test_a_feed_that_is_forgotten_is_new_again(store: Store) -> None:
    remember(store, FULL)
    with store.deciding() as past:
        past.feeds.forget(FEED)
    with store.reading() as past:
        assert past.feeds.state(FEED) == FeedState(FEED)


def test_entries_wait_in_the_order_in_which_they_came_until_each_is_done(store: Store) -> None:
    polled = Polled((item("b"), item("a")), replace(FULL, first_polled_at=NOON - MINUTE))
    with store.deciding() as past:
        keep_polled(past, polled, NOON)
    with store.reading() as past:
        first, second = past.inbox.next(10)
        assert ([first.item, second.item], past.inbox.count()) == ([item("b"), item("a")], 2)
        assert first.watched_since == NOON - MINUTE
        assert past.inbox.next(10, after=first.place) == [second]
        assert past.inbox.next(1) == [first]
    with store.deciding() as past:
        past.inbox.done(first.place)
        past.inbox.add([item("c", source="https://unknown.example/rss")])
    with store.reading() as past:
        assert [(one.item.id[-1], one.watched_since) for one in past.inbox.next(10)] == [
            ("a", NOON - MINUTE),
            ("c", None),
        ]


def test_validators_are_kept_with_the_entries_or_not_at_all(store: Store) -> None:
    polled = Polled((item("a"),), FULL, pages=(item("b", url=None),))
    with pytest.raises(ValueError, match="without an address"), store.deciding() as past:
        keep_polled(past, polled, NOON)
    with store.reading() as past:
        assert past.feeds.state(FEED) == FeedState(FEED)
        assert past.inbox.count() == 0


def test_an_entry_waits_for_its_page_once_and_an_edit_of_it_again(store: Store) -> None:
    url = "https://news.example/a"
    for content in ("Elf", "Elf", "Fünfzehn"):
        with store.deciding() as past:
            keep_polled(past, Polled((), FULL, pages=(replace(item("a"), content=content),)), NOON)
    with store.reading() as past:
        (due,) = past.pages.due(NOON, 10)
        assert (due.url, due.item.content, due.waits) == (url, "Fünfzehn", True)
    visited = Visited(item("a"), replace(due, waits=False, due_at=None, visited_at=NOON, etag='"1"', visits=1))
    with store.deciding() as past:
        keep_visited(past, visited)
    with store.reading() as past:
        assert past.pages.due(NOON, 10) == []
        assert past.pages.state(url) == visited.state
        assert past.inbox.count() == 1
    with store.deciding() as past:
        assert past.pages.forget(NOON) == 0
        assert past.pages.forget(NOON + MINUTE) == 1
    with store.reading() as past:
        assert past.pages.state(url) is None


def test_a_page_that_two_feeds_name_is_fetched_once_and_again_where_it_could_not_be_had(store: Store) -> None:
    url = "https://news.example/a"
    other = replace(item("b", source="https://other.example/rss"), url=url)

    def due_after(*entries: Item) -> list[Item]:
        with store.deciding() as past:
            past.pages.wait(entries, NOON)
        with store.reading() as past:
            return [state.item for state in past.pages.due(NOON, 10)]

    def visited(*, from_page: bool) -> None:
        with store.deciding() as past:
            state = past.pages.state(url)
            assert state is not None
            past.pages.remember(replace(state, waits=False, from_page=from_page, due_at=None, visited_at=NOON))

    assert due_after(item("a"), other) == [item("a")]
    visited(from_page=True)
    assert due_after(other) == []
    assert due_after(item("a")) == [item("a")], "its own feed tells of an edit"
    visited(from_page=False)
    assert due_after(other) == [other]


def test_pages_that_entries_wait_for_come_first_and_no_host_takes_every_turn(store: Store) -> None:
    watched = [item(f"w{n}", url=f"https://quiet.example/{n}") for n in range(2)]
    crowd = [item(f"c{n}", url=f"https://busy.example/{n}") for n in range(40)]
    with store.deciding() as past:
        past.pages.wait([*crowd, *watched], NOON)
        for one in watched:
            past.pages.remember(PageState(one.url or "", one, due_at=NOON - MINUTE))
    with store.reading() as past:
        due = past.pages.due(NOON, 30)
    hosts = [state.url.split("/")[2] for state in due]
    assert hosts == ["busy.example"] * 20 + ["quiet.example"] * 2
