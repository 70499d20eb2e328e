"""What can be told to this room."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Copying:
    """When a text counts as a copy of another.

    `join_at`: share of the smaller text's shingles that must stand in the other for the two to be one text. Lower joins
    rewrites and long quotations, higher loses texts that were cut or edited.
    `shingle_words`: words a shingle. Longer ones break at every edited word, shorter ones are shared by chance.
    `window`: of every `window` shingles in a row one is indexed, all in all about one in half of `window`. Larger makes
    the index smaller, and passages in common of fewer words harder to find.
    `least_words`: a shorter text is a copy only where title and body are the same, word by word.
    `passage_words`: the shortest run of words in common that counts as borrowed.
    `recurs_in`: a line seen in so many other clusters of one outlet is that outlet's furniture.
    `common_at`: a shingle that so many different texts hold says nothing, and is not looked up.
    `compared`: at most so many candidates are compared exactly for one article.
    `permutations`, `seed`: of the MinHash signature, and of every hash. All articles of one database must share them.

    A change of `shingle_words`, `window`, `permutations` or `seed` asks for a new index.
    """

    join_at: float = 0.6
    shingle_words: int = 3
    window: int = 24
    least_words: int = 30
    passage_words: int = 16
    recurs_in: int = 3
    common_at: int = 50
    compared: int = 12
    permutations: int = 128
    seed: int = 1

    def __post_init__(self) -> None:
        if not 0 < self.join_at <= 1:
            raise ValueError("join_at must be above 0 and at most 1")
        for name in ("shingle_words", "window", "recurs_in", "common_at", "compared", "permutations"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1")
        if self.least_words <= self.shingle_words or self.passage_words <= self.shingle_words:
            raise ValueError("least_words and passage_words must be above shingle_words")
        if not 0 <= self.seed < 1 << 32:
            raise ValueError("seed must be from 0 to 2^32 - 1")
