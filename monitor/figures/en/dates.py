"""Dates of English: what time an article stands at, and how many days before it a date lies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from enum import Enum
from typing import NamedTuple

from monitor.figures.document import Document, Sentence
from monitor.figures.en.lookup import Lookup
from monitor.figures.en.wordset import words

YEAR_DAYS = 365
MONTH_DAYS = 30
_MOST_AHEAD = 100  # days: a date without its year that lies further ahead is taken as last year's


OPENING = 4  # sentences among which a line may date the article
_DATE_LINE = 16  # words and marks
_BESIDE_DATE = words(
    """
    posted published updated last modified date on at of am pm a.m. p.m. a. m. p. est edt et pst pdt pt cst cdt gmt bst
    utc cet cest ist aest monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat
    sun created first st nd rd th h
    """
)


class Reach(Enum):
    """What stretch of time an expression speaks of."""

    POINT = "point"  # a time at which something happened
    SPAN = "span"  # a stretch that things were counted over: since 1979, so far this year, in the past decade
    HABIT = "habit"  # again and again: a year, every week, on average


class When(NamedTuple):
    """A time expression: its tokens, half open, and what it says.

    `year` and `month` where they are stated or follow from the article's own time; `ago` is the number of days before
    the article's own time, negative for what is to come; None where nothing tells.
    """

    first: int
    last: int
    reach: Reach
    year: int | None = None
    month: int | None = None
    ago: int | None = None


class OwnTime(NamedTuple):
    """The article's own time; `day` is None where only a year is known, from the latest one that the text names."""

    year: int
    day: datetime | None


_MONTH_NAMES = (
    "january jan jan.",
    "february feb feb.",
    "march mar mar.",
    "april apr apr.",
    "may",
    "june jun jun.",
    "july jul jul.",
    "august aug aug.",
    "september sept sep sept. sep.",
    "october oct oct.",
    "november nov nov.",
    "december dec dec.",
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
BEFORE_YEAR = words(
    """
    in of since by during from until till through to the early late mid a that this before after around circa and or
    ( , spring summer autumn fall winter christmas back for
    """
)


def own_time(document: Document) -> OwnTime | None:
    """The time at which an article stands: its date, its dateline's, else the year after the latest that it names.

    Reports seldom name the year of what has just happened: where nothing dates the article, the years named are past.
    """
    at = document.article.stands_at
    if at is not None:
        return OwnTime(at.year, at)
    for sentence in document.sentences[:2]:
        dated = _dateline(sentence.lows[:24])
        if dated is not None:
            return OwnTime(dated.year, dated)
    for sentence in document.sentences[:OPENING]:
        dated = date_line(sentence)
        if dated is not None:
            return OwnTime(dated.year, dated)
    named = [year for sentence in document.sentences for year in _years(sentence.lows)]
    return OwnTime(max(named) + 1, None) if named else None


def dated(
    year: int | None, month: int, day: int | None, own: OwnTime | None
) -> tuple[int | None, int | None, int | None]:
    """Year, month and days ago of a date; without its year it is the latest such day before the article's own time."""
    if year is None and own is not None and own.day is not None:
        ahead = (month - own.day.month) * MONTH_DAYS + (day or own.day.day) - own.day.day
        year = own.year - 1 if ahead > _MOST_AHEAD else own.year + 1 if ahead < _MOST_AHEAD - YEAR_DAYS else own.year
    if year is None:
        return None, month, None
    return year, month, days_since(year, month, day, own)


def days_since(year: int, month: int | None, day: int | None, own: OwnTime | None) -> int | None:
    if own is None:
        return None
    if own.day is None or month is None:
        return (own.year - year) * YEAR_DAYS
    middle = min(15, own.day.day) if (year, month) == (own.day.year, own.day.month) else 15
    at = _date(year, month, day if day is not None else middle)
    return None if at is None else (own.day.date() - at.date()).days


def date_line(sentence: Sentence) -> datetime | None:
    """The day of a line that is nothing but a date: *Posted: Monday, May 4, 2009, 10:15 a.m.*."""
    lows = sentence.lows
    if len(lows) > _DATE_LINE:
        return None
    day = year = month = None
    for at, low in enumerate(lows):
        if low in MONTHS and month is None:
            month = MONTHS[low]
            beside = [lows[place] for place in (at + 1, at - 1) if 0 <= place < len(lows)]
            day = next((int(word) for word in (word.rstrip("stndrh") for word in beside) if word.isdecimal()), None)
        elif is_year(low) and year is None:
            year = int(low)
        elif low[0].isalpha() and low not in MONTHS and low not in _BESIDE_DATE:
            return None
    return _date(year, month, day) if year and month and day else None


def _dateline(lows: Sequence[str]) -> datetime | None:
    """*Bogota, 4 Jan 90 (EFE) --*, *DOVER (May 4, 2009) --*: a day, a month and a year before the first dash."""
    for at in range(len(lows) - 2):
        if lows[at] == "--":
            return None
        month = MONTHS.get(lows[at + 1])
        if month and lows[at].isdecimal() and (year := short_year(lows[at + 2])):
            return _date(year, month, int(lows[at]))
        month = MONTHS.get(lows[at])
        if month and lows[at + 1].isdecimal() and lows[at + 2] == "," and lows[at + 4 : at + 6] == [")", "--"]:
            year = short_year(lows[at + 3])
            return _date(year, month, int(lows[at + 1])) if year else None
    return None


def short_year(low: str) -> int | None:
    if low.isdecimal() and len(low) == 2 and int(low) >= 40:
        return 1900 + int(low)
    return int(low) if is_year(low) else None


def is_year(low: str) -> bool:
    return len(low) == 4 and low.isdecimal() and "1900" <= low <= "2099"


def _date(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None


_IS_YEAR = Lookup(is_year)


def _years(lows: Sequence[str]) -> list[int]:
    if True not in map(_IS_YEAR.__getitem__, lows):
        return []
    return [
        int(low)
        for at, low in enumerate(lows)
        if _IS_YEAR[low] and (at == 0 or lows[at - 1] in BEFORE_YEAR or lows[at - 1] in MONTHS or _day_of(lows, at))
    ]


def _day_of(lows: Sequence[str], at: int) -> bool:
    """Whether the token before is the day of a date: *March 11 2005*."""
    return at >= 2 and lows[at - 1].isdecimal() and lows[at - 2] in MONTHS
