"""What is remembered of a feed between two polls: its validators, when it is due, and what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Connection, Integer, String, Table, Text, insert, select, update

from monitor.store.metadata import UtcDateTime, metadata

feeds = Table(
    "feeds",
    metadata,
    Column("url", Text, primary_key=True),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("body_hash", String(32)),
    Column("first_polled_at", UtcDateTime),
    Column("polled_at", UtcDateTime),
    Column("due_at", UtcDateTime),
    Column("failures", Integer, nullable=False, default=0),
    Column("error", Text),
)


@dataclass(frozen=True, slots=True)
class FeedState:
    """A feed as it was after its last poll. `failures` counts polls in a row that brought nothing readable."""

    url: str
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    first_polled_at: datetime | None = None
    polled_at: datetime | None = None
    due_at: datetime | None = None
    failures: int = 0
    error: str | None = None


class Feeds:
    """The feeds of one database, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def state(self, url: str) -> FeedState:
        """What is remembered of a feed; a feed never polled remembers nothing."""
        row = self._connection.execute(select(feeds).where(feeds.c.url == url)).first()
        return FeedState(url) if row is None else FeedState(**row._asdict())

    def remember(self, state: FeedState) -> None:
        """Keep a feed's state, in place of what was remembered."""
        values = {name: getattr(state, name) for name in feeds.c.keys()}  # noqa: SIM118 - columns, not a dict
        if self._connection.execute(update(feeds).where(feeds.c.url == state.url).values(**values)).rowcount == 0:
            self._connection.execute(insert(feeds).values(**values))
