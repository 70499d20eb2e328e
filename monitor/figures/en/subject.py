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
_OF_INCIDENTS = TELLING | occasions.COURT | _FATES


def is_beside_figures(document: Document, found: Iterable[Mention]) -> bool:
    """Whether a titled article opens with no figure and no word of an incident, a trial or anybody's fate."""
    opening = _opening(document.sentences)
    if not opening or opening[0].paragraph != TITLE:
        return False
    if any(mention.sentence < len(opening) for mention in found):
        return False
    return all(_OF_INCIDENTS.isdisjoint(sentence.lows) for sentence in opening)


def _opening(sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    title = len(list(takewhile(lambda sentence: sentence.paragraph == TITLE, sentences)))
    return sentences[: title + LEAD]
