"""Whether an English clause counts what did not happen: a threat, a forecast, a condition, a plan."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from monitor.figures.document import Mention
from monitor.figures.en import occasions

POSSIBLE_REACH = 4  # words from a figure back to *possible*
JOINED_REACH = 12  # words from *leave* back to what governs the verb it is joined to
AWAITED_REACH = 6  # words from what is waited for back to the word that says so
_MAY_BE = occasions.BE_HAVE | {"is", "was", "seems"}
_INTENDED = occasions.PROSPECTS | occasions.PLANS
_UNREAL = (
    _INTENDED
    | occasions.ATTEMPTS
    | occasions.AWAITED
    | occasions.CALLS
    | occasions.CONDITIONS
    | occasions.ESCAPES
    | occasions.FICTIONS
    | occasions.MODALS
    | occasions.NARROWLY
    | occasions.REHEARSALS
    | occasions.RELATIVE_TIMES
    | occasions.SIMULATIONS
    | {"possible", "to", "leave"}
)
"""Words of which a sentence holds one where it counts what is only thought of."""


def is_hypothetical(lows: Sequence[str], mention: Mention) -> bool:
    """Whether what a mention counts is only thought of; `lows` are its sentence's words."""
    if _UNREAL.isdisjoint(lows):
        return False
    trigger = mention.trigger
    start = min(mention.first, trigger)
    if _is_conditional(lows, max(0, min(mention.clause_first, trigger)), trigger):
        return True
    if lows[trigger] in occasions.TO_COME and _is_awaited(lows, trigger):
        return True
    if (
        _is_possible(lows, start)
        or _there_might_be(lows, mention.first)
        or _is_brought_about(lows, start, trigger)
        or _is_prospect(lows, start)
        or _is_left_so(lows, start)
        or _may_rise(lows, trigger, mention.first)
    ):
        return True
    if _is_played(lows, trigger) or _is_rehearsed(lows, start):
        return True
    return _governed(lows, trigger)


def _is_conditional(lows: Sequence[str], first: int, trigger: int) -> bool:
    """*if two more die*, but not *even if two more die*."""
    if occasions.CONDITIONS.isdisjoint(lows[first:trigger]):
        return False
    conditions = (at for at in range(first, trigger) if lows[at] in occasions.CONDITIONS)
    return any(at == 0 or lows[at - 1] not in ("as", "even") for at in conditions)


def _is_awaited(lows: Sequence[str], trigger: int) -> bool:
    """*will not tell until he dies*: a present tense of what is still to come."""
    near = lows[max(0, trigger - AWAITED_REACH) : trigger]
    if not occasions.AWAITED.isdisjoint(near):
        return True
    return not occasions.RELATIVE_TIMES.isdisjoint(near) and not occasions.FUTURE.isdisjoint(lows[:trigger])


def _is_possible(lows: Sequence[str], start: int) -> bool:
    """*It is possible all 30 were killed.*"""
    near = lows[max(0, start - POSSIBLE_REACH - 1) : start]
    return "possible" in near and any(low == "possible" and before in _MAY_BE for before, low in pairwise(near))


def _there_might_be(lows: Sequence[str], first: int) -> bool:
    """*There might have been two people killed.*"""
    before = lows[max(0, first - 5) : first]
    return "there" in before and any(low in occasions.MODALS for low in before)


def _is_brought_about(lows: Sequence[str], start: int, trigger: int) -> bool:
    """*worked for years to put him behind bars*, but not *claim to have put him*."""
    return "to" in lows[max(0, start - 3) : start] and any(
        lows[at] == "to"
        and lows[at + 1] in occasions.BRINGING
        and not (lows[at + 1] == "have" and (at + 2 == trigger or lows[at + 2] == "been"))
        and not _really_done(lows, at)
        for at in range(max(0, start - 3), start - 1)
    )


def _may_rise(lows: Sequence[str], trigger: int, first: int) -> bool:
    """*The toll may reach 900*: the number behind the word that states it is only thought of."""
    return any(lows[at] in occasions.MODALS and lows[at + 1] in occasions.RISES for at in range(trigger + 1, first - 1))


def _is_left_so(lows: Sequence[str], start: int) -> bool:
    """*could kill 30 and leave 90 homeless*, *threatens to leave 90 homeless*."""
    at = start - 1
    if at < 1 or lows[at] != "leave":
        return False
    if lows[at - 1] == "to":
        return not _really_done(lows, at - 1)
    if lows[at - 1] in occasions.MODALS:
        return True
    if lows[at - 1] not in ("and", "or"):
        return False
    before = lows[max(0, at - JOINED_REACH) : at]
    return not occasions.MODALS.isdisjoint(before) and ";" not in before


def _is_prospect(lows: Sequence[str], start: int) -> bool:
    """*the risk of 30 deaths*, *the mission of killing Roe*, *are planning Roe's murder*."""
    if lows[max(0, start - 1)] in occasions.ATTEMPTS or lows[start] in occasions.ATTEMPTS:
        return True
    for low, after in pairwise(lows[max(0, start - 4) : start]):
        if after == "for" and low in occasions.CALLS:
            return True  # *called for the murder of Roe*
        if after == "of" and low in _INTENDED:
            return True
    return False


def _is_played(lows: Sequence[str], trigger: int) -> bool:
    """*In the film, 12 people die*; *in a simulated attack*."""
    if not occasions.SIMULATIONS.isdisjoint(lows[:trigger]):
        return True
    before = lows[:trigger]
    if not occasions.FICTIONS.isdisjoint(before) and not occasions.PLAYS.isdisjoint(before):
        return True
    opening = lows[: min(6, trigger)]
    return opening[:1] == ["in"] and any(low in occasions.FICTIONS for low in opening)


def _is_rehearsed(lows: Sequence[str], start: int) -> bool:
    """*held a drill in which 40 people were rescued*."""
    relative = next((at for at in range(start - 1, max(0, start - 4), -1) if lows[at] in ("which", "where")), None)
    if not occasions.SUPPOSED.isdisjoint(lows[start:]) and not occasions.REHEARSALS.isdisjoint(lows[:start]):
        return True
    return relative is not None and any(low in occasions.REHEARSALS for low in lows[max(0, relative - 8) : relative])


def _governed(lows: Sequence[str], trigger: int) -> bool:
    """Whether the word that states the figure stands under *could*, *to*, *almost* or *attempted*."""
    at = trigger - 1
    later = False
    while at >= 0 and (lows[at] in occasions.BE_HAVE or lows[at].endswith("ly") or lows[at] in occasions.REALLY_LATER):
        later = later or lows[at] in occasions.REALLY_LATER
        if lows[at] in occasions.NARROWLY and at == trigger - 1:
            return True
        at -= 1
    if at < 0:
        return False
    if lows[at] in occasions.MODALS:
        return not later and lows[at] != "must"
    if lows[at] in occasions.ESCAPES and lows[at + 1] == "being":
        return True
    verbal = lows[trigger] not in occasions.VERBAL_NOUNS and not lows[trigger].endswith("ing")
    if lows[at] == "to" and at < trigger - 1 and verbal:
        return "have" not in lows[at:trigger] and not _really_done(lows, at)
    return any(
        lows[place] in occasions.ATTEMPTS and lows[place - 1] not in ("-", "life") for place in (at, trigger - 1)
    )


def _really_done(lows: Sequence[str], at: int) -> bool:
    """Whether what follows *to* happened: *went on to kill*, *the third soldier to be killed*."""
    if at and lows[at - 1] in occasions.REAL_BEFORE_TO:
        return True
    return any(low in occasions.COMPARISONS for low in lows[max(0, at - 4) : at])
