"""A polite and guarded HTTP client: conditional requests, bounded time and size, public addresses only."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urldefrag

import aiohttp
from yarl import URL

from monitor.errors import InputError
from monitor.fetch.http.addresses import Network, RefusedAddressError, guarded_socket_factory
from monitor.fetch.http.hosts import Hosts, host_of
from monitor.fetch.http.unpacking import unpacked
from monitor.fetch.state import NOTHING_KNOWN, Validators

ACCEPTED = (
    "application/rss+xml, application/atom+xml, application/feed+json, "
    "application/xml;q=0.9, text/html;q=0.8, */*;q=0.5"
)

_PERMANENT = frozenset({301, 308})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PIECE = 65536


@dataclass(frozen=True, slots=True)
class Limits:
    """How long is waited, and how much is taken. Seconds and bytes.

    `total` is the whole of one fetch with its redirects, but for the waits for a host's turn: a server that drips a
    byte at a time is cut off by it, whatever the others allow. `largest` holds after decompression (the largest feeds
    seen are under 2 MB), `ratio` for what decompression may make of a byte. `per_host` requests at a time, `pause`
    between the starts of two.
    """

    connect: float = 5.0
    read: float = 10.0
    total: float = 30.0
    largest: int = 8 * 1024 * 1024
    ratio: int = 100
    redirects: int = 5
    at_once: int = 32
    per_host: int = 2
    pause: float = 1.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said. `url` answered in the end; `moved` is where permanent redirects alone led on the way.

    `body` is there for a 200 alone. `headers` are looked up without regard to case.
    """

    url: str
    status: int
    reason: str
    headers: Mapping[str, str]
    body: bytes | None = None
    moved: str | None = None

    @property
    def content_type(self) -> str:
        """The Content-Type as it was sent."""
        return self.headers.get("Content-Type", "")

    @property
    def validators(self) -> Validators:
        """What is to be given back next time. What cannot be given back byte for byte is none."""
        return Validators(_sendable(self.headers.get("ETag")), _sendable(self.headers.get("Last-Modified")))


class RefusedError(InputError):
    """An address leads to one that is not public and was not allowed."""


class Client:
    """Fetches pages. Use `client()` to open one."""

    def __init__(self, session: aiohttp.ClientSession, limits: Limits, hosts: Hosts, agent: str) -> None:
        self._session = session
        self._limits = limits
        self._places = asyncio.Semaphore(limits.at_once)
        self.hosts = hosts
        self.agent = agent

    async def get(self, url: str, known: Validators = NOTHING_KNOWN) -> Answer:
        """Fetch one address, following its redirects. Raises InputError, naming it, where no answer comes of it."""
        headers = {}
        if known.etag:
            headers["If-None-Match"] = known.etag
        if known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
        try:
            return await self._follow(url, headers)
        except aiohttp.ConnectionTimeoutError:
            raise InputError(url, f"cannot be reached within {self._limits.connect:g} s") from None
        except aiohttp.ServerTimeoutError:
            raise InputError(url, f"fell silent for {self._limits.read:g} s") from None
        except TimeoutError:
            raise InputError(url, f"did not answer in full within {self._limits.total:g} s") from None
        except (ValueError, aiohttp.NonHttpUrlClientError):  # InvalidURL is a ValueError
            raise InputError(url, "is no address that can be fetched: correct it") from None
        except aiohttp.ClientConnectorDNSError:
            raise InputError(url, "its name cannot be resolved") from None
        except aiohttp.ClientPayloadError:
            raise InputError(url, "broke off before all of it had come") from None
        except (aiohttp.ClientError, OSError) as error:
            raise _why(url, error) from error

    async def _follow(self, asked: str, headers: Mapping[str, str]) -> Answer:
        at, moved, permanent = URL(urldefrag(asked)[0]), None, True
        clock, left = asyncio.get_running_loop().time, self._limits.total
        for _ in range(self._limits.redirects + 1):
            async with self.hosts.turn(host_of(str(at))), self._places:
                began = clock()  # who waits for his turn is not timed
                async with (
                    asyncio.timeout(left),
                    self._session.get(at, headers=headers, allow_redirects=False) as response,
                ):
                    location = response.headers.get("Location")
                    if response.status not in _REDIRECTS or not location:
                        return await self._answer(asked, response, moved)
                left -= clock() - began
            at = _next(asked, at, location)
            permanent = permanent and response.status in _PERMANENT
            moved = str(at) if permanent else moved
        raise InputError(asked, f"redirects more than {self._limits.redirects} times")

    async def _answer(self, asked: str, response: aiohttp.ClientResponse, moved: str | None) -> Answer:
        body = None
        if response.status == 200:
            raw = await self._read(asked, response)
            codings = response.headers.get("Content-Encoding", "")
            body = unpacked(raw, codings, asked, largest=self._limits.largest, ratio=self._limits.ratio)
        return Answer(str(response.url), response.status, response.reason or "", response.headers, body, moved)

    async def _read(self, asked: str, response: aiohttp.ClientResponse) -> bytes:
        pieces, size = [], 0
        async for piece in response.content.iter_chunked(_PIECE):
            size += len(piece)
            if size > self._limits.largest:
                raise InputError(asked, f"sends more than {self._limits.largest / 2**20:.3g} MB; it is left alone")
            pieces.append(piece)
        return b"".join(pieces)


