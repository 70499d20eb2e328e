"""Manifests: what is wrong in one is named with its line, and leaves out no more than it must."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor.fetch.recorded.manifest import Manifest, read


def manifest(tmp_path: Path, content: str | bytes) -> Manifest:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "b.txt").write_text("b")
    path = tmp_path / "manifest.toml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read(path)


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ('file = "missing.txt"', "not there"),
        ('file = "../a.txt"', "must lie in"),
        ('file = "/etc/hosts"', "must lie in"),
        ('file = "x\\\\..\\\\a.txt"', "must lie in"),
        ('title = "no file"', "names no file"),
        ('file = "a.txt"\nfiel = "b"', "unknown key 'fiel'"),
        ('file = "a.txt"\ntitle = 3', "title is no text"),
        ('file = "a.txt"\npublished = "yesterday"', "published is no time"),
        ('file = "a.txt"\npublished = 1969-12-31T23:59:59Z', "published is no time"),
        ('file = "a.txt"\nfetched = true', "fetched is no time"),
    ],
)
def test_a_bad_entry_is_named_with_its_line_and_the_others_are_read(tmp_path: Path, entry: str, says: str) -> None:
    found = manifest(tmp_path, f'# articles\n\n[[article]]\n{entry}\n\n[[article]]\nfile = "b.txt"\n')
    assert [known.file for known in found.articles] == ["b.txt"]
    (fault,) = found.faults
    assert fault.where == f"{tmp_path / 'manifest.toml'}:3"
    assert says in fault.what


def test_a_file_named_twice_is_an_error_of_the_second(tmp_path: Path) -> None:
    found = manifest(tmp_path, '[[article]]\nfile = "a.txt"\ntitle = "x"\n[[article]]\nfile = "a.txt"\n')
    assert [known.title for known in found.articles] == ["x"]
    assert found.faults[0].where.endswith(":4")


@pytest.mark.parametrize(
    "content", ["[[article\nfile = 3", b"\xff\xfe\x00bad", "[[article]]\nfile = 'a.txt'\nfile = 'b.txt'"]
)
def test_what_is_no_toml_is_one_error(tmp_path: Path, content: str | bytes) -> None:
    found = manifest(tmp_path, content)
    assert not found.articles
    assert len(found.faults) == 1


def test_an_unknown_table_and_a_single_article_are_told(tmp_path: Path) -> None:
    assert "unknown key 'articles'" in manifest(tmp_path, '[[articles]]\nfile = "a.txt"').faults[0].what
    assert "double brackets" in manifest(tmp_path, '[article]\nfile = "a.txt"').faults[0].what


def test_times_are_taken_in_utc_and_guessed_where_a_part_is_missing(tmp_path: Path) -> None:
    text = "".join(
        f'[[article]]\nfile = "{name}"\npublished = {written}\n'
        for name, written in (("a.txt", "2024-05-01T10:00:00+02:00"), ("b.txt", "2024-05-01"))
    )
    exact, day = manifest(tmp_path, text).articles
    assert exact.published is not None
    assert (exact.published.at, exact.published.guessed) == (datetime(2024, 5, 1, 8, tzinfo=UTC), False)
    assert day.published is not None
    assert (day.published.at.date().isoformat(), day.published.guessed) == ("2024-05-01", True)
