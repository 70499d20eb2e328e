"""Reads an article's figures: the road from its text to its claims."""

from __future__ import annotations

from monitor.figures.en.mentions import mentions
from monitor.figures.en.segment import parse
from monitor.figures.kinds import Kinds
from monitor.figures.parts import settle
from monitor.figures.scope import place
from monitor.figures.voices import spoken
from monitor.model import Article, Claim


def read(article: Article, kinds: Kinds) -> tuple[Claim, ...]:
    """Every claim of a watched kind that an article makes, in text order."""
    document = parse(article)
    found = mentions(document, kinds)
    if not found:
        return ()
    found, voices = spoken(document, found)
    places = place(document, found)
    return tuple(settle(document, found, voices, places))
