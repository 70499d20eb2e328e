"""How often a feed's own text asks to be polled: RSS `ttl`, `skipHours` and `skipDays`, and `sy:updatePeriod`."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from monitor.fetch.state import Wishes

_HEAD = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_HEAD_WITHIN = 65536
_TTL = re.compile(r"<ttl>\s*(\d{1,6})\s*</ttl>", re.IGNORECASE)
_PERIOD = re.compile(r"<\w+:updatePeriod[^<>]{0,200}>\s*(hourly|daily|weekly|monthly|yearly)\s*<", re.IGNORECASE)
_FREQUENCY = re.compile(r"<\w+:updateFrequency[^<>]{0,200}>\s*(\d{1,4})\s*<", re.IGNORECASE)
_HOURS = re.compile(r"<skipHours>(.{0,2000}?)</skipHours>", re.IGNORECASE | re.DOTALL)
_HOUR = re.compile(r"<hour>\s*(\d{1,2})\s*</hour>", re.IGNORECASE)
_DAYS = re.compile(r"<skipDays>(.{0,1000}?)</skipDays>", re.IGNORECASE | re.DOTALL)
_DAY = re.compile(r"<day>\s*(mon|tues|wednes|thurs|fri|satur|sun)day\s*</day>", re.IGNORECASE)

_PERIODS = {"hourly": 1, "daily": 24, "weekly": 24 * 7, "monthly": 24 * 30, "yearly": 24 * 365}
_WEEK = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")


def wishes_in(text: str) -> Wishes:
    """What a feed asks for, read from what stands before its first entry."""
    first = _HEAD.search(text, 0, _HEAD_WITHIN)
    head = text[: first.start() if first else _HEAD_WITHIN]
    ttl, period, frequency = _TTL.search(head), _PERIOD.search(head), _FREQUENCY.search(head)
    wait = timedelta(minutes=int(ttl[1])) if ttl else timedelta()
    if period:
        times = max(1, int(frequency[1])) if frequency else 1
        wait = max(wait, timedelta(hours=_PERIODS[period[1].lower()]) / times)
    hours, days = _HOURS.search(head), _DAYS.search(head)
    skip_hours = {int(hour) % 24 for hour in _HOUR.findall(hours[1])} if hours else set()
    skip_days = {_WEEK.index(day.lower()) for day in _DAY.findall(days[1])} if days else set()
    return Wishes(wait, tuple(sorted(skip_hours)), tuple(sorted(skip_days)))


def allowed_from(wishes: Wishes, at: datetime) -> datetime:
    """The first moment from `at` on that lies in no hour and day to be skipped; `at` where all of them are."""
    if len(wishes.skip_hours) >= 24 or len(wishes.skip_days) >= 7:
        return at
    moved = at.astimezone(UTC)
    for _ in range(24 * 8):
        if moved.hour not in wishes.skip_hours and moved.weekday() not in wishes.skip_days:
            return moved
        moved = moved.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return at
