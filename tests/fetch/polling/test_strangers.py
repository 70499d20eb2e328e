"""Servers that misbehave: each fault is named and told once, and a feed beside them is polled as if they were not."""

from __future__ import annotations

import asyncio
import gzip
import os
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import brotli
import pytest
from aiohttp import web

from monitor.fetch import Limits
from monitor.model import Item
from tests.fetch.newsroom import NOON, Answering, Desk, entry, faults, rss, run, titles, told

HOUR = timedelta(hours=1)
GOOD = entry("good", "Good", at=NOON)
HEAD = rss(GOOD)[: -len("</channel></rss>")].decode()
BOMB = "<!DOCTYPE x [<!ENTITY a0 'lol'>{}]>".format(
    "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
)
ZEROS = b"\0" * (64 * 2**20)


def body(content: bytes, coding: str = "", kind: str = "application/rss+xml") -> Answering:
    headers = {"Content-Type": kind, **({"Content-Encoding": coding} if coding else {})}

    async def answer(_request: web.Request) -> web.Response:
        return web.Response(body=content, headers=headers)

    return answer


def status(code: int) -> Answering:
    async def answer(_request: web.Request) -> web.Response:
        return web.Response(status=code)

    return answer


async def drip(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    for _ in range(100):
        await response.write(b" ")
        await asyncio.sleep(0.05)
    return response


async def hang(_request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(5)
    return web.Response()


async def half(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "5000"})
    await response.prepare(request)
    await response.write(rss(GOOD)[:200])
    assert request.transport is not None
    request.transport.close()
    return response


async def endless(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    for _ in range(100):
        await response.write(b" " * 2**18)
    return response


async def loop(request: web.Request) -> web.StreamResponse:
    raise web.HTTPFound(request.path)


STRANGERS: dict[str, tuple[Answering, str]] = {
    "drip": (drip, "did not answer in full within 1.5 s"),
    "hang": (hang, "fell silent for 0.5 s"),
    "half a body": (half, "broke off before all of it had come"),
    "endless": (endless, "sends more than 8 MB"),
    "loop": (loop, "redirects more than 5 times"),
    "gzip bomb": (body(gzip.compress(ZEROS), "gzip"), "unpacks to more than"),
    "br bomb": (body(brotli.compress(ZEROS, quality=5), "br"), "unpacks to more than"),
    "deflate bomb": (body(zlib.compress(ZEROS), "deflate"), "unpacks to more than"),
    "nested gzip": (body(gzip.compress(gzip.compress(ZEROS)), "gzip, gzip"), "unpacks to more than"),
    "half a gzip": (body(gzip.compress(rss(GOOD))[:-30], "gzip"), "ends in the middle"),
    "no gzip": (body(rss(GOOD), "gzip"), "says that it is packed as gzip, and is not"),
    "unasked coding": (body(rss(GOOD), "zstd"), "packed as 'zstd', which was not asked for"),
    "empty": (body(b""), "is empty"),
    "zeros": (body(b"\0" * 2**20), "is empty"),
    "binary": (body(bytes(range(256)) * 4000), "is binary, not text"),
    "image": (body(b"\x89PNG\r\n\x1a\n" + b"x" * 100), "is an image, not text"),
    "page": (body(b"<!DOCTYPE html><html><p>Log in", kind="text/html"), "it begins as an HTML page does"),
    "words": (body(b"moved to a new server"), "is no feed"),
    "json": (body(b'{"error": 7}'), "is JSON but no JSON Feed"),
    "200,000 tags deep": (body(f"<rss><channel><item>{'<div>' * 200_000}".encode()), "read"),
    "1,000,000 tags": (body(b"<rss>" + b"<b>" * 1_000_000), "holds more than 300,000 tags"),
    "304 without cause": (status(304), "says that nothing changed (304) to one who knows nothing of it"),
    "not found": (status(404), "answered 404"),
    "error": (status(500), "answered 500"),
    "no content": (status(204), "answered 204"),
    "part of it": (status(206), "answered 206"),
}


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
                most = max(most, family_megabytes())
                await asyncio.sleep(0.2)

        strangers = (desk.poll(f"/{n}") for n in range(len(STRANGERS)))
        polls = (await asyncio.gather(good(), *strangers))[1:]
        assert all(polled is not None and polled.state.failures for polled in polls)
        assert sorted(waits)[5] < 3, "it waits for no stranger's time to run out"
        assert clock() - began < 60
        assert most < 800

    run(scene, Limits(connect=1, read=2, total=4, pause=0, per_host=100))


def family_megabytes() -> float:
    """Memory of this process and those that it started, in MB."""
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    return sum(map(megabytes, ["self", *children]))


def megabytes(pid: str) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024
