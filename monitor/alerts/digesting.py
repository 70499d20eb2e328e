"""When a watch's digest is due, and over which span: pure, from the times that it asks for and the last one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from monitor.alerts.hours import last_due
from monitor.alerts.watch import Watch


@dataclass(frozen=True, slots=True)
class DigestDue:
    """A digest that a watch is to be sent: what was learnt after `since`, up to `until`."""

    id: str
    watch: str
    channels: tuple[str, ...]
    since: datetime
    until: datetime


def digests_due(watches: Iterable[Watch], last: Mapping[str, datetime], now: datetime) -> tuple[DigestDue, ...]:
    """The digests whose time has come since `last`: by the name of a watch, where its last digest ended or it began.

    However many times were missed, there is one, from the end of the last. A watch that has not begun has none due. The
    same watch and time are the same digest, whenever it is asked for.
    """
    found = []
    for watch in watches:
        until, since = last_due(watch.digest, watch.zone, now), last.get(watch.name)
        if until is None or since is None or since >= until:
            continue
        told = sha256(f"digest\0{watch.name}\0{until.isoformat()}".encode()).hexdigest()[:20]
        found.append(DigestDue(told, watch.name, watch.channels, since, until))
    return tuple(found)
