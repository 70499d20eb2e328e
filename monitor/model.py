"""The nouns that every room shares. Values only: frozen, picklable, and knowing nothing of the rest of the program.

Times are timezone-aware UTC datetimes. Offsets are code points of `Article.text`, half open. Ids are text made from
content, never from a counter or a clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A piece of an article's text: code points `start` up to, not including, `end`."""

    start: int
    end: int


class Modifier(StrEnum):
    """How a number was put."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    FEWER_THAN = "fewer_than"
    ABOUT = "about"
    BETWEEN = "between"
    VAGUE = "vague"
    DERIVED = "derived"  # our own sum of stated parts
    NONE = "none"  # no number was stated


class Status(StrEnum):
    """How firmly a claim is made."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    CONFIRMED = "confirmed"
    FEARED = "feared"
    DENIED = "denied"
    DISPUTED = "disputed"
    RETRACTED = "retracted"
    UNREPORTED = "unreported"


class Scope(StrEnum):
    """What a number is about: the article's own event, another one or a running total, or nothing that happened."""

    EVENT = "event"
    BACKGROUND = "background"
    HYPOTHETICAL = "hypothetical"


class ChangeName(StrEnum):
    """What an article does to what is known, in the order in which a claim is tried."""

    REPEAT = "repeat"
    FIRST = "first"
    RAISED = "raised"
    LOWERED = "lowered"
    REVISED = "revised"
    REFINED = "refined"
    CONFIRMED = "confirmed"
    DENIED = "denied"
    DISPUTED = "disputed"
    CORRECTED = "corrected"
    CORROBORATED = "corroborated"


class Severity(StrEnum):
    """How loudly a change is told. `NONE` is not listed as a change; `DIGEST` is shown in the digest alone."""

    NONE = "none"
    DIGEST = "digest"
    NOTICE = "notice"
    URGENT = "urgent"

    @property
    def rank(self) -> int:
        """0 for `NONE` up to 3 for `URGENT`."""
        return _RANK[self]


_RANK = {severity: rank for rank, severity in enumerate(Severity)}


class TimeOrigin(StrEnum):
    """Where a time was read."""

    MANIFEST = "manifest"  # a manifest, or a field of a JSONL line
    FEED = "feed"
    PAGE = "page"  # a page's own metadata
    TEXT = "text"  # a line of the text: "Updated: June 20, 2023, 9:48 PM"


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as a source gives it. `guessed` where its zone or hour was not stated and had to be assumed."""

    at: datetime
    origin: TimeOrigin
    guessed: bool = False


class Media(StrEnum):
    """What an item's content is made of."""

    PLAIN = "plain"
    HTML = "html"  # a whole page
    FRAGMENT = "fragment"  # HTML inside a feed entry


@dataclass(frozen=True, slots=True)
class Item:
    """A text as a source hands it over, decoded but not yet read.

    `id` names it for people and in output: the path inside the input, `path#guid`, or the id of a JSONL line. `where`
    names it in errors where the id is not enough: a file and a line of it.
    `source` is the feed or input that it came from; `credit` what the feed says of its author or origin
    (`dc:creator`, RSS `<source>`). `updated` is the last update that its page states in its metadata. `offline` marks
    recorded input, which alerts whatever its date.
    """

    id: str
    content: str
    media: Media = Media.PLAIN
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: Moment | None = None
    fetched: datetime | None = None
    language: str | None = None
    credit: str | None = None
    source: str | None = None
    offline: bool = True
    where: str | None = None
    updated: Moment | None = None

    @property
    def named(self) -> str:
        """What an error calls it."""
        return self.where or self.id

    @property
    def arrived(self) -> datetime | None:
        """When it reached us: when it was fetched, else when it was published, else unknown."""
        return self.fetched or (self.published.at if self.published else None)


@dataclass(frozen=True, slots=True)
class Article:
    """One revision of one text at one URL, cleaned: the unit of everything that follows.

    `key` is the article's identity: the same for every revision of one URL. `revision` is a hash of title and text.
    `text` is the text as it came (a page's or fragment's extracted text); `body` are the lines of it that are the
    article, in order, page furniture left out: only these are read. `published` is when it appeared; `updated` is the
    last update that the article itself states. A title that is also a line of `text` is marked by `title_at`.
    """

    id: str
    key: str
    revision: str
    text: str
    body: tuple[Span, ...]
    title: str | None = None
    title_at: Span | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: Moment | None = None
    updated: Moment | None = None
    fetched: datetime | None = None
    credit: str | None = None
    source: str | None = None
    offline: bool = True

    @property
    def arrived(self) -> datetime | None:
        """When it reached us: when it was fetched, else when it was published, else unknown."""
        return self.fetched or (self.published.at if self.published else None)

    @property
    def stands_at(self) -> datetime | None:
        """The article's own time, against which its words *today* and *on Tuesday* are read.

        Its last stated update, else its publication, else nothing: a stamp with no zone does not override a
        publication within 14 hours of it.
        """
        if self.updated is None:
            return self.published.at if self.published else None
        if self.published is None or not self.updated.guessed:
            return self.updated.at
        apart = abs((self.updated.at - self.published.at).total_seconds())
        return self.published.at if apart <= 14 * 3600 else self.updated.at


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of a figure in one article: who says it, how firmly, of what event.

    `low` and `high` are the bounds that the words give: `high` None is open above, both None a bare denial or dispute.
    `group` names the part of a total that was counted; None for a total. `quote` is the sentence, at `start`..`end` of
    the article's text; a claim read in the title alone has null offsets. `number` is where the words of the number
    stand, in the same coordinates as the quote's own start (offsets into `quote`). `names` are the victims named.
    """

    kind: str
    low: int | None
    high: int | None
    modifier: Modifier
    status: Status
    scope: Scope
    quote: str
    start: int | None
    end: int | None
    refers_to: str | None = None
    source: str | None = None
    side: str | None = None
    group: str | None = None
    number: Span | None = None
    names: tuple[str, ...] = ()

    @property
    def is_total(self) -> bool:
        """Whether it can stand as a total of the event: of this event, with a number, and no part of another."""
        stated = self.low is not None and self.modifier is not Modifier.NONE
        return stated and self.scope is Scope.EVENT and self.group is None


@dataclass(frozen=True, slots=True)
class Bounds:
    """A range of whole numbers; `high` None is open above."""

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """What one article changes in what a story knows of one kind.

    `before` are the bounds that stood and `after` the new ones (None: nothing stood, or nothing is stated now). `voice`
    says it, as firmly as `status`. `claim` is the position, in the article's claims, of the claim that made the change
    (None: a number that an edit dropped); `against` are the voices that it was compared with; `reason` is the rule in
    words.
    """

    kind: str
    change: ChangeName
    before: Bounds | None
    after: Bounds | None
    voice: str
    severity: Severity
    claim: int | None
    group: str | None = None
    against: tuple[str, ...] = ()
    reason: str = ""
    status: Status = Status.ASSERTED


@dataclass(frozen=True, slots=True)
class Alert:
    """All that one article changes, told once. `id` is made from what changed; `headline` says it in a line."""

    id: str
    story: str
    article: str
    revision: str
    severity: Severity
    headline: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """The articles, from any origin, about one real-world event."""

    id: str
    title: str
    first_at: datetime | None
    last_at: datetime | None
    articles: int


Totals = Mapping[str, Bounds]
"""The event's total by kind, as one article puts it."""
