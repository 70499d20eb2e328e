"""Which number a headline shows where voices differ: the user's choice, named wherever it is applied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from monitor.alerts.view import Policy, VoiceMove, VoiceView
from monitor.alerts.wording import FIRM, bounds_in_words
from monitor.model import Bounds, Modifier, Status

_EVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Stand:
    """What one voice stands for, as a policy weighs it. `at` is when it was said; None: not known."""

    voice: str
    bounds: Bounds
    modifier: Modifier
    status: Status
    is_authority: bool
    origins: int
    at: datetime | None


def stands_of(voices: Sequence[VoiceView | VoiceMove], at: datetime | None = None) -> tuple[Stand, ...]:
    """The totals among what voices stand for; `at` is the time of those that carry none."""
    found = []
    for one in voices:
        bounds = one.bounds if isinstance(one, VoiceView) else one.after
        if bounds is not None and bounds.low is not None:
            when = one.said.at if isinstance(one, VoiceView) else at
            found.append(Stand(one.voice, bounds, one.modifier, one.status, one.is_authority, one.origins, when))
    return tuple(found)


def headline_figure(stands: Sequence[Stand], policy: Policy) -> str:
    """The number of one kind by a policy, in words: `36 (police); more than 100 (union)`, `12 to 31, best 15`.

    *All sides* names each voice with its number. *Lowest credible* is the lowest that anyone asserts. *Low, best, high*
    are the bounds of all that is said, and what most origins assert, the latest of those. *Latest official* is what an
    authority said last.
    """
    if policy is Policy.ALL_SIDES:
        return "; ".join(_by_voice(one) for one in stands) or "no figure"
    firm = [one for one in stands if one.status in FIRM and one.modifier is not Modifier.NONE]
    if policy is Policy.LOWEST_CREDIBLE:
        lowest = min(firm, key=lambda one: (_low(one), -one.origins), default=None)
        return _by_voice(lowest) if lowest else "no credible figure"
    if policy is Policy.LATEST_OFFICIAL:
        officials = [one for one in firm if one.is_authority]
        latest = max(officials, key=lambda one: one.at or _EVER, default=None)
        return _by_voice(latest) if latest else "no official figure"
    return _low_best_high(stands, firm)


def _low_best_high(stands: Sequence[Stand], firm: Sequence[Stand]) -> str:
    if not stands:
        return "no figure"
    best = max(firm, key=lambda one: (one.origins, one.at or _EVER), default=None)
    low = min(_low(one) for one in stands)
    is_open = any(one.bounds.high is None for one in stands)
    high = max(_low(one) if one.bounds.high is None else one.bounds.high for one in stands)
    told = f"low {low:,}, best {bounds_in_words(best.bounds, best.modifier) if best else 'none'}, high {high:,}"
    return f"{told} or more" if is_open else told


def _by_voice(one: Stand) -> str:
    status = "" if one.status in FIRM else f", {one.status.value}"
    return f"{bounds_in_words(one.bounds, one.modifier)} ({one.voice}{status})"


def _low(one: Stand) -> int:
    return one.bounds.low or 0
