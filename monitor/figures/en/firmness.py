"""How firmly a figure is put, by the words around it: alleged, feared, denied, retracted, or not reported at all.

Every look is at the mention's own sentence, between the act of speech that holds it and the mention.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from monitor.figures.document import Mention
from monitor.figures.en.act import Act
from monitor.figures.en.grammar import TEMPORAL
from monitor.figures.en.speech import (
    ALLEGED,
    AUXILIARIES,
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
from monitor.model import Modifier, Status

_BREAKS = words("who which that when after as because while where whose whom before following since amid during")
_NONE = NEGATIONS | {"no", "none"}
_HOW = words("how why whether if who what when where")
_EARLY = words("immediate immediately yet initial initially so early far")
_ACCOUNTS = words("report reports word confirmation news information indication indications sign signs record")
_REPORTED = words("reported confirmed known recorded")
_EARLIER_VERSION = words("earlier previous original initial")
_TAKING_BACK = words("retracted retracts retracting withdrew withdraws withdrawn withdrawing recanted")
_STATEMENTS = words("statement statements claim claims report reports figure figures estimate estimates announcement")
_TOLD_IN = _ACCOUNTS | _STATEMENTS
_FIRST = words("initial early earlier first preliminary")
_AFTERWARDS = words("later now since")
_LOWERING = words("down revised lowered cut reduced corrected downgraded revising lowering adjusted")
_FALSE = words("false wrong untrue incorrect inaccurate mistaken erroneous baseless unfounded fake fabricated")
_LINKING = BE | words("proved proven turned")
_NEGATED = NEGATIONS | {"no"}
_INSTEAD = [["instead", "of"], ["rather", "than"], ["instead", "of", "the"], ["rather", "than", "the"]]
_CORRECT = words("correct actual actually correctly should fact")
_MISTAKEN = words("originally initially mistakenly erroneously incorrectly wrongly")
_GIVEN = words("reported announced given stated")
_DEEDS_ASIDE = words("charge charges accusation accusations role part being having to")
_CHARGES = words("charges accusations")
_LEAVING = words("leaving left leaves killing killed kills injuring injured wounding wounded claimed claiming died")
_SAID_OF = words("killed injured wounded dead hurt to")
_SAID_TO_BE = BELIEVED | words("said reported rumored rumoured understood")
_WHEN_SAID = TEMPORAL | words("on in again also flatly strongly firmly categorically ,")
"""Words between a verb of saying and its *that*: *denied on Saturday that*."""
_FEARING = FEAR | BELIEVED
_DOUBTING = HEDGES | ALLEGED | _SAID_TO_BE | {"alleged", "unconfirmed", "unverified"}
_VERSION = words("version")
_NO_MORE = words("not instead rather from")
_ONCE_SAID = _VERSION | _TAKING_BACK | _FIRST | _FALSE | _NO_MORE | _MISTAKEN | EARLIER
"""Words of which a sentence holds one where a figure is taken back."""
_CRIMES = words("murder murders manslaughter homicide homicides")


def status_of(lows: Sequence[str], mention: Mention, act: Act | None, by_authority: bool) -> Status:
    """How firmly a mention is put, within the act that holds it. A denial of something else leaves it asserted."""
    if _is_retracted(lows, mention, act):
        return Status.RETRACTED
    if mention.status is Status.DISPUTED:
        return Status.DISPUTED
    if _is_called_wrong(lows, mention):
        return Status.DENIED
    if _is_unreported(lows, mention, act):
        return Status.UNREPORTED
    manner = act.manner if act else Manner.SAYS
    if act and manner in (Manner.DENIES, Manner.DISPUTES) and rejects_figure(lows, mention, act):
        return Status.DENIED if manner is Manner.DENIES else Status.DISPUTED
    direct = act is not None and is_of_figure(lows, mention, act)
    if (manner is Manner.FEARS and direct) or _is_feared(lows, mention) or mention.status is Status.FEARED:
        return Status.FEARED
    if (manner is Manner.CLAIMS and direct and _is_in_doubt(lows, mention, act)) or (
        manner is Manner.WITHHOLDS and _is_stated(lows, mention, act)
    ):
        return Status.ALLEGED
    if _is_alleged(lows, mention) or _is_unconfirmed(lows, mention):
        return Status.ALLEGED
    if manner is Manner.CONFIRMS and act and act.speakers:
        return Status.CONFIRMED if by_authority and direct else Status.ASSERTED
    if _is_confirmed(lows, mention):
        return Status.CONFIRMED
    return mention.status or Status.ASSERTED


def gives_figure(manner: Manner, status: Status) -> bool:
    """Whether the voice of an act stands behind a figure of this status: who denies a deed gives no toll by it."""
    match manner:
        case Manner.DENIES | Manner.DISPUTES:
            return status in (Status.DENIED, Status.DISPUTED)
        case Manner.WITHHOLDS:
            return status is not Status.ALLEGED
        case Manner.FEARS:
            return status is Status.FEARED
        case _:
            return True


def rejects_figure(lows: Sequence[str], mention: Mention, act: Act) -> bool:
    """Whether a denial is of the figure: not of a cause, a deed, or an attack that the figure only describes."""
    start = act.at + 1
    until = max(mention.last, mention.trigger + 1)
    if not CAUSES.isdisjoint(lows[start:until]) or "because" in lows[until : until + 2]:
        return False
    between = lows[start : min(mention.first, mention.trigger)]
    if not between:
        return mention.unsaid or not "".join(lows[start : start + 1]).endswith("ing")
    if (between[0].endswith("ing") and between[0] not in ("being", "anything")) or between[0] in _DEEDS_ASIDE:
        return False
    if not _CHARGES.isdisjoint(between):
        return False
    if _is_deed(lows, mention, between):
        return False
    return is_of_figure(lows, mention, act)


def _is_deed(lows: Sequence[str], mention: Mention, between: Sequence[str]) -> bool:
    """Whether what is denied is that someone did it: *denied that its men had killed two*, but not *any*."""
    if mention.unsaid or mention.first < mention.trigger or mention.quantity.modifier is Modifier.NONE:
        return False
    noun = lows[mention.trigger - 1] in ("the", "any", "'s", "of", "a", "no") or lows[
        mention.trigger + 1 : mention.trigger + 2
    ] == ["of"]
    return len(between) >= 2 and not noun


def is_of_figure(lows: Sequence[str], mention: Mention, act: Act) -> bool:
    """Whether an act's words come to the figure itself, and not to something that the figure only describes."""
    if mention.first < act.at:
        return True
    between = lows[act.at + 1 : min(mention.first, mention.trigger)]
    opened = next((at for at, low in enumerate(between) if low not in _WHEN_SAID), len(between))
    if list(between[opened : opened + 1]) == ["that"]:
        between = between[opened + 1 :]
    return _BREAKS.isdisjoint(between)


