"""Finds the acts of speech in a sentence: who speaks, in which words, and which words are his.

Linear in the sentence but for a few looks of bounded length to either side of a verb.
"""

from __future__ import annotations

from dataclasses import dataclass

from monitor.figures.document import Sentence
from monitor.figures.en.offices import PREPOSITIONS, TIME_WORDS
from monitor.figures.en.speakers import Reader, Wording
from monitor.figures.en.speech import (
    ACCORDING,
    AUXILIARIES,
    BE,
    CAUSES,
    CLAIM_NOUNS,
    COUNT_NOUNS,
    DOCUMENTS,
    EARLIER,
    HAVE,
    INVERTS,
    ISSUES,
    NEEDS_CLAUSE,
    NEGATIONS,
    OUTCOMES,
    PLAIN,
    PUTS,
    SHOWS,
    STATEMENTS,
    TELLING,
    VERBS,
    WITHHOLDING,
    Manner,
)
from monitor.figures.en.wordset import words
from monitor.model import Span

_MARKS = words(". ! ? ; :")
_NOT_SPOKEN = words("life lives victim victims responsibility credit asylum innocence casualties")


@dataclass(frozen=True, slots=True)
class Act:
    """One act of speech. `speakers` is empty where the words name none (*reports that*).

    `covers` are the token spans that are the speaker's words, `begins` the first token from which it is the innermost
    act. `follows` is set where the speaker must be taken from the act or subject before it (*..., saying that*).
    `carries` tells whether the sentences after it in the paragraph go on in the same voice.
    """

    at: int
    speakers: tuple[Wording, ...]
    manner: Manner
    covers: Span
    begins: int
    own: Span
    follows: bool = False
    carries: bool = True
    is_noun: bool = False


