"""Numbers that count nothing: dates, times, ages, money, shares, scores, serial numbers, years."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.figures.en.wordforms import is_plural
from monitor.figures.en.wordset import words

MONTHS = words(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sept sep oct nov dec jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.
    """
)
_MONEY_BEFORE = words("$ £ € ¥ usd eur us$ #")
_UNITS_AFTER = words(
    "% percent percentage pct per-cent per a.m. p.m. am pm gmt utc est edt mph hp mm cm km caliber calibre"
)
_SERIAL_BEFORE = words(
    """
    no. nos. route highway interstate station engine ladder apartment apt room unit flight channel page chapter
    article section age aged ages fox number number. abc nbc cbs news suite level phase exit lane pier gate grade
    volume title act bus line type category i us magnitude version model class psalm catch-22 top district ward
    precinct squad lot box
    """
)
_BEFORE_NUMBERING = words("now already dead wounded injured missing")
_AGES = frozenset({"age", "aged", "ages", ","})
_YEAR_BEFORE = words("in since by of until during from , the early late 's after before mid - year") | MONTHS
_YEAR_AFTER = frozenset({",", ".", "", ")", "and", "when", "to"})


def is_count(low: Sequence[str], first: int, last: int) -> bool:
    """Whether a value can be a count: not a date, time, age, sum of money, share, score, serial number or year."""
    before, after, beyond = _at(low, first - 1), _at(low, last), _at(low, last + 1)
    if before in _MONEY_BEFORE or after in _UNITS_AFTER or (after == "-" and beyond != "plus"):
        return False
    if after in ("years", "year", "months") and beyond in ("old", "of", "-"):
        return False
    if before in ("and", ",") and _is_age(_at(low, first - 2)) and _at(low, first - 3) in _AGES:
        return False
    word = low[first]
    if not word[0].isdecimal():
        return before not in ("age", "aged", "chapter", "no.", "route", "channel")
    serial = before in _SERIAL_BEFORE and not (before == "number" and _may_number(_at(low, first - 2)))
    if serial or (word[0] == "0" and len(word) > 1):
        return False
    if before == "-" and first > 1 and not low[first - 2][0].isdecimal():
        return False
    if before in (".", ":", "/") and first > 1 and low[first - 2][-1:].isdecimal():
        return False
    if after in (":", "/", "×", "x") and beyond[:1].isdecimal():
        return False
    if before in MONTHS and _at(low, first - 2).isdecimal():
        return False  # the year of *3 May 89*
    return not (last - first == 1 and word.isdecimal() and _is_of_a_date(int(word), before, after))


def _may_number(word: str) -> bool:
    """Whether *number* is a verb after a word: *the victims now number 29*, not *bus number 29*."""
    return word in _BEFORE_NUMBERING or (bool(word) and is_plural(word))


def _is_age(word: str) -> bool:
    return word.isdecimal() and len(word) <= 3


def _is_of_a_date(number: int, before: str, after: str) -> bool:
    if number <= 31 and (before in MONTHS or after in MONTHS):
        return True
    return 1900 <= number <= 2099 and (before in _YEAR_BEFORE or after in _YEAR_AFTER)


def _at(low: Sequence[str], at: int) -> str:
    return low[at] if 0 <= at < len(low) else ""
