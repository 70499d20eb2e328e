"""What a match needs to be told of the past. The store answers; nothing here knows how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from monitor.dedup.words import Hashes, Shingles, Wording


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """A revision that came before. `seq` is its place in the order of arrival.

    `outlet` is its outlet as `outlet_of` names it; `distinct` and `keys` are those of its sketch.
    """

    seq: int
    article: str
    cluster: str
    outlet: str | None
    distinct: Shingles
    keys: Hashes


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an article stands that came before in another revision: its cluster, and when its first revision came."""

    cluster: str
    since: int


STOPPED = 0
"""Stands for the place of a revision where a key is held by so many texts that it tells nothing any more."""


Posting = tuple[int, int]
"""A key, and the place of a revision that is indexed for it, or `STOPPED`."""


class Past(Protocol):
    """Every article decided so far."""

    def recurring(self, outlet: str, lines: frozenset[int], article: str, clusters: int) -> frozenset[int]:
        """Those of the lines that the outlet printed in at least so many clusters, this article's own not counted."""

    def same(self, exact: int) -> Sequence[Known]:
        """Revisions whose whole text has this hash, in order of arrival. Their shingles and keys may be left empty."""

    def holders(self, keys: Hashes) -> Sequence[Posting]:
        """Every revision that is indexed for one of the keys, in any order."""

    def known(self, seqs: Sequence[int]) -> Sequence[Known]:
        """The revisions with these places, in that order."""

    def wording(self, seq: int) -> Wording:
        """The words of the revision with this place."""

    def standing(self, article: str) -> Standing | None:
        """Where an article stands, if a revision of it came before."""
