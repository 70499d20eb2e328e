"""The agency that an article credits, read from its credit line, its outlet and its text.

Places are tried in order of how surely they name the origin: what the feed says of the author, an outlet that is an
agency or calls itself a reprint of one, the dateline, the byline, the sign-off, a credit in words, and last the agency
that a source of the story spoke to (*told The Associated Press*). A photographer's credit is none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import Match, Pattern

from monitor.dedup.agencies import AGENCIES, UNNAMED
from monitor.model import Article

_OPENING_LINES = 8  # a dateline stands in the lead, below a headline, a byline and a caption at most
_CLOSING_LINES = 3
_SHORT_LINE = 120  # letters; a longer line is prose


def agency(article: Article) -> str | None:
    """The name of the agency that an article's text comes from, None where it credits none.

    `agencies` where it says only that agencies had a part in it.
    """
    if not _may_credit(f"{article.text} {article.credit} {article.outlet}"):
        return None
    lines = [article.text[span.start : span.end].strip() for span in article.body]
    lines = [line if _may_credit(line) else "" for line in lines]
    beside = [line for line in _beside(article) if _may_credit(line)]
    opening, closing = lines[:_OPENING_LINES], lines[-_CLOSING_LINES:]
    return (
        _search(_NAMED, [article.credit or ""])
        or _search(_NAMED, [article.outlet or ""])
        or _search(_DATELINE, opening)
        or _search(_BYLINE, [line for line in opening + closing + beside if len(line) <= _SHORT_LINE])
        or _search(_SIGN_OFF, closing)
        or _search(_IN_WORDS, opening + closing + beside)
        or _spoken_to(lines)
        or (UNNAMED if any(map(_INPUTS.search, [article.credit or "", *opening, *closing, *beside])) else None)
    )


def _may_credit(text: str) -> bool:
    """Whether a text holds an agency's name at all: most lines do not, and are soon passed over."""
    low = text.casefold()
    return any(name in low for name in _MARKS) or _CODED.search(text) is not None


def _beside(article: Article) -> list[str]:
    """Short lines that are not of the body: credits often stand in what was taken for page furniture."""
    kept = {(span.start, span.end) for span in article.body}
    found, start = [], 0
    for line in article.text.splitlines(keepends=True):
        end = start + len(line)
        if len(line) <= _SHORT_LINE and line.strip() and not any(a < end and start < b for a, b in kept):
            found.append(line.strip())
        start = end
    return found


def _search(pattern: Pattern[str], lines: Iterable[str]) -> str | None:
    found = next((hit for line in lines if (hit := pattern.search(line))), None)
    return _name(found) if found else None


def _spoken_to(lines: Iterable[str]) -> str | None:
    """The one agency that sources spoke to. Where several did the asking, the text is put together from theirs."""
    found = {_name(hit) for line in lines for hit in _SPOKEN_TO.finditer(line)}
    return found.pop() if len(found) == 1 else None


def _name(found: Match[str]) -> str:
    return _BY_SPELLING[next(spelling for spelling in found.groups() if spelling).casefold()]


