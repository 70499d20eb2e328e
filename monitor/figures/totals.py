"""The total of the event, by kind, as one article puts it.

What the article itself or an authority stands behind comes before what a party says, a number before a vague word, a
later word (*rose to*) before an earlier, the lead before the tail, and a stated number before our own sum of its parts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from monitor.figures.en.authority import is_authority
from monitor.figures.en.parts import EARLIER_WORDS, overtakes
from monitor.model import Article, Bounds, Claim, Modifier, Status

NEAR = 50  # characters before a number in which a word tells that it is a later or an earlier one
LEAD = 500  # characters of the body that tell what the article is about
_STANDING = frozenset({Status.ASSERTED, Status.ALLEGED, Status.CONFIRMED})
_SPECIFIC = {Modifier.VAGUE: 0, Modifier.AT_MOST: 1, Modifier.FEWER_THAN: 1}
_WORD = re.compile(r"[^\W\d_]+")


def totals(article: Article, claims: Sequence[Claim]) -> Mapping[str, Bounds]:
    """The event's total of each kind that the claims give one for, kinds in order of their names."""
    tail = article.body[0].start + LEAD if article.body else 0
    by_kind: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.is_total and claim.status in _STANDING and (claim.low or claim.high):
            by_kind.setdefault(claim.kind, []).append(claim)
    found: dict[str, Bounds] = {}
    for kind in sorted(by_kind):
        if len(by_kind[kind]) == 1:
            found[kind] = Bounds(by_kind[kind][0].low, by_kind[kind][0].high)
            continue
        summed = max((claim.low or 0 for claim in by_kind[kind] if claim.modifier is Modifier.DERIVED), default=0)
        best = max(by_kind[kind], key=lambda claim: _weight(claim, tail, summed))
        found[kind] = Bounds(best.low, best.high)
    return found


def _weight(claim: Claim, tail: int, summed: int) -> tuple[int, bool, bool, bool, bool, bool, int, bool, int]:
    """What makes one claim of a total stand before another, the weightiest first.

    `summed` is the largest sum of parts: a number that is open above and smaller says nothing against it.
    """
    before = _words_before(claim)
    return (
        _SPECIFIC.get(claim.modifier, 2),
        EARLIER_WORDS.isdisjoint(before),
        (claim.source is None and claim.side is None) or is_authority(claim.source, claim.side),
        overtakes(before),
        claim.start is None or claim.start < tail,
        claim.modifier is not Modifier.DERIVED and (claim.high is not None or (claim.low or 0) >= summed),
        claim.low or 0,
        claim.high is None,
        -(claim.start or 0),
    )


def _words_before(claim: Claim) -> list[str]:
    """The words that stand shortly before the number, in lower case."""
    if claim.number is None:
        return []
    return _WORD.findall(claim.quote[max(0, claim.number.start - NEAR) : claim.number.start].lower())
