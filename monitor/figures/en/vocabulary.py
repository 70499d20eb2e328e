"""The words of the watched kinds in all their English forms, compiled for look-up by one word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from itertools import chain, product
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
    SPARED = auto()
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

    `tail` are the words that must come with it (shoot *down*), each with those that may stand in its place (taken to
    *hospital* or *clinic*); `beside` are the first of them where they stand next to the word (*in custody*). `lets_go`:
    it counts only those who were not of the kind that its own is told from. `shared`: kinds share the noun (*victims*),
    which is of this one where no other of them is told of.
    """

    kind: Kind
    role: Role
    form: Form
    base: str
    tail: tuple[frozenset[str], ...] = ()
    open_outcome: bool = False
    beside: frozenset[str] = frozenset()
    lets_go: bool = False
    shared: bool = False

    def tail_end(self, low: Sequence[str], at: int, gap: int = 0) -> int | None:
        """Where the tail ends that follows a word here, over at most `gap` words before its first; None without it."""
        place = at + 1
        for words in self.tail:
            if words is GAP:
                gap = WIDEST_GAP
                continue
            reach = min(len(low), place + gap + 1)
            while place < reach and low[place] not in words:
                if low[place] in _BREAKS:
                    return None
                place += 1
            if place >= reach:
                return None
            place += 1
            gap = 0
        return place


