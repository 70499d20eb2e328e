"""The feeds: those that are due are asked, and what they brought is kept with their state."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence, Set
from datetime import datetime

import structlog

from monitor.daemon.errands import Errands
from monitor.daemon.vitals import Pulse
from monitor.daemon.writer import Writer
from monitor.errors import InputError
from monitor.fetch import Client, FeedState, Parsers, Polled, Subscription, poll
from monitor.store import Store, keep_polled

MOST_WAITING = 5_000
"""Items in the inbox beyond which no feed is asked: deciding comes first, and memory and disk stay bounded."""

AT_ONCE = 200
"""Feeds being asked at the same time: most of them wait for their host's turn or for an answer."""

log = structlog.get_logger()


class Polling:
    """Asks feeds, and keeps what they bring."""

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
        self._errands = Errands("poll", AT_ONCE, pulse)

    async def due(self, feeds: Sequence[Subscription]) -> None:
        """Send for every feed that is due and is not being asked; nobody is waited for."""
        with self._store.reading() as past:
            if past.inbox.count() > MOST_WAITING:
                log.warning("polling waits", why="more was fetched than could be decided yet")
                return
            asked = [feed.url for feed in feeds if feed.url not in self._errands.out]
            due = past.feeds.due(asked, self._clock())
        by_url = {feed.url: feed for feed in feeds}
        for state in due[: self._errands.room]:
            self._errands.send(state.url, self._one(by_url[state.url], state, by_url.keys()))

    async def all(self, feeds: Sequence[Subscription]) -> int:
        """Ask every feed now, whether it is due or not; hand out how many could not be read."""
        with self._store.reading() as past:
            states = past.feeds.states([feed.url for feed in feeds])
        taken = states.keys()
        read = await asyncio.gather(*(self._one(feed, states[feed.url], taken) for feed in feeds))
        return read.count(False)

    async def close(self) -> None:
        """Ask nobody any more."""
        await self._errands.close()

    async def _one(self, feed: Subscription, state: FeedState, taken: Set[str]) -> bool:
        """Ask one feed; whether it could be read."""
        polled = await poll(self._web, self._parsers, feed, state, self._clock(), taken=taken)
        await self._writer.do(lambda: self._keep(polled))
        self._tell(feed, polled)
        return not polled.state.failures

    def _keep(self, polled: Polled) -> None:
        with self._store.deciding() as past:
            keep_polled(past, polled, self._clock())

    def _tell(self, feed: Subscription, polled: Polled) -> None:
        for notice in polled.told:
            log.warning("feed", feed=notice.feed, trouble=notice.trouble.value, what=notice.what, to_do=notice.to_do)
        failures = [entry for entry in polled.found if isinstance(entry, InputError)]
        for failure in failures:
            again_at = polled.state.due_at.isoformat(timespec="seconds") if polled.state.due_at else "never"
            log.info("feed not read", feed=feed.url, what=failure.what, again_at=again_at)
        self._pulse.polls.labels("failed" if polled.state.failures else "answered").inc()
