"""Where quotations stand in a document: sentence by sentence, across sentences and paragraphs.

A paragraph that opens with a quote mark while the one before left its own open goes on with it (the mark is repeated at
the head of each paragraph and closed once). Apostrophes are no quote marks; single quotes are read where they are
written as curly ones.
"""

from __future__ import annotations

from monitor.figures.document import Document, Sentence
from monitor.figures.en.wordset import words
from monitor.model import Span

_OPENING = words("“ « „ ``")
_CLOSING = words("” » ''")


class Quotes:
    """The quoted spans of each sentence."""

    def __init__(self, document: Document) -> None:
        self._spans: list[tuple[Span, ...]] = []
        self._inside: list[bool] = []
        self._continues: list[bool] = []
        opened = False
        closed_last = False
        paragraph = -2
        for sentence in document.sentences:
            new = sentence.paragraph != paragraph
            paragraph = sentence.paragraph
            leads = sentence.lows[0] in ('"', "'") and not _closes(sentence, 0, False)
            goes_on = new and leads and (opened or closed_last)
            if new:
                opened = opened and _closes_without_opening(sentence)
            self._inside.append(opened)
            self._continues.append(goes_on or (new and opened))
            spans, opened = _quoted(sentence, opened)
            self._spans.append(spans)
            closed_last = bool(spans)

    def holds(self, sentence: int, token: int) -> bool:
        """Whether a token stands in a quotation."""
        return any(span.start <= token < span.end for span in self._spans[sentence])

    def opens_inside(self, sentence: int) -> bool:
        """Whether the sentence begins inside a quotation."""
        return self._inside[sentence]

    def begins_with_quote(self, sentence: int) -> bool:
        """Whether a quotation stands at the head of the sentence."""
        return bool(self._spans[sentence]) and self._spans[sentence][0].start <= 1

    def continues(self, sentence: int) -> bool:
        """Whether a paragraph that begins here goes on with the quotation of the one before."""
        return self._continues[sentence]


def _quoted(sentence: Sentence, opened: bool) -> tuple[tuple[Span, ...], bool]:
    if not opened and '"' not in sentence.lows:
        return (), False
    spans: list[Span] = []
    start = 0
    marks = [at for at, low in enumerate(sentence.lows) if low == '"']
    for at in marks:
        if opened and sentence.texts[at] not in _OPENING:
            spans.append(Span(start, at + 1))
            opened = False
        elif not opened and not _closes(sentence, at, opened):
            start, opened = at, True
        elif not opened and not spans and at > 0:
            spans.append(Span(0, at + 1))  # its opening mark was lost
    if opened:
        spans.append(Span(start, len(sentence.lows)))
    return tuple(spans), opened


def _closes(sentence: Sentence, at: int, opened: bool) -> bool:
    """Whether a mark can only close."""
    text = sentence.texts[at]
    if text in _CLOSING:
        return True
    if text in _OPENING:
        return False
    return sentence.is_glued(at) or at + 1 >= len(sentence.lows) or opened


def _closes_without_opening(sentence: Sentence) -> bool:
    marked = not _CLOSING.isdisjoint(sentence.texts) or not _OPENING.isdisjoint(sentence.texts)
    return marked or sentence.lows[0] == '"'
