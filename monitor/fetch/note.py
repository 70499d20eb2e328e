"""What is worth saying of an input and is no error."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """Something about an input that its owner may want to know: a file left alone, a date that cannot be."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"
