"""The service killed by SIGKILL at random moments while three channels are being told: `python -m bench.killed`.

    python -m bench.killed [--kills 300]

Its source is recorded input that goes on growing; its channels are a file, a webhook and a mail server on this machine,
the latter two of which refuse now and then. At the end every alert must have reached every channel. What a server was
given again after it had acknowledged it is counted by what came between: a kill in the moment in which the answer was
on its way, which nobody can know of who died before it came, and which the id of the letter makes harmless; or anything
else, which would be a fault.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from aiohttp import web
from aiosmtpd.smtp import SMTP, Envelope, Session

from bench.floors import breaches
from bench.shared import ROOT
from bench.stream import stream

PROGRAM = Path(sys.executable).with_name("monitor")
SHORTEST, LONGEST = 0.5, 3.0
"""Seconds that the service lives after it has said that it started."""

AT_ONCE = 120
"""Articles that are added to its source whenever fewer than these wait."""

UNDER_WAY = 0.25
"""Seconds that an answer is under way on a busy machine, at the very most: a letter in hand that was taken longer
before the kill was not marked when it should have been."""

REFUSES = 0.05
"""Share of what the servers are given that they refuse for the time being."""


@dataclass(slots=True)
class Received:
    """What one server acknowledged, and when."""

    chance: random.Random
    acknowledged: Counter[str] = field(default_factory=Counter)
    last: dict[str, float] = field(default_factory=dict)
    again: list[tuple[str, float]] = field(default_factory=list)  # what came again, and when it had been taken before

    def refuses(self) -> bool:
        """Whether this one is refused, by chance."""
        return self.chance.random() < REFUSES

    def takes(self, letter: str) -> None:
        """Acknowledge a letter."""
        if letter in self.last:
            self.again.append((letter, self.last[letter]))
        self.acknowledged[letter] += 1
        self.last[letter] = time.monotonic()


@dataclass(frozen=True, slots=True)
class Kill:
    """When the service was killed, and the letters that it had in hand, with their channels."""

    at: float
    in_hand: frozenset[tuple[str, str]]

    def explains(self, channel: str, letter: str, taken: float) -> bool:
        """Whether a letter that was taken then comes again because of this kill."""
        return (letter, channel) in self.in_hand and self.at - UNDER_WAY <= taken <= self.at + UNDER_WAY


class _Mailbox:
    def __init__(self, received: Received) -> None:
        self._received = received

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self._received.refuses():
            return "451 4.3.0 try again later"
        content = envelope.content if isinstance(envelope.content, bytes) else (envelope.content or "").encode()
        header = content.split(b"\r\n\r\n", 1)[0].decode("ascii", "replace")
        named = next(line for line in header.splitlines() if line.lower().startswith("message-id:"))
        self._received.takes(named.partition("<")[2].partition("@")[0])
        return "250 2.0.0 taken"


def main() -> None:
    """Run it, print its figures, and end non-zero where a floor does not hold."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--kills", type=int, default=300)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="monitor-killed-") as folder:
        figures = asyncio.run(_killed(Path(folder), given.kills))
    print(" ".join(f"{name}={value:g}" for name, value in figures.items()))
    told = breaches("killed", figures)
    for line in told:
        print(f"BELOW ITS FLOOR  {line}")
    sys.exit(bool(told))


async def _killed(folder: Path, kills: int) -> dict[str, float]:
    chance = random.Random(300)
    hook, post = Received(random.Random(1)), Received(random.Random(2))
    runner, port = await _webhook_server(hook)
    mail = await asyncio.get_running_loop().create_server(lambda: SMTP(_Mailbox(post)), "127.0.0.1", 0)
    try:
        _configure(folder, port, mail.sockets[0].getsockname()[1])
        source, ended = _Source(folder), list[Kill]()
        for kill in range(kills):
            source.refill()
            process = await _started(folder)
            await asyncio.sleep(chance.uniform(SHORTEST, LONGEST))
            process.kill()
            at = time.monotonic()
            await process.wait()
            ended.append(Kill(at, _in_hand(folder)))
            if kill % 50 == 49:
                print(f"{kill + 1} kills, {len(hook.acknowledged)} letters taken by the webhook", flush=True)
        process = await _started(folder)
        await _until_all_are_sent(folder)
        process.terminate()
        await process.wait()
    finally:
        mail.close()
        await runner.cleanup()
    return _compare(folder, hook, post, ended)


