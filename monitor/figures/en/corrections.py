"""The number that a correction puts in the place of another: *the correct number is 12*, *confirmed only 12*."""

from __future__ import annotations

from monitor.figures.document import Quantity
from monitor.figures.en import numerals
from monitor.figures.en.wordset import words

CONFIRMING = words("confirm confirms confirmed admit admits admitted acknowledge acknowledges acknowledged")
"""Verbs by which, with *only*, an authority puts its own number beside another's."""
_ONLY = words("only just")
_RIGHT = words("correct right actual true")
_COUNTS = words("number figure toll total count")
_PUT = words("put puts placed places gave gives")
_PUT_COUNTS = words("number figure total count tally")
_ENDS = words(". ; , did were had after and but")
_STATES = words("is was stands")


def corrected(lows: list[str]) -> tuple[Quantity, int, int] | None:
    """The right number that a sentence gives without saying of what, and the tokens where it stands."""
    for at in range(len(lows) - 1):
        if lows[at] in _RIGHT and lows[at + 1] in _COUNTS and "".join(lows[at + 2 : at + 3]) in _STATES:
            first = at + 3
        elif lows[at : at + 2] == ["in", "fact"]:
            first = at + 2
        elif lows[at] in _PUT and lows[at + 1] == "the" and lows[at + 3 : at + 4] in (["at"], ["as"]):
            if lows[at + 2] not in _PUT_COUNTS:
                continue
            first = at + 4
        elif lows[at] in CONFIRMING and lows[at + 1] in _ONLY:
            first = at + 2
        else:
            continue
        read = numerals.read(lows, first) if first < len(lows) else None
        ends = read is not None and (read.last >= len(lows) or lows[read.last] in _ENDS)
        if read is not None and ends:
            return read.quantity, first, read.last
    return None
