"""Text from strangers, made safe to show: in a terminal, in Markdown, in a link. HTML is escaped by its templates."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit

LONGEST = 1_000
"""A title or sentence is cut at so many characters: what is longer is no title or sentence."""

_NO_CHARACTERS = "\ufffe\uffff"  # no text may hold them, and no XML

_MARKS = re.compile(r"([\\`*_{}\[\]()#+!|<>~&])")
_LINE_START = re.compile(r"^(\s*)(\d+)([.)])|^(\s*)(-|=)")


def plain(text: object, longest: int = LONGEST) -> str:
    """One line without control characters, terminal escapes or marks that reverse the direction of writing.

    Every run of white space becomes one space; what is longer than `longest` is cut with an ellipsis.
    """
    shown = " ".join("".join(" " if _is_dangerous(char) else char for char in str(text)).split())
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"


def markdown(text: object) -> str:
    """The same, with every mark that Markdown or HTML would take as its own escaped."""
    escaped = _MARKS.sub(r"\\\1", plain(text))
    return _LINE_START.sub(lambda m: f"{m[1]}{m[2]}\\{m[3]}" if m[2] else f"{m[4]}\\{m[5]}", escaped)


def web_address(url: str | None) -> str | None:
    """A link that may be followed: of the web, with everything escaped that an address cannot hold; else None."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    return quote(url, safe="%/:=&?~#+!$,;'@()*", errors="ignore")


def _is_dangerous(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") or char in _NO_CHARACTERS
