"""Who is who in one article: full names, offices, bodies with their short forms, and whom each speaks for.

The article is read once for names, offices beside them, and short forms in brackets; a speaker worded as *Roe*, *the
minister* or *the group* is then the person or body that the article has named so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from monitor.figures.document import Document, Sentence
from monitor.figures.en.offices import (
    BODIES,
    CALENDAR,
    DETERMINERS,
    FACELESS,
    FEMALE,
    GROUP_BODIES,
    MALE,
    MEDIA,
    MODIFIERS,
    OFFICES,
    PERSON_PRONOUNS,
    PLURAL,
    PORTFOLIOS,
    TITLES,
)
from monitor.figures.en.sides import Sides, nation
from monitor.figures.en.speakers import Reader, Wording
from monitor.figures.en.speech import DOCUMENTS, STATEMENTS
from monitor.figures.en.wordset import words
from monitor.model import Span

_PARTICLES = words("al el bin ibn bint de da di du del della dos van von der den la le ter e i y")
_SUFFIXES = words("jr jr. sr sr. ii iii iv")
_OWNERS = words("'s '")
_FAR = 40  # sentences back to which *the group* may refer


class Speaker(NamedTuple):
    """A resolved speaker. `of_person` is set for one person, `plural` for several or a body of people."""

    source: str | None
    side: str | None
    of_person: bool = False
    plural: bool = False
    gender: str | None = None


@dataclass(slots=True)
class Person:
    """Someone whom the article names. `offices` are the places where it says what he is."""

    name: str
    first: int
    offices: list[tuple[int, Span]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    gender: str | None = None


class _Name(NamedTuple):
    """A name in a noun phrase, and the words before it that say what he is."""

    span: Span
    office: Span | None


class Cast:
    """The people and bodies of one article."""

    def __init__(self, document: Document, readers: Sequence[Reader]) -> None:
        self.document = document
        self.readers = readers
        self.people: dict[str, list[Person]] = defaultdict(list)
        self.short: dict[str, str] = {}  # short form in lower case -> "Full Name (SHORT)"
        self.full: dict[str, str] = {}  # full name in lower case -> short form as written
        self.groups: list[tuple[int, int, str]] = []  # where a group is named: sentence, token, its name
        self.headed: dict[str, list[tuple[int, Span]]] = defaultdict(list)  # head noun -> phrases that say more of it
        for at in range(len(document.sentences)):
            self._read_short_forms(at)
        for at in range(len(document.sentences)):
            self._read_names(at)
            self._read_heads(at)
        self.sides = Sides(document, self.short, self.full)

    def resolve(self, wording: Wording, at: int, last: Sequence[Speaker], person: Speaker | None) -> Speaker:
        """Whom a phrase of sentence `at` names. `last` are the speakers before it, the latest last; `person` the person
        spoken of last.
        """
        reader = self.readers[at]
        low = reader.lows[wording.phrase.start]
        if len(range(*wording.phrase)) == 1 and low in ("who", "which"):
            return self._antecedent(wording.phrase.start, at, last, person)
        if low in PERSON_PRONOUNS and len(range(*wording.phrase)) == 1:
            wanted = "f" if low == "she" else "m"
            for candidate in (person, *reversed(last)):
                if candidate and candidate.of_person and candidate.gender in (None, wanted):
                    return candidate._replace(gender=wanted)
            return Speaker(None, None)
        if low in ("they", "it") and len(range(*wording.phrase)) == 1:
            for candidate in reversed(last):
                if not candidate.of_person:
                    return candidate
            return last[-1] if last and low == "they" else Speaker(None, None)
        return self._named(wording, at, last, person)

    def opening_person(self, at: int) -> Speaker | None:
        """The person who is the subject at the head of a sentence, named or by office with a name beside."""
        reader = self.readers[at]
        found = reader.opening(len(reader.lows))
        if not found or reader.lows[found[0].phrase.start] in PERSON_PRONOUNS | {"it", "they", "i", "we"}:
            return None
        names = [self._name_in(at, span) for span in (found[0].phrase, *found[0].beside)]
        if not any(names):
            return None
        speaker = self._named(found[0], at, (), None)
        return speaker if speaker.of_person else None

    # reading the article

    def _read_short_forms(self, at: int) -> None:
        """*National Relief Council (NRC)*: the short form and what it is short for."""
        reader = self.readers[at]
        lows, tokens = reader.lows, reader.tokens
        for place in range(2, len(lows) - 2):
            if lows[place] != "(" or lows[place + 2] != ")":
                continue
            text = tokens[place + 1].text
            if not (2 <= len(text) <= 8 and text.isalpha() and sum(letter.isupper() for letter in text) >= 2):
                continue
            start = place
            best = -1
            while start > 0 and place - start < 10:
                word = lows[start - 1]
                if not (
                    reader.is_capital(start - 1)
                    or word in ("of", "for", "and", "the", "-", "'s", "against", "on", "in", *_PARTICLES)
                ):
                    break
                start -= 1
                if tokens[start].text[0].upper() == text[0].upper() and reader.is_capital(start):
                    best = start
            if best < 0:
                continue
            name = self._text(at, Span(best, place))
            if len(name) <= len(text):
                continue
            self.short.setdefault(text.lower(), f"{name} ({text})")
            self.full.setdefault(name.lower(), text)

    def _read_names(self, at: int) -> None:
        """The persons named in a sentence, and what is said of their office beside the name."""
        reader = self.readers[at]
        lows = reader.lows
        place = 0
        while place < len(lows):
            if not reader.is_capital(place):
                place += 1
                continue
            stop = self._run_end(reader, place)
            name = self._name_in(at, Span(place, stop), opens=place == 0)
            if name is not None and reader.capitals_tell:
                self._meet(at, name, stop)
            place = stop
        if not GROUP_BODIES.isdisjoint(lows) or not self.short.keys().isdisjoint(lows):
            self._read_groups(at)

    def _run_end(self, reader: Reader, start: int) -> int:
        stop = start + 1
        lows = reader.lows
        while stop < len(lows):
            glue = lows[stop] == "-" or lows[stop] in _PARTICLES
            if (
                reader.is_capital(stop)
                or (glue and stop + 1 < len(lows) and reader.is_capital(stop + 1))
                or lows[stop] in _SUFFIXES
            ):
                stop += 1
            elif lows[stop] == "-" and stop + 2 < len(lows) and lows[stop + 2] == "-":
                stop += 2
            else:
                break
        return stop

    def _name_in(self, at: int, span: Span, *, opens: bool = False) -> _Name | None:
        """A person's name that ends the phrase, or ends before its first *of*, *in*, *at*."""
        reader = self.readers[at]
        lows = reader.lows
        start, stop = span
        while start < stop and (lows[start] in DETERMINERS or lows[start] in ("'s", ",")):
            start += 1
        begins = start
        for place in range(start + 1, stop):
            if lows[place] in ("of", "for", "in", "at", "from", "with", "on", "(", ",") and reader.is_capital(
                place - 1
            ):
                if any(lows[k] in OFFICES for k in range(place + 1, stop)):
                    continue
                if lows[place - 1] not in OFFICES | BODIES:
                    stop = place
                    break
        end = stop
        while end > start and (
            (reader.is_capital(end - 1) and not self._is_role(lows, end - 1))
            or (end < stop and (lows[end - 1] == "-" or lows[end - 1] in _PARTICLES))
            or lows[end - 1] in _SUFFIXES
        ):
            end -= 1
        while (
            end < stop
            and ((lows[end] in _PARTICLES and end > start) or lows[end] == "-")
            and not reader.is_capital(end)
        ):
            end += 1
        size = stop - end
        if size == 0:
            return None
        words = [lows[k] for k in range(end, stop)]
        titled = end > start and (
            lows[end - 1] in OFFICES or lows[end - 1] in TITLES or (end > 2 and lows[end - 1] in PORTFOLIOS)
        )
        if titled:
            if size > 5 or any(word in CALENDAR for word in words):
                return None
            if all(nation([word]) for word in words):
                return None
            return _Name(Span(end, stop), Span(begins, end))
        if end > start:
            return None
        if begins > span.start and lows[span.start] in ("the", "a", "an"):
            return None
        if size == 1:
            known = self.people.get(words[0])
            return _Name(Span(end, stop), None) if known else None
        if size > 5 or any(word in BODIES or word in MEDIA or word in CALENDAR for word in words) or nation(words):
            return None
        if opens and words[0] in OFFICES | BODIES:
            return None
        if (
            all(reader.tokens[k].text.isupper() and len(reader.tokens[k].text) > 1 for k in range(end, stop))
            and reader.capitals_tell
            and size == 1
        ):
            return None
        return _Name(Span(end, stop), None)

    @staticmethod
    def _is_role(lows: Sequence[str], at: int) -> bool:
        low = lows[at]
        if low in PORTFOLIOS and at > 1 and lows[at - 1] in ("of", "for", "and"):
            return True
        return (low in OFFICES or low in BODIES or low in TITLES or low in MEDIA) and low not in _SUFFIXES

    def _meet(self, at: int, name: _Name, stop: int) -> None:
        """Take note of a named person, and of the office told beside the name."""
        reader = self.readers[at]
        lows = reader.lows
        key = self._surname(at, name.span)
        text = self._text(at, name.span)
        person = self._person(key, text, at)
        offices: list[Span] = []
        before = name.span.start - 1
        if before >= 0 and lows[before] in OFFICES:
            first = reader._first(before, 0)
            if first is not None:
                offices.append(Span(first, before + 1))
        elif before > 1 and lows[before] == "," and reader._nominal(before - 1):
            first = reader._first(before - 1, 0)
            if (
                first is not None
                and any(lows[k] in OFFICES for k in range(first, before))
                and not self._name_in(at, Span(first, before))
            ):
                offices.append(Span(first, before))
        if stop < len(lows) and lows[stop] == ",":
            end = reader._next_mark(stop + 1)
            if (
                end - stop <= 4
                and lows[stop + 1 : stop + 2]
                and lows[stop + 1].isdigit()
                and end < len(lows)
                and lows[end] == ","
            ):
                stop, end = end, reader._next_mark(end + 1)
            if reader._is_apposition(stop + 1, end) and any(lows[k] in OFFICES for k in range(stop + 1, end)):
                offices.append(Span(stop + 1, end))
        elif (
            stop + 1 < len(lows)
            and lows[stop] in ("a", "the")
            and any(lows[k] in OFFICES for k in range(stop + 1, min(stop + 6, len(lows))))
        ):
            offices.append(Span(stop, reader._next_mark(stop)))  # a comma left out
        if person is None:
            if len(range(*name.span)) < 2 and not offices:
                return
            person = Person(text, at)
            self.people[key].append(person)
        elif len(text.split()) > len(person.name.split()):
            person.name = text
        person.places.append(at)
        person.offices += [(at, office) for office in offices]
        for office in offices:
            words = set(lows[office.start : office.end])
            person.gender = person.gender or ("f" if words & FEMALE else "m" if words & MALE else None)

    def _person(self, key: str, text: str, at: int) -> Person | None:
        """The person already met whose name this is: the same words, or one of them a part of the other."""
        words = set(text.lower().split())
        for person in reversed(self.people.get(key, ())):
            known = set(person.name.lower().split())
            if words <= known or known <= words or len(words) == 1:
                return person
        return None

    def _surname(self, at: int, span: Span) -> str:
        lows = self.readers[at].lows
        last = span.end - 1
        while last > span.start and lows[last] in _SUFFIXES:
            last -= 1
        first = last
        while first - 1 > span.start and lows[first - 1] == "-":
            first -= 2
        return "".join(lows[first : last + 1])

    def _read_groups(self, at: int) -> None:
        """Where a group is named that *the group* may mean later."""
        reader = self.readers[at]
        for place, low in enumerate(reader.lows):
            if low in self.short:
                self.groups.append((at, place, self.short[low]))
            elif low in GROUP_BODIES:
                first = reader._first(place, 0)
                if first is None or place - first < 1 or low in ("company", "firm", "airline"):
                    continue
                text = self._text(at, self._bare(at, Span(first, place + 1)))
                if reader.is_capital(place) and reader.capitals_tell and " " in text:
                    self.groups.append((at, place, text))
                after = place + 1
                if after < len(reader.lows) and reader.is_capital(after) and reader.capitals_tell:
                    named = Span(after, self._run_end(reader, after))
                    known = self._canonical(self._text(at, named))
                    if known.lower() not in self.short:
                        self.groups.append((at, place, known))

    def _read_heads(self, at: int) -> None:
        """Phrases with more words than their head noun, for a later phrase with the head alone."""
        reader = self.readers[at]
        for place, low in enumerate(reader.lows):
            if low not in OFFICES and low not in BODIES and low not in MEDIA:
                continue
            follower = reader.lows[place + 1] if place + 1 < len(reader.lows) else "."
            if (
                reader.capitals_tell
                and place + 1 < len(reader.lows)
                and reader.is_capital(place + 1)
                and low in OFFICES
            ):
                continue  # a title: the name after it is what counts
            first = reader._first(place, 0)
            if first is None:
                continue
            bare = self._bare(at, Span(first, place + 1))
            if follower == "of" and low in ("ministry", "department", "minister", "secretary", "bureau"):
                wording = reader.phrase_at(place)
                if wording is not None:
                    bare = Span(bare.start, max(bare.end, wording.phrase.end))
            if len(range(*bare)) > 1:
                self.headed[low].append((at, bare))

    # speakers

    def _named(self, wording: Wording, at: int, last: Sequence[Speaker], person: Speaker | None) -> Speaker:
        reader = self.readers[at]
        spans = (wording.phrase, *wording.beside)
        for span in spans:
            name = self._name_in(at, span)
            if name is not None:
                return self._as_person(at, name, spans)
        phrase = self._bare(at, wording.phrase)
        lows = reader.lows[phrase.start : phrase.end]
        if not lows:
            return Speaker(None, None)
        writing = self._writing(at, wording.phrase, last, person)
        if writing is not None:
            return writing
        definite = reader.lows[wording.phrase.start] in ("the", "its", "their", "this", "that", "his", "her")
        if definite and not wording.beside:
            known = self._known_by_head(at, wording.phrase.start, lows, last)
            if known is not None:
                return known
        text = self._canonical(self._text(at, phrase))
        if not reader.capitals_tell and all(low in OFFICES | BODIES | MEDIA | MODIFIERS for low in lows):
            text = text.lower()
        office = next((low for low in lows if low in OFFICES), None)
        side = self.sides.of(at, spans)
        plural = lows[-1] in PLURAL or (lows[-1].endswith("s") and lows[-1] not in BODIES)
        alone = office is not None and not plural and lows[-1] not in BODIES
        words = set(lows)
        gender = "f" if words & FEMALE else "m" if words & MALE else None
        return Speaker(self._uncapitalised(at, phrase, text), side, alone, plural or not alone, gender)

    def _as_person(self, at: int, name: _Name, spans: Sequence[Span]) -> Speaker:
        key = self._surname(at, name.span)
        text = self._text(at, name.span)
        found = self._person(key, text, at)
        if found is None and key in self.people:
            found = self.people[key][-1]
        places = [(at, rest) for span in spans for rest in _without(span, name.span)]
        full = text
        gender = None
        if found is not None:
            places += found.offices
            gender = found.gender
            if len(found.name.split()) >= len(text.split()):
                full = found.name
        side = None
        for where, span in places:
            side = self.sides.of(where, (span,))
            if side is not None and side != "authorities":
                break
        return Speaker(full, side, True, False, gender)

    def _antecedent(self, at: int, sentence: int, last: Sequence[Speaker], person: Speaker | None) -> Speaker:
        """Whom *who* refers to."""
        reader = self.readers[sentence]
        end = at - 1
        while end >= 0 and (reader.lows[end] == "," or (reader.lows[end].isdigit() and end > 1)):
            end -= 1
        first = reader._first(end, 0) if end >= 0 else None
        if first is None:
            return Speaker(None, None)
        return self.resolve(Wording(Span(first, end + 1)), sentence, last, person)

    def _writing(self, at: int, span: Span, last: Sequence[Speaker], person: Speaker | None) -> Speaker | None:
        """A statement speaks for whoever made it; a record of its own kind may stand for itself."""
        reader = self.readers[at]
        lows = reader.lows
        head = (
            next(
                (k for k in range(span.start, span.end) if lows[k] in ("from", "by", "of", "in", "for", "at")), span.end
            )
            - 1
        )
        if head < span.start or lows[head] not in STATEMENTS | FACELESS:
            return None
        follows = lows[head + 1] if head + 1 < span.end else ""
        if follows in ("from", "by", "of") and head + 2 < span.end:
            return self.resolve(Wording(Span(head + 2, span.end)), at, last, person)
        for place in range(span.start + 1, head):
            if lows[place] in _OWNERS:
                return self.resolve(Wording(Span(span.start, place)), at, last, person)
        bare = self._bare(at, Span(span.start, head + 1))
        if len(range(*bare)) == 1:
            if lows[head] in FACELESS and lows[span.start] not in ("the", "this"):
                return Speaker(None, None)
            if lows[span.start] in ("the", "its", "his", "her", "their") and last:
                return last[-1]
            return Speaker(lows[head], None, False, True) if lows[head] in DOCUMENTS else Speaker(None, None)
        if lows[head] in DOCUMENTS:
            text = self._text(at, bare)
            return Speaker(self._uncapitalised(at, bare, text), self.sides.of(at, (bare,)), False, True)
        return self.resolve(Wording(Span(bare.start, head)), at, last, person)

    def _known_by_head(self, at: int, place: int, lows: Sequence[str], last: Sequence[Speaker]) -> Speaker | None:
        """*The minister*, *the group*, *the ministry*: who has been called so before."""
        head = lows[-1]
        if len(lows) == 1 and head in GROUP_BODIES:
            for sentence, token, name in reversed(self.groups):
                if (sentence, token) < (at, place) and at - sentence <= _FAR:
                    return Speaker(name, self.sides.of_body(name), False, True)
        if head in OFFICES and head not in PLURAL:
            known = self._bearer(at, lows)
            if known is not None:
                return known
        if len(lows) == 1:
            for sentence, span in reversed(self.headed.get(head, ())):
                if (sentence, span.start) < (at, place) and at - sentence <= _FAR:
                    text = self._canonical(self._text(sentence, span))
                    return Speaker(
                        self._uncapitalised(sentence, span, text),
                        self.sides.of(sentence, (span,)),
                        head in OFFICES,
                        head not in OFFICES,
                    )
        return None

    def _bearer(self, at: int, lows: Sequence[str]) -> Speaker | None:
        """The named person, told of before and nearest, whose office has all these words."""
        best: tuple[int, int] | None = None
        chosen: Person | None = None
        wanted = set(lows)
        for people in self.people.values():
            for person in people:
                said = any(
                    where <= at and wanted <= set(self.readers[where].lows[span.start : span.end])
                    for where, span in person.offices
                )
                if not said:
                    continue
                near = max((where for where in person.places if where <= at), default=-1)
                rank = (near, -person.first)
                if near >= 0 and (best is None or rank > best):
                    best, chosen = rank, person
        if chosen is None:
            return None
        side = next((found for where, span in chosen.offices if (found := self.sides.of(where, (span,)))), None)
        return Speaker(chosen.name, side, True, False, chosen.gender)

    def _canonical(self, text: str) -> str:
        """A body under its full name with its short form, where the article gives both."""
        low = text.lower()
        if low in self.short:
            return self.short[low]
        if low in self.full:
            return f"{text} ({self.full[low]})"
        if " " not in low:
            for full, short in self.full.items():
                if full.startswith(low) and not full[len(low) : len(low) + 1].isalpha():
                    return self.short[short.lower()]
        return text

    def _bare(self, at: int, span: Span) -> Span:
        """A phrase without the words that open it: *the*, *his*, *two*, *'s*."""
        lows = self.readers[at].lows
        start = span.start
        while start < span.end - 1 and (
            lows[start] in DETERMINERS or lows[start].isdigit() or lows[start] in ("'s", "'", ",")
        ):
            start += 1
        return Span(start, span.end)

    def _text(self, at: int, span: Span) -> str:
        sentence: Sentence = self.document.sentences[at]
        whole = self.document.article.text if sentence.placed else self.document.article.title or ""
        return " ".join(whole[sentence.tokens[span.start].start : sentence.tokens[span.end - 1].end].split())

    def _uncapitalised(self, at: int, span: Span, text: str) -> str:
        """The text of a common noun without the capital that only the head of the sentence gave it."""
        reader = self.readers[at]
        first = reader.tokens[span.start]
        at_head = span.start == 0 or reader.lows[span.start - 1] in ('"', "'", ":", "--")
        common = (
            first.low in OFFICES
            or first.low in BODIES
            or first.low in MEDIA
            or first.low in STATEMENTS
            or first.low in _COMMON
        )
        if (
            at_head
            and common
            and first.text[1:].islower()
            and not (len(range(*span)) > 1 and reader.is_capital(span.start + 1))
        ):
            return text[0].lower() + text[1:]
        return text


def _without(span: Span, name: Span) -> list[Span]:
    """What is left of a phrase before and after the name in it."""
    if name.start >= span.end or name.end <= span.start:
        return [span]
    return [rest for rest in (Span(span.start, name.start), Span(name.end, span.end)) if rest.start < rest.end]


_COMMON = words(
    "local state city local rescue medical fire health security hospital government media court"
    " opposition rescue senior top"
)
