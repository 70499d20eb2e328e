"""Reads the numbers of English text with the bounds that their words give.

`read` is asked at the first word of a number phrase (*at least*, *some*, *36*, *dozens*) and answers with the bounds and
where the phrase ends, or with nothing. It never reads ages, dates, times, money, shares, scores or serial numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from monitor.figures.document import Quantity
from monitor.figures.en.wordset import words
from monitor.model import Modifier


class Number(NamedTuple):
    """Bounds, and the tokens that state them: `first` up to, not including, `last`."""

    quantity: Quantity
    first: int
    last: int


UNITS = {word: value for value, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split(" ")
)}  # fmt: skip
TENS = {
    word: value * 10 for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(" "), 2)
}
_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "lakh": 100_000,
    "m": 1_000_000,
}
_PILES = {
    "dozen": (12, 12), "dozens": (24, 99), "score": (20, 20), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2000, 9999),
    "millions": (2_000_000, 9_999_999), "tens": (20, 99),
}  # fmt: skip
_VAGUE = {"several": (3, 9), "many": (10, None), "numerous": (10, None), "various": (3, 9), "multiple": (3, 9)}
_VAGUE_AFTER_A = {"few": (3, 9), "handful": (3, 9), "number": (3, 9)}
_PREFIXES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("at", "least"), "at_least"), (("no", "fewer", "than"), "at_least"), (("no", "less", "than"), "at_least"),
    (("not", "less", "than"), "at_least"), (("not", "fewer", "than"), "at_least"), (("a", "minimum", "of"), "at_least"),
    (("more", "than"), "more_than"), (("upwards", "of"), "more_than"), (("upward", "of"), "more_than"), (("over",), "more_than"),
    (("well", "over"), "more_than"), (("well", "more", "than"), "more_than"), (("in", "excess", "of"), "more_than"),
    (("exceeding",), "more_than"), (("above",), "more_than"), (("past",), "more_than"), (("topped",), "more_than"),
    (("exceeded",), "more_than"), (("surpassed",), "more_than"), (("passed",), "more_than"), (("topping",), "more_than"),
    (("up", "to"), "at_most"), (("as", "many", "as"), "at_most"), (("at", "most"), "at_most"), (("no", "more", "than"), "at_most"),
    (("not", "more", "than"), "at_most"), (("a", "maximum", "of"), "at_most"),
    (("fewer", "than"), "fewer_than"), (("less", "than"), "fewer_than"), (("under",), "fewer_than"), (("below",), "fewer_than"),
    (("about",), "about"), (("around",), "about"), (("some",), "about"), (("approximately",), "about"), (("roughly",), "about"),
    (("an", "estimated"), "about"), (("estimated",), "about"), (("the", "estimated"), "about"), (("circa",), "about"), (("approx.",), "about"),
    (("nearly",), "nearly"), (("almost",), "nearly"), (("close", "to"), "nearly"), (("just", "under"), "nearly"), (("nearing",), "nearly"),
    (("only",), "exact"), (("just",), "exact"), (("exactly",), "exact"), (("another",), "exact"), (("a", "total", "of"), "exact"),
    (("all",), "exact"), (("precisely",), "exact"), (("a", "record"), "exact"), (("between",), "between"), (("from",), "between"),
    (("as", "few", "as"), "at_least"), (("the", "other"), "exact"), (("the",), "exact"), (("these",), "exact"), (("those",), "exact"),
    (("a", "further"), "exact"), (("an", "additional"), "exact"), (("additional",), "exact"), (("well", "above"), "more_than"),
    (("much", "more", "than"), "more_than"), (("possibly",), "exact"), (("perhaps",), "about"), (("maybe",), "about"),
    (("her",), "exact"), (("his",), "exact"), (("their",), "exact"), (("its",), "exact"), (("other",), "exact"), (("our",), "exact"),
    (("the", "first"), "exact"), (("the", "remaining"), "exact"), (("first",), "exact"),
)  # fmt: skip
_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _prefix in sorted(_PREFIXES, key=lambda entry: -len(entry[0])):
    _BY_FIRST.setdefault(_prefix[0][0], []).append(_prefix)
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
    no. nos. route highway interstate apartment apt room unit flight channel page chapter article section age aged ages fox
    number number. abc nbc cbs news suite level phase exit lane pier gate grade volume title act bus line type category i us
    magnitude version model class psalm catch-22 top district ward precinct squad lot box
    """
)
STARTS = (
    frozenset(UNITS)
    | frozenset(TENS)
    | frozenset(_PILES)
    | frozenset(_VAGUE)
    | frozenset(_BY_FIRST)
    | {"a", "an", "half", "twenty", "few", "upto"}
)


