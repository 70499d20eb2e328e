"""The article in a plain text that was saved from a page: its lines, without the page's furniture.

First every line is judged by itself (`furniture`), then the blocks that a heading such as *Related stories* opens, and
last, only where the text shows that it is a page, the best block: the stretch of lines that holds the running text.
A text with no furniture keeps every line. Nothing is cut out of the text itself: what is kept is marked by spans.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from monitor.fetch.text import blocks, furniture
from monitor.fetch.text.blocks import stands_in_head
from monitor.fetch.text.lines import HEADLINE_WORDS, Kind, Line, cut
from monitor.model import Span

PAGE_SIGNS = 2
"""How many lines of furniture show that a text is a saved page: one alone may be a dateline or a byline."""

LINK_WORDS = 7
MOST_LINK_WORDS = 13
"""An unclosed line of so many words inside the text of a page is a link or a caption: a subheading is shorter, and what
is longer may be a sentence that lost its point."""

_BULLET = re.compile(r"[-*•–—]\s+\S")
_GLUED = re.compile(r"[a-z0-9)][A-Z]")


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of a text that are the article, in order, and where its title is one of them."""

    spans: tuple[Span, ...]
    title_at: Span | None
    headline: Span | None = None  # the first line, where it reads like one


def body(text: str, title: str | None = None) -> Body:
    """Find the article's lines in a text. A line that equals the title is one of them."""
    lines = cut(text)
    if not lines:
        return Body((), None)
    title_at = _mark_title(lines, title)
    _drop_glued(lines, title)
    signs = sum(line.kind in (Kind.FURNITURE, Kind.HEADING) for line in lines)
    blocks.close(lines)
    blocks.drop_captions(lines, on_page=signs >= PAGE_SIGNS)
    if signs >= PAGE_SIGNS:
        kept = _best_block(lines)
    else:
        kept = [line for line in lines if line.kind in (Kind.PROSE, Kind.SHORT, Kind.TEASER)]
    if not any(line.kind is not Kind.FURNITURE for line in kept):
        kept = [line for line in lines if line.kind is not Kind.FURNITURE] or lines
    return Body(tuple(span for line in kept for span in line.spans), title_at, _headline(kept))


def _headline(kept: list[Line]) -> Span | None:
    """The article's first line, where it is no sentence, is short enough for a headline, and running text follows."""
    first = kept[0]
    is_one = first.kind is Kind.SHORT and HEADLINE_WORDS <= first.words <= 30 and len(first.spans) == 1
    return first.spans[0] if is_one and any(line.kind is Kind.PROSE for line in kept[1:]) else None


def _mark_title(lines: list[Line], title: str | None) -> Span | None:
    """Find the title among the lines: the whole line, or the line whose start it is when a field has cut it short."""
    wanted = _plainly(title or "")
    if not wanted:
        return None
    found = [line for line in lines if _plainly(line.text) == wanted]
    if not found and len(wanted) >= 40:
        found = [line for line in lines[:12] if _plainly(line.text).startswith(wanted) and line.is_one_sentence][:1]
    if not found:
        return None
    chosen = next((line for line in reversed(found) if stands_in_head(line, lines)), found[0])
    for line in found:  # a page's tab or menu may say it before, a list of links after
        if line is not chosen and line.kind is not Kind.PROSE:
            line.kind = Kind.FURNITURE
    chosen.kind, chosen.opens, chosen.is_title = Kind.PROSE, None, True
    return chosen.span


def _drop_glued(lines: list[Line], title: str | None) -> None:
    """A menu run together with the headline: *HomeWorldQuake kills 12*, followed by the headline itself."""
    known = _packed(title) if title else ""
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        if line.is_title or line.words > 40 or not _GLUED.search(line.text):
            continue
        packed = _packed(line.text)
        for end in (known, _packed(after.text) if after is not None and after.words >= HEADLINE_WORDS else ""):
            if len(end) >= 12 and packed != end and packed.endswith(end):
                line.kind = Kind.FURNITURE


def _packed(text: str) -> str:
    return _plainly(text).replace(" ", "")


def _plainly(text: str) -> str:
    """Letters and digits alone: quotes, dashes and case differ between a title and its headline."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _best_block(lines: list[Line]) -> list[Line]:
    """The article's lines on a page: its headline, what stands between that and the text, and the text."""
    first, last = _densest(_weights(lines))
    if first > last:
        return [line for line in lines if line.kind in (Kind.PROSE, Kind.SHORT)]
    text = next((at for at in range(first, last + 1) if lines[at].kind is Kind.PROSE and not lines[at].is_title), last)
    inside = _without_links(lines[text : last + 1])
    while inside and (inside[-1].kind is Kind.SHORT or furniture.is_author_note(inside[-1].text, inside[-1].words)):
        inside.pop()
    return _head(lines, text) + inside


def _weights(lines: list[Line]) -> list[int]:
    """How much each line speaks for the stretch it stands in being the article; a list after a colon goes with it."""
    weights = []
    in_list = False
    for line in lines:
        in_list = line.text.endswith(":") if line.kind is Kind.PROSE else in_list and line.kind is Kind.SHORT
        if line.kind is Kind.PROSE:
            weights.append(min(line.words, 40) + 2)
        elif line.kind is Kind.SHORT:
            weights.append(0 if in_list else -4)
        else:
            weights.append(-8 if line.kind is Kind.TEASER else -2)
    return weights


def _densest(weights: list[int]) -> tuple[int, int]:
    """First and last position of the stretch of greatest weight (Kadane's algorithm)."""
    best, span, total, start = 0, (0, -1), 0, 0
    for at, weight in enumerate(weights):
        if total <= 0:
            total, start = 0, at
        total += weight
        if total > best:
            best, span = total, (start, at)
    return span


def _head(lines: list[Line], text: int) -> list[Line]:
    """The headline and standfirst above the text: from the title on, or the last lines that read like headlines."""
    titled = next((at for at in range(text) if lines[at].is_title), None)
    above = lines[titled if titled is not None else max(0, text - 3) : text]
    return [line for line in above if line.is_title or _is_standfirst(line)]


def _is_standfirst(line: Line) -> bool:
    """Whether a line above the text belongs to it; bylines and buttons are names, or have no word in lower case."""
    if line.kind is not Kind.SHORT:
        return line.kind in (Kind.PROSE, Kind.TEASER)
    return line.words >= HEADLINE_WORDS and line.has_lower_case and not furniture.is_name(line.text)


def _without_links(lines: list[Line]) -> list[Line]:
    """The text without the short lines in it that are links, captions and menus; subheadings and lists stay."""
    kept: list[Line] = []
    run: list[Line] = []
    for line in lines:
        if line.kind is Kind.SHORT:
            run.append(line)
            continue
        if _is_list(run, kept):
            kept += run
        elif len(run) < 3:
            kept += [one for one in run if not LINK_WORDS <= one.words <= MOST_LINK_WORDS]
        run = []
        if line.kind in (Kind.PROSE, Kind.TEASER):
            kept.append(line)
    return kept


def _is_list(run: list[Line], before: list[Line]) -> bool:
    """Whether short lines are a list that the text itself holds: marked as one, or announced by a colon."""
    return bool(run) and (all(_BULLET.match(one.text) for one in run) or bool(before and before[-1].text.endswith(":")))
