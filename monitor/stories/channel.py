"""One channel of all active stories, words or names: an inverted index with the sums of each story's articles.

A term weighs by its rarity: the logarithm of how many stories there are to how many use it, counted over the active
stories and a shipped background. The cosine is that of TF-IDF vectors.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping
from dataclasses import dataclass

_BACKGROUND = 60
"""How many stories the shipped background stands for."""

Terms = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """An article's vector in one channel, the weightiest terms first.

    `entries` are (weight times squared rarity, term, the stories that use the term with their sums); `length` is that
    of the vector of weight times rarity.
    """

    entries: tuple[tuple[float, str, Mapping[str, int]], ...]
    length: float


class Channel:
    """Term to the stories that use it. `shares` is the background: term to the share of reports that use it."""

    def __init__(self, shares: Mapping[str, float]) -> None:
        self._shares = shares
        self._postings: dict[str, dict[str, int]] = {}
        self._terms: dict[str, list[str]] = {}

    def weigh(self, terms: Terms) -> Weighed:
        """The vector of an article as of now."""
        entries: list[tuple[float, str, Mapping[str, int]]] = []
        squares: list[float] = []
        for term, weight in terms:
            posting = self._postings.get(term, {})
            rarity = self._rarity(term, len(posting))
            entries.append((weight * rarity * rarity, term, posting))
            squares.append((weight * rarity) ** 2)
        entries.sort(key=lambda entry: (-entry[0], entry[1]))
        return Weighed(tuple(entries), math.sqrt(math.fsum(squares)))

    def add(self, story: str, terms: Terms) -> float:
        """Adds an article to a story's sums. Returns what the squared length of the story's vector grew by."""
        growth: list[float] = []
        own = self._terms.setdefault(story, [])
        for given, weight in terms:
            term = sys.intern(given)
            posting = self._postings.setdefault(term, {})
            before = posting.get(story, 0)
            if not before:
                own.append(term)
            posting[story] = before + weight
            growth.append((weight * (2 * before + weight)) * self._rarity(term, len(posting)) ** 2)
        return math.fsum(growth)

    def drop(self, story: str) -> None:
        """Forgets a story."""
        for term in self._terms.pop(story, ()):
            posting = self._postings[term]
            del posting[story]
            if not posting:
                del self._postings[term]

    def sum_of(self, story: str, term: str) -> int:
        """The sum of a term's weights over the articles of a story."""
        return self._postings.get(term, {}).get(story, 0)

    def terms_of(self, story: str) -> tuple[str, ...]:
        """The terms of a story in the order in which they came."""
        return tuple(self._terms.get(story, ()))

    def plain_rarity(self, term: str) -> float:
        """The rarity of a term in the background alone, which never changes."""
        return math.log((_BACKGROUND + 1) / (self._shares.get(term, 0.0) * _BACKGROUND + 0.5))

    def _rarity(self, term: str, used_by: int) -> float:
        stories = len(self._terms) + _BACKGROUND + 1
        return math.log(stories / (used_by + self._shares.get(term, 0.0) * _BACKGROUND + 0.5))


def cosine(mine: Weighed, story: str, length: float, *, but: str = "\0") -> float:
    """The cosine of an article's vector and a story's, whose length is given; terms that begin with `but` left out."""
    if not mine.length or not length:
        return 0.0
    shared = (worth * sums[story] for worth, term, sums in mine.entries if story in sums and not term.startswith(but))
    return math.fsum(shared) / (mine.length * length)
