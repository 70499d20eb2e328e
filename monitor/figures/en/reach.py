"""How far the words of a speaker reach: past the listener and the occasion, to the edge of what another said."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.figures.en.offices import TIME_WORDS
from monitor.figures.en.speakers import Reader
from monitor.figures.en.speech import AUXILIARIES, STATEMENTS
from monitor.figures.en.wordset import words

_MARKS = frozenset({".", "!", "?", ";", ":"})
_LISTENERS_END = words('that , " : . ; how when')
_OCCASIONS = words("in at on by via during from to after through of")
_BEFORE_LISTENER = words("the a an his her their local news state -")
_CLAUSE_HEADS = words('that : " , . the him her them it a an his their there no at up more')
_CORRECTIONS = words(
    "later then now revised revising corrected correcting lowered lowering since said withdrew retracted retracting"
)
_LONGEST_OCCASION = 9
_LONGEST_LISTENER = 8


def past_listener(reader: Reader, start: int) -> int:
    """Behind the one who is told: *told the AP*, *told a news conference in Kabul*."""
    lows = reader.lows
    at = start
    while at < len(lows) and at - start < _LONGEST_LISTENER:
        low = lows[at]
        if low in _LISTENERS_END or low in TIME_WORDS or low in _OCCASIONS or (low in AUXILIARIES and at > start):
            break
        goes_on = reader.capitals[at] or low in ("'s", "-", "and", "of") or low in STATEMENTS
        if at > start and not goes_on and lows[at - 1] not in _BEFORE_LISTENER:
            break
        at += 1
    return at


def past_circumstance(lows: Sequence[str], start: int) -> int:
    """Behind when, where and in what it was said: *on Tuesday*, *in a statement*, *by telephone*."""
    at = start
    while at < len(lows):
        low = lows[at]
        if low in TIME_WORDS or (low.isdigit() and at > start and lows[at - 1] in TIME_WORDS):
            at += 1
            continue
        if low not in _OCCASIONS:
            break
        stop = _occasion_end(lows, at)
        if stop is None:
            break
        at = stop
    return at


def _occasion_end(lows: Sequence[str], at: int) -> int | None:
    """Where a phrase that only tells the occasion ends; None where a clause has begun in it."""
    for stop in range(at + 1, min(len(lows), at + _LONGEST_OCCASION)):
        if lows[stop] in AUXILIARIES:
            return None
        if lows[stop] in _MARKS or lows[stop] in (",", "that"):
            return stop
        if lows[stop] in ('"', "(", "--"):
            return None
    return len(lows) if len(lows) - at < _LONGEST_OCCASION else None


def left_edge(lows: Sequence[str], after: int, before: int) -> int:
    """Where the last stretch begins between an act of speech and a speaker named later; 0 where nothing parts them."""
    edge = 0
    for at in range(after + 1, before):
        turn = lows[at] in ("and", "but", "while", "although") and lows[at - 1] in (",", '"', ";")
        reopened = lows[at] == '"' and at + 1 < before and lows[at - 1] == "."
        if lows[at] == ";" or turn or reopened:
            edge = at
    return edge


def opens_clause(lows: Sequence[str], start: int) -> bool:
    """Whether a clause, a quotation or a naming begins here, so that the verb before it speaks."""
    tail = lows[start : start + 8]
    if not tail or tail[0] in _CLAUSE_HEADS or tail[0][0].isdigit():
        return True
    return tail[0] != "to" and ("that" in tail[:4] or any(word in AUXILIARIES for word in tail))


def is_taken_back(lows: Sequence[str], start: int) -> bool:
    """Whether the sentence goes on to correct itself: *but later*, *before revising*."""
    for at in range(start, len(lows)):
        if lows[at] in ("but", "before") and not _CORRECTIONS.isdisjoint(lows[at + 1 : at + 8]):
            return True
    return False
