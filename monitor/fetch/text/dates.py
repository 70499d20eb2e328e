"""Times as people and machines write them, read without a clock.

A time without a zone is taken as UTC, a day without an hour as its noon, and both are marked as guessed. What is absurd
is no time at all: the zero of a machine's clock, a year that no news is of.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from monitor.fetch.text import zones
from monitor.model import Moment, TimeOrigin

EARLIEST = datetime(1971, 1, 1, tzinfo=UTC)
"""A clock that knows nothing says 1970 or before."""

LATEST = datetime(2200, 1, 1, tzinfo=UTC)

AHEAD = timedelta(hours=26)
"""How far a publication may lie after the moment it was fetched: the whole span of the world's zones, for stamps that
give none, or the wrong one."""

NOON = 12

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), start=1)
    for name in names.split()
}  # fmt: skip
_MONTH = "(" + "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name))) + r")\b\.?"
_SEP = r"\s{0,3}[/.\-]\s{0,3}"  # tokenised text puts spaces around the marks: 05 / 02 / 2007
_ORDINAL = r"(?:\s?(?:st|nd|rd|th))?"
_YEAR = r"(?P<y>[12]\d{3})"
_ANY_YEAR = r"(?P<y>[12]\d{3}|\d\d)\b(?!:)"
_DAYS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_YEAR}{_SEP}(?P<m>\d{{1,2}}){_SEP}(?P<d>\d{{1,2}})(?!\d)",
        rf"\b(?P<d>\d{{1,2}}){_ORDINAL}[\s,.\-]{{1,3}}(?:of\s)?(?P<n>{_MONTH})[\s,.\-]{{0,3}}{_ANY_YEAR}",
        rf"\b(?P<n>{_MONTH})\s{{0,2}}(?P<d>\d{{1,2}}){_ORDINAL}\b[\s,.]{{1,3}}{_YEAR}\b",
        rf"\b(?P<a>\d{{1,2}}){_SEP}(?P<b>\d{{1,2}}){_SEP}{_ANY_YEAR}",
        rf"\b(?P<n>{_MONTH})\s{{0,2}}(?P<d>\d{{1,2}})\b[^\d]{{1,4}}(?:\d{{1,2}}:\d\d(?::\d\d)?\s(?:\w{{1,5}}\s)?){_YEAR}\b",
    )
)  # the last is what `date` prints: Jun 20 21:48:00 UTC 2023
_IN_NUMBERS = re.compile(rf"\d{_SEP}\d")
_MONTH_BEGINS = re.compile("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")
"""One of the two stands in every date, and most lines hold neither."""

_CLOCK = re.compile(
    r"(?<![\d:/+\-])(?P<h>\d{1,2})(?:(?:\s{0,2}:\s{0,2}|\.\s{0,2})(?P<m>\d\d)(?:\s?:\s{0,2}(?P<s>\d\d)(?:\.\d+)?)?)?"
    r"(?:\s{0,2}(?P<half>[ap])\.?\s?m\b\.?)?(?!\s{0,2}[/\d])",
    re.IGNORECASE,
)
_MILITARY = re.compile(r"(?<!\d)(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?=\s?(?:GMT|UTC|hrs|hours|[A-Z]{3,4}\b))")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_AMERICAN_DAY = re.compile(r"\b(?:[ECMP][SD]?T|AK[SD]T|HST)\b|[ap]\.?\s?m\b", re.IGNORECASE)


class Stamp(NamedTuple):
    """A time as written: in UTC, and whether a part of it had to be assumed."""

    at: datetime
    guessed: bool
    has_hour: bool


def moment(written: str | datetime | date | None, origin: TimeOrigin) -> Moment | None:
    """The time that a source's own field states; None where it states none that can be."""
    if written is None:
        return None
    if isinstance(written, datetime):
        stamp: Stamp | None = _of_datetime(written)
    elif isinstance(written, date):
        stamp = _at_noon(written)
    else:
        stamp = read(written)
    return Moment(stamp.at, origin, stamp.guessed) if stamp is not None and EARLIEST <= stamp.at < LATEST else None


def plausible(stated: Moment | None, fetched: datetime | None) -> Moment | None:
    """The time, unless it lies in the future of the moment at which the text was fetched."""
    if stated is None or (fetched is not None and stated.at > fetched + AHEAD):
        return None
    return stated


def read(written: str) -> Stamp | None:
    """The first time that a short text states: ISO 8601, RFC 822, or as people write it."""
    written = written.strip()[:200]
    stamp = _iso(written)
    if stamp is not None:
        return stamp
    found = day_in(written)
    return None if found is None else at_day(written, found)


