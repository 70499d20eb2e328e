"""What has to be known of a story to judge one report: the keys under which the store finds it."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.ledger.hearing import account_of, number_of
from monitor.ledger.known import Account, Range
from monitor.ledger.report import Report
from monitor.ledger.voices import names_in, origin_key
from monitor.model import Scope


@dataclass(frozen=True, slots=True)
class Inquiry:
    """The part of a story's ledger that a report can touch.

    Of these kinds and groups (`parts`): the figures that stand and those that meet one of the `numbers`, and the parts
    of any group that are one of them; what is known of the `names`; the words that the `voices` stand for, and those of
    one of the `numbers`. Where the report is late, every figure, and every word of these voices and of those that gave
    one of the numbers, or a looser form of it, at a later time and were the first to.
    """

    parts: tuple[tuple[str, str | None], ...]
    names: tuple[str, ...]
    voices: tuple[str, ...]
    numbers: tuple[tuple[Account, Range], ...]


def inquiry(report: Report) -> Inquiry:
    """What to ask a story for before a report is judged."""
    claims = [*report.claims, *(report.earlier or ())]
    parts = {(account_of(c).kind, account_of(c).group) for c in claims if c.scope is Scope.EVENT}
    names = dict.fromkeys(name for c in claims for name in names_in(c.side, c.source))
    numbers = {(account_of(c), number_of(c)) for c in claims if c.scope is Scope.EVENT}
    return Inquiry(
        tuple(sorted(parts, key=lambda part: (part[0], part[1] or ""))),
        tuple(names),
        tuple(dict.fromkeys((*names, origin_key(report.origin)))),
        tuple(sorted(numbers, key=_order)),
    )


def _order(number: tuple[Account, Range]) -> tuple[str, str, bool, int, int]:
    account, stated = number
    return account.kind, account.group or "", account.feared, stated.low, stated.high or 0
