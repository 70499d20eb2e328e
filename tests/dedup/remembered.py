"""A past that is kept in lists and searched from end to end: slow, and plainly right."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.dedup import (
    Copying,
    Hashes,
    Known,
    Match,
    Posting,
    Sketch,
    Standing,
    Wording,
    furniture,
    leave_out,
    line_hashes,
    match,
    sketch,
)
from monitor.model import Article


class Remembered:
    """Implements `Past` over all that was decided."""

    def __init__(self) -> None:
        self._decided: list[tuple[Sketch, str]] = []

    def keep(self, of: Sketch, cluster: str) -> None:
        self._decided.append((of, cluster))

    def recurring(self, outlet: str, lines: frozenset[int], article: str, clusters: int) -> frozenset[int]:
        own = {cluster for of, cluster in self._decided if of.article.key == article}
        seen: dict[int, set[str]] = {line: set() for line in lines}
        for of, cluster in self._decided:
            if of.outlet == outlet and cluster not in own:
                for line in line_hashes(of) & lines:
                    seen[line].add(cluster)
        return frozenset(line for line, among in seen.items() if len(among) >= clusters)

    def same(self, exact: int) -> Sequence[Known]:
        return [known for known, of in self._known() if of.exact == exact]

    def holders(self, keys: Hashes) -> Sequence[Posting]:
        wanted = set(keys.tolist())
        return [(key, known.seq) for known, of in self._known() for key in of.keys.tolist() if key in wanted]

    def known(self, seqs: Sequence[int]) -> Sequence[Known]:
        return [self._known()[seq - 1][0] for seq in seqs]

    def wording(self, seq: int) -> Wording:
        return self._decided[seq - 1][0].wording

    def standing(self, article: str) -> Standing | None:
        mine = [known for known, _ in self._known() if known.article == article]
        return Standing(mine[-1].cluster, mine[0].seq) if mine else None

    def _known(self) -> list[tuple[Known, Sketch]]:
        return [
            (Known(seq, of.article.key, cluster, of.outlet, of.distinct, of.keys), of)
            for seq, (of, cluster) in enumerate(self._decided, start=1)
        ]


def decide(past: Remembered, article: Article, settings: Copying | None = None) -> Match:
    """Sketch, match and keep one article."""
    settings = settings or Copying()
    of = sketch(article, settings)
    of = leave_out(of, settings, furniture(of, past, settings))
    found = match(of, past, settings)
    past.keep(of, found.cluster)
    return found
