"""Captions of pictures and their credits, as agencies and pages write them."""

from __future__ import annotations

import re

LONGEST = 60
"""Words of the longest caption: two sentences."""

_I = re.IGNORECASE
_AGENCY = (
    r"(?:AP|A\.P\.|AFP|EPA|EPA-EFE|EFE|Reuters|REUTERS|Getty(?: Images)?|Xinhua|ANI|PTI|TASS|Anadolu(?: Agency)?|AA|"
    r"Shutterstock|iStock|Alamy|Bloomberg|WireImage|IRNA|SANA|WAFA|ANSA|DPA|dpa|PA(?: Media| Wire)?|Press Association|"
    r"UPI|NurPhoto|(?:The )?Associated Press(?: Photo)?|AP Photo|AFP Photo|AFP PHOTO|Handout|handout)"
)
_CREDIT_LINE = re.compile(
    r"(?:(?:file |stock |handout |undated |aerial )?(?:photo(?:graph)?s?|images?|pictures?|pic|illustration|graphic|"
    r"map|footage|credits?|courtesy|caption|screengrab|screenshot))"
    r"(?:\s?(?:credits?|source|caption|copyright|courtesy|illustration|provided|supplied|by|of|via|file))*"
    r"\s?(?:[:/|,–—]|\bby\b|\bvia\b|\s-\s).{0,300}",
    _I,
)
_CREDIT_ONLY = re.compile(rf"(?:\W*(?:{_AGENCY}|via|/|file|photo|pool|stringer|[A-Z][\w.'’-]+){{1,7}}\W*)")
_HAS_AGENCY = re.compile(rf"(?:^|[\s/(|,]){_AGENCY}(?=$|[\s/)|,.])")
_PHOTO_END = (
    re.compile(
        rf"[\[(](?:[^()\[\]]{{0,80}}[\s/,:])?(?:{_AGENCY}/[\w.'’ ]{{2,40}}|(?:AP|AFP) (?:Photo|PHOTO)|"
        rf"Getty(?: Images)?|[Ff]ile(?: [Pp]hoto)?|Photos?|Photograph|Picture|Image|Credit|Courtesy|Supplied|Pool)\b"
        rf"[^()\[\]]{{0,60}}[\])]\.?$"
    ),
    re.compile(
        r"[\[(](?:photos?|photograph|picture|image|file|credit|courtesy|source|screenshot|screengrab|supplied|handout)"
        r"\b[^()\[\]]{0,90}[\])]\.?$",
        _I,
    ),
    re.compile(
        r"(?<=[.!?\"”’]) (?:photo(?:graph)?|picture|image|credit|illustration|courtesy)\s?"
        r"(?:by|:|credit|courtesy).{2,60}$",
        _I,
    ),
    re.compile(r"(?:(?<=[.!?\"”’]) |\s)(?:PHOTO ?[|:/].{0,40}|©\s?\D{2,50})$"),
    re.compile(r"(?<=[.!?\"”’]) (?:AP Photo|AFP PHOTO|AFP Photo|Getty Images)\b.{0,50}$"),
)
_NAME_WORD = r"(?:[A-Z][\w.'’&-]*|of|the|for|and|in|de|al|via|/)"
_AGENCY_END = (
    re.compile(rf"[\[(](?:[^()\[\]]{{0,60}}[\s/,:])?{_AGENCY}(?:[\s/,][^()\[\]]{{0,40}})?[\])]\.?$"),
    re.compile(rf"(?:(?<=[.!?\"”’]\s)|[/|]\s?|\bvia\s|[–—]\s){_AGENCY}(?:\s?[/|,]\s?[\w.'’ ]{{2,40}})?\.?$"),
    re.compile(rf"(?<=[.!?,\"”’]) [\[(](?:[A-Z]{{2,8}}|[A-Z][\w.'’&-]+(?:[ /]{_NAME_WORD}){{0,9}})\s?[\])]$"),
)
_TOLD = re.compile(
    r"\b(?:said|says|told|according to|added|announced|confirmed|stated|denied|claimed|warned|"
    r"reported(?! by)|reports)\b",
    _I,
)


def is_credit(line: str, words: int) -> bool:
    """Whether the line is a picture's credit, or a caption that says so at its start."""
    if words <= LONGEST and _CREDIT_LINE.fullmatch(line) and not (words > 25 and _TOLD.search(line)):
        return True
    return words <= 7 and _HAS_AGENCY.search(line) is not None and _CREDIT_ONLY.fullmatch(line) is not None


def is_photo_caption(line: str, words: int) -> bool:
    """Whether the line is a caption that names its picture's credit as one, at its end."""
    return words <= LONGEST and any(end.search(line) for end in _PHOTO_END)


def is_agency_caption(line: str, words: int) -> bool:
    """Whether the line reads like a caption with an agency or owner at its end: nobody speaks in it.

    The last line of an agency's text ends so too: only on a page, and before that, is it a caption.
    """
    return words <= LONGEST and any(end.search(line) for end in _AGENCY_END) and _TOLD.search(line) is None
