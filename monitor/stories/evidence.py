"""What tells whether an article reports the event of a story, each as a number, and what each counts.

The score is the logarithm of the odds that the two belong together, moved so that 0 is where they are put together: a
logistic regression (`python -m bench.story_weights` fits it) over an article and every story that came near it, when
all that came before stood where it belongs. Tolls tell nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date, datetime
from operator import mul
from typing import NamedTuple

from monitor.stories.dates import Calendar
from monitor.stories.read import Features
from monitor.stories.state import ActiveStory

RIVAL_DAYS = 2
"""Stories that ended within so many days of an article are rivals for it."""

_UNHEARD_OF = 8
_CLOSE_DAYS = 1.5
_WEEKDAYS_RECUR = 5
_LOOKED_BACK_DAYS = 2
_LATER_DAYS = 6
_UNLIKE = 0.03
_SEVERAL = 3
_SOME_WORDS = 0.05


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
    size: float
    """Logarithm of the story's articles: one that has said much resembles everything a little."""
    same_date: float
    """1 where the article names a date that the story's articles name."""
    other_date: float
    """1 where both name dates, and none in common."""
    same_weekday: float
    other_weekday: float
    other_year: float
    marks: float
    """Logarithm of 1 + how many marks they share: ages, times of day, measures."""
    timed: float
    """1 where both have a time."""
    close: float
    """1 where the article falls into the story's span, 1/e when it is a day and a half away, and both tell in the same
    words: all that is in today's paper happened these days."""
    away: float
    """Logarithm of 1 + days from the story's span."""
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
    return 1.0, math.exp(-apart / _CLOSE_DAYS), math.log1p(apart), 0.0, many


def weigh(features: Features, story: ActiveStory, alike: Likeness, at: datetime | None, rivals: int) -> Evidence:
    """The evidence for an article with `features` that came out `at`, and is so much alike."""
    mine = features.calendar
    apart = days_apart(at, story)
    timed, close, away, looks_back, many = time_evidence(mine, story, at, rivals)
    if apart is not None:
        mine = mine.without_own()  # what came out on a Tuesday says Tuesday, whatever it tells of
    dates = _agreement(mine.dates, story.dates)
    weekdays = _agreement(mine.weekdays, story.weekdays) if apart is None or apart <= _WEEKDAYS_RECUR else 0
    return Evidence(
        names=alike.names,
        lead=alike.lead,
        likeness=math.log(_UNLIKE + (2 * alike.names + alike.lead) / 3),
        strangers=float(not alike.names and min(len(features.names), story.names) >= _SEVERAL),
        size=math.log(max(story.weight, 1)),
        same_date=float(dates > 0),
        other_date=float(dates < 0),
        same_weekday=float(weekdays > 0),
        other_weekday=float(weekdays < 0),
        other_year=float(_agreement(mine.years, story.years) < 0),
        marks=math.log1p(sum(mark in story.marks for mark in features.marks)),
        timed=timed,
        close=close * (1 - math.exp(-alike.words / _SOME_WORDS)),
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


def _agreement(mine: Iterable[int], theirs: Iterable[int]) -> int:
    """1 where something named is known, -1 where only other things are, 0 where either names nothing."""
    if not mine or not theirs:
        return 0
    return 1 if any(each in theirs for each in mine) else -1


BIAS = 0.02
WEIGHTS = Evidence(
    names=3.32,
    lead=2.92,
    likeness=1.95,
    strangers=-2.00,
    size=-0.46,
    same_date=2.30,
    other_date=-0.65,
    same_weekday=1.30,
    other_weekday=-1.18,
    other_year=-1.04,
    marks=2.81,
    timed=2.17,
    close=4.74,
    away=-0.80,
    looks_back=-0.74,
    rivals=-1.18,
)
