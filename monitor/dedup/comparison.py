"""Two texts compared exactly: how much of each stands in the other, and where."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from monitor.dedup.words import Hashes, Shingles

_Number = TypeVar("_Number", np.uint32, np.uint64)


class Relation(StrEnum):
    """What one text is to another."""

    COPY = "copy"  # each holds most of the other
    SHORTENED = "shortened"  # the other holds most of it, and more
    EXTENDED = "extended"  # it holds most of the other, and more
    QUOTES = "quotes"  # they share a passage


class Comparison(NamedTuple):
    """How much two texts have in common.

    Shares from 0 to 1: of this text that stands in the other, of the other that stands in this, and of both together.
    """

    in_other: float
    of_other: float
    jaccard: float

    @property
    def of_smaller(self) -> float:
        """The share of the smaller text that stands in the larger."""
        return max(self.in_other, self.of_other)

    @property
    def reason(self) -> str:
        """The comparison in words, for whoever asks why two texts stand together."""
        return f"{self.in_other:.0%} of it stands in the other, and makes up {self.of_other:.0%} of that"

    def relation(self, join_at: float) -> Relation:
        """What this text is to the other, when so large a share makes two texts one."""
        if min(self.in_other, self.of_other) >= join_at:
            return Relation.COPY
        if self.of_smaller < join_at:
            return Relation.QUOTES
        return Relation.SHORTENED if self.in_other >= self.of_other else Relation.EXTENDED


class Run(NamedTuple):
    """Shingles `first` up to, not including, `last`, in the order of the text; `shared` of them stand in the other."""

    first: int
    last: int
    shared: int


SAME = Comparison(in_other=1.0, of_other=1.0, jaccard=1.0)


def compare(distinct: Shingles, other: Shingles) -> Comparison:
    """Compare two texts by their distinct shingles, each sorted."""
    if not len(distinct) or not len(other):
        return Comparison(0.0, 0.0, 0.0)
    both = np.concatenate((distinct, other))
    both.sort()
    shared = int(np.count_nonzero(both[1:] == both[:-1]))
    return Comparison(shared / len(distinct), shared / len(other), shared / (len(distinct) + len(other) - shared))


def longest_in_common(in_order: Shingles, other: Shingles, bridged: int) -> Run:
    """The run of this text's shingles, in its order, that holds most of the other's (sorted); the first of equals.

    One goes on over as many as `bridged` shingles that the other lacks: a word that was changed takes as many as there
    are words in a shingle.
    """
    shared = np.flatnonzero(held(in_order, other)) if len(in_order) and len(other) else np.empty(0, np.intp)
    if not len(shared):
        return Run(0, 0, 0)
    breaks = np.flatnonzero(shared[1:] - shared[:-1] > bridged + 1) + 1
    bounds = np.concatenate(([0], breaks, [len(shared)]))
    sizes = bounds[1:] - bounds[:-1]
    at = int(sizes.argmax())
    return Run(int(shared[bounds[at]]), int(shared[bounds[at + 1] - 1]) + 1, int(sizes[at]))


def longest_of_its_own(in_order: Shingles, other: Shingles) -> int:
    """The longest stretch of this text's shingles, in its order, of which the other (sorted) holds none."""
    shared = np.flatnonzero(held(in_order, other))
    return int(np.diff(np.concatenate(([-1], shared, [len(in_order)]))).max()) - 1


def without(values: Hashes, others: Hashes) -> Hashes:
    """Those of `values` that are not among `others`, which are sorted."""
    return values[~held(values, others)] if len(others) else values


def held(values: NDArray[_Number], others: NDArray[_Number]) -> NDArray[np.bool_]:
    """Which of `values` are among `others`, which are sorted."""
    places = np.searchsorted(others, values)
    places[places == len(others)] = 0
    found: NDArray[np.bool_] = others[places] == values
    return found
