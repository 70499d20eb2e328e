"""What a user can tell the ledger, and how loudly a change is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from monitor.ledger.report import Report
from monitor.model import ChangeName, Severity

_LIKE_FIRST = (ChangeName.FIRST, ChangeName.RAISED, ChangeName.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Rules:
    """When a change counts, and how loudly it is told.

    `urgent_kinds` are the kinds whose first, raised and confirmed figures are urgent; every other alert is a notice.
    `rise` is the share by which a figure must pass one that is open above by a vague word (*more than 100*) to be
    raised. An event is old when it lies more than `old_after_days` before the article: its first figure is a notice.
    `groups` are the parts of a total (*children*) that alert like totals.
    """

    urgent_kinds: tuple[str, ...] = ("killed",)
    rise: float = 0.25
    old_after_days: int = 7
    groups: tuple[str, ...] = ()

    def watched(self, group: str) -> str | None:
        """The watched group that a part belongs to: its words hold the watched ones."""
        words = group.casefold().split()
        for asked in self.groups:
            wanted = asked.casefold().split()
            if any(words[at : at + len(wanted)] == wanted for at in range(len(words))):
                return asked
        return None

    def severity(self, change: ChangeName, kind: str, *, is_weak: bool, report: Report) -> Severity:
        """How loudly a change is told. `is_weak`: the number is only feared, or our own sum."""
        if change in (ChangeName.REPEAT, ChangeName.CORROBORATED):
            return Severity.NONE
        if change is ChangeName.REFINED:
            return Severity.DIGEST
        if change not in _LIKE_FIRST or kind not in self.urgent_kinds or is_weak:
            return Severity.NOTICE
        if change is not ChangeName.RAISED and self._is_old(report):
            return Severity.NOTICE
        return Severity.URGENT

    def _is_old(self, report: Report) -> bool:
        if report.at is None or report.event_at is None:
            return False
        return report.at - report.event_at > timedelta(days=self.old_after_days)
