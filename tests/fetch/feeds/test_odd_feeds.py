"""Odd feeds, made from ours by mutation: never more than an error, in bounded time, and alike each time."""

from __future__ import annotations

import asyncio
import json
import random
import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from email.utils import format_datetime
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.errors import InputError
from monitor.fetch import FeedState, Parsers, Subscription
from monitor.fetch.feeds.entries import Content
from monitor.fetch.http.client import Answer
from monitor.fetch.parsing.jobs import FeedJob
from monitor.fetch.polling.outcome import brought
from tests.fetch.newsroom import NOON

URL = "https://news.example/rss"
SECONDS = 10.0
"""For one feed in its process; whole ones take some milliseconds."""

TITLES = (
    "Ferry sinks off Corvale",
    "Präsident: „Elf Tote“",
    "Bus & Bahn: still",
    "Ausbruch in Łódź",
    "东京发生地震",
)
TEXT = "<p>Nine people were killed when a ferry sank, the coast guard said.</p><p>Divers <b>went on</b> searching.</p>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


RSS = [
    f"<item><guid isPermaLink='false'>{n}</guid><title>{_escaped(title)}</title><link>/news/{n}?utm_source=rss</link>"
    f"<description>{_escaped(TEXT * 4)}</description><pubDate>{format_datetime(NOON - timedelta(hours=n))}</pubDate>"
    f"<dc:creator>A. Writer</dc:creator><source url='https://agency.example/rss'>Agency</source></item>"
    for n, title in enumerate(TITLES)
]
ATOM = [
    f"<entry><id>tag:news.example,2026:{n}</id><title type='text'>{_escaped(title)}</title>"
    f"<link rel='alternate' href='news/{n}'/><updated>{(NOON - timedelta(hours=n)).isoformat()}</updated>"
    f"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{TEXT}</div></content></entry>"
    for n, title in enumerate(TITLES)
]
JSON = [
    json.dumps({"id": n, "url": f"/news/{n}", "title": title, "content_html": TEXT, "date_published": NOON.isoformat()})
    for n, title in enumerate(TITLES)
]

ID = re.compile(r"(?:>tag:[^<]*|>\d|\"id\": \d)(?=[<,])")


class Form(NamedTuple):
    """A kind of feed: what stands before its entries, the entries, what stands between and behind them."""

    head: str
    entries: list[str]
    between: str
    tail: str


FORMS = (
    Form(
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>"
        "<title>News</title><link>https://news.example/</link><ttl>30</ttl>",
        RSS,
        "",
        "</channel></rss>",
    ),
    Form("<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><title>News</title>", ATOM, "", "</feed>"),
    Form('{"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": [', JSON, ", ", "]}"),
)


@st.composite
def odd_feeds(draw: st.DrawFn) -> bytes:
    """One of our feeds after up to four mutations."""
    form = draw(st.sampled_from(FORMS))
    chance = random.Random(draw(st.integers(0, 2**32)))
    entries = list(form.entries)
    if draw(st.booleans()):
        chance.shuffle(entries)
    if draw(st.booleans()):
        entries += chance.choices(entries, k=3)
    if draw(st.booleans()):
        entries = [
            re.sub(r"(>tag:[^<]*|>\d|\"id\": \d)(?=[<,])", lambda told: told[0][:-1] + "0", one) for one in entries
        ]
    feed = form.head + form.between.join(entries) + form.tail
    charset = draw(st.sampled_from(("utf-8", "utf-8", "utf-16", "latin-1", "cp1251", "shift-jis")))
    body = bytearray(feed.encode(charset, "xmlcharrefreplace"))
    for mutate in draw(st.lists(st.sampled_from(MUTATIONS), max_size=4)):
        mutate(body, chance)
    return bytes(body)


def _cut(body: bytearray, chance: random.Random) -> None:
    del body[chance.randrange(len(body) + 1) :]


def _flip(body: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 5, 50))):
        if body:
            body[chance.randrange(len(body))] ^= 1 << chance.randrange(8)


def _lose(body: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(body) + 1)
    del body[at : at + chance.choice((1, 10, 300))]


def _double(body: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(body) + 1)
    body[at:at] = body[at : at + 400]


def _insert(body: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(body) + 1)
    body[at:at] = chance.choice(JUNK)


def _swap(body: bytearray, chance: random.Random) -> None:
    old, new = chance.choice(SWAPS)
    body[:] = body.replace(old, new)


MUTATIONS = (_cut, _flip, _lose, _double, _insert, _swap)
JUNK = (
    b"<",
    b"&",
    b"]]>",
    b"<![CDATA[",
    b"<!--",
    b"\0\0\0",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"&#0;&#x110000;",
    b"<item>" * 50,
)
SWAPS = (
    (b"utf-8", b"utf-16"),
    (b"utf-8", b"klingon"),
    (b"<item>", b"<entry>"),
    (b"</title>", b""),
    (b"2026", b"0000"),
    (b"GMT", b"XYZ"),
    (b"https://", b"http://[::"),
    (b'"', b"'"),
    (b"\n", b"\r\r"),
    (b"<p>", b"<p" + b" a='b'" * 40 + b">"),
)


class Desk:
    """One process that parses, for all examples."""

    def __init__(self, runner: asyncio.Runner, parsers: Parsers) -> None:
        self._runner = runner
        self.parsers = parsers

    def parsed(self, body: bytes) -> Content | str:
        """What a body holds, or what is wrong with it."""
        job = FeedJob(body, URL, "application/rss+xml", None, None, NOON, URL)
        try:
            return self._runner.run(self.parsers.parse(job))
        except InputError as error:
            return error.what


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with asyncio.Runner() as runner:
        parsers = Parsers(1, seconds=SECONDS)
        runner.run(parsers.__aenter__())
        yield Desk(runner, parsers)
        runner.run(parsers.__aexit__(None, None, None))


def names(content: Content) -> Sequence[str]:
    return [item.id for item in content.items]


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(odd_feeds())
def test_an_odd_feed_is_read_or_refused_in_time_and_alike_each_time(desk: Desk, body: bytes) -> None:
    read = desk.parsed(body)
    assert desk.parsed(body) == read
    assert desk.parsers.replaced == 0, "it hung or outgrew its process"
    if isinstance(read, str):
        assert "fault of this program" not in read
        return
    assert len(set(names(read))) == len(names(read))
    answer = Answer(URL, 200, "OK", {}, body)
    first = brought(FeedState(URL), Subscription(URL), answer, "", read, NOON, frozenset())
    again = brought(first.state, Subscription(URL), answer, "", read, NOON + timedelta(hours=1), frozenset())
    assert (again.found, again.pages) == ((), ()), "what was seen is not handed over again"
    assert again.state.rotates == first.state.rotates


@pytest.mark.parametrize("form", FORMS, ids=["rss", "atom", "json"])
def test_a_whole_feed_gives_all_its_entries(desk: Desk, form: Form) -> None:
    read = desk.parsed((form.head + form.between.join(form.entries) + form.tail).encode())
    assert isinstance(read, Content)
    assert read.fault is None
    assert sorted(item.title or "" for item in read.items) == sorted(TITLES)
