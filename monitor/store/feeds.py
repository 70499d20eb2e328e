"""What is remembered of a feed between two polls, in the database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Float,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    bindparam,
    delete,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.types import JSON

from monitor.fetch.http.hosts import host_of
from monitor.fetch.state import FeedState, Move, Trouble, Wishes
from monitor.store.metadata import UtcDateTime, metadata

feeds = Table(
    "feeds",
    metadata,
    Column("url", Text, primary_key=True),
    Column("address", Text),
    Column("move", JSON),  # [to, since, seen]
    Column("etag", Text),
    Column("last_modified", Text),
    Column("body_hash", String(32)),
    Column("first_polled_at", UtcDateTime),
    Column("polled_at", UtcDateTime),
    Column("read_at", UtcDateTime),
    Column("brought_at", UtcDateTime),
    Column("due_at", UtcDateTime),
    Column("gap", Float),  # seconds
    Column("pause", Float),  # seconds
    Column("wishes", JSON),  # [seconds, hours, days]
    Column("failures", Integer, nullable=False, default=0),
    Column("error", Text),
    Column("fault", Text),
    Column("told", JSON),
    Column("held_until", UtcDateTime),
    Column("disabled_at", UtcDateTime),
    Column("rotates", Boolean, nullable=False, default=False),
    Column("seen", LargeBinary, nullable=False, default=b""),
)

_ALL = tuple(field.name for field in fields(FeedState))
_WITHOUT_SEEN = tuple(name for name in _ALL if name != "seen")
_ADD = insert(feeds)
_CHANGE = update(feeds).where(feeds.c.url == bindparam("of")).values({name: bindparam(name) for name in _ALL})
_CHANGE_UNREAD = (
    update(feeds).where(feeds.c.url == bindparam("of")).values({name: bindparam(name) for name in _WITHOUT_SEEN})
)
_SOME = select(feeds).where(feeds.c.url.in_(bindparam("urls", expanding=True)))
_RESTING = select(feeds.c.url).where(or_(feeds.c.due_at > bindparam("now"), feeds.c.disabled_at.is_not(None)))
_ONE = select(feeds).where(feeds.c.url == bindparam("of"))


class Feeds:
    """The feeds of one database, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def state(self, url: str) -> FeedState:
        """What is remembered of a feed; a feed never polled remembers nothing."""
        row = self._connection.execute(_ONE, {"of": url}).first()
        return FeedState(url) if row is None else _as_state(row._mapping)

    def states(self, urls: Sequence[str]) -> dict[str, FeedState]:
        """What is remembered of many feeds, in the order given."""
        rows = self._connection.execute(_SOME, {"urls": list(urls)})
        known = {row.url: _as_state(row._mapping) for row in rows}
        return {url: known.get(url) or FeedState(url) for url in urls}

    def due(self, urls: Sequence[str], now: datetime) -> list[FeedState]:
        """Of these feeds, those to be polled now: first those never polled, then those that waited longest."""
        resting = set(self._connection.scalars(_RESTING, {"now": now}))
        found = self.states([url for url in urls if url not in resting]).values()
        return sorted(found, key=lambda state: (state.due_at is not None, state.due_at or now))

    def held(self, now: datetime) -> dict[str, datetime]:
        """The hosts that asked for rest, and until when."""
        found: dict[str, datetime] = {}
        query = select(feeds.c.url, feeds.c.address, feeds.c.held_until).where(feeds.c.held_until > now)
        for url, address, until in self._connection.execute(query):
            host = host_of(address or url)
            found[host] = max(until, found.get(host, until))
        return found

    def remember(self, state: FeedState) -> None:
        """Keep a feed's state, in place of what was remembered."""
        self.remember_all([state])

    def remember_all(self, states: Iterable[FeedState]) -> None:
        """Keep many states. The marks of a feed's entries are written only where its text was read."""
        for state in states:
            was_read = state.polled_at is not None and state.read_at == state.polled_at
            values = _as_row(state, _ALL if was_read else _WITHOUT_SEEN)
            change = _CHANGE if was_read else _CHANGE_UNREAD
            if self._connection.execute(change, {**values, "of": state.url}).rowcount == 0:
                self._connection.execute(_ADD, _as_row(state, _ALL))

    def forget(self, url: str) -> None:
        """Remember nothing of a feed: the next poll is its first."""
        self._connection.execute(delete(feeds).where(feeds.c.url == url))


def _as_row(state: FeedState, names: Sequence[str]) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(state, name) for name in names}
    row["move"] = [state.move.to, state.move.since.isoformat(), state.move.seen] if state.move else None
    row["gap"] = state.gap.total_seconds() if state.gap is not None else None
    row["pause"] = state.pause.total_seconds() if state.pause is not None else None
    wishes = state.wishes
    row["wishes"] = [wishes.wait.total_seconds(), wishes.skip_hours, wishes.skip_days] if wishes != Wishes() else None
    row["told"] = [trouble.value for trouble in state.told] or None
    return row


def _as_state(row: Mapping[Any, Any]) -> FeedState:
    values = dict(row)
    if values["move"]:
        to, since, seen = values["move"]
        values["move"] = Move(to, datetime.fromisoformat(since), seen)
    for name in ("gap", "pause"):
        values[name] = timedelta(seconds=values[name]) if values[name] is not None else None
    if values["wishes"]:
        wait, hours, days = values["wishes"]
        values["wishes"] = Wishes(timedelta(seconds=wait), tuple(hours), tuple(days))
    else:
        values["wishes"] = Wishes()
    values["told"] = tuple(Trouble(told) for told in values["told"] or ())
    return FeedState(**values)
