"""Changes the feeds in feeds.toml where they stand: comments, order and spacing of all else stay as they are."""

from __future__ import annotations

import os
import re
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import tomlkit

from monitor.errors import NotFoundError, SettingsError
from monitor.fetch import Pages, Subscription
from monitor.settings.feeds import build_sources
from monitor.settings.validation import read_toml

_FEED = re.compile(r"[ \t]*\[\[[ \t]*feed[ \t]*\]\]")
_TABLE = re.compile(r"[ \t]*\[")


def subscribe(path: Path, feeds: Sequence[Subscription]) -> list[Subscription]:
    """Add feeds behind those that are there, and hand out the ones that were not there yet.

    Raises SettingsError, and changes nothing, where the file or a new feed is faulty.
    """
    text, written = _read(path)
    known = {feed.get("url") for feed in written.get("feed", ())}
    new = [feed for feed in {feed.url: feed for feed in feeds}.values() if feed.url not in known]
    if new:
        lines = text.splitlines(keepends=True)
        blocks = _blocks(lines)
        at = blocks[-1][1] if blocks else len(lines)
        if lines and not lines[at - 1].endswith("\n"):
            lines[at - 1] += "\n"
        added = "\n" + "\n".join(_table(feed) for feed in new)
        wanted = [*written.get("feed", ()), *(_keys(feed) for feed in new)]
        _replace(
            path, "".join((*lines[:at], added if at else added.lstrip("\n"), *lines[at:])), {**written, "feed": wanted}
        )
    return new


def unsubscribe(path: Path, url: str) -> None:
    """Take a feed out. Raises NotFoundError where there is none of that address, SettingsError as `subscribe` does."""
    text, written = _read(path)
    feeds = written.get("feed", [])
    place = next((at for at, feed in enumerate(feeds) if feed.get("url") == url), None)
    if place is None:
        raise NotFoundError(f"there is no feed {url} in {path}; `monitor feeds list` lists them")
    lines = text.splitlines(keepends=True)
    blocks = _blocks(lines)
    if len(blocks) != len(feeds):
        raise _by_hand(path)
    begin, end = blocks[place]
    while end < len(lines) and not lines[end].strip() and begin and not lines[begin - 1].strip():
        end += 1  # of the blank lines before and after, those before are enough
    _replace(path, "".join((*lines[:begin], *lines[end:])), {**written, "feed": [*feeds[:place], *feeds[place + 1 :]]})


def _blocks(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Where each [[feed]] begins and ends. Comments behind its last key belong to what follows."""
    found = []
    for begin in (at for at, line in enumerate(lines) if _FEED.match(line)):
        end = next((at for at in range(begin + 1, len(lines)) if _TABLE.match(lines[at])), len(lines))
        while not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#"):
            end -= 1
        found.append((begin, end))
    return found


def _table(feed: Subscription) -> str:
    document, tables = tomlkit.document(), tomlkit.aot()
    tables.append(tomlkit.item(_keys(feed)))
    document.append("feed", tables)
    return tomlkit.dumps(document)


def _keys(feed: Subscription) -> dict[str, str]:
    """A feed's keys as they are written; those that are as they are by default are left out."""
    pages = None if feed.pages is Pages.AUTO else feed.pages.value
    told = {"url": feed.url, "outlet": feed.outlet, "language": feed.language, "pages": pages}
    return {key: value for key, value in told.items() if value is not None}


def _read(path: Path) -> tuple[str, dict[str, Any]]:
    written = read_toml(path)
    _accept(path, written)
    return path.read_text(encoding="utf-8-sig"), written


def _replace(path: Path, text: str, wanted: dict[str, Any]) -> None:
    """Write the file anew, at once or not at all, after seeing that it says what it should."""
    try:
        if tomllib.loads(text) != {key: value for key, value in wanted.items() if value or key != "feed"}:
            raise _by_hand(path)
    except tomllib.TOMLDecodeError:
        raise _by_hand(path) from None
    _accept(path, wanted)
    try:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, prefix=path.name, delete=False) as new:
            new.write(text)
        Path(new.name).chmod(path.stat().st_mode & 0o777)
        os.replace(new.name, path)  # noqa: PTH105 - the pair that POSIX makes atomic
    except OSError as error:
        raise SettingsError((f"{path}: cannot be written: {error.strerror}",)) from error


def _accept(path: Path, written: dict[str, Any]) -> None:
    problems: list[str] = []
    build_sources(written, path, problems)
    if problems:
        raise SettingsError(tuple(problems))


def _by_hand(path: Path) -> SettingsError:
    return SettingsError(
        (f"{path}: its feeds are written in a form that is not changed by a command: edit it by hand",)
    )
