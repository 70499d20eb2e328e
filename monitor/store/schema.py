"""The database's schema and its versions: set up, upgraded and checked through Alembic's migrations."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.exc import SQLAlchemyError

from monitor.errors import StoreError
from monitor.store import copies, edits, feeds, inbox, ledger, outbox_tables, pages, stories, tables
from monitor.store.metadata import metadata

__all__ = ["metadata", "mismatch", "prepare", "upgrade"]

TABLES = (tables, copies, stories, ledger, edits, outbox_tables, feeds, inbox, pages)
"""The modules that hold a table: importing them is what puts it into `metadata`."""


def prepare(engine: Engine) -> None:
    """Make sure that the database is of this version, setting it up where it is empty.

    Raises StoreError where it cannot be opened, is older (the user upgrades it) or was made by a newer version.
    """
    try:
        with engine.begin() as connection:
            if not inspect(connection).get_table_names():
                _migrate(connection)
            other = mismatch(connection)
    except SQLAlchemyError as error:
        raise StoreError(f"{engine.url.render_as_string()}: {_reason(error)}") from error
    if other is not None:
        raise StoreError(f"{engine.url.render_as_string()}: {other}")


def upgrade(engine: Engine) -> str:
    """Bring the database to this version, and name that version. Raises StoreError where that cannot be done."""
    try:
        with engine.begin() as connection:
            found = _version(connection)
            if found is not None and not _is_known(found):
                raise StoreError(f"{engine.url.render_as_string()}: {mismatch(connection)}")
            _migrate(connection)
            return _newest()
    except (SQLAlchemyError, CommandError) as error:
        raise StoreError(f"{engine.url.render_as_string()}: {_reason(error)}") from error


def mismatch(connection: Connection) -> str | None:
    """What keeps a database from being used by this version, and what to do; None where nothing does."""
    found = _version(connection)
    if found == _newest():
        return None
    if found is None:
        return "holds no tables of ours; give an empty database, and it is set up"
    if _is_known(found):
        return f"has the older version {found}; run `monitor db upgrade`"
    return f"was made by a newer version of monitor ({found}); install that version, or use another database"


def _version(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _newest() -> str:
    head = ScriptDirectory.from_config(_config()).get_current_head()
    assert head is not None
    return head


def _is_known(found: str) -> bool:
    return any(script.revision == found for script in ScriptDirectory.from_config(_config()).walk_revisions())


def _migrate(connection: Connection) -> None:
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def _reason(error: Exception) -> str:
    original = getattr(error, "orig", None) or error
    return " ".join(str(original).split())
