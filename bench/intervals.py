"""How sure an F1 is: 95 % bootstrap intervals over articles (Efron, 1979), drawn the same way every time."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

DRAWS = 1000


class Outcome(NamedTuple):
    """What one article gave for one kind: a total that is due, found rightly, stated wrongly."""

    due: bool
    right: bool
    wrong: bool


def outcomes(gold: Iterable[Mapping[str, Any]], errors: Sequence[Sequence[Any]], kind: str) -> list[Outcome]:
    """Each labelled article's outcome, from what the scorer says went wrong."""
    failed = {error[0]: error[2] for error in errors if error[1] == kind and error[2] != "background leaked"}
    found = []
    for line in gold:
        label = line["gold"].get(kind)
        if label and label["status"] != "skip":
            due = label["status"] != "none"
            fault = failed.get(line["id"])
            found.append(Outcome(due, due and fault is None, fault in ("wrong", "should be silent")))
    return found


def f1(found: Sequence[Outcome]) -> float:
    """The harmonic mean of precision and recall; 1 where nothing is due and nothing is stated wrongly."""
    right = sum(one.right for one in found)
    stated_and_due = right + sum(one.wrong for one in found) + sum(one.due for one in found)
    return 2 * right / stated_and_due if stated_and_due else 1.0


def interval(found: Sequence[Outcome]) -> tuple[float, float]:
    """The bounds between which F1 lies in 95 of 100 draws of as many articles."""
    draw = random.Random(0)
    drawn = sorted(f1(draw.choices(found, k=len(found))) for _ in range(DRAWS))
    return drawn[DRAWS // 40], drawn[DRAWS - 1 - DRAWS // 40]


def apart(first: Sequence[Outcome], second: Sequence[Outcome]) -> tuple[float, float]:
    """The bounds of how much higher the second's F1 lies, in 95 of 100 draws of as many articles of each."""
    draw = random.Random(0)
    drawn = sorted(
        f1(draw.choices(second, k=len(second))) - f1(draw.choices(first, k=len(first))) for _ in range(DRAWS)
    )
    return drawn[DRAWS // 40], drawn[DRAWS - 1 - DRAWS // 40]
