"""Who may read the page: on loopback by this machine's own name, elsewhere with the token."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import ClientSession, encode_basic_auth
from aiohttp.test_utils import TestServer

from monitor.settings import Web, load
from monitor.store import Store
from monitor.web import Asking, application

SETTINGS = load(Path(__file__).parents[2] / "config")
TOKEN = "a token of some length"


class Healthy:
    def faults(self) -> list[str]:
        return []

    def is_ready(self) -> bool:
        return True

    def metrics(self) -> bytes:
        return b"monitor_articles_decided_total 3\n"


def status(path: str, settings: Web, headers: Mapping[str, str], tmp_path: Path) -> int:
    async def ask() -> int:
        store = Store.open(str(tmp_path / "monitor.db"), SETTINGS.copies)
        asking = Asking(store, lambda: SETTINGS, lambda: datetime(2026, 5, 4, tzinfo=UTC))
        try:
            async with (
                TestServer(application(settings, asking, Healthy())) as server,
                ClientSession() as session,
                session.get(server.make_url(path), headers=headers) as answer,
            ):
                assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
                return answer.status
        finally:
            store.close()

    return asyncio.run(ask())


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, 401),
        ({"Authorization": f"Bearer {TOKEN}"}, 200),
        ({"Authorization": encode_basic_auth("anyone", TOKEN)}, 200),
        ({"Authorization": "Bearer another token of it"}, 401),
        ({"Authorization": "Basic !!"}, 401),
        ({"Authorization": "Bearer"}, 401),
    ],
)
def test_where_there_is_a_token_it_is_asked_for(given: dict[str, str], expected: int, tmp_path: Path) -> None:
    assert status("/api/stories", Web(host="0.0.0.0", token=TOKEN), given, tmp_path) == expected


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_whoever_watches_the_service_needs_no_token(path: str, tmp_path: Path) -> None:
    assert status(path, Web(host="0.0.0.0", token=TOKEN), {}, tmp_path) == 200


@pytest.mark.parametrize(
    ("host", "expected"),
    [("localhost:8420", 200), ("127.0.0.1:8420", 200), ("[::1]:8420", 200), ("news.example:8420", 403), ("", 403)],
)
def test_on_loopback_a_name_of_someone_elses_is_refused(host: str, expected: int, tmp_path: Path) -> None:
    assert status("/api/stories", Web(), {"Host": host}, tmp_path) == expected


def test_others_than_this_machine_cannot_be_let_in_without_a_token() -> None:
    with pytest.raises(ValueError, match=r"set web\.token"):
        Web(host="0.0.0.0")
    with pytest.raises(ValueError, match="shorter than 16"):
        Web(host="0.0.0.0", token="short")
    assert Web(host="::1").on_loopback
    assert Web(host="0.0.0.0", port=0).port == 0
