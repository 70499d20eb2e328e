"""Whom a speaker stands for: the body, or the authorities of a country or place, that his office names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from monitor.figures.en.countries import NATION_WORDS, nation
from monitor.figures.en.membership import parents
from monitor.figures.en.offices import (
    BODIES,
    CALENDAR,
    DETERMINERS,
    MODIFIERS,
    OFFICES,
    OTHER_BODIES,
    PRIVATE,
    TITLES,
)
from monitor.figures.en.pages import Pages
from monitor.figures.en.shortforms import ShortForms
from monitor.figures.en.wordset import words
from monitor.figures.once import once
from monitor.model import Span

UNPLACED = "authorities"
"""The side of an official of whom the article does not say whose."""

_STATE = words(
    """
    police policeman policemen policewoman officer officers official officials authority authorities government
    governments constabulary sheriff sheriffs deputy deputies gendarmerie gendarmes detective detectives investigator
    investigators trooper troopers constable constables superintendent inspector inspectors interior home president
    presidents premier chancellor minister ministers ministry ministries regime cabinet presidency secretary captain
    lieutenant sergeant sgt sgt. lt lt. capt capt. det det. insp insp. supt supt. cops
    """
)
"""Those who are one voice: the police, officials and authorities of a country or place."""

_RANKS = words("commander commanders general colonel admiral major brigadier")
_VOICES_OF_THEIR_OWN = _RANKS | words(
    """
    fire coroner coroners examiner prosecutor prosecutors prosecution attorney da judge magistrate court courts governor
    mayor army military navy coast coastguard border ambulance hospital hospitals clinic medical health rescue disaster
    defense defence justice finance transport education agriculture labour labor emergency firefighters consul
    ambassador embassy
    """
)
"""Authorities that count by themselves and may differ from the police."""

_OWN = (OTHER_BODIES | words("agency school university church company party union")) - words("authority council watch")
_PARTISAN = words(
    """
    opposition rebel rebels dissident dissidents exile exiled former ex militant militants insurgent insurgents
    separatist
    """
)
_LOCAL = words(
    """
    authorities police sheriff sheriff's county city official officials state district town village constable
    detectives detective
    constabulary municipal prefecture deputy deputies
    """
)
_STATE_NAMES = words("police ministry department government army prosecution prosecutor court")
_NO_NAME = DETERMINERS | CALENDAR
_PLAIN_ROLES = OFFICES | TITLES | MODIFIERS
_ROLES = _PLAIN_ROLES | BODIES
_PARTS_OF_PLACES = words("county city parish")
_KINDS_OF_PLACES = words("province county district region prefecture state city town parish canton municipality island")
_NO_BODY = _PARTS_OF_PLACES | words("district state command")
_SPEAKERS_FOR = words("spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons director manager head")
_CIVIL = _STATE - words(
    "ministers ministries captain lieutenant sergeant officer officers regime secretary president presidents home"
)
_TIES = words("for of with from")
_INSIDE = words("of for and - e")
_TRAILING = OFFICES | words(
    "- of managing deputy assistant general medical homicide public affairs investigative prosecuting first class area"
)
"""What follows a body's name in a title and is no part of it: *Harbor Radio Managing Editor*."""


