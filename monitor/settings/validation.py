"""Reading TOML files, room settings as models, and every fault in words, each with its file and key."""

from __future__ import annotations

import dataclasses
import tomllib
from pathlib import Path
from typing import Any, get_type_hints

from pydantic import BaseModel, ConfigDict, ValidationError, create_model, model_validator

from monitor.errors import SettingsError


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


def model_of(shape: type[Any]) -> type[BaseModel]:
    """A model that accepts what a room's settings dataclass accepts, and nothing else.

    The dataclass names the keys, their types and defaults; what its `__post_init__` refuses is a fault too.
    """
    hints = get_type_hints(shape, include_extras=True)
    fields: dict[str, Any] = {field.name: (hints[field.name], _default(field)) for field in dataclasses.fields(shape)}

    def accepted(model: BaseModel) -> BaseModel:
        shape(**values_of(model))
        return model

    checks: dict[str, Any] = {"accepted": model_validator(mode="after")(accepted)}
    made: type[BaseModel] = create_model(
        shape.__name__, __config__=ConfigDict(extra="forbid"), __validators__=checks, **fields
    )
    return made


def values_of(model: BaseModel) -> dict[str, Any]:
    """The fields of a model, as they are."""
    return {name: getattr(model, name) for name in type(model).model_fields}


def explain(error: ValidationError) -> list[str]:
    """Every fault of a validation in words: `key: what is wrong`."""
    return [_in_words(fault) for fault in error.errors(include_url=False)]


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return ... if field.default is dataclasses.MISSING else field.default


def _in_words(fault: Any) -> str:
    key = ".".join(str(part) for part in fault["loc"]) or "(whole)"
    if fault["type"] == "extra_forbidden":
        return f"{key}: is no key that is known here"
    if fault["type"] == "missing":
        return f"{key}: is missing"
    if fault["type"] == "model_type":
        return f"{key}: is a table: write [{key}] above its keys (it says {fault['input']!r})"
    message = str(fault["msg"]).removeprefix("Value error, ")
    told = "" if isinstance(fault["input"], (dict, BaseModel)) else f" (it says {fault['input']!r})"
    return f"{key}: {message[0].lower()}{message[1:]}{told}"
