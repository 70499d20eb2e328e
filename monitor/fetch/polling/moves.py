"""A feed that redirects for good: followed at once, and kept once it has said so for long enough. Pure."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from datetime import datetime, timedelta

from monitor.fetch.state import FeedState, Move

SIGHTINGS = 3
OVER = timedelta(days=1)
"""A move is believed after so many polls over so long a time: a server set up wrongly for an hour moves nothing."""

FAILURES = 3
"""At a moved feed's new address, after which its old one is asked again."""


def moved(state: FeedState, to: str | None, now: datetime, taken: Set[str]) -> FeedState:
    """The state after an answer to which permanent redirects led at `to`; None: there were none.

    Never into an address that is another subscription's (`taken`): that one is polled by itself.
    """
    if to is None or to == state.asked_at:
        return replace(state, move=None)
    if state.move is None or state.move.to != to:
        return replace(state, move=Move(to, now))
    seen = replace(state, move=replace(state.move, seen=state.move.seen + 1))
    if is_sure(seen, now) and to not in taken:
        return replace(seen, address=None if to == state.url else to, move=None)
    return seen


def is_sure(state: FeedState, now: datetime) -> bool:
    """Whether a feed has said for long enough that it has moved."""
    return state.move is not None and state.move.seen >= SIGHTINGS and now - state.move.since >= OVER


def back_home(state: FeedState) -> FeedState:
    """The state of a failing feed: a move that led nowhere is forgotten, and the operator's own address holds again."""
    if state.address is None or state.failures < FAILURES:
        return state
    return replace(state, address=None, move=None, etag=None, last_modified=None)