class Sides:
    """The sides of one article."""

    def __init__(self, pages: Pages, short_forms: ShortForms) -> None:
        self.pages = pages
        self.short_forms = short_forms

    @once
    def parents(self) -> dict[str, str]:
        """For whom a body speaks that belongs to another."""
        return parents(self.pages, self.short_forms)

    @once
    def home(self) -> str | None:
        """The one country whose authorities the article speaks of, if there is one."""
        found: Counter[str] = Counter()
        for at, vocabulary in enumerate(self.pages.vocabulary):
            if NATION_WORDS.isdisjoint(vocabulary) or _CIVIL.isdisjoint(vocabulary):
                continue
            found.update(_nations_with_authorities(self.pages.readers[at].lows))
        ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        named = Counter(country for reader in self.pages.readers for country in _nations(reader.lows))
        return ranked[0][0] if 2 * named[ranked[0][0]] >= max(named.values()) else None

    def of(self, at: int, spans: Sequence[Span], *, named: bool = False) -> str | None:
        """The side that these phrases of a sentence give a speaker, who is `named` beside them or not."""
        return next((side for span in spans if (side := self._of_phrase(at, span, named))), None)

    def of_body(self, name: str) -> str | None:
        """The side of a body by its name: its parent's, or its own short form."""
        return self.parents.get(name.lower().rsplit(" (", 1)[0]) or self.short_forms.short(name)

    def _of_phrase(self, at: int, span: Span, named: bool) -> str | None:
        lows = self.pages.readers[at].lows[span.start : span.end]
        if _head(lows) in PRIVATE:
            return None
        known = self._known_body(at, span)
        if known is not None or not _PARTISAN.isdisjoint(lows):
            return known
        own = not _OWN.isdisjoint(lows)
        apart = not _VOICES_OF_THEIR_OWN.isdisjoint(lows) and "police" not in lows
        state = not _STATE.isdisjoint(lows) or ("chief" in lows and not own)
        country = nation(lows)
        if country and state and not apart and not own:
            return _authorities(country)
        body = self._named_body(at, span)
        if apart:
            return self._office(at, span) if named else body if body and _is_speaker_for(lows) else None
        if own or not state:
            return body
        place = self._place(at, span) if not _LOCAL.isdisjoint(lows) else None
        if place or body:
            return f"{place} {UNPLACED}" if place else body
        if self.home and not _CIVIL.isdisjoint(lows):
            return _authorities(self.home)
        plural = lows[-1].endswith("s") or lows[-1] == "police"
        return UNPLACED if not plural and not OFFICES.isdisjoint(lows) else None

    def _office(self, at: int, span: Span) -> str | None:
        """An office that is a voice by itself, or the body that it is of: *fire chief*, *army* of *army spokesman*.

        A rank alone does not say of what.
        """
        lows = self.pages.readers[at].lows
        behind_name = lows[span.start] in _TIES  # *Ann Roe of the fire service*
        start, end = self.pages.bare(at, Span(span.start + behind_name, span.end))
        while end > start + 1 and lows[end - 1] in (",", "'s", "of", "the", "a", "an"):
            end -= 1
        tie = next((k for k in range(start, end - 1) if lows[k] in ("for", "from", "with")), None)
        if tie is not None:
            start, end = self.pages.bare(at, Span(tie + 1, end))
        body = next((k for k in range(end - 1, start - 1, -1) if lows[k] in BODIES and lows[k] not in _NO_BODY), None)
        if body is not None and (tie is not None or not OFFICES.isdisjoint(lows[body + 1 : end])):
            end = body + 1
        if _RANKS.issuperset(lows[start:end]):
            return None
        return self.pages.plain(at, Span(start, end), self.pages.text(at, Span(start, end)))

    def _known_body(self, at: int, span: Span) -> str | None:
        """A body that the article gives a short form for, or for which it names the one it belongs to."""
        reader = self.pages.readers[at]
        text = " " + " ".join(reader.lows[span.start : span.end]).replace(" - ", "-") + " "
        for child, parent in self.parents.items():
            if f" {child} " in text:
                return parent
        for place in range(*span):
            full = self.short_forms.full_of.get(reader.lows[place])
            name = full.rsplit(" (", 1)[0].lower() if full and reader.capitals[place] else ""
            if name and _STATE_NAMES.isdisjoint(name.split()):
                return self.parents.get(name) or self.short_forms.short(name)
            for name in self.short_forms.names_from(reader.lows[place]):
                if f" {name} " in text and _STATE_NAMES.isdisjoint(name.split()):
                    return self.short_forms.short(name)
        first = text.split(maxsplit=1)[0] if text.strip() else ""
        return self.short_forms.short(self.short_forms.canonical(first)) if reader.capitals[span.start] else None

    def _named_body(self, at: int, span: Span) -> str | None:
        """The body that a phrase names by capitals: after *for*, *of*, *with*, before *'s*, or before the office."""
        lows = self.pages.readers[at].lows
        for run in self._runs(at, span):
            before = lows[run.start - 1] if run.start > span.start else ""
            further = lows[run.start - 2] if run.start - 1 > span.start else ""
            tied = before in _TIES or (before in DETERMINERS and further in _TIES)
            owns = lows[run.end : min(span.end, run.end + 1)] in (["'s"], ["'"])
            leads = not OFFICES.isdisjoint(lows[run.start + 1 : span.end])
            end = run.end
            while end > run.start and lows[end - 1] in _TRAILING:
                end -= 1
            found = lows[run.start : end]
            if lows[run.end : min(span.end, run.end + 1)] and lows[run.end] in _KINDS_OF_PLACES:
                continue  # *the civil protection service of Ardeny province*
            if not found or all(nation([low]) or low in _PLAIN_ROLES for low in found):
                continue
            short = len(found) == 1 and len(found[0]) > 1 and self.pages.readers[at].texts[run.start].isupper()
            body = not BODIES.isdisjoint(found[1:])
            if short or ((tied or owns or leads or body) and not (len(found) == 1 and found[0] in BODIES)):
                return self.pages.text(at, Span(run.start, end))
        return None

    def _place(self, at: int, span: Span) -> str | None:
        """The town, county or state that a local office is of."""
        lows = self.pages.readers[at].lows
        for run in self._runs(at, span):
            end = run.start
            while end < run.end and (lows[end] not in _ROLES or (end > run.start and lows[end] in _PARTS_OF_PLACES)):
                end += 1
            if end > run.start:
                return self.pages.text(at, Span(run.start, end))
        return None

    def _runs(self, at: int, span: Span) -> list[Span]:
        """The runs of capitals in a phrase."""
        reader = self.pages.readers[at]
        runs: list[Span] = []
        place = span.start
        while place < span.end:
            if not reader.texts[place][0].isupper() or reader.lows[place] in _NO_NAME:
                place += 1
                continue
            stop = place + 1
            while stop < span.end and (
                reader.texts[stop][0].isupper()
                or (reader.lows[stop] in _INSIDE and stop + 1 < span.end and reader.capitals[stop + 1])
                or (reader.lows[stop] == "'" and reader.lows[stop + 1 : stop + 2] and reader.lows[stop + 1] in BODIES)
            ):
                stop += 1
            runs.append(Span(place, stop))
            place = stop
        return runs


