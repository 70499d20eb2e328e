"""Which figures of one kind are parts of a larger one, and what the parts add up to.

A part never stands as the total. The noun that says who was counted makes no part by itself: only beside another part
of the same statement (*15 officers and 21 residents*), or inside a larger total of the same voice. Persons told of one
by one are parts where more are known, and together they are a total where no other is stated. Linear in the figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from monitor.figures.document import Document, Mention, Quantity
from monitor.figures.en.parts import (
    ALSO,
    INDEFINITE,
    NEXT,
    ONE,
    SINCE_THEN,
    STAYS,
    SUFFERERS,
    TOLLS,
    overtakes,
)
from monitor.figures.en.persons import CULPRITS, STRUCK
from monitor.figures.parts_labels import label, slice_told
from monitor.figures.parts_persons import one_by_one
from monitor.figures.parts_told import Told

SOON = 2  # persons told of first, the second of whom may be *a second man*
BASE_REACH = 1  # sentences between a number and what is added to it


class Sum(NamedTuple):
    """What parts add up to; `high` None is open above."""

    low: int
    high: int | None
    names: tuple[str, ...] = ()


class Groups:
    """The parts and sums among the figures of one kind that could enter a total, by their places in `told`."""

    def __init__(self, document: Document, told: Sequence[Told], same: Sequence[int]) -> None:
        self._document = document
        self._told = told
        self._same = same
        self.labels: dict[int, str] = {}
        self.sums: dict[int, Sum] = {}
        self._stated: dict[str | None, int] = {}
        most = 0
        for at in same:
            mention = told[at].mention
            more = most > told[at].low or self._is_lasting(mention)
            most = max(most, told[at].low)
            limited = slice_told(document, mention)
            if limited is not None:
                self.labels[at] = limited
            elif mention.part or (more and self._is_of_sufferers(mention)) or (mention.more and not told[at].is_single):
                self.labels[at] = self._label(mention)
        self._split()
        self._add_more()
        self._find_inside()
        self._count_persons()

    def _label(self, mention: Mention) -> str:
        return label(self._document, mention)

    def _split(self) -> None:
        """*15 officers and 21 residents were injured*: parts of one statement, and their sum."""
        statements = self._statements()
        members_of_any = {at for members in statements for at in members}
        for at in self._same:
            one = self._told[at]
            if at not in self.labels and at not in members_of_any and not one.is_vague:
                self._stated[one.said_by] = max(self._stated.get(one.said_by, 0), one.low)
        parts: dict[Quantity, str] = {}
        for members in statements:
            total = _sum(self._told[at].mention for at in members)
            for at in members:
                self.labels[at] = self._label(self._told[at].mention)
                if self._told[at].low > 1:
                    parts.setdefault(self._told[at].mention.quantity, self.labels[at])
            self._add_sum(members[-1], total)
        for at in self._same:
            if at not in self.labels and (same := parts.get(self._told[at].mention.quantity)):
                self.labels[at] = same  # *six monks*, where elsewhere *six monks and two cooks*

    def _statements(self) -> list[list[int]]:
        """The figures that one word states, or one sentence of different people, two or more of them."""
        by_word: dict[tuple[int, int], list[int]] = defaultdict(list)
        by_sentence: dict[int, list[int]] = defaultdict(list)
        for at in self._same:
            mention = self._told[at].mention
            if not mention.part:
                by_word[mention.sentence, mention.trigger].append(at)
                if self._told[at].narrow:
                    by_sentence[mention.sentence].append(at)
        found = [members for members in by_word.values() if self._is_statement(members)]
        taken = {at for members in found for at in members}
        for members in by_sentence.values():
            if len({self._told[at].narrow for at in members}) == len(members) and not taken & set(members):
                found += [members] if self._is_statement(members) else []
        return sorted(found)

    def _is_statement(self, members: Sequence[int]) -> bool:
        return len(members) > 1 and not all(at in self.labels for at in members)

    def _add_sum(self, at: int, total: Sum) -> None:
        """Keep a sum, unless the same voice states a number of its own that is at least as large."""
        if self._stated.get(self._told[at].said_by, 0) < total.low:
            self.sums[at] = total

    def _add_more(self) -> None:
        """*Nine died at once. Three more died in hospital*: 12, where no number as large is stated."""
        for base, at, after in zip(self._same, self._same[1:], (*self._same[2:], None), strict=False):
            one, before = self._told[at], self._told[base]
            added = one.mention.more or self._is_also(one.mention)
            alone = one.is_single and not self._is_one_more(one.mention, before)
            if not added or base in self.labels or alone or self._is_summed_up(at, after):
                continue
            if one.mention.quantity == before.mention.quantity and one.narrow == before.narrow:
                continue  # told again
            if one.mention.sentence - before.mention.sentence > BASE_REACH or self._is_updated(
                before.mention, one.mention
            ):
                continue
            self._add_sum(at, _sum((before.mention, one.mention)))
            if at in self.sums:
                self.labels[base], self.labels[at] = (
                    self._label(before.mention),
                    self._label(one.mention),
                )

    def _is_summed_up(self, at: int, after: int | None) -> bool:
        """*Five more bodies were found, taking the toll to 14*: the sentence goes on to state the sum."""
        if after is None or after in self.labels:
            return False
        one, other = self._told[at], self._told[after]
        return other.mention.sentence == one.mention.sentence and other.low > one.low

    def _is_one_more(self, mention: Mention, before: Told) -> bool:
        """*Two policemen were killed. A civilian was also killed.*"""
        lows = self._document.sentences[mention.sentence].lows
        return before.low > 1 and not before.is_vague and not mention.names and lows[mention.first] in INDEFINITE

    def _is_also(self, mention: Mention) -> bool:
        """*Two bodyguards were also killed.*"""
        lows = self._document.sentences[mention.sentence].lows
        return not ALSO.isdisjoint(lows[max(0, mention.trigger - 3) : mention.trigger])

    def _is_of_sufferers(self, mention: Mention) -> bool:
        """*Three of the wounded were in hospital.*"""
        lows = self._document.sentences[mention.sentence].lows[mention.first : mention.last + 3]
        if len(lows) > 3 and lows[-3] in SUFFERERS and lows[-2] in ("were", "are", "remain", "remained"):
            return True  # *seven injured were in a serious condition*
        return any(lows[at : at + 2] == ["of", "the"] and "".join(lows[at + 2 : at + 3]) in SUFFERERS for at in (1, 2))

    def _is_lasting(self, mention: Mention) -> bool:
        """*10 of the wounded remained in hospital*: said of some who were counted before."""
        return self._document.sentences[mention.sentence].lows[mention.trigger] in STAYS

    def _is_updated(self, mention: Mention, more: Mention) -> bool:
        """*The toll has risen to 26*, *the toll was put at 26 after two more died*: what is told beside is in it."""
        lows = self._document.sentences[mention.sentence].lows
        before = lows[max(0, mention.first - 4) : mention.first]
        counts_all = more.sentence == mention.sentence and not TOLLS.isdisjoint(before)
        return overtakes(before) or (counts_all and not SINCE_THEN.isdisjoint(lows[mention.last : more.first]))

    def _find_inside(self) -> None:
        """*12 people died. ... Three soldiers died*: a smaller number of a narrower noun is part of the larger.

        The larger is the same voice's or the article's own, or anyone's where the article itself gives the smaller.
        """
        largest: dict[str | None, dict[str | None, int]] = defaultdict(dict)
        of_anyone: dict[str | None, int] = {}
        for at in self._same:
            one = self._told[at]
            if at in self.labels or one.low < 2:
                continue
            size = one.mention.quantity.high or one.low
            known = [of_anyone] if one.said_by is None else [largest[one.said_by], largest[None]]
            if one.narrow and any(low > size for told in known for noun, low in told.items() if noun != one.narrow):
                self.labels[at] = self._label(one.mention)
                continue
            _keep_two(of_anyone, one.narrow, one.low)
            _keep_two(largest[one.said_by], one.narrow, one.low)

    def _count_persons(self) -> None:
        """Victims told of singly: parts where more are known, and a total together where no other is stated."""
        singles = [at for at in self._same if self._told[at].is_single and not self._told[at].mention.part]
        others = (at for at in self._same if at not in self.labels and not self._told[at].is_single)
        mentions = [self._told[at].mention for at in singles]
        stated = any(map(self._states_one, mentions)) and not any(map(self._is_next, mentions[:SOON]))
        if (self.sums and not stated) or any(self._are_more(at, singles, stated=stated) for at in others):
            self.labels.update({at: self._label(self._told[at].mention) for at in singles})
            return
        if not singles or stated:
            return
        persons = one_by_one(self._document, mentions)
        struck = persons
        if any(person.head in STRUCK for person in persons):  # who did it to them is told apart
            struck = [person for person in persons if person.head not in CULPRITS]
        parts = persons if len(struck) > 1 else [person for person in persons if person not in struck]
        for person in parts:
            self.labels.update({singles[at]: self._label(mentions[at]) for at in person.told})
        if len(struck) > 1:
            told = sorted(at for person in struck for at in person.told)
            names = tuple(dict.fromkeys(name for at in told for name in mentions[at].names))
            self.sums[max(singles[person.told[0]] for person in struck)] = Sum(len(struck), len(struck), names)

    def _are_more(self, at: int, singles: Sequence[int], *, stated: bool) -> bool:
        """Whether a figure tells of more than one: by a number, or by a vague word before anyone is told of singly.

        Where the opening states that there was one, more told further down are others.
        """
        other = self._told[at]
        if other.low < 2 or (stated and other.mention.sentence > 1):
            return False
        return not other.is_vague or not singles or at < singles[0]

    def _is_next(self, mention: Mention) -> bool:
        """Whether one is told of after another: *a second man*."""
        return not NEXT.isdisjoint(self._document.sentences[mention.sentence].lows[mention.first : mention.last])

    def _states_one(self, mention: Mention) -> bool:
        """Whether the title or the first sentence says in so many words that there was one: *1 dead*."""
        sentence = self._document.sentences[mention.sentence]
        return sentence.paragraph <= 0 and mention.sentence <= 1 and sentence.lows[mention.first] in ONE


def _sum(mentions: Iterable[Mention]) -> Sum:
    low, high = 0, 0
    open_above = False
    names: tuple[str, ...] = ()
    for mention in mentions:
        size = mention.quantity
        low += size.low or 0
        high += size.high or 0
        open_above = open_above or size.high is None
        names += mention.names
    return Sum(low, None if open_above else high, names)


def _keep_two(largest: dict[str | None, int], noun: str | None, low: int) -> None:
    """Keep the two nouns with the largest numbers: whichever noun is asked for, one of them is another."""
    largest[noun] = max(low, largest.get(noun, 0))
    if len(largest) > 2:
        del largest[min(largest, key=lambda known: (largest[known], known or ""))]
