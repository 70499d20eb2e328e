"""Undoing the codings of an HTTP body (RFC 9110, 8.4), however much it claims to hold."""

from __future__ import annotations

import zlib

import brotli

from monitor.errors import InputError

FREE = 256 * 1024
"""Bytes below which no ratio is held against a body: a short page of blanks packs well and harms nobody."""

MOST_CODINGS = 3

_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_BARE_DEFLATE = -zlib.MAX_WBITS


def unpacked(raw: bytes, codings: str, where: str, *, largest: int, ratio: int) -> bytes:
    """The body behind a Content-Encoding header, the coding applied last undone first.

    Raises InputError, naming `where`, for an unknown coding, a body that ends too soon, more than `largest` bytes, or
    more than `ratio` times the bytes that were sent, whichever layer they are in.
    """
    layers = [name for part in codings.lower().split(",") if (name := part.strip()) not in {"", "identity"}]
    if len(layers) > MOST_CODINGS:
        raise InputError(where, f"is packed {len(layers)} times over: it is broken or hostile, and left out")
    most = min(largest, max(FREE, len(raw) * ratio))
    body = raw
    for name in reversed(layers):
        if not body:
            break
        try:
            body = _undone(name, body, most, where)
        except (zlib.error, brotli.error):
            raise InputError(where, f"says that it is packed as {name}, and is not") from None
    if len(body) > most:
        raise _too_large(where, most)
    return body


def _undone(name: str, body: bytes, most: int, where: str) -> bytes:
    if name in {"gzip", "x-gzip"}:
        return _inflated(body, _GZIP_OR_ZLIB, most, where)
    if name == "deflate":  # zlib's form by the standard, the bare one from some servers
        is_zlib = len(body) > 1 and body[0] & 15 == 8 and (body[0] << 8 | body[1]) % 31 == 0
        return _inflated(body, _GZIP_OR_ZLIB if is_zlib else _BARE_DEFLATE, most, where)
    if name == "br":
        return _unbrotlied(body, most, where)
    raise InputError(where, f"is packed as {name[:40]!r}, which was not asked for")


def _inflated(body: bytes, window: int, most: int, where: str) -> bytes:
    pieces, size = [], 0
    while body:
        unpacker = zlib.decompressobj(window)
        piece = unpacker.decompress(body, most - size + 1)
        size += len(piece)
        if size > most:
            raise _too_large(where, most)
        if not unpacker.eof:
            raise InputError(where, "ends in the middle; it will be tried again")
        pieces.append(piece)
        body = unpacker.unused_data if unpacker.unused_data[:2] == b"\x1f\x8b" else b""  # gzip may hold several parts
    return b"".join(pieces)


def _unbrotlied(body: bytes, most: int, where: str) -> bytes:
    unpacker = brotli.Decompressor()
    pieces = [unpacker.process(body, output_buffer_limit=most + 1)]
    size = len(pieces[0])
    while size <= most and not unpacker.is_finished():
        if unpacker.can_accept_more_data():
            raise InputError(where, "ends in the middle; it will be tried again")
        pieces.append(unpacker.process(b"", output_buffer_limit=most + 1 - size))
        size += len(pieces[-1])
    if size > most:
        raise _too_large(where, most)
    return b"".join(pieces)


def _too_large(where: str, most: int) -> InputError:
    return InputError(where, f"unpacks to more than {most / 2**20:.3g} MB; it is left alone")
