"""The persons whom an article names, with the offices that it gives them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from monitor.figures.en.names import Name, name_in, run_end, surname
from monitor.figures.en.offices import FEMALE, MALE, OFFICES, PORTFOLIOS
from monitor.figures.en.pages import Pages
from monitor.figures.en.speakers import Reader
from monitor.figures.en.wordset import words
from monitor.model import Span

_HELD_BY_ONE = words("mayor governor president premier chancellor sheriff coroner")
_LOOKS_BACK = 30
_NAMESAKES = 20
_OFFICES_KEPT = 8


@dataclass(slots=True)
class Person:
    """Someone whom the article names. `offices`: phrases that say what he is, by sentence; `duties`: their words."""

    name: str
    offices: list[tuple[int, Span]] = field(default_factory=list)
    duties: set[str] = field(default_factory=set)
    gender: str | None = None


class People:
    """The named persons of one article, by surname."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.by_surname: dict[str, list[Person]] = defaultdict(list)
        self.by_office: dict[str, list[tuple[int, Person]]] = defaultdict(list)
        for at, reader in enumerate(pages.readers):
            if reader.capitals_tell:
                self._read(at, reader)

    def find(self, at: int, span: Span) -> Person | None:
        """Who bears this name: the same words, or one of them a part of the other; else the last of that surname."""
        key = surname(self.pages.readers[at], span)
        met = self.by_surname.get(key, [])
        return self._same(met, self.pages.text(at, span)) or (met[-1] if met else None)

    def bearer(self, at: int, office: Sequence[str]) -> Person | None:
        """The person told of nearest before sentence `at` whose office has all these words.

        Where none stands before and there is one such office, who is named with it later, if it is one alone.
        """
        told = self.by_office.get(office[-1], [])
        wanted = set(office)
        for place in range(bisect_right(told, at, key=lambda entry: entry[0]) - 1, -1, -1)[:_LOOKS_BACK]:
            if wanted <= told[place][1].duties:
                return told[place][1]
        if office[-1] not in _HELD_BY_ONE:
            return None
        later = {id(person): person for _, person in told if wanted <= person.duties}
        return next(iter(later.values())) if len(later) == 1 else None

    def _read(self, at: int, reader: Reader) -> None:
        lows = reader.lows
        stop = 0
        for place in reader.capital_places:
            if place < stop:
                continue
            stop = run_end(reader, place)
            if stop == place + 1 and lows[place] not in self.by_surname and lows[place] not in PORTFOLIOS:
                continue  # one word by itself, of nobody known
            start = place
            if (
                lows[place] in PORTFOLIOS
                and place > 1
                and lows[place - 1] in ("of", "for")
                and lows[place - 2] in OFFICES
            ):
                start = place - 2
            name = name_in(reader, Span(start, stop), self.by_surname)
            if name is not None:
                self._meet(at, name)

    def _meet(self, at: int, name: Name) -> None:
        """Take note of a named person, and of the office told beside the name."""
        reader = self.pages.readers[at]
        text = self.pages.text(at, name.span)
        met = self.by_surname.get(surname(reader, name.span), [])
        person = self._same(met, text)
        offices = [*_before(reader, name), *_behind(reader, name.span.end)]
        if person is None:
            if name.span.end - name.span.start < 2 and not offices:
                return
            person = Person(text)
            self.by_surname[surname(reader, name.span)].append(person)
        elif len(text.split()) > len(person.name.split()):
            person.name = text
        for office in offices:
            if len(person.offices) < _OFFICES_KEPT:
                person.offices.append((at, office))
            said = set(self.pages.readers[at].lows[office.start : office.end])
            person.duties |= said
            person.gender = person.gender or ("f" if said & FEMALE else "m" if said & MALE else None)
        for duty in sorted(person.duties & OFFICES):
            self.by_office[duty].append((at, person))

    @staticmethod
    def _same(met: Sequence[Person], text: str) -> Person | None:
        words = set(text.lower().split())
        for person in met[: -_NAMESAKES - 1 : -1]:
            known = set(person.name.lower().split())
            if words <= known or known <= words or len(words) == 1:
                return person
        return None


def _before(reader: Reader, name: Name) -> Iterator[Span]:
    """*the interior minister Ann Roe*, *the interior minister, Ann Roe*."""
    lows = reader.lows
    end = name.span.start
    if end > 0 and (lows[end - 1] in OFFICES or (name.office and lows[end - 1] in PORTFOLIOS)):
        first = reader.phrase_start(end - 1, 0)
        if first is not None:
            yield Span(first, end)
    elif end > 2 and lows[end - 1] == ",":
        first = reader.phrase_start(end - 2, 0)
        if first is not None and not OFFICES.isdisjoint(lows[first : end - 1]):
            named = name_in(reader, Span(first, end - 1), ())
            if named is None:
                yield Span(first, end - 1)


def _behind(reader: Reader, stop: int) -> Iterator[Span]:
    """*Ann Roe, 51, the interior minister,*; the comma may be left out."""
    lows = reader.lows
    if stop + 1 >= len(lows):
        return
    if lows[stop] == ",":
        end = reader.next_mark(stop + 1)
        if end - stop <= 4 and lows[stop + 1].isdigit() and end < len(lows) and lows[end] == ",":
            stop, end = end, reader.next_mark(end + 1)
        if not OFFICES.isdisjoint(lows[stop + 1 : end]) and reader.is_apposition(stop + 1, end):
            yield Span(stop + 1, end)
    elif lows[stop] in ("a", "the") and not OFFICES.isdisjoint(lows[stop + 1 : stop + 6]):
        yield Span(stop, reader.next_mark(stop))
