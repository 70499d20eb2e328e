"""Noun phrases that hold no other phrase: pronouns, and names with the age told beside them."""

from __future__ import annotations

from monitor.figures.document import Quantity
from monitor.figures.en import grammar, persons
from monitor.figures.en.phrase import NONE, ONE, SOME, Phrase, Sort
from monitor.figures.en.times import SMALL_NUMBERS
from monitor.figures.en.words import Words
from monitor.figures.en.wordset import words
from monitor.model import Modifier

_AFTER_AGE = words(", . ) and ; of from was -- is who has had were a 's both")
_NO_PERSONS = persons.THINGS | grammar.NOT_NAMES


class SmallPhrases(Words):
    """A sentence's words, read for pronouns and names."""

    def pronoun(self, at: int) -> Phrase | None:
        """The pronoun that stands here, or a word that stands for nobody, anybody or others."""
        word = self.low[at]
        following = self.low[at + 1] if at + 1 < self.count else ""
        if word in ("he", "she", "him", "himself", "herself"):
            return Phrase(at, at + 1, Sort.PRONOUN, word, ONE, None, definite=True)
        if word == "her" and (
            not following
            or not following[0].isalnum()
            or following in grammar.STOPPERS
            or following in grammar.ADVERBS
            or following in grammar.DETERMINERS
        ):
            return Phrase(at, at + 1, Sort.PRONOUN, word, ONE, None, definite=True)
        if word in ("they", "them", "themselves"):
            return Phrase(at, at + 1, Sort.PRONOUN, word, None, None, plural=True, definite=True)
        if word in ("nobody", "none") or (
            word == "no" and following in ("-", "--") and self.low[at + 2 : at + 3] == ["one"]
        ):
            last = at + (1 if word != "no" else 3)
            part = word == "none" and following == "of"
            return Phrase(at, last, Sort.NOBODY, word, NONE, (at, last), part=part)
        if word in ("someone", "somebody"):
            return Phrase(at, at + 1, Sort.PERSON, word, ONE, (at, at + 1))
        if word in ("anyone", "anybody"):
            return Phrase(at, at + 1, Sort.PRONOUN, word, None, None)
        if word in ("everyone", "everybody"):
            return Phrase(at, at + 1, Sort.PRONOUN, word, None, None, plural=True)
        if word == "others":
            return self.others(at, at, None, None, definite=False)
        if word == "both" and (
            following in grammar.AUXILIARIES or not following or following in self.vocabulary.stating
        ):
            return Phrase(
                at, at + 1, Sort.PRONOUN, word, Quantity(2, 2, Modifier.EXACT), (at, at + 1), plural=True, definite=True
            )
        return None

    def others(
        self, start: int, at: int, quantity: Quantity | None, number: tuple[int, int] | None, definite: bool
    ) -> Phrase:
        """*12 others*, *the others*."""
        return Phrase(
            start, at + 1, Sort.PERSON, "others", quantity or SOME, number, plural=True, definite=definite, more=True
        )

    def aged(self, phrase: Phrase) -> Phrase:
        """With an age told after a name or a person: *, 41,*, *(41)*, *, 20 years old,*."""
        at = phrase.last
        if phrase.quantity != ONE or at + 1 >= self.count or self.low[at] not in (",", "("):
            return phrase
        word = self.low[at + 1]
        if not word.isdecimal() or int(word) > 110:
            return phrase
        last = at + 2
        if self.low[last : last + 2] == ["years", "old"]:
            last += 2
        closing = self.low[last] if last < self.count else "."
        if closing in _AFTER_AGE or last > at + 2:
            return phrase._replace(last=last + (closing == ")"), age=int(word))
        return phrase

    def past_ages(self, at: int) -> int:
        """Where ages end: *aged nine, 11 and 12*."""
        while at < self.count and (self.low[at].isdecimal() or self.low[at] in SMALL_NUMBERS):
            at += 1
            after = "".join(self.low[at + 1 : at + 2])
            if self.low[at : at + 1] in ([","], ["and"]) and (after.isdecimal() or after in SMALL_NUMBERS):
                at += 1
        return at

    def named(self, start: int, at: int, *, definite: bool, age: int | None) -> Phrase | None:
        """*John Roe, 41,*; a body or a place by its name."""
        last = self.name_end(at)
        name = " ".join(self.texts[at:last])
        made = Phrase(start, last, Sort.NAME, self.low[last - 1], ONE, None, definite=True, names=(name,), age=age)
        made = self.aged(made)
        if made.age is None and persons.is_plural_person(self.low[last - 1]):
            return Phrase(start, last, Sort.PERSON, self.low[last - 1], None, None, plural=True)
        if made.age is None and (self.low[last - 1] in _NO_PERSONS or self.is_body(at, last)):
            return Phrase(start, last, Sort.UNKNOWN, self.low[last - 1], None, None, definite=definite)
        return made

    def titled(
        self,
        start: int,
        head: int,
        at: int,
        quantity: Quantity | None,
        number: tuple[int, int] | None,
        *,
        definite: bool,
        more: bool,
        age: int | None,
    ) -> Phrase:
        """*Deputy John Roe*, *a driver named John Roe*."""
        last = self.name_end(at)
        name = " ".join(self.texts[at:last])
        many = quantity is not None and quantity != ONE
        made = Phrase(
            start, last, Sort.PERSON, self.low[head], quantity or ONE, number, many, definite or quantity is None, more,
            names=() if many else (name,), age=age,
        )  # fmt: skip
        return self.aged(made)
