"""The alert that an article raises: all its changes, told once, under a line that says it all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from monitor.alerts.policy import headline_figure, stands_of
from monitor.alerts.view import ChangeView, Policy, VoiceMove
from monitor.alerts.wording import bounds_in_words, change_in_words
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
        headline=" ".join(line(change, labels.get(change.kind, change.kind)) for change in ordered),
        changes=ordered,
    )


def headline(
    changes: Sequence[ChangeView], voices: Sequence[VoiceMove], policy: Policy, at: datetime | None = None
) -> str:
    """What changed, and how it stands by the policy: `Injured: dozens → more than 100 (union). Police: none.`

    By *all sides*, whoever stands for another number is named after the change; by another policy, its number is.
    """
    return " ".join(part for change in changes for part in _told(change, voices, policy, at))


def _told(change: ChangeView, voices: Sequence[VoiceMove], policy: Policy, at: datetime | None) -> Iterator[str]:
    yield line(change, change.label)
    if change.group is not None:
        return
    about = [one for one in voices if (one.kind, one.group) == (change.kind, None) and one.after is not None]
    if policy is not Policy.ALL_SIDES:
        yield f"{policy.value.capitalize()}: {headline_figure(stands_of(about, at), policy)}."
        return
    others = [one for one in about if one.voice != change.voice and one.after not in (change.after, change.before)]
    for other in others[:3]:
        yield f"{other.voice[:1].upper()}{other.voice[1:]}: {bounds_in_words(other.after, other.modifier)}."
    if len(others) > 3:
        yield f"{len(others) - 3} more say otherwise."


def line(change: Change | ChangeView, label: str) -> str:
    """One change on a line: `Killed: 12 → 15 (police).`"""
    label = label if label != change.kind else change.kind.replace("_", " ").capitalize()
    group = f" ({change.group})" if change.group else ""
    return f"{label}{group}: {change_in_words(change)} ({change.voice})."
