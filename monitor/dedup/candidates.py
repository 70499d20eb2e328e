"""Which of the past's texts are worth comparing: those that share keys, rare keys before common ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from monitor.dedup.past import STOPPED, Posting
from monitor.dedup.settings import Copying
from monitor.dedup.words import Hashes

_SINGLES = 3
"""Texts that share one key alone are compared up to this many, where no more hold it: a quoted sentence or two may
have no second one."""

_WHOLE = 1 << 32


class Candidates(NamedTuple):
    """The places of the texts to compare, the likeliest first.

    `common` are the keys that tell nothing, sorted; `newly` those of them that have just become so.
    """

    seqs: list[int]
    common: Hashes
    newly: Hashes


def candidates(postings: Sequence[Posting], settings: Copying) -> Candidates:
    """Rank the texts that share keys.

    A key weighs 1 / the texts that hold it, and nothing once `common_at` do. First come texts that share two keys or
    more, the heaviest first, then by arrival; last a few that share one key which few others hold, the rarest first,
    then the newest.
    """
    texts: dict[int, list[int]] = {}
    for key, seq in postings:
        texts.setdefault(key, []).append(seq)
    common, newly = [], []
    shared: dict[int, int] = {}
    weights: dict[int, int] = {}  # in whole numbers, which add up to the same in any order
    for key, seqs in texts.items():
        if STOPPED in seqs:
            common.append(key)
        elif len(seqs) >= settings.common_at:
            common.append(key)
            newly.append(key)
        else:
            weight = _WHOLE // len(seqs)
            for seq in seqs:
                shared[seq] = shared.get(seq, 0) + 1
                weights[seq] = weights.get(seq, 0) + weight
    alone = (seq for seq, weight in weights.items() if weight >= _WHOLE // _SINGLES and shared[seq] == 1)
    singles = sorted(alone, key=lambda seq: (-weights[seq], -seq))
    several = sorted((seq for seq, keys in shared.items() if keys > 1), key=lambda seq: (-weights[seq], seq))
    room = settings.compared - min(len(singles), _SINGLES)
    compared = several[:room] + singles[:_SINGLES]
    return Candidates(compared, np.array(sorted(common), np.uint64), np.array(sorted(newly), np.uint64))
