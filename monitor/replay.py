"""Recorded input down the same road, at full speed, on a clock of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

from monitor.errors import InputError
from monitor.fetch import Note
from monitor.model import Item
from monitor.pipeline import Decided, Reading, Road
from monitor.workers import Readers


def replay(
    incoming: Iterable[Item | InputError | Note],
    road: Road,
    readers: Readers,
    *,
    speed: float | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Decided | InputError | Note]:
    """Decide every item in order of arrival; errors and notes come out in their places, and stop nothing.

    The clock is the latest arrival so far. What this database decided before is not read again: its line is handed out
    as it was then. With `speed`, time between arrivals passes at so many times its pace.
    """
    pace = _Pace(speed, sleep)
    undecided: Iterator[Item | Decided | InputError | Note] = (_unless_decided(entry, road) for entry in incoming)
    outcome: Iterator[Reading | Decided | InputError | Note] = readers.read(undecided)
    for entry in outcome:
        if isinstance(entry, Reading):
            pace.wait_for(entry)
            yield _decided(entry, road)
        else:
            yield entry


def _unless_decided(entry: Item | InputError | Note, road: Road) -> Item | Decided | InputError | Note:
    if not isinstance(entry, Item):
        return entry
    return road.decided(entry) or entry


def _decided(reading: Reading, road: Road) -> Decided | InputError:
    try:
        return road.decide(reading)
    except InputError as error:
        return error


class _Pace:
    """Lets time pass between arrivals as it did, so many times faster."""

    def __init__(self, speed: float | None, sleep: Callable[[float], None]) -> None:
        self._speed = speed
        self._sleep = sleep
        self._last: float | None = None

    def wait_for(self, reading: Reading) -> None:
        arrived = reading.article.arrived
        if self._speed is None or arrived is None:
            return
        at = arrived.timestamp()
        if self._last is not None and at > self._last:
            self._sleep((at - self._last) / self._speed)
        self._last = at if self._last is None else max(self._last, at)
