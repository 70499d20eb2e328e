"""The service and an article that is edited where it stands: 11 dead, and later 15, under one address."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from monitor.daemon import Configured, Service
from monitor.fetch import Pages, Subscription
from monitor.settings import Network, Settings, Sources, load
from monitor.settings import Service as Running
from monitor.store import Store
from tests.fetch.newsroom import NOON, Server, entry, rss

CONFIG = Path(__file__).parents[2] / "config"
SHIPPED = load(CONFIG)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.fixture
def store() -> Iterator[Store]:
    store = Store.temporary(SHIPPED.copies)
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


class Newsroom:
    """A feed with one article, whose page an editor can change, and the service that reads it."""

    def __init__(self, store: Store, pages: Pages) -> None:
        self._store = store
        self._pages = pages
        self._server = Server()
        self.now = NOON

    async def service_passes(self, *, after: timedelta) -> list[tuple[int, int]]:
        """Let the service make one pass after a while; the tolls of which it has alerted since the beginning."""
        self.now += after
        service = Service(Configured(CONFIG, self._settings()), self._store, lambda: self.now)
        await service.run_once()
        with self._store.reading() as past:
            stories = past.views.digest(SHIPPED.labels, None, None).changed
        changes = [change for story in stories for change in story.changes if change.alert is not None]
        return [(change.before.low if change.before else 0, change.after.low) for change in changes if change.after]

    def visits(self) -> int:
        return sum(request.path == "/ferry" for request in self._server.asked)

    def publishes(self, text: str) -> None:
        link = self._server.url("/ferry")
        item = entry("1", "Ferry sinks off Corvale", text.replace("<", "&lt;"), at=self.now, link=link)
        self._server.says("/feed", rss(item))

    def shows(self, page: str) -> None:
        self._server.says("/ferry", page, kind="text/html")

    async def opens(self) -> TestServer:
        app = web.Application()
        app.router.add_get("/{tail:.*}", self._server.answer)
        server = TestServer(app)
        await server.start_server()
        self._server.address = str(server.make_url("")).rstrip("/")
        self._server.says("/feed", rss())
        return server

    def _settings(self) -> Settings:
        feed = Subscription(self._server.url(), "Harbour Times", "en", self._pages)
        sources = Sources(feeds=(feed,))
        return replace(SHIPPED, sources=sources, network=Network(allow=("127.0.0.0/8",)), service=Running(workers=1))


@pytest.mark.parametrize("pages", [Pages.AUTO, Pages.NEVER])
def test_an_edited_number_alerts_within_two_visits_and_a_time_stamp_alone_does_not(store: Store, pages: Pages) -> None:
    async def run() -> None:
        newsroom = Newsroom(store, pages)
        async with await newsroom.opens():
            await newsroom.service_passes(after=timedelta())
            newsroom.now += 2 * HOUR
            newsroom.publishes("A ferry sank." if pages is Pages.AUTO else report("Eleven", "").partition("<h1>")[2])
            newsroom.shows(report("Eleven", "4 May 2026, 14:00 GMT"))
            told = await newsroom.service_passes(after=MINUTE)
            assert [after for _, after in told] == [11]
            for minute in (15, 45):
                newsroom.shows(report("Eleven", f"4 May 2026, 14:{minute} GMT"))
                visits = newsroom.visits()
                assert await newsroom.service_passes(after=30 * MINUTE) == told
                assert newsroom.visits() == visits + 1
            newsroom.shows(report("Fifteen", "4 May 2026, 15:00 GMT"))
            visits = newsroom.visits()
            while len(after := await newsroom.service_passes(after=10 * MINUTE)) == 1:
                assert newsroom.visits() < visits + 2
            assert after[1] == (11, 15)

    asyncio.run(run())
