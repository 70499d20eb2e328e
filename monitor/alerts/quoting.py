"""Sentences as they are shown: as they stand in the article, with the number marked; cut around it where too long."""

from __future__ import annotations

from monitor.alerts.harmless import LONGEST, plain
from monitor.alerts.view import Sentence

CUT = "…"


def split(said: Sentence) -> tuple[str, str, str]:
    """The sentence before its number, the number, and what follows; all in the first part where no number is marked.

    A sentence that is too long to be one is cut around its number, and says so with an ellipsis.
    """
    if said.number is None:
        return _from_start(said.quote, LONGEST), "", ""
    start, end = said.number
    before, number, after = said.quote[:start], said.quote[start:end], said.quote[end:]
    if len(said.quote) <= LONGEST:
        return before, number, after
    room = LONGEST // 2
    return _to_end(before, room), _from_start(number, room), _from_start(after, room)


def marked(said: Sentence, before: str = "[", after: str = "]") -> str:
    """The sentence with its number between marks, made harmless."""
    head, number, tail = split(said)
    return plain(f"{head}{before}{number}{after}{tail}" if number else head, 2 * LONGEST)


def _from_start(text: str, room: int) -> str:
    return text if len(text) <= room else text[: room - 1] + CUT


def _to_end(text: str, room: int) -> str:
    return text if len(text) <= room else CUT + text[1 - room :]
