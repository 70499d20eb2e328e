"""Statements that run for every article, handed to the driver itself.

To run a statement SQLAlchemy takes several times as long as SQLite takes to answer it. What runs a dozen times for each
article is put together by SQLAlchemy once, and from then on the driver is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import Executable
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ClauseElement


class Prepared:
    """A statement as one driver takes it. Rows are handed out as the driver has them: plain tuples, plain values."""

    def __init__(self, statement: Executable, dialect: Dialect) -> None:
        assert isinstance(statement, ClauseElement)
        compiled = statement.compile(dialect=dialect)
        assert isinstance(compiled, SQLCompiler)
        self._dialect = dialect
        self._text = str(compiled)
        self._order = compiled.positiontup if compiled.positional else None
        self._fixed = {name: value for name, value in compiled.params.items() if value is not None}
        self._turned: dict[str, Callable[[Any], Any]] = {}
        for name, bind in compiled.binds.items():
            turn = bind.type.dialect_impl(dialect).bind_processor(dialect)
            if turn is not None:
                self._turned[name] = turn

    def all(self, connection: Connection, parameters: Mapping[str, Any]) -> Sequence[Any]:
        """Every row that it finds."""
        return self._on(connection, parameters).fetchall()

    def first(self, connection: Connection, parameters: Mapping[str, Any]) -> Any:
        """The first row that it finds, None where it finds none."""
        found = self._on(connection, parameters).fetchall()
        return found[0] if found else None

    def run(self, connection: Connection, parameters: Mapping[str, Any]) -> int:
        """Run it; how many rows it changed."""
        return self._on(connection, parameters).rowcount

    def _on(self, connection: Connection, parameters: Mapping[str, Any]) -> DBAPICursor:
        if not connection.in_transaction():
            connection.begin()
        cursor = connection.connection.cursor()
        given = self._as_taken(parameters)
        try:
            cursor.execute(self._text, given)
        except self._dialect.loaded_dbapi.Error as error:
            kind = self._dialect.loaded_dbapi.Error
            raise DBAPIError.instance(self._text, given, error, kind, dialect=self._dialect) from error
        return cursor

    def _as_taken(self, parameters: Mapping[str, Any]) -> Any:
        if self._fixed or self._turned:
            parameters = {**self._fixed, **parameters}
            parameters.update({name: turn(parameters[name]) for name, turn in self._turned.items()})
        return parameters if self._order is None else [parameters[name] for name in self._order]


@lru_cache(maxsize=256)
def prepared(statement: Executable, dialect: Dialect) -> Prepared:
    """A statement for one kind of database, put together when it is first asked for."""
    return Prepared(statement, dialect)
