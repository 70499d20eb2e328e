"""Whether an English sentence opens an incident of its own, and at which places."""

from __future__ import annotations

from collections.abc import Iterator

from monitor.figures.document import Mention, Sentence
from monitor.figures.en import grammar, occasions
from monitor.figures.en.wordset import words

_STRIKES = words(
    """
    airstrike airstrikes strike strikes shell shells shelling missile missiles rocket rockets bomb bombs bomber gunman
    gunmen mine mines mortar grenade drone drones tank tanks
    """
)
"""Nouns for what strikes: by such a word, too, an incident is opened."""
_INCIDENTS = _STRIKES | occasions.EVENT_NOUNS
_NO_PLACES = grammar.TEMPORAL | grammar.NOT_NAMES
_PLACED = words("in at near on outside")
_TOWARDS = 4  # words from a determiner to the noun of an incident
_INTO = 7  # words from a preposition to the name of a place
_REACH = 40  # words from an incident to what it did


def elsewhere(sentence: Sentence, mention: Mention) -> Iterator[tuple[int, int]]:
    """The words from a new incident to each of its places: *an airstrike in Zeitun left three wounded*."""
    for at, low in enumerate(sentence.lows):
        if low not in _INCIDENTS or abs(at - mention.trigger) > _REACH or not _opens_incident(sentence, at):
            continue
        for place in places(sentence, at + 1):
            yield at, place + 1


def _opens_incident(sentence: Sentence, at: int) -> bool:
    """Whether a noun brings in an incident not told of before: with *a*, or as the bare head of the sentence."""
    lows = sentence.lows
    if at == 0:
        return True
    for before in range(at - 1, max(-1, at - _TOWARDS), -1):
        if lows[before] in occasions.INDEFINITE:
            return True
        if lows[before] in grammar.DETERMINERS or not lows[before].isalpha():
            return False
    return False


def places(sentence: Sentence, at: int) -> Iterator[int]:
    """Where the names of places stand behind prepositions, from a token on."""
    lows, texts = sentence.lows, sentence.texts
    for start in range(at, len(lows) - 1):
        if lows[start] not in _PLACED:
            continue
        for place in range(start + 1, min(start + 1 + _INTO, len(lows))):
            if lows[place] in (",", ".", ";", "and", "when", "where", "on", "with", "as") or lows[place].isdecimal():
                break
            if texts[place][0].isupper() and lows[place] not in _NO_PLACES:
                yield place
