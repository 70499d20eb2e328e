"""The statements of the hot path on the tables of copies, put together once for each kind of database."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Dialect,
    String,
    TableValuedAlias,
    bindparam,
    column,
    delete,
    func,
    insert,
    select,
    true,
    union,
    union_all,
)
from sqlalchemy.dialects import postgresql, sqlite

from monitor.store.copies_index import (
    KEYS,
    SIGHTINGS,
    clusters,
    edges,
    recent_keys,
    recent_sightings,
    signatures,
    sketch_keys,
)
from monitor.store.prepared import Prepared
from monitor.store.tables import articles, revisions


class Statements(NamedTuple):
    """Every statement of the hot path, with the columns of its rows."""

    recurring: Prepared  # line
    same: Prepared  # seq, article, cluster's id, cluster's founder, outlet, url
    holders: Prepared  # key, seq
    known: Prepared  # as `same`, then shingles, sampled
    standing: Prepared  # seq, cluster's id
    founder: Prepared  # founder
    add_cluster: Prepared
    add_signature: Prepared
    add_keys: Prepared
    add_sightings: Prepared
    add_edge: Prepared
    drop_keys: Prepared
    drop_recent_keys: Prepared
    drop_of: Prepared
    take_over: Prepared
    take_over_recent: Prepared


@lru_cache(maxsize=8)
def statements(dialect: Dialect) -> Statements:
    """The statements for one kind of database."""
    lines, keys, seqs = _each(dialect, "lines"), _each(dialect, "keys"), _each(dialect, "seqs")
    own = (
        select(signatures.c.cluster)
        .join(revisions, revisions.c.seq == signatures.c.seq)
        .where(revisions.c.article == bindparam("article"))
    )
    sighted = union(
        *(select(table.c.line, table.c.cluster).join(lines, lines.c.value == table.c.line) for table in SIGHTINGS)
    ).subquery()
    recurring = (
        select(sighted.c.line)
        .where(sighted.c.cluster.not_in(own))
        .group_by(sighted.c.line)
        .having(func.count() >= bindparam("clusters"))
    )
    text = (
        select(
            signatures.c.seq,
            revisions.c.article,
            clusters.c.id,
            signatures.c.cluster,
            articles.c.outlet,
            articles.c.url,
        )
        .join(revisions, revisions.c.seq == signatures.c.seq)
        .join(articles, articles.c.key == revisions.c.article)
        .join(clusters, clusters.c.founder == signatures.c.cluster)
    )
    add = sqlite.insert if dialect.name == "sqlite" else postgresql.insert
    seen = select(lines.c.value, bindparam("cluster", type_=BigInteger))
    held = select(keys.c.value, bindparam("seq", type_=BigInteger))
    mine = select(revisions.c.seq).where(revisions.c.article == bindparam("article"))
    asked = select(keys.c.value)
    hot = {
        "recurring": recurring,
        "same": text.where(signatures.c.exact == bindparam("exact")).order_by(signatures.c.seq).limit(16),
        "holders": union_all(
            *(select(table.c.key, table.c.seq).join(keys, keys.c.value == table.c.key) for table in KEYS)
        ),
        "known": text.add_columns(signatures.c.shingles, signatures.c.sampled).join(
            seqs, seqs.c.value == signatures.c.seq
        ),
        "standing": (
            select(signatures.c.seq, clusters.c.id)
            .join(revisions, revisions.c.seq == signatures.c.seq)
            .join(clusters, clusters.c.founder == signatures.c.cluster)
            .where(revisions.c.article == bindparam("article"))
            .order_by(signatures.c.seq)
        ),
        "founder": select(clusters.c.founder).where(clusters.c.id == bindparam("id")),
        "add_cluster": add(clusters).on_conflict_do_nothing(),
        "add_signature": insert(signatures),
        "add_keys": add(recent_keys).from_select(["key", "seq"], held.where(true())).on_conflict_do_nothing(),
        "add_sightings": add(recent_sightings)
        .from_select(["line", "cluster"], seen.where(true()))
        .on_conflict_do_nothing(),
        "add_edge": insert(edges),
        "drop_keys": delete(sketch_keys).where(sketch_keys.c.key.in_(asked)),
        "drop_recent_keys": delete(recent_keys).where(recent_keys.c.key.in_(asked)),
        "drop_of": delete(sketch_keys).where(sketch_keys.c.key.in_(asked), sketch_keys.c.seq == bindparam("seq")),
        "take_over": delete(sketch_keys).where(
            sketch_keys.c.key.in_(asked), sketch_keys.c.seq.in_(mine), sketch_keys.c.seq != bindparam("seq")
        ),
        "take_over_recent": delete(recent_keys).where(
            recent_keys.c.key.in_(asked), recent_keys.c.seq.in_(mine), recent_keys.c.seq != bindparam("seq")
        ),
    }
    return Statements(**{name: Prepared(statement, dialect) for name, statement in hot.items()})


def _each(dialect: Dialect, name: str) -> TableValuedAlias:
    """A parameter that holds many numbers, as a table of one column: one statement and one round trip for them all."""
    if dialect.name == "sqlite":
        return func.json_each(bindparam(name, type_=String)).table_valued(column("value", BigInteger), name=name)
    many = bindparam(name, type_=ARRAY(BigInteger))
    return func.unnest(many).table_valued(column("value", BigInteger), name=name).render_derived()
