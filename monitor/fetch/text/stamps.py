"""The times that a text itself states in lines of their own: *Updated: June 20, 2023, 9:48 PM*.

A save date is none of them: a bare date with its weekday and no hour, in the page's head, is the day on which somebody
looked at the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from monitor.fetch.text import dates, furniture
from monitor.model import Moment, Span, TimeOrigin

MAX_LINE = 160
"""Code points of a line that holds a stamp and little else."""

NEAR = 3
"""Lines around a bare date in which weather or a menu shows that the date is the page's."""

_LINE = re.compile(r"[^\r\n]+")
_UPDATED = re.compile(r"\b(?:last[- ])?(?:updated?|modified|edited|revised)\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published|posted|created|issued|filed|uploaded|publication date|date)\b", re.IGNORECASE)
_LABEL = re.compile(_UPDATED.pattern + "|" + _PUBLISHED.pattern, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamps:
    """When a text says that it was published, and last updated."""

    published: Moment | None = None
    updated: Moment | None = None


def stated(text: str, title_at: Span | None) -> Stamps:
    """Read the stamps of a text. `title_at` tells the page's head, where bare dates are not to be trusted."""
    lines = [match for match in _LINE.finditer(text) if match.group().strip()]
    published: Moment | None = None
    updated: Moment | None = None
    bare: Moment | None = None
    for at, match in enumerate(lines):
        line = match.group().strip()
        if len(line) > MAX_LINE or not any(letter.isdigit() for letter in line):
            continue
        if not furniture.is_stamp(line, len(line.split())):
            continue
        if _LABEL.search(line):
            for piece in _pieces(line):
                moment = dates.moment(piece, TimeOrigin.TEXT)
                if _UPDATED.search(piece):
                    updated = updated or moment
                elif _PUBLISHED.search(piece):
                    published = published or moment
        elif bare is None and at < len(lines) // 2 + 2 and not _is_save_date(lines, at, title_at):
            bare = dates.moment(line, TimeOrigin.TEXT)
    return Stamps(published or bare or updated, updated)


def _pieces(line: str) -> list[str]:
    """A line with two stamps cut before the second label: *Posted 1 May 2013 | Updated 2 May 2013*."""
    cuts = [match.start() for match in _LABEL.finditer(line)]
    second = [cut for cut in cuts[1:] if dates.day_in(line[:cut]) is not None and dates.day_in(line[cut:]) is not None]
    if not second:
        return [line]
    return [line[: second[0]], line[second[0] :]]


def _is_save_date(lines: list[re.Match[str]], at: int, title_at: Span | None) -> bool:
    """Whether a bare date belongs to the page and not to the article."""
    line = lines[at].group().strip()
    stamp = dates.read(line)
    if stamp is None or stamp.has_hour:
        return stamp is None
    around = [match.group().strip() for match in lines[max(0, at - NEAR) : at + NEAR + 1]]
    if any(furniture.is_weather(other) or (furniture.is_menu(other) and other != line) for other in around):
        return True
    before_title = title_at is not None and lines[at].start() < title_at.start
    return furniture.has_weekday(line) and (before_title or title_at is None)
