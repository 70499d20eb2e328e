"""What an article tells of beside one event: many events at once, or another event that belongs to one told before.

A round-up or a live blog says a little of everything and stands alone. An aftershock, an attack in revenge, an
anniversary have the words and names of what came before, and are events of their own: the headline or the first
sentence says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_MANY_TITLE = re.compile(
    r"""
    \blive[ ]?(?:blog|updates?|ticker|coverage)\b | \bas[ ]it[ ]happened\b | ^live\s*[:|] | \bminute[ ]by[ ]minute\b
    | \bround-?up\b | \b(?:news|world|state|local|crime|police|sports)[ ](?:briefs?|digest|in[ ]brief)\b
    | ^(?:in[ ]brief|briefs|briefly)\b | \b(?:top|main)[ ](?:stories|headlines)\b
    | \b(?:week|day|month|year)[ ]in[ ]review\b
    | \b(?:morning|evening|daily|weekly)[ ](?:briefing|bulletin|digest|wrap)\b | \bpolice[ ](?:blotter|log)\b
    | \bnews[ ]at[ ]a[ ]glance\b | \bthis[ ](?:week|day)[ ]in[ ]history\b | \bheadlines[ ](?:of|for)[ ]the[ ]day\b
    | \b(?:five|six|seven|eight|nine|ten|5|6|7|8|9|10)[ ](?:things|stories)[ ](?:to|you)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_STAMPED = re.compile(
    r"^\W{0,3}(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s?(?:gmt|bst|utc|cet|est|et))?\b(?!,? on )",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^[A-Z][A-Z .,'-]{2,40}(?:\([A-Za-z ]{2,20}\)|, [A-Z][a-z]+\.? \d{1,2})?\s*(?:--|[-–—:])\s+\S")
_STAMPS = 4
_DATELINES = 3

_BELONGS = re.compile(
    r"""
    \baftershock\b(?!.{0,40}\b(?:fear|warn|possib|could|may|might))
    | \baftershocks[ ](?:hit|hits|jolt|kill|killed|rattle|rattled|rock|rocked|shake|shook|strike|struck|topple)\b
    | \banniversar(?:y|ies)\b | \bcommemorat
    | \b(?:in|as)[ ](?:an?[ ])?(?:apparent[ ]|suspected[ ])?(?:act[ ]of[ ])?(?:revenge|retaliation|reprisals?)\b
    | \b(?:revenge|retaliatory|reprisal|copycat)[ ](?:\w+[ ])?(?:attack|killing|strike|shooting|bombing|raid|murder)s?\b
    | \bretaliat(?:es|ed|ing)\b | \b(?:avenges|avenged|to[ ]avenge)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_YEARS_LATER = re.compile(
    r"^(?:\w+ )?(?:years?|decades?) (?:after|on|since)\b|\b(?:years?|decades?) on\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=[a-z\d)\"”][.!?])\s")
_LONGEST_OPENING = 400  # letters


def tells_of_many(title: str | None, lines: Sequence[str]) -> bool:
    """Whether an article is a round-up of events, or a live blog: by its headline, or by how its lines begin."""
    if title and _MANY_TITLE.search(title):
        return True
    stamped = sum(bool(_STAMPED.match(line)) for line in lines)
    datelines = sum(bool(_DATELINE.match(line)) for line in lines)
    return stamped >= _STAMPS or datelines >= _DATELINES


def belongs_to_another(title: str | None, lines: Sequence[str]) -> bool:
    """Whether headline or first sentence tell of an event that another one brought about, or call one to mind."""
    body = next(
        (line for line in lines if line != title and len(line.split()) > len((title or "").split()) // 2 + 4), ""
    )
    opening = _SENTENCE_END.split(body, maxsplit=1)[0][:_LONGEST_OPENING]
    headline = title or ""
    return bool(_YEARS_LATER.search(headline) or _BELONGS.search(headline) or _BELONGS.search(opening))
