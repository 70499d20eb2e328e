"""How firmly a figure is put, by the words around it: alleged, feared, denied, retracted, or not reported at all.

Every look is at the mention's own sentence, between the act of speech that holds it and the mention.
"""

from __future__ import annotations

from collections.abc import Sequence

from monitor.figures.document import Mention
from monitor.figures.en.acts import Act
from monitor.figures.en.speech import (
    ALLEGED,
    BE,
    BELIEVED,
    CAUSES,
    EARLIER,
    FEAR,
    HEDGES,
    NEGATIONS,
    OUTCOMES,
    VERBS,
    Manner,
)
from monitor.figures.en.wordset import words
from monitor.model import Status

_BREAKS = words("who which that when after as because while where whose whom before")
_EARLY = words("immediate immediately yet initial initially so early far")
_ACCOUNTS = words("report reports word confirmation news information indication indications sign signs record")
_REPORTED = words("reported confirmed known recorded")
_LOWERING = words("down revised lowered cut reduced corrected downgraded revising lowering adjusted")
_CORRECT = words("correct actual actually correctly should fact")
_MISTAKEN = words("originally initially mistakenly erroneously incorrectly wrongly")
_OWN_SUBJECTS = words("it its they their he his she her")
_DEEDS_ASIDE = words("charge charges accusation accusations role part being having")


def status_of(lows: Sequence[str], mention: Mention, act: Act | None, by_authority: bool) -> Status:
    """How firmly a mention is put, within the act that holds it. A denial that is not of the figure leaves it asserted."""
    if _is_retracted(lows, mention, act):
        return Status.RETRACTED
    if _is_unreported(lows, mention, act):
        return Status.UNREPORTED
    manner = act.manner if act else Manner.SAYS
    if act and manner in (Manner.DENIES, Manner.DISPUTES) and rejects_figure(lows, mention, act):
        return Status.DENIED if manner is Manner.DENIES else Status.DISPUTED
    if manner is Manner.FEARS or _is_feared(lows, mention) or mention.status is Status.FEARED:
        return Status.FEARED
    if manner in (Manner.CLAIMS, Manner.WITHHOLDS) or _is_alleged(lows, mention):
        return Status.ALLEGED
    if (manner is Manner.CONFIRMS and by_authority) or _is_confirmed(lows, mention):
        return Status.CONFIRMED
    return mention.status or Status.ASSERTED


def rejects_figure(lows: Sequence[str], mention: Mention, act: Act) -> bool:
    """Whether a denial is of the figure: not of a cause, a deed, or an attack that the figure only describes."""
    start = act.at + 1
    until = max(mention.last, mention.trigger + 1)
    if any(low in CAUSES for low in lows[start:until]):
        return False
    between = lows[start : min(mention.first, mention.trigger)]
    if not between:
        return lows[start].endswith("ing") is False or mention.unsaid
    first = between[0]
    if (first.endswith("ing") and first not in ("being", "anything")) or first in _DEEDS_ASIDE or first == "to":
        return False
    if first == "that":
        between = between[1:]
        if between and between[0] in _OWN_SUBJECTS and mention.first > mention.trigger:
            return False
    return not any(low in ("which", "who", "whose", "where", "that", "charges", "accusations") for low in between)


def _is_retracted(lows: Sequence[str], mention: Mention, act: Act | None) -> bool:
    if act and act.manner is Manner.WITHDRAWS:
        turned = next((at for at in range(act.at + 1, len(lows)) if lows[at] in ("but", "before")), len(lows))
        return mention.first < turned
    first = mention.first
    head = lows[max(0, first - 14) : first]
    if any(low in _CORRECT for low in head[-8:]):
        return False
    if "version" in head and any(low in ("earlier", "previous", "original", "initial") for low in head):
        return True
    near = lows[max(0, first - 7) : first]
    if "from" in near[-4:] and any(low in _LOWERING for low in near):
        return True
    if near[-1:] == ["not"] and first > 1 and lows[first - 2] == ",":
        return True
    if near[-2:] in (["instead", "of"], ["rather", "than"]) or near[-3:] in (
        ["instead", "of", "the"],
        ["rather", "than", "the"],
    ):
        return True
    for at in range(max(0, first - 9), first):
        if lows[at] in EARLIER and _reports_after(lows, at):
            passive = at > 0 and lows[at - 1] in BE
            if passive or lows[at] in _MISTAKEN:
                return True
    after = lows[mention.last : mention.last + 5]
    return (
        bool(after[:1])
        and after[0] in _MISTAKEN
        and any(low in ("reported", "announced", "given", "stated") for low in after[1:3])
    )


