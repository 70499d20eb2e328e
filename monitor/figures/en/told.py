"""What a sentence tells: a mention with the noun phrase that it counts."""

from __future__ import annotations

from typing import NamedTuple

from monitor.figures.document import Mention
from monitor.figures.en.phrase import Phrase, Sort


class Told(NamedTuple):
    """A mention with the phrase it counts.

    `opened`: the verb leaves open how it ended. `members`: who was added up. `not_from`: the kind that those were of
    whom the verb lets go without being counted. `shared`: counted by a noun of other kinds as well.
    `among`: some of those who are called so, and a part whether or not the article counts them all.
    """

    mention: Mention
    phrase: Phrase
    opened: bool
    members: tuple[Phrase, ...] = ()
    not_from: str | None = None
    shared: bool = False
    among: bool = False

    def standing_in(self, sentence: int) -> Told:
        """The same, told in the sentence of that place."""
        if self.mention.sentence == sentence:
            return self
        return self._replace(mention=self.mention._replace(sentence=sentence))


def with_pronouns(told: list[Told]) -> list[Told]:
    """*They* as the number last told of several, where it is said of them for the first time."""
    kept: list[Told] = []
    for one in told:
        if one.phrase.sort is not Sort.PRONOUN or one.phrase.quantity is not None:
            kept.append(one)
            continue
        for other in reversed(kept):
            size = other.mention.quantity
            if one.mention.sentence - other.mention.sentence > 2:
                break
            if size.low is None or size.low < 2 or other.phrase.sort is Sort.NOBODY:
                continue
            if other.mention.kind != one.mention.kind:
                kept.append(one._replace(mention=one.mention._replace(quantity=size)))
            break
    return kept
