"""Any notification service that apprise knows, by its URL: chat, telephone, desktop and a hundred more."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field

from monitor.alerts.channels.threads import in_own_thread
from monitor.alerts.letter import Letter
from monitor.alerts.rendering import alert_text, digest_text
from monitor.alerts.retrying import DeliveryError
from monitor.alerts.subject import subject
from monitor.alerts.view import Digest

LONGEST_TEXT = 30_000
"""Characters; services cut or split what is longer than they take."""


@dataclass(frozen=True, slots=True)
class NotificationService:
    """A notification service. `url` is apprise's; it holds secrets, and is never shown."""

    name: str
    url: str = field(repr=False)

    async def deliver(self, letter: Letter) -> None:
        """Send the letter as plain text; the service is told nothing that it could take for markup."""
        told = letter.content
        text = digest_text(told) if isinstance(told, Digest) else alert_text(told)
        await in_own_thread(self._notify, subject(told), text[:LONGEST_TEXT])

    def _notify(self, title: str, text: str) -> None:
        import apprise  # slow to import, and few use it

        said = _Heard()
        logger = logging.getLogger("apprise")
        logger.addHandler(said)
        try:
            target = apprise.Apprise()
            target.add(self.url)
            if not target.notify(body=text, title=title, body_format=apprise.NotifyFormat.TEXT):
                raise DeliveryError(said.last or "the service did not take it")
        finally:
            logger.removeHandler(said)


def is_service(url: str) -> bool:
    """Whether apprise knows what a URL means."""
    import apprise

    return apprise.Apprise.instantiate(url, suppress_exceptions=True) is not None


class _Heard(logging.Handler):
    """Keeps the last thing that apprise warned of: it says why a service refused there, and nowhere else."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.last = ""

    def emit(self, record: logging.LogRecord) -> None:
        self.last = record.getMessage()
