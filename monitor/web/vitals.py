"""What the page can be told of the service behind it."""

from __future__ import annotations

from typing import Protocol


class Vitals(Protocol):
    """The state of a running service, as an operator's tools ask for it."""

    def faults(self) -> list[str]:
        """Why the service should be started again; nothing while it is at work."""

    def is_ready(self) -> bool:
        """Whether all is set up and articles are decided."""

    def metrics(self) -> bytes:
        """Every measure, in Prometheus' text format."""
