"""Opening a database: SQLite in WAL by default, PostgreSQL by URL; one way to begin a transaction on both."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from monitor.errors import StoreError

BUSY_SECONDS = 30
"""How long a reader or writer waits for another process's lock before it says so."""

_WRITER = 0x77726974696E67
"""The lock that the one writer of a PostgreSQL database holds to the end of its transaction: `writing` in ASCII. SQLite
has its own."""

_PAGE = 8192  # bytes
_CHECKPOINT_PAGES = 8_000  # 64 MB: the pages of an index that many transactions in a row touch are copied back once


def open_engine(url: str) -> Engine:
    """An engine for a database URL, or for the path of an SQLite file. Raises StoreError where the URL is no good."""
    address = _address(url)
    backend = address.get_backend_name()
    if backend == "sqlite":
        return _sqlite(address.set(drivername=backend))
    if backend == "postgresql":
        try:
            return _postgresql(address)
        except ModuleNotFoundError as error:
            raise StoreError("PostgreSQL needs the extra: pip install 'monitor[postgres]'") from error
    raise StoreError(f"{address.render_as_string()}: {backend} is not supported; use sqlite:/// or postgresql://")


def open_temporary() -> Engine:
    """A private SQLite database: in memory while small, spilled to disk when large, gone when closed."""
    engine = create_engine(
        "sqlite://", creator=lambda: sqlite3.connect("", check_same_thread=False), poolclass=StaticPool
    )
    _begin_ourselves(engine, durable=False)
    return engine


def _address(url: str) -> URL:
    if "://" not in url:
        return URL.create("sqlite", database=url)
    try:
        return make_url(url)
    except (ArgumentError, ValueError) as error:
        shown = re.sub(r"(?<=:)[^:/@]*(?=@)", "***", url)
        raise StoreError(f"{shown}: is no database URL; use sqlite:///FILE or postgresql://HOST/NAME") from error


def _sqlite(address: URL) -> Engine:
    if address.database:
        folder = Path(address.database).parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{folder}: cannot be made for the database: {error.strerror}") from error
    engine = create_engine(address, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})
    _begin_ourselves(engine, durable=True)
    return engine


def _postgresql(address: URL) -> Engine:
    engine = create_engine(address.set(drivername="postgresql+psycopg"), pool_pre_ping=True)

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        if not connection.get_execution_options().get("reads_only", False):
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER})")

    return engine


def _begin_ourselves(engine: Engine, *, durable: bool) -> None:
    """Let SQLAlchemy, not sqlite3, say when a transaction begins: sqlite3 would begin late and commit early.

    A transaction asks for the write lock at once unless its connection was given the option `reads_only`, so that two
    writers wait for each other instead of failing half-way.
    """

    pragmas = [f"page_size = {_PAGE}", "foreign_keys = ON", "cache_size = -32768", "temp_store = MEMORY"]
    if durable:
        pragmas += ["journal_mode = WAL", "synchronous = NORMAL", f"wal_autocheckpoint = {_CHECKPOINT_PAGES}"]
    else:
        pragmas += ["synchronous = OFF"]

    @event.listens_for(engine, "connect")
    def connected(raw: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        assert isinstance(raw, sqlite3.Connection)
        raw.isolation_level = None
        cursor = raw.cursor()
        try:
            for pragma in pragmas:
                cursor.execute(f"PRAGMA {pragma}")
        except sqlite3.Error:
            raw.close()
            raise
        cursor.close()

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        reads_only = connection.get_execution_options().get("reads_only", False)
        connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")
