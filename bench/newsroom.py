"""Made-up publishers on this machine: feeds that grow by the clock, each on an address of its own, some of them faulty.

Every entry of a sound feed tells a higher toll of the feed's one accident, so that each is worth one alert.
"""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from random import Random

from aiohttp import web

CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"

THINGS = [
    "a ferry",
    "a coach",
    "a grain silo",
    "a cable car",
    "a sawmill",
    "a night train",
    "a chemical plant",
    "a pier",
]
HAPPENED = ["sank off", "overturned near", "exploded in", "fell at", "burnt down in", "derailed outside", "gave way in"]
PEOPLE = ["a baker", "the harbour pilot", "a retired nurse", "the stationmaster", "a fruit grower", "a school cook"]
SAW = ["had warned of", "could not forget", "spoke quietly about", "wants an inquiry into", "photographed", "denied"]
SIGHTS = [
    "the smoke over the roofs",
    "a row of ambulances",
    "the smell of tar",
    "the broken railings",
    "the long silence",
]
WHEN = ["before supper at", "on the way from", "while walking to", "after the bells of", "during the fair at", "beside"]
PLACES = ["bridge", "orchard", "market cross", "lighthouse", "quarry", "mill pond", "chapel", "football ground"]

FAULTS = ("error", "busy", "page", "hangs", "half", "bomb", "drip", "empty", "loop", "garbage")
"""What is wrong with a faulty feed, one after the other. None of them brings an entry."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """One feed: its number, and what is wrong with it, if anything is."""

    number: int
    fault: str | None

    @property
    def host(self) -> str:
        """A loopback address that no other has: hosts are asked one at a time."""
        return f"127.0.{1 + self.number // 250}.{1 + self.number % 250}"

    @property
    def town(self) -> str:
        """A name that only this feed's articles bear."""
        return _name(self.number + 4_321) + "mouth"


class Newsroom:
    """Feeds that serve every entry up to now: the first `begins` after the start, then one each `gap`."""

    def __init__(self, feeds: int, *, faulty_one_in: int, begins: timedelta, gap: timedelta) -> None:
        self.publishers = [
            Publisher(n, FAULTS[n // faulty_one_in % len(FAULTS)] if n % faulty_one_in == faulty_one_in - 1 else None)
            for n in range(feeds)
        ]
        self._begins = begins
        self._gap = gap
        self._started = datetime.now(UTC)
        self._until: datetime | None = None
        self._servers = AsyncExitStack()
        self.urls: dict[int, str] = {}
        self.asked = 0

    async def open(self) -> None:
        """Serve every feed."""
        for publisher in self.publishers:
            app = web.Application()
            app.router.add_get("/feed", self._answering(publisher))
            runner = web.AppRunner(app, access_log=None)
            await runner.setup()
            self._servers.push_async_callback(runner.cleanup)
            site = web.TCPSite(runner, publisher.host, 0, shutdown_timeout=1)
            await site.start()
            self.urls[publisher.number] = f"http://{publisher.host}:{runner.addresses[0][1]}/feed"

    async def close(self) -> None:
        """Serve no more."""
        await self._servers.aclose()

    def end_of_news(self) -> None:
        """No entry comes after this moment."""
        self._until = datetime.now(UTC)

    def entries(self, publisher: Publisher) -> int:
        """How many entries a feed holds now."""
        if publisher.fault:
            return 0
        now = self._until or datetime.now(UTC)
        passed = now - self._started - self._begins - self._gap * (publisher.number % 97) / 97
        return max(0, passed // self._gap + 1)

    def _answering(self, publisher: Publisher) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def answer(request: web.Request) -> web.StreamResponse:
            self.asked += 1
            if publisher.fault:
                return await _faulty(request, publisher.fault)
            count = self.entries(publisher)
            tag = f'"{count}"'
            if request.headers.get("If-None-Match") == tag:
                return web.Response(status=304)
            body = self._feed(publisher, count)
            return web.Response(body=body, content_type="application/rss+xml", headers={"ETag": tag})

        return answer

    def _feed(self, publisher: Publisher, count: int) -> bytes:
        items = "".join(self._entry(publisher, number) for number in reversed(range(count)))
        title = f"{publisher.town} Gazette"
        return f"<rss version='2.0'><channel><title>{title}</title>{items}</channel></rss>".encode()

    def _entry(self, publisher: Publisher, number: int) -> str:
        toll = 3 + 2 * number
        at = self._started + self._begins + self._gap * (publisher.number % 97) / 97 + self._gap * number
        happened, body = _story(publisher)
        mayor = f"the mayor of {publisher.town}"
        text = f"The number of people killed when {happened} has reached {toll}, {mayor} said. {body}"
        link = f"http://{publisher.host}/news/{number}"
        return (
            f"<item><guid isPermaLink='false'>{publisher.number}-{number}</guid><link>{link}</link>"
            f"<title>{toll} dead after {happened}</title><description>{text} Report number {number}.</description>"
            f"<pubDate>{format_datetime(at)}</pubDate></item>"
        )


def _story(publisher: Publisher) -> tuple[str, str]:
    """What happened at a feed's town, and a body of sentences that no other feed has in this order and wording."""
    chance = Random(publisher.number)
    town, family = publisher.town, _name(chance.randrange(10**6))
    happened = f"{chance.choice(THINGS)} {chance.choice(HAPPENED)} {town}"
    lines = [
        f"{_name(chance.randrange(10**6))} {family}, {chance.choice(PEOPLE)}, {chance.choice(SAW)} "
        f"{chance.choice(SIGHTS)} {chance.choice(WHEN)} {_name(chance.randrange(10**6))} {chance.choice(PLACES)}."
        for _ in range(7)
    ]
    return happened, " ".join(lines)


def _name(number: int) -> str:
    name = ""
    while number:
        number, place = divmod(number, len(CONSONANTS) * len(VOWELS))
        name += CONSONANTS[place % len(CONSONANTS)] + VOWELS[place // len(CONSONANTS)]
    return name.capitalize() or "Ba"


async def _faulty(request: web.Request, fault: str) -> web.StreamResponse:
    if fault in ("error", "busy"):
        return web.Response(status=500 if fault == "error" else 429, headers={"Retry-After": "120"})
    if fault == "page":
        return web.Response(text="<html><body><h1>Please log in</h1></body></html>", content_type="text/html")
    if fault == "empty":
        return web.Response(body=b"", content_type="application/rss+xml")
    if fault == "garbage":
        return web.Response(body=bytes(range(256)) * 4000, content_type="application/rss+xml")
    if fault == "loop":
        raise web.HTTPFound(request.path)
    if fault == "bomb":
        packed = gzip.compress(b"<rss><channel>" + b" " * 50_000_000)
        return web.Response(body=packed, headers={"Content-Encoding": "gzip", "Content-Type": "application/rss+xml"})
    response = web.StreamResponse(headers={"Content-Type": "application/rss+xml"})
    if fault == "half":
        response.content_length = 5_000
        await response.prepare(request)
        await response.write(b"<rss><channel><item><title>Ten dead")
        assert request.transport is not None
        request.transport.close()
        return response
    if fault == "drip":
        await response.prepare(request)
        with suppress(ConnectionError):  # the service has had enough of it
            for _ in range(120):
                await response.write(b" ")
                await asyncio.sleep(1)
        return response
    await asyncio.sleep(120)  # hangs
    return response
