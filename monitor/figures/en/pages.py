"""A document opened for reading names: a reader for each sentence, and the text of any phrase in it."""

from __future__ import annotations

from functools import cached_property

from monitor.figures.document import Document
from monitor.figures.en.offices import BODIES, DETERMINERS, MEDIA, MODIFIERS, OFFICES
from monitor.figures.en.speakers import Reader
from monitor.figures.en.speech import STATEMENTS
from monitor.model import Span

_COMMON = OFFICES | BODIES | MEDIA | STATEMENTS | MODIFIERS
_COLLECTIVES = frozenset({"police", "authorities", "officials", "prosecutors", "witnesses", "residents"})
_OPENING = frozenset({"'s", "'", ","})
_HEADS = frozenset({'"', "'", ":", "--"})


class Pages:
    """The sentences of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.readers = [Reader(sentence) for sentence in document.sentences]

    @cached_property
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
        goes_on_as_name = span.end - span.start > 1 and reader.is_capital(span.start + 1)
        if at_head and low in _COMMON and first[1:].islower() and not goes_on_as_name:
            return text[0].lower() + text[1:]
        return text
