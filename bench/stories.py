"""Accuracy and speed of the stories: `python -m bench.stories`.

Reads `stories/ecb_dev.jsonl`, `copies/copies_dev.jsonl` and `sequences/sequences_dev.jsonl` below the folder that
MONITOR_SHARED names, else below `../shared/data`, as the road reads them. B-cubed scores (Bagga and Baldwin, 1998), and
the share of look-alike pairs that were merged.
"""

from __future__ import annotations

import dataclasses
import json
import os
import random
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from monitor.fetch.article import article
from monitor.model import Article, Item, Moment, TimeOrigin
from monitor.stories import Assigner, Features, Storying, clock_of, features

SHUFFLES = 10
DENSE = 3

_STRANGERS = 400
_FIRST = datetime(2024, 3, 1, tzinfo=UTC)


class Report(NamedTuple):
    """An article and the story that it belongs to."""

    article: Article
    gold: str


class Score(NamedTuple):
    """B-cubed precision, recall and F1, and the share of pairs of one topic and two events that are together."""

    precision: float
    recall: float
    f1: float
    merged: float


def main() -> None:
    """Prints one line a measurement."""
    data = Path(os.environ.get("MONITOR_SHARED", "../shared")) / "data"
    lines = (data / "stories" / "ecb_dev.jsonl").read_text("utf-8").splitlines()
    reports = [_report(json.loads(line)) for line in lines]
    datable = [_report(json.loads(line), _FIRST) for line in lines]
    strangers = _strangers(data / "copies" / "copies_dev.jsonl")
    _print("no dates", [scored(_shuffled(reports, seed)) for seed in range(SHUFFLES)])
    _print("simulated dates", [scored(_dated(datable, seed)) for seed in range(SHUFFLES)])
    _print("dense", [scored(_dense(datable, strangers, seed)) for seed in range(DENSE)])
    _print("sequences", [scored(_stream(data / "sequences" / "sequences_dev.jsonl"))])
    for active in (1_000, 10_000):
        print(f"speed at {active} active stories: {speed(active):.0f} articles/s assigned and learnt")
    started = time.process_time()
    for report in reports:
        features(report.article)
    print(f"features: {len(reports) / (time.process_time() - started):.0f} articles/s")


def scored(reports: Sequence[Report]) -> Score:
    """Assigns the reports in their order and scores what came out."""
    assigner = Assigner(Storying())
    out: dict[str, str] = {}
    for told, _ in reports:
        read = features(told)
        story = assigner.assign(read, clock_of(told)).story or told.id
        assigner.learn(story, read, told.stands_at, told.title)
        out[told.id] = story
    return score({report.article.id: report.gold for report in reports}, out)


def score(gold: dict[str, str], out: dict[str, str]) -> Score:
    """B-cubed, and look-alikes merged where stories are named TOPIC-EVENT."""
    right, given = _groups(gold), _groups(out)
    both = {article: len(right[gold[article]] & given[out[article]]) for article in gold}
    precision = sum(n / len(given[out[article]]) for article, n in both.items()) / len(gold)
    recall = sum(n / len(right[gold[article]]) for article, n in both.items()) / len(gold)
    pairs = [(a, b) for a in gold for b in gold if a < b and gold[a] != gold[b]]
    alike = [(a, b) for a, b in pairs if "-" in gold[a] and gold[a].split("-")[0] == gold[b].split("-")[0]]
    merged = sum(out[a] == out[b] for a, b in alike) / len(alike) if alike else 0.0
    return Score(precision, recall, 2 * precision * recall / (precision + recall), merged)


