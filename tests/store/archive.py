"""An archive of copies to try things on: articles of made-up lines, decided and kept one after another."""

from __future__ import annotations

import random
from collections.abc import Sequence

from sqlalchemy import Connection, Table, func, select

from monitor.dedup import Copying, Match, Sketch, furniture, leave_out, match, sketch
from monitor.model import Article, Span
from monitor.store import copies, tables
from monitor.store.articles import Articles, Standing
from monitor.store.copies import Copies
from monitor.store.copies_index import KEYS, SIGHTINGS

SETTINGS = Copying()
OWN = [
    tables.articles,
    tables.revisions,
    copies.signatures,
    copies.clusters,
    copies.edges,
    *KEYS,
    *SIGHTINGS,
]
_LETTERS = "bdfgklmnprstvz"
_WORDS = [a + e + b + i for a in _LETTERS for e in "aeo" for b in _LETTERS for i in ("", "a", "it")]


def lines(seed: int, count: int = 6, words: int = 40) -> list[str]:
    rng = random.Random(seed)
    return [" ".join(rng.choice(_WORDS) for _ in range(words)).capitalize() + "." for _ in range(count)]


def article(key: str, of: Sequence[str], *, outlet: str | None = None, revision: str = "1") -> Article:
    spans, start = [], 0
    for line in of:
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return Article(id=key, key=key, revision=revision, text="\n".join(of), body=tuple(spans), outlet=outlet)


class Archive:
    """Articles decided and kept one after another, as the road does it."""

    def __init__(self, connection: Connection, settings: Copying = SETTINGS) -> None:
        self.connection = connection
        self.copies = Copies(connection, settings)
        self.settings = settings
        self.seq = 0

    def decide(self, of: Article) -> Match:
        made = sketch(of, self.settings)
        made = leave_out(made, self.settings, furniture(made, self.copies, self.settings))
        found = match(made, self.copies, self.settings)
        self.keep(made, found)
        return found

    def keep(self, of: Sketch, found: Match) -> None:
        self.seq += 1
        again = self.copies.standing(of.article.key) is not None
        place = Standing(found.cluster, "story", "origin", None)
        Articles(self.connection).add(self.seq, of.article, place, None, is_revision=again)
        self.copies.save(self.seq, of, found)

    def rows(self, *of: Table) -> int:
        return sum(self.connection.scalar(select(func.count()).select_from(table)) or 0 for table in of)
