"""Articles and revisions in the database: what an item became, what a URL said before, and in which order all came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, bindparam, func, insert, select, union, update
from sqlalchemy.sql import Executable

from monitor.errors import NotFoundError
from monitor.model import Article
from monitor.store.prepared import Prepared, prepared
from monitor.store.tables import articles, items, revisions


@dataclass(frozen=True, slots=True)
class Stored:
    """A revision as it was decided: its place in the order of arrival, and where its article stands."""

    seq: int
    article: str
    revision: str
    item_id: str
    cluster: str
    story: str
    origin: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an article stands: its cluster, its story, where its text comes from, the agency that it credits."""

    cluster: str
    story: str
    origin: str
    agency: str | None


class Articles:
    """The articles of one database, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def record_of(self, item: str) -> str | None:
        """The line that was decided for this very item before, if it was: a second try finds it."""
        row = self._ask(_RECORD_OF).first(self._connection, {"item": item})
        return None if row is None else str(row[0])

    def latest(self, key: str) -> Stored | None:
        """The newest revision of an article."""
        row = self._ask(_LATEST).first(self._connection, {"key": key})
        return None if row is None else Stored(*row)

    def stored(self, seq: int) -> Stored:
        """One revision by its place in the order of arrival."""
        row = self._ask(_BY_SEQ).first(self._connection, {"seq": seq})
        if row is None:
            raise NotFoundError(f"there is no revision {seq}")
        return Stored(*row)

    def next_seq(self) -> int:
        """The place that the next revision takes."""
        (last,) = self._ask(_LAST_SEQ).first(self._connection, {})
        return (last or 0) + 1

    def clock(self) -> datetime | None:
        """The latest time at which anything was learnt; None while nothing dated has arrived."""
        latest: datetime | None = self._connection.scalar(select(func.max(revisions.c.learnt_at)))
        return latest

    def remember(self, item: str, seq: int, record: str) -> None:
        """Keep what was decided for an item, under the hash of what was handed over."""
        self._ask(_REMEMBER).run(self._connection, {"item": item, "seq": seq, "record": record})

    def add(
        self, seq: int, article: Article, standing: Standing, learnt_at: datetime | None, *, is_revision: bool
    ) -> None:
        """Keep one revision, and where its article stands. `is_revision`: the article itself is kept already."""
        place = {
            "url": article.url,
            "outlet": article.outlet,
            "cluster": standing.cluster,
            "story": standing.story,
            "origin": standing.origin,
        }
        if is_revision:
            self._ask(_MOVE_ARTICLE).run(self._connection, {**place, "of": article.key})
        else:
            self._ask(_ADD_ARTICLE).run(self._connection, {**place, "key": article.key})
        self._ask(_ADD_REVISION).run(
            self._connection,
            {
                "seq": seq,
                "article": article.key,
                "revision": article.revision,
                "item_id": article.id,
                "title": article.title,
                "text": article.text,
                "body": [list(span) for span in article.body],
                "language": article.language,
                "credit": article.credit,
                "agency": standing.agency,
                "source": article.source,
                "published_at": article.published.at if article.published else None,
                "published_guessed": article.published.guessed if article.published else False,
                "updated_at": article.updated.at if article.updated else None,
                "fetched_at": article.fetched,
                "learnt_at": learnt_at,
            },
        )

    def find(self, name: str) -> list[Stored]:
        """The newest revision of every article that a user may mean: by its source's id, its key, or its URL."""
        by_id = select(revisions.c.article).where(revisions.c.item_id == name)
        by_place = select(articles.c.key).where((articles.c.key == name) | (articles.c.url == name))
        meant = revisions.c.article.in_(union(by_id, by_place))
        query = select(func.max(revisions.c.seq)).where(meant).group_by(revisions.c.article)
        return [self.stored(seq) for seq in sorted(self._connection.scalars(query))]

    def _ask(self, statement: Executable) -> Prepared:
        return prepared(statement, self._connection.dialect)


_STORED: Select[int, str, str, str, str, str, str] = select(
    revisions.c.seq,
    revisions.c.article,
    revisions.c.revision,
    revisions.c.item_id,
    articles.c.cluster,
    articles.c.story,
    articles.c.origin,
).join(articles, articles.c.key == revisions.c.article)

_RECORD_OF = select(items.c.record).where(items.c.item == bindparam("item"))
_LATEST = _STORED.where(articles.c.key == bindparam("key")).order_by(revisions.c.seq.desc()).limit(1)
_BY_SEQ = _STORED.where(revisions.c.seq == bindparam("seq"))
_LAST_SEQ = select(func.max(revisions.c.seq))
_REMEMBER = insert(items)
_ADD_ARTICLE = insert(articles)
_MOVE_ARTICLE = (
    update(articles)
    .where(articles.c.key == bindparam("of"))
    .values({name: bindparam(name) for name in ("url", "outlet", "cluster", "story", "origin")})
)
_ADD_REVISION = insert(revisions)
