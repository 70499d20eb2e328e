"""The index of copies made anew from the texts: after damage, or under another seed, size of shingles or window."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, select, update

from monitor.dedup import SCHEME, Copying, furniture, leave_out, sketches, without
from monitor.model import Article, Span
from monitor.store.copies import Copies
from monitor.store.copies_index import edges, line_sightings, signatures, sketch_keys, unpacked_keys
from monitor.store.copies_settling import settle
from monitor.store.prepared import Prepared
from monitor.store.tables import articles, revisions

_AT_ONCE = 500


def rebuild(connection: Connection, settings: Copying) -> None:
    """Sketch every revision anew, in order of arrival, and index it. Clusters and edges stay as they were decided.

    Lines that are known to recur by now are left out of early texts too.
    """
    copies = Copies(connection, settings)
    write = Prepared(_WRITE, connection.dialect)
    settle(connection)
    connection.execute(delete(sketch_keys))
    if connection.scalar(select(_OTHERWISE.exists()), {"seed": settings.seed}):
        connection.execute(delete(line_sightings))
    last = 0
    while rows := connection.execute(_TEXTS, {"after": last}).all():
        for row, whole in zip(rows, sketches([_article(row) for row in rows], settings), strict=True):
            of = leave_out(whole, settings, furniture(whole, copies, settings))
            held = connection.scalar(_HELD_BY_ORIGINAL, {"seq": row.seq})
            values = copies.kept_of(of) | ({"exact": None} if held is not None and row.exact is None else {})
            write.run(connection, {**values, "of": row.seq})
            keys = of.keys if held is None else without(of.keys, unpacked_keys(held))
            copies.index(row.seq, of, keys, row.cluster)
        last = rows[-1].seq
    settle(connection)


def _article(row: Row[*tuple[Any, ...]]) -> Article:
    return Article(
        id=row.article,
        key=row.article,
        revision=row.revision,
        text=row.text,
        body=tuple(Span(*span) for span in row.body),
        title=row.title,
        url=row.url,
        outlet=row.outlet,
    )


_OTHERWISE = select(signatures.c.seq).where(
    (signatures.c.scheme != SCHEME) | (signatures.c.seed != bindparam("seed")),
)
_TEXTS = (
    select(
        revisions.c.seq,
        revisions.c.article,
        revisions.c.revision,
        revisions.c.title,
        revisions.c.text,
        revisions.c.body,
        articles.c.url,
        articles.c.outlet,
        signatures.c.cluster,
        signatures.c.exact,
    )
    .join(articles, articles.c.key == revisions.c.article)
    .join(signatures, signatures.c.seq == revisions.c.seq)
    .where(revisions.c.seq > bindparam("after"))
    .order_by(revisions.c.seq)
    .limit(_AT_ONCE)
)
_HELD_BY_ORIGINAL = (
    select(signatures.c.sampled)
    .join(edges, edges.c.other == signatures.c.seq)
    .where(edges.c.seq == bindparam("seq"), edges.c.joins)
)
_WRITE = (
    update(signatures)
    .where(signatures.c.seq == bindparam("of"))
    .values({name: bindparam(name) for name in ("exact", "scheme", "seed", "shingles", "sampled")})
)
