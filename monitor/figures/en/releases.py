"""Who was let go, told from who was rescued: people set free who are told to have been of another kind before.

*The 60 arrested on Friday were freed*, *all 60 were freed*, *they had been arrested on Friday*: a release of those who
were held is no rescue. Which verbs let go, and of which kind those are who do not count, the kinds say.
"""

from __future__ import annotations

from collections.abc import Sequence

from monitor.figures.en import persons
from monitor.figures.en.phrase import Phrase, Sort
from monitor.figures.en.told import Told

_BEFORE = 3  # sentences over which a phrase speaks of those who were held
_AFTER = 2  # sentences within which it is told that they had been


def without_released(told: Sequence[Told]) -> list[Told]:
    """What is told, without those let go who were of the kind that their verb does not count."""
    return [one for at, one in enumerate(told) if one.not_from is None or not _was_held(told, at, one.not_from)]


def _was_held(told: Sequence[Told], at: int, kind: str) -> bool:
    """Whether those let go are told to be of a kind: in their own words, before, or in what follows."""
    one = told[at]
    for other in told:
        apart = one.mention.sentence - other.mention.sentence
        if not -_AFTER <= apart <= _BEFORE:
            continue
        if apart == 0 and other.phrase.first == one.phrase.first and other.mention.kind != one.mention.kind:
            return other.mention.kind == kind  # *the 60 people arrested on Friday*, *the hostages*
    earlier = (other for other in reversed(told[:at]) if one.mention.sentence - other.mention.sentence <= _BEFORE)
    later = (other for other in told[at + 1 :] if other.mention.sentence - one.mention.sentence <= _AFTER)
    return any(other.mention.kind == kind and _speaks_of(one.phrase, other) for other in earlier) or any(
        other.mention.kind == kind and _speaks_of(other.phrase, one) for other in later
    )


def _speaks_of(phrase: Phrase, known: Told) -> bool:
    """Whether a phrase may be of people told of elsewhere, or of some of them."""
    most = known.mention.quantity.high or known.mention.quantity.low or 0
    if phrase.names:
        return not set(phrase.names).isdisjoint(known.phrase.names)
    if phrase.quantity is not None and (phrase.quantity.low or 0) > most:
        return False
    if phrase.sort is Sort.PRONOUN:
        return phrase.quantity is None or phrase.quantity.low == most
    if phrase.sort is Sort.NUMBER or phrase.part:
        return True
    return phrase.definite and (phrase.head == known.phrase.head or phrase.head in persons.GENERIC)
