"""Texts for the tests: prose of a small vocabulary by seed, and articles made of lines."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime

from monitor.model import Article, Moment, Span, TimeOrigin

_SYLLABLES = ("ba", "do", "ke", "li", "mu", "na", "po", "ra", "si", "ta", "ve", "zo", "fer", "gan", "hol", "jun")
VOCABULARY = tuple(first + second + third for first in _SYLLABLES for second in _SYLLABLES for third in ("", "n", "sk"))


def prose(seed: int, words: int) -> str:
    """A sentence after another, of words drawn by a seed."""
    rng = random.Random(seed)
    left, sentences = words, []
    while left > 0:
        length = min(left, rng.randint(8, 18))
        sentences.append(" ".join(rng.choice(VOCABULARY) for _ in range(length)).capitalize() + ".")
        left -= length
    return " ".join(sentences)


def paragraphs(seed: int, count: int, words: int = 40) -> list[str]:
    """Several lines of prose, no two alike."""
    return [prose(seed * 1000 + number, words) for number in range(count)]


def article(
    name: str,
    lines: str | Sequence[str],
    *,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    credit: str | None = None,
    beside: Sequence[str] = (),
    revision: str = "1",
) -> Article:
    """An article whose body is every given line; lines `beside` it stand in the text only."""
    lines = [lines] if isinstance(lines, str) else list(lines)
    spans, start = [], 0
    for line in lines:
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return Article(
        id=name,
        key=name,
        revision=revision,
        text="\n".join([*lines, *beside]),
        body=tuple(spans),
        title=title,
        outlet=outlet,
        url=url,
        credit=credit,
        published=Moment(datetime(2024, 5, 3, tzinfo=UTC), TimeOrigin.MANIFEST),
    )
