"""The pages over the recorded stories: every link leads somewhere, and strangers' text stays text."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import feedparser
import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestServer

from monitor.fetch import items
from monitor.model import Item
from monitor.pipeline import Road, read
from monitor.settings import Web, load
from monitor.store import Store
from monitor.web import Asking, application
from tests.web.test_access import Healthy

ROOT = Path(__file__).parents[2]
SETTINGS = load(ROOT / "config")
HOSTILE = "<script>alert(1)</script> \x1b[31m\u202e killed"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store.open(str(tmp_path_factory.mktemp("web") / "monitor.db"), SETTINGS.copies)
    road = Road(store, SETTINGS)
    for told in items([ROOT / "seeds" / "agency", ROOT / "seeds" / "disputes"]):
        if isinstance(told, Item):
            road.decide(read(told, SETTINGS))
    text = "A coach overturned near Velmora, killing 12 people, <b onclick='x()'>police</b> said."
    hostile = Item(
        "a/<hostile>.txt", text, title=HOSTILE, url="javascript:alert(1)", fetched=datetime(2026, 5, 3, tzinfo=UTC)
    )
    road.decide(read(hostile, SETTINGS))
    yield store
    store.close()


def ask(store: Store, conversation: Callable[[Callable[[str], Awaitable[tuple[int, str]]]], Awaitable[None]]) -> None:
    async def run() -> None:
        asking = Asking(store, lambda: SETTINGS, lambda: datetime(2026, 6, 1, tzinfo=UTC))
        async with TestServer(application(Web(), asking, Healthy())) as server, ClientSession() as session:

            async def get(path: str) -> tuple[int, str]:
                async with session.get(server.make_url(path)) as answer:
                    return answer.status, await answer.text()

            await conversation(get)

    asyncio.run(run())


def test_every_link_of_every_page_leads_to_a_page(store: Store) -> None:
    seen: set[str] = set()

    async def crawl(get: Callable[[str], Awaitable[tuple[int, str]]]) -> None:
        waiting = ["/?since=52w", "/stories", "/alerts", "/feeds"]
        while waiting:
            path = waiting.pop()
            seen.add(path)
            status, text = await get(path)
            assert status == 200, path
            links = {unescape(link) for link in re.findall(r'href="(/[^"]*)"', text)}
            waiting += sorted(links - seen - set(waiting))

    ask(store, crawl)
    kinds = {path.split("/")[1] for path in seen}
    assert {"stories", "alerts", "articles", "feeds", "alerts.atom"} <= kinds
    assert len(seen) > 20


def test_text_of_strangers_is_shown_and_nothing_of_it_runs(store: Store) -> None:
    async def look(get: Callable[[str], Awaitable[tuple[int, str]]]) -> None:
        for path in ("/?since=52w", "/stories", "/alerts", "/articles/a/<hostile>.txt"):
            status, text = await get(path)
            assert status == 200
            assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
            assert not re.search(r"<script|onclick='|\x1b|\u202e|href=\"javascript", text)

    ask(store, look)


def test_the_feed_holds_each_change_once_and_parses_without_a_fault(store: Store) -> None:
    async def look(get: Callable[[str], Awaitable[tuple[int, str]]]) -> None:
        _, text = await get("/alerts.atom")
        parsed = feedparser.parse(text.encode())
        assert not parsed.bozo
        ids = [entry.id for entry in parsed.entries]
        assert len(ids) == len(set(ids)) > 3
        assert (await get("/alerts.atom"))[1] == text

    ask(store, look)


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/stories/none", 404, "there is no story none"),
        ("/alerts/none", 404, "there is no alert none"),
        ("/articles/none", 404, "there is no article none"),
        ("/?since=soon", 400, "is no length of time; give for example 90m, 24h or 7d"),
        ("/stories?limit=-1", 400, "is no number of stories"),
        ("/nowhere", 404, "there is no page /nowhere"),
    ],
)
def test_what_cannot_be_shown_is_told_in_the_form_that_was_asked_for(
    path: str, status: int, told: str, store: Store
) -> None:
    async def look(get: Callable[[str], Awaitable[tuple[int, str]]]) -> None:
        page_status, page = await get(path)
        assert (page_status, told in unescape(page)) == (status, True)
        api_path = f"/api{path}" if path != "/?since=soon" else "/api/digest?since=soon"
        api_status, answer = await get(api_path)
        assert api_status == status
        assert told.replace("/nowhere", "/api/nowhere") in json.loads(answer)["error"]

    ask(store, look)


def test_a_page_that_is_posted_to_says_how_to_ask(store: Store) -> None:
    async def run() -> None:
        asking = Asking(store, lambda: SETTINGS, lambda: datetime(2026, 6, 1, tzinfo=UTC))
        async with (
            TestServer(application(Web(), asking, Healthy())) as server,
            ClientSession() as session,
            session.post(server.make_url("/api/stories")) as answer,
        ):
            assert (answer.status, answer.headers["Allow"]) == (405, "GET,HEAD")
            assert await answer.json() == {"error": "POST is not answered here: ask with GET"}

    asyncio.run(run())
