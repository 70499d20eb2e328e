"""When an article's page is looked at again, in case its text is edited without a word. Pure.

A story that moves has its articles watched: a quarter of an hour after the first look, then at ever longer steps, from
the start again whenever the text has changed, and no more after a week without a change.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from monitor.fetch.http.hosts import host_of
from monitor.fetch.polling.rhythm import share
from monitor.fetch.state import PageState
from monitor.model import Item

FIRST = timedelta(minutes=15)
GROWTH = 1.5
LONGEST = timedelta(hours=24)
WATCHED = timedelta(days=7)

PER_HOST = 20
"""Pages of one host in one round: the rest have their turn in the next."""

RETRY = timedelta(minutes=2)
TRIES = 2
"""For a page whose entry waits: after the last the entry is read as it stands, since late news is none."""


def watched(state: PageState, now: datetime) -> PageState:
    """The state of a page whose story moved: watched from now on, from the first step."""
    if state.waits:
        return state
    return replace(state, watched_since=now, visits=0, failures=0, due_at=_due(state.url, 0, now))


def told_again(state: PageState, entry: Item, now: datetime) -> PageState:
    """The state of a page whose entry came again with another text: the entry waits, and the page is looked at now."""
    return replace(state, item=entry, waits=True, failures=0, due_at=now)


def next_visit(state: PageState, now: datetime, *, changed: bool) -> PageState:
    """The state after a visit that brought the page, with the moment of the next."""
    if state.watched_since is None:
        return replace(state, visited_at=now, failures=0, error=None, due_at=None)
    since = now if changed else state.watched_since
    visits = 0 if changed else state.visits + 1
    due = _due(state.url, visits, now) if now - since < WATCHED else None
    return replace(
        state, visited_at=now, watched_since=since if due else None, visits=visits, failures=0, error=None, due_at=due
    )


def after_failure(state: PageState, error: str, now: datetime, *, lasts: bool) -> PageState:
    """The state after a visit that brought nothing. `lasts`: another visit would bring no more."""
    failures = state.failures + 1
    tried = replace(state, visited_at=now, failures=failures, error=error)
    if state.waits:
        if lasts or failures >= TRIES:
            return replace(tried, waits=False, due_at=None)
        return replace(tried, due_at=now + RETRY)
    if lasts or state.watched_since is None:
        return replace(tried, watched_since=None, due_at=None)
    return replace(next_visit(state, now, changed=False), failures=failures, error=error)


def within_budget(due: Iterable[PageState], per_host: int = PER_HOST) -> list[PageState]:
    """The pages of a round, in the order given, with so many of one host at most."""
    taken: dict[str, int] = {}
    chosen = []
    for state in due:
        host = host_of(state.url)
        taken[host] = taken.get(host, 0) + 1
        if taken[host] <= per_host:
            chosen.append(state)
    return chosen


def _due(url: str, visits: int, now: datetime) -> datetime:
    step = min(FIRST * GROWTH**visits, LONGEST)
    return now + step * (1 + 0.1 * share(url))