class Finder:
    """Reads one sentence for acts of speech."""

    def __init__(self, sentence: Sentence, reader: Reader) -> None:
        self.reader = reader
        self.lows = self.reader.lows
        self.end = len(self.lows)
        self.found: list[Act] = []
        self.floor = 0  # nothing before it can be a subject of what comes

    def acts(self) -> list[Act]:
        """The acts of the sentence, in the order of their verbs."""
        at = 0
        while at < self.end:
            low = self.lows[at]
            act = None
            if low == "according" or low in ("citing", "quoting") or (low in ("as", "in") and self._according(at)):
                act = self._source_after(at)
            elif low in CLAIM_NOUNS and self._is_noun(at):
                act = self._noun(at)
            elif low in VERBS:
                act = self._verb(at)
            elif (
                (low in PUTS and any(word in COUNT_NOUNS for word in self.lows[at + 1 : at + 6]))
                or (low in ISSUES and any(word in STATEMENTS for word in self.lows[at + 1 : at + 5]))
                or (low in SHOWS and any(word in DOCUMENTS for word in self.lows[max(0, at - 4) : at]))
            ):
                act = self._subject_act(at, Manner.SAYS)
            if act is not None:
                self.found.append(act)
            at += 1
        return self.found

    def _according(self, at: int) -> int:
        """How many words *according to* and its like take here; 0 where they do not stand here."""
        for phrase in ACCORDING:
            if tuple(self.lows[at : at + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def _source_after(self, at: int) -> Act | None:
        length = self._according(at)
        if not length:
            return None
        if self.lows[at] in ("citing", "quoting") and self.found:
            return None  # the one who cites has been named already
        speaker = self.reader.phrase_at(at + length)
        if speaker is None:
            return None
        stop = speaker.last
        if at == 0 or self.lows[at - 1] in ('"', ";", "and", "but", "while", "that", "--"):
            covers, begins = Span(stop, self.end), stop
            if at > 0 and self.lows[at - 1] not in ("and", "but", ";", "while", "that"):
                covers, begins = Span(0, self.end), self._left_edge(at)
        else:
            left = self._left_edge(at)
            covers, begins = Span(left, self.end), left
        self.floor = stop
        return Act(at, (speaker,), Manner.SAYS, covers, begins, Span(at, stop))

    def _is_noun(self, at: int) -> bool:
        """Whether a word that can be a verb as well is a noun here."""
        low = self.lows[at]
        if low not in VERBS:
            return True
        before = self.lows[at - 1] if at else ""
        after = self.lows[at + 1] if at + 1 < self.end else "."
        if before in ("'s", "'") or before in (
            "the",
            "a",
            "an",
            "no",
            "any",
            "those",
            "these",
            "its",
            "their",
            "his",
            "her",
        ):
            return True
        if before in (
            "of",
            "by",
            "with",
            "on",
            "to",
            "from",
            "for",
            "immediate",
            "unconfirmed",
            "initial",
            "early",
            "media",
        ):
            return after in ("that", "of", "by", "from", "about") or before in (
                "immediate",
                "unconfirmed",
                "with",
                "from",
            )
        return bool(
            after in ("of", "by", "from") or (after == "that" and at and not self.reader.before(at, self.floor))
        )

    def _noun(self, at: int) -> Act | None:
        """*X's claim that ...*, *a report by X that ...*, *reports of ...*."""
        lows = self.lows
        after = lows[at + 1] if at + 1 < self.end else "."
        speakers: tuple[Wording, ...] = ()
        start = at + 1
        if at >= 2 and lows[at - 1] in ("'s", "'"):
            speakers = self.reader.before(at - 1, self.floor)
        elif after in ("by", "from") and at + 2 < self.end:
            speaker = self.reader.phrase_at(at + 2)
            if speaker is not None:
                speakers, start = (speaker,), speaker.last
        if start >= self.end or lows[start] not in ("that", "of"):
            return None
        low = lows[at]
        manner = Manner.FEARS if low.startswith("fear") else Manner.CLAIMS
        if low in ("estimate", "estimates", "count", "tally", "statement", "statements", "insistence"):
            manner = Manner.SAYS
        return Act(at, speakers, manner, Span(start, self.end), start, Span(at, start), carries=False, is_noun=True)

    def _verb(self, at: int) -> Act | None:
        lows, low = self.lows, self.lows[at]
        manner = VERBS[low]
        lows[at + 1] if at + 1 < self.end else "."
        if manner is Manner.CLAIMS and any(word in _NOT_SPOKEN for word in lows[at + 1 : at + 6]):
            return None
        if self._is_participle(at):
            return self._agent(at)
        if at and lows[at - 1] == "to" and lows[at - 2 : at - 1] != ["on"]:
            return self._infinitive(at, manner)
        if at and lows[at - 1] in ("the", "a", "an", "no", "any") and low not in ("claim", "claims"):
            return None
        negated = any(word in NEGATIONS for word in lows[max(self.floor, at - 3) : at])
        if negated:
            if manner is Manner.DISPUTES or manner is Manner.DENIES:
                return None
            manner = Manner.WITHHOLDS
        if low in ("saying", "telling") or (low.endswith("ing") and manner is not None and not self._progressive(at)):
            return self._participle(at, manner)
        inverted = self._inverted(at)
        if inverted is not None:
            left = self._left_edge(at)
            stop = inverted.last
            self.floor = stop
            covers = Span(left, self.end)
            return Act(at, (inverted,), manner, covers, left, Span(at, stop))
        speakers = self.reader.before(at, self.floor)
        if low in NEEDS_CLAUSE and not self._opens_clause(at):
            return None
        if low not in PLAIN and speakers and not self._plausible(speakers):
            return None
        if not speakers:
            if (at and lows[at - 1] in ("and", "but", ",", "then")) or (
                at > 1 and lows[at - 1] in HAVE | {"also", "later"}
            ):
                return self._participle(at, manner)
            return None
        return self._pre_or_post(at, speakers, manner)

    def _pre_or_post(self, at: int, speakers: tuple[Wording, ...], manner: Manner) -> Act:
        """An act whose subject stands before its verb: its words follow, or have gone before."""
        lows = self.lows
        first = min(speaker.first for speaker in speakers)
        start = at + 1
        if lows[at] in TELLING:
            start = self._past_listener(start)
        start = self._past_circumstance(start)
        relative = lows[first] in ("who", "which")
        own = Span(first, start)
        self.floor = start
        if start >= self.end or lows[start] in _MARKS - {":"} or (lows[start] == "," and first > 0):
            left = self._left_edge(first)
            if left < first:
                return Act(at, speakers, manner, Span(left, self.end), left, own, carries=not relative)
        stop = self.end
        if relative:
            stop = next((k for k in range(start, self.end) if lows[k] == ","), self.end)
        earlier = self._made_earlier(first, at)
        if earlier and manner in (Manner.SAYS, Manner.CLAIMS, Manner.CONFIRMS):
            manner = Manner.WITHDRAWS if self._taken_back(start) else manner
        before_quote = first > 0 and lows[first - 1] in ('"', ",") and '"' in lows[:first]
        if before_quote and start < self.end and lows[start] in (",", '"', ":"):
            left = self._left_edge(first)
            return Act(at, speakers, manner, Span(left, stop), left, own, carries=not relative)
        return Act(at, speakers, manner, Span(start, stop), start, own, carries=not relative)

    def _participle(self, at: int, manner: Manner) -> Act | None:
        """*..., saying that ...*: the voice of the act before it, else of the sentence's subject."""
        if at == 0:
            return None
        lows = self.lows
        start = at + 1
        if lows[at] in TELLING:
            start = self._past_listener(start)
        speakers: tuple[Wording, ...] = ()
        if not self.found:
            speakers = self.reader.opening(at)
            if speakers and lows[at] not in PLAIN and not self._plausible(speakers):
                return None
        elif self.found[-1].is_noun:
            return None
        if not speakers and not self.found:
            return None
        self.floor = start
        return Act(at, speakers, manner, Span(start, self.end), start, Span(at, start), follows=not speakers)

    def _subject_act(self, at: int, manner: Manner) -> Act | None:
        if at and (
            self.lows[at - 1] in BE or (at > 1 and self.lows[at - 2] in BE and self.lows[at - 1].endswith("ly"))
        ):
            return self._agent(at)
        speakers = self.reader.before(at, self.floor)
        if not speakers or not self._plausible(speakers):
            return None
        first = min(speaker.first for speaker in speakers)
        self.floor = at + 1
        return Act(at, speakers, manner, Span(at + 1, self.end), at + 1, Span(first, at + 1))

    def _agent(self, at: int) -> Act | None:
        """*were confirmed dead by the ministry*: who stands after *by*."""
        for start in range(at + 1, min(at + 5, self.end - 1)):
            if self.lows[start] == "by":
                speaker = self.reader.phrase_at(start + 1)
                if speaker is None or not self._plausible((speaker,)):
                    return None
                left = self._left_edge(at)
                return Act(
                    at,
                    (speaker,),
                    VERBS.get(self.lows[at], Manner.SAYS),
                    Span(left, self.end),
                    left,
                    Span(at, speaker.last),
                )
            if self.lows[start] in _MARKS or self.lows[start] == ",":
                return None
        return None

    def _infinitive(self, at: int, manner: Manner) -> Act | None:
        """*declined to confirm ...*, *went on to say ...*; other infinitives say nothing."""
        words = self.lows[max(0, at - 4) : at - 1]
        if any(word in WITHHOLDING or word in NEGATIONS for word in words):
            if manner is Manner.CONFIRMS:
                return Act(
                    at, (), Manner.WITHHOLDS, Span(at + 1, self.end), at + 1, Span(at - 1, at + 1), carries=False
                )
            return None
        if words[-1:] in (["went"], ["continued"], ["appeared"], ["seemed"]):
            speakers = self.reader.before(at - 2, self.floor)
            if speakers:
                return self._pre_or_post(at, speakers, manner)
        return None

    def _is_participle(self, at: int) -> bool:
        """Whether a reporting verb is passive or an adjective: *were reported dead*, *12 confirmed deaths*."""
        lows = self.lows
        if not lows[at].endswith(("ed", "id", "ld", "wn")) or lows[at] in ("say", "tell"):
            return False
        back = at - 1
        while back >= 0 and (
            lows[back].endswith("ly") or lows[back] in ("also", "yet", "now", "not", "all", "so", "far")
        ):
            back -= 1
        if back >= 0 and lows[back] in BE:
            return not (lows[at] == "said" and False)
        after = lows[at + 1] if at + 1 < self.end else "."
        if after in OUTCOMES and VERBS[lows[at]] is not Manner.DENIES:
            return True
        return bool(
            back >= 0
            and (lows[back] in ("the", "a", "an", "no", "none", "any", "its", "with") or lows[back][0].isdigit())
        )

    def _progressive(self, at: int) -> bool:
        return at > 0 and self.lows[at - 1] in BE | {"not", "also", "now"}

    def _inverted(self, at: int) -> Wording | None:
        lows = self.lows
        if lows[at] not in INVERTS or at == 0 or lows[at - 1] not in (",", '"', "'", "--", "?", "!", "as", "so"):
            return None
        found = self.reader.after(at)
        if found is None or not self._plausible((found,)):
            return None
        stop = found.last
        if stop < self.end and lows[stop] not in _MARKS | TIME_WORDS | PREPOSITIONS | {
            ",",
            '"',
            "'",
            "--",
            "who",
            "(",
            ")",
            "as",
            "and",
            "but",
        }:
            return None
        return found

    def _opens_clause(self, at: int) -> bool:
        """Whether a clause, a quotation or a naming follows the verb."""
        tail = self.lows[at + 1 : at + 9]
        if not tail or tail[0] in ("that", ":", '"', ",", "."):
            return True
        if tail[0] in ("the", "him", "her", "them", "it", "a", "an", "his", "their", "there", "no", "at", "up", "more"):
            return True
        return "that" in tail[:4] or any(word in AUXILIARIES for word in tail) or tail[0][0].isdigit()

    def _plausible(self, speakers: tuple[Wording, ...]) -> bool:
        lows = self.lows
        return any(
            lows[at] in ("who", "which") or self.reader._speaks(at, at + 1)
            for speaker in speakers
            for at in range(*speaker.phrase)
        )

    def _past_listener(self, start: int) -> int:
        """Behind the one who is told: *told the AP*, *told a news conference in Kabul*."""
        lows = self.lows
        at = start
        while at < self.end and at - start < 8:
            low = lows[at]
            if low in ("that", ",", '"', ":", ".", ";", "how", "when") or (low in AUXILIARIES and at > start):
                break
            if low in TIME_WORDS or low in ("in", "at", "on", "by", "during", "from", "after"):
                break
            if at > start and not (
                self.reader.is_capital(at)
                or low in ("'s", "-", "and", "of")
                or low in STATEMENTS
                or lows[at - 1] in ("the", "a", "an", "his", "her", "local", "news", "state", "-")
            ):
                break
            at += 1
        return at

    def _past_circumstance(self, start: int) -> int:
        """Behind when, where and in what it was said: *on Tuesday*, *in a statement*, *by telephone*."""
        lows = self.lows
        at = start
        while at < self.end:
            low = lows[at]
            if low in TIME_WORDS or (low.isdigit() and at > start and lows[at - 1] in TIME_WORDS):
                at += 1
            elif low in ("in", "at", "on", "by", "via", "during", "from", "to", "after", "through", "of"):
                stop = at + 1
                while stop < self.end and stop - at < 9 and lows[stop] not in _MARKS | {",", '"', "that", "(", "--"}:
                    if lows[stop] in AUXILIARIES:
                        return at
                    stop += 1
                if stop - at < 9 and (stop >= self.end or lows[stop] in _MARKS | {",", '"', "that"}):
                    if stop < self.end and lows[stop] == "," and at == start and self._clause_follows(stop + 1):
                        return stop if lows[at] != "of" else at
                    at = stop
                else:
                    return at
            else:
                break
        return at

    def _clause_follows(self, at: int) -> bool:
        return any(word in AUXILIARIES for word in self.lows[at : at + 12])

    def _left_edge(self, before: int) -> int:
        """Where the words begin that stand before a speaker named behind them."""
        last = max((act.at for act in self.found if act.at < before and not act.is_noun), default=-1)
        if last < 0:
            return 0
        edge = 0
        for at in range(last + 1, before):
            if (
                self.lows[at] == ";"
                or (self.lows[at] in ("and", "but", "while", "although") and self.lows[at - 1] in (",", '"', ";"))
                or (self.lows[at] == '"' and at + 1 < before and self.lows[at - 1] == ".")
            ):
                edge = at
        return edge

    def _made_earlier(self, first: int, at: int) -> bool:
        return any(word in EARLIER for word in self.lows[first:at]) or (
            at + 1 < self.end and self.lows[at + 1] in EARLIER
        )

    def _taken_back(self, start: int) -> bool:
        """Whether the sentence goes on to another figure or word: *but later*, *before revising*."""
        lows = self.lows
        for at in range(start, self.end):
            if lows[at] in ("but", "before") and any(
                word
                in (
                    "later",
                    "then",
                    "now",
                    "revised",
                    "revising",
                    "corrected",
                    "correcting",
                    "lowered",
                    "lowering",
                    "since",
                    "said",
                    "withdrew",
                    "retracted",
                )
                for word in lows[at + 1 : at + 8]
            ):
                return True
        return False


def denies_cause(lows: list[str], act: Act, until: int) -> bool:
    """Whether what is denied before token `until` is who or what brought the deaths about, not that there were any."""
    return any(low in CAUSES for low in lows[act.at : until])
