"""Time expressions of English: *in March 2005*, *three years ago*, *since 1979*, *so far this year*, *4 Feb 90*.

What is found is measured against the article's own time, never a clock's. One pass over the tokens; every pattern looks
a bounded number of words ahead.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from enum import Enum
from typing import NamedTuple

from monitor.figures.document import Document, Token
from monitor.figures.en.wordset import phrases, words

YEAR_DAYS = 365
MONTH_DAYS = 30
_MOST_AHEAD = 100  # days: a date without its year that lies further ahead is taken as last year's


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


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan jan.", "february feb feb.", "march mar mar.", "april apr apr.", "may", "june jun jun.", "july jul jul.",
            "august aug aug.", "september sept sep sept. sep.", "october oct oct.", "november nov nov.", "december dec dec.",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday mon. tue. tues. wed. thu. thurs. fri. sat. sun."
)
UNITS = {
    "hour": 0, "hours": 0, "minute": 0, "minutes": 0, "day": 1, "days": 1, "night": 1, "nights": 1, "week": 7, "weeks": 7,
    "weekend": 7, "fortnight": 14, "month": MONTH_DAYS, "months": MONTH_DAYS, "year": YEAR_DAYS, "years": YEAR_DAYS,
    "decade": 10 * YEAR_DAYS, "decades": 10 * YEAR_DAYS, "century": 100 * YEAR_DAYS, "centuries": 100 * YEAR_DAYS,
    "generation": 25 * YEAR_DAYS,
}  # fmt: skip
SEASONS = words("spring summer autumn fall winter season")
SMALL_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "several": 3, "few": 3,
    "couple": 2, "many": 5, "some": 3, "dozen": 12, "recent": 3,
}  # fmt: skip
_BEFORE_YEAR = words(
    "in of since by during from until till through to the early late mid a that this before after around circa and or ( , "
    "spring summer autumn fall winter christmas back for"
)
_BACK = words("ago earlier before previously prior back")
_PART_OF_MONTH = {"early": 5, "late": 25}
_LATER = words("later after afterward afterwards afterwords")
_PAST_DETERMINERS = phrases("last the_last the_past past the_previous the_preceding these_past recent")
_SPAN_STARTERS = words("in over during within for throughout across")
_DETERMINED_UNITS = words("week month year decade century weekend summer winter spring autumn fall season night")
_HABITUAL = words("annually yearly monthly weekly daily")
_EVERY = words("every each per")


def own_time(document: Document) -> OwnTime | None:
    """The time at which an article stands: its date, else that of its dateline, else the year after the latest it names.

    Reports seldom name the year of what has just happened: where nothing dates the article, the years it names are past.
    """
    at = document.article.stands_at
    if at is not None:
        return OwnTime(at.year, at)
    for sentence in document.sentences[:2]:
        dated = _dateline(sentence.tokens[:24])
        if dated is not None:
            return OwnTime(dated.year, dated)
    named = [year for sentence in document.sentences for year in _years(sentence.tokens)]
    return OwnTime(max(named) + 1, None) if named else None


def whens(tokens: Sequence[Token], own: OwnTime | None) -> list[When]:
    """The time expressions of a sentence, in order, none inside another."""
    found: list[When] = []
    at = 0
    while at < len(tokens):
        when = _since(tokens, at, own) or _when(tokens, at, own)
        if when is None:
            at += 1
        else:
            found.append(when)
            at = max(when.last, at + 1)
    return found


def _dateline(tokens: Sequence[Token]) -> datetime | None:
    """*Bogota, 4 Jan 90 (EFE) --*: a day, a month and a year before the first dash."""
    for at in range(len(tokens) - 2):
        if tokens[at].low == "--":
            return None
        month = MONTHS.get(tokens[at + 1].low)
        if month and tokens[at].low.isdigit() and (year := _short_year(tokens[at + 2].low)):
            return _date(year, month, int(tokens[at].low))
    return None


def _short_year(low: str) -> int | None:
    if low.isdigit() and len(low) == 2 and int(low) >= 40:
        return 1900 + int(low)
    return int(low) if _is_year(low) else None


def _is_year(low: str) -> bool:
    return len(low) == 4 and low.isdigit() and "1900" <= low <= "2099"


def _date(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None


def _years(tokens: Sequence[Token]) -> list[int]:
    return [
        int(token.low)
        for at, token in enumerate(tokens)
        if _is_year(token.low)
        and (at == 0 or tokens[at - 1].low in _BEFORE_YEAR or tokens[at - 1].low in MONTHS or _day_of(tokens, at))
    ]


def _day_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token before is the day of a date: *March 11 2005*."""
    return at >= 2 and tokens[at - 1].low.isdigit() and tokens[at - 2].low in MONTHS


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _since(tokens: Sequence[Token], at: int, own: OwnTime | None) -> When | None:
    """A stretch that reaches up to the article: *since 1979*, *since the conflict began*."""
    if tokens[at].low != "since":
        return None
    if _word(tokens, at - 1) in ("ever", ",") and _word(tokens, at + 1) in ("", ".", ","):
        return When(at, at + 1, Reach.SPAN)
    point = next(
        (when for ahead in range(at + 1, min(at + 5, len(tokens))) if (when := _when(tokens, ahead, own))), None
    )
    if point is not None and point.reach is Reach.POINT:
        return When(at, point.last, Reach.SPAN, point.year, point.month, point.ago)
    if _word(tokens, at + 1) in (
        "the",
        "a",
        "an",
        "his",
        "its",
        "their",
        "then",
        "late",
        "early",
        "last",
        "it",
        "they",
        "he",
    ):
        return When(at, at + 2, Reach.SPAN)
    return None


