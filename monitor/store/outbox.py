"""Alerts and the outbox: what is to be told, to which channel, and how far that got.

An alert and its outbox rows are written in the transaction of the article that caused them. A sender takes what is due
from there, so that a crash at any instant loses no alert, and none goes twice to a channel that acknowledged it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    insert,
    select,
    update,
)

from monitor.errors import NotFoundError
from monitor.model import Alert, Severity
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
)

outbox = Table(
    "outbox",
    metadata,
    Column("alert", String(32), ForeignKey("alerts.id"), primary_key=True),
    Column("channel", String(64), primary_key=True),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("due_at", UtcDateTime),
    Column("error", Text),
    Index(None, "state", "due_at"),
)


class Delivery(StrEnum):
    """How far an alert got on its way to one channel."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"  # given up after the last try; can be sent again by hand
    RECORDED = "recorded"  # made by a replay: kept, never sent


@dataclass(frozen=True, slots=True)
class Letter:
    """One alert for one channel, as it waits to be sent."""

    alert: str
    channel: str
    headline: str
    severity: Severity
    story: str
    seq: int
    attempts: int


class Outbox:
    """The alerts of one database and what became of them, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, alert: Alert, seq: int, channels: Sequence[str], state: Delivery, learnt_at: datetime | None) -> None:
        """Keep an alert, with a row for every channel that is to hear of it."""
        self._connection.execute(
            insert(alerts).values(
                id=alert.id,
                story=alert.story,
                seq=seq,
                severity=alert.severity.value,
                headline=alert.headline,
                learnt_at=learnt_at,
            )
        )
        if channels:
            rows = [{"alert": alert.id, "channel": name, "state": state.value, "attempts": 0} for name in channels]
            self._connection.execute(insert(outbox), rows)

    def has(self, alert: str) -> bool:
        """Whether an alert was told before."""
        return self._connection.scalar(select(alerts.c.id).where(alerts.c.id == alert)) is not None

    def due(self, channel: str, now: datetime, limit: int) -> list[Letter]:
        """What waits for a channel and may be tried now, oldest first."""
        query = (
            select(
                outbox.c.alert,
                outbox.c.channel,
                alerts.c.headline,
                alerts.c.severity,
                alerts.c.story,
                alerts.c.seq,
                outbox.c.attempts,
            )
            .join(alerts, alerts.c.id == outbox.c.alert)
            .where(outbox.c.channel == channel, outbox.c.state == Delivery.WAITING.value)
            .where(outbox.c.due_at.is_(None) | (outbox.c.due_at <= now))
            .order_by(alerts.c.seq)
            .limit(limit)
        )
        return [
            Letter(row.alert, row.channel, row.headline, Severity(row.severity), row.story, row.seq, row.attempts)
            for row in self._connection.execute(query)
        ]

    def sent(self, alert: str, channel: str) -> None:
        """The channel acknowledged: it will not be tried again."""
        self._mark(alert, channel, state=Delivery.SENT.value, due_at=None, error=None)

    def failed(self, alert: str, channel: str, error: str, retry_at: datetime | None) -> None:
        """The channel did not take it: try again at `retry_at`, or give up where that is None."""
        state = Delivery.WAITING if retry_at else Delivery.FAILED
        self._mark(alert, channel, state=state.value, due_at=retry_at, error=error, attempts=outbox.c.attempts + 1)

    def seq_of(self, alert: str) -> int:
        """The revision that raised an alert."""
        seq: int | None = self._connection.scalar(select(alerts.c.seq).where(alerts.c.id == alert))
        if seq is None:
            raise NotFoundError(f"there is no alert {alert}; `monitor digest` lists them")
        return seq

    def _mark(self, alert: str, channel: str, **values: object) -> None:
        self._connection.execute(
            update(outbox).where(outbox.c.alert == alert, outbox.c.channel == channel).values(**values)
        )
