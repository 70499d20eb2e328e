"""What an operator is told of a feed, once, and what there is to do about it. Pure."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime, timedelta

from monitor.fetch.state import FeedState, Trouble

FAILURES = 3
"""In a row, before a feed is reported: one answer that fails is the network's weather."""

SILENT_AFTER = 3
"""Times the longest pause that a feed has made before."""

SHORTEST_SILENCE = timedelta(hours=12)

_AT_ONCE = frozenset({Trouble.GONE, Trouble.REFUSED, Trouble.HTML})
_LASTS = frozenset({Trouble.MOVED, Trouble.OVERFLOWED})
"""Told of a feed that goes on: when it is over there is nothing to say."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that the operator of the service should know of a feed. `over`: it was told before, and is no more."""

    feed: str
    trouble: Trouble
    what: str
    to_do: str = ""
    over: bool = False

    def __str__(self) -> str:
        return f"{self.feed}: {self.what}" + (f"; {self.to_do}" if self.to_do else "")


def is_silent(state: FeedState, now: datetime) -> bool:
    """Whether a feed has brought nothing for far longer than it ever did."""
    if state.brought_at is None or state.pause is None:
        return False
    return now - state.brought_at > max(state.pause * SILENT_AFTER, SHORTEST_SILENCE)


def told_after_failure(state: FeedState, trouble: Trouble) -> tuple[tuple[Trouble, ...], tuple[Notice, ...]]:
    """What is known to be told after a poll that failed for `trouble`, and what is told now."""
    if trouble in state.told or (trouble not in _AT_ONCE and state.failures < FAILURES):
        return state.told, ()
    return (*state.told, trouble), (_notice(state, trouble),)


def told_after_answer(
    state: FeedState, active: Set[Trouble], now: datetime
) -> tuple[tuple[Trouble, ...], tuple[Notice, ...]]:
    """What is known to be told after a poll that was answered and showed these troubles, and what is told now."""
    over = [
        Notice(state.url, trouble, _OVER[trouble], over=True)
        for trouble in state.told
        if trouble not in active and trouble not in _LASTS
    ]
    new = [trouble for trouble in Trouble if trouble in active and trouble not in state.told]
    told = tuple(trouble for trouble in Trouble if trouble in active)
    return told, (*over, *(_notice(state, trouble) for trouble in new))


def _notice(state: FeedState, trouble: Trouble) -> Notice:
    what, to_do = _TOLD[trouble]
    move = state.address or (state.move.to if state.move else "")
    last = state.brought_at.strftime("%d %b %Y %H:%M UTC") if state.brought_at else "the start"
    told = {"url": state.url, "error": state.error, "fault": state.fault, "to": move, "last": last}
    told["failures"] = str(state.failures)
    return Notice(state.url, trouble, what.format_map(told), to_do.format_map(told))


_TOLD = {
    Trouble.FAILING: (
        "could not be read {failures} times in a row ({error})",
        "it is tried again, at least once a day; `monitor feeds check {url}` tries it now",
    ),
    Trouble.GONE: (
        "says that it is gone for good, and is polled no more",
        "take it out with `monitor feeds remove {url}`; `monitor feeds check {url}` takes it up again where it is back",
    ),
    Trouble.REFUSED: ("{error}", "correct its address, or allow the network"),
    Trouble.HTML: (
        "is a page and no feed ({error})",
        "`monitor feeds check {url}` looks for the feed on it",
    ),
    Trouble.BROKEN: ("is faulty, and its entries are used all the same ({fault})", "tell its publisher"),
    Trouble.BRIDGE: (
        "hands over error messages in place of articles ({fault})",
        "repair the bridge that makes it; the messages are left out",
    ),
    Trouble.MOVED: ("has moved to {to}", "put that address in feeds.toml in its place"),
    Trouble.OVERFLOWED: (
        "held nothing but new entries: what came before them since the last poll is lost",
        "it is polled more often from now on; a longer feed of that publisher would help",
    ),
    Trouble.SILENT: (
        "has brought nothing since {last}, far longer than it ever paused",
        "look whether its publisher has a new feed: `monitor feeds check {url}`",
    ),
}

_OVER = {
    Trouble.FAILING: "can be read again",
    Trouble.GONE: "is there again",
    Trouble.REFUSED: "can be read again",
    Trouble.HTML: "is a feed again",
    Trouble.BROKEN: "is whole again",
    Trouble.BRIDGE: "hands over articles again",
    Trouble.SILENT: "brings entries again",
}
