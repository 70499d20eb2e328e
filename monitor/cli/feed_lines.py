"""Feeds in words: how they stand, and what one brought when it was tried. What came from outside is made harmless."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from monitor.alerts import plain
from monitor.fetch import Checked, Inspection, Standing

_ELSEWHERE = "; look on the site for a link to one, often called RSS, Atom or Feeds, and try its address"


def standing_lines(feeds: Sequence[Standing], now: datetime) -> Iterator[str]:
    """A line for each feed; where something is wrong with it, another that says what."""
    for feed in feeds:
        name = plain(feed.outlet) if feed.outlet else "(named by the feed)"
        yield f"{_health(feed):<8}  {_timing(feed, now):<44}  {name}  {plain(feed.url)}"
        for told in (feed.error, feed.fault, feed.moved and f"has moved to {feed.moved}"):
            if told:
                yield f"          {plain(told, 200)}"


def checked_lines(checked: Checked) -> Iterator[str]:
    """What became of an address."""
    for failure in checked.failures:
        yield f"{plain(failure.where)}: {plain(failure.what, 200)}"
    if checked.guessed:
        yield f"{plain(checked.url)}: is a page that names no feed; the usual addresses were tried"
    elif checked.links:
        yield f"{plain(checked.url)}: is a page that names {len(checked.links)} feed{'s' * (len(checked.links) > 1)}:"
        for link in checked.links:
            yield f"  {plain(link.url)}" + (f"  {plain(link.title, 80)}" if link.title else "")
    if checked.feed:
        yield from _inspected(checked.feed)
    else:
        yield "no feed was found" + _ELSEWHERE * checked.guessed


def _inspected(feed: Inspection) -> Iterator[str]:
    yield f"{plain(feed.url)}: is a feed"
    if feed.title:
        yield f"  title     {plain(feed.title, 120)}"
    if feed.language:
        yield f"  language  {plain(feed.language, 40)}"
    yield f"  entries   {_entries(feed)}"
    for title in feed.latest:
        yield f"            {plain(title, 100)}"
    yield f"  rhythm    asked every {_length(timedelta(seconds=feed.every))} at first; this is learnt as it goes"
    if not feed.conditional:
        yield "  note      its server cannot say that nothing changed: each poll reads it whole"
    if feed.moved:
        yield f"  moved     to {plain(feed.moved)}: subscribe to that address"
    for fault in feed.faults:
        yield f"  fault     {plain(fault, 200)}; what is good in it is used"


def _entries(feed: Inspection) -> str:
    told = [f"{feed.entries}" if feed.entries else "none at the moment"]
    if feed.oldest and feed.newest:
        told.append(f"of {feed.oldest:%d %b %Y %H:%M} to {feed.newest:%d %b %Y %H:%M} UTC")
    if feed.undated:
        told.append(f"{feed.undated} without a date")
    if feed.guessed:
        told.append(f"{feed.guessed} whose date leaves something to guess")
    if feed.paged:
        told.append(f"{feed.paged} too short to stand for themselves: their pages are read")
    return ", ".join(told)


def _health(feed: Standing) -> str:
    if feed.disabled_at:
        return "gone"
    if feed.polled_at is None:
        return "new"
    if feed.troubles:
        return feed.troubles[0].value
    return "trying" if feed.failures else "well"


def _timing(feed: Standing, now: datetime) -> str:
    if feed.disabled_at:
        return f"not asked since {feed.disabled_at:%d %b %Y %H:%M}"
    if feed.polled_at is None:
        return "not asked yet"
    brought = f"brought {_length(now - feed.brought_at)} ago" if feed.brought_at else "brought nothing"
    due = f"due in {_length(feed.due_at - now)}" if feed.due_at and feed.due_at > now else "due now"
    return f"every {_length(timedelta(seconds=feed.every))}, {brought}, {due}"


def _length(span: timedelta) -> str:
    """A length of time as people say it: 45 s, 12 min, 5 h, 3 d."""
    seconds = max(0.0, span.total_seconds())
    for unit, size, upto in (("s", 1, 90), ("min", 60, 90 * 60), ("h", 3600, 48 * 3600)):
        if seconds < upto:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds / 86400:.0f} d"
