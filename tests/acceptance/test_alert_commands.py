"""The commands of the outbox and the watches: what was told where, and what a watch would have been told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from monitor.settings import load, write_out
from monitor.store import Store
from tests.acceptance.program import CONFIG, ROOT, run

WATCHES = """
[[channel]]
name = "archive"
type = "file"
path = "alerts.jsonl"

[[watch]]
name = "deaths"
channels = ["archive"]
kinds = ["killed"]

[[watch]]
name = "jumps"
channels = ["log"]
kinds = ["killed"]
rise_by_percent = 100

[[watch]]
name = "elsewhere"
channels = ["log"]
places = ["Antarctica"]
"""

Options = tuple[str, ...]


@pytest.fixture
def agency(tmp_path: Path) -> Options:
    """The options of a command over a database that holds the agency story of our own, with watches of its own."""
    write_out(tmp_path)
    (tmp_path / "config" / "watches.toml").write_text(WATCHES)
    options = ("--config", str(tmp_path / "config"), "--db", str(tmp_path / "m.db"))
    run("replay", ROOT / "seeds" / "agency", *options)
    return options


def listed(*arguments: str) -> list[Any]:
    return list(json.loads(run(*arguments, "--format", "json").stdout))


def told(*arguments: str) -> str:
    return run(*arguments).stdout.decode()


def test_a_replay_keeps_what_would_have_been_sent_and_sends_nothing(agency: Options) -> None:
    envelopes = listed("alerts", *agency)
    assert {envelope["state"] for envelope in envelopes} == {"recorded"}
    assert {(envelope["channel"], *envelope["watches"]) for envelope in envelopes} == {
        ("archive", "deaths"),
        ("log", "jumps"),
    }
    newest = told("alerts", *agency, "--limit", "1")
    assert "archive" in newest
    assert "recorded  Killed: 15 → 31 (civil protection service of Ardeny province)." in newest
    assert not (Path(agency[1]) / "alerts.jsonl").exists()


def test_what_was_given_up_is_listed_with_its_error_and_waits_again_when_asked(agency: Options) -> None:
    assert listed("alerts", "--failed", *agency) == []
    letter = listed("alerts", *agency)[0]["letter"]
    store = Store.open(agency[3], load(CONFIG).copies)
    with store.deciding() as past:
        past.outbox.failed(letter, "archive", "archive: the disk is\x1b[31m full", None)
    store.close()
    assert [envelope["letter"] for envelope in listed("alerts", "--failed", *agency)] == [letter]
    line = told("alerts", "--failed", *agency)
    assert "given up after 1 tries" in line
    assert "the disk is" in line
    assert "\x1b" not in line
    assert told("alerts", "--resend", letter, *agency) == f"{letter} waits again for archive; the service sends it\n"
    (waits,) = [one for one in listed("alerts", *agency) if one["letter"] == letter and one["channel"] == "archive"]
    assert (waits["state"], waits["attempts"]) == ("waiting", 0)
    refused = run("alerts", "--resend", letter, *agency, status=1).stderr.decode()
    assert refused == f"monitor: there is no alert {letter} that was given up; `monitor alerts --failed` lists them\n"


def test_a_watch_is_tried_over_what_is_stored(agency: Options) -> None:
    assert told("watch", "list", *agency[:2]) == "deaths: archive\njumps: log\nelsewhere: log\n"
    deaths = told("watch", "test", "deaths", *agency)
    assert "2026-02-11 14:20  archive  Killed: 12 → 15" in deaths
    assert "Injured" not in deaths
    assert deaths.endswith("deaths: 3 of 3 alerts would have been sent at once\n")
    rises = [one["headline"].split(" (")[0] for one in listed("watch", "test", "jumps", *agency)]
    assert rises == ["Killed: 12", "Killed: 15 → 31"]
    assert listed("watch", "test", "elsewhere", *agency) == []


def test_an_unknown_watch_is_told_with_those_that_there_are(agency: Options) -> None:
    refused = run("watch", "test", "floods", *agency, status=1).stderr.decode()
    assert refused == "monitor: there is no watch floods; there is deaths, jumps, elsewhere\n"
