"""A replay that is killed again and again ends as if nothing had happened."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from pathlib import Path

from sqlalchemy import create_engine, text

from bench.stream import write
from tests.acceptance.program import CONFIG, command, run

KILLS = 50
ARTICLES = 400


def outbox(database: str) -> list[tuple[object, ...]]:
    engine = create_engine(database)
    with engine.connect() as connection:
        query = (
            "SELECT o.*, a.headline, a.severity, a.story, a.learnt_at FROM outbox o JOIN alerts a ON a.id = o.letter"
        )
        rows = [tuple(row) for row in connection.execute(text(f"{query} ORDER BY a.seq, o.channel"))]
    engine.dispose()
    return rows


def kill_at_a_random_moment(arguments: list[str | Path], chance: random.Random, decided: int) -> int:
    """Start the command, kill it after some lines more than were decided before; how many lines it had printed."""
    process = subprocess.Popen(
        command(*arguments), stdout=subprocess.PIPE, env={**os.environ, "MONITOR_CONFIG": str(CONFIG)}
    )
    assert process.stdout is not None
    printed = 0
    wanted = decided + chance.randint(0, 2 * ARTICLES // KILLS - 2)
    while printed < wanted and process.stdout.readline():
        printed += 1
    time.sleep(chance.random() * (0.6 if wanted == 0 else 0.03))
    process.send_signal(signal.SIGKILL)
    process.stdout.close()
    process.wait()
    return max(printed, decided)


def test_killed_fifty_times_it_prints_the_same_bytes(tmp_path: Path) -> None:
    stream = write(tmp_path / "stream.jsonl", ARTICLES)
    calm, shaken = f"sqlite:///{tmp_path / 'calm.db'}", f"sqlite:///{tmp_path / 'shaken.db'}"
    undisturbed = run("replay", stream, "--format", "jsonl", "--db", calm)
    chance = random.Random(50)
    arguments: list[str | Path] = ["replay", stream, "--format", "jsonl", "--db", shaken]
    decided = 0
    for _ in range(KILLS):
        decided = kill_at_a_random_moment(arguments, chance, decided)
    assert 0 < decided < ARTICLES  # the kills fell while there was work to do
    assert run(*arguments).stdout == undisturbed.stdout
    assert outbox(shaken) == outbox(calm)
    assert len(outbox(calm)) > 20


def answer_ctrl_c() -> None:
    """Answer SIGINT, also where these tests run in the background of a shell, which has it ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def answering_ctrl_c(parent: int) -> list[str]:
    """The children of a process that have come so far that Python would answer SIGINT in them."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    status = {child: Path(f"/proc/{child}/status").read_text() for child in children}
    caught = {child: int(text.partition("SigCgt:")[2].split()[0], 16) for child, text in status.items()}
    return [child for child, signals in caught.items() if signals >> (signal.SIGINT - 1) & 1]


def test_stopped_while_its_readers_start_it_says_so_in_a_line(tmp_path: Path) -> None:
    stream = write(tmp_path / "stream.jsonl", ARTICLES)
    with subprocess.Popen(
        command("replay", stream, "--workers", "2", "--format", "jsonl"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "MONITOR_CONFIG": str(CONFIG)},
        preexec_fn=answer_ctrl_c,  # no thread runs here
        start_new_session=True,
        text=True,
    ) as process:
        while len(answering_ctrl_c(process.pid)) < 2:
            assert process.poll() is None, "it ended before its readers had started"
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)
        assert process.stderr is not None
        assert process.stderr.read() == "monitor: stopped after 0 articles\n"
    assert process.returncode == 130
