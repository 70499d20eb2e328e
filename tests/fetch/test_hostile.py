"""What strangers send: bounded time, and never another exception than InputError."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from monitor.errors import InputError
from monitor.fetch import article, entries
from monitor.model import Item, Media

SECONDS = 30
"""Generous: such an input takes under 5 s on an idle core, and hours where anything is quadratic."""

HEAD = "<?xml version='1.0'?><rss version='2.0'><channel><item><title>good</title><guid>1</guid></item>"
BOMB = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a0 'lol'>{}]>".format(
    "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 999_999,
        "1 " * 400_000,
        "killed " * 140_000,
        "-" * 900_000,
        "(" * 900_000,
        '"' * 900_000,
        "By " + "Aa " * 300_000,
        "a | " * 200_000,
        "1 May 2020 " * 80_000,
        "a. (" + "Aa " * 300_000,
        ("Sign up " * 20 + "\n") * 4000,
        "Related stories\n" * 40_000,
    ],
    ids=lambda text: text[:12].strip(),
)
def test_long_plain_texts_take_bounded_time(text: str) -> None:
    began = time.process_time()
    article(Item(id="x", content=text))
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize("media", [Media.HTML, Media.FRAGMENT])
@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 200_000 + "x",
        "<b>" * 200_000 + "x",
        "<p>x" * 20_000,
        "hello" + "<!--" * 100_000,
        "<a " + "b " * 200_000 + ">x</a>hello",
        "<" * 400_000,
        "&lt;" * 200_000,
        BOMB + "<p>&a9;</p>",
        "<ul><li>x" * 50_000,
        "<script>" * 50_000,
    ],
    ids=lambda html: html[:12],
)
def test_hostile_pages_take_bounded_time(html: str, media: Media) -> None:
    began = time.process_time()
    with suppress(InputError):
        article(Item(id="x", content=html, media=media))
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize(
    "body",
    [
        HEAD + "<item><description>" + "<div>" * 200_000,
        HEAD + "<!--" * 200_000,
        HEAD + "<a " * 50_000,
        HEAD + "&" * 300_000,
        BOMB + HEAD[21:] + "<item><title>&a9;</title></item></channel></rss>",
        HEAD + "<![CDATA[" * 50_000,
        " " * 1_000_000 + HEAD[21:],
        "<!-- x -->" * 50_000 + HEAD[21:],
        "<?xml ?>" * 20 + "<!-- x -->" * 50_000 + HEAD[21:],
    ],
    ids=["nested", "comments", "attributes", "ampersands", "bomb", "cdata", "blanks", "comments first", "both first"],
)
def test_hostile_feeds_take_bounded_time_and_keep_their_good_entry(body: str) -> None:
    began = time.process_time()
    found = list(entries(body.encode(), "feed"))
    assert time.process_time() - began < SECONDS
    assert "good" in [one.title for one in found if isinstance(one, Item)]
    assert not any(len(one.content) > 1_000_000 for one in found if isinstance(one, Item))


@pytest.mark.parametrize("body", [b"\x00" * 1_000_000, HEAD.encode() + b"<b>" * 1_000_000, b"<" * 9_000_000])
def test_what_is_beyond_reason_is_refused(body: bytes) -> None:
    (error,) = entries(body, "feed")
    assert isinstance(error, InputError)
