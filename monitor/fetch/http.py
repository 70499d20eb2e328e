"""A polite and guarded HTTP client: conditional requests, bounded time and size, public addresses only."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp

from monitor.errors import InputError
from monitor.fetch.addresses import Network, RefusedAddressError, guarded_socket_factory

CONNECT_SECONDS = 5.0
READ_SECONDS = 10.0
TOTAL_SECONDS = 30.0
"""A server that drips a byte at a time is cut off by the last of these, whatever the others allow."""

LARGEST_BODY = 8 * 1024 * 1024
"""Bytes after decompression: the largest feeds seen are under 2 MB."""

MOST_REDIRECTS = 5

_NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of a version of a page, to be given back exactly as it came (RFC 9110, 8.8)."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent. `body` is None where it said that nothing changed (304)."""

    url: str
    body: bytes | None
    content_type: str
    validators: Validators


class Client:
    """Fetches pages. Use `client()` to open one."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def get(self, url: str, known: Validators = Validators()) -> Answer:
        """Fetch one address. Raises InputError, naming it, for anything that keeps it from being read."""
        headers = {}
        if known.etag:
            headers["If-None-Match"] = known.etag
        if known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
        try:
            async with self._session.get(url, headers=headers, max_redirects=MOST_REDIRECTS) as response:
                return await _answer(url, response, known)
        except TimeoutError:
            raise InputError(
                url, f"did not answer in full within {TOTAL_SECONDS:.0f} s; it will be tried again"
            ) from None
        except aiohttp.TooManyRedirects:
            raise InputError(url, f"redirects more than {MOST_REDIRECTS} times") from None
        except aiohttp.InvalidURL:
            raise InputError(url, "is no address; correct it in feeds.toml") from None
        except aiohttp.ClientConnectorDNSError:
            raise InputError(url, "its name cannot be resolved; it will be tried again") from None
        except (aiohttp.ClientError, OSError) as error:
            raise InputError(url, _why(error)) from error


@asynccontextmanager
async def client(contact: str, version: str, allowed: Sequence[Network] = ()) -> AsyncIterator[Client]:
    """An open client that names itself, with a contact, and connects to public and `allowed` addresses only."""
    connector = aiohttp.TCPConnector(limit=32, limit_per_host=2, socket_factory=guarded_socket_factory(allowed))
    timeout = aiohttp.ClientTimeout(total=TOTAL_SECONDS, sock_connect=CONNECT_SECONDS, sock_read=READ_SECONDS)
    headers = {"User-Agent": f"monitor/{version} (+{contact})", "Accept": "*/*"}
    async with aiohttp.ClientSession(connector=connector, timeout=timeout, headers=headers) as session:
        yield Client(session)


async def _answer(url: str, response: aiohttp.ClientResponse, known: Validators) -> Answer:
    if response.status == _NOT_MODIFIED:
        return Answer(str(response.url), None, response.content_type, known)
    if not response.ok:
        raise InputError(url, f"answered {response.status} {response.reason or ''}".rstrip())
    pieces, size = [], 0
    async for piece in response.content.iter_chunked(65536):
        size += len(piece)
        if size > LARGEST_BODY:
            raise InputError(url, f"sends more than {LARGEST_BODY // 2**20} MB; it is left alone")
        pieces.append(piece)
    validators = Validators(response.headers.get("ETag"), response.headers.get("Last-Modified"))
    return Answer(str(response.url), b"".join(pieces), response.headers.get("Content-Type", ""), validators)


def _why(error: Exception) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, RefusedAddressError):
            return f"leads to {cause}; allow it under [network] in monitor.toml if that is meant"
        cause = cause.__cause__ or cause.__context__
    return f"cannot be fetched: {error}"
