"""What tells whether an article reports the event of a story, each as a number, and what each counts.

The score is the logarithm of the odds that the two belong together, moved so that 0 is where they are put together: a
logistic regression (`python -m bench.story_weights` fits it) over an article and every story that came near it, when
all that came before stood where it belongs. Tolls tell nothing.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from datetime import date, datetime
from operator import mul
from typing import NamedTuple, TypeVar

from monitor.stories.dates import Calendar
from monitor.stories.read import Features
from monitor.stories.state import ActiveStory

RIVAL_DAYS = 2
"""Stories that ended within so many days of an article are rivals for it."""

_UNHEARD_OF = 8
_CLOSE_DAYS = 1.5
_FAR_DAYS = 7.0
_FARTHEST_WEEKDAY = 3
_WEEKDAYS_RECUR = 5
_LOOKED_BACK_DAYS = 2
_LATER_DAYS = 6
_UNLIKE = 0.03
_SEVERAL = 3
_SOME_WORDS = 0.05


T = TypeVar("T")


class Likeness(NamedTuple):
    """Cosines of an article's and a story's names, of their leads, and what of the latter words make without names."""

    names: float
    lead: float
    words: float


class Evidence(NamedTuple):
    """What speaks for and against an article and a story. As `WEIGHTS`, what one of each counts."""

    names: float
    """Cosine of the names."""
    lead: float
    """Cosine of the leads: words and names, weighed by how near to the start they stand."""
    likeness: float
    """Logarithm of both cosines taken together: the step from nothing in common to little tells most."""
    strangers: float
    """1 where both name several, and none in common: whatever happened, it happened to others."""
    belongs: float
    """1 where the article tells of an event that another brought about or calls to mind, and the story is none such."""
    size: float
    """Logarithm of the story's articles: one that has said much resembles everything a little."""
    same_date: float
    """1 where the article names a date that the story's articles name."""
    other_date: float
    """1 where both name dates, and none in common."""
    same_weekday: float
    other_weekday: float
    """Where both name weekdays, and none in common: a third of the days between the nearest two."""
    same_place: float
    elsewhere: float
    """1 where both name places, and none in common."""
    other_year: float
    marks: float
    """Logarithm of 1 + how many marks they share: ages, times of day, measures."""
    timed: float
    """1 where both have a time."""
    close: float
    """1 where the article falls into the story's span, 1/e when it is a day and a half away, and both tell in the same
    words: all that is in today's paper happened these days."""
    close_elsewhere: float
    """The same where they name other places, or no name in common: things alike happen every day."""
    away: float
    """Logarithm of 1 + days from the story's span, a week at most: a court report comes when it comes."""
    looks_back: float
    """1 where a later article names a day or a month of the story, as a court report does. Then it is not away."""
    rivals: float
    """Logarithm of the number of stories of about that time, those counted in that nobody told us."""


def score(evidence: Evidence) -> float:
    """Log odds, 0 where article and story are put together."""
    return round(BIAS + math.fsum(map(mul, WEIGHTS, evidence)), 9)


def time_evidence(mine: Calendar, story: ActiveStory, at: datetime | None, rivals: int) -> tuple[float, ...]:
    """`timed`, `close`, `away`, `looks_back` and `rivals`, for an article that came out `at`."""
    apart = days_apart(at, story)
    if apart is None:
        return 0.0, 0.0, 0.0, 0.0, 0.0
    many = math.log(_UNHEARD_OF + rivals)
    if apart > _LOOKED_BACK_DAYS and _looks_back(mine, story):
        return 1.0, 0.0, 0.0, 1.0, many
    return 1.0, math.exp(-apart / _CLOSE_DAYS), math.log1p(min(apart, _FAR_DAYS)), 0.0, many


