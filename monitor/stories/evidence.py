"""What else, beside words and names, tells whether an article reports the event of a story.

Time makes no resemblance: what speaks for is a share by which the resemblance of words and names grows, so that two
articles which share nothing gain nothing. What speaks against is taken off the score.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from monitor.stories.dates import Calendar
from monitor.stories.state import ActiveStory

RIVAL_DAYS = 2
"""Stories that ended within so many days of an article are rivals for it."""

_CLOCK_FOR = 0.9
_CLOCK_AGAINST = 0.8
_CLOCK_DAYS = 1.5
_LOOKED_BACK = 0.3
_FEW_RIVALS = 10
_RIVALS_AGAINST = 0.05
_DAYS_FOR, _DAYS_AGAINST = 0.3, 0.25
_DATES_FOR, _DATES_AGAINST = 0.32, 0.25
_WEEKDAYS_FOR, _WEEKDAYS_AGAINST = 0.26, 0.2
_YEARS_FOR, _YEARS_AGAINST = 0.5, 0.33
_ONE_FOCUS_MISSED = 0.18
_BOTH_FOCI_MISSED = 1.0
_NO_NAME_SHARED = 0.2
_FEW_NAMES = 3
_SIZE = 0.05


def support_of_time(mine: Calendar, story: ActiveStory, at: datetime | None, rivals: int) -> float:
    """By what share the resemblance grows: for being close in time, and for naming the same days.

    The more `rivals` there are at that time, the less it tells: on a day of hundreds of stories all are of that day.
    """
    apart = _days_apart(at, story)
    telling = 1.0 if at is None else 1 / (1 + rivals / _FEW_RIVALS)
    support = 0.0 if apart is None else _CLOCK_FOR * _closeness(apart) * telling
    if apart is None and _agreement(mine.all_years, story.years) > 0:
        support += _YEARS_FOR
    if _are_resolved(mine, story, at):
        return support + (_DAYS_FOR * telling if _agreement(mine.all_days, story.days) > 0 else 0.0)
    support += _DATES_FOR if _agreement(mine.all_dates, story.dates) > 0 else 0.0
    return support + (_WEEKDAYS_FOR if _agreement(mine.weekdays, story.weekdays) > 0 else 0.0)


def against_by_time(mine: Calendar, story: ActiveStory, at: datetime | None, rivals: int) -> float:
    """What distance in time, other days named, and the number of stories at that time take off the score.

    A report that names the year of a story of an earlier year looks back at it: a court's verdict, an inquiry.
    """
    apart = _days_apart(at, story)
    against = _RIVALS_AGAINST * math.log1p(rivals)
    if apart is None:
        against += _YEARS_AGAINST if _agreement(mine.all_years, story.years) < 0 else 0.0
    else:
        against += _CLOCK_AGAINST * (1 - _closeness(apart)) * (_LOOKED_BACK if _looks_back(mine, story, at) else 1)
    if _are_resolved(mine, story, at):
        return against + (_DAYS_AGAINST if _agreement(mine.all_days, story.days) < 0 else 0.0)
    against += _DATES_AGAINST if _agreement(mine.all_dates, story.dates) < 0 else 0.0
    return against + (_WEEKDAYS_AGAINST if _agreement(mine.weekdays, story.weekdays) < 0 else 0.0)


def against_by_foci(focus: str, is_known: bool, story: ActiveStory, story_focus_is_mine: bool) -> float:
    """The name that an article turns on should be known to the story, and the other way round.

    Two court cases of one town share judge, court and paper; the accused tells them apart.
    """
    if not focus or not story.focus:
        return 0.0
    missed = (not is_known) + (not story_focus_is_mine)
    return (0.0, _ONE_FOCUS_MISSED, _BOTH_FOCI_MISSED)[missed]


def against_by_strangers(names: int, shared: int) -> float:
    """An article of many names of which the story knows none is about other people in another place."""
    return _NO_NAME_SHARED if names >= _FEW_NAMES and not shared else 0.0


def against_by_size(story: ActiveStory) -> float:
    """A story of many articles has said so much that anything resembles it a little."""
    return _SIZE * math.log(max(story.weight, 1))


def _days_apart(at: datetime | None, story: ActiveStory) -> float | None:
    """Days between the article and the story's span, None where either has no date."""
    if at is None or story.first_at is None or story.last_at is None:
        return None
    return max((story.first_at - at).total_seconds(), (at - story.last_at).total_seconds(), 0.0) / 86400


def _closeness(days: float) -> float:
    return math.exp(-days / _CLOCK_DAYS)


def _looks_back(mine: Calendar, story: ActiveStory, at: datetime | None) -> bool:
    if at is None or story.first_at is None or story.last_at is None or at.year <= story.last_at.year:
        return False
    return story.first_at.year in mine.years or story.last_at.year in mine.years


def _are_resolved(mine: Calendar, story: ActiveStory, at: datetime | None) -> bool:
    """Whether days can be compared: weekdays recur and dates come round, so these are better where both have them."""
    return at is not None and bool(mine.all_days) and bool(story.days)


def _agreement(mine: Iterable[int], theirs: Counter[int]) -> int:
    """1 where something named is known, -1 where only other things are, 0 where either names nothing."""
    named = list(mine)
    if not named or not theirs:
        return 0
    return 1 if any(each in theirs for each in named) else -1