def _is_speaker_for(lows: Sequence[str]) -> bool:
    """Whether the phrase names someone who speaks for a body, and not the body or an authority itself."""
    return not _SPEAKERS_FOR.isdisjoint(lows)


def _head(lows: Sequence[str]) -> str:
    """The noun that says who speaks: the last before the first preposition."""
    stop = next((k for k in range(1, len(lows)) if lows[k] in _TIES or lows[k] in ("in", "at", ",")), len(lows))
    return lows[stop - 1]


def _nations(lows: Sequence[str]) -> list[str]:
    """The countries that a sentence names, each as often as it does."""
    if NATION_WORDS.isdisjoint(lows):
        return []
    return [country for at, low in enumerate(lows) if low in NATION_WORDS and (country := nation(lows[at : at + 2]))]


def _nations_with_authorities(lows: Sequence[str]) -> list[str]:
    """The countries that a sentence names beside a word for their authorities."""
    found = []
    for at, low in enumerate(lows):
        country = nation(lows[at : at + 2]) if low in NATION_WORDS else None
        if country is None:
            continue
        near = lows[at + 1 : at + 4]
        leads = not _CIVIL.isdisjoint(near) and _PARTISAN.isdisjoint(near)
        follows = lows[at - 1 : at] in (["in"], ["of"]) and not _CIVIL.isdisjoint(lows[max(0, at - 3) : at])
        if leads or follows:
            found.append(country)
    return found


def _authorities(country: str) -> str:
    return f"{' '.join(word.capitalize() for word in country.split())} {UNPLACED}"
