"""How many persons an article tells of one by one.

Two mentions of single persons are of two persons only where the words say so: two full names, two ages, a woman and a
man, *another*, two phrases of one sentence. In all else they are taken as one person told of twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from monitor.figures.document import Document, Mention
from monitor.figures.en import persons
from monitor.figures.en.grammar import DETERMINERS, KIN, STOPPERS, TITLES
from monitor.figures.en.parts import ALSO, BACK_REFERENCES, FOUND

REMEMBERED = 50  # persons
_NO_FIRST_NAMES = TITLES | STOPPERS | DETERMINERS


@dataclass(slots=True)
class Person:
    """What is told of one person, and the mentions that tell it, by their place in what was handed over."""

    names: set[str] = field(default_factory=set)
    is_full_name: bool = False
    gender: str | None = None
    age: int | None = None
    victims: set[int] = field(default_factory=set)
    told: list[int] = field(default_factory=list)
    places: set[tuple[int, int]] = field(default_factory=set)
    refers_back: bool = False
    is_pronoun: bool = False
    is_added: bool = False
    is_attendant: bool = False
    head: str | None = None


def one_by_one(document: Document, mentions: Sequence[Mention]) -> list[Person]:
    """The persons that single mentions of one kind tell of, surely different from one another, in text order.

    Each mention is held against the `REMEMBERED` persons told of last, so that the time is linear in the mentions.
    """
    surnames = _surnames(document)
    found: list[Person] = []
    for at, mention in enumerate(mentions):
        person = _profile(document, mention, surnames)
        same = _same(found[-REMEMBERED:], person, mention)
        if same is None:
            person.told.append(at)
            found.append(person)
        else:
            _merge(same, person)
            same.told.append(at)
    return found


def _surnames(document: Document) -> frozenset[str]:
    """Surnames that the article tells with a first name: *Jane Roe, 55*, *the cameraman Carl Doe*."""
    found: set[str] = set()
    for sentence in document.sentences:
        texts, lows = sentence.texts, sentence.lows
        for at in range(1, len(lows) if sentence.paragraph >= 0 else 0):
            named = texts[at][0].isupper() and texts[at - 1][0].isupper() and lows[at - 1] not in _NO_FIRST_NAMES
            if named and not persons.is_person(lows[at - 1]):
                found.add(lows[at])
    return frozenset(found)


def _profile(document: Document, mention: Mention, surnames: frozenset[str]) -> Person:
    """What the phrase itself says of the person."""
    whole = document.sentences[mention.sentence].lows
    lows = whole[mention.first : mention.last]
    own = [name for name in mention.names if name.split()[-1].lower() in lows]
    age = None
    for place, low in enumerate(lows):
        if low.isdecimal() and int(low) <= 110 and len(lows) > 1:
            around = (
                lows[place + 1 : place + 3] == ["-", "year"]
                or lows[place - 1 : place] == [","]
                or lows[place + 1 : place + 2] == ["years"]
            )
            age = int(low) if around else age
    return Person(
        names={word for name in own for word in name.lower().replace("-", " ").split() if len(word) > 2},
        is_full_name=any(len(name.split()) > 1 or name.lower() in surnames for name in own),
        gender=_gender(lows),
        age=age,
        victims={mention.victim} if mention.victim is not None else set(),
        places={(mention.sentence, mention.first)},
        refers_back=bool(lows) and lows[0] in BACK_REFERENCES and KIN.isdisjoint(lows),
        is_added=not ALSO.isdisjoint(before := whole[max(0, mention.trigger - 4) : mention.trigger])
        and FOUND.isdisjoint(before)
        and "with" not in whole[mention.trigger + 1 : mention.trigger + 3],
        is_attendant=len(lows) > 1 and lows[0] in ("his", "her") and lows[-1] in persons.ATTENDANTS,
        is_pronoun=len(lows) == 1 and lows[0] in BACK_REFERENCES,
        head=lows[lows.index("of") - 1 if "of" in lows[1:] else -1] if lows and not own else None,
    )


def _gender(lows: Sequence[str]) -> str | None:
    for low in reversed(lows):
        if low in persons.MASCULINE:
            return "m"
        if low in persons.FEMININE:
            return "f"
    return None


def _same(found: Sequence[Person], person: Person, mention: Mention) -> Person | None:
    """The person told of already that this one is, or may be."""
    for known in reversed(found):
        if known.names & person.names:
            return known
    if person.is_pronoun:
        return found[-1] if found else None
    if (mention.more or person.is_added) and not person.refers_back:
        return None
    for known in reversed(found):
        if known.victims & person.victims and not _named_apart(known, person):
            return known
    for known in reversed(found):
        if not _are_apart(known, person):
            return known
    return None


def _are_apart(known: Person, person: Person) -> bool:
    if _named_apart(known, person):
        return True
    if known.gender and person.gender and known.gender != person.gender:
        return True
    if known.age is not None and person.age is not None and known.age != person.age:
        return True
    if known.head and person.head and persons.are_unlike(known.head, person.head):
        return True
    if person.is_attendant and known.victims and person.victims and not known.victims & person.victims:
        return True  # *Roe died at once, his driver in hospital*
    together = {sentence for sentence, _ in known.places} & {sentence for sentence, _ in person.places}
    return bool(together) and not person.refers_back and bool(known.head and person.head) and known.head != person.head


def _named_apart(known: Person, person: Person) -> bool:
    return known.is_full_name and person.is_full_name and not known.names & person.names


def _merge(known: Person, person: Person) -> None:
    known.names |= person.names
    known.is_full_name = known.is_full_name or person.is_full_name
    known.gender = known.gender or person.gender
    known.age = known.age if known.age is not None else person.age
    known.victims |= person.victims
    known.places |= person.places
