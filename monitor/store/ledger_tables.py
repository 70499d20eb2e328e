"""The tables of the ledger: what was claimed and changed, and what the next judgement needs of it.

What was read, in `claims` and `reports`, is never overwritten. All else follows from it, and is made anew where a story
is judged again; it is kept up to date so that judging takes a few indexed look-ups, however long a story has grown.
In keys, an open upper bound is `OPEN` and no group is empty text: keys hold no nulls.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)
from sqlalchemy.types import JSON

from monitor.store.metadata import UtcDateTime, metadata

SEQ = BigInteger().with_variant(Integer, "sqlite")
OPEN = -1
"""Stands in a key for an upper bound that is open."""


def _account_key(*, primary_key: bool = True) -> list[Column[Any]]:
    """The columns that name an account of a story; the group of a total is empty."""
    return [
        Column("story", String(32), primary_key=primary_key, nullable=False),
        Column("kind", String(64), primary_key=primary_key, nullable=False),
        Column("group", Text, primary_key=primary_key, nullable=False),
        Column("feared", Boolean, primary_key=primary_key, nullable=False),
    ]


def _range_key(*, primary_key: bool = True) -> list[Column[Any]]:
    return [
        Column("low", BigInteger, primary_key=primary_key, nullable=False, autoincrement=False),
        Column("high", BigInteger, primary_key=primary_key, nullable=False, autoincrement=False),
    ]


claims = Table(
    "claims",
    metadata,
    Column("seq", SEQ, ForeignKey("revisions.seq"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("story", String(32), nullable=False),
    Column("at", UtcDateTime),
    Column("kind", String(64), nullable=False),
    Column("low", BigInteger),
    Column("high", BigInteger),
    Column("modifier", String(16), nullable=False),
    Column("status", String(16), nullable=False),
    Column("scope", String(16), nullable=False),
    Column("refers_to", Text),
    Column("source", Text),
    Column("side", Text),
    Column("group", Text),
    Column("quote", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("number_start", Integer),
    Column("number_end", Integer),
    Column("names", JSON, nullable=False),
    Column("voice", Text, nullable=False),
    Column("voice_name", Text, nullable=False),
    Column("change", String(16)),
    Column("told", Boolean, nullable=False),
    Column("reason", Text, nullable=False),
    Column("against", JSON, nullable=False),
    Column("before_low", BigInteger),
    Column("before_high", BigInteger),
    Column("correction", JSON),
    Index(None, "story", "kind", "seq"),
)
"""Every claim that was read, and what became of it. `at` is the claim's time, null where nothing is known of it;
`correction` what a user made of it, null where it stands as read."""

reports = Table(
    "reports",
    metadata,
    Column("seq", SEQ, ForeignKey("revisions.seq"), primary_key=True, autoincrement=False),
    Column("cluster", String(32), nullable=False, index=True),
    Column("origin", Text, nullable=False),
    Column("outlet", Text),
    Column("at", UtcDateTime),
    Column("event_at", UtcDateTime),
    Column("is_copy", Boolean, nullable=False),
    Column("totals", JSON, nullable=False),  # {kind: [low, high], ...}, as read
)
"""One row a revision: all that it was judged by besides its claims, so that it can be judged again."""

changes = Table(
    "changes",
    metadata,
    Column("seq", SEQ, ForeignKey("revisions.seq"), primary_key=True, autoincrement=False),
    Column("kind", String(64), primary_key=True),
    Column("group", Text, primary_key=True),
    Column("story", String(32), nullable=False),
    Column("change", String(16), nullable=False),
    Column("has_before", Boolean, nullable=False),
    Column("before_low", BigInteger),
    Column("before_high", BigInteger),
    Column("has_after", Boolean, nullable=False),
    Column("after_low", BigInteger),
    Column("after_high", BigInteger),
    Column("voice", Text, nullable=False),
    Column("severity", String(16), nullable=False),
    Column("claim_seq", SEQ, nullable=False),
    Column("claim_position", Integer, nullable=False),
    Column("against", JSON, nullable=False),
    Column("reason", Text, nullable=False),
    ForeignKeyConstraint(["claim_seq", "claim_position"], ["claims.seq", "claims.position"]),
    Index(None, "story", "seq"),
)
"""One row a kind, and a watched group of it, that a revision changed. The claim is the one that made the change; of a
number that an edit dropped, the one that had given it."""

words = Table(
    "words",
    metadata,
    *_account_key(primary_key=False),
    Column("voice", Text, nullable=False),
    *_range_key(primary_key=False),
    Column("name", Text, nullable=False),
    Column("modifier", String(16), nullable=False),
    Column("first_at", UtcDateTime),
    Column("first_seq", SEQ, nullable=False),
    Column("position", Integer, nullable=False),
    Column("article", String(32), nullable=False),
    Column("revision", String(32), nullable=False),
    Column("firm", Boolean, nullable=False),
    Column("authority", Boolean, nullable=False),
    Column("meant_at", UtcDateTime),
    Column("meant_seq", SEQ),
    Column("renewed_at", UtcDateTime),
    Column("renewed_seq", SEQ),
    Column("withdrawn_at", UtcDateTime),
    Column("withdrawn_seq", SEQ),
    Column("stands", Boolean, nullable=False),
    PrimaryKeyConstraint("story", "kind", "group", "voice", "feared", "low", "high"),
    ForeignKeyConstraint(["first_seq", "position"], ["claims.seq", "claims.position"]),
)
"""One row a number that a voice has given, however often; `stands` marks its standing claim."""

figures = Table(
    "figures",
    metadata,
    *_account_key(),
    *_range_key(),
    Column("modifier", String(16), nullable=False),
    Column("name", Text, nullable=False),
    Column("first_at", UtcDateTime),
    Column("first_seq", SEQ, nullable=False),
    Column("firm_at", UtcDateTime),
    Column("firm_seq", SEQ),
    Column("standing", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("settled", Boolean, nullable=False),
)
"""One row a number that a story was given, whoever gave it."""

backing = Table("backing", metadata, *_account_key(), *_range_key(), Column("origin", Text, primary_key=True))
"""Which origins gave a figure."""

said = Table("said", metadata, Column("cluster", String(32), primary_key=True), *_account_key(), *_range_key())
"""Which numbers the texts of a cluster gave."""

aliases = Table(
    "aliases",
    metadata,
    Column("story", String(32), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("voice", Text, nullable=False),
    Column("display", Text, nullable=False),
)
"""Names that turned out to be another's voice."""

tallies = Table(
    "tallies",
    metadata,
    *_account_key(),
    Column("denied", Integer, nullable=False),
    Column("denied_by_authority", Integer, nullable=False),
    Column("disputed", Integer, nullable=False),
    Column("disputed_by_authority", Integer, nullable=False),
)
"""How often an account's figures were denied and contradicted."""

ledgers = Table("ledgers", metadata, Column("story", String(32), primary_key=True), Column("latest", UtcDateTime))
"""One row a story: the latest time of any of its reports."""
