"""What the documentation says is told is told: every row of its tables is judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from monitor.model import Claim, Scope, Status
from tests.ledger.story import Story, claim, denial

PAGE = Path(__file__).parents[2] / "docs" / "alerts.md"
HEAD = ["before", "then", "tells", "why"]
STATED = re.compile(
    r"(?:(?P<voice>[^:]+): )?(?P<how>alleged |feared |unreported |background |threatened |took back )?"
    r"(?P<number>\S+) (?P<kind>[a-z]+)(?: \((?P<group>[^)]+)\))?"
)
HOW: dict[str, dict[str, Any]] = {
    "": {},
    "alleged": {"status": Status.ALLEGED},
    "feared": {"status": Status.FEARED},
    "unreported": {"status": Status.UNREPORTED},
    "took back": {"status": Status.RETRACTED},
    "background": {"scope": Scope.BACKGROUND},
    "threatened": {"scope": Scope.HYPOTHETICAL},
}


def rows() -> Iterator[list[str]]:
    """The rows of every table of examples."""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if len(cells) == len(HEAD) and cells != HEAD and not re.fullmatch("-+", cells[0] + cells[1]):
            yield cells


def claims(article: str) -> list[Claim]:
    """The claims of an article as the page writes them."""
    found = []
    for part in article.split("; "):
        stated = STATED.fullmatch(part)
        assert stated, part
        if stated["number"] == "none":
            found.append(denial(stated["kind"], stated["voice"]))
            continue
        how = HOW[(stated["how"] or "").strip()]
        found.append(claim(stated["kind"], stated["number"], stated["voice"], group=stated["group"], **how))
    return found


def arrive(story: Story, article: str) -> None:
    form, _, rest = article.partition(": ")
    if form == "copy":
        first = story.reports[0]
        story.tell(*claims(rest), cluster=first.cluster, origin=first.origin, is_copy=True)
    elif form == "late":
        story.tell(*claims(rest), hour=0)
    elif form == "edit":
        story.edit(*claims(rest))
    else:
        story.tell(*claims(article))


@pytest.mark.parametrize("row", list(rows()), ids=lambda row: f"{row[0]}, then {row[1]}")
def test_an_example_is_judged_as_it_says(row: list[str]) -> None:
    before, then, tells, why = row
    story = Story()
    for article in before.split(" / ") if before != "-" else ():
        arrive(story, article)
    arrive(story, then)
    told = [f"{change.change}, {change.severity}" for change in story.last.changes]
    assert ("; ".join(told) or "-") == tells
    reasons = [change.reason for change in story.last.changes] or [story.last.verdicts[0].reason]
    assert why.removeprefix("the ") in (reason.removeprefix("the ") for reason in reasons)


def test_every_change_has_an_example() -> None:
    told = {part.split(",")[0] for row in rows() for part in row[2].split("; ")}
    assert told >= {
        "first", "raised", "lowered", "revised", "refined", "confirmed", "denied", "disputed", "corrected", "-"
    }  # fmt: skip
