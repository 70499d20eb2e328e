"""Which story an article belongs to: one pass, online, from an inverted index of the active stories.

The story with the best score takes the article, if the score reaches the threshold; else the article founds a story.
A score adds up the cosine of the words and that of the names (TF-IDF, over stories, with a shipped background), what
shared days speak for, and what the time since the story's last article speaks for or against.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from monitor.stories.background import background_shares
from monitor.stories.features import Features
from monitor.stories.settings import Storying
from monitor.stories.state import ActiveStory, Standing
from monitor.stories.title import better_title

_NAME_WEIGHT = 2.4
_BACKGROUND_STORIES = 30
_CANDIDATES = 24
_RAREST = 40


@dataclass(frozen=True, slots=True)
class Held:
    """What an article and a story share, the most telling first. `days` are ISO dates."""

    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    days: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assignment:
    """`story` None: a new one. `nearest` is the story that came closest, with its `score`; `held` is what is shared."""

    story: str | None
    nearest: str | None
    score: float
    held: Held


@dataclass(frozen=True, slots=True)
class Kept:
    """A story out of the store: what stood of it and the features of its articles that are no copies."""

    standing: Standing
    features: tuple[Features, ...]


class Assigner:
    """The active stories. `assign` decides and changes nothing; `learn` takes in what was decided."""

    def __init__(self, settings: Storying, kept: Iterable[Kept] = ()) -> None:
        self._settings = settings
        self._shares = background_shares()
        self._stories: dict[str, ActiveStory] = {}
        self._postings: dict[str, dict[str, None]] = {}
        for story in kept:
            self._restore(story)

    def assign(self, features: Features, at: datetime | None) -> Assignment:
        """The story for an article with `features` that stands at `at` (None: no date, no clock, no calendar)."""
        words, names = self._weighted(features.words, ""), self._weighted(features.names, "@")
        best: tuple[float, str] | None = None
        for story in self._candidates(words, names):
            score = self._score(self._stories[story], words, names, features, at)
            if best is None or (-score, story) < (-best[0], best[1]):
                best = (score, story)
        if best is None:
            return Assignment(None, None, 0.0, Held())
        held = self._held(self._stories[best[1]], words, names, features)
        return Assignment(best[1] if best[0] >= self._settings.threshold else None, best[1], best[0], held)

    def learn(
        self, story: str, features: Features, at: datetime | None, title: str | None, *, copy: bool = False
    ) -> Standing:
        """Takes an article into `story`, a new one or a known one. A copy counts and adds no weight."""
        active = self._stories.get(story)
        if active is None:
            active = self._stories[story] = ActiveStory(story)
        active.articles += 1
        active.stretch(at)
        if not copy:
            self._add(active, features)
            active.weight += 1
            active.word_length = self._length(active.words, "")
            active.name_length = self._length(active.names, "@")
        active.title = better_title(active, title)
        return self._standing(active)

    def _restore(self, kept: Kept) -> None:
        stood = kept.standing
        active = self._stories[stood.id] = ActiveStory(stood.id)
        for features in kept.features:
            self._add(active, features)
        active.articles, active.weight = stood.articles, stood.weight
        active.word_length, active.name_length = stood.word_length, stood.name_length
        active.first_at, active.last_at, active.title = stood.first_at, stood.last_at, stood.title

    def _add(self, active: ActiveStory, features: Features) -> None:
        for prefix, terms, sums in (("", features.words, active.words), ("@", features.names, active.names)):
            for term, weight in terms:
                if term not in sums:
                    sums[term] = 0
                    self._postings.setdefault(prefix + term, {})[active.id] = None
                sums[term] += weight
        active.days.update(features.days)
        active.weekdays.update(features.weekdays)
        active.places.update(features.places)

    def _rarity(self, key: str) -> float:
        stories = len(self._postings.get(key, ()))
        background = self._shares.get(key, 0.0) * _BACKGROUND_STORIES
        return math.log((len(self._stories) + _BACKGROUND_STORIES + 1) / (stories + background + 0.5))

    def _weighted(self, terms: tuple[tuple[str, int], ...], prefix: str) -> dict[str, tuple[float, float]]:
        """Term to its rarity and its weight times that."""
        return {term: (rarity, weight * rarity) for term, weight in terms for rarity in (self._rarity(prefix + term),)}

    def _length(self, sums: dict[str, int], prefix: str) -> float:
        return math.sqrt(math.fsum((weight * self._rarity(prefix + term)) ** 2 for term, weight in sums.items()))

    def _candidates(self, words: dict[str, tuple[float, float]], names: dict[str, tuple[float, float]]) -> list[str]:
        """The stories that share most of the article's rarest words and names."""
        terms = [(w * r, t) for t, (r, w) in words.items()] + [
            (_NAME_WEIGHT * w * r, "@" + t) for t, (r, w) in names.items()
        ]
        found: Counter[str] = Counter()
        for worth, key in sorted(terms, key=lambda entry: (-entry[0], entry[1]))[:_RAREST]:
            for story in self._postings.get(key, ()):
                found[story] += worth  # type: ignore[assignment]
        return [story for _, story in sorted((-worth, story) for story, worth in found.items())[:_CANDIDATES]]

    def _score(
        self,
        story: ActiveStory,
        words: dict[str, tuple[float, float]],
        names: dict[str, tuple[float, float]],
        features: Features,
        at: datetime | None,
    ) -> float:
        score = _cosine(words, story.words, story.word_length) + _NAME_WEIGHT * _cosine(
            names, story.names, story.name_length
        )
        if features.days and any(day in story.days for day in features.days):
            score += 0.3
        if at is not None and story.first_at is not None and story.last_at is not None:
            gap = max((story.first_at - at).total_seconds(), (at - story.last_at).total_seconds(), 0.0) / 86400
            score += 0.4 * math.exp(-gap / 3) - 0.2
        return score

    def _held(
        self,
        story: ActiveStory,
        words: dict[str, tuple[float, float]],
        names: dict[str, tuple[float, float]],
        features: Features,
    ) -> Held:
        def most(mine: dict[str, tuple[float, float]], sums: dict[str, int]) -> tuple[str, ...]:
            shared = sorted(
                (-weight * rarity * sums[term], term) for term, (rarity, weight) in mine.items() if term in sums
            )
            return tuple(term for _, term in shared[:8])

        days = tuple(datetime.fromordinal(day).date().isoformat() for day in features.days if day in story.days)
        return Held(most(words, story.words), most(names, story.names), days)

    def _standing(self, active: ActiveStory) -> Standing:
        places = sorted(active.places.items(), key=lambda entry: (-entry[1], entry[0]))
        names = sorted(active.names.items(), key=lambda entry: (-entry[1] * self._rarity("@" + entry[0]), entry[0]))
        return Standing(
            id=active.id,
            title=active.title,
            first_at=active.first_at,
            last_at=active.last_at,
            articles=active.articles,
            weight=active.weight,
            word_length=active.word_length,
            name_length=active.name_length,
            place=places[0][0] if places else None,
            entities=tuple(name for name, _ in names[:8]),
        )


def _cosine(mine: dict[str, tuple[float, float]], sums: dict[str, int], length: float) -> float:
    if not length or not mine:
        return 0.0
    dot = math.fsum(weight * rarity * sums[term] for term, (rarity, weight) in mine.items() if term in sums)
    own = math.sqrt(math.fsum(weight * weight for _, weight in mine.values()))
    return dot / (own * length) if own else 0.0
