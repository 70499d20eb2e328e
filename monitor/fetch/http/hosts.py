"""How a host may be asked: few requests at a time, a pause between them, and none while it asks for rest."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from urllib.parse import urlsplit

MOST_KEPT = 2000
"""Hosts whose turn is kept in mind; those that are idle are forgotten first."""

LARGEST_RULES = 500 * 1024
"""Bytes of a robots.txt that are read, as RFC 9309, 2.5 has it."""


class Hosts:
    """The turns of every host. Times of rest are wall-clock times, so that they can be remembered."""

    def __init__(self, at_once: int, pause: float, held: Mapping[str, datetime] | None = None) -> None:
        self._at_once = at_once
        self._pause = pause
        self._turns: dict[str, _Turns] = {}
        self._held = dict(held or {})
        self._rules: dict[str, tuple[bytes, datetime]] = {}

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait until the host may be asked, and hold one of its places meanwhile."""
        clock = asyncio.get_running_loop().time
        turns = self._turns_of(host, clock())
        async with turns.places:
            wait = turns.next_at - clock()
            turns.next_at = max(clock(), turns.next_at) + turns.pause
            if wait > 0:
                await asyncio.sleep(wait)
            yield

    def hold(self, host: str, until: datetime) -> None:
        """Ask nothing of the host before `until`."""
        self._held[host] = max(until, self._held.get(host, until))

    def held(self, host: str, now: datetime) -> datetime | None:
        """Until when the host is not to be asked; None where it may be."""
        until = self._held.get(host)
        if until is not None and until <= now:
            del self._held[host]
            return None
        return until

    def slow_down(self, host: str, pause: float) -> None:
        """Leave at least so many seconds between two requests to the host."""
        turns = self._turns.get(host)
        if turns is not None:
            turns.pause = max(turns.pause, pause)

    def rules(self, host: str, now: datetime) -> bytes | None:
        """The host's robots.txt, if it was read and still holds."""
        kept = self._rules.get(host)
        return kept[0] if kept is not None and kept[1] > now else None

    def keep_rules(self, host: str, rules: bytes, until: datetime) -> None:
        """Remember the host's robots.txt."""
        if len(self._rules) >= MOST_KEPT:
            del self._rules[next(iter(self._rules))]
        self._rules[host] = (rules[:LARGEST_RULES], until)

    def _turns_of(self, host: str, now: float) -> _Turns:
        if host not in self._turns:
            if len(self._turns) >= MOST_KEPT:
                self._turns = {name: turns for name, turns in self._turns.items() if not turns.is_idle(now)}
            self._turns[host] = _Turns(self._at_once, self._pause)
        return self._turns[host]


class _Turns:
    def __init__(self, at_once: int, pause: float) -> None:
        self.places = asyncio.Semaphore(at_once)
        self.next_at = 0.0
        self.pause = pause

    def is_idle(self, now: float) -> bool:
        return self.next_at <= now and not self.places.locked()


def host_of(url: str) -> str:
    """The host of an address, by which its turns are kept; empty where there is none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""
