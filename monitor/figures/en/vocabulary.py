"""The words of the watched kinds in all their English forms, compiled for look-up by one word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from monitor.figures.en import grammar
from monitor.figures.en.inflect import plurals, verb_forms
from monitor.figures.kinds import Kind, Kinds


class Role(Enum):
    """How a word states its kind."""

    DONE_TO = auto()
    DOES = auto()
    STATE = auto()
    EVENT = auto()
    CALLED = auto()
    TOLL = auto()
    SUFFERS = auto()
    UNSCATHED = auto()
    NONE_OF = auto()


class Form(Enum):
    """The form in which a word stands."""

    BASE = auto()
    THIRD = auto()
    PAST = auto()  # also the participle where both look alike
    PARTICIPLE = auto()  # only the participle: *slain*, *taken*
    PRETERITE = auto()  # only the past: *took*
    GERUND = auto()
    SINGULAR = auto()
    PLURAL = auto()
    ADJECTIVE = auto()


class Sense(NamedTuple):
    """One way in which a word can state a kind.

    `tail` are the words that must come with it (shoot *down*); `beside` is the first of them where it stands next to
    the word (*in custody*).
    """

    kind: Kind
    role: Role
    form: Form
    base: str
    tail: tuple[str, ...] = ()
    open_outcome: bool = False
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All senses by their first word, the phrases that rule a word out, and what marks another kind's verb.

    `stating` are the first words without those that are prepositions (*in* custody). `signals` are words of which a
    sentence must hold one for any sense to be in it. `ruled_out` are phrases by each of their words, with the place of
    the word in the phrase and the kind that is not meant. `closing` are the last words of verbs that hold their object
    (*set 12 trucks ablaze*).
    """

    kinds: Kinds
    senses: dict[str, tuple[Sense, ...]]
    stating: frozenset[str]
    signals: frozenset[str]
    ruled_out: dict[str, tuple[tuple[tuple[str, ...], int, str], ...]]
    markers: dict[str, tuple[tuple[tuple[str, ...], Kind], ...]]
    things: dict[str, tuple[Kind, ...]]
    closing: frozenset[str]


@lru_cache(maxsize=16)
def compile_kinds(kinds: Kinds) -> Vocabulary:
    """The vocabulary of a set of kinds."""
    senses: dict[str, list[Sense]] = {}
    ruled_out: dict[str, list[tuple[tuple[str, ...], int, str]]] = {}
    markers: dict[str, list[tuple[tuple[str, ...], Kind]]] = {}
    things: dict[str, list[Kind]] = {}
    for kind in kinds.all:
        for first, sense in _senses(kind):
            bucket = senses.setdefault(first, [])
            if sense not in bucket:
                bucket.append(sense)
        for phrase in (form for given in kind.not_when for form in (given, *plurals(given))):
            split = tuple(phrase.replace("-", " - ").split())
            for place, word in enumerate(split):
                ruled_out.setdefault(word, []).append((split, place, kind.id))
        for phrase in kind.markers:
            split = tuple(phrase.split())
            markers.setdefault(split[0], []).append((split, kind))
        for thing in kind.counts:
            for form in (thing, *plurals(thing)):
                things.setdefault(form.split()[-1], []).append(kind)
    return Vocabulary(
        kinds,
        {word: tuple(sorted(found, key=lambda sense: -len(sense.tail))) for word, found in senses.items()},
        frozenset(word for word in senses if word not in grammar.PREPOSITIONS),
        frozenset(_signal(word, sense) for word, found in senses.items() for sense in found),
        {word: tuple(found) for word, found in ruled_out.items()},
        {word: tuple(found) for word, found in markers.items()},
        {word: tuple(found) for word, found in things.items()},
        frozenset(
            sense.tail[-1]
            for found in senses.values()
            for sense in found
            if sense.role is Role.DONE_TO and sense.tail and sense.tail[-1] not in grammar.PREPOSITIONS.union(things)
        ),
    )


def _signal(word: str, sense: Sense) -> str:
    """The word of a sense that tells most: of a phrase its longest after the first (*in critical condition*).

    Small words tell nothing: *unaccounted for* is told by its first.
    """
    telling = (tail for tail in sense.tail if tail != "..." and tail not in grammar.PREPOSITIONS)
    return max(telling, key=len, default=word)


def _senses(kind: Kind) -> list[tuple[str, Sense]]:
    found: list[tuple[str, Sense]] = []
    for phrase in kind.done_to:
        found += _verb(kind, Role.DONE_TO, phrase)
        if " " not in phrase:
            found += [_toll(kind, word) for word in verb_forms(phrase).participle]
    for phrase in kind.state:
        if " " not in phrase:
            found.append(_toll(kind, phrase))
    for phrase in kind.outcome_open:
        found += _verb(kind, Role.DONE_TO, phrase, open_outcome=True)
    for phrase in kind.does:
        found += _verb(kind, Role.DOES, phrase)
    for role, nouns in (
        (Role.EVENT, kind.events),
        (Role.CALLED, kind.called),
        (Role.SUFFERS, kind.suffers),
        (Role.NONE_OF, kind.none_of),
        (Role.TOLL, kind.tolls),
    ):
        for phrase in nouns:
            found.append(_phrase(kind, role, Form.SINGULAR, phrase))
            if role is not Role.TOLL:
                found += [_phrase(kind, role, Form.PLURAL, form) for form in plurals(phrase)]
    found += [_phrase(kind, Role.STATE, Form.ADJECTIVE, phrase) for phrase in kind.state]
    found += [_phrase(kind, Role.UNSCATHED, Form.ADJECTIVE, phrase) for phrase in kind.unscathed]
    return found


def _toll(kind: Kind, word: str) -> tuple[str, Sense]:
    """*the number of people detained*, *the number of missing*, as a noun that the bare number follows."""
    return _phrase(kind, Role.TOLL, Form.SINGULAR, f"number ... {word}")


def _verb(kind: Kind, role: Role, phrase: str, *, open_outcome: bool = False) -> list[tuple[str, Sense]]:
    base, *tail = phrase.split()
    forms = verb_forms(base)
    rest = tuple(tail)
    made = [(forms.base, Form.BASE), (forms.third, Form.THIRD)]
    made += [(form, Form.GERUND) for form in forms.gerund]
    for form in forms.past:
        made.append((form, Form.PAST if form in forms.participle else Form.PRETERITE))
    made += [(form, Form.PARTICIPLE) for form in forms.participle if form not in forms.past]
    if forms.base in forms.past:
        made = [(word, form) for word, form in made if form is not Form.BASE]
    return [(word, Sense(kind, role, form, base, rest, open_outcome)) for word, form in made]


def _phrase(kind: Kind, role: Role, form: Form, phrase: str) -> tuple[str, Sense]:
    first, *tail = phrase.split()
    beside = tail[0] if tail and tail[0] != "..." else ""
    return first, Sense(kind, role, form, phrase, tuple(tail), beside=beside)
