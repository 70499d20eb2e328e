"""`monitor run` as an operator runs it: a process of its own, feeds on loopback, signals, edited files."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from monitor.daemon.service import BEAT_EVERY
from tests.acceptance.program import command
from tests.acceptance.running import SOON, configure, running


@asynccontextmanager
async def newsroom() -> AsyncIterator[TestServer]:
    """`/quick` answers at once, with one report of this minute; `/hangs` never does."""
    report = (
        "<rss version='2.0'><channel><title>News</title><item><guid>a</guid><link>https://news.example/a</link>"
        "<title>Coach overturns near Velmora</title><description>A coach overturned near Velmora, killing 12 people, "
        f"police said.</description><pubDate>{format_datetime(datetime.now(UTC))}</pubDate></item></channel></rss>"
    )

    async def quick(_request: web.Request) -> web.Response:
        return web.Response(text=report, content_type="application/rss+xml")

    async def hangs(_request: web.Request) -> web.Response:
        await asyncio.sleep(3600)
        return web.Response()

    app = web.Application()
    app.router.add_get("/quick", quick)
    app.router.add_get("/hangs", hangs)
    async with TestServer(app, host="127.0.0.2") as server:
        yield server


def test_a_feed_that_hangs_keeps_no_other_waiting_and_the_service_stops_when_told(tmp_path: Path) -> None:
    async def run() -> None:
        async with newsroom() as news, running(tmp_path, *urls_of(news)) as service:
            async with asyncio.timeout(SOON):
                while "monitor_articles_decided_total 1.0" not in (await service.get("/metrics"))[1]:
                    await asyncio.sleep(0.1)
            assert (await service.get("/healthz"))[0] == 200
            assert (await service.get("/readyz"))[0] == 200
            stories = json.loads((await service.get("/api/stories"))[1])
            assert [story["title"] for story in stories] == ["Coach overturns near Velmora"]
            service.process.send_signal(signal.SIGTERM)
            async with asyncio.timeout(10):
                assert await service.process.wait() == 0
            assert service.logged("stopped")

    asyncio.run(run())


def test_new_settings_are_taken_when_a_file_changes_or_a_signal_asks_and_faulty_ones_are_not(tmp_path: Path) -> None:
    feeds = tmp_path / "config" / "feeds.toml"

    async def run() -> None:
        async with newsroom() as news, running(tmp_path) as service:
            feeds.write_text("[[feed]\n")
            service.process.send_signal(signal.SIGHUP)
            await service.until(lambda: service.logged("settings not taken"))
            assert "feeds.toml" in str(service.logged("settings not taken")[0]["problem"])
            assert len(service.logged("started")) == 1
            feeds.write_text(f'[[feed]]\nurl = "{news.make_url("/quick")}"\npages = "never"\n')  # no signal: it is seen
            await service.until(lambda: len(service.logged("started")) == 2)
            assert [line["feeds"] for line in service.logged("started")] == [0, 1]
            async with asyncio.timeout(SOON):
                while "monitor_articles_decided_total 1.0" not in (await service.get("/metrics"))[1]:
                    await asyncio.sleep(0.1)

    asyncio.run(run())


def test_a_supervisor_hears_that_it_is_ready_and_then_as_often_as_its_watchdog_wants(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
            heard.bind(str(tmp_path / "notify"))
            heard.setblocking(False)
            monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
            monkeypatch.setenv("WATCHDOG_USEC", "2000000")
            loop = asyncio.get_running_loop()
            async with running(tmp_path), asyncio.timeout(SOON):
                states = {(await loop.sock_recv(heard, 1000)).decode().partition("\n")[0] for _ in range(2)}
                assert states == {"READY=1", "WATCHDOG=1"}
                began = loop.time()
                for _ in range(3):
                    assert (await loop.sock_recv(heard, 1000)).startswith(b"WATCHDOG=1")
                assert loop.time() - began < 2 * BEAT_EVERY.total_seconds(), "its own pace would be too slow"

    asyncio.run(run())


def test_a_second_service_on_the_same_database_is_refused_and_says_why(tmp_path: Path) -> None:
    async def run() -> None:
        async with running(tmp_path) as service:
            second = await asyncio.create_subprocess_exec(
                *command("run", "--config", service.folder / "config"), stderr=asyncio.subprocess.PIPE
            )
            _, told = await second.communicate()
            assert second.returncode == 1
            assert b"another service runs on this database" in told
            assert f"(process {service.process.pid})".encode() in told

    asyncio.run(run())


def test_an_address_that_is_taken_is_told_with_what_to_do(tmp_path: Path) -> None:
    async def run() -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            configure(tmp_path, taken.getsockname()[1])
            process = await asyncio.create_subprocess_exec(
                *command("run", "--config", tmp_path / "config"), stderr=asyncio.subprocess.PIPE
            )
            _, told = await process.communicate()
            assert process.returncode == 1
            assert b"set another web.port in monitor.toml" in told

    asyncio.run(run())


def urls_of(news: TestServer) -> list[str]:
    return [str(news.make_url(path)) for path in ("/hangs", "/quick")]
