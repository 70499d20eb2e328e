"""One visit to an article's page: may it be fetched, what does it say, and is that new."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urljoin

from monitor.errors import InputError
from monitor.fetch.http.caching import rest_wanted
from monitor.fetch.http.client import Answer, Client
from monitor.fetch.http.hosts import host_of
from monitor.fetch.http.statuses import refusal
from monitor.fetch.identity import canonical, said
from monitor.fetch.pages import revisits
from monitor.fetch.pages.edits import is_edited, is_edited_from_feed
from monitor.fetch.parsing.jobs import PageJob, RobotsJob
from monitor.fetch.parsing.parsers import Parsers
from monitor.fetch.state import NOTHING_KNOWN, PageState, Validators
from monitor.fetch.text.markup import Page
from monitor.model import Item, Media

ROBOTS_KEPT = timedelta(hours=24)
"""How long a robots.txt is remembered (RFC 9309, 2.4)."""

_OK, _NOT_MODIFIED = 200, 304
_PASSES = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses after which another try may bring the page."""


@dataclass(frozen=True, slots=True)
class Visited:
    """What a visit brought: an item to hand over, if there is one, and the page's state. One transaction keeps both."""

    found: Item | None
    state: PageState


class BarredError(InputError):
    """A page that another visit would not bring either."""


async def page(web: Client, parsers: Parsers, state: PageState, now: datetime) -> Visited:
    """Look at an article's page. Raises nothing for what a stranger can do.

    Where the page cannot be had, an entry that waits for it is handed over as it stands: nothing is lost.
    """
    host = host_of(state.url)
    held = web.hosts.held(host, now)
    if held is not None:
        return _failed(state, InputError(state.url, "its host asked for rest"), now)
    try:
        await _ask_robots(web, parsers, state.url, now)
        known = NOTHING_KNOWN if state.waits else Validators(state.etag, state.last_modified)
        answer = await web.get(state.url, known)
        if answer.status == _NOT_MODIFIED and known != NOTHING_KNOWN:
            return Visited(None, revisits.next_visit(state, now, changed=False))
        if answer.status != _OK or answer.body is None:
            raise _refusal(web, state.url, answer, now)
        found = await parsers.parse(PageJob(answer.body, answer.url, answer.content_type))
    except InputError as error:
        return _failed(state, error, now)
    return _read(state, found, answer, now)


def _read(state: PageState, page: Page, answer: Answer, now: datetime) -> Visited:
    """What a page that was read changes. Pure."""
    item = _item(state, page, now)
    kept = replace(state, etag=answer.validators.etag, last_modified=answer.validators.last_modified, from_page=True)
    if state.waits:
        if len(page.text) < len(said(state.item)):  # a teaser: the feed gave more
            return Visited(
                replace(state.item, fetched=now), revisits.next_visit(replace(state, waits=False), now, changed=True)
            )
        return Visited(item, revisits.next_visit(replace(kept, item=item, waits=False), now, changed=True))
    edited = is_edited(state.item, item) if state.from_page else is_edited_from_feed(state.item, item)
    after = revisits.next_visit(replace(kept, item=item), now, changed=edited)
    return Visited(item if edited else None, after)


def _item(state: PageState, page: Page, now: datetime) -> Item:
    """The article as its page has it; what the feed said of it beside its text holds."""
    entry = state.item
    return replace(
        entry,
        content=page.text,
        media=Media.PLAIN,
        title=page.title or entry.title,
        url=canonical(page.url) if page.url else entry.url,
        outlet=entry.outlet or page.outlet,
        published=entry.published or page.published,
        updated=page.updated,
        fetched=now,
        language=entry.language or page.language,
    )


def _failed(state: PageState, error: InputError, now: datetime) -> Visited:
    after = revisits.after_failure(state, error.what, now, lasts=isinstance(error, BarredError))
    given_up = state.waits and not after.waits
    return Visited(replace(state.item, fetched=now) if given_up else None, after)


def _refusal(web: Client, url: str, answer: Answer, now: datetime) -> InputError:
    what = refusal(answer)
    rest = rest_wanted(answer.headers, now)
    if answer.status in {429, 503} and rest is not None:
        web.hosts.hold(host_of(answer.url), now + rest)
    return InputError(url, what) if answer.status in _PASSES else BarredError(url, what)


async def _ask_robots(web: Client, parsers: Parsers, url: str, now: datetime) -> None:
    """Raises BarredError where the site's robots.txt says no, InputError where it cannot be asked now."""
    host = host_of(url)
    kept = web.hosts.rules(host, now)
    if kept is None:
        kept = await _robots(web, urljoin(url, "/robots.txt"))
        web.hosts.keep_rules(host, kept, now + ROBOTS_KEPT)
    if not kept.strip():
        return
    verdict = await parsers.parse(RobotsJob(kept, url, web.agent))
    if not verdict.allowed:
        raise BarredError(url, "its site's robots.txt asks not to fetch it")
    web.hosts.slow_down(host, verdict.delay)


async def _robots(web: Client, url: str) -> bytes:
    """A site's rules; none where it has none (RFC 9309, 2.3.1.3). Raises InputError where its server fails."""
    answer = await web.get(url)
    if answer.status >= 500 or answer.status == 429:
        raise InputError(url, f"answered {answer.status}: until it can be read no page of the site is fetched")
    return answer.body or b""
