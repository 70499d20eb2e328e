"""One account of a story, indexed for comparison: its figures, and what each voice said and stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from monitor.ledger.comparison import agree, covers, is_loose, is_sharp
from monitor.ledger.known import Account, Figure, Known, Range, Tally, Word


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in one account: its figures, every loaded word by voice and range, and what each voice stands for.

    `beside` are the figures above 0 of the same kind and group that are only feared; for an account of those, the
    others. `positive` are the figures above 0 that a voice stands for; `counting` those of them that a new number is
    compared with: a vague or open one that a number met counts no more. `parts` are the figures of its groups.
    """

    account: Account
    figures: tuple[Figure, ...]
    words: Mapping[tuple[str, Range], Word]
    tally: Tally
    own: Mapping[str, Word]
    beside: tuple[Figure, ...]
    positive: tuple[Figure, ...]
    counting: tuple[Figure, ...]
    parts: tuple[Figure, ...]

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


def settles(number: Figure, figure: Figure) -> bool:
    """Whether a number meets a vague or open figure: it agrees with it, and is a number of its own."""
    if not is_open(figure) or number.range == figure.range or number.range.high == 0:
        return False
    return is_sharp(number.range, number.modifier) and agree(number.range, figure.range)


def standings(known: Known) -> Callable[[Account], Standing]:
    """Every account that is known of, indexed once; one that is not known of is empty."""
    figures: dict[Account, list[Figure]] = {}
    parts: dict[str, list[Figure]] = {}
    for figure in sorted(known.figures, key=lambda f: (f.first.rank, height(f))):
        figures.setdefault(figure.account, []).append(figure)
        if figure.account.group is not None:
            parts.setdefault(figure.account.kind, []).append(figure)
    words: dict[Account, dict[tuple[str, Range], Word]] = {}
    for word in sorted(known.words, key=lambda w: (w.first.rank, w.voice, w.range.low)):
        words.setdefault(word.account, {})[word.voice, word.range] = word
    tallies = {tally.account: tally for tally in known.tallies}

    def of(account: Account) -> Standing:
        said, given = words.get(account, {}), tuple(figures.get(account, ()))
        others = figures.get(account._replace(feared=not account.feared), ())
        positive = _positive(given)
        return Standing(
            account,
            given,
            said,
            tallies.get(account, Tally(account)),
            {voice: word for (voice, _), word in said.items() if word.stands},
            _positive(others),
            positive,
            tuple(figure for figure in positive if not figure.is_settled) or positive,
            tuple(parts.get(account.kind, ())) if account.group is None else (),
        )

    return of


def _positive(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    return tuple(figure for figure in figures if figure.standing and figure.range.high != 0)
