"""Two texts of one form: bulletins, notices and lists in which sentences stay and names and numbers are filled in anew.

A quake near one town and a quake near another can share nine shingles in ten, and neither is a copy of the other; so
can a market report and the next day's. A text whose toll was brought up to date shares as much, and is one. What tells
them apart is where the words differ. A form has another name in its lead, where a report says what it is about, and
from there on other names and numbers at short intervals. Who edits a text changes plain words, or whole sentences; who
brings it up to date, numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from monitor.dedup.comparison import held
from monitor.dedup.settings import Copying
from monitor.dedup.sketch import Sketch, kept
from monitor.dedup.words import NAME, NUMBER, Hashes, Shingles, Wording, shingle_hashes, word_hashes

_LOOKED_AT = 600  # words; forms are short, and a long text is told by its beginning
_LEAD = 30  # words from the line on in which the two begin to agree
_BLANK = 16  # words that a blank holds at most
_BLANKS, _APART = 3, 30  # so many are filled in anew at least, and they stand so many words apart at most
_DATED_BLANKS, _DATED_APART = 5, 20  # where the lead has only another date, as a text of the next day may have too


def may_be_form(of: Sketch, other: Shingles, settings: Copying) -> bool:
    """Whether a text has a name in its lead that stands in none of another's shingles (sorted) that it shares."""
    text = _text(of.wording, of.without)
    agreed = _agreed(text, other, settings)
    lead = _lead(text, agreed)
    return any((text.kinds[first:last] == NAME).any() for first, last in _gaps(agreed) if first in lead)


def is_form(of: Sketch, other: Wording, settings: Copying) -> bool:
    """Whether two texts that have most of their words in common differ as two fillings of one form do."""
    text, theirs = _text(of.wording, of.without), _text(other, frozenset())
    in_order = _shingles(theirs, settings)
    agreed = _agreed(text, np.sort(in_order), settings)
    lead = _lead(text, agreed)
    dates = _dates(settings.seed)
    known, other_known = set(of.wording.words.tolist()), set(other.words.tolist())
    blanks = named = filled = 0
    lead_is_named = lead_is_dated = False
    for blank in _blanks(text, theirs, in_order, agreed, settings):
        names = _names(text, blank.first, blank.last) - other_known
        other_names = _names(theirs, blank.other_first, blank.other_last) - known
        is_named = bool(names - dates and other_names - dates)
        is_dated = bool(names & dates and other_names & dates)
        blanks += 1
        named += is_named
        filled += (is_named or is_dated) + _numbers(text, theirs, blank)
        lead_is_named |= is_named and blank.first in lead
        lead_is_dated |= is_dated and blank.first in lead
    frame = int(np.count_nonzero(agreed))
    if lead_is_named and max(filled, named + 1) >= _BLANKS and 2 * filled >= blanks:
        return frame <= _APART * max(blanks, filled)
    return lead_is_dated and filled >= _DATED_BLANKS and frame <= _DATED_APART * filled


class _Text(NamedTuple):
    words: Hashes
    kinds: NDArray[np.uint8]
    begins: NDArray[np.intp]  # the first word of each line


class _Blank(NamedTuple):
    """Words `first` up to, not including, `last` of one text, and what stands in their place in the other."""

    first: int
    last: int
    other_first: int
    other_last: int


def _text(read: Wording, without: frozenset[int]) -> _Text:
    left = kept(read, without)
    before = np.concatenate(([0], left.cumsum()))
    begins = before[[line.first for line in read.lines if left[line.first]]]
    return _Text(read.words[left][:_LOOKED_AT], read.kinds[left][:_LOOKED_AT], begins)


def _shingles(text: _Text, settings: Copying) -> Shingles:
    return (shingle_hashes(text.words, settings.shingle_words) >> np.uint64(32)).astype(np.uint32)


def _agreed(text: _Text, other: Shingles, settings: Copying) -> NDArray[np.bool_]:
    """Which words stand in a shingle that the other (sorted) holds."""
    agreed = np.zeros(len(text.words), bool)
    shared = held(_shingles(text, settings), other).nonzero()[0]
    for place in range(settings.shingle_words):
        agreed[shared + place] = True
    return agreed


def _lead(text: _Text, agreed: NDArray[np.bool_]) -> range:
    places = agreed.nonzero()[0]
    if not len(places):
        return range(0)
    first = _line_of(text, int(places[0]))
    return range(first, first + _LEAD)


def _line_of(text: _Text, place: int) -> int:
    """The first word of the line in which a word stands."""
    return int(text.begins[np.searchsorted(text.begins, place, "right") - 1])


def _gaps(agreed: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Short runs of words that are not agreed on, with agreed ones behind them."""
    edges = np.diff(np.concatenate(([True], agreed))).nonzero()[0].tolist()
    for first, last in zip(edges[::2], edges[1::2], strict=False):
        if last - first <= _BLANK:
            yield first, last


def _blanks(
    text: _Text, other: _Text, in_order: Shingles, agreed: NDArray[np.bool_], settings: Copying
) -> Iterator[_Blank]:
    """The gaps of a text in whose place the other has a few words too."""
    size = settings.shingle_words
    own = _shingles(text, settings).tolist()
    places = {shingle: place for place, shingle in reversed(list(enumerate(in_order.tolist())))}
    for first, last in _gaps(agreed):
        ends = places.get(own[last])
        if ends is None:
            continue
        before = places.get(own[first - size]) if first >= size else None
        begins = _line_of(other, ends) if before is None else before + size
        if 0 < ends - begins <= _BLANK:
            yield _Blank(first, last, begins, ends)


def _names(text: _Text, first: int, last: int) -> set[int]:
    return set(text.words[first:last][text.kinds[first:last] == NAME].tolist())


def _numbers(text: _Text, other: _Text, blank: _Blank) -> int:
    """How many numbers the two have here, whichever has fewer."""
    numbers = np.count_nonzero(text.kinds[blank.first : blank.last] == NUMBER)
    return int(min(numbers, np.count_nonzero(other.kinds[blank.other_first : blank.other_last] == NUMBER)))


@lru_cache(maxsize=4)
def _dates(seed: int) -> frozenset[int]:
    return frozenset(word_hashes(_DATES, seed).tolist())


_DATES = """
Monday Tuesday Wednesday Thursday Friday Saturday Sunday
January February March April May June July August September October November December
Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
"""
