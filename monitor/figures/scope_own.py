"""What an article's own event is, and when it was: told by its title and the sentences that open it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from monitor.figures.document import Document, Mention, Sentence
from monitor.figures.en import occasions
from monitor.figures.en.beside import is_lately
from monitor.figures.en.comparisons import compared
from monitor.figures.en.dates import OPENING, YEAR_DAYS, Reach, When, date_line, own_time
from monitor.figures.en.natures import natures, signs
from monitor.figures.en.sights import Sight, is_newest, is_of_these_days
from monitor.figures.once import once

RECENT = 45  # days within which a report still counts as of its own event unless other words set it apart
RECENT_OTHERS = 20  # days: the same for a figure that the lead does not tell, where the lead tells of these days
_OF_VERDICTS = occasions.COURT | occasions.OTHER_VERBS
LEAD = 2  # sentences of the text that, after the title, tell what the article is about


class OwnEvent:
    """The event that an article is about."""

    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        self._document = document
        self._mentions = mentions
        self._time = own_time(document)
        self._sights: dict[int, Sight] = {}
        self._newest: int | None = None
        self._past: dict[Mention, list[When]] = {}
        self._told_in: dict[int, list[Mention]] = defaultdict(list)
        self._beside: dict[tuple[int, str], list[Mention]] = defaultdict(list)
        for mention in mentions:
            self._beside[mention.sentence, mention.kind].append(mention)
            self._told_in[mention.sentence].append(mention)
        self.lead = _lead(document)
        self.leading = [mention for mention in mentions if mention.sentence in self.lead]
        self._led_names = {name for mention in self.leading for name in mention.names}
        self._is_current = any(self.sight(at).is_current for at in self.lead)
        self.is_sudden = not all(occasions.SUDDEN.isdisjoint(document.sentences[at].lows) for at in self.lead)
        self._is_court = _is_court(document.sentences[at] for at in sorted(self.lead))
        self._times = list(dict.fromkeys(self._find_times()))

    def sight(self, sentence: int) -> Sight:
        """What a sentence tells of times and other events, by its place in the document."""
        if sentence not in self._sights:
            self._sights[sentence] = Sight(self._document.sentences[sentence], self._time)
        return self._sights[sentence]

    @once
    def lead_words(self) -> frozenset[str]:
        """The words of the lead, in lower case."""
        return frozenset(low for at in self.lead for low in self._document.sentences[at].lows)

    @once
    def natures(self) -> frozenset[str]:
        """Of what natures it is, by the title, or else by the clause of the first figure."""
        title = (sentence.lows for sentence in self._document.sentences[:1] if sentence.paragraph < 0)
        found = natures(next(title, []))
        if found or not self._mentions:
            return found
        first = self._mentions[0]
        found = natures(self._document.sentences[first.sentence].lows[: first.clause_last])
        return found or signs(low for at in sorted(self.lead) for low in self._document.sentences[at].lows)

    def beside(self, mention: Mention) -> Sequence[Mention]:
        """The mentions of a mention's kind in its sentence, itself among them."""
        return self._beside[mention.sentence, mention.kind]

    def told_in(self, sentence: int) -> Sequence[Mention]:
        """The mentions of every kind in a sentence."""
        return self._told_in[sentence]

    def is_led(self, mention: Mention) -> bool:
        """Whether the lead tells the mention itself or its persons."""
        return mention.sentence in self.lead or not self._led_names.isdisjoint(mention.names)

    def is_beside_now(self, mention: Mention) -> bool:
        """Whether the lead, which is of these days, gives another number of the kind and does not tell this one."""
        if self.is_led(mention) or not self._is_current:
            return False
        told = [one for one in self.leading if one.kind == mention.kind and one.quantity.low is not None]
        if not told or _is_told_by(mention, told):
            return False
        return not any(
            is_lately(self.sight(one.sentence), when) for one in told for when in self.sight(one.sentence).whens
        )

    def opens(self, mention: Mention) -> bool:
        """Whether a mention is the first figure of the lead, and no other there is of its kind."""
        return self.leading[:1] == [told for told in self.leading if told.kind == mention.kind] == [mention]

    def is_overtaken(self, mention: Mention) -> bool:
        """Whether a later sentence brings the newest event, of which the lead, too, tells nothing of the kind."""
        if self._newest is None:
            found = (at for at, sentence in enumerate(self._document.sentences) if is_newest(sentence.lows))
            self._newest = next(found, 0)
        return mention.sentence < self._newest and not any(mention.kind == told.kind for told in self.leading)

    def past_times(self, mention: Mention) -> list[When]:
        """The past times that govern a mention, up to the first that is of the days around the article."""
        if mention not in self._past:
            self._past[mention] = self._find_past(mention)
        return self._past[mention]

    def stated_times(self, sentence: int) -> list[When]:
        """The past times that a sentence tells of anything."""
        sight = self.sight(sentence)
        return [when for when in sight.whens if _is_past(when, RECENT) and not sight.is_absorbed(when)]

    def is_at(self, when: When) -> bool:
        """Whether a past time is the event's own."""
        return any(_are_one(own, when) for own in self._times)

    def _find_past(self, mention: Mention) -> list[When]:
        sight = self.sight(mention.sentence)
        since = self._recent(mention)
        found: list[When] = []
        for when in sight.governing(mention):
            if is_of_these_days(when) and when.first > 3:
                break
            if sight.is_first_of_two(when) or sight.is_of_another_verb(mention, when):
                continue
            if _is_past(when, since) and not sight.is_absorbed(when):
                found.append(when)
        return found

    def _recent(self, mention: Mention) -> int:
        """How many days back still belong to the event: fewer where the lead tells another figure of these days."""
        others = [told for told in self.leading if told != mention]
        if not self._is_current or not others or _is_told_by(mention, others):
            return RECENT
        lately = self.is_led(mention) and not self._is_beside_one_of_now(mention)
        return RECENT if lately else RECENT_OTHERS

    def _is_beside_one_of_now(self, mention: Mention) -> bool:
        """Whether the lead gives a figure of these days before this one, or another of its kind anywhere."""
        return any(
            (told.sentence < mention.sentence or (told.kind == mention.kind and told.quantity != mention.quantity))
            and any(is_of_these_days(when) for when in self.sight(told.sentence).governing(told))
            for told in self.leading
        )

    def _find_times(self) -> list[When]:
        """The past times of the event: those of the figures in the lead, else those that they are told with later."""
        first = next((mention.sentence for mention in self.leading if self._tells_its_time(mention)), -1)
        found = [
            when
            for mention in self.leading
            if mention.sentence == first and self._tells_its_time(mention)
            for when in self.past_times(mention)
        ]
        is_of_now = any(self._is_of_now(mention) for mention in self.leading)
        if not found and not is_of_now and (self._is_court or not self.leading):
            found = [when for at in sorted(self.lead) for when in self.stated_times(at)]
        if found:
            return found
        told_now = [mention for mention in self.leading if not self.past_times(mention)]
        dated = self._time is not None and self._time.day is not None
        if dated and not (self._is_court and (self.leading or _is_court(self._document.sentences[:1]))):
            return self._times_told_later(told_now)
        for mention in self._mentions:
            of_a_kind = self._is_court and any(
                (mention.kind == told.kind or _are_others(mention)) and not self._is_of_now(told) for told in told_now
            )
            may_be = (not self.leading and not self._is_current) or of_a_kind or _is_told_by(mention, told_now)
            if may_be and self.past_times(mention) and not self._is_compared(mention):
                return self.past_times(mention)
        return []

    def _tells_its_time(self, mention: Mention) -> bool:
        """Whether a figure in the lead tells when the event was: not where another there is of these days."""
        if not self.past_times(mention) or self._is_compared(mention):
            return False
        if self._goes_back(mention) or self._is_after_today(mention):
            return False
        return not any(
            other.kind == mention.kind and other.quantity != mention.quantity and not self.past_times(other)
            for other in self.leading
        )

    def _goes_back(self, mention: Mention) -> bool:
        """Whether the sentence opens with an older time after the lead told what is new, and told of no verdict."""
        if not any(when.first <= 1 for when in self.past_times(mention)):
            return False
        newly = {told.sentence for told in self.leading if not self.past_times(told)}
        newly |= {at for at in self.lead if self.sight(at).is_current}
        before = [self._document.sentences[at] for at in newly if at < mention.sentence]
        told = [sentence.lows for sentence in before if sentence.paragraph >= 0]
        return bool(told) and all(_OF_VERDICTS.isdisjoint(lows) for lows in told)

    def _is_of_now(self, mention: Mention) -> bool:
        """Whether a figure is told with a day around the article, in a sentence of no verdict: *died on Tuesday*."""
        sight = self.sight(mention.sentence)
        dated = any(is_of_these_days(when) and when.first > mention.trigger for when in sight.governing(mention))
        return dated and occasions.OTHER_VERBS.isdisjoint(sight.lows)

    def _is_after_today(self, mention: Mention) -> bool:
        """*A quake could kill many, a study said on Tuesday. The last, in 1934, killed 600*: years before the event."""
        old = all((when.ago or 0) >= YEAR_DAYS for when in self.past_times(mention))
        return (
            old and not self._is_court and any(self.sight(at).is_current for at in self.lead if at < mention.sentence)
        )

    def _times_told_later(self, told_now: Sequence[Mention]) -> list[When]:
        """The times of figures that the lead gives without one and that are told again, by name, with it."""
        named = {(mention.kind, name) for mention in told_now for name in mention.names}
        later = (mention for mention in self._mentions if mention.sentence not in self.lead)
        again = (mention for mention in later if any((mention.kind, name) in named for name in self._named(mention)))
        return [when for mention in again for when in self.past_times(mention)]

    def _named(self, mention: Mention) -> list[str]:
        """The names that a mention's own words give: not those that its person is known by from elsewhere."""
        told = self.sight(mention.sentence).words(mention.first, mention.last)
        return [name for name in mention.names if name.split()[-1] in told]

    def _is_compared(self, mention: Mention) -> bool:
        return compared(self.sight(mention.sentence), mention, self.beside(mention)) is not None


