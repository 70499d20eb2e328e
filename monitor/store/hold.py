"""One service a database: a lock that the operating system or the server lets go of when its holder dies."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Engine, text

from monitor.errors import StoreError

ADVISORY_KEY = 0x73657276696365
"""The name, in PostgreSQL's advisory locks, of what one service holds of a database: `service` in ASCII."""

_IN_USE = "another service runs on this database; stop that one, or give this one a database of its own"


@contextmanager
def held(engine: Engine) -> Iterator[None]:
    """Hold a database as its one service. Raises StoreError where another process does."""
    if engine.dialect.name == "postgresql":
        with _advisory(engine):
            yield
    elif engine.url.database:
        with _lock_file(Path(f"{engine.url.database}.lock")):
            yield
    else:
        yield  # a temporary database is no one else's


@contextmanager
def _advisory(engine: Engine) -> Iterator[None]:
    """A session lock on a connection of its own: it ends with the connection, however that ends."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if not connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": ADVISORY_KEY}):
            raise StoreError(f"{engine.url.render_as_string()}: {_IN_USE}")
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": ADVISORY_KEY})


@contextmanager
def _lock_file(path: Path) -> Iterator[None]:
    """An flock on a file beside the database. The file stays: removing it would let two hold two files of one name."""
    try:
        file = path.open("a+b", buffering=0)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written, and says who has the database: {error.strerror}") from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read(20).decode("ascii", "replace").strip()
            raise StoreError(f"{path}: {_IN_USE}" + (f" (process {holder})" if holder else "")) from None
        with suppress(OSError):  # on a full disk the lock holds without its holder's name
            file.truncate(0)
            file.write(f"{os.getpid()}\n".encode())
        yield
