"""The pages: those that entries wait for, and those that are looked at again in case they were edited."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

import structlog

from monitor.daemon.vitals import Pulse
from monitor.daemon.writer import Writer
from monitor.fetch import Client, PageState, Parsers, page
from monitor.store import Store, keep_visited

AT_ONCE = 50
"""Pages of one round."""

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

    async def due(self) -> int:
        """Look at every page that is due, AT_ONCE at most; hand out how many those were."""
        with self._store.reading() as past:
            states = past.pages.due(self._clock(), AT_ONCE)
        await asyncio.gather(*(self._one(state) for state in states))
        return len(states)

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
