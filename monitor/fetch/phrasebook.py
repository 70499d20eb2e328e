"""The words of page furniture, kept as data in `lexicon/`: one regular expression a line, sections in brackets."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

_SECTION = re.compile(r"\[([a-z ]+)\]")

PLATFORM = (
    r"(?:facebook|twitter|x|instagram|youtube|linkedin|whatsapp|telegram|tiktok|reddit|pinterest|threads|bluesky|"
    r"messenger|email|e-mail|print|link|google news|flipboard)"
)
RELATED = (
    r"(?:stories|story|articles?|news|content|topics?|posts?|coverage|links?|reading|videos?|headlines?|reports?|reads?|"
    r"items?)"
)


@cache
def section(file: str, name: str = "") -> re.Pattern[str]:
    """The patterns of one section as one, case aside."""
    lines: list[str] = []
    current = ""
    for line in _read(file):
        heading = _SECTION.fullmatch(line)
        if heading is not None:
            current = heading[1]
        elif current == name:
            lines.append(line.replace("{platform}", PLATFORM).replace("{related}", RELATED))
    return re.compile("|".join(f"(?:{line})" for line in lines), re.IGNORECASE)


@cache
def menu_words() -> tuple[frozenset[str], frozenset[str]]:
    """The words of menus, and the words that may stand between them."""
    words: set[str] = set()
    glue: set[str] = set()
    for line in _read("menus.txt"):
        if line.startswith("glue:"):
            glue.update(line.removeprefix("glue:").split())
        else:
            words.update(line.split())
    return frozenset(words), frozenset(glue)


def _read(file: str) -> list[str]:
    text = (resources.files("monitor.fetch") / "lexicon" / file).read_text(encoding="utf-8")
    return [line for raw in text.splitlines() if (line := raw.strip()) and not line.startswith("#")]
