"""A small step chart of one figure by voice, as SVG: one line a voice, one step a number that it gave.

Drawn for mail: no scripts, nothing to load, its own text alternative. Lines differ by colour and by dash, so that the
colours, which are readable on white and on black, are not needed to tell them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from monitor.alerts.harmless import plain
from monitor.alerts.view import FigureView
from monitor.alerts.wording import over_time
from monitor.model import Status

WIDTH, HEIGHT = 480, 130
LEFT, RIGHT, TOP, BOTTOM = 44, 12, 10, 22

_COLOURS = ("#2f7ed8", "#d9622b", "#2a9d5c", "#a05bc8", "#b58900", "#c2417a")
_DASHES = ("none", "7 3", "2 3", "9 3 2 3", "5 2", "1 2")


@dataclass(frozen=True, slots=True)
class Step:
    """A number that a voice gave at a time; the lower bound where it gave two."""

    at: datetime
    value: int


def steps(figure: FigureView) -> dict[str, tuple[Step, ...]]:
    """The totals that each voice gave, in order of time: those that changed something, and what it stands for now.

    What is only feared is no total.
    """
    voices = [voice for voice in figure.voices if voice.status is not Status.FEARED]
    given: dict[str, dict[datetime, int]] = {voice.voice: {} for voice in voices}
    for change in figure.timeline:
        if change.group is not None or change.status is Status.FEARED:
            continue
        if change.after is not None and change.after.low is not None and change.said.at:
            given.setdefault(change.voice, {})[change.said.at] = change.after.low
    for voice in voices:
        if voice.bounds.low is not None and voice.said.at:
            given[voice.voice].setdefault(voice.said.at, voice.bounds.low)
    told = {voice: tuple(Step(at, value) for at, value in sorted(points.items())) for voice, points in given.items()}
    return {voice: points for voice, points in told.items() if points}


def step_chart(figure: FigureView) -> str:
    """The chart as an SVG element; empty text where there is no course of time to show."""
    drawn = steps(figure)
    times = [step.at for points in drawn.values() for step in points]
    top = max((step.value for points in drawn.values() for step in points), default=0)
    if len(set(times)) < 2 or top == 0:
        return ""
    frame = _Frame(min(times), max(times), top)
    told = escape(plain(f"{figure.label} over time: {over_time(figure)}"), quote=True)
    lines = [_line(points, frame, place) for place, points in enumerate(drawn.values())]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" role="img" '
        f'aria-label="{told}" style="display:block;width:100%;max-width:{WIDTH}px;height:auto">'
        f"<title>{told}</title>{_axes(frame)}{''.join(lines)}</svg>"
    )


def colour_of(figure: FigureView, voice: str) -> str:
    """The colour of a voice's line; empty text where it has none."""
    voices = list(steps(figure))
    return _COLOURS[voices.index(voice) % len(_COLOURS)] if voice in voices else ""


@dataclass(frozen=True, slots=True)
class _Frame:
    """What lies where: time from left to right, numbers from zero up."""

    first: datetime
    last: datetime
    top: int

    def x(self, at: datetime) -> float:
        share = (at - self.first) / (self.last - self.first)
        return LEFT + share * (WIDTH - LEFT - RIGHT - 10)

    def y(self, value: int) -> float:
        return HEIGHT - BOTTOM - value / self.top * (HEIGHT - TOP - BOTTOM)


def _line(points: Sequence[Step], frame: _Frame, place: int) -> str:
    """Level from each number to the next, and on to the right edge; a dot where a number was given."""
    colour, dash = _COLOURS[place % len(_COLOURS)], _DASHES[place % len(_DASHES)]
    path = f"M{frame.x(points[0].at):.1f} {frame.y(points[0].value):.1f}"
    for step in points[1:]:
        path += f"H{frame.x(step.at):.1f}V{frame.y(step.value):.1f}"
    path += f"H{WIDTH - RIGHT}"
    dots = "".join(
        f'<circle cx="{frame.x(step.at):.1f}" cy="{frame.y(step.value):.1f}" r="3" fill="{colour}"/>' for step in points
    )
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>{dots}'


def _axes(frame: _Frame) -> str:
    """Zero and the highest number, the first day and the last."""
    grid = "".join(
        f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{frame.y(value):.1f}" y2="{frame.y(value):.1f}" '
        f'stroke="#8a8a8a" stroke-width="0.5"/>' + _text(LEFT - 6, frame.y(value) + 4, f"{value:,}", "end")
        for value in (0, frame.top)
    )
    first, last = _day(frame.first, frame), _day(frame.last, frame)
    return grid + _text(LEFT, HEIGHT - 6, first, "start") + _text(WIDTH - RIGHT, HEIGHT - 6, last, "end")


def _day(at: datetime, frame: _Frame) -> str:
    is_one_day = frame.first.date() == frame.last.date()
    return f"{at:%H:%M}" if is_one_day else f"{at:%d %b %Y}".lstrip("0")


def _text(x: float, y: float, told: str, anchor: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="#7d7d7d" '
        f'font-family="sans-serif" font-size="11">{escape(told)}</text>'
    )
