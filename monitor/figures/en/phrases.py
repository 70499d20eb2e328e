"""Finds the noun phrases of a sentence: who or what, how many, and by which name.

One pass from left to right. A phrase is a determiner, a number, words of any kind and a head, or a name, or a pronoun.
"""

from __future__ import annotations

from monitor.figures.document import Quantity, Sentence
from monitor.figures.en import grammar, numerals, persons
from monitor.figures.en.lookup import Lookup
from monitor.figures.en.phrase import NONE, ONE, Phrase, Sort
from monitor.figures.en.small_phrases import SmallPhrases
from monitor.figures.en.vocabulary import Role, Vocabulary
from monitor.figures.en.wordset import words
from monitor.model import Modifier

_SUFFERERS = words("victims wounded injured dead survivors casualties fatalities")
_ORDINALS = words("second third fourth fifth sixth seventh eighth ninth tenth")
_ADDING = words("more other others additional further second third fourth fifth new")


_PRONOUNS = words(
    """
    he she him himself herself her they them themselves nobody none no someone somebody anyone anybody everyone
    everybody others both one
    """
)
_HOLDING = words(
    """
    believe believes think thinks caused causes resulted results began begun occurred happened blamed blames condemned
    condemns announced announces stated states denied denies warned warns
    """
)
"""Verbs that no noun phrase runs across, of whoever holds that something happened and of what brought it about."""
_PIECES = words("head heads piece pieces item items")
"""Words by which things are counted."""
_HELD = words("confirmed reported presumed feared believed reportedly")
"""Words between a number and what befell."""
_BORE = words("suffered sustained received underwent escaped survived")
"""Verbs of those whom a bare number counts: *five suffered burns*."""
_NAMED_GROUPS = words("family gang crew squad couple")
"""Nouns for groups that a name before them says the place of."""
_HONORIFICS = words("mr mrs ms dr")
_BY_DAY = words("today yesterday tonight tomorrow ago")
_NEVER_FIRST = (
    (grammar.STOPPERS | _HOLDING | _BY_DAY | words("far")) - _PRONOUNS - grammar.DETERMINERS - numerals.STARTS
)
_MAY_BE_FIRST = Lookup(lambda word: word not in _NEVER_FIRST and word[0].isalnum())


def find(sentence: Sentence, vocabulary: Vocabulary, *, cased: bool, headline: bool) -> list[Phrase]:
    """The noun phrases of a sentence, in order.

    `cased`: capitals mark names (not in all-capital text). `headline`: articles are left out, *man* is *a man*.
    """
    return _Reader(sentence, vocabulary, cased, headline).run()