def read(low: Sequence[str], at: int) -> Number | None:
    """The number phrase that begins with this token, with the words that bound it."""
    word = low[at]
    if not (word in STARTS or word[0].isdigit()):
        return None
    for phrase, bound in _BY_FIRST.get(word, ()):
        after = at + len(phrase)
        if tuple(low[at:after]) != phrase or after >= len(low):
            continue
        if bound == "between":
            return _between(low, at, after, strict=word == "from")
        inner = read(low, after) if low[after] in _BY_FIRST and low[after] not in ("a", "an") else _core(low, after)
        if inner is None:
            continue
        return _bounded(low, Number(inner.quantity, at, inner.last), bound)
    core = _core(low, at)
    return None if core is None else _bounded(low, core, "exact")


def _bounded(low: Sequence[str], number: Number, bound: str) -> Number:
    """A number under the words before it, and those after it (*or more*, *or so*)."""
    quantity, first, last = number
    after = tuple(low[last : last + 2])
    if after in (("or", "more"), ("or", "above"), ("and", "counting")):
        bound, last = "at_least", last + 2
    elif after == ("or", "so") or after == ("or", "thereabouts"):
        bound, last = "about", last + 2
    elif after in (("or", "fewer"), ("or", "less")):
        bound, last = "at_most", last + 2
    elif after == ("-", "plus"):
        bound, last = "more_than", last + 2
    elif after[:1] == ("+",) or after[:1] == ("plus",):
        bound, last = "more_than", last + 1
    low_end, high_end, modifier = quantity
    if low_end is None or bound == "exact":
        return Number(quantity, first, last)
    if modifier is not Modifier.EXACT:
        if bound in ("at_least", "more_than"):
            extra = 1 if bound == "more_than" and modifier is Modifier.EXACT else 0
            return Number(Quantity(low_end + extra, None, Modifier(bound)), first, last)
        return Number(quantity, first, last)
    made = {
        "at_least": Quantity(low_end, None, Modifier.AT_LEAST),
        "more_than": Quantity(low_end + 1, None, Modifier.MORE_THAN),
        "at_most": Quantity(0, low_end, Modifier.AT_MOST),
        "fewer_than": Quantity(0, max(0, low_end - 1), Modifier.FEWER_THAN),
        "about": Quantity(low_end - low_end // 10, low_end + low_end // 10, Modifier.ABOUT),
        "nearly": Quantity(low_end - low_end // 10, max(low_end - 1, 0), Modifier.ABOUT),
    }
    return Number(made[bound], first, last)


def _between(low: Sequence[str], first: int, at: int, *, strict: bool) -> Number | None:
    """*between 20 and 30*, *from 20 to 30*."""
    one = _plain(low, at)
    if one is None or one[1] >= len(low) or low[one[1]] not in (("to",) if strict else ("and", "to")):
        return None
    two = _plain(low, one[1] + 1) if one[1] + 1 < len(low) else None
    if two is None or two[0] <= one[0]:
        return None
    return Number(Quantity(one[0], two[0], Modifier.BETWEEN), first, two[1])


def _core(low: Sequence[str], at: int) -> Number | None:
    """A number without the words that bound it."""
    if at >= len(low):
        return None
    word = low[at]
    if word in ("a", "an"):
        following = low[at + 1] if at + 1 < len(low) else ""
        if following in _VAGUE_AFTER_A:
            low_end, high_end = _VAGUE_AFTER_A[following]
            last = at + 2
            if following != "few":
                if low[at + 2 : at + 3] != ["of"] and tuple(low[at + 2 : at + 3]) != ("of",):
                    return None
                last += 1
            elif last < len(low) and low[last] in ("dozen", "hundred", "thousand"):
                scale = {"dozen": 12, "hundred": 100, "thousand": 1000}[low[last]]
                return Number(Quantity(3 * scale, 9 * scale, Modifier.VAGUE), at, last + 1)
            return Number(Quantity(low_end, high_end, Modifier.VAGUE), at, last)
        if following == "couple" and at + 2 < len(low) and low[at + 2] in ("of", "dozen", "hundred"):
            scale = {"of": 1, "dozen": 12, "hundred": 100}[low[at + 2]]
            return Number(Quantity(2 * scale, 3 * scale, Modifier.VAGUE), at, at + 3)
        if following in ("dozen", "hundred", "thousand", "million", "score"):
            if following == "score" and tuple(low[at + 2 : at + 3]) != ("of",):
                return None
            value = 12 if following == "dozen" else 20 if following == "score" else _SCALES[following]
            last = at + 2
            if following == "hundred" and tuple(low[last : last + 1]) == ("thousand",):
                value, last = 100_000, last + 1
            if tuple(low[last : last + 1]) == ("of",) and following in ("dozen", "score"):
                last += 1
            return Number(Quantity(value, value, Modifier.EXACT), at, last)
        return None
    if word == "half":
        rest = tuple(low[at + 1 : at + 3])
        for phrase, value in (
            (("a", "million"), 500_000),
            (("a", "dozen"), 6),
            (("a", "billion"), 500_000_000),
            (("dozen",), 6),
        ):
            if rest[: len(phrase)] == phrase:
                return Number(Quantity(value, value, Modifier.EXACT), at, at + 1 + len(phrase))
        return None
    if word in _VAGUE:
        following = low[at + 1] if at + 1 < len(low) else ""
        if word == "several" and following in ("dozen", "hundred", "thousand", "dozens", "hundreds", "thousands"):
            low_end, high_end = {"d": (36, 99), "h": (300, 999), "t": (3000, 9999)}[following[0]]
            last = at + 2
            return Number(Quantity(low_end, high_end, Modifier.VAGUE), at, _skip_of(low, last))
        return Number(Quantity(*_VAGUE[word], Modifier.VAGUE), at, at + 1)
    if word in _PILES and word not in ("dozen", "score"):
        if word == "tens" and tuple(low[at + 1 : at + 2]) != ("of",):
            return None
        if word == "scores" and tuple(low[at + 1 : at + 2]) not in (
            ("of",),
            ("more",),
            ("were",),
            ("have",),
            ("had",),
            ("dead",),
            ("injured",),
            ("killed",),
            ("hurt",),
            ("wounded",),
            ("missing",),
        ):
            return None
        low_end, high_end = _PILES[word]
        rest = tuple(low[at + 1 : at + 3])
        if rest[:1] == ("of",) and rest[1:2] and rest[1] in ("thousands", "hundreds", "millions"):
            pile = {"thousands": 1000, "hundreds": 100, "millions": 1_000_000}[rest[1]]
            factor = {
                "tens": 20,
                "dozens": 24,
                "hundreds": 200,
                "thousands": 2000,
                "scores": 40,
                "millions": 2_000_000,
            }[word]
            low_end, high_end = (
                factor * pile,
                {"tens": 100, "dozens": 100, "hundreds": 1000, "thousands": 10_000, "scores": 100}.get(word, 10_000_000)
                * pile
                - 1,
            )
            return Number(Quantity(low_end, high_end, Modifier.VAGUE), at, _skip_of(low, at + 3))
        return Number(Quantity(low_end, high_end, Modifier.VAGUE), at, _skip_of(low, at + 1))
    plain = _plain(low, at)
    if plain is None:
        return None
    value, last = plain
    follower = low[last] if last < len(low) else ""
    if follower in ("to", "-", "--", "or") and last + 1 < len(low):
        upper = _plain(low, last + 1)
        if (
            upper is not None
            and upper[0] > value
            and (follower != "to" or upper[0] < value * 20)
            and _is_count(low, last + 1, upper[1])
        ):
            if follower == "or" and upper[0] - value > max(10, value):
                return None
            return (
                Number(Quantity(value, upper[0], Modifier.BETWEEN), at, upper[1])
                if _is_count(low, at, upper[1])
                else None
            )
    if not _is_count(low, at, last):
        return None
    return Number(Quantity(value, value, Modifier.EXACT), at, last)


def _skip_of(low: Sequence[str], at: int) -> int:
    """Past the *of* of *hundreds of people*; *hundreds of the* keeps its *of*."""
    if (
        at + 1 < len(low)
        and low[at] == "of"
        and low[at + 1] not in ("the", "them", "those", "whom", "these", "which", "his", "her", "their")
    ):
        return at + 1
    return at


def _plain(low: Sequence[str], at: int) -> tuple[int, int] | None:
    """A value in digits or words, and where it ends."""
    if at >= len(low):
        return None
    word = low[at]
    if word[0].isdigit():
        return _digits(low, at)
    if word in UNITS or word in TENS:
        return _spelled(low, at)
    return None


def _digits(low: Sequence[str], at: int) -> tuple[int, int] | None:
    word = low[at]
    last = at + 1
    scale = low[last] if last < len(low) else ""
    if "." in word:
        whole, _, fraction = word.partition(".")
        if whole.isdigit() and fraction.isdigit():
            if scale in ("million", "billion", "lakh"):
                return int(whole + fraction.ljust(9, "0")[:9]) * _SCALES[scale] // 10**9, last + 1
            if len(fraction) == 3 and len(whole) <= 3 and whole != "0":
                return int(whole + fraction), last  # 10.000 as some write it
        return None
    figure = word.replace(",", "")
    if not figure.isdigit() or len(figure) > 12:
        return None
    if "," in word:
        groups = word.split(",")
        if len(groups[-1]) != 3 or any(len(group) not in (2, 3) for group in groups[1:]):
            return None
    value = int(figure)
    while (
        last < len(low)
        and len(low[last]) == 3
        and low[last].isdigit()
        and len(figure) <= 3
        and not figure.startswith("0")
        and "," not in word
    ):
        value, last = value * 1000 + int(low[last]), last + 1
    if last < len(low) and low[last] in ("million", "billion", "thousand", "hundred", "lakh", "dozen"):
        value *= 12 if low[last] == "dozen" else _SCALES[low[last]]
        last = _skip_of(low, last + 1) if low[last] == "dozen" else last + 1
    return value, last


def _spelled(low: Sequence[str], at: int) -> tuple[int, int]:
    """Number words: *twenty-three*, *two hundred and five*, *three dozen*, *nineteen hundred*."""
    total = current = 0
    last = at
    seen_unit = seen_ten = False
    while last < len(low):
        word = low[last]
        if word in UNITS and not seen_unit and not (seen_ten and (UNITS[word] > 9 or UNITS[word] == 0)):
            current += UNITS[word]
            seen_unit = True
        elif word in TENS and not seen_ten and not seen_unit:
            current += TENS[word]
            seen_ten = True
        elif word == "hundred" and current and current < 100:
            current *= 100
            seen_unit = seen_ten = False
        elif word in ("thousand", "million", "billion", "lakh") and (current or total):
            total = (total + current) * _SCALES[word]
            current = 0
            seen_unit = seen_ten = False
        elif word == "dozen" and current:
            return (total + current) * 12, _skip_of(low, last + 1)
        elif word == "score" and current and current < 10:
            return (total + current) * 20, _skip_of(low, last + 1)
        elif (
            word == "-"
            and seen_ten
            and not seen_unit
            and last + 1 < len(low)
            and UNITS.get(low[last + 1], 0) in range(1, 10)
        ):
            pass
        elif (
            word == "and"
            and last + 1 < len(low)
            and not seen_unit
            and not seen_ten
            and (current >= 100 or total)
            and (low[last + 1] in UNITS or low[last + 1] in TENS)
        ):
            pass
        else:
            break
        last += 1
    return total + current, last


def _is_count(low: Sequence[str], first: int, last: int) -> bool:
    """Whether a value can be a count: not a date, time, age, sum of money, share, score, serial number or year."""
    word = low[first]
    before = low[first - 1] if first else ""
    after = low[last] if last < len(low) else ""
    beyond = low[last + 1] if last + 1 < len(low) else ""
    digits = word[0].isdigit()
    if before in _MONEY_BEFORE or after in _UNITS_AFTER:
        return False
    if after == "-" and beyond not in ("plus",):
        return False
    if before == "-" and digits and first > 1 and not low[first - 2][0].isdigit():
        return False
    if after in ("years", "year", "months") and last + 1 < len(low) and beyond in ("old", "of", "-"):
        return False
    if (
        first > 2
        and before in ("and", ",")
        and low[first - 2][0].isdigit()
        and low[first - 3] in ("age", "aged", "ages", ",")
    ):
        return False
    if not digits:
        return before not in ("age", "aged", "chapter", "no.", "route", "channel")
    if before in _SERIAL_BEFORE or before in (".", ":", "/") and first > 1 and low[first - 2][-1:].isdigit():
        return False
    if after in (":", "/", "×", "x") and beyond[:1].isdigit():
        return False
    if word.isdigit() and len(word) > 1 and word[0] == "0":
        return False
    if last - first == 1 and word.isdigit():
        value = int(word)
        if value <= 31 and (before in MONTHS or after in MONTHS):
            return False
        if 1900 <= value <= 2099 and (
            before in MONTHS
            or before
            in (
                "in",
                "since",
                "by",
                "of",
                "until",
                "during",
                "from",
                ",",
                "the",
                "early",
                "late",
                "'s",
                "after",
                "before",
                "mid",
                "-",
                "year",
            )
            or after in (",", ".", "", ")", "and", "when", "to")
        ):
            return False
    return True
