"""Pages and pieces of HTML to text: lines as a reader sees them, and what the page says of itself."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import lxml.html
import trafilatura
from lxml import etree
from tld import get_fld
from trafilatura.settings import use_config

from monitor.errors import InputError
from monitor.fetch.limits import MAX_NESTING
from monitor.fetch.text import dates, phrasebook
from monitor.model import Moment, TimeOrigin

SHORT_TEXT = 250
"""Code points below which an extraction may have missed the article: it is then held against the whole page's text."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_UNCOUNTED = phrasebook.words("elements.txt", "closed by html")
_LOOKS_LIKE_MARKUP = re.compile(
    r"<(?:[a-zA-Z][a-zA-Z0-9]*[\s>/]|/[a-zA-Z]|!--)|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,10});"
)
_BLOCKS = phrasebook.words("elements.txt", "blocks")
_UNREAD = phrasebook.words("elements.txt", "unread")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")

_PUBLISHED_META = phrasebook.lines("elements.txt", "published")
_UPDATED_META = phrasebook.lines("elements.txt", "updated")
_STRUCTURED = {
    "published": re.compile(r'"datePublished"\s*:\s*"([^"]{4,60})"'),
    "updated": re.compile(r'"dateModified"\s*:\s*"([^"]{4,60})"'),
}

