"""Acts of speech by a verb: *X said that*, *..., said X*, *..., X told Y*, *..., saying that*."""

from __future__ import annotations

from monitor.figures.document import Sentence
from monitor.figures.en import reach
from monitor.figures.en.act import Act
from monitor.figures.en.offices import PLURAL, PREPOSITIONS, TIME_WORDS
from monitor.figures.en.speakers import Reader, Wording
from monitor.figures.en.speech import (
    BARE,
    BE,
    EARLIER,
    HAVE,
    INVERTS,
    NAMES,
    NEEDS_CLAUSE,
    NEGATIONS,
    NOT_SPOKEN,
    OUTCOMES,
    PLAIN,
    RETURNS,
    SPEAKS_OF,
    STATEMENTS,
    TELLING,
    TURNS,
    VERBS,
    WITHHOLDING,
    Manner,
)
from monitor.figures.en.wordset import words
from monitor.model import Span

_AFTER_SUBJECT = PREPOSITIONS | TIME_WORDS | words(". ! ? ; : , \" ' -- who ( ) as and but")
_BEFORE_INVERSION = words(", \" ' -- ? ! as so")
_ARTICLES = words("the a an no any its")
_BETWEEN = words("also yet now not all so far since")


class VerbReader:
    """One sentence, read for verbs of speech. Acts already found are in `found`, in order."""

    def __init__(self, sentence: Sentence, reader: Reader) -> None:
        self.reader = reader
        self.lows = reader.lows
        self.end = len(self.lows)
        self.headline = sentence.paragraph < 0
        self.found: list[Act] = []
        self.floor = 0  # nothing before it can be a subject of what comes

    def verb(self, at: int) -> Act | None:
        lows, low = self.lows, self.lows[at]
        manner = VERBS[low]
        before = lows[at - 1] if at else ""
        if manner is Manner.CLAIMS and not NOT_SPOKEN.isdisjoint(lows[at + 1 : at + 6]):
            return None
        if self._is_participle(at) or (low == "said" and lows[at + 1 : at + 2] == ["to"]):
            return self._agent(at)
        if before == "to":
            return self._infinitive(at, manner)
        if before in _ARTICLES and low not in ("claim", "claims"):
            return None
        if not NEGATIONS.isdisjoint(lows[max(self.floor, at - 3) : at]):
            if manner in (Manner.DISPUTES, Manner.DENIES):
                return None
            manner = Manner.WITHHOLDS
        if low in SPEAKS_OF and lows[at + 1 : at + 2] != ["of"]:
            return None
        if low in NEEDS_CLAUSE and not reach.opens_clause(lows, at + 1):
            return None
        if low.endswith("ing"):
            return self._quoted_as_saying(at, manner) or self._participle(at, manner)
        inverted = self._inverted(at)
        if inverted is not None:
            left = self.left_edge(at)
            self.floor = inverted.last
            parted = self.reader.parted(inverted)
            return Act(at, parted, manner, Span(left, self.end), left, Span(at, inverted.last))
        speakers = self.reader.before(at, self.floor)
        if speakers and not (self._agrees(at, speakers) and (low in PLAIN or self._can_speak(speakers))):
            return None
        if speakers:
            return self._with_subject(at, speakers, manner)
        joined = before in ("and", "but", ",", "then", "also", "later") or (at > 1 and before in HAVE)
        return self._participle(at, manner) if joined and low not in BARE else None

    def _with_subject(self, at: int, speakers: tuple[Wording, ...], manner: Manner) -> Act:
        """An act whose subject stands before its verb: its words follow, or have gone before."""
        lows = self.lows
        first = min(speaker.first for speaker in speakers)
        start = reach.past_listener(self.reader, at + 1) if lows[at] in TELLING else at + 1
        start = start + 1 if lows[at] in SPEAKS_OF else reach.past_circumstance(lows, start)
        relative = lows[speakers[-1].phrase.start] in ("who", "which")
        own = Span(first, start)
        self.floor = start
        left = self.left_edge(first)
        ended = start >= self.end or lows[start] in ".!?;" or (lows[start] == "," and first > 0)
        in_between = first > 0 and lows[first - 1] in ('"', ",") and '"' in lows[:first]
        if left < first and (ended or (in_between and start < self.end and lows[start] in (",", '"', ":"))):
            return Act(at, speakers, manner, Span(left, self.end), left, own, carries=not relative)
        stop = self.end
        if relative:
            stop = next((k for k in range(start, self.end) if lows[k] == ","), self.end)
        elif lows[at] in NAMES and "as" in lows[start:]:
            stop = next((k for k in range(lows.index("as", start), self.end) if lows[k] in (",", "and")), self.end)
        if manner in RETURNS and self._was_earlier(first, at) and reach.is_taken_back(lows, start):
            manner = Manner.WITHDRAWS
        return Act(at, speakers, manner, Span(start, stop), start, own, carries=not relative)

    def _participle(self, at: int, manner: Manner) -> Act | None:
        """*..., saying that ...* and *... and said*: the voice of the act before, else of the sentence's subject.

        Without a comma it is that of the noun before it: *with the union warning that ...*.
        """
        if at == 0 or (self.found and self.found[-1].is_noun):
            return None
        start = reach.past_listener(self.reader, at + 1) if self.lows[at] in TELLING else at + 1
        speakers: tuple[Wording, ...] = ()
        if self.lows[at].endswith("ing"):
            speakers = self.reader.before(at, self.floor)
            if not any(self._is_named(speaker) for speaker in speakers):
                speakers = ()
        if not speakers and not self.found:
            speakers = self.reader.opening(at)
            if not any(self._is_named(speaker) for speaker in speakers):
                return None
        self.floor = start
        stop = next((k for k in range(start, self.end) if self.lows[k] in TURNS), self.end)
        return Act(at, speakers, manner, Span(start, stop), start, Span(at, start), follows=not speakers)

    def _quoted_as_saying(self, at: int, manner: Manner) -> Act | None:
        """*quoted a medic as saying*, *was quoted as saying*: the one who is quoted."""
        lows = self.lows
        if lows[at - 1] != "as":
            return None
        for place in range(at - 2, max(-1, at - 14), -1):
            if lows[place] not in ("quoted", "cited", "quotes", "cites"):
                continue
            if place > 0 and lows[place - 1] in BE:
                speakers = self.reader.before(place, 0)
            else:
                found = self.reader.phrase_at(place + 1)
                speakers = (found,) if found else ()
            return self._with_subject(at, speakers, manner) if speakers else None
        return None

    def subject_act(self, at: int) -> Act | None:
        """*put the toll at*, *issued a statement*, *records show*."""
        before = self.lows[max(0, at - 2) : at]
        if before[-1:] and (before[-1] in BE or (before[0] in BE and before[-1].endswith("ly"))):
            return self._agent(at)
        speakers = self.reader.before(at, self.floor)
        if not speakers or not self._can_speak(speakers):
            return None
        self.floor = at + 1
        own = Span(min(speaker.first for speaker in speakers), at + 1)
        return Act(at, speakers, Manner.SAYS, Span(at + 1, self.end), at + 1, own)

    def _agent(self, at: int) -> Act | None:
        """*were confirmed dead by the ministry*: who stands after *by*."""
        for place in range(at + 1, min(at + 5, self.end - 1)):
            if self.lows[place] == "by":
                speaker = self.reader.phrase_at(place + 1)
                if speaker is None or not self._can_speak((speaker,)):
                    return None
                left = self.left_edge(at)
                manner = VERBS.get(self.lows[at], Manner.SAYS)
                return Act(at, (speaker,), manner, Span(left, self.end), left, Span(at, speaker.last))
            if self.lows[place] in ".!?;:,":
                return None
        return None

    def _infinitive(self, at: int, manner: Manner) -> Act | None:
        """*declined to confirm ...*, *went on to say ...*; other infinitives say nothing."""
        before = self.lows[max(0, at - 4) : at - 1]
        if any(word in WITHHOLDING or word in NEGATIONS for word in before):
            if manner is not Manner.CONFIRMS:
                return None
            own = Span(at - 1, at + 1)
            return Act(at, (), Manner.WITHHOLDS, Span(at + 1, self.end), at + 1, own, carries=False)
        if before[-1:] and before[-1] in ("on", "went", "continued", "appeared", "seemed"):
            speakers = self.reader.before(at - 2 - (before[-1] == "on"), self.floor)
            return self._with_subject(at, speakers, manner) if speakers else None
        return None

    def _is_participle(self, at: int) -> bool:
        """Whether a reporting verb is passive or an adjective: *were reported dead*, *12 confirmed deaths*."""
        lows = self.lows
        if not lows[at].endswith(("ed", "id", "ld", "wn")):
            return False
        back = at - 1
        while back >= 0 and (lows[back].endswith("ly") or lows[back] in _BETWEEN):
            back -= 1
        if back >= 0 and lows[back] in BE:
            return True
        after = lows[at + 1] if at + 1 < self.end else "."
        if after in OUTCOMES and VERBS[lows[at]] is not Manner.DENIES:
            return True
        if after == "as" and lows[at - 1 : at] == [","]:
            return True
        return back >= 0 and (lows[back] in _ARTICLES or lows[back] in ("none", "with") or lows[back][0].isdigit())

    def _inverted(self, at: int) -> Wording | None:
        """The subject that stands behind its verb."""
        lows = self.lows
        if lows[at] not in INVERTS or at == 0 or lows[at - 1] not in _BEFORE_INVERSION:
            return None
        found = self.reader.after(at)
        if found is None or not self._can_speak((found,)):
            return None
        return found if found.last >= self.end or lows[found.last] in _AFTER_SUBJECT else None

    def _agrees(self, at: int, speakers: tuple[Wording, ...]) -> bool:
        """Whether verb and subject agree in number: *police reports* and *a claim* are no verbs."""
        low = self.lows[at]
        bare = low in BARE
        if not bare and (not low.endswith("s") or low in ("says", "tells")):
            return True
        if low in ("say", "tell") or len(speakers) > 1:
            return True
        last = self.reader.head(*speakers[-1].phrase)
        noun = self.lows[last]
        if bare and self.lows[speakers[-1].phrase.start] in ("a", "an"):
            return False
        plural = noun in PLURAL or noun in ("they", "we", "i", "you", "who") or (noun.endswith("s") and noun != "news")
        return plural if bare else not plural or self.reader.capitals[last]

    def _can_speak(self, speakers: tuple[Wording, ...]) -> bool:
        return any(
            self.lows[speaker.phrase.start] in ("who", "which") or self.reader.is_speaker(*speaker.phrase)
            for speaker in speakers
        )

    def _is_named(self, speaker: Wording) -> bool:
        """Whether a phrase says who speaks by itself: *a statement saying* does not."""
        start, end = speaker.phrase
        if self.lows[end - 1] in STATEMENTS and end - start <= 2:
            return False
        return self.reader.is_known_speaker(start, end)

    def left_edge(self, before: int) -> int:
        """Where the words begin that stand before a speaker named behind them."""
        last = max((act.at for act in self.found if act.at < before and not act.is_noun), default=-1)
        return reach.left_edge(self.lows, last, before) if last >= 0 else 0

    def _was_earlier(self, first: int, at: int) -> bool:
        return not EARLIER.isdisjoint(self.lows[first : at + 2])
