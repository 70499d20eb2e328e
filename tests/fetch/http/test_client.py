"""The HTTP client against a real server on loopback: conditional requests, and strangers that misbehave."""

from __future__ import annotations

import asyncio
import gzip
import re
import socket
from collections.abc import Awaitable, Callable, Sequence

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from monitor.errors import InputError
from monitor.fetch.http.addresses import Network, is_public, networks
from monitor.fetch.http.client import Answer, Limits, client
from monitor.fetch.state import NOTHING_KNOWN, Validators

LOOPBACK = networks(["127.0.0.0/8"])
QUICK = Limits(connect=2, read=2, total=4, pause=0)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def fetch(
    handler: Handler,
    *,
    known: Validators = NOTHING_KNOWN,
    allowed: Sequence[Network] = LOOPBACK,
    path: str = "/feed",
    limits: Limits = QUICK,
    host: str = "127.0.0.1",
) -> Answer:
    async def run() -> Answer:
        app = web.Application()
        app.router.add_get("/{tail:.*}", handler)
        async with (
            TestServer(app, host=host) as server,
            client("mailto:desk@example.org", "1", allowed, limits) as web_client,
        ):
            return await web_client.get(str(server.make_url(path)), known)

    return asyncio.run(run())


async def feed(request: web.Request) -> web.Response:
    if request.headers.get("If-None-Match") == 'W/"7"':
        return web.Response(status=304)
    return web.Response(body=b"<rss/>", content_type="application/rss+xml", headers={"ETag": 'W/"7"'})


def test_validators_are_kept_byte_for_byte_and_given_back() -> None:
    first = fetch(feed)
    assert first.body == b"<rss/>"
    assert first.validators.etag == 'W/"7"'
    assert fetch(feed, known=first.validators).body is None


def test_it_names_itself_with_a_contact() -> None:
    async def echo(request: web.Request) -> web.Response:
        return web.Response(text=request.headers["User-Agent"])

    assert fetch(echo).body == b"monitor/1 (+mailto:desk@example.org)"


def test_an_error_status_is_an_answer_without_a_body() -> None:
    async def gone(_request: web.Request) -> web.Response:
        return web.Response(status=410, reason="Gone", text="no more")

    answer = fetch(gone)
    assert (answer.status, answer.reason, answer.body) == (410, "Gone", None)


def test_a_body_that_unpacks_to_too_much_is_left_alone() -> None:
    packed = gzip.compress(b"\0" * (QUICK.largest * 4))

    async def bomb(_request: web.Request) -> web.Response:
        return web.Response(body=packed, headers={"Content-Encoding": "gzip"})

    with pytest.raises(InputError, match=r"unpacks to more than 3\.\d+ MB"):
        fetch(bomb)


