"""The two that the benches of copies compare: this program's index on disk, and datasketch's in memory.

Both are handed articles as they come, title, outlet and text, and hand out clusters. What each does to get there is in
its `decide`; neither is given anything that the other is not.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import Engine

from bench.copy_stream import article
from monitor.dedup import Copying, Match, furniture, leave_out, match, sketch, sketches
from monitor.model import Article
from monitor.store.articles import Articles, Standing
from monitor.store.copies import Copies
from monitor.store.engine import open_engine
from monitor.store.schema import prepare

if TYPE_CHECKING:
    from datasketch import MinHash

_COMMITTED = 100
_T = TypeVar("_T")
_WORD = re.compile(r"[^\W_]+")


class Index:
    """Copies as the road finds them, in a database: an SQLite file by its path, or whatever a URL names.

    `seconds` of CPU were taken for `done` articles.
    """

    def __init__(self, database: Path | str) -> None:
        self.engine: Engine = open_engine(str(database))
        prepare(self.engine)
        self.done, self.seconds = 0, 0.0
        self._settings = Copying()

    def decide(self, articles: Sequence[Article]) -> list[Match]:
        """Clean, sketch, look up, verify, store: one after another, committed in small batches.

        The text is cut into lines anew, those that recur in the outlet are left out, and the text and all that is known
        of it are kept.
        """
        began = time.process_time()
        found = []
        for batch in batched(articles, _COMMITTED):
            with self.engine.begin() as connection:
                copies, kept = Copies(connection, self._settings), Articles(connection)
                cut = [article(given.key, given.text.split("\n"), given.outlet, given.title) for given in batch]
                for of, whole in zip(cut, sketches(cut, self._settings), strict=True):
                    made = leave_out(whole, self._settings, furniture(whole, copies, self._settings))
                    its = match(made, copies, self._settings)
                    self.done += 1
                    stands = Standing(its.cluster, "story", "origin", None)
                    kept.add(self.done, of, stands, None, is_revision=False)
                    copies.save(self.done, made, its)
                    found.append(its)
        self.seconds += time.process_time() - began
        return found

    def answer(self, of: Article) -> Match:
        """What an article would be a copy of, keeping nothing."""
        with self.engine.connect().execution_options(reads_only=True) as connection:
            return match(sketch(of, self._settings), Copies(connection, self._settings), self._settings)


class Datasketch:
    """datasketch's index as its documentation has it: in memory, nothing stored, decided by the estimate."""

    def __init__(self, threshold: float) -> None:
        from datasketch import MinHashLSH  # with its imports some 30 MB, for those alone who compare

        self.seconds = 0.0
        self._threshold = threshold
        self._index = MinHashLSH(threshold=threshold, num_perm=128)
        self._signatures: dict[str, MinHash] = {}
        self._cluster: dict[str, str] = {}

    def decide(self, articles: Sequence[Article]) -> list[str]:
        """Shingles of three words by `update_batch`, look up, join the best estimate, insert."""
        from datasketch import MinHash

        began = time.process_time()
        for of in articles:
            words = _WORD.findall(of.text.lower())
            signature = MinHash(num_perm=128)
            signature.update_batch([" ".join(words[at : at + 3]).encode() for at in range(len(words) - 2)])
            near = [(signature.jaccard(self._signatures[key]), key) for key in self._index.query(signature)]
            best = max((pair for pair in near if pair[0] >= self._threshold), default=None)
            self._cluster[of.key] = self._cluster[best[1]] if best else of.key
            self._signatures[of.key] = signature
            self._index.insert(of.key, signature)
        self.seconds += time.process_time() - began
        return [self._cluster[of.key] for of in articles]


def batched(things: Iterable[_T], size: int) -> Iterator[list[_T]]:
    """So many at a time."""
    left = iter(things)
    while batch := list(islice(left, size)):
        yield batch
