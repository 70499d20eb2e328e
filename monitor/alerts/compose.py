"""The alert that an article raises: all its changes, told once, under a line that says it all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from monitor.alerts.wording import change_in_words
from monitor.model import Alert, Article, Change, Severity


def compose(
    alert_id: str, story: str, article: Article, changes: Sequence[Change], labels: Mapping[str, str]
) -> Alert | None:
    """One alert for the changes that are heard, or None where there are none. `labels` are the kinds in words."""
    if not changes:
        return None
    ordered = tuple(sorted(changes, key=lambda change: -change.severity.rank))  # stable: loudest first
    return Alert(
        id=alert_id,
        story=story,
        article=article.key,
        revision=article.revision,
        severity=max(
            (change.severity for change in changes), key=lambda severity: severity.rank, default=Severity.NONE
        ),
        headline=" ".join(_line(change, labels) for change in ordered),
        changes=ordered,
    )


def _line(change: Change, labels: Mapping[str, str]) -> str:
    label = labels.get(change.kind, change.kind.replace("_", " ").capitalize())
    group = f" ({change.group})" if change.group else ""
    return f"{label}{group}: {change_in_words(change.change, change.before, change.after)} ({change.voice})."
