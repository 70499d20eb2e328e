"""From mentions to claims: which figures are totals of the event, which are parts of one, and what parts add up to.

A part never stands as the total. The noun that says who was counted makes no part by itself: only beside another part
of the same statement (*15 officers and 21 residents*), or inside a larger total of the same voice. Persons told of one
by one are parts where more are known, and together they are a total where no other is stated.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from monitor.figures.document import Attribution, Document, Mention, Placement, Quantity
from monitor.figures.en.parts import ACCUSED_KINDS, ALSO, ANYBODY, ONE, UNNAMED_PART
from monitor.figures.parts_persons import accused_names, one_by_one
from monitor.model import Claim, Modifier, Scope, Span, Status

_STANDING = frozenset({Status.ASSERTED, Status.ALLEGED, Status.CONFIRMED})


def settle(
    document: Document,
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    placements: Sequence[Placement],
) -> list[Claim]:
    """Make the claims of an article, in the order of its text; sums of parts stand after the last of their parts."""
    told = _survivors([_Told(*one) for one in zip(mentions, attributions, placements, strict=True)])
    groups: dict[int, str] = {}
    sums: dict[int, _Sum] = {}
    by_kind: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(told):
        if one.counts:
            by_kind[one.mention.kind].append(at)
            if one.mention.part or (one.mention.more and not one.is_single):
                groups[at] = _label(one.mention)
    for same in by_kind.values():
        _split(told, same, groups, sums)
        _add_more(document, told, same, groups, sums)
        _inside(told, same, groups)
        _one_by_one(document, told, same, groups, sums)
    claims: list[Claim] = []
    for at, one in enumerate(told):
        claims.append(_claim(document, one, groups.get(at)))
        if at in sums:
            claims.append(_derived(document, one, sums[at]))
    return claims


class _Told(NamedTuple):
    mention: Mention
    voice: Attribution
    place: Placement

    @property
    def counts(self) -> bool:
        """Whether it gives a number above 0 of the event that could enter a total."""
        size = self.mention.quantity
        return (
            self.place.scope is Scope.EVENT
            and self.voice.status in _STANDING
            and size.modifier is not Modifier.NONE
            and bool(size.low or size.high)
            and not self.mention.unsaid
        )

    @property
    def is_single(self) -> bool:
        return self.mention.victim is not None and self.mention.quantity.low == self.mention.quantity.high == 1

    @property
    def is_the_articles(self) -> bool:
        """Whether the article itself says it."""
        return self.voice.source is None and self.voice.side is None

    def same_voice(self, other: _Told) -> bool:
        """Whether both are said by one voice, as far as the article tells."""
        mine, theirs = self.voice.side or self.voice.source, other.voice.side or other.voice.source
        return mine == theirs


def _survivors(told: list[_Told]) -> list[_Told]:
    """*Three shot, one dead*: where a verb left open how it ended, those told dead are no longer among the wounded."""
    kept = list(told)
    ended = {(one.mention.kind, one.mention.quantity.low) for one in told if one.counts and not one.mention.yields_to}
    for at, one in enumerate(told):
        size, over = one.mention.quantity, one.mention.yields_to
        if over is None or size.low is None or size.low != size.high or size.low < 2 or not one.counts:
            continue
        dead = _dead_among(told, at)
        if dead is None:
            dead = next(
                (n for n in range(1, min(size.low, 10)) if {(over, n), (one.mention.kind, size.low - n)} <= ended), None
            )
        if dead is not None:
            smaller = Quantity(size.low - dead, size.low - dead, Modifier.DERIVED)
            kept[at] = one._replace(mention=replace(one.mention, quantity=smaller))
    return kept


def _dead_among(told: list[_Told], at: int) -> int | None:
    """How many of those hit are told dead in the same breath."""
    hit = told[at]
    for other in told[at + 1 :]:
        if other.mention.sentence - hit.mention.sentence > 1:
            break
        if other.mention.kind == hit.mention.yields_to and _are_among(other, hit):
            return other.mention.quantity.low
    return None


def _are_among(dead: _Told, hit: _Told) -> bool:
    """Whether a number of dead is some of those who were hit: fewer, told after them, and by no noun of their own."""
    size = dead.mention.quantity
    if (
        not dead.counts
        or dead.mention.more
        or size.low != size.high
        or not 0 < (size.low or 0) < (hit.mention.quantity.low or 0)
    ):
        return False
    if dead.mention.sentence == hit.mention.sentence:
        return dead.mention.first > hit.mention.first and _narrow(dead.mention.noun) in (
            None,
            _narrow(hit.mention.noun),
        )
    return dead.mention.part or (dead.mention.noun is None and not dead.mention.names and not dead.is_single)


class _Sum(NamedTuple):
    low: int
    high: int | None
    names: tuple[str, ...] = ()


def _label(mention: Mention) -> str:
    """What a part is called: who was counted, else the names."""
    noun = (mention.noun or "").strip()
    return noun or (mention.names[0] if mention.names else UNNAMED_PART)


def _split(told: list[_Told], same: list[int], groups: dict[int, str], sums: dict[int, _Sum]) -> None:
    """*15 officers and 21 residents were injured*: parts of one statement, and their sum."""
    statements: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at in same:
        mention = told[at].mention
        if not mention.part:
            statements[mention.sentence, mention.trigger].append(at)
            if _narrow(mention.noun):
                statements[mention.sentence, -1].append(at)
    for (_, trigger), members in statements.items():
        if len(members) < 2 or all(at in groups for at in members) or any(at in sums for at in members):
            continue
        if trigger < 0 and len({_narrow(told[at].mention.noun) for at in members}) < len(members):
            continue
        total = _sum(told[at].mention for at in members)
        for at in members:
            groups[at] = _label(told[at].mention)
        if not _is_stated(told, same, groups, total, told[members[0]]):
            sums[members[-1]] = total
        _known_as_parts(told, same, groups, members)


def _known_as_parts(told: list[_Told], same: list[int], groups: dict[int, str], members: list[int]) -> None:
    """A number stated alone that elsewhere is one part of several is that part: *six dead*, *six priests and two women*."""
    for at in same:
        size = told[at].mention.quantity
        for member in members:
            if at not in groups and size == told[member].mention.quantity and (size.low or 0) > 1:
                groups[at] = groups[member]


def _sum(mentions: Iterable[Mention]) -> _Sum:
    low, high = 0, 0
    open_above = False
    names: tuple[str, ...] = ()
    for mention in mentions:
        size = mention.quantity
        low += size.low or 0
        high += size.high or 0
        open_above = open_above or size.high is None
        names += mention.names
    return _Sum(low, None if open_above else high, names)


def _is_stated(told: list[_Told], same: list[int], groups: dict[int, str], total: _Sum, voice: _Told) -> bool:
    """Whether the same voice states a number of its own that is at least as large as the sum."""
    return any(
        at not in groups
        and told[at].same_voice(voice)
        and told[at].mention.quantity.modifier is not Modifier.VAGUE
        and (told[at].mention.quantity.low or 0) >= total.low
        for at in same
    )


def _add_more(
    document: Document, told: list[_Told], same: list[int], groups: dict[int, str], sums: dict[int, _Sum]
) -> None:
    """*Nine died at once. Three more died in hospital*: 12, where no number as large is stated."""
    for place, at in enumerate(same):
        if place == 0 or told[at].is_single or not (told[at].mention.more or _is_also(document, told[at].mention)):
            continue
        base = same[place - 1]
        if base in groups or told[at].mention.sentence - told[base].mention.sentence > 1:
            continue
        total = _sum((told[base].mention, told[at].mention))
        if not _is_stated(told, same, groups, total, told[at]):
            sums[at] = total
            groups[base] = _label(told[base].mention)
            groups[at] = _label(told[at].mention)


def _is_also(document: Document, mention: Mention) -> bool:
    """*Two bodyguards were also killed.*"""
    tokens = document.sentences[mention.sentence].tokens
    return any(token.low in ALSO for token in tokens[max(0, mention.trigger - 3) : mention.trigger])


def _inside(told: list[_Told], same: list[int], groups: dict[int, str]) -> None:
    """*12 people died. ... Three soldiers died*: a smaller number of a narrower noun is part of the larger."""
    wholes = [at for at in same if at not in groups and (told[at].mention.quantity.low or 0) > 1]
    for at in wholes:
        mention = told[at].mention
        noun = _narrow(mention.noun)
        if not noun:
            continue
        for whole in wholes:
            larger = told[whole].mention
            if (
                whole < at
                and whole not in groups
                and (told[whole].same_voice(told[at]) or told[at].is_the_articles)
                and (larger.quantity.low or 0) > (mention.quantity.high or mention.quantity.low or 0)
                and _narrow(larger.noun) != noun
            ):
                groups[at] = _label(mention)
                break


def _narrow(noun: str | None) -> str | None:
    """The noun, where it names some people rather than any."""
    last = noun.split()[-1] if noun and noun.split() else None
    return None if last is None or last in ANYBODY else last


def _one_by_one(
    document: Document, told: list[_Told], same: list[int], groups: dict[int, str], sums: dict[int, _Sum]
) -> None:
    """Victims told of singly: parts where more are known, and a total together where no other is stated."""
    singles = [at for at in same if told[at].is_single and not told[at].mention.part]
    others = [at for at in same if at not in groups and not told[at].is_single]
    if any(_are_more(told[at], at, singles) for at in others) or any(at in sums for at in same):
        for at in singles:
            groups[at] = _label(told[at].mention)
        return
    if any(_states_one(document, told[at].mention) for at in singles):
        return
    mentions = [told[at].mention for at in singles]
    accused = accused_names(document, (one.mention for one in told), ACCUSED_KINDS - {told[same[0]].mention.kind})
    persons = one_by_one(document, mentions, accused)
    if len(persons) < 2:
        return
    for at in singles:
        groups[at] = _label(told[at].mention)
    last = max(singles[person.told[0]] for person in persons)
    names = tuple(dict.fromkeys(name for at in singles for name in told[at].mention.names))
    sums[last] = _Sum(len(persons), len(persons), names)


def _are_more(other: _Told, at: int, singles: list[int]) -> bool:
    """Whether more than one are known: by a number, or by a vague word told before anyone singly."""
    size = other.mention.quantity
    return (size.low or 0) > 1 and (size.modifier is not Modifier.VAGUE or not singles or at < singles[0])


def _states_one(document: Document, mention: Mention) -> bool:
    """Whether the title or the first sentence says in so many words that there was one: *1 dead*."""
    sentence = document.sentences[mention.sentence]
    return sentence.paragraph <= 0 and mention.sentence <= 1 and sentence.tokens[mention.first].low in ONE


def _claim(document: Document, one: _Told, group: str | None) -> Claim:
    mention = one.mention
    sentence = document.sentences[mention.sentence]
    first, last = sentence.tokens[mention.first], sentence.tokens[mention.last - 1]
    return Claim(
        kind=mention.kind,
        low=mention.quantity.low,
        high=mention.quantity.high,
        modifier=mention.quantity.modifier,
        status=one.voice.status,
        scope=one.place.scope,
        quote=document.quote(mention.sentence),
        start=sentence.start if sentence.placed else None,
        end=sentence.end if sentence.placed else None,
        refers_to=one.place.refers_to,
        source=one.voice.source,
        side=one.voice.side,
        group=group,
        number=Span(first.start - sentence.start, last.end - sentence.start),
        names=mention.names,
    )


def _derived(document: Document, last: _Told, total: _Sum) -> Claim:
    """The sum of parts, said by whoever says the last of them."""
    sentence = document.sentences[last.mention.sentence]
    return Claim(
        kind=last.mention.kind,
        low=total.low,
        high=total.high,
        modifier=Modifier.DERIVED,
        status=last.voice.status,
        scope=Scope.EVENT,
        quote=document.quote(last.mention.sentence),
        start=sentence.start if sentence.placed else None,
        end=sentence.end if sentence.placed else None,
        source=last.voice.source,
        side=last.voice.side,
        names=total.names,
    )
