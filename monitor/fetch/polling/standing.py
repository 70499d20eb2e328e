"""A subscription as its operator sees it: what was asked for, and how it has gone. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from monitor.fetch.polling import rhythm
from monitor.fetch.state import FeedState, Pages, Subscription, Trouble


@dataclass(frozen=True, slots=True)
class Standing:
    """A feed and its health.

    `troubles` are those that the operator was told of and that last; `error` is why the last poll failed, `failures`
    times in a row, `fault` what is wrong with a feed that can be read. `every`: seconds between two polls. `due_at` is
    the next; None: at once, or where `disabled_at` tells that the feed is gone, never. `moved`: where it lies now.
    """

    url: str
    outlet: str | None
    language: str | None
    pages: Pages
    troubles: tuple[Trouble, ...]
    error: str | None
    failures: int
    fault: str | None
    moved: str | None
    polled_at: datetime | None
    brought_at: datetime | None
    due_at: datetime | None
    disabled_at: datetime | None
    every: float


def standing(feed: Subscription, state: FeedState, now: datetime) -> Standing:
    """How a feed stands."""
    return Standing(
        url=feed.url,
        outlet=feed.outlet,
        language=feed.language,
        pages=feed.pages,
        troubles=state.told,
        error=state.error,
        failures=state.failures,
        fault=state.fault,
        moved=state.address,
        polled_at=state.polled_at,
        brought_at=state.brought_at,
        due_at=None if state.disabled_at else state.due_at,
        disabled_at=state.disabled_at,
        every=rhythm.interval(state, now).total_seconds(),
    )
