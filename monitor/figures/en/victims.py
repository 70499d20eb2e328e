"""Follows victims through the article: the man who *was shot*, *was taken to hospital* and *died there* is one.

The wounds of the dead do not count, and *shot* alone says nothing of how it ended: what is told of one victim is
gathered, and what a later word of the article overtakes is dropped. A name told anywhere stands for the victim in all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import pairwise

from monitor.figures.document import Mention
from monitor.figures.en import grammar, persons
from monitor.figures.en.phrase import Phrase, Sort
from monitor.figures.en.releases import without_released
from monitor.figures.en.shared_nouns import decided
from monitor.figures.en.told import Told, with_pronouns
from monitor.figures.kinds import Kinds

_PERSONS = (Sort.PERSON, Sort.NAME, Sort.PRONOUN, Sort.NUMBER)
_OWNERS = {"his": "m", "her": "f"}
_REMEMBERED = 60  # victims of one family of kinds that a phrase may speak of again


@dataclass(slots=True)
class _Victim:
    names: set[str] = field(default_factory=set)
    full: str | None = None
    gender: str | None = None
    age: int | None = None
    heads: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    told: list[int] = field(default_factory=list)
    first_sentence: int = -1
    last_sentence: int = -1


def settle(told: list[Told], kinds: Kinds, *, incident: bool, feared: AbstractSet[int]) -> list[Mention]:
    """The mentions that stand, victims followed from one to the next.

    Without an `incident`, kinds that need one are left out, save what says none. `feared` are the sentences that speak
    of fears: who is only feared dead is still missing.
    """
    if not incident:
        gated = {kind.id for kind in kinds.all if kind.needs_incident}
        told = [one for one in told if one.mention.kind not in gated or _says_none(one.mention)]
    yields = {kind.id: kind.yields_to for kind in kinds.all if kind.yields_to}
    told = _retold(without_released(with_pronouns(decided(told))), yields)
    victims = _victims(told, yields)
    dropped = _overtaken(told, victims, yields) | _several_overtaken(told, yields)
    if feared:
        still = {one.mention.kind for one in told if one.mention.sentence in feared}
        dropped = {at for at in dropped if told[at].opened or yields.get(told[at].mention.kind) not in still}
    numbers = {at: number for number, victim in enumerate(victims) for at in victim.told if not told[at].members}
    base: dict[str, int] = defaultdict(int)
    made: list[Mention] = []
    for at, one in enumerate(told):
        if at in dropped:
            continue
        mention = one.mention if one.among else _against(one.mention, base[one.mention.kind])
        base[mention.kind] = max(base[mention.kind], mention.quantity.low or 0)
        if at in numbers:
            full = victims[numbers[at]].full
            mention = mention._replace(victim=numbers[at], names=mention.names or ((full,) if full else ()))
        made.append(mention)
    return made


def _says_none(mention: Mention) -> bool:
    """Whether a mention counts nobody: *no one was hurt*, or *any deaths* that someone denies."""
    return mention.quantity.high == 0 or mention.unsaid


def _against(mention: Mention, base: int) -> Mention:
    """*One of them was hurt* and *another man was hurt* are no part and no more where none was told hurt before."""
    more = mention.more and base > 0
    part = mention.part and base > (mention.quantity.low or 0)
    return mention if (more, part) == (mention.more, mention.part) else mention._replace(more=more, part=part)


def _retold(told: list[Told], yields: dict[str, str]) -> list[Told]:
    """*One died and another was hurt. A man was found dead. Another man had wounds*: beside the dead, not one more."""
    both = [
        one.mention.sentence
        for before, one in pairwise(told)
        if before.mention.sentence == one.mention.sentence
        and _is_single_person(one)
        and _are_of_a_family(before, one, yields)
    ]
    kept = told[:1]
    last: dict[str, int] = {}
    for before, one in pairwise(told):
        last[before.mention.kind] = before.mention.sentence
        near = 0 <= one.mention.sentence - before.mention.sentence <= 1
        again = both[:1] and both[0] < before.mention.sentence
        far = one.mention.sentence - last.get(one.mention.kind, one.mention.sentence) > 1
        contrasted = again if _is_single_person(one) else far
        if one.phrase.more and near and contrasted and _are_of_a_family(before, one, yields):
            phrase = one.phrase._replace(more=False, definite=False)
            kept.append(one._replace(mention=one.mention._replace(more=False), phrase=phrase))
        else:
            kept.append(one)
    return kept


def _are_of_a_family(before: Told, one: Told, yields: dict[str, str]) -> bool:
    """Whether of two persons, or numbers of them, one is told dead and the other wounded."""
    kinds = (before.mention.kind, one.mention.kind)
    if yields.get(kinds[0]) != kinds[1] and yields.get(kinds[1]) != kinds[0]:
        return False
    return _is_single_person(before) == _is_single_person(one)


def _victims(told: Sequence[Told], families: dict[str, str]) -> list[_Victim]:
    """Single persons told of, each with the mentions that are of them. Kinds of one family are of the same people."""
    victims: list[_Victim] = []
    known: dict[str, list[_Victim]] = defaultdict(list)
    for at, one in enumerate(told):
        if not one.members and not _is_single_person(one):
            continue
        family = known[families.get(one.mention.kind, one.mention.kind)]
        for phrase in one.members or (one.phrase,):
            if phrase.quantity is None or phrase.quantity.low != 1 or phrase.quantity.high != 1:
                continue
            member = one._replace(phrase=phrase)
            victim = _same(family[-_REMEMBERED:], member, told, families.get(one.mention.kind))
            if victim is None:
                victim = _Victim()
                victims.append(victim)
                family.append(victim)
            _add(victim, at, member)
    return victims


def _is_single_person(one: Told) -> bool:
    quantity = one.mention.quantity
    return quantity.low == quantity.high == 1 and one.phrase.sort in _PERSONS


def _same(victims: Sequence[_Victim], one: Told, told: Sequence[Told], end: str | None) -> _Victim | None:
    """The victim that a phrase speaks of again, the latest first. `end`: the kind that overtakes what is told now."""
    phrase, sentence = one.phrase, one.mention.sentence
    names = _name_words(phrase)
    for victim in reversed(victims):
        if victim.names & names and not _is_namesake(victim, phrase):
            return victim
    if one.members and names:
        return None  # who is named in a list is nobody told of without a name
    for victim in reversed(victims):
        last = told[victim.told[-1]]
        if not last.members and last.mention.sentence == sentence and last.phrase[:2] == phrase[:2]:
            return victim
    latest = max((victim.told[-1] for victim in victims), default=-1) if phrase.more else -1
    recent = list(reversed(victims))
    if phrase.sort is Sort.PRONOUN:
        recent.sort(key=lambda victim: -victim.told[-1])
    else:  # *a man* is rather the one told dead before than the one told hurt
        recent.sort(key=lambda victim: one.mention.kind not in victim.kinds)
        if phrase.definite and not phrase.more:  # *the man* is rather the man than the teenager
            recent.sort(key=lambda victim: phrase.head not in victim.heads)
    for victim in recent:
        retold = victim.last_sentence == 0 < sentence  # the first line sums up what follows
        if phrase.more and not retold and (victim.told[-1] == latest or not phrase.definite):
            continue
        known = phrase.sort is Sort.PRONOUN or (phrase.head in victim.heads or phrase.head in persons.GENERIC)
        if end in victim.kinds and not one.opened and (names or not phrase.definite or not known):
            continue  # *a guard was killed; John Roe was wounded*: he is another
        if one.mention.kind not in victim.kinds and not names and _is_newcomer(victim, phrase):
            continue  # *a clerk was hurt*, then *a candidate was killed*
        if _may_be(victim, phrase, names, here=victim.last_sentence == sentence):
            return _told_so_before(victims, victim, one, told) or victim
    return None


def _told_so_before(victims: Sequence[_Victim], found: _Victim, one: Told, told: Sequence[Told]) -> _Victim | None:
    """*One man died and another was hurt. Officers found a man who was shot; he was dead*: the one told dead before."""
    last = told[found.told[-1]]
    if (
        one.phrase.sort is not Sort.PRONOUN
        or one.mention.kind in found.kinds
        or not last.opened
        or last.phrase.definite
    ):
        return None
    for victim in reversed(victims):
        both = victim is not found and victim.first_sentence == found.first_sentence < last.mention.sentence
        if both and one.mention.kind in victim.kinds and _may_be(victim, one.phrase, set(), here=False):
            return victim
    return None


def _may_be(victim: _Victim, phrase: Phrase, names: set[str], *, here: bool) -> bool:
    """Whether nothing tells against a phrase speaking of this victim. `here`: in the sentence that told of it last."""
    if names and victim.names:
        return False
    gender = _gender(phrase)
    if gender and victim.gender and gender != victim.gender:
        return False
    if phrase.age is not None and victim.age is not None and phrase.age != victim.age:
        return False
    if any(persons.are_unlike(phrase.head, head) for head in victim.heads):
        return False
    if (
        phrase.owner
        and phrase.head in persons.ATTENDANTS - victim.heads
        and victim.gender in (None, _OWNERS[phrase.owner])
    ):
        return False  # *Roe was killed; his driver died later*
    if not here or phrase.sort is Sort.PRONOUN:
        return True
    if phrase.sort is Sort.PERSON and not (phrase.head in victim.heads or phrase.head in persons.GENERIC):
        return False
    return phrase.definite and not names


def _is_newcomer(victim: _Victim, phrase: Phrase) -> bool:
    """Whether a phrase brings in someone by another noun than the victim's, and neither noun could be anyone's."""
    if phrase.sort is not Sort.PERSON or phrase.definite or not victim.heads.isdisjoint(persons.GENERIC):
        return False
    return not (phrase.head in victim.heads or phrase.head in persons.GENERIC)


def _add(victim: _Victim, at: int, one: Told) -> None:
    victim.told.append(at)
    victim.kinds.add(one.mention.kind)
    victim.first_sentence = one.mention.sentence if len(victim.told) == 1 else victim.first_sentence
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
    return "f" if phrase.head in persons.FEMININE else None


def _overtaken(told: Sequence[Told], victims: Sequence[_Victim], yields: dict[str, str]) -> set[int]:
    """The wounds of single victims who are told dead, and of *him* and *the man* where several are."""
    dropped = _shot_dead_by_name(told, yields)
    for victim in victims:
        for at in victim.told:
            if yields.get(told[at].mention.kind) in victim.kinds and not told[at].members:
                dropped.add(at)
    several = {one.mention.kind for one in told if (one.mention.quantity.low or 0) > 1}
    for at, one in enumerate(told):
        unnamed = one.opened and one.phrase.definite and not one.phrase.names and _is_single_person(one)
        if unnamed and yields.get(one.mention.kind) in several:
            dropped.add(at)
    return dropped


def _shot_dead_by_name(told: Sequence[Told], yields: dict[str, str]) -> set[int]:
    """*Three were found dead. Roe shot his wife and their daughter*: of the dead, where nobody was told wounded."""
    wounded = {one.mention.kind for one in told if not one.opened}
    dead: dict[str, int] = defaultdict(int)
    dropped: set[int] = set()
    for at, one in enumerate(told):
        kind, size = one.mention.kind, one.mention.quantity.low or 0
        known = one.opened and len(one.members) > 1 and one.members[0].definite
        if known and kind not in wounded and dead[yields.get(kind, "")] >= size and not one.mention.more:
            dropped.add(at)
        dead[kind] = max(dead[kind], size)
    return dropped


def _several_overtaken(told: Sequence[Told], yields: dict[str, str]) -> set[int]:
    """The wounds of several who are then told dead: *two were shot; both died*."""
    sized: dict[tuple[str, int], list[Told]] = defaultdict(list)
    for one in told:
        size = one.mention.quantity
        if size.low is not None and size.low == size.high and size.low > 1:
            sized[one.mention.kind, size.low].append(one)
    places = {key: {(one.mention.sentence, one.phrase.first) for one in found} for key, found in sized.items()}
    outside = {key: {one.mention.sentence for one in found} for key, found in sized.items()}
    beside = {
        (key, one.mention.sentence)
        for key, found in sized.items()
        for one in found
        if one.phrase.head and not one.phrase.definite
    }
    again = {key for key, found in sized.items() if any(one.phrase.definite for one in found)}
    dropped: set[int] = set()
    opened: dict[tuple[str, int], set[int]] = defaultdict(set)
    apart: set[tuple[str, int]] = set()  # *two guards were shot and two robbers found dead*
    for at, one in enumerate(told):
        size = one.mention.quantity
        key = (yields.get(one.mention.kind, ""), size.low or 0)
        if key not in sized or size.low != size.high:
            continue
        if (one.mention.sentence, one.phrase.first) in places[key]:
            dropped.add(at)
        elif one.opened and (key, one.mention.sentence) in beside:
            apart.add(key)
        elif one.opened and (key in again or outside[key] != {one.mention.sentence}):
            opened[key].add(at)
    return dropped.union(*(found for key, found in opened.items() if key not in apart))