def _is_in_doubt(lows: Sequence[str], mention: Mention, act: Act | None) -> bool:
    """Whether what is claimed is the figure, and not who brought it about."""
    return act is None or CAUSES.isdisjoint(lows[act.at + 1 : max(mention.first, mention.trigger)])


def _is_stated(lows: Sequence[str], mention: Mention, act: Act | None) -> bool:
    """Whether what is withheld is the figure, not how or why it came about: *declined to say how nine men died*."""
    return act is None or _HOW.isdisjoint(lows[act.at + 1 : mention.first])


def _is_retracted(lows: Sequence[str], mention: Mention, act: Act | None) -> bool:
    if act and act.manner is Manner.WITHDRAWS:
        turned = next((at for at in range(act.at + 1, len(lows)) if lows[at] in ("but", "before")), len(lows))
        return mention.first < turned
    if _ONCE_SAID.isdisjoint(lows):
        return False
    first = mention.first
    head = lows[max(0, first - 14) : first]
    if not _CORRECT.isdisjoint(head[-8:]):
        return False
    if "version" in head and not _EARLIER_VERSION.isdisjoint(head):
        after = head[head.index("version") + 1 :]
        if not after or after[0] != "of" or after[1:2] in (["this"], ["the"], ["our"]):
            return True
    if _is_taken_back(lows, first) or _is_outdated(lows, mention):
        return True
    if _is_called_wrong(lows, mention) and not (_EARLIER_VERSION | _FIRST).isdisjoint(head):
        return True
    near = lows[max(0, first - 7) : first]
    if "from" in near[-4:] and "to" not in near[-2:] and not _LOWERING.isdisjoint(near):
        return True
    if near[-1:] == ["not"] and first > 1 and lows[first - 2] == ",":
        return True
    if any(near[-len(phrase) :] == phrase for phrase in _INSTEAD):
        return True
    for at in _places(lows, max(0, first - 9), first, EARLIER):
        if _reports_after(lows, at):
            passive = at > 0 and lows[at - 1] in BE
            if passive or lows[at] in _MISTAKEN or lows[at + 2 : at + 3] == ["as"]:
                return True
    after = list(lows[mention.last : mention.last + 3])
    return bool(after) and after[0] in _MISTAKEN and not _GIVEN.isdisjoint(after[1:])


