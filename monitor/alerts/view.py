"""What a reader is shown of a story: values that every rendering (text, Markdown, HTML, JSON) is made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from monitor.model import Bounds, ChangeName, Modifier, Severity, Span, Status, Story


class Policy(StrEnum):
    """Which number a headline shows where voices differ. Named on every output."""

    ALL_SIDES = "all sides"
    LOWEST_CREDIBLE = "lowest credible"
    LOW_BEST_HIGH = "low, best, high"
    LATEST_OFFICIAL = "latest official"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands in a stored article, with the number in it, and where to find it.

    `claim` is the address under which a user can set right what was read in it.
    """

    claim: str
    quote: str
    number: Span | None
    outlet: str | None
    url: str | None
    article: str  # the id its source gave it
    at: datetime | None


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a total that a voice counted: 15 officers."""

    group: str
    bounds: Bounds
    modifier: Modifier
    said: Sentence


@dataclass(frozen=True, slots=True)
class VoiceView:
    """What one voice stands for, in one kind. `bounds` are null where it counted parts and no total.

    `origins` counts the independent origins that gave the number.
    """

    voice: str
    bounds: Bounds
    modifier: Modifier
    status: Status
    parts: tuple[PartView, ...]
    said: Sentence
    is_authority: bool = False
    origins: int = 1


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change, as an article brought it."""

    kind: str
    label: str
    change: ChangeName
    before: Bounds | None
    after: Bounds | None
    modifier: Modifier | None
    status: Status
    voice: str
    severity: Severity
    group: str | None
    reason: str
    alert: str | None
    against: tuple[str, ...]
    said: Sentence


@dataclass(frozen=True, slots=True)
class FigureView:
    """A kind in a story: who stands for what, and how it came to that.

    `voices` are those that say it; `echoes` the outlets that give, in words of their own, a number that a voice stands
    for.
    """

    kind: str
    label: str
    disputed: bool
    voices: tuple[VoiceView, ...]
    echoes: tuple[str, ...]
    timeline: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class OriginView:
    """Where texts of a story came from: one origin, however often it was printed."""

    origin: str
    outlets: tuple[str, ...]
    articles: int
    copies: int


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story as it stands, with what changed in the time that was asked for.

    `place` is where its articles have it, `entities` are the names that tell most, `related` are other events that
    belong to it. A digest leaves all three out.
    """

    id: str
    title: str
    first_at: datetime | None
    last_at: datetime | None
    articles: int
    copies: int
    figures: tuple[FigureView, ...]
    changes: tuple[ChangeView, ...]
    origins: tuple[OriginView, ...]
    new_articles: int = 0
    place: str | None = None
    entities: tuple[str, ...] = ()
    related: tuple[Story, ...] = ()


@dataclass(frozen=True, slots=True)
class VoiceMove:
    """What one voice stood for before an alert and stands for after it; null bounds where it stood for nothing.

    `origins` counts the independent origins that gave the number after it.
    """

    kind: str
    label: str
    group: str | None
    voice: str
    before: Bounds | None
    after: Bounds | None
    modifier: Modifier
    status: Status
    is_authority: bool
    origins: int


@dataclass(frozen=True, slots=True)
class AlertView:
    """An alert as it is sent: all that one article changed, as it stood then.

    `articles`, `copies` and `origins` count what the story had by then.
    """

    id: str
    at: datetime | None
    severity: Severity
    headline: str
    policy: Policy
    story: str
    title: str
    article: str
    article_title: str | None
    outlet: str | None
    url: str | None
    published: datetime | None
    changes: tuple[ChangeView, ...]
    voices: tuple[VoiceMove, ...]
    articles: int
    copies: int
    origins: int


@dataclass(frozen=True, slots=True)
class Digest:
    """All that a span of time brought: stories that changed, by how much, and those that stayed as they were."""

    since: datetime | None
    until: datetime | None
    policy: Policy
    changed: tuple[StoryView, ...]
    unchanged: tuple[StoryView, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an alert fired: its changes, the sentences they were compared with, and why the article is in its story."""

    alert: str
    article: str
    story: str
    title: str
    changes: tuple[ChangeView, ...]
    compared: tuple[Sentence | None, ...]
    placed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VerdictView:
    """What became of one claim of an article."""

    label: str
    voice: str
    bounds: Bounds
    modifier: Modifier
    status: Status
    group: str | None
    change: ChangeName | None
    told: bool
    reason: str
    said: Sentence


@dataclass(frozen=True, slots=True)
class Silence:
    """What became of every figure of an article: `alert` is what it raised, if anything."""

    article: str
    story: str
    title: str
    alert: str | None
    verdicts: tuple[VerdictView, ...]
    placed: tuple[str, ...]


def order_by_weight(stories: list[StoryView]) -> list[StoryView]:
    """Stories with the loudest and most changes first; then the latest; then by id."""

    def weight(story: StoryView) -> tuple[int, int, float, str]:
        ranks = [change.severity.rank for change in story.changes]
        latest = story.last_at.timestamp() if story.last_at else 0.0
        return (-max(ranks, default=0), -sum(ranks), -latest, story.id)

    return sorted(stories, key=weight)
