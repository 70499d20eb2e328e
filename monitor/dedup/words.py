"""Words, lines and shingles of a text as 64-bit hashes.

A word is a run of letters and digits, compared without case and accents. A word's hash carries in its two lowest bits
what kind of word it is where it stands (plain, number, or a name by its capital), so that one array holds both the word
and the shape of its line.

All is made by a few operations on whole arrays: letters are numbers, words are runs of letters, lines are runs of
words. A run is hashed as a polynomial of what it holds (Karp and Rabin 1987), modulo 2^64, then mixed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from xxhash import xxh3_64_intdigest

from monitor.model import Span

Hashes = NDArray[np.uint64]
Shingles = NDArray[np.uint32]
"""The upper halves of shingles' hashes: enough to compare two texts by. Between texts of 300 shingles, one is taken for
another by chance in two comparisons of 100,000."""

_Places = NDArray[np.intp]

PLAIN, NUMBER, NAME = 0, 1, 2
"""What kind of word one is: a name by its capital, which the first word of a sentence has too."""

_SHAPED = 30  # words
_PORTION = 16_000  # characters

_WORD = re.compile(r"[^\W_]+")
_KIND = np.uint64(3)
_PLAIN, _NUMBER, _NAME = np.uint64(PLAIN), np.uint64(NUMBER), np.uint64(NAME)


class Line(NamedTuple):
    """A line of the body, the one at `place` among them: its words `first` up to, not including, `last`.

    `exact` is the hash of its words; `shape` that of its words with every run of numbers, and every run of capitalised
    names, put as one mark: what is left of *Edited by Jo Roe, 14:05* when names and numbers change from page to page.
    A line of names alone, and one of more words than page furniture has, has no shape but itself.
    """

    place: int
    exact: int
    shape: int
    first: int
    last: int


class Wording(NamedTuple):
    """The words of some lines in order, a hash and a kind each, and the lines they stand in.

    The hash is the same whatever the case.
    """

    words: Hashes
    kinds: NDArray[np.uint8]
    lines: tuple[Line, ...]


def wording(text: str, spans: Sequence[Span], seed: int) -> Wording:
    """The words of the given lines of a text. Lines without a word leave no trace."""
    return next(wordings([(text, spans)], seed))


def wordings(texts: Iterable[tuple[str, Sequence[Span]]], seed: int) -> Iterator[Wording]:
    """The words of the given lines of each text. Short texts take a third of the time when they are many."""
    for some in _together(texts):
        codes, bounds = _coded([text[span.start : span.end] for text, spans in some for span in spans], seed)
        counts = np.array([len(spans) for _, spans in some])
        ends = counts.cumsum()
        lines = iter(_lines(codes, bounds, np.repeat(ends - counts, counts)))
        words, kinds = codes | _KIND, (codes & _KIND).astype(np.uint8)
        held = np.concatenate(([0], (bounds[1:] != bounds[:-1]).cumsum()))  # lines with words, up to each
        first = lines_before = 0
        for last, lines_so_far in zip(bounds[ends].tolist(), held[ends].tolist(), strict=True):
            mine = tuple(islice(lines, lines_so_far - lines_before))
            yield Wording(words[first:last], kinds[first:last], mine)
            first, lines_before = last, lines_so_far


def stretch(text: str, spans: Iterable[Span], first: int, last: int) -> Span:
    """Where words `first` to `last`, both included, of the given lines stand in the text."""
    places = islice(chain.from_iterable(_WORD.finditer(text, span.start, span.end) for span in spans), first, last + 1)
    start, end = next(places).span()
    for found in places:
        end = found.end()
    return Span(start, end)


def word_hashes(text: str, seed: int) -> Hashes:
    """The hash of each word of a text."""
    return _coded([text], seed)[0] | _KIND


def hash_of(words: Hashes, seed: int) -> int:
    """One hash of a sequence of words."""
    return xxh3_64_intdigest(words.astype("<u8", copy=False).tobytes(), seed)


def title_hash(title: str, seed: int) -> int:
    """One hash of the words of a title."""
    return hash_of(word_hashes(title, seed), seed)


def shingle_hashes(words: Hashes, size: int) -> Hashes:
    """The hash of every run of `size` words, in order; none where the text has fewer words."""
    count = len(words) - size + 1
    if count < 1:
        return np.empty(0, np.uint64)
    mixed = words[:count].copy()
    for place in range(1, size):
        mixed *= _BASE
        mixed += words[place : place + count]
    return _scattered(mixed)


def _together(texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[list[tuple[str, Sequence[Span]]]]:
    """Texts in portions that a processor keeps at hand: of some 16,000 characters, or one longer text."""
    portion: list[tuple[str, Sequence[Span]]] = []
    size = 0
    for text, spans in texts:
        if portion and size + len(text) > _PORTION:
            yield portion
            portion, size = [], 0
        portion.append((text, spans))
        size += len(text)
    if portion:
        yield portion


def _coded(lines: Sequence[str], seed: int) -> tuple[Hashes, _Places]:
    """The words of some lines, with their kinds, and where each line's begin, then where the last line's end."""
    alphabet = _alphabet(seed)
    points = np.frombuffer("\n".join(("", *lines, "")).encode("utf-32-le", "surrogatepass"), "<u4").astype(np.intp)
    signs = alphabet.signs_of(points)
    inside = signs > _BREAK
    flips = (inside[1:] != inside[:-1]).nonzero()[0] + 1
    firsts, lasts = flips[::2], flips[1::2]
    codes = _scattered(_runs(alphabet.letters.take(points), firsts, lasts)) & ~_KIND
    counts = _COUNTED.take(signs).cumsum()
    counted = counts[lasts - 1] - counts[firsts - 1]
    codes[(counted == _COUNTED[_CAPITAL]) & (signs[firsts] == _CAPITAL)] |= _NAME
    numbers = counted >= _COUNTED[_DIGIT]
    codes[numbers] = codes[numbers] & ~_KIND | _NUMBER
    starts = np.cumsum([1, *(len(line) + 1 for line in lines)])
    return codes, np.searchsorted(firsts, starts)


def _lines(codes: Hashes, bounds: _Places, before_text: _Places) -> Iterator[Line]:
    """The lines that have words. `before_text`: for each line, the lines that stand before its text."""
    places = (bounds[1:] != bounds[:-1]).nonzero()[0]
    firsts, lasts = bounds[places], bounds[places + 1]
    kinds = codes & _KIND
    going_on = np.zeros(len(codes) + 1, bool)
    going_on[1:-1] = (kinds[1:] != _PLAIN) & (kinds[1:] == kinds[:-1])
    going_on[bounds] = False
    shown = ~going_on[:-1]
    marks = np.where(kinds == _PLAIN, codes | _KIND, kinds)[shown]
    before = np.zeros(len(codes) + 1, np.intp)
    shown.cumsum(out=before[1:])
    mark_firsts, mark_lasts = before[firsts], before[lasts]
    exact = _runs(codes | _KIND, firsts, lasts)
    shape = _runs(marks, mark_firsts, mark_lasts)
    as_it_stands = (mark_lasts - mark_firsts == 1) & (marks[mark_firsts] == _NAME) | (lasts - firsts > _SHAPED)
    shape[as_it_stands] = exact[as_it_stands]
    begun = before_text[places]
    columns = (places - begun, exact, shape, firsts - bounds[begun], lasts - bounds[begun])
    return map(Line._make, zip(*(column.tolist() for column in columns), strict=True))


_BREAK, _LETTER, _CAPITAL, _DIGIT = 1, 2, 3, 4
_COUNTED = np.array([0, 0, 0, 1, 1 << 32], np.int64)
"""What each sign adds to a word's count: capitals below, digits above."""


