"""What speaks for it, beside words and names, that an article reports the event of a story.

Every piece is a number to add to the cosines: above 0 it speaks for, below 0 against, 0 says nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from datetime import datetime

from monitor.stories.dates import Calendar
from monitor.stories.state import ActiveStory

_DATES = 0.25
_WEEKDAYS = 0.2
_YEARS = 0.25
_ONE_FOCUS_MISSED = -0.25
_BOTH_FOCI_MISSED = -0.9
_NO_NAME_SHARED = -0.3
_FEW_NAMES = 3
_SIZE = -0.05
_CLOCK_NEAR = 0.6
_CLOCK_FAR = -0.6
_CLOCK_DAYS = 2.0


def of_calendar(mine: Calendar, story: ActiveStory, at: datetime | None) -> float:
    """The same dates and years named speak for, only others against.

    Where both have resolved days these are compared, for weekdays recur and dates come round; else what is written is.
    """
    years = _agreement(mine.years, story.years)
    score = _YEARS * (years if at is None else max(years, 0))  # a dated article need not name the year it is about
    if at is not None and mine.days and story.days:
        return score + _DATES * _agreement(mine.days, story.days)
    score += _DATES * _agreement(mine.dates, story.dates)
    return score + _WEEKDAYS * _agreement(mine.weekdays, story.weekdays)


def of_foci(focus: str, is_known: bool, story: ActiveStory, story_focus_is_mine: bool) -> float:
    """The name that an article turns on should be known to the story, and the other way round.

    Two court cases of one town share judge, court and paper; the accused tells them apart.
    """
    if not focus or not story.focus:
        return 0.0
    missed = (not is_known) + (not story_focus_is_mine)
    return (0.0, _ONE_FOCUS_MISSED, _BOTH_FOCI_MISSED)[missed]


def of_strangers(names: int, shared: int) -> float:
    """An article of many names of which the story knows none is about other people in another place."""
    return _NO_NAME_SHARED if names >= _FEW_NAMES and not shared else 0.0


def of_clock(at: datetime | None, story: ActiveStory) -> float:
    """Reports of one event come close together: for within a day of the story's span, against after a week."""
    if at is None or story.first_at is None or story.last_at is None:
        return 0.0
    apart = max((story.first_at - at).total_seconds(), (at - story.last_at).total_seconds(), 0.0) / 86400
    return _CLOCK_FAR + (_CLOCK_NEAR - _CLOCK_FAR) * math.exp(-apart / _CLOCK_DAYS)


def of_size(story: ActiveStory) -> float:
    """A story of many articles has said so much that anything resembles it a little."""
    return _SIZE * math.log(max(story.weight, 1))


def _agreement(mine: tuple[int, ...], theirs: Counter[int]) -> int:
    if not mine or not theirs:
        return 0
    return 1 if any(named in theirs for named in mine) else -1
