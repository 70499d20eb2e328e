"""A feed's entries to items: their order, times, addresses, and an id for each."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from monitor.errors import InputError
from monitor.fetch.feeds.feed import Entry, Feed, read
from monitor.fetch.limits import MAX_ENTRIES
from monitor.fetch.note import Note
from monitor.fetch.state import NO_WISHES, Wishes
from monitor.fetch.text import dates
from monitor.model import Item, Media, Moment, TimeOrigin

_BRIDGE = re.compile(r"\s*Bridge returned error\b|\s*\[?RSS-Bridge\]?\W{0,3}error\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Content:
    """What a feed holds: its items in order of publication, those without a date last, and what is wrong with it.

    `rejected` counts entries that are error messages of the program that made the feed.
    """

    items: tuple[Item, ...]
    wishes: Wishes = NO_WISHES
    fault: str | None = None
    notes: tuple[str, ...] = ()
    rejected: int = 0
    title: str | None = None


def entries(
    body: bytes,
    where: str,
    *,
    outlet: str | None = None,
    language: str | None = None,
    fetched: datetime | None = None,
    offline: bool = False,
    source: str | None = None,
) -> Iterator[Item | InputError | Note]:
    """The items of a recorded feed, with notes on what is wrong with it. One that cannot be read is one InputError."""
    try:
        found = content(body, where, outlet=outlet, language=language, fetched=fetched, offline=offline, source=source)
    except InputError as error:
        yield error
        return
    if found.fault is not None:
        yield Note(where, f"is broken ({found.fault}): its {len(found.items)} good entries are used")
    yield from (Note(where, note) for note in found.notes)
    yield from found.items


def content(
    body: bytes,
    where: str,
    *,
    content_type: str = "",
    outlet: str | None = None,
    language: str | None = None,
    fetched: datetime | None = None,
    offline: bool = False,
    source: str | None = None,
) -> Content:
    """Read a feed of any form.

    `where` names it for people; `source` is what ids begin with, `where` unless told. `outlet`, `language` and
    `fetched` hold for every entry. Raises InputError where it cannot be read at all.
    """
    feed = read(body, where, content_type)
    accepted = [entry for entry in feed.entries if not _BRIDGE.match(entry.title or "")]
    notes = []
    rejected = len(feed.entries) - len(accepted)
    if rejected:
        notes.append(f"{rejected} of its entries are error messages of a bridge: they are left out")
    if len(accepted) > MAX_ENTRIES:
        notes.append(f"holds {len(accepted)} entries: the first {MAX_ENTRIES} are read")
    dated, impossible = _dated(accepted[:MAX_ENTRIES], fetched)
    if impossible:
        read_as = "as of the moment they came" if fetched else "as undated"
        notes.append(f"{impossible} of its entries carry a date that cannot be: they are read {read_as}")
    items = tuple(_items(dated, feed, where, outlet, language, fetched, offline, source or where))
    return Content(items, feed.wishes, feed.fault, tuple(notes), rejected, feed.title)


def _dated(found: list[Entry], fetched: datetime | None) -> tuple[list[tuple[Moment | None, Entry]], int]:
    """The entries with their times, in order of these, and how many times are impossible.

    A feed's newest entry stands first: among entries of one time, or of none, the last comes first. A time that cannot
    be is the moment at which the entry came, where that is known.
    """
    placed = []
    impossible = 0
    for position, entry in enumerate(found):
        moment = dates.plausible(dates.moment(entry.published, TimeOrigin.FEED), fetched)
        if entry.published is not None and moment is None:
            impossible += 1
            moment = Moment(fetched, TimeOrigin.FEED, guessed=True) if fetched else None
        placed.append((moment is None, moment.at.timestamp() if moment else 0.0, -position, moment, entry))
    placed.sort(key=lambda one: one[:3])
    return [(moment, entry) for *_, moment, entry in placed], impossible


def _items(
    dated: list[tuple[Moment | None, Entry]],
    feed: Feed,
    where: str,
    outlet: str | None,
    language: str | None,
    fetched: datetime | None,
    offline: bool,
    source: str,
) -> Iterator[Item]:
    base = _resolved(where, feed.link) or (where if "://" in where else "")
    names = _Names(source)
    for moment, entry in dated:
        link = _resolved(base, entry.link)
        name = names.give(entry, link)
        if name is None:
            continue
        yield Item(
            id=name,
            content=entry.content or entry.title or "",
            media=entry.media if entry.content else Media.PLAIN,
            title=entry.title,
            url=link,
            outlet=outlet or feed.title,
            published=moment,
            fetched=fetched,
            language=language or entry.language or feed.language,
            credit=entry.credit,
            source=source,
            offline=offline,
        )


class _Names:
    """Ids for a feed's entries. A GUID that stands for two entries gives way to the link, then to the content."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._given: set[str] = set()
        self._seen: set[str] = set()

    def give(self, entry: Entry, link: str | None) -> str | None:
        """An id that no other entry has; None for the same entry over again."""
        said = f"{entry.guid}\n{entry.title}\n{link}\n{entry.content}".encode("utf-8", "replace")
        content = hashlib.blake2b(said, digest_size=8).hexdigest()
        if content in self._seen:
            return None
        self._seen.add(content)
        name = next(one for one in (entry.guid, link, content) if one and one not in self._given)
        self._given.add(name)
        return f"{self._source}#{name}"


def _resolved(base: str, link: str | None) -> str | None:
    if not link:
        return None
    try:
        found = urljoin(base, link)
        return found if urlsplit(found).scheme in {"http", "https"} else None
    except ValueError:
        return None
