"""Odd pages, made from ours by mutation: text or an error, in bounded time, and alike each time."""

from __future__ import annotations

import random
import time
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.errors import InputError
from monitor.fetch.parsing.jobs import PageJob

URL = "https://news.example/2026/ferry"
TEXTS = sorted(Path(__file__).with_name("pages").glob("*.txt"))
SECONDS = 5
"""Generous: a whole page takes some 20 ms."""

HEAD = (
    "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>A page</title>"
    "<link rel='canonical' href='/2026/ferry'><meta property='article:published_time' content='2026-05-04T10:00:00Z'>"
    '<script type="application/ld+json">{"datePublished": "2026-05-04T10:00:00Z"}</script></head><body>'
)
JUNK = (
    b"<",
    b"&#x0;",
    b"<!--",
    b"]]>",
    b"<div>" * 600,
    b"\xff\xfe",
    b"\0" * 20,
    b"<script>",
    b"<svg><style>",
    b"<table><tr><td>" * 90,
)
SWAPS = ((b"<p>", b"<p"), (b"</p>", b""), (b"p>", b"li>"), (b"utf-8", b"utf-7"), (b"https", b"http://[::"), (b'"', b""))


@st.composite
def odd_pages(draw: st.DrawFn) -> bytes:
    """One of our pages, as HTML, after up to four mutations."""
    lines = draw(st.sampled_from(TEXTS)).read_text(encoding="utf-8").splitlines()
    chance = random.Random(draw(st.integers(0, 2**32)))
    paragraphs = "".join(f"<p>{line[1:].strip()}</p>" for line in lines if line[:1] in {"+", "-"})
    charset = draw(st.sampled_from(("utf-8", "utf-8", "utf-16", "cp1252")))
    body = bytearray((HEAD + paragraphs + "</body></html>").encode(charset, "xmlcharrefreplace"))
    for mutation in draw(st.lists(st.sampled_from(("cut", "flip", "lose", "double", "insert", "swap")), max_size=4)):
        at = chance.randrange(len(body) + 1)
        match mutation:
            case "cut":
                del body[at:]
            case "flip":
                body[at : at + 1] = bytes(255 - byte for byte in body[at : at + 1])
            case "lose":
                del body[at : at + chance.choice((1, 10, 300))]
            case "double":
                body[at:at] = body[at : at + 400]
            case "insert":
                body[at:at] = chance.choice(JUNK)
            case "swap":
                body[:] = body.replace(*chance.choice(SWAPS))
    return bytes(body)


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(odd_pages())
def test_an_odd_page_is_read_or_refused_in_time_and_alike_each_time(body: bytes) -> None:
    began = time.process_time()
    first, second = read(body), read(body)
    assert time.process_time() - began < SECONDS
    assert first == second


def read(body: bytes) -> object:
    """What a page says, or what is wrong with it."""
    try:
        page = PageJob(body, URL, "text/html").run()
    except InputError as error:
        return error.what
    assert page.text.strip()
    return page
