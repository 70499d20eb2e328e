"""The total of the event, by kind, as one article puts it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from monitor.model import Article, Bounds, Claim, Modifier, Status

_STANDING = frozenset({Status.ASSERTED, Status.ALLEGED, Status.CONFIRMED})


def totals(article: Article, claims: Sequence[Claim]) -> Mapping[str, Bounds]:
    """The event's total of each kind that the claims give one for."""
    found: dict[str, Bounds] = {}
    for kind in sorted({claim.kind for claim in claims}):
        candidates = [claim for claim in claims if claim.kind == kind and claim.is_total and claim.status in _STANDING]
        candidates = [claim for claim in candidates if claim.low or claim.high]
        if candidates:
            best = max(candidates, key=lambda claim: (claim.modifier is not Modifier.VAGUE, claim.low or 0))
            found[kind] = Bounds(best.low, best.high)
    return found
