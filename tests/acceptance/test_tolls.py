"""Stories told over days, every article with the changes that it must tell: `tolls.txt`, replayed as one stream.

A story begins with `###` and what it shows; an article with `==`, its time, its outlet, the changes that it tells or
`-`, and, where it comes again, a name of its own; then its title and its text. One after a later one arrives late.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from monitor.model import Item, Moment, TimeOrigin
from monitor.pipeline import Road, read
from monitor.settings import load
from monitor.store import Store
from tests.acceptance.program import CONFIG


@dataclass(frozen=True, slots=True)
class Told:
    """One article, when it arrives, and the changes that it must tell, in order: `killed raised`."""

    story: str
    item: Item
    arrives: datetime
    changes: tuple[str, ...]


def _told() -> Iterator[Told]:
    story, arrives = "", datetime.min.replace(tzinfo=UTC)
    blocks = re.split(r"\n(?=== |### )", Path(__file__).with_name("tolls.txt").read_text(encoding="utf-8"))
    for number, block in enumerate(blocks):
        head, _, rest = block.partition("\n")
        if head.startswith("### "):
            story, arrives = head[4:], datetime.min.replace(tzinfo=UTC)
            continue
        time, outlet, changes, *name = (part.strip() for part in head[3:].split("|"))
        title, _, text = rest.partition("\n")
        at = datetime.fromisoformat(time).replace(tzinfo=UTC)
        arrives = max(arrives, at)
        url = f"https://news.example/{name[0] if name else number}"
        item = Item(
            id=f"a{number}", content=text.strip(), title=title, url=url, outlet=outlet,
            published=Moment(at, TimeOrigin.MANIFEST), fetched=arrives,
        )  # fmt: skip
        yield Told(story, item, arrives, () if changes == "-" else tuple(sorted(changes.split(", "))))


TOLD = list(_told())
STORIES = list(dict.fromkeys(told.story for told in TOLD))


@pytest.fixture(scope="module")
def rows() -> dict[str, dict[str, Any]]:
    """What was decided of each article, all stories mixed in one stream as their articles came."""
    settings = load(CONFIG)
    store = Store.temporary(settings.copies)
    road = Road(store, settings)
    arrivals = sorted(TOLD, key=lambda told: told.arrives)
    decided = {told.item.id: json.loads(road.decide(read(told.item, settings)).record) for told in arrivals}
    store.close()
    return decided


def changes_of(row: dict[str, Any]) -> tuple[str, ...]:
    changes = (change for alert in row["alerts"] for change in alert["changes"] if not change["group"])
    return tuple(sorted(f"{change['kind']} {change['change']}" for change in changes))


@pytest.mark.parametrize("story", STORIES)
def test_every_article_tells_what_it_changes_and_nothing_else(rows: dict[str, dict[str, Any]], story: str) -> None:
    told = [told for told in TOLD if told.story == story]
    found = {one.item.title: changes_of(rows[one.item.id]) for one in told}
    assert found == {one.item.title: one.changes for one in told}


def test_the_articles_of_a_story_are_together_and_no_others(rows: dict[str, dict[str, Any]]) -> None:
    found = defaultdict(set)
    for told in TOLD:
        found[rows[told.item.id]["story"]].add(told.story)
    assert sorted(map(sorted, found.values())) == sorted([story] for story in STORIES)
