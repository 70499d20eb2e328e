"""A made stream of articles of any length: texts of a Zipf vocabulary and stock phrases, and printings of them.

An original is made from its number alone, so that a stream of a million needs no memory of what it has printed but the
numbers of the latest originals.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from monitor.model import Article, Span

OUTLETS = tuple(f"Paper {number}" for number in range(200))
KINDS = ("verbatim", "cut", "carried", "edited", "dressed")

_SHARE_OF_COPIES = 0.4
_REMEMBERED = 20_000  # originals: one that is printed is 2,000 originals old on the average
_VOCABULARY, _PHRASES = 40_000, 20_000
_PLAIN = 5_000  # words of letters alone; the rarer ones have a digit, which tells them apart


@dataclass(frozen=True, slots=True)
class Made:
    """An article, the number of the original that it prints (its own where it is one), and how it was made."""

    article: Article
    original: int
    how: str


def stream(count: int, seed: int = 1) -> Iterator[Made]:
    """So many articles. Two in five are printings of an original that came before, mostly a recent one."""
    rng = np.random.default_rng([seed, 0])
    originals: deque[int] = deque(maxlen=_REMEMBERED)
    for number in range(count):
        outlet = OUTLETS[int(rng.integers(len(OUTLETS)))]
        if originals and rng.random() < _SHARE_OF_COPIES:
            age = min(int(rng.exponential(2000)), len(originals) - 1)
            of = originals[-1 - age]
            how = KINDS[int(rng.integers(len(KINDS)))]
            yield Made(article(f"{number}", _printed(of, how, seed, number, outlet), outlet), of, how)
        else:
            originals.append(number)
            lines = _paragraphs(number, seed)
            lines = _dressed(lines, rng, outlet) if rng.random() < 0.5 else lines
            yield Made(article(f"{number}", lines, outlet), number, "original")


def article(key: str, lines: Sequence[str], outlet: str | None = None, title: str | None = None) -> Article:
    """An article whose body is every line."""
    spans, start = [], 0
    for line in lines:
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    text = "\n".join(lines)
    return Article(id=key, key=key, revision="1", text=text, body=tuple(spans), outlet=outlet, title=title)


def page(lines: Sequence[str], outlet: str, seed: int) -> list[str]:
    """A text as an outlet's page has it: between the outlet's furniture, in which dates, counts and names change."""
    return _dressed(list(lines), np.random.default_rng([seed, 4]), outlet)


def _paragraphs(number: int, seed: int) -> list[str]:
    rng = np.random.default_rng([seed, 1, number])
    words = _running(rng, int(rng.integers(60, 420)))
    size = 35
    return [" ".join(words[at : at + size]).capitalize() + "." for at in range(0, len(words), size)]


def _printed(of: int, how: str, seed: int, number: int, outlet: str) -> list[str]:
    lines = _paragraphs(of, seed)
    rng = np.random.default_rng([seed, 2, number])
    match how:
        case "cut":
            return lines[: max(2, round(len(lines) * rng.uniform(0.15, 0.6)))]
        case "carried":
            around = [" ".join(_running(rng, 35)) for _ in range(int(rng.integers(4, 24)))]
            return [*around[:3], *lines, *around[3:]]
        case "edited":
            words = " ".join(lines).split()
            for at in rng.integers(0, len(words), max(1, len(words) // 25)):
                words[at] = str(rng.integers(2, 90))
            return [" ".join(words)]
        case "dressed":
            return _dressed(lines, rng, outlet)
        case _:
            return lines


def _dressed(lines: list[str], rng: np.random.Generator, outlet: str) -> list[str]:
    """A page: an outlet's furniture, with dates, counts and names in it that change from page to page."""
    vocabulary, _, _ = _language()
    house = np.random.default_rng([3, *outlet.encode()])
    own = [" ".join(vocabulary[at] for at in house.integers(0, 3000, 9)) for _ in range(6)]
    name = " ".join(vocabulary[at].capitalize() for at in rng.integers(0, _PLAIN, 2))
    return [
        f"{outlet} {rng.integers(1, 30)} C, {rng.integers(1, 31)} May {rng.integers(1999, 2025)} {own[0]}",
        f"{own[1]} by {name} at {rng.integers(0, 24)}:{rng.integers(10, 60)} {own[2]}",
        *lines,
        f"{rng.integers(1, 900)} {own[3]}, the last of them from {name}",
        own[4],
        own[5],
    ]


def _running(rng: np.random.Generator, count: int) -> list[str]:
    """Words as they fall, one in three out of a stock phrase: unrelated texts share shingles, as real ones do."""
    vocabulary, phrases, odds = _language()
    drawn = np.searchsorted(odds, rng.random(count))
    words: list[str] = []
    for place, draw in zip(drawn.tolist(), rng.random(count).tolist(), strict=True):
        if len(words) >= count:
            break
        if draw < 0.09:
            words += phrases[place * _PHRASES // _VOCABULARY]
        else:
            words.append(vocabulary[place])
    return words[:count]


@cache
def _language() -> tuple[list[str], list[list[str]], NDArray[np.float64]]:
    rng = np.random.default_rng(7)
    syllables = [a + b for a in "bcdfghklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "is")]
    vocabulary = [
        "".join(rng.choice(syllables, int(rng.integers(1, 4)))) + f"{n % 10}x" * (n > 5000) for n in range(_VOCABULARY)
    ]
    odds = np.cumsum(1 / np.arange(10, _VOCABULARY + 10))
    odds /= odds[-1]
    phrases = [[vocabulary[at] for at in np.searchsorted(odds, rng.random(5))] for _ in range(_PHRASES)]
    return vocabulary, phrases, odds
