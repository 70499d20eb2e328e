"""What lines of page furniture look like, each line by itself. English; the words stand in `lexicon/`.

Each test is made on a whole line, without the spaces around it. None may hold for a sentence of running text: a line of
a menu that stays is a smaller loss than a sentence that goes.
"""

from __future__ import annotations

import re
from enum import Enum

from monitor.fetch.text import captions, dates, phrasebook


class Heading(Enum):
    """What a heading of page furniture opens."""

    LINKS = "links"  # headlines and teasers of other articles
    CITATIONS = "citations"  # an encyclopedia's references
    COMMENTS = "comments"  # what readers say: nothing of the article follows


LONGEST = 45
"""Words of the longest line that is furniture by itself: the prose of consent notices."""

HEADING_WORDS = 24
PROMPT_WORDS = 40

_I = re.IGNORECASE
_MENU_WORDS = phrasebook.words("menus.txt", "names")
_MENU_GLUE = phrasebook.words("menus.txt", "between")
_DIGIT = re.compile(r"\d")
_MENU_SPLIT = re.compile(r"[\s|•·/>»›,:+\-–—]+")
_CRUMBS = (">", "»", "›", "|", "•", "·", " / ", "→")
_LINES = phrasebook.section("lines.txt")
_PROMPT_BEGINS = re.compile(rf"[\W_]*(?:{phrasebook.section('prompts.txt', 'begins').pattern})\b", _I)
_PROMPT_CUE = re.compile(rf"\b(?:{phrasebook.section('prompts.txt', 'speaks of').pattern})\b", _I)
_HEADINGS = tuple(
    (kind, re.compile(rf"(?:{phrasebook.section('headings.txt', kind.value).pattern})\W*", _I)) for kind in Heading
)

_BYLINE = re.compile(
    r"(?:[Bb]y|BY|[Ff]rom|FROM|From our|Story by|Words by)\s+(?:the\s+)?(?:\w+\s)?[A-Z][\w.'’-]+"
    r"(?:[\s,|/&•·-]+(?:and\s+|in\s+|for\s+|at\s+|of\s+|the\s+)*(?:[A-Z@][\w.'’@-]*|[a-z]{2,12}|\d[\d:.,]*)){0,14}"
)
_BYLINE_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|said|to)\b")
_ROLE = re.compile(
    r"(?:[A-Z][\w.'’-]+[\s,|•·-]+){1,4}(?:(?:senior|chief|special|staff|foreign|crime|political|defen[cs]e|world|news|"
    r"business|science|sports?|health|national|security|diplomatic|home affairs|digital|deputy|middle east|africa|asia|"
    r"europe|white house|us|uk|environment|legal|education|city|court)\s+)*"
    r"(?:correspondent|reporter|editor|writer|staff|journalist|columnist|analyst|bureau chief|bureau|contributor)"
    r"(?:,?\s+(?:in\s+)?[\w.'’ ]{2,40})?",
    _I,
)
_NAME = r"(?:[A-Z@][\w.'’@-]*|&|in|and|for|at|of|the|de|al)"
_NAMES = re.compile(rf"{_NAME}(?:[\s,|/•·-]+{_NAME})*")
_AUTHOR = re.compile(
    r"(?:[A-Z][\w.'’-]+ ){1,4}(?:covers|writes (?:about|on|for)|reports (?:on|for|from)|is (?:an? |the )?"
    r"(?:[\w-]+ ){0,4}(?:correspondent|reporter|editor|writer|journalist|columnist|author|fellow|contributor|"
    r"freelance\w*))\b"
)
_WEATHER = re.compile(
    r"(?:weather\W*)?(?:[A-Z][\w.'’ ]{1,30},?\s+)?[-−+]?\d{1,3}(?:[.,]\d)?\s?"
    r"(?:°\s?[CFcf]?|º\s?[CFcf]?|[CF]\b|degrees(?: celsius| fahrenheit)?)"
    r"(?:\s*[/|,-]?\s*(?:[-−]?\d{1,3}(?:[.,]\d)?\s?(?:°\s?)?[CF]?°?|mostly|partly|cloudy|sunny|clear|rain|snow|overcast|"
    r"fog|haze|showers?|light|heavy|sky|high|low|[A-Z][\w.'’ ]{1,30})){0,4}"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_HAS_WEEKDAY = re.compile(rf"\b{_WEEKDAY}\b", _I)
_STAMP_WORDS = re.compile(
    rf"\b(?:{_WEEKDAY}|(?:first |originally |last |date )?(?:published|posted|updated|modified|created|filed|issued|"
    r"uploaded|edited|update|posting|publication|released|date)|on|at|of|time|local time|gmt|utc|am|pm|"
    r"a\.?\s?m|p\.?\s?m|hrs?|hours?|est|edt|cst|cdt|mst|mdt|pst|pdt|et|pt|ct|bst|cet|cest|ist|jst|kst|aest|aedt|eat|wat|sast|hkt|the|by|"
    r"ago|st|nd|rd|th|from|first|last|and)\b",
    _I,
)
_CLOCK_ALONE = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,5}\)?)?", _I)
_LABEL_FIRST = re.compile(r"(?:first |last |originally )?(?:published|posted|updated)\b", _I)
_NOT_LETTERS = re.compile(r"[\d\W_]+")
_MONTH = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b",
    _I,
)


