"""Accuracy of the stories: `python -m bench.story_accuracy`.

Labelled articles without dates (ten orders), with simulated ones (ten), in a dense week among strangers, and stories in
sequence; then weights fitted on half of the topics and scored on that half and on the other, over five halvings. Ends
non-zero where a figure breaks its floor in bench/floors.toml.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from statistics import fmean

from bench import floors, shared
from bench.story_streams import Labelled, Score, scored
from bench.story_weights import constants, fitted

ORDERS = 10
DENSE = 3
HALVINGS = 5
HALF_ORDERS = 3


def main() -> None:
    """Prints one line a measurement."""
    labelled = Labelled.read(shared.folder())
    lines = []
    for line in (*_streams(labelled), *_halvings(labelled)):
        print(line, flush=True)
        lines.append(line)
    told = floors.breaches("story_accuracy", floors.figures("\n".join(lines)))
    for breach in told:
        print(breach, file=sys.stderr)
    sys.exit(bool(told))


def _streams(labelled: Labelled) -> Iterator[str]:
    yield _told("undated", [scored(labelled.shuffled(seed)) for seed in range(ORDERS)])
    yield _told("dated", [scored(labelled.dated(seed)) for seed in range(ORDERS)])
    yield _told("dense", [scored(labelled.dense(seed)) for seed in range(DENSE)])
    yield _told("sequences", [scored(labelled.sequences)])


def _told(name: str, scores: Sequence[Score]) -> str:
    worst = min(score.f1 for score in scores)
    p, r, f1, merged = (fmean(each) for each in zip(*scores, strict=True))
    return f"{name}: f1={f1:.3f} worst={worst:.3f} p={p:.3f} r={r:.3f} merged={merged:.3f}"


def _halvings(labelled: Labelled) -> Iterator[str]:
    """F1 on the half that the weights were fitted on, and on the other, without dates and with them."""
    losses = []
    for seed in range(HALVINGS):
        topics = labelled.topics
        random.Random(seed).shuffle(topics)
        half, other = labelled.of(topics[::2]), labelled.of(topics[1::2])
        with constants(*fitted(half)):
            own, carried = _f1(half), _f1(other)
        losses.append(own[0] - carried[0])
        yield f"halving {seed}: undated {own[0]:.3f} and {carried[0]:.3f}, dated {own[1]:.3f} and {carried[1]:.3f}"
    yield f"halvings: loss={fmean(losses):.3f} most={max(losses):.3f}"


def _f1(labelled: Labelled) -> tuple[float, float]:
    seeds = range(HALF_ORDERS)
    return fmean(scored(labelled.shuffled(n)).f1 for n in seeds), fmean(scored(labelled.dated(n)).f1 for n in seeds)


if __name__ == "__main__":
    main()
