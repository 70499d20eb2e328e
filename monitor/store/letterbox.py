"""The sender's side of the outbox: letters with all that they tell, each call a transaction of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from monitor.alerts import AlertView, Digest, Letter, Policy, Watch, digests_due
from monitor.errors import NotFoundError
from monitor.store.outbox import Envelope
from monitor.store.receipts import Receipts
from monitor.store.showing import Labels
from monitor.store.store import Store, Transaction


class StoredLetterbox:
    """What waits to be sent from one database. `watches` are those that digests are made for.

    One service holds a database, so that what is found in hand when it starts was in the hand of one that died.
    """

    def __init__(self, store: Store, labels: Labels, policy: Policy, watches: Sequence[Watch]) -> None:
        self._store = store
        self._labels = labels
        self._policy = policy
        self._watches = {watch.name: watch for watch in watches}
        self._receipts = Receipts(store.beside("receipts"))

    def release(self, now: datetime) -> int:
        """Let what a service that died had in hand, and no channel took, wait again; how many letters that are."""
        with self._store.deciding() as past:
            return past.outbox.release(self._receipts.last(), now)

    def write_digests(self, now: datetime) -> int:
        """Put every digest whose time has come into the box, and begin those of new watches; how many were due."""
        wanting = [watch for watch in self._watches.values() if watch.digest]
        with self._store.reading() as past:
            last = past.outbox.digests_until()
        due = digests_due(wanting, last, now)
        new = [watch.name for watch in wanting if watch.name not in last]
        if due or new:
            with self._store.deciding() as past:
                for name in new:
                    past.outbox.begin_digests(name, now)
                for one in due:
                    past.outbox.add_digest(one)
        return len(due)

    def claim(self, channel: str, now: datetime) -> Letter | None:
        """The oldest letter that a channel may be given now; it is in hand until it is marked."""
        with self._store.reading() as past:
            envelope = past.outbox.due(channel, now)
            if envelope is None:
                return None
            told = self._told(envelope, past)
        self._receipts.drop(channel)
        with self._store.deciding() as past:
            if isinstance(told, NotFoundError):
                past.outbox.failed(envelope.letter, channel, str(told), None)
                return None
            if not past.outbox.claim(envelope.letter, channel):
                return None
        return Letter(envelope.letter, channel, envelope.watches, envelope.attempts, told)

    def acknowledged(self, letter: Letter) -> None:
        """The channel took it: kept at once, so that a crash before it is marked as sent changes nothing."""
        self._receipts.keep(letter.channel, letter.id)

    def sent(self, letter: Letter, now: datetime) -> None:
        """The channel acknowledged: the letter is never handed out again."""
        with self._store.deciding() as past:
            past.outbox.sent(letter.id, letter.channel, now)

    def failed(self, letter: Letter, error: str, retry_at: datetime | None) -> None:
        """The channel did not take it: it is due again at `retry_at`, or given up where that is None."""
        with self._store.deciding() as past:
            past.outbox.failed(letter.id, letter.channel, error, retry_at)

    def latest(self, channel: str, limit: int) -> tuple[AlertView, ...]:
        """The latest alerts that are meant for a channel, sent or not, newest first."""
        with self._store.reading() as past:
            return tuple(self._alert(one, past) for one in past.outbox.latest(channel, limit))

    def _told(self, envelope: Envelope, past: Transaction) -> AlertView | Digest | NotFoundError:
        """What a letter says, or why there is nothing left to say."""
        try:
            content = self._digest(envelope, past) if envelope.is_digest else self._alert(envelope, past)
        except NotFoundError as error:  # what it tells of is no longer kept
            return error
        if isinstance(content, AlertView) and not content.changes:
            return NotFoundError("what it told was set right by hand before it was sent")
        return content

    def _alert(self, envelope: Envelope, past: Transaction) -> AlertView:
        """An alert with those of its changes that this channel is to hear of."""
        return past.views.alert(envelope.letter, self._labels, self._policy, envelope.figures)

    def _digest(self, envelope: Envelope, past: Transaction) -> Digest:
        since, until = past.outbox.digest_span(envelope.letter)
        watch = self._watches.get(envelope.watches[0])
        return past.views.digest(self._labels, since, until, policy=self._policy, watch=watch)
