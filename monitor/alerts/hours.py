"""Quiet hours and the times of digests, in the time zone of who watches. Pure: the clock is an argument."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_AHEAD = timedelta(days=8)
"""Far enough to meet every weekday."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone by its IANA name (*Europe/Berlin*)."""

    name: str

    @property
    def rules(self) -> tzinfo:
        """Its offsets. Raises ValueError, naming it, where there is no such zone."""
        try:
            return ZoneInfo(self.name)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError(f"there is no time zone {self.name!r}; give one as in 'Europe/Berlin' or 'UTC'") from error


UTC_ZONE = Zone("UTC")


@dataclass(frozen=True, slots=True)
class QuietHours:
    """A span of every day, `start` up to, not including, `end`; over midnight where it ends earlier than it starts."""

    start: time
    end: time

    @classmethod
    def read(cls, text: str) -> QuietHours:
        """From text such as `22:00-07:00`. Raises ValueError."""
        start, dash, end = text.replace("–", "-").partition("-")
        if not dash:
            raise ValueError(f"{text!r} is no span of hours; give one as in '22:00-07:00'")
        hours = cls(clock_time(start), clock_time(end))
        if hours.start == hours.end:
            raise ValueError(f"{text!r} starts when it ends; to be told nothing at once, give no channels")
        return hours

    def holds(self, at: time) -> bool:
        """Whether a time of day falls in them."""
        if self.start < self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


@dataclass(frozen=True, slots=True)
class DigestTime:
    """When a digest is sent: a time of day, on one weekday (0: Monday) or on all."""

    at: time
    weekday: int | None = None

    @classmethod
    def read(cls, text: str) -> DigestTime:
        """From text such as `08:00` or `mon 09:00`. Raises ValueError."""
        day, _, clock = text.strip().lower().rpartition(" ")
        if day and day[:3] not in WEEKDAYS:
            raise ValueError(f"{text!r} names no weekday; give a digest's time as in '08:00' or 'mon 09:00'")
        return cls(clock_time(clock), WEEKDAYS.index(day[:3]) if day else None)


def clock_time(text: str) -> time:
    """A time of day from `7:30` or `07:30`. Raises ValueError."""
    told = _CLOCK.fullmatch(text.strip())
    if told is None:
        raise ValueError(f"{text.strip()!r} is no time of day; give one as in '07:30'")
    return time(int(told[1]), int(told[2]))


def quiet_until(quiet: Sequence[QuietHours], zone: Zone, now: datetime) -> datetime | None:
    """When the quiet hours that `now` falls in end, with those that follow at once; None where it is loud."""
    local = now.astimezone(zone.rules)
    until = None
    for _ in quiet:
        held = next((hours for hours in quiet if hours.holds(local.time())), None)
        if held is None:
            break
        day = local.date() if local.time() < held.end else local.date() + timedelta(days=1)
        until = _moment(day, held.end, zone)
        local = until.astimezone(zone.rules)
    return until


def is_always_quiet(quiet: Sequence[QuietHours]) -> bool:
    """Whether quiet hours leave no minute of the day."""
    return all(any(hours.holds(time(*divmod(minute, 60))) for hours in quiet) for minute in range(24 * 60))


def last_due(times: Sequence[DigestTime], zone: Zone, now: datetime) -> datetime | None:
    """The latest moment up to `now` at which one of the times fell; None without times."""
    return max((at for at in _around(times, zone, now) if at <= now), default=None)


def _around(times: Sequence[DigestTime], zone: Zone, now: datetime) -> list[datetime]:
    today = now.astimezone(zone.rules).date()
    days = [today - timedelta(days=back) for back in range(-1, _AHEAD.days + 1)]
    return [_moment(day, told.at, zone) for day in days for told in times if told.weekday in (None, day.weekday())]


def _moment(day: date, clock: time, zone: Zone) -> datetime:
    """A local time as UTC. One that a change of clocks skips is taken by the offset before the change."""
    return datetime.combine(day, clock, zone.rules).astimezone(UTC)
