"""Reads the numbers of English text with the bounds that their words give.

`read` is asked at the first word of a number phrase (*at least*, *some*, *36*, *dozens*) and answers with the bounds
and where it ends, or with nothing. It never reads ages, dates, times, money, shares, scores or serial numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from monitor.figures.document import Quantity
from monitor.figures.en.lookup import Lookup
from monitor.figures.en.uncounted import MONTHS, is_count
from monitor.figures.en.values import SCALES, TENS, UNITS, past_of, value
from monitor.figures.en.wordset import phrases, words
from monitor.model import Modifier


class Number(NamedTuple):
    """Bounds, and the tokens that state them: `first` up to, not including, `last`."""

    quantity: Quantity
    first: int
    last: int


_PREFIXES = {
    "at_least": "at_least no_fewer_than no_less_than not_less_than not_fewer_than a_minimum_of as_few_as",
    "more_than": """more_than upwards_of upward_of over well_over well_more_than in_excess_of exceeding above past
        topped tops exceeded exceeds surpassed surpasses passed passes topping well_above much_more_than""",
    "at_most": "up_to as_many_as at_most no_more_than not_more_than a_maximum_of",
    "fewer_than": "fewer_than less_than under below",
    "about": """about around some approximately roughly an_estimated estimated the_estimated circa approx. perhaps
        maybe""",
    "nearly": "nearly almost close_to just_under nearing nears approaching approaches neared",
    "between": "between",
    "from": "from",
    "exact": """only just exactly another a_total_of all precisely a_record the_other the these those a_further
        an_additional additional possibly her his their its other our the_first the_remaining first""",
}
_BY_FIRST: dict[str, list[tuple[list[str], str]]] = {}
"""By the first word of those that bound a number, their other words, most first, and how they bound it."""
for _bound, _text in _PREFIXES.items():
    for _first, *_rest in sorted(phrases(_text), key=lambda phrase: (-len(phrase), phrase)):
        _BY_FIRST.setdefault(_first, []).append((_rest, _bound))
for _entries in _BY_FIRST.values():
    _entries.sort(key=lambda entry: -len(entry[0]))
_SUFFIXES = {
    ("or", "more"): "at_least", ("or", "above"): "at_least", ("and", "counting"): "at_least", ("or", "so"): "about",
    ("or", "thereabouts"): "about", ("or", "fewer"): "at_most", ("or", "less"): "at_most", ("-", "plus"): "more_than",
    ("+",): "more_than", ("plus",): "more_than",
}  # fmt: skip
_PILES = {
    "dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2000, 9999),
    "millions": (2_000_000, 9_999_999),
}  # fmt: skip
_PILED = {"hundreds": 100, "thousands": 1000, "millions": 1_000_000}
_PILERS = {
    "tens": (20, 100),
    "dozens": (24, 100),
    "scores": (40, 100),
    "hundreds": (200, 1000),
    "thousands": (2000, 10_000),
}
_VAGUE = {"several": (3, 9), "many": (10, None), "numerous": (10, None), "various": (3, 9), "multiple": (3, 9)}
_VAGUE_AFTER_A = {"few": (3, 9), "handful": (3, 9), "number": (3, 9)}
_ONE_OF_SCALE = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_HALVES = {
    ("a", "million"): 500_000,
    ("a", "dozen"): 6,
    ("a", "billion"): 500_000_000,
    ("dozen",): 6,
    ("million",): 500_000,
}
_SCORES_BEFORE = words("of more were have had are dead injured killed hurt wounded missing arrested detained")
_SIZES = UNITS.keys() | TENS.keys() | _PILES.keys() | _VAGUE.keys() | words("half tens")
STARTS = frozenset(_SIZES | _BY_FIRST.keys() | words("a an"))
"""The words that a number phrase may begin with, beside digits."""
_SECONDS = {rest[0] for bounds in _BY_FIRST.values() for rest, _ in bounds if rest}
_BEHIND = STARTS | _SECONDS | _VAGUE_AFTER_A.keys() | _ONE_OF_SCALE.keys() | words("couple score")
_MAY_FOLLOW = Lookup(lambda word: word in _BEHIND or word[0].isdecimal())
"""Whether a word may come second in a number phrase whose first tells no size: few follow *the*."""


def read(low: list[str], at: int) -> Number | None:
    """The number phrase that begins with this token, with the words that bound it."""
    word = low[at]
    tells_size = word in _SIZES or word[0].isdecimal()
    if not tells_size and (word not in STARTS or at + 1 >= len(low) or not _MAY_FOLLOW[low[at + 1]]):
        return None
    for rest, bound in _BY_FIRST.get(word, ()):
        after = at + 1 + len(rest)
        if after >= len(low) or low[at + 1 : after] != rest:
            continue
        if bound in ("between", "from"):
            return _between(low, at, after, joint=("to",) if bound == "from" else ("and", "to"))
        inner = read(low, after) if low[after] in _BY_FIRST and low[after] not in ("a", "an") else _core(low, after)
        if inner is not None:
            return _bounded(low, Number(inner.quantity, at, inner.last), bound)
    core = _core(low, at)
    return None if core is None else _bounded(low, core, "exact")


def _bounded(low: Sequence[str], number: Number, bound: str) -> Number:
    """A number under the words before it, and those after it (*or more*, *or so*)."""
    quantity, first, last = number
    for size in (2, 1):
        after = _SUFFIXES.get(tuple(low[last : last + size]))
        if after is not None:
            bound, last = after, last + size
            break
    if bound == "exact" or quantity.low is None:
        return Number(quantity, first, last)
    size = quantity.low
    if quantity.modifier is not Modifier.EXACT:
        if bound in ("at_least", "more_than"):
            quantity = Quantity(size, None, Modifier(bound))
        return Number(quantity, first, last)
    return Number(_bounds(size, bound), first, last)


def _bounds(size: int, bound: str) -> Quantity:
    match bound:
        case "at_least":
            return Quantity(size, None, Modifier.AT_LEAST)
        case "more_than":
            return Quantity(size + 1, None, Modifier.MORE_THAN)
        case "at_most":
            return Quantity(0, size, Modifier.AT_MOST)
        case "fewer_than":
            return Quantity(0, max(0, size - 1), Modifier.FEWER_THAN)
        case "nearly":
            return Quantity(size - size // 10, max(size - 1, 0), Modifier.ABOUT)
        case _:
            return Quantity(size - size // 10, size + size // 10, Modifier.ABOUT)


def _between(low: Sequence[str], first: int, at: int, joint: tuple[str, ...]) -> Number | None:
    """*between 20 and 30*, *from 20 to 30*."""
    one = value(low, at)
    if one is None or one[1] + 1 >= len(low) or low[one[1]] not in joint:
        return None
    two = value(low, one[1] + 1)
    if two is None or two[0] <= one[0] or not is_count(low, one[1] + 1, two[1]):
        return None
    return Number(Quantity(one[0], two[0], Modifier.BETWEEN), first, two[1])


def _core(low: Sequence[str], at: int) -> Number | None:
    """A number without the words that bound it."""
    word = low[at]
    if word in ("a", "an"):
        return _after_a(low, at)
    if word == "half":
        for size in (2, 1):
            half = _HALVES.get(tuple(low[at + 1 : at + 1 + size]))
            if half is not None:
                return _exact(half, at, at + 1 + size)
        return None
    if word in _VAGUE:
        scale = _ONE_OF_SCALE.get(_word(low, at + 1).removesuffix("s"))
        if word == "several" and scale is not None:
            high = 99 if scale == 12 else 10 * scale - 1
            return Number(Quantity(3 * scale, high, Modifier.VAGUE), at, past_of(low, at + 2))
        return Number(Quantity(*_VAGUE[word], Modifier.VAGUE), at, at + 1)
    if word in _PILES or word == "tens":
        return _piled(low, at)
    return _valued(low, at)


def _after_a(low: Sequence[str], at: int) -> Number | None:
    """*a few*, *a handful of*, *a couple of*, *a dozen*, *a hundred*."""
    following = _word(low, at + 1)
    scale = _ONE_OF_SCALE.get(_word(low, at + 2))
    if following == "few":
        if scale is not None:
            return Number(Quantity(3 * scale, 9 * scale, Modifier.VAGUE), at, at + 3)
        return Number(Quantity(3, 9, Modifier.VAGUE), at, at + 2)
    if following == "couple" and (scale is not None or _word(low, at + 2) == "of"):
        return Number(Quantity(2 * (scale or 1), 3 * (scale or 1), Modifier.VAGUE), at, at + 3)
    if following in _VAGUE_AFTER_A and _word(low, at + 2) == "of":
        return Number(Quantity(*_VAGUE_AFTER_A[following], Modifier.VAGUE), at, at + 3)
    if following == "score" and _word(low, at + 2) == "of":
        return _exact(20, at, at + 3)
    if following in _ONE_OF_SCALE:
        if following == "hundred" and _word(low, at + 2) == "thousand":
            return _exact(100_000, at, at + 3)
        return _exact(_ONE_OF_SCALE[following], at, past_of(low, at + 2))
    return None


def _piled(low: Sequence[str], at: int) -> Number | None:
    """*dozens*, *hundreds of*, *tens of thousands of*."""
    word = low[at]
    pile = _PILED.get(_word(low, at + 2)) if _word(low, at + 1) == "of" else None
    if pile is not None and word in _PILERS:
        few, many = _PILERS[word]
        return Number(Quantity(few * pile, many * pile - 1, Modifier.VAGUE), at, past_of(low, at + 3))
    if word == "tens" or (word == "scores" and _word(low, at + 1) not in _SCORES_BEFORE):
        return None
    return Number(Quantity(*_PILES[word], Modifier.VAGUE), at, past_of(low, at + 1))


def _valued(low: Sequence[str], at: int) -> Number | None:
    """A value, or two that span a range: *36*, *20 to 30*, *20-30*."""
    one = value(low, at)
    if one is None:
        return None
    size, last = one
    joint = _word(low, last)
    of_day = at > 0 and low[at - 1] in MONTHS  # *Nablus, May 3 - Ten people*
    two = value(low, last + 1) if joint in ("to", "-", "--", "or") and not of_day else None
    scale = SCALES.get(low[two[1] - 1], 0) if two is not None else 0
    if two is not None and size < 1000 <= scale and size * scale < two[0]:
        size *= scale  # *75 to 85 million*
    if two is not None and size < two[0] <= max(10 * size, size + 10) and is_count(low, last + 1, two[1]):
        return Number(Quantity(size, two[0], Modifier.BETWEEN), at, two[1]) if is_count(low, at, two[1]) else None
    return _exact(size, at, last) if is_count(low, at, last) else None


def _exact(size: int, first: int, last: int) -> Number:
    return Number(Quantity(size, size, Modifier.EXACT), first, last)


def _word(low: Sequence[str], at: int) -> str:
    return low[at] if at < len(low) else ""