def _any_of(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


_MARKS = (*sorted({name.casefold() for agency in AGENCIES for name in agency.spellings}), "agenc", "syndicat")
_BY_SPELLING = {name.casefold(): agency.name for agency in AGENCIES for name in agency.spellings + agency.codes}
_SPELLING = rf"((?i:{_any_of(name for agency in AGENCIES for name in agency.spellings)}))(?!\w)"
_CODE = rf"({_any_of(name for agency in AGENCIES for name in agency.codes)})(?!\w)"
_AGENCY = f"(?:{_SPELLING}|{_CODE})"

_CODED = re.compile(rf"\b{_CODE}")

_NAMED = re.compile(rf"(?<![\w-]){_AGENCY}")

_DATELINE = re.compile(
    rf"""^[^.!?]{{0,80}}? \( {_AGENCY} (?:\s*[/,][^)]{{0,20}})? \) \s* (?:[-–—_:.]|$)
      | ^ (?: (?:[A-Z][\w.'’-]*|\d+|and|of) [,:]? \s | [(\[] [A-Z][\w\s]{{1,30}} [)\]] ,? \s ){{1,8}}
          \( {_AGENCY} (?:\s*[/,][^)]{{0,20}})? \) \s* \S
      | ^[^!?]{{0,60}}? / {_AGENCY} / """,
    re.VERBOSE,
)
"""`(Reuters) -`, `KABUL, Nov. 3 (AP) --`, `New Delhi, Nov 3 (PTI) A bridge`, `PARIS (AFP/dpa) –`, `MOSCOW. /TASS/.`"""

_PICTURE = r"(?!['’]?s?\s+(?i:photo|picture|image|video|file|graphic|via))"
_NO_PICTURE = r"(?!(?i:photo|picture|image|video|file|graphic)s?\b)"
_BYLINE = re.compile(
    rf"""^ (?: (?i:by|text|source|from|published\ by) \b .{{0,80}}? (?<!\w) {_AGENCY} {_PICTURE} [^.]{{0,40}}
        | {_NO_PICTURE} [A-Z][\w.'’-]* (?:\ (?:and\ )?[A-Z][\w.'’-]*){{0,7}} \ ?[|/,–—-] \s* {_AGENCY}
        | [(\[]? {_AGENCY} (?:\s*[|/,–—-] .{{0,40}})? [)\]]?
      ) $""",
    re.VERBOSE,
)
"""`By Jo Roe, Associated Press`; `Jo Roe and Bo Doe | AFP`; `Source: Reuters`; the name on a line of its own."""

_SIGN_OFF = re.compile(rf"""(?:^|[.!?:;"'”’)]\s+)[-–—(\[\s]*{_AGENCY}(?:/[\w/-]{{1,12}})?[)\].\s]*$""")
"""The last words of the text: `... he said. REUTER`, `– AFP`, `(AP)`."""

_IN_WORDS = re.compile(
    rf"""(?i: (?:\b|(?=[©(])) (?: (?:with|additional) \s (?:\w+\s){{0,2}}?
              (?:inputs?|material|reporting|files?|contributions?) \s (?:from|by)
            | (?<!portions\ are\ ) (?<!portions\ ) (?:copyright|©|\(c\)) (?:\s [\d\s,–-]{{4,12}})? (?:\s by)?
            | reprint(?:ed)? \s (?:of|from|with\ permission\ (?:of|from))
            | our\ standards: | syndicated\ feed \s* (?:from|[-–—:])
            | this \s (?:article|story|report|text|content) \b .{{0,60}} \s (?:by|from)
          ) \s+ (?:the\s)? ) {_AGENCY}
      | {_AGENCY} (?i: \s (?:writers?|reporters?|correspondents?|journalists?) \b .{{0,120}} \b
          (?:contributed|reported) )
      | {_AGENCY} (?i: \s (?:also\s|has\s)? contributed \s to\ this )
    """,
    re.VERBOSE,
)

_SPOKEN_TO = re.compile(
    rf"""(?i: \b (?: told | tells | telling | spoke\ (?:to|with) | speaking\ (?:to|with) | interview(?:ed)?\ (?:with|by)
            | (?:e-?mail|message|statement|letter|note|texts?|comments?|call) (?:\s\w+){{0,2}} \s (?:to|with)
          ) \s (?:the\s)? ) {_AGENCY}""",
    re.VERBOSE,
)
"""*told Reuters*, *in an email message to The Associated Press*."""

_INPUTS = re.compile(
    r"""\bwith\s(?:\w+\s)?(?:agenc(?:y|ies)['’]?\s(?:inputs?|reports?|material)
        |(?:inputs?|reports?|material)\sfrom\s(?:\w+\s)?agencies)
      | \bsyndicated\sfeed
      | \bagencies\s(?:also\s|have\s)?contributed
      | ^[-–—(\[\s]*(?:by\s)?(?:news\s)?agencies[)\]\s.]*(?:$|[|/])
      | (?:[.”"]\s*|\s)[-–—(]\s*agencies[)\].\s]*$""",
    re.IGNORECASE | re.VERBOSE,
)
