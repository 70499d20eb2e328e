"""An archive of copies on either kind of database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine

from .archive import OWN, Archive


@pytest.fixture
def archive(database: str) -> Iterator[Archive]:
    engine = create_engine(database)
    with engine.begin() as connection:
        OWN[0].metadata.create_all(connection, tables=OWN)
        yield Archive(connection)
    engine.dispose()