def _lead(document: Document) -> frozenset[int]:
    titled = bool(document.sentences) and document.sentences[0].paragraph < 0
    opening = document.sentences[: LEAD + titled + OPENING]
    telling = [at for at, sentence in enumerate(opening) if date_line(sentence) is None]
    return frozenset(telling[: LEAD + titled])


def _is_court(sentences: Iterable[Sentence]) -> bool:
    """Whether sentences speak of a trial, an inquiry or a day of remembrance, whose event may be years old."""
    return not all(occasions.COURT.isdisjoint(sentence.lows) for sentence in sentences)


def _is_past(when: When, since: int) -> bool:
    return when.reach is Reach.POINT and when.ago is not None and when.ago > since


def _are_others(mention: Mention) -> bool:
    """Whether those counted are told beside others: *three died; four other people were hurt*."""
    return mention.more or (mention.noun or "").startswith("other")


def _is_told_by(mention: Mention, told: Iterable[Mention]) -> bool:
    """Whether a figure can be one of these told again: the same number, and no other names."""
    return any(
        mention.kind == one.kind
        and mention.quantity == one.quantity
        and (not mention.names or not one.names or bool(set(mention.names) & set(one.names)))
        for one in told
    )


def _are_one(own: When, when: When) -> bool:
    """Whether two times can be of one event: the same year and about the same month, or about as long ago."""
    if own.year is not None and when.year is not None:
        near = own.month is None or when.month is None or abs(own.month - when.month) <= 1
        return own.year == when.year and near
    return own.ago is not None and when.ago is not None and abs(own.ago - when.ago) <= max(31, own.ago // 8)
