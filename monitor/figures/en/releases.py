"""Who was let go, told from who was rescued: people set free who are told to have been of another kind before.

*The 60 arrested on Friday were freed*, *all 60 were freed*, *they had been arrested on Friday*: a release of those who
were held is no rescue. Which verbs let go, and of which kind those are who do not count, the kinds say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from monitor.figures.en import persons
from monitor.figures.en.phrase import Phrase, Sort
from monitor.figures.en.told import Told

_BEFORE = 3  # sentences over which a phrase speaks of those who were held
_AFTER = 2  # sentences within which it is told that they had been
_NEAR = 60  # mentions looked at on either side


def without_released(told: Sequence[Told]) -> list[Told]:
    """What is told, without those let go who were of the kind that their verb does not count."""
    return [one for at, one in enumerate(told) if one.not_from is None or not _was_held(told, at, one.not_from)]


def _was_held(told: Sequence[Told], at: int, kind: str) -> bool:
    """Whether those let go are told to be of a kind: in their own words, before, or in what follows."""
    one = told[at]
    before = list(_near(reversed(told[:at][-_NEAR:]), one, _BEFORE))
    after = list(_near(told[at + 1 : at + 1 + _NEAR], one, _AFTER))
    for other in (*before, *after):
        same = other.mention.sentence == one.mention.sentence and other.phrase.first == one.phrase.first
        if same and other.mention.kind != one.mention.kind:
            return other.mention.kind == kind  # *the 60 people arrested on Friday*, *the hostages*
    return any(other.mention.kind == kind and _speaks_of(one.phrase, other) for other in before) or any(
        other.mention.kind == kind and _speaks_of(other.phrase, one) for other in after
    )


def _near(told: Iterable[Told], one: Told, reach: int) -> Iterator[Told]:
    """What is told within so many sentences, the nearest first."""
    return takewhile(lambda other: abs(other.mention.sentence - one.mention.sentence) <= reach, told)


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
