"""What lines of page furniture look like, each line by itself. English; the words stand in `lexicon/`.

Each test is made on a whole line, without the spaces around it. None may hold for a sentence of running text: a line of
a menu that stays is a smaller loss than a sentence that goes.
"""

from __future__ import annotations

import re
from enum import Enum

from monitor.fetch import dates, phrasebook


class Heading(Enum):
    """What a heading of page furniture opens."""

    LINKS = "links"  # headlines and teasers of other articles
    CITATIONS = "citations"  # an encyclopedia's references
    TAIL = "tail"  # readers' comments, the foot of the page: nothing of the article follows


LONGEST = 45
"""Words of the longest line that is furniture by itself: the prose of consent notices."""

HEADING_WORDS = 8
PROMPT_WORDS = 40

_I = re.IGNORECASE
_MENU_WORDS, _MENU_GLUE = phrasebook.menu_words()
_MENU_SPLIT = re.compile(r"[\s|•·/>»›,:+\-–—]+")
_CRUMBS = (">", "»", "›", "|", "•", "·", " / ", "→")
_LINES = phrasebook.section("lines.txt")
_PROMPT_BEGINS = re.compile(rf"[\W_]*(?:{phrasebook.section('prompts.txt', 'begins').pattern})\b", _I)
_PROMPT_CUE = re.compile(rf"\b(?:{phrasebook.section('prompts.txt', 'speaks of').pattern})\b", _I)
_HEADINGS = tuple(
    (kind, re.compile(rf"(?:{phrasebook.section('headings.txt', kind.value).pattern})\W*", _I)) for kind in Heading
)

