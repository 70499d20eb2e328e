"""Finds what a word of a sentence counts: what stands before it as its subject, or after it as its object."""

from __future__ import annotations

from monitor.figures.en import grammar, persons
from monitor.figures.en.lists import Lists
from monitor.figures.en.phrase import ONE, Phrase, Sort
from monitor.figures.en.sight import COUNTABLE, is_single
from monitor.figures.en.vocabulary import Role
from monitor.figures.en.wordset import words

_CLAUSE_STARTS = words("when after because while although though if whether as that said where before since")
_HELD_TO_BE = words("found reported declared pronounced confirmed presumed feared believed thought listed")
_BEFORE_VERBS = grammar.AUXILIARIES | _HELD_TO_BE | words("remain remains remained")
_SHARES = words("half most some many third quarter majority part few none any")
_DOERS = words("killer killers murderer murderers assassin assassins slayer slayers")
_SHARES_AND_DOERS = _SHARES | _DOERS
_SPEAKERS = words("i we you")  # who is quoted counts nobody
_OF_PLACES = words("of to in at from near")
_AMONG = words("of at in on aboard from inside under")
_GOES_ON = words("and but , ;")
_WITH = words("with")  # *with John Roe arrested soon after*
_OF_DEEDS = words("of for with")
_SUFFERING = words("suffered suffering sustained inflicted inflicting caused causing both many")
_PASSIVE_ENDS = words("with in on for by at")
_IN_THE_DOCK = words("charged accused indicted")
_APPEARING = words("appear appeared appears appearing due")
_COURTS = words("court courts dock magistrate magistrates judge tribunal")
_PASSIVE_REACH = 20  # tokens from a participle back to the passive that it goes on from
_RELATIVE_STARTS = words("where which who that")
_RELATIVE_REACH = 10  # tokens from such a word to a phrase in its clause
_WHEN_OR_BY = words("by on in at last this yesterday today while when during")
_ACTORS = (Sort.PERSON, Sort.NAME, Sort.PRONOUN, Sort.NOBODY)
_ACTORS_COUNTED = (Sort.NUMBER, Sort.UNKNOWN)  # where a number is told with them
_REACH = 60  # tokens that a subject may stand before its verb


