"""A mention with its voice and its event, and those of them who are told to have died after all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from monitor.figures.document import Attribution, Document, Mention, Placement, Quantity
from monitor.figures.en.parts import ANYBODY, ONE, died_later
from monitor.figures.en.persons import may_be_one_of
from monitor.model import Modifier, Scope, Status

MOST_DEAD = 9  # of those hit, how many may be told dead elsewhere in the article
OPENING = 2  # sentences, the title counted, by which an article has told how it ended
_STANDING = frozenset({Status.ASSERTED, Status.ALLEGED, Status.CONFIRMED})


class Told(NamedTuple):
    """A mention, who says it, and of what event."""

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
    def low(self) -> int:
        """The least that it gives."""
        return self.mention.quantity.low or 0

    @property
    def is_vague(self) -> bool:
        """Whether its number is a word such as *dozens*."""
        return self.mention.quantity.modifier is Modifier.VAGUE

    @property
    def is_single(self) -> bool:
        """Whether it is of one person who is followed through the article."""
        return self.mention.victim is not None and self.mention.quantity.low == self.mention.quantity.high == 1

    @property
    def said_by(self) -> str | None:
        """The voice, as far as the article tells; None is the article itself."""
        return self.voice.side or self.voice.source

    @property
    def narrow(self) -> str | None:
        """The noun of who was counted, where it names some people rather than any."""
        words = (self.mention.noun or "").split()
        return words[-1] if words and words[-1] not in ANYBODY else None


def survivors(document: Document, told: Sequence[Told]) -> list[Told]:
    """*Three shot, one dead*: where a verb left open how it ended, those told dead are no longer among the wounded.

    So too where the article elsewhere counts the dead and the wounded, and both together are those who were hit.
    """
    kept = list(told)
    opening = _opening(told)
    ended = {(one.mention.kind, one.mention.quantity.low) for one in told if one.counts and not one.mention.yields_to}
    overtaken = {one.mention.kind: one.mention.yields_to for one in told if one.mention.yields_to}
    ended -= {(one.mention.kind, 1) for one in told if one.mention.yields_to}  # persons told of singly are no count
    for at, one in enumerate(told):
        size, over = one.mention.quantity, overtaken.get(one.mention.kind)
        if over is None or size.low is None or size.low != size.high or size.low < 2 or not one.counts:
            continue
        dead = _dead_among(document, told, at) if one.mention.yields_to else None
        if dead is None:
            ends = ((both.get(over, 0), both.get(one.mention.kind, 0)) for both in opening)
            dead = next((died for died, hurt in ends if died and hurt and died + hurt == size.low), None)
        if dead is None and one.mention.yields_to:
            possible = range(1, min(size.low, MOST_DEAD + 1))
            dead = next((n for n in possible if {(over, n), (one.mention.kind, size.low - n)} <= ended), None)
        if dead is not None:
            smaller = Quantity(size.low - dead, size.low - dead, Modifier.DERIVED)
            kept[at] = one._replace(mention=one.mention._replace(quantity=smaller))
    return kept


def _opening(told: Sequence[Told]) -> list[dict[str, int]]:
    """How many of each kind each sentence of the opening counts: *One died and another was hurt*."""
    found: dict[int, dict[str, int]] = {}
    for one in told:
        size = one.mention.quantity
        if one.mention.sentence <= OPENING and one.counts and not one.mention.part and size.low == size.high:
            found.setdefault(one.mention.sentence, {}).setdefault(one.mention.kind, one.low)
    return list(found.values())


def _dead_among(document: Document, told: Sequence[Told], at: int) -> int | None:
    """How many of those hit are told dead in the same breath."""
    hit = told[at]
    for later in range(at + 1, len(told)):
        other = told[later]
        if other.mention.sentence - hit.mention.sentence > 1:
            break
        if (
            other.mention.kind == hit.mention.yields_to
            and not _are_of_the_dead(told[:later], other)
            and _are_among(document, other, hit)
        ):
            return other.mention.quantity.low
    return None


def _are_of_the_dead(told: Sequence[Told], some: Told) -> bool:
    """Whether a part is one of the dead told of before: *eight died, 15 were hurt; six of those killed were women*."""
    whole = max((one.low for one in told if one.mention.kind == some.mention.kind and one.counts), default=0)
    return (some.mention.part or (some.mention.noun or "").startswith("of ")) and some.low < whole


def _are_among(document: Document, dead: Told, hit: Told) -> bool:
    """Whether a number of dead is some of those who were hit: fewer, told after them, and by no noun of their own."""
    mention = dead.mention
    exact = mention.quantity.low == mention.quantity.high
    if not dead.counts or mention.more or not exact or not 0 < dead.low < hit.low:
        return False
    among = mention.part or (mention.noun or "").startswith("of ")  # *one of them*, *one of the men*
    if mention.sentence == hit.mention.sentence:
        return mention.first > hit.mention.first and (among or dead.narrow in (None, hit.narrow))
    lows = document.sentences[mention.sentence].lows
    later = dead.is_single and died_later(lows, mention.trigger)
    if among or (later and may_be_one_of(lows[mention.last - 1], (hit.mention.noun or "").split()[-1:])):
        return True  # *Three boys were shot. A 17-year-old died in hospital.*
    bare = lows[mention.first] in ONE
    return mention.noun is None and not mention.names and (bare or not dead.is_single)
