"""One account of a story, indexed for comparison: its figures, and what each voice said and stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from monitor.ledger.comparison import agree, covers, is_loose, is_sharp
from monitor.ledger.known import Account, Figure, Known, Range, Tally, Word


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in one account: its figures, every loaded word by voice and range, and what each voice stands for.

    `beside` are the figures of the same kind and group that are only feared; for an account of those, the others.
    """

    account: Account
    figures: tuple[Figure, ...]
    words: Mapping[tuple[str, Range], Word]
    tally: Tally
    beside: tuple[Figure, ...] = ()
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
        return max(self.counting, key=height, default=None)


def height(figure: Figure) -> tuple[int, bool, int]:
    """What figures are ordered by, the highest last: the low, then open above, then the high."""
    return figure.range.low, figure.range.high is None, figure.range.high or 0


def is_open(figure: Figure) -> bool:
    """Whether a figure is vague or open above."""
    return figure.range.high is None or is_loose(figure.modifier)


def standings(known: Known) -> Callable[[Account], Standing]:
    """Every account that is known of, indexed once; one that is not known of is empty."""
    figures: dict[Account, list[Figure]] = {}
    for figure in sorted(known.figures, key=lambda f: (f.first.rank, f.range.low)):
        figures.setdefault(figure.account, []).append(figure)
    words: dict[Account, dict[tuple[str, Range], Word]] = {}
    for word in sorted(known.words, key=lambda w: (w.first.rank, w.voice, w.range.low)):
        words.setdefault(word.account, {})[word.voice, word.range] = word
    tallies = {tally.account: tally for tally in known.tallies}

    def of(account: Account) -> Standing:
        said = words.get(account, {})
        return Standing(
            account,
            tuple(figures.get(account, ())),
            said,
            tallies.get(account, Tally(account)),
            tuple(figures.get(account._replace(feared=not account.feared), ())),
            {voice: word for (voice, _), word in said.items() if word.stands},
        )

    return of