def _when(tokens: Sequence[Token], at: int, own: OwnTime | None) -> When | None:
    low = tokens[at].low
    if low.isdigit() or low[0].isdigit():
        return _by_number(tokens, at, own)
    if low in MONTHS:
        return _by_month(tokens, at, own)
    if low in WEEKDAYS:
        return _weekday(tokens, at)
    return _by_words(tokens, at, own)


def _by_number(tokens: Sequence[Token], at: int, own: OwnTime | None) -> When | None:
    low = tokens[at].low
    is_decade = low.endswith("0s") and low[:-1].isdigit() and len(low) in (3, 5)
    if is_decade and (len(low) == 5 or "the" in (_word(tokens, at - 1), _word(tokens, at - 2))):
        year = int(low[:-1]) if len(low) == 5 else 1900 + int(low[:-1])
        return When(at, at + 1, Reach.POINT, year, None, _days_since(year + 5, None, None, own))
    digits = low.rstrip("stndrh") if len(low) <= 4 else low
    if digits.isdigit() and len(digits) <= 2 and _word(tokens, at + 1) in MONTHS and tokens[at + 1].text[0].isupper():
        year = _short_year(_word(tokens, at + 2))
        month = MONTHS[tokens[at + 1].low]
        last = at + 3 if year else at + 2
        return When(at, last, Reach.POINT, *_dated(year, month, int(digits), own))
    if _is_year(low) and (at == 0 or tokens[at - 1].low in _BEFORE_YEAR) and not _counts(tokens, at):
        year = int(low)
        return When(at, at + 1, Reach.POINT, year, None, _days_since(year, None, None, own))
    if low.isdigit() and len(low) <= 3:
        return _so_many(tokens, at, int(low))
    return None


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number that could be a year counts people: *the 2000 people*."""
    return _word(tokens, at + 1) in ("people", "persons", "civilians", "soldiers", "troops", "residents")


def _by_month(tokens: Sequence[Token], at: int, own: OwnTime | None) -> When | None:
    month = MONTHS[tokens[at].low]
    following = _word(tokens, at + 1)
    before = _word(tokens, at - 1)
    day = int(following) if following.isdigit() and len(following) <= 2 and int(following) <= 31 else None
    after = at + 2 if day is not None else at + 1
    if _word(tokens, after) == "," and _is_year(_word(tokens, after + 1)):
        after += 1
    year = int(tokens[after].low) if _is_year(_word(tokens, after)) else None
    last = after + 1 if year else (at + 2 if day is not None else at + 1)
    doubtful = tokens[at].low in ("may", "march", "mar", "jan", "sun") and day is None and year is None
    if doubtful and (
        not tokens[at].text[0].isupper()
        or before not in ("in", "last", "since", "of", "early", "late", "mid", "until", "by")
    ):
        return None
    if day is None and year is None and not tokens[at].text[0].isupper():
        return None
    told = day if day is not None else _PART_OF_MONTH.get(before)
    return When(at, last, Reach.POINT, *_dated(year, month, told, own))


def _dated(
    year: int | None, month: int, day: int | None, own: OwnTime | None
) -> tuple[int | None, int | None, int | None]:
    """Year, month and days ago of a date; without its year it is the latest such day before the article's own time."""
    if year is None and own is not None and own.day is not None:
        ahead = (month - own.day.month) * MONTH_DAYS + (day or own.day.day) - own.day.day
        year = own.year - 1 if ahead > _MOST_AHEAD else own.year + 1 if ahead < _MOST_AHEAD - YEAR_DAYS else own.year
    if year is None:
        return None, month, None
    return year, month, _days_since(year, month, day, own)


