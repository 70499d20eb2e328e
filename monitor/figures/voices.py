"""Who says a figure in this article, for whom, and how firmly.

The document is walked once, in order. The acts of speech of each sentence are found and their speakers resolved; a
mention belongs to the innermost act whose words hold it. One that no act holds is inside a quotation, goes on from an
attributed sentence of its paragraph, or is the article's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from monitor.figures.document import Attribution, Document, Mention, Quantity
from monitor.figures.en.act import Act
from monitor.figures.en.acts import acts
from monitor.figures.en.authority import is_authority
from monitor.figures.en.cast import NOBODY, Cast, Heard, Speaker
from monitor.figures.en.firmness import gives_figure, rejects_figure, status_of
from monitor.figures.en.pages import Pages
from monitor.figures.en.quotes import Quotes
from monitor.figures.en.sides import UNPLACED
from monitor.figures.en.speech import BREAKS, REFERRING, Manner
from monitor.figures.voices_described import Described
from monitor.model import Modifier, Status

_REMEMBERED = 12
_GOES_ON = 3  # sentences without a speaker through which a voice goes on
_REJECTING = frozenset({Manner.DENIES, Manner.DISPUTES})
_OWN = Attribution(None, None, Status.ASSERTED)
_SILENT = _REJECTING | {Manner.WITHHOLDS, Manner.WITHDRAWS}


def attribute(document: Document, mentions: Sequence[Mention]) -> list[Attribution]:
    """Say of each mention who makes it, whom he speaks for, and how firmly, in the order of the mentions."""
    return _Walk(document, mentions).attributions()


def disputes(document: Document, mentions: Sequence[Mention]) -> list[tuple[Mention, Attribution]]:
    """Rejections of a figure that another voice gives: bare mentions, without bounds, of the voice that rejects it.

    *The ministry rejected the group's claim that 100 were hurt* holds one beside the group's own claim.
    """
    return _Walk(document, mentions).rejections()


def spoken(document: Document, mentions: Sequence[Mention]) -> tuple[list[Mention], list[Attribution]]:
    """The mentions as their voices put them, rejections of them included, in text order, and their attributions.

    A denial that there were any is 0 to 0; a denied or disputed number gives no bounds; a phrase that only asks for a
    number (*asked if any were hurt*) is left out.
    """
    walk = _Walk(document, mentions)
    put = [(_as_put(*pair), pair[1]) for pair in zip(mentions, walk.attributions(), strict=True)]
    told = [(mention, voice) for mention, voice in put if mention is not None]
    told = sorted([*told, *walk.rejections()], key=lambda pair: (pair[0].sentence, pair[0].first))
    return [mention for mention, _ in told], [voice for _, voice in told]


def _as_put(mention: Mention, attribution: Attribution) -> Mention | None:
    status = attribution.status
    if mention.unsaid:
        if status not in (Status.DENIED, Status.UNREPORTED):
            return None
        return mention._replace(quantity=Quantity(0, 0, Modifier.EXACT), unsaid=False)
    if status in (Status.DENIED, Status.DISPUTED) and mention.quantity.high != 0:
        denies_any = status is Status.DENIED and mention.quantity.modifier is Modifier.NONE
        return mention._replace(
            quantity=Quantity(0, 0, Modifier.EXACT) if denies_any else Quantity(None, None, Modifier.NONE)
        )
    return mention


@dataclass(slots=True)
class _Said:
    """An act of speech with its speakers resolved to one."""

    act: Act
    speaker: Speaker


@dataclass(slots=True)
class _Paragraph:
    """What stands while a paragraph is read: who goes on speaking, and who speaks in its quotations."""

    number: int = -2
    going_on: Speaker | None = None
    quoted: Speaker | None = None
    silence: int = 0  # sentences since someone was named to speak
    waiting: list[int] = field(default_factory=list)  # mentions in a quotation whose speaker is not yet named


class _Walk:
    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        self.document = document
        self.mentions = mentions
        pages = Pages(document)
        self.readers = pages.readers
        self.cast = Cast(pages)
        self.quotes = Quotes(document)
        self.found: list[Attribution | None] = [None] * len(mentions)
        self.rejected: list[tuple[Mention, Attribution]] = []
        self.speakers: list[Speaker] = []
        self.described = Described(mentions)
        self.person: Speaker | None = None
        self.openings: list[int] = []  # sentences since then whose subject may be a person
        self.here: dict[int, list[int]] = {}
        for index, mention in enumerate(mentions):
            self.here.setdefault(mention.sentence, []).append(index)
        self._walk()

    def attributions(self) -> list[Attribution]:
        return [found or _OWN for found in self.found]

    def rejections(self) -> list[tuple[Mention, Attribution]]:
        return self.rejected

    def _walk(self) -> None:
        if not self.mentions:
            return
        paragraph = _Paragraph()
        before = _Paragraph()
        for at in range(min(len(self.readers), max(self.here) + 6)):
            sentence = self.document.sentences[at]
            if sentence.paragraph != paragraph.number:
                before, paragraph = paragraph, _Paragraph(sentence.paragraph)
                if self.quotes.continues(at):
                    paragraph.quoted = before.quoted
                    paragraph.going_on = None
            said = self._acts(at, paragraph)
            self._reject_earlier(at, said)
            for index in self.here.get(at, ()):
                self._attribute(index, at, said, paragraph)
            self._carry_on(at, said, paragraph)

    def _acts(self, at: int, paragraph: _Paragraph) -> list[_Said]:
        """The acts of a sentence with their speakers, who are remembered."""
        reader = self.readers[at]
        said: list[_Said] = []
        own: list[_Said] = []
        for act in acts(self.document.sentences[at], reader):
            speaker = self._speaker(act, at, said)
            one = _Said(act, speaker or NOBODY)
            said.append(one)
            if speaker is None:
                own.append(one)
            elif speaker.source is not None and not act.is_noun:
                self.described.name(speaker, at, self.speakers, self.found, self.here.get(at, ()))
                self._remember(speaker)
                self.described.note(speaker, at, self.readers[at].described(act.speakers))
        for one in own:
            outer = self._holder(said, one.act.at, beside=one)
            one.speaker = outer.speaker if outer else paragraph.quoted or paragraph.going_on or NOBODY
        if not any(one.speaker.of_person for one in said):
            self.openings.append(at)
        return said

    def _speaker(self, act: Act, at: int, said: Sequence[_Said]) -> Speaker | None:
        """Who speaks in an act; None for *I* and *we*, who are whoever is quoted."""
        if act.follows:
            return said[-1].speaker if said else NOBODY
        lows = self.readers[at].lows
        found = []
        for wording in act.speakers:
            if lows[wording.phrase.start] in ("i", "we") and wording.phrase.end == wording.phrase.start + 1:
                return None
            found.append(self.cast.resolve(wording, at, Heard(self.speakers, self._person_told_of)))
        named = [speaker for speaker in found if speaker.source is not None]
        if not named:
            return NOBODY
        if len(named) == 1:
            return named[0]
        sides = {speaker.side for speaker in named}
        placed = sides - {UNPLACED}
        side = placed.pop() if len(placed) == 1 else UNPLACED if sides == {UNPLACED} else None
        return Speaker(" and ".join(dict.fromkeys(speaker.source or "" for speaker in named)), side)

    def _remember(self, speaker: Speaker) -> None:
        self.speakers.append(speaker)
        del self.speakers[:-_REMEMBERED]
        if speaker.of_person:
            self.person = speaker
            self.openings.clear()

    def _person_told_of(self) -> Speaker | None:
        """The person who spoke last or, if later, is the subject at the head of a sentence."""
        for at in reversed(self.openings[-_REMEMBERED:]):
            subject = self.cast.opening_person(at)
            if subject is not None:
                self.person = subject
                break
        self.openings.clear()
        return self.person

    def _attribute(self, index: int, at: int, said: Sequence[_Said], paragraph: _Paragraph) -> None:
        mention = self.mentions[index]
        lows = self.readers[at].lows
        holder = self._holder(said, mention.first)
        if holder is not None:
            self._put(index, lows, holder.act, holder.speaker, said)
            return
        speaker: Speaker | None = None
        in_quote = self.quotes.holds(at, mention.first)
        if in_quote:
            speaker = paragraph.quoted or paragraph.going_on
            if speaker is None:
                paragraph.waiting.append(index)
        elif not said and lows[0] not in BREAKS:
            speaker = paragraph.going_on
        self._put(index, lows, None, speaker or NOBODY, said)

    def _put(self, index: int, lows: Sequence[str], act: Act | None, speaker: Speaker, said: Sequence[_Said]) -> None:
        """Settle a mention's voice and firmness; a denial of something else leaves it to the article."""
        mention = self.mentions[index]
        status = status_of(lows, mention, act, is_authority(speaker.source, speaker.side))
        if speaker.hearsay and status is Status.ASSERTED:
            status = Status.ALLEGED
        if act is not None and not gives_figure(act.manner, status):
            speaker = NOBODY
        self.found[index] = Attribution(speaker.source, speaker.side, status)
        if act is not None and act.is_noun:
            outer = self._holder(said, act.at, beside=None)
            if (
                outer
                and outer.act.manner in _REJECTING
                and outer.act.at < act.at
                and rejects_figure(lows, mention, act)
            ):
                self._reject(mention, mention.sentence, outer)

    def _holder(self, said: Sequence[_Said], token: int, beside: _Said | None = None) -> _Said | None:
        """The innermost act whose words hold a token."""
        best: _Said | None = None
        for one in said:
            act = one.act
            if one is beside or not act.covers.start <= token < act.covers.end or act.own.start <= token < act.own.end:
                continue
            if best is None or act.begins >= best.act.begins:
                best = one
        return best

    def _reject_earlier(self, at: int, said: Sequence[_Said]) -> None:
        """*The ministry refuted the claims*: the figures just given by another voice are disputed."""
        if at in self.here:
            return
        lows = self.readers[at].lows
        for one in said:
            if one.act.manner not in _REJECTING or one.speaker.source is None:
                continue
            tail = lows[one.act.at + 1 : one.act.at + 6]
            noun = next(
                (
                    low
                    for low in tail
                    if low not in ("the", "these", "those", "such", "its", "their", "all", "'s", "group")
                ),
                "",
            )
            if noun not in REFERRING:
                continue
            for index in (*self.here.get(at - 2, ()), *self.here.get(at - 1, ())):
                mention, found = self.mentions[index], self.found[index]
                apart = self.document.sentences[at].paragraph - self.document.sentences[mention.sentence].paragraph
                if found is None or found.source is None or apart > 1:
                    continue
                if found.source != one.speaker.source and (mention.quantity.low or 0) > 0:
                    self._reject(mention, at, one)

    def _reject(self, mention: Mention, at: int, one: _Said) -> None:
        status = Status.DENIED if one.act.manner is Manner.DENIES else Status.DISPUTED
        bare = mention._replace(
            quantity=Quantity(None, None, Modifier.NONE), sentence=at, first=one.act.at, last=one.act.at + 1,
            trigger=one.act.at, part=False, more=False, unsaid=False, status=None,
        )  # fmt: skip
        self.rejected.append((bare, Attribution(one.speaker.source, one.speaker.side, status)))

    def _carry_on(self, at: int, said: Sequence[_Said], paragraph: _Paragraph) -> None:
        """Who goes on speaking after this sentence."""
        lows = self.readers[at].lows
        if paragraph.waiting and said and (self.quotes.opens_inside(at) or self.quotes.begins_with_quote(at)):
            for index in paragraph.waiting:
                found = self.found[index]
                if found is not None and said[0].speaker.source is not None:
                    self.found[index] = found._replace(source=said[0].speaker.source, side=said[0].speaker.side)
            paragraph.waiting.clear()
        speaking = [one for one in said if one.act.carries and one.speaker.source is not None and not one.act.is_noun]
        if speaking:
            outer = min(speaking, key=lambda one: one.act.begins)
            paragraph.quoted = outer.speaker
            paragraph.going_on = None if speaking[-1].act.manner in _SILENT else outer.speaker
            paragraph.silence = 0
            return
        paragraph.silence += not self.quotes.opens_inside(at)
        if said or lows[0] in BREAKS or paragraph.silence >= _GOES_ON:
            paragraph.going_on = None
