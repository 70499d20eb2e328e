"""Whether an entry's article is to be read from its page, because the feed gives too little of it. Pure."""

from __future__ import annotations

import re

from monitor.fetch.identity import said
from monitor.fetch.state import Pages
from monitor.model import Item

SHORT = 600
"""Code points of text below which a feed gives a summary: the shortest reports that stand for themselves are longer."""

_CUT = re.compile(
    r"(?:\.\.\.|…|\[(?:\.\.\.|…)\]|(?:read|see|view|learn|find out) (?:the )?(?:more|full|rest|whole)\b[^.!?\n]{0,60}|"
    r"continue reading\b[^\n]{0,120}|the post .{1,200} appeared first on.{0,100})"
    r"[\s\W]*$"
)

_CUE = re.compile(r"\.\.\.|…|reading|appeared first|\b(?:more|full|rest|whole)\b")
"""One of these stands in every such ending; most texts are done with it sooner."""


def needs_page(item: Item, pages: Pages) -> bool:
    """Whether the page is to be fetched before the entry is read."""
    if item.url is None or pages is Pages.NEVER:
        return False
    return pages is Pages.ALWAYS or is_cut(said(item))


def is_cut(text: str) -> bool:
    """Whether a feed's text is a summary, or ends where it says that it goes on."""
    if len(text) < SHORT:
        return True
    ending = text[-400:].lower()
    return _CUE.search(ending) is not None and _CUT.search(ending) is not None
