"""The configuration and the recorded input that come with the program, and writing them out to start from."""

from __future__ import annotations

import shutil
from pathlib import Path

from monitor.errors import SettingsError


def shipped() -> Path:
    """The folder that holds `config/` and `seeds/` as they come with the program."""
    installed = Path(__file__).parent.parent / "shipped"
    return installed if installed.is_dir() else Path(__file__).parents[2]


def write_out(folder: Path) -> tuple[Path, ...]:
    """Write `config/` and `seeds/` into a folder, and name what was written.

    Raises SettingsError, and writes nothing, where one of them is there already.
    """
    targets = {shipped() / name: folder / name for name in ("config", "seeds")}
    standing = tuple(
        f"{target}: is there already, and is left as it is" for target in targets.values() if target.exists()
    )
    if standing:
        raise SettingsError(standing)
    try:
        for source, target in targets.items():
            shutil.copytree(source, target)
    except OSError as error:
        raise SettingsError((f"{folder}: cannot be written to: {error.strerror}",)) from error
    return tuple(targets.values())
