"""A feed's bytes to items: RSS, Atom and JSON Feed. What is broken in a feed is told, and its good entries are used."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.sax import SAXParseException

import feedparser

from monitor.errors import InputError
from monitor.fetch import dates, jsonfeed
from monitor.fetch.charset import decode, sound
from monitor.fetch.limits import MAX_BYTES, MAX_ENTRIES, MAX_TAGS, MAX_TITLE
from monitor.fetch.markup import inline, is_markup
from monitor.fetch.note import Note
from monitor.model import Item, Media, Moment, TimeOrigin

_SETTLED = (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)
"""Faults that lose nothing: the charset was found all the same, the content type was wrong."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed of any form, as it stands there."""

    guid: str | None = None
    link: str | None = None
    title: str | None = None
    content: str = ""
    media: Media = Media.PLAIN
    published: str | None = None
    credit: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's own title and language, its entries as they stand, and what is wrong with it."""

    title: str | None
    language: str | None
    link: str | None
    entries: tuple[Entry, ...]
    fault: str | None = None


def entries(
    body: bytes,
    where: str,
    *,
    content_type: str = "",
    outlet: str | None = None,
    language: str | None = None,
    fetched: datetime | None = None,
    offline: bool = False,
    source: str | None = None,
) -> Iterator[Item | InputError | Note]:
    """The entries of a feed in order of publication, those without a date last.

    `where` names the feed for people; `source` is what ids begin with, `where` unless told. `outlet`, `language` and
    `fetched` hold for every entry. A feed that cannot be read at all is one InputError.
    """
    source = source or where
    try:
        feed = read(body, where, content_type)
    except InputError as error:
        yield error
        return
    if feed.fault is not None:
        yield Note(
            where, f"is broken ({feed.fault}): its {len(feed.entries)} good entries are used; tell its publisher"
        )
    base = feed.link if feed.link and urlsplit(feed.link).netloc else (where if "://" in where else "")
    dated: list[tuple[Moment | None, int, Entry]] = []
    undated = 0
    for position, entry in enumerate(feed.entries[:MAX_ENTRIES]):
        stated = dates.moment(entry.published, TimeOrigin.FEED)
        moment = dates.plausible(stated, fetched)
        undated += entry.published is not None and moment is None
        dated.append((moment, position, entry))
    if undated:
        yield Note(where, f"{undated} of its entries carry a date that cannot be: they are read as undated")
    if len(feed.entries) > MAX_ENTRIES:
        yield Note(where, f"holds {len(feed.entries)} entries: the first {MAX_ENTRIES} are read")
    dated.sort(key=lambda one: (one[0] is None, one[0].at.timestamp() if one[0] else 0.0, -one[1]))
    names = _Names(source)
    for moment, _, entry in dated:
        link = _resolved(base, entry.link)
        name = names.give(entry, link)
        if name is None:
            continue
        yield Item(
            id=name,
            content=entry.content or entry.title or "",
            media=entry.media if entry.content else Media.PLAIN,
            title=entry.title,
            url=link,
            outlet=outlet or feed.title,
            published=moment,
            fetched=fetched,
            language=language or entry.language or feed.language,
            credit=entry.credit,
            source=source,
            offline=offline,
        )


