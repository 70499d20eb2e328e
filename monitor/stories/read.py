"""What an article says of which event it reports: its words, its names, its places, its dates.

Pure and made from one article alone, so that it can be made anywhere and kept.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from monitor.model import Article
from monitor.stories.background import background_shares
from monitor.stories.dates import Calendar, read_calendar
from monitor.stories.terms import scaled, stem, tells
from monitor.stories.tokens import Word, lines_of, read_lines


@dataclass(frozen=True, slots=True)
class Features:
    """The channels of one article.

    `words` (stems) and `names` are sorted (term, weight), each a vector of length `terms.UNIT`. `places` are the names
    that stand as places, most often said first.
    """

    words: tuple[tuple[str, int], ...] = ()
    names: tuple[tuple[str, int], ...] = ()
    places: tuple[str, ...] = ()
    calendar: Calendar = field(default_factory=Calendar)

    def encode(self) -> str:
        """One line of JSON, from which `decode` makes an equal value."""
        flat = [[x for pair in channel for x in pair] for channel in (self.words, self.names)]
        line = [*flat, self.places, *self.calendar]
        return json.dumps(line, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def decode(cls, line: str) -> Features:
        """The value that `encode` wrote."""
        words, names, places, *calendar = json.loads(line)
        return cls(
            tuple(zip(words[::2], words[1::2], strict=True)),
            tuple(zip(names[::2], names[1::2], strict=True)),
            tuple(places),
            Calendar(*(tuple(channel) for channel in calendar)),
        )


def features(article: Article) -> Features:
    """Reads the title and the body of `article`."""
    lines = lines_of(article)
    read = read_lines(lines)
    words: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for word in (word for line in read for word in line):
        for term in filter(tells, word.text.split("-")):
            if word.is_name:
                names[term] += 1
            else:
                words[stem(term)] += 1
    stands_at = article.stands_at
    calendar = read_calendar("\n".join(lines), stands_at.date() if stands_at else None)
    shares = background_shares()
    return Features(
        scaled(words, shares.words, _MOST_WORDS), scaled(names, shares.names, _MOST_NAMES), _places(read), calendar
    )


_MOST_WORDS = 60
_MOST_NAMES = 40
"""What is kept of a long article. More changes no decision and costs time and memory."""

_BEFORE_PLACE = frozenset(("in", "at", "near", "outside", "from", "across", "around"))


def _places(lines: list[list[Word]]) -> tuple[str, ...]:
    """Runs of names after *in*, *at*, *near*, by how often, then as they come."""
    found: Counter[str] = Counter()
    for line in lines:
        place: list[str] = []
        for before, word in pairwise(line):
            if word.is_name and ((place and word.joined) or before.text in _BEFORE_PLACE):
                place.append(word.text)
            elif place:
                found[" ".join(place)] += 1
                place = []
        if place:
            found[" ".join(place)] += 1
    return tuple(name for name, _ in found.most_common(8))