def test_a_dripping_server_is_cut_off() -> None:
    async def drip(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(100):
            await response.write(b".")
            await asyncio.sleep(0.1)
        return response

    with pytest.raises(InputError, match="did not answer in full"):
        fetch(drip, limits=Limits(total=0.5, pause=0))


def test_a_server_that_takes_no_connection_is_given_up() -> None:
    async def run() -> None:
        with socket.socket() as full, socket.socket() as first, socket.socket() as second:
            full.bind(("127.0.0.1", 0))
            full.listen(0)
            for waiting in (first, second):  # nobody accepts: what comes after them is not answered
                waiting.setblocking(False)
                waiting.connect_ex(full.getsockname())
            async with client("mailto:desk@example.org", "1", LOOPBACK, Limits(connect=0.3, pause=0)) as web_client:
                await web_client.get(f"http://127.0.0.1:{full.getsockname()[1]}/feed")

    with pytest.raises(InputError, match=r"cannot be reached within 0\.3 s"):
        asyncio.run(run())


def test_the_limits_are_those_that_are_documented() -> None:
    limits = Limits()
    assert (limits.connect, limits.read, limits.total) == (5, 10, 30)
    assert (limits.largest, limits.ratio, limits.redirects) == (8 * 2**20, 100, 5)
    assert (limits.per_host, limits.pause) == (2, 1)


def test_a_redirect_loop_ends() -> None:
    async def loop(_request: web.Request) -> web.Response:
        raise web.HTTPFound("/again")

    with pytest.raises(InputError, match="redirects more than 5 times"):
        fetch(loop)


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("http://127.0.0.1:1/", r"cannot be reached \(Connection refused\)"),
        ("https://127.0.0.1:{port}/", r"does not speak TLS as it should"),
        ("http://nowhere.invalid/", "its name cannot be resolved"),
        ("http://[bad/", "is no address that can be fetched"),
        ("http:///x", "is no address that can be fetched"),
    ],
)
def test_a_server_that_cannot_be_reached_is_named_with_the_reason(url: str, what: str) -> None:
    async def astray(request: web.Request) -> web.Response:
        return web.Response()

    async def run() -> None:
        app = web.Application()
        app.router.add_get("/", astray)
        async with TestServer(app) as server, client("mailto:desk@example.org", "1", LOOPBACK, QUICK) as web_client:
            await web_client.get(url.format(port=server.port))

    with pytest.raises(InputError, match=what):
        asyncio.run(run())


def test_a_private_address_is_refused_unless_allowed() -> None:
    with pytest.raises(InputError, match=r"leads to 127\.0\.0\.1, which is not a public address"):
        fetch(feed, allowed=())


@pytest.mark.parametrize(
    ("target", "leads_to"),
    [
        ("http://10.1.2.3/secret", "10.1.2.3"),
        ("http://localhost/secret", "127.0.0.1"),
        ("http://169.254.169.254/latest/meta-data", "169.254.169.254"),
        ("http://0x7f.1/secret", "127.0.0.1"),
        ("http://[::1]/secret", "::1"),
        ("http://[::ffff:127.0.0.1]/secret", "::ffff:7f00:1"),
        ("http://[64:ff9b::7f00:1]/secret", "64:ff9b::7f00:1"),
        ("http://[2002:7f00:1::]/secret", "2002:7f00:1::"),
        ("//10.1.2.3/secret", "10.1.2.3"),
        ("http://user:word@10.1.2.3/secret", "10.1.2.3"),
    ],
)
def test_a_redirect_to_an_address_that_is_not_public_is_refused(target: str, leads_to: str) -> None:
    async def astray(request: web.Request) -> web.Response:
        raise web.HTTPFound("/second" if request.path == "/feed" else target)

    with pytest.raises(InputError, match=f"leads to .*{re.escape(leads_to)}.*, which is not a public address"):
        fetch(astray, host="127.0.0.5", allowed=networks(["127.0.0.5"]))


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://news.example/feed", "http://[bad/", "data:,x"])
def test_a_redirect_to_what_is_no_web_address_is_refused(target: str) -> None:
    async def astray(_request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": target})

    with pytest.raises(InputError, match="redirects to what is no"):
        fetch(astray)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.1.1", "100.64.0.1", "0.0.0.0", "224.0.0.1", "240.0.0.1", "::1",
     "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::a00:1", "2002:a00:1::",
     "2001:db8::1", "2001::1", "::", "192.0.2.7", "198.18.0.1", "255.255.255.255"],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)


def test_a_translator_is_used_where_it_is_allowed_and_then_only_to_what_is_public() -> None:
    nat64 = networks(["64:ff9b::/96"])
    assert not is_public("64:ff9b::5db8:d822")
    assert is_public("64:ff9b::5db8:d822", nat64)
    assert not is_public("64:ff9b::a00:1", nat64)
    assert not is_public("2002:5db8:d822::1")


def test_an_allowed_network_holds_for_its_own_addresses_only() -> None:
    assert is_public("10.7.0.9", networks(["10.7.0.0/16"]))
    assert not is_public("10.8.0.9", networks(["10.7.0.0/16"]))
