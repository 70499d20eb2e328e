"""Whether an English article gives figures only in passing: it opens with no incident and with nobody's fate.

Most of what a feed carries is of this sort. A speech that recalls the dead of an attack far below is no report of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from monitor.figures.document import Document, Mention, Sentence
from monitor.figures.en import occasions
from monitor.figures.en.incidents import TELLING
from monitor.figures.en.paragraphs import TITLE
from monitor.figures.en.times import WEEKDAYS
from monitor.figures.en.wordset import words

LEAD = 3  # sentences of the body that say what the article is about, beside its title
_FATES = words(
    """
    abuse abused accused arrest arrested arrests bodies body captive captured casualties charged charges corpse custody
    dead death deaths detain detained detainee detainees detains detention die died dies disappearance disappeared
    displaced dying evacuate evacuated evacuation evacuations evacuees fatal fatalities feared freed grave hospital
    hospitalised hospitalized jail jailed jails late migrants missing mourn mourning mourns outbreak perished prison
    prisoner prisoners raid refugees released rescue rescued rescuers rescues shelter shelters survive survived
    survivor survivors toll trapped virus warrant widow
    """
)
_THESE_DAYS = WEEKDAYS | words("today yesterday tonight overnight")
_OF_INCIDENTS = TELLING | occasions.COURT | _FATES


def told_in_passing(document: Document, found: Iterable[Mention]) -> frozenset[int]:
    """The sentences that a titled article tells beside its subject, where it opens with no word of anybody's fate.

    What is told of these days, by a weekday or *yesterday*, is news wherever it stands.
    """
    sentences = document.sentences
    opening = _opening(sentences)
    told = {mention.sentence for mention in found}
    if not told or not opening or opening[0].paragraph != TITLE or min(told) < len(opening):
        return frozenset()
    if any(not _OF_INCIDENTS.isdisjoint(sentence.lows) for sentence in opening):
        return frozenset()
    return frozenset(at for at in told if _THESE_DAYS.isdisjoint(sentences[at].lows))


def _opening(sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    title = len(list(takewhile(lambda sentence: sentence.paragraph == TITLE, sentences)))
    return sentences[: title + LEAD]
