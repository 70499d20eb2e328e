"""Speakers who are described first and named next: *A monitoring group said ... The Observatory said ...* are one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from monitor.figures.document import Attribution, Mention
from monitor.figures.en.cast import Speaker, is_named_body
from monitor.figures.en.descriptions import fits

_NAMED_WITHIN = 2  # sentences from a description to the name


class _Unnamed(NamedTuple):
    """The source of a speaker who was only described, the words that describe him, and his sentence."""

    source: str
    words: Sequence[str]
    sentence: int


class Described:
    """The speakers of an article who were only described, as long as a name may still follow."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._unnamed: list[_Unnamed] = []

    def note(self, speaker: Speaker, at: int, words: Sequence[str]) -> None:
        """Remember a speaker of sentence `at` by the words that describe him; without words he is none."""
        if words and speaker.source is not None:
            self._unnamed.append(_Unnamed(speaker.source, words, at))

    def name(
        self,
        speaker: Speaker,
        at: int,
        heard: Sequence[Speaker],
        found: list[Attribution | None],
        here: Collection[int],
    ) -> None:
        """Give what was found of those described to a body that speaks in sentence `at`, if it fits.

        Not where that body had spoken before, nor where it gives another number (`here` are the mentions of its
        sentence): those are two voices.
        """
        self._unnamed = [one for one in self._unnamed if at - one.sentence <= _NAMED_WITHIN]
        if not self._unnamed or not is_named_body(speaker) or any(one.source == speaker.source for one in heard):
            return
        name = (speaker.source or "").lower().split()
        fitting = {one.source for one in self._unnamed if one.sentence < at and fits(one.words, name)}
        if not fitting:
            return
        told = {index: one for index, one in enumerate(found) if one is not None and one.source in fitting}
        if any(_differ(self._mentions[index], self._mentions[other]) for index in told for other in here):
            return
        for index, one in told.items():
            found[index] = one._replace(source=speaker.source, side=speaker.side)


def _differ(one: Mention, other: Mention) -> bool:
    """Whether two mentions put one number differently, as one voice would not: *12* and *15*, not *50* and *over 9*."""
    if one.kind != other.kind or one.part or other.part or one.more or other.more:
        return False
    low, high = one.quantity.low, one.quantity.high
    return _is_above(low, other.quantity.high) or _is_above(other.quantity.low, high)


def _is_above(low: int | None, high: int | None) -> bool:
    """Whether a number lies above all that bounds allow; without a bound it does not."""
    return low is not None and high is not None and low > high
