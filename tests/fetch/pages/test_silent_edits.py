"""The whole road of an article that is edited where it stands: 11 dead, and later 15, under one address."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from monitor.fetch import Pages, PageState, Subscription, poll
from monitor.model import Alert
from monitor.pipeline import Road, read
from monitor.settings import load
from monitor.store import Store, keep_polled, keep_visited
from tests.fetch.newsroom import Desk, entry, rss, run

SETTINGS = load(Path(__file__).parents[3] / "config")
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.fixture
def store() -> Iterator[Store]:
    store = Store.temporary(SETTINGS.copies)
    yield store
    store.close()


def report(toll: str, stamp: str) -> str:
    told = (
        f"{toll} people were killed when a ferry sank off the port of Corvale on Monday, the coast guard said.",
        "The boat had left the harbour in heavy weather with some forty passengers and a crew of six on board.",
        "Divers went on searching for the captain until it was dark, and the search begins again in the morning.",
        f"Last updated: {stamp}",
    )
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in told)
    title = "Ferry sinks off Corvale"
    return (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    )


class Service:
    """Polls, visits and decides, one step after the other."""

    def __init__(self, desk: Desk, store: Store, pages: Pages) -> None:
        self._desk, self._store = desk, store
        self._feed = Subscription(desk.server.url(), "Harbour Times", "en", pages)
        self._road = Road(store, SETTINGS, replaying=False)
        self.alerts: list[Alert] = []
        self.visits = 0

    async def step(self, after: timedelta) -> int:
        """Let time pass, and do what is due; how many alerts that raised."""
        desk = self._desk
        desk.now += after
        before = len(self.alerts)
        with self._store.reading() as past:
            (state,) = past.feeds.due([self._feed.url], desk.now) or [None]
        if state is not None:
            polled = await poll(desk.web, desk.parsers, self._feed, state, desk.now)
            with self._store.deciding() as past:
                keep_polled(past, polled, desk.now)
        for page in self._due_pages():
            visited = await desk.visit(page)
            self.visits += 1
            with self._store.deciding() as past:
                keep_visited(past, visited)
        self._decide()
        return len(self.alerts) - before

    def _due_pages(self) -> list[PageState]:
        with self._store.reading() as past:
            return past.pages.due(self._desk.now, 50)

    def _decide(self) -> None:
        with self._store.reading() as past:
            waiting = past.inbox.next(50)
        for one in waiting:
            decided = self._road.decide(read(one.item, SETTINGS), self._desk.now, watched_since=one.watched_since)
            if decided.alert is not None:
                self.alerts.append(decided.alert)
            with self._store.deciding() as past:
                past.inbox.done(one.place)


@pytest.mark.parametrize("pages", [Pages.AUTO, Pages.NEVER])
def test_an_edited_number_alerts_within_two_visits_and_a_time_stamp_alone_does_not(store: Store, pages: Pages) -> None:
    async def scene(desk: Desk) -> None:
        desk.server.says("/feed", rss())
        service = Service(desk, store, pages)
        await service.step(after=timedelta())
        text = report("Eleven", "").partition("<article>")[2] if pages is Pages.NEVER else "A ferry sank."
        shown = text.replace("<", "&lt;")
        item = entry("1", "Ferry sinks off Corvale", shown, at=desk.now + HOUR, link=desk.server.url("/ferry"))
        desk.server.says("/feed", rss(item))
        desk.server.says("/ferry", report("Eleven", "4 May 2026, 13:00 GMT"), kind="text/html")
        assert await service.step(after=2 * HOUR) == 1
        for minute in range(10, 60, 10):
            desk.server.says("/ferry", report("Eleven", f"4 May 2026, 14:{minute} GMT"), kind="text/html")
            assert await service.step(after=10 * MINUTE) == 0
        desk.server.says("/ferry", report("Fifteen", "4 May 2026, 15:00 GMT"), kind="text/html")
        visits = service.visits
        while await service.step(after=MINUTE) == 0:
            assert service.visits <= visits + 2
        first, second = (alert.changes[0] for alert in service.alerts)
        assert first.after is not None
        assert second.before is not None
        assert second.after is not None
        assert (first.after.low, second.before.low, second.after.low) == (11, 11, 15)

    run(scene)
