"""Reads an article's figures: the road from its text to its claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from monitor.figures.document import Document, Mention
from monitor.figures.en.mentions import mentions
from monitor.figures.en.segment import parse
from monitor.figures.en.strays import strays
from monitor.figures.kinds import Kinds
from monitor.figures.parts import settle
from monitor.figures.scope import place
from monitor.figures.voices import spoken
from monitor.model import Article, Claim, Scope


def read(article: Article, kinds: Kinds) -> tuple[Claim, ...]:
    """Every claim of a watched kind that an article makes, in text order.

    Paragraphs that tell of something else are read by themselves, so that they change nothing in the rest.
    """
    document = parse(article)
    found = mentions(document, kinds)
    if not found:
        return ()
    told = {mention.sentence for mention in found}
    apart = strays(document, told)
    if not apart:
        return tuple(_claims(document, found))
    own = document.of({sentence.paragraph for sentence in document.sentences} - apart)
    others = document.of(apart & {document.sentences[at].paragraph for at in told})
    claims = [*_claims(own, mentions(own, kinds)), *map(_of_another, _claims(others, mentions(others, kinds)))]
    return tuple(sorted(claims, key=lambda claim: -1 if claim.start is None else claim.start))


def _claims(document: Document, found: Sequence[Mention]) -> list[Claim]:
    found, voices = spoken(document, found)
    return settle(document, found, voices, place(document, found))


def _of_another(claim: Claim) -> Claim:
    """A claim as one of another event, of which the rest of the article tells nothing."""
    return replace(claim, scope=Scope.BACKGROUND, group=None) if claim.scope is Scope.EVENT else claim
