"""A kind of the user's own, from its configuration alone: checked, read, and told what is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.program import run

KIND = """
[[kind]]
id = "bridges_lost"
label = "Bridges lost"
counts = ["bridge", "footbridge"]
done_to = ["wash away", "sweep away"]
does = ["collapse"]
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    run("init", tmp_path)
    with (tmp_path / "config" / "figures.toml").open("a") as file:
        file.write(KIND)
    return tmp_path / "config"


def extracted(config: Path, text: str) -> Any:
    return json.loads(run("extract", "-", "--format", "json", "--config", config, given=text.encode()).stdout)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The flood washed away at least 14 bridges in the Sorel valley on Monday, the army said.", (14, None)),
        ("Twenty bridges were swept away by the flood.", (20, 20)),
        ("Three footbridges collapsed when the river rose.", (3, 3)),
        ("Between 20 and 30 bridges were washed away, officials said.", (20, 30)),
    ],
)
def test_a_kind_of_the_users_own_is_read_with_its_sentence(
    config: Path, text: str, bounds: tuple[int, int | None]
) -> None:
    (claim,) = [claim for claim in extracted(config, text)["claims"] if claim["kind"] == "bridges_lost"]
    assert (claim["low"], claim["high"]) == bounds
    assert claim["quote"] == text
    assert extracted(config, text)["totals"]["bridges_lost"] == {"low": bounds[0], "high": bounds[1]}


@pytest.mark.parametrize(
    "text",
    [
        "The city has 14 bridges, and the oldest was built in 1880.",
        "The flood washed away 40 cars.",
        "Twelve people were swept away by the flood.",
    ],
)
def test_what_is_not_counted_or_not_lost_is_none_of_that_kind(config: Path, text: str) -> None:
    assert "bridges_lost" not in {claim["kind"] for claim in extracted(config, text)["claims"]}


def test_a_sound_configuration_is_said_to_be_sound(config: Path) -> None:
    assert b"defined clearly" in run("figures", "check", "--config", config).stdout
    assert json.loads(run("figures", "check", "--config", config, "--format", "json").stdout) == {"problems": []}


def test_what_is_wrong_is_told_with_file_kind_key_and_word(config: Path) -> None:
    file = config / "figures.toml"
    file.write_text(
        file.read_text().replace('counts = ["bridge", "footbridge"]', 'counts = ["bridges"]')
        + '[[kind]]\nid = "slain"\nlabel = "Slain"\ndone_to = ["kill"]\n'
    )
    told = run("figures", "check", "--config", config, status=1).stdout.decode()
    assert f"{file}: kind bridges_lost: counts: 'bridges' looks like a plural" in told
    assert f"{file}: kind slain: done_to: 'kill' states killed too" in told
    problems = json.loads(run("figures", "check", "--config", config, "--format", "json", status=1).stdout)["problems"]
    assert problems == told.splitlines()


def test_a_file_that_cannot_be_used_is_told_in_the_same_way(config: Path) -> None:
    (config / "figures.toml").write_text('[[kind]]\nid = "empty"\nlabel = "Empty"\n')
    assert b"kind empty: no word states it" in run("figures", "check", "--config", config, status=1).stdout
