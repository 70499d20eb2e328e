"""What polling costs: `python -m bench.feeds`.

    python -m bench.feeds [--feeds 1000] [--entries 20] [--read 400]

A server of its own process serves made-up feeds on loopback. In one run, each in a process of its own so that nothing
is shared: a bare loop of aiohttp and feedparser over them, and the service's polling, which fetches, parses in
processes of its own, and stores the entries in a database. Then the service polls them again, and every answer is 304.
At the end some of the stored entries go down the rest of the road, and the cost of each room is printed. CPU seconds,
user and system, of a process and all that it started; never the clock on the wall.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import aiohttp
import feedparser
from aiohttp import web

from bench.floors import breaches
from bench.shared import ROOT
from monitor import dedup, fetch, figures, stories
from monitor.daemon.polling import Polling
from monitor.daemon.vitals import Pulse
from monitor.daemon.writer import Writer
from monitor.fetch import Limits, Parsers, Subscription, client, networks
from monitor.pipeline import Road, read
from monitor.settings import load
from monitor.store import Store

HOSTS = 100
"""Loopback addresses among which the feeds are spread, as they are among publishers."""

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def main() -> None:
    """Run the bench, print its figures, and end non-zero where a floor does not hold."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--feeds", type=int, default=1000)
    asked.add_argument("--entries", type=int, default=20)
    asked.add_argument("--read", type=int, default=400, help="entries that go down the rest of the road")
    asked.add_argument("--part", choices=("serve", "bare", "polling"), help=argparse.SUPPRESS)
    given = asked.parse_args()
    match given.part:
        case "serve":
            asyncio.run(_serve(given.feeds, given.entries))
        case "bare":
            _print(asyncio.run(_bare(_addresses_told())))
        case "polling":
            _print(_polling(_addresses_told(), given.read))
        case _:
            _compare(given.feeds, given.entries, given.read)


def _compare(feeds: int, entries: int, read: int) -> None:
    with _started("serve", feeds, entries, read) as server:
        assert server.stdout is not None
        urls = server.stdout.readline()
        bare, ours = (_part(part, urls, feeds, entries, read) for part in ("bare", "polling"))
        server.kill()
    measured = {
        "ratio": ours["poll"] / bare["poll"],
        "ms_a_304": 1000 * ours["unchanged"] / feeds,
        "stored": ours["stored"],
    }
    print(f"bare aiohttp and feedparser: {1000 * bare['poll'] / feeds:.2f} ms of CPU a feed of {entries} entries")
    print(f"fetched, parsed and stored:  {1000 * ours['poll'] / feeds:.2f} ms", end="")
    print(f", {1000 * ours['parsers'] / feeds:.2f} ms of it in the processes that parse")
    print("the whole road, ms of CPU an entry:")
    print(f"  fetch, parse, store  {1000 * ours['poll'] / feeds / entries:7.3f}")
    for room in ("article", "figures", "sketch", "features", "the rest of reading", "deciding"):
        print(f"  {room:<19}  {1000 * ours[room]:7.3f}")
    print(" ".join(f"{name}={value:.4g}" for name, value in measured.items()))
    told = breaches("feeds", measured)
    if measured["stored"] != feeds * entries:
        told.append(f"feeds: {measured['stored']:g} entries are stored of {feeds * entries}")
    for line in told:
        print(f"BELOW ITS FLOOR  {line}")
    sys.exit(bool(told))


def _polling(urls: list[str], most: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="monitor-feeds-") as folder:
        settings = load(ROOT / "config")
        store = Store.open(f"sqlite:///{folder}/monitor.db", settings.copies)
        told = asyncio.run(_polled(store, [Subscription(url) for url in urls]))
        with store.reading() as past:
            told["stored"] = float(past.inbox.count())
            waiting = [one.item for one in past.inbox.next(most)]
        road = Road(store, settings)
        readings = [read(item, settings) for item in waiting]
        articles = [fetch.article(item) for item in waiting]
        rooms: dict[str, Callable[[], object]] = {
            "article": lambda: [fetch.article(item) for item in waiting],
            "figures": lambda: [figures.read(article, settings.kinds) for article in articles],
            "sketch": lambda: [dedup.sketch(article, settings.copies) for article in articles],
            "features": lambda: [stories.features(article) for article in articles],
            "reading": lambda: [read(item, settings) for item in waiting],
            "deciding": lambda: [road.decide(reading, NOON, watched_since=NOON) for reading in readings],
        }
        told |= {room: _cost(work) / len(waiting) for room, work in rooms.items()}
        told["the rest of reading"] = told["reading"] - sum(told[room] for room in list(rooms)[:4])
        store.close()
    return told


