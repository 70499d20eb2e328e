"""The service for a while among feeds of which one in ten is faulty, killed again and again: `python -m bench.soak`.

    python -m bench.soak [--minutes 30] [--feeds 200] [--kill-every 180]

It watches made-up feeds on this machine, is killed by SIGKILL every few minutes, and started again at once. At the end
the news stops, every feed is read once more, and three books must agree: the entries that the feeds served, the
articles in the database, and the alerts in a file that a watch writes. Memory is that of all its processes together.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from bench.floors import breaches
from bench.memory import family, megabytes
from bench.newsroom import Newsroom
from bench.shared import ROOT

PROGRAM = Path(sys.executable).with_name("monitor")
SAMPLE_SECONDS = 5.0
GOODBYE_SECONDS = 10.0
SETTLE_SECONDS = 300.0
"""What the first minutes need is no growth: memory is compared with what stood after them, the most of each third. The
mean would tell how much there was to do: processes start with their first work, and are gone after a kill."""


@dataclass(slots=True)
class Watched:
    """What was seen of the service from outside. Memory in MB, of all its processes together.

    `left_behind` are processes that a killed service started, and that did not end with it.
    """

    memory: list[tuple[float, float]] = field(default_factory=list)
    kills: int = 0
    left_behind: int = 0


def main() -> None:
    """Run the soak, print its figures, and end non-zero where a floor does not hold."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--minutes", type=float, default=30)
    asked.add_argument("--feeds", type=int, default=200)
    asked.add_argument("--kill-every", type=float, default=180, help="seconds between two kills, in the mean")
    asked.add_argument("--keep", type=Path, help="keep the database, the log and the alerts in this new folder")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="monitor-soak-") as temporary:
        folder = given.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        figures = asyncio.run(_soak(folder, given.minutes * 60, given.feeds, given.kill_every))
    print(" ".join(f"{name}={value:g}" for name, value in figures.items()))
    told = breaches("soak", figures)
    for line in told:
        print(f"BELOW ITS FLOOR  {line}")
    sys.exit(bool(told))


async def _soak(folder: Path, seconds: float, feeds: int, kill_every: float) -> dict[str, float]:
    newsroom = Newsroom(feeds, faulty_one_in=10, begins=timedelta(seconds=90), gap=timedelta(seconds=120))
    await newsroom.open()
    try:
        _configure(folder, list(newsroom.urls.values()))
        watched = await _watch(folder, seconds, kill_every)
        newsroom.end_of_news()
        await _once(folder)
        served = [
            f"{publisher.number}-{number}"
            for publisher in newsroom.publishers
            for number in range(newsroom.entries(publisher))
        ]
    finally:
        await newsroom.close()
    return _compare(folder, served, watched, newsroom.asked)


def _configure(folder: Path, urls: Sequence[str]) -> None:
    config = folder / "config"
    config.mkdir()
    (config / "figures.toml").write_text((ROOT / "config" / "figures.toml").read_text("utf-8"), "utf-8")
    (config / "monitor.toml").write_text(
        '[database]\nurl = "sqlite:///../monitor.db"\n[network]\nallow = ["127.0.0.0/8"]\n[web]\nport = 0\n', "utf-8"
    )
    (config / "feeds.toml").write_text(
        "\n".join(f'[[feed]]\nurl = "{url}"\noutlet = "Gazette {n}"\npages = "never"' for n, url in enumerate(urls)),
        "utf-8",
    )
    (config / "watches.toml").write_text(
        '[[channel]]\nname = "book"\ntype = "file"\npath = "../alerts.jsonl"\n'
        '[[watch]]\nname = "all"\nchannels = ["book"]\n',
        "utf-8",
    )


async def _watch(folder: Path, seconds: float, kill_every: float) -> Watched:
    """Run the service for so long, killing it at moments that a seed gives."""
    chance, watched, began = random.Random(11), Watched(), time.monotonic()
    while (left := seconds - (time.monotonic() - began)) > 0:
        lives = min(left, kill_every * chance.uniform(0.3, 1.7))
        process = await _start(folder, "run")
        dies_at = time.monotonic() + lives
        while time.monotonic() < dies_at and process.returncode is None:
            await asyncio.sleep(min(SAMPLE_SECONDS, max(0.05, dies_at - time.monotonic())))
            watched.memory.append((time.monotonic() - began, megabytes(process.pid)))
        if process.returncode is not None:
            last = (folder / "log.jsonl").read_text("utf-8").splitlines()[-5:]
            sys.exit("\n".join([f"the service ended by itself with status {process.returncode}", *last]))
        if time.monotonic() - began < seconds:
            below = list(family(process.pid))[1:]
            process.kill()
            watched.kills += 1
            watched.left_behind += await _left(below)
        else:
            process.send_signal(signal.SIGTERM)
            told = time.monotonic()
            await process.wait()
            print(f"stopped by SIGTERM in {time.monotonic() - told:.1f} s", flush=True)
        await process.wait()
    return watched


async def _left(processes: Sequence[int]) -> int:
    """How many of these still run, after the moment that they are given to notice."""
    until = time.monotonic() + GOODBYE_SECONDS
    while (left := sum(Path(f"/proc/{each}").exists() for each in processes)) and time.monotonic() < until:
        await asyncio.sleep(0.1)
    return left


async def _once(folder: Path) -> None:
    process = await _start(folder, "run", "--once")
    await process.wait()


async def _start(folder: Path, *arguments: str) -> asyncio.subprocess.Process:
    with (folder / "log.jsonl").open("ab") as log:
        return await asyncio.create_subprocess_exec(
            str(PROGRAM), *arguments, "--config", str(folder / "config"), stdout=asyncio.subprocess.DEVNULL, stderr=log
        )


def _compare(folder: Path, served: Sequence[str], watched: Watched, asked: int) -> dict[str, float]:
    with sqlite3.connect(folder / "monitor.db") as database:
        guids = [str(row[0]).rpartition("#")[2] for row in database.execute("SELECT item_id FROM revisions")]
        raised = [row[0] for row in database.execute("SELECT id FROM alerts")]
        waiting = database.execute("SELECT count(*) FROM inbox").fetchone()[0]
    told = Counter(json.loads(line)["id"] for line in (folder / "alerts.jsonl").read_text("utf-8").splitlines())
    stored = Counter(guids)
    settled = [mb for at, mb in watched.memory if at >= SETTLE_SECONDS] or [mb for _, mb in watched.memory]
    third = max(1, len(settled) // 3)
    for minute in range(0, int(watched.memory[-1][0] // 60) + 1, 5):
        inside = [mb for at, mb in watched.memory if minute * 60 <= at < minute * 60 + 300]
        if inside:
            print(f"from minute {minute:>3}: {_mean(inside):.0f} MB in the mean, {max(inside):.0f} at most")
    return {
        "served": len(served),
        "lost": sum(guid not in stored for guid in served),
        "doubled": sum(count - 1 for count in stored.values()),
        "left_in_inbox": waiting,
        "alerts_raised": len(raised),
        "alerts_lost": sum(alert not in told for alert in raised),
        "alerts_doubled": sum(count - 1 for count in told.values()),
        "alerts_missing": len(served) - len(raised),
        "kills": watched.kills,
        "left_behind": watched.left_behind,
        "requests": asked,
        "memory_mb": max(settled),
        "memory_growth": max(settled[-third:]) / max(settled[:third]),
    }


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


if __name__ == "__main__":
    main()
