"""What to do after a try: pure decisions from the outcome, the clock and chance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

Chance = Callable[[], float]
"""A number from 0 up to 1, as `random.Random.random` gives it."""


class DeliveryError(Exception):
    """A channel did not acknowledge a letter.

    `is_final`: this letter will never be taken; else it is tried again. `retry_after`: the server's own wish how long
    to wait.
    """

    def __init__(self, what: str, *, is_final: bool = False, retry_after: timedelta | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.is_final = is_final
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Patience:
    """How often and how long a letter is tried: with these defaults, for about a day.

    The wait doubles from `first` up to `longest`, each time cut by chance to between half of it and all of it, so that
    what failed together does not come back together. A channel that failed `in_a_row` letters rests, ever longer,
    before the next is tried: one bad letter holds up no other, and a dead server is not asked for each.
    """

    tries: int = 26
    first: timedelta = timedelta(seconds=15)
    longest: timedelta = timedelta(hours=2)
    in_a_row: int = 2

    def wait(self, failures: int, chance: float) -> timedelta:
        """How long to wait after so many failures."""
        doubled: timedelta = min(self.first * 2 ** min(failures - 1, 30), self.longest)
        return doubled * (0.5 + chance / 2)


@dataclass(frozen=True, slots=True)
class Health:
    """How a channel has been doing: letters that failed in a row, and until when it is left in peace."""

    failures: int = 0
    rests_until: datetime | None = None

    def rests(self, now: datetime) -> bool:
        """Whether it is left in peace."""
        return self.rests_until is not None and now < self.rests_until


@dataclass(frozen=True, slots=True)
class AfterFailure:
    """When the letter is tried again (None: given up), and how the channel is doing."""

    retry_at: datetime | None
    health: Health


def after_failure(
    error: DeliveryError, attempts: int, health: Health, patience: Patience, now: datetime, chance: float
) -> AfterFailure:
    """What follows from a failed try, `attempts` of the same letter having failed before it.

    A letter that will never be taken says nothing about its channel. A server's Retry-After is obeyed where it asks for
    longer, up to a day: for the letter, and for the channel.
    """
    if error.is_final:
        return AfterFailure(None, health)
    asked = min(error.retry_after, timedelta(days=1)) if error.retry_after else None
    waits = max(patience.wait(attempts + 1, chance), asked or timedelta(0))
    failures = health.failures + 1
    rest = patience.wait(failures - patience.in_a_row + 1, chance) if failures >= patience.in_a_row else timedelta(0)
    rests_until = now + max(rest, asked or timedelta(0))
    retry_at = None if attempts + 1 >= patience.tries else now + waits
    return AfterFailure(retry_at, replace(health, failures=failures, rests_until=rests_until))