async def _polled(store: Store, feeds: list[Subscription]) -> dict[str, float]:
    now = NOON
    writer, pulse = Writer(), Pulse(lambda: now)
    told = {}
    limits = Limits(pause=0)
    began, parsing = _cpu(), _cpu_of_ended()
    async with client("mailto:bench@example.org", "bench", networks(["127.0.0.0/8"]), limits) as connected:
        async with Parsers() as parsers:
            polling = Polling(store, writer, connected, parsers, lambda: now, pulse)
            failed = await polling.all(feeds)
        told["poll"], told["parsers"] = _cpu() - began, _cpu_of_ended() - parsing
        assert failed == 0
        now += timedelta(hours=1)
        async with Parsers() as parsers:
            polling = Polling(store, writer, connected, parsers, lambda: now, pulse)
            began = _cpu()
            await polling.all(feeds)
            told["unchanged"] = _cpu() - began
    writer.close()
    return told


async def _bare(urls: Iterable[str]) -> dict[str, float]:
    """A feed after the other is asked for, and parsed as it comes; what comes out is counted and let go."""
    began, entries = _cpu(), 0
    async with aiohttp.ClientSession() as session:
        for url in urls:
            async with session.get(url) as response:
                body = await response.read()
                entries += len(feedparser.parse(body, response_headers=dict(response.headers)).entries)
    return {"poll": _cpu() - began, "entries": entries}


async def _serve(feeds: int, entries: int) -> None:
    """Serve the feeds, printing their addresses once they are there, until this process is ended."""
    bodies = {f"/{n}": _feed(n, entries) for n in range(feeds)}

    async def answer(request: web.Request) -> web.Response:
        if request.headers.get("If-None-Match") == '"1"':
            return web.Response(status=304)
        return web.Response(body=bodies[request.path], content_type="application/rss+xml", headers={"ETag": '"1"'})

    app = web.Application()
    app.router.add_get("/{feed}", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    addresses = []
    for host in range(HOSTS):
        site = web.TCPSite(runner, f"127.0.{1 + host // 250}.{1 + host % 250}", 0)
        await site.start()
        addresses.append("http://{}:{}".format(*runner.addresses[-1]))
    print(json.dumps([f"{addresses[n % HOSTS]}/{n}" for n in range(feeds)]), flush=True)
    await asyncio.Event().wait()


def _feed(number: int, entries: int) -> bytes:
    """A feed as a newspaper has it: each entry a report of some 900 characters, as HTML."""
    items = "".join(_entry(number, at) for at in range(entries))
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>Gazette {number}</title><link>https://gazette{number}.example/</link><ttl>10</ttl>{items}"
        "</channel></rss>"
    ).encode()


def _entry(feed: int, at: int) -> str:
    town, toll = f"Ardmouth-{feed}", 3 + at
    paragraphs = (
        f"{toll} people were killed and {2 * toll} injured when a bus left the road near {town}, police said.",
        f"The bus was on its way from {town} to the coast with {toll + 40} passengers on board when its brakes failed.",
        f"“We heard a noise like thunder,” said a farmer who came first, from {at + 2} kilometres away.",
        "The road was closed for most of the day, and the transport ministry promised to look into the accident.",
        "The company that ran the bus had been fined twice for worn tyres, according to its records.",
        f"It is the {at + 2}th accident on that road since the winter. Villagers have asked for a barrier for years.",
        f"The hospital of {town} asked for blood, and a school was opened for relatives of the missing.",
    )
    text = "".join(f"&lt;p&gt;{paragraph}&lt;/p&gt;" for paragraph in paragraphs)
    link = f"https://gazette{feed}.example/news/{at}"
    published = format_datetime(NOON - timedelta(minutes=7 * at + feed % 7))
    return (
        f'<item><guid isPermaLink="true">{link}</guid><link>{link}</link><title>{toll} dead in bus accident near {town}'
        f"</title><description>{text}</description><pubDate>{published}</pubDate><dc:creator>A. Writer</dc:creator>"
        "<category>World</category></item>"
    )


def _started(part: str, feeds: int, entries: int, read: int) -> subprocess.Popen[str]:
    words = [sys.executable, "-m", "bench.feeds", "--part", part]
    words += ["--feeds", str(feeds), "--entries", str(entries), "--read", str(read)]
    return subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def _part(part: str, urls: str, feeds: int, entries: int, read: int) -> dict[str, float]:
    with _started(part, feeds, entries, read) as process:
        printed, _ = process.communicate(urls)
    if process.returncode:
        sys.exit(f"{part} ended with status {process.returncode}")
    told: dict[str, float] = json.loads(printed.splitlines()[-1])
    return told


def _addresses_told() -> list[str]:
    urls: list[str] = json.loads(sys.stdin.readline())
    return urls


def _print(told: dict[str, float]) -> None:
    print(json.dumps(told))


def _cost(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _cpu() -> float:
    """Seconds that this process has taken, with those that it started and that have ended."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    return own.ru_utime + own.ru_stime + _cpu_of_ended()


def _cpu_of_ended() -> float:
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime


if __name__ == "__main__":
    main()
