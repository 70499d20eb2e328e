"""One file to items: what it holds is told by its first bytes, with its name as a hint."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from monitor.errors import InputError
from monitor.fetch.feeds.entries import entries
from monitor.fetch.limits import MAX_BYTES
from monitor.fetch.note import Note
from monitor.fetch.recorded import jsonl
from monitor.fetch.recorded.manifest import Known
from monitor.fetch.text import dates, markup, stamps
from monitor.fetch.text.charset import decode
from monitor.model import Item, Media

Told = Item | InputError | Note

_SNIFFED = 2048


class Form(Enum):
    """What a file holds."""

    PLAIN = auto()
    HTML = auto()
    FEED = auto()
    JSONL = auto()


def form_of(path: Path) -> Form:
    """What a file holds. Raises InputError where it cannot be opened."""
    suffix = path.suffix.lower()
    if suffix in {".jsonl", ".ndjson"}:
        return Form.JSONL
    if suffix in {".txt", ".text", ".md"}:
        return Form.PLAIN
    try:
        with path.open("rb") as file:
            head = file.read(_SNIFFED)
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror})") from None
    return form_of_bytes(head.replace(b"\x00", b""), suffix)  # UTF-16 markup shows through without its NULs


def form_of_bytes(head: bytes, suffix: str = "") -> Form:
    """What the first bytes of something say that it is."""
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if start.startswith((b"{", b"[")):
        return Form.FEED if suffix == ".json" or b"jsonfeed.org/version" in start else Form.JSONL
    if any(mark in start for mark in (b"<rss", b"<feed", b"<rdf:rdf")):
        return Form.FEED
    if start.startswith((b"<!doctype html", b"<html")) or b"<html" in start or suffix in {".html", ".htm", ".xhtml"}:
        return Form.HTML
    if suffix in {".xml", ".rss", ".atom", ".rdf"} or start.startswith(b"<?xml"):
        return Form.FEED
    if start.startswith((b"<head", b"<body", b"<article", b"<div", b"<p>", b"<!--")):
        return Form.HTML
    return Form.PLAIN


def read(path: Path, name: str, known: Known) -> Iterator[Told]:
    """The items of one file. `name` is its path within the input, with which ids begin."""
    try:
        form = form_of(path)
        if form is Form.JSONL:
            yield from jsonl.lines(path, name, known)
        elif form is Form.FEED:
            yield from _entries(path, name, known)
        else:
            yield from _article(path, name, known, form)
    except InputError as error:
        yield error


def time_of(path: Path, known: Known) -> datetime | None:
    """When a file's article arrived, as far as is known: fetched, else published, as the manifest or it itself says."""
    if known.fetched is not None:
        return known.fetched
    if known.published is not None:
        return known.published.at
    try:
        form = form_of(path)
        if form is Form.JSONL:
            return jsonl.first_time(path, known)
        text = decode(content_of(path), str(path))
    except InputError:
        return None
    moment = markup.published(text) if form is Form.HTML else stamps.stated(text, None).published
    return moment.at if moment is not None else None


def content_of(path: Path) -> bytes:
    """A file's bytes. Raises InputError where it is too large, before it is read, or cannot be opened."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise InputError(
                str(path),
                f"is larger than {MAX_BYTES // 2**20} MB ({size / 2**20:.0f} MB): split it, or make it JSONL",
            )
        return path.read_bytes()
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror})") from None


def pasted(content: bytes, name: str = "-") -> Item | InputError:
    """An article that came without a file: pasted, or piped in."""
    try:
        if len(content) > MAX_BYTES:
            raise InputError(name, f"is larger than {MAX_BYTES // 2**20} MB: no article is")
        media = Media.HTML if form_of_bytes(content[:_SNIFFED]) is Form.HTML else Media.PLAIN
        return Item(id=name, content=decode(content, name), media=media)
    except InputError as error:
        return error


def _article(path: Path, name: str, known: Known, form: Form) -> Iterator[Told]:
    text = decode(content_of(path), str(path))
    published = dates.plausible(known.published, known.fetched)
    if known.published is not None and published is None:
        yield Note(str(path), "is published after it was fetched: it is read as undated")
    yield Item(
        id=name,
        content=text,
        media=Media.HTML if form is Form.HTML else Media.PLAIN,
        title=known.title,
        url=known.url,
        outlet=known.outlet,
        published=published,
        fetched=known.fetched,
        language=known.language,
    )


def _entries(path: Path, name: str, known: Known) -> Iterator[Told]:
    yield from entries(
        content_of(path),
        str(path),
        outlet=known.outlet,
        language=known.language,
        fetched=known.fetched,
        offline=True,
        source=name,
    )