class _Alphabet:
    """What each code point is, and the number that stands for it: told of those that have been met.

    Both arrays span all of Unicode; the system lends memory only to the parts that are touched.
    """

    def __init__(self, seed: int) -> None:
        self.letters = np.zeros(_UNICODE, np.uint64)
        self._signs = np.zeros(_UNICODE, np.uint8)
        self._seed = seed

    def signs_of(self, points: _Places) -> NDArray[np.uint8]:
        """What each of these code points is."""
        signs = self._signs.take(points)
        if not signs.all():
            for point in set(points[signs == 0].tolist()):
                self._meet(point)
            signs = self._signs.take(points)
        return signs

    def _meet(self, point: int) -> None:
        letter = chr(point)
        if not letter.isalnum():
            self._signs[point] = _BREAK
            return
        plain = unicodedata.normalize("NFKD", letter.casefold())
        plain = "".join(part for part in plain if not unicodedata.combining(part))
        self.letters[point] = xxh3_64_intdigest(plain.encode(), self._seed)
        self._signs[point] = _DIGIT if letter.isdigit() else _CAPITAL if letter != letter.lower() else _LETTER


@lru_cache(maxsize=4)
def _alphabet(seed: int) -> _Alphabet:
    return _Alphabet(seed)


def _runs(values: Hashes, firsts: _Places, lasts: _Places) -> Hashes:
    """The hash of each run of values, `firsts` up to, not including, `lasts`: of what it holds, wherever it stands."""
    powers, inverses = _powers(max(1 << 16, 1 << len(values).bit_length()))
    sums = np.zeros(len(values) + 1, np.uint64)
    (values * powers[: len(values)]).cumsum(out=sums[1:])
    return (sums[lasts] - sums[firsts]) * inverses[firsts]


@lru_cache(maxsize=1)
def _powers(count: int) -> tuple[Hashes, Hashes]:
    """The powers of the base from 0 on, and of its inverse modulo 2^64."""
    steps = np.empty((2, count), np.uint64)
    steps[:, 0] = 1
    steps[0, 1:] = _BASE
    steps[1, 1:] = pow(int(_BASE), -1, 1 << 64)
    powers, inverses = np.cumprod(steps, axis=1)
    return powers, inverses


_UNICODE = 0x110000
_BASE = np.uint64(0x9E3779B97F4A7C13)
_SHIFT, _FIRST, _SECOND = np.uint64(33), np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53)


def _scattered(values: Hashes) -> Hashes:
    """The 64-bit finaliser of MurmurHash3 (Appleby 2011), in place: every bit in moves every bit out."""
    values ^= values >> _SHIFT
    values *= _FIRST
    values ^= values >> _SHIFT
    values *= _SECOND
    values ^= values >> _SHIFT
    return values
