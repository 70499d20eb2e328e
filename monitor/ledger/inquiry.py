"""What has to be known of a story to judge one report: the keys under which the store finds it."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.ledger.hearing import account_of
from monitor.ledger.report import Report
from monitor.ledger.voices import names_in, origin_key
from monitor.model import Scope


@dataclass(frozen=True, slots=True)
class Inquiry:
    """The part of a story's ledger that a report can touch.

    Every figure of these kinds and groups (`parts`), what is known of these `names`, and the words of these `voices`,
    and of those that the names turn out to be.
    """

    parts: tuple[tuple[str, str | None], ...]
    names: tuple[str, ...]
    voices: tuple[str, ...]


def inquiry(report: Report) -> Inquiry:
    """What to ask a story for before a report is judged."""
    claims = [*report.claims, *(report.earlier or ())]
    parts = {(account_of(c).kind, account_of(c).group) for c in claims if c.scope is Scope.EVENT}
    names = dict.fromkeys(name for c in claims for name in names_in(c.side, c.source))
    return Inquiry(
        tuple(sorted(parts, key=lambda part: (part[0], part[1] or ""))),
        tuple(names),
        tuple(dict.fromkeys((*names, origin_key(report.origin)))),
    )
