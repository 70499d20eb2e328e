"""Is a database of this version, and whole."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import SQLAlchemyError

from monitor.dedup import Copying
from monitor.errors import StoreError
from monitor.store.copies import Copies
from monitor.store.copies_index import signatures
from monitor.store.copies_rebuild import rebuild
from monitor.store.engine import open_engine
from monitor.store.outbox_tables import alerts, digests, outbox
from monitor.store.schema import mismatch, prepare, upgrade
from monitor.store.tables import articles, revisions


def upgrade_database(url: str) -> str:
    """Bring a database to this version, and name that version."""
    engine = open_engine(url)
    try:
        return upgrade(engine)
    finally:
        engine.dispose()


def reindex_database(url: str, copying: Copying) -> None:
    """Make the index of copies anew from the texts. Raises StoreError where the database is not of this version."""
    engine = _open(url)
    try:
        prepare(engine)
        with engine.begin() as connection:
            rebuild(connection, copying)
    except SQLAlchemyError as error:
        raise StoreError(f"{engine.url.render_as_string()}: {_reason(error)}") from error
    finally:
        engine.dispose()


def check_database(url: str, copying: Copying) -> list[str]:
    """Every fault of a database, each in a line: another version, damage on disk, rows that lead nowhere."""
    engine = _open(url)
    try:
        with engine.connect().execution_options(reads_only=True) as connection:
            other = mismatch(connection)
            if other:
                return [other]
            index = Copies(connection, copying).faults()
            return [*_damage(engine, connection), *_loose_ends(connection), *index]
    except SQLAlchemyError as error:
        raise StoreError(f"{engine.url.render_as_string()}: {_reason(error)}") from error
    finally:
        engine.dispose()


def _open(url: str) -> Engine:
    """A database that is there: one that is not is not made in order to be checked."""
    engine = open_engine(url)
    file = engine.url.database
    if engine.dialect.name == "sqlite" and not (file and Path(file).exists()):
        raise StoreError(f"{engine.url.render_as_string()}: is not there; correct the address")
    return engine


def _damage(engine: Engine, connection: Connection) -> list[str]:
    if engine.dialect.name != "sqlite":
        return []
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA quick_check")]
    broken = [
        f"{row[0]}: row {row[1]} leads to nothing in {row[2]}"
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return [*(line for line in found if line != "ok"), *broken]


def _loose_ends(connection: Connection) -> list[str]:
    counts = {
        "articles without a revision": select(func.count())
        .select_from(articles)
        .where(~select(revisions.c.seq).where(revisions.c.article == articles.c.key).exists()),
        "revisions without a signature": select(func.count())
        .select_from(revisions)
        .where(~select(signatures.c.seq).where(signatures.c.seq == revisions.c.seq).exists()),
        "outbox rows without an alert or digest": select(func.count())
        .select_from(outbox)
        .where(~select(alerts.c.id).where(alerts.c.id == outbox.c.letter).exists())
        .where(~select(digests.c.id).where(digests.c.id == outbox.c.letter).exists()),
    }
    return [f"{number} {what}" for what, query in counts.items() if (number := connection.scalar(query))]


def _reason(error: SQLAlchemyError) -> str:
    return " ".join(str(getattr(error, "orig", None) or error).split())
