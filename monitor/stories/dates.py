"""Days that a text names: in full, or against the article's own day where that is known.

A day is a proleptic Gregorian ordinal (`datetime.date.toordinal`). A weekday is 0 for Monday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from monitor.stories.lexicon import MONTHS, WEEKDAYS

_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? +(?P<year>(?:19|20)\d\d))?\b"
_WRITTEN = (
    re.compile(rf"\b{_MONTH} +{_DAY}(?!\d|[:.]\d){_YEAR}", re.IGNORECASE),
    re.compile(rf"\b{_DAY} +(?:of +)?{_MONTH},?{_YEAR}", re.IGNORECASE),
)
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
_RELATIVE = {"today": 0, "tonight": 0, "this morning": 0, "yesterday": -1, "last night": -1}
_RELATIVE_WORDS = re.compile(rf"\b({'|'.join(_RELATIVE)})\b", re.IGNORECASE)


def days_named(text: str, anchor: date | None) -> list[int]:
    """The days of `text`, in order and each once. Without `anchor` only those written with their year."""
    return sorted({day.toordinal() for day in _days(text, anchor)})


def weekdays_named(text: str) -> list[int]:
    """The weekdays of `text`, in order and each once."""
    return sorted({WEEKDAYS.index(m.group(1).lower()) for m in _WEEKDAY.finditer(text)})


def _days(text: str, anchor: date | None) -> Iterator[date]:
    for match in _ISO.finditer(text):
        yield from _valid(int(match[1]), int(match[2]), int(match[3]))
    for pattern in _WRITTEN:
        for match in pattern.finditer(text):
            month = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(match["month"].lower()[:3]))
            if match["year"]:
                yield from _valid(int(match["year"]), month, int(match["day"]))
            elif anchor:
                years = (anchor.year - 1, anchor.year, anchor.year + 1)
                near = [day for year in years for day in _valid(year, month, int(match["day"]))]
                yield from sorted(near, key=lambda day: abs(day.toordinal() - anchor.toordinal()))[:1]
    if anchor:
        for match in _RELATIVE_WORDS.finditer(text):
            yield anchor + timedelta(days=_RELATIVE[match.group(1).lower()])
        for weekday in weekdays_named(text):
            yield anchor - timedelta(days=(anchor.weekday() - weekday) % 7)


def _valid(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
