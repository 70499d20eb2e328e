"""The index of copies over time: what is purged, whether it is whole, and how it is made anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, delete, func, insert, select, update

from monitor.dedup import SCHEME, STOPPED, Copying, Hashes, Relation, compare, keys_of, without
from monitor.store.copies_index import (
    clusters,
    edges,
    line_sightings,
    packed,
    signatures,
    sketch_keys,
    statements,
    unpacked,
)
from monitor.store.tables import revisions

_AT_ONCE = 1000


def forget(connection: Connection, seqs: Sequence[int], settings: Copying) -> None:
    """Drop some revisions from everything that is known of copies, before they are dropped themselves.

    What recurs in an outlet stays known; its other lines are forgotten with the clusters that they stood in.
    """
    gone = sorted(set(seqs))
    for start in range(0, len(gone), _AT_ONCE):
        _forget(connection, gone[start : start + _AT_ONCE], settings)
    standing = select(signatures.c.cluster)
    sighted = line_sightings.c
    recurring = select(sighted.line).group_by(sighted.line).having(func.count() >= settings.recurs_in)
    lapsed = sighted.cluster.not_in(standing) & sighted.line.not_in(recurring)
    connection.execute(delete(line_sightings).where(lapsed))
    connection.execute(delete(clusters).where(clusters.c.founder.not_in(standing)))


def faults(connection: Connection, settings: Copying) -> list[str]:
    """What is wrong with the index: a line for each fault, with what to do about it."""
    alike = (
        (signatures.c.scheme == SCHEME)
        & (signatures.c.seed == settings.seed)
        & (func.length(signatures.c.minhash) == 4 * settings.permutations)
    )
    clustered = select(clusters.c.founder).where(clusters.c.founder == signatures.c.cluster).exists()
    led = select(signatures.c.seq).where(signatures.c.seq == sketch_keys.c.seq).exists() | (
        sketch_keys.c.seq == STOPPED
    )
    counts = (
        (signatures, ~alike, "signatures were made with another scheme, seed or length: put those settings back"),
        (signatures, ~clustered, "signatures are of no cluster: restore the database from a backup"),
        (
            sketch_keys,
            ~led & (sketch_keys.c.seq != STOPPED),
            "keys of the index lead to no revision: run `monitor db check --rebuild`",
        ),
    )
    found = []
    for table, condition, what in counts:
        count = connection.scalar(select(func.count()).select_from(table).where(condition))
        if count:
            found.append(f"{count} {what}")
    return found


def reindex(connection: Connection, settings: Copying) -> None:
    """Make the index of shingles anew from the shingles that are kept, in order of arrival."""
    ask = statements(connection.dialect.name)
    connection.execute(delete(sketch_keys))
    for seq, article, keys in _unindexed(connection, settings):
        numbers = packed(connection, keys)
        connection.execute(ask.take_over, {"keys": numbers, "article": article, "seq": seq})
        connection.execute(ask.add_keys, {"keys": numbers, "seq": seq})


def _unindexed(connection: Connection, settings: Copying) -> Iterator[tuple[int, str, Hashes]]:
    """Each revision with the keys that belong to it: those that its original does not hold."""
    original = signatures.alias("original")
    query = (
        select(signatures.c.seq, revisions.c.article, signatures.c.shingles, original.c.shingles.label("held"))
        .join(revisions, revisions.c.seq == signatures.c.seq)
        .outerjoin(edges, (edges.c.seq == signatures.c.seq) & edges.c.joins)
        .outerjoin(original, original.c.seq == edges.c.other)
        .order_by(signatures.c.seq)
        .limit(_AT_ONCE)
    )
    last = 0
    while rows := connection.execute(query.where(signatures.c.seq > last)).all():
        for row in rows:
            keys = keys_of(unpacked(row.shingles), settings)
            yield row.seq, row.article, keys if row.held is None else without(keys, unpacked(row.held))
        last = rows[-1].seq


def _forget(connection: Connection, gone: Sequence[int], settings: Copying) -> None:
    heirs = connection.execute(
        select(edges.c.other, signatures.c.seq, signatures.c.shingles, signatures.c.exact)
        .join(signatures, signatures.c.seq == edges.c.seq)
        .where(edges.c.joins, edges.c.other.in_(gone), edges.c.seq.not_in(gone))
        .order_by(edges.c.other, edges.c.seq)
    ).all()
    exact_of = select(signatures.c.seq, signatures.c.exact).where(signatures.c.seq.in_(gone))
    exact = {row.seq: row.exact for row in connection.execute(exact_of)}
    connection.execute(delete(sketch_keys).where(sketch_keys.c.seq.in_(gone)))
    connection.execute(delete(edges).where(edges.c.seq.in_(gone) | edges.c.other.in_(gone)))
    connection.execute(delete(signatures).where(signatures.c.seq.in_(gone)))
    for original in sorted({row.other for row in heirs}):
        mine = [(row.seq, unpacked(row.shingles), row.exact) for row in heirs if row.other == original]
        _inherit(connection, mine, exact.get(original), settings)


def _inherit(
    connection: Connection, copies: Sequence[tuple[int, Hashes, int | None]], exact: int | None, settings: Copying
) -> None:
    """The first copy takes the place of an original that is gone: its keys were left out for the original's."""
    ask = statements(connection.dialect.name)
    heir, held, _ = copies[0]
    for seq, distinct, own_exact in copies:
        keys = keys_of(distinct, settings)
        if seq != heir:
            comparison = compare(distinct, held)
            relation = comparison.relation(settings.join_at)
            if relation is not Relation.QUOTES:
                keys = without(keys, held)
                shares = comparison._asdict()
                row = {"seq": seq, "other": heir, "joins": True, "relation": relation.value, **shares}
                connection.execute(insert(edges).values(row))
        elif own_exact is None:
            connection.execute(update(signatures).where(signatures.c.seq == heir).values(exact=exact))
        connection.execute(ask.add_keys, {"keys": packed(connection, keys), "seq": seq})
