"""Retention: stories of which nothing was learnt for long are dropped whole, with all that is known of them.

Kept, however old: a story that may still take an article, one with a letter on its way, and one that recorded input is
part of, since its source is read again at every start. What users set right stays in the list of edits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Select, Table, delete, func, or_, select

from monitor.dedup import Copying
from monitor.store import copies_upkeep
from monitor.store.copies_index import KEYS, SIGHTINGS, clusters, edges, signatures
from monitor.store.edits import edits
from monitor.store.metadata import metadata
from monitor.store.outbox import Delivery
from monitor.store.outbox_tables import alerts, outbox
from monitor.store.stories import stories
from monitor.store.tables import articles, revisions
from monitor.stories import Storying

STORIES_AT_ONCE = 20
"""In one transaction: other work of the writer comes between two of them."""

_OF_COPIES = frozenset(table.name for table in (signatures, edges, clusters, *KEYS, *SIGHTINGS))
"""Tables of the index of copies, which forgets by rules of its own: a copy takes the place of an original."""


@dataclass(frozen=True, slots=True)
class Purged:
    """What was dropped."""

    stories: int = 0
    revisions: int = 0

    def __add__(self, other: Purged) -> Purged:
        return Purged(self.stories + other.stories, self.revisions + other.revisions)


class Retention:
    """What is dropped from one database, over one connection."""

    def __init__(self, connection: Connection, copying: Copying) -> None:
        self._connection = connection
        self._copying = copying

    def purge_some(self, before: datetime, storying: Storying) -> Purged:
        """Drop some of the stories of which nothing was learnt since `before`; nothing is left where none is told."""
        connection = self._connection
        gone = list(connection.scalars(_lapsed(connection, before, storying).limit(STORIES_AT_ONCE)))
        if not gone:
            return Purged()
        of_stories = select(articles.c.key).where(articles.c.story.in_(gone))
        seqs = list(connection.scalars(select(revisions.c.seq).where(revisions.c.article.in_(of_stories))))
        copies_upkeep.forget(connection, seqs, self._copying)
        told = select(alerts.c.id).where(alerts.c.seq.in_(seqs))
        connection.execute(delete(outbox).where(outbox.c.letter.in_(told)))
        for table in reversed(metadata.sorted_tables):  # what points at a row goes before the row
            condition = _names(table, gone, seqs)
            if condition is not None:
                connection.execute(delete(table).where(condition))
        return Purged(len(gone), len(seqs))


def _lapsed(connection: Connection, before: datetime, storying: Storying) -> Select[str]:
    newest: datetime | None = connection.scalar(select(func.max(stories.c.last_at)))
    edge = newest - timedelta(days=storying.window_days) if newest else before
    here = articles.join(revisions, revisions.c.article == articles.c.key)
    is_recorded = revisions.c.source.is_(None) | ~revisions.c.source.startswith("http")
    on_its_way = (
        select(outbox.c.letter)
        .join(alerts, alerts.c.id == outbox.c.letter)
        .where(alerts.c.story == articles.c.story, outbox.c.state.in_((Delivery.WAITING, Delivery.SENDING)))
        .exists()
    )
    return (
        select(articles.c.story)
        .select_from(here.join(stories, stories.c.id == articles.c.story))
        .where(or_(stories.c.last_at.is_(None), stories.c.last_at < edge), ~on_its_way)
        .group_by(articles.c.story)
        .having(func.max(revisions.c.learnt_at) < before, func.count().filter(is_recorded) == 0)
        .order_by(func.max(revisions.c.learnt_at), articles.c.story)
    )


def _names(table: Table, gone: Sequence[str], seqs: Sequence[int]) -> ColumnElement[bool] | None:
    """What tells the rows of a table that are of these stories and revisions; None: it has none."""
    if table.name in _OF_COPIES or table is edits:
        return None
    if table is stories:
        return stories.c.id.in_(gone)
    if "seq" in table.c:
        return table.c.seq.in_(seqs)
    return table.c.story.in_(gone) if "story" in table.c else None
