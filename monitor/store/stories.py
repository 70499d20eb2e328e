"""Stories in the database: what stands of each, and which article is in it because of what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Double,
    ForeignKey,
    Index,
    Integer,
    Select,
    String,
    Table,
    Text,
    delete,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.engine import Row
from sqlalchemy.types import JSON

from monitor.errors import NotFoundError
from monitor.model import Story
from monitor.store.metadata import UtcDateTime, metadata
from monitor.store.tables import revisions
from monitor.stories import Assignment, Brought, Features, Held, Kept, Standing, Storying

stories = Table(
    "stories",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("title", Text, nullable=False),
    Column("first_at", UtcDateTime),
    Column("last_at", UtcDateTime),
    Column("articles", Integer, nullable=False),
    Column("weight", Integer, nullable=False),  # articles that are no copies
    Column("lead_square", Double, nullable=False),
    Column("name_square", Double, nullable=False),
    Column("place", Text),
    Column("entities", JSON, nullable=False),  # ["...", ...]
    Index(None, "last_at"),
)
"""One row a story."""

placings = Table(
    "placings",
    metadata,
    Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("story", String(32), ForeignKey("stories.id"), nullable=False),
    Column("at", UtcDateTime),  # the article's own time
    Column("features", Text),  # null for a copy and for a later revision, which add no weight
    Column("nearest", String(32)),
    Column("score", Double),
    Column("held", JSON),  # [[word, ...], [name, ...], [day, ...]]
    Column("related", String(32)),
    Index(None, "story", "seq"),
    Index(None, "related"),
)
"""One row a revision, under its place in the order of arrival: why it is in its story. `nearest` and `score` tell of
the story that came closest; all three are null where the story was given, as a copy's is. `related` is
the story that a new one has to do with."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Why a revision is in its story. `assignment` None: it was given its original's, or its earlier revision's."""

    story: str
    assignment: Assignment | None


