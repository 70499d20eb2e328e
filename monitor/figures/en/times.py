"""Time expressions of English: *in March 2005*, *three years ago*, *since 1979*, *so far this year*, *4 Feb 90*.

What is found is measured against the article's own time, never a clock's. One pass over the tokens; every pattern looks
a bounded number of words ahead.
"""

from __future__ import annotations

from monitor.figures.document import Sentence
from monitor.figures.en.dates import (
    BEFORE_YEAR,
    MONTH_DAYS,
    MONTHS,
    YEAR_DAYS,
    OwnTime,
    Reach,
    When,
    dated,
    days_since,
    is_year,
    short_year,
)
from monitor.figures.en.lookup import Lookup
from monitor.figures.en.wordset import words

WEEKDAYS = words(
    """
    monday tuesday wednesday thursday friday saturday sunday mon. tue. tues. wed. thu. thurs. fri. sat. sun.
    """
)
UNITS = {
    unit: days
    for days, units in (
        (0, "hour hours minute minutes"),
        (1, "day days night nights"),
        (7, "week weeks weekend"),
        (14, "fortnight"),
        (MONTH_DAYS, "month months"),
        (YEAR_DAYS, "year years"),
        (10 * YEAR_DAYS, "decade decades"),
        (25 * YEAR_DAYS, "generation"),
        (100 * YEAR_DAYS, "century centuries"),
    )
    for unit in units.split()
}
SEASONS = words("spring summer autumn fall winter season")
_COUNTED = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
SMALL_NUMBERS = {word: number for number, word in enumerate(_COUNTED.split(), start=1)} | {
    "a": 1, "an": 1, "couple": 2, "several": 3, "few": 3, "some": 3, "recent": 3, "many": 5, "dozen": 12,
    "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
"""How many of a unit of time a word says, roughly."""
_BACK = words("ago earlier before previously prior back")
_PART_OF_MONTH = {"early": 5, "late": 25}
_THIS_LONG = words("year season century decade winter summer autumn")
_HABITUAL = words("annually yearly monthly weekly daily")
_NO_HABIT_AFTER = words("in for of within after over than half and is was just about only nearly almost to")
_HABIT_BEFORE = words(
    """
    . , ; in from on along at there nationwide near when among between worldwide and across because due since during
    according by
    """
) | {""}
_LATER_IN = words("later earlier the in early late")
_EVERY = words("every each per")


_OPENING = (
    MONTHS.keys()
    | WEEKDAYS
    | SMALL_NUMBERS.keys()
    | _HABITUAL
    | _EVERY
    | words(
        "since today tonight yesterday on so this last past previous preceding recent the that over years decades long"
    )
    | words("months weeks centuries")
)
_OPENS = Lookup(lambda low: low in _OPENING or low[0].isdecimal())
"""Whether a time expression can begin with a word."""

_TELLING = (
    MONTHS.keys()
    | WEEKDAYS
    | UNITS.keys()
    | SEASONS
    | _HABITUAL
    | words("since today tonight yesterday average far ago")
)
_TELLS = Lookup(lambda low: low in _TELLING or is_year(low) or low.endswith("0s"))
"""Whether a sentence with a word can tell of a time: without one of these it cannot."""


def whens(sentence: Sentence, own: OwnTime | None) -> list[When]:
    """The time expressions of a sentence, in order, none inside another."""
    found: list[When] = []
    last = 0
    for at, low in enumerate(sentence.lows if True in map(_TELLS.__getitem__, sentence.lows) else ()):
        if not _OPENS[low] or at < last:
            continue
        when = _since(sentence, at, own) or _when(sentence, at, own)
        if when is not None:
            found.append(when)
            last = when.last
    return found


def _word(sentence: Sentence, at: int) -> str:
    return sentence.lows[at] if 0 <= at < len(sentence.lows) else ""


def _since(sentence: Sentence, at: int, own: OwnTime | None) -> When | None:
    """A stretch that reaches up to the article: *since 1979*, *since the conflict began*."""
    if sentence.lows[at] != "since":
        return None
    if _word(sentence, at - 1) in ("ever", ",") and _word(sentence, at + 1) in ("", ".", ","):
        return When(at, at + 1, Reach.SPAN)
    point = next(
        (when for ahead in range(at + 1, _since_end(sentence, at)) if (when := _when(sentence, ahead, own))), None
    )
    if point is not None and point.reach is Reach.POINT:
        return When(at, point.last, Reach.SPAN, point.year, point.month, point.ago)
    if _word(sentence, at + 1) in (
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


def _since_end(sentence: Sentence, at: int) -> int:
    """Where the clause ends that says since when: *since the party was founded in 1985*."""
    end = min(at + 8, len(sentence.lows))
    return next((place for place in range(at + 1, end) if sentence.lows[place] in (",", ";")), end)


def _when(sentence: Sentence, at: int, own: OwnTime | None) -> When | None:
    low = sentence.lows[at]
    if low.isdecimal() or low[0].isdecimal():
        return _by_number(sentence, at, own)
    if low in MONTHS:
        return _by_month(sentence, at, own)
    if low in WEEKDAYS:
        return _weekday(sentence, at)
    return _by_words(sentence, at, own)


def _by_number(sentence: Sentence, at: int, own: OwnTime | None) -> When | None:
    low = sentence.lows[at]
    is_decade = low.endswith("0s") and low[:-1].isdecimal() and len(low) in (3, 5)
    if is_decade and (len(low) == 5 or "the" in (_word(sentence, at - 1), _word(sentence, at - 2))):
        decade = int(low[:-1]) if len(low) == 5 else 1900 + int(low[:-1])
        return When(at, at + 1, Reach.POINT, decade, None, days_since(decade + 5, None, None, own))
    digits = low.rstrip("stndrh") if len(low) <= 4 else low
    if (
        digits.isdecimal()
        and len(digits) <= 2
        and _word(sentence, at + 1) in MONTHS
        and sentence.texts[at + 1][0].isupper()
    ):
        told = short_year(_word(sentence, at + 2))
        month = MONTHS[sentence.lows[at + 1]]
        return When(at, at + 3 if told else at + 2, Reach.POINT, *dated(told, month, int(digits), own))
    if is_year(low) and (at == 0 or sentence.lows[at - 1] in BEFORE_YEAR) and not _counts(sentence, at):
        return When(at, at + 1, Reach.POINT, int(low), None, days_since(int(low), None, None, own))
    if low.isdecimal() and len(low) <= 3:
        return _so_many(sentence, at, int(low))
    return None


def _counts(sentence: Sentence, at: int) -> bool:
    """Whether a number that could be a year counts people: *the 2000 people*."""
    return _word(sentence, at + 1) in ("people", "persons", "civilians", "soldiers", "troops", "residents")


def _by_month(sentence: Sentence, at: int, own: OwnTime | None) -> When | None:
    month = MONTHS[sentence.lows[at]]
    following = _word(sentence, at + 1)
    before = _word(sentence, at - 1)
    day = int(following) if following.isdecimal() and len(following) <= 2 and int(following) <= 31 else None
    after = at + 2 if day is not None else at + 1
    if _word(sentence, after) == "," and is_year(_word(sentence, after + 1)):
        after += 1
    year = int(sentence.lows[after]) if is_year(_word(sentence, after)) else None
    last = after + 1 if year else (at + 2 if day is not None else at + 1)
    doubtful = sentence.lows[at] in ("may", "march", "mar", "jan", "sun") and day is None and year is None
    if doubtful and (
        not sentence.texts[at][0].isupper()
        or before not in ("in", "last", "since", "of", "early", "late", "mid", "until", "by")
    ):
        return None
    if day is None and year is None and not sentence.texts[at][0].isupper():
        return None
    told = day if day is not None else _PART_OF_MONTH.get(before)
    return When(at, last, Reach.POINT, *dated(year, month, told, own))


def _weekday(sentence: Sentence, at: int) -> When:
    return When(at, at + 1, Reach.POINT, None, None, 7 if _word(sentence, at - 1) == "last" else 3)


def _by_words(sentence: Sentence, at: int, own: OwnTime | None) -> When | None:
    low = sentence.lows[at]
    if low in ("today", "tonight"):
        return When(at, at + 1, Reach.POINT, own.year if own else None, None, 0)
    if low == "yesterday":
        return When(at, at + 1, Reach.POINT, None, None, 1)
    if low in _HABITUAL and _word(sentence, at + 1) in _HABIT_BEFORE and sentence.texts[at].islower():
        return When(at, at + 1, Reach.HABIT)
    if low in _EVERY and _word(sentence, at + 1) in UNITS:
        return When(at, at + 2, Reach.HABIT)
    if low == "on" and _word(sentence, at + 1) == "average":
        return When(at, at + 2, Reach.HABIT)
    if low == "so" and _word(sentence, at + 1) == "far" and _word(sentence, at + 2) in ("this", "in"):
        return When(at, min(at + 4, len(sentence.lows)), Reach.SPAN)
    if low == "this" and _word(sentence, at + 1) == "month" and _word(sentence, at - 1) == "earlier":
        return When(at, at + 2, Reach.POINT, None, None, MONTH_DAYS // 2)
    if low == "this" and _word(sentence, at + 1) in _THIS_LONG:
        earlier = _word(sentence, at - 1) == "earlier"
        return When(
            at,
            at + 2,
            Reach.POINT if earlier else Reach.SPAN,
            own.year if own else None,
            None,
            MONTH_DAYS if earlier else None,
        )
    if (
        low in ("that", "same", "following")
        and _word(sentence, at + 1) == "year"
        and _word(sentence, at - 1) in _LATER_IN
    ):
        return When(at, at + 2, Reach.POINT, None, None, 2 * YEAR_DAYS)  # of a past that was just told
    if low in ("last", "past", "previous", "preceding", "recent"):
        return _last(sentence, at, own)
    if low in ("the", "that", "a", "an") and _word(sentence, at + 1) in UNITS and _word(sentence, at + 2) in _BACK:
        if low in ("the", "that") and _word(sentence, at + 2) not in ("before", "previously", "prior"):
            return None
        return When(at, at + 3, Reach.POINT, *_back(UNITS[sentence.lows[at + 1]], own))
    if low in SMALL_NUMBERS:
        return _so_many(sentence, at, SMALL_NUMBERS[low])
    if low in ("years", "decades", "months", "weeks", "centuries") and _word(sentence, at + 1) in (
        "ago",
        "earlier",
        "before",
    ):
        return When(at, at + 2, Reach.POINT, None, None, 3 * UNITS[low])
    if low == "long" and _word(sentence, at + 1) == "ago":
        return When(at, at + 2, Reach.POINT, None, None, 3 * MONTH_DAYS)
    if (
        low == "over"
        and _word(sentence, at + 1) == "the"
        and _word(sentence, at + 2) in ("years", "decades", "centuries")
    ):
        return When(at, at + 3, Reach.SPAN)
    return None


def _last(sentence: Sentence, at: int, own: OwnTime | None) -> When | None:
    """*last year*, *the past three months*, *in recent weeks*, *last March*."""
    low, following = sentence.lows[at], _word(sentence, at + 1)
    if following in MONTHS:
        return None  # the month itself tells
    counted = 1
    ahead = at + 1
    if following in SMALL_NUMBERS or (following.isdecimal() and len(following) <= 3):
        counted = SMALL_NUMBERS.get(following) or int(following)
        ahead += 1
        if _word(sentence, ahead) == "of":
            ahead += 1
    unit = _word(sentence, ahead)
    if unit not in UNITS and unit not in SEASONS:
        return None
    days = counted * UNITS.get(unit, YEAR_DAYS // 2)
    spanning = counted > 1 or unit in ("years", "months", "weeks", "decades", "days", "hours")
    starter = _word(sentence, at - 1) if _word(sentence, at - 1) not in ("the", "these") else _word(sentence, at - 2)
    if low == "past" and _word(sentence, at - 1) not in ("the", "these", "this"):
        return None
    spanning = spanning or (low in ("past", "last") and starter in ("over", "during", "within"))
    if spanning:
        return When(at, ahead + 1, Reach.SPAN, None, None, days)
    return When(at, ahead + 1, Reach.POINT, *_back(days, own))


def _back(days: int, own: OwnTime | None) -> tuple[int | None, int | None, int | None]:
    """Year, month and days ago of what was so many days before: a year where whole years are counted."""
    year = own.year - days // YEAR_DAYS if own is not None and days >= YEAR_DAYS else None
    return year, None, days


def _so_many(sentence: Sentence, at: int, counted: int) -> When | None:
    """*three years ago*, *a few weeks earlier*; *12 people a year* and *four a day*."""
    ahead = at + 1
    if _word(sentence, ahead) in ("couple", "few", "dozen"):
        counted, ahead = SMALL_NUMBERS[sentence.lows[ahead]], ahead + 1
    if _word(sentence, ahead) in ("of", "and", "-"):
        ahead += 1
    if _word(sentence, ahead) in ("more", "full", "long", "short"):
        ahead += 1
    unit = _word(sentence, ahead)
    if unit not in UNITS:
        return None
    following = _word(sentence, ahead + 1)
    before = _word(sentence, at - 1) if _word(sentence, at - 1) != "than" else _word(sentence, at - 3)
    if (
        before in ("in", "within")
        and UNITS[unit]
        and (following in ("", ".", ",", "and", ";") or before != _word(sentence, at - 1))
    ):
        return When(at, ahead + 1, Reach.SPAN, None, None, counted * UNITS[unit])
    if following in _BACK:
        if following == "before" and _word(sentence, ahead + 2).endswith("ing"):
            return None  # *will be watched for a few days before going home*
        if following == "back" and _word(sentence, ahead + 2) not in (",", ".", ""):
            return None
        return When(at, ahead + 2, Reach.POINT, None, None, counted * UNITS[unit])
    each = sentence.lows[at] in ("a", "an") and ahead == at + 1 and unit in ("year", "month", "week", "day")
    if each and before not in _NO_HABIT_AFTER and following in _HABIT_BEFORE:
        return When(at, ahead + 1, Reach.HABIT)
    return None
