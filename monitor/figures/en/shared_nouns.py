"""Nouns for those who came to harm that do not say how: *the number of victims*, *the victims now number 29*."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.figures.en.told import Told


def decided(told: Sequence[Told]) -> list[Told]:
    """What is told, such a noun being of the one kind that the article has told of so far, if it is of one alone."""
    sharing = {one.mention.kind for one in told if one.shared}
    if not sharing:
        return list(told)
    return [one for one in told if not one.shared or _told_until(told, one) & sharing == {one.mention.kind}]


def _told_until(told: Sequence[Told], last: Told) -> set[str]:
    """The kinds of which the article gives a number up to the end of a sentence."""
    return {
        one.mention.kind
        for one in told
        if one.mention.sentence <= last.mention.sentence and not one.shared and one.mention.quantity.high != 0
    }
