"""Whether an English sentence tells a figure only to say who somebody is: by what he did before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from monitor.figures.document import Mention
from monitor.figures.en import grammar, occasions
from monitor.figures.en.sights import Sight
from monitor.figures.en.wordset import words

_WHO = grammar.RELATIVES - {"which"}
_PUNISHED = words("convicted jailed imprisoned sentenced served serving spent acquitted cleared")
_DONE_WITH = words("served spent")
_FOR = words("for of")


def earlier_deed(sight: Sight, mention: Mention, told: Iterable[Mention], *, past: bool) -> str | None:
    """The words for what someone did before what is told of him: *a man who killed three in 2009 was shot dead*.

    `told` are the figures of the sentence, `past` says whether the mention has a time of its own that lies back. What a
    court does about a deed is of the same event, unless he has served his time for it.
    """
    for one in told:
        if not (one.last <= mention.trigger < one.trigger and mention.last <= one.trigger):
            continue
        if one.quantity.low != 1 or one.quantity.high != 1:
            continue
        between = sight.lows[one.last : mention.trigger]
        known_by = _is_punished(between) or (past and not _WHO.isdisjoint(between))
        of_deed = sight.lows[one.trigger] in occasions.OTHER_VERBS
        if known_by and (not of_deed or not _DONE_WITH.isdisjoint(between)):
            return sight.words(one.last, max(mention.last, mention.trigger + 1))
    return None


def _is_punished(between: Sequence[str]) -> bool:
    """Whether the words up to a deed tell of a punishment for it: *served ten years for killing*."""
    return not _PUNISHED.isdisjoint(between) and not _FOR.isdisjoint(between)
