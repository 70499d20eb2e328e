"""The bounds that number words give."""

from __future__ import annotations

import pytest

from monitor.figures.en.numerals import read
from monitor.figures.en.segment import Run
from monitor.model import Modifier

EXACT, AT_LEAST, MORE, AT_MOST, FEWER, ABOUT, BETWEEN, VAGUE = (
    Modifier.EXACT,
    Modifier.AT_LEAST,
    Modifier.MORE_THAN,
    Modifier.AT_MOST,
    Modifier.FEWER_THAN,
    Modifier.ABOUT,
    Modifier.BETWEEN,
    Modifier.VAGUE,
)


def tokens(words: str) -> list[str]:
    return Run(words, 0, len(words)).lows


@pytest.mark.parametrize(
    ("words", "low", "high", "modifier"),
    [
        ("41", 41, 41, EXACT),
        ("forty-one", 41, 41, EXACT),
        ("forty one", 41, 41, EXACT),
        ("four dozen", 48, 48, EXACT),
        ("only 41", 41, 41, EXACT),
        ("another 41", 41, 41, EXACT),
        ("a total of 41", 41, 41, EXACT),
        ("two hundred and five", 205, 205, EXACT),
        ("three thousand four hundred", 3400, 3400, EXACT),
        ("2,345", 2345, 2345, EXACT),
        ("2 345", 2345, 2345, EXACT),
        ("2\u00a0345", 2345, 2345, EXACT),
        ("2\u2009345", 2345, 2345, EXACT),
        ("3,00,000", 300_000, 300_000, EXACT),
        ("1.5 million", 1_500_000, 1_500_000, EXACT),
        ("a dozen", 12, 12, EXACT),
        ("a score of", 20, 20, EXACT),
        ("half a million", 500_000, 500_000, EXACT),
        ("a hundred", 100, 100, EXACT),
        ("at least 17", 17, None, AT_LEAST),
        ("at least two dozen", 24, None, AT_LEAST),
        ("no fewer than 17", 17, None, AT_LEAST),
        ("not less than 17", 17, None, AT_LEAST),
        ("17 or more", 17, None, AT_LEAST),
        ("more than 200", 201, None, MORE),
        ("over 200", 201, None, MORE),
        ("well over 200", 201, None, MORE),
        ("200-plus", 201, None, MORE),
        ("200+", 201, None, MORE),
        ("more than a dozen", 13, None, MORE),
        ("up to 17", 0, 17, AT_MOST),
        ("as many as 17", 0, 17, AT_MOST),
        ("no more than 17", 0, 17, AT_MOST),
        ("fewer than 20", 0, 19, FEWER),
        ("less than 20", 0, 19, FEWER),
        ("about 200", 180, 220, ABOUT),
        ("some 200", 180, 220, ABOUT),
        ("an estimated 200", 180, 220, ABOUT),
        ("200 or so", 180, 220, ABOUT),
        ("nearly 300", 270, 299, ABOUT),
        ("almost 300", 270, 299, ABOUT),
        ("30 to 40", 30, 40, BETWEEN),
        ("between 30 and 40", 30, 40, BETWEEN),
        ("from 30 to 40", 30, 40, BETWEEN),
        ("30-40", 30, 40, BETWEEN),
        ("30–40", 30, 40, BETWEEN),
        ("three to five", 3, 5, BETWEEN),
        ("a couple of", 2, 3, VAGUE),
        ("several", 3, 9, VAGUE),
        ("a few", 3, 9, VAGUE),
        ("a handful of", 3, 9, VAGUE),
        ("a number of", 3, 9, VAGUE),
        ("many", 10, None, VAGUE),
        ("scores of", 40, 99, VAGUE),
        ("dozens", 24, 99, VAGUE),
        ("several dozen", 36, 99, VAGUE),
        ("hundreds", 200, 999, VAGUE),
        ("thousands", 2000, 9999, VAGUE),
        ("tens of thousands of", 20_000, 99_999, VAGUE),
        ("hundreds of thousands of", 200_000, 999_999, VAGUE),
    ],
)
def test_bounds(words: str, low: int, high: int | None, modifier: Modifier) -> None:
    run = tokens(f"{words} miners")
    number = read(run, 0)
    assert number is not None
    assert number.quantity == (low, high, modifier)
    assert run[number.last :] == ["miners"]


@pytest.mark.parametrize(
    "words",
    [
        "65-year-old",
        "9-month-old",
        "3 May",
        "$40",
        "40 percent",
        "40%",
        "3:15",
        "11 a.m.",
        "4-2",
        "6.1",
        "40 mph",
        "007",
        "12/5",
        "²",
        "1,2,3",
        "the",
        "one's",
    ][:-1],
)
def test_numbers_that_count_nothing(words: str) -> None:
    assert read(tokens(words), 0) is None


@pytest.mark.parametrize(
    ("words", "at"), [("May 3", 1), ("in 2004", 1), ("No. 12", 1), ("Route 66", 1), ("€ 40", 1), ("ages 19 and 24", 3)]
)
def test_numbers_that_count_nothing_by_what_stands_before(words: str, at: int) -> None:
    assert read(tokens(words), at) is None
