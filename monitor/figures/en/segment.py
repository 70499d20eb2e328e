"""Cuts an English article into paragraphs, sentences and tokens, each placed in the article's text.

Linear in the length of the text: one pass over its lines, one over its tokens. A sentence longer than `LONGEST`
tokens is cut there, so that nothing that works within a sentence can grow with the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise
from statistics import median

from monitor.figures.document import Document, Sentence
from monitor.figures.en.abbreviations import ALWAYS, SOMETIMES, STARTERS
from monitor.figures.en.capitals import restored
from monitor.figures.en.lookup import Lookup
from monitor.figures.en.wordset import words
from monitor.model import Article, Span

LONGEST = 300
WIDEST_WRAP = 110  # columns; hard-wrapped mail and wire text keeps well below
SLACK = 6  # columns by which a wrapped line may fall short of the width and still be wrapped

_TOKEN = re.compile(
    r"((?!\s)(?:"  # no token begins with space, which is where half of the search begins
    r"[A-Za-z]++(?=[ ,\n])"  # most words, told apart from the rarer shapes below at once
    r"|['’] s(?![^\W_])"  # *Lima ' s*, as some feeds print it
    r"|\d+(?:[.,]\d+)*[^\W\d_]*"  # 12, 1,00,000, 6.1, 30km, 3rd, 1980s
    r"|(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|(?:[^\W_]|[\u0300-\u036f])+(?:['’](?:[^\W\d_]|[\u0300-\u036f])+)*"
    r"|``|''|--+|\.\.\.*"
    r"|[^\s\u200b\u200c\u200d\u2060\u00ad\ufeff]"
    r"))"
)
_PLAIN = {
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "``": '"', "''": '"', "‘": "'", "’": "'", "`": "'", "´": "'",
    "—": "--", "–": "--", "―": "--", "−": "-", "‐": "-", "‑": "-", "…": "...",
}  # fmt: skip
_BEFORE_NUMBER = frozenset({"no", "nos", "fig", "art", "sec"})
_PREFIXES = frozenset({"half", "ex", "co", "non", "anti", "pro", "mid", "post", "pre", "semi", "self", "vice", "step"})
_CONTRACTING = frozenset({"i", "we", "you", "he", "she", "they", "it", "who", "there", "that"})
_CONTRACTED = frozenset({"d", "ve", "ll", "re", "m"})
_AFTER_HOUR = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan. feb. aug. sept. oct. nov. dec. mon. tue. wed. thu. fri. sat. sun. eastern pacific
    central mountain local
    """
)
ENDING = ".!?"
_CLOSING = frozenset("\"')]}")
_OPENING = frozenset("\"'([{")


def parse(article: Article) -> Document:
    """Cut an article's title and body.

    The title comes first, as one sentence; a title that is also a line is read once.
    """
    sentences: list[Sentence] = []
    title_at = article.title_at
    if title_at is not None:
        sentences += _one_sentence(article.text, title_at, placed=True)
    elif article.title and article.title.strip():
        sentences += _one_sentence(article.title, Span(0, len(article.title)), placed=False)
    for number, paragraph in enumerate(_paragraphs(article.text, article.body, title_at)):
        sentences.extend(_sentences(article.text, paragraph, number))
    return Document(article, tuple(restored(sentences)))


