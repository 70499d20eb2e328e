"""The index of copies over time: what is purged, whether it is whole, and how it is made anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, insert, select, union_all, update

from monitor.dedup import SCHEME, STOPPED, Copying, Hashes, Relation, Shingles, compare, without
from monitor.store.copies_index import (
    KEYS,
    clusters,
    edges,
    line_sightings,
    packed,
    signatures,
    unpacked,
    unpacked_keys,
)
from monitor.store.copies_settling import recurring, settle
from monitor.store.copies_statements import statements

_AT_ONCE = 1000


def forget(connection: Connection, seqs: Sequence[int], settings: Copying) -> None:
    """Drop some revisions from everything that is known of copies, before they are dropped themselves.

    What recurs in an outlet stays known; its other lines are forgotten with the clusters that they stood in.
    """
    settle(connection)
    gone = sorted(set(seqs))
    for start in range(0, len(gone), _AT_ONCE):
        _forget(connection, gone[start : start + _AT_ONCE], settings)
    standing = select(signatures.c.cluster)
    sighted = line_sightings.c
    lapsed = sighted.cluster.not_in(standing) & sighted.line.not_in(recurring(settings.recurs_in))
    connection.execute(delete(line_sightings).where(lapsed))
    connection.execute(delete(clusters).where(clusters.c.founder.not_in(standing)))


def faults(connection: Connection, settings: Copying) -> list[str]:
    """What is wrong with the index: a line for each fault, with what to do about it."""
    alike = (signatures.c.scheme == SCHEME) & (signatures.c.seed == settings.seed)
    clustered = select(clusters.c.founder).where(clusters.c.founder == signatures.c.cluster).exists()
    held = union_all(*(select(table.c.seq).where(table.c.seq != STOPPED) for table in KEYS)).subquery()
    led = select(signatures.c.seq).where(signatures.c.seq == held.c.seq).exists()
    counts = (
        (signatures, ~alike, "signatures were made with another scheme or seed: run `monitor db check --rebuild`"),
        (signatures, ~clustered, "signatures are of no cluster: restore the database from a backup"),
        (held, ~led, "keys of the index lead to no revision: run `monitor db check --rebuild`"),
    )
    found = []
    for table, condition, what in counts:
        count = connection.scalar(select(func.count()).select_from(table).where(condition))
        if count:
            found.append(f"{count} {what}")
    return found


def _forget(connection: Connection, gone: Sequence[int], settings: Copying) -> None:
    heirs = connection.execute(
        select(edges.c.other, signatures.c.seq, signatures.c.shingles, signatures.c.sampled, signatures.c.exact)
        .join(signatures, signatures.c.seq == edges.c.seq)
        .where(edges.c.joins, edges.c.other.in_(gone), edges.c.seq.not_in(gone))
        .order_by(edges.c.other, edges.c.seq)
    ).all()
    exact = {}
    ask = statements(connection.dialect)
    held = select(signatures.c.seq, signatures.c.exact, signatures.c.sampled).where(signatures.c.seq.in_(gone))
    for row in connection.execute(held):
        exact[row.seq] = row.exact
        ask.drop_of.run(connection, {"keys": packed(connection, unpacked_keys(row.sampled)), "seq": row.seq})
    connection.execute(delete(edges).where(edges.c.seq.in_(gone) | edges.c.other.in_(gone)))
    connection.execute(delete(signatures).where(signatures.c.seq.in_(gone)))
    for original in sorted({row.other for row in heirs}):
        mine = [
            _Heir(row.seq, unpacked(row.shingles), unpacked_keys(row.sampled), row.exact)
            for row in heirs
            if row.other == original
        ]
        _inherit(connection, mine, exact.get(original), settings)


class _Heir(NamedTuple):
    seq: int
    distinct: Shingles
    keys: Hashes
    exact: int | None


def _inherit(connection: Connection, copies: Sequence[_Heir], exact: int | None, settings: Copying) -> None:
    """The first copy takes the place of an original that is gone: its keys were left out for the original's."""
    ask = statements(connection.dialect)
    heir = copies[0]
    for copy in copies:
        keys = copy.keys
        if copy is not heir:
            comparison = compare(copy.distinct, heir.distinct)
            relation = comparison.relation(settings.join_at)
            if relation is not Relation.QUOTES:
                keys = without(keys, heir.keys)
                shares = comparison._asdict()
                row = {"seq": copy.seq, "other": heir.seq, "joins": True, "relation": relation.value, **shares}
                connection.execute(insert(edges).values(row))
        elif copy.exact is None:
            connection.execute(update(signatures).where(signatures.c.seq == heir.seq).values(exact=exact))
        taken = {"keys": packed(connection, keys), "seq": copy.seq}
        ask.drop_of.run(connection, taken)
        ask.add_keys.run(connection, taken)
