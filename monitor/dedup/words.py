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
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from xxhash import xxh3_64_intdigest

from monitor.model import Span

Hashes = NDArray[np.uint64]
Offsets = NDArray[np.int32]

_WORD = re.compile(r"[^\W_]+")
_KIND = np.uint64(3)
_PLAIN, _NUMBER, _NAME = 0, 1, 2


class Line(NamedTuple):
    """A line of the body: its words `first` up to, not including, `last`.

    `exact` is the hash of its words; `shape` that of its words with every run of numbers, and every run of capitalised
    names, put as one mark: what is left of *Edited by Jo Roe, 14:05* when names and numbers change from page to page.
    """

    exact: int
    shape: int
    first: int
    last: int


class Wording(NamedTuple):
    """The words of some lines in order: a hash each, and where each stands in the text."""

    codes: Hashes
    starts: Offsets
    ends: Offsets
    lines: tuple[Line, ...]


def wording(text: str, spans: Iterable[Span], seed: int) -> Wording:
    """The words of the given lines of a text. Lines without a word leave no trace."""
    codes: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    bounds: list[tuple[int, int]] = []
    for span in spans:
        first = len(codes)
        for found in _WORD.finditer(text, span.start, span.end):
            codes.append(_code(found.group(), seed))
            starts.append(found.start())
            ends.append(found.end())
        if len(codes) > first:
            bounds.append((first, len(codes)))
    array = np.array(codes, dtype=np.uint64)
    return Wording(array, np.array(starts, np.int32), np.array(ends, np.int32), _lines(array, bounds, seed))


def word_hashes(codes: Hashes) -> Hashes:
    """The hash of each word, whatever its case."""
    return codes | _KIND


def hash_of(words: Hashes, seed: int) -> int:
    """One hash of a sequence of words."""
    return xxh3_64_intdigest(words.astype("<u8").tobytes(), seed)


def title_hash(title: str, seed: int) -> int:
    """One hash of the words of a title."""
    return hash_of(word_hashes(np.array([_code(word, seed) for word in _WORD.findall(title)], np.uint64)), seed)


def shingles(words: Hashes, size: int) -> Hashes:
    """The hash of every run of `size` words, in order; none where the text has fewer words."""
    count = len(words) - size + 1
    if count < 1:
        return np.empty(0, np.uint64)
    mixed = words[:count].copy()
    for place in range(1, size):
        mixed *= _SPREAD
        mixed += words[place : place + count]
    return _scattered(mixed)


def _lines(codes: Hashes, bounds: list[tuple[int, int]], seed: int) -> tuple[Line, ...]:
    kinds = codes & _KIND
    words = word_hashes(codes)
    marks = np.where(kinds == _PLAIN, words, kinds)
    going_on = np.zeros(len(codes), bool)
    going_on[1:] = (kinds[1:] != _PLAIN) & (kinds[1:] == kinds[:-1])
    lines = []
    for first, last in bounds:
        exact = hash_of(words[first:last], seed)
        own = going_on[first:last].copy()
        own[0] = False
        shape = marks[first:last][~own]
        only_names = len(shape) == 1 and shape[0] == _NAME
        lines.append(Line(exact, exact if only_names else hash_of(shape, seed), first, last))
    return tuple(lines)


@lru_cache(maxsize=1 << 17)
def _code(word: str, seed: int) -> int:
    plain = unicodedata.normalize("NFKD", word.casefold())
    if not plain.isascii():
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return xxh3_64_intdigest(plain.encode("utf-8", "surrogatepass"), seed) & ~3 | _kind(word)


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
