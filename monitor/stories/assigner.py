"""Which story an article belongs to: one pass, online, over an inverted index of the active stories.

The story with the best score takes the article if the score reaches the threshold; else the article founds a story. The
state after any article depends on the stories that are active and nothing else, so that it can be built again from the
store to the last bit.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from heapq import nsmallest

from monitor.stories.background import background_shares
from monitor.stories.channel import Channel, Weighed, cosine
from monitor.stories.evidence import RIVAL_DAYS, Evidence, Likeness, score, weigh
from monitor.stories.read import Features
from monitor.stories.settings import Storying
from monitor.stories.state import ActiveStory, Brought, Kept, Standing
from monitor.stories.terms import as_name
from monitor.stories.title import better_title

_CANDIDATES = 12
_REACH = 1200
_SHOWN = 8
_ONE_NAME = 3
_RELATED = -8.0
_RELATED_NAMES = 3


@dataclass(frozen=True, slots=True)
class Held:
    """What an article and a story share, the most telling first. Dates are YYYY-MM-DD, or --MM-DD without a year."""

    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assignment:
    """`story` None: a new one. `nearest` is the story that came closest, with its `score`, `held` what they share.

    `related`: the event that a new story has to do with, though it is another one.
    """

    story: str | None
    nearest: str | None
    score: float
    held: Held
    related: str | None = None


class Assigner:
    """The active stories. `assign` decides and changes nothing; `learn` takes in what was decided."""

    def __init__(self, settings: Storying, kept: Iterable[Kept] = ()) -> None:
        self._settings = settings
        shares = background_shares()
        self._lead = Channel(shares.terms)
        self._names = Channel(shares.names)
        self._stories: dict[str, ActiveStory] = {}
        self._by_age: list[tuple[datetime, str]] = []
        for story in kept:
            self.recall(story)

    def assign(self, features: Features, at: datetime | None) -> Assignment:
        """The story for an article with `features` that came out `at`. Without `at` no clock is asked."""
        lead, names = self._lead.weigh(features.lead), self._names.weigh(features.names)
        scores = {story: score(evidence) for story, evidence in self._near(features, lead, names, at)}
        if not scores:
            return Assignment(None, None, 0.0, Held())
        nearest = min(scores, key=lambda story: (-scores[story], story))
        held = self._held(nearest, lead, names, features)
        if scores[nearest] >= self._settings.threshold:
            return Assignment(nearest, nearest, scores[nearest], held)
        in_common = len(_shared(nearest, names))
        is_near = in_common >= _RELATED_NAMES and scores[nearest] >= _RELATED
        is_related = is_near or (features.belongs and in_common > 0)
        return Assignment(None, nearest, scores[nearest], held, nearest if is_related else None)

    def near(self, features: Features, at: datetime | None) -> list[tuple[str, Evidence]]:
        """The stories that come near an article, each with the evidence."""
        return self._near(features, self._lead.weigh(features.lead), self._names.weigh(features.names), at)

    def _near(
        self, features: Features, lead: Weighed, names: Weighed, at: datetime | None
    ) -> list[tuple[str, Evidence]]:
        rivals = self._rivals(at)
        found = map(self._stories.__getitem__, self._candidates(lead, names))
        return [(story.id, weigh(features, story, _likeness(story, lead, names), at, rivals)) for story in found]

    def learn(
        self, story: str, features: Features, at: datetime | None, title: str | None = None, *, copy: bool = False
    ) -> Standing:
        """Takes an article into `story`, a new one or a known one, and forgets the stories that are too old by then.

        A copy, or a later revision, counts and adds no weight. A story that was forgotten must be recalled first.
        """
        active = self._stories.get(story) or ActiveStory(story)
        self._unlist(active)
        self._take(active, Brought(None if copy else features, at, title))
        self._list(active)
        standing = self._standing(active)
        self._forget_old()
        return standing

    def regrow(self, story: str, brought: Iterable[Brought]) -> Standing | None:
        """Makes a story anew from what its articles brought, in order of arrival; None: it holds nothing any more."""
        known = self._stories.get(story)
        if known is not None:
            self._unlist(known)
            self._drop(story)
        active = ActiveStory(story)
        for one in brought:
            self._take(active, one)
        if not active.articles:
            return None
        self._list(active)
        return self._standing(active)

    def is_active(self, story: str) -> bool:
        """Whether the story is in memory."""
        return story in self._stories

    def recall(self, kept: Kept) -> None:
        """Takes a story out of the store into memory as it stood."""
        stood = kept.standing
        active = ActiveStory(stood.id, stood.title, stood.first_at, stood.last_at, stood.articles, stood.weight)
        active.lead_square, active.name_square = stood.lead_square, stood.name_square
        for features in kept.features:
            self._lead.add(stood.id, features.lead)
            self._names.add(stood.id, features.names)
            active.mark(features)
        self._list(active)

    def _take(self, active: ActiveStory, brought: Brought) -> None:
        active.articles += 1
        active.stretch(brought.at)
        features = brought.features
        if features is not None:
            active.weight += 1
            active.lead_square += self._lead.add(active.id, features.lead)
            active.name_square += self._names.add(active.id, features.names)
            active.mark(features)
        worth = partial(self._worth, active.id)
        active.title = better_title(active.title, brought.title, worth)

    def _weight(self, story: str, name: str) -> float:
        return self._names.sum_of(story, name) * self._names.plain_rarity(name)

    def _rivals(self, at: datetime | None) -> int:
        """How many stories ended close to `at`."""
        if at is None:
            return 0
        reach = timedelta(days=RIVAL_DAYS)
        return bisect_left(self._by_age, (at + reach, "")) - bisect_left(self._by_age, (at - reach, ""))

    def _candidates(self, lead: Weighed, names: Weighed) -> list[str]:
        """The stories that share most of what is rarest in the article, from about `_REACH` places of the index."""
        terms = [(worth / lead.length, term, sums, False) for worth, term, sums in lead.entries if sums]
        terms += [(2 * worth / names.length, term, sums, True) for worth, term, sums in names.entries if sums]
        terms.sort(key=lambda entry: (-entry[0], entry[1], entry[3]))
        found: dict[str, float] = {}
        left = _REACH
        for worth, _, sums, is_name in terms:
            if len(sums) > left and found:
                break
            left -= len(sums)
            for story, weight in sums.items():
                active = self._stories[story]
                length = active.name_length if is_name else active.lead_length
                found[story] = found.get(story, 0.0) + worth * weight / length
        return [story for _, story in nsmallest(_CANDIDATES, ((-worth, story) for story, worth in found.items()))]

    def _held(self, story: str, lead: Weighed, names: Weighed, features: Features) -> Held:
        active, calendar = self._stories[story], features.calendar
        days = [date.fromordinal(day).isoformat() for day in (*calendar.days, *calendar.own) if day in active.days]
        written = [f"--{day // 100:02}-{day % 100:02}" for day in calendar.dates if day in active.dates]
        words = tuple(term for term in _shared(story, lead) if not term.startswith(as_name("")))
        return Held(words[:_SHOWN], _shared(story, names)[:_SHOWN], tuple((sorted({*days}) or written)[:_SHOWN]))

    def _worth(self, story: str, words: frozenset[str], names: frozenset[str]) -> int:
        """How much of what the story's articles say is in these words and names."""
        return sum(self._lead.sum_of(story, w) for w in words) + 2 * sum(self._names.sum_of(story, n) for n in names)

    def _standing(self, active: ActiveStory) -> Standing:
        names = sorted(self._names.terms_of(active.id), key=lambda name: (-self._weight(active.id, name), name))
        return Standing(
            id=active.id,
            title=active.title,
            first_at=active.first_at,
            last_at=active.last_at,
            articles=active.articles,
            weight=active.weight,
            lead_square=active.lead_square,
            name_square=active.name_square,
            place=min(active.places, key=lambda place: (-active.places[place], place), default=None),
            entities=tuple(names[:_SHOWN]),
        )

    def _list(self, active: ActiveStory) -> None:
        self._stories[active.id] = active
        if active.last_at is not None:
            insort(self._by_age, (active.last_at, active.id))

    def _unlist(self, active: ActiveStory) -> None:
        if active.last_at is not None:
            del self._by_age[bisect_left(self._by_age, (active.last_at, active.id))]

    def _forget_old(self) -> None:
        if len(self._by_age) < self._settings.keep:
            return
        oldest = self._by_age[-self._settings.keep][0] - timedelta(days=self._settings.window_days)
        while self._by_age[0][0] < oldest:
            _, story = self._by_age.pop(0)
            self._drop(story)

    def _drop(self, story: str) -> None:
        del self._stories[story]
        self._lead.drop(story)
        self._names.drop(story)


def _likeness(story: ActiveStory, lead: Weighed, names: Weighed) -> Likeness:
    """One town has a fire and a fair on one day: a single name in common counts no more than the words allow."""
    told_by_names = cosine(names, story.id, story.name_length)
    told_by_lead = cosine(lead, story.id, story.lead_length)
    told_by_words = cosine(lead, story.id, story.lead_length, but=as_name(""))
    if len(_shared(story.id, names)) == 1:
        told_by_names = min(told_by_names, _ONE_NAME * told_by_words)
    return Likeness(told_by_names, told_by_lead, told_by_words)


def _shared(story: str, mine: Weighed) -> tuple[str, ...]:
    worth = {term: value * sums[story] for value, term, sums in mine.entries if story in sums}
    return tuple(sorted(worth, key=lambda term: (-worth[term], term)))
