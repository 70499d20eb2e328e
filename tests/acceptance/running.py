"""`monitor run` as an operator runs it: a process of its own, with a folder of configuration and a log."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import ClientSession

from tests.acceptance.program import CONFIG, command

SOON = 40.0
"""Seconds that anything awaited here may take on a machine that is busy with other things."""


class Service:
    """A running service: its folder, and what it has logged."""

    def __init__(self, folder: Path, process: asyncio.subprocess.Process, port: int) -> None:
        self.folder = folder
        self.process = process
        self.page = f"http://127.0.0.1:{port}"

    def logged(self, event: str) -> list[dict[str, object]]:
        """The lines of the log that tell of this."""
        lines = (self.folder / "log").read_text().splitlines()
        told = [json.loads(line) for line in lines if line.startswith("{")]
        return [line for line in told if line["event"] == event]

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds; fails, with the log, where it does not."""
        async with asyncio.timeout(SOON):
            while not holds():
                assert self.process.returncode is None, (self.folder / "log").read_text()
                await asyncio.sleep(0.05)

    async def get(self, path: str) -> tuple[int, str]:
        """Status and text of something on its page."""
        async with ClientSession() as session, session.get(self.page + path) as answer:
            return answer.status, await answer.text()


@asynccontextmanager
async def running(folder: Path, *urls: str, words: Sequence[str] = command("run")) -> AsyncIterator[Service]:
    """A service on these feeds, ready, and killed in the end where it was not stopped. `words` start it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    configure(folder, port, *urls)
    with (folder / "log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *words, "--config", str(folder / "config"), stdout=asyncio.subprocess.DEVNULL, stderr=log
        )
    try:
        service = Service(folder, process, port)
        await service.until(lambda: service.logged("started"))
        yield service
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def configure(folder: Path, port: int, *urls: str) -> None:
    """Write a configuration that has these feeds, on the addresses that local servers have here."""
    config = folder / "config"
    config.mkdir(exist_ok=True)
    (config / "figures.toml").write_text((CONFIG / "figures.toml").read_text())
    (config / "watches.toml").write_text("")
    (config / "monitor.toml").write_text(
        '[database]\nurl = "sqlite:///../monitor.db"\n[network]\nallow = ["127.0.0.2", "127.1.0.0/16"]\n'
        f"[service]\nworkers = 1\n[web]\nport = {port}\n"
    )
    (config / "feeds.toml").write_text("".join(f'[[feed]]\nurl = "{url}"\npages = "never"\n' for url in urls))
