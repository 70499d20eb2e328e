"""Polling a feed: what is handed over, what is remembered, and when it is asked again."""

from __future__ import annotations

from datetime import timedelta

from aiohttp import web

from tests.fetch.newsroom import NOON, Desk, entry, faults, rss, run, titles, told

HOUR = timedelta(hours=1)


def test_what_is_new_is_handed_over_once_in_order_of_publication() -> None:
    async def scene(desk: Desk) -> None:
        old, new = entry("a", at=NOON - 2 * HOUR), entry("b", at=NOON - HOUR)
        desk.server.says("/feed", rss(new, old))
        assert titles(await desk.poll()) == ["Title of a", "Title of b"]
        desk.server.says("/feed", rss(entry("c", at=NOON), new, old))
        assert titles(await desk.poll(after=HOUR)) == ["Title of c"]
        assert titles(await desk.poll(after=HOUR)) == []

    run(scene)


def test_validators_are_kept_byte_for_byte_and_given_back() -> None:
    async def scene(desk: Desk) -> None:
        stamped = {"ETag": 'W/"x7--gzip"', "Last-Modified": "Mon, 04 May 2026 10:00:00 +0000"}
        desk.server.says("/feed", rss(entry("a")), headers=stamped)
        await desk.poll()

        async def unchanged(_request: web.Request) -> web.Response:
            return web.Response(status=304)

        desk.server.answers["/feed"] = unchanged
        polled = await desk.poll(after=HOUR)
        asked = desk.server.asked[-1].headers
        assert (asked["If-None-Match"], asked["If-Modified-Since"]) == (stamped["ETag"], stamped["Last-Modified"])
        assert (polled.found, polled.told, polled.state.failures) == ((), (), 0)
        assert (polled.state.etag, polled.state.last_modified) == (stamped["ETag"], stamped["Last-Modified"])

    run(scene)


def test_a_page_in_place_of_a_feed_is_told_once() -> None:
    async def scene(desk: Desk) -> None:
        desk.server.says("/feed", "<!DOCTYPE html><html><body>Hello</body></html>", kind="text/html")
        first, second = await desk.poll(), await desk.poll(after=HOUR)
        assert (told(first), told(second)) == (["html"], [])
        assert "begins as an HTML page" in faults(first)[0]
        assert faults(second) == []
        desk.server.says("/feed", rss(entry("a")))
        assert told(await desk.poll(after=HOUR)) == ["-html"]

    run(scene)
