"""Finds the noun phrase that names a speaker: before his verb, after it, or at the head of the sentence.

No tagger: closed classes of words, capitals and a lexicon of offices and bodies say where a phrase ends. Every function
looks at one sentence, whose length the cutting into sentences bounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from monitor.figures.document import Token
from monitor.figures.en.offices import (
    BODIES,
    CALENDAR,
    CONJUNCTIONS,
    DETERMINERS,
    MEDIA,
    MODIFIERS,
    OFFICES,
    PLURAL,
    PREPOSITIONS,
    PRIVATE,
    PRONOUNS,
    TIME_WORDS,
)
from monitor.figures.en.speech import AUXILIARIES, NEGATIONS, PLAIN, STATEMENTS, VERBS
from monitor.figures.en.wordset import words
from monitor.model import Span

_LINKS = frozenset({"of", "for", "in", "at", "from", "with", "on"})
_NUMBERS = words("one two three four five six seven eight nine ten")
_KNOWN = OFFICES | BODIES | MEDIA | MODIFIERS | STATEMENTS
_HEADS = OFFICES | BODIES | MEDIA | STATEMENTS
_QUIET = words(
    "also later then now still so far just once again repeatedly already soon even only both immediately yet however"
    " today yesterday meanwhile all first there here"
)
_ASIDE = words(
    "who which whose speaking citing quoting however meanwhile though referring including when where while"
    " according reached asked contacted standing himself herself themselves adding too"
)
_LONGEST_ASIDE = 40


@dataclass(frozen=True, slots=True)
class Wording:
    """A speaker in the words of a sentence: token spans of the phrase and of what stands in apposition to it."""

    phrase: Span
    beside: tuple[Span, ...] = ()

    @property
    def first(self) -> int:
        """Where his words begin, appositions included."""
        return min(self.phrase.start, *(span.start for span in self.beside)) if self.beside else self.phrase.start

    @property
    def last(self) -> int:
        """Where they end."""
        return max(self.phrase.end, *(span.end for span in self.beside)) if self.beside else self.phrase.end


class Reader:
    """One sentence, read for noun phrases."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.lows = [token.low for token in tokens]
        self.capitals_tell = _capitals_tell(tokens)
        no_name = _NO_NAME if self.capitals_tell else _NO_NAME_IN_CAPITALS
        self.capitals = [token.text[0].isupper() and token.low not in no_name for token in tokens]
        self.capital_places = [at for at, capital in enumerate(self.capitals) if capital]

    def before(self, verb: int, floor: int = 0) -> tuple[Wording, ...]:
        """The speakers whose phrase ends before a verb, in order; none where no phrase does.

        Nothing left of `floor` is read.
        """
        at = self._skip_back(verb - 1, floor)
        if at < floor:
            return ()
        if self.lows[at] in (",", "--", ")"):
            return self._past_asides(at, floor)
        first = self.phrase_start(at, floor)
        if first is None:
            return ()
        if first > floor and self.lows[first - 1] in PREPOSITIONS and self.lows[at] not in _HEADS:
            whole = self.opening(verb) if floor == 0 else ()
            return whole if any(self.is_known_speaker(*found.phrase) for found in whole) else ()
        name = self._name_before(first, floor)
        found = Wording(Span(first, at + 1)) if name is None else Wording(name, (Span(first, at + 1),))
        return self._with_others(found, floor)

    def after(self, verb: int) -> Wording | None:
        """The speaker whose phrase follows a verb and is not the beginning of a clause: *said X, the spokesman.*"""
        start = verb + 1
        end = self._end(start)
        if end is None:
            return None
        return self._with_apposition(start, end, len(self.lows))

    def phrase_at(self, start: int) -> Wording | None:
        """The phrase that begins here, as after *according to*, whatever follows it."""
        end = self._end(start, strict=False)
        if end is None or end == start:
            return None
        return self._with_apposition(start, end, len(self.lows))

    def opening(self, before: int) -> tuple[Wording, ...]:
        """The subject of the sentence, read at its head or after the comma of a short introduction."""
        start = 0
        while start < before and self.lows[start] in ('"', "'", "--", "and", "but", *_QUIET):
            start += 1
        if start < before and self.lows[start] in PREPOSITIONS:
            try:
                start = self.lows.index(",", start, before) + 1
            except ValueError:
                return ()
        if start >= before:
            return ()
        if self.lows[start] in PRONOUNS:
            return (Wording(Span(start, start + 1)),)
        end = self._end(start, strict=False)
        if end is None or end > before or not self.is_speaker(start, end):
            return ()
        return (self._with_apposition(start, end, before),)

    def head(self, first: int, end: int) -> int:
        """The token that says who or what a phrase is: the last before its first preposition."""
        return next((at for at in range(first + 1, end) if self.lows[at] in _LINKS), end) - 1

    def parted(self, wording: Wording) -> tuple[Wording, ...]:
        """A phrase of two speakers joined by *and*, cut in two."""
        start, end = wording.phrase
        for at in range(start + 1, end - 1):
            if self.lows[at] != "and" or self._joined_inside(at + 1):
                continue
            if self.is_speaker(start, at) and self.is_speaker(at + 1, end):
                return Wording(Span(start, at)), Wording(Span(at + 1, end), wording.beside)
        return (wording,)

    def is_capital(self, at: int) -> bool:
        """Whether a token is written as a name."""
        return self.capitals[at]

    def _skip_back(self, at: int, floor: int) -> int:
        """Left over adverbs, auxiliaries and times to what may be the end of a subject."""
        while at >= floor:
            low = self.lows[at]
            if (
                low in AUXILIARIES
                or low in _QUIET
                or low in NEGATIONS
                or (low in TIME_WORDS)
                or low in _EARLIER
                or (low.endswith("ly") and len(low) > 4 and not self.tokens[at].text[0].isupper())
                or (
                    low in ("on", "at", "in", "for", "as")
                    and at + 1 < len(self.lows)
                    and self.lows[at + 1] in TIME_WORDS | {"the", "a"}
                )
                or (low.isdigit() and at > floor and self.lows[at - 1] in CALENDAR)
            ):
                at -= 1
            elif low in STATEMENTS | {"interview", "conference"} and self._statement_start(at, floor) is not None:
                at = self._statement_start(at, floor) or 0
                at -= 1
            else:
                break
        return at

    def _statement_start(self, at: int, floor: int) -> int | None:
        """Where *in a statement* begins that ends here, if it follows a subject."""
        for start in range(at - 1, max(floor, at - 5) - 1, -1):
            low = self.lows[start]
            if low in ("in", "at", "on", "via", "through", "by"):
                return start if start > floor and self.lows[start - 1] not in (",", "--") else None
            if (
                low not in DETERMINERS
                and low not in MODIFIERS
                and low not in ("written", "brief", "short", "joint", "telephone")
            ):
                return None
        return None

    def _past_asides(self, mark: int, floor: int) -> tuple[Wording, ...]:
        """The speaker before one or more asides between commas; the aside itself where nobody stands before it."""
        beside: list[Span] = []
        lowest = max(floor, mark - _LONGEST_ASIDE)
        while True:
            opening = self._opening_mark(mark, lowest)
            if opening is None:
                break
            inside = Span(opening + 1, mark)
            if self.is_apposition(*inside):
                beside.append(inside)
            elif not (self.lows[inside.start] in _ASIDE or self._is_aside(inside)):
                break
            end = self._skip_back(opening - 1, lowest)
            if end >= lowest and self.lows[end] in (",", "--", ")"):
                mark = end
                continue
            first = self.phrase_start(end, floor) if end >= floor else None
            if first is None or not self.is_speaker(first, end + 1):
                break
            phrase = Span(first, end + 1)
            if (
                (self.lows[first] in DETERMINERS or self.lows[first] in OFFICES or self.lows[first].isdigit())
                and first - 1 > lowest
                and self.lows[first - 1] == ","
                and self._is_name_end(first - 2)
            ):
                beside.append(phrase)
                mark = first - 1
                end = self._skip_back(mark - 1, lowest)
                outer = self.phrase_start(end, floor)
                if outer is not None:
                    return self._with_others(Wording(Span(outer, end + 1), tuple(beside)), floor)
            return self._with_others(Wording(phrase, tuple(beside)), floor)
        if beside:
            return (Wording(beside[-1], tuple(beside[:-1])),)
        end = self._skip_back(mark - 1, lowest)
        first = self.phrase_start(end, floor) if end >= floor else None
        if first is not None and first <= floor + 1 and self.is_speaker(first, end + 1):
            return (Wording(Span(first, end + 1)),)
        return ()

    def _opening_mark(self, mark: int, lowest: int) -> int | None:
        pair = {")": "(", "--": "--"}.get(self.lows[mark], ",")
        for at in range(mark - 1, lowest - 1, -1):
            low = self.lows[at]
            if low == pair:
                return at if at + 1 < mark else None
            if low in ('"', ";", ":"):
                return None
        return None

    def _is_aside(self, span: Span) -> bool:
        """Whether what stands between commas only says when, where or how."""
        low = self.lows[span.start]
        if low in PREPOSITIONS or low in TIME_WORDS or low.isdigit() or low.endswith(("ly", "ing")):
            return not any(self.lows[at] in ("was", "were") for at in range(span.start, span.end))
        return False

    def is_apposition(self, start: int, stop: int) -> bool:
        """Whether a stretch is a noun phrase that can stand beside a name or an office."""
        if not 0 < stop - start <= _LONGEST_ASIDE:
            return False
        low = self.lows[start]
        if low in PREPOSITIONS or low in CONJUNCTIONS or low in _ASIDE or low in PRONOUNS or low in AUXILIARIES:
            return False
        if low in TIME_WORDS and not self.is_capital(start):
            return False
        if any(self.lows[at] in ("was", "were", "said", '"') for at in range(start, stop)):
            return False
        if any(self.lows[at] in OFFICES or self.lows[at] in BODIES for at in range(start, stop)):
            return True
        end = start
        while end < stop and (
            self.is_capital(end) or self.lows[end] in ("-", "'s", "of", "the", "and", "de", "al", "e")
        ):
            end += 1
        return end == stop

    def _name_before(self, at: int, floor: int) -> Span | None:
        """The name that a phrase stands beside though the comma was left out: *Ann Roe a local official said*."""
        if self.lows[at] not in ("a", "an", "the") or not self.capitals_tell:
            return None
        start = at
        while start > floor and self.is_capital(start - 1) and self.lows[start - 1] not in _KNOWN:
            start -= 1
        opened = start == floor or self.lows[start - 1] in (",", '"', "--", "that")
        return Span(start, at) if at - start >= 2 and opened else None

    def _with_apposition(self, start: int, end: int, limit: int) -> Wording:
        """A phrase with what stands in apposition behind it: a name only behind one person's office."""
        if end >= limit or self.lows[end] not in (",", "(", "--"):
            return Wording(Span(start, end))
        stop = self.next_mark(end + 1)
        if not self.is_apposition(end + 1, stop):
            return Wording(Span(start, end))
        head = self.lows[self.head(start, end)]
        many = (
            head in PLURAL
            or head in BODIES
            or head in STATEMENTS
            or (head.endswith("s") and not self.is_capital(end - 1))
        )
        if many and self.lows[end + 1] not in DETERMINERS:
            return Wording(Span(start, end))
        return Wording(Span(start, end), (Span(end + 1, stop),))

    def _is_name_end(self, at: int) -> bool:
        return at >= 0 and self.is_capital(at) and self.lows[at] not in _KNOWN

    def _with_others(self, found: Wording, floor: int) -> tuple[Wording, ...]:
        """A speaker with the one joined to him by *and* before."""
        at = found.first - 1
        if at - 1 < floor or self.lows[at] not in ("and", "&"):
            return (found,)
        end = at - 1
        first: int | None
        if self.lows[end] == ",":
            others = self._past_asides(end, floor)
            return (*others, found)
        first = self.phrase_start(end, floor)
        if first is None or not self.is_speaker(first, end + 1):
            return (found,)
        opener = self.lows[first - 1] if first > 0 else ","
        if first > floor and opener not in (",", '"', "--", ":", ";", "that", "but", "and", "while", "when", "because"):
            return (found,)
        return (*self._with_others(Wording(Span(first, end + 1)), floor), found)

    def phrase_start(self, last: int, floor: int) -> int | None:
        """Where the noun phrase begins that ends with token `last`."""
        lows = self.lows
        if last < floor:
            return None
        if lows[last] in PRONOUNS or lows[last] in ("who", "someone", "others"):
            return last
        if not self._nominal(last):
            return None
        at = last
        bare = lows[last] in _BARE_HEADS
        while at > floor:
            low = lows[at - 1]
            if bare and (
                low in PRIVATE
                or (low not in _KNOWN and not self.is_capital(at - 1) and low.isalpha() and low not in _TIED)
            ):
                break
            if low == "'s" or (low == "'" and at >= 2 and self.tokens[at - 1].start == self.tokens[at - 2].end):
                if at - 2 < floor or not self._nominal(at - 2):
                    break
                at -= 2
            elif low == "-" or (low == "--" and self._is_hyphen(at - 1)):
                if at - 2 < floor:
                    break
                at -= 2
            elif low in DETERMINERS or low in _NUMBERS or low.isdigit():
                at -= 1
                if at - 2 >= floor and lows[at - 1] in _LINKS and self._takes_link(at - 2, lows[at - 1]):
                    at -= 2
                    continue
                break
            elif low in _LINKS:
                if at - 2 < floor or not self._takes_link(at - 2, low):
                    break
                at -= 2
            elif low == "and" and at - 2 >= floor and self._joined_inside(at):
                at -= 2
            elif low == ")":
                opening = self._opening_mark(at - 1, floor)
                if opening is None or at - 1 - opening > 6:
                    break
                at = opening
            elif low in _KNOWN or (self.is_capital(at - 1) and (self.capitals_tell or lows[last] not in _HEADS)):
                at -= 1
            elif self._nominal(at - 1) and self.capitals_tell:
                start = self._determined(at - 1, floor)
                if start is None:
                    break
                at = start + 1
            else:
                break
        return (
            at if self._nominal(at) or lows[at] in DETERMINERS or lows[at] in _NUMBERS or lows[at].isdigit() else at + 1
        )

    def _is_hyphen(self, at: int) -> bool:
        """Whether a hyphen was set apart from the two parts of one name: *SKY - TV*."""
        if self.tokens[at].text != "-" or not 0 < at < len(self.lows) - 1 or self.lows[at - 1].endswith("."):
            return False
        return self.is_capital(at - 1) and self.is_capital(at + 1)

    def _joined_inside(self, at: int) -> bool:
        """Whether *and* joins two words of one name or body: *Corruption and Organized Crime*, *fire and rescue*."""
        one, two = at - 2, at
        if self.lows[one] in MODIFIERS and self.lows[two] in MODIFIERS | BODIES:
            return True
        return (
            self.is_capital(one)
            and self.is_capital(two)
            and one > 1
            and self.lows[one - 1] in ("of", "for", "against")
            and self.is_capital(one - 2)
        )

    def _takes_link(self, at: int, link: str) -> bool:
        """Whether a preposition ties what follows it to this word: *officials in*, *National Council of*."""
        low = self.lows[at]
        if low in _HEADS or low in ("name", "group", "number", "some", "one", "many", "all", "most", "several"):
            return True
        return link in ("of", "for") and self.is_capital(at)

    def _determined(self, at: int, floor: int) -> int | None:
        """The determiner that opens an unknown word's phrase, a few words to its left; the floor counts as one."""
        for start in range(at - 1, max(floor, at - 4) - 1, -1):
            if self.lows[start] in DETERMINERS:
                return start if start == at - 1 or not self.lows[at].endswith("ed") else None
            if self.lows[start] == "and" and start > floor and self._nominal(start - 1):
                continue
            if not self._nominal(start):
                marked = self.lows[start] in (",", '"', ";", ":") and not self.lows[at].endswith("ed")
                return start if marked and at - start <= 3 else None
        return floor - 1 if at - floor < 3 and not self.lows[at].endswith("ed") else None

    def _end(self, start: int, *, strict: bool = True) -> int | None:
        """Where the phrase ends that begins at `start`; None where a clause begins there instead (if `strict`)."""
        lows = self.lows
        if start >= len(lows):
            return None
        if lows[start] in PRONOUNS:
            follower = lows[start + 1] if start + 1 < len(lows) else "."
            return (
                start + 1 if not strict or not follower[0].isalpha() or follower in TIME_WORDS | PREPOSITIONS else None
            )
        at = start
        known = False
        while at < len(lows):
            low = lows[at]
            if low in DETERMINERS or (at == start and (low in _NUMBERS or low.isdigit())):
                if at != start and lows[at - 1] not in _LINKS and lows[at - 1] not in ("and", "all"):
                    break
                at += 1
            elif low in ("'s", "'", "-"):
                at += 1
            elif low in CALENDAR or (low in TIME_WORDS and not self.is_capital(at)):
                break
            elif low in _LINKS and at > start:
                if at + 1 >= len(lows) or lows[at + 1] in TIME_WORDS or not (known and self._can_follow_link(at)):
                    break
                at += 1
            elif low == "and" and at > start and at + 1 < len(lows) and self._joins_right(at):
                at += 1
            elif low == "(" and at > start and at + 2 < len(lows) and lows[at + 2] == ")":
                at += 3
            elif low in _KNOWN or self.is_capital(at):
                if low in AUXILIARIES or (low in VERBS and not self.is_capital(at) and low not in STATEMENTS):
                    return None if strict else (at if at > start else None)
                known = known or low in _HEADS or self.is_capital(at)
                at += 1
            elif low in AUXILIARIES or low in VERBS or low in NEGATIONS or low[0].isdigit() or low in _NUMBERS:
                if strict:
                    return None
                break
            elif self._nominal(at) and not known:
                at += 1
            elif self._nominal(at) and not strict:
                break
            elif self._nominal(at):
                return None
            else:
                break
        if strict and not known:
            return None
        while at > start and lows[at - 1] in _LINKS | DETERMINERS | {"and", "-"}:
            at -= 1
        return at if at > start else None

    def _can_follow_link(self, at: int) -> bool:
        low = self.lows[at + 1]
        if self.lows[at] in ("in", "at", "on", "with", "from") and low in ("a", "an", "his", "her"):
            return False
        return low in DETERMINERS or low in _KNOWN or self.is_capital(at + 1) or self._nominal(at + 1)

    def _joins_right(self, at: int) -> bool:
        low = self.lows[at + 1]
        return low in _KNOWN or self.is_capital(at + 1) or (low in DETERMINERS and at + 2 < len(self.lows))

    def next_mark(self, at: int) -> int:
        stop = at
        while stop < len(self.lows) and self.lows[stop] not in (",", ".", ";", ":", '"', "--", ")", "?", "!", "who"):
            stop += 1
        return stop

    def _nominal(self, at: int) -> bool:
        low = self.lows[at]
        return (low[0].isalpha() and low not in _NOT_NOMINAL) or low in _KNOWN

    def is_speaker(self, first: int, end: int) -> bool:
        """Whether a phrase can be someone who speaks: it holds an office, a body, a name or a pronoun."""
        return any(
            self.lows[at] in _HEADS or self.lows[at] in PRONOUNS or self.is_capital(at) for at in range(first, end)
        )

    def is_known_speaker(self, first: int, end: int) -> bool:
        """The same, where a capital that only the head of the sentence gives does not count."""
        alone = first == 0 and (end == 1 or not self.is_capital(1)) and self.lows[0] not in _HEADS | PRONOUNS
        return self.is_speaker(first + alone, end)


def _capitals_tell(tokens: Sequence[Token]) -> bool:
    """Whether capitals set names apart: not in a sentence all in capitals, nor in a headline in title case."""
    long = [token.text for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    small = sum(not text[0].isupper() for text in long)
    if small * 4 > len(long) or not long:
        return True
    return tokens[-1].low in (".", '"', ":", "?") and any(token.text.islower() for token in tokens)


_BARE_HEADS = words("police authorities officials investigators prosecutors detectives witnesses")
_TIED = _LINKS | DETERMINERS | {"and"}
_EARLIER = words("originally initially earlier previously first")
_CLOSED = (
    DETERMINERS
    | PREPOSITIONS
    | CONJUNCTIONS
    | PRONOUNS
    | AUXILIARIES
    | NEGATIONS
    | _QUIET
    | frozenset({"not", "there", "here", "him", "them", "me", "us", "you"}) - frozenset({"us"})
)
_NO_NAME = _CLOSED | CALENDAR
_NOT_NOMINAL = _NO_NAME | PLAIN
_NO_NAME_IN_CAPITALS = _NO_NAME | VERBS.keys()