GAP = frozenset({"..."})
"""What stands for a few words in a tail."""
WIDEST_GAP = 8  # words
_COUNTS_OF = ("number of {}", "{} number", "{} numbered", "{} now number")
_BREAKS = frozenset({".", ",", ";", "and", "but"})
_CLAUSES = _BREAKS | frozenset({"after", "before", "when", "while", "as"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All senses by their first word, the phrases that rule a word out, and what marks another kind's verb.

    `stating` are the first words without those that are prepositions (*in* custody). `signals` are the words that tell
    most of each sense, with the first words of the senses that they tell. `ruled_out` are phrases by the kind that is
    not meant and each of their words: what stands before the word, the nearest first, and what after it. `closing` are
    the last words of verbs that hold their object (*set 12 trucks ablaze*), `verbs` those that need no other word.
    `measures` are the units of things that are measured (*two tonnes of cocaine*), `called` the
    kinds whose persons a noun names by itself, `final` the kinds in which others end.
    """

    kinds: Kinds
    senses: dict[str, tuple[Sense, ...]]
    stating: frozenset[str]
    signals: dict[str, frozenset[str]]
    ruled_out: dict[tuple[str, str], tuple[tuple[list[str], list[str]], ...]]
    markers: dict[str, tuple[tuple[tuple[str, ...], Kind], ...]]
    things: dict[str, tuple[Kind, ...]]
    closing: frozenset[str]
    verbs: frozenset[str]
    measures: frozenset[tuple[str, str]]
    called: dict[str, frozenset[str]]
    final: frozenset[str]

    def may_state(self, low: Sequence[str]) -> bool:
        """Whether a sentence holds the telling word and the first word of any sense: most hold none."""
        if self.signals.keys().isdisjoint(low):
            return False
        return any(not self.signals[word].isdisjoint(low) for word in low if word in self.signals)

    def rules_out(self, low: Sequence[str], at: int, kind: Kind) -> bool:
        """Whether the word here stands in a phrase in which it means something else: *death penalty*."""
        for before, after in self.ruled_out.get((kind.id, low[at]), ()):
            if after and after[0] != "..." and low[at + 1 : at + 2] != after[:1]:
                continue  # most phrases end here
            if _stand(low, at, before, -1) and _stand(low, at, after, 1):
                return True
        return False


def _stand(low: Sequence[str], at: int, phrase: Sequence[str], step: int) -> bool:
    """Whether the words of a phrase stand beside a word, on the side that `step` tells."""
    gap = 0
    for word in phrase:
        if word == "...":
            gap = WIDEST_GAP
            continue
        at += step
        while gap and 0 <= at < len(low) and low[at] != word and low[at] not in _CLAUSES:
            at, gap = at + step, gap - 1
        if not 0 <= at < len(low) or low[at] != word:
            return False
        gap = 0
    return True


@lru_cache(maxsize=16)
def compile_kinds(kinds: Kinds) -> Vocabulary:
    """The vocabulary of a set of kinds."""
    senses: dict[str, list[Sense]] = {}
    ruled_out: dict[tuple[str, str], list[tuple[list[str], list[str]]]] = {}
    markers: dict[str, list[tuple[tuple[str, ...], Kind]]] = {}
    things: dict[str, list[Kind]] = {}
    measures: set[tuple[str, str]] = set()
    signals: dict[str, set[str]] = {}
    nouns = Counter(noun for kind in kinds.all for noun in set(kind.none_of))
    shared = frozenset(noun for noun, of_kinds in nouns.items() if of_kinds > 1)
    for kind in kinds.all:
        for first, sense in chain(_senses(kind), _shared_tolls(kind, shared)):
            for signal in _signals(first, sense):
                signals.setdefault(signal, set()).add(first)
            bucket = senses.setdefault(first, [])
            if sense not in bucket:
                bucket.append(sense)
        for phrase in (form for given in kind.not_when for form in (given, *plurals(given))):
            for not_meant in _written(phrase):
                for place, word in enumerate(not_meant):
                    around = (not_meant[:place][::-1], not_meant[place + 1 :])
                    ruled_out.setdefault((kind.id, word), []).append(around)
        for phrase in kind.markers:
            split = tuple(phrase.split())
            markers.setdefault(split[0], []).append((split, kind))
        for thing in kind.counts:
            unit, _, measured = thing.partition(" of ")
            if measured:
                measures |= {(form, measured) for form in (unit, *plurals(unit))}
            for form in (thing, *plurals(thing)):
                things.setdefault(form.split()[-1], []).append(kind)
    return Vocabulary(
        kinds,
        {word: tuple(sorted(found, key=lambda sense: -len(sense.tail))) for word, found in senses.items()},
        frozenset(word for word in senses if word not in grammar.PREPOSITIONS),
        {word: frozenset(firsts) for word, firsts in signals.items()},
        {key: tuple(found) for key, found in ruled_out.items()},
        {word: tuple(found) for word, found in markers.items()},
        {word: tuple(found) for word, found in things.items()},
        frozenset(
            word
            for found in senses.values()
            for sense in found
            if sense.role is Role.DONE_TO and sense.tail and sense.tail[0].isdisjoint(grammar.PREPOSITIONS)
            for word in sense.tail[-1] - grammar.PREPOSITIONS.union(things)
        ),
        frozenset(word for word, found in senses.items() if any(map(_is_verb_alone, found))),
        frozenset(measures),
        {
            word: frozenset(sense.kind.id for sense in found if _is_name_alone(sense))
            for word, found in senses.items()
            if any(map(_is_name_alone, found))
        },
        frozenset(kind.yields_to for kind in kinds.all if kind.yields_to),
    )


def _is_verb_alone(sense: Sense) -> bool:
    return sense.role in (Role.DONE_TO, Role.DOES) and not sense.tail


def _is_name_alone(sense: Sense) -> bool:
    return sense.role is Role.CALLED and not sense.tail


def _written(phrase: str) -> Iterator[list[str]]:
    """The words of a phrase, each hyphen in it once as a hyphen and once as a dash: both are met in print."""
    parts = phrase.split("-")
    for joints in product(("-", "--"), repeat=len(parts) - 1):
        yield " ".join(chain.from_iterable(zip(parts, (*joints, ""), strict=True))).split()


def _signals(word: str, sense: Sense) -> frozenset[str]:
    """The words of a sense that tell most: of a phrase its longest after the first (*in critical condition*).

    Small words tell nothing: *unaccounted for* is told by its first.
    """
    telling = (words for words in sense.tail if words is not GAP and words.isdisjoint(grammar.PREPOSITIONS))
    return max(telling, key=lambda words: max(map(len, words)), default=frozenset({word}))


def _senses(kind: Kind) -> Iterator[tuple[str, Sense]]:
    for role, verbs in (
        (Role.DONE_TO, kind.done_to),
        (Role.DONE_TO, kind.outcome_open),
        (Role.DONE_TO, kind.lets_go),
        (Role.DOES, kind.does),
        (Role.SPARED, kind.spared),
    ):
        for base, tail in _grouped(verbs):
            sense = Sense(kind, role, Form.BASE, base, tail, verbs is kind.outcome_open, lets_go=verbs is kind.lets_go)
            yield from _verb(sense)
    for role, nouns in (
        (Role.EVENT, kind.events),
        (Role.CALLED, kind.called),
        (Role.SUFFERS, kind.suffers),
        (Role.NONE_OF, kind.none_of),
    ):
        yield from _phrases(kind, role, Form.SINGULAR, nouns)
        yield from _phrases(kind, role, Form.PLURAL, (form for phrase in nouns for form in plurals(phrase)))
    done = (word for phrase in kind.done_to if " " not in phrase for word in verb_forms(phrase).participle)
    told = [*done, *(phrase for phrase in kind.state if " " not in phrase)]
    # *the number of people detained*, *the number of missing*, as a noun that the bare number follows
    yield from _phrases(kind, Role.TOLL, Form.SINGULAR, [*(f"number ... {word}" for word in told), *kind.tolls])
    yield from _phrases(kind, Role.STATE, Form.ADJECTIVE, kind.state)
    yield from _phrases(kind, Role.UNSCATHED, Form.ADJECTIVE, kind.unscathed)


def _shared_tolls(kind: Kind, shared: frozenset[str]) -> Iterator[tuple[str, Sense]]:
    """*the number of victims*, *the victims now number*: counts by a noun that says nothing of how it ended."""
    for noun in shared.intersection(kind.none_of):
        counts = [phrase.format(form) for form in plurals(noun) for phrase in _COUNTS_OF]
        for first, sense in _phrases(kind, Role.TOLL, Form.SINGULAR, counts):
            yield first, sense._replace(shared=True)


def _grouped(phrases: Iterable[str]) -> Iterator[tuple[str, tuple[frozenset[str], ...]]]:
    """First words with their tails; tails that differ in their last word alone are one."""
    last: dict[tuple[str, ...], list[str]] = {}
    for phrase in phrases:
        *before, word = phrase.split()
        if before:
            last.setdefault(tuple(before), []).append(word)
        else:
            yield word, ()
    for (first, *between), ends in last.items():
        yield first, (*(GAP if word == "..." else frozenset({word}) for word in between), frozenset(ends))


def _verb(sense: Sense) -> Iterator[tuple[str, Sense]]:
    """A verb in all its forms."""
    forms = verb_forms(sense.base)
    if forms.base not in forms.past:
        yield forms.base, sense
    yield forms.third, sense._replace(form=Form.THIRD)
    for word in forms.gerund:
        yield word, sense._replace(form=Form.GERUND)
    for word in forms.past:
        yield word, sense._replace(form=Form.PAST if word in forms.participle else Form.PRETERITE)
    for word in forms.participle:
        if word not in forms.past:
            yield word, sense._replace(form=Form.PARTICIPLE)


def _phrases(kind: Kind, role: Role, form: Form, phrases: Iterable[str]) -> Iterator[tuple[str, Sense]]:
    for first, tail in _grouped(phrases):
        beside = tail[0] if tail and tail[0] is not GAP else frozenset[str]()
        yield first, Sense(kind, role, form, first, tail, beside=beside)