class Run:
    """The words, numbers and marks of a piece of text side by side: as written, in plain lower case, their starts.

    `pauses` are the places of those that may end a sentence.
    """

    __slots__ = ("lows", "pauses", "starts", "texts")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.texts: list[str] = []
        self.lows: list[str] = []
        self.starts: list[int] = []
        self.pauses: list[int] = []
        pieces = _TOKEN.split(text[start:end])  # what lies between the tokens, and the tokens, in turn
        texts = pieces[1::2]
        lows = list(map(_LOWS.__getitem__, texts))
        starts = list(accumulate(map(len, pieces), initial=start))[1:-1:2]
        taken, at = 0, -1
        for _ in range(lows.count("")):
            at = lows.index("", at + 1)
            if texts[at] == "." and not (at and _MAY_TAKE_POINT[texts[at - 1]]):
                lows[at] = "."
                self.pauses.append(len(self.texts) + at - taken)
                continue
            self._take(texts[taken:at], lows[taken:at], starts[taken:at])
            self._add(text, texts[at], starts[at])
            taken = at + 1
        self._take(texts[taken:], lows[taken:], starts[taken:])

    def _take(self, texts: list[str], lows: list[str], starts: list[int]) -> None:
        """Tokens that are what they look like."""
        self.texts += texts
        self.lows += lows
        self.starts += starts

    def _add(self, text: str, word: str, at: int) -> None:
        """A token whose form turns on what stands around it."""
        if word == "." and self._takes_point(text, at):
            self.texts[-1] += "."
            self.lows[-1] += "."
            self.pauses.append(len(self.texts) - 1)
            return
        low = _plain(word)
        if low[-1] in ENDING:
            self.pauses.append(len(self.texts))
        elif word[0].isalnum():
            stem, mark, rest = low.rpartition("'")
            self._take([word[: len(stem)]], [stem], [at])
            word, low, at = word[len(stem) :], mark + rest, at + len(stem)
        else:
            joins = word == "-" and self.lows and self.lows[-1] in _PREFIXES
            low = "-" if joins else _dash(text, at, at + len(word))
        self._take([word], [low], [at])

    def _takes_point(self, text: str, stop: int) -> bool:
        """Whether a point belongs to the word before, which may take one."""
        if self.end_of(-1) != stop:
            return False
        low = self.lows[-1]
        if low in ALWAYS or low in SOMETIMES:
            return True
        after = text[stop + 1 : stop + 3]
        return after[:1] == " " and (after[1:].isdecimal() if low in _BEFORE_NUMBER else after[1:].isupper())

    def end_of(self, at: int) -> int:
        """Where a token ends."""
        return self.starts[at] + len(self.texts[at])

    def sentence(self, first: int, last: int, paragraph: int, *, placed: bool = True) -> Sentence:
        """The tokens from one place up to another as a sentence."""
        texts, lows = self.texts[first:last], self.lows[first:last]
        if "us" in lows:  # the country and not the pronoun: *two US soldiers*
            lows = ["u.s." if text == "US" else low for text, low in zip(texts, lows, strict=True)]
        return Sentence(texts, lows, self.starts[first:last], paragraph, placed)


def _plain(word: str) -> str:
    """A word in plain lower case."""
    if word[0].isalnum():
        return word.lower().replace("’", "'")
    if len(word) == 3 and word[1:] == " s":
        return "'s"
    return _PLAIN.get(word, "--" if word.startswith("--") else word)


def _low(word: str) -> str:
    """The plain lower-case form; empty where it turns on what stands around, ends a sentence, or is two tokens."""
    low = _plain(word)
    if low[-1] in ENDING or low == "-" or word == "–":
        return ""
    stem, mark, rest = low.rpartition("'") if word[0].isalnum() else ("", "", "")
    parted = mark and ((rest == "s" and stem) or (stem in _CONTRACTING and rest in _CONTRACTED))
    return "" if parted and len(low) == len(word) else low


_LOWS = Lookup(_low)


def _may_take_point(word: str) -> bool:
    """Whether a word is an abbreviation, or an initial as in *John J. Roe*."""
    low = _plain(word)
    return (
        low in ALWAYS or low in SOMETIMES or low in _BEFORE_NUMBER or (len(word) == 1 and word.isupper() and low != "i")
    )


_MAY_TAKE_POINT = Lookup(_may_take_point)


def _dash(text: str, at: int, stop: int) -> str:
    """A hyphen joins what touches it (*20-30*); with space on a side it is a dash."""
    before, after = text[at - 1 : at], text[stop : stop + 1]
    return "-" if before and after and not before.isspace() and not after.isspace() else "--"


def _one_sentence(text: str, span: Span, *, placed: bool) -> list[Sentence]:
    run = Run(text, span.start, span.end)
    return [run.sentence(0, LONGEST, -1, placed=placed)] if run.texts else []


def _paragraphs(text: str, body: tuple[Span, ...], title_at: Span | None) -> Iterator[Span]:
    """The body's lines, those that were one wrapped paragraph joined again."""
    lines = list(_lines(text, body, title_at))
    width = _wrap_width(text, lines)
    start, end = -1, -1
    for span in lines:
        if start >= 0 and _goes_on(text, end, start, span, width):
            end = span.end
            continue
        if start >= 0:
            yield Span(start, end)
        start, end = span
    if start >= 0:
        yield Span(start, end)


