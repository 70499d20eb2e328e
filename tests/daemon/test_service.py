"""The service against a feed on loopback: what it reads, what it tells, and what it tells once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from monitor.daemon import Configured, Pass, Service
from monitor.fetch import Pages, Subscription
from monitor.settings import Network, Settings, Sources, load
from monitor.settings import Service as Running
from monitor.store import Store

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
CONFIG = Path(__file__).parents[2] / "config"
SHIPPED = load(CONFIG)


def entry(guid: str, title: str, body: str, published: datetime) -> str:
    return (
        f"<item><guid isPermaLink='false'>{guid}</guid><link>https://news.example/{guid}</link><title>{title}</title>"
        f"<description>{body}</description><pubDate>{format_datetime(published)}</pubDate></item>"
    )


class Newsroom:
    """A feed that an editor can change, and a count of how often it was asked for."""

    def __init__(self) -> None:
        self.entries: list[str] = []
        self.status = 200
        self.asked = 0
        self.unchanged = 0

    async def answer(self, request: web.Request) -> web.Response:
        self.asked += 1
        tag = f'"{len(self.entries)}"'
        if self.status != 200:
            return web.Response(status=self.status)
        if request.headers.get("If-None-Match") == tag:
            self.unchanged += 1
            return web.Response(status=304)
        body = f"<rss version='2.0'><channel><title>News</title>{''.join(self.entries)}</channel></rss>"
        return web.Response(text=body, content_type="application/rss+xml", headers={"ETag": tag})


@pytest.fixture
def store() -> Iterator[Store]:
    store = Store.temporary(SHIPPED.copies)
    yield store
    store.close()


def passes(
    store: Store, newsroom: Newsroom, *edits: Callable[[], None], clock: list[datetime] | None = None
) -> list[Pass]:
    """One pass, then another after each edit; the clock goes on by an hour between them."""
    now = clock if clock is not None else [NOON]

    async def run() -> list[Pass]:
        app = web.Application()
        app.router.add_get("/feed", newsroom.answer)
        async with TestServer(app) as server:
            done = [await one_pass(str(server.make_url("/feed")))]
            for edit in edits:
                edit()
                now[0] += timedelta(hours=1)
                done.append(await one_pass(str(server.make_url("/feed"))))
        return done

    def one_pass(url: str) -> Awaitable[Pass]:
        return Service(Configured(CONFIG, settings_for(url)), store, lambda: now[0]).run_once()

    return asyncio.run(run())


def settings_for(url: str) -> Settings:
    sources = Sources(feeds=(Subscription(url, outlet="Harbour Times", pages=Pages.NEVER),))
    return replace(SHIPPED, sources=sources, network=Network(allow=("127.0.0.0/8",)), service=Running(workers=1))


def told(store: Store) -> list[str]:
    with store.reading() as past:
        digest = past.views.digest(SHIPPED.labels, None, None)
    return [
        f"{change.kind} {change.change.value} {change.alert is not None}"
        for story in digest.changed
        for change in story.changes
    ]


CRASH = "A coach overturned near Velmora on Monday, killing {} people, police said. Rescue teams are at the scene."


def test_what_was_published_before_the_feed_was_watched_makes_ledgers_and_no_alert(store: Store) -> None:
    newsroom = Newsroom()
    newsroom.entries = [entry("a", "Coach overturns near Velmora", CRASH.format(12), NOON - timedelta(hours=3))]
    assert passes(store, newsroom) == [Pass(decided=1)]
    assert told(store) == ["killed first False"]


def test_what_appeared_within_the_hour_before_is_news_also_where_the_feed_shows_it_late(store: Store) -> None:
    newsroom = Newsroom()
    newsroom.entries = [entry("a", "Coach overturns near Velmora", CRASH.format(12), NOON - timedelta(hours=3))]

    def late() -> None:
        newsroom.entries.append(entry("b", "Velmora coach toll rises", CRASH.format(15), NOON - timedelta(minutes=5)))

    passes(store, newsroom, late)
    assert told(store) == ["killed first False", "killed raised True"]


def test_what_is_published_afterwards_alerts_once_and_is_sent_once(store: Store) -> None:
    newsroom = Newsroom()
    newsroom.entries = [entry("a", "Coach overturns near Velmora", CRASH.format(12), NOON - timedelta(hours=3))]

    def update() -> None:
        newsroom.entries.append(entry("b", "Velmora coach toll rises", CRASH.format(15), NOON + timedelta(minutes=30)))

    done = passes(store, newsroom, update, lambda: None)
    assert done == [Pass(decided=1), Pass(decided=1), Pass()]
    assert told(store) == ["killed first False", "killed raised True"]
    assert newsroom.unchanged == 1
    with store.reading() as past:
        assert past.outbox.due("log", NOON + timedelta(days=1)) is None


def test_a_feed_that_fails_is_counted_and_tried_again_later(store: Store) -> None:
    newsroom = Newsroom()
    newsroom.status = 503

    def mend() -> None:
        newsroom.status = 200
        newsroom.entries = [entry("a", "Coach overturns near Velmora", CRASH.format(12), NOON - timedelta(hours=3))]

    assert passes(store, newsroom, mend) == [Pass(failed=1), Pass(decided=1)]


def test_a_feed_that_is_no_feed_is_counted_as_not_read(store: Store) -> None:
    newsroom = Newsroom()

    async def page(_request: web.Request) -> web.Response:
        return web.Response(text="<html><body><h1>Please log in</h1></body></html>", content_type="text/html")

    newsroom.answer = page  # type: ignore[method-assign]
    assert passes(store, newsroom) == [Pass(failed=1)]
