"""A server on loopback that says what a test wants, and a desk that polls it with time set and not slept."""

from __future__ import annotations

import asyncio
import atexit
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import cache

from aiohttp import web
from aiohttp.test_utils import TestServer

from monitor.fetch import (
    Client,
    FeedState,
    Limits,
    PageState,
    Parsers,
    Polled,
    Subscription,
    Visited,
    client,
    networks,
    page,
    poll,
)
from monitor.model import Item

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
LOOPBACK = networks(["127.0.0.0/8"])
QUICK = Limits(connect=2, read=1, total=2, pause=0)

Answering = Callable[[web.Request], Awaitable[web.StreamResponse]]


def entry(name: str, title: str | None = None, text: str = "", *, at: datetime | None = None, link: str = "") -> str:
    """One RSS item. Its text is long enough to stand for itself unless one is given."""
    text = text or f"{title or name} " + "There was more to be said of it, and it was said at length. " * 12
    dated = f"<pubDate>{format_datetime(at)}</pubDate>" if at else ""
    return (
        f"<item><guid isPermaLink='false'>{name}</guid><title>{title or f'Title of {name}'}</title>"
        f"<link>{link or f'https://news.example/{name}'}</link><description>{text}</description>{dated}</item>"
    )


def rss(*entries: str, head: str = "") -> bytes:
    """An RSS feed."""
    return (
        "<?xml version='1.0' encoding='utf-8'?>"
        "<rss version='2.0' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'>"
        f"<channel><title>News</title>{head}{''.join(entries)}</channel></rss>"
    ).encode()


@dataclass
class Server:
    """Answers by path. Each request is noted with its headers."""

    answers: dict[str, Answering] = field(default_factory=dict)
    asked: list[web.Request] = field(default_factory=list)
    address: str = ""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        found = self.answers.get(request.path)
        return await found(request) if found else web.Response(status=404)

    def says(
        self,
        path: str,
        body: bytes | str = b"",
        status: int = 200,
        headers: dict[str, str] | None = None,
        kind: str = "",
    ) -> None:
        """From now on, answer so."""
        told = body.encode() if isinstance(body, str) else body
        sent = {"Content-Type": kind or "application/rss+xml", **(headers or {})}

        async def answer(_request: web.Request) -> web.Response:
            return web.Response(status=status, body=told, headers=sent)

        self.answers[path] = answer

    def url(self, path: str = "/feed") -> str:
        return self.address + path


@dataclass
class Desk:
    """Polls one server. `now` is set by the test."""

    server: Server
    web: Client
    parsers: Parsers
    now: datetime = NOON
    states: dict[str, FeedState] = field(default_factory=dict)

    async def visit(self, state: PageState, *, after: timedelta = timedelta()) -> Visited:
        """Look at a page."""
        self.now += after
        return await page(self.web, self.parsers, state, self.now)

    async def poll(
        self, path: str = "/feed", *, after: timedelta = timedelta(), taken: Sequence[str] = (), url: str = ""
    ) -> Polled:
        """Poll a feed, remembering its state."""
        self.now += after
        url = url or self.server.url(path)
        state = self.states.get(url, FeedState(url))
        polled = await poll(self.web, self.parsers, Subscription(url), state, self.now, taken=frozenset(taken))
        self.states[url] = polled.state
        return polled


@asynccontextmanager
async def open_desk(parsers: Parsers, limits: Limits = QUICK) -> AsyncIterator[Desk]:
    """A server, at every address of this machine, and a desk that polls it."""
    server = Server()
    app = web.Application(client_max_size=2**26)
    app.router.add_route("*", "/{tail:.*}", server.answer)
    async with (
        TestServer(app, host="0.0.0.0") as running,
        client("mailto:desk@example.org", "1", LOOPBACK, limits) as opened,
    ):
        server.address = f"http://127.0.0.1:{running.port}"
        yield Desk(server, opened, parsers)


def run(scene: Callable[[Desk], Awaitable[None]], limits: Limits = QUICK) -> None:
    """Play a scene. All scenes share two processes that parse: starting one takes longer than most scenes."""

    async def played() -> None:
        async with open_desk(parsers, limits) as desk:
            await scene(desk)

    runner, parsers = _shared()
    runner.run(played())


@cache
def _shared() -> tuple[asyncio.Runner, Parsers]:
    runner, parsers = asyncio.Runner(), Parsers(2, seconds=10)

    def close() -> None:
        runner.run(parsers.__aexit__(None, None, None))
        runner.close()

    atexit.register(close)
    return runner, parsers


def titles(polled: Polled) -> list[str]:
    """The titles of what was found."""
    return [one.title or "" for one in polled.found if isinstance(one, Item)]


def faults(polled: Polled) -> list[str]:
    """What was found that is no item, in words."""
    return [one.what for one in polled.found if not isinstance(one, Item)]


def told(polled: Polled) -> list[str]:
    """What the operator is told, by name; `-` before what is over."""
    return [("-" if notice.over else "") + notice.trouble.value for notice in polled.told]
