"""Articles of our own for the tests of stories."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from monitor.model import Article, Moment, Span, TimeOrigin

START = datetime(2025, 3, 3, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Event:
    """An event as first told, told again `update_days` later, and another that resembles it, `other_days` later.

    The first report stands `first_day` days after `START`, a Monday. `misjudged`: *update* or *other*, *dated* or
    *undated*, where that report is known to be put wrong.
    """

    name: str
    first_day: float
    first: tuple[str, str]
    update: tuple[str, str]
    update_days: float
    other_name: str
    other: tuple[str, str]
    other_days: float
    misjudged: tuple[str, ...]


def events() -> list[Event]:
    """The events of `events.toml`."""
    rows = tomllib.loads(Path(__file__).with_name("events.toml").read_text("utf-8"))["event"]
    return [
        Event(
            row["name"],
            row["first_day"],
            (row["first_title"], row["first_text"]),
            (row["update_title"], row["update_text"]),
            row["update_days"],
            row["other_name"],
            (row["other_title"], row["other_text"]),
            row["other_days"],
            tuple(row.get("misjudged", ())),
        )
        for row in rows
    ]


def article(title: str | None, text: str, days: float | None = None) -> Article:
    """An article that stands so many days after `START`; None: without a date."""
    published = None if days is None else Moment(START + timedelta(days=days), TimeOrigin.FEED)
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            spans.append(Span(at, at + len(line.rstrip("\n"))))
        at += len(line)
    return Article("a", "a", "r", text, tuple(spans), title, published=published)
