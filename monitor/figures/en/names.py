"""Persons' names in a noun phrase, told from offices, bodies and places."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from monitor.figures.en.countries import nation
from monitor.figures.en.offices import BODIES, CALENDAR, DETERMINERS, MEDIA, OFFICES, PORTFOLIOS, PREPOSITIONS, TITLES
from monitor.figures.en.persons import is_person
from monitor.figures.en.speakers import Reader
from monitor.figures.en.wordset import listed, words
from monitor.model import Span

PARTICLES = words("al el bin ibn bint de da di du del della dos van von der den la le ter e i y")
_SUFFIXES = words("jr jr. sr sr. ii iii iv")
_ENDS = words("of for in at from with on ( , a an the")
_LONGEST = 5
_GIVEN = listed("given_names")
_NOT_PERSONS = BODIES | MEDIA | CALENDAR | words("international global national united against without beyond")
_OFFICES_AND_BODIES = OFFICES | BODIES
_ROLES = (_OFFICES_AND_BODIES | TITLES | MEDIA) - _SUFFIXES


class Name(NamedTuple):
    """A name in a noun phrase, and the words before it that say what he is."""

    span: Span
    office: Span | None


def run_end(reader: Reader, start: int) -> int:
    """Where the run of capitals ends that begins here: *Ana de la Cruz*, *Sol-e-Nur*, *John Roe Jr.*"""
    stop = start + 1
    lows = reader.lows
    while stop < len(lows):
        glue = lows[stop] == "-" or lows[stop] in PARTICLES
        followed = stop + 1 < len(lows) and reader.capitals[stop + 1]
        if reader.capitals[stop] or (glue and followed) or lows[stop] in _SUFFIXES:
            stop += 1
        elif lows[stop] == "-" and stop + 2 < len(lows) and lows[stop + 2] == "-":
            stop += 2
        else:
            break
    return stop


def name_in(reader: Reader, span: Span, known: Container[str]) -> Name | None:
    """A person's name that ends a phrase, or ends before its first *of*, *in*, *at*.

    A single word is a name only after an office, or where it is one of the surnames `known`.
    """
    lows = reader.lows
    begins, stop = span
    while begins < stop and (lows[begins] in DETERMINERS or lows[begins] in ("'s", ",")):
        begins += 1
    stop = _without_place(reader, begins, stop)
    start = _name_start(reader, begins, stop)
    if start == 0 and stop > 1 and lows[0].endswith("ing"):
        start = 1  # *Joining Roe*
    if start == 0 and stop > 2 and is_person(lows[0]) and lows[0] not in _GIVEN:
        begins = start = 1  # *Trader Musa Bello*
    size = stop - start
    if size == 0 or size > _LONGEST:
        return None
    found = lows[start:stop]
    if found[0] in PREPOSITIONS:
        return None  # *Doctors Without Borders*
    if start > begins:
        before = lows[start - 1]
        titled = before in OFFICES or before in TITLES or (start - begins > 2 and before in PORTFOLIOS)
        if not titled or not CALENDAR.isdisjoint(found) or all(nation([word]) for word in found):
            return None
        return Name(Span(start, stop), Span(begins, start))
    if begins > span.start and lows[span.start] in ("the", "a", "an"):
        return None
    if size == 1:
        return Name(Span(start, stop), None) if found[0] in known else None
    if not _NOT_PERSONS.isdisjoint(found) or nation(found) or (start == 0 and found[0] in OFFICES):
        return None
    return Name(Span(start, stop), None)


def surname(reader: Reader, span: Span) -> str:
    """The last part of a name in lower case, parts joined by hyphens taken together."""
    lows = reader.lows
    last = span.end - 1
    while last > span.start and lows[last] in _SUFFIXES:
        last -= 1
    first = last
    while first - 1 > span.start and lows[first - 1] == "-":
        first -= 2
    return "".join(lows[first : last + 1])


def _without_place(reader: Reader, start: int, stop: int) -> int:
    """Where a name ends that goes on with what or where it is of: *Ann Roe of the Blue Cross*."""
    lows = reader.lows
    for place in range(start + 1, stop):
        if lows[place] not in _ENDS or not reader.capitals[place - 1] or lows[place - 1] in _OFFICES_AND_BODIES:
            continue
        if not any(lows[k] in OFFICES for k in range(place + 1, stop)):
            return place
    return stop


def _name_start(reader: Reader, begins: int, stop: int) -> int:
    lows = reader.lows
    start = stop
    while start > begins and (
        (reader.capitals[start - 1] and not _is_role(lows, start - 1))
        or (start < stop and (lows[start - 1] == "-" or lows[start - 1] in PARTICLES))
        or lows[start - 1] in _SUFFIXES
    ):
        start -= 1
    while start < stop and not reader.capitals[start]:
        start += 1
    return start


def _is_role(lows: Sequence[str], at: int) -> bool:
    if lows[at] in PORTFOLIOS and at > 1 and lows[at - 1] in ("of", "for", "and"):
        return True
    return lows[at] in _ROLES
