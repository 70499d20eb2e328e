"""A plain text cut into lines, and what each is by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from monitor.fetch.text import furniture
from monitor.fetch.text.furniture import Heading
from monitor.model import Span

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
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+[A-Z\"“]")


class Kind(Enum):
    PROSE = auto()
    SHORT = auto()  # a headline, a subheading, a caption, an entry of a menu: the lines around it decide
    TEASER = auto()  # a text that breaks off
    FURNITURE = auto()
    HEADING = auto()


@dataclass(slots=True)
class Line:
    """A line, or a hard-wrapped paragraph read as one line."""

    spans: list[Span]
    text: str
    words: int
    kind: Kind
    opens: Heading | None = None
    is_title: bool = False
    after_blank: bool = False

    @property
    def span(self) -> Span:
        """From the first letter to the last."""
        return Span(self.spans[0].start, self.spans[-1].end)

    @property
    def has_lower_case(self) -> bool:
        """Whether a word of it is in lower case, as in every sentence."""
        return _LOWER.search(self.text) is not None

    @property
    def is_one_sentence(self) -> bool:
        """Whether it is no paragraph of several sentences."""
        return self.words <= 80 and len(_SENTENCE_END.findall(self.text)) <= 1

    @property
    def is_headline(self) -> bool:
        """Whether it could head a text: words enough, and no sentence."""
        return self.kind is Kind.SHORT and self.words >= HEADLINE_WORDS


def cut(text: str) -> list[Line]:
    """The lines that hold anything; those of a hard-wrapped paragraph as one. Each is judged by itself."""
    found: list[Line] = []
    end = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        inner = raw.strip(" \t\u00a0\u200b\ufeff\x0b\x0c\x85\u2028\u2029")
        if inner:
            start = match.start() + raw.index(inner)
            after_blank = text.count("\n", end, match.start()) > 1 or text.count("\r", end, match.start()) > 1
            found.append(
                Line([Span(start, start + len(inner))], inner, 0, Kind.SHORT, after_blank=after_blank or not found)
            )
            end = match.end()
    if _is_wrapped(found):
        found = list(_joined(found))
    for line in found:
        line.words = len(_WORD.findall(line.text))
        _judge(line)
    return found


def _is_wrapped(lines: list[Line]) -> bool:
    """Whether lines were broken at a column: most that are followed at once break off, and go on in lower case."""
    pairs = [(one.text, two.text) for one, two in pairwise(lines) if not two.after_blank]
    if len(pairs) < 3 or max(len(line.text) for line in lines) > 160:
        return False
    broken = sum(not _CLOSED.search(one) and len(one) >= 40 and not two[:1].isupper() for one, two in pairs)
    return broken * 10 >= len(pairs) * 4


def _joined(lines: list[Line]) -> Iterator[Line]:
    """Wrapped paragraphs as one line each: a blank line, or a line that ends early, closes a paragraph."""
    width = sorted(len(line.text) for line in lines)[len(lines) * 9 // 10]
    open_line: Line | None = None
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


def _judge(line: Line) -> None:
    text = line.text.replace("\n", " ")
    line.opens = furniture.heading(text, line.words)
    if line.opens is not None:
        line.kind = Kind.HEADING
    elif furniture.is_furniture(text, line.words):
        line.kind = Kind.FURNITURE
    elif _CUT.search(text) and line.words <= 60:
        line.kind = Kind.TEASER
    elif _is_prose(text, line.words):
        line.kind = Kind.PROSE


def _is_prose(text: str, words: int) -> bool:
    """Running text: a closed sentence with a word in lower case, or a line too long for anything else."""
    if words >= 30:
        return True
    return words >= 2 and _CLOSED.search(text) is not None and _LOWER.search(text) is not None
