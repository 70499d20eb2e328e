"""What the operator is told of a feed that can be read: once, with what to do, and when it is over."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

from monitor.fetch import Parsers
from monitor.fetch.polling.health import _OVER, _TOLD
from monitor.fetch.state import Trouble
from tests.fetch.newsroom import NOON, Desk, entry, rss, run, titles, told

DOCUMENTED = Path(__file__).parents[3] / "docs" / "feeds.md"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def test_every_trouble_has_its_words() -> None:
    assert set(_TOLD) == set(Trouble)
    assert set(Trouble) - set(_OVER) == {Trouble.MOVED, Trouble.OVERFLOWED}


def test_every_trouble_is_documented() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", DOCUMENTED.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(rows) == sorted(trouble.value for trouble in Trouble)


def test_a_bridge_that_hands_over_error_messages_is_told_once() -> None:
    async def scene(desk: Desk) -> None:
        error = entry("e", "Bridge returned error 429! (20577)")
        desk.server.says("/feed", rss(entry("a"), error))
        first = await desk.poll()
        assert (titles(first), told(first)) == (["Title of a"], ["bridge"])
        assert "error messages of a bridge" in str(first.told[0])
        desk.server.says("/feed", rss(entry("b"), entry("f", "Bridge returned error 500! (20578)")))
        second = await desk.poll(after=HOUR)
        assert (titles(second), told(second)) == (["Title of b"], [])
        desk.server.says("/feed", rss(entry("b"), entry("c")))
        assert told(await desk.poll(after=HOUR)) == ["-bridge"]

    run(scene)


def test_a_window_of_new_entries_alone_is_told_once_until_it_overlaps_again() -> None:
    async def scene(desk: Desk) -> None:
        def window(start: int) -> bytes:
            return rss(*(entry(str(n), at=NOON) for n in range(start, start + 10)))

        desk.server.says("/feed", window(0))
        assert told(await desk.poll()) == []
        desk.server.says("/feed", window(10))
        lost = await desk.poll(after=6 * HOUR)
        assert (len(titles(lost)), told(lost)) == (10, ["overflowed"])
        assert "is lost" in str(lost.told[0])
        desk.server.says("/feed", window(20))
        again = await desk.poll(after=6 * HOUR)
        assert told(again) == []
        assert told(await desk.poll(after=HOUR)) == [], "the same window says nothing new"
        desk.server.says("/feed", window(21))
        assert told(await desk.poll(after=HOUR)) == [], "that it is over needs no words"
        desk.server.says("/feed", window(40))
        assert told(await desk.poll(after=6 * HOUR)) == ["overflowed"]

    run(scene)


def test_a_feed_that_brings_nothing_for_far_longer_than_ever_is_told_once() -> None:
    async def scene(desk: Desk) -> None:
        for n in range(40):
            desk.server.says("/feed", rss(entry(str(n), at=desk.now)), headers={"ETag": f'"{n}"'})
            assert told(await desk.poll(after=2 * HOUR)) == []
        notices = [told(await desk.poll(after=12 * HOUR)) for _ in range(8)]
        assert notices.count(["silent"]) == 1
        assert notices[:2] == [[], []]
        desk.server.says("/feed", rss(entry("new", at=desk.now)))
        assert told(await desk.poll(after=HOUR)) == ["-silent"]

    run(scene)


def test_a_feed_that_never_brought_anything_is_not_silent() -> None:
    async def scene(desk: Desk) -> None:
        desk.server.says("/feed", rss())
        assert {tuple(told(await desk.poll(after=DAY))) for _ in range(20)} == {()}

    run(scene)


def test_guids_that_change_at_every_poll_bring_each_entry_once() -> None:
    async def scene(desk: Desk) -> None:
        def window(poll: int, first: int) -> bytes:
            named = ((f"{poll}-{n}", f"Story {n}", f"https://news.example/{n}") for n in range(first, first + 8))
            return rss(*(entry(guid, title, at=NOON, link=link) for guid, title, link in named))

        desk.server.says("/feed", window(0, 0))
        await desk.poll()
        desk.server.says("/feed", window(1, 1))
        assert titles(await desk.poll(after=HOUR)) == ["Story 8"]
        desk.server.says("/feed", window(2, 3))
        polled = await desk.poll(after=HOUR)
        assert (titles(polled), told(polled), polled.state.rotates) == (["Story 10", "Story 9"], [], True)

    run(scene)


def test_the_same_bytes_again_are_not_parsed_and_bring_nothing() -> None:
    async def scene(desk: Desk) -> None:
        desk.server.says("/feed", rss(entry("a")), headers={"ETag": '"1"'})
        first = await desk.poll()
        desk.server.says("/feed", rss(entry("a")), headers={"ETag": '"2"'})
        desk.parsers = Parsers(1, seconds=0)  # nothing can be parsed any more
        second = await desk.poll(after=HOUR)
        assert (second.found, second.state.etag, second.state.body_hash) == ((), '"2"', first.state.body_hash)
        assert second.state.read_at == desk.now

    run(scene)


def test_a_server_that_says_for_days_that_nothing_changed_is_asked_for_all() -> None:
    async def scene(desk: Desk) -> None:
        desk.server.says("/feed", rss(entry("a")), headers={"ETag": '"1"'})
        await desk.poll()
        desk.server.says("/feed", status=304)
        await desk.poll(after=2 * DAY)
        assert "If-None-Match" in desk.server.asked[-1].headers
        desk.server.says("/feed", rss(entry("b")), headers={"ETag": '"1"'})
        assert titles(await desk.poll(after=DAY)) == ["Title of b"]
        assert "If-None-Match" not in desk.server.asked[-1].headers

    run(scene)
