"""Which paragraphs of an English article tell of something else than the rest of it.

Pages carry paragraphs of other matters among their own: the weather, a notice, the start of another report. Such a
paragraph shares no name and hardly a word with the title or any other paragraph, while what an article is about is
named in it again and again. So no list of subjects is needed, and it does not matter where the paragraph stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain, groupby, pairwise, takewhile
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
RARE = 3  # of so many words one may be shared by chance
BY_CHANCE = 2  # words that may be, at most
TOGETHER = 2  # passages, the title counted, that make up an article from which others can be told apart
TIED = 2  # words that each of them shares with others
_PASSAGE = 3  # sentences, at most, that are held for one passage of a paragraph
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
    | words("action claim claims figure figures toll count report reports version account number body bodies")
) - words("police gun suspect")
"""Nouns that, after *the*, are of something told before."""
_GOING_ON = words("also meanwhile moreover finally furthermore additionally likewise too")
_OF_EVENTS = INCIDENT | occasions.COURT
_OPENED = _OF_EVENTS | TELLING | words("arrest arrests arrested detained seized jailed")
_ANY_REPORT = words(
    """
    people person man men woman women child children family police official authority spokesman spokeswoman
    statement member government killed kill killing injured injury hurt wounded dead died death arrested missing
    hundred thousand dozen two three four five six seven eight nine ten eleven twelve several many more most much
    very other such same own new first second third one year years month week day hour time next long morning
    afternoon evening night number what hospital home house road street city town area local resident worker
    """
)
_SAYS_NOTHING = grammar.NO_NOUNS | grammar.ADVERBS | grammar.NEGATIONS


class _Paragraph(NamedTuple):
    """A paragraph: its number, its sentences, their places in the document, and its words by their stems.

    `shared` are those that stand elsewhere in the article as well; `tied` is how many of its passages have to do with
    others.
    """

    number: int
    sentences: Sequence[Sentence]
    places: range
    stems: frozenset[str]
    shared: frozenset[str]
    tied: int


def strays(document: Document, told: Set[int]) -> frozenset[int]:
    """The paragraphs, by number, that tell of something else; `told` are the sentences that give figures.

    One that gives figures is one only where it brings in an incident of its own and the others hang together; one that
    gives none only where it speaks of no incident.
    """
    paragraphs = _paragraphs(document)
    loose = [paragraph.number >= 0 and _is_loose(paragraph) for paragraph in paragraphs]
    if len(paragraphs) == 1 or not any(loose):
        return frozenset()
    rest = [paragraph for paragraph, alone in zip(paragraphs, loose, strict=True) if not alone and paragraph.tied]
    ties = sum(paragraph.tied for paragraph in rest) + TOGETHER * 2 * any(map(_has_dateline, paragraphs))
    titled = any(paragraph.number < 0 for paragraph in rest)
    around = zip([None, *paragraphs], paragraphs, [*paragraphs[1:], None], loose, strict=False)
    return frozenset(
        paragraph.number
        for before, paragraph, after, alone in around
        if alone
        and not _hangs_on(paragraph, before, after)
        and (_is_filler(paragraph, ties) if told.isdisjoint(paragraph.places) else _is_report(paragraph, ties, titled))
    )


def _is_filler(paragraph: _Paragraph, ties: int) -> bool:
    """Whether a paragraph without figures is beside the point: what sets the scene of an incident speaks of it."""
    return not _speaks_of_event(paragraph) and (not paragraph.shared or ties >= TOGETHER)


def _is_report(paragraph: _Paragraph, ties: int, titled: bool) -> bool:
    """Whether a paragraph with figures is of another event.

    What opens an article is what it is about, unless the title, or much of the rest, says otherwise.
    """
    opens = paragraph.number == 0 and not titled
    return ties >= (TOGETHER * 2 if opens and paragraph.shared else TOGETHER) and _opens_event(paragraph)


def _paragraphs(document: Document) -> list[_Paragraph]:
    inside = [(number, list(some)) for number, some in groupby(document.sentences, key=attrgetter("paragraph"))]
    passages = [[_stems_of(some) for some in _passages(sentences)] for _, sentences in inside]
    stems = [frozenset(chain.from_iterable(own)) for own in passages]
    repeated, elsewhere = _in_several(chain.from_iterable(passages)), _in_several(stems)
    found, at = [], 0
    for (number, sentences), own, every in zip(inside, passages, stems, strict=True):
        tied = sum(len(some & repeated) >= TIED for some in own)
        found.append(_Paragraph(number, sentences, range(at, at + len(sentences)), every, every & elsewhere, tied))
        at += len(sentences)
    return found


def _in_several(stems: Iterable[Set[str]]) -> Set[str]:
    """What more than one of these sets holds."""
    met: set[str] = set()
    again: set[str] = set()
    for some in stems:
        again |= met & some
        met |= some
    return again


def _passages(sentences: Sequence[Sentence]) -> Iterator[Sequence[Sentence]]:
    return (sentences[at : at + _PASSAGE] for at in range(0, len(sentences), _PASSAGE))


def _stems_of(sentences: Iterable[Sentence]) -> frozenset[str]:
    return frozenset(map(_STEMS.__getitem__, chain.from_iterable(sentence.lows for sentence in sentences))) - {""}


def _is_loose(paragraph: _Paragraph) -> bool:
    """Whether hardly a word of it, and no name, stands elsewhere in the article."""
    size = len(paragraph.stems)
    if size < FEW or len(paragraph.shared) > min(BY_CHANCE, size // RARE):
        return False
    return not paragraph.shared or all(_STEMS[low] not in paragraph.shared for low in _names(paragraph))


def _names(paragraph: _Paragraph) -> Iterator[str]:
    """The words in capitals, in lower case, save common ones that open a sentence."""
    for sentence in paragraph.sentences:
        for at, (text, low) in enumerate(zip(sentence.texts, sentence.lows, strict=True)):
            if text[0].isupper() and _STEMS[low] and (at or not IS_COMMON[low]):
                yield low


def _hangs_on(paragraph: _Paragraph, before: _Paragraph | None, after: _Paragraph | None) -> bool:
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


def _has_dateline(paragraph: _Paragraph) -> bool:
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


def _speaks_of_event(paragraph: _Paragraph) -> bool:
    """Whether it speaks of an incident or of a trial."""
    return any(not _OF_EVENTS.isdisjoint(sentence.lows) for sentence in paragraph.sentences)


def _opens_event(paragraph: _Paragraph) -> bool:
    """Whether it brings in an incident or a trial, at a place that nothing else in the article names."""
    first = paragraph.sentences[0].lows[0]
    if first in _DEFINITE or all(_OPENED.isdisjoint(sentence.lows) for sentence in paragraph.sentences):
        return False
    return any(
        _STEMS[sentence.lows[place]] not in paragraph.shared
        for sentence in paragraph.sentences
        for place in places(sentence, 0)
    )


def _stem(low: str) -> str:
    """What the forms of a word have in common; empty for words that any report is made of."""
    if low in _SAYS_NOTHING or len(low) < 3 or not low.isalpha():
        return ""
    stem = low[:_STEM]
    return "" if stem in _OF_ANY_REPORT else stem


_OF_ANY_REPORT = frozenset(word[:_STEM] for word in _ANY_REPORT)
_STEMS = Lookup(_stem)
