"""Takes letters from their box to their channels: one task a channel, so that none waits for another.

What is decided is in `retrying`; this carries it out. A letter is claimed, delivered and marked, each a transaction of
its own. The acknowledgement is kept at once, without waiting for anybody; the mark follows, and is tried until it is
written. What a crash in between costs is told, channel by channel, in `docs/watches.md`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import TypeVar

import structlog

from monitor.alerts.channels import Channel
from monitor.alerts.letter import Letter, Letterbox
from monitor.alerts.retrying import Chance, DeliveryError, Health, Patience, after_failure
from monitor.errors import MonitorError

LOOKS_EVERY = 2.0
"""Seconds between two looks into the box."""

PATIENCE = Patience()

log = structlog.get_logger()
Done = TypeVar("Done")


class Sender:
    """Sends what is due. The box is asked by one thread at a time; channels work side by side."""

    def __init__(
        self,
        channels: Mapping[str, Channel],
        letterbox: Letterbox,
        clock: Callable[[], datetime],
        chance: Chance,
        patience: Patience = PATIENCE,
    ) -> None:
        self._channels = channels
        self._letterbox = letterbox
        self._clock = clock
        self._chance = chance
        self._patience = patience
        self._health = {name: Health() for name in channels}
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="outbox")

    async def run(self, stop: asyncio.Event) -> None:
        """Send until told to stop; the letters at hand are finished first."""
        await asyncio.gather(*(self._keep_sending(channel, stop) for channel in self._channels.values()))

    async def send_due(self) -> None:
        """Send all that is due now, and come back."""
        stop = asyncio.Event()
        await asyncio.gather(*(self._send_due(channel, stop) for channel in self._channels.values()))

    async def _keep_sending(self, channel: Channel, stop: asyncio.Event) -> None:
        while not stop.is_set():
            try:
                await self._send_due(channel, stop)
            except MonitorError as error:
                log.error("outbox cannot be used", channel=channel.name, what=str(error))
            try:
                await asyncio.wait_for(stop.wait(), LOOKS_EVERY)
            except TimeoutError:
                continue

    async def _send_due(self, channel: Channel, stop: asyncio.Event) -> None:
        while not stop.is_set() and not self._health[channel.name].rests(self._clock()):
            letter = await self._with_box(lambda: self._letterbox.claim(channel.name, self._clock()))
            if letter is None:
                return
            await self._send(channel, letter)

    async def _send(self, channel: Channel, letter: Letter) -> None:
        try:
            await channel.deliver(letter)
        except DeliveryError as error:
            await self._failed(letter, error)
        except Exception as error:  # a fault of ours in one letter costs that letter alone
            log.exception("a letter could not be made", channel=channel.name, letter=letter.id)
            await self._failed(letter, DeliveryError(f"{type(error).__name__}: {error}", is_final=True))
        else:
            self._letterbox.acknowledged(letter)
            self._health[channel.name] = Health()
            await self._marked(letter, lambda: self._letterbox.sent(letter, self._clock()))
            log.info("sent", channel=letter.channel, letter=letter.id)

    async def _failed(self, letter: Letter, error: DeliveryError) -> None:
        health = self._health[letter.channel]
        after = after_failure(error, letter.attempts, health, self._patience, self._clock(), self._chance())
        self._health[letter.channel] = after.health
        await self._marked(letter, lambda: self._letterbox.failed(letter, error.what, after.retry_at))
        again = after.retry_at.isoformat(timespec="seconds") if after.retry_at else "not again"
        log.warning("not sent", channel=letter.channel, letter=letter.id, what=error.what, tried_again=again)

    async def _marked(self, letter: Letter, mark: Callable[[], None]) -> None:
        """Write what became of a letter; while the database cannot, nothing else is sent on this channel."""
        while True:
            try:
                return await self._with_box(mark)
            except MonitorError as error:
                log.error("outbox cannot be used", channel=letter.channel, letter=letter.id, what=str(error))
                await asyncio.sleep(LOOKS_EVERY)

    async def _with_box(self, work: Callable[[], Done]) -> Done:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
