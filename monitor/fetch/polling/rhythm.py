"""When a feed is polled next: learnt from what it brings, within what its publisher asks for. Pure.

A feed is asked four times in the usual gap between two of its entries, so that an entry waits an eighth of it in the
mean. The moments lie on a grid of the interval, shifted by a hash of the address: a restart moves none of them, and a
thousand feeds that came together drift apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from monitor.fetch.feeds.wishes import allowed_from
from monitor.fetch.state import NO_WISHES, FeedState

SHORTEST = timedelta(minutes=2)
LONGEST = timedelta(hours=6)
FIRST = timedelta(minutes=15)
"""Between two polls; the last where nothing is known yet."""

POLLS_IN_A_GAP = 4

WEIGHT = 0.15
"""Of one new entry against all that was learnt before: some twenty entries make a rhythm new."""

PAUSE_AT_FIRST = timedelta(hours=24)
PAUSE_HALVES = timedelta(days=14)
"""The longest time without an entry is assumed to be the one until it is seen, and is forgotten by the other."""

QUIET = 8
"""Usual gaps without an entry after which a feed is polled ever more seldom."""

BACKOFF = timedelta(minutes=5)
LONGEST_BACKOFF = timedelta(hours=24)
JITTER = 0.1

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Learnt:
    gap: timedelta
    pause: timedelta


def learn(state: FeedState, new: Sequence[datetime | None], now: datetime) -> FeedState:
    """The state after a poll that brought new entries, published at these times (None: undated).

    The first time the entries' own dates tell the gap; afterwards the time since something last came does, shared among
    what came.
    """
    if not new:
        return state
    if state.gap is None or state.brought_at is None:
        learnt = _Learnt(_gap_of([at for at in new if at is not None], now), PAUSE_AT_FIRST)
    else:
        passed = max(now - state.brought_at, timedelta(seconds=1))
        weight = 1 - (1 - WEIGHT) ** len(new)
        gap = (passed / len(new)).total_seconds() ** weight * state.gap.total_seconds() ** (1 - weight)
        kept = (state.pause or PAUSE_AT_FIRST) * 0.5 ** (passed / PAUSE_HALVES)
        learnt = _Learnt(timedelta(seconds=gap), max(passed, kept))
    return replace(state, gap=learnt.gap, pause=learnt.pause, brought_at=now)


def interval(state: FeedState, now: datetime) -> timedelta:
    """The time between two polls that fits what a feed brings, as the publisher's wishes leave it."""
    if state.gap is None:
        wanted = FIRST
    else:
        quiet = now - state.brought_at if state.brought_at else timedelta()
        wanted = max(state.gap, quiet / QUIET) / POLLS_IN_A_GAP
    return min(max(wanted, state.wishes.wait, SHORTEST), LONGEST)


def next_poll(state: FeedState, now: datetime, fresh_for: timedelta = timedelta()) -> datetime:
    """When a feed that answered is asked again. `fresh_for`: how long the answer is to be kept by its headers."""
    every = interval(state, now)
    earliest = now + min(max(every / 2, state.wishes.wait, fresh_for, SHORTEST), LONGEST)
    return allowed_from(state.wishes, on_grid(state.url, every, earliest))


def on_grid(name: str, every: timedelta, earliest: datetime) -> datetime:
    """The first moment of a name's own grid that is not before `earliest`."""
    phase = every * share(name)
    steps = -((_EPOCH + phase - earliest) // every)
    return _EPOCH + phase + every * steps


def retry(state: FeedState, now: datetime, rest: timedelta | None = None) -> datetime:
    """When a feed that failed, `state.failures` times in a row, is asked again: at least once a day.

    `rest` is what its host asked for.
    """
    base = max(BACKOFF, interval(replace(state, wishes=NO_WISHES), now) / 2)
    wait = min(base * 2.0 ** min(max(state.failures - 1, 0), 16), LONGEST_BACKOFF)
    wait *= 1 - JITTER * share(f"{state.url} {state.failures}")
    return now + max(wait, rest or timedelta())


def share(name: str) -> float:
    """A number from 0 up to 1 that belongs to a name and looks like chance."""
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=6).digest()) / 2**48


def _gap_of(published: Sequence[datetime], now: datetime) -> timedelta:
    """The gap between entries that stand together in a feed: of the newest twenty, counted up to now."""
    newest = sorted((min(at, now) for at in published), reverse=True)[:20]
    if len(newest) < 3:
        return FIRST * POLLS_IN_A_GAP
    return max((now - newest[-1]) / len(newest), timedelta(seconds=1))
