"""The service among hostile servers, all at once: it stays up and small, others are on time, a fault is told once."""

from __future__ import annotations

import asyncio
import itertools
import signal
import sqlite3
import sys
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestServer

from bench.memory import megabytes
from tests.acceptance.running import Service, running
from tests.fetch.newsroom import Answering, entry, rss
from tests.fetch.strangers import BOMB, STRANGERS, body, status

TIMES = 290
"""The service's clock goes so much faster: what backs off for five minutes is asked again after a second."""

POLLS = 4
"""Of every server: a fault is told by the third poll in a row, and a fourth must tell nothing."""

LOOKED = 5.0
"""Seconds between two looks at which feeds are due: a feed that is always due is asked at every look."""

GOOD = 5
POLISH = "Jedenaście osób zginęło w pożarze, który wybuchł w poniedziałek w Łodzi"
INSIDE = (
    "http://localhost:{}/inside",
    "http://127.0.0.1:{}/inside",
    "http://0x7f.1:{}/inside",
    "http://[::1]:{}/inside",
)


def astray(target: str) -> Answering:
    """Redirects to an address inside the operator's network."""

    async def answer(request: web.Request) -> web.Response:
        raise web.HTTPFound(target.format(request.url.port))

    return answer


def changing(form: Callable[[int], str]) -> Answering:
    """Something else at every request, so that it is parsed each time."""
    asked = 0

    async def answer(_request: web.Request) -> web.Response:
        nonlocal asked
        asked += 1
        return web.Response(body=form(asked).encode(), content_type="application/rss+xml")

    return answer


def growing(name: str) -> Answering:
    """A sound feed with one entry more at every request."""
    return changing(lambda asked: rss(*(entry(f"{name}-{n}") for n in range(asked))).decode())


def broken(name: str, tail: str, doctype: str = "") -> Answering:
    """A feed whose first entry is good, and what follows hostile."""
    whole = rss(entry(name)).decode().replace("<rss", f"{doctype}<rss", 1)
    return changing(lambda asked: whole.replace("News", f"News {asked}", 1).partition("</channel>")[0] + tail)


async def busy(_request: web.Request) -> web.Response:
    return web.Response(status=429, headers={"Retry-After": "60"})


def told_of(name: str) -> str:
    return "html" if name == "page" else "failing"


SERVED: dict[str, tuple[Answering, str]] = {
    **{name: (answer, told_of(name)) for name, (answer, _) in STRANGERS.items()},
    **{target: (astray(target), "refused") for target in INSIDE},
    "busy": (busy, "failing"),
    "gone": (status(410), "gone"),
    "nested": (broken("nested", "<item><description>" + "<div>" * 200_000), "broken"),
    "comments": (broken("comments", "<item><description>" + "<!--" * 100_000), "broken"),
    "entities": (broken("entities", "<item><title>&a9;</title></item></channel></rss>", BOMB), "broken"),
    "charset": (body(rss(entry("charset", POLISH)), kind="application/rss+xml; charset=windows-1252"), ""),
    **{f"good {n}": (growing(f"good {n}"), "") for n in range(GOOD)},
}


class Servers:
    """One server for each of them, on an address of its own; when each was asked."""

    def __init__(self) -> None:
        self.asked: dict[str, list[float]] = defaultdict(list)
        self.names: dict[str, str] = {}

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[None]:
        app = web.Application()
        app.router.add_get("/{tail:.*}", self._answer)
        async with TestServer(app, host="0.0.0.0") as server:
            self.names = {f"http://127.1.0.{n}:{server.port}/feed": name for n, name in enumerate(SERVED, 1)}
            yield

    def were_all_asked(self, times: int) -> bool:
        return all(len(self.asked[name]) >= times for name in SERVED if name != "gone")

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        name = self.names.get(str(request.url), "inside")
        self.asked[name].append(asyncio.get_running_loop().time())
        return await SERVED[name][0](request) if name in SERVED else web.Response()


def test_among_hostile_servers_it_stays_up_and_small_and_tells_each_fault_once(tmp_path: Path) -> None:
    async def run() -> None:
        servers = Servers()
        hurried = [sys.executable, "-m", "tests.acceptance.hurried", str(TIMES)]
        async with servers.serving(), running(tmp_path, *servers.names, words=hurried) as service:
            most = await most_memory(service, lambda: servers.were_all_asked(POLLS))
            async with asyncio.timeout(10):
                while (await service.get("/healthz"))[0] != 200:
                    await asyncio.sleep(0.1)
            service.process.send_signal(signal.SIGTERM)
            async with asyncio.timeout(10):
                assert await service.process.wait() == 0
        assert most < 800
        assert "inside" not in servers.asked
        assert len(servers.asked["gone"]) == 1
        told = {name: [str(line["trouble"]) for line in notices(service, url)] for url, name in servers.names.items()}
        assert told == {name: [trouble] if trouble else [] for name, (_, trouble) in SERVED.items()}
        assert all(late < 3 * LOOKED for n in range(GOOD) for late in pauses(servers.asked[f"good {n}"]))
        stored = articles(tmp_path)
        assert set(stored.values()) == {1}
        assert {f"Title of {name}" for name in ("nested", "comments", "entities")} | {POLISH} <= stored.keys()
        for n in range(GOOD):
            handed = len(servers.asked[f"good {n}"]) - 1  # what the last answer brought may wait for the next start
            assert {f"Title of good {n}-{entry}" for entry in range(handed)} <= stored.keys()
        assert not service.logged("errand failed") + service.logged("job failed")

    asyncio.run(run())


async def most_memory(service: Service, ended: Callable[[], bool]) -> float:
    """The most memory that the service and its processes had until then, in MB."""
    most = 0.0
    async with asyncio.timeout(90):
        while not ended():
            assert service.process.returncode is None, (service.folder / "log").read_text()
            most = max(most, await asyncio.to_thread(megabytes, service.process.pid))
            await asyncio.sleep(0.5)
    return most


def pauses(asked: list[float]) -> list[float]:
    return [later - earlier for earlier, later in itertools.pairwise(asked)]


def notices(service: Service, url: str) -> list[dict[str, object]]:
    return [line for line in service.logged("feed") if line["feed"] == url]


def articles(folder: Path) -> dict[str, int]:
    with sqlite3.connect(folder / "monitor.db") as database:
        return dict(database.execute("SELECT title, count(*) FROM revisions GROUP BY title"))
