"""Who is who in one article: speakers worded as *Roe*, *he*, *the minister* or *the group* found under their names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from monitor.figures.en.antecedents import Antecedents
from monitor.figures.en.authority import is_authority
from monitor.figures.en.countries import nation
from monitor.figures.en.descriptions import fits, is_description
from monitor.figures.en.names import Name, name_in
from monitor.figures.en.offices import (
    BODIES,
    DETERMINERS,
    FACELESS,
    FEMALE,
    GROUP_BODIES,
    MALE,
    OFFICES,
    PERSON_PRONOUNS,
    PLURAL,
    PRONOUNS,
    THINGS_PRONOUNS,
)
from monitor.figures.en.pages import Pages
from monitor.figures.en.people import People
from monitor.figures.en.shortforms import ShortForms
from monitor.figures.en.sides import UNPLACED, Sides
from monitor.figures.en.speakers import Wording
from monitor.figures.en.speech import DOCUMENTS, STATEMENTS
from monitor.figures.en.wordset import words
from monitor.figures.once import once
from monitor.model import Span

_DEFINITE = words("the its their this that his her")
_TIES = words("from by of in for at")
_MAKERS = words("from by of")
_VAGUE = words(
    "previous initial preliminary official early first some other latest unconfirmed recent several many unverified"
    " conflicting various"
)
_ANY_GROUP = words("group organisation organization")
_BASED = 6  # tokens from *the* to the noun: *the London-based monitoring group*
_RELATIVES = words("who which")


class Speaker(NamedTuple):
    """A resolved speaker. `of_person`: he is one person. `hearsay`: nobody, but *reports*."""

    source: str | None
    side: str | None
    of_person: bool = False
    gender: str | None = None
    hearsay: bool = False


NOBODY = Speaker(None, None)


def is_named_body(speaker: Speaker) -> bool:
    """Whether a speaker is a body under a name of its own."""
    return not speaker.of_person and speaker.source is not None and not speaker.source.islower()


class Heard(NamedTuple):
    """Who has spoken before: the speakers, the latest last, and the person told of last."""

    speakers: Sequence[Speaker]
    person: Callable[[], Speaker | None]


class Cast:
    """The people and bodies of one article."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages

    @once
    def people(self) -> People:
        """The persons named."""
        return People(self.pages)

    @once
    def short_forms(self) -> ShortForms:
        """The short forms of bodies."""
        return ShortForms(self.pages)

    @once
    def antecedents(self) -> Antecedents:
        """The phrases that a shorter one may refer to."""
        return Antecedents(self.pages, self.short_forms)

    @once
    def sides(self) -> Sides:
        """Whom offices and bodies stand for."""
        return Sides(self.pages, self.short_forms)

    def resolve(self, wording: Wording, at: int, heard: Heard) -> Speaker:
        """Whom a phrase of sentence `at` names."""
        low = self.pages.readers[at].lows[wording.phrase.start]
        if wording.phrase.end - wording.phrase.start == 1:
            if low in _RELATIVES:
                return self._antecedent(wording.phrase.start, at, heard)
            if low in PERSON_PRONOUNS:
                return self._person_meant("f" if low == "she" else "m", heard)
            if low in THINGS_PRONOUNS:
                return self._body_meant(low, heard)
        return self._named(wording, at, heard)

    def opening_person(self, at: int) -> Speaker | None:
        """The person who is the subject at the head of a sentence."""
        reader = self.pages.readers[at]
        found = reader.opening(len(reader.lows))
        if not found or reader.lows[found[0].phrase.start] in PRONOUNS:
            return None
        for span in (found[0].phrase, *found[0].beside):
            name = name_in(reader, span, self.people.by_surname)
            if name is not None:
                return self._as_person(at, name, (found[0].phrase, *found[0].beside))
        return None

    def _person_meant(self, gender: str, heard: Heard) -> Speaker:
        for candidate in (heard.person(), *reversed(heard.speakers)):
            if candidate and candidate.of_person and candidate.gender in (None, gender):
                return candidate._replace(gender=gender)
        return NOBODY

    @staticmethod
    def _body_meant(low: str, heard: Heard) -> Speaker:
        for candidate in reversed(heard.speakers):
            if not candidate.of_person:
                return candidate
        return heard.speakers[-1] if heard.speakers and low == "they" else NOBODY

    def _antecedent(self, at: int, sentence: int, heard: Heard) -> Speaker:
        """Whom *who* refers to, and *which* where it follows one that can speak: *the ministry, which says*."""
        reader = self.pages.readers[sentence]
        end = at - 1
        while end > 0 and (reader.lows[end] == "," or reader.lows[end].isdigit()):
            end -= 1
        first = reader.phrase_start(end, 0) if end >= 0 else None
        if first is None or (reader.lows[at] == "which" and not reader.is_known_speaker(first, end + 1)):
            return NOBODY
        return self.resolve(Wording(Span(first, end + 1)), sentence, heard)

    def _named(self, wording: Wording, at: int, heard: Heard) -> Speaker:
        reader = self.pages.readers[at]
        spans = (wording.phrase, *wording.beside)
        for span in spans:
            name = name_in(reader, span, self.people.by_surname)
            if name is not None:
                return self._as_person(at, name, spans)
        writing = self._writing(at, wording.phrase, heard)
        if writing is not None:
            return writing
        phrase = self.pages.bare(at, wording.phrase)
        lows = reader.lows[phrase.start : phrase.end]
        if wording.beside and is_description(lows) and not any(reader.capitals[phrase.start : phrase.end]):
            named = self.pages.bare(at, wording.beside[0])
            phrase = named if reader.capitals[named.start] else phrase  # *a rights group, the Harbour Watch,*
        if _is_definite(reader.lows, wording.phrase.start) and not wording.beside:
            known = self._known_by_head(at, wording.phrase.start, lows, heard)
            if known is not None:
                return known
        return self._by_phrase(at, phrase, spans)

    def _by_phrase(self, at: int, phrase: Span, spans: Sequence[Span]) -> Speaker:
        """A speaker who has no name in the article."""
        lows = self.pages.readers[at].lows[phrase.start : phrase.end]
        if all(low in DETERMINERS or not low[0].isalpha() for low in lows):
            return NOBODY
        name = self.pages.named(at, phrase)
        text = self.short_forms.canonical(self.pages.text(at, name))
        head = lows[-1]
        plural = head in PLURAL or (head.endswith("s") and head not in BODIES)
        one = not OFFICES.isdisjoint(lows) and not plural and head not in BODIES
        gender = "f" if not FEMALE.isdisjoint(lows) else "m" if not MALE.isdisjoint(lows) else None
        return Speaker(self.pages.plain(at, name, text), self.sides.of(at, spans), one, gender)

    def _as_person(self, at: int, name: Name, spans: Sequence[Span]) -> Speaker:
        """A named person under the fullest name, on the side that any of his offices gives him."""
        full = self.pages.text(at, name.span)
        places = [(at, rest) for span in spans for rest in _without(span, name.span)]
        person = self.people.find(at, name.span)
        if person is not None:
            places += person.offices
            if len(person.name.split()) >= len(full.split()):
                full = person.name
        side = self._owner_side(at, spans)
        for where, span in places if side is None else ():
            found = self.sides.of(where, (span,), named=True)
            side = found if found and side in (None, UNPLACED) else side
        return Speaker(full, side, True, person.gender if person else None)

    def _owner_side(self, at: int, spans: Sequence[Span]) -> str | None:
        """*Its secretary, Ann Roe*: the group named last before."""
        reader = self.pages.readers[at]
        if not any(reader.lows[span.start] == "its" for span in spans):
            return None
        group = self.antecedents.group(at, spans[0].start)
        return (self.sides.of_body(group) or group) if group else None

    def _writing(self, at: int, span: Span, heard: Heard) -> Speaker | None:
        """A statement speaks for whoever made it; a record of its own kind may stand for itself."""
        reader = self.pages.readers[at]
        lows = reader.lows
        head = next((k for k in range(span.start, span.end) if lows[k] in _TIES), span.end) - 1
        if head < span.start or (lows[head] not in STATEMENTS and lows[head] not in FACELESS):
            return None
        if head + 1 < span.end and lows[head + 1] in _MAKERS:
            if all(nation([low]) or low in DETERMINERS for low in lows[head + 2 : span.end]):
                return Speaker(None, None, hearsay=True)  # a report from somewhere
            return self.resolve(Wording(Span(head + 2, span.end)), at, heard)
        owner = next((k for k in range(span.start + 1, head) if lows[k] in ("'s", "'")), None)
        if owner is not None:
            return self.resolve(Wording(Span(span.start, owner)), at, heard)
        bare = self.pages.bare(at, Span(span.start, head + 1))
        if (
            lows[head] in FACELESS
            and _VAGUE.issuperset(lows[bare.start : head])
            and lows[span.start] not in ("the", "this")
        ):
            return Speaker(None, None, hearsay=True)
        if bare.end - bare.start > 1:
            if lows[head] not in DOCUMENTS:
                start = next((k for k in range(bare.start, head - 1) if lows[k] not in _VAGUE), head - 1)
                return self.resolve(Wording(Span(start, head)), at, heard)
            text = self.pages.plain(at, bare, self.pages.text(at, bare))
            return Speaker(text, self.sides.of(at, (bare,)))
        if lows[span.start] in _DEFINITE and heard.speakers:
            return heard.speakers[-1]
        return Speaker(lows[head], None) if lows[head] in DOCUMENTS else NOBODY

    def _known_by_head(self, at: int, place: int, lows: Sequence[str], heard: Heard) -> Speaker | None:
        """*The minister*, *the group*, *the ministry*: who was called so before, or spoke and may be called so."""
        head = lows[-1]
        if len(lows) == 1 and head in GROUP_BODIES:
            group = self.antecedents.group(at, place)
            if group is not None:
                return Speaker(group, self.sides.of_body(group))
        if head in OFFICES and head not in PLURAL:
            owned = max((place + 1 for place, low in enumerate(lows) if low == "'s"), default=0)  # *the city's mayor*
            person = self.people.bearer(at, lows[owned:])
            if person is not None:
                sides = [self.sides.of(where, (span,), named=True) for where, span in person.offices]
                return Speaker(person.name, next((side for side in sides if side), None), True, person.gender)
        described = _described(lows, heard.speakers)
        if described is not None:
            return described
        known = self.antecedents.phrase(head, at, place) if len(lows) == 1 else None
        return self._by_phrase(known[0], known[1], (known[1],)) if known else None


def _is_definite(lows: Sequence[str], at: int) -> bool:
    """Whether a phrase points at someone known: *the monitor*, *the London-based monitor*."""
    before = lows[max(0, at - _BASED) : at]
    return lows[at] in _DEFINITE or ("the" in before and ("-", "based") in pairwise(before))


def _described(lows: Sequence[str], speakers: Sequence[Speaker]) -> Speaker | None:
    """The named body that spoke before and that a description fits: *the monitor*, *the rights group*, *the group*."""
    bodies = [one for one in reversed(speakers) if not one.of_person and not is_authority(one.source, one.side)]
    for speaker in filter(is_named_body, bodies):
        name = (speaker.source or "").lower().split()
        if fits(lows, name) or (len(lows) < len(name) and lows[-1] in BODIES and set(lows) <= set(name)):
            return speaker
    any_group = len(lows) == 1 and lows[0] in _ANY_GROUP
    return bodies[0] if any_group and bodies and is_named_body(bodies[0]) else None


def _without(span: Span, name: Span) -> list[Span]:
    """What is left of a phrase before and after the name in it."""
    if name.start >= span.end or name.end <= span.start:
        return [span]
    return [rest for rest in (Span(span.start, name.start), Span(name.end, span.end)) if rest.start < rest.end]