def _days_since(year: int, month: int | None, day: int | None, own: OwnTime | None) -> int | None:
    if own is None:
        return None
    if own.day is None or month is None:
        return (own.year - year) * YEAR_DAYS
    middle = min(15, own.day.day) if (year, month) == (own.day.year, own.day.month) else 15
    at = _date(year, month, day if day is not None else middle)
    return None if at is None else (own.day.date() - at.date()).days


def _weekday(tokens: Sequence[Token], at: int) -> When:
    return When(at, at + 1, Reach.POINT, None, None, 7 if _word(tokens, at - 1) == "last" else 3)


def _by_words(tokens: Sequence[Token], at: int, own: OwnTime | None) -> When | None:
    low = tokens[at].low
    if low in ("today", "tonight"):
        return When(at, at + 1, Reach.POINT, own.year if own else None, None, 0)
    if low == "yesterday":
        return When(at, at + 1, Reach.POINT, None, None, 1)
    if low in _HABITUAL:
        return When(at, at + 1, Reach.HABIT)
    if low in _EVERY and _word(tokens, at + 1) in UNITS:
        return When(at, at + 2, Reach.HABIT)
    if low == "on" and _word(tokens, at + 1) == "average":
        return When(at, at + 2, Reach.HABIT)
    if low == "so" and _word(tokens, at + 1) == "far" and _word(tokens, at + 2) in ("this", "in"):
        return When(at, min(at + 4, len(tokens)), Reach.SPAN)
    if low == "this" and _word(tokens, at + 1) in ("year", "season", "century", "decade"):
        earlier = _word(tokens, at - 1) == "earlier"
        return When(
            at,
            at + 2,
            Reach.POINT if earlier else Reach.SPAN,
            own.year if own else None,
            None,
            MONTH_DAYS if earlier else None,
        )
    if low in ("last", "past", "previous", "preceding", "recent"):
        return _last(tokens, at, own)
    if low in ("the", "that", "a", "an") and _word(tokens, at + 1) in UNITS and _word(tokens, at + 2) in _BACK:
        if low in ("the", "that") and _word(tokens, at + 2) not in ("before", "previously", "prior"):
            return None
        return When(at, at + 3, Reach.POINT, *_back(UNITS[tokens[at + 1].low], own))
    if low in SMALL_NUMBERS:
        return _so_many(tokens, at, SMALL_NUMBERS[low])
    if low in ("years", "decades", "months", "weeks", "centuries") and _word(tokens, at + 1) in (
        "ago",
        "earlier",
        "before",
    ):
        return When(at, at + 2, Reach.POINT, None, None, 3 * UNITS[low])
    if low == "over" and _word(tokens, at + 1) == "the" and _word(tokens, at + 2) in ("years", "decades", "centuries"):
        return When(at, at + 3, Reach.SPAN)
    return None


