"""The tables of what is told: alerts, digests, and how far the letters of each got on their way to each channel."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text
from sqlalchemy.types import JSON

from monitor.store.metadata import UtcDateTime, metadata

alerts = Table(
    "alerts",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("story", String(32), nullable=False, index=True),
    Column("seq", BigInteger, ForeignKey("revisions.seq"), nullable=False, unique=True),  # one article, one alert
    Column("severity", String(16), nullable=False),
    Column("headline", Text, nullable=False),
    Column("learnt_at", UtcDateTime),
    Column("voices", JSON, nullable=False),  # what each stood for before and after: a VoiceRow each
)

digests = Table(
    "digests",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("watch", String(64), nullable=False, index=True),
    Column("since", UtcDateTime, nullable=False),
    Column("until", UtcDateTime, nullable=False),
)
"""One row a digest that was due, and one for when each watch began, from where its first digest counts."""

outbox = Table(
    "outbox",
    metadata,
    Column("letter", String(32), primary_key=True),  # the id of an alert or of a digest
    Column("channel", String(64), primary_key=True),
    Column("is_digest", Boolean, nullable=False),
    Column("watches", JSON, nullable=False),
    Column("figures", JSON, nullable=False),  # [[kind, group]]: which of an alert's changes are told here
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("due_at", UtcDateTime),
    Column("sent_at", UtcDateTime),
    Column("error", Text),
    Index(None, "channel", "state", "due_at"),
)
