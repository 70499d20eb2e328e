"""Which paragraphs of an English article tell of something else than the rest of it.

Pages carry paragraphs of other matters among their own: the weather, a notice, the start of another report. A short
report, too, is often made of paragraphs that have hardly a word in common; to miss what it tells is worse than to read
what stands beside it. So a paragraph with figures is read apart only where the rest has its own and hangs together.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise, takewhile

from monitor.figures.document import Document, Mention, Sentence
from monitor.figures.en import grammar, occasions, persons
from monitor.figures.en.elsewhere import places
from monitor.figures.en.incidents import INCIDENT, TELLING
from monitor.figures.en.offices import GROUP_BODIES
from monitor.figures.en.paragraphs import STEMS, TIED, TITLE, Paragraph, paragraphs
from monitor.figures.en.wordset import words

TOGETHER = 2  # passages, the title counted, that make up an article from which others can be told apart
MOST = 2 / 3  # of the paragraphs, above which nothing is left from which they could be told
TELLING_FROM = 3  # the least number that is not common to most reports
_DATELINE = 24  # tokens within which a dateline ends
_OPENING = 3  # tokens that open a sentence
_EXPLETIVE = 6  # tokens among which *that* shows that *it* stands for nothing
_TOWARDS = 3  # tokens from a determiner to its noun
_QUOTES = frozenset({'"', "'"})
_POINTING = (occasions.ANAPHORA - {"there", "then"}) | {"both"}
_HE = words("he his she her")
_DEFINITE = words("the this that these those")
_KNOWN = (
    INCIDENT
    | occasions.EVENT_NOUNS
    | words("action claim claims figure figures toll count report reports version account number body bodies")
) - words("police gun suspect")
"""Nouns that, after *the*, are of something told before."""
_GOING_ON = words("also meanwhile moreover finally furthermore additionally likewise too")
_OF_EVENTS = INCIDENT | occasions.COURT
_OPENED = (_OF_EVENTS | TELLING | words("arrest arrests arrested detained seized jailed")) - words(
    """
    killed killing kills kill wound wounded wounding wounds injured injuries injury hurt harmed missing bodies body
    victim victims casualties police suspect suspects corpse corpses autopsy coroner paramedics rescuers custody
    """
)
"""Words by which an incident is told anew, and not only what it has cost."""


def strays(document: Document, found: Sequence[Mention]) -> frozenset[int]:
    """The paragraphs, by number, that tell of something else; `found` are all figures that the article gives.

    One that gives figures is one only where it brings in an incident of its own, the others hang together, and they
    give figures too. One that gives none is one only where it speaks of no incident. Where most are loose, none is.
    """
    every = paragraphs(document, found)
    loose = {one.number for one in every if one.number != TITLE and one.is_loose}
    if not loose or len(every) == 1:
        return frozenset()
    rest = [one for one in every if one.number not in loose]
    dated = any(map(_has_dateline, every))
    ties = sum(one.tied for one in rest) + TOGETHER * dated
    subject_is_known = dated or ties >= TOGETHER * 2 or _is_titled(rest)
    own = [one for one in every if dated or one.number <= 0 or one.number not in loose]
    around = zip([None, *every], every, [*every[1:], None], strict=False)
    apart = frozenset(
        one.number
        for before, one, after in around
        if one.number in loose
        and not _hangs_on(one, before, after)
        and (
            ties >= TOGETHER and (one.number > 0 or subject_is_known) and _is_report(one, own)
            if one.figures
            else _is_filler(one, ties)
        )
    )
    body = sum(one.number != TITLE for one in every)
    return apart if len(apart) <= body * MOST else frozenset()


def _is_filler(paragraph: Paragraph, ties: int) -> bool:
    """Whether a paragraph without figures is beside the point: what sets the scene of an incident speaks of it."""
    return not _speaks_of_event(paragraph) and (not paragraph.shared or ties >= TOGETHER)


def _is_report(paragraph: Paragraph, own: Sequence[Paragraph]) -> bool:
    """Whether a paragraph with figures is of another event: those that are the article's `own` give other figures."""
    others = [other for other in own if other.figures and other is not paragraph]
    return bool(others) and _opens_event(paragraph) and not any(_agree(paragraph, other) for other in others)


