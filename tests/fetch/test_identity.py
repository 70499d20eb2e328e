"""One identity for an article however it is reached."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.fetch import article, item_hash
from monitor.fetch.identity import article_key, canonical
from monitor.model import Item, Media, Moment, TimeOrigin

PLAIN = "https://www.post.example/world/dam-breaks"


@pytest.mark.parametrize(
    "url",
    [
        "HTTPS://WWW.Post.Example:443/world/dam-breaks/",
        PLAIN + "?utm_source=x&utm_medium=rss&fbclid=1",
        PLAIN + "#comments",
        PLAIN + "/amp",
        PLAIN + "/amp/",
        PLAIN + "?amp=1",
        "https://www-post-example.cdn.ampproject.org/c/s/www.post.example/world/dam-breaks",
        "https://www.google.com/amp/s/www.post.example/world/dam-breaks",
        PLAIN + "/index.html",
        f"  {PLAIN} ",
    ],
)
def test_variants_of_an_address_are_one(url: str) -> None:
    assert canonical(url) == PLAIN


def test_hosts_for_telephones_and_schemes_are_one_article() -> None:
    keys = {
        article_key(canonical(url), "x", "y")
        for url in (
            PLAIN,
            PLAIN.replace("https", "http"),
            PLAIN.replace("www.", ""),
            PLAIN.replace("www.", "m."),
            PLAIN.replace("www.", "mobile."),
            PLAIN.replace("www.", "amp."),
        )
    }
    assert len(keys) == 1
    assert canonical("https://en.m.openpedia.example/wiki/Dam") == "https://en.openpedia.example/wiki/Dam"


def test_what_names_the_article_stays() -> None:
    assert canonical("https://x.example/story?page=2&id=5") == "https://x.example/story?id=5&page=2"
    assert canonical("https://x.example/a") != canonical("https://x.example/A")
    assert canonical("https://x.example:8443/a") == "https://x.example:8443/a"
    assert canonical("https://x.example/camp") == "https://x.example/camp"
    assert canonical("tag:x.example,2024:1") == "tag:x.example,2024:1"


def test_an_address_that_is_none_names_its_article_all_the_same() -> None:
    assert article_key(canonical("http://[::1"), "x", "y") == article_key("http://[::1", "other", "text")


def test_the_key_is_of_the_address_where_there_is_one_else_of_id_and_text() -> None:
    one = article(Item(id="1", content="Nine people drowned.", url=PLAIN))
    edited = article(Item(id="2", content="Ten people drowned.", url=PLAIN + "?utm_source=x"))
    assert one.key == edited.key
    assert one.revision != edited.revision
    assert one.url == PLAIN
    named = article(Item(id="1", content="Nine people drowned."))
    assert named.key != article(Item(id="2", content="Nine people drowned.")).key
    assert named.key != article(Item(id="1", content="Ten people drowned.")).key
    assert {len(named.key), len(named.revision)} == {32}


def test_a_title_that_changed_is_a_revision() -> None:
    one = article(Item(id="1", content="Nine people drowned.", url=PLAIN, title="Nine dead"))
    two = article(Item(id="1", content="Nine people drowned.", url=PLAIN, title="Nine drown"))
    assert one.revision != two.revision


def test_the_hash_of_an_item_is_of_all_that_it_holds() -> None:
    item = Item(id="1", content="x")
    at = datetime(2024, 1, 1, tzinfo=UTC)
    others = [
        replace(item, id="2"),
        replace(item, content="y"),
        replace(item, media=Media.HTML),
        replace(item, title="t"),
        replace(item, url="u"),
        replace(item, outlet="t"),
        replace(item, published=Moment(at, TimeOrigin.FEED)),
        replace(item, published=Moment(at, TimeOrigin.FEED, guessed=True)),
        replace(item, fetched=at),
        replace(item, language="t"),
        replace(item, credit="t"),
        replace(item, source="t"),
        replace(item, offline=False),
    ]
    assert len({item_hash(one) for one in [item, *others]}) == len(others) + 1
    assert item_hash(item) == item_hash(Item(id="1", content="x"))


@given(st.text(max_size=80))
def test_canonical_addresses_are_stable(path: str) -> None:
    once = canonical("https://x.example/" + path)
    assert canonical(once) == once


@given(st.text(max_size=80))
def test_any_text_as_an_address_does_no_harm(url: str) -> None:
    canonical(url)
    assert len(article_key(canonical(url), "i", "t")) == 32