def read(body: bytes, where: str, content_type: str = "") -> Feed:
    """Parse a feed. Raises InputError where it is none, or holds no entry and is broken."""
    if len(body) > MAX_BYTES:
        raise InputError(where, f"is larger than {MAX_BYTES // 2**20} MB: no feed is")
    if not body.strip(b" \t\r\n\x00"):
        raise InputError(where, "is empty: there is nothing to read")
    if body.count(b"<") > MAX_TAGS:
        raise InputError(where, f"holds more than {MAX_TAGS:,} tags: it is broken or hostile, and left out")
    start = body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start in (b"{", b"["):
        return _from_json(decode(body, where), where)
    headers = {"content-type": content_type} if content_type else None
    try:
        parsed = feedparser.parse(body, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    except (
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        IndexError,
        LookupError,
        RecursionError,
        AssertionError,
    ) as error:
        raise InputError(
            where, f"cannot be read as a feed ({type(error).__name__}): check it with a feed validator"
        ) from error
    found = tuple(entry for entry in map(_entry, parsed.entries) if entry.title or entry.content)
    problem = parsed.get("bozo_exception") if parsed.get("bozo") else None
    fault = None if problem is None or isinstance(problem, _SETTLED) else _one_line(problem)
    if not found and not parsed.get("version"):
        raise InputError(where, "is no feed: neither RSS, Atom nor JSON Feed" + (f" ({fault})" if fault else ""))
    if not found and fault:
        raise InputError(where, f"is broken and gives no entry ({fault}): check it with a feed validator")
    about = parsed.feed
    return Feed(_text(about, "title"), _plain(about, "language"), _plain(about, "link"), found, fault)


def _from_json(text: str, where: str) -> Feed:
    told = jsonfeed.read(text, where)
    found = tuple(
        Entry(
            guid=one.id,
            link=one.url,
            title=_title(one.title),
            content=sound(one.html or one.text or ""),
            media=Media.FRAGMENT if one.html else Media.PLAIN,
            published=one.published,
            credit=one.author,
            language=one.language,
        )
        for one in told.items
    )
    return Feed(
        told.title, told.language, told.home, tuple(one for one in found if one.title or one.content), told.fault
    )


def _entry(entry: dict[str, Any]) -> Entry:
    content, media = _content(entry)
    origin = dict.get(entry, "source")
    credited = [_text(entry, "author"), _text(origin, "title") if isinstance(origin, dict) else None]
    return Entry(
        guid=_plain(entry, "id"),
        link=_plain(entry, "link"),
        title=_title(_raw(entry, "title")),
        content=content,
        media=media,
        published=next((told for key in ("published", "created", "updated") if (told := _plain(entry, key))), None),
        credit="; ".join(dict.fromkeys(credit for credit in credited if credit)) or None,
        language=None,
    )


def _content(entry: dict[str, Any]) -> tuple[str, Media]:
    """The full content, else the summary. Feeds call plain text HTML and the other way round: the text itself tells."""
    pieces: Sequence[Any] = dict.get(entry, "content") or ()
    candidates = [(piece.get("value") or "", piece.get("type") or "") for piece in pieces if isinstance(piece, dict)]
    detail = dict.get(entry, "summary_detail")
    candidates.append((_raw(entry, "summary") or "", (detail.get("type") if isinstance(detail, dict) else "") or ""))
    for value, kind in candidates:
        if isinstance(value, str) and value.strip():
            return sound(value), Media.FRAGMENT if kind != "text/plain" and is_markup(value) else Media.PLAIN
    return "", Media.PLAIN


class _Names:
    """Ids for a feed's entries. A GUID that stands for two entries gives way to the link, then to the content."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._given: set[str] = set()
        self._seen: set[str] = set()

    def give(self, entry: Entry, link: str | None) -> str | None:
        """An id that no other entry has; None for the same entry over again."""
        said = f"{entry.guid}\n{entry.title}\n{link}\n{entry.content}".encode("utf-8", "replace")
        content = hashlib.blake2b(said, digest_size=8).hexdigest()
        if content in self._seen:
            return None
        self._seen.add(content)
        name = next(one for one in (entry.guid, link, content) if one and one not in self._given)
        self._given.add(name)
        return f"{self._source}#{name}"


def _resolved(base: str, link: str | None) -> str | None:
    if not link:
        return None
    try:
        found = urljoin(base, link)
        return found if urlsplit(found).scheme in {"http", "https"} else None
    except ValueError:
        return None


def _raw(entry: dict[str, Any], key: str) -> str | None:
    """The field itself: the parser's own lookup answers one field with another."""
    value = dict.get(entry, key)
    return value if isinstance(value, str) and value.strip() else None


def _plain(entry: dict[str, Any], key: str) -> str | None:
    value = _raw(entry, key)
    return sound(value.strip()) if value else None


def _text(entry: dict[str, Any], key: str) -> str | None:
    value = _raw(entry, key)
    return (sound(inline(value))[:MAX_TITLE] or None) if value else None


def _title(value: str | None) -> str | None:
    return (sound(inline(value))[:MAX_TITLE] or None) if value else None


def _one_line(problem: object) -> str:
    if isinstance(problem, SAXParseException):
        return f"line {problem.getLineNumber()}: {problem.getMessage()}"[:120]
    return " ".join(str(problem).split())[:120] or type(problem).__name__
