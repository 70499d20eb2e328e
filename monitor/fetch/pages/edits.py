"""Whether the text of an article was edited since it was last handed over. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from monitor.fetch.identity import said
from monitor.model import Item

ALIKE = 0.5
"""Share of a feed's own sentences that its page must hold for the two to be one text."""

LONGEST = 200_000
MOST_SENTENCES = 500
"""Code points of a page, and sentences of a feed's text, that are compared: reports are shorter, so time is bounded."""

_SENTENCE_ENDS = re.compile(r"(?<=[.!?])[\"'”’)]?\s+|\n+")
_SHORTEST = 20
_QUOTES = str.maketrans("“”‘’\u00a0", "\"\"'' ")


def is_edited(before: Item, now: Item) -> bool:
    """Whether a page says something else than it did. A time stamp that alone changed is no edit."""
    return said(before) != said(now)


def is_edited_from_feed(entry: Item, page: Item) -> bool:
    """Whether a feed's text was edited into what its page now says.

    The feed's text is a part of the page: it was edited where the page holds most of its sentences but not all. Where
    it holds few of them the two are different writings, and nothing can be said.
    """
    text = _plainly(page.content[:LONGEST])
    sentences = list(islice(_sentences(said(entry)), MOST_SENTENCES))
    held = sum(sentence in text for sentence in sentences)
    return ALIKE * len(sentences) <= held < len(sentences)


def _sentences(text: str) -> Iterator[str]:
    for sentence in _SENTENCE_ENDS.split(text):
        plain = _plainly(sentence)
        if len(plain) >= _SHORTEST:
            yield plain


def _plainly(text: str) -> str:
    return " ".join(text.translate(_QUOTES).split())
