"""What the deciding of copies knows of the past, and the keeping of what it decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, bindparam, func, select
from xxhash import xxh3_64_intdigest

from monitor.dedup import (
    SCHEME,
    STOPPED,
    Comparison,
    Copying,
    Hashes,
    Known,
    Match,
    Posting,
    Relation,
    Signature,
    Sketch,
    Standing,
    Wording,
    line_hashes,
    outlet_of,
    signature_of,
    wording,
)
from monitor.errors import NotFoundError
from monitor.model import Span
from monitor.store import copies_upkeep
from monitor.store.copies_index import (
    clusters,
    edges,
    line_sightings,
    many,
    packed,
    signatures,
    sketch_keys,
    unpacked,
    unpacked_keys,
)
from monitor.store.copies_settling import REMEMBERED, SETTLED, lapse, settle
from monitor.store.copies_statements import statements
from monitor.store.tables import revisions

__all__ = ["Copies", "Edge", "clusters", "edges", "line_sightings", "signatures", "sketch_keys"]

_OUTLET = 0xFFFF << 48  # the bits of a sighting's key that tell the outlet
_CHUNK = 2048  # keys in one look-up: bounds what a very long text takes


@dataclass(frozen=True, slots=True)
class Edge:
    """Why a revision stands with another, or what the two share. `seq` and `article` are the other's.

    `is_later`: the other came after it. `comparison` is seen from this revision. `passage` are the words that they
    share, None where the one is a copy of the other.
    """

    seq: int
    article: str
    is_later: bool
    joins: bool
    relation: Relation
    comparison: Comparison
    passage: str | None


class Copies:
    """The past as `monitor.dedup.match` asks for it, and the keeping of what was decided, over one connection."""

    def __init__(self, connection: Connection, settings: Copying) -> None:
        self._connection = connection
        self._settings = settings
        self._ask = statements(connection.dialect)
        self._standing = "", False
        self._founders: dict[str, int] = {}

    def recurring(self, outlet: str, lines: frozenset[int], article: str, clusters: int) -> frozenset[int]:
        """Those of the lines that the outlet printed in at least so many clusters, this article's own not counted."""
        if not lines:
            return frozenset()
        by_sighting = _sightings(outlet, lines)
        asked = {"lines": many(self._connection, list(by_sighting)), "article": article, "clusters": clusters}
        return frozenset(by_sighting[sighting] for (sighting,) in self._ask.recurring.all(self._connection, asked))

    def same(self, exact: int) -> Sequence[Known]:
        """Revisions whose whole text has this hash, in order of arrival, without their shingles."""
        rows = self._ask.same.all(self._connection, {"exact": _signed(exact)})
        return [self._known(*row) for row in rows]

    def holders(self, keys: Hashes) -> Sequence[Posting]:
        """Every revision that is indexed for one of the keys, in any order."""
        found: list[Posting] = []
        for start in range(0, len(keys), _CHUNK):
            asked = {"keys": packed(self._connection, keys[start : start + _CHUNK])}
            found += self._ask.holders.all(self._connection, asked)
        return found

    def known(self, seqs: Sequence[int]) -> Sequence[Known]:
        """The revisions with these places, in that order."""
        rows = self._ask.known.all(self._connection, {"seqs": many(self._connection, list(seqs))})
        found = {row[0]: self._known(*row) for row in rows}
        return [found[seq] for seq in seqs if seq in found]

    def wording(self, seq: int) -> Wording:
        """The words of the revision with this place, read anew from its text."""
        text, body = self._connection.execute(_TEXT, {"seq": seq}).one()
        return wording(text, [Span(*span) for span in body], self._settings.seed)

    def standing(self, article: str) -> Standing | None:
        """Where an article stands, if it came before: the cluster of its newest revision, the place of its first."""
        rows = self._ask.standing.all(self._connection, {"article": article})
        self._standing = article, bool(rows)
        if not rows:
            return None
        (first, _), (_, cluster) = rows[0], rows[-1]
        return Standing(cluster, first)

    def save(self, seq: int, of: Sketch, match: Match) -> None:
        """Keep what was decided of a revision. Its row in `revisions` must stand before."""
        founder = self._founder(seq, match)
        row = {
            "seq": seq,
            "cluster": founder,
            **self.kept_of(of),
        }
        if match.copies is not None and match.copies.word_by_word:
            row["exact"] = None
        self._ask.add_signature.run(self._connection, row)
        if len(match.stopped):
            stopped = {"keys": packed(self._connection, match.stopped), "seq": STOPPED}
            self._ask.drop_keys.run(self._connection, stopped)
            self._ask.drop_recent_keys.run(self._connection, stopped)
            self._ask.add_keys.run(self._connection, stopped)
        self.index(seq, of, match.indexed, founder)
        for edge in _edges(seq, match):
            self._ask.add_edge.run(self._connection, edge)

    def signature(self, seq: int) -> Signature:
        """The MinHash signature of a revision. Raises NotFoundError."""
        shingles = self._connection.scalar(select(signatures.c.shingles).where(signatures.c.seq == seq))
        if shingles is None:
            raise NotFoundError(f"there is no signature of revision {seq}")
        return signature_of(unpacked(shingles), self._settings)

    def edges(self, seq: int) -> list[Edge]:
        """Why a revision stands where it does: what it is a copy of, then what shares a passage with it.

        Those that it shares a passage with may have come later: which way a passage travelled is not known.
        """
        asked = self._connection.execute(_EDGES, {"seq": seq}).all()
        later = self._connection.execute(_LATER_EDGES, {"seq": seq}).all()
        return [
            Edge(
                seq=row.other,
                article=row.article,
                is_later=is_later,
                joins=row.joins,
                relation=Relation(row.relation),
                comparison=Comparison(row.in_other, row.of_other, row.jaccard),
                passage=row.passage,
            )
            for is_later, rows in ((False, asked), (True, later))
            for row in rows
        ]

    def forget(self, seqs: Sequence[int]) -> None:
        """Drop revisions, before they are dropped themselves. Copies that stay take their original's place."""
        copies_upkeep.forget(self._connection, seqs, self._settings)

    def faults(self) -> list[str]:
        """What is wrong with the index: a line for each fault, with what to do about it."""
        return copies_upkeep.faults(self._connection, self._settings)

    def kept_of(self, of: Sketch) -> dict[str, object]:
        """What is kept of a sketch, by column."""
        return {
            "exact": None if of.exact is None else _signed(of.exact),
            "scheme": SCHEME,
            "seed": self._settings.seed,
            "shingles": of.distinct.astype("<u4", copy=False).tobytes(),
            "sampled": of.keys.astype("<u8", copy=False).tobytes(),
        }

    def index(self, seq: int, of: Sketch, keys: Hashes, founder: int) -> None:
        """Index a revision under these keys, and its lines in its outlet, so that later texts find them.

        It takes keys over from earlier ones of its article, for keys tell texts apart. Of a line that recurs already,
        enough is known.
        """
        if len(keys):
            numbers = packed(self._connection, keys)
            if self._is_revision(of.article.key):
                taken = {"keys": numbers, "article": of.article.key, "seq": seq}
                self._ask.take_over.run(self._connection, taken)
                self._ask.take_over_recent.run(self._connection, taken)
            self._ask.add_keys.run(self._connection, {"keys": numbers, "seq": seq})
        if of.outlet is not None:
            by_sighting = _sightings(of.outlet, line_hashes(of))
            new = sorted(sighting for sighting, line in by_sighting.items() if line not in of.without)
            self._ask.add_sightings.run(self._connection, {"lines": many(self._connection, new), "cluster": founder})
        if seq % SETTLED == 0:
            settle(self._connection)
        if seq % REMEMBERED == 0:
            lapse(self._connection, seq - REMEMBERED, self._settings.recurs_in)

    def _known(
        self,
        seq: int,
        article: str,
        cluster: str,
        founder: int,
        outlet: str | None,
        url: str | None,
        shingles: bytes = b"",
        sampled: bytes = b"",
    ) -> Known:
        self._founders[cluster] = founder
        return Known(seq, article, cluster, outlet_of(outlet, url), unpacked(shingles), unpacked_keys(sampled))

    def _founder(self, seq: int, match: Match) -> int:
        """The seq that stands for the cluster here. One may outlive its founder and be found again by it."""
        if match.cluster in self._founders:
            return self._founders[match.cluster]
        new = {"founder": seq, "id": match.cluster}
        if match.founds and self._ask.add_cluster.run(self._connection, new):
            return seq
        (founder,) = self._ask.founder.first(self._connection, {"id": match.cluster})
        return int(founder)

    def _is_revision(self, article: str) -> bool:
        if self._standing[0] != article:
            self.standing(article)
        return self._standing[1]


