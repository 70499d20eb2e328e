"""The log: a line an alert, at the level of a warning."""

from __future__ import annotations

from dataclasses import dataclass

import structlog

from monitor.alerts.harmless import plain
from monitor.alerts.letter import Letter
from monitor.alerts.view import Digest

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Log:
    """Tells alerts to whoever reads the log of the service. It is there without being configured."""

    name: str = "log"

    async def deliver(self, letter: Letter) -> None:
        """Write the letter's line."""
        told = letter.content
        if isinstance(told, Digest):
            changes = sum(len(story.changes) for story in told.changed)
            _log.warning("digest", digest=letter.id, stories=len(told.changed), changes=changes, articles=told.articles)
            return
        _log.warning(
            "alert",
            alert=told.id,
            severity=told.severity.value,
            says=plain(told.headline),
            figures=told.policy.value,
            story=told.story,
            title=plain(told.title),
            url=plain(told.url) if told.url else None,
        )
