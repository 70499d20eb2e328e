"""What the tests of reading share: an article made of a text, and what is read in it with the shipped kinds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from monitor.figures.kinds import Kinds
from monitor.figures.read import read
from monitor.model import Article, Claim, Span
from monitor.settings.figures import load_kinds

Reading = Callable[..., tuple[Claim, ...]]


@pytest.fixture(scope="session")
def kinds() -> Kinds:
    """The kinds that the program is shipped with."""
    return load_kinds(Path(__file__).parents[2] / "config" / "figures.toml")


@pytest.fixture(scope="session")
def claims_of(kinds: Kinds) -> Reading:
    """Reads a text, its lines being the article's, and gives its claims."""

    def reading(text: str, title: str | None = None) -> tuple[Claim, ...]:
        spans: list[Span] = []
        at = 0
        for line in text.splitlines(keepends=True):
            if line.strip():
                spans.append(Span(at, at + len(line.rstrip())))
            at += len(line)
        return read(Article("a", "a", "r", text, tuple(spans), title=title), kinds)

    return reading
