"""What a user makes of a claim that was misread, and how a claim is found again in another text."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace

from monitor.ledger.known import Range
from monitor.model import Claim, Modifier, Scope, Status


@dataclass(frozen=True, slots=True)
class Correction:
    """What a claim says in truth. What is None stays as it was read; `group` empty: it is a total.

    A `voice` takes the place of both the source and the side.
    """

    number: Range | None = None
    kind: str | None = None
    status: Status | None = None
    scope: Scope | None = None
    voice: str | None = None
    group: str | None = None

    def of(self, claim: Claim) -> Claim:
        """The claim, set right."""
        if self.number is not None:
            low, high = self.number
            claim = replace(claim, low=low, high=high, modifier=_modifier(self.number))
        if self.voice is not None:
            claim = replace(claim, source=self.voice, side=None)
        if self.group is not None:
            claim = replace(claim, group=self.group or None)
        return replace(
            claim, kind=self.kind or claim.kind, status=self.status or claim.status, scope=self.scope or claim.scope
        )


REJECTION = Correction(scope=Scope.HYPOTHETICAL)
"""A claim that nobody made moves nothing."""


def reading_of(claim: Claim) -> str:
    """What was read, in 16 hexadecimal digits: the same wherever one sentence is read in one way."""
    bounds = [claim.low, claim.high, claim.modifier.value]
    told = [claim.status.value, claim.scope.value, claim.refers_to, claim.source, claim.side, claim.group]
    content = json.dumps([claim.kind, *bounds, *told, claim.quote], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def claim_id(article: str, claim: Claim) -> str:
    """The address of a claim as it was read: eight digits of its article's key, and eight of its reading."""
    return f"{article[:8]}-{reading_of(claim)[:8]}"


def _modifier(number: Range) -> Modifier:
    if number.high is None:
        return Modifier.AT_LEAST
    return Modifier.EXACT if number.low == number.high else Modifier.BETWEEN
