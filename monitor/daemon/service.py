"""The service: takes the database, listens to signals, and has a crew at work for the settings as they stand."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import structlog

from monitor.daemon.crew import crew
from monitor.daemon.deciding import Pass
from monitor.daemon.reloading import Configured
from monitor.daemon.schedule import Schedule
from monitor.daemon.supervisor import Supervisor
from monitor.daemon.vitals import Pulse
from monitor.daemon.writer import Writer
from monitor.fetch import Limits
from monitor.log import set_up
from monitor.settings import Settings
from monitor.store import Store
from monitor.web import Asking, serving

LOOK_EVERY = timedelta(seconds=5)
"""How often it is looked whether a file of the configuration changed."""

BEAT_EVERY = timedelta(seconds=10)
"""To a supervisor whose watchdog does not say how often."""

PATIENCE = Limits()
"""With strangers, unless told otherwise."""

TURNS_EVERY = 0.001
"""Seconds after which a thread that computes lets another have its turn: what the network answers is heard at once,
also while an article is being decided."""

log = structlog.get_logger()


def utc_now() -> datetime:
    """The service's clock."""
    return datetime.now(UTC)


class Service:
    """Everything that runs while `monitor run` does, on one database that no other service has."""

    def __init__(
        self,
        configured: Configured,
        store: Store,
        clock: Callable[[], datetime] = utc_now,
        supervisor: Supervisor | None = None,
        limits: Limits = PATIENCE,
    ) -> None:
        self._configured = configured
        self._store = store
        self._clock = clock
        self._pulse = Pulse(clock)
        self._supervisor = supervisor or Supervisor()
        self._limits = limits
        self._stopping = False

    async def run(self) -> None:
        """Run until told to stop. Raises StoreError where another service has the database."""
        settings = self._configured.settings
        sys.setswitchinterval(TURNS_EVERY)
        asking = Asking(self._store, lambda: self._configured.settings, self._clock)
        with self._store.held():
            async with serving(settings.web, asking, self._pulse) as address:
                await self._work_until_stopped(address)

    async def run_once(self) -> Pass:
        """One pass over every source, whatever is due."""
        with self._store.held():
            writer = Writer()
            try:
                settings = self._configured.settings
                async with crew(settings, self._store, writer, self._clock, self._pulse, self._limits) as hands:
                    return await hands.once()
            finally:
                writer.close()

    async def _work_until_stopped(self, address: str | None) -> None:
        change = asyncio.Event()  # something for this loop to do: new settings, or the end
        loop = asyncio.get_running_loop()

        def end() -> None:
            self._stopping = True
            change.set()

        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, end)
        loop.add_signal_handler(signal.SIGHUP, lambda: self._take_settings(change))
        writer = Writer()
        try:
            while not self._stopping:
                change.clear()
                settings = self._configured.settings
                set_up(settings.service.log_level)
                schedule = Schedule(self._pulse)
                schedule.every(LOOK_EVERY, "settings", lambda: self._look_for_settings(change), first=LOOK_EVERY)
                schedule.every(self._supervisor.heartbeat or BEAT_EVERY, "pulse", self._beat)
                async with crew(
                    settings, self._store, writer, self._clock, self._pulse, self._limits, change.is_set
                ) as hands:
                    self._started(settings, address)
                    await hands.work(schedule, change)
        finally:
            self._supervisor.stopping()
            writer.close()
            log.info("stopped")

    def _started(self, settings: Settings, address: str | None) -> None:
        self._pulse.started()
        feeds = len(settings.sources.feeds)
        log.info("started", feeds=feeds, watches=len(settings.watches), page=address)
        self._supervisor.ready(f"{feeds} feeds")

    async def _beat(self) -> None:
        if not self._pulse.faults():
            self._supervisor.alive("at work")

    async def _look_for_settings(self, change: asyncio.Event) -> None:
        if self._configured.changed():
            self._take_settings(change)

    def _take_settings(self, change: asyncio.Event) -> None:
        """Read the settings again, all or nothing; with new ones the crew at work makes way for another."""
        before = self._configured.settings
        if not self._configured.read_again():
            self._pulse.reloads.labels("no").inc()
            for problem in self._configured.problems:
                log.error("settings not taken", problem=problem, still="the settings from before")
            return
        after = self._configured.settings
        self._pulse.reloads.labels("yes").inc()
        for name in ("database", "web"):
            if getattr(before, name) != getattr(after, name):
                log.warning("settings taken in part", key=name, what="takes effect when the service is started again")
        log.info("settings taken")
        change.set()
