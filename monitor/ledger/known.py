"""What a story knows of its figures: values only, loaded for one report and joined with what the report brought.

A `Known` may hold a whole story or just what one report can touch; `judge` reads it the same way. All of it is defined
by the set of reports, never by their order of arrival: a word has the place where it was first given, and what a voice
stands for is computed from its words (`monitor.ledger.standing`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from monitor.model import Bounds, Modifier

_NEVER = datetime.min.replace(tzinfo=UTC)


class Place(NamedTuple):
    """Where a report stands in a story: the claim's time, and the order of arrival where times are equal or unknown."""

    at: datetime | None
    order: int

    @property
    def rank(self) -> tuple[datetime, int]:
        """What places are sorted by; what has no time comes before all that has one."""
        return self.at or _NEVER, self.order

    def is_before(self, other: Place) -> bool:
        """Whether its time is earlier: places of one time, or of no time, are not before one another."""
        return (self.at or _NEVER) < (other.at or _NEVER)


class Account(NamedTuple):
    """What is counted apart from everything else: a kind, one part of it or its total, dead or only feared dead."""

    kind: str
    group: str | None
    feared: bool


class Range(NamedTuple):
    """The bounds of a number that was stated; `high` None is open above."""

    low: int
    high: int | None

    @property
    def bounds(self) -> Bounds:
        """The same, as the rest of the program writes it."""
        return Bounds(self.low, self.high)


@dataclass(frozen=True, slots=True)
class Word:
    """A number that one voice has given for one account, however often: `first` is where it was given first.

    `meant` is where it was first given without a better number of the same voice beside it (None: never, so that it can
    not stand); `renewed` the last place where a correction or an edit brought it back, `withdrawn` where one took it
    back. `is_firm` tells an asserted number from one that is only alleged. `article`, `revision` and `position`
    lead to the claim that gave it first.
    """

    account: Account
    voice: str
    name: str
    range: Range
    modifier: Modifier
    first: Place
    is_firm: bool
    is_authority: bool
    article: str
    revision: str
    position: int
    meant: Place | None = None
    renewed: Place | None = None
    withdrawn: Place | None = None
    stands: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the story has been given, whoever gave it.

    `first` is where it was first given, `firm` where it was first asserted (None: only alleged), `name` who gave it
    first. `standing` counts the voices that stand for it, `origins` the independent origins that gave it. A vague or
    open figure `is_settled` once a number that agrees with it was given: it counts no more where the next is compared.
    """

    account: Account
    range: Range
    modifier: Modifier
    name: str
    first: Place
    firm: Place | None = None
    standing: int = 0
    origins: int = 0
    is_settled: bool = False


@dataclass(frozen=True, slots=True)
class Alias:
    """A name that is another's voice in this story: a person's office or side, or the country of *the police*."""

    name: str
    voice: str
    display: str


@dataclass(frozen=True, slots=True)
class Said:
    """A number that a cluster's texts have given: what a copy repeats."""

    cluster: str
    account: Account
    range: Range


@dataclass(frozen=True, slots=True)
class Backing:
    """That an origin gives a figure."""

    account: Account
    range: Range
    origin: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a kind's figures were denied, and contradicted with another number; and how often by an authority."""

    account: Account
    denied: int = 0
    denied_by_authority: int = 0
    disputed: int = 0
    disputed_by_authority: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """What one story knows, or as much of it as one report can touch (`monitor.ledger.inquiry`).

    `latest` is the latest time of any report: where one without a date stands.
    """

    latest: datetime | None = None
    figures: tuple[Figure, ...] = ()
    words: tuple[Word, ...] = ()
    aliases: tuple[Alias, ...] = ()
    said: tuple[Said, ...] = ()
    backing: tuple[Backing, ...] = ()
    tallies: tuple[Tally, ...] = ()

    def is_late(self, at: datetime | None) -> bool:
        """Whether a report of that time comes after one of a later time."""
        return at is not None and self.latest is not None and at < self.latest