def _reports_after(lows: Sequence[str], at: int) -> bool:
    return any(low in VERBS or low in ("put", "given", "placed", "counted") for low in lows[at + 1 : at + 3])


def _is_unreported(lows: Sequence[str], mention: Mention, act: Act | None) -> bool:
    if mention.status is Status.UNREPORTED:
        return True
    if not (mention.unsaid or mention.quantity.high == 0):
        return False
    first, until = min(mention.first, mention.trigger), max(mention.last, mention.trigger + 1)
    if act and act.manner is Manner.WITHHOLDS:
        return True
    inside = lows[max(0, first - 6) : until]
    if any(low in _ACCOUNTS for low in inside) and any(
        low in ("no", "without", "any") or low in NEGATIONS for low in inside
    ):
        return True
    if mention.unsaid and any(low in NEGATIONS or low in ("no", "unaware") for low in lows[max(0, first - 8) : first]):
        return True
    after = lows[until : until + 7]
    for _at, low in enumerate(after):
        if low in (",", ";", "but"):
            break
        if low == "confirmed" or (low in _REPORTED and any(near in _EARLY for near in (*inside, *after))):
            return True
    return False


def _is_feared(lows: Sequence[str], mention: Mention) -> bool:
    start, until = mention.clause_first, max(mention.last, mention.trigger + 1)
    for at in range(max(start, min(mention.first, mention.trigger) - 6), min(len(lows), until + 6)):
        low = lows[at]
        after = lows[at + 1] if at + 1 < len(lows) else "."
        if low in FEAR and (after in OUTCOMES or after in ("to", "lost")):
            return _between_clear(lows, at, mention)
        if low in BELIEVED and (after in ("dead", "drowned", "lost")):
            return _between_clear(lows, at, mention)
    return False


def _is_alleged(lows: Sequence[str], mention: Mention) -> bool:
    first, trigger = mention.first, mention.trigger
    low_end = min(first, trigger)
    for at in range(max(mention.clause_first, low_end - 12), max(mention.last, trigger + 1)):
        low = lows[at]
        if at > 0 and lows[at - 1] in ("a", "an", "the", "his", "her", "their") and low in HEDGES | ALLEGED:
            continue
        if low in HEDGES and at < max(first, trigger) and _between_clear(lows, at, mention):
            return True
        if low in ALLEGED and at < trigger and _between_clear(lows, at, mention):
            befell = first < trigger and "by" not in lows[trigger + 1 : trigger + 5]
            if befell:
                return True
        if (
            low == "alleged"
            and at + 1 == trigger
            and lows[trigger] not in ("murder", "murders", "manslaughter", "homicide")
        ):
            return True
        if low in ("unconfirmed", "unverified") and at < max(first, trigger):
            return True
        after = lows[at + 1] if at + 1 < len(lows) else "."
        if low in BELIEVED | {"said", "reported", "rumored", "rumoured"} and at > 0 and _is_passive(lows, at):
            if after in ("to", "killed", "injured", "wounded", "dead", "hurt", "missing") and at < max(first, trigger):
                agent = "by" in lows[trigger + 1 : trigger + 6] and low == "reported"
                if not agent and _between_clear(lows, at, mention):
                    return True
    return False


def _is_passive(lows: Sequence[str], at: int) -> bool:
    back = at - 1
    while back > 0 and (lows[back].endswith("ly") or lows[back] in ("also", "now", "all")):
        back -= 1
    return lows[back] in BE


def _is_confirmed(lows: Sequence[str], mention: Mention) -> bool:
    """*12 confirmed dead*, *were confirmed killed*, *12 confirmed deaths*."""
    if mention.quantity.high == 0 or mention.unsaid:
        return False
    for at in range(max(0, mention.first - 1), mention.trigger):
        if lows[at] == "confirmed" and not any(
            low in NEGATIONS or low in ("no", "none") for low in lows[max(0, at - 3) : at]
        ):
            return lows[at + 1] in OUTCOMES or at + 1 == mention.trigger
    return False


def _between_clear(lows: Sequence[str], at: int, mention: Mention) -> bool:
    """Whether nothing between a hedge and the figure begins another clause."""
    low, high = min(mention.first, mention.trigger), max(mention.first, mention.trigger)
    span = range(at + 1, low) if at < low else range(high + 1, at) if at > high else range(0)
    return not any(lows[k] in _BREAKS or lows[k] in (";", ":") for k in span) and not (
        at < low and "," in lows[at + 1 : low] and "and" not in lows[at + 1 : low]
    )
