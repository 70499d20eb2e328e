"""A file of JSON lines, an alert a line: each is there once, whatever happens in between."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from monitor.alerts.channels.threads import in_own_thread
from monitor.alerts.letter import Letter
from monitor.alerts.message import message
from monitor.alerts.retrying import DeliveryError

RECENT = 8 * 1024 * 1024
"""Bytes at the end of a file that are looked through for a letter: some thousand letters, far more than are sent in the
day that one is tried again. The file itself may grow for years."""

_BLOCK = 65_536


@dataclass(frozen=True, slots=True)
class AlertFile:
    """Appends to a file what a webhook would be sent. Written through to the disk before it counts as told."""

    name: str
    path: Path

    async def deliver(self, letter: Letter) -> None:
        """Append the letter's line, unless it stands there already."""
        try:
            await in_own_thread(append_once, self.path, letter.id, message(letter))
        except OSError as error:
            raise DeliveryError(f"{self.path}: {error.strerror or error}") from error


def append_once(path: Path, letter_id: str, line: bytes) -> None:
    """Add a line that carries an id to a file, unless a line with that id stands in it; a torn last line is cut off.

    A line is whole once its line end is written, so that what a crash tore is told apart from what was said.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        whole = _up_to_last_line(file.fileno())
        file.truncate(whole)
        file.seek(max(0, whole - RECENT))
        mark = f'{{"id":"{letter_id}"'.encode()
        if not any(told.startswith(mark) for told in file):
            file.write(line + b"\n")
            file.flush()
        os.fsync(file.fileno())


def _up_to_last_line(descriptor: int) -> int:
    """Where the last line end of a file stands, plus one; 0 where it has none."""
    end = os.fstat(descriptor).st_size
    while end > 0:
        start = max(0, end - _BLOCK)
        found = os.pread(descriptor, end - start, start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        end = start
    return 0
