"""Work that waits for strangers: started, not waited for, so that one who is slow keeps nobody else from his turn."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Coroutine

import structlog

from monitor.daemon.vitals import Pulse

log = structlog.get_logger()


class Errands:
    """Tasks under way, by the address that each is about: one an address at a time, and so many in all."""

    def __init__(self, name: str, most: int, pulse: Pulse) -> None:
        self._name = name
        self._most = most
        self._pulse = pulse
        self._out: dict[str, asyncio.Task[object]] = {}

    @property
    def out(self) -> Collection[str]:
        """The addresses that somebody is under way to."""
        return self._out.keys()

    @property
    def room(self) -> int:
        """How many more may be sent."""
        return max(0, self._most - len(self._out))

    def send(self, address: str, work: Coroutine[object, object, object]) -> None:
        """Start work on an address that nobody is under way to."""
        task = asyncio.create_task(work, name=f"{self._name} {address}")
        self._out[address] = task
        task.add_done_callback(lambda done: self._came_back(address, done))

    async def all_back(self) -> None:
        """Wait until nobody is under way."""
        while self._out:
            await asyncio.wait(self._out.values())

    async def close(self) -> None:
        """Call everybody back: what an errand has not kept by now, the next one brings."""
        for task in self._out.values():
            task.cancel()
        await self.all_back()

    def _came_back(self, address: str, done: asyncio.Task[object]) -> None:
        del self._out[address]
        error = None if done.cancelled() else done.exception()
        if error is not None:  # a fault of ours, or of the database, about one address costs that errand alone
            self._pulse.jobs_failed.labels(self._name).inc()
            log.error("errand failed", errand=self._name, address=address, what=repr(error), exc_info=error)
