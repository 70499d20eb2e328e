"""Reading a TOML file into frozen dataclasses, with every fault told at once, each with its file and key."""

from __future__ import annotations

import dataclasses
import tomllib
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from pydantic import ConfigDict, ValidationError, create_model

from monitor.errors import SettingsError

T = TypeVar("T")


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file. Raises SettingsError where it is missing, is not text, or is no TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise SettingsError((f"{path}: does not exist; `monitor init` writes one to start from",)) from None
    except OSError as error:
        raise SettingsError((f"{path}: cannot be read: {error.strerror}",)) from error
    except UnicodeDecodeError:
        raise SettingsError((f"{path}: is not UTF-8 text",)) from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError((f"{path}: is no TOML: {error}",)) from None


def build(shape: type[T], table: object, where: str, problems: list[str]) -> T | None:
    """A dataclass from a table, its fields the keys. Unknown keys, wrong types and refused values go to `problems`.

    `where` is the file, and the table in it, as an error shows them. None where there was any problem.
    """
    if not isinstance(table, dict):
        problems.append(f"{where}: must be a table")
        return None
    assert dataclasses.is_dataclass(shape)
    hints = get_type_hints(shape, include_extras=True)
    fields: dict[str, Any] = {}
    for field in dataclasses.fields(shape):
        fields[field.name] = (hints[field.name], _default(field))
    model = create_model(shape.__name__, __config__=ConfigDict(extra="forbid"), **fields)
    try:
        values = model.model_validate(table)
        return shape(**{name: getattr(values, name) for name in fields})
    except ValidationError as error:
        problems.extend(f"{where}: {told}" for told in explain(error))
    except ValueError as error:  # a dataclass's own refusal
        problems.append(f"{where}: {error}")
    return None


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return ... if field.default is dataclasses.MISSING else field.default


def explain(error: ValidationError) -> list[str]:
    """Every fault of a validation in words: `key: what is wrong`."""
    return [_in_words(fault) for fault in error.errors(include_url=False)]


def _in_words(fault: Any) -> str:
    key = ".".join(str(part) for part in fault["loc"]) or "(whole)"
    if fault["type"] == "extra_forbidden":
        return f"{key}: is no key that is known here"
    if fault["type"] == "missing":
        return f"{key}: is missing"
    message = str(fault["msg"]).removeprefix("Value error, ")
    return f"{key}: {message[0].lower()}{message[1:]} (it says {fault['input']!r})"
