"""Alerts, digests and the outbox: what is to be told, to which channel, and how far that got.

An alert and its outbox rows are written in the transaction of the article that caused them. A sender takes what is due
from there, so that a crash at any instant loses no alert, and none goes twice to a channel that acknowledged it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, insert, select, update

from monitor.alerts import DigestDue, Figure, Posting
from monitor.errors import NotFoundError
from monitor.model import Alert, Bounds
from monitor.store.ledger_tables import changes
from monitor.store.outbox_tables import alerts, digests, outbox

VoiceRow = list[Any]
"""What one voice stood for and stands for, as `alerts.voices` keeps it; `showing` writes and reads it."""


class Delivery(StrEnum):
    """How far a letter got on its way to one channel."""

    WAITING = "waiting"
    SENDING = "sending"  # handed to the channel; not known yet whether it took it
    SENT = "sent"
    FAILED = "failed"  # given up after the last try; can be sent again by hand
    RECORDED = "recorded"  # made by a replay: kept, never sent


@dataclass(frozen=True, slots=True)
class Envelope:
    """A letter's row: what it is, for which channel and watches, and how far it got."""

    letter: str
    channel: str
    is_digest: bool
    watches: tuple[str, ...]
    figures: tuple[Figure, ...]
    state: Delivery
    attempts: int
    due_at: datetime | None
    sent_at: datetime | None
    error: str | None


