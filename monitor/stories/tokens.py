"""The lines of an article as words, each marked as a name or not.

A word with a capital is a name where the capital is not owed to its place: not at the start of a sentence, not in a
headline whose words are all capitalised. There it is one only if the article nowhere writes it small and it is no
common word. *Libyan* and *Libya* are one name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from monitor.model import Article
from monitor.nations import nation_of
from monitor.stories.background import background_shares
from monitor.stories.lexicon import SILENT_WORDS
from monitor.stories.terms import stem

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?:;\"“”`]|''")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "\u00a0": " ", "\u2011": "-"})


class Word(NamedTuple):
    """A word without accents, in lower case. `joined`: at most a space or a full stop parts it from the one before."""

    text: str
    is_name: bool
    joined: bool


def lines_of(article: Article) -> list[str]:
    """The title, where it is no line of the text, and the article's own lines."""
    lines = [article.text[span.start : span.end] for span in article.body]
    if article.title and article.title_at is None:
        lines.insert(0, article.title)
    return lines


def plain(text: str) -> str:
    """Typographic marks made plain and accents taken off."""
    parts = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(c for c in parts if not unicodedata.combining(c))


def read_lines(lines: list[str]) -> list[list[Word]]:
    """The words of each line."""
    drafts = [list(_draft(plain(line))) for line in lines]
    small = {d.low for line in drafts for d in line if not d.capital}
    sure = {d.low for line in drafts for d in line if d.capital and not d.owed}
    common = background_shares().words

    def is_name(draft: _Draft) -> bool:
        if not draft.capital or draft.low in SILENT_WORDS:
            return False
        return draft.low in sure or (draft.low not in small and stem(draft.low) not in common)

    def word(draft: _Draft) -> Word:
        if not is_name(draft):
            return Word(draft.low, False, draft.joined)
        return Word(nation_of(draft.low) or draft.low, True, draft.joined)

    return [[word(draft) for draft in line] for line in drafts]


class _Draft(NamedTuple):
    low: str
    capital: bool
    owed: bool  # the capital may be owed to the place of the word
    joined: bool


def _draft(line: str) -> Iterator[_Draft]:
    found = list(_WORD.finditer(line))
    long = [m for m in found if m.end() - m.start() > 3 and m.group()[0].isalpha()]
    all_capital = len(long) >= 3 and sum(m.group()[0].isupper() for m in long) * 10 >= len(long) * 8
    start, end = True, 0
    for match in found:
        gap = line[end : match.start()]
        start = start or bool(_SENTENCE_END.search(gap.replace(". ", " ") if end and line[end - 1].isupper() else gap))
        text = match.group()
        low = text.lower().removesuffix("'s")
        yield _Draft(low, text[0].isupper() and len(low) > 1, start or all_capital, gap.strip(" .") == "" and end > 0)
        start, end = False, match.end()
