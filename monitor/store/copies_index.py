"""Signatures, the index of shingles, recurring lines, clusters, edges: the tables, and the statements used on them.

Hashes are unsigned 64-bit numbers; databases have signed ones, so each is kept as the signed number with the same bits.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    Column,
    Connection,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    TableValuedAlias,
    bindparam,
    column,
    delete,
    func,
    insert,
    select,
    true,
)
from sqlalchemy.dialects import postgresql, sqlite

from monitor.dedup import Hashes, Shingles
from monitor.store.metadata import metadata
from monitor.store.prepared import Prepared
from monitor.store.tables import articles, revisions

signatures = Table(
    "signatures",
    metadata,
    Column(
        "seq",
        BigInteger().with_variant(Integer, "sqlite"),
        ForeignKey("revisions.seq"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("cluster", BigInteger, nullable=False),  # the seq that founded it
    Column("exact", BigInteger, index=True),  # null for a copy word by word: its original is found instead
    Column("scheme", String(16), nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("shingles", LargeBinary, nullable=False),  # all: 32 bits each, little-endian, sorted, each once
    Column("sampled", LargeBinary, nullable=False),  # those that are indexed: 64 bits each, little-endian, sorted
)
"""One row a revision: its shingles, and the scheme and seed with which its MinHash signature is made from them."""

sketch_keys = Table(
    "sketch_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""The index: which revisions hold a shingle; seq 0 where too many did. Without a foreign key: with some thirty rows an
article, to check each costs more than the row."""

line_sightings = Table(
    "line_sightings",
    metadata,
    Column("line", BigInteger, primary_key=True, autoincrement=False),  # of the line and its outlet
    Column("cluster", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""In which clusters an outlet printed a line, until that is known to recur."""

clusters = Table(
    "clusters",
    metadata,
    Column("founder", BigInteger, primary_key=True, autoincrement=False),  # a seq; its revision may be purged
    Column("id", String(32), nullable=False, unique=True),
)
"""The clusters: what one text's printings have in common."""

edges = Table(
    "edges",
    metadata,
    Column("seq", BigInteger, ForeignKey("revisions.seq"), primary_key=True, autoincrement=False),
    Column("other", BigInteger, ForeignKey("revisions.seq"), primary_key=True, autoincrement=False),
    Column("joins", Boolean, nullable=False),
    Column("relation", String(12), nullable=False),
    Column("in_other", Float, nullable=False),
    Column("of_other", Float, nullable=False),
    Column("jaccard", Float, nullable=False),
    Column("passage_start", Integer),
    Column("passage_end", Integer),
    Index(None, "other"),
)
"""Why a revision is a copy of another (`joins`), and from which others it borrows a passage."""


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
    drop_of: Prepared
    take_over: Prepared


@lru_cache(maxsize=8)
def statements(dialect: Dialect) -> Statements:
    """The statements for one kind of database."""
    lines, keys, seqs = _each(dialect, "lines"), _each(dialect, "keys"), _each(dialect, "seqs")
    own = (
        select(signatures.c.cluster)
        .join(revisions, revisions.c.seq == signatures.c.seq)
        .where(revisions.c.article == bindparam("article"))
    )
    recurring = (
        select(line_sightings.c.line)
        .join(lines, lines.c.value == line_sightings.c.line)
        .where(line_sightings.c.cluster.not_in(own))
        .group_by(line_sightings.c.line)
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
    hot = {
        "recurring": recurring,
        "same": text.where(signatures.c.exact == bindparam("exact")).order_by(signatures.c.seq).limit(16),
        "holders": select(sketch_keys.c.key, sketch_keys.c.seq).join(keys, keys.c.value == sketch_keys.c.key),
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
        "add_keys": add(sketch_keys).from_select(["key", "seq"], held.where(true())).on_conflict_do_nothing(),
        "add_sightings": add(line_sightings)
        .from_select(["line", "cluster"], seen.where(true()))
        .on_conflict_do_nothing(),
        "add_edge": insert(edges),
        "drop_keys": delete(sketch_keys).where(sketch_keys.c.key.in_(select(keys.c.value))),
        "drop_of": delete(sketch_keys).where(
            sketch_keys.c.key.in_(select(keys.c.value)), sketch_keys.c.seq == bindparam("seq")
        ),
        "take_over": delete(sketch_keys).where(
            sketch_keys.c.key.in_(select(keys.c.value)),
            sketch_keys.c.seq.in_(mine),
            sketch_keys.c.seq != bindparam("seq"),
        ),
    }
    return Statements(**{name: Prepared(statement, dialect) for name, statement in hot.items()})


def _each(dialect: Dialect, name: str) -> TableValuedAlias:
    """A parameter that holds many numbers, as a table of one column: one statement and one round trip for them all."""
    if dialect.name == "sqlite":
        return func.json_each(bindparam(name, type_=String)).table_valued(column("value", BigInteger), name=name)
    many = bindparam(name, type_=ARRAY(BigInteger))
    return func.unnest(many).table_valued(column("value", BigInteger), name=name).render_derived()


def many(connection: Connection, values: list[int]) -> str | list[int]:
    """Many numbers as the one parameter that a statement here takes."""
    return str(values) if connection.dialect.name == "sqlite" else values  # a list of ints reads as JSON


def packed(connection: Connection, hashes: Hashes) -> str | list[int]:
    """Many hashes as one parameter."""
    return many(connection, hashes.view(np.int64).tolist())


def unpacked(shingles: bytes) -> Shingles:
    """Shingles as they are kept in `signatures`."""
    return np.frombuffer(shingles, "<u4").astype(np.uint32, copy=False)


def unpacked_keys(keys: bytes) -> Hashes:
    """Keys as they are kept in `signatures`."""
    return np.frombuffer(keys, "<u8").astype(np.uint64, copy=False)