_TEXT = select(revisions.c.text, revisions.c.body).where(revisions.c.seq == bindparam("seq"))
_text = revisions.alias("text")
_PASSAGE = func.substr(_text.c.text, edges.c.passage_start + 1, edges.c.passage_end - edges.c.passage_start)
_SEEN = (edges.c.joins, edges.c.relation, edges.c.jaccard, revisions.c.article, _PASSAGE.label("passage"))
_EDGES = (
    select(edges.c.other, edges.c.in_other, edges.c.of_other, *_SEEN)
    .join(revisions, revisions.c.seq == edges.c.other)
    .join(_text, _text.c.seq == edges.c.seq)
    .where(edges.c.seq == bindparam("seq"))
    .order_by(edges.c.joins.desc(), edges.c.in_other.desc(), edges.c.other)
)
_LATER_EDGES = (
    select(
        edges.c.seq.label("other"),
        edges.c.of_other.label("in_other"),
        edges.c.in_other.label("of_other"),
        *_SEEN,
    )
    .join(revisions, revisions.c.seq == edges.c.seq)
    .join(_text, _text.c.seq == edges.c.seq)
    .where(edges.c.other == bindparam("seq"), ~edges.c.joins)
    .order_by(edges.c.of_other.desc(), edges.c.seq)
)


def _edges(seq: int, match: Match) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    if match.copies is not None:
        rows.append(_edge(seq, match.copies.seq, match.copies.relation, match.copies.comparison, None))
    rows.extend(_edge(seq, its.seq, Relation.QUOTES, its.comparison, its.passage) for its in match.borrows)
    return rows


def _edge(seq: int, other: int, relation: Relation, its: Comparison, passage: Span | None) -> dict[str, object]:
    return {
        "seq": seq,
        "other": other,
        "joins": passage is None,
        "relation": relation.value,
        "in_other": its.in_other,
        "of_other": its.of_other,
        "jaccard": its.jaccard,
        "passage_start": passage.start if passage else None,
        "passage_end": passage.end if passage else None,
    }


@lru_cache(maxsize=1)
def _sightings(outlet: str, lines: frozenset[int]) -> Mapping[int, int]:
    """The keys under which an outlet's lines are kept, each with its line: those of one outlet stand side by side.

    An article's are asked for twice, before it is decided and after.
    """
    mark = xxh3_64_intdigest(outlet.encode("utf-8", "surrogatepass")) & _OUTLET
    return {_signed(mark | line & ~_OUTLET): line for line in lines}


def _signed(value: int) -> int:
    return value - (1 << 64) if value >> 63 else value