def is_furniture(line: str, words: int) -> bool:
    """Whether the line is page furniture whatever stands around it. `words` is how many words it has."""
    if words > LONGEST:
        return len(line) < 1000 and _LINES.fullmatch(line) is not None
    if words <= 16 and is_menu(line):
        return True
    if _LINES.fullmatch(line) is not None:
        return True
    if words <= 8 and is_weather(line):
        return True
    if words <= 18 and _is_byline(line):
        return True
    return is_prompt(line, words) or is_stamp(line, words) or captions.is_credit(line, words)


def is_menu(line: str) -> bool:
    """Whether the line holds nothing but the names of sections and buttons, or is a breadcrumb."""
    parts = [bare for part in _MENU_SPLIT.split(line.lower()) if (bare := part.strip("().'’\"*"))]
    if parts and all(part in _MENU_WORDS or part in _MENU_GLUE for part in parts):
        return any(part in _MENU_WORDS for part in parts) and not line.endswith((".", "?"))
    for mark in _CRUMBS:
        if line.count(mark) >= 2 and not line.endswith("."):
            crumbs = [crumb.strip() for crumb in line.split(mark)]
            if all(len(crumb.split()) <= 4 for crumb in crumbs):
                return True
    return False


def is_weather(line: str) -> bool:
    """Whether the line gives the weather of a page's head."""
    return len(line) <= 60 and _WEATHER.fullmatch(line) is not None


def is_prompt(line: str, words: int) -> bool:
    """Whether the line asks the reader for something: to subscribe, to follow, to write."""
    return words <= PROMPT_WORDS and _PROMPT_BEGINS.match(line) is not None and _PROMPT_CUE.search(line) is not None


def is_stamp(line: str, words: int) -> bool:
    """Whether the line is a date, with or without *Updated*, a time and a place, and nothing else."""
    if words > 22 or len(line) > 200 or _DIGIT.search(line) is None:
        return False
    if _CLOCK_ALONE.fullmatch(line):
        return True
    found = dates.day_in(line)
    if found is None:
        return False
    if _LABEL_FIRST.match(line) and not line.endswith((".", ":")):
        return True
    rest = _STAMP_WORDS.sub(" ", line[: found.start] + " " + line[found.end :])
    left = _NOT_LETTERS.sub(" ", _MONTH.sub(" ", rest)).split()
    return len(left) <= (2 if "|" in line else 1)


def has_weekday(line: str) -> bool:
    """Whether the line names a day of the week."""
    return _HAS_WEEKDAY.search(line) is not None


def is_name(line: str) -> bool:
    """Whether the line holds names alone: *Petra Sand in Ostrava*, *Daily Wire Service*."""
    return _NAMES.fullmatch(line) is not None


def is_author_note(line: str, words: int) -> bool:
    """Whether the line tells of its author, as the last lines of a page do. Others may read so: ask it of the last."""
    return words <= 60 and _AUTHOR.match(line) is not None


def heading(line: str, words: int) -> Heading | None:
    """What the line opens, where it is a heading of page furniture."""
    if words > HEADING_WORDS:
        return None
    return next((kind for kind, pattern in _HEADINGS if pattern.fullmatch(line)), None)


def _is_byline(line: str) -> bool:
    if line.endswith((".", "!", "?", ":")) or _BYLINE_VERB.search(line):
        return False
    return _BYLINE.fullmatch(line) is not None or _ROLE.fullmatch(line) is not None
