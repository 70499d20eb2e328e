"""Bodies under two names: a full one, and the short form that the article gives it or that its initials make."""

from __future__ import annotations

import re

from monitor.figures.en.names import PARTICLES
from monitor.figures.en.offices import BODIES
from monitor.figures.en.pages import Pages
from monitor.figures.en.speakers import Reader
from monitor.figures.en.wordset import words
from monitor.model import Span

_INSIDE = words("of for and the - 's against on in to") | PARTICLES
_UNMARKED = words("of for and the - 's against on in to")
_LONGEST_NAME = 12
_MOST_LOOSE = 40  # short forms without a bracket; an article that has more is a list
_FIRST_WORD = re.compile(r"[\s-]")


class ShortForms:
    """The short forms of one article.

    `full_of`: short form in lower case to *Full Name (SHORT)*. `short_of`: full name in lower case to its short form.
    """

    def __init__(self, pages: Pages) -> None:
        self.full_of: dict[str, str] = {}
        self.short_of: dict[str, str] = {}
        self._by_first_word: dict[str, list[str]] = {}
        loose: dict[str, str] = {}
        for at, reader in enumerate(pages.readers):
            if not reader.capitals_tell:
                continue
            for place in reader.capital_places:
                text = reader.texts[place]
                if _names_body(reader, place):
                    first = reader.phrase_start(place - 2, 0)
                    if first is not None:
                        self._note(text, pages.text(at, pages.bare(at, Span(first, place - 1))))
                    continue
                if not (2 <= len(text) <= 8 and text.isalpha() and text.isupper()):
                    continue
                bracketed = reader.lows[place - 1 : place] == ["("] and reader.lows[place + 1 : place + 2] == [")"]
                name = _before_bracket(reader, place - 1, text) if bracketed else None
                if name is not None:
                    self._note(text, pages.text(at, name))
                elif len(text) > 2 and len(loose) < _MOST_LOOSE:
                    loose.setdefault(text.lower(), text)
        loose = {low: text for low, text in loose.items() if low not in self.full_of}
        if loose:
            self._match_initials(pages, loose)

    def canonical(self, text: str) -> str:
        """A body under its full name with its short form, where the article gives both."""
        low = text.lower()
        if low in self.full_of:
            return self.full_of[low]
        if low in self.short_of:
            return f"{text} ({self.short_of[low]})"
        if len(low) > 3 and low in self._by_first_word:
            return self.full_of[self.short_of[self._by_first_word[low][0]].lower()]
        return text

    def names_from(self, word: str) -> list[str]:
        """The full names in lower case that begin with a word."""
        return self._by_first_word.get(word, [])

    def short(self, name: str) -> str | None:
        """The short form of a body by its full name, with or without the short form behind it."""
        return self.short_of.get(name.lower().rsplit(" (", 1)[0])

    def _note(self, short: str, name: str) -> None:
        if len(name) > len(short) + 2:
            self.full_of.setdefault(short.lower(), f"{name} ({short})")
            if name.lower() not in self.short_of:
                self.short_of[name.lower()] = short
                self._by_first_word.setdefault(_FIRST_WORD.split(name.lower(), maxsplit=1)[0], []).append(name.lower())

    def _match_initials(self, pages: Pages, loose: dict[str, str]) -> None:
        """*National Relief Council* for an *NRC* that stands elsewhere."""
        firsts = {short[0] for short in loose}
        for at, reader in enumerate(pages.readers):
            if not reader.capitals_tell:
                continue
            for place in reader.capital_places:
                if reader.lows[place][0] not in firsts or (place and reader.capitals[place - 1]):
                    continue
                for short, text in loose.items():
                    stop = _spells(reader, place, short)
                    if stop is not None:
                        self._note(text, pages.text(at, Span(place, stop)))


def _names_body(reader: Reader, place: int) -> bool:
    """*the relief committee (Renac)*: a short form written as a name."""
    lows = reader.lows
    return (
        place > 2
        and lows[place - 1] == "("
        and lows[place + 1 : place + 2] == [")"]
        and lows[place - 2] in BODIES
        and reader.texts[place][1:].islower()
        and not reader.capitals[place - 2]
    )


def _before_bracket(reader: Reader, bracket: int, short: str) -> Span | None:
    """The name before *(SHORT)*: back to the first capital word that begins as the short form does."""
    best: int | None = None
    for at in range(bracket - 1, max(-1, bracket - _LONGEST_NAME), -1):
        if not reader.capitals[at] and reader.lows[at] not in _INSIDE:
            break
        if reader.capitals[at] and reader.texts[at][0] == short[0]:
            best = at
    return None if best is None else Span(best, bracket)


def _spells(reader: Reader, start: int, short: str) -> int | None:
    """Where the name ends whose initials, from here on, are the short form."""
    letter = 0
    parts = 0
    for at in range(start, min(len(reader.lows), start + _LONGEST_NAME)):
        low = reader.lows[at]
        if reader.capitals[at] and low != short:
            if letter >= len(short) or low[0] != short[letter]:
                return None
            letter += 1
            parts += 1
        elif len(low) == 1 and low in PARTICLES and letter < len(short) and low == short[letter]:
            letter += 1
        elif low not in _UNMARKED and low not in PARTICLES:
            return None
        if letter == len(short) and parts > 1:
            return at + 1
    return None
