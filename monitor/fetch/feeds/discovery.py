"""Where a site has its feeds: those that a page names, and the addresses at which feeds usually lie. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from monitor.fetch.text import markup

MOST = 20
"""Feeds of one page that are named; a page of a large site may list hundreds."""

USUAL = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json")
"""Paths that publishing programs give their feeds."""

_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "text/xml"}
)
_LOOKS_LIKE_A_FEED = re.compile(r"(?:^|[/._-])(?:rss|feeds?|atom)(?:[/._-]|\d|$)|\.(?:rss|rdf|atom)$", re.IGNORECASE)
_COMMENTS = re.compile(r"(?:^|[/_-])comments?(?:[/_.-]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """A feed that a page names, and what the page calls it."""

    url: str
    title: str | None = None


def feeds_on(html: str, where: str) -> tuple[Link, ...]:
    """The feeds that a page names: first those of its head, then links that look like one; comments' feeds last.

    `where` is the page's own address. Raises InputError for a page that cannot be read.
    """
    tree = markup.parsed(html, where)
    base = where
    for node in tree.iterfind(".//base[@href]"):
        base = _address(where, node.get("href")) or where
        break
    named = [
        (node.get("href"), node.get("title"))
        for node in tree.iterfind(".//link[@href]")
        if "alternate" in (node.get("rel") or "").lower().split() and (node.get("type") or "").strip().lower() in _TYPES
    ]
    linked = [
        (node.get("href"), node.text)
        for node in tree.iterfind(".//a[@href]")
        if _LOOKS_LIKE_A_FEED.search(_path(node.get("href")))
    ]
    found: dict[str, Link] = {}
    for href, title in (*named, *linked):
        url = _address(base, href)
        if url is not None and url != where:
            found.setdefault(url, Link(url, " ".join((title or "").split())[:200] or None))
    links = sorted(found.values(), key=lambda link: _COMMENTS.search(_path(link.url)) is not None)
    return tuple(links[:MOST])


def usual_places(where: str) -> tuple[Link, ...]:
    """The addresses at which the feed of a site usually lies."""
    return tuple(Link(urljoin(where, path)) for path in USUAL)


def _path(href: str) -> str:
    try:
        return urlsplit(href.strip()).path
    except ValueError:
        return ""


def _address(base: str, href: str) -> str | None:
    try:
        found = urljoin(base, href.strip())
        parts = urlsplit(found)
    except ValueError:
        return None
    return found if parts.scheme in {"http", "https"} and parts.hostname else None
