"""Quiet hours and digest times, over midnight and over changes of clocks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from monitor.alerts import DigestTime, QuietHours, Watch, Zone, digests_due
from monitor.alerts.hours import last_due, quiet_until

BERLIN = Zone("Europe/Berlin")


def utc(day: int, hour: int, minute: int = 0, *, month: int = 5) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("quiet", "now", "until"),
    [
        (("22:00-07:00",), utc(4, 21, 0), utc(5, 5)),  # 23:00 in Berlin
        (("22:00-07:00",), utc(5, 4, 59), utc(5, 5)),
        (("22:00-07:00",), utc(5, 5), None),
        (("12:00-13:00",), utc(4, 10, 30), utc(4, 11)),
        (("12:00-13:00", "13:00-15:00"), utc(4, 10, 30), utc(4, 13)),
        ((), utc(4, 21), None),
    ],
)
def test_quiet_hours_end(quiet: tuple[str, ...], now: datetime, until: datetime | None) -> None:
    assert quiet_until([QuietHours.read(one) for one in quiet], BERLIN, now) == until


def test_quiet_hours_follow_the_clocks_when_they_change() -> None:
    night = [QuietHours.read("22:00-07:00")]
    assert quiet_until(night, BERLIN, utc(28, 22, month=3)) == utc(29, 5, month=3)  # summer time began at 02:00
    assert quiet_until(night, BERLIN, utc(24, 22, month=10)) == utc(25, 6, month=10)
    in_the_gap = [QuietHours.read("22:00-02:30")]
    assert quiet_until(in_the_gap, BERLIN, utc(28, 22, month=3)) == utc(29, 1, 30, month=3)


@pytest.mark.parametrize("text", ["22-07", "22:00", "24:00-07:00", "22:00-22:00", "night", ""])
def test_hours_that_are_none_are_named(text: str) -> None:
    with pytest.raises(ValueError, match=r"give|starts when"):
        QuietHours.read(text)


@pytest.mark.parametrize("text", ["someday 08:00", "8", "08:60", "08:00 mon"])
def test_digest_times_that_are_none_are_named(text: str) -> None:
    with pytest.raises(ValueError, match="give"):
        DigestTime.read(text)


def test_an_unknown_zone_is_named() -> None:
    with pytest.raises(ValueError, match="no time zone 'Mars/Olympus'"):
        _ = Zone("Mars/Olympus").rules


def test_the_last_digest_time_is_found_by_day_and_weekday() -> None:
    times = [DigestTime.read("08:00"), DigestTime.read("mon 17:30")]
    assert last_due(times, BERLIN, utc(4, 16)) == utc(4, 15, 30)  # a Monday
    assert last_due(times, BERLIN, utc(5, 16)) == utc(5, 6)
    assert last_due([DigestTime.read("Monday 09:00")], BERLIN, utc(10, 12)) == utc(4, 7)
    assert last_due([], BERLIN, utc(4, 16)) is None


def test_a_digest_is_due_once_however_many_times_were_missed() -> None:
    watch = Watch(name="desk", digest=(DigestTime.read("08:00"),), channels=("mail",))
    last = {"desk": utc(1, 8)}
    (due,) = digests_due([watch], last, utc(4, 9))
    assert (due.since, due.until, due.channels) == (utc(1, 8), utc(4, 8), ("mail",))
    assert digests_due([watch], last, utc(4, 10)) == (due,)  # asked again, it is the same
    assert digests_due([watch], {"desk": due.until}, utc(4, 10)) == ()
    assert digests_due([watch], {}, utc(4, 10)) == ()
    assert digests_due([Watch()], {"default": utc(1, 8)}, utc(4, 9) + timedelta(days=9)) == ()
