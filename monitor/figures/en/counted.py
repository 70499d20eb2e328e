"""What a word of a watched kind was found to count."""

from __future__ import annotations

from typing import NamedTuple

from monitor.figures.en import persons
from monitor.figures.en.arguments import Clause
from monitor.figures.en.phrase import Phrase, Sort
from monitor.figures.en.wordset import words
from monitor.figures.kinds import Kind
from monitor.model import Status

_PIECES = words("device devices machine machines unit units set sets system systems")


class Counted(NamedTuple):
    """What a word was found to count. `opened`: the verb leaves open how it ended."""

    kind: Kind
    trigger: int
    phrases: list[Phrase]
    opened: bool = False
    unsaid: bool = False
    status: Status | None = None


def is_countable(clause: Clause, phrase: Phrase, kind: Kind) -> bool:
    """Whether a phrase names what the kind counts."""
    if phrase.sort in (Sort.NUMBER, Sort.NOBODY):
        return True
    if not kind.counts_persons:
        named = clause.word(phrase.last - 2) if phrase.head in _PIECES else phrase.head  # *150 computer devices*
        return kind in clause.vocabulary.things.get(named, ())
    if phrase.sort in (Sort.PERSON, Sort.NAME, Sort.PRONOUN):
        return phrase.head not in clause.vocabulary.things or persons.is_person(phrase.head)
    return phrase.sort is Sort.UNKNOWN and phrase.number is not None and phrase.plural
