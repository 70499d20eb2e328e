"""Blocks of page furniture among a text's lines: what a heading opens, and what surrounds a picture."""

from __future__ import annotations

import re

from monitor.fetch.text import captions
from monitor.fetch.text.furniture import Heading
from monitor.fetch.text.lines import Kind, Line

HEAD_WORDS = 30
"""Words of running text above a line that still stands in the page's head: a standfirst, a notice."""

TEASER_WORDS = 35
"""Words of the longest teaser beside others that break off."""

WHOLE_TEASER_WORDS = 18
"""Words of the longest teaser where all are whole sentences."""

_CITATION = re.compile(
    r"^\s*(?:\[?\d{1,3}[\].)]|\^|↑|[•*])|\b(?:retrieved|accessed|archived|isbn|doi|issn)\b|"
    r"\(\d{4}-\d\d-\d\d\)|\bpp?\. ?\d+",
    re.IGNORECASE,
)


def close(lines: list[Line]) -> None:
    """Drop what each heading opens: links and teasers up to the running text, references, readers' comments."""
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.kind is not Kind.HEADING:
            continue
        if line.opens is Heading.CITATIONS:
            end = _end_of_citations(lines, at)
        elif line.opens is Heading.COMMENTS:
            end = _end_of_comments(lines, at)
        else:
            end = _end_of_links(lines, at)
        for other in lines[at:end]:
            if not other.is_title:
                other.kind = Kind.FURNITURE
        at = max(at, end)


def drop_captions(lines: list[Line], *, on_page: bool) -> None:
    """Captions with a credit, and the picture's short name above one. The last running text may end with its agency."""
    running = [line for line in lines if line.kind is Kind.PROSE and not line.is_title]
    last = running[-1] if running else None
    for at, line in enumerate(lines):
        if line.is_title or line.kind not in (Kind.PROSE, Kind.SHORT) or not line.is_one_sentence:
            continue
        text = line.text.replace("\n", " ")
        if captions.is_photo_caption(text, line.words) or (
            on_page and line is not last and captions.is_agency_caption(text, line.words)
        ):
            line.kind = Kind.FURNITURE
            above = lines[at - 1] if at >= 2 else None
            if above is not None and above.kind is Kind.SHORT and above.words <= 6 and not above.is_title:
                above.kind = Kind.FURNITURE
        elif on_page and line.is_headline and at and _is_credit(lines[at - 1]):
            line.kind = Kind.FURNITURE


def stands_in_head(line: Line, lines: list[Line]) -> bool:
    """Whether no running text to speak of stands before the line."""
    before = 0
    for other in lines:
        if other is line:
            break
        before += other.words if other.kind is Kind.PROSE else 0
    return before < HEAD_WORDS


def _end_of_links(lines: list[Line], at: int) -> int:
    """Where a block of links ends: at the first running text that is no teaser of the headline above it.

    Headlines alone (H H P: P is the article), or headlines each with its teaser (H t H t P). A teaser that is a whole
    sentence is known only by the company it keeps: teasers that break off, or a second such pair.
    """
    start = at
    while at < len(lines):
        line = lines[at]
        if line.is_title or line.kind is Kind.HEADING:
            return at
        if line.kind is Kind.PROSE and not (_could_be_teaser(lines, at, start) and _has_company(lines, at, start)):
            return at
        at += 1
    return at


def _could_be_teaser(lines: list[Line], at: int, start: int) -> bool:
    """Whether a short sentence stands under one headline, in a block that began at `start`."""
    line = lines[at]
    if line.kind is not Kind.PROSE or line.words > TEASER_WORDS or not line.is_one_sentence or at == start:
        return False
    return lines[at - 1].is_headline and (at - start == 1 or not lines[at - 2].is_headline)


def _has_company(lines: list[Line], at: int, start: int) -> bool:
    if any(line.kind is Kind.TEASER for line in lines[max(start, at - 4) : at + 5]):
        return True
    return any(
        start < other < len(lines)
        and lines[other].words <= WHOLE_TEASER_WORDS
        and _could_be_teaser(lines, other, start)
        for other in (at - 2, at + 2)
        if lines[at].words <= WHOLE_TEASER_WORDS
    )


def _end_of_citations(lines: list[Line], at: int) -> int:
    while at < len(lines) and (lines[at].kind is not Kind.PROSE or _is_citation(lines[at])):
        at += 1
    return at


def _is_citation(line: Line) -> bool:
    return _CITATION.search(line.text) is not None


def _end_of_comments(lines: list[Line], at: int) -> int:
    """Comments reach to the end. Above the text, where it has not begun, the word is that of a button."""
    before = sum(line.words for line in lines[:at] if line.kind is Kind.PROSE and not line.is_title)
    return len(lines) if before >= HEAD_WORDS else at


def _is_credit(line: Line) -> bool:
    return line.kind is Kind.FURNITURE and captions.is_credit(line.text, line.words)
