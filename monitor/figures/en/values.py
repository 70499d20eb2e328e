"""The value of a number written in digits or in words: *36*, *1,00,000*, *10 000*, *1.5 million*, *twenty-three*."""

from __future__ import annotations

from collections.abc import Sequence

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_UNITS += " seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
UNITS = {word: size for size, word in enumerate(_UNITS.split())}
TENS = {word: 10 * size for size, word in enumerate(_TENS.split(), 2)}
SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "lakh": 100_000,
    "mln": 1_000_000,
}


def value(low: Sequence[str], at: int) -> tuple[int, int] | None:
    """A value in digits or words, and where it ends."""
    if at >= len(low):
        return None
    word = low[at]
    if word[0].isdecimal():
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
        if whole.isdecimal() and fraction.isdecimal():
            if scale in ("million", "billion", "lakh", "mln"):
                return int(whole + fraction.ljust(9, "0")[:9]) * SCALES[scale] // 10**9, last + 1
            if len(fraction) == 3 and len(whole) <= 3 and whole != "0":
                return int(whole + fraction), last  # 10.000 as some write it
        return None
    figure = word.replace(",", "")
    if not figure.isdecimal() or len(figure) > 12:
        return None
    if "," in word:
        groups = word.split(",")
        if len(groups[-1]) != 3 or any(len(group) not in (2, 3) for group in groups[1:]):
            return None
    value = int(figure)
    while (
        last < len(low)
        and len(low[last]) == 3
        and low[last].isdecimal()
        and len(figure) <= 3
        and not figure.startswith("0")
        and "," not in word
    ):
        value, last = value * 1000 + int(low[last]), last + 1
    if last < len(low) and low[last] in ("million", "billion", "thousand", "hundred", "lakh", "dozen", "mln"):
        value *= 12 if low[last] == "dozen" else SCALES[low[last]]
        last = past_of(low, last + 1) if low[last] == "dozen" else last + 1
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
            total = (total + current) * SCALES[word]
            current = 0
            seen_unit = seen_ten = False
        elif word == "dozen" and current:
            return (total + current) * 12, past_of(low, last + 1)
        elif word == "score" and current and current < 10:
            return (total + current) * 20, past_of(low, last + 1)
        elif (
            word == "-"
            and seen_ten
            and not seen_unit
            and last + 1 < len(low)
            and UNITS.get(low[last + 1], 0) in range(1, 10)
        ) or (
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


def past_of(low: Sequence[str], at: int) -> int:
    """Past the *of* of *hundreds of people*; *hundreds of the* keeps its *of*."""
    if (
        at + 1 < len(low)
        and low[at] == "of"
        and low[at + 1] not in ("the", "them", "those", "whom", "these", "which", "his", "her", "their")
    ):
        return at + 1
    return at