def _last(tokens: Sequence[Token], at: int, own: OwnTime | None) -> When | None:
    """*last year*, *the past three months*, *in recent weeks*, *last March*."""
    low, following = tokens[at].low, _word(tokens, at + 1)
    if following in MONTHS:
        return None  # the month itself tells
    counted = 1
    ahead = at + 1
    if following in SMALL_NUMBERS or (following.isdigit() and len(following) <= 3):
        counted = SMALL_NUMBERS.get(following) or int(following)
        ahead += 1
        if _word(tokens, ahead) == "of":
            ahead += 1
    unit = _word(tokens, ahead)
    if unit not in UNITS and unit not in SEASONS:
        return None
    days = counted * UNITS.get(unit, YEAR_DAYS // 2)
    spanning = counted > 1 or unit in ("years", "months", "weeks", "decades", "days", "hours")
    starter = _word(tokens, at - 1) if _word(tokens, at - 1) not in ("the", "these") else _word(tokens, at - 2)
    if low == "past" and _word(tokens, at - 1) not in ("the", "these", "this"):
        return None
    spanning = spanning or (low in ("past", "last") and starter in ("over", "during", "within"))
    if spanning:
        return When(at, ahead + 1, Reach.SPAN, None, None, days)
    return When(at, ahead + 1, Reach.POINT, *_back(days, own))


def _back(days: int, own: OwnTime | None) -> tuple[int | None, int | None, int | None]:
    """Year, month and days ago of what was so many days before: a year where whole years are counted."""
    year = own.year - days // YEAR_DAYS if own is not None and days >= YEAR_DAYS else None
    return year, None, days


def _so_many(tokens: Sequence[Token], at: int, counted: int) -> When | None:
    """*three years ago*, *a few weeks earlier*; *12 people a year* and *four a day*."""
    ahead = at + 1
    if _word(tokens, ahead) in ("couple", "few", "dozen"):
        counted, ahead = SMALL_NUMBERS[tokens[ahead].low], ahead + 1
    if _word(tokens, ahead) in ("of", "and", "-"):
        ahead += 1
    if _word(tokens, ahead) in ("more", "full", "long", "short"):
        ahead += 1
    unit = _word(tokens, ahead)
    if unit not in UNITS:
        return None
    following = _word(tokens, ahead + 1)
    before = _word(tokens, at - 1) if _word(tokens, at - 1) != "than" else _word(tokens, at - 3)
    if before in ("in", "within") and following in ("", ".", ",", "and", ";") and UNITS[unit]:
        return When(at, ahead + 1, Reach.SPAN, None, None, counted * UNITS[unit])
    if following in _BACK:
        if following == "back" and _word(tokens, ahead + 2) not in (",", ".", ""):
            return None
        days = counted * UNITS[unit]
        year = None
        return When(at, ahead + 2, Reach.POINT, year, None, days)
    if tokens[at].low in ("a", "an") and ahead == at + 1 and unit in ("year", "month", "week", "day"):
        before = _word(tokens, at - 1)
        if before not in (
            "in",
            "for",
            "of",
            "within",
            "after",
            "over",
            "than",
            "half",
            "and",
            "is",
            "was",
            "just",
            "about",
            "only",
            "nearly",
            "almost",
            "to",
        ):
            after = following
            if after in (
                "",
                ".",
                ",",
                ";",
                "in",
                "from",
                "on",
                "along",
                "at",
                "there",
                "nationwide",
                "near",
                "when",
                "among",
                "between",
                "worldwide",
                "and",
                "across",
                "because",
                "due",
                "since",
                "during",
                "according",
                "by",
            ):
                return When(at, ahead + 1, Reach.HABIT)
    return None