def _is_titled(rest: Sequence[Paragraph]) -> bool:
    """Whether the title is of what the rest tells: in words, or by a figure."""
    title = next((one for one in rest if one.number == TITLE), None)
    return title is not None and (title.tied > 0 or any(_agree(title, one) for one in rest if one is not title))


def _agree(one: Paragraph, other: Paragraph) -> bool:
    """Whether both give the same figure, and not one that is common to most reports."""
    return any((quantity.low or 0) >= TELLING_FROM for _, quantity in one.figures & other.figures)


def _hangs_on(paragraph: Paragraph, before: Paragraph | None, after: Paragraph | None) -> bool:
    """Whether it goes on from the rest, as what is quoted does, or the rest from it.

    One with a dateline is the article's own. What follows goes on from it where it points back and has less to do with
    the rest than what stands before.
    """
    first = paragraph.sentences[0].lows
    if first[0] in _QUOTES or _has_dateline(paragraph) or not _POINTING.isdisjoint(first[:_OPENING]):
        return True
    if any(_takes_for_known(sentence.lows) for sentence in paragraph.sentences):
        return True
    if after is None or _has_dateline(after) or (before is not None and len(after.shared) >= TIED):
        return False
    pointing = _POINTING if any(map(_has_person, paragraph.sentences)) else _POINTING - _HE
    return _points_back(after.sentences[0].lows, pointing)


def _has_dateline(paragraph: Paragraph) -> bool:
    return "--" in paragraph.sentences[0].lows[:_DATELINE]


def _has_person(sentence: Sentence) -> bool:
    """Whether somebody is told of whom *he* may be: by a name of two words, or as *a man*."""
    capitals = [text[0].isupper() for text in sentence.texts]
    return any(map(all, pairwise(capitals))) or not persons.PERSONS.isdisjoint(sentence.lows)


def _takes_for_known(lows: Sequence[str]) -> bool:
    """Whether it goes on from something: *the blast*, *the four victims*, *was also killed*."""
    if not _GOING_ON.isdisjoint(lows):
        return True
    return any(low in _DEFINITE and _leads_to_known(lows[at + 1 : at + 1 + _TOWARDS]) for at, low in enumerate(lows))


def _leads_to_known(ahead: Sequence[str]) -> bool:
    return any(low in _KNOWN for low in takewhile(lambda low: low not in grammar.STOPPERS, ahead))


def _points_back(lows: Sequence[str], pointing: Set[str]) -> bool:
    """Whether *she* or *the group* opens a sentence or gives the speaker of its quote: *“We found 12,” she said*."""
    if lows[0] == "it" and "that" in lows[1:_EXPLETIVE]:
        return False  # *It was reported that*
    return any(
        (low in pointing or (low in GROUP_BODIES and lows[at - 1] == "the"))
        and (at < _OPENING or (low != "it" and not _QUOTES.isdisjoint(lows[at - 2 : at])))
        for at, low in enumerate(lows)
    )


def _speaks_of_event(paragraph: Paragraph) -> bool:
    """Whether it speaks of an incident or of a trial."""
    return any(not _OF_EVENTS.isdisjoint(sentence.lows) for sentence in paragraph.sentences)


def _opens_event(paragraph: Paragraph) -> bool:
    """Whether it brings in an incident or a trial, at a place that nothing else in the article names."""
    first = paragraph.sentences[0].lows[0]
    if first in _DEFINITE or all(_OPENED.isdisjoint(sentence.lows) for sentence in paragraph.sentences):
        return False
    return any(
        STEMS[sentence.lows[place]] not in paragraph.shared
        for sentence in paragraph.sentences
        for place in places(sentence, 0)
    )
