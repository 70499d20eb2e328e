"""What an article says of which event it reports: its names, its lead, its places, its days, its marks.

Pure and made from one article alone, so that it can be made anywhere and kept.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from monitor.model import Article, TimeOrigin
from monitor.stories.background import background_shares
from monitor.stories.dates import Calendar, read_calendar
from monitor.stories.marks import read_marks
from monitor.stories.scope import belongs_to_another, tells_of_many
from monitor.stories.terms import as_name, scaled, stem, tells
from monitor.stories.tokens import Word, lines_of, read_lines


@dataclass(frozen=True, slots=True)
class Features:
    """The channels of one article.

    `lead` (stems, and names with an @) and `names` are sorted (term, weight), each a vector of length `terms.UNIT`.
    `places` are the names that stand as places, most often said first, `marks` are numbers that stay from report to
    report. `belongs`: it tells of an event that belongs to one told before, as an aftershock does.
    """

    lead: tuple[tuple[str, int], ...] = ()
    names: tuple[tuple[str, int], ...] = ()
    places: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    calendar: Calendar = field(default_factory=Calendar)
    belongs: bool = False

    def encode(self) -> str:
        """One line of JSON, from which `decode` makes an equal value."""
        flat = [[x for pair in channel for x in pair] for channel in (self.lead, self.names)]
        line = [*flat, self.places, self.marks, *self.calendar, *([True] if self.belongs else [])]
        return json.dumps(line, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def decode(cls, line: str) -> Features:
        """The value that `encode` wrote."""
        lead, names, places, marks, *rest = json.loads(line)
        calendar, belongs = rest[: len(Calendar._fields)], rest[len(Calendar._fields) :]
        return cls(
            tuple(zip(lead[::2], lead[1::2], strict=True)),
            tuple(zip(names[::2], names[1::2], strict=True)),
            tuple(places),
            tuple(marks),
            Calendar(*(tuple(channel) for channel in calendar)),
            bool(belongs),
        )


def features(article: Article) -> Features:
    """Reads the title and the body of `article`. One that tells of many events has neither words nor names."""
    lines = lines_of(article)
    text = "\n".join(lines)
    stands_at = article.stands_at
    calendar = read_calendar(text, stands_at.date() if stands_at else None)
    if stands_at is not None and clock_of(article) is None:
        calendar = calendar.with_own()
    if tells_of_many(article.title, lines):
        return Features(calendar=calendar)
    read = read_lines(lines)
    lead: defaultdict[str, float] = defaultdict(float)
    names: defaultdict[str, float] = defaultdict(float)
    for place, (term, is_name) in enumerate(_terms(read)):
        nearness = math.exp(-place / _LEAD)
        if is_name:
            names[term] += 1 + _NAME_IN_LEAD * nearness
            lead[as_name(term)] += _NAMES_IN_LEAD * nearness
        else:
            lead[term] += nearness
    shares = background_shares()
    said = {term: 1 + math.log(count) for term, count in names.items()}
    return Features(
        scaled(lead, shares.terms, _MOST_IN_LEAD),
        scaled(said, shares.names, _MOST_NAMES),
        _places(read),
        read_marks(text),
        calendar,
        belongs_to_another(article.title, lines),
    )


def clock_of(article: Article) -> datetime | None:
    """When an article came out, where its source says so.

    A day in a line of its text may be that of a printout or of an archive: it is one of the days that the text names.
    """
    is_told = article.published is None or article.published.origin is not TimeOrigin.TEXT
    return article.stands_at if is_told else None


_LEAD = 35.0
"""Telling words and names until one says 1/e of what the first says."""

_NAME_IN_LEAD = 2.0
"""How often more a name counts among the names for being said at the very start."""

_NAMES_IN_LEAD = 1.5
"""What a name weighs in the lead, where a word weighs 1."""

_MOST_IN_LEAD = 50
_MOST_NAMES = 40
"""What is kept of a long article. More changes no decision and costs time and memory."""

_BEFORE_PLACE = frozenset(("in", "at", "near", "outside", "from", "across", "around"))


def _terms(lines: list[list[Word]]) -> Iterator[tuple[str, bool]]:
    """(stem or name, is it a name) of every word that tells, in order."""
    for word in (word for line in lines for word in line):
        for term in filter(tells, word.text.split("-")):
            yield (term, True) if word.is_name else (stem(term), False)


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
