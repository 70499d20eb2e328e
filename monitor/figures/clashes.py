"""What in the definition of the kinds is unclear or clashes: words that two kinds share, or that silence their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from monitor.figures.en.inflect import plurals, verb_forms
from monitor.figures.en.wordforms import is_base, is_everywhere, is_plural, names_people
from monitor.figures.kinds import Kind, Kinds

_VERBS = ("done_to", "does", "outcome_open", "lets_go", "spared")
_NOUNS = ("events", "called", "suffers", "none_of", "counts")
_STATING = (*_VERBS, "state", "events", "called", "tolls", "suffers")
_LISTS = (*_STATING, "counts", "markers", "unscathed", "none_of", "not_when")
_READABLE = re.compile(r"[^\W\d_][^\W_]*(?:[-'’][^\W_]+)*|\.\.\.")


class Clash(NamedTuple):
    """One thing that is wrong: in which kind, under which key, at which word, and what to do about it."""

    kind: str
    key: str
    word: str
    problem: str


def clashes(kinds: Kinds) -> tuple[Clash, ...]:
    """Everything that is unclear or clashes in a set of kinds, kinds and their keys in the order of the settings."""
    found = [clash for kind in kinds.all for clash in _in_one(kind, kinds)]
    for one, other in combinations(kinds.all, 2):
        found += _between(one, other)
    return tuple(dict.fromkeys(found))


def _in_one(kind: Kind, kinds: Kinds) -> Iterator[Clash]:
    for key in _LISTS:
        phrases: tuple[str, ...] = getattr(kind, key)
        for at, phrase in enumerate(phrases):
            if phrase in phrases[:at]:
                yield Clash(kind.id, key, phrase, "stands there twice")
            yield from _unreadable(kind, key, phrase)
    for key in _VERBS:
        for phrase in getattr(kind, key):
            if not is_base(phrase.split()[0]):
                yield Clash(kind.id, key, phrase, "is no base form of a verb: give it as a dictionary has it")
    for key in _NOUNS:
        for phrase in getattr(kind, key):
            if is_plural(phrase):
                yield Clash(kind.id, key, phrase, "looks like a plural: give the singular, the plural is made from it")
    yield from _counted(kind)
    yield from _ruled_out(kind)
    yield from _outcome(kind, kinds)
    yield from _letting_go(kind, kinds)


def _unreadable(kind: Kind, key: str, phrase: str) -> Iterator[Clash]:
    """Phrases that no text can hold, or that every text holds."""
    words = phrase.split()
    if not all(_READABLE.fullmatch(word) for word in words):
        yield Clash(kind.id, key, phrase, "is never found: give words of letters, with spaces between")
    elif "..." in (words[0], words[-1]):
        yield Clash(kind.id, key, phrase, "begins or ends with ...: it stands for words between two others")
    elif len(words) == 1 and key != "not_when" and is_everywhere(phrase):
        yield Clash(kind.id, key, phrase, "is in every text: give a word that tells more")


def _counted(kind: Kind) -> Iterator[Clash]:
    """Counted nouns that are people, or that state their kind by themselves."""
    for noun in kind.counts:
        if names_people(noun):
            yield Clash(
                kind.id,
                "counts",
                noun,
                "is a word for people: leave counts out where people are counted, else both are",
            )
        if noun in kind.called:
            yield Clash(
                kind.id,
                "called",
                noun,
                "is also in counts: every one that is named would count, whatever happened to it",
            )


def _ruled_out(kind: Kind) -> Iterator[Clash]:
    """Phrases of `not_when` that silence a word for good, and those that touch none."""
    stated = _stated(kind)
    everything = {word for form in stated for word in form}
    everything |= {
        word for key in ("unscathed", "none_of", "markers") for phrase in getattr(kind, key) for word in phrase.split()
    }
    everything |= {word for noun in kind.none_of for form in plurals(noun) for word in form.split()}
    for phrase in kind.not_when:
        forms = [tuple(form.replace("-", " ").split()) for form in (phrase, *plurals(phrase))]
        silenced = sorted({key_and_phrase for form, key_and_phrase in stated.items() if _holds(form, forms[0])})
        for key, word in silenced:
            yield Clash(kind.id, "not_when", phrase, f"rules out {word!r} of {key} wherever it stands: give more words")
        if not everything & {word for form in forms for word in form}:
            yield Clash(kind.id, "not_when", phrase, "rules nothing out: it holds no word of this kind")


def _outcome(kind: Kind, kinds: Kinds) -> Iterator[Clash]:
    if kind.outcome_open and kind.yields_to is None:
        yield Clash(
            kind.id, "outcome_open", kind.outcome_open[0], "names no kind to yield to: give yields_to, or use done_to"
        )
    if kind.yields_to is None:
        return
    other = kinds[kind.yields_to]
    if not kind.outcome_open and not kind.state:
        yield Clash(kind.id, "yields_to", kind.yields_to, "has no effect without outcome_open or state")
    if other.id == kind.id or other.yields_to == kind.id:
        yield Clash(kind.id, "yields_to", kind.yields_to, "goes round in a circle: each would give way to the other")
    elif not _count_the_same(kind, other):
        yield Clash(kind.id, "yields_to", kind.yields_to, "counts other things, so it never says how these ended")


def _letting_go(kind: Kind, kinds: Kinds) -> Iterator[Clash]:
    if kind.lets_go and kind.not_from is None:
        yield Clash(kind.id, "lets_go", kind.lets_go[0], "names no kind to tell it from: give not_from, or use done_to")
    if kind.not_from is None:
        return
    if not kind.lets_go:
        yield Clash(kind.id, "not_from", kind.not_from, "has no effect without lets_go")
    if not _count_the_same(kind, kinds[kind.not_from]):
        yield Clash(kind.id, "not_from", kind.not_from, "counts other things, so it never says who was let go")


def _between(one: Kind, other: Kind) -> Iterator[Clash]:
    """What two kinds share: a name that readers see, or words for the same counted things."""
    if one.label.casefold() == other.label.casefold():
        yield Clash(other.id, "label", other.label, f"is the label of {one.id} too: readers cannot tell them apart")
    if not _count_the_same(one, other):
        return
    first, told = _stated(one), set()
    for form, (key, phrase) in _stated(other).items():
        if form in first and (key, phrase) not in told:
            told.add((key, phrase))
            yield _shared(other.id, key, phrase, one.id, first[form], " ".join(form))
    for phrase in other.markers:
        if phrase in one.markers:
            yield _shared(other.id, "markers", phrase, one.id, ("markers", phrase), phrase)


def _shared(kind: str, key: str, phrase: str, other: str, there: tuple[str, str], form: str) -> Clash:
    as_what = "" if form == phrase else f" as {form!r}"
    return Clash(
        kind, key, phrase, f"states {other} too{as_what} ({there[0]}: {there[1]!r}): one number would be told as both"
    )


def _stated(kind: Kind) -> dict[tuple[str, ...], tuple[str, str]]:
    """Every form in which a word of the kind can stand, with the key and the phrase that it comes from."""
    forms: dict[tuple[str, ...], tuple[str, str]] = {}
    for key in _STATING:
        for phrase in getattr(kind, key):
            for form in _forms(key, phrase):
                forms.setdefault(tuple(form.replace("-", " ").split()), (key, phrase))
    return forms


def _forms(key: str, phrase: str) -> tuple[str, ...]:
    if key in _NOUNS:
        return (phrase, *plurals(phrase))
    if key not in _VERBS:
        return (phrase,)
    base, *tail = phrase.split()
    made = verb_forms(base)
    heads = dict.fromkeys((made.base, made.third, *made.past, *made.participle, *made.gerund))
    return tuple(" ".join((head, *tail)) for head in heads)


def _count_the_same(one: Kind, other: Kind) -> bool:
    return (one.counts_persons and other.counts_persons) or not set(one.counts).isdisjoint(other.counts)


def _holds(form: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Whether the words of a phrase stand side by side in a form."""
    return any(form[at : at + len(phrase)] == phrase for at in range(len(form) - len(phrase) + 1))