class Day(NamedTuple):
    """A date as written, and where it stands in the text."""

    day: date
    start: int
    end: int
    guessed: bool  # 05/03/2013: which is the month was guessed


def day_in(written: str) -> Day | None:
    """The first date in a text."""
    if _IN_NUMBERS.search(written) is None and _MONTH_BEGINS.search(written.lower()) is None:
        return None
    found: list[Day] = []
    for pattern in _DAYS:
        match = pattern.search(written)
        if match is not None:
            day = _day_of(match, written)
            if day is not None:
                found.append(day)
    return min(found, key=lambda one: (one.start, -one.end), default=None)


def at_day(written: str, found: Day) -> Stamp:
    """The time around a date: the clock and zone that stand next to it."""
    rest = written[: found.start] + " " * (found.end - found.start) + written[found.end :]
    before = _IN_BRACKETS.sub(" ", rest[: found.start])  # 1052 GMT (1852 HKT): the first is meant
    clock = _clock(written[found.end :]) or _clock(before, last=True) or _clock(rest[: found.start], last=True)
    if clock is None:  # inside the date, as `date` prints it
        rest = written[found.start : found.end]
        clock = _clock(rest)
    if clock is None:
        return Stamp(_noon(found.day), guessed=True, has_hour=False)
    hour, minute, second = clock
    local = datetime(found.day.year, found.day.month, found.day.day, hour, minute, second, tzinfo=UTC)
    east = _zone(rest, found.day)
    if east is None:
        return Stamp(local, guessed=True, has_hour=True)
    return Stamp(local - timedelta(minutes=east), guessed=found.guessed, has_hour=True)


def _iso(written: str) -> Stamp | None:
    try:
        if len(written) == 10:
            return _at_noon(date.fromisoformat(written))
        return _of_datetime(datetime.fromisoformat(written.replace(" UTC", "Z").replace(" GMT", "Z")))
    except ValueError:
        return None


def _of_datetime(at: datetime) -> Stamp:
    if at.tzinfo is None:
        return Stamp(at.replace(tzinfo=UTC), guessed=True, has_hour=True)
    try:
        return Stamp(at.astimezone(UTC), guessed=False, has_hour=True)
    except OverflowError:  # the first or last day that the calendar has
        return Stamp(at.replace(tzinfo=UTC), guessed=True, has_hour=True)


def _at_noon(day: date) -> Stamp:
    return Stamp(_noon(day), guessed=True, has_hour=False)


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, NOON, tzinfo=UTC)


def _day_of(match: re.Match[str], written: str) -> Day | None:
    groups = match.groupdict()
    year = int(groups["y"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    guessed = False
    if groups.get("n"):
        month, day = _MONTHS[groups["n"].rstrip(".").lower()], int(groups["d"])
    elif groups.get("a"):
        first, second = int(groups["a"]), int(groups["b"])
        american = _AMERICAN_DAY.search(written) is not None and "/" in match.group()
        guessed = first <= 12 and second <= 12 and first != second
        month, day = (first, second) if second > 12 or (american and first <= 12) else (second, first)
    else:
        month, day = int(groups["m"]), int(groups["d"])
    try:
        return Day(date(year, month, day), match.start(), match.end(), guessed)
    except ValueError:
        return None


def _clock(written: str, *, last: bool = False) -> tuple[int, int, int] | None:
    """The hour, minute and second next to a date: at most 40 characters away."""
    near = written[-40:] if last else written[:40]
    found = [match for match in _CLOCK.finditer(near) if match["m"] or match["half"]]
    found = found or list(_MILITARY.finditer(near))
    for match in reversed(found) if last else found:
        groups = match.groupdict()
        hour, minute, second = int(groups["h"]), int(groups["m"] or 0), int(groups.get("s") or 0)
        half = (groups.get("half") or "").lower()
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        if hour < 24 and minute < 60 and second < 60:
            return hour, minute, second
    return None


def _zone(written: str, day: date) -> int | None:
    """Minutes east of UTC, as the words around a date say."""
    shift = zones.NUMERIC.search(written)
    if shift is not None:
        minutes = int(shift[2]) * 60 + int(shift[3] or 0)
        if minutes <= 14 * 60:
            return minutes if shift[1] == "+" else -minutes
    name = zones.NAME.search(written)
    if name is not None:
        return zones.named(name[1], day)
    return 0 if re.search(r"\d\s?Z\b", written) else None
