"""Articles' pages that are to be looked at: entries that wait for theirs, and articles watched for silent edits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Integer, Table, Text, delete, func, insert, select, update
from sqlalchemy.engine import Row

from monitor.fetch.pages.revisits import told_again, watched, within_budget
from monitor.fetch.state import PageState
from monitor.model import Item, Moment, TimeOrigin
from monitor.store.items import packed, unpacked
from monitor.store.metadata import UtcDateTime, metadata
from monitor.store.tables import articles, revisions

pages = Table(
    "pages",
    metadata,
    Column("url", Text, primary_key=True),
    Column("item", Text, nullable=False),
    Column("waits", Boolean, nullable=False),
    Column("from_page", Boolean, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("watched_since", UtcDateTime),
    Column("visited_at", UtcDateTime),
    Column("due_at", UtcDateTime, index=True),
    Column("visits", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("error", Text),
)

RECENT = timedelta(days=3)
"""Articles of a moving story that are older are edited no more."""

MOST_WATCHED = 50
"""Articles of one story, the latest first."""

_OVERDUE = 20
"""So many times more pages than asked for are looked through for hosts that have a turn left."""

_NAMES = tuple(field.name for field in fields(PageState))


class Pages:
    """The pages of one database, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def wait(self, items: Iterable[Item], now: datetime) -> None:
        """Let entries wait for their pages. One whose page is known already is an edit, and its page is asked again.

        Not so where another feed names a page that was read, or is about to be: the article is there.
        """
        for item in items:
            if item.url is None:
                raise ValueError("an entry without an address has no page")
            known = self.state(item.url)
            if known is None:
                self._put(PageState(item.url, item, waits=True, due_at=now), is_new=True)
            elif known.item.source == item.source or not (known.waits or known.from_page):
                self._put(told_again(known, item, now), is_new=False)

    def state(self, url: str) -> PageState | None:
        """What is known of a page; None for one that was never to be looked at."""
        row = self._connection.execute(select(pages).where(pages.c.url == url)).first()
        return None if row is None else _as_state(row)

    def due(self, now: datetime, limit: int) -> list[PageState]:
        """The pages to be looked at now: entries that wait first, then the longest due, so many of a host at most."""
        query = (
            select(pages)
            .where(pages.c.due_at <= now)
            .order_by(pages.c.waits.desc(), pages.c.due_at, pages.c.url)
            .limit(limit * _OVERDUE)
        )
        return within_budget(map(_as_state, self._connection.execute(query)))[:limit]

    def watch(self, story: str, now: datetime) -> None:
        """A story has moved: look at the pages of its latest articles, from the first step on."""
        latest = (
            select(func.max(revisions.c.seq))
            .join(articles, articles.c.key == revisions.c.article)
            .where(articles.c.story == story, articles.c.url.is_not(None), revisions.c.learnt_at > now - RECENT)
            .where(revisions.c.source.startswith("http"), revisions.c.fetched_at.is_not(None))
            .group_by(revisions.c.article)
            .order_by(func.max(revisions.c.seq).desc())
            .limit(MOST_WATCHED)
        )
        query = select(revisions, articles.c.url, articles.c.outlet).join(
            articles, articles.c.key == revisions.c.article
        )
        for row in self._connection.execute(query.where(revisions.c.seq.in_(latest))).all():
            known = self.state(row.url)
            self._put(watched(known or PageState(row.url, _as_item(row)), now), is_new=known is None)

    def remember(self, state: PageState) -> None:
        """Keep a page's state after a visit, in place of what was remembered."""
        self._put(state, is_new=False)

    def forget(self, before: datetime) -> int:
        """Drop pages that are watched no more and were last looked at before then; tell how many."""
        gone = delete(pages).where(pages.c.due_at.is_(None), pages.c.visited_at < before)
        return self._connection.execute(gone).rowcount

    def _put(self, state: PageState, *, is_new: bool) -> None:
        values: dict[str, Any] = {name: getattr(state, name) for name in _NAMES}
        values["item"] = packed(state.item)
        if is_new:
            self._connection.execute(insert(pages).values(**values))
        else:
            self._connection.execute(update(pages).where(pages.c.url == state.url).values(**values))


def _as_state(row: Row[Any]) -> PageState:
    return PageState(**{**row._asdict(), "item": unpacked(row.item)})


def _as_item(row: Row[Any]) -> Item:
    """The item that a stored revision was read from, as far as it is kept."""
    published = Moment(row.published_at, TimeOrigin.FEED, row.published_guessed) if row.published_at else None
    return Item(
        id=row.item_id,
        content=row.text,
        title=row.title,
        url=row.url,
        outlet=row.outlet,
        published=published,
        fetched=row.fetched_at,
        language=row.language,
        credit=row.credit,
        source=row.source,
        offline=False,
    )
