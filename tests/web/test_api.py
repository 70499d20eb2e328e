"""The API: each answer is the JSON that a command of the same name prints."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aiohttp import ClientSession
from aiohttp.test_utils import TestServer

from monitor.fetch import FeedState, Trouble
from monitor.settings import Web, load
from monitor.store import Store
from monitor.web import Asking, application
from tests.web.test_access import Healthy

SETTINGS = load(Path(__file__).parents[2] / "config")
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def asked(path: str, store: Store) -> Any:
    async def ask() -> Any:
        asking = Asking(store, lambda: SETTINGS, lambda: NOON)
        app = application(Web(host="127.0.0.1"), asking, Healthy())
        async with TestServer(app) as server, ClientSession() as session, session.get(server.make_url(path)) as answer:
            assert answer.status == 200
            return json.loads(await answer.text())

    return asyncio.run(ask())


def test_feeds_are_told_with_their_troubles(tmp_path: Path) -> None:
    store = Store.open(str(tmp_path / "monitor.db"), SETTINGS.copies)
    first, second = SETTINGS.sources.feeds[:2]
    with store.deciding() as past:
        past.feeds.remember(
            FeedState(first.url, polled_at=NOON, due_at=NOON, failures=3, error="answered 500", told=(Trouble.FAILING,))
        )
    told = asked("/api/feeds", store)
    store.close()
    assert [feed["url"] for feed in told] == [feed.url for feed in SETTINGS.sources.feeds]
    assert (told[0]["troubles"], told[0]["error"], told[0]["due_at"]) == (
        ["failing"],
        "answered 500",
        "2026-05-04T12:00:00Z",
    )
    assert (told[1]["outlet"], told[1]["troubles"], told[1]["polled_at"]) == (second.outlet, [], None)
