"""When a feed is polled next: learnt, asked for, put off; and nothing of it by chance."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from monitor.fetch.feeds.wishes import allowed_from, wishes_in
from monitor.fetch.http.caching import fresh_for, rest_wanted
from monitor.fetch.polling import rhythm
from monitor.fetch.state import FeedState, Wishes

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)  # a Monday
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
NEW = FeedState("https://news.example/rss", first_polled_at=NOON)


def living(state: FeedState, every: timedelta, days: float, now: datetime = NOON) -> tuple[FeedState, datetime]:
    """A feed that brings an entry so often, polled when it is due for some days."""
    end, next_entry = now + days * DAY, now + every
    while now < end:
        came = []
        while next_entry <= now:
            came.append(next_entry)
            next_entry += every
        state = replace(rhythm.learn(state, came, now), polled_at=now)
        now = rhythm.next_poll(state, now)
    return state, now


@pytest.mark.parametrize(
    ("every", "shortest", "longest"),
    [(4 * MINUTE, 2 * MINUTE, 2 * MINUTE), (HOUR, 8 * MINUTE, 30 * MINUTE), (3 * DAY, 6 * HOUR, 6 * HOUR)],
)
def test_the_interval_is_learnt_from_what_a_feed_brings(
    every: timedelta, shortest: timedelta, longest: timedelta
) -> None:
    state, now = living(rhythm.learn(NEW, [None], NOON), every, days=60)
    assert shortest <= rhythm.interval(state, now) <= longest


def test_the_first_poll_takes_the_rhythm_from_the_dates_of_the_entries() -> None:
    busy = rhythm.learn(NEW, [NOON - n * 20 * MINUTE for n in range(20)], NOON)
    assert 4 * MINUTE <= rhythm.interval(busy, NOON) <= 5 * MINUTE
    assert rhythm.interval(rhythm.learn(NEW, [None, None], NOON), NOON) == rhythm.FIRST
    assert rhythm.interval(NEW, NOON) == rhythm.FIRST


def test_a_feed_that_wakes_is_followed_and_one_that_sleeps_is_left_alone() -> None:
    slow, now = living(rhythm.learn(NEW, [None], NOON), DAY, days=30)
    woken, now = living(slow, 10 * MINUTE, days=1, now=now)
    assert rhythm.interval(woken, now) <= 10 * MINUTE
    assert rhythm.interval(woken, now + 9 * DAY) == rhythm.LONGEST


def test_the_moments_of_a_feed_do_not_move_with_a_restart_and_differ_among_feeds() -> None:
    hourly = replace(NEW, gap=4 * HOUR, brought_at=NOON)
    polls = {rhythm.next_poll(hourly, NOON + n * MINUTE) for n in range(25)}
    assert len(polls) <= 2, "the grid is the feed's own, whenever it was polled last"
    herd = [replace(hourly, url=f"https://{n}.example/rss") for n in range(600)]
    minutes = [int((rhythm.next_poll(state, NOON) - NOON) / MINUTE) for state in herd]
    assert max(minutes.count(minute) for minute in set(minutes)) < 30
    assert min(minutes) >= 30
    assert max(minutes) <= 90


def test_errors_back_off_to_a_daily_probe_and_never_stop() -> None:
    waits = [rhythm.retry(replace(NEW, failures=n), NOON) - NOON for n in range(1, 30)]
    assert waits[0] < 10 * MINUTE
    assert all(0.9 * DAY <= wait <= DAY for wait in waits[12:])
    assert all(later >= 0.9 * earlier for earlier, later in itertools.pairwise(waits))
    others = {rhythm.retry(replace(NEW, url=f"https://{n}.example", failures=9), NOON) for n in range(50)}
    assert len(others) == 50, "feeds that failed together do not come back together"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Cache-Control": "max-age=600"}, 600),
        ({"Cache-Control": "public, Max-Age=600", "Age": "100"}, 500),
        ({"Cache-Control": "max-age=600, no-cache"}, 0),
        ({"Cache-Control": "s-maxage=600"}, 0),
        ({"Expires": "Mon, 04 May 2026 12:20:00 GMT", "Date": "Mon, 04 May 2026 12:00:00 GMT"}, 1200),
        ({"Expires": "Mon, 04 May 2026 12:20:00 GMT"}, 1200),
        ({"Expires": "Mon, 04 May 2026 11:00:00 GMT"}, 0),
        ({"Expires": "0"}, 0),
        ({"Cache-Control": "max-age=60", "Expires": "Mon, 04 May 2027 12:20:00 GMT"}, 60),
        ({}, 0),
    ],
)
def test_how_long_an_answer_stays_fresh(headers: dict[str, str], seconds: int) -> None:
    assert fresh_for(headers, NOON) == timedelta(seconds=seconds)


def test_a_fresh_answer_is_not_asked_for_again_and_no_header_stops_a_feed() -> None:
    busy = replace(NEW, gap=4 * MINUTE, brought_at=NOON)
    assert rhythm.next_poll(busy, NOON, fresh_for=HOUR) >= NOON + HOUR
    assert rhythm.next_poll(busy, NOON, fresh_for=400 * DAY) <= NOON + rhythm.LONGEST + 2 * MINUTE


@pytest.mark.parametrize(
    ("value", "wait"),
    [
        ("120", 120),
        ("5", 60),
        ("-5", None),
        ("9999999999999", 86400),
        ("Mon, 04 May 2026 13:00:00 GMT", 3600),
        ("Mon, 04 May 2020 13:00:00 GMT", 60),
        ("soon", None),
        ("", None),
    ],
)
def test_retry_after_is_heeded_within_bounds(value: str, wait: int | None) -> None:
    assert rest_wanted({"Retry-After": value}, NOON) == (None if wait is None else timedelta(seconds=wait))


@pytest.mark.parametrize(
    ("head", "wishes"),
    [
        ("<ttl>45</ttl>", Wishes(45 * MINUTE)),
        (
            "<sy:updatePeriod>\n hourly </sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>",
            Wishes(30 * MINUTE),
        ),
        ("<sy:updatePeriod>daily</sy:updatePeriod>", Wishes(DAY)),
        ("<ttl>45</ttl><sy:updatePeriod>hourly</sy:updatePeriod>", Wishes(HOUR)),
        ("<skipHours><hour>0</hour><hour>24</hour><hour>13</hour></skipHours>", Wishes(skip_hours=(0, 13))),
        ("<skipDays><day>Saturday</day><day>Sunday</day><day>Someday</day></skipDays>", Wishes(skip_days=(5, 6))),
        ("<ttl>often</ttl><sy:updatePeriod>never</sy:updatePeriod>", Wishes()),
        ("<item><description><ttl>45</ttl></description></item>", Wishes()),
    ],
)
def test_what_a_feed_asks_for_is_read_from_its_head(head: str, wishes: Wishes) -> None:
    assert wishes_in(f"<rss><channel>{head}<item><title>t</title></item></channel></rss>") == wishes


def test_what_a_feed_asks_for_is_done_within_bounds() -> None:
    busy = replace(NEW, gap=4 * MINUTE, brought_at=NOON)
    assert rhythm.next_poll(replace(busy, wishes=Wishes(HOUR)), NOON) >= NOON + HOUR
    assert rhythm.next_poll(replace(busy, wishes=Wishes(300 * DAY)), NOON) <= NOON + 2 * rhythm.LONGEST


def test_hours_and_days_to_skip_are_skipped_unless_all_are() -> None:
    assert allowed_from(Wishes(skip_hours=(12, 13)), NOON + 5 * MINUTE) == NOON + 2 * HOUR
    assert allowed_from(Wishes(skip_days=(0,)), NOON) == NOON + 12 * HOUR
    assert allowed_from(Wishes(skip_hours=tuple(range(24))), NOON) == NOON
    assert allowed_from(Wishes(skip_days=tuple(range(7))), NOON) == NOON
