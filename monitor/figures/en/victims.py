"""Follows victims through the article: the man who *was shot*, *was taken to hospital* and *died there* is one.

The wounds of the dead do not count, and *shot* alone says nothing of how it ended: what is told of one victim is
gathered, and what a later word of the article overtakes is dropped. A name told anywhere stands for the victim in all.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from monitor.figures.document import Mention, Quantity
from monitor.figures.en import grammar, persons
from monitor.figures.en.phrases import Phrase, Sort
from monitor.figures.kinds import Kinds
from monitor.model import Modifier


class Told(NamedTuple):
    """A mention with the phrase it counts. `opened`: the verb leaves open how it ended. `members`: who was added up."""

    mention: Mention
    phrase: Phrase
    opened: bool
    members: tuple[Phrase, ...] = ()


@dataclass(slots=True)
class _Victim:
    family: str
    names: set[str] = field(default_factory=set)
    full: str | None = None
    gender: str | None = None
    age: int | None = None
    heads: set[str] = field(default_factory=set)
    told: list[int] = field(default_factory=list)
    last_sentence: int = -1


def settle(told: list[Told], kinds: Kinds, *, incident: bool) -> list[Mention]:
    """The mentions that stand, victims followed from one to the next.

    Without an `incident`, kinds that need one are left out, save what says none.
    """
    gated = {kind.id for kind in kinds.all if kind.needs_incident}
    if not incident:
        told = [one for one in told if one.mention.kind not in gated or one.mention.quantity.high == 0]
    told = _with_pronouns(told)
    yields = {kind.id: kind.yields_to for kind in kinds.all if kind.yields_to}
    victims = _victims(told, yields)
    dropped = _overtaken(told, victims, yields)
    _plural_overtaken(told, yields, dropped)
    numbers = {at: number for number, victim in enumerate(victims) for at in victim.told if not told[at].members}
    made: list[Mention] = []
    for at, one in enumerate(told):
        if at in dropped:
            continue
        mention = one.mention
        base = [before.quantity.low or 0 for before in made if before.kind == mention.kind]
        if mention.more and not any(base):
            mention = replace(mention, more=False)
        if mention.part and max(base, default=0) <= (mention.quantity.low or 0):
            mention = replace(mention, part=False)  # *one of them was hurt*, where none was told hurt before
        if at in numbers:
            full = victims[numbers[at]].full
            mention = replace(mention, victim=numbers[at], names=mention.names or ((full,) if full else ()))
        made.append(mention)
    return made


def _with_pronouns(told: list[Told]) -> list[Told]:
    """*They* as the number last told of several, where it is said of them for the first time."""
    kept: list[Told] = []
    for one in told:
        if one.phrase.sort is not Sort.PRONOUN or one.phrase.quantity is not None:
            kept.append(one)
            continue
        for other in reversed(kept):
            size = other.mention.quantity
            if one.mention.sentence - other.mention.sentence > 2:
                break
            if size.low is None or size.low < 2 or other.phrase.sort is Sort.NOBODY:
                continue
            if other.mention.kind != one.mention.kind:
                kept.append(one._replace(mention=replace(one.mention, quantity=size)))
            break
    return kept


def _victims(told: list[Told], families: dict[str, str]) -> list[_Victim]:
    """Single persons told of, each with the mentions that are of them. Kinds of one family are of the same people."""
    victims: list[_Victim] = []
    for at, one in enumerate(told):
        if not one.members and not _is_single_person(one):
            continue
        family = families.get(one.mention.kind, one.mention.kind)
        for phrase in one.members or (one.phrase,):
            if phrase.quantity is None or phrase.quantity.low != 1 or phrase.quantity.high != 1:
                continue
            member = one._replace(phrase=phrase)
            victim = _same([known for known in victims if known.family == family], member, told)
            if victim is None:
                victim = _Victim(family)
                victims.append(victim)
            _add(victim, at, member)
    return victims


def _is_single_person(one: Told) -> bool:
    quantity = one.mention.quantity
    return quantity.low == quantity.high == 1 and one.phrase.sort in (Sort.PERSON, Sort.NAME, Sort.PRONOUN, Sort.NUMBER)


def _same(victims: list[_Victim], one: Told, told: list[Told]) -> _Victim | None:
    """The victim that a phrase speaks of again, the latest first."""
    phrase, sentence = one.phrase, one.mention.sentence
    names = _name_words(phrase)
    gender = _gender(phrase)
    if names:
        for victim in reversed(victims):
            if victim.names & names and not _is_namesake(victim, phrase):
                return victim
    for victim in reversed(victims):
        last = told[victim.told[-1]]
        if (
            not last.members
            and last.mention.sentence == sentence
            and (last.phrase.first, last.phrase.last) == (phrase.first, phrase.last)
        ):
            return victim
    apart = told[max(at for known in victims for at in known.told)] if victims and phrase.more else None
    recent = list(reversed(victims))
    if phrase.sort is not Sort.PRONOUN:  # *a man* is rather the one told dead before than the one told hurt
        kind = one.mention.kind
        recent.sort(key=lambda victim: kind not in {told[at].mention.kind for at in victim.told})
    for victim in recent:
        retold = victim.last_sentence == 0 < sentence  # the first line sums up what follows
        if apart is not None and not retold and (apart is told[victim.told[-1]] or not phrase.definite):
            continue
        if names and victim.names:
            continue
        if gender and victim.gender and gender != victim.gender:
            continue
        if phrase.age is not None and victim.age is not None and phrase.age != victim.age:
            continue
        here = victim.last_sentence == sentence
        if here and phrase.sort is Sort.PERSON and phrase.head not in victim.heads | persons.GENERIC:
            continue
        if here and phrase.sort is not Sort.PRONOUN and not (phrase.definite and not names):
            continue
        return victim
    return None


def _add(victim: _Victim, at: int, one: Told) -> None:
    victim.told.append(at)
    victim.last_sentence = one.mention.sentence
    victim.names |= _name_words(one.phrase)
    if one.phrase.names and (victim.full is None or len(one.phrase.names[0]) > len(victim.full)):
        victim.full = one.phrase.names[0]
    victim.gender = victim.gender or _gender(one.phrase)
    victim.age = victim.age if victim.age is not None else one.phrase.age
    victim.heads.add(one.phrase.head)


def _is_namesake(victim: _Victim, phrase: Phrase) -> bool:
    """Whether a full name is of another of the same family."""
    if victim.full is None or not phrase.names:
        return False
    mine = [word for word in phrase.names[0].lower().split() if word not in grammar.TITLES]
    known = [word for word in victim.full.lower().split() if word not in grammar.TITLES]
    return len(mine) > 1 and len(known) > 1 and mine[-1] == known[-1] and mine[0] != known[0]


def _name_words(phrase: Phrase) -> set[str]:
    words = {word.lower() for name in phrase.names for word in name.replace("-", " ").split() if len(word) > 2}
    return words - grammar.TITLES


def _gender(phrase: Phrase) -> str | None:
    if phrase.head in persons.MASCULINE:
        return "m"
    if phrase.head in persons.FEMININE:
        return "f"
    return None


def _overtaken(told: list[Told], victims: list[_Victim], yields: dict[str, str]) -> set[int]:
    """The wounds of single victims who are told dead."""
    dropped: set[int] = set()
    for victim in victims:
        kinds = {told[at].mention.kind for at in victim.told}
        for at in victim.told:
            if yields.get(told[at].mention.kind) in kinds and not told[at].members:
                dropped.add(at)
    for at, one in enumerate(told):
        over = yields.get(one.mention.kind)
        unnamed = one.opened and one.phrase.definite and not one.phrase.names and _is_single_person(one)
        if (
            over
            and unnamed
            and any(other.mention.kind == over and (other.mention.quantity.low or 0) > 1 for other in told)
        ):
            dropped.add(at)
    return dropped


def _plural_overtaken(told: list[Told], yields: dict[str, str], dropped: set[int]) -> None:
    """The wounds of several who are then told dead: *two were shot; both died*."""
    for at, one in enumerate(told):
        over = yields.get(one.mention.kind)
        size = one.mention.quantity
        if over is None or size.low is None or size.low != size.high or size.low < 2 or at in dropped:
            continue
        for other in told:
            same = other.mention.quantity
            if (
                other.mention.kind == over
                and (same.low, same.high) == (size.low, size.high)
                and _refers_back(other, one)
            ):
                dropped.add(at)
                break


def _refers_back(later: Told, earlier: Told) -> bool:
    """Whether a number of dead is of the same people as a number of wounded: *two were shot; both died*."""
    if (later.mention.sentence, later.phrase.first) == (earlier.mention.sentence, earlier.phrase.first):
        return True
    return earlier.opened and (later.phrase.definite or later.mention.sentence != earlier.mention.sentence)


def fewer(mention: Mention, by: int) -> Mention:
    """The same mention, of so many fewer."""
    low = (mention.quantity.low or 0) - by
    return replace(mention, quantity=Quantity(low, low, Modifier.EXACT))
