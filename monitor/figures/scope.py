"""Which event a figure is of: the article's own, another or past one, or nothing that happened.

Scope belongs to the clause that holds the figure, not to its sentence. Time is measured against the article's own time;
where the article itself tells of an old event, as a court report does, that event's time is its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from monitor.figures.document import Document, Mention, Placement, Sentence
from monitor.figures.en import occasions
from monitor.figures.en.times import SMALL_NUMBERS, UNITS, OwnTime, Reach, When, own_time, whens
from monitor.model import Modifier, Scope

RECENT = 45  # days within which a report still counts as of its own event unless other words set it apart
RECENT_OTHERS = 20  # days: the same for persons whom the lead does not name, where the lead names others
SAME_SPAN = 10  # days: a count over so short a stretch is of the event itself
SWEEPING = 5000  # persons: a number so large, told in passing and of no sudden disaster, sums up a history
SWEEPING_AFFAIR = 500  # persons: the same, told of a war or of fighting
NEAR = 4  # words from a figure to the words after it that set its event apart
LEAD = 3  # sentences, the title among them, that tell what the article is about
CARRIED = 3  # sentences over which a pronoun keeps pointing at an event told before

_EVENT = Placement(Scope.EVENT, None)
_HYPOTHETICAL = Placement(Scope.HYPOTHETICAL, None)


def place(document: Document, mentions: Sequence[Mention]) -> list[Placement]:
    """Say of each mention which event it is of, in the order of the mentions."""
    reading = _Reading(document, mentions)
    stated: dict[tuple[int, int, str], Placement] = {}
    placed = []
    for mention in mentions:
        place = reading.placement(mention)
        statement = (mention.sentence, mention.trigger, mention.kind)
        placed.append(place if place.scope is not Scope.EVENT else stated.get(statement, place))
        stated.setdefault(statement, placed[-1])
    return placed


class _Sight:
    """What one sentence tells of times and other events."""

    def __init__(self, sentence: Sentence, own: OwnTime | None) -> None:
        self.tokens = sentence.tokens
        self.paragraph = sentence.paragraph
        self.lows = [token.low for token in sentence.tokens]
        self.whens = whens(sentence.tokens, own)

    def words(self, first: int, last: int) -> str:
        """The words from one token up to another, as text."""
        return " ".join(token.text for token in self.tokens[first:last])

    @cached_property
    def other(self) -> tuple[int, int] | None:
        """The words that name another event: *the last big quake*, *a separate attack*, *a previous arrest*."""
        lows = self.lows
        for at, low in enumerate(lows):
            if low not in occasions.OTHER_DETERMINERS:
                continue
            before = lows[at - 1] if at else ""
            if low in ("other", "recent", "last", "past", "similar", "different", "former", "older") and before not in (
                "the", "a", "in", "his", "her", "their", "its", "that", "two", "three", "of",
            ):  # fmt: skip
                continue
            if low in ("separate", "different") and before not in ("a", "in", "the"):
                continue
            for ahead in range(at + 1, min(at + 5, len(lows))):
                if lows[ahead] in occasions.EVENT_NOUNS:
                    return at - 1 if before in occasions.DEFINITE else at, ahead + 1
                if not lows[ahead].isalpha() or lows[ahead] in occasions.LINKS:
                    break
        return None

    @cached_property
    def several(self) -> tuple[int, int] | None:
        """The words that count this event among others: *the second fatal shooting*, *one of three accidents*."""
        lows = self.lows
        for at, low in enumerate(lows):
            counted = low in occasions.ORDINALS or (low[0].isdigit() and low.endswith(("nd", "rd", "th")))
            counted = counted and lows[at + 1 : at + 2] not in (["-"], ["degree"])
            if not counted and not (low == "of" and at and lows[at - 1] == "one" and _is_number(lows, at + 1)):
                continue
            for ahead in range(at + 1, min(at + 5, len(lows))):
                if lows[ahead] in occasions.EVENT_NOUNS:
                    return at - 1 if low == "of" else at, ahead + 1
                if not lows[ahead].isalpha():
                    break
        return None

    @cached_property
    def looks_back(self) -> bool:
        """Whether it opens on something told before: *It ...*, *In that attack ...*."""
        lows = self.lows
        if any(
            lows[at : at + 2] in (["the", "time"], ["that", "time"]) and lows[at - 1] == "at"
            for at in range(1, len(lows))
        ):
            return True
        at = next((i for i, low in enumerate(lows[:3]) if low[:1].isalpha()), 0)
        while at < min(3, len(lows)) and lows[at] in occasions.BEFORE_ANAPHORA:
            at += 1
        if at >= len(lows):
            return False
        if lows[at] in occasions.ANAPHORA:
            return True
        return lows[at] in occasions.ANAPHORIC_DETERMINERS and any(
            low in occasions.EVENT_NOUNS for low in lows[at + 1 : at + 3]
        )

    @cached_property
    def is_current(self) -> bool:
        """Whether it speaks of the days around the article."""
        return any(when.reach is Reach.POINT and when.ago is not None and when.ago <= SAME_SPAN for when in self.whens)


class _Reading:
    """One document's sentences as far as they have been looked at, and what its own event's times are."""

    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        self.document = document
        self.own = own_time(document)
        self._sights: dict[int, _Sight] = {}
        self._placed: dict[int, list[Placement]] = {}
        self.lead = _lead(document)
        self.is_court = any(token.low in occasions.COURT for at in self.lead for token in document.sentences[at].tokens)
        self.leading = [mention for mention in mentions if mention.sentence in self.lead]
        self.led = [(mention.kind, mention.quantity.low or 0) for mention in mentions if mention.sentence in self.lead]
        self.triggers: dict[tuple[int, str], list[int]] = {}
        for mention in mentions:
            self.triggers.setdefault((mention.sentence, mention.kind), []).append(mention.trigger)
        self.led_names = {name for mention in mentions if mention.sentence in self.lead for name in mention.names}
        self.is_current = any(self.sight(at).is_current for at in self.lead)
        self.own_times = self._times_of_its_own(mentions)

    def placement(self, mention: Mention) -> Placement:
        placed = self._placement(mention)
        self._placed.setdefault(mention.sentence, []).append(placed)
        return placed

    def sight(self, sentence: int) -> _Sight:
        if sentence not in self._sights:
            self._sights[sentence] = _Sight(self.document.sentences[sentence], self.own)
        return self._sights[sentence]

    def _placement(self, mention: Mention) -> Placement:
        sight = self.sight(mention.sentence)
        if _is_hypothetical(sight, mention):
            return _HYPOTHETICAL
        if self._is_sweeping(sight, mention):
            return Placement(Scope.BACKGROUND, None)
        named = (
            _one_of_several(sight, mention)
            or self._running(sight, mention)
            or self._past(sight, mention)
            or self._compared(mention)
            or self._set_apart(sight, mention)
        )
        if named is None:
            named = self._after_several(sight, mention)
        if named is None and not self._tells_its_time(sight, mention):
            named = self._carried(mention)
        return _EVENT if named is None else Placement(Scope.BACKGROUND, named)

    def _is_sweeping(self, sight: _Sight, mention: Mention) -> bool:
        """A number without time or place that sums up a whole history: *70,000 deaths*, *have killed many judges*."""
        size = mention.quantity
        if mention.sentence in self.lead or size.low is None:
            return False
        of_affair = any(low in occasions.LONG_AFFAIRS for low in sight.lows[: mention.trigger])
        enough = SWEEPING_AFFAIR if of_affair else SWEEPING
        if size.low >= enough and not any(low in occasions.SUDDEN for low in sight.lows):
            return not any(10 * told >= size.low for kind, told in self.led if kind == mention.kind)
        return size.modifier is Modifier.VAGUE and any(
            low in ("has", "have") for low in sight.lows[max(0, mention.trigger - 3) : mention.trigger]
        )

    @staticmethod
    def _is_court(sentences: Iterable[Sentence]) -> bool:
        """Whether sentences speak of a trial, an inquiry or a day of remembrance, whose event may be years old."""
        return any(token.low in occasions.COURT for sentence in sentences for token in sentence.tokens)

    def _after_several(self, sight: _Sight, mention: Mention) -> str | None:
        """Someone not told of before, after words that count other events: *It was one of three accidents. A woman ...*."""
        opening = sight.lows[mention.first]
        if opening not in ("a", "an") and not any(
            name in sight.words(mention.first, mention.last) for name in mention.names
        ):
            return None
        if mention.sentence in self.lead or any(name in self.led_names for name in mention.names):
            return None
        for before in range(mention.sentence - 1, max(mention.sentence - 1 - CARRIED, 0), -1):
            earlier = self.sight(before)
            if earlier.several is not None and before not in self.lead:
                return earlier.words(*earlier.several)
        return None

    def _times_of_its_own(self, mentions: Sequence[Mention]) -> list[When]:
        """The past times of the event that the article is about."""
        leading = self.leading
        found: list[When] = []
        first = -1
        for mention in leading:
            if not found or mention.sentence == first:
                first = mention.sentence
                found += self._times_it_tells(mention, leading)
        if not found and (self.is_court or not leading):
            found = [when for at in sorted(self.lead) for when in self._stated(at)]
        if found:
            return found
        told_now = [mention for mention in leading if not self._past_whens(self.sight(mention.sentence), mention)]
        dated = self.own is not None and self.own.day is not None
        if dated and (not self.is_court or not (leading or self._is_court(self.document.sentences[:1]))):
            return self._times_told_later(told_now, mentions)
        for mention in mentions:
            times = self._past_whens(self.sight(mention.sentence), mention)
            if times and self._may_be_its_own(mention, told_now) and not self._compared(mention):
                return times
        return []

    def _times_it_tells(self, mention: Mention, leading: Sequence[Mention]) -> list[When]:
        """The past times of a figure in the lead, unless it tells another figure of these days."""
        times = self._past_whens(self.sight(mention.sentence), mention)
        if not times or self._compared(mention):
            return []
        beside = (other for other in leading if other.kind == mention.kind and other.quantity != mention.quantity)
        return [] if any(not self._past_whens(self.sight(other.sentence), other) for other in beside) else times

    def _stated(self, sentence: int) -> list[When]:
        sight = self.sight(sentence)
        return [when for when in sight.whens if self._is_past(when) and not _absorbed(sight, when)]

    def _may_be_its_own(self, mention: Mention, leading: Sequence[Mention]) -> bool:
        """Whether a figure told later with its time can be the one that the lead tells without."""
        if not self.led:
            return True
        return any(
            mention.kind == told.kind
            and mention.quantity == told.quantity
            and (not mention.names or not told.names or bool(set(mention.names) & set(told.names)))
            for told in leading
        )

    def _times_told_later(self, leading: Sequence[Mention], mentions: Sequence[Mention]) -> list[When]:
        """The time of a figure that the lead gives without one and that is told again with it."""
        found: list[When] = []
        named = {(mention.kind, name) for mention in leading for name in mention.names}
        for mention in mentions:
            if mention.sentence not in self.lead and any((mention.kind, name) in named for name in mention.names):
                found += self._past_whens(self.sight(mention.sentence), mention)
        return found

    def _is_past(self, when: When, since: int = RECENT) -> bool:
        return when.reach is Reach.POINT and when.ago is not None and when.ago > since

    def _past_whens(self, sight: _Sight, mention: Mention) -> list[When]:
        """The past times of a mention, up to the first that is of the days around the article."""
        found: list[When] = []
        for when in _whens_of(sight, mention):
            if when.reach is Reach.POINT and when.ago is not None and when.ago <= SAME_SPAN and when.first > 3:
                break
            if _is_first_of_two(sight, when) or _is_of_another_verb(sight, mention, when):
                continue
            if self._is_past(when, self._recent(mention)) and not _absorbed(sight, when):
                found.append(when)
        return found

    def _recent(self, mention: Mention) -> int:
        """How many days back still belong to the event: fewer where the lead tells another figure of these days."""
        if mention.sentence in self.lead or not self.is_current or not self.led:
            return RECENT
        told = any(name in self.led_names for name in mention.names) or self._may_be_its_own(mention, self.leading)
        return RECENT if told else RECENT_OTHERS

    def _is_own(self, when: When) -> bool:
        for own in self.own_times:
            if own.year is not None and when.year is not None:
                if own.year == when.year and (
                    own.month is None or when.month is None or abs(own.month - when.month) <= 1
                ):
                    return True
            elif own.ago is not None and when.ago is not None and abs(own.ago - when.ago) <= max(31, own.ago // 8):
                return True
        return False

    def _running(self, sight: _Sight, mention: Mention) -> str | None:
        """A count over a stretch of time, or of what keeps happening."""
        for when in _whens_of(sight, mention):
            if when.reach is Reach.POINT or _absorbed(sight, when):
                continue
            if when.reach is Reach.SPAN:
                if when.ago is not None and when.ago <= SAME_SPAN:
                    continue
                if when.ago is None and when.year is None and not _spans_affair(sight, when):
                    continue
            return sight.words(when.first, _to_clause_end(sight, when.last))
        return None

    def _past(self, sight: _Sight, mention: Mention) -> str | None:
        for when in _whens_of(sight, mention):
            if _is_before_it(sight, when) and not self._is_led(mention):
                return sight.words(when.first, when.last)
        for when in self._past_whens(sight, mention):
            if not self._is_own(when):
                return _naming(sight, mention, when)
        return None

    def _compared(self, mention: Mention) -> str | None:
        """Whether the figure only measures this event by another.

        *the worst since 2001, when 45 died*; *the third such attack, after 12 died in March*; *a week after 12 died*.
        """
        sight = self.sight(mention.sentence)
        lows = sight.lows
        start = min(mention.first, mention.trigger)
        for at in range(max(0, start - 12), start):
            if lows[at] in ("when", "where") and at and _comparison_before(lows, at):
                return sight.words(max(0, at - 4), at)
            if lows[at] == "after" and (_is_measured(lows, at) or self._comes_after(mention, at)):
                return sight.words(at, min(len(lows), mention.last))
            if any(tuple(lows[at : at + len(phrase)]) == phrase for phrase in occasions.LIKENESSES):
                return sight.words(at, min(len(lows), mention.last))
        return None

    def _comes_after(self, mention: Mention, at: int) -> bool:
        """*His death came a day after*: a figure told before is set in time by the other event."""
        before = self.sight(mention.sentence).lows[max(0, at - 6) : at]
        if not any(low in UNITS and UNITS[low] for low in before) or not any(
            low in occasions.HAPPENS for low in before
        ):
            return False
        return any(trigger < at for trigger in self.triggers.get((mention.sentence, mention.kind), ()))

    def _is_led(self, mention: Mention) -> bool:
        """Whether the lead tells the mention itself or its persons."""
        return mention.sentence in self.lead or any(name in self.led_names for name in mention.names)

    def _set_apart(self, sight: _Sight, mention: Mention) -> str | None:
        """Words of the clause itself that name another event."""
        if sight.other is None:
            return None
        first, last = sight.other
        if not mention.clause_first <= first < mention.clause_last and first > 4:
            return None
        start, end = min(mention.first, mention.trigger), max(mention.last, mention.trigger + 1)
        if first >= end and (first - end > NEAR or sight.lows[first - 1] not in occasions.BEFORE_ANAPHORA):
            return None
        if mention.sentence in self.lead and sight.lows[first] not in occasions.OTHER_ONES:
            return None
        return sight.words(first, last)

    def _tells_its_time(self, sight: _Sight, mention: Mention) -> bool:
        return (
            any(when.reach is Reach.POINT and when.ago is not None for when in _whens_of(sight, mention))
            or sight.is_current
        )

    def _carried(self, mention: Mention) -> str | None:
        """The other event that the sentences before tell of, where this one only goes on."""
        if mention.sentence in self.lead:
            return None
        at = mention.sentence
        sentences = self.document.sentences
        for _ in range(CARRIED):
            sight = self.sight(at)
            before = at - 1
            if (
                before < 0
                or sentences[before].paragraph < 0
                or sentences[at].paragraph - sentences[before].paragraph > 1
            ):
                return None
            same_paragraph = sentences[at].paragraph == sentences[before].paragraph
            if not sight.looks_back and not same_paragraph:
                return None
            named = self._named_background(before, loosely=sight.looks_back)
            if named is not None:
                return named
            if self.sight(before).is_current:
                return None
            at = before
        return None

    def _named_background(self, sentence: int, *, loosely: bool) -> str | None:
        """The other event that a whole sentence is about."""
        placed = self._placed.get(sentence)
        if placed:
            return placed[-1].refers_to if all(one.scope is Scope.BACKGROUND for one in placed) else None
        if not loosely:
            return None
        sight = self.sight(sentence)
        if sight.is_current:
            return None
        for when in sight.whens:
            if self._is_past(when) and not self._is_own(when) and not _absorbed(sight, when):
                return sight.words(when.first, when.last)
        if sight.other is not None and sentence not in self.lead:
            return sight.words(*sight.other)
        return None


def _is_number(lows: Sequence[str], at: int) -> bool:
    return at < len(lows) and (lows[at].isdigit() or lows[at] in SMALL_NUMBERS)


def _one_of_several(sight: _Sight, mention: Mention) -> str | None:
    if sight.several is None or not sight.several[0] <= mention.trigger < sight.several[1]:
        return None
    return sight.words(*sight.several)


def _lead(document: Document) -> frozenset[int]:
    """The sentences that tell what an article is about: its title and the first two of its text."""
    return frozenset(
        range(
            min(
                LEAD if document.sentences and document.sentences[0].paragraph < 0 else LEAD - 1,
                len(document.sentences),
            )
        )
    )


def _whens_of(sight: _Sight, mention: Mention) -> list[When]:
    """The times that govern a mention: those of its clause, else one that opens the sentence; the nearest first."""
    first = min(mention.clause_first, mention.first, mention.trigger)
    last = _clause_end(sight, max(mention.clause_last, mention.last, mention.trigger + 1))
    inside = [when for when in sight.whens if first <= when.first < last and _reaches(sight, mention, when)]
    if inside:
        return sorted(inside, key=lambda when: _distance(mention, when))
    before = _antecedent(sight, min(mention.first, mention.trigger))
    told = [when for when in sight.whens if before is not None and 0 <= before - when.last <= 2]
    return told or [when for when in sight.whens if when.first <= 3 and when.first < first][:1]


def _clause_end(sight: _Sight, last: int) -> int:
    """The end of a clause, with what it did meanwhile: *shot a man while robbing a bank in 2004*."""
    lows = sight.lows
    if (
        lows[last : last + 1] not in (["while"], ["when"])
        or not lows[last + 1 : last + 2]
        or not lows[last + 1].endswith("ing")
    ):
        return last
    last += 2
    while last < len(lows) and lows[last].isalnum():
        last += 1
    return last


def _antecedent(sight: _Sight, start: int) -> int | None:
    """Where the relative clause that a mention opens hangs on what stands before it: *the raid last year, in which 12 died*."""
    return next((at for at in range(start - 1, max(-1, start - 5), -1) if sight.lows[at] in occasions.RELATIVES), None)


def _distance(mention: Mention, when: When) -> int:
    if when.first >= mention.trigger:
        return when.first - max(mention.trigger, mention.last - 1)
    return min(mention.first, mention.trigger) - when.last + 1


def _reaches(sight: _Sight, mention: Mention, when: When) -> bool:
    """Whether nothing between a mention and a time after it begins another statement: *, pushing the toll ...*."""
    for at in range(max(mention.trigger + 1, mention.last), when.first):
        low = sight.lows[at]
        if low in occasions.TOTAL_VERBS or low in occasions.AFTERMATHS:
            return False
        if low == "," and at + 1 < len(sight.lows) and sight.lows[at + 1] in occasions.RELATIVES:
            return False
    return True


def _is_before_it(sight: _Sight, when: When) -> bool:
    """*four days earlier*: counted back from the event, not from the article."""
    return (
        when.reach is Reach.POINT
        and bool(when.ago)
        and sight.lows[when.last - 1] in ("earlier", "before", "previously")
    )


def _is_of_another_verb(sight: _Sight, mention: Mention, when: When) -> bool:
    """*was convicted in March of the murder*: the time of the verdict, not of the deed."""
    for at in range(when.first - 1, max(-1, when.first - 4), -1):
        if at == mention.trigger:
            return False
        if sight.lows[at] in occasions.COURT_VERBS:
            return True
    return False


def _is_first_of_two(sight: _Sight, when: When) -> bool:
    """*between 27 June and 18 August*: the second tells how far back it lies."""
    return (
        when.first > 0
        and sight.lows[when.first - 1] in ("between", "from")
        and any(0 < other.first - when.last <= 2 for other in sight.whens)
    )


def _absorbed(sight: _Sight, when: When) -> bool:
    """Whether a time belongs to a comparison: *the worst attack since 2001*, *the first in three years*."""
    reach = sight.lows[max(0, when.first - 9) : when.first]
    return when.reach is Reach.SPAN and any(low in occasions.COMPARISONS for low in reach)


def _spans_affair(sight: _Sight, when: When) -> bool:
    """Whether *since the ...* reaches back to the start of something long: a war, a year, a conflict."""
    ahead = sight.lows[when.first : when.last + 5]
    if any(low in occasions.LONG_AFFAIRS for low in ahead):
        return True
    return ahead[:1] != ["since"] or any(low in ("beginning", "start", "outbreak", "year", "century") for low in ahead)


def _to_clause_end(sight: _Sight, at: int) -> int:
    end = at
    while end < min(at + 6, len(sight.lows)) and (sight.lows[end].isalnum() or sight.lows[end] == "'s"):
        end += 1
    return end


def _naming(sight: _Sight, mention: Mention, when: When) -> str:
    """The words that name a past event: the time, with the noun that it stands before (*the 2004 tsunami*)."""
    after = sight.lows[when.last] if when.last < len(sight.lows) else ""
    if after in occasions.EVENT_NOUNS:
        return sight.words(when.first, when.last + 1)
    return sight.words(when.first, when.last)


def _comparison_before(lows: Sequence[str], at: int) -> bool:
    return "since" in lows[max(0, at - 8) : at] and any(
        low in occasions.COMPARISONS for low in lows[max(0, at - 16) : at]
    )


def _is_measured(lows: Sequence[str], at: int) -> bool:
    """*the third such attack, after*."""
    before = lows[max(0, at - 6) : at]
    return "such" in before and any(low in occasions.COMPARISONS for low in before)


def _is_hypothetical(sight: _Sight, mention: Mention) -> bool:
    """Whether what is counted did not happen: a threat, a forecast, a condition, a plan."""
    lows = sight.lows
    trigger = mention.trigger
    clause = range(max(0, min(mention.clause_first, trigger)), trigger)
    if any(lows[at] in occasions.CONDITIONS and (at == 0 or lows[at - 1] not in ("as", "even")) for at in clause):
        return True
    if "there" in lows[max(0, mention.first - 5) : mention.first] and any(
        low in occasions.MODALS for low in lows[max(0, mention.first - 4) : mention.first]
    ):
        return True
    start = min(mention.first, trigger)
    if any(
        lows[at] == "to" and lows[at + 1] in occasions.BRINGING and not _really_done(lows, at)
        for at in range(max(0, start - 3), start - 1)
    ):
        return True
    at = trigger - 1
    later = False
    while at >= 0 and (lows[at] in occasions.BE_HAVE or lows[at].endswith("ly") or lows[at] in occasions.REALLY_LATER):
        later = later or lows[at] in occasions.REALLY_LATER
        if lows[at] in occasions.NARROWLY and at == trigger - 1:
            return True
        at -= 1
    if at < 0:
        return False
    if lows[at] in occasions.MODALS:
        return not later and lows[at] != "must"
    if (
        lows[at] == "to"
        and at < trigger - 1
        and lows[trigger] not in occasions.VERBAL_NOUNS
        and not lows[trigger].endswith("ing")
    ):
        return "have" not in lows[at:trigger] and not _really_done(lows, at)
    return any(
        lows[place] in occasions.ATTEMPTS and lows[place - 1] != "-" for place in (at, trigger - 1) if place >= 0
    )


def _really_done(lows: Sequence[str], at: int) -> bool:
    """Whether what follows *to* happened: *went on to kill*, *the third soldier to be killed*."""
    if at and lows[at - 1] in occasions.REAL_BEFORE_TO:
        return True
    return any(low in occasions.COMPARISONS for low in lows[max(0, at - 4) : at])