_EXTRACTION = use_config()
_EXTRACTION["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "20"  # a short report is an article too
_DAY_ONLY = {"extensive_search": False, "original_date": True, "max_date": "2199-12-31"}  # its default bound is a clock


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds: the text of its article, and what it says of itself."""

    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: Moment | None = None
    updated: Moment | None = None


def page(content: str, where: str, url: str | None = None) -> Page:
    """Read a whole page. Raises InputError where there is no text in it, or it is nested beyond reason."""
    tree = parsed(content, where)
    published, updated = _times(tree)
    whole = _lines_of(tree)
    title, canonical, outlet, language = (
        _title(tree),
        _canonical(tree, url),
        _meta(tree, "og:site_name"),
        _language(tree),
    )
    extracted = _extracted(content, where)
    text = extracted.text if extracted is not None else ""
    if len(text) < SHORT_TEXT and len(whole) > 3 * len(text):
        text = whole
    if not text.strip():
        raise InputError(where, "holds no text: a page drawn by scripts, or one of pictures only")
    if extracted is not None:
        title = extracted.title or title
        outlet = outlet or extracted.sitename
        published = published or dates.moment(extracted.date, TimeOrigin.PAGE)
    return Page(text, title, canonical, outlet, language, published, updated)


def published(content: str) -> Moment | None:
    """The time that a page's own metadata states for its publication, without reading its article."""
    try:
        return _times(parsed(content, ""))[0]
    except InputError:
        return None


def fragment(content: str, where: str) -> str:
    """The text of HTML inside a feed entry, a line for each block. Raises InputError as `page` does."""
    return _lines_of(parsed(f"<div>{content}</div>", where))


def inline(content: str) -> str:
    """The text of a title or name that may hold markup and entities, in one line."""
    if not is_markup(content):
        return _SPACES.sub(" ", content).strip()
    try:
        text = fragment(content, "")
    except InputError:
        text = html.unescape(re.sub(r"<[^<>]*>", " ", content))
    return _SPACES.sub(" ", text).strip()


def is_markup(content: str) -> bool:
    """Whether a text holds tags or entities."""
    return _LOOKS_LIKE_MARKUP.search(content) is not None


def parsed(content: str, where: str) -> lxml.html.HtmlElement:
    """The elements of a page. Raises InputError where it is nested beyond reason, or cannot be read."""
    if _nesting(content) > MAX_NESTING:
        raise InputError(where, f"nests more than {MAX_NESTING} elements: it is broken or hostile, and left out")
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        return lxml.html.document_fromstring(content.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise InputError(where, f"cannot be read as HTML ({str(error)[:80] or 'nothing in it'})") from None


def _nesting(content: str) -> int:
    """How many elements stand open at once, at most; those that HTML closes by itself are not counted."""
    depth = deepest = 0
    for closing, name in _TAG.findall(content):
        if name.lower() in _UNCOUNTED:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _lines_of(tree: lxml.html.HtmlElement) -> str:
    """The tree's text with a line for each block, walked without recursion; scripts and forms are left out."""
    pieces: list[str] = []
    unread = 0
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        name = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            unread += name in _UNREAD
            if name in _BLOCKS:
                pieces.append("\n")
            if not unread and node.text:
                pieces.append(_SPACES.sub(" ", node.text))
            continue
        unread -= name in _UNREAD
        if name in _BLOCKS:
            pieces.append("\n")
        if not unread and node.tail:
            pieces.append(_SPACES.sub(" ", node.tail))
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


@dataclass(frozen=True, slots=True)
class _Extracted:
    text: str
    title: str | None
    sitename: str | None
    date: str | None


def _extracted(content: str, where: str) -> _Extracted | None:
    try:
        found = trafilatura.bare_extraction(
            content,
            fast=True,
            with_metadata=True,
            include_comments=False,
            config=_EXTRACTION,
            date_extraction_params=dict(_DAY_ONLY),
        )
    except (etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(where, f"cannot be read as a page ({type(error).__name__})") from error
    if found is None or isinstance(found, dict):
        return None
    return _Extracted(found.text or "", found.title, found.sitename, found.date)


def _times(tree: lxml.html.HtmlElement) -> tuple[Moment | None, Moment | None]:
    """Publication and last update: from structured data, meta elements, and marked times, in this order."""
    published = updated = None
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        told = script.text or ""
        published = published or _first(_STRUCTURED["published"].findall(told))
        updated = updated or _first(_STRUCTURED["updated"].findall(told))
    published = published or _first(_meta(tree, name) for name in _PUBLISHED_META)
    updated = updated or _first(_meta(tree, name) for name in _UPDATED_META)
    for node in () if published else tree.iterfind(".//*[@itemprop='datePublished']"):
        published = published or _first((node.get("content"), node.get("datetime"), node.text))
    for node in () if published else tree.iterfind(".//time[@datetime]"):
        published = published or _first((node.get("datetime"),))
    return published, updated


def _first(written: object) -> Moment | None:
    found = (dates.moment(one, TimeOrigin.PAGE) for one in written if isinstance(one, str))  # type: ignore[attr-defined]
    return next((one for one in found if one is not None), None)


def _meta(tree: lxml.html.HtmlElement, wanted: str) -> str | None:
    for node in tree.iterfind(".//meta"):
        if wanted in {(node.get(key) or "").lower() for key in ("property", "name", "itemprop")}:
            content = (node.get("content") or "").strip()
            if content:
                return content
    return None


def _title(tree: lxml.html.HtmlElement) -> str | None:
    title = _meta(tree, "og:title") or tree.findtext(".//h1") or tree.findtext(".//title")
    return _SPACES.sub(" ", title).strip() or None if title else None


def _language(tree: lxml.html.HtmlElement) -> str | None:
    language = (tree.get("lang") or tree.get("xml:lang") or "").strip()
    return language[:35] or None


def _canonical(tree: lxml.html.HtmlElement, url: str | None) -> str | None:
    """The address that the page gives itself, unless that is another site's, or the front page's by mistake."""
    for node in tree.iterfind(".//link[@href]"):
        if (node.get("rel") or "").lower() == "canonical":
            try:
                found = urljoin(url or "", node.get("href").strip())
                parts = urlsplit(found)
                if parts.scheme not in {"http", "https"} or not parts.hostname:
                    continue
                if url and _site(parts.hostname) != _site(urlsplit(url).hostname or ""):
                    continue
            except ValueError:
                continue
            if parts.path in {"", "/"} and not parts.query:
                continue
            return str(found)
    return None


def _site(host: str) -> str:
    """What one owner has: the name below a public suffix (publicsuffix.org), those of hosting companies among them."""
    known = get_fld(f"https://{host}", fail_silently=True, search_private=True)
    return known or (host if host[-1:].isdigit() else ".".join(host.split(".")[-2:]))
