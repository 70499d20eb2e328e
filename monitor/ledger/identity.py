"""Ids of alerts, made from what changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from monitor.model import Bounds, Change


def alert_id(article: str, revision: str, changes: Sequence[Change]) -> str:
    """An id of 20 hexadecimal digits: the same for the same changes by the same article revision, and for no others.

    Whatever becomes of its story, so that a merge tells nothing twice.
    """
    told = [
        [c.kind, c.group, c.change.value, _bounds(c.before), _bounds(c.after), c.voice]
        for c in sorted(changes, key=lambda c: (c.kind, c.group or "", c.change.value))
    ]
    content = json.dumps([article, revision, told], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()[:20]


def _bounds(bounds: Bounds | None) -> list[int | None] | None:
    return None if bounds is None else [bounds.low, bounds.high]
