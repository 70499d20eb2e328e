"""The pages: those that entries wait for, and those that are looked at again in case they were edited."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import structlog

from monitor.daemon.errands import Errands
from monitor.daemon.vitals import Pulse
from monitor.daemon.writer import Writer
from monitor.fetch import Client, PageState, Parsers, page
from monitor.store import Store, keep_visited

AT_ONCE = 50
"""Pages being looked at at the same time."""

log = structlog.get_logger()


class Visiting:
    """Looks at pages, and keeps what they bring."""

    def __init__(
        self,
        store: Store,
        writer: Writer,
        web: Client,
        parsers: Parsers,
        clock: Callable[[], datetime],
        pulse: Pulse,
    ) -> None:
        self._store = store
        self._writer = writer
        self._web = web
        self._parsers = parsers
        self._clock = clock
        self._pulse = pulse
        self._errands = Errands("visit", AT_ONCE, pulse)

    async def due(self) -> None:
        """Send for the pages that are due and are not being looked at; nobody is waited for."""
        if self._errands.room:
            with self._store.reading() as past:
                due = past.pages.due(self._clock(), AT_ONCE)
            fresh = [state for state in due if state.url not in self._errands.out]
            for state in fresh[: self._errands.room]:
                self._errands.send(state.url, self._one(state))

    async def all_due(self) -> None:
        """Look at every page that is due, and come back when all were."""
        while True:
            await self.due()
            if not self._errands.out:
                return
            await self._errands.all_back()

    async def close(self) -> None:
        """Look at no page any more."""
        await self._errands.close()

    async def _one(self, state: PageState) -> None:
        visited = await page(self._web, self._parsers, state, self._clock())

        def keep() -> None:
            with self._store.deciding() as past:
                keep_visited(past, visited)

        await self._writer.do(keep)
        failed = visited.state.failures > 0
        if failed:
            log.info("page not read", page=state.url, feed=state.item.source, what=visited.state.error)
        self._pulse.pages.labels("failed" if failed else "changed" if visited.found else "unchanged").inc()