def weigh(features: Features, story: ActiveStory, alike: Likeness, at: datetime | None, rivals: int) -> Evidence:
    """The evidence for an article with `features` that came out `at`, and is so much alike."""
    mine = features.calendar
    apart = days_apart(at, story)
    timed, close, away, looks_back, many = time_evidence(mine, story, at, rivals)
    if apart is not None:
        mine = mine.without_own()  # what came out on a Tuesday says Tuesday, whatever it tells of
    dates = _agreement(mine.dates, story.dates)
    weekdays = _agreement(mine.weekdays, story.weekdays) if apart is None or apart <= _WEEKDAYS_RECUR else 0
    places = _agreement(_parts(features.places), _parts(story.places))
    close *= 1 - math.exp(-alike.words / _SOME_WORDS)
    return Evidence(
        names=alike.names,
        lead=alike.lead,
        likeness=math.log(_UNLIKE + (2 * alike.names + alike.lead) / 3),
        strangers=float(not alike.names and min(len(features.names), story.names) >= _SEVERAL),
        belongs=float(features.belongs and not story.belonging),
        size=math.log(max(story.weight, 1)),
        same_date=float(dates > 0),
        other_date=float(dates < 0 and story.dating > 0),
        same_weekday=float(weekdays > 0),
        other_weekday=_weekdays_apart(mine.weekdays, story.weekdays) if weekdays < 0 else 0.0,
        same_place=float(places > 0),
        elsewhere=float(places < 0),
        other_year=float(_agreement(mine.years, story.years) < 0),
        marks=math.log1p(sum(mark in story.marks for mark in features.marks)),
        timed=timed,
        close=close,
        close_elsewhere=close * (places < 0 or not alike.names),
        away=away,
        looks_back=looks_back,
        rivals=many,
    )


def days_apart(at: datetime | None, story: ActiveStory) -> float | None:
    """Days between the article and the story's span, None where either has no date."""
    if at is None or story.first_at is None or story.last_at is None:
        return None
    return max((story.first_at - at).total_seconds(), (at - story.last_at).total_seconds(), 0.0) / 86400


def _looks_back(mine: Calendar, story: ActiveStory) -> bool:
    """Whether an article names a day well before its own, or a month, in which the story lies."""
    if story.first_at is None or story.last_at is None:
        return False
    first, last = story.first_at.toordinal() - 1, story.last_at.toordinal() + 1
    latest = min(mine.own, default=date.max.toordinal()) - _LATER_DAYS
    if any(first <= day <= last and day < latest for day in mine.days):
        return True
    months = range(_month(story.first_at), _month(story.last_at) + 1)
    return any(month in months for month in mine.months)


def _month(at: datetime) -> int:
    return at.year * 12 + at.month - 1


def _parts(places: Iterable[str]) -> frozenset[str]:
    """*Port Vesk* and *Vesk* are one place."""
    return frozenset(part for place in places for part in place.split())


def _weekdays_apart(mine: Iterable[int], theirs: Iterable[int]) -> float:
    nearest = min(min((one - other) % 7, (other - one) % 7) for one in mine for other in theirs)
    return nearest / _FARTHEST_WEEKDAY


def _agreement(mine: Collection[T], theirs: Collection[T]) -> int:
    """1 where something named is known, -1 where only other things are, 0 where either names nothing."""
    if not mine or not theirs:
        return 0
    return 1 if any(each in theirs for each in mine) else -1


BIAS = -0.05
WEIGHTS = Evidence(
    names=3.42,
    lead=3.09,
    likeness=1.78,
    strangers=-2.50,
    belongs=-15.00,
    size=-0.42,
    same_date=2.19,
    other_date=-0.56,
    same_weekday=1.40,
    other_weekday=-1.33,
    same_place=0.16,
    elsewhere=-0.61,
    other_year=-1.37,
    marks=3.12,
    timed=1.88,
    close=5.68,
    close_elsewhere=-1.43,
    away=-1.30,
    looks_back=-0.38,
    rivals=-1.15,
)
