"""What one English sentence tells of times and of other events, and which of its times govern a figure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from monitor.figures.document import Mention, Sentence
from monitor.figures.en import occasions
from monitor.figures.en.dates import OwnTime, Reach, When
from monitor.figures.en.lookup import Lookup
from monitor.figures.en.offices import AUTHORITY_OFFICES
from monitor.figures.en.times import SMALL_NUMBERS, whens
from monitor.figures.once import once

CURRENT = 10  # days around the article: what is told of them is told of these days
LABELLED_FROM = 4  # words before which a label such as *Video:* is the article's own title's
NEAR = 4  # words from a figure to the words after it that set its event apart
LONG = 20  # words from a stretch of days to what it has cost
_DID = frozenset({"killed", "claimed", "injured", "wounded", "left"})
_DAYS = frozenset({"days", "weeks", "months"})
_NEEDS_DETERMINER = frozenset({"other", "last", "past", "similar", "different", "former", "older"})
_CAUSE_ENDS = occasions.RELATIVES | {",", ";", ".", "--", "after", "before", "while"}
_NO_MORE_OF_IT = occasions.LINKS | occasions.BESIDE
_COUNTS = (["toll"], ["tolls"], ["count"], ["rate"])  # *gave a different death toll*
_NEWEST = frozenset({("yet", "another"), ("this", "time")})
_IS_ORDINAL = Lookup(lambda low: low in occasions.ORDINALS or (low[0].isdigit() and low.endswith(("nd", "rd", "th"))))
_DETERMINERS = frozenset({"the", "a", "in", "his", "her", "their", "its", "that", "two", "three", "of"})


class Sight:
    """One sentence, looked at for times and other events."""

    def __init__(self, sentence: Sentence, own: OwnTime | None) -> None:
        self.texts = sentence.texts
        self.lows = sentence.lows
        self._sentence = sentence
        self._own = own
        self._governing: dict[Mention, list[When]] = {}

    @once
    def whens(self) -> list[When]:
        """The times that it tells."""
        return whens(self._sentence, self._own)

    def words(self, first: int, last: int) -> str:
        """The words from one token up to another, as text."""
        return " ".join(self.texts[first:last])

    @once
    def other(self) -> tuple[int, int] | None:
        """The words that name another event: *the last big quake*, *a separate attack*, *a previous arrest*."""
        lows = self.lows
        for at, low in enumerate(lows):
            if low == "other" and self._are_the_others(at):
                return at - 1, at + 2
            if low not in occasions.OTHER_DETERMINERS:
                continue
            before = lows[at - 1] if at else ""
            if low in _NEEDS_DETERMINER and before not in _DETERMINERS:
                continue
            if low in ("separate", "different") and before not in ("a", "the"):
                continue
            places = occasions.PLACES if low in ("separate", "different") else frozenset()
            for ahead in range(at + 1, min(at + 5, len(lows))):
                if (
                    (lows[ahead] in occasions.EVENT_NOUNS and lows[ahead + 1 : ahead + 2] not in _COUNTS)
                    or lows[ahead] in places
                    or (ahead == at + 1 and lows[ahead] in occasions.OF_ITS_LIKE)
                ):
                    return at - 1 if before in occasions.DEFINITE else at, ahead + 1
                if not lows[ahead].isalpha() or lows[ahead] in _NO_MORE_OF_IT:
                    break
        return None

    @once
    def several(self) -> tuple[int, int] | None:
        """The words that count this event among others: *the second fatal shooting*, *one of three accidents*."""
        lows = self.lows
        for at, low in enumerate(lows):
            if _IS_ORDINAL[low]:
                counted = lows[at + 1 : at + 2] not in (["-"], ["degree"])
            else:
                counted = low == "of" and at > 0 and lows[at - 1] == "one" and _is_number(lows, at + 1)
            if not counted:
                continue
            for ahead in range(at + 1, min(at + 5, len(lows))):
                if lows[ahead] in occasions.EVENT_NOUNS:
                    return at - 1 if low == "of" else at, ahead + 1
                if not lows[ahead].isalpha():
                    break
        return None

    def captioned(self, mention: Mention) -> str | None:
        """The title of a video or gallery that stands in a page's running text: *Watch video: Fatal crash in Orle*."""
        start = min(mention.first, mention.trigger)
        for at in range(start - 1, max(LABELLED_FROM, start - NEAR - 1), -1):
            if self.lows[at] == ":" and self.lows[at - 1] in occasions.LABELS:
                return self.words(at + 1, max(mention.last, mention.trigger + 1))
        return None

    @once
    def looks_back(self) -> bool:
        """Whether it goes on from what was told before: *It ...*, *In that attack ...*, *... at the time*."""
        lows = self.lows
        if "time" in lows and any(
            lows[at] == "time" and lows[at - 1] in ("the", "that") and lows[at - 2] == "at"
            for at in range(2, len(lows))
        ):
            return True
        at = next((place for place, low in enumerate(lows[:3]) if low[:1].isalpha()), 0)
        while at < min(3, len(lows)) and lows[at] in occasions.BEFORE_ANAPHORA:
            at += 1
        if at >= len(lows):
            return False
        if lows[at] in occasions.ANAPHORA:
            return True
        nouns = lows[at + 1 : at + 3]
        if "toll" in lows[at + 1 : at + 4]:
            return False  # *The death toll* is of what the article is about
        return lows[at] in occasions.ANAPHORIC_DETERMINERS and any(low in occasions.EVENT_NOUNS for low in nouns)

    def _are_the_others(self, at: int) -> bool:
        """*the third such bombing this month; the other two killed 25*: events told of by their number alone."""
        lows = self.lows
        if lows[at - 1] != "the" or not _is_number(lows, at + 1) or _DID.isdisjoint(lows[at + 2 : at + 3]):
            return False
        return _is_number(lows, at + 3) and not occasions.EVENT_NOUNS.isdisjoint(lows[:at])

    @once
    def is_current(self) -> bool:
        """Whether it speaks of the days around the article."""
        return any(is_of_these_days(when) for when in self.whens)

    def governing(self, mention: Mention) -> list[When]:
        """The times that govern a figure, the nearest first.

        Those of its clause; else those of what its relative clause hangs on (*the raid last year, in which 12 died*);
        else one that opens the sentence.
        """
        if not self.whens:
            return []
        if mention not in self._governing:
            self._governing[mention] = self._find_governing(mention)
        return self._governing[mention]

    def _find_governing(self, mention: Mention) -> list[When]:
        first = min(mention.clause_first, mention.first, mention.trigger)
        last = self._clause_end(max(mention.clause_last, mention.last, mention.trigger + 1))
        inside = [when for when in self.whens if first <= when.first < last and self._reaches(mention, when)]
        if inside:
            return sorted(inside, key=lambda when: _distance(mention, when))
        told = self._told_by_cause(last)
        if told:
            return told
        start = min(mention.first, mention.trigger)
        hangs = next(
            (at for at in range(start - 1, max(-1, start - 7), -1) if self.lows[at] in occasions.RELATIVES), None
        )
        if hangs is None and self._goes_on(mention):
            hangs = start - 1
        if hangs is None and first and self.lows[first - 1] == "when":
            hangs = first - 1
        told = [when for when in self.whens if hangs is not None and 0 <= hangs - when.last <= 2]
        told = [  # *since October 1918, when*: a point, where it governs what happened then
            when._replace(reach=Reach.POINT) if when.reach is Reach.SPAN and when.ago is not None else when
            for when in told
        ]
        return told or [when for when in self.whens if when.first <= 3 and when.first < first][:1]

    def _told_by_cause(self, at: int) -> list[When]:
        """The times of the clause that tells how it came about: *12 died when a ferry sank in 2018*."""
        if self.lows[at : at + 1] != ["when"]:
            return []
        end = next((place for place in range(at + 1, len(self.lows)) if self.lows[place] in _CAUSE_ENDS), at)
        return [when for when in self.whens if at < when.first < end]

    def is_of_another_verb(self, mention: Mention, when: When) -> bool:
        """*was convicted in March of the murder*: the time of the verdict, not of the deed."""
        if when.last <= mention.trigger and self._goes_on(mention):
            return False
        for at in range(when.first - 1, max(-1, when.first - 4), -1):
            if at == mention.trigger:
                return False
            if self.lows[at] in occasions.OTHER_VERBS:
                return True
        return False

    def is_first_of_two(self, when: When) -> bool:
        """*between 27 June and 18 August*: the second tells how far back it lies."""
        opens = when.first > 0 and self.lows[when.first - 1] in ("between", "from")
        return opens and any(0 < other.first - when.last <= 2 for other in self.whens)

    def is_counted_back(self, when: When) -> bool:
        """*four days earlier*: counted back from the event, not from the article."""
        back = self.lows[when.last - 1] in ("earlier", "before", "previously")
        back = back or self.lows[when.first] in ("previous", "preceding")
        return back and when.reach is Reach.POINT and bool(when.ago)

    def is_absorbed(self, when: When) -> bool:
        """Whether a stretch of time belongs to a comparison: *the worst attack since 2001*, *the first in a year*."""
        before = self.lows[max(0, when.first - 9) : when.first]
        return when.reach is Reach.SPAN and any(low in occasions.COMPARISONS for low in before)

    def spans_affair(self, when: When) -> bool:
        """Whether *since the ...* reaches back to the start of something long: a war, a year, a conflict."""
        ahead = self.lows[when.first : when.last + 5]
        if any(low in occasions.LONG_AFFAIRS for low in ahead):
            return True
        return ahead[:1] != ["since"] or any(low in occasions.BEGINNINGS for low in ahead)

    def naming(self, when: When) -> str:
        """The words that name an event by its time: with the noun after it (*the 2004 tsunami*), or what it spans."""
        end = when.last
        if when.reach is Reach.POINT:
            return self.words(
                when.first, end + 1 if self.lows[end : end + 1] and self.lows[end] in occasions.EVENT_NOUNS else end
            )
        while end < min(when.last + 6, len(self.lows)) and (self.lows[end].isalnum() or self.lows[end] == "'s"):
            end += 1
        return self.words(when.first, end)

    def set_apart(self, mention: Mention) -> tuple[int, int] | None:
        """The words of a figure's own clause that name another event."""
        if self.other is None:
            return None
        first, last = self.other
        if not mention.clause_first <= first < mention.clause_last and first > 4:
            return None
        end = max(mention.last, mention.trigger + 1)
        opens = first - (self.lows[first - 1] in occasions.INDEFINITE)
        if first >= end and (first - end > NEAR or self.lows[opens - 1] not in occasions.BEFORE_ANAPHORA):
            return None
        return first, last

    def protested(self, mention: Mention) -> str | None:
        """The words for what others protest over: *a riot over the death of a man*."""
        lows = self.lows
        start = min(mention.first, mention.trigger)
        for at in range(max(1, start - NEAR), start):
            if lows[at] == "over" and lows[at - 1] in occasions.PROTESTS:
                return self.words(at + 1, max(mention.last, mention.trigger + 1))
        return None

    def lasting(self, mention: Mention) -> str | None:
        """The words for a stretch of days that has cost so many: *13 days of shelling, which has claimed 660 lives*."""
        lows = self.lows
        start = min(mention.first, mention.trigger)
        for at in range(max(0, start - LONG), start - 2):
            days = lows[at] in _DAYS and lows[at + 1] == "of" and (at == 0 or _is_number(lows, at - 1))
            if days and not occasions.PERFECT.isdisjoint(lows[at:start]):
                return self.words(max(0, at - 1), at + 3)
        return None

    def _goes_on(self, mention: Mention) -> bool:
        """Whether a participle goes on from the clause before: *was jailed in 1998 after injuring a guard*."""
        before = self.lows[min(mention.first, mention.trigger) - 1]
        return self.lows[mention.trigger].endswith("ing") and before in occasions.MEANWHILE

    def _clause_end(self, last: int) -> int:
        """The end of a clause, with what it did meanwhile: *shot a man while robbing a bank in 2004*."""
        lows = self.lows
        if lows[last : last + 1] not in (["while"], ["when"]) or not "".join(lows[last + 1 : last + 2]).endswith("ing"):
            return last
        last += 2
        while last < len(lows) and lows[last].isalnum():
            last += 1
        return last

    def _reaches(self, mention: Mention, when: When) -> bool:
        """Whether nothing between a figure and a time after it begins another statement: *, pushing the toll ...*."""
        if self._is_in_aside(mention, when):
            return False
        start = max(mention.trigger + 1, mention.last)
        if when.reach is Reach.SPAN and "had" in self.lows[start : when.first]:
            return False  # *killed two men whom they had held since January*
        for at in range(start, when.first):
            low = self.lows[at]
            if low in occasions.TOTAL_VERBS or low in occasions.AFTERMATHS or low == "where":
                return False
            if low == "," and self.lows[at + 1] in occasions.RELATIVES:
                return False
            if low == "," and mention.names and self._held_office(at, when.first):
                return False
        return True

    def _is_in_aside(self, mention: Mention, when: When) -> bool:
        """Whether a time is told of the person alone: *Roe, envoy to Velm in the years to 1986, was murdered*."""
        if not mention.last + NEAR <= when.first < mention.trigger or self.lows[mention.last] != ",":
            return False
        return bool(mention.names) and "," in self.lows[when.last : mention.trigger]

    def _held_office(self, at: int, end: int) -> bool:
        """Whether a comma opens what office someone held at a time: *Roe, mayor of Dover in 1984*."""
        lows = self.lows[at + 1 : end]
        return "," not in lows and not AUTHORITY_OFFICES.isdisjoint(lows[:3])


def is_of_these_days(when: When) -> bool:
    """Whether a time lies within the days around the article."""
    return when.reach is Reach.POINT and when.ago is not None and when.ago <= CURRENT


def is_newest(lows: Sequence[str]) -> bool:
    """Whether a sentence brings the newest of events: *yet another fire*, *this time the fire was at a mill*."""
    if "another" not in lows and "time" not in lows:
        return False
    at = next((at for at, opened in enumerate(pairwise(lows)) if opened in _NEWEST), len(lows))
    return not occasions.EVENT_NOUNS.isdisjoint(lows[at + 2 : at + 2 + NEAR])


def _distance(mention: Mention, when: When) -> int:
    if when.first >= mention.trigger:
        return when.first - max(mention.trigger, mention.last - 1)
    return min(mention.first, mention.trigger) - when.last + 1


def _is_number(lows: Sequence[str], at: int) -> bool:
    return at < len(lows) and (lows[at].isdigit() or lows[at] in SMALL_NUMBERS)
