"""What *the group*, *the ministry* and *the paper* may refer to: the fuller phrases that an article used before."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from monitor.figures.en.names import run_end
from monitor.figures.en.offices import BODIES, GROUP_BODIES, MEDIA, OFFICES
from monitor.figures.en.pages import Pages
from monitor.figures.en.shortforms import ShortForms
from monitor.figures.en.wordset import words
from monitor.model import Span

_HEADS = OFFICES | BODIES | MEDIA
_NO_GROUP = words("company firm airline")
_WITH_OF = words("ministry department minister secretary bureau")
_TIES = words("of for in at from with on")
_FAR = 40  # sentences


class _Phrases(NamedTuple):
    """The phrases of one head noun by sentence, in order, and the names among them, each as it stands first."""

    all: list[tuple[int, Span]]
    named: dict[str, tuple[int, Span]]


class Antecedents:
    """The named groups and the fuller phrases of one article, in the order of its text."""

    def __init__(self, pages: Pages, short_forms: ShortForms) -> None:
        self.pages = pages
        self.short_forms = short_forms
        self.groups: list[tuple[int, int, str]] = []
        self._by_head: dict[str, _Phrases] = {}
        for at, vocabulary in enumerate(pages.vocabulary):
            if not GROUP_BODIES.isdisjoint(vocabulary) or not short_forms.full_of.keys().isdisjoint(vocabulary):
                self._read_groups(at)

    def group(self, at: int, place: int) -> str | None:
        """The group named last before a token of a sentence."""
        before = bisect_left(self.groups, (at, place))
        if before == 0 or at - self.groups[before - 1][0] > _FAR:
            return None
        return self.groups[before - 1][2]

    def phrase(self, head: str, at: int, place: int) -> tuple[int, Span] | None:
        """The last phrase before a token that says more of the same head noun: its sentence and tokens.

        Where none stands before, the one name with this head that the article gives later, if it is the only one.
        """
        if head not in _HEADS:
            return None
        if head not in self._by_head:
            self._by_head[head] = self._read_phrases(head)
        phrases, named = self._by_head[head]
        before = bisect_left(phrases, (at, (place,)))
        if before:
            found = phrases[before - 1]
            return found if at - found[0] <= _FAR else None
        return next(iter(named.values())) if len(named) == 1 else None

    def _read_groups(self, at: int) -> None:
        reader = self.pages.readers[at]
        for place, low in enumerate(reader.lows):
            if low in self.short_forms.full_of:
                self.groups.append((at, place, self.short_forms.full_of[low]))
            if low not in GROUP_BODIES or low in _NO_GROUP or not reader.capitals_tell:
                continue
            first = reader.phrase_start(place, 0)
            if first is not None and reader.capitals[place] and first < place:
                body = self.pages.named(at, self.pages.bare(at, Span(first, place + 1)))
                self.groups.append((at, place, self.pages.text(at, body)))
            after = place + 1
            if (
                after < len(reader.lows)
                and reader.capitals[after]
                and reader.lows[after] not in self.short_forms.full_of
            ):
                name = self.pages.text(at, Span(after, run_end(reader, after)))
                self.groups.append((at, place, self.short_forms.canonical(name)))

    def _read_phrases(self, head: str) -> _Phrases:
        found = _Phrases([], {})
        for at, vocabulary in enumerate(self.pages.vocabulary):
            reader = self.pages.readers[at]
            for place, low in enumerate(reader.lows) if head in vocabulary else ():
                span = self._phrase_at(at, place) if low == head else None
                if span is None or span.end - span.start == 1:
                    continue
                found.all.append((at, span))
                if reader.capitals[place] and reader.capitals_tell:
                    found.named.setdefault(self.pages.text(at, span), (at, span))
        return found

    def _phrase_at(self, at: int, place: int) -> Span | None:
        """The phrase of a head noun; none where it is a title: the name after it is what counts."""
        reader = self.pages.readers[at]
        low, after = reader.lows[place], place + 1
        if low in OFFICES and reader.capitals_tell and after < len(reader.lows) and reader.capitals[after]:
            return None
        first = reader.phrase_start(place, 0)
        if first is None:
            return None
        first = next((k + 1 for k in range(place - 1, first, -1) if reader.lows[k] in _TIES), first)
        span = self.pages.bare(at, Span(first, after))
        if low in _WITH_OF and reader.lows[after : after + 1] == ["of"]:
            wording = reader.phrase_at(place)
            span = Span(span.start, max(after, wording.phrase.end if wording else after))
        return span
