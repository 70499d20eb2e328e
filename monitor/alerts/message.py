"""A letter as JSON: what a webhook is sent, and what stands in a file, a line a letter. `docs/watches.md` tells it."""

from __future__ import annotations

import dataclasses
import json
import re
from datetime import datetime
from enum import Enum

from monitor.alerts.letter import Letter
from monitor.alerts.view import Digest

SCHEMA = 1
"""Raised when a key changes its meaning or goes; keys may be added without."""

_CONTROLS = re.compile(
    "[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ud800-\udfff]"
)


def message(letter: Letter) -> bytes:
    """One line of JSON, `id` first."""
    told = letter.content
    form = {
        "id": letter.id,
        "schema": SCHEMA,
        "type": "digest" if isinstance(told, Digest) else "alert",
        "watches": letter.watches,
        **{field.name: getattr(told, field.name) for field in dataclasses.fields(told) if field.name != "id"},
    }
    return _dumps(form, None).encode()


def as_json(value: object) -> str:
    """Any view as indented JSON: enums by value, times as ISO 8601."""
    return _dumps(value, 2)


def _dumps(value: object, indent: int | None) -> str:
    """JSON in which no character steers a terminal or turns the direction of writing: such are written as escapes."""
    separators = None if indent else (",", ":")
    told = json.dumps(value, default=_encode, ensure_ascii=False, indent=indent, separators=separators)
    return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", told)


def _encode(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, Enum):
        return value.value
    raise TypeError(f"{type(value).__name__} has no JSON form")