def _lines(text: str, body: tuple[Span, ...], title_at: Span | None) -> Iterator[Span]:
    """The lines that hold anything, without the spaces around them, save the one that is the title."""
    for start, end in body:
        at = start
        while at < end:
            stop = text.find("\n", at, end)
            stop = end if stop < 0 else stop
            line = text[at:stop]
            inner = line.strip()
            if inner:
                first = at + len(line) - len(line.lstrip())
                if title_at is None or not (title_at.start <= first < title_at.end):
                    yield Span(first, first + len(inner))
            at = stop + 1


def _wrap_width(text: str, lines: list[Span]) -> int:
    """The column at which the text was wrapped; 0 where its lines are sentences or paragraphs.

    A line that was wrapped is one that the next line's first word would have made too long.
    """
    pairs = [(one, two) for one, two in pairwise(lines) if _adjacent(text, one.end, two.start)]
    if not pairs:
        return 0
    lengths = sorted(one.end - one.start for one, _ in pairs)
    width = lengths[min(len(lengths) - 1, (len(lengths) * 19) // 20)]
    if width > WIDEST_WRAP or width < 30 or median(lengths) < width * 0.6:
        return 0
    full = sum(_is_full(text, one.start, one.end, two, width) for one, two in pairs)
    open_ended = sum(text[one.end - 1] not in ".!?\"”'" for one, _ in pairs)
    return width if full * 10 >= len(pairs) * 6 and open_ended * 2 >= len(pairs) else 0


def _is_full(text: str, start: int, end: int, after: Span, width: int) -> bool:
    space = text.find(" ", after.start, after.end)
    word = (after.end if space < 0 else space) - after.start
    return end - start + 1 + word > width - SLACK


def _adjacent(text: str, end: int, start: int) -> bool:
    """Whether two lines follow each other with no blank line and no line left out between them."""
    gap = text[end:start]
    return not gap.strip() and gap.count("\n") == 1


def _goes_on(text: str, end: int, start: int, after: Span, width: int) -> bool:
    """Whether a line goes on in the next one."""
    if not _adjacent(text, end, after.start):
        return False
    last, first = text[end - 1], text[after.start]
    if last in ",-" or (first.islower() and last not in ".!?:"):
        return True
    if not width:
        return False
    if after.end - after.start > WIDEST_WRAP:
        return False
    line_start = max(text.rfind("\n", start, end) + 1, start)
    gap = text[end : after.start]
    indented = len(gap) - gap.rfind("\n") - 1 >= 2
    ended = last in '.!?"”'
    return not (ended and (indented or not _is_full(text, line_start, end, after, width - 3 * SLACK)))


def _sentences(text: str, paragraph: Span, number: int) -> Iterator[Sentence]:
    run = Run(text, paragraph.start, paragraph.end)
    count = len(run.texts)
    ends = [at + 1 for at in run.pauses if at + 1 < count and _ends(run, at)]
    first = 0
    for end in (*ends, count):
        last = end
        while last < count and _closes(run, last):
            last += 1
        while first < last:
            cut = min(last, first + LONGEST)
            yield run.sentence(first, cut, number)
            first = cut


def _ends(run: Run, at: int) -> bool:
    """Whether the sentence ends with this token, seen with what follows it."""
    mark = run.lows[at]
    count = len(run.texts)
    after = at + 1
    while after < count and _closes(run, after):
        after += 1
    if after >= count:
        return False
    while after < count - 1 and run.lows[after] in _OPENING:
        after += 1
    follower = run.texts[after]
    glued = run.starts[after] == run.end_of(at)
    head = follower[0]
    if mark in ("...", ".."):
        return head.isupper()
    if mark in (".", "!", "?"):
        if glued:
            before = run.texts[at - 1] if at else "."
            return mark == "." and head.isupper() and follower[1:2].islower() and before[-1].islower()
        return not head.islower() or run.lows[at + 1] == "--"
    if mark in ("a.m.", "p.m."):
        known = run.lows[after] in _AFTER_HOUR or follower == follower.upper()
        return not glued and head.isupper() and not known
    if mark[:-1] in SOMETIMES or mark.count(".") > 1:
        return not glued and head.isupper() and run.lows[after] in STARTERS
    return False


def _closes(run: Run, at: int) -> bool:
    """Whether a quote mark or bracket closes what stands before it rather than opens what follows."""
    if run.lows[at] not in _CLOSING:
        return False
    text = run.texts[at]
    if text in "\"'":
        before = run.starts[at] == run.end_of(at - 1)
        after = at + 1 < len(run.texts) and run.end_of(at) == run.starts[at + 1]
        return before or not after
    return text not in ("``", "“", "‘", "„", "`")
