"""Which event a figure is of: the article's own, another or past one, or nothing that happened.

Scope belongs to the clause that holds the figure, not to its sentence. Time is measured against the article's own time;
where the article itself tells of an old event, as a court report does, that event's time is its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from monitor.figures.document import Document, Mention, Placement
from monitor.figures.en import occasions
from monitor.figures.en.beside import is_lately, linked, of_many, points_at_event
from monitor.figures.en.comparisons import compared
from monitor.figures.en.dates import Reach, When
from monitor.figures.en.earlier_deeds import earlier_deed
from monitor.figures.en.elsewhere import elsewhere, places
from monitor.figures.en.hypotheticals import is_hypothetical
from monitor.figures.en.natures import is_set_elsewhere, natures, never_one, other_incident
from monitor.figures.en.sights import CURRENT, Sight, is_of_these_days
from monitor.figures.en.times import WEEKDAYS
from monitor.figures.once import once
from monitor.figures.scope_own import OwnEvent
from monitor.model import Modifier, Scope

SWEEPING = 5000  # persons: a number so large, told in passing and of no sudden disaster, sums up a history
SWEEPING_AFFAIR = 500  # persons: the same, told of a war or of fighting
LASTING = 366  # days: a report may be of what has gone on so long, where it opens with that
INCIDENT = 8  # words between what is told of people and the noun of the incident
CARRIED = 3  # sentences over which a pronoun keeps pointing at an event told before

_EVENT = Placement(Scope.EVENT, None)
_HYPOTHETICAL = Placement(Scope.HYPOTHETICAL, None)


def place(document: Document, mentions: Sequence[Mention]) -> list[Placement]:
    """Say of each mention which event it is of, in the order of the mentions.

    What one word states is of one event: where a word's first figure is not of the article's, its others are not.
    """
    reading = _Reading(document, OwnEvent(document, mentions))
    stated: dict[tuple[int, int, str], Placement] = {}
    placed = []
    for mention in mentions:
        found = reading.placement(mention)
        statement = (mention.sentence, mention.trigger, mention.kind)
        placed.append(found if found.scope is not Scope.EVENT else stated.get(statement, found))
        stated.setdefault(statement, placed[-1])
    return placed


class _Reading:
    """One document as it is gone through: what its own event is, and what was placed so far."""

    def __init__(self, document: Document, own: OwnEvent) -> None:
        self.document = document
        self.own = own
        self.placed: dict[int, list[Placement]] = {}
        self.others: set[tuple[str, int | None]] = set()
        self.counted: dict[str, dict[int, int]] = defaultdict(dict)
        self.most: dict[str, int] = {}
        self.most_beside: dict[str, dict[str, int]] = defaultdict(dict)
        self.to_note: dict[str, list[tuple[int, int]]] = defaultdict(list)

    @once
    def first_told(self) -> dict[str, int]:
        """The sentence in which each word of the document stands first."""
        first: dict[str, int] = {}
        for at, sentence in enumerate(self.document.sentences):
            for low in sentence.lows:
                first.setdefault(low, at)
        return first

    def placement(self, mention: Mention) -> Placement:
        found = self._placement(mention)
        self.placed.setdefault(mention.sentence, []).append(found)
        if found.scope is Scope.BACKGROUND and mention.victim is not None:
            self.others.add((mention.kind, mention.victim))
        if found.scope is Scope.EVENT and mention.quantity.low is not None:
            self._count(mention, mention.quantity.low)
        return found

    def _count(self, mention: Mention, size: int) -> None:
        """Remember how many a sentence gives of the event."""
        told = self.counted[mention.kind]
        told[mention.sentence] = max(size, told.get(mention.sentence, 0))
        self.most[mention.kind] = max(size, self.most.get(mention.kind, 0))
        self.to_note[mention.kind].append((mention.sentence, size))

    def _most_told_beside(self, kind: str, word: str) -> int:
        """The largest figure of the event so far that a sentence with this word gives; noted when first asked for."""
        beside = self.most_beside[kind]
        for sentence, size in self.to_note.pop(kind, ()):
            for low in self.document.sentences[sentence].lows:
                beside[low] = max(size, beside.get(low, 0))
        return beside.get(word, 0)

    def _placement(self, mention: Mention) -> Placement:
        sight = self.own.sight(mention.sentence)
        if is_hypothetical(sight.lows, mention):
            return _HYPOTHETICAL
        named = (
            sight.captioned(mention)
            or linked(sight, mention)
            or self._one_of_several(sight, mention)
            or earlier_deed(sight, mention, self.own.told_in(mention.sentence), past=bool(self.own.past_times(mention)))
            or self._running(sight, mention)
            or self._past(sight, mention)
            or self._lately(sight, mention)
            or self._recurring(sight, mention)
            or compared(sight, mention, self.own.beside(mention))
            or self._set_apart(sight, mention)
            or self._after_several(sight, mention)
            or sight.protested(mention)
            or self._elsewhere(sight, mention)
            or self._of_another_nature(sight, mention)
            or self._over_days(sight, mention)
        )
        if named is None and (self._is_sweeping(sight, mention) or self._is_of_another(mention)):
            return Placement(Scope.BACKGROUND, None)
        if named is None and not self._tells_its_time(sight, mention):
            named = self._carried(mention)
        return _EVENT if named is None else Placement(Scope.BACKGROUND, named)

    def _is_of_another(self, mention: Mention) -> bool:
        """Whether the newest event is told only later, or the person was told of before, in another event."""
        if self.own.is_led(mention):
            return False
        return (mention.kind, mention.victim) in self.others or self.own.is_overtaken(mention)

    def _is_sweeping(self, sight: Sight, mention: Mention) -> bool:
        """A number without time or place that sums up a whole history: *70,000 deaths*, *have killed many judges*."""
        size = mention.quantity
        of_affair = not occasions.LONG_AFFAIRS.isdisjoint(sight.lows[: mention.trigger])
        opens = mention.sentence == min(self.own.lead, default=0) if of_affair else mention.sentence in self.own.lead
        if opens or size.low is None:
            return False
        enough = SWEEPING_AFFAIR if of_affair else SWEEPING
        if size.low >= enough and not self.own.is_sudden and occasions.SUDDEN.isdisjoint(sight.lows):
            told = (one for one in self.own.leading if one.kind == mention.kind and one != mention)
            return not any(10 * (one.quantity.low or 0) >= size.low for one in told)
        before = sight.lows[max(0, mention.trigger - 3) : mention.trigger]
        return size.modifier is Modifier.VAGUE and not occasions.PERFECT.isdisjoint(before)

    def _one_of_several(self, sight: Sight, mention: Mention) -> str | None:
        """*the second fatal shooting this month*: the words count events, not who died in this one."""
        if sight.several is None or not sight.several[0] <= mention.trigger < sight.several[1]:
            return None
        return sight.words(*sight.several)

    def _running(self, sight: Sight, mention: Mention) -> str | None:
        """A count over a stretch of time, or of what keeps happening."""
        for when in sight.governing(mention):
            if when.reach is Reach.POINT or sight.is_absorbed(when):
                continue
            if when.reach is Reach.SPAN:
                if mention.quantity.low == mention.quantity.high == 1:
                    continue  # *has been held since his arrest*: one person is no running total
                if when.ago is not None and when.ago <= (
                    LASTING if when.year is None and self.own.opens(mention) else CURRENT
                ):
                    continue
                of_affair = sight.spans_affair(when) or self._is_of_long_affair(sight, mention)
                if when.ago is None and when.year is None and not of_affair:
                    continue
            return sight.naming(when)
        return None

    def _is_of_long_affair(self, sight: Sight, mention: Mention) -> bool:
        """*At least 900 have died in the conflict since March*: not where the report is of just that."""
        said = sight.lows[mention.clause_first : mention.clause_last]
        return mention.sentence not in self.own.lead and not occasions.LONG_AFFAIRS.isdisjoint(said)

    def _past(self, sight: Sight, mention: Mention) -> str | None:
        """A time that is not the event's."""
        if not self.own.is_led(mention):
            for when in sight.governing(mention):
                if sight.is_counted_back(when):
                    return sight.naming(when)
        for when in self.own.past_times(mention):
            if not self.own.is_at(when):
                return sight.naming(when)
        return None

    def _lately(self, sight: Sight, mention: Mention) -> str | None:
        """Another number of a week or a month back, beside the event's of these days: *Last week a bomb killed 20*."""
        if mention.quantity.low is None or not self.own.is_beside_now(mention) or points_at_event(sight, mention):
            return None
        for when in sight.governing(mention):
            if is_lately(sight, when) or (self._is_of_another_day(when, sight) and self._new_places(mention)):
                return sight.naming(when)
        return None

    def _is_of_another_day(self, when: When, sight: Sight) -> bool:
        """Whether a time is a day of the week, where the lead tells of another."""
        led = {low for at in self.own.lead for low in self.document.sentences[at].lows if low in WEEKDAYS}
        return bool(led) and sight.lows[when.first] in WEEKDAYS and sight.lows[when.first] not in led

    def _new_places(self, mention: Mention) -> list[tuple[int, int]]:
        """The words from a new incident to each place that was not named before."""
        first_told, lows = self.first_told, self.document.sentences[mention.sentence].lows
        found = elsewhere(self.document.sentences[mention.sentence], mention)
        return [(at, last) for at, last in found if first_told[lows[last - 1]] == mention.sentence]

    def _recurring(self, sight: Sight, mention: Mention) -> str | None:
        """More than the event's, told of many like it: *more than 200 people have been killed in bombings*."""
        led = [told.quantity.low for told in self.own.leading if told.kind == mention.kind and told.quantity.low]
        if self.own.is_led(mention) or not led or (mention.quantity.low or 0) <= 2 * max(led):
            return None
        told = of_many(sight, mention)
        lead = {low for at in self.own.lead for low in self.document.sentences[at].lows}
        return sight.words(*told) if told is not None and sight.lows[told[1] - 1] not in lead else None

    def _set_apart(self, sight: Sight, mention: Mention) -> str | None:
        """Words of the clause itself that name another event."""
        apart = sight.set_apart(mention)
        if apart is None or (mention.sentence in self.own.lead and not self._is_beside(mention, sight, apart)):
            return None
        return sight.words(*apart)

    def _is_beside(self, mention: Mention, sight: Sight, apart: tuple[int, int]) -> bool:
        """Whether the lead tells the event first, and then another one: *A bomb killed 12. A separate attack ...*."""
        told = sight.lows[apart[0] : apart[1]]
        if not occasions.EARLIER_ONES.isdisjoint(told):
            return True
        return self.own.leading[0].sentence < mention.sentence and not occasions.OTHER_ONES.isdisjoint(told)

    def _after_several(self, sight: Sight, mention: Mention) -> str | None:
        """Someone not told of before, after words that count events: *It was one of three accidents. A woman ...*."""
        if self.own.is_led(mention):
            return None
        told = sight.words(mention.first, mention.last)
        if sight.lows[mention.first] not in occasions.INDEFINITE and not any(name in told for name in mention.names):
            return None
        for before in range(mention.sentence - 1, max(mention.sentence - 1 - CARRIED, 0), -1):
            earlier = self.own.sight(before)
            if earlier.several is not None and before not in self.own.lead:
                return earlier.words(*earlier.several)
        return None

    def _elsewhere(self, sight: Sight, mention: Mention) -> str | None:
        """A smaller number than the event's, of an incident of its own at a place not named before."""
        if self.own.is_led(mention) or mention.quantity.low is None:
            return None
        size = mention.quantity.low
        if self.most.get(mention.kind, 0) <= size or self.counted[mention.kind].get(mention.sentence, 0) > size:
            return None
        for first, last in elsewhere(self.document.sentences[mention.sentence], mention):
            place = sight.lows[last - 1]
            if place not in self.own.lead_words and self._most_told_beside(mention.kind, place) <= size:
                return sight.words(first, last)
        return None

    def _of_another_nature(self, sight: Sight, mention: Mention) -> str | None:
        """*Floods killed 12 in the north; in the south a bus crash killed 9*: an incident of another kind and place."""
        own = self.own.natures
        if not own or not self.placed:
            return None
        lows = sight.lows
        first = max((at + 1 for at in range(mention.clause_first) if lows[at] == ";"), default=0)
        last = next((at for at in range(mention.clause_last, len(lows)) if lows[at] == ";"), len(lows))
        told = natures(lows[first:last])
        if not told or not own.isdisjoint(told):
            return None
        near = range(max(first, mention.trigger - INCIDENT), min(last, mention.trigger + INCIDENT))
        found = other_incident(lows, own, near)
        if found is None:
            return None
        if not self.own.is_led(mention) and never_one(own, lows[found[0] : found[1]]):
            return sight.words(*found)
        placed = (at for at in places(self.document.sentences[mention.sentence], first) if at < last)
        new = (lows[at] for at in placed if self.first_told[lows[at]] == mention.sentence)
        apart = is_set_elsewhere(lows, first, last) or any(low not in lows[:first] for low in new)
        return sight.words(*found) if apart else None

    def _over_days(self, sight: Sight, mention: Mention) -> str | None:
        """What many days together have cost, beside the event's own: *after 13 days of shelling, which has killed*."""
        if self.own.is_led(mention) or not self.counted[mention.kind]:
            return None
        return sight.lasting(mention)

    def _tells_its_time(self, sight: Sight, mention: Mention) -> bool:
        dated = any(when.reach is Reach.POINT and when.ago is not None for when in sight.governing(mention))
        return dated or any(is_of_these_days(when) for when in sight.whens)

    def _carried(self, mention: Mention) -> str | None:
        """The other event that the sentences before tell of, where this one only goes on."""
        if mention.sentence in self.own.lead:
            return None
        sentences = self.document.sentences
        at = mention.sentence
        for before in range(at - 1, max(-1, at - 1 - CARRIED), -1):
            apart = sentences[before + 1].paragraph - sentences[before].paragraph
            looks_back = self.own.sight(before + 1).looks_back
            if sentences[before].paragraph < 0 or apart > 1 or (apart and not looks_back):
                return None
            named = self._named_background(before, loosely=looks_back)
            if named is not None:
                return named
            if self.own.sight(before).is_current:
                return None
        return None

    def _named_background(self, sentence: int, *, loosely: bool) -> str | None:
        """The other event that a whole sentence is about."""
        placed = self.placed.get(sentence)
        if placed:
            return placed[-1].refers_to if all(one.scope is Scope.BACKGROUND for one in placed) else None
        sight = self.own.sight(sentence)
        if not loosely or sight.is_current:
            return None
        for when in self.own.stated_times(sentence):
            if not self.own.is_at(when):
                return sight.words(when.first, when.last)
        if sight.other is not None and sentence not in self.own.lead:
            return sight.words(*sight.other)
        return None
