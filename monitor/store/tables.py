"""Articles, their revisions and what was handed over: the tables that every other table leans on.

A revision's `seq` is its place in the order of arrival, given out by the one writer; it stays inside the database.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text
from sqlalchemy.types import JSON

from monitor.store.metadata import UtcDateTime, metadata

articles = Table(
    "articles",
    metadata,
    Column("key", String(32), primary_key=True),
    Column("url", Text),
    Column("outlet", Text),
    Column("cluster", String(32), nullable=False, index=True),
    Column("story", String(32), nullable=False, index=True),
    Column("origin", Text, nullable=False),
    Index(None, "url", postgresql_using="hash"),  # addresses may be longer than its other indexes hold
)
"""One row an article, whatever its revisions: where it stands, and (`origin`) where its text comes from."""

revisions = Table(
    "revisions",
    metadata,
    Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("article", String(32), ForeignKey("articles.key"), nullable=False),
    Column("revision", String(32), nullable=False),
    Column("item_id", Text, nullable=False),  # as the source names it
    Column("title", Text),
    Column("text", Text, nullable=False),
    Column("body", JSON, nullable=False),  # [[start, end], ...]
    Column("language", String(35)),
    Column("credit", Text),
    Column("agency", Text),
    Column("source", Text),
    Column("published_at", UtcDateTime),
    Column("published_guessed", Boolean, nullable=False, default=False),
    Column("updated_at", UtcDateTime),
    Column("fetched_at", UtcDateTime),
    Column("learnt_at", UtcDateTime),  # the clock when it was decided; null where nothing dated had arrived yet
    Index(None, "article", "seq"),
    Index(None, "learnt_at"),
    Index(None, "item_id", postgresql_using="hash"),
)
"""One row an article as it stood once. Rows are never changed."""

items = Table(
    "items",
    metadata,
    Column("item", String(32), primary_key=True),  # hash of what the source handed over: a second try finds it
    Column("seq", BigInteger, ForeignKey("revisions.seq"), nullable=False, index=True),
    Column("record", Text, nullable=False),  # what was decided, as one line of JSON
)
"""One row for everything that was handed over and decided; several may be one revision, seen again."""
