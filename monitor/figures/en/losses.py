"""Whether who *lost* so many people lost them to death: ten men in a clash, not ten workers to a rival."""

from __future__ import annotations

from monitor.figures.en import grammar, occasions
from monitor.figures.en.arguments import Clause
from monitor.figures.en.sight import COUNTABLE
from monitor.figures.en.wordset import words

_DEADLY = occasions.EVENT_NOUNS - words(
    "strike strikes charge charges arrest arrests conviction convictions case cases protest protests"
    " demonstration demonstrations operation operations incident incidents event events"
)
_LED_IN_BY = words("in during to when as after from by")
_FIGHTERS = words(
    "men soldiers troops fighters combatants guerrillas rebels militiamen militants commandos marines paratroopers own"
)
"""Those whom a force that lost them lost to death, where nothing else is told."""
_REACH = 8  # words from those lost to a word that leads in what they were lost in
_NEAR = 3  # words from such a word to the noun


def is_loss_of_life(clause: Clause, at: int) -> bool:
    """Whether a form of *lose* tells of the dead: of fighters, or of anyone in something that kills."""
    lost = clause.objects(at + 1)
    if not lost or lost[0].sort not in COUNTABLE or lost[0].number is None:
        return False
    if clause.is_passive(at) or clause.word(at - 1) in grammar.DETERMINERS:
        return False
    end = lost[-1].last
    to_what = clause.word(end) == "to"  # *to a rival*, *to a flood*
    leads = (at for at in range(end, end + (1 if to_what else _REACH)) if clause.word(at) in _LED_IN_BY)
    if any(not _DEADLY.isdisjoint(clause.low[lead + 1 : lead + 1 + _NEAR]) for lead in leads):
        return True
    return not to_what and clause.word(lost[0].last - 1) in _FIGHTERS
