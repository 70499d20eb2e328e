"""Finds the phrases that belong together: *a judge, two clerks and John Roe, a guard*."""

from __future__ import annotations

from monitor.figures.document import Quantity
from monitor.figures.en import grammar, persons
from monitor.figures.en.phrase import ONE, Phrase, Sort
from monitor.figures.en.sight import COUNTABLE, Sight, is_single
from monitor.figures.en.wordset import words
from monitor.model import Modifier

_KNOWN = words("known identified named")
_REGIONS = words("central northern southern eastern western downtown nearby rural")  # *in central Dover and one man*
_RESULTING = words("resulted resulting results result ended ending")
_MONEY_LOST = words("losses damage damages compensation")


class Lists(Sight):
    """A sentence whose phrases can be asked for those joined to them."""

    def objects(self, at: int, *, of_noun: bool = False) -> list[Phrase]:
        """The phrase that begins here (over adverbs and quote marks) and those joined to it.

        `of_noun`: they stand behind a noun, so that a verb may follow them (*the bodies of two men were found*).
        """
        place = at
        while (
            place < at + 3
            and place not in self.starting
            and (self.is_adverb(place) or self.word(place) in ('"', "'"))
            and self.word(place) not in grammar.SUBORDINATING
        ):
            place += 1
        first = self.starting.get(place) or self._named_later(place)
        if first is None:
            return []
        first = self._with_members(self._after_office(first))
        first = self._behind_role(first)
        if self.word(first.last) == "'s" and self.word(first.last + 1) not in grammar.BODY_PARTS:
            return [first._replace(sort=Sort.THING, head="")]  # *shot the baker's car*
        found = [first]
        # *a fire that killed his wife and four children was set*: the verb behind them is not theirs
        of_noun = of_noun or self.word(first.first - 2) in grammar.RELATIVES
        while (joined := self._next_joined(found[-1].last, of_noun=of_noun)) is not None:
            found.append(joined)
        return found

    def _after_office(self, phrase: Phrase) -> Phrase:
        """The person named after two offices: *senator and party leader Ana Roe*."""
        if phrase.sort is not Sort.PERSON or phrase.quantity is not None or phrase.plural:
            return phrase
        joined = self.word(phrase.last) == "and"
        named = self.starting.get(phrase.last + 1) or self._named_later(phrase.last + 1) if joined else None
        return named if named is not None and named.names else phrase

    def _behind_role(self, phrase: Phrase) -> Phrase:
        """The name that a noun of what he is stands before: *nuns Maria Roe and Ana Doe*, *Times editor Jon Roe*."""
        named = self.starting.get(phrase.last)
        if phrase.plural and phrase.quantity is None and named is not None and named.sort is Sort.NAME:
            return named
        named = self.starting.get(phrase.last + 1)
        if phrase.sort in (Sort.NAME, Sort.UNKNOWN) and named is not None and named.sort is Sort.NAME:
            return named if persons.is_person(self.word(phrase.last)) else phrase
        return phrase

    def _with_members(self, phrase: Phrase) -> Phrase:
        """A phrase with the number that an aside gives in parts: *the monks -- five Swedes and one Dane --*."""
        mark = self.word(phrase.last)
        if mark not in (",", "--", "(") or not phrase.plural or phrase.quantity is not None:
            return phrase
        one = self.starting.get(phrase.last + 1)
        other = self.starting.get(one.last + 1) if one is not None and self.word(one.last) == "and" else None
        if one is None or other is None or self.word(other.last) != {"(": ")"}.get(mark, mark):
            return phrase
        sizes = [part.quantity for part in (one, other) if part.sort is Sort.PERSON and part.number is not None]
        if len(sizes) < 2 or any(size is None or size.modifier is not Modifier.EXACT for size in sizes):
            return phrase
        whole = sum(size.low or 0 for size in sizes if size is not None)
        return phrase._replace(
            last=other.last + 1, quantity=Quantity(whole, whole, Modifier.EXACT), number=(one.first, other.last)
        )

    def _next_joined(self, at: int, *, of_noun: bool) -> Phrase | None:
        place = self._past_place(at)
        among_places = place > at and self._is_place_before(place)
        at = place
        counted = self.starting.get(at + 1)
        several = counted is not None and counted.number is not None and not is_single(counted)
        apposed = None if several else self._apposition_end(at)
        if apposed is not None and self.word(apposed) == "and":
            place = apposed
        comma = self.word(place) in (",", ";")
        before = self.ending.get(at)
        if (
            self.word(place) == ","
            and before is not None
            and before.sort is Sort.NAME
            and self.word(place + 1) in ("a", "an", "the")
            and place == at
            and not several
        ):
            return None
        if comma and self.word(place + 1) == "and":
            place += 2
        elif self.low[place + comma : place + comma + 3] == ["as", "well", "as"]:
            place += comma + 3
        elif self.low[place + comma : place + comma + 2] in (["along", "with"], ["together", "with"]):
            place += comma + 2
        elif self.word(place) in ("and", ",", "&") or (comma and self.word(place - 1)[0].isdecimal()):
            place += 1
        else:
            return None
        last = self.word(place + 1) in ("himself", "herself")
        if self.word(place) == ("then" if last else "of") and (last or self.word(place - 1) == "and"):
            place += 1  # *the murders of Roe and of Doe*, *his wife and then himself*
        phrase = self.starting.get(place) or self._named_later(place)
        phrase = phrase and self._behind_role(self._after_office(phrase))
        thing = phrase is not None and phrase.head in self.vocabulary.things and phrase.number is not None
        if phrase is None or not (phrase.sort in COUNTABLE or thing or phrase.head in ("himself", "herself")):
            return None
        if self.word(phrase.last) == "in" and self.word(phrase.last + 1) in _MONEY_LOST:
            return None
        if among_places and phrase.sort is Sort.NAME:
            return None  # *two men in Dover and Deal*
        if phrase.quantity is None:
            kin = phrase.head in grammar.KIN and self.word(phrase.last) == "and"
            bare = phrase.plural or phrase.sort is Sort.NUMBER or (self.word(place - 1) == "," and not kin)
            if bare or self.is_role(phrase):
                return None
            phrase = phrase._replace(quantity=ONE)
        after = self.word(phrase.last)
        told_apart = after in self.vocabulary.stating and (not of_noun or phrase.sort is Sort.NUMBER)
        if told_apart or (not of_noun and after in grammar.AUXILIARIES):
            return None
        if not comma or self.word(place - 1) != ",":
            return phrase
        # after a comma it is an apposition, unless the list goes on to an *and*
        goes_on = after in (",", "and", ";") and phrase.sort is not Sort.NUMBER
        if phrase.head in grammar.KIN and not phrase.names and after == "and":
            return phrase
        return phrase if goes_on and self._next_joined(phrase.last, of_noun=of_noun) is not None else None

    def is_role(self, phrase: Phrase) -> bool:
        """Whether a bare phrase says what else someone is: *a clerk and father of two* is one man."""
        return self.word(phrase.last) in ("of", "to") or "of" in self.low[phrase.first : phrase.last]

    def _past_place(self, at: int) -> int:
        """Past what tells where or of what a phrase is: *the governor of Dover, ...*, *two men in Kent and ...*."""
        known = at + self.is_adverb(at)
        if self.word(known) in _KNOWN and self.word(known + 1) == "as":
            alias = self.starting.get(known + 2) or self.starting.get(known + 3)
            return at if alias is None or alias.sort is not Sort.NAME else alias.last
        measured = self.word(at) == "of" and at + 1 not in self.starting and self.word(at + 1).isalpha()
        counted = self.starting.get(at + 3) if measured and self.word(at + 2) == "and" else None
        if counted is not None and counted.number is not None:
            return at + 2  # *two tonnes of cocaine and 31 computers*
        for _ in range(2):
            inner = self.starting.get(at + 1) if self.word(at) in ("of", "in", "from", "at", "near") else None
            if inner is None or inner.number is not None or self.word(inner.last) not in (",", "and", "of", "in"):
                return at
            at = inner.last
        return at

    def _is_place_before(self, at: int) -> bool:
        """Whether a name that ends here is where something was: *in Dover*, *near the towns of Dover*."""
        place = self.ending.get(at)
        if place is None or place.sort is not Sort.NAME:
            return False
        several = self.ending.get(place.first - 1)
        return place.before != "of" or (several is not None and several.plural and several.sort not in COUNTABLE)

    def _named_later(self, at: int) -> Phrase | None:
        """The name that a few words of office stand before: *presidential hopeful John Roe*."""
        for place in range(at + 1, min(at + 4, len(self.low))):
            word = self.low[place - 1]
            if not word.isalpha() or word in grammar.STOPPERS or word in self.vocabulary.stating:
                return None
            phrase = self.starting.get(place)
            if phrase is not None:
                return phrase if phrase.names and not self.is_adverb(at) else None
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
        found = [self._with_members(self._with_plural_role(last))]
        listed = False
        while (before := self._previous_joined(found[0], listed=listed)) is not None:
            listed = self.word(found[0].first - 1) == ","
            before = self._with_plural_role(before)
            if found[0].quantity is None:
                if before.number is not None and before.plural and self.word(found[0].first - 1) == "and":
                    found[0] = before._replace(last=found[0].last)  # *40 pupils and staff*
                    continue
                if found[0].plural or not is_single(before):
                    break
                if self.is_role(found[0]):
                    found[0] = before
                    continue
                found[0] = found[0]._replace(quantity=ONE)
            found.insert(0, before)
        return found

    def _with_plural_role(self, name: Phrase) -> Phrase:
        """A name together with the plural noun before it: *guards Ana Roe and John Doe*."""
        role = self.ending.get(name.first)
        if name.sort is Sort.NAME and role is not None and role.plural and role.quantity is None:
            return name._replace(first=role.first)
        return name

    def _previous_joined(self, phrase: Phrase, *, listed: bool) -> Phrase | None:
        """The phrase joined before one. `listed`: a comma is known to part those of a list here."""
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
        opener = self.ending.get(at)
        parted = joint == "and" and self.word(at) == ","
        held_by_deed = opener is not None and opener.number is not None and opener.before in self.vocabulary.stating
        if joint == "and" and held_by_deed:
            return None  # *killed nine and 12 were flown out*
        if parted and self.word(at - 1) in grammar.SAYING:
            return None  # *nine have died, the chief, Dino Roe, said, and 12 are being treated*
        if opener is not None and joint == "," and self._opens_list(opener, phrase):
            return opener
        before = self.ending_with(at)
        if before is None or before.sort not in COUNTABLE:
            return None
        held = before.before in grammar.PREPOSITIONS - grammar.SUBORDINATING
        held = held or (before.before in _REGIONS and self.word(before.first - 2) in grammar.PREPOSITIONS)
        if held and self.word(before.first - 2) not in _RESULTING:
            return None
        if before.quantity is None:
            if before.plural or not is_single(phrase):
                return None
            before = before._replace(quantity=ONE)
        if joint == "," and not listed and self.word(before.first - 1) not in ("and", ","):
            rest = self.word(phrase.last)
            if rest != "and" and not (rest == "," and self.word(phrase.last + 1) == "and"):
                return None
        return before

    def _opens_list(self, opener: Phrase, following: Phrase) -> bool:
        """Whether a name behind *of* is the first of those named: *the murders of Ana Roe, Jo Hale and Bo Dean*."""
        named = opener.sort is following.sort is Sort.NAME and opener.before == "of"
        return named and all(" " in name for name in opener.names) and self.word(following.last) == "and"

    def ending_with(self, at: int) -> Phrase | None:
        """The phrase that ends here with all that goes with it: *John Roe, a father of two from Dover,*."""
        for _ in range(6):
            at = self.bracket(at - 1) or at
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
            if phrase.before in grammar.PREPOSITIONS - grammar.SUBORDINATING:
                if self.word(phrase.first - 2) in _RESULTING:
                    return phrase  # *resulted in nine men and two women killed*
                at = phrase.first - 1
                continue
            if phrase.before == "," and phrase.number is None and self.word(phrase.first) in ("a", "an", "the"):
                outer = self.ending.get(phrase.first - 1)
                if outer is not None and outer.sort is Sort.NAME and outer.before not in ("in", "at", "near"):
                    return outer
            return phrase
        return None
