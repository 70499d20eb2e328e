"""A story as the assignment holds it in memory, and what has to be kept of it."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from monitor.stories.read import Features


@dataclass(slots=True)
class ActiveStory:
    """What is known of a story beside its leads and names. `articles` counts all, `weight` those that are no copies.

    `lead_square` and `name_square` are the squared lengths of its vectors, grown article by article with the rarities
    of each moment. `names` is the most that one article names, `dating` how many articles name a date,
    `belonging` how many tell of an event that belongs to another one. The
    counters say how many articles name what.
    """

    id: str
    title: str = ""
    first_at: datetime | None = None
    last_at: datetime | None = None
    articles: int = 0
    weight: int = 0
    lead_square: float = 0.0
    name_square: float = 0.0
    names: int = 0
    dating: int = 0
    belonging: int = 0
    weekdays: Counter[int] = field(default_factory=Counter)
    dates: Counter[int] = field(default_factory=Counter)
    years: Counter[int] = field(default_factory=Counter)
    days: Counter[int] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    marks: Counter[str] = field(default_factory=Counter)

    @property
    def lead_length(self) -> float:
        """The length of the vector of its leads."""
        return math.sqrt(self.lead_square)

    @property
    def name_length(self) -> float:
        """The length of the vector of its names."""
        return math.sqrt(self.name_square)

    def stretch(self, at: datetime | None) -> None:
        """Makes the story's span hold `at`."""
        if at is not None:
            self.first_at = at if self.first_at is None else min(self.first_at, at)
            self.last_at = at if self.last_at is None else max(self.last_at, at)

    def mark(self, features: Features) -> None:
        """Takes in the days, places and marks of an article. Its own day is one that later articles may name."""
        calendar = features.calendar
        self.weekdays.update(calendar.weekdays)
        self.dates.update(calendar.with_own().dates)
        self.dating += bool(calendar.dates)
        self.belonging += features.belongs
        self.years.update(calendar.years)
        self.days.update((*calendar.days, *calendar.own))
        self.places.update(features.places)
        self.marks.update(features.marks)
        self.names = max(self.names, len(features.names))


@dataclass(frozen=True, slots=True)
class Brought:
    """What a revision brings to its story: `features` None for a copy or a later revision, which add no weight."""

    features: Features | None
    at: datetime | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What is to be kept of a story after an article: all that is not the sum of its articles' features.

    `place` is where most of its articles have it, `entities` are its weightiest names.
    """

    id: str
    title: str
    first_at: datetime | None
    last_at: datetime | None
    articles: int
    weight: int
    lead_square: float
    name_square: float
    place: str | None
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A story out of the store: what stood of it, and the features of its articles that are no copies."""

    standing: Standing
    features: tuple[Features, ...]