def _is_taken_back(lows: Sequence[str], first: int) -> bool:
    """*retracted its statement that 40 had died*."""
    if _TAKING_BACK.isdisjoint(lows[max(0, first - 10) : first]):
        return False
    for at in range(max(0, first - 10), first):
        if lows[at] in _TAKING_BACK and not _STATEMENTS.isdisjoint(lows[at + 1 : min(at + 4, first)]):
            return True
    return False


def _is_called_wrong(lows: Sequence[str], mention: Mention) -> bool:
    """*Reports that 40 had died were false*; where it was an earlier one it is taken back."""
    until = max(mention.last, mention.trigger + 1)
    if _FALSE.isdisjoint(lows[until : until + 8]):
        return False
    at = next(at for at in range(until, len(lows)) if lows[at] in _FALSE)
    if _NEGATED.intersection(lows[at - 2 : at]) or not {".", ";", ","}.isdisjoint(lows[until:at]):
        return False
    linked = not _LINKING.isdisjoint(lows[until:at])
    head = lows[max(0, min(mention.first, mention.trigger) - 8) : mention.first]
    return linked and any(low in _TOLD_IN and after in ("that", "of") for low, after in pairwise(head))


def _is_outdated(lows: Sequence[str], mention: Mention) -> bool:
    """*Early reports said 40 died, but the police later put the number at 12.*"""
    head = lows[max(0, mention.first - 10) : mention.first]
    if not any(low in _FIRST and after in _TOLD_IN for low, after in pairwise(head)):
        return False
    until = max(mention.last, mention.trigger + 1)
    turned = next((at for at in range(until, len(lows)) if lows[at] == "but"), None)
    return turned is not None and not _AFTERWARDS.isdisjoint(lows[turned : turned + 6])


def _places(lows: Sequence[str], first: int, last: int, wanted: Set[str]) -> Sequence[int]:
    """Where any of some words stand, from one place up to another: mostly nowhere."""
    if wanted.isdisjoint(lows[first:last]):
        return ()
    return [at for at in range(first, min(last, len(lows))) if lows[at] in wanted]


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
    until = max(mention.last, mention.trigger + 1)
    start = max(mention.clause_first, min(mention.first, mention.trigger) - 6)
    for at in _places(lows, start, until + 6, _FEARING):
        low = lows[at]
        after = lows[at + 1] if at + 1 < len(lows) else "."
        if mention.trigger < at and (after in OUTCOMES or after == "to"):
            continue  # *11 people are missing and feared dead*: what is feared is told after
        if after in OUTCOMES and at + 1 < min(mention.first, mention.trigger):
            continue  # *nine are feared dead and 30 were hurt*: what is feared was told before
        if low in FEAR and (after in OUTCOMES or after in ("to", "lost")):
            return _between_clear(lows, at, mention)
        if low in BELIEVED and (after in ("dead", "drowned", "lost")):
            return _between_clear(lows, at, mention)
    return False


