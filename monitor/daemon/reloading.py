"""Settings while the service runs: read again when a file changed or a signal asks, all or nothing."""

from __future__ import annotations

from pathlib import Path

from monitor.errors import SettingsError
from monitor.settings import Settings, load

Stamp = tuple[tuple[str, int, int], ...]


class Configured:
    """The settings of a folder as they stood last. `problems` are the faults of a newer state that is not taken."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._folder = folder
        self._stamp = _stamp(folder)
        self.settings = settings
        self.problems: tuple[str, ...] = ()

    def changed(self) -> bool:
        """Whether a file of the folder is another than when it was last read."""
        return _stamp(self._folder) != self._stamp

    def read_again(self) -> bool:
        """Take what the files say now. False, with `problems` told and the old settings kept, where they are faulty."""
        self._stamp = _stamp(self._folder)
        try:
            self.settings = load(self._folder)
        except SettingsError as error:
            self.problems = error.problems
            return False
        self.problems = ()
        return True


def _stamp(folder: Path) -> Stamp:
    """Name, size and time of change of every file: another where any of them was written."""
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
        return tuple((path.name, (told := path.stat()).st_size, told.st_mtime_ns) for path in files)
    except OSError:
        return ()  # the folder is being replaced, or is gone: the same as changed
