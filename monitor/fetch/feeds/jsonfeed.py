"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from monitor.errors import InputError

_VERSION = "https://jsonfeed.org/version/"


@dataclass(frozen=True, slots=True)
class JsonItem:
    """An item as it stands in the feed. `html` is None where it gives plain text alone."""

    id: str | None
    url: str | None
    title: str | None
    html: str | None
    text: str | None
    published: str | None
    author: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class JsonFeed:
    """A JSON Feed, and how many of its items are none."""

    title: str | None
    home: str | None
    language: str | None
    items: tuple[JsonItem, ...]
    fault: str | None


def is_version(version: object) -> bool:
    """Whether a document's `version` says that it is a JSON Feed."""
    return isinstance(version, str) and version.startswith(_VERSION)


def read(text: str, where: str) -> JsonFeed:
    """Read a JSON Feed. Items that are no objects are counted as a fault and left out. Raises InputError."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(where, f"is no JSON ({str(error)[:80]})") from None
    if not isinstance(told, dict) or not is_version(told.get("version")):
        raise InputError(
            where, f"is JSON but no JSON Feed: its version should begin {_VERSION}; articles go in JSONL, one a line"
        )
    items = told.get("items")
    if not isinstance(items, list):
        raise InputError(where, "is a JSON Feed without a list of items")
    good = tuple(_item(one) for one in items if isinstance(one, dict))
    fault = f"{len(items) - len(good)} items are no objects" if len(good) < len(items) else None
    return JsonFeed(_word(told, "title"), _word(told, "home_page_url"), _word(told, "language"), good, fault)


def _item(item: dict[str, Any]) -> JsonItem:
    return JsonItem(
        id=_word(item, "id"),
        url=_word(item, "url") or _word(item, "external_url"),
        title=_word(item, "title"),
        html=_word(item, "content_html"),
        text=_word(item, "content_text") or _word(item, "summary"),
        published=_word(item, "date_published") or _word(item, "date_modified"),
        author=_author(item),
        language=_word(item, "language"),
    )


def _author(item: dict[str, Any]) -> str | None:
    authors = item.get("authors")
    listed = authors if isinstance(authors, list) else [item.get("author")]
    names = [name for one in listed if isinstance(one, dict) and (name := _word(one, "name"))]
    return "; ".join(dict.fromkeys(names)) or None


def _word(told: dict[str, Any], key: str) -> str | None:
    """A field's text; numbers stand for ids in some feeds."""
    value = told.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value.strip() or None if isinstance(value, str) else None
