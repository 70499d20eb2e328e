"""What the service tells the process that started it: systemd's notify protocol (sd_notify(3)), where it is spoken."""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping
from datetime import timedelta


class Supervisor:
    """Sends states to the socket that the environment names; without one it does nothing."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._address = environment.get("NOTIFY_SOCKET", "")
        own = environment.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
        microseconds = environment.get("WATCHDOG_USEC", "") if own else ""
        self._watchdog = timedelta(microseconds=int(microseconds)) if microseconds.isdigit() else None

    @property
    def heartbeat(self) -> timedelta | None:
        """How often to say that we are alive: half of what the watchdog allows (sd_watchdog_enabled(3))."""
        return self._watchdog / 2 if self._watchdog else None

    def ready(self, status: str) -> None:
        """All is set up."""
        self._tell(f"READY=1\nSTATUS={status}")

    def alive(self, status: str) -> None:
        """Still at work, and at what."""
        self._tell(f"WATCHDOG=1\nSTATUS={status}")

    def stopping(self) -> None:
        """On the way down."""
        self._tell("STOPPING=1")

    def _tell(self, state: str) -> None:
        if not self._address:
            return
        address = f"\0{self._address[1:]}" if self._address.startswith("@") else self._address
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as telling:
            telling.settimeout(1)
            try:
                telling.sendto(state.encode(), address)
            except OSError:
                return  # a supervisor that went away is nothing to stop for
