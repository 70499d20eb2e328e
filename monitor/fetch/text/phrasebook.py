"""The words of page furniture, as data in `lexicon/`: words, or regular expressions one a line, in sections."""

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
    filled = (line.replace("{platform}", PLATFORM).replace("{related}", RELATED) for line in lines(file, name))
    return re.compile("|".join(f"(?:{line})" for line in filled), re.IGNORECASE)


@cache
def words(file: str, name: str) -> frozenset[str]:
    """The words of one section."""
    return frozenset(word for line in lines(file, name) for word in line.split())


def lines(file: str, name: str) -> tuple[str, ...]:
    """The lines of one section, in order; those before the first heading have no name."""
    found: list[str] = []
    current = ""
    for line in _read(file):
        heading = _SECTION.fullmatch(line)
        if heading is not None:
            current = heading[1]
        elif current == name:
            found.append(line)
    return tuple(found)


def _read(file: str) -> list[str]:
    text = (resources.files("monitor.fetch.text") / "lexicon" / file).read_text(encoding="utf-8")
    return [line for raw in text.splitlines() if (line := raw.strip()) and not line.startswith("#")]