def _is_alleged(lows: Sequence[str], mention: Mention) -> bool:
    """Whether words before the figure, or before the word that states it, put it in doubt."""
    trigger = mention.trigger
    until = max(mention.first, trigger)
    for at in _places(lows, max(mention.clause_first, min(mention.first, trigger) - 12), until, _DOUBTING):
        low = lows[at]
        described = at > 0 and lows[at - 1] in ("a", "an", "the", "his", "her", "their")
        if low in HEDGES and not described and _governs(lows, at, mention):
            return True
        if low in ALLEGED and not described and at < trigger and _governs(lows, at, mention):
            befell = mention.first < trigger and "by" not in lows[trigger + 1 : trigger + 5]
            if befell:
                return True
        if low == "alleged" and at + 1 == trigger and lows[trigger] not in _CRIMES:
            return True
        if low in ("unconfirmed", "unverified"):
            return True
        if low in _SAID_TO_BE and _is_passive(lows, at) and lows[at + 1] in _SAID_OF:
            agent = low == "reported" and "by" in lows[trigger + 1 : trigger + 6]
            if not agent and _between_clear(lows, at, mention):
                return True
    return False


def _governs(lows: Sequence[str], at: int, mention: Mention) -> bool:
    """Whether an adverb stands with the word that states the figure, not with another verb or an adjective."""
    near = min(abs(mention.trigger - at), abs(mention.first - at)) <= 3
    led = not _LEAVING.isdisjoint(lows[at + 1 : at + 3])
    return (near or led) and _between_clear(lows, at, mention)


def _is_passive(lows: Sequence[str], at: int) -> bool:
    back = at - 1
    while back > 0 and (lows[back].endswith("ly") or lows[back] in ("also", "now", "all")):
        back -= 1
    return lows[back] in BE


def _is_confirmed(lows: Sequence[str], mention: Mention) -> bool:
    """*12 confirmed dead*, *were confirmed killed*, *12 confirmed deaths*, *12 deaths have been confirmed*."""
    if "confirmed" not in lows or mention.quantity.high == 0 or mention.unsaid:
        return False
    until = max(mention.last, mention.trigger + 1)
    for at in range(max(0, mention.first - 3), min(len(lows), until + 7)):
        if lows[at] != "confirmed" or not _NONE.isdisjoint(lows[max(0, at - 3) : at]):
            continue
        if at + 1 < len(lows) and (lows[at + 1] in OUTCOMES or at + 1 == mention.trigger):
            return _between_clear(lows, at, mention)
        if at >= until and lows[at - 1] in BE and _between_clear(lows, at, mention):
            return True
    return False


def _is_unconfirmed(lows: Sequence[str], mention: Mention) -> bool:
    """*none of the 12 deaths has been confirmed*, *12 deaths that have not been confirmed*."""
    until = max(mention.last, mention.trigger + 1)
    after = lows[until : until + 6]
    if "confirmed" not in after and "verified" not in after:
        return False
    return "none" in lows[max(0, mention.first - 3) : mention.first] or not NEGATIONS.isdisjoint(after)


def _between_clear(lows: Sequence[str], at: int, mention: Mention) -> bool:
    """Whether no other clause begins between a hedge and the figure."""
    low, high = min(mention.first, mention.trigger), max(mention.first, mention.trigger)
    between = lows[at + 1 : low] if at < low else lows[high + 1 : at]
    if not _BREAKS.isdisjoint(between) or ";" in between or ":" in between:
        return False
    if "," not in between:
        return True
    return at < low and AUXILIARIES.isdisjoint(lows[at + 1 + list(between).index(",") : high])
