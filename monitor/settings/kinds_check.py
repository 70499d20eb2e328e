"""Looks over the kinds of figures in their file: what keeps them from being read, else what is unclear or clashes."""

from __future__ import annotations

from pathlib import Path

from monitor.errors import SettingsError
from monitor.figures.clashes import clashes
from monitor.settings.figures import load_kinds
from monitor.settings.shipped import shipped


def check_kinds(folder: Path) -> tuple[str, ...]:
    """Every fault of a folder's figures.toml, or of the shipped one where there is no folder, with file, kind and key.

    Raises nothing: a file that cannot be read is a fault like the others.
    """
    path = (folder if folder.exists() else shipped() / "config") / "figures.toml"
    try:
        kinds = load_kinds(path)
    except SettingsError as error:
        return error.problems
    return tuple(f"{path}: kind {at.kind}: {at.key}: {at.word!r} {at.problem}" for at in clashes(kinds))
