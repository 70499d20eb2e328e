"""Bad input gets a line that names it and says what to do; the rest goes on, and the end tells what was not read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.acceptance.program import run

GOOD = "A coach overturned on the road to Velmora on Monday, killing 12 people, police said.\n"


def told(folder: Path, *options: str | Path) -> tuple[list[str], list[dict[str, object]]]:
    done = run("replay", folder, "--format", "jsonl", *options, status=1)
    lines = done.stderr.decode().splitlines()
    assert all(line.startswith("monitor: ") for line in lines), lines
    return lines, [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("bad.txt", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0" * 50, "text"),
        ("bad.txt", b"", "empty"),
        ("bad.txt", b"   \n\n ", "empty"),
        ("bad.txt", b"x" * 50_000_000, "8 MB"),
        ("bad.jsonl", b'{"id": "1", "text": "' + b"x" * 50_000_000 + b'"}\n', "8 MB"),
        ("bad.jsonl", b"not json\n", "JSON"),
        ("bad.jsonl", b'{"id": "1"}\n', "text"),
        ("bad.jsonl", b'["a list"]\n', "object"),
    ],
)
def test_one_bad_file_is_named_and_the_rest_is_read(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(GOOD)
    lines, rows = told(tmp_path)
    assert name in lines[0]
    assert says in lines[0]
    assert len(lines[0]) < 300
    assert lines[-1] == "monitor: 1 articles were decided, 1 could not be read"
    assert [row["id"] for row in rows] == ["good.txt"]


def test_a_bad_line_is_named_by_its_number_and_the_lines_around_it_are_read(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": GOOD}, {"id": "b"}, {"id": "a", "text": "Another text altogether, of one line."}]
    (tmp_path / "in.jsonl").write_text(
        "\n".join(map(json.dumps, rows)) + "\n{broken\n" + json.dumps({"id": "c", "text": GOOD})
    )
    lines, read = told(tmp_path)
    assert [row["id"] for row in read] == ["a", "c"]
    assert ["in.jsonl:2" in lines[0], "in.jsonl:3" in lines[1], "in.jsonl:4" in lines[2]] == [True, True, True]
    assert lines[-1] == "monitor: 2 articles were decided, 3 could not be read"


def test_a_text_in_another_charset_is_read(tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes(
        "Twelve people were killed in Málaga on Monday, police said – “a tragedy”.".encode("cp1252")
    )
    done = run("replay", tmp_path, "--format", "jsonl")
    row = json.loads(done.stdout)
    assert row["totals"]["killed"] == {"low": 12, "high": 12}
    assert "Málaga" in row["claims"][0]["quote"]


def test_a_manifest_that_names_a_missing_file_is_told_and_what_it_leaves_out_is_said(tmp_path: Path) -> None:
    (tmp_path / "manifest.toml").write_text('[[article]]\nfile = "here.txt"\n\n[[article]]\nfile = "gone.txt"\n')
    (tmp_path / "here.txt").write_text(GOOD)
    (tmp_path / "beside.txt").write_text("Left alone.")
    lines, rows = told(tmp_path)
    assert [row["id"] for row in rows] == ["here.txt"]
    assert any("manifest.toml" in line and "gone.txt" in line for line in lines)
    assert any("beside.txt" in line for line in lines)


def test_a_path_that_does_not_exist_is_named(tmp_path: Path) -> None:
    lines, rows = told(tmp_path / "nowhere")
    assert "nowhere" in lines[0]
    assert rows == []


def test_an_unknown_key_of_the_configuration_is_told_with_its_file(tmp_path: Path) -> None:
    run("init", tmp_path)
    with (tmp_path / "config" / "monitor.toml").open("a") as file:
        file.write("\n[extras]\nspeed = 1\n")
    done = run("replay", tmp_path / "seeds", "--config", tmp_path / "config", status=2)
    assert done.stderr.decode().strip().endswith("monitor.toml: extras: is no key that is known here")


def test_a_database_from_a_newer_version_is_told(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    database = tmp_path / "m.db"
    run("replay", tmp_path / "good.txt", "--db", database)
    engine = create_engine(f"sqlite:///{database}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    done = run("replay", tmp_path / "good.txt", "--db", database, status=1)
    assert "made by a newer version of monitor (9999)" in done.stderr.decode()
    assert (
        run("db", "check", "--db", database, status=1).stdout.decode().startswith("fault: was made by a newer version")
    )


def test_a_replay_given_again_goes_on_and_prints_every_line(tmp_path: Path) -> None:
    stream = [{"id": str(n), "text": f"{GOOD} Report {n}."} for n in range(6)]
    (tmp_path / "all.jsonl").write_text("".join(json.dumps(line) + "\n" for line in stream))
    once = run("replay", tmp_path / "all.jsonl", "--format", "jsonl", "--db", tmp_path / "m.db")
    again = run("replay", tmp_path / "all.jsonl", "--format", "jsonl", "--db", tmp_path / "m.db")
    assert again.stdout == once.stdout
    assert len(once.stdout.splitlines()) == 6


def test_a_configuration_that_was_asked_for_and_is_not_there_is_named(tmp_path: Path) -> None:
    done = run("digest", "--config", tmp_path / "confg", status=2)
    assert f"{tmp_path / 'confg'}: is no folder" in done.stderr.decode()
