"""What is asked for and what is remembered of it between two times: subscriptions, feeds, pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from monitor.model import Item


class Pages(StrEnum):
    """When the page of a feed's entry is fetched."""

    AUTO = "auto"  # where the feed's own text is short or cut
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed to poll, as the operator named it."""

    url: str
    outlet: str | None = None
    language: str | None = None
    pages: Pages = Pages.AUTO


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of a version of a page, to be given back exactly as it came (RFC 9110, 8.8)."""

    etag: str | None = None
    last_modified: str | None = None


NOTHING_KNOWN = Validators()


class Trouble(StrEnum):
    """What an operator is told of a feed, once, until it is over."""

    FAILING = "failing"  # no answer, or an error, time after time
    GONE = "gone"  # 410: not polled any more
    REFUSED = "refused"  # leads to an address that is not public
    HTML = "html"  # a page where a feed should be
    BROKEN = "broken"  # faulty, but its entries are used
    BRIDGE = "bridge"  # entries that are a bridge's error messages
    MOVED = "moved"
    OVERFLOWED = "overflowed"  # everything in it is new: what came between is lost
    SILENT = "silent"  # nothing new for longer than ever


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a feed's own text asks to be polled: no sooner than `wait`, not in these hours (UTC) and days (0: Monday)."""

    wait: timedelta = timedelta()
    skip_hours: tuple[int, ...] = ()
    skip_days: tuple[int, ...] = ()


NO_WISHES = Wishes()


@dataclass(frozen=True, slots=True)
class Move:
    """A permanent redirect that was seen: where to, since when, and how often."""

    to: str
    since: datetime
    seen: int = 1


@dataclass(frozen=True, slots=True)
class FeedState:
    """A feed as it was after its last poll; one that was never polled remembers nothing and is due.

    `address` is where it has moved to. `read_at` is the last time that its text came, `brought_at` the last time that
    something new did. `gap` is the usual time between two entries, `pause` the longest time without any. `seen` holds
    the marks of its entries (`seen.py`); `rotates` where its GUIDs change from poll to poll. `failures` counts polls in
    a row that brought nothing readable, for the reason `error`; `fault` is what is wrong with a feed that can be read.
    `told` is what the operator knows. `disabled_at`: it said that it is gone, and is not polled any more.
    """

    url: str
    address: str | None = None
    move: Move | None = None
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    first_polled_at: datetime | None = None
    polled_at: datetime | None = None
    read_at: datetime | None = None
    brought_at: datetime | None = None
    due_at: datetime | None = None
    gap: timedelta | None = None
    pause: timedelta | None = None
    wishes: Wishes = NO_WISHES
    failures: int = 0
    error: str | None = None
    fault: str | None = None
    told: tuple[Trouble, ...] = ()
    held_until: datetime | None = None
    disabled_at: datetime | None = None
    rotates: bool = False
    seen: bytes = b""

    @property
    def asked_at(self) -> str:
        """The address at which it is polled."""
        return self.address or self.url


@dataclass(frozen=True, slots=True)
class PageState:
    """An article's page: the item that was last handed over for it, and when it is looked at next.

    `waits`: the item is a feed's entry that was not handed over yet; it is, as it stands, where the page cannot be had.
    `from_page`: the item's text is the page's, and not the feed's. `watched_since`: its story, or its text, moved then.
    `visits` counts the visits since the article's text last changed, `failures` those in a row that brought nothing.
    `due_at` None: it is watched no more.
    """

    url: str
    item: Item
    waits: bool = False
    from_page: bool = False
    etag: str | None = None
    last_modified: str | None = None
    watched_since: datetime | None = None
    visited_at: datetime | None = None
    due_at: datetime | None = None
    visits: int = 0
    failures: int = 0
    error: str | None = None