class Stories:
    """The stories of one database, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def active(self, settings: Storying) -> Iterator[Kept]:
        """The stories that may still take an article, as `Assigner` is built from them."""
        newest = select(stories.c.last_at).where(stories.c.last_at.is_not(None)).order_by(stories.c.last_at.desc())
        edge: datetime | None = self._connection.scalar(newest.limit(1).offset(settings.keep - 1))
        query = _kept_rows()
        if edge is not None:
            oldest = edge - timedelta(days=settings.window_days)
            query = query.where(or_(stories.c.last_at.is_(None), stories.c.last_at >= oldest))
        for _, rows in groupby(self._connection.execute(query), key=lambda row: row.id):
            yield _kept(list(rows))

    def kept(self, story: str) -> Kept:
        """One story as `Assigner.recall` takes it: for an article that goes to a story which was forgotten."""
        query = _kept_rows().where(stories.c.id == story)
        placed = list(self._connection.execute(query))
        if not placed:
            raise NotFoundError(f"there is no story {story}")
        return _kept(placed)

    def place(
        self,
        seq: int,
        standing: Standing,
        at: datetime | None,
        *,
        features: Features | None = None,
        assignment: Assignment | None = None,
    ) -> None:
        """Keep a revision in its story, and what stands of the story with it. `features` None adds no weight."""
        self.stand(standing)
        held = assignment and [list(assignment.held.words), list(assignment.held.names), list(assignment.held.dates)]
        self._connection.execute(
            insert(placings).values(
                seq=seq,
                story=standing.id,
                at=at,
                features=features and features.encode(),
                nearest=assignment and assignment.nearest,
                score=assignment and assignment.score,
                held=held,
                related=assignment and assignment.related,
            )
        )

    def stand(self, standing: Standing) -> None:
        """Keep what stands of a story."""
        row = {
            "title": standing.title,
            "first_at": standing.first_at,
            "last_at": standing.last_at,
            "articles": standing.articles,
            "weight": standing.weight,
            "lead_square": standing.lead_square,
            "name_square": standing.name_square,
            "place": standing.place,
            "entities": list(standing.entities),
        }
        if self._connection.execute(update(stories).where(stories.c.id == standing.id).values(**row)).rowcount == 0:
            self._connection.execute(insert(stories).values(id=standing.id, **row))

    def placed(self, story: str) -> list[Brought]:
        """What came to a story, in order of arrival."""
        query = (
            select(placings.c.features, placings.c.at, revisions.c.title)
            .join(revisions, revisions.c.seq == placings.c.seq)
            .where(placings.c.story == story)
            .order_by(placings.c.seq)
        )
        return [
            Brought(None if row.features is None else Features.decode(row.features), row.at, row.title)
            for row in self._connection.execute(query)
        ]

    def found(self, story: str) -> None:
        """Make sure that a story stands, empty as yet where it is new."""
        if self._connection.scalar(select(stories.c.id).where(stories.c.id == story)) is None:
            self.stand(Standing(story, "", None, None, 0, 0, 0.0, 0.0, None, ()))

    def remove(self, story: str) -> None:
        """Take out a story that holds nothing any more."""
        self._connection.execute(delete(stories).where(stories.c.id == story))

    def story(self, story: str) -> Story:
        """One story."""
        row = self._connection.execute(select(stories).where(stories.c.id == story)).first()
        if row is None:
            raise NotFoundError(f"there is no story {story}")
        return Story(row.id, row.title, row.first_at, row.last_at, row.articles)

    def title(self, story: str) -> str | None:
        """What a story is called; None where it is not known yet."""
        title: str | None = self._connection.scalar(select(stories.c.title).where(stories.c.id == story))
        return title

    def standing(self, story: str) -> Standing:
        """All that stands of one story."""
        row = self._connection.execute(select(stories).where(stories.c.id == story)).first()
        if row is None:
            raise NotFoundError(f"there is no story {story}")
        return _standing(row)

    def all(self, limit: int | None = None) -> list[Story]:
        """Every story, or so many; the latest first, those without a date last."""
        told = select(stories.c.id, stories.c.title, stories.c.first_at, stories.c.last_at, stories.c.articles)
        latest = told.order_by(stories.c.last_at.desc().nulls_last(), stories.c.id).limit(limit)
        return [Story(*row) for row in self._connection.execute(latest)]

    def related(self, story: str, leads: Mapping[str, str]) -> list[Story]:
        """The stories that have to do with one, the earliest first. `leads` from a story to what it was merged into."""
        one = {story, *(old for old in leads if _led(old, leads) == story)}
        query = select(placings.c.story, placings.c.related).where(
            placings.c.related.is_not(None), or_(placings.c.story == story, placings.c.related.in_(one))
        )
        ends = {_led(end, leads) for row in self._connection.execute(query) for end in row} - {story}
        found = self._connection.execute(select(stories).where(stories.c.id.in_(ends)).order_by(stories.c.id)).all()
        known = [Story(row.id, row.title, row.first_at, row.last_at, row.articles) for row in found]
        return sorted(known, key=lambda each: (each.first_at is None, each.first_at and each.first_at.timestamp()))

    def placing(self, seq: int) -> Placing:
        """Why a revision is in its story."""
        row = self._connection.execute(select(placings).where(placings.c.seq == seq)).first()
        if row is None:
            raise NotFoundError(f"there is no revision {seq}")
        if row.score is None:
            return Placing(row.story, None)
        held = Held(*(tuple(channel) for channel in row.held))
        joined = row.story if row.story == row.nearest else None
        return Placing(row.story, Assignment(joined, row.nearest, row.score, held, row.related))


def _led(story: str, leads: Mapping[str, str]) -> str:
    while story in leads:
        story = leads[story]
    return story


def _kept_rows() -> Select[*tuple[Any, ...]]:
    joined = select(stories, placings.c.features).join(placings, placings.c.story == stories.c.id)
    return joined.order_by(stories.c.id, placings.c.seq)


def _kept(rows: Sequence[Row[*tuple[Any, ...]]]) -> Kept:
    features = tuple(Features.decode(row.features) for row in rows if row.features is not None)
    return Kept(_standing(rows[0]), features)


def _standing(row: Row[*tuple[Any, ...]]) -> Standing:
    return Standing(
        id=row.id,
        title=row.title,
        first_at=row.first_at,
        last_at=row.last_at,
        articles=row.articles,
        weight=row.weight,
        lead_square=row.lead_square,
        name_square=row.name_square,
        place=row.place,
        entities=tuple(row.entities),
    )