class Clause(Lists):
    """A sentence that can be asked for the subject of a verb and for what stands beside a participle."""

    def along(self, at: int) -> list[Phrase]:
        """Who shared it: *was killed at home, along with two of his guards*."""
        for place in range(at, min(len(self.low), at + 24)):
            if self.low[place] in (".", ";", ":", "while", "when", "but"):
                return []
            if self.low[place] in ("along", "together") and self.word(place + 1) == "with":
                return [
                    phrase
                    for phrase in self.objects(place + 2)
                    if phrase.sort in COUNTABLE and phrase.quantity is not None
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
        if phrase is not None and phrase.sort is Sort.NAME and phrase.before in grammar.PREPOSITIONS - _WITH:
            phrase = self.ending_with(place)  # *John Roe of Dover*
        if phrase is not None:
            return self.joined_before(phrase)
        place -= self.word(place - 1) in ("all", "both") and self.word(place - 2) == ","  # *two men, both shot dead*
        told = self.ending.get(place - 1) if self.word(place - 1) == "," else None
        if told is not None and told.age is not None:
            return self.joined_before(told)  # *John Roe, 41, charged with*
        shared = told is not None and self.word(place) in ("all", "both")
        known = told is not None and bool(told.names or (told.quantity is not None and told.sort in COUNTABLE))
        if told is not None and (shared or (known and self.word(at + 1) in _WHEN_OR_BY)):
            return self.joined_before(told)  # *Ana Roe, murdered by gunmen*, *a suspect, arrested on Friday,*
        chained = self.word(place - 1) in ("and", "or", ",") and self.word(place - 2) in self.vocabulary.stating
        chained = (chained and not self.is_loss(place)) or self._is_joined_passive(at)
        if chained:
            return self.subject(at)  # *a man shot and killed*
        appears = self._appears_in_court(at)
        return [] if appears is None else self.subject(appears)

    def _appears_in_court(self, at: int) -> int | None:
        """The verb that a charge goes on from: *eight men are to appear in court on Monday charged with fraud*."""
        if self.low[at] not in _IN_THE_DOCK or self.word(at + 1) not in _PASSIVE_ENDS:
            return None
        for place in range(at - 2, max(0, at - _PASSIVE_REACH), -1):
            if self.low[place] in _APPEARING:
                return None if _COURTS.isdisjoint(self.low[place:at]) else place
            if self.low[place] in (".", ";", ":", "and", "but"):
                return None
        return None

    def _is_joined_passive(self, at: int) -> bool:
        """Whether a participle goes on from a passive: *was brought into court in irons and charged with murder*."""
        if self.word(at - 1) != "and" or self.word(at + 1) not in _PASSIVE_ENDS:
            return False
        before = range(at - 2, max(0, at - _PASSIVE_REACH), -1)
        was = next((place for place in before if self.low[place] in ("was", "were")), None)
        return was is not None and self.low[was + 1].endswith(("ed", "en", "ought", "eld"))

    def is_loss(self, at: int) -> bool:
        """Whether a word is of what someone suffered: *the guard suffered dead and wounded*."""
        return self.word(at - 1) == "and" and self.word(at - 3) in _SUFFERING

    def subject(self, at: int) -> list[Phrase]:
        """The subject of a verb: back over adverbs, auxiliaries, other verbs, prepositional phrases and appositions."""
        place = at
        steps = 0
        fallback: list[Phrase] = []
        of_office = False
        while place > max(0, at - _REACH):
            steps += 1
            phrase = self.ending.get(place)
            if phrase is None:
                word = self.low[place - 1]
                if word in ("who", "whom", "which", "that"):
                    behind = place - 1
                    while self.word(behind - 1) in (",", '"'):
                        behind -= 1
                    antecedent = self._antecedent(behind)
                    if antecedent is not None and (
                        antecedent.sort in COUNTABLE or antecedent.head in self.vocabulary.things
                    ):
                        return (
                            [antecedent] if self._is_told_apart(antecedent, place) else self.joined_before(antecedent)
                        )
                if word in _SPEAKERS:
                    return []
                opens = word in _CLAUSE_STARTS and steps > 1 and self.word(place - 2) not in grammar.HAVE
                opens = opens and not (self._tells_since_when(place - 1) or self._tells_which(place - 1, at))
                is_said_to = word == "said" and not {self.word(place - 2), self.word(place)}.isdisjoint(grammar.BE)
                if word in (";", ":", ".") or (word == '"' and steps > 6) or (opens and not is_said_to):
                    break
                opened = self.apposition(place - 1) if word == "," else self.bracket(place - 1)
                place = place - 1 if opened is None else opened
                continue
            if phrase.before == "have" and self.word(phrase.first - 2) in ("to", "will", "would"):
                return []  # *arranged to have him killed*
            if self._is_aside(phrase) or self.word(phrase.last) == "'s":
                place = phrase.first
                continue
            named = self.ending.get(phrase.first - 1) if phrase.before == "," and phrase.number is None else None
            if named is not None and self._is_role_of(named, phrase):
                place = phrase.first - 1
                continue
            opens_clause = (self._leads_to(phrase.last, at) and self._can_act(phrase)) and (
                phrase.before in grammar.SUBORDINATING or "being" in self.low[phrase.last : at]
            )
            if phrase.before in grammar.PREPOSITIONS and not opens_clause:
                share = phrase.before == "of" and self.word(phrase.first - 2) in _SHARES_AND_DOERS
                if share and self.word(phrase.first - 2) == "any":
                    return [phrase._replace(first=phrase.first - 2)]
                if (
                    not fallback
                    and not share
                    and phrase.number is not None
                    and phrase.sort in (Sort.PERSON, Sort.NUMBER)
                ):
                    fallback = [phrase]
                of_office = of_office or (phrase.sort is Sort.NAME and self._leads_to(phrase.last, at))
                place = phrase.first - 1
            elif of_office and phrase.sort is Sort.PERSON and phrase.quantity is None and not phrase.plural:
                return [phrase._replace(quantity=ONE)]  # *president of the harbour board Luis Roe*
            elif (
                (phrase.sort is Sort.NAME and self._goes_with_noun(phrase))
                or self._is_object(phrase)
                or self._is_shared(phrase)
            ):
                place = phrase.first
            elif (told_as := self._told_as(phrase)) is not None:
                place = told_as
            elif (relative := self._clause_around(phrase, at)) is not None:
                place = relative
            elif self._can_act(phrase):
                joined = self.joined_before(phrase)
                if not self._is_held(joined[0]):
                    return joined
                place = joined[0].first
            else:
                place = phrase.first
        return fallback

    def _tells_since_when(self, at: int) -> bool:
        """Whether a word that may open a clause leads in a time: *the sailors held since March were freed*."""
        time = self.word(at + 1)
        return self.low[at] in grammar.SUBORDINATING and (time in grammar.TEMPORAL - {"this"} or time.isdecimal())

    def _tells_which(self, at: int, verb: int) -> bool:
        """Whether *that* only tells which thing is meant: *the crew of a ferry that sank off Kenya were rescued*."""
        told = self.ending.get(at)
        if self.low[at] != "that" or told is None or told.before not in _AMONG or at + 1 in self.starting:
            return False
        own = self.low[at + 1 : self._verb_group(verb)]
        return bool(own) and own[0].isalpha() and _GOES_ON.isdisjoint(own)

    def _told_as(self, phrase: Phrase) -> int | None:
        """Where *who is* begins that says what someone is: *a man who is the woman's husband was held*."""
        owner = self.ending.get(phrase.first - 1) if phrase.before == "'s" else None
        role = owner or phrase
        return role.first - 1 if role.before in grammar.BE and self.word(role.first - 2) == "who" else None

    def _clause_around(self, phrase: Phrase, at: int) -> int | None:
        """Where the relative clause opens that holds a phrase: *the owner of a club where 12 people died was charged*.

        None where none does: the phrase has a verb of its own before this one, or is what another is done to.
        """
        first = phrase
        while first.before == "and" and (other := self.ending.get(first.first - 1)) is not None:
            first = other  # *a fire that killed his wife and four children was set*
        opening = range(phrase.first - 1, max(-1, phrase.first - _RELATIVE_REACH), -1)
        place = next((place for place in opening if self.low[place] in _RELATIVE_STARTS), None)
        if place is None or place == 0 or self.ending.get(place) is None:
            return None
        verb = self._verb_group(at)
        between = self.low[phrase.last : verb]
        if place + 2 == first.first and first.before in self.vocabulary.verbs and self._is_past_relative(between):
            return place  # *a man who killed two guards in 2009 was found dead*
        if not {"and", "but", ",", ";"}.isdisjoint(between):
            return None
        held = phrase.before in self.vocabulary.stating and place + 1 < phrase.first - 1 and verb == phrase.last
        has_own = any(word in self.vocabulary.stating for word in between) or (
            bool(between) and (phrase.sort is Sort.PRONOUN or between[0] in grammar.BE or between[0] in grammar.HAVE)
        )
        return place if (held or has_own) and verb < at else None

    def _is_past_relative(self, between: list[str]) -> bool:
        """Whether nothing but when or where it was stands between a relative clause and the verb that comes after."""
        return not between or (between[0] in grammar.PREPOSITIONS and self.vocabulary.stating.isdisjoint(between))

    def _verb_group(self, at: int) -> int:
        """Where the auxiliaries and adverbs begin that a verb stands behind."""
        while at > 0 and (self.low[at - 1] in _BEFORE_VERBS or self.is_adverb(at - 1)):
            at -= 1
        return at

    def _antecedent(self, at: int) -> Phrase | None:
        """What a relative clause is of: *the envoy to Peru, who was hurt* is the envoy."""
        phrase = self.ending.get(at)
        if phrase is not None and phrase.before == "including":
            at = phrase.first - 1
            whole = self.ending.get(at - 1 if self.word(at - 1) == "," else at)
            phrase = whole if whole is not None and whole.number is not None else phrase
        if phrase is None or phrase.sort is not Sort.NAME or phrase.before not in _OF_PLACES:
            return phrase
        whole = self.ending_with(at)
        return whole if whole is not None and is_single(whole) else phrase

    def _is_told_apart(self, phrase: Phrase, at: int) -> bool:
        """Whether a relative clause singles out one of those joined: *the suspect and the man who died were ...*."""
        several = self.word(at) in ("were", "are", "have")
        return phrase.definite and is_single(phrase) and not phrase.names and not several and phrase.last == at - 1

    def _is_role_of(self, named: Phrase, phrase: Phrase) -> bool:
        """Whether what stands after a name and a comma says who that is: *Roe, a clerk at the mill*."""
        if named.sort is not Sort.NAME or named.before in _OF_PLACES:
            return False
        bare = phrase.sort is Sort.PERSON and phrase.quantity is None and not phrase.plural
        return bare or self.word(phrase.first) in ("a", "an", "the")

    def _is_shared(self, phrase: Phrase) -> bool:
        """Whether *of* governs a phrase together with the one it is joined to: *none of the guards and 40 guests*."""
        other = self.ending.get(phrase.first - 1) if phrase.before == "and" else None
        whole = self.ending.get(other.first - 1) if other is not None and other.before == "of" else None
        return whole is not None and whole.sort is Sort.NOBODY

    def _is_held(self, phrase: Phrase) -> bool:
        """Whether a phrase is the object of a participle: *the officer chasing a man was shot*."""
        before = phrase.before
        if len(before) < 5 or not before.endswith("ing") or before in grammar.PREPOSITIONS:
            return False
        return self.ending.get(phrase.first - 1) is not None or self.word(phrase.first - 2) in _OF_DEEDS

    def _is_aside(self, phrase: Phrase) -> bool:
        """Whether a phrase is who says so in passing: *a man who police say died*."""
        verb = phrase.last
        while phrase.before in grammar.RELATIVES and (self.is_adverb(verb) or self.word(verb) in grammar.HAVE):
            verb += 1  # *who the mayor had earlier said were hurt*
        return self.word(verb) in grammar.SAYING and phrase.before in ("who", "whom", "that", ",", "which", "")

    def _leads_to(self, first: int, at: int) -> bool:
        """Whether nothing but auxiliaries and adverbs stand between a phrase and its verb."""
        return all(
            word in grammar.AUXILIARIES or word in _HELD_TO_BE or self.is_adverb(place)
            for place, word in enumerate(self.low[first:at], first)
        )

    def _can_act(self, phrase: Phrase) -> bool:
        if phrase.sort in _ACTORS:
            return True
        if phrase.sort in _ACTORS_COUNTED:
            return phrase.quantity is not None
        return phrase.head in self.vocabulary.things

    def _goes_with_noun(self, phrase: Phrase) -> bool:
        """Whether a name follows a noun that it goes with: *investigations Bureau* is nobody."""
        before = phrase.before
        if (
            phrase.last - phrase.first > 1
            or not before.isalpha()
            or before in grammar.STOPPERS
            or before in grammar.TITLES
            or persons.is_person(before)
        ):
            return False
        return not (before in self.vocabulary.stating or before.endswith(("ed", "ing", "ly", "s")))

    def _is_object(self, phrase: Phrase) -> bool:
        """Whether a phrase before *and* is the object of a verb of a watched kind: *shot three rounds and was* ..."""
        if self.word(phrase.last) != "and":
            return False
        return any(sense.role is Role.DONE_TO for sense in self.vocabulary.senses.get(phrase.before, ()))
