"""Trying an address: a feed, a page that names some, a page that names none, and nothing at all."""

from __future__ import annotations

from datetime import timedelta

import pytest
from aiohttp import web

from monitor.fetch import Checked, check
from monitor.fetch.feeds.discovery import Link, feeds_on
from tests.fetch.newsroom import NOON, Desk, entry, rss, run

HOUR = timedelta(hours=1)
HEAD = "<ttl>45</ttl><language>en-GB</language>"


async def checked(desk: Desk, path: str) -> Checked:
    return await check(desk.web, desk.parsers, desk.server.url(path), NOON)


def test_a_feed_says_what_it_brings_and_how_often_it_will_be_asked() -> None:
    async def scene(desk: Desk) -> None:
        written = [entry("a", at=NOON - 2 * HOUR), entry("b", "Newest", "Short.", at=NOON - HOUR), entry("c")]
        desk.server.says("/feed", rss(*written, head=HEAD), headers={"ETag": '"1"'})
        found = await checked(desk, "/feed")
        feed = found.feed
        assert feed is not None
        assert (feed.title, feed.language, feed.entries, feed.paged, feed.undated) == ("News", "en-GB", 3, 1, 1)
        assert (feed.oldest, feed.newest) == (NOON - 2 * HOUR, NOON - HOUR)
        assert feed.latest[0] == "Newest"
        assert (feed.every, feed.conditional, feed.moved, feed.faults) == (45 * 60, True, None, ())
        assert (found.links, found.failures) == ((), ())

    run(scene)


def test_the_feeds_that_a_page_names_are_listed_and_the_first_that_can_be_read_is_tried() -> None:
    async def scene(desk: Desk) -> None:
        page = """<html><head><title>News</title>
        <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
        <link rel="alternate" type="application/rss+xml" title="Dead" href="/dead">
        <link rel="alternate stylesheet" type="text/css" href="/style.css">
        <link rel="ALTERNATE" type="application/atom+xml" title="All  news" href="feed"></head>
        <body><a href="/sport/rss.xml">Sport</a> <a href="/feedback">Tell us</a></body></html>"""
        desk.server.says("/", page, kind="text/html")
        desk.server.says("/feed", rss(entry("a", at=NOON)))
        found = await checked(desk, "/")
        url = desk.server.url
        assert [link.url for link in found.links] == [
            url("/dead"),
            url("/feed"),
            url("/sport/rss.xml"),
            url("/comments/feed"),
        ]
        assert found.links[1].title == "All news"
        assert found.feed is not None
        assert (found.feed.url, found.guessed) == (url("/feed"), False)
        assert [(failure.where, failure.what) for failure in found.failures] == [
            (url("/dead"), "answered 404 Not Found: nothing lies at that address")
        ]

    run(scene)


def test_a_page_that_names_none_has_its_usual_addresses_tried() -> None:
    async def scene(desk: Desk) -> None:
        desk.server.says("/news/today", "<html><body>Hello</body></html>", kind="text/html")
        desk.server.says("/rss.xml", rss(entry("a", at=NOON)))
        found = await checked(desk, "/news/today")
        assert found.feed is not None
        assert (found.feed.url, found.guessed, found.links) == (desk.server.url("/rss.xml"), True, ())
        del desk.server.answers["/rss.xml"]
        assert (await checked(desk, "/news/today")).feed is None

    run(scene)


def test_what_cannot_be_had_is_told_and_looked_for_no_further() -> None:
    async def scene(desk: Desk) -> None:
        found = await checked(desk, "/nothing")
        assert (found.feed, len(desk.server.asked)) == (None, 1)
        assert [failure.what for failure in found.failures] == ["answered 404 Not Found: nothing lies at that address"]

    run(scene)


def test_faults_and_moves_are_told() -> None:
    async def scene(desk: Desk) -> None:
        async def moved(_request: web.Request) -> web.Response:
            raise web.HTTPMovedPermanently("/new")

        desk.server.answers["/feed"] = moved
        desk.server.says("/new", rss(entry("a", at=NOON)).replace(b"</channel>", b"<x>"))
        feed = (await checked(desk, "/feed")).feed
        assert feed is not None
        assert feed.moved == desk.server.url("/new")
        assert "mismatched tag" in feed.faults[0]
        assert not feed.conditional

    run(scene)


@pytest.mark.parametrize(
    ("html", "links"),
    [
        ("<base href='https://cdn.example/x/'><a href='rss'>r</a>", (Link("https://cdn.example/x/rss", "r"),)),
        ("<a href='javascript:feed()'>x</a><a href='http://[bad/rss'>y</a><a href='mailto:rss@x.y'>z</a>", ()),
        (
            "<link rel=alternate type='application/feed+json' href=//other.example/f>",
            (Link("https://other.example/f"),),
        ),
        ("<a href='/a/rss'>" * 50, (Link("https://news.example/a/rss"),)),
    ],
)
def test_links_are_found_and_made_whole(html: str, links: tuple[Link, ...]) -> None:
    assert feeds_on(html, "https://news.example/page") == links


def test_a_page_that_names_hundreds_gives_some() -> None:
    many = "".join(f"<a href='/{n}/rss'>x</a>" for n in range(300))
    assert len(feeds_on(many, "https://news.example/")) == 20


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        ((401, "", ""), "answered 401 Unauthorized: it asks for a login"),
        ((403, "", ""), "answered 403 Forbidden: its server turns programs away"),
        ((410, "", ""), "answered 410 Gone: it was taken down for good"),
        ((418, "", ""), "answered 418"),
        ((500, "", ""), "answered 500 Internal Server Error: its server has a fault"),
        ((200, "text/html", "<title>Sign in</title><p>Log in to continue.<input type=password>"), "asks for a login"),
        ((200, "text/html", "<title>Just a moment...</title><p>Checking your browser."), "asks for proof"),
        (
            (200, "text/x-opml", "<?xml version='1.0'?>\n<opml version='2.0'><body/></opml>"),
            "`monitor feeds import FILE`",
        ),
        ((200, "application/xml", "<!-- x --><urlset xmlns='http://x.example'/>"), "is a sitemap and no feed"),
        ((200, "text/plain", "hello"), "is no feed: neither RSS, Atom nor JSON Feed"),
    ],
)
def test_what_is_no_feed_is_told_as_what_it_is(answer: tuple[int, str, str], what: str) -> None:
    async def scene(desk: Desk) -> None:
        status, kind, body = answer
        desk.server.says("/feed", body, status=status, kind=kind)
        found = await checked(desk, "/feed")
        assert found.feed is None
        assert what in found.failures[0].what

    run(scene)
