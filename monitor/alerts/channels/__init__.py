"""Where alerts go: one file a kind of channel, each with its settings and what they open into."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from monitor.alerts.channels.file import AlertFile
from monitor.alerts.channels.log import Log
from monitor.alerts.channels.mail import Mail
from monitor.alerts.channels.service import NotificationService, is_service
from monitor.alerts.channels.syndication import FeedFile
from monitor.alerts.channels.webhook import Webhook
from monitor.alerts.letter import Letter, Letterbox

__all__ = [
    "AlertFile",
    "Channel",
    "ChannelSettings",
    "FeedFile",
    "Log",
    "Mail",
    "NotificationService",
    "Webhook",
    "is_service",
    "open_channels",
]

ChannelSettings = AlertFile | FeedFile | Log | Mail | NotificationService | Webhook


class Channel(Protocol):
    """A way to reach somebody."""

    @property
    def name(self) -> str:
        """What watches call it."""

    async def deliver(self, letter: Letter) -> None:
        """Hand a letter over; returning is the acknowledgement. Raises DeliveryError."""


def open_channels(settings: Sequence[ChannelSettings], letterbox: Letterbox) -> dict[str, Channel]:
    """Every channel that is configured, by name, ready to deliver; the log is always among them."""
    opened = (one.open(letterbox) if isinstance(one, FeedFile) else one for one in settings)
    return {channel.name: channel for channel in (Log(), *opened)}
