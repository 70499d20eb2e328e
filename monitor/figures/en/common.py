"""Whether a word is one of English's common ones, in any of its forms, rather than a name or a rarity."""

from __future__ import annotations

from collections.abc import Iterator

from monitor.figures.en import grammar, numerals, persons
from monitor.figures.en.lookup import Lookup
from monitor.figures.en.offices import OFFICES
from monitor.figures.en.speech import VERBS
from monitor.figures.en.wordset import listed

_BASES = (
    listed("common_words")
    | grammar.STOPPERS
    | grammar.DETERMINERS
    | grammar.ADVERBS
    | grammar.NEGATIONS
    | grammar.PARTICIPLES
    | numerals.STARTS
    | persons.PERSONS
    | persons.THINGS
    | OFFICES
    | VERBS.keys()
)
_ENDINGS = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("ier", ("y",)),
    ("iest", ("y",)),
    ("ily", ("y",)),
    ("ves", ("f", "fe")),
    ("ing", ("", "e")),
    ("ed", ("", "e")),
    ("est", ("", "e")),
    ("ally", ("",)),
    ("ly", ("", "le")),
    ("ness", ("",)),
    ("less", ("",)),
)
"""Endings, and what stands in their place in the word that they were put to."""
_SIBILANTS = ("s", "x", "z", "ch", "sh", "o")
_PREFIXES = ("un", "re", "non", "pre", "mis", "over", "anti", "counter")
_SHORTEST = 3  # letters that are left where an ending or prefix is taken off
_DEEPEST = 2  # endings and prefixes that are taken off one word


def _is_common(word: str) -> bool:
    return _is_made_of(word, _DEEPEST) or ("is" in word and _is_made_of(word.replace("is", "iz", 1), _DEEPEST))


IS_COMMON = Lookup(_is_common)
"""Whether a word in lower case is common, by the word."""


def _is_made_of(word: str, depth: int) -> bool:
    if word in _BASES:
        return True
    return depth > 0 and any(_is_made_of(one, depth - 1) for one in _origins(word) if len(one) >= _SHORTEST)


def _origins(word: str) -> Iterator[str]:
    """The words that this may be a form of, made by rule: irregular forms are in the list."""
    for ending, replaced in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word:
            continue
        yield from (stem + end for end in replaced)
        if stem[-2:-1] == stem[-1:]:
            yield stem[:-1]  # *stopped*
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
        if word.endswith("es") and word[:-2].endswith(_SIBILANTS):
            yield word[:-2]
    yield from (word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix))
