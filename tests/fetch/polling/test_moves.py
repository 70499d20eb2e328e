"""A feed that moves: followed at once, believed after a day, and never into another subscription."""

from __future__ import annotations

from datetime import timedelta

import pytest
from aiohttp import web

from tests.fetch.newsroom import Answering, Desk, entry, rss, run, titles, told

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def redirecting(status: int, target: str) -> Answering:
    async def answer(_request: web.Request) -> web.Response:
        return web.Response(status=status, headers={"Location": target})

    return answer


@pytest.mark.parametrize("status", [301, 308])
def test_a_move_is_followed_at_once_and_kept_after_three_sightings_over_a_day(status: int) -> None:
    async def scene(desk: Desk) -> None:
        desk.server.answers["/feed"] = redirecting(status, "/new")
        desk.server.says("/new", rss(entry("a")))
        first = await desk.poll()
        assert titles(first) == ["Title of a"]
        polls = [await desk.poll(after=8 * HOUR) for _ in range(3)]
        assert [polled.state.address for polled in polls] == [None, None, desk.server.url("/new")]
        assert [told(polled) for polled in polls] == [[], [], ["moved"]]
        assert f"has moved to {desk.server.url('/new')}" in str(polls[2].told[0])
        asked = len(desk.server.asked)
        assert told(await desk.poll(after=HOUR)) == []
        assert [request.path for request in desk.server.asked[asked:]] == ["/new"]

    run(scene)


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_detour_is_followed_and_never_kept(status: int) -> None:
    async def scene(desk: Desk) -> None:
        desk.server.answers["/feed"] = redirecting(status, "/new")
        desk.server.says("/new", rss(entry("a")))
        polls = [await desk.poll(after=DAY) for _ in range(5)]
        assert titles(polls[0]) == ["Title of a"]
        assert {polled.state.address for polled in polls} == {None}
        assert {polled.state.move for polled in polls} == {None}

    run(scene)


def test_a_permanent_step_after_a_detour_is_none() -> None:
    async def scene(desk: Desk) -> None:
        desk.server.answers["/feed"] = redirecting(302, "/between")
        desk.server.answers["/between"] = redirecting(301, "/new")
        desk.server.says("/new", rss(entry("a")))
        polls = [await desk.poll(after=DAY) for _ in range(5)]
        assert {polled.state.address for polled in polls} == {None}

    run(scene)


def test_a_move_for_an_hour_moves_nothing() -> None:
    async def scene(desk: Desk) -> None:
        desk.server.says("/new", rss(entry("a")))
        for _ in range(4):
            desk.server.answers["/feed"] = redirecting(301, "/new")
            await desk.poll(after=9 * HOUR)
            polled = await desk.poll(after=HOUR)
            assert polled.state.address is None
            desk.server.says("/feed", rss(entry("a")))
            assert (await desk.poll(after=9 * HOUR)).state.move is None

    run(scene)


def test_a_feed_does_not_move_into_another_subscription() -> None:
    async def scene(desk: Desk) -> None:
        desk.server.answers["/feed"] = redirecting(301, "/new")
        desk.server.says("/new", rss(entry("a")))
        taken = [desk.server.url("/new")]
        polls = [await desk.poll(after=DAY, taken=taken) for _ in range(6)]
        assert {polled.state.address for polled in polls} == {None}
        assert [told(polled) for polled in polls].count(["moved"]) == 1

    run(scene)


def test_a_moved_feed_may_move_back() -> None:
    async def scene(desk: Desk) -> None:
        url, new = desk.server.url("/feed"), desk.server.url("/new")
        desk.server.answers["/feed"] = redirecting(301, "/new")
        desk.server.says("/new", rss(entry("a")))
        for _ in range(4):
            polled = await desk.poll(after=DAY, taken=[url])
        assert polled.state.address == new
        desk.server.says("/feed", rss(entry("a")))
        desk.server.answers["/new"] = redirecting(301, "/feed")
        polls = [await desk.poll(after=DAY, taken=[url]) for _ in range(5)]
        assert polls[-1].state.address is None
        assert not any("moved" in told(polled) for polled in polls)

    run(scene)


def test_a_new_address_that_fails_sends_back_to_the_old_one() -> None:
    async def scene(desk: Desk) -> None:
        desk.server.answers["/feed"] = redirecting(301, "/new")
        desk.server.says("/new", rss(entry("a")))
        for _ in range(4):
            await desk.poll(after=DAY)
        assert desk.states[desk.server.url()].address == desk.server.url("/new")
        desk.server.says("/new", status=404)
        desk.server.says("/feed", rss(entry("a"), entry("b")))
        polls = [await desk.poll(after=DAY) for _ in range(4)]
        assert titles(polls[-1]) == ["Title of b"]
        assert polls[-1].state.address is None

    run(scene)


def test_a_loop_ends_and_is_told_like_any_failure() -> None:
    async def scene(desk: Desk) -> None:
        desk.server.answers["/feed"] = redirecting(301, "/b")
        desk.server.answers["/b"] = redirecting(301, "/feed")
        polled = await desk.poll()
        assert polled.state.error == "redirects more than 5 times"
        assert len(desk.server.asked) == 6

    run(scene)
