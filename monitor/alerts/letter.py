"""What is sent: one alert or one digest for one channel; and the box that letters wait in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from monitor.alerts.view import AlertView, Digest


@dataclass(frozen=True, slots=True)
class Letter:
    """One message for one channel, as it waits to be sent. `id` is the alert's or the digest's, on every try the same.

    `attempts` counts the tries that failed. `watches` name who asked for it.
    """

    id: str
    channel: str
    watches: tuple[str, ...]
    attempts: int
    content: AlertView | Digest


class Letterbox(Protocol):
    """Where letters wait. What a call did is kept when it returns."""

    def claim(self, channel: str, now: datetime) -> Letter | None:
        """The oldest letter that a channel may be given now; nobody else is handed it while it is being sent."""

    def acknowledged(self, letter: Letter) -> None:
        """The channel took it just now. Waits for nobody; `sent` follows."""

    def sent(self, letter: Letter, now: datetime) -> None:
        """The channel acknowledged: it is never handed out again."""

    def failed(self, letter: Letter, error: str, retry_at: datetime | None) -> None:
        """The channel did not take it: it is due again at `retry_at`, or given up where that is None."""

    def latest(self, channel: str, limit: int) -> Sequence[AlertView]:
        """The latest alerts that are meant for a channel, sent or not, newest first."""
