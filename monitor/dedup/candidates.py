"""Which of the past's texts are worth comparing: those that share keys, rare keys before common ones."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from monitor.dedup.past import Postings
from monitor.dedup.settings import Copying
from monitor.dedup.words import Hashes

_SINGLES = 3
"""Texts that share one key alone are compared up to this many: a quoted sentence or two may hold no second one."""

_WHOLE = 1 << 32


class Candidates(NamedTuple):
    """The places of the texts to compare, the likeliest first; `common` are the keys that tell nothing."""

    seqs: list[int]
    common: Hashes


NONE = Candidates([], np.empty(0, np.uint64))


def candidates(postings: Postings, settings: Copying) -> Candidates:
    """Rank the texts that share keys.

    A key weighs 1 / the texts that hold it, and nothing once `common_at` do. First come texts that share two
    keys or more, the heaviest first, then by arrival; last a few that share one key which no other text holds, the
    newest first.
    """
    if not len(postings.keys):
        return NONE
    held, key_of, texts = np.unique(postings.keys, return_inverse=True, return_counts=True)
    telling = (texts < settings.common_at)[key_of]
    seqs, seq_of, shared = np.unique(postings.seqs[telling], return_inverse=True, return_counts=True)
    # Whole numbers add up to the same in any order.
    weights = np.bincount(seq_of, (_WHOLE // texts)[key_of[telling]], len(seqs))
    order = np.lexsort((seqs, -weights))
    singles = np.flatnonzero((shared == 1) & (weights == _WHOLE))[::-1][:_SINGLES]
    several = order[shared[order] >= 2][: settings.compared - len(singles)]
    return Candidates(seqs[np.concatenate((several, singles))].tolist(), held[texts >= settings.common_at])
