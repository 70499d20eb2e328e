"""A document opened for reading names: a reader for each sentence, and the text of any phrase in it."""

from __future__ import annotations

from monitor.figures.document import Document
from monitor.figures.en.authority import OFFICIAL, is_authority
from monitor.figures.en.offices import (
    BODIES,
    DETERMINERS,
    GROUP_BODIES,
    MEDIA,
    MEDIA_NAMES,
    MODIFIERS,
    OFFICES,
    PREPOSITIONS,
)
from monitor.figures.en.speakers import Reader
from monitor.figures.en.speech import STATEMENTS
from monitor.figures.once import once
from monitor.model import Span

_COMMON = OFFICES | BODIES | MEDIA | STATEMENTS | MODIFIERS
_NO_NAMES = _COMMON - MEDIA_NAMES
_INSIDE_NAMES = frozenset({"of", "for", "and", "the", "-", "'s", "'", "de", "al"})
_NEVER_BEFORE = PREPOSITIONS | DETERMINERS | (OFFICES - MODIFIERS) | {"and", "or", "representing"}
_GROUPS = GROUP_BODIES | {"agency", "newspaper", "daily", "magazine", "watchdog", "monitor"}
_NAMED_BEHIND = _GROUPS | {"opposition", "rebel"}
_COLLECTIVES = frozenset({"police", "authorities", "officials", "prosecutors", "witnesses", "residents"})
_OPENING = frozenset({"'s", "'", ","})
_HEADS = frozenset({'"', "'", ":", "--"})


class Pages:
    """The sentences of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.readers = [Reader(sentence) for sentence in document.sentences]

    @once
    def vocabulary(self) -> list[frozenset[str]]:
        """The words of each sentence."""
        return [frozenset(reader.lows) for reader in self.readers]

    def text(self, at: int, span: Span) -> str:
        """The words of a phrase as the article writes them."""
        sentence = self.document.sentences[at]
        whole = self.document.article.text if sentence.placed else self.document.article.title or ""
        return " ".join(whole[sentence.starts[span.start] : sentence.end_of(span.end - 1)].split())

    def bare(self, at: int, span: Span) -> Span:
        """A phrase without the words that open it: *the*, *his*, *two*, *'s*."""
        lows = self.readers[at].lows
        start = span.start
        while start < span.end - 1 and (lows[start] in DETERMINERS or lows[start].isdigit() or lows[start] in _OPENING):
            start += 1
        return Span(start, span.end)

    def named(self, at: int, span: Span) -> Span:
        """A phrase without what stands before the name that ends it: *the opposition Harbour Front*, *the group Sol*.

        What stands before an authority's name is part of it: it tells whose, or that it is none.
        """
        reader = self.readers[at]
        lows = reader.lows
        first = place = span.end
        while place > span.start and (reader.capitals[place - 1] or lows[place - 1] in _INSIDE_NAMES):
            place -= 1
            first = place if reader.capitals[place] else first
        before = lows[first - 1] if first > span.start else ""
        if first == span.end or not before.isalpha() or not reader.capitals_tell:
            return span
        one = span.end - first == 1
        told = before in _NAMED_BEHIND and lows[first] not in _COMMON if one else before not in _NEVER_BEFORE
        if not told:
            return span
        name = Span(first, span.end)
        official = any(lows[k] in OFFICIAL and lows[k - 1] != "-" for k in range(*span))  # not *a pro-government paper*
        of_authority = before not in _GROUPS and (official or is_authority(self.text(at, name), None))
        return span if of_authority else name

    def plain(self, at: int, span: Span, text: str) -> str:
        """The text of a common noun without the capitals that it has only for where it stands."""
        reader = self.readers[at]
        common = all(reader.lows[k] in _COMMON for k in range(*span))
        if common and not reader.capitals_tell:
            return text.lower()
        first, low = reader.texts[span.start], reader.lows[span.start]
        if span.end - span.start == 1 and low in _COLLECTIVES:
            return text.lower()
        at_head = span.start == 0 or reader.lows[span.start - 1] in _HEADS
        goes_on_as_name = span.end - span.start > 1 and reader.capitals[span.start + 1]
        if at_head and low in _NO_NAMES and first[1:].islower() and not goes_on_as_name:
            return text[0].lower() + text[1:]
        return text