@asynccontextmanager
async def client(
    contact: str,
    version: str,
    allowed: Sequence[Network] = (),
    limits: Limits = Limits(),
    held: Mapping[str, datetime] | None = None,
) -> AsyncIterator[Client]:
    """An open client that names itself, with a contact, and connects to public and `allowed` addresses only.

    `held` are hosts that asked for rest, and until when, as they were remembered.
    """
    agent = f"monitor/{version} (+{contact})"
    connector = aiohttp.TCPConnector(
        limit=0, limit_per_host=limits.per_host, socket_factory=guarded_socket_factory(allowed)
    )
    timeout = aiohttp.ClientTimeout(total=None, sock_connect=limits.connect, sock_read=limits.read)
    headers = {"User-Agent": agent, "Accept": ACCEPTED, "Accept-Encoding": "gzip, deflate, br"}
    async with aiohttp.ClientSession(
        connector=connector,
        timeout=timeout,
        headers=headers,
        auto_decompress=False,
        cookie_jar=aiohttp.DummyCookieJar(),
    ) as session:
        yield Client(session, limits, Hosts(limits.per_host, limits.pause, held), agent)


def _next(asked: str, at: URL, location: str) -> URL:
    try:
        following = at.join(URL(location)).with_fragment(None)
    except ValueError:
        raise InputError(asked, "redirects to what is no address") from None
    if following.scheme not in {"http", "https"} or not following.host:
        raise InputError(asked, f"redirects to what is no web address ({following.scheme or 'nothing'})")
    return following


def _sendable(value: str | None) -> str | None:
    """A header that can go back as the bytes that it came as: aiohttp keeps what is no UTF-8 as lone surrogates."""
    return value if value and value.isprintable() else None


def _why(url: str, error: Exception) -> InputError:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, RefusedAddressError):
            return RefusedError(url, f"leads to {cause}; allow it under [network] in monitor.toml if that is meant")
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return InputError(url, f"shows a certificate that cannot be trusted ({_one_line(error.certificate_error)})")
    if isinstance(error, aiohttp.ClientConnectorSSLError):
        return InputError(url, f"does not speak TLS as it should ({_one_line(error.os_error)})")
    if isinstance(error, aiohttp.ClientConnectorError):
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else error.os_error
        return InputError(url, f"cannot be reached ({_one_line(reason)})")
    if isinstance(error, aiohttp.ClientResponseError):
        return InputError(url, f"answers in what is no HTTP ({error.message.partition(':')[0][:80]})")
    return InputError(url, f"cannot be fetched: {_one_line(error) or type(error).__name__}")


def _one_line(reason: object) -> str:
    return " ".join(str(reason).split())[:200]
