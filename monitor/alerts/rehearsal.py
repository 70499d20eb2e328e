"""What a watch would have been sent over the stored past: tried out with nothing sent. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from monitor.alerts.compose import line
from monitor.alerts.watch import Facts, Figure, Watch, post
from monitor.model import Bounds, Change


@dataclass(frozen=True, slots=True)
class PastChanges:
    """What an article of the past changed, and what a watch would have looked at."""

    alert: str
    story: str
    title: str
    at: datetime | None
    changes: tuple[Change, ...]
    facts: Facts


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """An alert that a watch would have been sent: when it became known, when it would have gone out, and where to."""

    alert: str
    at: datetime | None
    sent_at: datetime | None
    channels: tuple[str, ...]
    story: str
    title: str
    headline: str


def rehearse(watch: Watch, past: Iterable[PastChanges], labels: Mapping[str, str]) -> Iterator[Rehearsed]:
    """The alerts that a watch would have been sent, in order; rises count from what it would have been told before."""
    told: dict[str, dict[Figure, Bounds]] = {}
    for one in past:
        known = told.setdefault(one.story, {})
        postings = post(one.changes, (watch,), replace(one.facts, told={watch.name: known}), one.at)
        if not postings:
            continue
        figures = postings[0].figures
        listened = (change for change in one.changes if (change.kind, change.group) in figures)
        sent = sorted(listened, key=lambda change: -change.severity.rank)  # as the alert has them: loudest first
        known.update({(change.kind, change.group): change.after for change in sent if change.after is not None})
        yield Rehearsed(
            alert=one.alert,
            at=one.at,
            sent_at=postings[0].not_before or one.at,
            channels=tuple(posting.channel for posting in postings),
            story=one.story,
            title=one.title,
            headline=" ".join(line(change, labels.get(change.kind, change.kind)) for change in sent),
        )
