"""What a voice stands for: the latest number of its own, computed from all its words, in whatever order they came.

A number that the story already had does not move what a voice stands for, unless the voice stood for none (a denial) or
a correction brought it back. Nor does a looser form of what it stands for.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from monitor.ledger.comparison import agree, covers, is_above, is_loose, is_sharp
from monitor.ledger.known import Figure, Place, Range, Word

_WITHDRAWN, _GIVEN, _RENEWED = range(3)


class Given:
    """The numbers that an account was given, and when each, or a sharper form of it, was given first."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._figures = {figure.range: figure for figure in figures}
        self._loose: dict[Range, tuple[Figure, ...]] = {}

    def before(self, word: Word, place: Place) -> bool:
        """Whether the number of a word was given before a place. To an authority, an allegation is no number."""
        is_official = word.is_authority and word.is_firm
        given = (figure.firm if is_official else figure.first for figure in self._sharper(word.range))
        return any(at is not None and at.rank < place.rank for at in given)

    def _sharper(self, number: Range) -> tuple[Figure, ...]:
        """The figures that a number says again, in the same form or more loosely."""
        if number.low == number.high:  # nothing but itself is sharper
            return (self._figures[number],) if number in self._figures else ()
        if number not in self._loose:
            self._loose[number] = tuple(f for f in self._figures.values() if covers(number, f.range))
        return self._loose[number]


def standing(
    words: Iterable[Word],
    figures: Given,
    margin: float,
    stood: Word | None = None,
    since: Place | None = None,
) -> Word | None:
    """The word that one voice stands for in one account, of all the words that it gave there; None for nothing.

    `figures` are all that the story was given for the account. Where nothing is later than `since`, the word that
    `stood` until then and the words of that place are enough.
    """
    stands = stood
    for rank, happened, word in _events(words):
        if since is not None and rank < since.rank:
            continue
        if happened == _WITHDRAWN:
            if stands is not None and stands.range == word.range:
                stands = None
        elif stands is None or happened == _RENEWED or _replaces(word, stands, figures, margin):
            stands = word
    return stands


def moves(word: Word, stands: Word, margin: float) -> bool:
    """Whether a later word of one voice replaces what it stood for: it disagrees, or is firmer than a loose number."""
    if covers(word.range, stands.range):
        return False
    if not agree(word.range, stands.range) or is_above(word.range, stands.range, stands.modifier, margin):
        return True
    stood_loosely = is_loose(stands.modifier) or not is_sharp(stands.range, stands.modifier)
    return stood_loosely and is_sharp(word.range, word.modifier)


def is_echo(word: Word, figures: Given) -> bool:
    """Whether the story had the number, or a sharper form of it, before this voice gave it."""
    return word.range.high != 0 and word.meant is not None and figures.before(word, word.meant)


def _replaces(word: Word, stands: Word, figures: Given, margin: float) -> bool:
    return moves(word, stands, margin) and (stands.range.high == 0 or not is_echo(word, figures))


def _events(words: Iterable[Word]) -> list[tuple[tuple[datetime, int], int, Word]]:
    events: list[tuple[Place, int, Word]] = []
    for word in words:
        if word.meant is not None:
            events.append((word.meant, _GIVEN, word))
        if word.renewed is not None:
            events.append((word.renewed, _RENEWED, word))
        if word.withdrawn is not None:
            events.append((word.withdrawn, _WITHDRAWN, word))
    events.sort(key=lambda event: (event[0].rank, event[1], *_looseness(event[2])))
    return [(place.rank, happened, word) for place, happened, word in events]


def _looseness(word: Word) -> tuple[int, float]:
    """What words of one place are ordered by, so that the best comes last: the low, then the loosest first."""
    return word.range.low, float("-inf") if word.range.high is None else -word.range.high
