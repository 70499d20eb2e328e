"""What an answer's headers say of when to ask again (RFC 9111, 5.2 and 5.3; RFC 9110, 10.2.3)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

SHORTEST_REST = timedelta(seconds=60)
LONGEST_REST = timedelta(hours=24)
"""A host that asks for rest gets at least the one and at most the other."""

_MAX_AGE = re.compile(r"(?:^|,)\s*max-age\s*=\s*\"?(\d{1,10})", re.IGNORECASE)
_NOT_KEPT = re.compile(r"(?:^|,)\s*no-(?:cache|store)\b(?!\s*=)", re.IGNORECASE)


def fresh_for(headers: Mapping[str, str], now: datetime) -> timedelta:
    """How long an answer stays fresh: until then a new request would bring the same."""
    control = headers.get("Cache-Control", "")
    if _NOT_KEPT.search(control):
        return timedelta()
    age = headers.get("Age", "").strip()
    passed = timedelta(seconds=int(age)) if age.isdecimal() and len(age) < 10 else timedelta()
    stated = _MAX_AGE.search(control)
    if stated is not None:
        return max(timedelta(), timedelta(seconds=int(stated[1])) - passed)
    expires = _date(headers.get("Expires"))
    if expires is None:
        return timedelta()
    return max(timedelta(), expires - (_date(headers.get("Date")) or now))


def rest_wanted(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """How long Retry-After asks to be left alone, within bounds; None where it does not ask."""
    stated = headers.get("Retry-After", "").strip()
    if stated.isdecimal():
        wanted = timedelta(seconds=min(int(stated[:12]), 10**8))
    else:
        until = _date(stated)
        if until is None:
            return None
        wanted = until - now
    return min(max(wanted, SHORTEST_REST), LONGEST_REST)


def _date(written: str | None) -> datetime | None:
    try:
        found = parsedate_to_datetime(written or "")
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return None
