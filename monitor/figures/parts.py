"""From mentions to claims: which figures are totals of the event, which are parts of one, and what parts add up to."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.figures.document import Attribution, Document, Mention, Placement
from monitor.model import Claim, Span


def settle(
    document: Document,
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    placements: Sequence[Placement],
) -> list[Claim]:
    """Make the claims of an article, in the order of its text."""
    claims = []
    for mention, voice, place in zip(mentions, attributions, placements, strict=True):
        claims.append(_claim(document, mention, voice, place, "part" if mention.part or mention.more else None))
    return claims


def _claim(document: Document, mention: Mention, voice: Attribution, place: Placement, group: str | None) -> Claim:
    sentence = document.sentences[mention.sentence]
    first, last = sentence.tokens[mention.first], sentence.tokens[mention.last - 1]
    return Claim(
        kind=mention.kind,
        low=mention.quantity.low,
        high=mention.quantity.high,
        modifier=mention.quantity.modifier,
        status=voice.status,
        scope=place.scope,
        quote=document.quote(mention.sentence),
        start=sentence.start if sentence.placed else None,
        end=sentence.end if sentence.placed else None,
        refers_to=place.refers_to,
        source=voice.source,
        side=voice.side,
        group=group,
        number=Span(first.start - sentence.start, last.end - sentence.start),
        names=mention.names,
    )
