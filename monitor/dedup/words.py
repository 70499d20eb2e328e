"""Words, lines and shingles of a text as 64-bit hashes.

A word is a run of letters and digits, compared without case and accents. A word's hash carries in its two lowest bits
what kind of word it is where it stands (plain, number, or a name by its capital), so that one array holds both the word
and the shape of its line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, islice, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from xxhash import xxh3_64_intdigest

from monitor.model import Span

Hashes = NDArray[np.uint64]
Shingles = NDArray[np.uint32]
"""The upper halves of shingles' hashes: enough to compare two texts by. Between texts of 300 shingles, one is taken for
another by chance in two comparisons of 100,000."""

_WORD = re.compile(r"[^\W_]+")
_KIND = np.uint64(3)
_PLAIN, _NUMBER, _NAME = 0, 1, 2
_ONLY_NAMES = _NAME.to_bytes(8, "little")
_REMEMBERED = 200_000  # words; some 25 MB


class Line(NamedTuple):
    """A line of the body, the one at `place` among them: its words `first` up to, not including, `last`.

    `exact` is the hash of its words; `shape` that of its words with every run of numbers, and every run of capitalised
    names, put as one mark: what is left of *Edited by Jo Roe, 14:05* when names and numbers change from page to page.
    """

    place: int
    exact: int
    shape: int
    first: int
    last: int


class Wording(NamedTuple):
    """The words of some lines in order, a hash each whatever their case, and the lines they stand in."""

    words: Hashes
    lines: tuple[Line, ...]


def wording(text: str, spans: Iterable[Span], seed: int) -> Wording:
    """The words of the given lines of a text. Lines without a word leave no trace."""
    found: list[str] = []
    bounds, places = [0], []
    for place, span in enumerate(spans):
        found += _WORD.findall(text, span.start, span.end)
        if len(found) > bounds[-1]:
            bounds.append(len(found))
            places.append(place)
    codes = _coded(found, seed)
    return Wording(codes | _KIND, _lines(codes, bounds, places, seed))


def stretch(text: str, spans: Iterable[Span], first: int, last: int) -> Span:
    """Where words `first` to `last`, both included, of the given lines stand in the text."""
    places = islice(chain.from_iterable(_WORD.finditer(text, span.start, span.end) for span in spans), first, last + 1)
    start, end = next(places).span()
    for found in places:
        end = found.end()
    return Span(start, end)


def hash_of(words: Hashes, seed: int) -> int:
    """One hash of a sequence of words."""
    return xxh3_64_intdigest(_packed(words), seed)


def title_hash(title: str, seed: int) -> int:
    """One hash of the words of a title."""
    return hash_of(_coded(_WORD.findall(title), seed) | _KIND, seed)


def shingle_hashes(words: Hashes, size: int) -> Hashes:
    """The hash of every run of `size` words, in order; none where the text has fewer words."""
    count = len(words) - size + 1
    if count < 1:
        return np.empty(0, np.uint64)
    mixed = words[:count].copy()
    for place in range(1, size):
        mixed *= _SPREAD
        mixed += words[place : place + count]
    return _scattered(mixed)


def _lines(codes: Hashes, bounds: list[int], places: list[int], seed: int) -> tuple[Line, ...]:
    kinds = codes & _KIND
    going_on = np.zeros(len(codes) + 1, bool)
    going_on[1:-1] = (kinds[1:] != _PLAIN) & (kinds[1:] == kinds[:-1])
    going_on[bounds] = False
    shown = ~going_on[:-1]
    marks = np.where(kinds == _PLAIN, codes | _KIND, kinds)[shown]
    shape_bounds = np.concatenate(([0], np.cumsum(shown)))[bounds].tolist()
    words, shapes = _packed(codes | _KIND), _packed(marks)
    lines = []
    for number, (place, (first, last)) in enumerate(zip(places, pairwise(bounds), strict=True)):
        exact = shape = xxh3_64_intdigest(words[8 * first : 8 * last], seed)
        marked = shapes[8 * shape_bounds[number] : 8 * shape_bounds[number + 1]]
        if marked != _ONLY_NAMES:
            shape = xxh3_64_intdigest(marked, seed)
        lines.append(Line(place, exact, shape, first, last))
    return tuple(lines)


def _packed(hashes: Hashes) -> bytes:
    return hashes.astype("<u8", copy=False).tobytes()


def _coded(words: list[str], seed: int) -> Hashes:
    codes = _codes(seed)
    if len(codes) > _REMEMBERED:
        codes.clear()
    return np.fromiter(map(codes.__getitem__, words), np.uint64, len(words))


class _Codes(dict[str, int]):
    """The hash of each word seen so far: most words of a text have been seen before."""

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def __missing__(self, word: str) -> int:
        plain = unicodedata.normalize("NFKD", word.casefold())
        if not plain.isascii():
            plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
        code = xxh3_64_intdigest(plain.encode("utf-8", "surrogatepass"), self._seed) & ~3 | _kind(word)
        self[word] = code
        return code


@lru_cache(maxsize=4)
def _codes(seed: int) -> _Codes:
    return _Codes(seed)


def _kind(word: str) -> int:
    if any(letter.isdigit() for letter in word):
        return _NUMBER
    return _NAME if word.istitle() else _PLAIN


_SPREAD = np.uint64(0x9E3779B97F4A7C15)


def _scattered(values: Hashes) -> Hashes:
    """The 64-bit finaliser of MurmurHash3 (Appleby 2011), in place: every bit in moves every bit out."""
    values ^= values >> np.uint64(33)
    values *= np.uint64(0xFF51AFD7ED558CCD)
    values ^= values >> np.uint64(33)
    values *= np.uint64(0xC4CEB9FE1A85EC53)
    values ^= values >> np.uint64(33)
    return values
