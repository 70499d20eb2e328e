"""Visits to articles' pages: what is handed over in the end, whatever stands at the address."""

from __future__ import annotations

import asyncio
import itertools
from datetime import timedelta

import pytest
from aiohttp import web

from monitor.fetch import PageState, Visited
from monitor.fetch.pages.revisits import watched
from monitor.model import Item, Moment, TimeOrigin
from tests.fetch.newsroom import NOON, Answering, Desk, run

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
TEASER = "Nine people were killed when a ferry sank off Corvale on Monday."
REPORT = (
    f"{TEASER} The coast guard said that the boat had left the harbour of Corvale in heavy weather.",
    "Divers went on searching for the captain until it was dark, and the search begins again in the morning.",
    "The owner of the ferry said that it had passed every inspection. Relatives waited at the quay all night.",
)


def page(*paragraphs: str, head: str = "", title: str = "Ferry sinks off Corvale") -> str:
    told = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs or REPORT)
    return (
        f"<html><head><title>{title}</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{title}</h1>{told}</article></body></html>"
    )


def waiting(desk: Desk, path: str = "/ferry", content: str = TEASER) -> PageState:
    """An entry that waits for its page."""
    url = desk.server.url(path)
    entry = Item(
        id=f"feed#{path}",
        content=content,
        title="Ferry sinks",
        url=url,
        outlet="Harbour Times",
        published=Moment(NOON - HOUR, TimeOrigin.FEED),
        fetched=NOON,
        source="https://news.example/feed",
    )
    return PageState(url, entry, waits=True, due_at=NOON)


def handed(visited: Visited) -> str:
    """What was handed over."""
    assert visited.found is not None
    return visited.found.content


def test_the_page_gives_the_text_and_the_feed_what_it_said_beside_it() -> None:
    async def scene(desk: Desk) -> None:
        desk.server.says("/ferry", page(), kind="text/html", headers={"ETag": '"1"'})
        visited = await desk.visit(waiting(desk))
        found = visited.found
        assert found is not None
        assert "Divers went on searching" in found.content
        assert "Home" not in found.content
        assert (found.id, found.outlet, found.published) == (
            "feed#/ferry",
            "Harbour Times",
            Moment(NOON - HOUR, TimeOrigin.FEED),
        )
        assert (visited.state.waits, visited.state.due_at, visited.state.etag) == (False, None, '"1"')

    run(scene)


@pytest.mark.parametrize(
    ("link", "path"),
    [
        ("<link rel='canonical' href='/news/ferry'>", "/news/ferry"),
        ("<link rel='canonical' href='https://evil.example/ferry'>", "/ferry?utm_source=rss"),
        ("<link rel='canonical' href='/'>", "/ferry?utm_source=rss"),
    ],
)
def test_the_address_that_the_page_gives_itself_counts_unless_it_is_anothers(link: str, path: str) -> None:
    async def scene(desk: Desk) -> None:
        desk.server.says("/ferry", page(head=link), kind="text/html")
        found = (await desk.visit(waiting(desk, "/ferry?utm_source=rss"))).found
        assert found is not None
        assert found.url == desk.server.url(path)

    run(scene)


BARRIERS = {
    "is an error page ('Page not found')": page("Sorry, we could not find it.", title="Page not found"),
    "asks for a login": page("Log in to go on.", "Forgotten your password?") + "<input type='password'>",
    "stands behind a paywall": page(TEASER, "Subscribe now to continue reading."),
    "asks for proof that a person reads it": page("Checking your browser before you go on.", title="Just a moment..."),
    "nests more than 500 elements": "<div>" * 200_000 + "x",
    "holds no text": "<html><body></body></html>",
    "holds no text: a page": "<html><body>" + "<!--" * 100_000,  # 390 KB
}


@pytest.mark.parametrize(("what", "html"), BARRIERS.items(), ids=BARRIERS.keys())
def test_what_stands_where_an_article_should_is_not_taken_for_one(what: str, html: str) -> None:
    async def scene(desk: Desk) -> None:
        desk.server.says("/ferry", html, kind="text/html")
        first = await desk.visit(waiting(desk))
        assert what in (first.state.error or "")
        second = await desk.visit(first.state, after=HOUR)
        assert handed(second) == TEASER, "the entry is handed over as it stands"
        assert not second.state.waits

    run(scene)


