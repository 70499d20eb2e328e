"""Finds what a word of a sentence counts: what stands before it as its subject, or after it as its object."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.figures.document import Token
from monitor.figures.en import grammar, persons, phrases
from monitor.figures.en.phrases import ONE, Phrase, Sort
from monitor.figures.en.vocabulary import Role, Vocabulary
from monitor.figures.en.wordset import words

_CLAUSE_STARTS = frozenset(
    [
        "when",
        "after",
        "because",
        "while",
        "although",
        "though",
        "if",
        "whether",
        "as",
        "that",
        "said",
        "where",
        "before",
        "since",
    ]
)
_SPEAKERS = words("i i've i'd i'm we we've we'd you you've you'd")  # who is quoted counts nobody
_SUBORDINATING = frozenset({"before", "after", "since", "until", "as", "than"})  # prepositions that also open a clause
_SMALL = grammar.PREPOSITIONS | grammar.CONJUNCTIONS
_COUNTABLE = frozenset({Sort.PERSON, Sort.NAME, Sort.NUMBER})
_REACH = 60  # tokens that a subject may stand before its verb


class Clause:
    """A sentence as the frames see it: its words, its noun phrases, and where they begin and end."""

    def __init__(self, tokens: Sequence[Token], vocabulary: Vocabulary, *, headline: bool) -> None:
        self.tokens = tokens
        self.low = [token.low for token in tokens]
        self.vocabulary = vocabulary
        cased = is_cased(tokens)
        self.headline = headline or not cased
        self.phrases = phrases.find(tokens, vocabulary, cased=cased, headline=self.headline)
        self.starting = {phrase.first: phrase for phrase in self.phrases}
        self.ending = {phrase.last: phrase for phrase in self.phrases}
        self.covering: list[Phrase | None] = [None] * len(tokens)
        for phrase in self.phrases:
            for place in range(phrase.first, phrase.last):
                self.covering[place] = phrase

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
                or word in ("and", "or", "then", ",", "found", "/")
                or word in self.vocabulary.stating
            ):
                return False
        return False

    def is_adverb(self, at: int) -> bool:
        """Whether a word is one that may stand within a verb group."""
        word = self.word(at)
        return word in grammar.ADVERBS or (len(word) > 4 and word.endswith("ly"))

    def objects(self, at: int) -> list[Phrase]:
        """The phrase that begins here (over adverbs and quote marks) and those joined to it."""
        place = at
        while (
            place < at + 3 and place not in self.starting and (self.is_adverb(place) or self.word(place) in ('"', "'"))
        ):
            place += 1
        first = self.starting.get(place)
        if first is None:
            return []
        named = self.starting.get(first.last)
        if first.plural and first.quantity is None and named is not None and named.sort is Sort.NAME:
            first = named  # *nuns Maria Roe and Ana Doe*
        if self.word(first.last) == "'s" and self.word(first.last + 1) not in grammar.BODY_PARTS:
            return [first._replace(sort=Sort.THING, head="")]  # *shot the lady's car*
        return self.joined_after(first)

    def joined_after(self, first: Phrase) -> list[Phrase]:
        """A phrase and those that *and* and commas join to it."""
        found = [first]
        while (joined := self._next_joined(found[-1].last)) is not None:
            found.append(joined)
        return found

    def _next_joined(self, at: int) -> Phrase | None:
        at = self._past_place(at)
        place = at
        apposed = self._apposition_end(at)
        if apposed is not None and self.word(apposed) == "and":
            place = apposed
        comma = self.word(place) in (",", ";")
        before = self.ending.get(at)
        if (
            comma
            and before is not None
            and before.sort is Sort.NAME
            and self.word(place + 1) in ("a", "an", "the")
            and place == at
        ):
            return None
        if comma and self.word(place + 1) == "and":
            place += 2
        elif self.word(place) in ("and", ",", "&") or (comma and self.word(place - 1)[0].isdecimal()):
            place += 1
        elif self.low[place : place + 3] == ["as", "well", "as"]:
            place += 3
        else:
            return None
        if self.word(place) == "of":
            place += 1
        phrase = self.starting.get(place) or self._named_later(place)
        if phrase is None or phrase.sort not in _COUNTABLE:
            return None
        if phrase.quantity is None:
            bare = phrase.plural or phrase.sort is Sort.NUMBER or self.word(place - 1) == ","
            if bare or self.word(phrase.last) == "of":  # *a deputy and father of two* is one man
                return None
            phrase = phrase._replace(quantity=ONE)
        after = self.word(phrase.last)
        if after in self.vocabulary.stating or after in grammar.AUXILIARIES:
            return None
        if not comma or self.word(place - 1) != ",":
            return phrase
        # after a comma it is an apposition, unless the list goes on to an *and*
        goes_on = after in (",", "and", ";") and phrase.sort is not Sort.NUMBER
        return phrase if goes_on and self._next_joined(phrase.last) is not None else None

    def _past_place(self, at: int) -> int:
        """Past what tells where or of what a phrase is: *the governor of Dover, ...*, *two men in Kent and ...*."""
        for _ in range(2):
            inner = self.starting.get(at + 1) if self.word(at) in ("of", "in", "from", "at", "near") else None
            if inner is None or inner.number is not None or self.word(inner.last) not in (",", "and", "of", "in"):
                return at
            at = inner.last
        return at

    def _named_later(self, at: int) -> Phrase | None:
        """The name that a few words of office stand before: *presidential hopeful John Roe*."""
        for place in range(at + 1, min(at + 4, len(self.low))):
            word = self.low[place - 1]
            if not word.isalpha() or word in grammar.STOPPERS or word in self.vocabulary.stating:
                return None
            phrase = self.starting.get(place)
            if phrase is not None:
                return phrase if phrase.sort is Sort.NAME and not self.is_adverb(at) else None
        return None

    def _apposition_end(self, at: int) -> int | None:
        """Where an apposition that opens at this comma closes: *John Roe, a father of two, and ...*."""
        role = self.starting.get(at + 1)
        of_other = role is not None and role.sort is Sort.PERSON and "'" in self.low[role.first : role.last]
        first = self.ending.get(at)
        if self.word(at) != "," or first is None or not (first.definite or first.names):
            return None
        if not of_other and self.word(at + 1) not in (
            "a",
            "an",
            "the",
            "his",
            "her",
            "who",
            "secretary",
            "head",
            "chief",
            "rector",
        ):
            return None
        for place in range(at + 2, min(len(self.low), at + 14)):
            if self.low[place] == ",":
                return place + 1
            if self.low[place] in (";", ".", ":"):
                return None
        return None

    def joined_before(self, last: Phrase) -> list[Phrase]:
        """A phrase and those joined to it before it."""
        found = [self._with_plural_role(last)]
        while (before := self._previous_joined(found[0])) is not None:
            before = self._with_plural_role(before)
            if found[0].quantity is None:
                if found[0].plural or not is_single(before):
                    break
                found[0] = found[0]._replace(quantity=ONE)
            found.insert(0, before)
        return found

    def _with_plural_role(self, name: Phrase) -> Phrase:
        """A name together with the plural noun before it: *guards Ana Roe and John Doe*."""
        role = self.ending.get(name.first)
        if name.sort is Sort.NAME and role is not None and role.plural and role.quantity is None:
            return name._replace(first=role.first)
        return name

    def _previous_joined(self, phrase: Phrase) -> Phrase | None:
        at = phrase.first
        joint = self.word(at - 1)
        if joint == "and":
            at -= 2 if self.word(at - 2) == "," else 1
        elif joint in (",", "--", "("):
            at -= 1
        else:
            return None
        if joint in ("--", "("):
            whole = self.ending.get(at)
            return whole if whole is not None and whole.number is not None else None
        before = self.ending_with(at)
        if before is None or before.sort not in _COUNTABLE or before.before in grammar.PREPOSITIONS:
            return None
        if before.quantity is None:
            if before.plural or not is_single(phrase):
                return None
            before = before._replace(quantity=ONE)
        if joint == "," and self.word(before.first - 1) not in ("and", ","):
            rest = self.word(phrase.last)
            if rest != "and" and not (rest == "," and self.word(phrase.last + 1) == "and"):
                return None
        return before

    def ending_with(self, at: int) -> Phrase | None:
        """The phrase that ends here with all that goes with it: *John Roe, a father of two from Dover,*."""
        for _ in range(6):
            at = self._bracket(at - 1) or at
            if self.word(at - 1) == "," and self.ending.get(at) is None:
                opened = self.apposition(at - 1)
                at = at - 1 if opened is None else opened
                continue
            phrase = self.ending.get(at)
            if phrase is None:
                opened = self.apposition(at)
                if opened is None:
                    return None
                at = opened
                continue
            if phrase.before in grammar.PREPOSITIONS:
                at = phrase.first - 1
                continue
            if phrase.before == "," and phrase.number is None and self.word(phrase.first) in ("a", "an", "the"):
                outer = self.ending.get(phrase.first - 1)
                if outer is not None and outer.sort is Sort.NAME:
                    return outer
            return phrase
        return None

    def along(self, at: int) -> list[Phrase]:
        """Who shared it: *was killed at home, along with two of his guards*."""
        for place in range(at, min(len(self.low), at + 24)):
            if self.low[place] in (".", ";", ":", "while", "when", "but"):
                return []
            if self.low[place] in ("along", "together") and self.word(place + 1) == "with":
                return [
                    phrase
                    for phrase in self.objects(place + 2)
                    if phrase.sort in _COUNTABLE and phrase.quantity is not None
                ]
        return []

    def beside(self, at: int) -> list[Phrase]:
        """What a participle without *to be* counts: the phrase just before it, over adverbs."""
        place = at
        while place > 0 and self.is_adverb(place - 1):
            place -= 1
        phrase = self.ending.get(place)
        if phrase is not None and phrase.before == "including":
            at = phrase.first - 1
            phrase = self.ending.get(at - 1 if self.word(at - 1) == "," else at)
        if phrase is not None and phrase.before in ("have", "having", "want", "wanted", "put"):
            return []
        if phrase is not None and phrase.inner is not None:
            quantity, number = phrase.inner
            return [phrase._replace(quantity=quantity, number=number, part=False)]
        if phrase is not None and phrase.sort is Sort.NAME and phrase.before in grammar.PREPOSITIONS:
            phrase = self.ending_with(place)  # *John Roe of Dover*
        if phrase is not None:
            return self.joined_before(phrase)
        return self.subject(at) if self.word(place - 1) in ("and", "or", ",") else []

    def subject(self, at: int) -> list[Phrase]:
        """The subject of a verb: back over adverbs, auxiliaries, other verbs, prepositional phrases and appositions."""
        place = at
        steps = 0
        fallback: list[Phrase] = []
        while place > max(0, at - _REACH):
            steps += 1
            phrase = self.ending.get(place)
            if phrase is None:
                word = self.low[place - 1]
                if word in ("who", "whom", "which", "that"):
                    antecedent = self.ending.get(place - 2 if self.word(place - 2) == "," else place - 1)
                    if antecedent is not None and (
                        antecedent.sort in _COUNTABLE or antecedent.head in self.vocabulary.things
                    ):
                        return self.joined_before(antecedent)
                if word in _SPEAKERS:
                    return []
                if word in (";", ":", ".") or (word == '"' and steps > 6) or (word in _CLAUSE_STARTS and steps > 1):
                    break
                opened = self.apposition(place - 1) if word == "," else self._bracket(place - 1)
                place = place - 1 if opened is None else opened
                continue
            if phrase.before == "have" and self.word(phrase.first - 2) in ("to", "will", "would"):
                return []  # *arranged to have him killed*
            if self._is_aside(phrase) or self.word(phrase.last) == "'s":
                place = phrase.first
                continue
            named = self.ending.get(phrase.first - 1) if phrase.before == "," and phrase.number is None else None
            if named is not None and named.sort is Sort.NAME and self.word(phrase.first) in ("a", "an", "the"):
                place = phrase.first - 1  # *Roe, a clerk at the mill was killed*
                continue
            opens_clause = phrase.before in _SUBORDINATING and self._leads_to(phrase.last, at)
            if phrase.before in grammar.PREPOSITIONS and not opens_clause:
                if not fallback and phrase.number is not None and phrase.sort in (Sort.PERSON, Sort.NUMBER):
                    fallback = [phrase]
                place = phrase.first - 1
            elif (phrase.sort is Sort.NAME and self._goes_with_noun(phrase)) or self._is_object(phrase):
                place = phrase.first
            elif self._can_act(phrase):
                joined = self.joined_before(phrase)
                if not self._is_held(joined[0]):
                    return joined
                place = joined[0].first
            else:
                place = phrase.first
        return fallback

    def _is_held(self, phrase: Phrase) -> bool:
        """Whether a phrase is the object of a participle: *the officer chasing a man was shot*."""
        before = phrase.before
        if len(before) < 5 or not before.endswith("ing") or before in grammar.PREPOSITIONS:
            return False
        return phrase.first >= 2 and self.ending.get(phrase.first - 1) is not None

    def _bracket(self, at: int) -> int | None:
        """Where the bracket opened that closes here."""
        opening = {")": "(", "]": "["}.get(self.word(at))
        for place in range(at - 1, max(-1, at - 12), -1) if opening else ():
            if self.low[place] == opening:
                return place
        return None

    def _is_aside(self, phrase: Phrase) -> bool:
        """Whether a phrase is who says so in passing: *a man who police say died*."""
        return self.word(phrase.last) in grammar.SAYING and phrase.before in ("who", "whom", "that", ",", "which", "")

    def _leads_to(self, first: int, at: int) -> bool:
        """Whether nothing but auxiliaries and adverbs stand between a phrase and its verb."""
        return all(
            word in grammar.AUXILIARIES or self.is_adverb(place) for place, word in enumerate(self.low[first:at], first)
        )

    def _can_act(self, phrase: Phrase) -> bool:
        if phrase.sort in (Sort.PERSON, Sort.NAME, Sort.PRONOUN, Sort.NOBODY):
            return True
        if phrase.sort in (Sort.NUMBER, Sort.UNKNOWN):
            return phrase.quantity is not None
        return phrase.head in self.vocabulary.things

    def _goes_with_noun(self, phrase: Phrase) -> bool:
        """Whether a name follows a noun that it goes with: *investigations Bureau* is nobody."""
        before = phrase.before
        if (
            phrase.last - phrase.first > 1
            or not before.isalpha()
            or before in grammar.STOPPERS | grammar.TITLES
            or persons.is_person(before)
        ):
            return False
        return not (before in self.vocabulary.stating or before.endswith(("ed", "ing", "ly", "s")))

    def _is_object(self, phrase: Phrase) -> bool:
        """Whether a phrase before *and* is the object of a verb of a watched kind: *shot three rounds and was* ..."""
        if self.word(phrase.last) != "and":
            return False
        return any(sense.role is Role.DONE_TO for sense in self.vocabulary.senses.get(phrase.before, ()))

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
                if before is not None and comma - place <= 4 and not verb:
                    return place
                if before is None and not verb and self.starting.get(place + 1) is not None:
                    return place
                if verb and self.word(place + 1) not in grammar.RELATIVES | {"whose", "where"}:
                    return None
                return place if before is not None and before.sort in (Sort.PERSON, Sort.NAME) else None
            if word in (";", ".", ":", "--", "]"):
                return None
        return None


def is_single(phrase: Phrase) -> bool:
    """Whether a phrase stands for one."""
    return phrase.quantity is not None and phrase.quantity.low == phrase.quantity.high == 1


def is_cased(tokens: Sequence[Token]) -> bool:
    """Whether capitals mark names: not in all-capital text and headlines in title case.

    Title case leaves none but small words in lower case; names, however many, stand among verbs that are.
    """
    long = [token for token in tokens if len(token[0]) > 3 and token[0][0].isalpha()]
    lower = sum(token[0][0].islower() and token[1] not in _SMALL for token in long)
    return len(long) < 3 or lower > 1 or (len(long) - lower) * 10 < len(long) * 7
