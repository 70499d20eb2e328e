"""What pages and API ask of the database: each question on a thread, over a transaction that waits for no writer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from monitor.alerts import AlertView, Digest, Explanation, Policy, Silence, StoryView
from monitor.fetch import Standing, standing
from monitor.model import Story
from monitor.settings import Settings
from monitor.spans import length
from monitor.store import Store, Transaction

MOST = 1_000
"""Stories that one answer lists."""

Answer = TypeVar("Answer")


class Asking:
    """The questions that a reader has. `settings` hands out those that hold now, `clock` the time."""

    def __init__(self, store: Store, settings: Callable[[], Settings], clock: Callable[[], datetime]) -> None:
        self._store = store
        self._settings = settings
        self._clock = clock

    async def digest(self, since: str | None) -> Digest:
        """What changed since a length of time ago (`24h`); everything where none is given. Raises ValueError."""
        now = self._clock()
        start = now - length(since) if since else None
        settings = self._settings()
        labels, policy = settings.labels, settings.alerts.figures
        return await self._ask(lambda past: past.views.digest(labels, start, now if start else None, policy=policy))

    async def stories(self, limit: str | None = None) -> Sequence[Story]:
        """The stories, the latest first. Raises ValueError where the limit is none."""
        most = MOST if limit is None else min(_number(limit), MOST)
        return await self._ask(lambda past: past.stories.all(most))

    async def story(self, story: str) -> StoryView:
        """One story as it stands. Raises NotFoundError."""
        labels = self._settings().labels
        return await self._ask(lambda past: past.views.story(story, labels))

    @property
    def policy(self) -> Policy:
        """Which number a headline shows."""
        return self._settings().alerts.figures

    async def alerts(self) -> Sequence[AlertView]:
        """The latest alerts of a notice and above, newest first."""
        labels, policy = self._settings().labels, self.policy
        return await self._ask(lambda past: past.views.alerts(labels, policy))

    async def why(self, alert: str) -> Explanation:
        """Why an alert fired. Raises NotFoundError."""
        labels = self._settings().labels
        return await self._ask(lambda past: past.reasons.why(alert, labels))

    async def why_not(self, article: str) -> Silence:
        """What became of every figure of an article. Raises NotFoundError."""
        labels = self._settings().labels
        return await self._ask(lambda past: past.reasons.why_not(article, labels))

    async def feeds(self) -> list[Standing]:
        """How each feed stands."""
        polled, now = self._settings().sources.feeds, self._clock()
        states = await self._ask(lambda past: past.feeds.states([feed.url for feed in polled]))
        return [standing(feed, states[feed.url], now) for feed in polled]

    async def _ask(self, question: Callable[[Transaction], Answer]) -> Answer:
        def answer() -> Answer:
            with self._store.reading() as past:
                return question(past)

        return await asyncio.to_thread(answer)


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise ValueError(f"{text!r} is no number of stories; give for example 50")
    return int(text)
