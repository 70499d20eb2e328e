"""The schema's versions: an empty database is set up, another version is refused with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from monitor.dedup import Copying
from monitor.errors import StoreError
from monitor.store import Store, check_database, reindex_database, upgrade_database
from monitor.store.engine import open_engine
from monitor.store.schema import metadata


def run(database: str, statement: str) -> None:
    engine = open_engine(database)
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def test_an_empty_database_is_set_up_and_found_whole(database: str) -> None:
    Store.open(database, Copying()).close()
    assert check_database(database, Copying()) == []
    Store.open(database, Copying()).close()


def test_the_migrations_make_what_the_code_expects(database: str) -> None:
    Store.open(database, Copying()).close()
    engine = open_engine(database)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_a_database_from_a_newer_version_is_refused(database: str) -> None:
    Store.open(database, Copying()).close()
    run(database, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match=r"made by a newer version of monitor \(9999\); install that version"):
        Store.open(database, Copying())
    with pytest.raises(StoreError, match="newer version"):
        upgrade_database(database)
    assert "newer version" in check_database(database, Copying())[0]


def test_an_older_database_is_not_touched_by_making_its_index_anew(database: str) -> None:
    Store.open(database, Copying()).close()
    run(database, "UPDATE alembic_version SET version_num = '0001'")
    with pytest.raises(StoreError, match="older version 0001; run `monitor db upgrade`"):
        reindex_database(database, Copying())


def test_a_database_that_is_not_there_is_not_made_by_a_check(tmp_path: Path) -> None:
    file = tmp_path / "mistyped.db"
    with pytest.raises(StoreError, match=r"mistyped\.db: is not there"):
        check_database(str(file), Copying())
    assert not file.exists()


def test_a_database_of_others_is_left_alone(database: str) -> None:
    run(database, "CREATE TABLE recipes (name TEXT)")
    with pytest.raises(StoreError, match="holds no tables of ours"):
        Store.open(database, Copying())


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("not a database, " * 100)
    with pytest.raises(StoreError, match=r"notes\.txt: file is not a database"):
        Store.open(str(file), Copying())


@pytest.mark.parametrize("url", ["mysql://localhost/x", "nonsense://", "://", "postgresql://desk:secret@db:port/news"])
def test_an_address_of_no_database_of_ours_is_named_and_its_password_is_not(url: str) -> None:
    with pytest.raises(StoreError, match="sqlite:///") as told:
        Store.open(url, Copying())
    assert "secret" not in str(told.value)


def test_any_driver_of_a_database_that_we_know_is_ours(tmp_path: Path) -> None:
    Store.open(f"sqlite+aiosqlite:///{tmp_path / 'm.db'}", Copying()).close()
    assert (tmp_path / "m.db").is_file()


def test_a_server_that_does_not_answer_is_named() -> None:
    with pytest.raises(StoreError, match="postgresql"):
        Store.open("postgresql://nobody@127.0.0.1:1/none", Copying())


def test_rows_that_lead_nowhere_are_told(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'm.db'}"
    Store.open(database, Copying()).close()
    run(database, "INSERT INTO articles (key, cluster, story, origin) VALUES ('k', 'c', 's', 'o')")
    assert check_database(database, Copying()) == ["1 articles without a revision"]
