"""Lists of feeds as other readers write and take them (OPML 2.0, http://opml.org/spec2.opml)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit
from xml.etree import ElementTree

from lxml import etree

from monitor.errors import InputError
from monitor.fetch.limits import MAX_BYTES
from monitor.fetch.state import Pages, Subscription

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

_OURS = "urn:monitor:opml"
_PAGES = f"{{{_OURS}}}pages"
ElementTree.register_namespace("monitor", _OURS)
"""A namespace of our own for what other readers do not know, as the specification asks for."""


def read(content: bytes, where: str) -> tuple[list[Subscription], int]:
    """The feeds that a list names, each once, in its order, and how many lines hold no address of the web.

    Raises InputError where it is no OPML.
    """
    if len(content) > MAX_BYTES:
        raise InputError(where, f"is larger than {MAX_BYTES // 2**20} MB: no list of feeds is")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(where, f"is no XML ({error})") from None
    if etree.QName(root).localname.lower() != "opml":
        raise InputError(where, f"is no OPML: it begins with <{etree.QName(root).localname[:40]}>")
    found: dict[str, Subscription] = {}
    unusable = 0
    for outline in root.iter("{*}outline", "outline"):
        told = {str(name).lower(): " ".join(str(value).split()) for name, value in outline.attrib.items()}
        url = told.get("xmlurl")
        if url is None:
            continue  # a folder
        if not _is_of_the_web(url):
            unusable += 1
            continue
        found.setdefault(url, _subscription(url, told))
    return list(found.values()), unusable


def written(feeds: Sequence[Subscription]) -> str:
    """The feeds as OPML, in their order."""
    root = ElementTree.Element("opml", version="2.0")
    ElementTree.SubElement(ElementTree.SubElement(root, "head"), "title").text = "Feeds"
    body = ElementTree.SubElement(root, "body")
    for feed in feeds:
        name = feed.outlet or urlsplit(feed.url).netloc
        told = {"type": "rss", "text": name, "title": name, "xmlUrl": feed.url}
        if feed.language:
            told["language"] = feed.language
        if feed.pages is not Pages.AUTO:
            told[_PAGES] = feed.pages.value
        ElementTree.SubElement(body, "outline", told)
    ElementTree.indent(root)
    return "<?xml version='1.0' encoding='utf-8'?>\n" + ElementTree.tostring(root, encoding="unicode") + "\n"


def _subscription(url: str, told: Mapping[str, str]) -> Subscription:
    outlet = told.get("title") or told.get("text")
    if outlet == urlsplit(url).netloc:
        outlet = None  # a list must give each feed a text; one that has no name has its host
    language = _LANGUAGE.fullmatch(told.get("language", ""))
    pages = told.get(_PAGES.lower())
    return Subscription(
        url,
        outlet[:200] if outlet else None,
        language[0] if language else None,
        Pages(pages) if pages in set(Pages) else Pages.AUTO,
    )


def _is_of_the_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not any(map(str.isspace, url))
