"""What was decided of one article, as one line of JSON. This form is a promise: other programs read it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from monitor.model import Alert, Bounds, Change, Claim, Totals


class Borrowed(NamedTuple):
    """A passage that an article shares with an earlier one, named by the id that its source gave it."""

    id: str
    share: float


def record(
    item: str,
    *,
    article: str,
    revision_of: str | None,
    copy_of: str | None,
    similarity: float | None,
    cluster: str,
    borrows_from: Sequence[Borrowed],
    agency: str | None,
    story: str,
    claims: Sequence[Claim],
    totals: Totals,
    alert: Alert | None,
) -> str:
    """One line of `--format jsonl` for the item of that id, without its line end. The
    others named in it (`revision_of`, `copy_of`, `borrows_from`) are named by the ids of their sources too.
    """
    line: dict[str, Any] = {
        "id": item,
        "article": article,
        "revision_of": revision_of,
        "copy_of": copy_of,
        "similarity": None if similarity is None else round(similarity, 4),
        "cluster": cluster,
        "borrows_from": [{"id": source, "share": round(share, 4)} for source, share in borrows_from],
        "agency": agency,
        "story": story,
        "claims": [claim_form(claim) for claim in claims],
        "totals": {kind: _bounds_form(bounds) for kind, bounds in totals.items()},
        "alerts": [] if alert is None else [_alert_form(alert)],
    }
    return json.dumps(line, ensure_ascii=False, separators=(", ", ": "))


def claim_form(claim: Claim) -> dict[str, Any]:
    """A claim as the promised form has it."""
    return {
        "kind": claim.kind,
        "low": claim.low,
        "high": claim.high,
        "modifier": claim.modifier.value,
        "status": claim.status.value,
        "scope": claim.scope.value,
        "refers_to": claim.refers_to,
        "source": claim.source,
        "side": claim.side,
        "group": claim.group,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
    }


def _alert_form(alert: Alert) -> dict[str, Any]:
    return {"id": alert.id, "changes": [_change_form(change) for change in alert.changes]}


def _change_form(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "change": change.change.value,
        "before": _bounds_form(change.before),
        "after": _bounds_form(change.after),
        "voice": change.voice,
        "severity": change.severity.value,
        "group": change.group,
    }


def _bounds_form(bounds: Bounds | None) -> dict[str, int | None] | None:
    return None if bounds is None else {"low": bounds.low, "high": bounds.high}
