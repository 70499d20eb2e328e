"""What the ledger is told, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from monitor.ledger.correction import Correction
from monitor.ledger.known import Alias, Backing, Figure, Said, Tally, Word
from monitor.model import Bounds, Change, ChangeName, Claim, Totals


@dataclass(frozen=True, slots=True)
class AsRead:
    """What was read in a revision, before users set it right: claims, totals, and what was made of each claim."""

    claims: tuple[Claim, ...]
    totals: Totals
    corrections: tuple[Correction | None, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One article revision arriving at a story.

    `at` is the claims' time: the article's own, for a revision the moment it was fetched, for an undated article its
    arrival, None where nothing is known. `order` is its place in the order of arrival. `origin` names where the text
    comes from: the agency that it credits, else its publisher or cluster. `authority` holds, for each claim, whether
    its voice is an authority; empty: none is. `is_copy` tells a text that joined an earlier one's cluster, `earlier`
    the claims of the article's last revision (None: this is its first). `event_at` is when the event happened, where
    that is known. `outlet` is what readers call the origin where no agency is credited. `as_read` is what the claims
    and totals were where a user set one right.
    """

    article: str
    revision: str
    cluster: str
    origin: str
    at: datetime | None
    order: int
    claims: tuple[Claim, ...]
    totals: Totals = field(default_factory=dict)
    authority: tuple[bool, ...] = ()
    is_copy: bool = False
    earlier: tuple[Claim, ...] | None = None
    event_at: datetime | None = None
    outlet: str | None = None
    as_read: AsRead | None = None

    @property
    def read(self) -> AsRead:
        """What was read in the article itself."""
        return self.as_read or AsRead(self.claims, self.totals, (None,) * len(self.claims))

    def is_authority(self, position: int) -> bool:
        """Whether the voice of the claim at a position is an authority."""
        return position < len(self.authority) and self.authority[position]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one claim: the change that it made or would have made, and why; None where it moves no figure.

    `told` marks the claim whose change the article's alert or digest entry tells. `against` are the voices that it was
    compared with. `reason` is a phrase for a reader.
    """

    claim: int
    voice: str
    name: str
    change: ChangeName | None
    reason: str
    against: tuple[str, ...] = ()
    before: Bounds | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a report changes: for the reader (`changes`, `verdicts`), and in what is known (the rest).

    `changes` holds one change a kind, and one for each watched group of a kind, all of a severity that is told.
    `verdicts` holds one verdict a claim, in their order. `words`, `figures`, `tallies` replace what stood under the
    same key; `aliases`, `said` and `backing` are new.
    """

    changes: tuple[Change, ...]
    verdicts: tuple[Verdict, ...]
    latest: datetime | None
    words: tuple[Word, ...] = ()
    figures: tuple[Figure, ...] = ()
    aliases: tuple[Alias, ...] = ()
    said: tuple[Said, ...] = ()
    backing: tuple[Backing, ...] = ()
    tallies: tuple[Tally, ...] = ()
