"""From mentions to claims: which are totals, which are parts of one, and the sums that stated parts make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from monitor.figures.document import Attribution, Document, Mention, Placement
from monitor.figures.parts_groups import Groups, Sum
from monitor.figures.parts_told import Told, survivors
from monitor.model import Claim, Modifier, Scope, Span


def settle(
    document: Document,
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    placements: Sequence[Placement],
) -> list[Claim]:
    """Make the claims of an article, in the order of its text; sums of parts stand after the last of their parts."""
    told = survivors(document, [Told(*one) for one in zip(mentions, attributions, placements, strict=True)])
    by_kind: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(told):
        if one.counts:
            by_kind[one.mention.kind].append(at)
    labels: dict[int, str] = {}
    sums: dict[int, Sum] = {}
    for same in by_kind.values():
        groups = Groups(document, told, same)
        labels.update(groups.labels)
        sums.update(groups.sums)
    claims: list[Claim] = []
    for at, one in enumerate(told):
        claims.append(_claim(document, one, labels.get(at)))
        if at in sums:
            claims.append(_derived(document, one, sums[at]))
    return claims


def _claim(document: Document, one: Told, group: str | None) -> Claim:
    mention = one.mention
    sentence = document.sentences[mention.sentence]
    return Claim(
        kind=mention.kind,
        low=mention.quantity.low,
        high=mention.quantity.high,
        modifier=mention.quantity.modifier,
        status=one.voice.status,
        scope=one.place.scope,
        quote=document.quote(mention.sentence),
        start=sentence.start if sentence.placed else None,
        end=sentence.end if sentence.placed else None,
        refers_to=one.place.refers_to,
        source=one.voice.source,
        side=one.voice.side,
        group=group,
        number=Span(
            sentence.starts[mention.first] - sentence.start, sentence.end_of(mention.last - 1) - sentence.start
        ),
        names=mention.names,
    )


def _derived(document: Document, last: Told, total: Sum) -> Claim:
    """The sum of parts, said by whoever says the last of them."""
    sentence = document.sentences[last.mention.sentence]
    return Claim(
        kind=last.mention.kind,
        low=total.low,
        high=total.high,
        modifier=Modifier.DERIVED,
        status=last.voice.status,
        scope=Scope.EVENT,
        quote=document.quote(last.mention.sentence),
        start=sentence.start if sentence.placed else None,
        end=sentence.end if sentence.placed else None,
        source=last.voice.source,
        side=last.voice.side,
        names=total.names,
    )