class _Reader(SmallPhrases):
    def run(self) -> list[Phrase]:
        found: list[Phrase] = []
        at = 0
        while at < self.count:
            if self.low[at] == "aged" and (past := self.past_ages(at + 1)) > at + 1:
                at = past
                continue
            phrase = self.phrase(at) if _MAY_BE_FIRST[self.low[at]] else None
            if phrase is None:
                at += 1
                continue
            before = self.low[at - 1] if at else ""
            if (
                phrase.sort is Sort.NUMBER
                and before == ","
                and self.low[phrase.last : phrase.last + 1] == [","]
                and self.low[at].isdecimal()
            ):
                at = phrase.last  # an age told between commas
                continue
            if phrase.sort is Sort.NAME and found and self.is_of(found[-1], phrase.first):
                found[-1] = found[-1]._replace(names=phrase.names, age=found[-1].age or phrase.age, last=phrase.last)
                at = phrase.last
                continue
            if before == "'" and self.low[at - 2].endswith("s") and phrase.sort is Sort.PERSON and not phrase.plural:
                phrase = phrase._replace(quantity=phrase.quantity or ONE, definite=True)  # *the dogs' owner*
            owner = self.low[at] if phrase.last > at + 1 and self.low[at] in ("his", "her") else ""
            found.append(phrase._replace(before=before, owner=owner))
            at = phrase.last
        return found

    def is_of(self, person: Phrase, at: int) -> bool:
        """Whether a name that stands here names a person told just before: *a neighbor, Ana Roe*."""
        if person.sort is not Sort.PERSON or person.quantity != ONE or person.names:
            return False
        between = self.low[person.last : at]
        return between in ([","], ["named"], ["identified", "as"], [",", "identified", "as"], [",", "named"], ["--"])

    def phrase(self, at: int) -> Phrase | None:
        word = self.low[at]
        if not _MAY_BE_FIRST[word]:
            return None
        if word in _HONORIFICS and self.is_name(at + 1):
            named = self.phrase(at + 1)
            return None if named is None else named._replace(first=at)
        pronoun = self.pronoun(at) if word in _PRONOUNS else None
        if pronoun is not None:
            return pronoun
        start = at
        definite = more = False
        quantity: Quantity | None = None
        number: tuple[int, int] | None = None
        singular = False
        if word in ("no", "zero") and at + 1 < self.count and self.low[at + 2 : at + 3] != ["than"]:
            quantity, number = NONE, (at, at + 1)
            at += 1
            if self.low[at] == "one":
                return Phrase(start, at + 1, Sort.NOBODY, "one", NONE, (start, at + 1))
            if self.low[at] in ("other", "others"):
                return Phrase(start, at + 1, Sort.NOBODY, "other", NONE, (start, at + 1), part=True)
        if word == "many" and at and self.low[at - 1] == "how":
            return None  # *could not say how many people died*
        read = numerals.read(self.low, at) if quantity is None else None
        if read is not None:
            definite = word in grammar.DEFINITE
            more = (
                "another" in self.low[at : read.last]
                or "other" in self.low[at : read.last]
                or "additional" in self.low[at : read.last]
                or "further" in self.low[at : read.last]
            )
            quantity, number = read.quantity, (at, read.last)
            at = read.last
        elif quantity is None and word in grammar.DETERMINERS:
            if word == "that" and (not self.is_person(at + 1) or persons.is_plural_person(self.low[at + 1])):
                return None
            if word == "another" and self.stands_alone(at + 1):
                return Phrase(at, at + 1, Sort.NUMBER, "", ONE, (at, at + 1), more=True)
            if word in ("another", "a", "an", "one", "each", "every"):
                singular = True
                more = word == "another"
            definite = word in grammar.DEFINITE
            if word == "both":
                quantity, number = Quantity(2, 2, Modifier.EXACT), (at, at + 1)
            at += 1
            if at < self.count and word in ("all", "both") and self.low[at] in ("the", "of", "three", "four"):
                at += 1 + (self.low[at] == "of")
            if at < self.count and (inner := numerals.read(self.low, at)) is not None and not singular:
                quantity, number = inner.quantity, (at, inner.last)
                at = inner.last
        elif quantity is None and (word in grammar.STOPPERS or not self.may_begin(at)):
            return None
        if singular and at < self.count and self.low[at] in _ORDINALS and self.verb_follows(at + 1):
            return Phrase(start, at + 1, Sort.NUMBER, "", ONE, (start, at + 1), more=True)
        while at < self.count and self.low[at] in _ADDING:
            ordinal_told = definite and self.low[at] in ("third", "fourth", "fifth")  # *he was the third to die*
            more = more or not (ordinal_told or self.low[at] == "new")
            if self.low[at] == "others":
                return self.others(start, at, quantity, number, definite)
            at += 1
        return self._body(start, at, quantity, number, definite=definite, singular=singular, more=more)

    def _body(
        self,
        start: int,
        at: int,
        quantity: Quantity | None,
        number: tuple[int, int] | None,
        *,
        definite: bool,
        singular: bool,
        more: bool,
    ) -> Phrase | None:
        """The words after determiner and number, up to the head."""
        begun = start < at
        head = -1
        last_open = -1
        age: int | None = None
        aged = False
        limit = min(self.count, at + 10)
        name_first = -1
        while at < limit:
            word = self.low[at]
            years = self.age_at(at)
            if years is not None:
                age, stop, plural_age = years
                if plural_age:
                    head = last_open = stop - 1
                    aged = True
                    at = stop
                    break
                at = stop
                aged = True
                begun = True
                last_open = at - 1
                continue
            if not word[0].isalnum():
                if word in ("-",) and at + 1 < limit and at > start and self.low[at + 1][0].isalnum():
                    at += 1
                    continue
                if word == "'s" and at > start and at + 1 < limit and self.person_ahead(at + 1):
                    at += 1
                    continue
                if at > start and self.person_ahead(self.past_bracket(at)):
                    at = self.past_bracket(at)  # *a Harbour Front (HF) rebel*
                    continue
                break
            if at > start and (word in _HOLDING or (word in _BY_DAY and self.low[at + 1 : at + 2] != ["'s"])):
                break
            told = number is not None and at > number[1]
            if told and (word in self.vocabulary.closing or word in grammar.TEMPORAL):
                break  # *set 12 trucks ablaze*, *downed 12 drones overnight*
            if at > start and self.low[at - 1].endswith("ed") and numerals.read(self.low, at) and head < 0:
                break  # *the gang inflicted two dead*
            bare = number is not None and at == number[1]
            if bare and (word == "aboard" or word in _BORE or (word in _HELD and self._is_state(at + 1))):
                break  # *132 confirmed dead*
            if word == "would" and self.low[at + 1 : at + 3] == ["-", "be"]:
                last_open, at = at + 2, at + 3  # *a would-be bomber*
                continue
            if word in grammar.STOPPERS and not (word in ("left", "down") and self.is_person(at + 1)):
                member = self._member_of(at) if number is not None and last_open == at - 1 and head < 0 else None
                if member is None:
                    break
                last_open, at = member - 1, member
                continue
            if at > start and (word in grammar.DETERMINERS or (word[0].isdecimal() and numerals.read(self.low, at))):
                break
            if head >= 0 and not self.is_person(at) and self.makes_adjective(head, at):
                head = -1
            if head >= 0 and not self.is_person(at):
                if self.is_name(at) and self.low[head] not in persons.PLURAL:
                    beyond = self.person_beyond(self.name_end(at)) if self.low[head] in persons.ADJECTIVAL else None
                    if beyond is not None:
                        head, last_open, at = -1, beyond - 1, beyond  # *a National Front rebel*
                        continue
                    name_first = at
                    break
                if not self.is_modifier(at) or not (
                    self.is_person(at + 1) or (self.is_person(at + 2) and self.is_modifier(at + 1))
                ):
                    break
            elif head < 0:
                told_on = last_open >= 0 and self.is_after_noun(at, last_open)
                if told_on or self.ends_before(at, numbered=number is not None) or (not begun and self.is_verb(at)):
                    break
            if self.is_person(at) and (compound := self.compound_end(at)) > at + 1:
                head = last_open = at
                at = compound
                continue
            if self.is_person(at) and not (
                at + 1 < self.count
                and self.low[at + 1] == "-"
                and self.low[at + 2 : at + 3] != ["of"]
                and not self.is_person(at + 2)
            ):
                head = at
            elif head < 0 and self.is_name(at) and quantity is None and (not begun or aged) and self.starts_name(at):
                after = self.name_end(at)
                if self.low[after : after + 1] == ["'s"] and self.person_ahead(after + 1):
                    last_open, at, definite = after, after + 1, True  # *Roe's neighbor*
                    continue
                if self.is_person(after) or (after < self.count and self.low[after] in _NAMED_GROUPS):
                    # *a Dover man*, *a Dover family*: the name goes with the noun
                    last_open, at = after - 1, after
                    continue
                if (at > start and not begun) or (after == at + 1 and self.leads_to_name(after)):
                    return None
                return self.named(start, at, definite=definite, age=age)
            last_open = at
            at += 1
        if name_first >= 0 and begun and self.low[head] in persons.ADJECTIVAL and definite:
            last = self.name_end(name_first)  # *the Kenyan Museum*
            return Phrase(start, last, Sort.UNKNOWN, self.low[last - 1], quantity, number, definite=True)
        if name_first >= 0:
            return self.titled(start, head, name_first, quantity, number, definite=definite, more=more, age=age)
        end = max(last_open + 1, number[1] if number else 0, start + (1 if begun else 0))
        if head >= 0:
            end = self.compound_end(head)
            low_head = self.low[head]
            plural = persons.is_plural_person(low_head) or low_head.endswith("olds")
            if quantity is None:
                quantity = ONE if (not plural and (singular or definite or aged or self.headline)) else None
            if low_head in ("people", "persons") and quantity is None and not definite:
                plural = True
            made = Phrase(start, end, Sort.PERSON, low_head, quantity, number, plural, definite, more, age=age)
            return self._extended(made)
        if aged and last_open >= 0 and self.low[last_open] in ("old", "olds"):
            made = Phrase(
                start, end, Sort.PERSON, self.low[last_open], quantity or ONE, number, False, definite, more, age=age
            )
            return self._extended(made)
        if last_open < 0 or (number is not None and last_open < number[1]):
            if quantity is None:
                return None
            last = max(end, at if more else end)
            return self._extended(
                Phrase(start, last, Sort.NUMBER, "", quantity, number, quantity.low != 1, definite, more)
            )
        if not begun:
            return None
        low_head = self.low[last_open]
        known = low_head in self.vocabulary.things
        if known or low_head in persons.THINGS or low_head in persons.GROUPS_ALL:
            sort = Sort.THING
        elif last_open > start and low_head.endswith("ly") and number is not None and last_open == number[1]:
            return Phrase(start, number[1], Sort.NUMBER, "", quantity, number, True, definite, more)
        else:
            sort = Sort.UNKNOWN
        size = persons.SIZES.get(low_head)
        if size is not None and quantity is None and self.low[start] in grammar.DETERMINERS:
            whole = Quantity(size, size, Modifier.EXACT)
            return Phrase(start, end, Sort.PERSON, low_head, whole, (last_open, end), True, definite, more)
        plural = (low_head.endswith("s") and not low_head.endswith("ss")) or self._is_group_name(end - 1, quantity)
        if quantity is None and singular:
            quantity = ONE
        made = Phrase(start, end, sort, low_head, quantity, number, plural, definite, more, age=age)
        return self._extended(made)

    def _member_of(self, at: int) -> int | None:
        """Where the noun stands behind the name of a body with *of* in it: *four University of Idaho students*."""
        if self.low[at] != "of" or not (self.cased and self.texts[at - 1][0].isupper() and self.is_name(at + 1)):
            return None
        end = self.name_end(at + 1)
        return end if self.is_person(end) else None

    def _is_state(self, at: int) -> bool:
        """Whether a word says how those who are counted are: *dead*."""
        senses = self.vocabulary.senses.get(self.low[at], ()) if at < self.count else ()
        return any(sense.role is Role.STATE and not sense.tail for sense in senses)

    def _is_group_name(self, at: int, quantity: Quantity | None) -> bool:
        """Whether a number above one counts the members of a group by its name, plural without an s: *12 Mazhari*."""
        several = quantity is not None and (quantity.low or 0) > 1
        return several and self.cased and self.texts[at][0].isupper() and self.is_name(at)

    def _extended(self, phrase: Phrase) -> Phrase:
        """With what follows: *of the men*, *(41)*, *, 41,* and *of four*."""
        at = self._past_aboard(phrase)
        if at > phrase.last:
            phrase = phrase._replace(last=at)
        following = self.low[at : at + 3]
        if phrase.head in grammar.KIN and (end := self._end_of_offspring(at)):
            return self.aged(phrase._replace(last=end))
        if following[:1] == ["of"] and at + 1 < self.count:
            if phrase.head in persons.GROUPS and (inner := numerals.read(self.low, at + 1)) is not None:
                deeper = self.phrase(at + 1)
                last = deeper.last if deeper else inner.last
                head = deeper.head if deeper and deeper.head else phrase.head
                more = "other" in self.low[at + 1 : last]
                return phrase._replace(
                    last=last,
                    quantity=inner.quantity,
                    number=(inner.first, inner.last),
                    head=head,
                    sort=Sort.PERSON,
                    plural=True,
                    more=phrase.more or more,
                )
            thing = self.low[at + 1]
            pieces = phrase.head in _PIECES and thing in self.vocabulary.things
            if phrase.number is not None and (pieces or (phrase.head, thing) in self.vocabulary.measures):
                return phrase._replace(last=at + 2, sort=Sort.THING, head=self.low[at + 1])  # *60 head of cattle*
            if phrase.number is not None and phrase.sort is Sort.NUMBER:
                whose = self.low[at + 1]
                if whose in ("them", "whom", "those", "these", "us"):
                    return phrase._replace(last=at + 2, part=True, sort=Sort.PERSON, head=whose)
                deeper = self.phrase(at + 1)
                if deeper is not None and deeper.head == "own":
                    return phrase._replace(last=deeper.last)  # *ten of their own*
                if deeper is not None and deeper.sort in (Sort.PERSON, Sort.UNKNOWN, Sort.NUMBER, Sort.THING):
                    part = deeper.head in _SUFFERERS
                    sort = Sort.PERSON if deeper.sort in (Sort.PERSON, Sort.NUMBER) else deeper.sort
                    whole = (deeper.quantity, deeper.number) if deeper.quantity and deeper.number else None
                    return phrase._replace(
                        last=deeper.last, part=part, sort=sort, head=deeper.head, plural=True, inner=whole
                    )
        return self.aged(phrase)

    def _past_aboard(self, phrase: Phrase) -> int:
        """Where *all 64 aboard*, *64 people on board* ends: what is named after it is no part of who is counted."""
        at = phrase.last
        end = at + (1 if self.low[at : at + 1] == ["aboard"] else 2 if self.low[at : at + 2] == ["on", "board"] else 0)
        after = self.low[end] if end < self.count else "."
        ends = after in grammar.AUXILIARIES or after in _BORE or after in self.vocabulary.stating
        return end if phrase.number is not None and (ends or not after[0].isalnum()) else at

    def _end_of_offspring(self, at: int) -> int | None:
        """Where what tells of how many children someone is a parent ends: *mother of two*, *father-of-three*."""
        of = self.low[at : at + 3]
        begins = at + 1 if of[:1] == ["of"] else at + 3 if of == ["-", "of", "-"] else self.count
        number = numerals.read(self.low, begins) if begins < self.count else None
        if number is None:
            return None
        children = self.phrase(begins)
        told = children is not None and children.number is not None and children.head in persons.OFFSPRING
        return children.last if children is not None and told else number.last
