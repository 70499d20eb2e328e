"""Text from strangers, made safe to show: in a terminal, in Markdown. HTML is escaped by its own templates."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 1_000
"""A title or sentence is cut at so many characters: what is longer is no title or sentence."""

_MARKS = re.compile(r"([\\`*_{}\[\]()#+!|<>~&])")
_LINE_START = re.compile(r"^(\s*)(\d+)([.)])|^(\s*)(-|=)")


def plain(text: object) -> str:
    """One line without control characters, terminal escapes or marks that reverse the direction of writing.

    Every run of white space becomes one space; what is longer than LONGEST is cut with an ellipsis.
    """
    shown = " ".join("".join(" " if _is_dangerous(char) else char for char in str(text)).split())
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"


def markdown(text: object) -> str:
    """The same, with every mark that Markdown or HTML would take as its own escaped."""
    escaped = _MARKS.sub(r"\\\1", plain(text))
    return _LINE_START.sub(lambda m: f"{m[1]}{m[2]}\\{m[3]}" if m[2] else f"{m[4]}\\{m[5]}", escaped)


def _is_dangerous(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") and char != "\u00ad"
