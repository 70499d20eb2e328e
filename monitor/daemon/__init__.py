"""The service: polls feeds on a schedule, decides one article after the other, and sends what is to be told."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from importlib.metadata import version
from typing import TypeVar

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from monitor.errors import InputError
from monitor.fetch import Client, Note, Validators, client, entries, items, networks
from monitor.model import Item
from monitor.pipeline import Reading, Road
from monitor.settings import Feed, Settings
from monitor.store import FeedState, Store
from monitor.workers import Readers

LONGEST_WAIT = timedelta(hours=24)
"""A feed that keeps failing is still tried once a day."""

SEND_SECONDS = 5
LETTERS_AT_ONCE = 100

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
        scheduler.add_job(self._on_writer, "interval", args=[self.send], seconds=SEND_SECONDS, **options)
        await self._on_writer(self.read_recorded)
        scheduler.start()
        log.info("started", feeds=len(self._settings.sources.feeds))
        try:
            await stop.wait()
        finally:
            scheduler.shutdown(wait=False)
            self._writer.shutdown(wait=True)  # the article at hand is finished
            log.info("stopped")

    async def run_once(self) -> Pass:
        """One pass over every source, whatever is due, and all that is to be told sent."""
        recorded = await self._on_writer(self.read_recorded)
        polled = await self._poll(self._settings.sources.feeds)
        await self._on_writer(self.send)
        self._writer.shutdown(wait=True)
        return Pass(recorded.decided + polled.decided, recorded.failed + polled.failed)

    def read_recorded(self) -> Pass:
        """Read the recorded sources; what was decided before is passed over."""
        return self._decide(items(self._settings.sources.recorded), None)

    def send(self) -> None:
        """Tell what waits in the outbox to the log, the one channel of a service without watches."""
        with self._store.reading() as past:
            letters = past.outbox.due("log", self._clock(), LETTERS_AT_ONCE)
        for letter in letters:
            log.warning(
                "alert", alert=letter.alert, severity=letter.severity.value, says=letter.headline, story=letter.story
            )
            with self._store.deciding() as past:
                past.outbox.sent(letter.alert, letter.channel)

    async def _poll_due(self) -> None:
        now = self._clock()
        with self._store.reading() as past:
            states = [(feed, past.feeds.state(feed.url)) for feed in self._settings.sources.feeds]
        await self._poll([feed for feed, state in states if state.due_at is None or state.due_at <= now])

    async def _poll(self, feeds: Iterable[Feed]) -> Pass:
        network = self._settings.network
        async with client(network.contact, version("monitor"), networks(network.allow)) as web:
            passes = await asyncio.gather(*(self._poll_one(web, feed) for feed in feeds))
        return Pass(sum(each.decided for each in passes), sum(each.failed for each in passes))

    async def _poll_one(self, web: Client, feed: Feed) -> Pass:
        with self._store.reading() as past:
            state = past.feeds.state(feed.url)
        now = self._clock()
        state = replace(state, polled_at=now, first_polled_at=state.first_polled_at or now)
        try:
            answer = await web.get(feed.url, Validators(state.etag, state.last_modified))
            done = Pass()
            if answer.body is not None and _hash(answer.body) != state.body_hash:
                found = entries(
                    answer.body, feed.url, content_type=answer.content_type, outlet=feed.outlet, language=feed.language
                )
                done = await self._on_writer(lambda: self._decide(found, state.first_polled_at))
                state = replace(state, body_hash=_hash(answer.body))
            state = replace(  # validators are kept only now that the entries are
                state,
                etag=answer.validators.etag,
                last_modified=answer.validators.last_modified,
                failures=0,
                error=None,
                due_at=now + timedelta(minutes=self._settings.service.poll_minutes),
            )
        except InputError as error:
            done = Pass(failed=1)
            state = self._after_failure(state, error, now)
        with self._store.deciding() as past:
            past.feeds.remember(state)
        return done

    def _after_failure(self, state: FeedState, error: InputError, now: datetime) -> FeedState:
        wait = min(timedelta(minutes=self._settings.service.poll_minutes) * 2 ** min(state.failures, 16), LONGEST_WAIT)
        if state.error != error.what:  # the same trouble is told once
            log.warning(
                "feed failed", feed=state.url, what=error.what, again_in_minutes=int(wait.total_seconds() // 60)
            )
        return replace(state, failures=state.failures + 1, error=error.what, due_at=now + wait)

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


def _hash(body: bytes) -> str:
    return blake2b(body, digest_size=16).hexdigest()
