"""Who hears of what: a watch says which changes it wants to hear of, and where it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from monitor.model import Change, Severity


@dataclass(frozen=True, slots=True)
class Watch:
    """What to hear of, and over which channels.

    `kinds` empty: every kind. `groups` are parts of a total (*children*) that the watch asks for besides the totals.
    `least` is the lowest severity that is sent at once; what is less severe, down to `digest`, is told in the digest.
    """

    name: str = "default"
    kinds: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    least: Severity = Severity.NOTICE
    channels: tuple[str, ...] = ("log",)


DEFAULT = Watch()
"""The watch of a service that was given none: every kind; notice and above to the log."""


def heard(changes: Sequence[Change], watch: Watch) -> tuple[Change, ...]:
    """The changes that a watch would hear of, at once or in its digest, in the order given."""
    return tuple(
        change
        for change in changes
        if change.severity is not Severity.NONE
        and (not watch.kinds or change.kind in watch.kinds)
        and (change.group is None or change.group in watch.groups)
    )


def channels_for(changes: Sequence[Change], watch: Watch) -> tuple[str, ...]:
    """The channels to tell at once: none where no change is severe enough."""
    loud = any(change.severity.rank >= watch.least.rank for change in heard(changes, watch))
    return watch.channels if loud else ()
