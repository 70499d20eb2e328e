"""Nouns for those who came to harm that do not say how: *the number of victims*, *the victims now number 29*."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from monitor.figures.en.told import Told


def decided(told: Sequence[Told]) -> list[Told]:
    """What is told, such a noun being of the one kind that the article has told of so far, if it is of one alone."""
    sharing = {one.mention.kind for one in told if one.shared}
    if not sharing:
        return list(told)
    kept: list[Told] = []
    so_far: set[str] = set()
    for _, group in groupby(told, key=lambda one: one.mention.sentence):
        sentence = list(group)
        so_far |= {one.mention.kind for one in sentence if not one.shared and one.mention.quantity.high != 0} & sharing
        kept += (one for one in sentence if not one.shared or so_far == {one.mention.kind})
    return kept
