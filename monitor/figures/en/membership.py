"""Which body belongs to which: *X, a coalition that includes Y*, *X, the political wing of Y*: X speaks for Y."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.figures.en.offices import DETERMINERS
from monitor.figures.en.pages import Pages
from monitor.figures.en.shortforms import ShortForms
from monitor.figures.en.speakers import Reader
from monitor.figures.en.wordset import words
from monitor.model import Span

_COALITIONS = words("coalition umbrella alliance")
_WINGS = words("wing arm branch affiliate offshoot")
_INCLUDES = words("includes include including comprises comprising")
_TELLS = _COALITIONS | _WINGS
_MOST = 40  # an article that tells of more is a list
_MINOR = words("of the for and")


def parents(pages: Pages, short_forms: ShortForms) -> dict[str, str]:
    """Bodies that belong to another, by name, short form and initials in lower case: the other's short form or name."""
    found: dict[str, str] = {}
    for at, reader in enumerate(pages.readers):
        if _TELLS.isdisjoint(pages.vocabulary[at]):
            continue
        for place, low in enumerate(reader.lows):
            if low not in _TELLS or len(found) > _MOST:
                continue
            child, parent = _child(reader, place), _parent(reader, place)
            if child is None or parent is None:
                continue
            name = pages.text(at, parent)
            whole = pages.text(at, child).lower()
            side = short_forms.short(name) or name
            initials = "".join(word[0] for word in whole.split() if word not in _MINOR)
            for key in (whole, short_forms.short_of.get(whole, initials).lower()):
                if len(key) > 2:
                    found.setdefault(key, side)
    return found


def _child(reader: Reader, at: int) -> Span | None:
    """The name before the comma, a few words to the left."""
    lows = reader.lows
    comma = next((k for k in range(at - 1, max(0, at - 6), -1) if lows[k] == ","), None)
    if comma is None:
        return None
    if comma > 3 and lows[comma - 1] == ")" and lows[comma - 3] == "(":
        comma -= 3
    start = comma
    while start > 0 and (reader.capitals[start - 1] or _inside_name(reader, lows, start - 1)):
        start -= 1
    return Span(start, comma) if start < comma else None


def _inside_name(reader: Reader, lows: Sequence[str], at: int) -> bool:
    return lows[at] in ("of", "for", "-", "and") and at > 0 and reader.capitals[at - 1]


def _parent(reader: Reader, at: int) -> Span | None:
    """The name after *that includes* or *of*."""
    lows = reader.lows
    if lows[at] in _COALITIONS:
        verb = next((k for k in range(at + 1, min(at + 8, len(lows))) if lows[k] in _INCLUDES), None)
    else:
        verb = at + 1 if lows[at + 1 : at + 2] == ["of"] else None
    if verb is None:
        return None
    start = verb + 1
    while start < len(lows) and lows[start] in DETERMINERS:
        start += 1
    stop = start
    while stop < len(lows) and (reader.capitals[stop] or (lows[stop] == "-" and stop > start)):
        stop += 1
    return Span(start, stop) if stop > start else None
