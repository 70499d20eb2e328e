"""What the documentation says is understood is understood: every row of its tables is read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from monitor.fetch import article
from monitor.figures import read
from monitor.model import Item
from monitor.settings.figures import load_kinds

ROOT = Path(__file__).parents[2]
KINDS = load_kinds(ROOT / "config" / "figures.toml")
HEAD = ["sentence", "kind", "low..high", "status", "scope", "source"]


def rows() -> list[list[str]]:
    """The rows of every table of examples."""
    found: list[list[str]] = []
    inside = False
    for line in (ROOT / "docs" / "figures.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        inside = (inside or cells == HEAD) and bool(cells)
        if inside and cells != HEAD and not re.fullmatch("-+", cells[0]):
            found.append(cells)
    return found


def bounds(low: int | None, high: int | None) -> str:
    if low is None and high is None:
        return "?..?"
    return f"{low}..{'' if high is None else high}"


def test_there_are_examples_of_everything() -> None:
    assert len(rows()) >= 35
    assert {row[3] for row in rows()} >= {"asserted", "alleged", "feared", "confirmed", "denied", "unreported"}
    assert {row[4] for row in rows()} >= {"event", "background", "hypothetical"}


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_an_example_is_read_as_it_says(row: list[str]) -> None:
    sentence, kind, *expected = row
    claims = read(article(Item(id="a", content=sentence)), KINDS)
    if kind == "-":
        assert claims == ()
        return
    told = [
        [
            bounds(claim.low, claim.high),
            claim.status.value,
            claim.scope.value,
            (claim.source or "-").removeprefix("the "),
        ]
        for claim in claims
        if claim.kind == kind
    ]
    assert [cell if at != 3 else cell.casefold() for at, cell in enumerate(expected)] in [
        [cell if at != 3 else cell.casefold() for at, cell in enumerate(one)] for one in told
    ], told
