"""The words of a sentence, and what each may be to a noun phrase: a person, part of a name, a modifier, or its end."""

from __future__ import annotations

from monitor.figures.document import Sentence
from monitor.figures.en import countries, grammar, numerals, persons
from monitor.figures.en.lookup import Lookup
from monitor.figures.en.vocabulary import WIDEST_GAP, Form, Role, Vocabulary

_IS_PERSON = Lookup(persons.is_person)
_BEHIND_PERSONS = (["elect"], ["designate"])
_CLOSED = grammar.STOPPERS | grammar.DETERMINERS
_OF_SEVERAL = frozenset({"were", "are", "have"})
_SAY = frozenset({"said", "say"})
_AGE_JOINTS = frozenset({"-", "--", "year", "month", "years"})


class Words:
    """A sentence's words. `cased`: capitals mark names. `headline`: articles are left out."""

    def __init__(self, sentence: Sentence, vocabulary: Vocabulary, cased: bool, headline: bool) -> None:
        self.headline = headline
        self.sentence = sentence
        self.texts = sentence.texts
        self.low = sentence.lows
        self.vocabulary = vocabulary
        self.cased = cased
        self.count = len(self.low)
        self.person = [_IS_PERSON[word] and self._names_person(at) for at, word in enumerate(self.low)]

    def is_body(self, at: int, last: int) -> bool:
        """Whether a name is of a country or written in capitals alone, as a body's short name is."""
        if last - at == 1 and self.low[at] in countries.NATION_WORDS:
            return True
        return all(len(text) > 1 and text.isupper() for text in self.texts[at:last])

    def leads_to_name(self, at: int) -> bool:
        """Whether a few nouns stand between a name and another: *Hawks defensive coach John Roe*."""
        for place in range(at, min(at + 3, self.count - 1)):
            word = self.low[place]
            if not word.isalpha() or self.texts[place][0].isupper() or word in _CLOSED:
                return False
            if word in self.vocabulary.stating or word in grammar.ADVERBS or word.endswith(("ed", "ing", "ly", "s")):
                return False
            if self.is_name(place + 1):
                return True
        return False

    def stands_alone(self, at: int) -> bool:
        """Whether no noun follows: *and another wounded*."""
        while at < self.count and self.low[at].endswith("ly") and self.low[at] in grammar.ADVERBS:
            at += 1
        if at >= self.count or not self.low[at][0].isalnum() or self.low[at] in grammar.STOPPERS:
            return True
        return self.low[at] in self.vocabulary.stating and not self.is_person(at + 1)

    def is_after_noun(self, at: int, noun: int) -> bool:
        """Whether a word tells on of a noun rather than leading to another: *150 computers allegedly linked to*."""
        word = self.low[at]
        if word in grammar.ADVERBS or (len(word) > 4 and word.endswith("ly")):
            return not self.person_ahead(at + 1)
        return (
            (word.endswith("ed") or word in grammar.PARTICIPLES)
            and self.low[noun].endswith("s")
            and not self.person_ahead(at + 1)
        )

    def verb_follows(self, at: int) -> bool:
        if at >= self.count or self.person[at]:
            return False
        return self.low[at] in grammar.AUXILIARIES or self.low[at] in self.vocabulary.stating

    def age_at(self, at: int) -> tuple[int | None, int, bool] | None:
        """*65-year-old*, *5-year-olds*: the age, where it ends, and whether it stands for several."""
        low = self.low
        if at + 2 >= self.count or low[at + 1] not in _AGE_JOINTS:
            return None
        if (
            at + 4 < self.count
            and low[at + 2] in ("year", "month", "week", "day")
            and low[at + 1] in ("-", "--")
            and low[at + 3] in ("-", "--")
            and low[at + 4] in ("old", "olds")
        ):
            return (int(low[at]) if low[at].isdecimal() else None), at + 5, low[at + 4] == "olds"
        if (
            at + 2 < self.count
            and low[at][:1].isdecimal()
            and low[at + 1] in ("year", "month", "years")
            and low[at + 2] in ("old", "olds")
        ):
            return (int(low[at]) if low[at].isdecimal() else None), at + 3, low[at + 2] == "olds"
        return None

    def name_end(self, at: int) -> int:
        last = at + 1
        while last < self.count and last < at + 8:
            text, low = self.texts[last], self.low[last]
            if text[0].isupper() and low not in grammar.TEMPORAL and self.low[last - 1] != ",":
                last += 1
                continue
            if (
                low in grammar.NAME_PARTICLES
                and last + 1 < self.count
                and self.texts[last + 1][0].isupper()
                and low != "-"
            ):
                last += 1
                continue
            if (
                low == "-"
                and last + 1 < self.count
                and self.texts[last + 1][0].isupper()
                and self.sentence.is_glued(last)
            ):
                last += 2
                continue
            if (
                text[0] in "\"“'‘`"
                and last + 2 < self.count
                and self.texts[last + 1][0].isupper()
                and self.texts[last + 2][0] in "\"”'’"
            ):
                last += 3
                continue
            break
        return min(last, self.count)

    def starts_name(self, at: int) -> bool:
        word = self.low[at]
        if word in grammar.NOT_NAMES or word in persons.THINGS or word in self.vocabulary.stating:
            return False
        if len(word) == 1 and self.low[at + 1 : at + 2] in (["-"], ["--"]):
            return False  # *M-19 members*
        if word.endswith("ly") and len(word) > 6 and not self.is_name(at + 1):
            return False
        following = self.low[at + 1] if at + 1 < self.count else ""
        if at == 0 and (following in _OF_SEVERAL or (word.endswith("s") and following in _SAY)):
            return False  # *Most were hurt*, *Witnesses said*
        if at == 0 or self.low[at - 1] in ('"', "--", "]", ":"):
            return word not in grammar.ADVERBS and not word.endswith(("ly", "ing"))
        return True

    def is_name(self, at: int) -> bool:
        if not self.cased or at >= self.count:
            return False
        low = self.low[at]
        if low.endswith(("ing", "ed")) and at + 1 < self.count and self.low[at + 1] in grammar.PREPOSITIONS:
            return False
        return (
            self.texts[at][0].isupper()
            and low not in grammar.NOT_NAMES
            and low not in grammar.TEMPORAL
            and low not in grammar.STOPPERS
        )

    def is_person(self, at: int) -> bool:
        """Whether a word names a person; a capitalised one only where it is a known noun (*Holman* is no man)."""
        return at < self.count and self.person[at]

    def compound_end(self, at: int) -> int:
        """Where a person's noun ends, with what hyphens join behind it: *brother-in-law*, *president-elect*."""
        if self.low[at + 1 : at + 2] != ["-"]:
            return at + 1
        if self.low[at + 2 : at + 5] == ["in", "-", "law"]:
            return at + 5
        return at + 3 if self.low[at + 2 : at + 3] in _BEHIND_PERSONS else at + 1

    def _names_person(self, at: int) -> bool:
        return self.low[at] in persons.PERSONS or not self.texts[at][0].isupper() or not self.cased

    def may_begin(self, at: int) -> bool:
        """Whether a phrase may begin with this word though no determiner stands before: a name, an age, *armed men*."""
        if self.texts[at][0].isupper() or True in self.person[at : at + 4]:
            return True
        return at + 2 < self.count and self.low[at + 1] in _AGE_JOINTS

    def makes_adjective(self, head: int, at: int) -> bool:
        """Whether the word before was no person but goes with this noun: *the Kenyan coast*, *the local school*."""
        if self.low[head] not in persons.ADJECTIVAL or head != at - 1:
            return False
        word = self.low[at]
        return (
            word.isalpha()
            and self.texts[at][0].islower()
            and word not in grammar.STOPPERS
            and word not in grammar.ADVERBS
            and word not in grammar.DETERMINERS
            and word not in grammar.TEMPORAL
            and not word.endswith(("ed", "ing", "ly"))
            and word not in self.vocabulary.stating
        )

    def is_modifier(self, at: int) -> bool:
        word = self.low[at] if at < self.count else "."
        return (
            word[0].isalnum()
            and word not in grammar.STOPPERS
            and word not in grammar.DETERMINERS
            and word not in numerals.STARTS
            and not word[0].isdecimal()
            and not word.endswith("ed")
            and word not in self.vocabulary.stating
        )

    def person_ahead(self, at: int) -> bool:
        """Whether a person follows within a few modifiers: *sheriff's deputy*, *Israel's chief negotiator*."""
        for place in range(at, min(at + 4, self.count)):
            if self.is_person(place):
                return True
            if (
                self.low[place] in grammar.STOPPERS
                or not self.low[place][0].isalnum()
                or self.low[place] in self.vocabulary.stating
            ):
                return False
        return False

    def past_bracket(self, at: int) -> int:
        """Where a short bracket that opens here has closed, else here."""
        if self.low[at : at + 1] not in (["("], ["["]):
            return at
        return next(
            (place + 1 for place in range(at + 1, min(at + 6, self.count)) if self.low[place] in (")", "]")), at
        )

    def person_beyond(self, at: int) -> int | None:
        """Where the person stands that a body's name goes with: *National Liberation Front (NLF) rebel*."""
        for _ in range(3):
            at = self.past_bracket(at)
            if self.is_person(at):
                return at
            if at >= self.count or not self.is_modifier(at) or self.texts[at][0].isupper():
                return None
            at += 1
        return None

    def is_verb(self, at: int) -> bool:
        """Whether a word that nothing stands before is a verb of a watched kind: *killed soldiers*."""
        return self.low[at] in self.vocabulary.verbs

    def ends_before(self, at: int, *, numbered: bool) -> bool:
        """Whether a word of a watched kind stands here as a verb or state rather than in the phrase before it.

        In a phrase with a number a noun for those counted is its head: *two hostages*.
        """
        word = self.low[at]
        if word in grammar.TEMPORAL and self.cased and self.texts[at][0].isupper():
            return True
        senses = self.vocabulary.senses.get(word)
        if senses is None:
            return False
        if persons.is_person(word):
            nouns = (Role.NONE_OF, Role.CALLED) if numbered else (Role.NONE_OF,)
            senses = tuple(sense for sense in senses if sense.role not in nouns)
            if not senses:
                return False
        if all(not sense.tail and sense.form in (Form.GERUND, Form.THIRD, Form.PRETERITE) for sense in senses):
            return True
        if all(
            sense.tail_end(self.low, at, WIDEST_GAP if sense.role is Role.DONE_TO else 0) is None for sense in senses
        ):
            return False
        return not (
            self.is_person(at + 1) or (at + 2 < self.count and self.is_person(at + 2) and self.is_modifier(at + 1))
        )
