"""Which paragraphs of an English article tell of something else than the rest of it.

Pages carry paragraphs of other matters among their own: the weather, a notice, the start of another report. Such a
paragraph shares no name and hardly a word with the title or any other paragraph, while what an article is about is
named in it again and again. So no list of subjects is needed, and it does not matter where the paragraph stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import groupby, pairwise, takewhile
from operator import attrgetter
from typing import NamedTuple

from monitor.figures.document import Document, Sentence
from monitor.figures.en import grammar, occasions, persons
from monitor.figures.en.common import IS_COMMON
from monitor.figures.en.elsewhere import places
from monitor.figures.en.incidents import INCIDENT, TELLING
from monitor.figures.en.lookup import Lookup
from monitor.figures.en.offices import GROUP_BODIES
from monitor.figures.en.wordset import words

FEW = 2  # words: a paragraph of fewer says too little to be told from the rest
RARE = 5  # of so many words one may be shared by chance
BY_CHANCE = 2  # words that may be, at most
TOGETHER = 2  # paragraphs, the title counted, that make up an article from which others can be told apart
TIED = 2  # words that each of them shares with others
_STEM = 5  # letters by which the forms of a word are held for one
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
    | words("action claim claims figure figures toll count report reports version account number")
) - words("police gun suspect")
"""Nouns that, after *the*, are of something told before."""
_GOING_ON = words("also meanwhile moreover finally furthermore additionally likewise too")
_OF_EVENTS = INCIDENT | occasions.COURT
_OPENED = _OF_EVENTS | TELLING | words("arrest arrests arrested detained seized jailed")
_ANY_REPORT = words(
    """
    people person man men woman women child children family police official authority spokesman spokeswoman statement
    member government killed kill injured injury hurt wounded dead died death arrested missing hundred thousand dozen
    two three four five six seven eight nine ten eleven twelve several many more most much very other such same own new
    first second third one year month week day hour time next long morning afternoon evening night number what
    hospital home house road street city town area local resident worker
    """
)
_SAYS_NOTHING = grammar.NO_NOUNS | grammar.ADVERBS | grammar.NEGATIONS


class _Paragraph(NamedTuple):
    """A paragraph: its number, its sentences, their places in the document, its words by their stems."""

    number: int
    sentences: Sequence[Sentence]
    places: range
    stems: frozenset[str]


def strays(document: Document, told: Set[int]) -> frozenset[int]:
    """The paragraphs, by number, that tell of something else; `told` are the sentences that give figures.

    One that gives figures is one only where it brings in an incident of its own and the others hang together; one that
    gives none only where it speaks of no incident.
    """
    paragraphs = list(_paragraphs(document))
    uses = Counter(stem for paragraph in paragraphs for stem in paragraph.stems)
    loose, rest = [], []
    for paragraph in paragraphs:
        if paragraph.number >= 0 and _is_loose(paragraph, uses):
            loose.append(paragraph)
        elif len(_shared(paragraph, uses)) >= TIED:
            rest.append(paragraph)
    if not loose or len(paragraphs) == 1:
        return frozenset()
    return frozenset(
        paragraph.number
        for paragraph in loose
        if not _hangs_on(paragraph, document)
        and (_is_filler if told.isdisjoint(paragraph.places) else _is_report)(paragraph, rest, uses)
    )


def _is_filler(paragraph: _Paragraph, rest: Sequence[_Paragraph], uses: Mapping[str, int]) -> bool:
    """Whether a paragraph without figures is beside the point: what sets the scene of an incident speaks of it."""
    return not _speaks_of_event(paragraph) and (len(rest) >= TOGETHER or not _shared(paragraph, uses))


def _is_report(paragraph: _Paragraph, rest: Sequence[_Paragraph], uses: Mapping[str, int]) -> bool:
    """Whether a paragraph with figures is of another event.

    What opens an article is what it is about, unless the title, or much of the rest, says otherwise.
    """
    opens = paragraph.number == 0 and not any(one.number < 0 for one in rest)
    enough = TOGETHER * 2 if opens and _shared(paragraph, uses) else TOGETHER
    return len(rest) >= enough and _opens_event(paragraph, uses)


def _paragraphs(document: Document) -> Iterator[_Paragraph]:
    at = 0
    for number, inside in groupby(document.sentences, key=attrgetter("paragraph")):
        sentences = list(inside)
        stems = frozenset(_STEMS[low] for sentence in sentences for low in sentence.lows) - {""}
        yield _Paragraph(number, sentences, range(at, at + len(sentences)), stems)
        at += len(sentences)


def _is_loose(paragraph: _Paragraph, uses: Mapping[str, int]) -> bool:
    """Whether hardly a word of it, and no name, stands elsewhere in the article."""
    shared = _shared(paragraph, uses)
    size = len(paragraph.stems)
    if size < FEW or len(shared) > min(BY_CHANCE, size // RARE):
        return False
    return not shared or all(_STEMS[low] not in shared for low in _names(paragraph))


def _shared(paragraph: _Paragraph, uses: Mapping[str, int]) -> frozenset[str]:
    return frozenset(stem for stem in paragraph.stems if uses[stem] > 1)


def _names(paragraph: _Paragraph) -> Iterator[str]:
    """The words in capitals, in lower case, save common ones that open a sentence."""
    for sentence in paragraph.sentences:
        for at, (text, low) in enumerate(zip(sentence.texts, sentence.lows, strict=True)):
            if text[0].isupper() and _STEMS[low] and (at or not IS_COMMON[low]):
                yield low


def _hangs_on(paragraph: _Paragraph, document: Document) -> bool:
    """Whether it goes on from the rest, as what is quoted does, or the rest from it.

    One with a dateline is the article's own.
    """
    first = paragraph.sentences[0].lows
    if first[0] in _QUOTES or "--" in first[:_DATELINE] or not _POINTING.isdisjoint(first[:_OPENING]):
        return True
    if any(_takes_for_known(sentence.lows) for sentence in paragraph.sentences):
        return True
    after = document.sentences[paragraph.places.stop : paragraph.places.stop + 1]
    pointing = _POINTING if any(map(_has_person, paragraph.sentences)) else _POINTING - _HE
    return any(_points_back(sentence.lows, pointing) for sentence in after)


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


def _speaks_of_event(paragraph: _Paragraph) -> bool:
    """Whether it speaks of an incident or of a trial."""
    return any(not _OF_EVENTS.isdisjoint(sentence.lows) for sentence in paragraph.sentences)


def _opens_event(paragraph: _Paragraph, uses: Mapping[str, int]) -> bool:
    """Whether it brings in an incident or a trial, at a place that nothing else in the article names."""
    first = paragraph.sentences[0].lows[0]
    if first in _DEFINITE or all(_OPENED.isdisjoint(sentence.lows) for sentence in paragraph.sentences):
        return False
    return any(
        uses[_STEMS[sentence.lows[place]]] == 1 for sentence in paragraph.sentences for place in places(sentence, 0)
    )


def _stem(low: str) -> str:
    """What the forms of a word have in common; empty for words that any report is made of."""
    if low in _SAYS_NOTHING or len(low) < 3 or not low.isalpha():
        return ""
    stem = low[:_STEM]
    return "" if stem in _OF_ANY_REPORT else stem


_OF_ANY_REPORT = frozenset(word[:_STEM] for word in _ANY_REPORT)
_STEMS = Lookup(_stem)
