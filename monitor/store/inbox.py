"""What was fetched and is not yet decided, in the order in which it came.

A feed's entries come in with the feed's own state, in one transaction; each goes out in the transaction that decides
it. So a crash between fetching and deciding loses no entry and decides none twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, Column, Connection, Integer, Table, Text, bindparam, delete, func, insert, select

from monitor.model import Item
from monitor.store.feeds import feeds
from monitor.store.items import packed, unpacked
from monitor.store.metadata import UtcDateTime, metadata

inbox = Table(
    "inbox",
    metadata,
    Column("place", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("source", Text),  # the feed that it came from
    Column("item", Text, nullable=False),
    Column("came_at", UtcDateTime),
    sqlite_autoincrement=True,  # a place is never given twice
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An item that waits to be decided. `watched_since`: the first poll of its feed."""

    place: int
    item: Item
    watched_since: datetime | None


class Inbox:
    """The inbox of one database, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, items: Sequence[Item]) -> None:
        """Put items in, in this order."""
        if items:
            rows = [{"source": item.source, "item": packed(item), "came_at": item.fetched} for item in items]
            self._connection.execute(_ADD, rows)

    def next(self, limit: int, after: int = 0) -> list[Waiting]:
        """What came first and waits still, behind the place `after`."""
        rows = self._connection.execute(_NEXT, {"after": after, "most": limit})
        return [Waiting(place, unpacked(item), since) for place, item, since in rows]

    def done(self, place: int) -> None:
        """Take an item out, in the transaction that decides it."""
        self._connection.execute(_DONE, {"of": place})

    def count(self) -> int:
        """How many items wait."""
        return self._connection.scalar(select(func.count()).select_from(inbox)) or 0


_ADD = insert(inbox)
_NEXT = (
    select(inbox.c.place, inbox.c.item, feeds.c.first_polled_at)
    .join(feeds, feeds.c.url == inbox.c.source, isouter=True)
    .where(inbox.c.place > bindparam("after"))
    .order_by(inbox.c.place)
    .limit(bindparam("most"))
)
_DONE = delete(inbox).where(inbox.c.place == bindparam("of"))