def speed(active: int) -> float:
    """Articles a second with so many active stories, each founded by an article of made-up words."""
    made = random.Random(1)
    words = [f"w{n:05}" for n in range(20_000)]
    names = [f"n{n:05}" for n in range(4 * active)]
    zipf = [1 / (n + 10) for n in range(len(words))]

    def made_up(event: int) -> Features:
        about = made.choices(names[4 * event : 4 * event + 4], k=4) + made.choices(names, k=12)
        said = sorted(set(made.choices(words, zipf, k=60)))
        return Features(tuple((w, 129) for w in said), tuple((n, 250) for n in sorted(set(about))))

    assigner = Assigner(Storying())
    start = datetime(2025, 1, 1, tzinfo=UTC)
    for event in range(active):
        assigner.learn(f"s{event}", made_up(event), start + timedelta(minutes=event))
    stream = [made_up(made.randrange(active)) for _ in range(1_000)]
    started = time.process_time()
    for n, read in enumerate(stream):
        at = start + timedelta(minutes=active + n)
        assigner.learn(assigner.assign(read, at).story or f"new{n}", read, at)
    return len(stream) / (time.process_time() - started)


def _report(row: dict[str, Any], published: datetime | None = None) -> Report:
    """A row as the road reads it. `published` stands in for a row's own time, and for one that its text states."""
    stated = row.get("published")
    at = published or (datetime.fromisoformat(stated) if stated else None)
    moment = Moment(at, TimeOrigin.MANIFEST) if at else None
    item = Item(row["id"], row["text"], title=row.get("title"), outlet=row.get("outlet"), published=moment)
    return Report(article(item), row.get("gold", {}).get("story", ""))


def _shuffled(reports: Sequence[Report], seed: int) -> list[Report]:
    order = list(reports)
    random.Random(seed).shuffle(order)
    return order


def _dated(reports: Sequence[Report], seed: int) -> list[Report]:
    """Each story starts uniformly within 60 days, each report comes after a delay of a day on average (exponential)."""
    made = random.Random(seed)
    starts = {gold: made.uniform(0, 60) for gold in sorted({report.gold for report in reports})}
    dated = []
    for told, gold in reports:
        at = _FIRST + timedelta(days=starts[gold] + made.expovariate(1))
        dated.append(Report(dataclasses.replace(told, published=Moment(at, TimeOrigin.MANIFEST)), gold))
    return sorted(dated, key=_arrival)


def _dense(reports: Sequence[Report], strangers: Sequence[Report], seed: int) -> list[Report]:
    """Each story starts within two days, the delays are as above; among them strangers, each an event of its own."""
    made = random.Random(seed)
    starts = {gold: made.uniform(0, 2) for gold in sorted({report.gold for report in reports})}
    dated = []
    for told, gold in (*reports, *strangers):
        days = starts[gold] + made.expovariate(1) if gold in starts else made.uniform(0, 4)
        moment = Moment(_FIRST + timedelta(days=days), TimeOrigin.MANIFEST)
        dated.append(Report(dataclasses.replace(told, published=moment), gold))
    return sorted(dated, key=_arrival)


def _strangers(path: Path) -> list[Report]:
    """Articles of which none is a copy. A few do report one event: what is reached here is a lower bound."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    originals = [row for row in rows if row["gold"]["how"] == "original"][:_STRANGERS]
    return [_report(row, _FIRST)._replace(gold=f"stranger{n}") for n, row in enumerate(originals)]


def _stream(path: Path) -> list[Report]:
    """All sequences as one stream, in order of publication."""
    stories = enumerate(json.loads(line) for line in path.read_text("utf-8").splitlines())
    found = (_report(row)._replace(gold=f"story{n}") for n, story in stories for row in story["documents"])
    return sorted(found, key=_arrival)


def _arrival(report: Report) -> tuple[datetime, str]:
    assert report.article.published is not None
    return report.article.published.at, report.article.id


def _groups(labels: dict[str, str]) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for told, label in labels.items():
        groups[label].add(told)
    return groups


def _print(name: str, scores: Sequence[Score]) -> None:
    def mean(of: Callable[[Score], float]) -> float:
        return sum(map(of, scores)) / len(scores)

    print(
        f"{name}: bcubed_f1={mean(lambda s: s.f1):.3f} worst={min(s.f1 for s in scores):.3f} "
        f"p={mean(lambda s: s.precision):.3f} r={mean(lambda s: s.recall):.3f} merged={mean(lambda s: s.merged):.3f}"
    )


if __name__ == "__main__":
    main()
