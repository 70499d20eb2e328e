"""Feeds written into feeds.toml and taken out of it: all else in the file stays as the operator wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor.errors import NotFoundError, SettingsError
from monitor.fetch import Pages, Subscription
from monitor.settings.subscribing import subscribe, unsubscribe
from monitor.settings.validation import read_toml

FILE = """\
# Where news comes from.

# The first of them,
# in two lines.
[[feed]]
url = "https://one.example/rss"   # by hand
outlet = "One"

[[feed]]
url = "https://two.example/rss"

# Titles of one company.
[[family]]
name = "Group"
outlets = [
  "One",
]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "feeds.toml"
    path.write_text(FILE)
    return path


def urls(path: Path) -> list[str]:
    return [feed["url"] for feed in read_toml(path).get("feed", [])]


def test_a_feed_is_written_behind_the_last_one_and_nothing_else_changes(file: Path) -> None:
    new = Subscription("https://three.example/rss", 'The "Third" \\ Post', "pt-BR", Pages.ALWAYS)
    assert subscribe(file, [new]) == [new]
    written = file.read_text()
    assert urls(file) == ["https://one.example/rss", "https://two.example/rss", new.url]
    assert written.index(new.url) < written.index("# Titles of one company.")
    kept = written.splitlines()
    assert [line for line in FILE.splitlines() if line and line not in kept] == []
    unsubscribe(file, new.url)
    assert file.read_text() == FILE


def test_what_is_by_default_is_not_written(file: Path) -> None:
    subscribe(file, [Subscription("https://three.example/rss")])
    assert read_toml(file)["feed"][2] == {"url": "https://three.example/rss"}


def test_a_feed_that_is_there_is_not_written_again(file: Path) -> None:
    same = Subscription("https://one.example/rss")
    assert subscribe(file, [same, same]) == []
    assert file.read_text() == FILE


def test_the_comments_around_a_feed_outlive_it(file: Path) -> None:
    unsubscribe(file, "https://two.example/rss")
    unsubscribe(file, "https://one.example/rss")
    assert urls(file) == []
    assert all(comment in file.read_text() for comment in ("# The first of them,", "# Titles of one company."))
    subscribe(file, [Subscription("https://new.example/rss")])
    assert urls(file) == ["https://new.example/rss"]


@pytest.mark.parametrize("text", ["", "# Nothing yet.", '[[recorded]]\npath = "."'])
def test_a_file_without_feeds_gets_its_first(tmp_path: Path, text: str) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(text)
    subscribe(path, [Subscription("https://new.example/rss")])
    assert urls(path) == ["https://new.example/rss"]
    assert path.read_text().startswith(text)


@pytest.mark.parametrize("url", ["ftp://one.example/rss", "https://", "https://a b.example/"])
def test_an_address_that_is_none_changes_nothing(file: Path, url: str) -> None:
    with pytest.raises(SettingsError, match=r"feed\.2\.url"):
        subscribe(file, [Subscription("https://good.example/rss"), Subscription(url)][1:])
    assert file.read_text() == FILE


def test_a_faulty_file_is_named_and_left_alone(file: Path) -> None:
    broken = FILE.replace("outlet =", "outlets =")
    file.write_text(broken)
    with pytest.raises(SettingsError, match=r"feed\.0\.outlets: is no key"):
        subscribe(file, [Subscription("https://new.example/rss")])
    assert file.read_text() == broken


def test_an_unknown_feed_cannot_be_taken_out(file: Path) -> None:
    with pytest.raises(NotFoundError, match=r"no feed https://gone\.example"):
        unsubscribe(file, "https://gone.example")


@pytest.mark.parametrize(
    "text",
    [
        'feed = [{url = "https://one.example/rss"}]\n',
        '[[feed]]\nurl = """\\\n[[feed]]https://one.example/rss"""\n',
    ],
)
def test_feeds_in_another_form_are_left_to_their_writer(tmp_path: Path, text: str) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(text)
    with pytest.raises(SettingsError):
        subscribe(path, [Subscription("https://new.example/rss")])
    with pytest.raises((SettingsError, NotFoundError)):
        unsubscribe(path, "https://one.example/rss")
    assert path.read_text() == text
