"""JSONL: one article a line, in order of arrival."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from monitor.errors import InputError
from monitor.fetch.limits import MAX_BYTES
from monitor.fetch.note import Note
from monitor.fetch.recorded.manifest import Known
from monitor.fetch.text import dates
from monitor.fetch.text.charset import sound
from monitor.model import Item, Media, Moment, TimeOrigin

_OPTIONAL = ("title", "url", "outlet", "published", "fetched", "language")
_CHUNK = 1024 * 1024


def lines(path: Path, source: str, known: Known) -> Iterator[Item | InputError | Note]:
    """The articles of a file, line by line; a line that is none is an error of its own. Memory holds one line."""
    try:
        with path.open("rb") as file:
            empty = True
            for number, line in _numbered(file):
                where = f"{path}:{number}"
                if line is None:
                    empty = False
                    yield InputError(where, f"is longer than {MAX_BYTES // 2**20} MB: no article is")
                elif line.strip():
                    empty = False
                    yield from _read(line, where, source, known)
            if empty:
                yield InputError(str(path), "is empty: there is nothing to read")
    except OSError as error:
        yield InputError(str(path), f"cannot be read ({error.strerror})")


def first_time(path: Path, known: Known) -> datetime | None:
    """When the first line that is dated arrived."""
    if known.fetched is not None:
        return known.fetched
    for item in lines(path, "", known):
        if isinstance(item, Item) and item.arrived is not None:
            return item.arrived
    return None


def _numbered(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Lines counted from 1; None for one that is too long, which is passed over without being held."""
    number = 0
    while line := file.readline(MAX_BYTES + 2):
        number += 1
        if len(line.rstrip(b"\r\n")) <= MAX_BYTES:
            yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(_CHUNK)
        yield number, None


def _read(line: bytes, where: str, source: str, known: Known) -> Iterator[Item | InputError | Note]:
    try:
        yield from _item(line, where, source, known)
    except InputError as error:
        yield error


def _item(line: bytes, where: str, source: str, known: Known) -> Iterator[Item | Note]:
    try:
        told = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise InputError(where, "is not UTF-8: save the file as UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise InputError(where, f"is no JSON ({str(error)[:80]}): write one object a line") from None
    if not isinstance(told, dict):
        raise InputError(where, 'is no JSON object: write {"id": ..., "text": ...} on each line')
    fields = {key: _word(told.get(key), key, where) for key in ("id", "text", *_OPTIONAL)}
    name, text = fields["id"], fields["text"]
    if name is None or not name.strip():
        raise InputError(where, 'lacks "id": give each line one of its own')
    if text is None or not text.strip():
        raise InputError(where, 'lacks "text": there is nothing to read')
    fetched = _time(fields["fetched"], "fetched", where)
    stated = _time(fields["published"], "published", where)
    arrived = fetched.at if fetched else known.fetched
    published = dates.plausible(stated, arrived)
    if stated is not None and published is None:
        yield Note(where, "is published after it was fetched: it is read as undated")
    yield Item(
        id=name,
        content=text,
        media=Media.PLAIN,
        title=_filled(fields["title"]),
        url=_filled(fields["url"]),
        outlet=_filled(fields["outlet"]) or known.outlet,
        published=published,
        fetched=arrived,
        language=_filled(fields["language"]) or known.language,
        source=source,
        where=where,
    )


def _word(value: object, key: str, where: str) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(where, f'"{key}" is no text: put it in quotes')
    return sound(value)


def _filled(value: str | None) -> str | None:
    return value.strip() or None if value else None


def _time(value: str | None, key: str, where: str) -> Moment | None:
    if value is None or not value.strip():
        return None
    moment = dates.moment(value, TimeOrigin.MANIFEST)
    if moment is None:
        raise InputError(where, f'"{key}" is no time of an article ({value[:40]}): write 2024-11-03T14:05:00Z')
    return moment
