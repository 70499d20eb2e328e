"""Whether an English clause gives a figure only to measure the event by another one."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.figures.document import Mention
from monitor.figures.en import occasions
from monitor.figures.en.parts import ANYBODY
from monitor.figures.en.sights import Sight
from monitor.figures.en.times import SMALL_NUMBERS, UNITS

REACH = 12  # words before a figure in which a comparison opens
FAR = 40  # the same, for the event that this one came after
SHORT = 2  # words after *after* that do not yet name the other event
_NUMBERS = frozenset({"number", "numbers", "total"})
_ADDED = frozenset({"more", "another", "further", "additional"})
_DEATHS = frozenset({"death", "deaths"})
_GOES_ON = frozenset({"and", "but", ",", ";", "that", "which", "--"})
_ANSWERING = frozenset({"followed", "follows", "for", "to"})
_SUCCEEDING = occasions.BEGAN | occasions.FOLLOWS | {"in", "on"}
_LIKENESSES = {
    first: tuple(phrase for phrase in sorted(occasions.LIKENESSES) if phrase[0] == first)
    for first in sorted({phrase[0] for phrase in occasions.LIKENESSES})
}
_OPENS = _ANSWERING | _LIKENESSES.keys() | occasions.TOTAL_VERBS | {"when", "where", "since", "after"}
"""The words that a comparison may begin with."""


def compared(sight: Sight, mention: Mention, beside: Sequence[Mention]) -> str | None:
    """The words that measure the event by the mention's own, if they do.

    *the worst since 2001, when 45 died*; *the third such attack, after 12 died*; *it came a week after 12 died*.
    `beside` are the mentions of the same kind in the sentence.
    """
    lows = sight.lows
    start = min(mention.first, mention.trigger)
    for at in range(max(0, start - REACH), start):
        low = lows[at]
        if low not in _OPENS:
            continue
        if low in ("when", "where") and _is_superlative(lows, at):
            return sight.words(max(0, at - 4), at)
        if low in _ANSWERING and _is_answer(lows, at, start):
            return sight.words(at + 1, start)
        if low == "since" and _is_ranked(lows, at) and _is_of_what_was_before(lows, at, start):
            return sight.words(at, max(start, mention.last))
        if low == "after" and (
            _is_one_of_such(lows, at)
            or _comes_after(lows, at, beside)
            or _is_set_in_time(lows, at, mention, beside)
            or (_is_next_one(lows, at, beside) and occasions.TOTAL_VERBS.isdisjoint(lows[at:start]))
        ):
            return sight.words(at + 1, start) if start - at > SHORT else sight.words(at, mention.last)
        if _is_likeness(lows, at):
            return sight.words(at, mention.last)
        if low in occasions.TOTAL_VERBS and any(
            _is_done_before(one, lows, at) or _is_of_others(one, lows, at) for one in beside
        ):
            return sight.words(at, mention.last)
    likened = next((at for at in range(start + 1, mention.first) if _is_likeness(lows, at)), None)
    if likened is not None:
        return sight.words(likened, mention.last)
    for at in range(max(0, start - FAR), start):
        if lows[at] in _SUCCEEDING and _opens_succession(lows, at):
            return sight.words(at, min(start, at + REACH))
    return None


def _is_done_before(one: Mention, lows: Sequence[str], at: int) -> bool:
    """*A strike killed two men, taking the toll to 90*: what the strike did is the event, not the running total.

    *Two more died, taking the toll to 90* is of one event, and so is *the death of a nurse took the toll to 15*.
    """
    if one.more or one.part or not one.trigger < one.first < at:
        return False
    added = lows[one.trigger] in _DEATHS or not _ADDED.isdisjoint(lows[one.first : one.last])
    return not added or not occasions.LONG_AFFAIRS.isdisjoint(lows[at : at + REACH])


def _is_of_others(one: Mention, lows: Sequence[str], at: int) -> bool:
    """*Five soldiers died, bringing to 10 the number of Israelis killed*: who is summed up is not who was counted."""
    if one.noun is None or one.first > at:
        return False
    ahead = range(at + 1, min(at + REACH, len(lows) - 1))
    counted = next((lows[of + 1] for of in ahead if lows[of] == "of" and lows[of - 1] in _NUMBERS), "")
    return counted not in ANYBODY | {""} and counted not in one.noun.split()


def _is_likeness(lows: Sequence[str], at: int) -> bool:
    """*similar to the murder of two men*, *killings like that of Roe*."""
    phrases = _LIKENESSES.get(lows[at], ())
    return bool(phrases) and any(tuple(lows[at : at + len(phrase)]) == phrase for phrase in phrases)


def _is_answer(lows: Sequence[str], at: int, start: int) -> bool:
    """*The raid followed the attack on a school, in which 12 died*, *in revenge for an attack that killed 12*."""
    if lows[at] in ("followed", "follows"):
        before = lows[max(0, at - 4) : at]
        answers = any(low in occasions.EVENT_NOUNS or low in occasions.ANAPHORA for low in before)
    else:
        answers = lows[at] in ("for", "to") and lows[at - 1] in occasions.REVENGE and lows[at - 2] in ("in", "as")
    if not answers:
        return False
    ahead = lows[at + 1 : start]
    return "and" not in ahead and any(low in occasions.EVENT_NOUNS for low in ahead)


def _is_ranked(lows: Sequence[str], at: int) -> bool:
    """*the first killing of a guard since two men were shot in 2012*."""
    return any(low in occasions.COMPARISONS for low in lows[max(0, at - REACH) : at])


def _is_of_what_was_before(lows: Sequence[str], since: int, start: int) -> bool:
    """*since the 2005 bombings, which killed 52*: the figure is told of the event that *since* names."""
    for at in range(since + 1, start):
        if lows[at] in ("that", "which") and (lows[at - 1] in occasions.EVENT_NOUNS or lows[at - 1] == ","):
            named = lows[since + 1 : at]
            return any(low in occasions.EVENT_NOUNS for low in named) and _GOES_ON.isdisjoint(lows[at + 1 : start])
        if lows[at] in _GOES_ON and lows[at : at + 2] not in ([",", "which"], [",", "that"]):
            return False
    return True


def _is_superlative(lows: Sequence[str], at: int) -> bool:
    """*the worst attack since 2001, when*."""
    since = "since" in lows[max(0, at - 8) : at]
    return since and any(low in occasions.COMPARISONS for low in lows[max(0, at - 16) : at])


def _opens_succession(lows: Sequence[str], at: int) -> bool:
    """Words for an event before this one.

    *the shootings come in the wake of*, *it follows a string of attacks*, *the string began on Monday, when*.
    """
    if lows[at] in ("in", "on") and tuple(lows[at : at + 4]) in occasions.SUCCESSIONS:
        before = next((place for place in range(at - 1, max(-1, at - 4), -1) if lows[place] in occasions.HAPPENS), at)
        return any(low in occasions.EVENT_NOUNS for low in lows[max(0, before - 4) : before])
    if lows[at] in occasions.FOLLOWS and not occasions.SERIES.isdisjoint(lows[at + 1 : at + 4]):
        return True
    if lows[at] not in occasions.BEGAN or lows[0] not in occasions.DEFINITE:
        return False
    told = lows[max(0, at - 8) : at]
    return any(low in occasions.SERIES for low in told) and "when" in lows[at : at + REACH]


def _is_one_of_such(lows: Sequence[str], at: int) -> bool:
    """*the third such attack, after*."""
    before = lows[max(0, at - REACH) : at]
    return "such" in before and any(low in occasions.COMPARISONS for low in before)


def _is_set_in_time(lows: Sequence[str], at: int, mention: Mention, beside: Sequence[Mention]) -> bool:
    """*Nine died when a shaft flooded, two weeks after a blast killed 14*: the event has a figure of its own.

    *A third man died two days after the blast* is of one event.
    """
    unit = next((place for place in range(at - 1, max(-1, at - 3), -1) if UNITS.get(lows[place])), None)
    if unit is None:
        return False
    is_counted = unit > 0 and (lows[unit - 1] in SMALL_NUMBERS or lows[unit - 1].isdigit())
    counted = unit - is_counted
    before = lows[counted - 1] if counted > 0 else ","
    if before in ("just", "only", "barely", "about", "some", "exactly"):
        before = lows[counted - 2] if counted > 1 else ","
    others = [one for one in beside if one is not mention and one.quantity != mention.quantity and not one.more]
    return before == "," and any(one.trigger < counted or "," in lows[mention.last : one.first] for one in others)


def _is_next_one(lows: Sequence[str], at: int, beside: Sequence[Mention]) -> bool:
    """*The collapse, which killed 31, was the second in a year after a fire that claimed 60 lives*."""
    ranked = any(low in occasions.ORDINALS for low in lows[max(0, at - REACH) : at])
    return ranked and lows[at + 1] in occasions.INDEFINITE and any(one.trigger < at for one in beside)


def _comes_after(lows: Sequence[str], at: int, beside: Sequence[Mention]) -> bool:
    """*His death came a day after*, *the strike came a week after*: what is told is set in time by the other event."""
    before = lows[max(0, at - 6) : at]
    if not any(UNITS.get(low) for low in before):
        return False
    happens = next((place for place in range(at - 1, max(-1, at - 7), -1) if lows[place] in occasions.HAPPENS), None)
    if happens is None:
        return False
    told = lows[max(0, happens - 4) : happens]
    return (
        any(one.trigger < at for one in beside)
        or any(low in occasions.EVENT_NOUNS for low in told)
        or told[-1:] in (["it"], ["this"])
    )
