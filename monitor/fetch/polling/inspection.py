"""Trying an address: is it a feed, or a page that names some; what does it bring, how often, and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from monitor.errors import InputError
from monitor.fetch.feeds import discovery
from monitor.fetch.feeds.discovery import Link
from monitor.fetch.http.client import Client
from monitor.fetch.note import Note
from monitor.fetch.parsing.jobs import LinksJob
from monitor.fetch.parsing.parsers import Parsers
from monitor.fetch.polling import rhythm
from monitor.fetch.polling.outcome import Polled
from monitor.fetch.polling.poll import poll
from monitor.fetch.state import FeedState, Subscription, Trouble
from monitor.model import Item

TRIED = 5
"""Feeds of a page that are tried until one of them can be read."""

LATEST = 5


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a feed brought when it was tried.

    `entries` counts them, `paged` those whose text is short, so that it will be read from their pages, `undated` and
    `guessed` those whose date is missing or was partly assumed. `newest` and `oldest` are their dates, `latest` some
    titles. `every`: seconds between two polls, at first. `conditional`: it can say that nothing changed. `moved`: where
    it redirects to for good. `faults`: what is wrong with it, in words.
    """

    url: str
    title: str | None
    language: str | None
    entries: int
    paged: int
    undated: int
    guessed: int
    newest: datetime | None
    oldest: datetime | None
    latest: tuple[str, ...]
    every: float
    conditional: bool
    moved: str | None
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of an address: the feed that it is or leads to, if any; the feeds that its page names; and failures.

    `guessed`: the page names none, and the usual addresses were tried.
    """

    url: str
    feed: Inspection | None
    links: tuple[Link, ...] = ()
    failures: tuple[Note, ...] = ()
    guessed: bool = False


async def check(web: Client, parsers: Parsers, url: str, now: datetime) -> Checked:
    """Try an address as a feed; where it is a page, the feeds on it. Nothing is kept. Raises nothing for strangers."""
    polled = await _tried(web, parsers, url, now)
    if not polled.state.failures:
        return Checked(url, _inspected(polled, now))
    failures = _failures(polled)
    if Trouble.HTML not in polled.state.told:
        return Checked(url, None, (), failures)
    try:
        links = await _links(web, parsers, url)
    except InputError as error:
        return Checked(url, None, (), (Note(error.where, error.what),))
    feed, failures = await _first_feed(web, parsers, links[:TRIED] or discovery.usual_places(url), now)
    return Checked(url, feed, links, failures if links else (), guessed=not links)


async def _first_feed(
    web: Client, parsers: Parsers, links: Sequence[Link], now: datetime
) -> tuple[Inspection | None, tuple[Note, ...]]:
    failures: list[Note] = []
    for link in links:
        polled = await _tried(web, parsers, link.url, now)
        if not polled.state.failures:
            return _inspected(polled, now), tuple(failures)
        failures += _failures(polled)
    return None, tuple(failures)


async def _links(web: Client, parsers: Parsers, url: str) -> tuple[Link, ...]:
    answer = await web.get(url)
    return await parsers.parse(LinksJob(answer.body or b"", answer.url, answer.content_type))


async def _tried(web: Client, parsers: Parsers, url: str, now: datetime) -> Polled:
    return await poll(web, parsers, Subscription(url), FeedState(url), now)


def _failures(polled: Polled) -> tuple[Note, ...]:
    return tuple(Note(one.where, one.what) for one in polled.found if isinstance(one, InputError))


def _inspected(polled: Polled, now: datetime) -> Inspection:
    """What a first poll says of a feed. Pure."""
    state = polled.state
    items = [one for one in polled.found if isinstance(one, Item)] + list(polled.pages)
    moments = [item.published for item in items if item.published is not None]
    dated = sorted(moment.at for moment in moments)
    newest = sorted(items, key=lambda item: item.published.at.timestamp() if item.published else 0.0, reverse=True)
    return Inspection(
        url=state.url,
        title=next((item.outlet for item in items if item.outlet), None),
        language=next((item.language for item in items if item.language), None),
        entries=len(items),
        paged=len(polled.pages),
        undated=len(items) - len(moments),
        guessed=sum(moment.guessed for moment in moments),
        newest=dated[-1] if dated else None,
        oldest=dated[0] if dated else None,
        latest=tuple(item.title or "" for item in newest[:LATEST]),
        every=rhythm.interval(state, now).total_seconds(),
        conditional=bool(state.etag or state.last_modified),
        moved=state.move.to if state.move else None,
        faults=(state.fault,) if state.fault else (),
    )
