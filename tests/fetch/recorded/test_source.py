"""Folders and files to items: what is read, in which order, under which ids, and what is said of the rest."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor.errors import InputError
from monitor.fetch import Note, items
from monitor.model import Item, Media

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Coast Radio</title>
<item><title>Late</title><link>https://coast.example/late</link><guid>g-late</guid>
<pubDate>Tue, 04 Jun 2024 09:00:00 GMT</pubDate><description>The later report.</description></item>
<item><title>Early</title><link>https://coast.example/early</link><guid>g-early</guid>
<pubDate>Mon, 03 Jun 2024 09:00:00 GMT</pubDate><description>The earlier report.</description></item>
</channel></rss>"""


def write(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_DOT_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def read(*paths: Path) -> tuple[list[Item], list[InputError], list[Note]]:
    told = list(items(list(paths)))
    return (
        [one for one in told if isinstance(one, Item)],
        [one for one in told if isinstance(one, InputError)],
        [one for one in told if isinstance(one, Note)],
    )


def ids(*paths: Path) -> list[str]:
    return [item.id for item in read(*paths)[0]]


def test_a_file_is_one_item_named_by_its_name(tmp_path: Path) -> None:
    write(tmp_path, one_DOT_txt="Two men drowned.")
    found, errors, notes = read(tmp_path / "one.txt")
    assert [(item.id, item.content, item.media) for item in found] == [("one.txt", "Two men drowned.", Media.PLAIN)]
    assert not errors
    assert not notes
    assert found[0].offline


def test_ids_of_files_in_a_folder_are_their_paths_in_it(tmp_path: Path) -> None:
    write(tmp_path, b_DOT_txt="b b", deep__er__a_DOT_txt="a a")
    assert sorted(ids(tmp_path)) == ["b.txt", "deep/er/a.txt"]


def test_a_manifest_names_the_articles_and_others_are_left_alone_and_said_to_be(tmp_path: Path) -> None:
    manifest = (
        '[[article]]\nfile = "a.txt"\ntitle = "A"\noutlet = "Post"\nurl = "https://post.example/a"\nlanguage = "en"\n'
        "published = 2024-01-02T03:04:05Z\nfetched = 2024-01-02T04:00:00+01:00\n"
    )
    write(tmp_path, manifest_DOT_toml=manifest, a_DOT_txt="A text.", gold_DOT_json="{}", b_DOT_txt="Another text.")
    found, errors, notes = read(tmp_path)
    (item,) = found
    assert (item.id, item.title, item.outlet, item.url, item.language) == (
        "a.txt",
        "A",
        "Post",
        "https://post.example/a",
        "en",
    )
    assert item.published is not None
    assert item.published.at == datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert item.fetched == datetime(2024, 1, 2, 3, 0, tzinfo=UTC)
    assert not errors
    assert [(note.where, note.what) for note in notes] == [
        (str(tmp_path), "b.txt, gold.json left alone: manifest.toml does not name them")
    ]


def test_a_folder_is_read_by_fetched_else_published_else_name_across_its_folders(tmp_path: Path) -> None:
    one = (
        '[[article]]\nfile = "late.txt"\npublished = 2024-01-01T00:00:00Z\nfetched = 2024-05-01T00:00:00Z\n'
        '[[article]]\nfile = "undated.txt"\n'
    )
    two = '[[article]]\nfile = "early.txt"\npublished = 2024-02-01T00:00:00Z\n'
    write(
        tmp_path,
        x__manifest_DOT_toml=one,
        x__late_DOT_txt="l l",
        x__undated_DOT_txt="u u",
        y__manifest_DOT_toml=two,
        y__early_DOT_txt="e e",
        a_DOT_txt="a a",
    )
    assert ids(tmp_path) == ["y/early.txt", "x/late.txt", "a.txt", "x/undated.txt"]


def test_a_page_or_text_without_manifest_stands_at_the_time_that_it_states(tmp_path: Path) -> None:
    page = '<html><head><meta property="article:published_time" content="2024-03-01T10:00:00Z"></head><body>p</body>'
    write(
        tmp_path,
        a_DOT_txt="Mine floods\n\nThree miners drowned.\n\nUpdated: March 3, 2024, 9:00 PM\n",
        b_DOT_html=page,
    )
    assert ids(tmp_path) == ["b.html", "a.txt"]


def test_entries_of_a_feed_stand_each_at_its_own_time_among_the_files(tmp_path: Path) -> None:
    manifest = (
        '[[article]]\nfile = "between.txt"\npublished = 2024-06-03T20:00:00Z\n'
        '[[article]]\nfile = "feed.xml"\noutlet = "CR"\n'
    )
    write(tmp_path, manifest_DOT_toml=manifest, between_DOT_txt="b b", feed_DOT_xml=RSS)
    assert ids(tmp_path) == ["feed.xml#g-early", "between.txt", "feed.xml#g-late"]
    assert [item.outlet for item in read(tmp_path)[0]] == ["CR", None, "CR"]


def test_fetched_of_a_feed_in_a_manifest_holds_for_its_entries(tmp_path: Path) -> None:
    manifest = (
        '[[article]]\nfile = "feed.xml"\nfetched = 2024-06-05T00:00:00Z\n'
        '[[article]]\nfile = "before.txt"\npublished = 2024-06-04T23:00:00Z\n'
    )
    write(tmp_path, manifest_DOT_toml=manifest, before_DOT_txt="b b", feed_DOT_xml=RSS)
    found, _, _ = read(tmp_path)
    assert [item.id for item in found] == ["before.txt", "feed.xml#g-early", "feed.xml#g-late"]
    assert {item.fetched for item in found[1:]} == {datetime(2024, 6, 5, tzinfo=UTC)}


def test_jsonl_in_a_folder_is_a_block_at_the_time_of_its_first_dated_line(tmp_path: Path) -> None:
    lines = [
        {"id": "1", "text": "one"},
        {"id": "2", "text": "two", "published": "2024-02-01T00:00:00Z"},
        {"id": "3", "text": "three", "published": "2020-01-01T00:00:00Z"},
    ]
    manifest = "".join(
        f'[[article]]\nfile = "{name}"\npublished = {when}\n'
        for name, when in (("a.txt", "2024-01-31T00:00:00Z"), ("z.txt", "2024-02-02T00:00:00Z"))
    )
    write(
        tmp_path,
        m__manifest_DOT_toml=manifest,
        m__a_DOT_txt="a a",
        m__z_DOT_txt="z z",
        lines_DOT_jsonl="\n".join(map(json.dumps, lines)),
    )
    assert ids(tmp_path) == ["m/a.txt", "1", "2", "3", "m/z.txt"]


def test_inputs_are_read_one_after_the_other(tmp_path: Path) -> None:
    late = write(tmp_path / "late", x_DOT_txt="x\n\nPublished 3 Nov 2024 14:05 GMT")
    early = write(tmp_path / "early", y_DOT_txt="y\n\nPublished 3 Nov 2020 14:05 GMT")
    assert ids(late, early) == ["x.txt", "y.txt"]


def test_the_same_id_again_is_an_error_and_the_rest_goes_on(tmp_path: Path) -> None:
    rows = [{"id": "1", "text": "one"}, {"id": "1", "text": "other"}, {"id": "2", "text": "two"}]
    write(tmp_path, l_DOT_jsonl="\n".join(map(json.dumps, rows)))
    found, errors, _ = read(tmp_path / "l.jsonl")
    assert [item.id for item in found] == ["1", "2"]
    assert len(errors) == 1
    assert "l.jsonl:2" in errors[0].where


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", secret_DOT_txt="secret", manifest_DOT_toml="")
    inside = write(tmp_path / "inside", a_DOT_txt="a a")
    (inside / "file.txt").symlink_to(outside / "secret.txt")
    (inside / "folder").symlink_to(outside)
    (inside / "loop").symlink_to(inside)
    found, errors, _ = read(inside)
    assert [item.id for item in found] == ["a.txt"]
    assert sorted(Path(error.where).name for error in errors) == ["file.txt", "folder", "loop"]


def test_a_manifest_cannot_name_a_link_that_leads_out(tmp_path: Path) -> None:
    write(tmp_path / "outside", secret_DOT_txt="secret")
    inside = write(tmp_path / "inside", manifest_DOT_toml='[[article]]\nfile = "x.txt"\n')
    (inside / "x.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    found, errors, _ = read(inside)
    assert not found
    assert len(errors) == 1


def test_hidden_files_are_left_alone_and_said_to_be(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt="a a")
    (tmp_path / ".swap").write_text("x")
    assert ids(tmp_path) == ["a.txt"]
    assert "hidden" in str(read(tmp_path)[2][0])


@pytest.mark.parametrize("name", ["nothing", "empty"])
def test_what_is_not_there_or_empty_is_an_error_that_names_it(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    found, errors, _ = read(tmp_path / name)
    assert not found
    assert len(errors) == 1
    assert errors[0].where == str(tmp_path / name)


def test_bad_files_are_one_error_each_and_the_good_one_is_read(tmp_path: Path) -> None:
    write(
        tmp_path,
        binary_DOT_txt=bytes(range(256)) * 40,
        image_DOT_jpg=b"\xff\xd8\xff\xe0" + b"\x00\x10JFIF" * 20,
        empty_DOT_txt=b"",
        blank_DOT_txt=b" \n\t\n",
        gold_DOT_json=b'{"about": "labels"}',
        good_DOT_txt="A good text.",
    )
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    found, errors, _ = read(tmp_path)
    assert [item.id for item in found] == ["good.txt"]
    assert sorted(Path(error.where).name for error in errors) == [
        "binary.txt",
        "blank.txt",
        "empty.txt",
        "gold.json",
        "huge.txt",
        "image.jpg",
    ]
    assert all("\n" not in str(error) for error in errors)


def test_a_folder_is_read_alike_whatever_it_is_called(tmp_path: Path) -> None:
    one = write(tmp_path / "one", a_DOT_txt="a a", b_DOT_xml=RSS)
    two = write(tmp_path / "two", b_DOT_xml=RSS, a_DOT_txt="a a")
    assert read(one)[0] == read(two)[0]


def test_items_are_handed_out_before_the_last_file_is_read(tmp_path: Path) -> None:
    write(tmp_path, l_DOT_jsonl='{"id": "1", "text": "one"}\nnot json\n')
    stream = items([tmp_path / "l.jsonl"])
    first = next(stream)
    assert isinstance(first, Item)
    assert first.id == "1"
