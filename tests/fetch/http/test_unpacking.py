"""Compressed bodies: every coding that is asked for, and bombs in each of them."""

from __future__ import annotations

import gzip
import time
import zlib

import brotli
import pytest

from monitor.errors import InputError
from monitor.fetch.http.unpacking import unpacked

TEXT = b"<rss>Nine people were killed when a ferry sank.</rss>" * 40
LARGEST = 8 * 2**20


def bare(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


def undone(raw: bytes, codings: str) -> bytes:
    return unpacked(raw, codings, "feed", largest=LARGEST, ratio=100)


@pytest.mark.parametrize(
    ("codings", "raw"),
    [
        ("", TEXT),
        ("identity", TEXT),
        ("gzip", gzip.compress(TEXT)),
        ("X-GZip", gzip.compress(TEXT)),
        ("gzip", gzip.compress(TEXT[:500]) + gzip.compress(TEXT[500:])),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", bare(TEXT)),
        ("br", brotli.compress(TEXT)),
        ("gzip, br", brotli.compress(gzip.compress(TEXT))),
        ("gzip,gzip", gzip.compress(gzip.compress(TEXT))),
    ],
)
def test_every_coding_is_undone(codings: str, raw: bytes) -> None:
    assert undone(raw, codings) == TEXT


@pytest.mark.parametrize("codings", ["gzip", "deflate", "br"])
def test_an_empty_body_is_empty(codings: str) -> None:
    assert undone(b"", codings) == b""


@pytest.mark.parametrize(
    ("codings", "raw", "what"),
    [
        ("gzip", gzip.compress(TEXT)[:-20], "ends in the middle"),
        ("deflate", zlib.compress(TEXT)[:-20], "ends in the middle"),
        ("br", brotli.compress(TEXT)[:-20], "ends in the middle"),
        ("gzip", TEXT, "says that it is packed as gzip, and is not"),
        ("br", TEXT, "says that it is packed as br, and is not"),
        ("deflate", b"\xff" * 100, "says that it is packed as deflate, and is not"),
        ("zstd", TEXT, "packed as 'zstd', which was not asked for"),
        ("gzip, gzip, gzip, gzip", TEXT, "packed 4 times over"),
    ],
)
def test_what_is_packed_wrongly_is_named(codings: str, raw: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what):
        undone(raw, codings)


ZEROS = b"\0" * (64 * 2**20)


@pytest.mark.parametrize(
    ("codings", "raw"),
    [
        ("gzip", gzip.compress(ZEROS)),
        ("deflate", zlib.compress(ZEROS)),
        ("br", brotli.compress(ZEROS, quality=5)),
        ("gzip, gzip", gzip.compress(gzip.compress(ZEROS))),
        ("br, gzip", gzip.compress(brotli.compress(ZEROS, quality=5))),
        ("gzip", gzip.compress(ZEROS[: 2**20]) * 40),
    ],
    ids=["gzip", "deflate", "br", "nested gzip", "br in gzip", "many members"],
)
def test_a_bomb_is_stopped_before_it_is_large(codings: str, raw: bytes) -> None:
    began = time.process_time()
    with pytest.raises(InputError, match="unpacks to more than"):
        undone(raw, codings)
    assert time.process_time() - began < 2


def test_a_body_of_a_hundred_times_its_bytes_is_too_much_even_where_it_is_small() -> None:
    raw = brotli.compress(b"\0" * 2**20)
    assert len(raw) * 100 < 2**20 < LARGEST
    with pytest.raises(InputError, match=r"unpacks to more than 0\.25 MB"):
        undone(raw, "br")


def test_a_body_that_is_as_large_as_may_be_is_taken() -> None:
    body = bytes(range(256)) * (LARGEST // 256)
    assert len(undone(body, "")) == LARGEST
    with pytest.raises(InputError, match="more than 8 MB"):
        undone(body + b"x", "")
