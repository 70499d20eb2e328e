"""One database: opened, and handed out as transactions in which every repository stands ready."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from monitor.dedup import Copying
from monitor.errors import StoreError
from monitor.store.articles import Articles
from monitor.store.copies import Copies
from monitor.store.edits import Edits
from monitor.store.engine import open_engine, open_temporary
from monitor.store.feeds import Feeds
from monitor.store.hold import held
from monitor.store.inbox import Inbox
from monitor.store.ledger import Ledgers
from monitor.store.ledger_reports import Reports
from monitor.store.moves import Moves
from monitor.store.outbox import Outbox
from monitor.store.pages import Pages
from monitor.store.reasons import Reasons
from monitor.store.retention import Retention
from monitor.store.schema import metadata, prepare
from monitor.store.stories import Stories
from monitor.store.views import Views


@dataclass(frozen=True, slots=True)
class Transaction:
    """Every repository over one connection: what is done through them happens at once or not at all."""

    articles: Articles
    copies: Copies
    stories: Stories
    ledger: Ledgers
    reports: Reports
    edits: Edits
    moves: Moves
    outbox: Outbox
    feeds: Feeds
    inbox: Inbox
    pages: Pages
    retention: Retention
    views: Views
    reasons: Reasons


class Store:
    """A database of this version. One writer at a time; any number of readers."""

    def __init__(self, engine: Engine, copying: Copying) -> None:
        self._engine = engine
        self._copying = copying

    @classmethod
    def open(cls, url: str, copying: Copying) -> Store:
        """Open a database, setting it up where it is empty. Raises StoreError, saying what to do, where that fails."""
        engine = open_engine(url)
        try:
            prepare(engine)
        except StoreError:
            engine.dispose()
            raise
        return cls(engine, copying)

    @classmethod
    def temporary(cls, copying: Copying) -> Store:
        """A database that is gone when it is closed."""
        engine = open_temporary()
        with engine.begin() as connection:
            metadata.create_all(connection)
        return cls(engine, copying)

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    def beside(self, name: str) -> Path | None:
        """Where a file or folder of that name stands beside an SQLite file; None for any other database."""
        url = self._engine.url
        return Path(f"{url.database}.{name}") if url.get_backend_name() == "sqlite" and url.database else None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the database as its one service. Raises StoreError where another process does."""
        with held(self._engine):
            yield

    @contextmanager
    def deciding(self) -> Iterator[Transaction]:
        """A transaction that writes: committed when the block ends, undone when it raises."""
        try:
            with self._engine.begin() as connection:
                yield _transaction(connection, self._copying)
        except SQLAlchemyError as error:
            raise StoreError(f"{self._engine.url.render_as_string()}: {_reason(error)}") from error

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """A transaction that only reads, and waits for no writer."""
        try:
            with self._engine.connect().execution_options(reads_only=True) as connection:
                yield _transaction(connection, self._copying)
        except SQLAlchemyError as error:
            raise StoreError(f"{self._engine.url.render_as_string()}: {_reason(error)}") from error


def _transaction(connection: Connection, copying: Copying) -> Transaction:
    copies = Copies(connection, copying)
    return Transaction(
        Articles(connection),
        copies,
        Stories(connection),
        Ledgers(connection),
        Reports(connection),
        Edits(connection),
        Moves(connection),
        Outbox(connection),
        Feeds(connection),
        Inbox(connection),
        Pages(connection),
        Retention(connection, copying),
        Views(connection),
        Reasons(connection, copies),
    )


def _reason(error: SQLAlchemyError) -> str:
    return " ".join(str(getattr(error, "orig", None) or error).split())
