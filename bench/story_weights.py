"""What evidence counts in the assignment of stories: `python -m bench.story_weights` fits it and prints the constants.

A logistic regression (Newton's method with a ridge) over an article and each story that comes near it, when all that
came before stands where it belongs: labelled articles shuffled, with simulated dates, among strangers and in sequence,
and the events of our own in `tests/stories`.
`bench.story_accuracy` fits on half of the topics and scores the other half: what is fitted must carry over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray

from bench import shared
from bench.story_streams import Labelled, Report, own_pairs, read_features
from monitor.stories import Assigner, Storying, clock_of, evidence
from monitor.stories.evidence import Evidence

PUT_TOGETHER = -1.22
"""The log odds from which an article joins. Below even odds: a story cut in two costs more than one stray article."""

FIXED = {"away": -1.3, "strangers": -2.5, "belongs": -15.0}
"""Not fitted: what is rare in the labelled articles and decides much elsewhere. A look-alike in the same place weeks
later is one pair in thousands for a likelihood, and puts two whole stories together; strangers in the very same words
come from one agency's pattern of telling an accident; an aftershock has all words and names of its earthquake."""

MOVED = {"close": 1.2, "close_elsewhere": -1.5, "timed": -0.12, "elsewhere": 0.1, "marks": 0.3}
"""Added to what is fitted, for what it does to the stories with simulated dates: an odd report of the day that finds no
story is one wrong pair in a likelihood, and a story too many."""

_RIDGE = 1.0
_SEEDS = (101, 102)
_SEQUENCES = 3

Numbers = NDArray[np.float64]


def main() -> None:
    """Prints the constants fitted on all topics."""
    bias, weights = fitted(Labelled.read(shared.folder()))
    print(f"BIAS = {bias:.2f}")
    for name, weight in zip(Evidence._fields, weights, strict=True):
        print(f"    {name}={weight:.2f},")


def fitted(labelled: Labelled) -> tuple[float, Evidence]:
    """Bias and weights for some labelled articles."""
    streams = [order(seed) for seed in _SEEDS for order in (labelled.shuffled, labelled.dated)]
    streams += [labelled.dense(_SEEDS[0])] + [list(labelled.sequences)] * _SEQUENCES + list(own_pairs())
    rows, right = zip(*(pair for stream in streams for pair in _taught(stream)), strict=True)
    evidences, outcomes = np.array(rows), np.array(right, dtype=float)
    free = [n for n, name in enumerate(Evidence._fields) if name not in FIXED]
    found = _logistic(np.column_stack((evidences[:, free], np.ones(len(evidences)))), outcomes)
    weights = dict(zip((Evidence._fields[n] for n in free), map(float, found), strict=False)) | FIXED
    weights |= {name: weights[name] + by for name, by in MOVED.items()}
    return float(found[-1]) - PUT_TOGETHER, Evidence(**weights)


@contextmanager
def constants(bias: float, weights: Evidence) -> Iterator[None]:
    """Scores by other constants for a while."""
    before = evidence.BIAS, evidence.WEIGHTS
    evidence.BIAS, evidence.WEIGHTS = bias, weights
    try:
        yield
    finally:
        evidence.BIAS, evidence.WEIGHTS = before


def _taught(reports: Sequence[Report]) -> Iterator[tuple[Evidence, bool]]:
    """The evidence for each report and each story near it, and whether it belongs there."""
    assigner = Assigner(Storying())
    for told, gold in reports:
        read = read_features(told)
        for story, found in assigner.near(read, clock_of(told)):
            yield found, story == gold
        assigner.learn(gold, read, told.stands_at, told.title)


def _logistic(rows: Numbers, outcomes: Numbers) -> Numbers:
    """Newton's method; the last column is the intercept, which no ridge holds."""
    ridge = _RIDGE * np.eye(rows.shape[1])
    ridge[-1, -1] = 1e-6
    found: Numbers = np.zeros(rows.shape[1])
    for _ in range(40):
        odds = 1 / (1 + np.exp(-np.clip(rows @ found, -40, 40)))
        slope = rows.T @ (odds - outcomes) + ridge @ found
        bend = (rows.T * (odds * (1 - odds))) @ rows + ridge
        step = np.linalg.solve(bend, slope)
        found = found - step
        if np.abs(step).max() < 1e-7:
            break
    return found


if __name__ == "__main__":
    main()
