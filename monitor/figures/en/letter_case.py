"""Whether the capitals of a sentence mark its names."""

from __future__ import annotations

from enum import Enum, auto

from monitor.figures.document import Sentence
from monitor.figures.en import grammar
from monitor.figures.en.lookup import Lookup

_SMALL = grammar.PREPOSITIONS | grammar.CONJUNCTIONS


class Case(Enum):
    """How a word that is long enough to tell is written; small words may be in lower case in a title too."""

    CAPITAL = auto()
    LOWER = auto()


def _case(text: str) -> Case | None:
    if len(text) < 4 or not text[0].isalpha():
        return None
    return Case.LOWER if text[0].islower() and text.lower().replace("’", "'") not in _SMALL else Case.CAPITAL


CASE = Lookup(_case)
"""How a word is written; None where it is too short to tell."""


_FEW = 7  # long words of a sentence that names may be most of


def is_cased(sentence: Sentence) -> bool:
    """Whether capitals mark names: not in all-capital text and headlines in title case.

    Title case leaves none but small words in lower case; names, however many, stand among verbs that are.
    """
    cases = [CASE[text] for text in sentence.texts]
    lower, capital = cases.count(Case.LOWER), cases.count(Case.CAPITAL)
    if lower and lower + capital < _FEW and sentence.paragraph >= 0 and sentence.lows[-1] == ".":
        return True  # *Owner Jon Roe was hurt.*: a headline ends without
    return lower + capital < 3 or lower > 1 or capital * 10 < (lower + capital) * 7