_AGENCY = (
    r"(?:AP|A\.P\.|AFP|EPA|EPA-EFE|EFE|Reuters|REUTERS|Getty(?: Images)?|Xinhua|ANI|PTI|TASS|Anadolu(?: Agency)?|AA|"
    r"Shutterstock|iStock|Alamy|Bloomberg|WireImage|IRNA|SANA|WAFA|ANSA|DPA|dpa|PA(?: Media| Wire)?|Press Association|"
    r"UPI|NurPhoto|(?:The )?Associated Press(?: Photo)?|AP Photo|AFP Photo|AFP PHOTO|Handout|handout)"
)
_CREDIT_LINE = re.compile(
    r"(?:(?:file |stock |handout |undated |aerial )?(?:photo(?:graph)?s?|images?|pictures?|pic|illustration|graphic|map|"
    r"footage|credits?|courtesy|caption|screengrab|screenshot))"
    r"(?:\s?(?:credits?|source|caption|copyright|courtesy|illustration|provided|supplied|by|of|via|file))*"
    r"\s?(?:[:/|,–—]|\bby\b|\bvia\b|\s-\s).{0,300}",
    _I,
)
_CREDIT_ONLY = re.compile(rf"(?:\W*(?:{_AGENCY}|via|/|file|photo|pool|stringer|[A-Z][\w.'’-]+){{1,7}}\W*)")
_HAS_AGENCY = re.compile(rf"(?:^|[\s/(|,]){_AGENCY}(?=$|[\s/)|,.])")
_PHOTO_END = (
    re.compile(
        rf"[\[(](?:[^()\[\]]{{0,80}}[\s/,:])?(?:{_AGENCY}/[\w.'’ ]{{2,40}}|(?:AP|AFP) (?:Photo|PHOTO)|Getty(?: Images)?|"
        rf"[Ff]ile(?: [Pp]hoto)?|Photos?|Photograph|Picture|Image|Credit|Courtesy|Supplied|Pool)\b[^()\[\]]{{0,60}}[\])]\.?$"
    ),
    re.compile(
        r"[\[(](?:photos?|photograph|picture|image|file|credit|courtesy|source|screenshot|screengrab|supplied|handout)"
        r"\b[^()\[\]]{0,90}[\])]\.?$",
        _I,
    ),
    re.compile(
        r"(?<=[.!?\"”’]) (?:photo(?:graph)?|picture|image|credit|illustration|courtesy)\s?(?:by|:|credit|courtesy).{2,60}$",
        _I,
    ),
    re.compile(r"(?<=[.!?\"”’]) (?:AP Photo|AFP PHOTO|AFP Photo|Getty Images)\b.{0,50}$"),
)
_NAME_WORD = r"(?:[A-Z][\w.'’&-]*|of|the|for|and|in|de|al|via|/)"
_AGENCY_END = (
    re.compile(rf"[\[(](?:[^()\[\]]{{0,60}}[\s/,:])?{_AGENCY}(?:[\s/,][^()\[\]]{{0,40}})?[\])]\.?$"),
    re.compile(rf"(?:(?<=[.!?\"”’]\s)|[/|]\s?|\bvia\s|[–—]\s){_AGENCY}(?:\s?[/|,]\s?[\w.'’ ]{{2,40}})?\.?$"),
    re.compile(rf"(?<=[.!?,\"”’]) [\[(](?:[A-Z]{{2,8}}|[A-Z][\w.'’&-]*(?:[ /]{_NAME_WORD}){{1,9}})\s?[\])]$"),
)
_TOLD = re.compile(
    r"\b(?:said|says|told|according to|added|announced|confirmed|stated|denied|claimed|warned|reported(?! by)|reports)\b",
    _I,
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
    r"uploaded|edited|update|posting|publication|released|date)|on|at|of|time|local time|gmt|utc|am|pm|a\.?\s?m|p\.?\s?m|"
    r"hrs?|hours?|est|edt|cst|cdt|mst|mdt|pst|pdt|et|pt|ct|bst|cet|cest|ist|jst|kst|aest|aedt|eat|wat|sast|hkt|the|by|"
    r"ago|st|nd|rd|th|from|first|last|and)\b",
    _I,
)
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
    return is_prompt(line, words) or is_stamp(line, words) or is_credit(line, words)


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
    if words > 22 or len(line) > 200 or not any(letter.isdigit() for letter in line):
        return False
    found = dates.day_in(line)
    if found is None:
        return False
    rest = _STAMP_WORDS.sub(" ", line[: found.start] + " " + line[found.end :])
    left = _NOT_LETTERS.sub(" ", _MONTH.sub(" ", rest)).split()
    return len(left) <= 1


def has_weekday(line: str) -> bool:
    """Whether the line names a day of the week."""
    return _HAS_WEEKDAY.search(line) is not None


def is_credit(line: str, words: int) -> bool:
    """Whether the line is a picture's credit, or a caption that says so at its start."""
    if words <= 60 and _CREDIT_LINE.fullmatch(line) and not (words > 25 and _TOLD.search(line)):
        return True
    return words <= 7 and _HAS_AGENCY.search(line) is not None and _CREDIT_ONLY.fullmatch(line) is not None


def is_photo_caption(line: str, words: int) -> bool:
    """Whether the line is a caption that names its picture's credit as one, at its end."""
    return words <= 60 and any(end.search(line) for end in _PHOTO_END)


def is_agency_caption(line: str, words: int) -> bool:
    """Whether the line reads like a caption with an agency or owner at its end: nobody speaks in it.

    The last line of an agency's text ends so too: only on a page, and before that, is it a caption.
    """
    return words <= 60 and any(end.search(line) for end in _AGENCY_END) and _TOLD.search(line) is None


def heading(line: str, words: int) -> Heading | None:
    """What the line opens, where it is a heading of page furniture."""
    if words > HEADING_WORDS:
        return None
    return next((kind for kind, pattern in _HEADINGS if pattern.fullmatch(line)), None)


def _is_byline(line: str) -> bool:
    if line.endswith((".", "!", "?", ":")) or _BYLINE_VERB.search(line):
        return False
    return _BYLINE.fullmatch(line) is not None or _ROLE.fullmatch(line) is not None
