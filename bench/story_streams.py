"""Labelled articles as streams for the assignment of stories: shuffled, dated by simulation, in a dense week, in order.

`stories/ecb_dev.jsonl`, `copies/copies_dev.jsonl` and `sequences/sequences_dev.jsonl` of the labelled articles, read as
the road reads them. B-cubed scores (Bagga and Baldwin, 1998), and the share of look-alike pairs that were merged.
"""

from __future__ import annotations

import dataclasses
import json
import random
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from bench import shared
from monitor.fetch.article import article
from monitor.model import Article, Item, Moment, TimeOrigin
from monitor.stories import Assigner, Features, Storying, clock_of, features

_STRANGERS = 400
_FIRST = datetime(2024, 3, 1, tzinfo=UTC)
_FIRST_MONDAY = datetime(2024, 3, 4, tzinfo=UTC)
_OWN_EVENTS = shared.ROOT / "tests" / "stories" / "events.toml"


class Report(NamedTuple):
    """An article and the story that it belongs to."""

    article: Article
    gold: str

    @property
    def topic(self) -> str:
        """What look-alike events have in common; for an event of its own, itself."""
        return self.gold.split("-")[0]


class Score(NamedTuple):
    """B-cubed precision, recall and F1, and the share of pairs of one topic and two events that are together."""

    precision: float
    recall: float
    f1: float
    merged: float


@dataclass(frozen=True, slots=True)
class Labelled:
    """Reports as they stand, the same without any time of their own, strangers to them, and stories in sequence."""

    stated: tuple[Report, ...]
    datable: tuple[Report, ...]
    strangers: tuple[Report, ...]
    sequences: tuple[Report, ...]

    @classmethod
    def read(cls, folder: Path) -> Labelled:
        """Reads the labelled articles below `folder`."""
        data = folder / "data"
        rows = _rows(data / "stories" / "ecb_dev.jsonl")
        return cls(
            tuple(_report(row) for row in rows),
            tuple(_report(row, _FIRST) for row in rows),
            tuple(_strangers(data / "copies" / "copies_dev.jsonl")),
            tuple(_sequences(data / "sequences" / "sequences_dev.jsonl")),
        )

    @property
    def topics(self) -> list[str]:
        """The topics of look-alike events."""
        return sorted({report.topic for report in self.stated})

    def of(self, topics: Collection[str]) -> Labelled:
        """The same with the look-alikes of some topics only."""
        stated, datable = (
            tuple(report for report in reports if report.topic in topics) for reports in (self.stated, self.datable)
        )
        return dataclasses.replace(self, stated=stated, datable=datable)

    def shuffled(self, seed: int) -> list[Report]:
        """The reports in another order."""
        order = list(self.stated)
        random.Random(seed).shuffle(order)
        return order

    def dated(self, seed: int) -> list[Report]:
        """Each story starts uniformly within 60 days, each report comes a day later on average (exponential)."""
        made = random.Random(seed)
        starts = {gold: made.uniform(0, 60) for gold in sorted({report.gold for report in self.datable})}
        days = [starts[report.gold] + made.expovariate(1) for report in self.datable]
        return _at(self.datable, days)

    def dense(self, seed: int) -> list[Report]:
        """Each story starts within two days, delays are as above; among strangers, each an event of its own."""
        made = random.Random(seed)
        starts = {gold: made.uniform(0, 2) for gold in sorted({report.gold for report in self.datable})}
        days = [starts[report.gold] + made.expovariate(1) for report in self.datable]
        days += [made.uniform(0, 4) for _ in self.strangers]
        return _at((*self.datable, *self.strangers), days)


def own_pairs() -> Iterator[list[Report]]:
    """Two reports each of one event or of two that resemble one another, of our own making, with dates and without."""
    for row in tomllib.loads(_OWN_EVENTS.read_text("utf-8"))["event"]:
        first = _FIRST_MONDAY + timedelta(days=row["first_day"])
        for part in ("update", "other"):
            at = first + timedelta(days=row[f"{part}_days"])
            for dates in ((first, at), (None, None)):
                yield [
                    _report({"id": each, "title": row[f"{each}_title"], "text": row[f"{each}_text"]}, date)._replace(
                        gold="other" if each == "other" else "first"
                    )
                    for each, date in zip(("first", part), dates, strict=True)
                ]


@cache
def read_features(told: Article) -> Features:
    """What an article says of its event, read once."""
    return features(told)


def assigned(reports: Sequence[Report]) -> dict[str, str]:
    """Report to story, assigned in their order."""
    assigner = Assigner(Storying())
    out: dict[str, str] = {}
    for told, _ in reports:
        read = read_features(told)
        story = assigner.assign(read, clock_of(told)).story or told.id
        assigner.learn(story, read, told.stands_at, told.title)
        out[told.id] = story
    return out


def scored(reports: Sequence[Report]) -> Score:
    """Assigns the reports in their order and scores what came out."""
    gold, out = {report.article.id: report.gold for report in reports}, assigned(reports)
    right, given = _groups(gold), _groups(out)
    both = {article: len(right[gold[article]] & given[out[article]]) for article in gold}
    precision = sum(n / len(given[out[article]]) for article, n in both.items()) / len(gold)
    recall = sum(n / len(right[gold[article]]) for article, n in both.items()) / len(gold)
    alike = [
        (one.article.id, other.article.id)
        for n, one in enumerate(reports)
        for other in reports[:n]
        if one.topic == other.topic and one.gold != other.gold
    ]
    merged = sum(out[one] == out[other] for one, other in alike) / len(alike) if alike else 0.0
    return Score(precision, recall, 2 * precision * recall / (precision + recall), merged)


def _groups(labels: dict[str, str]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, label in labels.items():
        found[label].add(one)
    return found


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _report(row: dict[str, Any], published: datetime | None = None) -> Report:
    """A row as the road reads it. `published` stands in for a row's own time, and for one that its text states."""
    stated = row.get("published")
    at = published or (datetime.fromisoformat(stated) if stated else None)
    moment = Moment(at, TimeOrigin.MANIFEST) if at else None
    item = Item(row["id"], row["text"], title=row.get("title"), outlet=row.get("outlet"), published=moment)
    return Report(article(item), row.get("gold", {}).get("story", ""))


def _strangers(path: Path) -> list[Report]:
    """Articles of which none is a copy. A few do report one event: what is reached among them is a lower bound."""
    originals = [row for row in _rows(path) if row["gold"]["how"] == "original"][:_STRANGERS]
    return [_report(row, _FIRST)._replace(gold=f"stranger{n}") for n, row in enumerate(originals)]


def _sequences(path: Path) -> list[Report]:
    """All sequences as one stream, in order of publication."""
    found = (
        _report(row)._replace(gold=f"story{n}") for n, story in enumerate(_rows(path)) for row in story["documents"]
    )
    return sorted(found, key=_arrival)


def _at(reports: Sequence[Report], days: Sequence[float]) -> list[Report]:
    dated = []
    for report, day in zip(reports, days, strict=True):
        moment = Moment(_FIRST + timedelta(days=day), TimeOrigin.MANIFEST)
        dated.append(report._replace(article=dataclasses.replace(report.article, published=moment)))
    return sorted(dated, key=_arrival)


def _arrival(report: Report) -> tuple[datetime, str]:
    at = report.article.stands_at
    assert at is not None
    return at, report.article.id