def test_a_page_that_says_less_than_the_feed_is_left() -> None:
    async def scene(desk: Desk) -> None:
        desk.server.says("/ferry", page("Nine people were killed."), kind="text/html")
        assert handed(await desk.visit(waiting(desk))) == TEASER

    run(scene)


def test_a_page_behind_a_login_is_known_by_where_it_redirects_to() -> None:
    async def scene(desk: Desk) -> None:
        async def to_login(_request: web.Request) -> web.Response:
            raise web.HTTPFound("/login?next=/ferry")

        desk.server.answers["/ferry"] = to_login
        desk.server.says("/login", page("Sign in to your account."), kind="text/html")
        first = await desk.visit(waiting(desk))
        assert first.state.error == "asks for a login"

    run(scene)


def answering(status: int) -> Answering:
    async def answer(_request: web.Request) -> web.Response:
        return web.Response(status=status)

    return answer


@pytest.mark.parametrize("status", [404, 410, 403, 451])
def test_a_page_that_is_not_there_hands_the_entry_over_at_once(status: int) -> None:
    async def scene(desk: Desk) -> None:
        desk.server.answers["/ferry"] = answering(status)
        assert handed(await desk.visit(waiting(desk))) == TEASER

    run(scene)


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_page_that_may_come_back_is_tried_again_and_then_the_entry_is_handed_over(status: int) -> None:
    async def scene(desk: Desk) -> None:
        desk.server.answers["/ferry"] = answering(status)
        first = await desk.visit(waiting(desk))
        assert (first.found, first.state.waits) == (None, True)
        assert first.state.due_at is not None
        assert first.state.due_at - NOON < 5 * MINUTE
        assert handed(await desk.visit(first.state, after=2 * MINUTE)) == TEASER
        desk.server.says("/ferry", page(), kind="text/html")
        assert "Divers" in handed(await desk.visit(first.state))

    run(scene)


def test_what_is_no_page_hands_the_entry_over() -> None:
    async def scene(desk: Desk) -> None:
        desk.server.says("/ferry", b"%PDF-1.7 ...", kind="application/pdf")
        first = await desk.visit(waiting(desk))
        assert first.state.error == "is no page but application/pdf"

    run(scene)


def test_robots_txt_is_asked_once_a_day_and_heeded() -> None:
    async def scene(desk: Desk) -> None:
        desk.server.says(
            "/robots.txt",
            "User-agent: *\nDisallow: /*/private$\n\nUser-agent: monitor\nDisallow: /ferry",
            kind="text/plain",
        )
        desk.server.says("/ferry", page(), kind="text/html")
        desk.server.says("/bus", page(), kind="text/html")
        visited = await desk.visit(waiting(desk))
        assert handed(visited) == TEASER
        assert visited.state.error == "its site's robots.txt asks not to fetch it"
        assert "Divers" in handed(await desk.visit(waiting(desk, "/bus")))
        assert [request.path for request in desk.server.asked] == ["/robots.txt", "/bus"]
        desk.server.says("/robots.txt", "", kind="text/plain")
        assert "Divers" in handed(await desk.visit(waiting(desk), after=25 * HOUR))

    run(scene)


def test_a_site_that_asks_for_a_pause_gets_it() -> None:
    starts = []

    async def article(_request: web.Request) -> web.Response:
        starts.append(asyncio.get_running_loop().time())
        return web.Response(text=page(), content_type="text/html")

    async def scene(desk: Desk) -> None:
        desk.server.says("/robots.txt", "User-agent: *\nCrawl-delay: 0.3", kind="text/plain")
        desk.server.answers |= {f"/{n}": article for n in range(3)}
        for n in range(3):
            await desk.visit(waiting(desk, f"/{n}"))
        assert starts[2] - starts[1] > 0.25

    run(scene)


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (401, True), (500, False), (503, False)])
def test_a_site_without_rules_is_open_and_one_whose_server_fails_is_closed(status: int, allowed: bool) -> None:
    async def scene(desk: Desk) -> None:
        desk.server.answers["/robots.txt"] = answering(status)
        desk.server.says("/ferry", page(), kind="text/html")
        visited = await desk.visit(waiting(desk))
        assert (visited.found is not None) is allowed
        assert ("/ferry" in [request.path for request in desk.server.asked]) is allowed

    run(scene)


