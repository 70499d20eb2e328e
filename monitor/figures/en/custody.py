"""Whether people who *are held* or *seized* are in custody: not captives, nor a meeting, nor the crowd in a hall.

*Hold* alone says little. Who holds tells most; else what it was done over, or another word: a protest, a raid.
"""

from __future__ import annotations

from itertools import pairwise

from monitor.figures.en import grammar, occasions
from monitor.figures.en.arguments import Clause
from monitor.figures.en.authority import OFFICIAL
from monitor.figures.en.sight import COUNTABLE
from monitor.figures.en.wordset import words

_HOLDERS = OFFICIAL | words("soldiers guards agents forces")
_CAPTIVITY = words(
    """
    hostage hostages captive captives captivity captor captors ransom kidnapped kidnapping kidnapper kidnappers abducted
    abduction pirates gunman gunmen bandits traffickers smugglers knifepoint gunpoint
    """
)
_CAPTORS = words("kidnapper kidnappers captors pirates gunmen bandits gang hijacker hijackers traffickers smugglers")
_OF_CUSTODY = (
    OFFICIAL
    | occasions.PROTESTS
    | words(
        """
        raid raids sweep sweeps crackdown clampdown curfew roundup cell cells custody detention jail prison station
        questioning suspicion suspected suspect suspects arrest arrests arrested charge charged incommunicado disorder
        released freed bail lawyer lawyers
        """
    )
)
_OVER = words("over for after following")  # *held over the killings*
_DEEDS = 5  # words from such a word to the deed
_AGENT = 6  # words from *by* to the noun of the one who holds
_TERMS = words("years months weeks year life total combined")
_TERM = 8  # words from *jailed for* to the term
_NOT_YET = grammar.MODALS | {"to"}


def is_custody(clause: Clause, at: int) -> bool:
    """Whether a form of *hold* tells of people in custody."""
    if not _CAPTIVITY.isdisjoint(clause.low):
        return False
    start = _verb_group(clause, at)
    group = clause.low[start:at]
    if clause.low[at] != "held" or not _is_passive(clause, at, group):
        whom = clause.starting.get(at + 1)
        return whom is not None and whom.number is not None and clause.word(start - 1) in _HOLDERS
    if not _are_people(clause, start) or not _NOT_YET.isdisjoint([*group, clause.word(start - 1)]):
        return False
    if clause.word(at + 1) == "by":
        return not _HOLDERS.isdisjoint(clause.low[at + 2 : at + 2 + _AGENT])
    over = clause.word(at + 1) in _OVER and not occasions.EVENT_NOUNS.isdisjoint(clause.low[at + 1 : at + 1 + _DEEDS])
    return over or not _OF_CUSTODY.isdisjoint(clause.low) or ("let", "go") in pairwise(clause.low)


def is_arrest(clause: Clause, at: int) -> bool:
    """Whether a form of *seize* or *capture* tells of an arrest: not *the engineers whom kidnappers seized*."""
    start = _verb_group(clause, at)
    if _is_passive(clause, at, clause.low[start:at]):
        by = clause.low[at + 2 : at + 2 + _AGENT] if clause.word(at + 1) == "by" else []
        return _CAPTORS.isdisjoint(by)
    doer = clause.word(start - 1)
    if doer in ("they", "who", "and", "that"):
        before = clause.low[:start]
        return _CAPTORS.isdisjoint(before) or not OFFICIAL.isdisjoint(before)
    return doer not in _CAPTORS


def is_jailing(clause: Clause, at: int) -> bool:
    """Whether a form of *jail* tells of people locked up: not of a term, *jailed for a total of 62 years*."""
    return clause.word(at + 1) != "for" or _TERMS.isdisjoint(clause.low[at + 2 : at + 2 + _TERM])


def _verb_group(clause: Clause, at: int) -> int:
    """Where the auxiliaries and adverbs begin that a verb stands behind."""
    while at > 0 and (clause.low[at - 1] in grammar.AUXILIARIES or clause.is_adverb(at - 1)):
        at -= 1
    return at


def _is_passive(clause: Clause, at: int, group: list[str]) -> bool:
    """*were being held*, and the bare participle: *12 held after riot*; not *thousands held candles*."""
    if not (grammar.BE | grammar.GET).isdisjoint(group):
        return True
    following = clause.word(at + 1)
    ends = following in grammar.PREPOSITIONS or not following[:1].isalnum() or clause.is_adverb(at + 1)
    return not group and ends and clause.word(at - 1) not in grammar.PRONOUNS


def _are_people(clause: Clause, end: int) -> bool:
    """Whether the phrase that ends here, or before *who*, is of people who are counted or named."""
    end -= clause.word(end - 1) in grammar.RELATIVES
    end -= clause.word(end - 1) == ","
    whom = clause.ending.get(end)
    return whom is not None and whom.sort in COUNTABLE
