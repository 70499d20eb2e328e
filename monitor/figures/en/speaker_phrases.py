"""Reads a sentence for the noun phrases in it that can be people, bodies or writings.

No tagger: closed classes of words, capitals and a lexicon of offices and bodies say where a phrase begins and ends.
Every function looks at one sentence, whose length the cutting into sentences bounds.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import partial
from itertools import compress

from monitor.figures.document import Sentence
from monitor.figures.en.lookup import Lookup
from monitor.figures.en.offices import (
    BODIES,
    CALENDAR,
    CONJUNCTIONS,
    DETERMINERS,
    MEDIA,
    MODIFIERS,
    OFFICES,
    PREPOSITIONS,
    PRIVATE,
    PRONOUNS,
    TIME_WORDS,
)
from monitor.figures.en.speech import AUXILIARIES, NEGATIONS, PLAIN, STATEMENTS, VERBS
from monitor.figures.en.wordset import words

LINKS = words("of for in at from with on")
_NUMBERS = words("one two three four five six seven eight nine ten")
KNOWN = OFFICES | BODIES | MEDIA | MODIFIERS | STATEMENTS
HEADS = OFFICES | BODIES | MEDIA | STATEMENTS
QUIET = words(
    "also later then now still so far just once again repeatedly already soon even only both immediately yet however"
    " today yesterday meanwhile all first there here"
)
ASIDES = words(
    "who which whose speaking citing quoting however meanwhile though referring including when where while"
    " according reached asked contacted standing himself herself themselves adding too"
)
_INSIDE_NAMES = words("Without Against Beyond")  # *Doctors Without Borders*
LONGEST_ASIDE = 40


_BARE_HEADS = words("police authorities officials investigators prosecutors detectives witnesses")
_SPEAKING = HEADS | PRONOUNS
_TIED = LINKS | DETERMINERS | {"and"}
_NEVER_LAST = _TIED | {"-"}
_AFTER_PRONOUN = TIME_WORDS | PREPOSITIONS
_CLOSED = (
    DETERMINERS
    | PREPOSITIONS
    | CONJUNCTIONS
    | PRONOUNS
    | AUXILIARIES
    | NEGATIONS
    | QUIET
    | words("not him them me you")
)
_NO_NAME = _CLOSED | CALENDAR
_NOT_NOMINAL = _NO_NAME | PLAIN
_NO_NAME_IN_CAPITALS = _NO_NAME | VERBS.keys()


def _is_capital(text: str, no_name: Set[str]) -> bool:
    return text[0].isupper() and text.lower().replace("’", "'") not in no_name


_IS_CAPITAL = Lookup(partial(_is_capital, no_name=_NO_NAME))
_IS_CAPITAL_IN_CAPITALS = Lookup(partial(_is_capital, no_name=_NO_NAME_IN_CAPITALS))


class NounReader:
    """One sentence, read for noun phrases. `capitals` says of each token whether it is written as a name."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.texts = sentence.texts
        self.lows = sentence.lows
        self.capitals_tell = _capitals_tell(self.texts, self.lows)
        is_capital = _IS_CAPITAL if self.capitals_tell else _IS_CAPITAL_IN_CAPITALS
        self.capitals = list(map(is_capital.__getitem__, self.texts))
        if not _INSIDE_NAMES.isdisjoint(self.texts):
            for at in range(1, len(self.texts) - 1):
                inside = self.texts[at] in _INSIDE_NAMES and self.capitals[at - 1] and self.capitals[at + 1]
                self.capitals[at] = inside or self.capitals[at]
        self.capital_places = list(compress(range(len(self.capitals)), self.capitals))

    def head(self, first: int, end: int) -> int:
        """The token that says who or what a phrase is: the last before its first preposition."""
        return next((at for at in range(first + 1, end) if self.lows[at] in LINKS), end) - 1

    def is_speaker(self, first: int, end: int) -> bool:
        """Whether a phrase can be someone who speaks: it holds an office, a body, a name or a pronoun."""
        return any(self.lows[at] in HEADS or self.lows[at] in PRONOUNS or self.capitals[at] for at in range(first, end))

    def is_known_speaker(self, first: int, end: int) -> bool:
        """The same, where a capital that only the head of the sentence gives does not count."""
        alone = (
            first == 0
            and (end == 1 or not self.capitals[1])
            and not (self.lows[0] in HEADS or self.lows[0] in PRONOUNS)
        )
        return self.is_speaker(first + alone, end)

    def is_apposition(self, start: int, stop: int) -> bool:
        """Whether a stretch is a noun phrase that can stand beside a name or an office."""
        if not 0 < stop - start <= LONGEST_ASIDE:
            return False
        low = self.lows[start]
        if low in PREPOSITIONS or low in CONJUNCTIONS or low in ASIDES or low in PRONOUNS or low in AUXILIARIES:
            return False
        if low in TIME_WORDS and not self.capitals[start]:
            return False
        if any(self.lows[at] in ("was", "were", "said", '"') for at in range(start, stop)):
            return False
        if any(self.lows[at] in OFFICES or self.lows[at] in BODIES for at in range(start, stop)):
            return True
        end = start
        while end < stop and (self.capitals[end] or self.lows[end] in ("-", "'s", "of", "the", "and", "de", "al", "e")):
            end += 1
        return end == stop

    def next_mark(self, at: int) -> int:
        stop = at
        while stop < len(self.lows) and self.lows[stop] not in (",", ".", ";", ":", '"', "--", ")", "?", "!", "who"):
            stop += 1
        return stop

    def opening_mark(self, mark: int, lowest: int) -> int | None:
        """Where an aside opens that ends with this comma, dash or bracket."""
        pair = {")": "(", "--": "--"}.get(self.lows[mark], ",")
        for at in range(mark - 1, lowest - 1, -1):
            low = self.lows[at]
            if low == pair:
                return at if at + 1 < mark else None
            if low in ('"', ";", ":"):
                return None
        return None

    def phrase_start(self, last: int, floor: int) -> int | None:
        """Where the noun phrase begins that ends with token `last`."""
        lows = self.lows
        if last < floor:
            return None
        if lows[last] in PRONOUNS or lows[last] in ("who", "which", "someone", "others"):
            return last
        if not self.is_nominal(last):
            return None
        at = last
        bare = lows[last] in _BARE_HEADS
        while at > floor:
            low = lows[at - 1]
            if bare and (
                low in PRIVATE
                or (low not in KNOWN and not self.capitals[at - 1] and low.isalpha() and low not in _TIED)
            ):
                break
            if low == "'s" or (low == "'" and at >= 2 and self.sentence.is_glued(at - 1)):
                if at - 2 < floor or not self.is_nominal(at - 2):
                    break
                at -= 2
            elif low == "-" or (low == "--" and self._is_hyphen(at - 1)):
                if at - 2 < floor:
                    break
                at -= 2
            elif low in DETERMINERS or low in _NUMBERS or low.isdigit():
                at -= 1
                if at - 2 >= floor and lows[at - 1] in LINKS and self._takes_link(at - 2, lows[at - 1]):
                    at -= 2
                    continue
                break
            elif low in LINKS:
                if at - 2 < floor or not self._takes_link(at - 2, low):
                    break
                at -= 2
            elif low == "and" and at - 2 >= floor and self.joined_inside(at):
                at -= 2
            elif low == ")":
                opening = self.opening_mark(at - 1, floor)
                if opening is None or at - 1 - opening > 6:
                    break
                at = opening
            elif low in KNOWN or (self.capitals[at - 1] and (self.capitals_tell or lows[last] not in HEADS)):
                at -= 1
            elif self.is_nominal(at - 1) and self.capitals_tell:
                start = self._determined(at - 1, floor)
                if start is None:
                    break
                at = start + 1
            else:
                break
        return (
            at
            if self.is_nominal(at) or lows[at] in DETERMINERS or lows[at] in _NUMBERS or lows[at].isdigit()
            else at + 1
        )

    def phrase_end(self, start: int, *, strict: bool = True) -> int | None:
        """Where the phrase ends that begins at `start`; None where a clause begins there instead (if `strict`)."""
        lows = self.lows
        if start >= len(lows):
            return None
        if lows[start] in PRONOUNS:
            follower = lows[start + 1] if start + 1 < len(lows) else "."
            return start + 1 if not strict or not follower[0].isalpha() or follower in _AFTER_PRONOUN else None
        at = start
        known = False
        while at < len(lows):
            low = lows[at]
            if low in DETERMINERS or (at == start and not strict and (low in _NUMBERS or low.isdigit())):
                if at != start and lows[at - 1] not in LINKS and lows[at - 1] not in ("and", "all"):
                    break
                at += 1
            elif low in ("'s", "'", "-"):
                at += 1
            elif low in CALENDAR or (low in TIME_WORDS and not self.capitals[at]):
                break
            elif low in LINKS and at > start:
                if at + 1 >= len(lows) or lows[at + 1] in TIME_WORDS or not (known and self._can_follow_link(at)):
                    break
                at += 1
            elif low == "and" and at > start and at + 1 < len(lows) and self._joins_right(at):
                at += 1
            elif low == "(" and at > start and at + 2 < len(lows) and lows[at + 2] == ")":
                at += 3
            elif low in KNOWN or self.capitals[at]:
                if low in AUXILIARIES or (low in VERBS and not self.capitals[at] and low not in STATEMENTS):
                    return None if strict else (at if at > start else None)
                known = known or low in HEADS or self.capitals[at]
                at += 1
            elif low in AUXILIARIES or low in VERBS or low in NEGATIONS or low[0].isdigit() or low in _NUMBERS:
                if strict:
                    return None
                break
            elif self.is_nominal(at) and not known:
                at += 1
            elif self.is_nominal(at) and not strict:
                break
            elif self.is_nominal(at):
                return None
            else:
                break
        if strict and not known:
            return None
        while at > start and lows[at - 1] in _NEVER_LAST:
            at -= 1
        return at if at > start else None

    def _is_hyphen(self, at: int) -> bool:
        """Whether a hyphen was set apart from the two parts of one name: *SKY - TV*."""
        if self.texts[at] != "-" or not 0 < at < len(self.lows) - 1 or self.lows[at - 1].endswith("."):
            return False
        return self.capitals[at - 1] and self.capitals[at + 1]

    def joined_inside(self, at: int) -> bool:
        """Whether *and* joins two words of one name or body: *Corruption and Organized Crime*, *fire and rescue*."""
        one, two = at - 2, at
        if self.lows[one] in MODIFIERS and (self.lows[two] in MODIFIERS or self.lows[two] in BODIES):
            return True
        return (
            self.capitals[one]
            and self.capitals[two]
            and one > 1
            and self.lows[one - 1] in ("of", "for", "against")
            and self.capitals[one - 2]
        )

    def _takes_link(self, at: int, link: str) -> bool:
        """Whether a preposition ties what follows it to this word: *officials in*, *National Council of*."""
        low = self.lows[at]
        if low in HEADS or low in ("name", "group", "number", "some", "one", "many", "all", "most", "several"):
            return True
        return link in ("of", "for") and self.capitals[at]

    def _determined(self, at: int, floor: int) -> int | None:
        """The determiner that opens an unknown word's phrase, a few words to its left; the floor counts as one."""
        for start in range(at - 1, max(floor, at - 4) - 1, -1):
            if self.lows[start] in DETERMINERS:
                return start if start == at - 1 or not self.lows[at].endswith("ed") else None
            if self.lows[start] == "and" and start > floor and self.is_nominal(start - 1):
                continue
            if not self.is_nominal(start):
                marked = self.lows[start] in (",", '"', ";", ":") and not self.lows[at].endswith("ed")
                return start if marked and at - start <= 3 else None
        return floor - 1 if at - floor < 3 and not self.lows[at].endswith("ed") else None

    def _can_follow_link(self, at: int) -> bool:
        low = self.lows[at + 1]
        if self.lows[at] in ("in", "at", "on", "with", "from") and low in ("a", "an", "his", "her"):
            return False
        return low in DETERMINERS or low in KNOWN or self.capitals[at + 1] or self.is_nominal(at + 1)

    def _joins_right(self, at: int) -> bool:
        low = self.lows[at + 1]
        return low in KNOWN or self.capitals[at + 1] or (low in DETERMINERS and at + 2 < len(self.lows))

    def is_nominal(self, at: int) -> bool:
        low = self.lows[at]
        return (low[0].isalpha() and low not in _NOT_NOMINAL) or low in KNOWN


_SHAPE = Lookup(lambda text: "" if len(text) < 4 or not text[0].isalpha() else "X" if text[0].isupper() else "x")
"""How a word begins that is long enough to tell: *X* with a capital, *x* without."""


def _capitals_tell(texts: Sequence[str], lows: Sequence[str]) -> bool:
    """Whether capitals set names apart: not in a sentence all in capitals, nor in a headline in title case."""
    if lows[-1] in (".", '"', ":", "?") and any(map(str.islower, texts)):
        return True
    shape = "".join([_SHAPE[text] for text in texts])
    small, capital = shape.count("x"), shape.count("X")
    return small * 3 > capital or not small + capital