class _Source:
    """A recorded folder into which news go on coming."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._news: Iterator[dict[str, str]] = stream(10**6, seed=7)
        self._parts: list[tuple[Path, int]] = []
        self._added = 0

    def refill(self) -> None:
        """Add a part where little waits, and take away those that were decided whole."""
        done = _count(self._folder, "SELECT count(*) FROM items")
        while self._parts and self._parts[0][1] <= done:
            self._parts.pop(0)[0].unlink()
        if self._added - done < AT_ONCE:
            part = self._folder / "news" / f"{len(self._parts):03}-{self._added:07}.jsonl"
            part.write_text("".join(json.dumps(line) + "\n" for line in islice(self._news, AT_ONCE)), "utf-8")
            self._added += AT_ONCE
            self._parts.append((part, self._added))


async def _webhook_server(received: Received) -> tuple[web.AppRunner, int]:
    async def take(request: web.Request) -> web.Response:
        await request.read()
        if received.refuses():
            return web.Response(status=received.chance.choice([429, 500, 503]), headers={"Retry-After": "1"})
        received.takes(request.headers["webhook-id"])
        return web.Response(status=204)

    app = web.Application()
    app.router.add_post("/hook", take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return runner, runner.addresses[0][1]


def _configure(folder: Path, hook: int, mail: int) -> None:
    config = folder / "config"
    config.mkdir()
    (folder / "news").mkdir()
    (config / "figures.toml").write_text((ROOT / "config" / "figures.toml").read_text("utf-8"), "utf-8")
    (config / "monitor.toml").write_text(
        '[database]\nurl = "sqlite:///../monitor.db"\n[service]\nworkers = 1\n[web]\nport = 0\n', "utf-8"
    )
    (config / "feeds.toml").write_text('[[recorded]]\npath = "../news"\n', "utf-8")
    (config / "watches.toml").write_text(
        '[[channel]]\nname = "book"\ntype = "file"\npath = "../alerts.jsonl"\n'
        f'[[channel]]\nname = "hook"\ntype = "webhook"\nurl = "http://127.0.0.1:{hook}/hook"\n'
        'secret = "a secret for a bench"\n'
        f'[[channel]]\nname = "mail"\ntype = "mail"\nserver = "127.0.0.1"\nport = {mail}\nsecurity = "none"\n'
        'sender = "monitor@example.org"\nto = ["desk@example.org"]\n'
        '[[watch]]\nname = "all"\nchannels = ["book", "hook", "mail"]\n',
        "utf-8",
    )


async def _started(folder: Path) -> asyncio.subprocess.Process:
    """A service that has said that it started."""
    with (folder / "log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            str(PROGRAM), "run", "--config", str(folder / "config"), stdout=asyncio.subprocess.DEVNULL, stderr=log
        )
    while b'"started"' not in (told := (folder / "log").read_bytes()):
        if process.returncode is not None:
            sys.exit(f"the service ended by itself with status {process.returncode}:\n{told.decode()}")
        await asyncio.sleep(0.02)
    return process


async def _until_all_are_sent(folder: Path) -> None:
    waits = "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sending')"
    quiet = 0
    while quiet < 5:  # looks in a row at which nothing waited
        await asyncio.sleep(1)
        quiet = 0 if _count(folder, waits) else quiet + 1


def _in_hand(folder: Path) -> frozenset[tuple[str, str]]:
    with sqlite3.connect(folder / "monitor.db", timeout=30) as database:
        return frozenset(database.execute("SELECT letter, channel FROM outbox WHERE state = 'sending'"))


def _compare(folder: Path, hook: Received, post: Received, ended: list[Kill]) -> dict[str, float]:
    with sqlite3.connect(folder / "monitor.db") as database:
        letters = Counter(row[0] for row in database.execute("SELECT letter FROM outbox"))
        failed = database.execute("SELECT count(*) FROM outbox WHERE state = 'failed'").fetchone()[0]
    written = Counter(json.loads(line)["id"] for line in (folder / "alerts.jsonl").read_text("utf-8").splitlines())
    books = {"file": written, "webhook": hook.acknowledged, "mail": post.acknowledged}
    again = [("hook", *one) for one in hook.again] + [("mail", *one) for one in post.again]
    by_kill = sum(any(kill.explains(*one) for kill in ended) for one in again)
    return {
        "kills": len(ended),
        "alerts": len(letters),
        "lost": sum(letter not in book for book in books.values() for letter in letters),
        "given_up": failed,
        "doubled": len(again) - by_kill + sum(count - 1 for count in written.values()),
        "again_after_a_kill": by_kill,
    }


def _count(folder: Path, query: str) -> int:
    if not (folder / "monitor.db").exists():
        return 0
    with sqlite3.connect(folder / "monitor.db", timeout=30) as database:
        found: int = database.execute(query).fetchone()[0]
    return found


if __name__ == "__main__":
    main()
