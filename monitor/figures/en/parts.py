"""Words of English that tell parts from totals."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.figures.en import grammar, numerals
from monitor.figures.en.wordset import words

ANYBODY = words(
    "people persons person others other victims victim dead more individuals lives ones bodies casualties deaths "
    "fatalities souls all dead men killed wounded injured"
)
"""Nouns that say nothing of who was counted."""
UNNAMED_PART = "others"
"""What a part is called that no noun and no name tells."""
POINTING = grammar.DETERMINERS | {"of"}
"""Words that open a noun of a part and only point: *of the bodyguards*."""
NO_LABELS = (
    numerals.STARTS
    | grammar.DETERMINERS
    | grammar.PRONOUNS
    | words("more other others additional further second third fourth fifth new of whom")
)
"""Words of a phrase that do not say who was counted."""
_LATER_WORDS = words("rose risen rises climbed climbs climbing jumped grew grown reached reaches now increased revised")
"""Words by which a figure overtakes an earlier one."""
_HITTING = words("hit hits hitting")
"""Verbs that say so only where the figure is what they hit: *has hit at least 15*."""
_HEDGES = words("at least more than over nearly almost about around some close to a an as many high of")
"""Words that may stand between such a verb and its figure."""
TOLLS = words("toll tolls count tally")
"""Nouns for all who were counted so far."""
SINCE_THEN = words("after as when once following with")
"""Words that open what changed such a count: *put the toll at 58 after seven more bodies were found*."""
EARLIER_WORDS = words("earlier initial initially originally previous previously preliminary")
"""Words by which a figure is an earlier one."""
SLICE_LEADS = words("in on at during within")
"""Prepositions that lead in the place or time to which a figure is limited: *in Mel alone*."""
BACK_REFERENCES = words("he she him her his hers himself herself the this that who victim")
"""Words that open a phrase of someone told of already."""
ONE = words("1 one")
"""One, as a number that is stated."""
INDEFINITE = words("a an another one")
"""Words that open a phrase of someone not told of before."""
ALSO = words("also too likewise")
"""Words that add a figure to the one before."""
NEXT = words("second third fourth")
"""Words by which one more is told of."""
FOUND = words("found discovered located saw")
"""Verbs of what was come upon, to which such a word belongs: *they also found a man dead*."""
SUFFERERS = words("wounded injured dead victims casualties detained arrested missing")
"""Nouns for those who were counted before: *three of the wounded*."""
STAYS = words("remain remains remained remaining treated hospitalized hospitalised critical")
"""Words for how they still are."""
_AFTER_ALL = words("later hospital surgery wounds injuries")
_ENDS = words(". ; , and while but")
_DEATH_REACH = 6  # tokens


def died_later(lows: Sequence[str], trigger: int) -> bool:
    """Whether a death is told as the end of what was told before: *died in hospital*, *died of his wounds*."""
    for low in lows[trigger + 1 : trigger + 1 + _DEATH_REACH]:
        if low in _ENDS:
            return False
        if low in _AFTER_ALL:
            return True
    return lows[trigger].startswith("succumb") or lows[trigger - 1] == "later"


def overtakes(before: Sequence[str]) -> bool:
    """Whether the words before a number tell that it is a later one: *has risen to*, *hit at least*."""
    if not _LATER_WORDS.isdisjoint(before):
        return True
    governing = next((low for low in reversed(before) if low not in _HEDGES), "")
    return governing in _HITTING
