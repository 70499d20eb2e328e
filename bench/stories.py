"""Accuracy and speed of the stories: `python -m bench.stories`.

Reads `stories/ecb_dev.jsonl` and `sequences/sequences_dev.jsonl` below the folder that MONITOR_SHARED names, else below
`../shared/data`. B-cubed scores (Bagga and Baldwin, 1998), and the share of look-alike pairs that were merged.
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

from monitor.model import Article, Moment, Span, TimeOrigin
from monitor.stories import Assigner, Features, Storying, features

SHUFFLES = 10


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
    _print("no dates", [scored(_shuffled(reports, seed)) for seed in range(SHUFFLES)])
    _print("simulated dates", [scored(_dated(reports, seed)) for seed in range(SHUFFLES)])
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
    for article, _ in reports:
        read = features(article)
        story = assigner.assign(read, article.stands_at).story or article.id
        assigner.learn(story, read, article.stands_at, article.title)
        out[article.id] = story
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

    def article(event: int) -> Features:
        about = made.choices(names[4 * event : 4 * event + 4], k=4) + made.choices(names, k=12)
        said = sorted(set(made.choices(words, zipf, k=60)))
        return Features(tuple((w, 129) for w in said), tuple((n, 250) for n in sorted(set(about))))

    assigner = Assigner(Storying())
    start = datetime(2025, 1, 1, tzinfo=UTC)
    for event in range(active):
        assigner.learn(f"s{event}", article(event), start + timedelta(minutes=event))
    stream = [article(made.randrange(active)) for _ in range(1_000)]
    started = time.process_time()
    for n, read in enumerate(stream):
        at = start + timedelta(minutes=active + n)
        assigner.learn(assigner.assign(read, at).story or f"new{n}", read, at)
    return len(stream) / (time.process_time() - started)


def _report(row: dict[str, Any]) -> Report:
    text = row["text"]
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            spans.append(Span(at, at + len(line.rstrip("\n"))))
        at += len(line)
    title = row.get("title")
    first = text.splitlines()[0] if text else ""
    title_at = Span(0, len(first)) if title and first.startswith(title) else None
    published = row.get("published")
    moment = Moment(datetime.fromisoformat(published), TimeOrigin.MANIFEST) if published else None
    article = Article(row["id"], row["id"], "", text, tuple(spans), title, title_at, published=moment)
    return Report(article, row.get("gold", {}).get("story", ""))


def _shuffled(reports: Sequence[Report], seed: int) -> list[Report]:
    order = list(reports)
    random.Random(seed).shuffle(order)
    return order


def _dated(reports: Sequence[Report], seed: int) -> list[Report]:
    """Each story starts uniformly within 60 days, each report comes after a delay of a day on average (exponential)."""
    made = random.Random(seed)
    first = datetime(2024, 3, 1, tzinfo=UTC)
    starts = {gold: made.uniform(0, 60) for gold in sorted({report.gold for report in reports})}
    dated = []
    for article, gold in reports:
        at = first + timedelta(days=starts[gold] + made.expovariate(1))
        dated.append(Report(dataclasses.replace(article, published=Moment(at, TimeOrigin.MANIFEST)), gold))
    return sorted(dated, key=_arrival)


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
    for article, label in labels.items():
        groups[label].add(article)
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
