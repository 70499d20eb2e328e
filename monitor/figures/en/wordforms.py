"""Whether an English word stands as a dictionary has it: a noun in the singular, a verb in its base form."""

from __future__ import annotations

from monitor.figures.en import grammar
from monitor.figures.en.inflect import is_irregular_form, plurals
from monitor.figures.en.persons import is_person
from monitor.figures.en.wordset import words

_SINGULAR_ENDS = ("ss", "us", "is", "as")
_PLURAL_NOUNS = {
    plural: noun for noun in words("man woman child person foot knife wife life") for plural in plurals(noun)
}
_BASES = words("embed shed shred wed sled bring string fling cling spring swing sting sling wring sing ring bus gas")
_VOWELS = frozenset("aeiouy")


def is_plural(noun: str) -> bool:
    """Whether a noun, or the last word of a phrase, looks like a plural: *computers*, *dead bodies*, *men*."""
    last = noun.split()[-1]
    if last in _PLURAL_NOUNS:
        return True
    if last.endswith("ies"):
        return len(last) > 4 and last not in ("series", "species")
    return len(last) > 3 and last.endswith("s") and not last.endswith(_SINGULAR_ENDS)


def is_base(verb: str) -> bool:
    """Whether a verb stands in its base form: *destroy*, *shoot*; not *destroyed*, *shot*, *destroys*."""
    if verb in _BASES:
        return True
    if is_irregular_form(verb):
        return False
    if verb.endswith("ed"):
        return verb.endswith("eed") or not _VOWELS & set(verb[:-2])
    if verb.endswith("ing"):
        return not _VOWELS & set(verb[:-3])
    return len(verb) <= 3 or not verb.endswith("s") or verb.endswith(_SINGULAR_ENDS)


def names_people(noun: str) -> bool:
    """Whether a noun, or the last word of a phrase, names a person."""
    return is_person(noun.split()[-1])


def is_everywhere(word: str) -> bool:
    """Whether a word is too small to tell anything: *the*, *in*, *was*, *he*."""
    return word in (
        grammar.AUXILIARIES | grammar.PREPOSITIONS | grammar.CONJUNCTIONS | grammar.PRONOUNS | grammar.DETERMINERS
    )
