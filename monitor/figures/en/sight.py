"""A sentence as the frames see it: its words, its noun phrases, where they begin and end."""

from __future__ import annotations

from monitor.figures.document import Sentence
from monitor.figures.en import grammar, phrases
from monitor.figures.en.letter_case import is_cased
from monitor.figures.en.phrase import Phrase, Sort
from monitor.figures.en.vocabulary import Vocabulary
from monitor.figures.en.wordset import words
from monitor.figures.once import once

COUNTABLE = frozenset({Sort.PERSON, Sort.NAME, Sort.NUMBER})
"""The sorts of phrase that a list of persons is made of."""

_OPENS_RELATIVE = grammar.RELATIVES | {"whose", "where"}
_WIDEST_ASIDE = 16  # tokens
_SAID_TO_BE = words("ordered reported believed thought presumed feared declared confirmed listed")
"""Participles between *to be* and what befell: *were reported killed*."""


class Sight:
    """The words and phrases of a sentence.

    The phrases are found when they are first asked for: most sentences state nothing.
    """

    def __init__(self, sentence: Sentence, vocabulary: Vocabulary) -> None:
        self.sentence = sentence
        self.texts = sentence.texts
        self.low = sentence.lows
        self.vocabulary = vocabulary
        self._is_title = sentence.paragraph < 0

    @once
    def is_cased(self) -> bool:
        """Whether capitals mark names."""
        return is_cased(self.sentence)

    @property
    def headline(self) -> bool:
        """Whether articles are left out and capitals mark no names."""
        return self._is_title or not self.is_cased

    @once
    def phrases(self) -> list[Phrase]:
        """The noun phrases, in order."""
        return phrases.find(self.sentence, self.vocabulary, cased=self.is_cased, headline=self.headline)

    @once
    def starting(self) -> dict[int, Phrase]:
        """The phrases by their first tokens."""
        return {phrase.first: phrase for phrase in self.phrases}

    @once
    def ending(self) -> dict[int, Phrase]:
        """The phrases by where they end."""
        return {phrase.last: phrase for phrase in self.phrases}

    @once
    def covering(self) -> list[Phrase | None]:
        """The phrase that each token stands in."""
        covering: list[Phrase | None] = [None] * len(self.low)
        for phrase in self.phrases:
            covering[phrase.first : phrase.last] = [phrase] * (phrase.last - phrase.first)
        return covering

    def word(self, at: int) -> str:
        """The word at a place; empty outside the sentence."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def is_passive(self, at: int) -> bool:
        """Whether a form of *to be* or *to get* governs the participle, over adverbs and verbs joined by *and*."""
        for place in range(at - 1, max(-1, at - 9), -1):
            word = self.low[place]
            if word in grammar.BE or word in grammar.GET:
                return True
            if not (
                self.is_adverb(place)
                or word in ("and", "or", "then", ",", "found", "/", "themselves", "himself", "herself", "all", "both")
                or (place == at - 1 and word in _SAID_TO_BE)
                or word in self.vocabulary.stating
            ):
                return False
        return False

    def is_adverb(self, at: int) -> bool:
        """Whether a word is one that may stand within a verb group."""
        word = self.word(at)
        return word in grammar.ADVERBS or (len(word) > 4 and word.endswith("ly"))

    def bracket(self, at: int) -> int | None:
        """Where the bracket opened that closes here, or the aside between dashes.

        Not where the aside ends with somebody counted, unless it tells of him in a clause: *Roe - who has two sons -*.
        """
        opening = {")": "(", "]": "[", "--": "--"}.get(self.word(at))
        for place in range(at - 1, max(-1, at - _WIDEST_ASIDE), -1) if opening else ():
            if self.low[place] == opening:
                counts = opening == "--" and at in self.ending
                return None if counts and grammar.RELATIVES.isdisjoint(self.low[place:at]) else place
        return None

    def apposition(self, comma: int) -> int | None:
        """Where an apposition closed by this comma opened: *John Roe, a father of two from Dover,*."""
        if self.word(comma) != ",":
            return None
        own = self.ending.get(comma)
        if own is not None and own.age is not None and own.sort in (Sort.PERSON, Sort.NAME):
            return comma
        verb = False
        for place in range(comma - 1, max(0, comma - 20), -1):
            word = self.low[place]
            verb = verb or word in grammar.AUXILIARIES
            if word == ",":
                covering = self.covering[place]
                if covering is not None and covering.first < place:
                    continue  # the comma before an age
                before = self.ending.get(place)
                opened = self.starting.get(place + 1)
                if (
                    opened is not None
                    and opened.number
                    and not is_single(opened)
                    and before is not None
                    and is_single(before)
                ):
                    return None  # *Elsewhere, nine miners were hurt*
                if before is not None and comma - place <= 4 and not verb:
                    return place
                if before is None and not verb and self.starting.get(place + 1) is not None:
                    return place
                if self.word(place + 1).endswith("ing") and self.word(place + 1) in self.vocabulary.verbs:
                    return place  # *the driver of a coach that crashed, killing six, was charged*
                if self.word(place + 1) in ("whom", "whose") or self.word(place + 3) in ("whom", "them"):
                    return place  # *12 guards, one of whom was off duty,*
                if verb and self.word(place + 1) not in _OPENS_RELATIVE:
                    return None
                return place if before is not None and before.sort in (Sort.PERSON, Sort.NAME) else None
            if word in (";", ".", ":", "--", "]"):
                return None
        return None


def is_single(phrase: Phrase) -> bool:
    """Whether a phrase stands for one."""
    return phrase.quantity is not None and phrase.quantity.low == phrase.quantity.high == 1
