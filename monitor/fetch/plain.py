"""The article in a plain text that was saved from a page: its lines, without the page's furniture.

First every line is judged by itself (`furniture`), then the blocks that a heading such as *Related stories* opens, and
last, only where the text shows that it is a page, the best block: the stretch of lines that holds the running text.
A text with no furniture keeps every line. Nothing is cut out of the text itself: what is kept is marked by spans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from monitor.fetch import furniture
from monitor.fetch.furniture import Heading
from monitor.model import Span

PAGE_SIGNS = 2
"""How many lines of furniture show that a text is a saved page: one alone may be a dateline or a byline."""

HEADLINE_WORDS = 3
"""A line of fewer words is no headline."""

_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"\w[\w'’.,-]*")
_LOWER = re.compile(r"(?<![\w'’-])[a-z][a-z'’-]*")
_CLOSED = re.compile(
    r"""[.!?:;]["'”’)\]»*†]{0,3}(?:\s?\[\d+\])*$|''$|[.!?] ["'”’)]{1,2}$"""
    r"""|[.!?]["'”’)\]]{0,2}\s+[(\[]?[A-Z][\w./-]{1,14}[)\]]?$"""  # the agency that signs, or *[Applause]*
)
_CUT = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s?(?:read more|more|»|\[\+\])?\W*$", re.IGNORECASE)
_BULLET = re.compile(r"[-*•–—]\s+\S")
_GLUED = re.compile(r"[a-z0-9)][A-Z]")


class _Kind(Enum):
    PROSE = auto()
    SHORT = auto()  # a headline, a subheading, a caption, an entry of a menu: the lines around it decide
    TEASER = auto()  # a text that breaks off
    FURNITURE = auto()
    HEADING = auto()


@dataclass(slots=True)
class _Line:
    """A line, or a hard-wrapped paragraph read as one line."""

    spans: list[Span]
    text: str
    words: int
    kind: _Kind
    opens: Heading | None = None
    is_title: bool = False
    after_blank: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of a text that are the article, in order, and where its title is one of them."""

    spans: tuple[Span, ...]
    title_at: Span | None
    headline: Span | None = None  # the first line, where it reads like one


def body(text: str, title: str | None = None) -> Body:
    """Find the article's lines in a text. A line that equals the title is one of them."""
    lines = _lines(text)
    if not lines:
        return Body((), None)
    _judge(lines)
    title_at = _mark_title(lines, title)
    _drop_glued(lines, title)
    signs = sum(line.kind in (_Kind.FURNITURE, _Kind.HEADING) for line in lines)
    _close_blocks(lines)
    _drop_captions(lines, on_page=signs >= PAGE_SIGNS)
    if signs >= PAGE_SIGNS:
        kept = _best_block(lines)
    else:
        kept = [line for line in lines if line.kind in (_Kind.PROSE, _Kind.SHORT, _Kind.TEASER)]
    if not any(line.kind is not _Kind.FURNITURE for line in kept):
        kept = [line for line in lines if line.kind is not _Kind.FURNITURE] or lines
    return Body(tuple(span for line in kept for span in line.spans), title_at, _headline(kept))


def _headline(kept: list[_Line]) -> Span | None:
    """The article's first line, where it is no sentence, is short enough for a headline, and running text follows."""
    first = kept[0]
    is_one = first.kind is _Kind.SHORT and HEADLINE_WORDS <= first.words <= 30 and len(first.spans) == 1
    return first.spans[0] if is_one and any(line.kind is _Kind.PROSE for line in kept[1:]) else None


def _lines(text: str) -> list[_Line]:
    """The lines that hold anything; those of a hard-wrapped paragraph as one."""
    found: list[_Line] = []
    end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        inner = line.strip(" \t\u00a0\u200b\ufeff\x0b\x0c\x85\u2028\u2029")
        if inner:
            start = match.start() + line.index(inner)
            after_blank = text.count("\n", end, match.start()) > 1 or text.count("\r", end, match.start()) > 1
            found.append(
                _Line([Span(start, start + len(inner))], inner, 0, _Kind.SHORT, after_blank=after_blank or not found)
            )
            end = match.end()
    if _is_wrapped(found):
        found = list(_joined(found))
    for each in found:
        each.words = len(_WORD.findall(each.text))
    return found


def _is_wrapped(lines: list[_Line]) -> bool:
    """Whether lines were broken at a column: most that are followed at once break off, and go on in lower case."""
    pairs = [(one.text, two.text) for one, two in zip(lines, lines[1:], strict=False) if not two.after_blank]
    if len(pairs) < 3 or max(len(line.text) for line in lines) > 160:
        return False
    broken = sum(not _CLOSED.search(one) and len(one) >= 40 and not two[:1].isupper() for one, two in pairs)
    return broken * 10 >= len(pairs) * 4


