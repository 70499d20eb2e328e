"""The commands that look: what is known, why an alert fired, why an article stayed silent."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.program import ROOT, run


@pytest.fixture(scope="module")
def agency(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database that holds the agency story of our own."""
    database = str(tmp_path_factory.mktemp("agency") / "m.db")
    run("replay", ROOT / "seeds" / "agency", "--db", database)
    return database


def told(*arguments: str | Path) -> str:
    return run(*arguments).stdout.decode()


def digest(agency: str) -> Any:
    return json.loads(told("digest", "--format", "json", "--db", agency))


def test_a_digest_shows_who_says_what_and_how_it_came_to_that(agency: str) -> None:
    text = told("digest", "--db", agency)
    assert "Killed: 12 → 15" in text
    assert "Killed: 15 → 31" in text
    assert "10 articles from 2 origins, 8 of them copies" in text
    (story,) = digest(agency)["changed"]
    killed = next(figure for figure in story["figures"] if figure["kind"] == "killed")
    assert {voice["bounds"]["low"] for voice in killed["voices"]} == {31}
    assert [change["after"]["low"] for change in killed["timeline"]] == [12, 15, 31]


def test_a_digest_in_markdown_has_a_table_for_each_figure(agency: str) -> None:
    assert "| Killed | says | since | read in |" in told("digest", "--format", "md", "--db", agency)


def test_stories_are_listed_and_one_is_shown(agency: str) -> None:
    (line,) = told("stories", "--db", agency).splitlines()
    story = line.split()[0]
    assert story in told("story", story, "--db", agency)
    assert run("story", "nothing", "--db", agency, status=1).stderr == b"monitor: there is no story nothing\n"


def test_why_names_the_rule_and_the_sentences_that_were_compared(agency: str) -> None:
    (story,) = digest(agency)["changed"]
    raised = next(change for change in story["changes"] if change["before"] == {"low": 12, "high": 12})
    text = " ".join(told("why", raised["alert"], "--db", agency).replace("> ", "").split())
    assert "rule: raised, urgent" in text
    assert "[15 people]" in text
    assert "[12 people]" in text
    assert run("why", "nothing", "--db", agency, status=1).stderr.startswith(b"monitor: there is no alert nothing")


def test_why_not_says_for_each_figure_why_it_was_silent(agency: str) -> None:
    text = told("why-not", "plainsman.txt", "--db", agency)
    assert "it raised no alert" in text
    assert "silent, repeat" in text
    assert "copy of harbour-times.txt" in text
    assert b"there is no article gone.txt" in run("why-not", "gone.txt", "--db", agency, status=1).stderr


def test_a_database_is_whole_and_its_index_can_be_made_anew(agency: str) -> None:
    assert "whole" in told("db", "check", "--db", agency)
    assert "whole" in told("db", "check", "--rebuild", "--db", agency)


def test_extract_shows_the_sentence_with_its_number_marked(tmp_path: Path) -> None:
    sentence = b"At least 12 people were killed in a bus crash near Ondale on Monday, police said."
    text = run("extract", "-", given=sentence).stdout.decode()
    assert "Killed: at least 12 [12.., at_least]" in text
    assert "[At least 12 people]" in text
    file = tmp_path / "crash.txt"
    file.write_bytes(sentence)
    claim = json.loads(told("extract", file, "--format", "json"))["claims"][0]
    assert (claim["low"], claim["high"], claim["source"]) == (12, None, "police")


def test_init_writes_a_configuration_that_works(tmp_path: Path) -> None:
    run("init", tmp_path)
    done = run("replay", tmp_path / "seeds" / "edited", "--config", tmp_path / "config", "--format", "jsonl")
    assert len(done.stdout.splitlines()) == 3
    assert b"is there already" in run("init", tmp_path, status=2).stderr


@pytest.mark.parametrize("arguments", [("--help",), ("replay", "--help"), ("--version",), ()])
def test_help_is_there(arguments: tuple[str, ...]) -> None:
    assert b"monitor" in run(*arguments, status=None).stdout
