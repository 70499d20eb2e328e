"""A digest or a story as terminal text, Markdown or JSON; all that came from outside is made harmless."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from datetime import datetime
from enum import Enum
from textwrap import fill

from jinja2 import Environment, PackageLoader, StrictUndefined

from monitor.alerts.harmless import markdown, plain
from monitor.alerts.view import Digest, Explanation, Sentence, Silence, StoryView, VerdictView, VoiceView
from monitor.alerts.wording import bounds_in_words, change_in_words
from monitor.model import Status

WIDTH = 100
"""Columns of terminal text: what a quote is wrapped at."""

_FIRM = (Status.ASSERTED, Status.CONFIRMED)


def digest_text(digest: Digest) -> str:
    """A digest for a terminal."""
    return _environment(plain).get_template("digest.txt").render(digest=digest)


def digest_markdown(digest: Digest) -> str:
    """A digest as Markdown."""
    return _environment(markdown).get_template("digest.md").render(digest=digest)


def story_text(story: StoryView) -> str:
    """One story for a terminal."""
    return _environment(plain).get_template("story.txt").render(story=story)


def why_text(explanation: Explanation) -> str:
    """Why an alert fired, for a terminal."""
    return _environment(plain).get_template("why.txt").render(why=explanation)


def why_not_text(silence: Silence) -> str:
    """Why an article said what it said, or nothing, for a terminal."""
    return _environment(plain).get_template("why-not.txt").render(why=silence)


def as_json(value: object) -> str:
    """Any view as JSON: enums by value, times as ISO 8601."""
    return json.dumps(value, default=_encode, ensure_ascii=False, indent=2)


def marked(sentence: Sentence, before: str = "[", after: str = "]") -> str:
    """The sentence with its number marked, made harmless."""
    if sentence.number is None:
        return plain(sentence.quote)
    start, end = sentence.number
    quote = sentence.quote
    return plain(f"{quote[:start]}{before}{quote[start:end]}{after}{quote[end:]}")


def _environment(harmless: Callable[[object], str]) -> Environment:
    """Templates in which every value shown passes through `harmless`."""
    environment = Environment(
        loader=PackageLoader("monitor.alerts"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # for text and Markdown `finalize` makes every value harmless instead
        finalize=lambda value: value if isinstance(value, _Shown) else _keep_edges(str(value), harmless),
    )
    environment.filters["bounds"] = bounds_in_words
    environment.filters["figure"] = _figure
    environment.filters["day"] = _day
    environment.filters["minute"] = _minute
    environment.filters["quote"] = lambda said, indent: _Shown(
        fill(marked(said), WIDTH - indent, initial_indent="> ", subsequent_indent=" " * indent + "> ")
    )
    environment.filters["marked"] = lambda said: _Shown(_bold(said))
    environment.filters["pad"] = lambda value, width: _Shown(harmless(value).ljust(width))
    environment.globals["change_in_words"] = change_in_words
    environment.globals["width_of"] = lambda values: max((len(harmless(value)) for value in values), default=0)
    environment.globals["figure"] = _figure
    return environment


class _Shown(str):
    """Text that was made harmless already, with the layout that the template gave it."""

    __slots__ = ()


def _bold(said: Sentence) -> str:
    if said.number is None:
        return markdown(said.quote)
    start, end = said.number
    parts = (said.quote[:start], said.quote[start:end], said.quote[end:])
    before, number, after = (_keep_edges(part, markdown) for part in parts)
    return f"{before}**{number}**{after}"


def _keep_edges(text: str, harmless: Callable[[object], str]) -> str:
    """Harmless, with a blank at either edge where there was one."""
    if not text.strip():
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{harmless(text)}{' ' if text[-1].isspace() else ''}"


def _figure(voice: VoiceView | VerdictView) -> str:
    words = bounds_in_words(voice.bounds, voice.modifier)
    if voice.bounds.low is None:
        words = "" if voice.status in _FIRM else voice.status.value
    elif voice.status not in _FIRM:
        words = f"{words}, {voice.status.value}"
    parts = voice.parts if isinstance(voice, VoiceView) else ()
    told = ", ".join(f"{bounds_in_words(part.bounds, part.modifier)} {part.group}" for part in parts)
    return f"{words} ({told})".strip() if told else words


def _day(at: datetime | None) -> str:
    return f"{at:%d %b %Y}".lstrip("0") if at else "undated"


def _minute(at: datetime | None) -> str:
    return f"{at:%d %b %Y %H:%M}" if at else "undated          "


def _encode(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, Enum):
        return value.value
    raise TypeError(f"{type(value).__name__} has no JSON form")
