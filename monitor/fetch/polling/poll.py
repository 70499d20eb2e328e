"""One poll of one feed: ask, and parse in a process of its own. What comes of it is decided in `outcome`."""

from __future__ import annotations

from collections.abc import Set
from datetime import datetime
from hashlib import blake2b

from monitor.errors import InputError
from monitor.fetch.http.client import Answer, Client
from monitor.fetch.http.hosts import host_of
from monitor.fetch.http.statuses import refusal
from monitor.fetch.parsing.jobs import FeedJob
from monitor.fetch.parsing.parsers import Parsers
from monitor.fetch.polling import outcome
from monitor.fetch.polling.outcome import Polled
from monitor.fetch.state import NOTHING_KNOWN, FeedState, Subscription, Validators

_OK, _NOT_MODIFIED = 200, 304


async def poll(
    web: Client,
    parsers: Parsers,
    feed: Subscription,
    state: FeedState,
    now: datetime,
    *,
    taken: Set[str] = frozenset(),
) -> Polled:
    """Poll a feed now, whether it is due or not. Raises nothing for what a stranger can do.

    What comes out is to be stored in one transaction: validators that are kept before the entries are would lose them.
    `taken` are the addresses of all subscriptions, into which a moved feed is not to move.
    """
    held = web.hosts.held(host_of(state.asked_at), now)
    if held is not None:
        return outcome.deferred(state, held)
    if state.first_polled_at is None:
        state = outcome.begun(state, now)
    known = outcome.validators_for(state, now)
    answer = None
    try:
        answer = await web.get(state.asked_at, known)
        return await _heard(parsers, feed, state, known, answer, now, taken - {feed.url})
    except InputError as error:
        polled = outcome.failed(state, error, now, answer)
        if answer is not None and polled.state.held_until is not None:
            web.hosts.hold(host_of(answer.url), polled.state.held_until)  # whoever it was redirected to
        return polled


async def _heard(
    parsers: Parsers,
    feed: Subscription,
    state: FeedState,
    known: Validators,
    answer: Answer,
    now: datetime,
    taken: Set[str],
) -> Polled:
    if answer.status == _NOT_MODIFIED and known != NOTHING_KNOWN:
        return outcome.unchanged(state, answer, now, taken)
    if answer.status == _NOT_MODIFIED:
        raise InputError(feed.url, "says that nothing changed (304) to one who knows nothing of it")
    if answer.status != _OK or answer.body is None:
        raise InputError(feed.url, refusal(answer))
    body_hash = blake2b(answer.body, digest_size=16).hexdigest()
    if body_hash == state.body_hash:
        return outcome.unchanged(outcome.reread(state, answer, now), answer, now, taken)
    job = FeedJob(answer.body, answer.url, answer.content_type, feed.outlet, feed.language, now, feed.url)
    content = await parsers.parse(job)
    return outcome.brought(state, feed, answer, body_hash, content, now, taken)
