"""The service: polls feeds on a schedule, decides one article after the other, and sends what is to be told."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from random import Random
from typing import TypeVar

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from monitor.alerts import Sender, open_channels
from monitor.errors import InputError
from monitor.fetch import (
    Client,
    Note,
    PageState,
    Parsers,
    Subscription,
    client,
    items,
    networks,
    page,
    poll,
)
from monitor.model import Item
from monitor.pipeline import Reading, Road
from monitor.settings import Settings
from monitor.store import Store, StoredLetterbox, keep_polled, keep_visited
from monitor.workers import Readers

DIGEST_SECONDS = 30
"""How often it is looked whether a digest is due."""

PAGES_AT_ONCE = 50
ITEMS_AT_ONCE = 100

log = structlog.get_logger()
Clock = Callable[[], datetime]
Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Pass:
    """What one pass over all sources brought."""

    decided: int = 0
    failed: int = 0


class Service:
    """Everything that runs while `monitor run` does. All deciding happens on one thread: there is one writer."""

    def __init__(
        self, settings: Settings, store: Store, readers: Readers, clock: Clock = lambda: datetime.now(UTC)
    ) -> None:
        self._settings = settings
        self._store = store
        self._road = Road(store, settings, replaying=False)
        self._readers = readers
        self._clock = clock
        self._letterbox = StoredLetterbox(store, settings.labels, settings.alerts.figures, settings.watches)
        channels = open_channels(settings.channels, self._letterbox)
        self._sender = Sender(channels, self._letterbox, clock, Random().random)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")

    async def run(self) -> None:
        """Read what is recorded, then poll and send on a schedule until the process is told to stop."""
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop.set)
        scheduler = AsyncIOScheduler(timezone=UTC)
        options = {"max_instances": 1, "coalesce": True, "misfire_grace_time": None}
        scheduler.add_job(self._poll_due, "interval", seconds=30, next_run_time=self._clock(), **options)
        scheduler.add_job(self._on_writer, "interval", args=[self._write_digests], seconds=DIGEST_SECONDS, **options)
        await self._on_writer(self._letterbox.release)
        sending = asyncio.create_task(self._sender.run(stop))
        await self._on_writer(self.read_recorded)
        scheduler.start()
        log.info("started", feeds=len(self._settings.sources.feeds))
        try:
            await stop.wait()
        finally:
            scheduler.shutdown(wait=False)
            await sending  # the letters at hand are finished
            self._writer.shutdown(wait=True)  # the article at hand is finished
            log.info("stopped")

    async def run_once(self) -> Pass:
        """One pass over every source, whatever is due, and all that is to be told sent."""
        recorded = await self._on_writer(self.read_recorded)
        polled = await self._poll(self._settings.sources.feeds)
        await self._on_writer(self._letterbox.release)
        await self._on_writer(self._write_digests)
        await self._sender.send_due()
        self._writer.shutdown(wait=True)
        return Pass(recorded.decided + polled.decided, recorded.failed + polled.failed)

    def read_recorded(self) -> Pass:
        """Read the recorded sources; what was decided before is passed over."""
        return self._decide(items(self._settings.sources.recorded), None)

    def _write_digests(self) -> None:
        self._letterbox.write_digests(self._clock())

    async def _poll_due(self) -> None:
        urls = [feed.url for feed in self._settings.sources.feeds]
        with self._store.reading() as past:
            due = {state.url for state in past.feeds.due(urls, self._clock())}
        await self._poll([feed for feed in self._settings.sources.feeds if feed.url in due])

    async def _poll(self, feeds: Iterable[Subscription]) -> Pass:
        network = self._settings.network
        with self._store.reading() as past:
            held = past.feeds.held(self._clock())
        async with (
            client(network.contact, version("monitor"), networks(network.allow), held=held) as web,
            Parsers() as parsers,
        ):
            failed = sum(await asyncio.gather(*(self._poll_one(web, parsers, feed) for feed in feeds)))
            with self._store.reading() as past:
                due = past.pages.due(self._clock(), PAGES_AT_ONCE)
            await asyncio.gather(*(self._visit(web, parsers, state) for state in due))
        decided = await self._on_writer(self._decide_inbox)
        return Pass(decided.decided, decided.failed + failed)

    async def _poll_one(self, web: Client, parsers: Parsers, feed: Subscription) -> int:
        now = self._clock()
        with self._store.reading() as past:
            state = past.feeds.state(feed.url)
        polled = await poll(web, parsers, feed, state, now, taken={other.url for other in self._settings.sources.feeds})
        with self._store.deciding() as past:
            keep_polled(past, polled, now)
        for error in polled.found:
            if isinstance(error, InputError):
                log.warning("feed failed", feed=feed.url, what=error.what, again_at=str(polled.state.due_at))
        for notice in polled.told:
            log.warning("feed", feed=feed.url, what=notice.what, to_do=notice.to_do)
        return 1 if polled.state.failures else 0

    async def _visit(self, web: Client, parsers: Parsers, state: PageState) -> None:
        visited = await page(web, parsers, state, self._clock())
        with self._store.deciding() as past:
            keep_visited(past, visited)

    def _decide_inbox(self) -> Pass:
        decided = failed = 0
        while True:
            with self._store.reading() as past:
                waiting = past.inbox.next(ITEMS_AT_ONCE)
            if not waiting:
                return Pass(decided, failed)
            for one in waiting:
                done = self._decide([one.item], one.watched_since)
                with self._store.deciding() as past:
                    past.inbox.done(one.place)
                decided += done.decided
                failed += done.failed

    def _decide(self, incoming: Iterable[Item | InputError | Note], watched_since: datetime | None) -> Pass:
        decided = failed = 0
        for entry in self._readers.read(self._undecided(incoming)):
            if isinstance(entry, Reading):
                self._road.decide(entry, self._clock(), watched_since=watched_since)
                decided += 1
            elif isinstance(entry, InputError):
                log.warning("not read", where=entry.where, what=entry.what)
                failed += 1
        return Pass(decided, failed)

    def _undecided(self, incoming: Iterable[Item | InputError | Note]) -> Iterator[Item | InputError | Note]:
        return (entry for entry in incoming if not isinstance(entry, Item) or self._road.decided(entry) is None)

    async def _on_writer(self, work: Callable[[], Done]) -> Done:
        return await asyncio.get_running_loop().run_in_executor(self._writer, work)
