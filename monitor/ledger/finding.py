"""What a number is tried against, and what is found that it would change."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.ledger.account import Standing
from monitor.ledger.hearing import Candidate
from monitor.ledger.known import Place, Range, Word
from monitor.model import Bounds, ChangeName


@dataclass(frozen=True, slots=True)
class Finding:
    """What a candidate would change. `change` None: nothing, and it is no corroboration either.

    `is_counted`: one more denial or contradiction of what has been denied or contradicted before.
    """

    candidate: Candidate
    change: ChangeName | None
    reason: str
    before: Bounds | None = None
    against: tuple[str, ...] = ()
    is_counted: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What a number is tried against: the account as it stood, and what else the report is.

    `cluster` are the numbers that a copy's cluster gave, `revised` those of the article's earlier revision. `retracted`
    are the words that the text takes back, `dropped` those that an edit left out. `more_deaths` is how far a number may
    fall because as many more have died.
    """

    account: Standing
    place: Place
    rise: float
    cluster: frozenset[Range] = frozenset()
    revised: frozenset[Range] = frozenset()
    retracted: tuple[Word, ...] = ()
    dropped: tuple[Word, ...] = ()
    more_deaths: int = 0

    @property
    def is_correction(self) -> bool:
        """Whether numbers that were known before may come back: an edit, or a text that takes one back."""
        return bool(self.revised or self.retracted)

    def own(self, candidate: Candidate) -> Word | None:
        """What the candidate's voice stands for."""
        return self.account.own.get(candidate.voice.key)
