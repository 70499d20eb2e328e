"""Words as terms: which of them tell, in what form they are compared, and how much one says in an article."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from monitor.stories.lexicon import SILENT_WORDS

_RARE = 0.008
"""The share of reports that a word which is in no list is taken to be in."""

UNIT = 1000
"""The length of a channel's vector: weights are whole numbers, so that their sums depend on no order."""


def tells(term: str) -> bool:
    """Whether a word can say which event it is: no number, no toll word, no word of grammar or calendar."""
    bare = term.replace("'", "")
    return len(bare) > 1 and bare not in SILENT_WORDS and not any(c.isdigit() for c in bare)


def stem(word: str) -> str:
    """English endings off: plural, past, -ing. Rough on purpose; the same for every form matters, not the right one."""
    word = word.replace("'", "")
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-3] + "y" if word.endswith("ies") else word[:-2] if word.endswith("sses") else word[:-1]
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and re.search("[aeiouy]", rest):
            doubled = rest[-1] == rest[-2] and rest[-1] not in "lsz"
            word = rest[:-1] if doubled else rest
            break
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def as_name(term: str) -> str:
    """A name as it stands in one vector with words."""
    return f"@{term}"


def scaled(said: Mapping[str, float], shares: Mapping[str, float], most: int) -> tuple[tuple[str, int], ...]:
    """The `most` weightiest terms with their weights, sorted by term, the whole brought to length `UNIT`.

    Which are kept is judged by what they weigh and their rarity by `shares`.
    """
    worth = {term: weight * -math.log(shares.get(term, 0.0) + _RARE) for term, weight in said.items()}
    kept = sorted(sorted(worth, key=lambda term: (-worth[term], term))[:most])
    length = math.sqrt(math.fsum(said[term] ** 2 for term in kept))
    weights = ((term, round(UNIT * said[term] / length)) for term in kept)
    return tuple((term, weight) for term, weight in weights if weight)
