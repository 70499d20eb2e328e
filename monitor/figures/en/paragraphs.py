"""The paragraphs of an English article, and how far each has to do with the others.

An article names again and again what it is about: so a paragraph that shares no name and hardly a word with the title
or any other is loose. No list of subjects is needed, and it does not matter where the paragraph stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain, groupby
from operator import attrgetter
from typing import NamedTuple

from monitor.figures.document import Document, Mention, Quantity, Sentence
from monitor.figures.en import grammar
from monitor.figures.en.common import IS_COMMON
from monitor.figures.en.lookup import Lookup
from monitor.figures.en.wordset import words

TITLE = -1  # the number of the title among the paragraphs
TIED = 2  # words that a passage shares with others where it has to do with them
_FEW = 2  # words: a paragraph of fewer says too little to be told from the rest
_RARE = 3  # of so many words one may be shared by chance
_BY_CHANCE = 2  # words that may be, at most
_PASSAGE = 3  # sentences, at most, that are held for one passage of a paragraph
_STEM = 5  # letters by which the forms of a word are held for one
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


class Paragraph(NamedTuple):
    """A paragraph: its number, its sentences, and its words by their stems.

    `shared` are those that stand elsewhere in the article as well; `tied` is how many of its passages have to do with
    others; `figures` are the kinds and numbers that it gives.
    """

    number: int
    sentences: Sequence[Sentence]
    stems: frozenset[str]
    shared: frozenset[str]
    tied: int
    figures: frozenset[tuple[str, Quantity]]

    @property
    def is_loose(self) -> bool:
        """Whether hardly a word of it, and no name, stands elsewhere in the article."""
        size = len(self.stems)
        if size < _FEW or len(self.shared) > min(_BY_CHANCE, size // _RARE):
            return False
        return not self.shared or all(STEMS[low] not in self.shared for low in _names(self.sentences))


def paragraphs(document: Document, found: Sequence[Mention]) -> list[Paragraph]:
    """The title, where there is one, and the paragraphs in text order; `found` are the figures that they give."""
    inside = [(number, list(some)) for number, some in groupby(document.sentences, key=attrgetter("paragraph"))]
    passages = [[_stems_of(some) for some in _passages(sentences)] for _, sentences in inside]
    stems = [frozenset(chain.from_iterable(own)) for own in passages]
    repeated, elsewhere = _in_several(chain.from_iterable(passages)), _in_several(stems)
    figures: dict[int, set[tuple[str, Quantity]]] = {}
    for mention in found:
        number = document.sentences[mention.sentence].paragraph
        figures.setdefault(number, set()).add((mention.kind, mention.quantity))
    return [
        Paragraph(
            number,
            sentences,
            every,
            shared=every & elsewhere,
            tied=sum(len(some & repeated) >= TIED for some in own),
            figures=frozenset(figures.get(number, ())),
        )
        for (number, sentences), own, every in zip(inside, passages, stems, strict=True)
    ]


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
    return frozenset(map(STEMS.__getitem__, chain.from_iterable(sentence.lows for sentence in sentences))) - {""}


def _names(sentences: Sequence[Sentence]) -> Iterator[str]:
    """The words in capitals, in lower case, save common ones that open a sentence."""
    for sentence in sentences:
        for at, (text, low) in enumerate(zip(sentence.texts, sentence.lows, strict=True)):
            if text[0].isupper() and STEMS[low] and (at or not IS_COMMON[low]):
                yield low


def _stem(low: str) -> str:
    """What the forms of a word have in common; empty for words that any report is made of."""
    if low in _SAYS_NOTHING or len(low) < 3 or not low.isalpha():
        return ""
    stem = low[:_STEM]
    return "" if stem in _OF_ANY_REPORT else stem


_OF_ANY_REPORT = frozenset(word[:_STEM] for word in _ANY_REPORT)
STEMS = Lookup(_stem)
