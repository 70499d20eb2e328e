"""A feed's bytes to its entries: RSS, Atom and JSON Feed. What is broken is told, and the good entries are used."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax import SAXParseException

import feedparser

from monitor.errors import InputError
from monitor.fetch.feeds import jsonfeed
from monitor.fetch.feeds.wishes import wishes_in
from monitor.fetch.limits import MAX_BYTES, MAX_TAGS, MAX_TITLE
from monitor.fetch.state import NO_WISHES, Wishes
from monitor.fetch.text import dates
from monitor.fetch.text.charset import declared_in, decode, sound
from monitor.fetch.text.markup import inline, is_markup
from monitor.model import Media, TimeOrigin

_SETTLED = (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)
"""Faults that lose nothing: the charset was found all the same, the content type was wrong."""

_AS_DECODED = {"content-type": "application/xml; charset=utf-8"}
_DECLARATION = re.compile(r"^<\?xml[^>]{0,200}\?>")
_ENDS = re.compile(r"<(/?)(?:\w+:)?(?:item|entry)(?=[\s>])[^<>]{0,500}>", re.IGNORECASE)
_PAGE = re.compile(
    r"(?>(?:<\?xml[^>]{0,200}>|<!--.{0,2000}?-->|\s+){0,40})<(?:!doctype\s+html|html|head|body|title|meta|script)\b",
    re.IGNORECASE | re.DOTALL,
)
"""The group keeps what it took: a regular expression that tries again elsewhere takes hours for some pages."""

_OTHERS = {
    "opml": "is a list of feeds (OPML) and no feed: save it, and `monitor feeds import FILE` takes them all",
    "urlset": "is a sitemap and no feed: look for a feed on the site's pages",
    "sitemapindex": "is a list of sitemaps and no feed: look for a feed on the site's pages",
}
_ROOT = re.compile(rf"(?>(?:<[?!][^>]{{0,2000}}>|\s+){{0,40}})<({'|'.join(_OTHERS)})\b", re.IGNORECASE)


class NoFeedError(InputError):
    """What should be a feed is an HTML page."""


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
    """A feed's own title and language, its entries as they stand, how often it asks to be polled, and its fault."""

    title: str | None
    language: str | None
    link: str | None
    entries: tuple[Entry, ...]
    wishes: Wishes = NO_WISHES
    fault: str | None = None


def read(body: bytes, where: str, content_type: str = "") -> Feed:
    """Parse a feed. Raises InputError where it is none (NoFeedError for a page), or holds no entry and is broken."""
    if len(body) > MAX_BYTES:
        raise InputError(where, f"is larger than {MAX_BYTES // 2**20} MB: no feed is")
    if body.count(b"<") > MAX_TAGS:
        raise InputError(where, f"holds more than {MAX_TAGS:,} tags: it is broken or hostile, and left out")
    text = decode(body, where, declared_in(content_type)).lstrip()
    if text[:1] in {"{", "["}:
        return _from_json(text, where)
    if _PAGE.match(text):
        raise NoFeedError(where, "it begins as an HTML page does")
    text, cut = _whole_entries(_DECLARATION.sub("", text))
    settled = text.encode("utf-8", "replace")
    try:
        parsed = feedparser.parse(
            settled, response_headers=dict(_AS_DECODED), sanitize_html=False, resolve_relative_uris=False
        )
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
    if cut:
        fault = "it ends in the middle of an entry, which is left out"
    if not found and not parsed.get("version"):
        root = _ROOT.match(text)
        if root is not None:
            raise InputError(where, _OTHERS[root[1].lower()])
        raise InputError(where, "is no feed: neither RSS, Atom nor JSON Feed" + (f" ({fault})" if fault else ""))
    if not found and fault:
        raise InputError(where, f"is broken and gives no entry ({fault}): check it with a feed validator")
    about = parsed.feed
    return Feed(_text(about, "title"), _plain(about, "language"), _plain(about, "link"), found, wishes_in(text), fault)


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
        told.title,
        told.language,
        told.home,
        tuple(one for one in found if one.title or one.content),
        fault=told.fault,
    )


def _whole_entries(text: str) -> tuple[str, bool]:
    """The feed without an entry that it ends in the middle of: half a sentence may say 1 where it meant 12."""
    last = next(iter(deque(_ENDS.finditer(text), maxlen=1)), None)
    if last is None or last[1] or last.group().endswith("/>"):
        return text, False
    return text[: last.start()], True


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
        published=_date(entry),
        credit="; ".join(dict.fromkeys(credit for credit in credited if credit)) or None,
        language=None,
    )


def _date(entry: dict[str, Any]) -> str | None:
    """The first of an entry's dates that is one; where none is, the first that stands there."""
    told = [date for key in ("published", "created", "updated") if (date := _plain(entry, key))]
    if len(told) > 1:
        told = [date for date in told if dates.moment(date, TimeOrigin.FEED)] or told
    return told[0] if told else None


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
