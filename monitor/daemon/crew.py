"""All that works for one state of the settings: made when it is taken, ended before another is."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from importlib.metadata import version
from random import Random

import structlog

from monitor.alerts import Sender, open_channels
from monitor.daemon.deciding import Deciding, Pass
from monitor.daemon.polling import Polling
from monitor.daemon.schedule import Schedule
from monitor.daemon.visiting import Visiting
from monitor.daemon.vitals import Pulse
from monitor.daemon.writer import Writer
from monitor.errors import StoreError
from monitor.fetch import Limits, Parsers, client, networks
from monitor.settings import Settings
from monitor.store import Purged, Store, StoredLetterbox
from monitor.workers import Readers

POLL_EVERY = timedelta(seconds=5)
"""How often it is looked which feeds are due: the finest grain of a feed's rhythm is two minutes."""

VISIT_EVERY = timedelta(seconds=10)
PURGE_EVERY = timedelta(days=1)
PURGE_AFTER = timedelta(minutes=10)
"""After the start: what has come in meanwhile is decided first."""

DIGESTS_EVERY = timedelta(seconds=30)
"""How often it is looked whether a watch's digest is due."""

IDLE_SECONDS = 1.0
"""Between two looks into an empty inbox."""

log = structlog.get_logger()


class Crew:
    """Polls, visits, decides and sends, by one state of the settings. Use `crew()` to open one."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        writer: Writer,
        deciding: Deciding,
        polling: Polling,
        visiting: Visiting,
        letterbox: StoredLetterbox,
        sender: Sender,
        clock: Callable[[], datetime],
    ) -> None:
        self._settings = settings
        self._store = store
        self._writer = writer
        self._deciding = deciding
        self._polling = polling
        self._visiting = visiting
        self._letterbox = letterbox
        self._sender = sender
        self._clock = clock

    async def work(self, schedule: Schedule, stop: asyncio.Event) -> None:
        """Work on a schedule until told to stop; the article at hand is finished first."""
        feeds = self._settings.sources.feeds
        schedule.every(POLL_EVERY, "poll", lambda: self._polling.due(feeds))
        schedule.every(VISIT_EVERY, "visit", self._visiting.due)
        schedule.every(DIGESTS_EVERY, "digests", self._write_digests)
        if self._settings.retention.days:
            schedule.every(PURGE_EVERY, "purge", self._purge, first=PURGE_AFTER)
        await self._writer.do(lambda: self._letterbox.release(self._clock()))
        schedule.start()
        try:
            await asyncio.gather(self._decide(stop), self._sender.run(stop))
        finally:
            schedule.close()

    async def once(self) -> Pass:
        """One pass over every source, whatever is due, and all that is to be told sent."""
        done = await self._decide_all()
        done += Pass(failed=await self._polling.all(self._settings.sources.feeds))
        await self._visiting.all_due()
        done += await self._decide_all()
        await self._writer.do(lambda: self._letterbox.release(self._clock()))
        await self._write_digests()
        await self._sender.send_due()
        return done

    async def _decide_all(self) -> Pass:
        done = Pass()
        while (some := await self._writer.do(self._deciding.some)) is not None:
            done += some
        return done

    async def _decide(self, stop: asyncio.Event) -> None:
        """Decide while there is something to, and look again after a while; a database that fails is tried again."""
        while not stop.is_set():
            try:
                idle = await self._writer.do(self._deciding.some) is None
            except StoreError as error:
                log.error("nothing can be decided", what=str(error))
                idle = True
            if idle:
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), IDLE_SECONDS)

    async def _purge(self) -> None:
        before = self._clock() - timedelta(days=self._settings.retention.days)

        def some() -> Purged:
            with self._store.deciding() as past:
                past.pages.forget(before)
                return past.retention.purge_some(before, self._settings.stories)

        done = Purged()
        while (dropped := await self._writer.do(some)).stories:  # other work of the writer comes in between
            done += dropped
        log.info("purged", stories=done.stories, revisions=done.revisions, before=before.isoformat(timespec="seconds"))

    async def _write_digests(self) -> None:
        await self._writer.do(lambda: self._letterbox.write_digests(self._clock()))


@asynccontextmanager
async def crew(
    settings: Settings,
    store: Store,
    writer: Writer,
    clock: Callable[[], datetime],
    pulse: Pulse,
    limits: Limits,
    is_stopping: Callable[[], bool] = lambda: False,
) -> AsyncIterator[Crew]:
    """A crew with all that it works with: open connections, processes that read, processes that parse."""
    network = settings.network
    with store.reading() as past:
        held = past.feeds.held(clock())
    with Readers(settings, settings.service.workers) as readers:
        deciding = await writer.do(lambda: Deciding(store, settings, readers, clock, pulse, is_stopping))
        async with (
            client(network.contact, version("monitor"), networks(network.allow), limits, held) as web,
            Parsers() as parsers,
        ):
            polling = Polling(store, writer, web, parsers, clock, pulse)
            visiting = Visiting(store, writer, web, parsers, clock, pulse)
            letterbox = StoredLetterbox(store, settings.labels, settings.alerts.figures, settings.watches)
            sender = Sender(open_channels(settings.channels, letterbox), letterbox, clock, Random().random)
            try:
                yield Crew(settings, store, writer, deciding, polling, visiting, letterbox, sender, clock)
            finally:
                await polling.close()
                await visiting.close()
