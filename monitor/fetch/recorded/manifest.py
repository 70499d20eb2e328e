"""`manifest.toml`: which files of a folder are articles, and what is known of each."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from monitor.errors import InputError
from monitor.fetch.limits import MAX_MANIFEST_BYTES
from monitor.fetch.text import dates
from monitor.model import Moment, TimeOrigin

NAME = "manifest.toml"

_WORDS = ("file", "url", "outlet", "title", "language")
_TIMES = ("published", "fetched")
_KEYS = (*_WORDS, *_TIMES)
_ENTRY = re.compile(r"^[ \t]*\[\[[ \t]*article[ \t]*\]\]", re.MULTILINE)
_AT_LINE = re.compile(r"\(at line (\d+)")


@dataclass(frozen=True, slots=True)
class Known:
    """What a manifest knows of one file. All of it holds for every entry where the file is a feed or JSONL."""

    file: str = ""
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: Moment | None = None
    fetched: datetime | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """A folder's articles by file, and every fault found in the manifest."""

    articles: tuple[Known, ...] = ()
    faults: tuple[InputError, ...] = field(default=())


def read(path: Path) -> Manifest:
    """Read a manifest. What is wrong with an entry leaves out that entry; what is no TOML leaves out the folder."""
    try:
        if path.stat().st_size > MAX_MANIFEST_BYTES:
            raise InputError(str(path), f"is larger than {MAX_MANIFEST_BYTES // 2**20} MB: split the folder")
        text = path.read_bytes().decode("utf-8-sig")
        told = tomllib.loads(text.replace("\r\n", "\n"))
    except InputError as error:
        return Manifest(faults=(error,))
    except OSError as error:
        return Manifest(faults=(InputError(str(path), f"cannot be opened ({error.strerror}): its folder is left out"),))
    except UnicodeDecodeError:
        return Manifest(faults=(InputError(str(path), "is not UTF-8: save it as UTF-8; its folder is left out"),))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = _AT_LINE.search(str(error))
        where = f"{path}:{at[1]}" if at else str(path)
        return Manifest(faults=(InputError(where, f"is not TOML ({error}): correct it; its folder is left out"),))
    return _checked(told, text, path)


def _checked(told: dict[str, Any], text: str, path: Path) -> Manifest:
    faults = [
        InputError(str(path), f"has an unknown key {key!r}: articles are listed under [[article]]")
        for key in told
        if key != "article"
    ]
    listed = told.get("article", [])
    if not isinstance(listed, list):
        faults.append(InputError(str(path), "lists no articles: write [[article]], in double brackets, for each"))
        listed = []
    lines = _lines(text)
    good: dict[str, Known] = {}
    for entry in listed:
        where = f"{path}:{next(lines, 1)}"
        try:
            known = _known(entry, where)
            if known.file in good:
                raise InputError(where, f"names {known.file!r} a second time: keep one")
            if not (path.parent / known.file).is_file():
                raise InputError(
                    where, f"names {known.file!r}, which is not there: correct the name or remove the entry"
                )
            good[known.file] = known
        except InputError as error:
            faults.append(error)
    return Manifest(tuple(good.values()), tuple(faults))


def _lines(text: str) -> Iterator[int]:
    """The line of each `[[article]]`."""
    line, at = 1, 0
    for match in _ENTRY.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        yield line


def _known(entry: object, where: str) -> Known:
    if not isinstance(entry, dict):
        raise InputError(where, "is no table of keys: write file = ..., title = ... below [[article]]")
    unknown = sorted(set(entry) - set(_KEYS))
    if unknown:
        raise InputError(where, f"has an unknown key {unknown[0]!r}: known are {', '.join(_KEYS)}")
    words = {key: _word(entry.get(key), key, where) for key in _WORDS}
    if not words["file"]:
        raise InputError(where, 'names no file: add file = "..."')
    return Known(
        file=_inside(words["file"], where),
        url=words["url"],
        outlet=words["outlet"],
        title=words["title"],
        published=_published(entry.get("published"), where),
        fetched=_fetched(entry.get("fetched"), where),
        language=words["language"],
    )


def _word(value: object, key: str, where: str) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(where, f"{key} is no text: put it in quotes")
    return value.strip() or None


def _inside(file: str, where: str) -> str:
    """The file's path below the manifest's folder; one that leads out of it is refused."""
    path = PurePosixPath(file)
    if path.is_absolute() or ".." in path.parts or "\\" in file or "\x00" in file or re.match(r"[A-Za-z]:", file):
        raise InputError(where, f"names {file!r}: a file must lie in the manifest's folder, written with /")
    return path.as_posix()


def _published(value: object, where: str) -> Moment | None:
    if value is None:
        return None
    moment = dates.moment(value, TimeOrigin.MANIFEST) if isinstance(value, str | date) else None
    if moment is None:
        raise InputError(where, f"published is no time of an article ({value}): write 2024-11-03T14:05:00Z")
    return moment


def _fetched(value: object, where: str) -> datetime | None:
    if value is None:
        return None
    moment = dates.moment(value, TimeOrigin.MANIFEST) if isinstance(value, str | datetime) else None
    if moment is None:
        raise InputError(where, f"fetched is no time ({value}): write 2024-11-03T14:05:00Z")
    return moment.at.astimezone(UTC)
