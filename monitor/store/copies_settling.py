"""What is new in the index, settled into what is old.

Of each pair of tables the small one takes what is new, and is emptied into the large one in the order of keys
(log-structured merge, O'Neil et al. 1996). In a large archive each new row would else ask for a page of its own, to be
read and written.
"""

from __future__ import annotations

from sqlalchemy import Connection, Select, delete, func, select
from sqlalchemy.dialects.postgresql import insert

from monitor.store.copies_index import KEYS, SIGHTINGS, line_sightings

SETTLED = 16_000
"""Revisions after which what is new is settled: the small tables fit a cache, and most pages of the large ones get
several rows at once."""

REMEMBERED = 48_000
"""Revisions after which a line that has not recurred in its outlet is forgotten."""


def settle(connection: Connection) -> None:
    """Empty the small tables into the large ones."""
    for settled, recent in (KEYS, SIGHTINGS):
        add = insert(settled).from_select(recent.columns.keys(), select(recent).order_by(*recent.primary_key.columns))
        if connection.dialect.name == "sqlite":
            # not ON CONFLICT, for which SQLite keeps in memory every page that the statement changes, to undo it alone
            connection.execute(add.prefix_with("OR IGNORE"))
        else:
            connection.execute(add.on_conflict_do_nothing())
        connection.execute(delete(recent))


def lapse(connection: Connection, before: int, recurs_in: int) -> None:
    """Forget lines that did not recur, of clusters that were founded before this revision."""
    lapsed = line_sightings.c.cluster < before
    connection.execute(delete(line_sightings).where(lapsed, line_sightings.c.line.not_in(recurring(recurs_in))))


def recurring(recurs_in: int) -> Select[int]:
    """The settled lines that are known to recur."""
    line = line_sightings.c.line
    return select(line).group_by(line).having(func.count() >= recurs_in)
