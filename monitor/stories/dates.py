"""The calendar of a text: the weekdays, dates and years that it names, and which days those are."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from monitor.stories.lexicon import MONTHS, WEEKDAYS

_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? +(?P<year>(?:19|20)\d\d))?\b"
_WRITTEN = (
    re.compile(rf"\b{_MONTH} +{_DAY}(?![\d:]|\.\d){_YEAR}", re.IGNORECASE),
    re.compile(rf"\b{_DAY} +(?:of +)?{_MONTH},?{_YEAR}", re.IGNORECASE),
)
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_MONTHS = re.compile(rf"(?<!\d )\b{_MONTH},? +(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_YEARS = re.compile(r"\b((?:19|20)\d\d)\b")
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
_RELATIVE = {"today": 0, "tonight": 0, "this morning": 0, "yesterday": -1, "last night": -1}
_RELATIVE_WORDS = re.compile(rf"\b({'|'.join(_RELATIVE)})\b", re.IGNORECASE)


class Calendar(NamedTuple):
    """What a text names, each sorted and once.

    `weekdays`: 0 for Monday. `dates`: month * 100 + day, as written, with or without a year. `years`: as written.
    `days`: ordinals (`datetime.date.toordinal`) of all whose year the text or the article's own day tells, so for an
    article without a day of its own only of those written in full. `months`: year * 12 + month - 1, written without a
    day. `own`: the ordinal of the article's own day, if it has one.
    """

    weekdays: tuple[int, ...] = ()
    dates: tuple[int, ...] = ()
    years: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    own: tuple[int, ...] = ()

    def with_own(self) -> Calendar:
        """The same, with the article's own date and year among those named."""
        own = [date.fromordinal(day) for day in self.own]
        return self._replace(
            dates=tuple(sorted({*self.dates, *(day.month * 100 + day.day for day in own)})),
            years=tuple(sorted({*self.years, *(day.year for day in own)})),
        )

    def without_own(self) -> Calendar:
        """The same, without the article's own date, weekday and year."""
        own = [date.fromordinal(day) for day in self.own]
        return self._replace(
            dates=tuple(sorted({*self.dates}.difference(day.month * 100 + day.day for day in own))),
            weekdays=tuple(sorted({*self.weekdays}.difference(day.weekday() for day in own))),
            years=tuple(sorted({*self.years}.difference(day.year for day in own))),
        )


def read_calendar(text: str, anchor: date | None) -> Calendar:
    """Reads `text`; *Friday*, *yesterday* and *June 6* are resolved against `anchor`, weekdays into the past."""
    weekdays = {WEEKDAYS.index(match[1].lower()) for match in _WEEKDAY.finditer(text)}
    written = _written(text)
    days = {_day(year, month, day) for year, month, day in written if year}
    if anchor:
        days |= {_nearest(month, day, anchor) for year, month, day in written if not year}
        days |= {anchor.toordinal() + _RELATIVE[match[1].lower()] for match in _RELATIVE_WORDS.finditer(text)}
        days |= {(anchor - timedelta(days=(anchor.weekday() - weekday) % 7)).toordinal() for weekday in weekdays}
    return Calendar(
        weekdays=tuple(sorted(weekdays)),
        dates=tuple(sorted({month * 100 + day for _, month, day in written})),
        years=tuple(sorted({int(match[1]) for match in _YEARS.finditer(text)})),
        days=tuple(sorted(day for day in days if day)),
        months=tuple(sorted({int(m["year"]) * 12 + _month(m["month"]) - 1 for m in _MONTHS.finditer(text)})),
        own=(anchor.toordinal(),) if anchor else (),
    )


def _written(text: str) -> set[tuple[int, int, int]]:
    """(year or 0, month, day) of each date that may exist."""
    found = {(int(match[1]), int(match[2]), int(match[3])) for match in _ISO.finditer(text)}
    for pattern in _WRITTEN:
        for match in pattern.finditer(text):
            found.add((int(match["year"] or 0), _month(match["month"]), int(match["day"])))
    return {(year, month, day) for year, month, day in found if _day(year or 2000, month, day)}


def _month(written: str) -> int:
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(written.lower()[:3]))


def _nearest(month: int, day: int, anchor: date) -> int:
    """The day of that date in the year that brings it closest to `anchor`, 0 where no year near has it."""
    near = [_day(year, month, day) for year in (anchor.year - 1, anchor.year, anchor.year + 1)]
    return min(filter(None, near), key=lambda found: (abs(found - anchor.toordinal()), found), default=0)


def _day(year: int, month: int, day: int) -> int:
    """The ordinal of a date, 0 where there is none such."""
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return 0
