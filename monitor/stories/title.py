"""The most telling headline of a story."""

from __future__ import annotations

import math
from collections.abc import Callable

from monitor.model import Article
from monitor.stories.terms import stem, tells
from monitor.stories.tokens import read_lines

_LONGEST = 160

Worth = Callable[[frozenset[str], frozenset[str]], int]
"""How much of what the articles of a story say lies in some stems and some names."""


def title_of(article: Article) -> str | None:
    """An article's title, or where it has none the line that it begins with."""
    if article.title:
        return article.title
    return next((article.text[start:end] for start, end in article.body), None)


def better_title(current: str, offered: str | None, worth: Worth) -> str:
    """The story's title, or the one offered where that tells more of what the story's articles have in common.

    What a headline tells is what its words and names weigh in the story, over the root of how many words it has: a long
    one is not better for its length. One that is a dateline or a stamp tells nothing.
    """
    candidate = " ".join((offered or "").split())
    if len(candidate) > _LONGEST:
        candidate = candidate[:_LONGEST].rsplit(" ", 1)[0] + " …"
    if not candidate:
        return current
    return candidate if _telling(candidate, worth) > _telling(current, worth) else current


def _telling(title: str, worth: Worth) -> float:
    words = [word for line in read_lines([title]) for word in line]
    terms = [part for word in words for part in word.text.split("-") if tells(part)]
    if not words:
        return -1.0
    return worth(frozenset(map(stem, terms)), frozenset(terms)) / math.sqrt(4 + len(words))
