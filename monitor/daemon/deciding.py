"""From what was fetched to what is known: recorded input and the inbox, read in processes, decided one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

import structlog

from monitor.daemon.vitals import Pulse
from monitor.errors import InputError
from monitor.fetch import Note, items
from monitor.model import Item
from monitor.pipeline import Decided, Reading, Road
from monitor.settings import Settings
from monitor.store import Store, Waiting
from monitor.workers import Readers

STILL_NEWS = timedelta(hours=1)
"""What was published so long before the first poll of its feed is news still: it may have come into the feed since."""

AT_ONCE = 64
"""Items taken in one go: other work of the writer comes between two of them."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Pass:
    """What one pass over something brought."""

    decided: int = 0
    failed: int = 0

    def __add__(self, other: Pass) -> Pass:
        return Pass(self.decided + other.decided, self.failed + other.failed)


class Deciding:
    """Decides what came in. Everything here runs on the writer's thread.

    `is_stopping` is asked between two articles: the one at hand is finished, the rest waits for the next start.
    """

    def __init__(
        self,
        store: Store,
        settings: Settings,
        readers: Readers,
        clock: Callable[[], datetime],
        pulse: Pulse,
        is_stopping: Callable[[], bool],
    ) -> None:
        self._store = store
        self._road = Road(store, settings, replaying=False)
        self._readers = readers
        self._clock = clock
        self._pulse = pulse
        self._is_stopping = is_stopping
        self._kept_for = timedelta(days=settings.retention.days) or None
        self._recorded = (
            entry
            for entry in items(settings.sources.recorded)
            if not isinstance(entry, Item) or self._road.decided(entry) is None
        )

    def some(self) -> Pass | None:
        """Decide some of what is recorded, and when that is at its end of what waits in the inbox. None: nothing is."""
        recorded = list(islice(self._recorded, AT_ONCE))
        if recorded:
            return self._decide(recorded, [None] * len(recorded))
        with self._store.reading() as past:
            waiting = past.inbox.next(AT_ONCE)
            self._pulse.waiting.set(past.inbox.count())
        if not waiting:
            self._pulse.beat()
            return None
        done = self._decide([one.item for one in waiting], [one.watched_since for one in waiting])
        self._take_out(waiting[: done.decided + done.failed])
        return done

    def _decide(self, incoming: Sequence[Item | InputError | Note], watched_since: Iterable[datetime | None]) -> Pass:
        done = Pass()
        for entry, since in zip(self._readers.read(incoming), watched_since, strict=True):
            self._pulse.beat()
            became = self._decided(entry, since) if isinstance(entry, Reading) else entry
            if isinstance(became, Decided):
                self._pulse.decided.inc()
                if became.alert:
                    self._pulse.alerts.labels(became.alert.severity.value).inc()
                done += Pass(decided=1)
            elif isinstance(became, InputError):
                log.warning("not read", where=became.where, what=became.what, exc_info=became.__cause__)
                self._pulse.unread.inc()
                done += Pass(failed=1)
            if self._is_stopping():
                break
        return done

    def _decided(self, reading: Reading, watched_since: datetime | None) -> Decided | InputError:
        with self._pulse.deciding.time():
            try:
                return self._road.decide(reading, self._clock(), watched_since=self._known_until(watched_since))
            except InputError as error:
                return error

    def _known_until(self, watched_since: datetime | None) -> datetime | None:
        """Before when all was known: what a feed still carries of a story that was purged is no news."""
        began = watched_since - STILL_NEWS if watched_since else None
        horizon = self._clock() - self._kept_for if self._kept_for else None
        return max((at for at in (began, horizon) if at is not None), default=None)

    def _take_out(self, decided: Sequence[Waiting]) -> None:
        """Take items out of the inbox. One that was decided and is left in it by a crash is passed over by the road."""
        with self._store.deciding() as past:
            for one in decided:
                past.inbox.done(one.place)
