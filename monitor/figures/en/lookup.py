"""What a function says of a word, worked out once for each word that is met."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")

MOST = 1 << 15
"""Words that are kept: most texts share theirs, and no text can fill the memory."""


class Lookup(dict[str, Found]):
    """Answers `lookup[word]` with what `find(word)` gave when the word was first met."""

    def __init__(self, find: Callable[[str], Found]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> Found:
        if len(self) >= MOST:
            self.clear()
        found = self[word] = self._find(word)
        return found
