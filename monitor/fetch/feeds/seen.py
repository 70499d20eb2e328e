"""Which entries of a feed are new, which were edited, and which were there before under another name. Pure.

What is remembered of an entry is a mark of 28 bytes: hashes of its id, its link, its title, and of what it says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import NamedTuple

from monitor.fetch.identity import canonical, said
from monitor.model import Item

KEPT = 200
"""Entries remembered beside those that stand in the feed: one that comes back is no news."""

MOST_KEPT = 10_000

OVERFLOW_FROM = 5
"""Entries in a feed from which on a window without a known one is a loss, and no feed that shows its latest alone."""

_ID, _OTHER = 10, 6
_SIZE = _ID + 3 * _OTHER


class Mark(NamedTuple):
    """What is remembered of an entry."""

    id: bytes
    link: bytes
    title: bytes
    said: bytes


@dataclass(frozen=True, slots=True)
class Sifted:
    """The entries that are new or edited, in the feed's order, and what is to be remembered.

    `fresh` counts those that are new. `rotates`: the feed gives its entries new GUIDs at every poll, so that link and
    title name them. `overflowed`: it holds nothing known, so that what came before it is lost.
    """

    items: tuple[Item, ...]
    fresh: tuple[Item, ...]
    seen: bytes
    rotates: bool
    overflowed: bool


def sift(items: Sequence[Item], seen: bytes, *, rotates: bool = False) -> Sifted:
    """Hold a feed's entries against what was seen of it before.

    An entry is known by its id. In a feed where more than half of the entries have new ids under old titles and links,
    it is known by these. A GUID that comes again with another link and another title is a new entry's.
    """
    before = marks(seen)
    past = _Past(before)
    now = [_mark(item) for item in items]
    renamed = sum(1 for mark in now if past.is_renamed(mark))
    rotates = rotates or (renamed > 1 and 2 * renamed > len(now))
    kept: list[Item] = []
    fresh: list[Item] = []
    for item, mark in zip(items, now, strict=True):
        known = past.known(mark, by_id=not rotates)
        if known is not None and known.said == mark.said:
            continue
        reused = known is not None and known.link != mark.link and known.title != mark.title
        named = _renamed(item, mark) if rotates or reused else item
        kept.append(named)
        if known is None or reused:
            fresh.append(named)
    any_known = len(fresh) < len(items)
    return Sifted(
        tuple(kept),
        tuple(fresh),
        _joined(now, before),
        rotates,
        bool(before) and len(items) >= OVERFLOW_FROM and not any_known,
    )


class _Past:
    """What was seen of a feed, by the ids of its entries, and by their links with their titles."""

    def __init__(self, before: Sequence[Mark]) -> None:
        self._by_id = {mark.id: mark for mark in before}
        self._by_place: dict[tuple[bytes, bytes], list[Mark]] = {}
        for mark in before:
            self._by_place.setdefault((mark.link, mark.title), []).append(mark)

    def is_renamed(self, mark: Mark) -> bool:
        """Whether an entry was there before under another id."""
        return mark.id not in self._by_id and (mark.link, mark.title) in self._by_place

    def known(self, mark: Mark, *, by_id: bool) -> Mark | None:
        """The mark of an entry as it was before; of several at its place one that said the same, else the latest."""
        same = self._by_id.get(mark.id) if by_id else None
        if same is not None and (same.link == mark.link or same.title == mark.title):
            return same
        there = self._by_place.get((mark.link, mark.title), ())
        return next((one for one in there if one.said == mark.said), there[0] if there else same)


def marks(seen: bytes) -> list[Mark]:
    """What is remembered, one mark an entry, the latest first."""
    return [
        Mark(
            seen[at : at + _ID],
            seen[at + _ID : at + _ID + _OTHER],
            seen[at + _ID + _OTHER : at + _SIZE - _OTHER],
            seen[at + _SIZE - _OTHER : at + _SIZE],
        )
        for at in range(0, len(seen) - _SIZE + 1, _SIZE)
    ]


def _joined(now: Sequence[Mark], before: Sequence[Mark]) -> bytes:
    """The marks of a feed as it stands, then of those that stood in it before."""
    latest = {mark.id: mark for mark in reversed(now)}
    standing = dict.fromkeys(latest[mark.id] for mark in now)
    gone = (mark for mark in before if mark.id not in latest)
    room = min(KEPT, max(0, MOST_KEPT - len(standing)))
    return b"".join(b"".join(mark) for mark in (*standing, *(mark for mark, _ in zip(gone, range(room), strict=False))))


def _mark(item: Item) -> Mark:
    link = canonical(item.url) if item.url else ""
    return Mark(_hash(item.id, _ID), _hash(link, _OTHER), _hash(item.title or "", _OTHER), _hash(said(item), _OTHER))


def _renamed(item: Item, mark: Mark) -> Item:
    """The entry under a name that does not hang on its GUID."""
    return replace(item, id=f"{item.source}#{item.url or (mark.link + mark.title).hex()}")


def _hash(text: str, size: int) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).digest()
