"""The templates that every reader's form is made from, and the filters that they use. Nothing is shown unescaped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from textwrap import fill

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from monitor.alerts.chart import colour_of, step_chart
from monitor.alerts.harmless import markdown, plain, web_address
from monitor.alerts.policy import headline_figure, stands_of
from monitor.alerts.quoting import marked, split
from monitor.alerts.view import FigureView, Policy, Sentence, StoryView, VoiceMove
from monitor.alerts.wording import (
    FIRM,
    bounds_in_words,
    change_in_words,
    counted,
    disputes,
    figure_in_words,
    over_time,
    why_in_words,
)

WIDTH = 100
"""Columns of terminal text: what a quote is wrapped at."""

Harmless = Callable[[object], str]


class Shown(str):
    """Text that was made harmless already, with the layout that the template gave it."""

    __slots__ = ()


class ShownHtml(Markup):
    """HTML of our own making, in which all that came from outside is harmless already."""

    __slots__ = ()


@cache
def for_text() -> Environment:
    """Templates for a terminal and for the text part of a mail."""
    return _environment(plain)


@cache
def for_markdown() -> Environment:
    """Templates in which every value is escaped as Markdown."""
    return _environment(markdown)


@cache
def for_html(home: str | None = None) -> Environment:
    """Templates in which every value is one harmless line, and escaped as HTML.

    `home` is the address under which stories and alerts have pages of their own, and are linked to; None: they have
    none, as in a mail.
    """
    environment = Environment(
        loader=PackageLoader("monitor.alerts"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=True,
        finalize=_harmless_html,
    )
    _equip(environment)
    environment.filters["marked"] = _marked_html
    environment.filters["link"] = lambda url: web_address(url) or ""
    environment.globals["chart"] = lambda figure: ShownHtml(step_chart(figure))
    environment.globals["colour_of"] = colour_of
    environment.globals["to_story"] = lambda story: f"{home}stories/{story}" if home is not None else ""
    environment.globals["to_alert"] = lambda alert: f"{home}alerts/{alert}" if home is not None else ""
    return environment


def _environment(harmless: Harmless) -> Environment:
    environment = Environment(
        loader=PackageLoader("monitor.alerts"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # for text and Markdown `finalize` makes every value harmless instead
        finalize=lambda value: value if isinstance(value, Shown) else _keep_edges(str(value), harmless),
    )
    _equip(environment)
    environment.filters["quote"] = lambda said, indent: Shown(
        fill(marked(said), WIDTH - indent, initial_indent="> ", subsequent_indent=" " * indent + "> ")
    )
    environment.filters["wrapped"] = lambda told, indent: Shown(
        fill(harmless(told), WIDTH - indent, subsequent_indent=" " * (indent + 2))
    )
    environment.filters["marked"] = lambda said: Shown(_marked_markdown(said))
    environment.filters["pad"] = lambda value, width: Shown(harmless(value).ljust(width))
    environment.globals["width_of"] = lambda values: max((len(harmless(value)) for value in values), default=0)
    return environment


def _equip(environment: Environment) -> None:
    environment.filters["bounds"] = bounds_in_words
    environment.filters["figure"] = figure_in_words
    environment.filters["days"] = _days
    environment.filters["minute"] = _minute
    environment.filters["counted"] = counted
    environment.filters["over_time"] = over_time
    environment.filters["disputes"] = disputes
    environment.filters["why"] = why_in_words
    environment.filters["by_policy"] = _by_policy
    environment.filters["moved"] = _moved
    environment.filters["voice_of"] = lambda move: f"{move.voice} ({move.group})" if move.group else move.voice
    environment.globals["change_in_words"] = change_in_words


def _keep_edges(text: str, harmless: Harmless) -> str:
    """Harmless, with a blank at either edge where there was one."""
    if not text.strip():
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{harmless(text)}{' ' if text[-1].isspace() else ''}"


def _marked_markdown(said: Sentence) -> str:
    before, number, after = (_keep_edges(part, markdown) for part in split(said))
    return f"{before}**{number}**{after}" if number else before


def _harmless_html(value: object) -> object:
    """One harmless line; what a filter has escaped already stays escaped."""
    if isinstance(value, ShownHtml):
        return value
    told = _keep_edges(str(value), plain)
    return Markup(told) if isinstance(value, Markup) else told


def _marked_html(said: Sentence) -> ShownHtml:
    before, number, after = (_keep_edges(part, plain) for part in split(said))
    return ShownHtml("{}<mark>{}</mark>{}").format(before, number, after) if number else ShownHtml("{}").format(before)


def _by_policy(figure: FigureView, policy: Policy) -> str:
    """The number of a figure by a policy that picks one; empty text by *all sides*, which shows each."""
    return "" if policy is Policy.ALL_SIDES else headline_figure(stands_of(figure.voices), policy)


def _moved(move: VoiceMove) -> str:
    now = bounds_in_words(move.after, move.modifier)
    status = "" if move.status in FIRM else f", {move.status.value}"
    if move.before == move.after:
        return f"{now}{status}, as before"
    return f"{bounds_in_words(move.before)} → {now}{status}" if move.before else f"{now}{status}"


def _day(at: datetime | None) -> str:
    return f"{at:%d %b %Y}".lstrip("0") if at else "undated"


def _days(story: StoryView) -> str:
    first, last = _day(story.first_at), _day(story.last_at)
    return first if first == last else f"{first} to {last}"


def _minute(at: datetime | None) -> str:
    return f"{at.astimezone(UTC):%d %b %Y %H:%M}" if at else "undated          "
