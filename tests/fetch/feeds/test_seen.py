"""What is new in a feed: GUIDs that are used again, are missing, or change from poll to poll; edits; lost entries."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from monitor.fetch.feeds.seen import KEPT, Sifted, sift
from monitor.model import Item, Media


def item(name: str, title: str = "", text: str = "", link: str | None = "") -> Item:
    title = title or f"Title of {name}"
    url = f"https://news.example/{name}" if link == "" else link
    return Item(id=f"feed#{name}", content=text or f"Text of {title}.", title=title, url=url, source="feed")


def sifted(*windows: Sequence[Item]) -> Sifted:
    """The last of some windows, seen one after the other."""
    seen, rotates = b"", False
    for window in windows:
        last = sift(window, seen, rotates=rotates)
        seen, rotates = last.seen, last.rotates
    return last


def names(found: Sifted) -> list[str]:
    return [one.id for one in found.items]


def test_only_what_is_new_or_edited_is_handed_over() -> None:
    a, b, c = item("a"), item("b"), item("c")
    edited = item("b", text="Fifteen died.")
    found = sifted([a, b], [a, edited, c])
    assert names(found) == ["feed#b", "feed#c"]
    assert [one.id for one in found.fresh] == ["feed#c"]
    assert names(sifted([a, b], [a, edited, c], [c, edited])) == []


def test_an_edit_that_is_taken_back_is_handed_over_again() -> None:
    eleven, fifteen = item("a", text="Eleven died."), item("a", text="Fifteen died.")
    assert [one.content for one in sifted([eleven], [fifteen], [eleven]).items] == ["Eleven died."]


@pytest.mark.parametrize(
    "stamp", ["Last updated: 4 May 2026, 10:{} GMT", "Updated {} minutes ago", "Published 2026-05-04 10:{}"]
)
def test_a_time_stamp_that_alone_changes_is_no_edit(stamp: str) -> None:
    windows = [
        [
            Item(
                id="feed#a",
                content=f"<p>Eleven died.</p><p>{stamp.format(at)}</p>",
                media=Media.FRAGMENT,
                source="feed",
            )
        ]
        for at in (15, 45)
    ]
    assert names(sifted(*windows)) == []


def test_tracking_in_a_link_makes_no_entry_new() -> None:
    assert names(sifted([item("a")], [item("a", link="https://news.example/a?utm_source=rss&utm_medium=x")])) == []


def test_an_entry_that_comes_back_is_no_news() -> None:
    a, others = item("a"), [item(f"b{n}") for n in range(10)]
    assert names(sifted([a], others, [a, *others])) == []
    crowd = [item(f"c{n}") for n in range(KEPT + 1)]
    assert names(sifted([a], crowd, others, [a, *others])) == ["feed#a"], "memory is bounded"


def test_a_guid_that_comes_again_with_another_link_and_title_is_a_new_entry() -> None:
    first = item("latest", title="Fire in Arnhem", link="https://news.example/fire")
    other = item("latest", title="Flood in Corvale", link="https://news.example/flood")
    found = sifted([first], [other])
    assert names(found) == ["feed#https://news.example/flood"]
    assert len(found.fresh) == 1


def test_two_entries_under_one_link_and_title_are_no_edits_of_each_other() -> None:
    two = [item("a", text="Morning.", title="Live", link="https://news.example/live")]
    two.append(item("b", text="Noon.", title="Live", link="https://news.example/live"))
    assert names(sifted(two, two)) == []
    assert names(sifted(two, two[::-1])) == []


def test_a_headline_that_changes_is_an_edit_of_the_same_entry() -> None:
    found = sifted([item("a", title="Eleven dead")], [item("a", title="Fifteen dead")])
    assert names(found) == ["feed#a"]
    assert found.fresh == ()


def window(poll: int, shift: int = 0, link: str | None = "") -> list[Item]:
    """Six entries under GUIDs that are other ones at every poll."""
    return [
        item(f"{poll}-{n}", title=f"Story {n}", link=f"https://news.example/{n}" if link == "" else link)
        for n in range(shift, shift + 6)
    ]


@pytest.mark.parametrize("link", ["", None])
def test_guids_that_change_at_every_poll_give_way_to_link_and_title(link: str | None) -> None:
    found = sifted(window(1, link=link), window(2, link=link))
    assert found.rotates
    assert names(found) == []
    again = sifted(window(1, link=link), window(2, link=link), window(3, shift=1, link=link))
    assert [one.title for one in again.items] == ["Story 6"]
    assert not again.overflowed
    assert not again.items[0].id.startswith("feed#3-"), "its name is one that lasts"


def test_one_entry_under_a_new_guid_does_not_make_a_feed_rotate() -> None:
    found = sifted(
        [item("a"), item("b"), item("c")], [item("x", title="Title of a", link="https://news.example/a"), item("b")]
    )
    assert not found.rotates


def test_a_window_without_a_known_entry_has_overflowed() -> None:
    first, second = [item(f"a{n}") for n in range(6)], [item(f"b{n}") for n in range(6)]
    assert sifted(first, second).overflowed
    assert not sifted(first).overflowed, "at the first poll all is new"
    assert not sifted(first, [first[0], *second]).overflowed
    assert not sifted([item("a")], [item("b")]).overflowed, "a feed that shows its latest alone"
    assert not sifted([], second).overflowed


def test_the_same_windows_are_sifted_alike() -> None:
    assert sifted(window(1), window(2)) == sifted(window(1), window(2))
