"""Hosts are asked politely: a few requests at a time, a pause between them, and none while they ask for rest."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from aiohttp import web

from monitor.fetch import FeedState, Limits, Subscription, client, poll
from tests.fetch.newsroom import LOOPBACK, NOON, Desk, entry, rss, run, titles, told

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


class Slow:
    """Answers after a while, and notes when it was asked and by how many at once."""

    def __init__(self) -> None:
        self.starts: list[float] = []
        self.most = 0
        self._at_once = 0

    async def answer(self, _request: web.Request) -> web.Response:
        self.starts.append(asyncio.get_running_loop().time())
        self._at_once += 1
        self.most = max(self.most, self._at_once)
        await asyncio.sleep(0.15)
        self._at_once -= 1
        return web.Response(body=rss(entry("a")))


def test_a_host_is_asked_by_two_at_a_time_with_a_pause_between_two_starts() -> None:
    slow = Slow()

    async def scene(desk: Desk) -> None:
        desk.server.answers = {f"/{n}": slow.answer for n in range(6)}
        began = asyncio.get_running_loop().time()
        await asyncio.gather(*(desk.poll(f"/{n}") for n in range(6)))
        assert slow.most == 2
        assert all(start - began > 0.99 * 0.05 * n for n, start in enumerate(slow.starts))

    run(scene, Limits(connect=2, read=1, total=2, pause=0.05))


def test_a_host_that_many_redirect_to_is_asked_like_any_other() -> None:
    slow = Slow()

    async def scene(desk: Desk) -> None:
        async def elsewhere(request: web.Request) -> web.Response:
            raise web.HTTPFound(f"http://127.0.0.1:{request.url.port}/feeds{request.path}")

        desk.server.answers = {f"/{n}": elsewhere for n in range(6)} | {f"/feeds/{n}": slow.answer for n in range(6)}
        port = desk.server.address.rpartition(":")[2]
        polls = (desk.poll(url=f"http://127.0.0.{n + 2}:{port}/{n}") for n in range(6))
        assert [titles(polled) for polled in await asyncio.gather(*polls)] == [["Title of a"]] * 6
        assert slow.most == 2

    run(scene, Limits(connect=2, read=1, total=0.4, pause=0.01))  # less than six take: waiting is not timed


def test_whoever_waits_while_others_hang_is_asked_after_them_and_is_not_late() -> None:
    async def hang(_request: web.Request) -> web.Response:
        await asyncio.sleep(2)
        return web.Response()

    async def scene(desk: Desk) -> None:
        desk.server.answers["/hangs"] = hang
        desk.server.says("/feed", rss(entry("a")))
        late, good = await asyncio.gather(desk.poll("/hangs"), desk.poll("/feed"))
        assert late.state.error == "did not answer in full within 0.5 s"
        assert titles(good) == ["Title of a"]

    run(scene, Limits(total=0.5, pause=0, at_once=1))


@pytest.mark.parametrize(
    ("status", "wanted", "rest"), [(429, "600", 600), (503, "7200", 7200), (429, "1", 60), (503, "999999", 86400)]
)
def test_a_host_that_asks_for_rest_is_left_alone_for_all_its_feeds(status: int, wanted: str, rest: int) -> None:
    async def scene(desk: Desk) -> None:
        desk.server.says("/feed", status=status, headers={"Retry-After": wanted})
        desk.server.says("/other", rss(entry("a")))
        polled = await desk.poll()
        until = NOON + timedelta(seconds=rest)
        assert polled.state.held_until == until
        assert polled.state.due_at is not None
        assert polled.state.due_at >= until
        other = await desk.poll("/other", after=timedelta(seconds=rest - 1))
        assert (len(desk.server.asked), other.found, other.state.failures) == (1, (), 0)
        assert other.state.due_at is not None
        assert until <= other.state.due_at <= until + MINUTE
        assert titles(await desk.poll("/other", after=timedelta(seconds=1))) == ["Title of a"]

    run(scene)


def test_the_host_that_was_redirected_to_gets_the_rest_that_it_asks_for() -> None:
    async def scene(desk: Desk) -> None:
        async def elsewhere(request: web.Request) -> web.Response:
            raise web.HTTPFound(f"http://127.0.0.3:{request.url.port}/busy")

        desk.server.answers["/feed"] = elsewhere
        desk.server.says("/busy", status=429, headers={"Retry-After": "600"})
        desk.server.says("/other", rss(entry("a")))
        assert (await desk.poll()).state.held_until == NOON + 10 * MINUTE
        port = desk.server.address.rpartition(":")[2]
        assert titles(await desk.poll(url=f"http://127.0.0.3:{port}/other", after=9 * MINUTE)) == []
        assert titles(await desk.poll("/other")) == ["Title of a"]

    run(scene)


def test_rest_that_was_asked_for_outlives_a_restart() -> None:
    async def scene(desk: Desk) -> None:
        url = desk.server.url()
        held = {"127.0.0.1": NOON + HOUR}
        async with client("mailto:desk@example.org", "1", LOOPBACK, held=held) as web_client:
            polled = await poll(web_client, desk.parsers, Subscription(url), FeedState(url), NOON)
        assert desk.server.asked == []
        assert polled.state.due_at is not None
        assert polled.state.due_at >= NOON + HOUR

    run(scene)


@pytest.mark.parametrize("status", [429, 503])
def test_without_a_time_it_is_an_error_like_others(status: int) -> None:
    async def scene(desk: Desk) -> None:
        desk.server.says("/feed", status=status)
        polled = await desk.poll()
        assert (polled.state.held_until, polled.state.failures) == (None, 1)

    run(scene)


@pytest.mark.parametrize(
    "headers",
    [
        {"Cache-Control": "max-age=7200"},
        {"Expires": "Mon, 04 May 2026 14:00:00 GMT", "Date": "Mon, 04 May 2026 12:00:00 GMT"},
    ],
)
def test_what_headers_say_of_the_next_poll_is_heeded_also_on_a_304(headers: dict[str, str]) -> None:
    async def scene(desk: Desk) -> None:
        desk.server.says("/feed", rss(entry("a")), headers={"ETag": '"1"'})
        first = await desk.poll()
        assert first.state.due_at is not None
        assert first.state.due_at < NOON + HOUR
        desk.server.says("/feed", status=304, headers=headers)
        second = await desk.poll()
        assert second.state.due_at is not None
        assert second.state.due_at >= NOON + 2 * HOUR
        desk.server.says("/feed", rss(entry("b")), headers=headers)
        third = await desk.poll()
        assert third.state.due_at is not None
        assert third.state.due_at >= NOON + 2 * HOUR

    run(scene)


@pytest.mark.parametrize(
    ("head", "wait"),
    [
        ("<ttl>180</ttl>", 3 * HOUR),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>", HOUR),
        ("<skipHours><hour>12</hour><hour>13</hour><hour>14</hour></skipHours>", 3 * HOUR),
        ("<skipDays><day>Monday</day></skipDays>", 12 * HOUR),
    ],
)
def test_what_the_feed_says_of_the_next_poll_is_heeded_also_on_a_304(head: str, wait: timedelta) -> None:
    async def scene(desk: Desk) -> None:
        desk.server.says("/feed", rss(entry("a"), head=head), headers={"ETag": '"1"'})
        first = await desk.poll()
        desk.server.says("/feed", status=304)
        second = await desk.poll(after=MINUTE)
        for polled in (first, second):
            assert polled.state.due_at is not None
            assert polled.state.due_at >= NOON + wait

    run(scene)


def test_a_feed_that_is_gone_is_told_at_once_and_asked_no_more_until_it_is_taken_up() -> None:
    async def scene(desk: Desk) -> None:
        desk.server.says("/feed", status=410)
        polled = await desk.poll()
        assert told(polled) == ["gone"]
        assert polled.state.disabled_at == NOON
        assert "feeds remove" in polled.told[0].to_do
        assert told(await desk.poll(after=HOUR)) == [], "once"
        desk.server.says("/feed", rss(entry("a")))
        back = await desk.poll(after=HOUR)
        assert (told(back), back.state.disabled_at) == (["-gone"], None)

    run(scene)


def test_errors_are_told_at_the_third_in_a_row_and_once_until_it_is_over() -> None:
    async def scene(desk: Desk) -> None:
        desk.server.says("/feed", status=500)
        polls = [await desk.poll(after=HOUR) for _ in range(5)]
        assert [told(polled) for polled in polls] == [[], [], ["failing"], [], []]
        assert [len(polled.found) for polled in polls] == [1, 0, 0, 0, 0], "one line in the log, not one a poll"
        assert "could not be read 3 times in a row (answered 500 Internal Server Error: its" in str(polls[2].told[0])
        desk.server.says("/feed", rss(entry("a")))
        over = await desk.poll(after=HOUR)
        assert (told(over), over.state.failures, over.state.error) == (["-failing"], 0, None)

    run(scene)
