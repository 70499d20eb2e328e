"""One tree of errors: each says what was being done, to what, and what to do about it."""

from __future__ import annotations


class MonitorError(Exception):
    """Root of every error that this program raises on purpose. Its text is one line, fit for a user."""


class InputError(MonitorError):
    """One file, line, feed entry or page cannot be read. Everything beside it goes on.

    `where` names it: a path, `path:line`, or an address.
    """

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what

    @classmethod
    def of_ours(cls, where: str, what: str, fault: Exception) -> InputError:
        """The error of an article that met a fault of this program: *what* it cannot be for that."""
        told = " ".join(f"{type(fault).__name__}: {fault}".split())[:200]
        return cls(where, f"cannot be {what} for a fault of this program ({told}): please report it")

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:
        """Errors cross from worker processes as they are."""
        return type(self), (self.where, self.what)


class SettingsError(MonitorError):
    """The configuration cannot be used. `problems` holds every fault found, each with its file and key."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class StoreError(MonitorError):
    """The database cannot be opened or used: missing, locked, full, or made by a newer version."""


class NotFoundError(MonitorError):
    """A story, article or alert was asked for by an id that nothing has."""


class EditError(MonitorError):
    """What a user wants to set right cannot be: it is so already, or something later rests on it."""