def test_rules_that_take_long_to_match_cost_the_page_and_nothing_else() -> None:
    async def scene(desk: Desk) -> None:
        rules = "User-agent: *\n" + "Disallow: /" + "*a" * 2000 + "$\n"
        desk.server.says("/robots.txt", rules, kind="text/plain")
        desk.server.says("/ferry", page(), kind="text/html")
        visited = await desk.visit(waiting(desk, "/ferry?" + "a" * 500))
        assert visited.found is not None or visited.state.waits

    run(scene)


def test_a_host_that_asked_for_rest_is_not_visited() -> None:
    async def scene(desk: Desk) -> None:
        desk.web.hosts.hold("127.0.0.1", NOON + HOUR)
        visited = await desk.visit(waiting(desk))
        assert (visited.found, desk.server.asked) == (None, [])

    run(scene)


def test_an_edit_is_handed_over_at_the_next_visit_and_a_time_stamp_alone_is_none() -> None:
    async def scene(desk: Desk) -> None:
        eleven = [paragraph.replace("Nine", "Eleven") for paragraph in REPORT]
        fifteen = [paragraph.replace("Nine", "Fifteen") for paragraph in REPORT]
        desk.server.says("/ferry", page(*eleven, "Last updated: 4 May 2026, 10:00 GMT"), kind="text/html")
        state = watched((await desk.visit(waiting(desk))).state, NOON)
        assert state.due_at is not None
        assert 15 * MINUTE <= state.due_at - NOON <= 17 * MINUTE
        desk.server.says("/ferry", page(*eleven, "Last updated: 4 May 2026, 12:14 GMT"), kind="text/html")
        second = await desk.visit(state, after=16 * MINUTE)
        assert second.found is None
        desk.server.says("/ferry", page(*fifteen, "Last updated: 4 May 2026, 12:30 GMT"), kind="text/html")
        third = await desk.visit(second.state, after=25 * MINUTE)
        assert "Fifteen people were killed" in handed(third)
        assert third.state.due_at is not None
        assert third.state.due_at - desk.now < 17 * MINUTE, "what was edited is looked at soon again"
        assert (await desk.visit(third.state, after=16 * MINUTE)).found is None

    run(scene)


def test_an_article_of_the_feed_that_its_page_tells_otherwise_was_edited() -> None:
    async def scene(desk: Desk) -> None:
        whole = "\n".join(REPORT)
        state = watched(PageState(desk.server.url("/ferry"), waiting(desk, content=whole).item), NOON)
        desk.server.says("/ferry", page(), kind="text/html")
        first = await desk.visit(state, after=16 * MINUTE)
        assert first.found is None
        desk.server.says("/ferry", page(*(part.replace("Nine", "Fifteen") for part in REPORT)), kind="text/html")
        assert "Fifteen" in handed(await desk.visit(state, after=16 * MINUTE))
        desk.server.says(
            "/ferry", page(*(f"Another text altogether, number {n}." * 4 for n in range(5))), kind="text/html"
        )
        assert (await desk.visit(state, after=16 * MINUTE)).found is None, "nothing can be said of two writings"

    run(scene)


def test_a_page_that_did_not_change_is_asked_ever_more_seldom_and_in_the_end_not_at_all() -> None:
    async def scene(desk: Desk) -> None:
        desk.server.says("/ferry", page(), kind="text/html", headers={"ETag": '"1"', "Last-Modified": "x"})
        state = watched((await desk.visit(waiting(desk))).state, NOON)
        desk.server.says("/ferry", status=304)
        steps = []
        while state.due_at is not None:
            steps.append(state.due_at - desk.now)
            visited = await desk.visit(state, after=state.due_at - desk.now)
            assert visited.found is None
            state = visited.state
        asked = desk.server.asked[-1].headers
        assert (asked["If-None-Match"], asked["If-Modified-Since"]) == ('"1"', "x")
        assert all(later >= earlier for earlier, later in itertools.pairwise(steps))
        assert timedelta(days=7) <= desk.now - NOON < timedelta(days=9)
        assert len(steps) < 25

    run(scene)
