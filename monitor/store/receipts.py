"""The last letter that each channel acknowledged, kept beside the database: what a crash must not forget.

The mark in the outbox waits for whoever is writing; a kill in that while would send again what was taken. A receipt is
one small write that waits for nobody, and survives the process. One letter of a channel is in hand at a time, so that
the last receipt says all there is to know.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


class Receipts:
    """A folder with a file for each channel. Without a folder nothing is kept, and the outbox alone tells."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)

    def keep(self, channel: str, letter: str) -> None:
        """Keep that a channel took a letter. Where the disk refuses, the outbox, which is marked next, has to do."""
        if self._folder is not None:
            with suppress(OSError):
                (self._folder / channel).write_text(letter, "ascii")

    def drop(self, channel: str) -> None:
        """A channel is about to be handed a letter: what it took before is settled."""
        if self._folder is not None:
            with suppress(OSError):
                (self._folder / channel).unlink(missing_ok=True)

    def last(self) -> dict[str, str]:
        """By channel, the letter that it took last."""
        if self._folder is None:
            return {}
        found = {}
        for file in sorted(self._folder.iterdir()):
            with suppress(OSError):  # what cannot be read settles nothing: its letter is sent again, under its id
                found[file.name] = file.read_text("ascii", "replace")
        return found
