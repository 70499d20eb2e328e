"""Who hears of what: a watch says which changes it wants to hear of, when, and over which channels."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from monitor.alerts.hours import UTC_ZONE, DigestTime, QuietHours, Zone, quiet_until
from monitor.model import Article, Bounds, Change, ChangeName, Severity

Figure = tuple[str, str | None]
"""A kind, and the part of it that was counted; None for the total."""


@dataclass(frozen=True, slots=True)
class Rise:
    """The least size of a rise that is worth an alert. Where both are given, reaching either is enough."""

    number: int | None = None
    percent: float | None = None

    def reached(self, before: Bounds | None, after: Bounds | None) -> bool:
        """Whether a number lies far enough above the one before. A number with nothing before it always does."""
        if (self.number is None and self.percent is None) or before is None or after is None:
            return True
        if before.low is None or after.low is None:
            return True
        risen = after.low - before.low
        by_number = self.number is not None and risen >= self.number
        return by_number or (self.percent is not None and 100 * risen >= self.percent * before.low)


@dataclass(frozen=True, slots=True)
class Watch:
    """What to hear of, when, and over which channels.

    Every criterion that is given must hold; within one, any entry is enough, and an empty one asks for nothing. `words`
    and `places` stand in the article or in its story's title; a trailing `*` takes any ending, and places must be
    written as names are. `feeds` are addresses, `outlets` names. `kinds` are kinds of figures; `groups` are parts of a
    total (*children*) that are asked for besides the totals. `least` is the lowest severity that is sent at once; what
    is less severe, down to `digest`, is told in the digest. `rise` holds for raised figures alone, counted from the
    number that this watch was last told. What falls in `quiet` hours is held until they end.
    """

    name: str = "default"
    words: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    least: Severity = Severity.NOTICE
    rise: Rise = Rise()
    quiet: tuple[QuietHours, ...] = ()
    digest: tuple[DigestTime, ...] = ()
    zone: Zone = UTC_ZONE
    channels: tuple[str, ...] = ("log",)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a watch looks at beside the changes: the article's words with its story's title, outlet and feed.

    `told` is, by the name of a watch, the number that it was last told of each figure of the story.
    """

    text: str = ""
    outlet: str | None = None
    feed: str | None = None
    told: Mapping[str, Mapping[Figure, Bounds]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Posting:
    """One alert for one channel: for which watches, which of its figures they hear of, and not before when."""

    channel: str
    watches: tuple[str, ...]
    figures: tuple[Figure, ...]
    not_before: datetime | None


def facts_of(
    article: Article, story_title: str | None, told: Mapping[str, Mapping[Figure, Bounds]] | None = None
) -> Facts:
    """What a watch looks at of an article that came in."""
    lines = (article.text[span.start : span.end] for span in article.body)
    return Facts(
        "\n".join([article.title or "", story_title or "", *lines]), article.outlet, article.source, told or {}
    )


def heard(changes: Sequence[Change], watch: Watch, facts: Facts) -> tuple[Change, ...]:
    """The changes that a watch hears of, at once or in its digest, in the order given."""
    wanted = tuple(change for change in changes if _is_asked_for(change, watch))
    return wanted if wanted and _looks_at(watch, facts) else ()


def sent_at_once(changes: Sequence[Change], watch: Watch, facts: Facts) -> tuple[Change, ...]:
    """What a watch is sent when it happens: all that it hears of, where one change of it is worth an alert."""
    told = facts.told.get(watch.name, {})
    listened = heard(changes, watch, facts)
    loud = any(change.severity.rank >= watch.least.rank and _is_big(change, watch, told) for change in listened)
    return listened if loud else ()


def post(
    changes: Sequence[Change], watches: Sequence[Watch], facts: Facts, now: datetime | None
) -> tuple[Posting, ...]:
    """What goes to which channel at once, one posting a channel, whichever watches name it.

    Held until the earliest of its watches' quiet hours end. Without a clock nothing is held.
    """
    found: dict[str, list[tuple[Watch, tuple[Change, ...]]]] = {}
    for watch in watches:
        told = sent_at_once(changes, watch, facts)
        for channel in watch.channels if told else ():
            found.setdefault(channel, []).append((watch, told))
    return tuple(_posting(channel, changes, asked, now) for channel, asked in found.items())


def _posting(
    channel: str, changes: Sequence[Change], asked: Sequence[tuple[Watch, tuple[Change, ...]]], now: datetime | None
) -> Posting:
    told = {(change.kind, change.group) for _, wanted in asked for change in wanted}
    held = [quiet_until(watch.quiet, watch.zone, now) if now else None for watch, _ in asked]
    return Posting(
        channel,
        tuple(watch.name for watch, _ in asked),
        tuple((change.kind, change.group) for change in changes if (change.kind, change.group) in told),
        None if None in held else min(at for at in held if at is not None),
    )


def _is_asked_for(change: Change, watch: Watch) -> bool:
    return (
        change.severity is not Severity.NONE
        and (not watch.kinds or change.kind in watch.kinds)
        and (change.group is None or change.group in watch.groups)
    )


def _is_big(change: Change, watch: Watch, told: Mapping[Figure, Bounds]) -> bool:
    if change.change is not ChangeName.RAISED:
        return True
    return watch.rise.reached(told.get((change.kind, change.group), change.before), change.after)


def _looks_at(watch: Watch, facts: Facts) -> bool:
    return (
        (not watch.words or _stands_in(watch.words, facts.text, re.IGNORECASE))
        and (not watch.places or _stands_in(watch.places, facts.text, re.NOFLAG))
        and (not watch.feeds or facts.feed in watch.feeds)
        and (not watch.outlets or _folded(facts.outlet) in {_folded(outlet) for outlet in watch.outlets})
    )


def _stands_in(phrases: tuple[str, ...], text: str, flags: re.RegexFlag) -> bool:
    return _pattern(phrases, flags).search(text) is not None


@cache
def _pattern(phrases: Collection[str], flags: re.RegexFlag) -> re.Pattern[str]:
    """Any of the phrases between two edges of words; any white space between their words."""
    told = (r"\s+".join(map(re.escape, phrase.removesuffix("*").split())) for phrase in phrases)
    open_ended = (r"\w*" if phrase.endswith("*") else "" for phrase in phrases)
    any_of = "|".join(phrase + ending for phrase, ending in zip(told, open_ended, strict=True))
    return re.compile(rf"(?<!\w)(?:{any_of})(?!\w)", flags)


def _folded(outlet: str | None) -> str:
    return " ".join((outlet or "").casefold().split())
