"""Committed floors: a figure that falls below its floor fails the bench; one that beats it asks to be raised."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")

_FIGURE = re.compile(r"([\w.]+)=(-?\d+(?:\.\d+)?)(?=[\s/]|$)")


def figures(printed: str) -> dict[str, float]:
    """Every `name=number` that a scorer printed; under `prefix.name` where the line begins with `prefix:`."""
    found = {}
    for line in printed.splitlines():
        prefix, colon, rest = line.partition(": ")
        before = f"{prefix}." if colon and " " not in prefix else ""
        found.update({before + name: float(number) for name, number in _FIGURE.findall(rest if before else line)})
    return found


def breaches(bench: str, measured: dict[str, float]) -> list[str]:
    """What fell short of the floors of one bench: `at_least` and `at_most` tables of figures."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")).get(bench, {})
    told = []
    for name, floor in floors.get("at_least", {}).items():
        if measured.get(name, float("-inf")) < floor:
            told.append(f"{bench}: {name} is {measured.get(name)}, its floor is {floor}")
    for name, ceiling in floors.get("at_most", {}).items():
        if measured.get(name, float("inf")) > ceiling:
            told.append(f"{bench}: {name} is {measured.get(name)}, its ceiling is {ceiling}")
    return told
