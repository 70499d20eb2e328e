"""JSONL: every line is an article or an error of its own."""

from __future__ import annotations

import json
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.errors import InputError
from monitor.fetch import Note, items
from monitor.fetch.limits import MAX_BYTES
from monitor.model import Item, TimeOrigin


def told(tmp_path: Path, content: bytes | str) -> list[Item | InputError | Note]:
    path = tmp_path / "in.jsonl"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(items([path]))


def one(tmp_path: Path, **fields: object) -> Item | InputError | Note:
    (found,) = told(tmp_path, json.dumps(fields))
    return found


def test_every_key_is_taken_and_unknown_keys_are_ignored(tmp_path: Path) -> None:
    item = one(
        tmp_path,
        id="a-1",
        text="Three died.",
        title="Fire",
        url="https://x.example/1",
        outlet="Post",
        published="2024-03-01T06:10:48.5+02:00",
        fetched="2024-03-01T05:00:00Z",
        language="en",
        gold={"killed": 3},
    )
    assert isinstance(item, Item)
    assert (item.id, item.content, item.title, item.url) == ("a-1", "Three died.", "Fire", "https://x.example/1")
    assert item.published is not None
    assert item.published.at == datetime(2024, 3, 1, 4, 10, 48, 500000, tzinfo=UTC)
    assert item.published.origin is TimeOrigin.MANIFEST
    assert not item.published.guessed
    assert item.fetched == datetime(2024, 3, 1, 5, tzinfo=UTC)
    assert (item.outlet, item.language) == ("Post", "en")


def test_text_is_kept_as_it_came(tmp_path: Path) -> None:
    text = "  One\r\n\u2028two\u00a0three \n\n"
    item = one(tmp_path, id="1", text=text)
    assert isinstance(item, Item)
    assert item.content == text


def test_what_no_database_holds_is_replaced_in_place(tmp_path: Path) -> None:
    item = told(tmp_path, r'{"id": "1", "text": "a\u0000b\ud800c"}')[0]
    assert isinstance(item, Item)
    assert item.content == "a\ufffdb\ufffdc"


@pytest.mark.parametrize(
    "line",
    [
        "nonsense",
        "[1, 2]",
        '"text"',
        "{}",
        '{"id": "1"}',
        '{"text": "no id"}',
        '{"id": "", "text": "x"}',
        '{"id": "1", "text": ""}',
        '{"id": "1", "text": " \\n"}',
        '{"id": 1, "text": "x"}',
        '{"id": "1", "text": ["x"]}',
        '{"id": "1", "text": "x", "title": 3}',
        '{"id": "1", "text": "x", "published": 1700000000}',
        '{"id": "1", "text": "x", "published": "soon"}',
        '{"id": "1", "text": "x", "published": "0001-01-01T00:00:00Z"}',
        '{"id": "1", "text": "x", "fetched": "9999-12-31"}',
        "[" * 100_000,
    ],
)
def test_a_bad_line_is_an_error_with_its_number_and_the_next_is_read(tmp_path: Path, line: str) -> None:
    error, item = told(tmp_path, line + '\n{"id": "2", "text": "good"}\n')
    assert isinstance(error, InputError)
    assert error.where == f"{tmp_path / 'in.jsonl'}:1"
    assert isinstance(item, Item)


def test_a_line_in_another_charset_is_an_error_of_that_line(tmp_path: Path) -> None:
    error, item = told(tmp_path, b'{"id": "1", "text": "caf\xe9"}\n{"id": "2", "text": "caf\xc3\xa9"}')
    assert isinstance(error, InputError)
    assert "UTF-8" in error.what
    assert isinstance(item, Item)
    assert item.content == "café"


def test_blank_lines_and_a_byte_order_mark_do_no_harm_and_lines_keep_their_numbers(tmp_path: Path) -> None:
    item, error = told(tmp_path, b'\xef\xbb\xbf{"id": "1", "text": "x"}\r\n\r\n\nbad')
    assert isinstance(item, Item)
    assert isinstance(error, InputError)
    assert error.where.endswith(":4")


def test_a_line_of_fifty_megabytes_is_passed_over_without_being_held(tmp_path: Path) -> None:
    path = tmp_path / "big.jsonl"
    with path.open("wb") as file:
        file.write(b'{"id": "1", "text": "')
        for _ in range(50):
            file.write(b"x" * 1024 * 1024)
        file.write(b'"}\n{"id": "2", "text": "good"}\n')
    tracemalloc.start()
    error, item = list(items([path]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(error, InputError)
    assert error.where.endswith(":1")
    assert isinstance(item, Item)
    assert peak < 3 * MAX_BYTES


def test_a_publication_after_the_fetch_is_no_date_and_is_told(tmp_path: Path) -> None:
    note, item = told(
        tmp_path,
        '{"id": "1", "text": "x", "published": "2031-01-01T00:00:00Z", "fetched": "2024-01-01T00:00:00Z"}',
    )
    assert isinstance(note, Note)
    assert isinstance(item, Item)
    assert item.published is None


def test_a_time_without_zone_or_hour_is_marked_as_guessed(tmp_path: Path) -> None:
    for written in ("2024-03-01T06:10:48", "2024-03-01"):
        item = one(tmp_path, id="1", text="x", published=written)
        assert isinstance(item, Item)
        assert item.published is not None
        assert item.published.guessed


@given(st.binary(max_size=400))
def test_any_bytes_give_items_and_errors_only(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "any.jsonl"
    path.write_bytes(content)
    assert all(isinstance(found, Item | InputError | Note) for found in items([path]))
