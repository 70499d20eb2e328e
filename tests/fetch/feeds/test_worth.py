"""Which entries are read from their pages: those whose text in the feed is short, cut, or that were asked for."""

from __future__ import annotations

import pytest

from monitor.fetch import Pages
from monitor.fetch.feeds.worth import needs_page
from monitor.model import Item, Media

REPORT = "The coast guard said that the boat had left the harbour in heavy weather and sank off Corvale. " * 8
LINK = "https://news.example/ferry"


def entry(text: str, url: str | None = LINK, media: Media = Media.PLAIN) -> Item:
    return Item(id="a", content=text, url=url, media=media)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nine people were killed when a ferry sank off Corvale on Monday.",
        REPORT + "Divers went on searching...",
        REPORT + "Divers went on searching […]",
        REPORT + "Divers went on searching … Read more",
        REPORT + "Read the full story at Harbour Times »",
        REPORT + "Continue reading Ferry sinks off Corvale →",
        REPORT + "The post Ferry sinks off Corvale appeared first on Harbour Times.",
    ],
)
def test_what_is_short_or_cut_is_read_from_its_page(text: str) -> None:
    assert needs_page(entry(text), Pages.AUTO)
    assert not needs_page(entry(text), Pages.NEVER)
    assert not needs_page(entry(text, url=None), Pages.AUTO), "it has no page"


@pytest.mark.parametrize("text", [REPORT, REPORT + "He said: “I... I saw it.”", REPORT + "There is more to be done."])
def test_what_stands_for_itself_is_read_as_it_stands_unless_its_page_was_asked_for(text: str) -> None:
    assert not needs_page(entry(text), Pages.AUTO)
    assert needs_page(entry(text), Pages.ALWAYS)


def test_markup_is_no_text() -> None:
    shown = (
        "<div class='teaser'>" + "<img src='https://news.example/ferry.jpg' alt=''>" * 40 + "<p>Nine were killed.</p>"
    )
    assert needs_page(entry(shown, media=Media.FRAGMENT), Pages.AUTO)
