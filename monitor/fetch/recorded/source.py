"""Recorded input: folders and files to items, in order of arrival."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from monitor.errors import InputError
from monitor.fetch.limits import MAX_DEPTH
from monitor.fetch.note import Note
from monitor.fetch.recorded import files, manifest
from monitor.fetch.recorded.files import Form, Told
from monitor.fetch.recorded.manifest import Known
from monitor.model import Item

NAMED_IN_NOTE = 5
"""Files left alone that a note names; of more it gives the number."""


def items(paths: Sequence[Path]) -> Iterator[Told]:
    """Every item of the inputs, one input after the other, and within each in order of arrival.

    That is, in JSONL the order of lines; in a folder, with the folders in it, `fetched`, else `published`, else the
    name, what has no time last. What cannot be read, or has an id that was there before, is an InputError in its place.
    """
    seen: set[str] = set()
    for path in paths:
        for told in _input(Path(path)):
            if isinstance(told, Item):
                if told.id in seen:
                    yield InputError(told.named, f"has the id {told.id}, as an earlier article has: give each its own")
                    continue
                seen.add(told.id)
            yield told


def _input(path: Path) -> Iterator[Told]:
    if path.is_dir():
        yield from _folder(path)
    elif path.is_file():
        yield from files.read(path, path.name, Known())
    elif path.exists():
        yield InputError(str(path), "is neither a file nor a folder")
    else:
        yield InputError(str(path), "is not there: correct the path")


@dataclass(frozen=True, slots=True)
class _File:
    """A file to be read: where it is, its path within the input, and what its manifest knows of it."""

    path: Path
    name: str
    known: Known


@dataclass(frozen=True, slots=True)
class _Place:
    """Where something stands in a folder's order: what is dated by time, then the rest by name."""

    time: datetime | None
    name: str
    position: int = 0

    @property
    def key(self) -> tuple[bool, datetime, str, int]:
        return self.time is None, self.time or datetime.min.replace(tzinfo=UTC), self.name, self.position


def _folder(root: Path) -> Iterator[Told]:
    """A folder's articles in order. Text is read when its turn comes; only feeds, whose entries mix, are kept."""
    found: list[tuple[_Place, _File | Item]] = []
    anything = False
    for told in _walk(root, root, 0):
        anything = True
        if not isinstance(told, _File):
            yield told
            continue
        for placed in _placed(told):
            if isinstance(placed, tuple):
                found.append(placed)
            else:
                yield placed
    if not anything:
        yield InputError(str(root), "holds no file: there is nothing to read")
    for _, entry in sorted(found, key=lambda one: one[0].key):
        if isinstance(entry, _File):
            yield from files.read(entry.path, entry.name, entry.known)
        else:
            yield entry


def _placed(file: _File) -> Iterator[tuple[_Place, _File | Item] | InputError | Note]:
    """Where a file stands; a feed's entries each by itself."""
    try:
        is_feed = files.form_of(file.path) is Form.FEED
    except InputError as error:
        yield error
        return
    if not is_feed:
        yield _Place(files.time_of(file.path, file.known), file.name), file
        return
    for position, told in enumerate(files.read(file.path, file.name, file.known)):
        yield (_Place(told.arrived, file.name, position), told) if isinstance(told, Item) else told


def _walk(
    folder: Path, root: Path, depth: int, governed: frozenset[str] | None = None
) -> Iterator[_File | InputError | Note]:
    """The files below a folder, by name; with a manifest, those that it names.

    `governed` are the paths that a manifest further up names: without a manifest of its own, a folder below it is that
    manifest's too.
    """
    if depth > MAX_DEPTH:
        yield InputError(str(folder), f"lies more than {MAX_DEPTH} folders deep: is it a loop?")
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield InputError(str(folder), f"cannot be opened ({error.strerror})")
        return
    if any(entry.name == manifest.NAME and entry.is_file() for entry in entries):
        listed = manifest.read(folder / manifest.NAME)
        yield from listed.faults
        named = []
        for known in listed.articles:
            path = folder / known.file
            named.append(path.relative_to(root).as_posix())
            if _leads_out(path, root):
                yield InputError(str(path), "is a link that leads out of the input folder: copy the file here")
            else:
                yield _File(path, named[-1], known)
        governed = frozenset({*named, (folder / manifest.NAME).relative_to(root).as_posix()})
    yield from _unlisted(entries, folder, root, depth, governed)


def _unlisted(
    entries: list[os.DirEntry[str]], folder: Path, root: Path, depth: int, governed: frozenset[str] | None
) -> Iterator[_File | InputError | Note]:
    left: list[str] = []
    hidden: list[str] = []
    for entry in entries:
        path = folder / entry.name
        name = path.relative_to(root).as_posix()
        if entry.name.startswith("."):
            hidden.append(entry.name)
        elif governed is not None and name in governed:
            continue
        elif entry.is_symlink() and (_leads_out(path, root) or path.is_dir()):
            yield InputError(
                str(path), "is a link that leads out of the input folder, or to a folder: it is not followed"
            )
        elif entry.is_dir():
            yield from _walk(path, root, depth + 1, governed)
        elif governed is not None:
            left.append(entry.name)
        elif entry.is_file():
            yield _File(path, name, Known())
        else:
            yield InputError(str(path), "is no plain file")
    if left:
        yield Note(
            str(folder),
            f"{_listed(left)} left alone: {manifest.NAME} does not name {'it' if len(left) == 1 else 'them'}",
        )
    if hidden:
        yield Note(str(folder), f"{_listed(hidden)} left alone: hidden")


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:NAMED_IN_NOTE])
    return f"{shown} and {len(names) - NAMED_IN_NOTE} more" if len(names) > NAMED_IN_NOTE else shown


def _leads_out(path: Path, root: Path) -> bool:
    try:
        return not path.resolve(strict=True).is_relative_to(root.resolve(strict=True))
    except (OSError, RuntimeError):
        return True
