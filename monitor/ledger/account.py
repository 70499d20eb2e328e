"""One account of a story, indexed for comparison: its figures, and what each voice said and stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from monitor.ledger.comparison import agree, covers, is_loose, is_sharp
from monitor.ledger.known import Account, Figure, Known, Range, Tally, Word


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in one account: its figures, every loaded word by voice and range, and what each voice stands for.

    `feared` are the figures that are only feared, beside those of an account that are not.
    """

    account: Account
    figures: tuple[Figure, ...]
    words: Mapping[tuple[str, Range], Word]
    tally: Tally
    feared: tuple[Figure, ...] = ()
    own: Mapping[str, Word] = field(default_factory=dict)

    @property
    def positive(self) -> tuple[Figure, ...]:
        """Figures above 0 that a voice stands for."""
        return tuple(figure for figure in self.figures if figure.standing and figure.range.high != 0)

    @property
    def standing(self) -> tuple[Figure, ...]:
        """Figures that a voice stands for, 0 among them."""
        return tuple(figure for figure in self.figures if figure.standing)

    @property
    def counting(self) -> tuple[Figure, ...]:
        """Figures above 0 that a new number is compared with: a vague or open one that a number met counts no more."""
        return tuple(figure for figure in self.positive if not self.is_settled(figure)) or self.positive

    def is_settled(self, figure: Figure) -> bool:
        """Whether a vague or open figure has been met by a number that agrees with it."""
        if not is_open(figure):
            return False
        return any(
            other.range.high != 0 and is_sharp(other.range, other.modifier) and agree(other.range, figure.range)
            for other in self.figures
            if other.range != figure.range
        )

    def known(self, number: Range) -> Figure | None:
        """The first figure that the number repeats, word by word or more loosely."""
        if number.high == 0:
            return None
        same = [f for f in self.figures if f.range == number]
        looser = [f for f in self.figures if f.range.high != 0 and covers(number, f.range)]
        return min(same or looser, key=lambda f: f.first.rank, default=None)

    @property
    def top(self) -> Figure | None:
        """The highest figure above 0 that stands."""
        return max(self.counting, key=lambda f: (f.range.low, f.range.high is None, f.range.high or 0), default=None)


def is_open(figure: Figure) -> bool:
    """Whether a figure is vague or open above."""
    return figure.range.high is None or is_loose(figure.modifier)


def standings(known: Known) -> dict[Account, Standing]:
    """Every account that is known of, indexed."""
    figures: dict[Account, list[Figure]] = {}
    for figure in known.figures:
        figures.setdefault(figure.account, []).append(figure)
    words: dict[Account, dict[tuple[str, Range], Word]] = {}
    for word in known.words:
        words.setdefault(word.account, {})[word.voice, word.range] = word
    tallies = {tally.account: tally for tally in known.tallies}
    accounts = sorted({*figures, *words, *tallies}, key=lambda a: (a.kind, a.group or "", a.feared))
    return {account: standing_of(account, figures, words, tallies) for account in accounts}


def standing_of(
    account: Account,
    figures: Mapping[Account, list[Figure]],
    words: Mapping[Account, Mapping[tuple[str, Range], Word]],
    tallies: Mapping[Account, Tally],
) -> Standing:
    """One account, indexed."""
    said = words.get(account, {})
    return Standing(
        account,
        tuple(sorted(figures.get(account, ()), key=lambda f: (f.first.rank, f.range.low))),
        said,
        tallies.get(account, Tally(account)),
        tuple(figures.get(account._replace(feared=True), ())) if not account.feared else (),
        {voice: word for (voice, _), word in said.items() if word.stands},
    )
