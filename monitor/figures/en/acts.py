"""Finds the acts of speech in a sentence: who speaks, in which words, and which words are his.

One pass over the sentence, with looks of bounded length to either side of a verb.
"""

from __future__ import annotations

from monitor.figures.document import Sentence
from monitor.figures.en.act import Act
from monitor.figures.en.offices import BODIES, MEDIA, OFFICES
from monitor.figures.en.speakers import Reader, Wording
from monitor.figures.en.speech import (
    ACCORDING,
    BARE,
    CLAIM_NOUNS,
    COUNT_NOUNS,
    DOCUMENTS,
    ISSUES,
    NEUTRAL_NOUNS,
    NOUN_LEADS,
    PUTS,
    SHOWS,
    STATEMENTS,
    TRIGGERS,
    VERBS,
    Manner,
)
from monitor.figures.en.speech_verbs import VerbReader
from monitor.figures.en.wordset import words
from monitor.model import Span

_SPEAKING_NOUNS = OFFICES | BODIES | MEDIA
_LABELS = words("update updated updates breaking watch video live exclusive correction corrected opinion photos read")
_OPENERS = words("and but while ; that")


def acts(sentence: Sentence, reader: Reader) -> list[Act]:
    """The acts of a sentence, in the order of their verbs: most hold no word that could tell of one."""
    if sentence.paragraph >= 0 and TRIGGERS.isdisjoint(sentence.lows):
        return []
    return _Finder(sentence, reader).acts()


class _Finder(VerbReader):
    def acts(self) -> list[Act]:
        if self.headline:
            self._credit()
        for at, low in enumerate(self.lows):
            act = self._act(at) if low in TRIGGERS else None
            if act is not None:
                self.found.append(act)
        return self.found

    def _act(self, at: int) -> Act | None:
        lows, low = self.lows, self.lows[at]
        if low in ACCORDING and self._according(at):
            return self._source_after(at)
        if low in CLAIM_NOUNS and self._is_noun(at):
            return self._noun(at)
        if low in VERBS:
            named = self.reader.capitals_tell and self.reader.texts[at][0].isupper()  # *the United States*
            return None if named else self.verb(at)
        puts = low in PUTS and not COUNT_NOUNS.isdisjoint(lows[at + 1 : at + 6])
        issues = low in ISSUES and not STATEMENTS.isdisjoint(lows[at + 1 : at + 5])
        shows = low in SHOWS and not DOCUMENTS.isdisjoint(lows[max(0, at - 4) : at])
        return self.subject_act(at) if puts or issues or shows else None

    def _credit(self) -> None:
        """A headline's *Police: 12 killed* and *12 killed: police*."""
        if ":" not in self.lows:
            return
        at = self.lows.index(":")
        end = self.lows.index("|", at) if "|" in self.lows[at:] else self.end  # what follows is the outlet's name
        if 0 < at <= 5 and self._credits(0, at):
            speaker = Wording(Span(0, at))
            self.found.append(Act(at, (speaker,), Manner.SAYS, Span(at + 1, self.end), at + 1, Span(0, at + 1)))
        elif 0 < end - at - 1 <= 4 and self._credits(at + 1, end):
            speaker = Wording(Span(at + 1, end))
            self.found.append(Act(at, (speaker,), Manner.SAYS, Span(0, at), 0, Span(at, self.end)))

    def _credits(self, first: int, end: int) -> bool:
        """Whether the words beside a headline's colon are a speaker and not a place or a theme."""
        short = self.reader.capitals_tell and end - first == 1 and self.reader.texts[first].isupper()
        short = short and self.lows[first] not in _LABELS
        return short or not _SPEAKING_NOUNS.isdisjoint(self.lows[first:end])

    def _according(self, at: int) -> int:
        """How many words *according to* and its like take here; 0 where they do not stand here."""
        for phrase in ACCORDING.get(self.lows[at], ()):
            if tuple(self.lows[at : at + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def _source_after(self, at: int) -> Act | None:
        lows = self.lows
        if lows[at] in ("citing", "quoting") and self.found:
            return None  # the one who cites has been named already
        speaker = self.reader.phrase_at(at + self._according(at))
        if speaker is None:
            return None
        stop = speaker.last
        if at == 0 or lows[at - 1] in _OPENERS:
            covers, begins = Span(stop, self.end), stop
        else:
            begins = self.left_edge(at)
            covers = Span(begins, self.end)
        self.floor = stop
        return Act(at, self.reader.parted(speaker), Manner.SAYS, covers, begins, Span(at, stop))

    def _is_noun(self, at: int) -> bool:
        """Whether a word that can be a verb as well is a noun here."""
        if self.lows[at] not in VERBS:
            return True
        before = self.lows[at - 1] if at else ""
        after = self.lows[at + 1] if at + 1 < self.end else "."
        if before in NOUN_LEADS or after in SHOWS or (after in VERBS and after.endswith(("id", "ed", "s"))):
            return True
        if after in ("of", "by", "from"):
            return True
        if after == "that" and self.lows[at] in BARE and not {"a", "an"}.isdisjoint(self.lows[max(0, at - 3) : at]):
            return True  # *a newspaper report that*
        return after == "that" and at > 0 and not self.reader.before(at, self.floor)

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
        manner = Manner.FEARS if low.startswith("fear") else Manner.SAYS if low in NEUTRAL_NOUNS else Manner.CLAIMS
        return Act(at, speakers, manner, Span(start, self.end), start, Span(at, start), carries=False, is_noun=True)
