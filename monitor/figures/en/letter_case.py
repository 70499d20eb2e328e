"""Whether the capitals of a sentence mark its names."""

from __future__ import annotations

from monitor.figures.document import Sentence
from monitor.figures.en import grammar
from monitor.figures.en.lookup import Lookup

_SMALL = grammar.PREPOSITIONS | grammar.CONJUNCTIONS


CAPITAL = "X"
LOWER = "x"


def _case(text: str) -> str:
    if len(text) < 4 or not text[0].isalpha():
        return ""
    return LOWER if text[0].islower() and text.lower().replace("’", "'") not in _SMALL else CAPITAL


CASE = Lookup(_case)
"""How a word is written, `CAPITAL` or `LOWER`; empty where it is too short to tell.

Small words may be in lower case in a title too: they count as in capitals.
"""
_FEW = 7  # long words of a sentence that names may be most of


def is_cased(sentence: Sentence) -> bool:
    """Whether capitals mark names: not in all-capital text and headlines in title case.

    Title case leaves none but small words in lower case; names, however many, stand among verbs that are.
    """
    cases = "".join([CASE[text] for text in sentence.texts])
    lower, capital = cases.count(LOWER), cases.count(CAPITAL)
    if lower and lower + capital < _FEW and sentence.paragraph >= 0 and sentence.lows[-1] == ".":
        return True  # *Owner Jon Roe was hurt.*: a headline ends without
    return lower + capital < 3 or lower > 1 or capital * 10 < (lower + capital) * 7
