"""Articles that change their story: which go along, and every table that tells where an article stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, Table, select, update

from monitor.store.copies_index import edges
from monitor.store.ledger_tables import reports
from monitor.store.outbox_tables import alerts
from monitor.store.stories import placings
from monitor.store.tables import articles, revisions

_CHUNK = 1000  # keys in one statement: databases bound how many it may have


class Moves:
    """The moving of articles in one database, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def articles_of(self, story: str) -> list[str]:
        """The keys of a story's articles, sorted."""
        query = select(articles.c.key).where(articles.c.story == story).order_by(articles.c.key)
        return list(self._connection.scalars(query))

    def stories_of(self, article: str, cluster: str) -> list[str]:
        """The stories that hold an article, or another text of its cluster, sorted."""
        of_cluster = select(revisions.c.article).join(reports, reports.c.seq == revisions.c.seq)
        texts = of_cluster.where(reports.c.cluster == cluster)
        query = select(articles.c.story).where((articles.c.key == article) | articles.c.key.in_(texts)).distinct()
        return sorted(self._connection.scalars(query))

    def with_copies(self, keys: Sequence[str]) -> list[str]:
        """The articles and all that are copies of them, or of such a copy, sorted."""
        found: set[str] = set()
        new = set(keys)
        while new:
            found |= new
            new = {copy for chunk in _chunks(sorted(new)) for copy in self._copies_of(chunk)} - found
        return sorted(found)

    def move(self, keys: Sequence[str], story: str) -> None:
        """Put articles, with all their revisions and what was told of them, into a story, which must stand."""
        for chunk in _chunks(keys):
            self._connection.execute(update(articles).where(articles.c.key.in_(chunk)).values(story=story))
            for table in (placings, alerts):
                self._retell(table, chunk, story)

    def _copies_of(self, keys: Sequence[str]) -> Iterator[str]:
        original, copy = revisions.alias("original"), revisions.alias("copy")
        joined = edges.join(original, original.c.seq == edges.c.other).join(copy, copy.c.seq == edges.c.seq)
        query = select(copy.c.article).select_from(joined).where(edges.c.joins, original.c.article.in_(keys)).distinct()
        yield from self._connection.scalars(query)

    def _retell(self, table: Table, keys: Sequence[str], story: str) -> None:
        of_articles = select(revisions.c.seq).where(revisions.c.article.in_(keys))
        self._connection.execute(update(table).where(table.c.seq.in_(of_articles)).values(story=story))


def _chunks(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    return (keys[start : start + _CHUNK] for start in range(0, len(keys), _CHUNK))
