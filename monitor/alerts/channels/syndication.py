"""A channel's Atom feed as a file: written anew whenever something is told to it that it does not hold yet."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from monitor.alerts.atom import atom, entry_ids
from monitor.alerts.channels.threads import in_own_thread
from monitor.alerts.letter import Letter, Letterbox
from monitor.alerts.retrying import DeliveryError
from monitor.alerts.view import AlertView, Digest

ALERTS_SHOWN = 200
"""More than a reader that polls once a day misses on a busy one."""


@dataclass(frozen=True, slots=True)
class FeedFile:
    """An Atom feed in a file, for a web server to hand out; `url` is where readers find it."""

    name: str
    path: Path
    url: str | None = None

    def open(self, letterbox: Letterbox) -> OpenFeedFile:
        """The feed, with the box that holds what it tells."""
        return OpenFeedFile(self, letterbox)


@dataclass(frozen=True, slots=True)
class OpenFeedFile:
    """A feed file that is written from what a letterbox holds for it: a second try writes the same."""

    settings: FeedFile
    letterbox: Letterbox

    @property
    def name(self) -> str:
        """What watches call it."""
        return self.settings.name

    async def deliver(self, letter: Letter) -> None:
        """Write the feed as it is with this letter in it."""
        if isinstance(letter.content, Digest):
            return  # a feed tells changes; a digest would tell them twice
        try:
            await in_own_thread(self._tell, letter.content)
        except OSError as error:
            raise DeliveryError(f"{self.settings.path}: {error.strerror or error}") from error

    def _tell(self, alert: AlertView) -> None:
        """Write the feed, unless it was written with this alert in it: of many that wait, the first tells all."""
        held = self.settings.path.read_bytes() if self.settings.path.is_file() else b""
        if not all(name.encode() in held for name in entry_ids(alert)):
            self._write()

    def _write(self) -> None:
        path = self.settings.path
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.new")
        with beside.open("wb") as file:
            told = self.letterbox.latest(self.name, ALERTS_SHOWN)
            file.write(atom(told, title=f"monitor: {self.name}", address=self.settings.url, name=self.name))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)  # a reader sees the old feed or the new one, never half
