"""From what is remembered of a feed, and what a poll brought, to what is to be remembered and told. Pure."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from monitor.errors import InputError
from monitor.fetch.feeds.entries import Content
from monitor.fetch.feeds.feed import NoFeedError
from monitor.fetch.feeds.seen import sift
from monitor.fetch.feeds.worth import needs_page
from monitor.fetch.http.caching import fresh_for, rest_wanted
from monitor.fetch.http.client import Answer, RefusedError
from monitor.fetch.polling import health, moves, rhythm
from monitor.fetch.polling.health import Notice
from monitor.fetch.state import NOTHING_KNOWN, FeedState, Subscription, Trouble, Validators
from monitor.model import Item

REREAD_AFTER = timedelta(days=3)
"""A feed that says so long that nothing changed is asked for its whole text: its server may be mistaken."""

_GONE = 410
_BUSY = frozenset({429, 503})


@dataclass(frozen=True, slots=True)
class Polled:
    """What one poll of a feed brought: all of it is to be kept in one transaction, or none.

    `found` are the entries that are new or edited, in order of publication, and a failure of the poll, unless it is the
    same as the last one's; `pages` those entries whose article is to be read from its page. `told` is for the operator.
    """

    found: tuple[Item | InputError, ...]
    state: FeedState
    told: tuple[Notice, ...] = ()
    pages: tuple[Item, ...] = ()


def begun(state: FeedState, now: datetime) -> FeedState:
    """The state of a feed that is polled for the first time."""
    return replace(state, first_polled_at=now)


def validators_for(state: FeedState, now: datetime) -> Validators:
    """What is to be given back to the server at this poll."""
    if state.read_at is None or now - state.read_at >= REREAD_AFTER:
        return NOTHING_KNOWN
    return Validators(state.etag, state.last_modified)


def reread(state: FeedState, answer: Answer, now: datetime) -> FeedState:
    """The state of a feed that sent the same bytes again: they may have new validators."""
    validators = answer.validators
    return replace(state, read_at=now, etag=validators.etag, last_modified=validators.last_modified)


def deferred(state: FeedState, until: datetime) -> Polled:
    """A poll that did not take place: the feed's host asked for rest."""
    return Polled((), replace(state, due_at=until + timedelta(minutes=1) * rhythm.share(state.url)))


def taken_up(state: FeedState) -> FeedState:
    """The state of a feed that was gone and is there again: due, and told of anew should it go again."""
    told = tuple(trouble for trouble in state.told if trouble is not Trouble.GONE)
    return replace(state, disabled_at=None, due_at=None, failures=0, error=None, told=told)


def unchanged(state: FeedState, answer: Answer, now: datetime, taken: Set[str]) -> Polled:
    """The feed is as it was: 304, or the same bytes."""
    return _answered(replace(state, polled_at=now), answer, now, taken, _lasting(state))


def brought(
    state: FeedState,
    feed: Subscription,
    answer: Answer,
    body_hash: str,
    content: Content,
    now: datetime,
    taken: Set[str],
) -> Polled:
    """The feed's text was read."""
    sifted = sift(content.items, state.seen, rotates=state.rotates)
    troubles = set()
    if content.fault is not None:
        troubles.add(Trouble.BROKEN)
    if content.rejected:
        troubles.add(Trouble.BRIDGE)
    if sifted.overflowed:
        troubles.add(Trouble.OVERFLOWED)
    elif not sifted.fresh and Trouble.OVERFLOWED in state.told:
        troubles.add(Trouble.OVERFLOWED)  # nothing came: nothing is known to be better
    after = rhythm.learn(state, [item.published.at if item.published else None for item in sifted.fresh], now)
    after = replace(
        after,
        polled_at=now,
        read_at=now,
        etag=answer.validators.etag,
        last_modified=answer.validators.last_modified,
        body_hash=body_hash,
        wishes=content.wishes,
        fault="; ".join(told for told in (content.fault, *content.notes) if told) or None,
        seen=sifted.seen,
        rotates=sifted.rotates,
    )
    paged = [needs_page(item, feed.pages) for item in sifted.items]
    polled = _answered(after, answer, now, taken, troubles)
    return replace(
        polled,
        found=tuple(item for item, has_page in zip(sifted.items, paged, strict=True) if not has_page),
        pages=tuple(item for item, has_page in zip(sifted.items, paged, strict=True) if has_page),
    )


def failed(state: FeedState, error: InputError, now: datetime, answer: Answer | None = None) -> Polled:
    """The feed could not be had, or not be read. `answer` is what its server said, if it said anything."""
    trouble = _trouble(error, answer)
    after = replace(state, polled_at=now, failures=state.failures + 1, error=error.what)
    rest = rest_wanted(answer.headers, now) if answer is not None and answer.status in _BUSY else None
    after = replace(
        after,
        due_at=rhythm.retry(after, now, rest),
        held_until=now + rest if rest else after.held_until,
        disabled_at=now if trouble is Trouble.GONE else None,
    )
    known, told = health.told_after_failure(after, trouble)
    news = () if state.failures and state.error == error.what else (InputError(state.url, error.what),)
    return Polled(news, replace(moves.back_home(after), told=known), told)


def _answered(state: FeedState, answer: Answer, now: datetime, taken: Set[str], troubles: Set[Trouble]) -> Polled:
    after = moves.moved(replace(state, failures=0, error=None, held_until=None), answer.moved, now, taken)
    active = set(troubles)
    if after.address is not None or (after.move is not None and after.move.to in taken and moves.is_sure(after, now)):
        active.add(Trouble.MOVED)
    if health.is_silent(after, now):
        active.add(Trouble.SILENT)
    known, told = health.told_after_answer(after, active, now)
    due_at = rhythm.next_poll(after, now, fresh_for(answer.headers, now))
    return Polled((), replace(after, told=known, due_at=due_at, disabled_at=None), told)


def _lasting(state: FeedState) -> set[Trouble]:
    """Troubles of a feed's text that hold as long as it stays the same."""
    return {trouble for trouble in state.told if trouble in {Trouble.BROKEN, Trouble.BRIDGE, Trouble.OVERFLOWED}}


def _trouble(error: InputError, answer: Answer | None) -> Trouble:
    if answer is not None and answer.status == _GONE:
        return Trouble.GONE
    if isinstance(error, NoFeedError):
        return Trouble.HTML
    return Trouble.REFUSED if isinstance(error, RefusedError) else Trouble.FAILING
