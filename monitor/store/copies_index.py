"""Signatures, the index of shingles, recurring lines, clusters, edges: the tables, and how numbers are kept in them.

Hashes are unsigned 64-bit numbers; databases have signed ones, so each is kept as the signed number with the same bits.
"""

from __future__ import annotations

import numpy as np
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
)

from monitor.dedup import Hashes, Shingles
from monitor.store.metadata import metadata

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


def _pairs(name: str, of: str, by: str) -> Table:
    columns = (Column(column, BigInteger, primary_key=True, autoincrement=False) for column in (of, by))
    return Table(name, metadata, *columns, sqlite_with_rowid=False)


KEYS = sketch_keys, recent_keys = _pairs("sketch_keys", "key", "seq"), _pairs("recent_keys", "key", "seq")
"""The index: which revisions hold a shingle; seq 0 where too many did. Without a foreign key: with some thirty rows an
article, to check each costs more than the row. What is new stands in the second until it is settled."""

SIGHTINGS = line_sightings, recent_sightings = (
    _pairs("line_sightings", "line", "cluster"),
    _pairs("recent_sightings", "line", "cluster"),
)
"""In which clusters an outlet printed a line, until that is known to recur; the line's number is of its outlet too. The
second takes what is new, as above."""

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
