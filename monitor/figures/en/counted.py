"""What a word of a watched kind was found to count."""

from __future__ import annotations

from typing import NamedTuple

from monitor.figures.en import grammar, persons
from monitor.figures.en.arguments import Clause
from monitor.figures.en.phrase import Phrase, Sort
from monitor.figures.en.wordset import words
from monitor.figures.kinds import Kind
from monitor.model import Status

_NOBODY = words("one nobody none other")
_NO_NOUNS = (Sort.NUMBER, Sort.NOBODY)
_PERSONS = (Sort.PERSON, Sort.NAME, Sort.PRONOUN)
_PIECES = words("device devices machine machines unit units set sets system systems")


class Counted(NamedTuple):
    """What a word was found to count.

    `opened`: the verb leaves open how it ended; `not_from`: it counts only those who were not of this kind; `shared`:
    the noun is of other kinds as well (*victims*); `among`: some of those called so (*the dead included two*).
    """

    kind: Kind
    trigger: int
    phrases: list[Phrase]
    opened: bool = False
    unsaid: bool = False
    status: Status | None = None
    not_from: str | None = None
    shared: bool = False
    among: bool = False


def is_countable(clause: Clause, phrase: Phrase, kind: Kind) -> bool:
    """Whether a phrase names what the kind counts."""
    if not kind.counts_persons and phrase.sort is Sort.NUMBER:
        return _is_of_things(clause, phrase, kind)
    if phrase.sort in _NO_NOUNS:
        return kind.counts_persons or phrase.head not in _NOBODY
    if not kind.counts_persons:
        named = clause.word(phrase.last - 2) if phrase.head in _PIECES else phrase.head  # *150 computer devices*
        return kind in clause.vocabulary.things.get(named, ())
    if phrase.sort in _PERSONS:
        return phrase.head not in clause.vocabulary.things or persons.is_person(phrase.head)
    return phrase.sort is Sort.UNKNOWN and phrase.number is not None and phrase.plural


def _is_of_things(clause: Clause, phrase: Phrase, kind: Kind) -> bool:
    """Whether a number alone may be of the kind's own things: the sentence names them, and no other noun follows."""
    if not any(kind in clause.vocabulary.things.get(word, ()) for word in clause.low):
        return False
    after = clause.word(phrase.last)
    if not after.isalpha() or after in grammar.NO_NOUNS:
        return True
    return clause.is_adverb(phrase.last) or any(sense.kind is kind for sense in clause.vocabulary.senses.get(after, ()))
