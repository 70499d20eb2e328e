"""Servers that misbehave: each fault is named and told once, and a feed beside them is polled as if they were not."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bench.memory import megabytes
from monitor.fetch import Limits
from monitor.model import Item
from tests.fetch.newsroom import NOON, Answering, Desk, entry, faults, rss, run, titles, told
from tests.fetch.strangers import BOMB, GOOD, HEAD, STRANGERS

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(("stranger", "what"), STRANGERS.values(), ids=STRANGERS.keys())
def test_a_stranger_is_named_and_told_once_and_is_polled_again(stranger: Answering, what: str) -> None:
    async def scene(desk: Desk) -> None:
        desk.server.answers["/feed"] = stranger
        polls = [await desk.poll(after=HOUR) for _ in range(4)]
        assert what in faults(polls[0])[0] or titles(polls[0]) == []
        assert [len(faults(polled)) for polled in polls] == [1, 0, 0, 0]
        notices = [told(polled) for polled in polls]
        assert notices in ([[], [], ["failing"], []], [["html"], [], [], []])
        assert polls[0].state.due_at is not None
        assert desk.now < (polls[3].state.due_at or NOON) <= desk.now + timedelta(days=1)
        desk.server.says("/feed", rss(GOOD))
        back = await desk.poll(after=HOUR)
        assert (titles(back), told(back)) == (["Good"], ["-html" if ["html"] in notices else "-failing"])

    run(scene, Limits(connect=1, read=0.5, total=1.5, pause=0))


@pytest.mark.parametrize(
    "tail",
    [
        "<item><description>" + "<div>" * 100_000,
        "<item><description>" + "<!--" * 100_000,  # 390 KB
        "<item><title>&a9;</title></item></channel></rss>",
        "<item><title>cut in the mid",
        "<item><guid>2</guid><title>Fine & <unclosed></item>",
        "\x00\x01\x02",
    ],
    ids=["nested tags", "comments", "entities", "cut", "unclosed", "controls"],
)
def test_the_good_entries_of_a_broken_feed_are_used_and_its_fault_is_told_once(tail: str) -> None:
    async def scene(desk: Desk) -> None:
        head = HEAD.replace("<rss", BOMB + "<rss", 1) if "&a9;" in tail else HEAD
        desk.server.says("/feed", head + tail)
        first = await desk.poll()
        assert "Good" in titles(first) + [item.title for item in first.pages]
        assert told(first) == ["broken"]
        assert first.state.fault
        assert all(len(one.content) < 100_000 for one in first.found if isinstance(one, Item))
        desk.server.says("/feed", head + "<item><guid>3</guid><title>Third</title></item>" + tail)
        assert told(await desk.poll(after=HOUR)) == []
        desk.server.says("/feed", rss(GOOD))
        assert told(await desk.poll(after=HOUR)) == ["-broken"]

    run(scene)


WORDS = "Präsident Müller: „Elf Tote“ in Łódź"


@pytest.mark.parametrize(
    ("charset", "declared", "kind"),
    [
        ("utf-8", "utf-8", "application/rss+xml"),
        ("utf-8", "iso-8859-1", "application/rss+xml; charset=us-ascii"),
        ("utf-8", "utf-8", "application/rss+xml; charset=iso-8859-2"),
        ("iso-8859-2", "iso-8859-2", "application/rss+xml"),
        ("cp1250", "utf-8", "application/rss+xml; charset=windows-1250"),
        ("utf-16", "utf-16", "application/rss+xml"),
        ("utf-16-le", "utf-8", "text/xml; charset=utf-8"),
        ("utf-8-sig", "windows-1252", "text/xml"),
    ],
)
def test_the_bytes_come_before_what_is_said_of_their_charset(charset: str, declared: str, kind: str) -> None:
    async def scene(desk: Desk) -> None:
        words = WORDS if charset != "iso-8859-2" else "Präsident Müller in Łódź"
        feed = rss(entry("a", words)).decode().replace("encoding='utf-8'", f"encoding='{declared}'")
        desk.server.says("/feed", feed.encode(charset), kind=kind)
        polled = await desk.poll()
        assert titles(polled) == [words]

    run(scene)


@asynccontextmanager
async def speaking(written: bytes) -> AsyncIterator[str]:
    """A server that answers every request with these bytes, whatever HTTP says, and hangs up."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(written)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/feed"


OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n"


@pytest.mark.parametrize(
    ("written", "what"),
    [
        (b"", "cannot be fetched: Server disconnected"),
        (b"SSH-2.0-OpenSSH_9.6\r\n\r\n", "answers in what is no HTTP (Bad status line)"),
        (b"HTTP/1.1 2000 OK\r\n\r\n", "no HTTP"),
        (OK + b"Content-Length: many\r\n\r\n<rss/>", "no HTTP"),
        (OK + b"Content-Length: -1\r\n\r\n<rss/>", "no HTTP"),
        (OK + b"Content-Length: 6\r\n\r\n<rss/> and more", "no HTTP"),
        (OK + b"X: " + b"y" * 100_000 + b"\r\n\r\n", "no HTTP"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n<rss/>\r\n", "no HTTP (Invalid character in chunk size)"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n40\r\n<rss/>\r\n", "broke off"),
        (OK + b"Content-Length: 600\r\n\r\n<rss/>", "broke off"),
    ],
)
def test_what_is_no_http_is_an_error_like_others(written: bytes, what: str) -> None:
    async def scene(desk: Desk) -> None:
        async with speaking(written) as url:
            assert what in faults(await desk.poll(url=url))[0]

    run(scene)


def test_a_feed_beside_them_is_polled_as_if_they_were_not_and_memory_stays_bounded() -> None:
    async def scene(desk: Desk) -> None:
        desk.server.says("/good", rss(GOOD))
        await desk.poll("/good")  # the process that parses has started
        desk.server.answers |= {f"/{n}": stranger for n, (stranger, _) in enumerate(STRANGERS.values())}
        clock = asyncio.get_running_loop().time
        began, waits, most = clock(), [], 0.0

        async def good() -> None:
            nonlocal most
            for n in range(10):
                desk.server.says("/good", rss(GOOD, entry(f"{n}", at=NOON)))
                asked = clock()
                assert len(titles(await desk.poll("/good", after=HOUR))) == 1
                waits.append(clock() - asked)
                most = max(most, megabytes(os.getpid()))
                await asyncio.sleep(0.2)

        strangers = (desk.poll(f"/{n}") for n in range(len(STRANGERS)))
        polls = (await asyncio.gather(good(), *strangers))[1:]
        assert all(polled is not None and polled.state.failures for polled in polls)
        assert sorted(waits)[5] < 3, "it waits for no stranger's time to run out"
        assert clock() - began < 60
        assert most < 800

    run(scene, Limits(connect=1, read=2, total=4, pause=0, per_host=100))