class Outbox:
    """The alerts and digests of one database and what became of them, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        alert: Alert,
        seq: int,
        postings: Sequence[Posting],
        state: Delivery,
        learnt_at: datetime | None,
        voices: Sequence[VoiceRow] = (),
    ) -> None:
        """Keep an alert with what the voices stood for, and a row for every channel that is to hear of it."""
        self._connection.execute(
            insert(alerts).values(
                id=alert.id,
                story=alert.story,
                seq=seq,
                severity=alert.severity.value,
                headline=alert.headline,
                learnt_at=learnt_at,
                voices=list(voices),
            )
        )
        rows = [
            {
                "letter": alert.id,
                "channel": posting.channel,
                "is_digest": False,
                "watches": list(posting.watches),
                "figures": [list(figure) for figure in posting.figures],
                "state": state.value,
                "attempts": 0,
                "due_at": posting.not_before,
            }
            for posting in postings
        ]
        if rows:
            self._connection.execute(insert(outbox), rows)

    def has(self, alert: str) -> bool:
        """Whether an alert was told before."""
        return self._connection.scalar(select(alerts.c.id).where(alerts.c.id == alert)) is not None

    def told(self, story: str) -> dict[str, dict[Figure, Bounds]]:
        """The number that each watch, by name, was last told of each figure of a story."""
        query = (
            select(outbox.c.watches, outbox.c.figures, changes.c.kind, changes.c.group, changes.c.after_low)
            .add_columns(changes.c.after_high)
            .select_from(alerts)
            .join(outbox, outbox.c.letter == alerts.c.id)
            .join(changes, changes.c.seq == alerts.c.seq)
            .where(alerts.c.story == story, changes.c.after_low.is_not(None))
            .order_by(alerts.c.seq)
        )
        found: dict[str, dict[Figure, Bounds]] = {}
        for row in self._connection.execute(query):
            figure = (row.kind, row.group or None)
            if list(figure) in row.figures:
                for watch in row.watches:
                    found.setdefault(watch, {})[figure] = Bounds(row.after_low, row.after_high)
        return found

    def digests_until(self) -> dict[str, datetime]:
        """Where the last digest of each watch ended, by name, or when the watch began."""
        query = select(digests.c.watch, func.max(digests.c.until).label("until")).group_by(digests.c.watch)
        return {row.watch: row.until for row in self._connection.execute(query)}

    def begin_digests(self, watch: str, now: datetime) -> None:
        """Keep that a watch began: its first digest counts from here."""
        began = sha256(f"began\0{watch}".encode()).hexdigest()[:20]
        self._connection.execute(insert(digests).values(id=began, watch=watch, since=now, until=now))

    def add_digest(self, due: DigestDue) -> None:
        """Keep a digest that is due, with a row for every channel that is to be sent it."""
        told = {"id": due.id, "watch": due.watch, "since": due.since, "until": due.until}
        self._connection.execute(insert(digests).values(**told))
        row = {"letter": due.id, "is_digest": True, "watches": [due.watch], "figures": [], "attempts": 0}
        for channel in due.channels:
            self._connection.execute(insert(outbox).values(**row, channel=channel, state=Delivery.WAITING.value))

    def digest_span(self, digest: str) -> tuple[datetime, datetime]:
        """What a digest is about. Raises NotFoundError."""
        row = self._connection.execute(select(digests.c.since, digests.c.until).where(digests.c.id == digest)).first()
        if row is None:
            raise NotFoundError(f"there is no digest {digest}")
        return row.since, row.until

    def due(self, channel: str, now: datetime) -> Envelope | None:
        """The oldest letter that waits for a channel and may be tried now."""
        query = (
            select(outbox)
            .outerjoin(alerts, alerts.c.id == outbox.c.letter)
            .where(outbox.c.channel == channel, outbox.c.state == Delivery.WAITING.value)
            .where(outbox.c.due_at.is_(None) | (outbox.c.due_at <= now))
            .order_by(alerts.c.seq.is_(None), alerts.c.seq, outbox.c.letter)
            .limit(1)
        )
        return next(iter(self._envelopes(query)), None)

    def claim(self, letter: str, channel: str) -> bool:
        """Mark a waiting letter as being sent. False: somebody else did."""
        waiting = outbox.c.state == Delivery.WAITING.value
        return self._mark(letter, channel, waiting, state=Delivery.SENDING.value)

    def release(self, taken: Mapping[str, str], now: datetime) -> int:
        """Settle what a sender, now dead, had in hand: sent where the channel took it, else waiting; how many wait.

        `taken` is, by channel, the letter that it acknowledged last.
        """
        was_sending = outbox.c.state == Delivery.SENDING.value
        for channel, letter in taken.items():
            self._mark(letter, channel, was_sending, state=Delivery.SENT.value, due_at=None, sent_at=now, error=None)
        return self._connection.execute(
            update(outbox).where(was_sending).values(state=Delivery.WAITING.value, due_at=None)
        ).rowcount

    def sent(self, letter: str, channel: str, now: datetime) -> None:
        """The channel acknowledged: it will not be tried again."""
        self._mark(letter, channel, state=Delivery.SENT.value, due_at=None, sent_at=now, error=None)

    def failed(self, letter: str, channel: str, error: str, retry_at: datetime | None) -> None:
        """The channel did not take it: try again at `retry_at`, or give up where that is None."""
        state = Delivery.WAITING if retry_at else Delivery.FAILED
        self._mark(letter, channel, state=state.value, due_at=retry_at, error=error, attempts=outbox.c.attempts + 1)

    def resend(self, letter: str) -> tuple[str, ...]:
        """Let a letter that was given up wait again, and name the channels. Raises NotFoundError where none was."""
        given_up = self._connection.scalars(
            select(outbox.c.channel).where(outbox.c.letter == letter, outbox.c.state == Delivery.FAILED.value)
        ).all()
        if not given_up:
            raise NotFoundError(f"there is no alert {letter} that was given up; `monitor alerts --failed` lists them")
        for channel in given_up:
            self._mark(letter, channel, state=Delivery.WAITING.value, due_at=None, attempts=0)
        return tuple(sorted(given_up))

    def envelopes(self, states: Iterable[Delivery] = tuple(Delivery), limit: int = 1_000) -> list[Envelope]:
        """The latest letters in these states, newest first."""
        query = (
            select(outbox)
            .outerjoin(alerts, alerts.c.id == outbox.c.letter)
            .outerjoin(digests, digests.c.id == outbox.c.letter)
            .where(outbox.c.state.in_([state.value for state in states]))
            .order_by(func.coalesce(alerts.c.learnt_at, digests.c.until).desc().nulls_last())
            .order_by(alerts.c.seq.desc().nulls_first(), outbox.c.letter, outbox.c.channel)
            .limit(limit)
        )
        return list(self._envelopes(query))

    def latest(self, channel: str, limit: int) -> list[Envelope]:
        """The latest alerts that are meant for a channel, sent or not, newest first."""
        query = select(outbox).join(alerts, alerts.c.id == outbox.c.letter).where(outbox.c.channel == channel)
        return list(self._envelopes(query.order_by(alerts.c.seq.desc()).limit(limit)))

    def headlines(self, letters: Iterable[str]) -> dict[str, str]:
        """The headlines of alerts, by id."""
        wanted = select(alerts.c.id, alerts.c.headline).where(alerts.c.id.in_(sorted(set(letters))))
        return {row.id: row.headline for row in self._connection.execute(wanted)}

    def waiting(self) -> Mapping[str, int]:
        """How many letters wait, or are being sent, by channel."""
        states = [Delivery.WAITING.value, Delivery.SENDING.value]
        query = select(outbox.c.channel, func.count().label("letters")).where(outbox.c.state.in_(states))
        return {row.channel: row.letters for row in self._connection.execute(query.group_by(outbox.c.channel))}

    def voices_of(self, alert: str) -> list[VoiceRow]:
        """What the voices stood for before and after an alert."""
        kept: list[VoiceRow] | None = self._connection.scalar(select(alerts.c.voices).where(alerts.c.id == alert))
        return kept or []

    def learnt_at(self, alert: str) -> datetime | None:
        """When an alert became known."""
        at: datetime | None = self._connection.scalar(select(alerts.c.learnt_at).where(alerts.c.id == alert))
        return at

    def seq_of(self, alert: str) -> int:
        """The revision that raised an alert."""
        seq: int | None = self._connection.scalar(select(alerts.c.seq).where(alerts.c.id == alert))
        if seq is None:
            raise NotFoundError(f"there is no alert {alert}; `monitor digest` lists them")
        return seq

    def _envelopes(self, query: Select[*tuple[Any, ...]]) -> Iterable[Envelope]:
        for row in self._connection.execute(query).mappings():
            yield Envelope(
                letter=row["letter"],
                channel=row["channel"],
                is_digest=row["is_digest"],
                watches=tuple(row["watches"]),
                figures=tuple((kind, group) for kind, group in row["figures"]),
                state=Delivery(row["state"]),
                attempts=row["attempts"],
                due_at=row["due_at"],
                sent_at=row["sent_at"],
                error=row["error"],
            )

    def _mark(self, letter: str, channel: str, *conditions: ColumnElement[bool], **values: object) -> bool:
        which = (outbox.c.letter == letter, outbox.c.channel == channel, *conditions)
        return self._connection.execute(update(outbox).where(*which).values(**values)).rowcount > 0
