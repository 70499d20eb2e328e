"""What misbehaving servers answer, each with the words by which the operator is told of it."""

from __future__ import annotations

import asyncio
import gzip
import zlib

import brotli
from aiohttp import web

from tests.fetch.newsroom import NOON, Answering, entry, rss

GOOD = entry("good", "Good", at=NOON)
HEAD = rss(GOOD)[: -len("</channel></rss>")].decode()
BOMB = "<!DOCTYPE x [<!ENTITY a0 'lol'>{}]>".format(
    "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
)
ZEROS = b"\0" * (64 * 2**20)
GIGABYTE = gzip.compress(ZEROS) * 16
"""Of zeros: gzip takes one part after the other for one body (RFC 1952, 2.2)."""


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


def raw(written: bytes) -> Answering:
    """These bytes, whatever HTTP says, and the end of the connection."""

    async def answer(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.write(written)
        request.transport.close()
        return web.Response()

    return answer


async def endless(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    for _ in range(100):
        await response.write(b" " * 2**18)
    return response


async def loop(request: web.Request) -> web.StreamResponse:
    raise web.HTTPFound(request.path)


OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n"

STRANGERS: dict[str, tuple[Answering, str]] = {
    "drip": (drip, "did not answer in full within 1.5 s"),
    "hang": (hang, "fell silent for 0.5 s"),
    "half a body": (half, "broke off before all of it had come"),
    "endless": (endless, "sends more than 8 MB"),
    "loop": (loop, "redirects more than 5 times"),
    "gzip bomb": (body(GIGABYTE, "gzip"), "unpacks to more than"),
    "br bomb": (body(brotli.compress(ZEROS, quality=5), "br"), "unpacks to more than"),
    "deflate bomb": (body(zlib.compress(ZEROS), "deflate"), "unpacks to more than"),
    "nested gzip": (body(gzip.compress(GIGABYTE), "gzip, gzip"), "unpacks to more than"),
    "half a gzip": (body(gzip.compress(rss(GOOD))[:-30], "gzip"), "ends in the middle"),
    "no gzip": (body(rss(GOOD), "gzip"), "says that it is packed as gzip, and is not"),
    "unasked coding": (body(rss(GOOD), "zstd"), "packed as 'zstd', which was not asked for"),
    "longer than it says": (raw(OK + b"Content-Length: 6\r\n\r\n<rss/> and more"), "answers in what is no HTTP"),
    "shorter than it says": (raw(OK + b"Content-Length: 600\r\n\r\n<rss/>"), "broke off"),
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