def _joined(lines: list[_Line]) -> Iterator[_Line]:
    """Wrapped paragraphs as one line each: a blank line, or a line that ends early, closes a paragraph."""
    width = sorted(len(line.text) for line in lines)[len(lines) * 9 // 10]
    open_line: _Line | None = None
    for line in lines:
        if open_line is None or line.after_blank or len(open_line.text) - open_line.text.rfind("\n") - 1 < width * 0.6:
            if open_line is not None:
                yield open_line
            open_line = line
        else:
            open_line.spans += line.spans
            open_line.text += "\n" + line.text
    if open_line is not None:
        yield open_line


def _judge(lines: list[_Line]) -> None:
    """What each line is by itself."""
    for line in lines:
        text = line.text.replace("\n", " ")
        line.opens = furniture.heading(text, line.words)
        if line.opens is not None:
            line.kind = _Kind.HEADING
        elif furniture.is_furniture(text, line.words):
            line.kind = _Kind.FURNITURE
        elif _CUT.search(text) and line.words <= 60:
            line.kind = _Kind.TEASER
        elif _is_prose(text, line.words):
            line.kind = _Kind.PROSE


def _is_prose(text: str, words: int) -> bool:
    """Running text: a closed sentence with a word in lower case, or a line too long for anything else."""
    if words >= 30:
        return True
    return words >= 2 and _CLOSED.search(text) is not None and _LOWER.search(text) is not None


def _mark_title(lines: list[_Line], title: str | None) -> Span | None:
    """Find the title among the lines: the whole line, or the line whose start it is when a field has cut it short."""
    wanted = _plainly(title or "")
    if not wanted:
        return None
    found = [line for line in lines if _plainly(line.text) == wanted]
    if not found and len(wanted) >= 40:
        found = [
            line
            for line in lines[:12]
            if _plainly(line.text).startswith(wanted.rstrip(". ")) and _is_one_sentence(line)
        ]
    if not found:
        return None
    chosen = next((line for line in reversed(found) if _stands_in_head(line, lines)), found[0])
    for line in found:  # a page's tab or menu may say it before, a list of links after
        if line is not chosen and line.kind is not _Kind.PROSE:
            line.kind = _Kind.FURNITURE
    chosen.kind, chosen.opens, chosen.is_title = _Kind.PROSE, None, True
    return Span(chosen.spans[0].start, chosen.spans[-1].end)


def _stands_in_head(line: _Line, lines: list[_Line]) -> bool:
    """Whether no running text stands before the line."""
    for other in lines:
        if other is line:
            return True
        if other.kind is _Kind.PROSE and other.words >= 25 and not other.is_title:
            return False
    return True


def _is_one_sentence(line: _Line) -> bool:
    return len(re.findall(r"[.!?][\"'”’)]*\s+[A-Z\"“]", line.text)) <= 1 and line.words <= 80


def _plainly(text: str) -> str:
    """Letters and digits alone: quotes, dashes and case differ between a title and its headline."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _drop_glued(lines: list[_Line], title: str | None) -> None:
    """A menu run together with the headline: *HomeWorldQuake kills 12*, followed by the headline itself."""
    known = {_plainly(title).replace(" ", "")} if title else set()
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        ends = known | (
            {_plainly(after.text).replace(" ", "")} if after is not None and after.words >= HEADLINE_WORDS else set()
        )
        packed = _plainly(line.text).replace(" ", "")
        if line.is_title or line.words > 40 or not _GLUED.search(line.text):
            continue
        if any(len(end) >= 12 and packed != end and packed.endswith(end) for end in ends):
            line.kind = _Kind.FURNITURE


def _close_blocks(lines: list[_Line]) -> None:
    """Drop what a heading opens: links and teasers up to the running text, references, and the page's foot."""
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.kind is not _Kind.HEADING:
            continue
        if line.opens is Heading.CITATIONS:
            end = _end_of_citations(lines, at)
        elif line.opens is Heading.TAIL:
            end = _end_of_tail(lines, at)
        else:
            end = _end_of_links(lines, at)
        for other in lines[at:end]:
            if not other.is_title:
                other.kind = _Kind.FURNITURE
        at = max(at, end)


def _end_of_links(lines: list[_Line], at: int) -> int:
    """Where a block of links ends: at the first running text that is no teaser of the headline above it.

    Headlines alone (H H P: P is the article), or headlines each with its teaser (H t H t P): which of the two shows in
    what follows the first headline.
    """
    start = at
    with_teasers = False
    while at < len(lines):
        line = lines[at]
        if line.is_title or line.kind is _Kind.HEADING:
            return at
        if line.kind is not _Kind.PROSE:
            with_teasers = with_teasers or line.kind is _Kind.TEASER
            at += 1
            continue
        above = lines[at - 1] if at > start else None
        below = lines[at + 1] if at + 1 < len(lines) else None
        under_headline = above is not None and above.kind is _Kind.SHORT and above.words >= HEADLINE_WORDS
        if not under_headline or line.words > 35 or not _is_one_sentence(line):
            return at
        headline_follows = below is not None and below.kind is _Kind.SHORT and below.words >= HEADLINE_WORDS
        one_each = at - start <= 1 or lines[at - 2].kind is not _Kind.SHORT
        if not (one_each and (headline_follows or with_teasers)):
            return at
        with_teasers = True
        line.kind = _Kind.TEASER
        at += 1
    return at


def _end_of_citations(lines: list[_Line], at: int) -> int:
    while at < len(lines) and (lines[at].kind is not _Kind.PROSE or _is_citation(lines[at])):
        at += 1
    return at


_CITATION = re.compile(
    r"^\s*(?:\[?\d{1,3}[\].)]|\^|↑|[•*])|\b(?:retrieved|accessed|archived|isbn|doi|issn)\b|\(\d{4}-\d\d-\d\d\)|\bpp?\. ?\d+",
    re.IGNORECASE,
)


def _is_citation(line: _Line) -> bool:
    return _CITATION.search(line.text) is not None


def _end_of_tail(lines: list[_Line], at: int) -> int:
    """The foot reaches to the end, unless most of the running text is still to come: then the heading was a menu's."""
    before = sum(line.words for line in lines[:at] if line.kind is _Kind.PROSE)
    after = sum(line.words for line in lines[at:] if line.kind is _Kind.PROSE)
    if before >= 40 and before >= after:
        return len(lines)
    end = at
    while end < len(lines) and lines[end].kind in (_Kind.FURNITURE,):
        end += 1
    return end


def _drop_captions(lines: list[_Line], *, on_page: bool) -> None:
    """Captions with a credit, and the picture's short name above one. The last running text may end with its agency."""
    running = [line for line in lines if line.kind is _Kind.PROSE and not line.is_title]
    last = running[-1] if running else None
    for at, line in enumerate(lines):
        if line.is_title or line.kind not in (_Kind.PROSE, _Kind.SHORT) or not _is_one_sentence(line):
            continue
        text = line.text.replace("\n", " ")
        if furniture.is_photo_caption(text, line.words) or (
            on_page and line is not last and furniture.is_agency_caption(text, line.words)
        ):
            line.kind = _Kind.FURNITURE
            above = lines[at - 1] if at >= 2 else None
            if above is not None and above.kind is _Kind.SHORT and above.words <= 6 and not above.is_title:
                above.kind = _Kind.FURNITURE


def _best_block(lines: list[_Line]) -> list[_Line]:
    """The article's lines on a page: its headline, what stands between that and the text, and the text."""
    first, last = _densest([_weight(line) for line in lines])
    if first > last:
        return [line for line in lines if line.kind in (_Kind.PROSE, _Kind.SHORT)]
    head = _head(lines, first)
    inside = _without_menus(lines[first : last + 1])
    return head + inside


def _weight(line: _Line) -> int:
    """How much a line speaks for the stretch it stands in being the article."""
    if line.kind is _Kind.PROSE:
        return min(line.words, 40) + 2
    if line.kind is _Kind.TEASER:
        return -8
    return -4 if line.kind is _Kind.SHORT else -2


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


def _head(lines: list[_Line], first: int) -> list[_Line]:
    """The headline and standfirst above the text: from the title on, or the last lines that read like headlines."""
    titled = next((at for at in range(first) if lines[at].is_title), None)
    above = lines[titled if titled is not None else max(0, first - 3) : first]
    return [
        line for line in above if line.is_title or (line.kind is not _Kind.FURNITURE and _reads_like_headline(line))
    ]


def _reads_like_headline(line: _Line) -> bool:
    return line.kind in (_Kind.PROSE, _Kind.TEASER) or (
        line.kind is _Kind.SHORT and line.words >= HEADLINE_WORDS and bool(_LOWER.search(line.text))
    )


def _without_menus(lines: list[_Line]) -> list[_Line]:
    """The text without the runs of three and more short lines in it, which are menus and boxes; lists stay."""
    kept: list[_Line] = []
    run: list[_Line] = []
    for line in [*lines, None]:
        if line is not None and line.kind is _Kind.SHORT:
            run.append(line)
            continue
        if run and (
            len(run) < 3 or all(_BULLET.match(one.text) for one in run) or (kept and kept[-1].text.endswith(":"))
        ):
            kept += run
        run = []
        if line is not None and line.kind in (_Kind.PROSE, _Kind.TEASER):
            kept.append(line)
    return kept
