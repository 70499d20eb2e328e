"""Finds the noun phrase that names a speaker: before his verb, after it, or at the head of the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from monitor.figures.en.offices import (
    BODIES,
    CALENDAR,
    DETERMINERS,
    MODIFIERS,
    OFFICES,
    PLURAL,
    PREPOSITIONS,
    PRONOUNS,
    TIME_WORDS,
)
from monitor.figures.en.speaker_phrases import ASIDES, HEADS, KNOWN, LONGEST_ASIDE, QUIET, NounReader
from monitor.figures.en.speech import AUXILIARIES, NEGATIONS, STATEMENTS
from monitor.figures.en.wordset import words
from monitor.model import Span

_SAID_IN = STATEMENTS | {"interview", "conference"}
_TIES = KNOWN | PREPOSITIONS | {"-", "'s", "and"}
_TIME_STARTS = TIME_WORDS | {"the", "a"}
_OPENING = QUIET | words("\" ' -- and but")
_CLAUSE = 9  # tokens of a clause that tells a speaker apart
_EARLIER = words("originally initially earlier previously first")


class Wording(NamedTuple):
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


class Reader(NounReader):
    """One sentence, read for those who speak in it."""

    def before(self, verb: int, floor: int = 0) -> tuple[Wording, ...]:
        """The speakers whose phrase ends before a verb, in order; none where no phrase does.

        Nothing left of `floor` is read.
        """
        at = self._skip_back(verb - 1, floor)
        if at < floor:
            return ()
        if self.lows[at] in (",", "--", ")"):
            return self._past_asides(at, floor)
        told_apart = self._behind_clause(at, floor)
        if told_apart is not None:
            return (told_apart,)
        first = self.phrase_start(at, floor)
        if first is None:
            return ()
        first = self._behind_introduction(first, at)
        if first > floor and self.lows[first - 1] in PREPOSITIONS and self.lows[at] not in HEADS:
            whole = self.opening(verb) if floor == 0 else ()
            return whole if any(self.is_known_speaker(*found.phrase) for found in whole) else ()
        name = self._name_before(first, floor)
        found = Wording(Span(first, at + 1)) if name is None else Wording(name, (Span(first, at + 1),))
        return self._with_others(found, floor)

    def after(self, verb: int) -> Wording | None:
        """The speaker whose phrase follows a verb and is not the beginning of a clause: *said X, the spokesman.*"""
        start = verb + 1
        end = self.phrase_end(start)
        if end is None:
            return None
        return self._with_apposition(start, end, len(self.lows))

    def phrase_at(self, start: int) -> Wording | None:
        """The phrase that begins here, as after *according to*, whatever follows it."""
        end = self.phrase_end(start, strict=False)
        if end is None or end == start:
            return None
        return self._with_apposition(start, end, len(self.lows))

    def opening(self, before: int) -> tuple[Wording, ...]:
        """The subject of the sentence, read at its head or after the comma of a short introduction."""
        start = 0
        while start < before and self.lows[start] in _OPENING:
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
        end = self.phrase_end(start, strict=False)
        if end is None or end > before or not self.is_speaker(start, end):
            return ()
        return (self._with_apposition(start, end, before),)

    def described(self, wordings: Sequence[Wording]) -> list[str]:
        """The words of the one speaker who is told of without a name, for the first time: *a monitoring group*."""
        if len(wordings) != 1 or wordings[0].beside:
            return []
        start, end = wordings[0].phrase
        first = start + (self.lows[start] in ("a", "an"))
        headline = self.sentence.paragraph < 0  # where *a* is left out
        named = self.capitals_tell and any(self.capitals[start + 1 : end])
        return self.lows[first:end] if not named and (first > start or headline) else []

    def parted(self, wording: Wording) -> tuple[Wording, ...]:
        """A phrase of two speakers joined by *and*, cut in two."""
        start, end = wording.phrase
        for at in range(start + 1, end - 1):
            if self.lows[at] != "and" or self.joined_inside(at + 1):
                continue
            if self.is_speaker(start, at) and self.is_speaker(at + 1, end):
                return Wording(Span(start, at)), Wording(Span(at + 1, end), wording.beside)
        return (wording,)

    def _skip_back(self, at: int, floor: int) -> int:
        """Left over adverbs, auxiliaries and times to what may be the end of a subject."""
        while at >= floor:
            low = self.lows[at]
            if (
                low in AUXILIARIES
                or low in QUIET
                or low in NEGATIONS
                or (low in TIME_WORDS)
                or low in _EARLIER
                or (low.endswith("ly") and len(low) > 4 and not self.texts[at][0].isupper())
                or (
                    low in ("on", "at", "in", "for", "as")
                    and at + 1 < len(self.lows)
                    and self.lows[at + 1] in _TIME_STARTS
                )
                or (low.isdigit() and at > floor and self.lows[at - 1] in CALENDAR)
            ):
                at -= 1
            elif low in _SAID_IN and self._statement_start(at, floor) is not None:
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
        lowest = max(floor, mark - LONGEST_ASIDE)
        while True:
            opening = self.opening_mark(mark, lowest)
            if opening is None:
                break
            inside = Span(opening + 1, mark)
            if self.is_apposition(*inside):
                beside.append(inside)
            elif not (self.lows[inside.start] in ASIDES or self._is_aside(inside)):
                break
            end = self._skip_back(opening - 1, lowest)
            if end >= lowest and self.lows[end] in (",", "--", ")"):
                mark = end
                continue
            first = self.phrase_start(end, floor) if end >= floor else None
            if first is None or not self.is_speaker(first, end + 1):
                break
            first = self._behind_introduction(first, end)
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

    def _behind_clause(self, last: int, floor: int) -> Wording | None:
        """The speaker of whom a clause without commas is told: *doctors treating the hurt*, *a man who was there*."""
        for at in range(last, max(floor, last - _CLAUSE), -1):
            low = self.lows[at]
            if not low[0].isalnum() and low not in ("-", "'s"):
                return None
            participle = low.endswith("ing") and low != "representing" and at < last and not self.capitals[at]
            if not participle and not (low == "who" and at + 1 < last):
                continue
            before = self.lows[at - 1]
            speaks = before in PLURAL or before in OFFICES or before in BODIES or (low == "who" and before.isalpha())
            first = self.phrase_start(at - 1, floor) if speaks else None
            own = self.phrase_start(last, at) if low == "who" else None
            return None if first is None or own == at + 1 else Wording(Span(first, at))
        return None

    def _is_aside(self, span: Span) -> bool:
        """Whether what stands between commas only says when, where or how."""
        low = self.lows[span.start]
        if low in PREPOSITIONS or low in TIME_WORDS or low.isdigit() or low.endswith(("ly", "ing")):
            return not any(self.lows[at] in ("was", "were") for at in range(span.start, span.end))
        return False

    def _behind_introduction(self, first: int, last: int) -> int:
        """Where a name begins that follows an introduction without a comma: *On that occasion Ann Roe said*."""
        if first == 0 or self.lows[first - 1] not in PREPOSITIONS or not self.capitals_tell:
            return first
        start = last + 1
        while start > first and self.capitals[start - 1]:
            start -= 1
        return start if first < start <= last and self.lows[start - 1] not in _TIES else first

    def _name_before(self, at: int, floor: int) -> Span | None:
        """The name that a phrase stands beside though the comma was left out: *Ann Roe a local official said*."""
        if self.lows[at] not in ("a", "an", "the") or not self.capitals_tell:
            return None
        start = at
        while start > floor and self.capitals[start - 1] and self.lows[start - 1] not in KNOWN:
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
            or (head.endswith("s") and not self.capitals[end - 1])
        )
        if many and self.lows[end + 1] not in DETERMINERS:
            return Wording(Span(start, end))
        return Wording(Span(start, end), (Span(end + 1, stop),))

    def _is_name_end(self, at: int) -> bool:
        return at >= 0 and self.capitals[at] and self.lows[at] not in KNOWN

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
