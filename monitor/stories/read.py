"""What an article says of which event it reports: its words, its names, its places, its dates.

Pure and made from one article alone, so that it can be made anywhere and kept.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from monitor.model import Article
from monitor.stories.dates import days_named, weekdays_named
from monitor.stories.lexicon import SILENT_WORDS
from monitor.stories.tokens import Word, lines_of, read_lines

UNIT = 1000
"""The length of a channel's vector: weights are whole numbers, so that their sums depend on no order."""


@dataclass(frozen=True, slots=True)
class Features:
    """The channels of one article, each a sorted tuple.

    `words` (stems) and `names` are (term, weight): 1 + ln of how often it is said, the channel scaled to length `UNIT`.
    `places` are the names that stand as places, most often said first. `days` are ordinals, `weekdays` 0 to 6.
    """

    words: tuple[tuple[str, int], ...] = ()
    names: tuple[tuple[str, int], ...] = ()
    places: tuple[str, ...] = ()
    days: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()

    def encode(self) -> str:
        """One line of JSON, from which `decode` makes an equal value."""
        flat = [[x for pair in channel for x in pair] for channel in (self.words, self.names)]
        return json.dumps([*flat, self.places, self.days, self.weekdays], ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def decode(cls, line: str) -> Features:
        """The value that `encode` wrote."""
        words, names, places, days, weekdays = json.loads(line)
        return cls(
            tuple(zip(words[::2], words[1::2], strict=True)),
            tuple(zip(names[::2], names[1::2], strict=True)),
            tuple(places),
            tuple(days),
            tuple(weekdays),
        )


def features(article: Article) -> Features:
    """Reads the title and the body of `article`."""
    lines = lines_of(article)
    read = read_lines(lines)
    words: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for word in (word for line in read for word in line):
        for term in word.text.split("-"):
            if tells(term):
                (names if word.is_name else words)[term if word.is_name else stem(term)] += 1
    text = "\n".join(lines)
    stands_at = article.stands_at
    return Features(
        words=_scaled(words),
        names=_scaled(names),
        places=_places(read),
        days=tuple(days_named(text, stands_at.date() if stands_at else None)),
        weekdays=tuple(weekdays_named(text)),
    )


def tells(term: str) -> bool:
    """Whether a word can say which event it is: no number, no toll word, no word of grammar or calendar."""
    bare = term.replace("'", "")
    return len(bare) > 1 and bare not in SILENT_WORDS and not any(c.isdigit() for c in bare)


def stem(word: str) -> str:
    """English endings off: plural, past, -ing. Rough on purpose; the same for every form matters, not the right one."""
    word = word.replace("'", "")
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-3] + "y" if word.endswith("ies") else word[:-2] if word.endswith("sses") else word[:-1]
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and re.search("[aeiouy]", rest):
            doubled = rest[-1] == rest[-2] and rest[-1] not in "lsz"
            word = rest[:-1] if doubled else rest
            break
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def _scaled(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    said = {term: 1 + math.log(count) for term, count in sorted(counts.items())}
    length = math.sqrt(sum(x * x for x in said.values()))
    return tuple((term, round(UNIT * x / length)) for term, x in said.items())


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
