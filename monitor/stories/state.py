"""A story as the assignment sees it: sums over its articles, and what is told of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(slots=True)
class ActiveStory:
    """One story in memory. `articles` counts all, `weight` those that are no copies: only these are in the sums.

    `words` and `names` are sums of the articles' vectors, whole numbers. Their lengths are kept as they were when the
    story last grew, because the weights of words move on.
    """

    id: str
    words: dict[str, int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    word_length: float = 0.0
    name_length: float = 0.0
    days: Counter[int] = field(default_factory=Counter)
    weekdays: Counter[int] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    weight: int = 0
    first_at: datetime | None = None
    last_at: datetime | None = None
    title: str = ""

    def stretch(self, at: datetime | None) -> None:
        """Makes the story's span hold `at`."""
        if at is not None:
            self.first_at = at if self.first_at is None else min(self.first_at, at)
            self.last_at = at if self.last_at is None else max(self.last_at, at)


@dataclass(frozen=True, slots=True)
class Standing:
    """What is to be kept of a story after an article: all that is not the sum of its articles' features."""

    id: str
    title: str
    first_at: datetime | None
    last_at: datetime | None
    articles: int
    weight: int
    word_length: float
    name_length: float
    place: str | None
    entities: tuple[str, ...]
