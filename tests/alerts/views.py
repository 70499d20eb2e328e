"""Views of an alert and a digest, made by hand."""

from __future__ import annotations

from datetime import UTC, datetime

from monitor.alerts import (
    AlertView,
    ChangeView,
    Digest,
    FigureView,
    Letter,
    OriginView,
    Policy,
    Sentence,
    StoryView,
    VoiceMove,
    VoiceView,
)
from monitor.model import Bounds, ChangeName, Modifier, Severity, Span, Status

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
NUMBER = Span(17, 19)
FIRM = (Modifier.EXACT, Status.ASSERTED)
QUOTE = "Rescuers counted 15 dead after the coach overturned near Velmora."


def sentence(quote: str = QUOTE, at: datetime = NOON, number: Span | None = NUMBER, outlet: str = "") -> Sentence:
    return Sentence("c1a1-0001", quote, number, outlet or "Harbour Times", "https://news.example/a", "feed#a", at)


def change(quote: str = QUOTE, voice: str = "police", outlet: str = "", before: int = 12) -> ChangeView:
    return ChangeView(
        kind="killed",
        label="Killed",
        change=ChangeName.RAISED,
        before=Bounds(before, before),
        after=Bounds(15, 15),
        modifier=Modifier.EXACT,
        status=Status.ASSERTED,
        voice=voice,
        severity=Severity.URGENT,
        group=None,
        reason="above every figure that stands",
        alert="a1b2c3",
        against=("police",),
        said=sentence(quote, outlet=outlet),
    )


def alert(title: str = "Coach overturns near Velmora", quote: str = QUOTE, voice: str = "police") -> AlertView:
    told = change(quote, voice)
    return AlertView(
        id="a1b2c3",
        at=NOON,
        severity=Severity.URGENT,
        headline=f"Killed: 12 → 15 ({voice}).",
        policy=Policy.ALL_SIDES,
        story="5107e",
        title=title,
        article="feed#a",
        article_title=title,
        outlet="Harbour Times",
        url="https://news.example/a",
        published=NOON,
        changes=(told,),
        voices=(VoiceMove("killed", "Killed", None, voice, Bounds(12, 12), Bounds(15, 15), *FIRM, True, 2),),
        articles=3,
        copies=1,
        origins=2,
    )


def story(title: str = "Coach overturns near Velmora", quote: str = QUOTE, voice: str = "police") -> StoryView:
    stands = VoiceView(voice, Bounds(15, 15), *FIRM, (), sentence(quote), True, 2)
    earlier = change(quote, voice)
    return StoryView(
        id="5107e",
        title=title,
        first_at=NOON,
        last_at=NOON,
        articles=3,
        copies=1,
        figures=(FigureView("killed", "Killed", False, (stands,), (), (earlier,)),),
        changes=(earlier,),
        origins=(OriginView("Harbour Times", ("Harbour Times",), 3, 1),),
    )


def digest(title: str = "Coach overturns near Velmora", quote: str = QUOTE, voice: str = "police") -> Digest:
    return Digest(NOON, NOON, Policy.ALL_SIDES, (story(title, quote, voice),), (), 3)


def letter(content: AlertView | Digest | None = None, name: str = "a1b2c3", channel: str = "desk") -> Letter:
    return Letter(name, channel, ("all",), 0, content or alert())
