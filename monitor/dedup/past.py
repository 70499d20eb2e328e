"""What a match needs to be told of the past. The store answers; nothing here knows how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from monitor.dedup.words import Hashes

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """A revision that came before. `seq` is its place in the order of arrival; `distinct` its shingles, sorted."""

    seq: int
    article: str
    cluster: str
    distinct: Hashes


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an article stands that came before in another revision: its cluster, and when its first revision came."""

    cluster: str
    since: int


class Postings(NamedTuple):
    """Which texts hold which keys: the nth text holds the nth key. In any order."""

    keys: Hashes
    seqs: Places


class Past(Protocol):
    """Every article decided so far."""

    def recurring(self, outlet: str, lines: frozenset[int], article: str, clusters: int) -> frozenset[int]:
        """Those of the lines that the outlet printed in at least so many clusters, this article's own not counted."""

    def same(self, exact: int) -> Sequence[Known]:
        """Revisions whose whole text has this hash, in order of arrival. Their shingles may be left empty."""

    def holders(self, keys: Hashes) -> Postings:
        """The revisions that the keys are indexed for."""

    def known(self, seqs: Sequence[int]) -> Sequence[Known]:
        """The revisions with these places, in that order."""

    def standing(self, article: str) -> Standing | None:
        """Where an article stands, if a revision of it came before."""
