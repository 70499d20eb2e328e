"""MinHash signatures that datasketch can read, computed from shingle hashes in one go.

Broder, On the resemblance and containment of documents (1997); datasketch 2.0, scheme `affine32`. Handing shingles to
`MinHash.update_batch` calls a hash function for each; the hashes are known here, so only the permutations are applied.
A signature is made when it is asked for: it follows from the shingles that are kept, the scheme and the seed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from monitor.dedup.words import Shingles

if TYPE_CHECKING:
    from datasketch import MinHash

SCHEME = "affine32/words3"
"""What a stored text was hashed by: datasketch's permutations, and the third way in which words are hashed."""

_PERMUTED = "affine32"
_BLOCK = 4096  # shingles at a time: 128 permutations of them take 2 MB


@dataclass(frozen=True, slots=True, eq=False)
class Signature:
    """The least value of each permutation over a text's shingles, and what is needed to compare it with another."""

    scheme: str
    seed: int
    values: NDArray[np.uint32]

    def minhash(self) -> MinHash:
        """The same as a datasketch MinHash. What it was handed are shingles, each as its own hash."""
        from datasketch import MinHash

        a, b = _permutations(len(self.values), self.seed)
        return MinHash(
            seed=self.seed, hashfunc=int, hashvalues=self.values, permutations=np.array([a, b]), scheme=_PERMUTED
        )

    def jaccard(self, other: Signature) -> float:
        """The estimated Jaccard similarity. Raises ValueError where the two were not made alike."""
        if (self.scheme, self.seed, len(self.values)) != (other.scheme, other.seed, len(other.values)):
            raise ValueError("signatures of different schemes, seeds or lengths cannot be compared")
        return float(np.count_nonzero(self.values == other.values)) / len(self.values)


def signature(shingles: Shingles, permutations: int, seed: int) -> Signature:
    """The signature of a set of shingles. That of an empty set is as far as can be from every other's."""
    a, b = _permutations(permutations, seed)
    mixed = _scattered(shingles.copy())
    least = np.full(permutations, np.iinfo(np.uint32).max, np.uint32)
    for start in range(0, len(mixed), _BLOCK):
        permuted = mixed[start : start + _BLOCK, np.newaxis] * a
        permuted += b
        np.minimum(least, permuted.min(axis=0), out=least)
    return Signature(SCHEME, seed, least)


@lru_cache(maxsize=4)
def _permutations(count: int, seed: int) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    from datasketch import MinHash  # takes most of a second: for those alone who read or compare

    a, b = MinHash(num_perm=count, seed=seed, scheme=_PERMUTED).permutations
    return a, b


def _scattered(values: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The 32-bit finaliser of MurmurHash3, which the scheme applies to each input hash."""
    values ^= values >> np.uint32(16)
    values *= np.uint32(0x85EBCA6B)
    values ^= values >> np.uint32(13)
    values *= np.uint32(0xC2B2AE35)
    values ^= values >> np.uint32(16)
    return values
