"""Reads the kinds of figures from their file."""

from __future__ import annotations

import tomllib
from itertools import product
from math import prod
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, field_validator

from monitor.errors import SettingsError
from monitor.figures.kinds import Kind, Kinds
from monitor.model import Severity

MOST_ALTERNATIVES = 400  # phrases that one with | may stand for

Phrase = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=300, pattern=r"^[^\s_].*$")]
Phrases = Annotated[tuple[Phrase, ...], Field(max_length=500)]


class _Kind(BaseModel):
    """A `[[kind]]` block, as written. What the fields mean is told by `Kind`."""

    model_config = ConfigDict(extra="forbid", strict=False)

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
    label: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
    first: Severity = Severity.NOTICE
    counts: Phrases = ()
    done_to: Phrases = ()
    does: Phrases = ()
    state: Phrases = ()
    events: Phrases = ()
    called: Phrases = ()
    tolls: Phrases = ()
    markers: Phrases = ()
    suffers: Phrases = ()
    spared: Phrases = ()
    unscathed: Phrases = ()
    none_of: Phrases = ()
    outcome_open: Phrases = ()
    yields_to: str | None = None
    lets_go: Phrases = ()
    not_from: str | None = None
    not_when: Phrases = ()
    needs_incident: bool = False

    @field_validator("*", mode="after")
    @classmethod
    def _spelled_out(cls, value: object) -> object:
        """Phrases in small letters, each of the alternatives that a | parts as a phrase of its own."""
        if not isinstance(value, tuple):
            return value
        spelled: list[str] = []
        for phrase in value:
            parted = [word.split("|") for word in str(phrase).lower().split()]
            if any("" in words for words in parted):
                raise ValueError(f"{phrase!r}: nothing stands on one side of a |")
            if prod(map(len, parted)) > MOST_ALTERNATIVES:
                raise ValueError(f"{phrase!r}: stands for more than {MOST_ALTERNATIVES} phrases: split it")
            spelled += (" ".join(words) for words in product(*parted))
        return tuple(spelled)

    def as_kind(self) -> Kind:
        return Kind(**self.model_dump())


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    kind: Annotated[list[_Kind], Field(min_length=1, max_length=100)]


_PLAIN = {
    "extra_forbidden": "is no key of a kind: config/figures.toml names them all at its top",
    "tuple_type": 'is a list of words in brackets: ["house", "home"]',
    "string_pattern_mismatch": "begins with a letter, and an id is made of small letters, digits and _",
    "missing": "is needed",
}
"""What to do about the commonest faults, by their type."""


def load_kinds(path: Path) -> Kinds:
    """The kinds that a TOML file defines. Raises `SettingsError` with every fault found, each with file and key."""
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError((f"{path}: cannot be read ({error.strerror}); `monitor init` writes one",)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError((f"{path}: is not TOML in UTF-8: {error}",)) from error
    try:
        file = _File.model_validate(written)
    except ValidationError as error:
        raise SettingsError(
            tuple(
                _told(path, written, problem["loc"], _PLAIN.get(problem["type"], problem["msg"]))
                for problem in error.errors()
            )
        ) from error
    kinds = Kinds(tuple(kind.as_kind() for kind in file.kind))
    problems = tuple(f"{path}: {problem}" for problem in _faults(kinds))
    if problems:
        raise SettingsError(problems)
    return kinds


def _told(path: Path, written: dict[str, object], where: tuple[int | str, ...], what: str) -> str:
    """A fault with its key, a kind by its id where it has one: `kind killed: done_to.2: ...`."""
    keys = list(where)
    named = ""
    if len(keys) > 1 and keys[0] == "kind" and isinstance(keys[1], int):
        blocks = written["kind"]
        block = blocks[keys[1]] if isinstance(blocks, list) else None
        name = block.get("id") if isinstance(block, dict) else None
        named = f"kind {name}: " if isinstance(name, str) else f"kind number {keys[1] + 1}: "
        keys = keys[2:]
    key = ".".join(str(part) for part in keys)
    return f"{path}: {named}{key + ': ' if key else ''}{what[0].lower() + what[1:]}"


def _faults(kinds: Kinds) -> list[str]:
    """What is wrong between the keys: names used twice, kinds that nothing can state, references to no kind."""
    faults: list[str] = []
    seen: set[str] = set()
    for kind in kinds.all:
        if kind.id in seen:
            faults.append(f"kind {kind.id}: id: is used twice")
        seen.add(kind.id)
        if not (
            *kind.done_to, *kind.does, *kind.state, *kind.events, *kind.called, *kind.tolls, *kind.outcome_open,
            *kind.lets_go,
        ):  # fmt: skip
            faults.append(
                f"kind {kind.id}: no word states it: give at least one of done_to, does, state, events, called, tolls"
            )
        for key in ("yields_to", "not_from"):
            other = getattr(kind, key)
            if other is not None and other not in kinds:
                faults.append(f"kind {kind.id}: {key}: there is no kind {other!r}")
    return faults
