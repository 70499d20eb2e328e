"""The same articles in the same order give the same bytes: on any run, with any workers, on both databases."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import make_url

from bench.stream import write
from tests.acceptance.program import ROOT, run


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The seeds, and a made-up stream with copies and edits."""
    return [ROOT / "seeds", write(tmp_path_factory.mktemp("stream") / "made.jsonl", 200)]


@pytest.fixture(scope="module")
def once(recorded: list[Path]) -> bytes:
    return run("replay", *recorded, "--format", "jsonl").stdout


def test_twice(recorded: list[Path], once: bytes) -> None:
    assert run("replay", *recorded, "--format", "jsonl").stdout == once
    assert once.count(b"\n") > 220


@pytest.mark.parametrize("workers", ["2", "3"])
def test_with_more_workers(recorded: list[Path], once: bytes, workers: str) -> None:
    assert run("replay", *recorded, "--format", "jsonl", "--workers", workers).stdout == once


def test_on_each_database_and_when_given_again(recorded: list[Path], once: bytes, database: str) -> None:
    arguments = ("replay", *recorded, "--format", "jsonl", "--db", database)
    assert run(*arguments).stdout == once
    assert run(*arguments).stdout == once
    assert make_url(database).get_backend_name() in ("sqlite", "postgresql")
