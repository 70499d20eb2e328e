"""Reads an article's figures: the road from its text to its claims."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import compress

from monitor.figures.document import Document, Mention
from monitor.figures.en.mentions import mentions, stated
from monitor.figures.en.segment import parse
from monitor.figures.en.strays import strays
from monitor.figures.en.subject import told_in_passing
from monitor.figures.en.told import Told
from monitor.figures.kinds import Kinds
from monitor.figures.parts import settle
from monitor.figures.scope import place
from monitor.figures.voices import spoken
from monitor.model import Article, Claim, Scope


def read(article: Article, kinds: Kinds) -> tuple[Claim, ...]:
    """Every claim of a watched kind that an article makes, in text order.

    Paragraphs that tell of something else are read by themselves, so that they change nothing in the rest. What is
    told of people beside an article's subject is background.
    """
    document = parse(article)
    by_sentence = stated(document, kinds)
    if not any(by_sentence):
        return ()
    found = mentions(document, by_sentence, kinds)
    if not found:
        return ()
    apart = strays(document, found)
    if not apart:
        return tuple(_own_claims(document, found, kinds))
    own = {sentence.paragraph for sentence in document.sentences} - apart
    others = apart & {document.sentences[mention.sentence].paragraph for mention in found}
    claims = [
        *_own_claims(*_part(own, document, by_sentence, kinds), kinds),
        *map(_of_another, _claims(*_part(others, document, by_sentence, kinds))),
    ]
    return tuple(sorted(claims, key=lambda claim: -1 if claim.start is None else claim.start))


def _part(
    paragraphs: Container[int], document: Document, by_sentence: Sequence[Sequence[Told]], kinds: Kinds
) -> tuple[Document, Sequence[Mention]]:
    """Some paragraphs as if they were all, and what they give."""
    inside = [sentence.paragraph in paragraphs for sentence in document.sentences]
    part = document.of(paragraphs)
    return part, mentions(part, list(compress(by_sentence, inside)), kinds)


def _own_claims(document: Document, found: Sequence[Mention], kinds: Kinds) -> list[Claim]:
    claims = _claims(document, found)
    passing = told_in_passing(document, found)
    if not passing:
        return claims
    starts = {document.sentences[at].start for at in passing}
    persons = {kind.id for kind in kinds.all if kind.counts_persons}
    return [_of_another(claim) if claim.kind in persons and claim.start in starts else claim for claim in claims]


def _claims(document: Document, found: Sequence[Mention]) -> list[Claim]:
    found, voices = spoken(document, found)
    return settle(document, found, voices, place(document, found))


def _of_another(claim: Claim) -> Claim:
    """A claim as one of another event, of which the rest of the article tells nothing."""
    return replace(claim, scope=Scope.BACKGROUND, group=None) if claim.scope is Scope.EVENT else claim
