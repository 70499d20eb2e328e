"""Feeds to items: RSS, Atom and JSON Feed, whole and broken."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.errors import InputError
from monitor.fetch import Note, article, entries
from monitor.model import Item, Media, Moment, TimeOrigin

HEAD = (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Coast &amp; Sea</title>'
    "<link>https://coast.example/</link><language>en-gb</language>"
)
TAIL = "</channel></rss>"


def entry(**fields: str) -> str:
    return (
        "<item>" + "".join(f"<{k.replace('_', ':')}>{v}</{k.replace('_', ':')}>" for k, v in fields.items()) + "</item>"
    )


def told(body: str | bytes, **options: object) -> list[Item | InputError | Note]:
    return list(entries(body.encode() if isinstance(body, str) else body, "feed.xml", **options))  # type: ignore[arg-type]


def rss(*items: str) -> list[Item]:
    found = told(HEAD + "".join(items) + TAIL)
    assert all(isinstance(one, Item) for one in found), found
    return [one for one in found if isinstance(one, Item)]


def test_an_entry_becomes_an_item_with_all_that_the_feed_says() -> None:
    (item,) = rss(
        entry(
            title="Ferry &amp;amp; barge collide",
            link="/news/1",
            guid="g1",
            description="Nine people are missing.",
            pubDate="Mon, 03 Jun 2024 10:00:00 CEST",
            dc_creator="Ann Lund",
            source="Harbour Agency",
        )
    )
    assert (item.id, item.title, item.url) == ("feed.xml#g1", "Ferry & barge collide", "https://coast.example/news/1")
    assert (item.content, item.media) == ("Nine people are missing.", Media.PLAIN)
    assert (item.outlet, item.language, item.source) == ("Coast & Sea", "en-gb", "feed.xml")
    assert item.credit is not None
    assert "Ann Lund" in item.credit
    assert "Harbour Agency" in item.credit
    assert item.published is not None
    assert item.published.at == datetime(2024, 6, 3, 8, tzinfo=UTC), "CEST is not UTC"
    assert (item.published.origin, item.published.guessed) == (TimeOrigin.FEED, False)


def test_full_content_comes_before_the_summary() -> None:
    full = "&lt;p&gt;Nine people are missing.&lt;/p&gt;&lt;p&gt;Two swam ashore.&lt;/p&gt;"
    (item,) = rss(entry(title="t", guid="1", description="Short.", content_encoded=full))
    assert item.media is Media.FRAGMENT
    assert article(item).text == "Nine people are missing.\nTwo swam ashore."


def test_markup_is_left_as_it_is_for_the_reading_to_clean() -> None:
    (item,) = rss(
        entry(title="t", guid="1", description="&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;Nine died.&lt;/p&gt;")
    )
    assert article(item).text == "Nine died."


def test_entries_come_in_order_of_publication_and_undated_ones_last() -> None:
    days = ("Tue, 04 Jun 2024 00:00:00 GMT", "Mon, 03 Jun 2024 00:00:00 GMT", None, "Wed, 05 Jun 2024 00:00:00 GMT")
    items = rss(
        *(entry(title=f"t{at}", guid=str(at), **({"pubDate": day} if day else {})) for at, day in enumerate(days)),
    )
    assert [item.id[-1] for item in items] == ["1", "0", "3", "2"]


def test_a_feed_without_dates_is_read_from_its_end() -> None:
    assert [item.id[-1] for item in rss(*(entry(title=f"t{at}", guid=str(at)) for at in range(3)))] == ["2", "1", "0"]


def test_missing_guids_give_way_to_the_link_and_then_to_the_content() -> None:
    linked, bare = rss(entry(title="a"), entry(title="b", link="https://x.example/b"))[0:2]
    assert linked.id == "feed.xml#https://x.example/b"
    assert bare.id.startswith("feed.xml#")
    assert bare.id == rss(entry(title="a"))[0].id


def test_a_guid_used_for_two_entries_loses_neither_and_the_same_entry_twice_is_one() -> None:
    one = entry(title="a", guid="same", link="https://x.example/a")
    other = entry(title="b", guid="same", link="https://x.example/b")
    third = entry(title="c", guid="same", link="https://x.example/b")
    items = rss(one, other, third, one)
    assert sorted(item.title or "" for item in items) == ["a", "b", "c"]
    assert len({item.id for item in items}) == 3


def test_a_title_alone_is_an_article() -> None:
    (item,) = rss(entry(title="Nine dead in ferry accident", guid="1"))
    read = article(item)
    assert (read.text, read.title, read.title_at) == (item.title, item.title, (0, len(item.title or "")))


def test_atom_is_read_with_its_own_markup() -> None:
    (item,) = told(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>urn:1</id><title type="html">'
        "Nine &lt;b&gt;dead&lt;/b&gt;</title><link href='https://x.example/1'/><author><name>Ann</name></author>"
        "<published>2024-06-03T10:00:00+05:30</published><updated>2024-06-04T00:00:00Z</updated>"
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Nine died.</p></div>'
        "</content></entry></feed>"
    )
    assert isinstance(item, Item)
    assert (item.id, item.title, item.credit) == ("feed.xml#urn:1", "Nine dead", "Ann")
    assert item.published is not None
    assert item.published.at == datetime(2024, 6, 3, 4, 30, tzinfo=UTC)
    assert article(item).text == "Nine died."


def test_json_feed_is_read() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "J",
        "home_page_url": "https://j.example/",
        "items": [
            {
                "id": 7,
                "url": "/7",
                "title": "t",
                "content_html": "<p>Nine died.</p>",
                "date_published": "2024-06-03T10:00:00Z",
            },
            "no item",
            {"id": "8", "content_text": "Ten died.", "authors": [{"name": "Ann"}], "language": "en"},
        ],
    }
    note, seven, eight = told(json.dumps(feed))
    assert isinstance(note, Note)
    assert "1 items" in note.what
    assert isinstance(seven, Item)
    assert isinstance(eight, Item)
    assert (seven.id, seven.url, seven.media, seven.outlet) == (
        "feed.xml#7",
        "https://j.example/7",
        Media.FRAGMENT,
        "J",
    )
    assert (eight.content, eight.media, eight.credit, eight.language) == ("Ten died.", Media.PLAIN, "Ann", "en")


def test_a_broken_feed_gives_its_good_entries_and_its_fault_is_told() -> None:
    note, *items = told(HEAD + entry(title="a", guid="1") + entry(title="b & <br> c", guid="2") + "<item><title>cut of")
    assert isinstance(note, Note)
    assert "broken" in note.what
    assert {item.id for item in items if isinstance(item, Item)} >= {"feed.xml#1", "feed.xml#2"}


@pytest.mark.parametrize(
    "body", ["", "  ", "hello", "<html><body><p>Log in</p></body></html>", "{}", "{", '{"version": 1}']
)
def test_what_is_no_feed_is_one_error(body: str) -> None:
    (error,) = told(body)
    assert isinstance(error, InputError)
    assert error.where == "feed.xml"


def test_an_empty_feed_is_no_error() -> None:
    assert told(HEAD + TAIL) == []


def test_a_wrong_charset_in_the_declaration_does_not_lose_the_text() -> None:
    body = (HEAD + entry(title="Fire at café", guid="1") + TAIL).encode("cp1252")
    assert [one.title for one in told(body) if isinstance(one, Item)] == ["Fire at café"]


def test_dates_that_cannot_be_are_the_moment_of_fetching_marked_as_guessed_and_told() -> None:
    far = entry(title="a", guid="1", pubDate="Mon, 03 Jun 2030 10:00:00 GMT")
    zero = entry(title="b", guid="2", pubDate="Thu, 01 Jan 1970 00:00:00 GMT")
    fetched = datetime(2024, 6, 3, tzinfo=UTC)
    note, *items = told(HEAD + far + zero + TAIL, fetched=fetched)
    assert isinstance(note, Note)
    assert note.what.startswith("2 of its entries")
    clamped = Moment(fetched, TimeOrigin.FEED, guessed=True)
    assert [one.published for one in items if isinstance(one, Item)] == [clamped, clamped]


def test_a_date_that_cannot_be_is_none_where_nobody_knows_when_the_feed_was_fetched() -> None:
    note, item = told(HEAD + entry(title="b", guid="2", pubDate="Thu, 01 Jan 1970 00:00:00 GMT") + TAIL)
    assert isinstance(note, Note)
    assert isinstance(item, Item)
    assert item.published is None


def test_what_the_subscription_says_holds_for_every_entry() -> None:
    fetched = datetime(2024, 6, 3, tzinfo=UTC) + timedelta(hours=1)
    (item,) = told(
        HEAD + entry(title="a", guid="1") + TAIL,
        outlet="Mine",
        language="de",
        fetched=fetched,
        offline=False,
        source="https://x.example/rss",
    )
    assert isinstance(item, Item)
    assert (item.outlet, item.language, item.fetched, item.offline) == ("Mine", "de", fetched, False)
    assert item.id == "https://x.example/rss#1"


def test_links_are_made_whole_by_the_home_of_the_feed_or_by_its_address() -> None:
    (item,) = rss(entry(title="a", guid="1", link="/news/1"))
    assert item.url == "https://coast.example/news/1"
    for home in ("", "<link>http://[::1</link>", "<link>/</link>"):
        body = f"<rss version='2.0'><channel><title>x</title>{home}{entry(title='a', guid='1', link='news/1')}{TAIL}"
        (item,) = entries(body.encode(), "https://feeds.example/a/rss")  # type: ignore[assignment]
        assert item.url == f"https://feeds.example/{'a/' * (home != '<link>/</link>')}news/1"


def test_links_of_atom_are_made_whole_by_its_own_base() -> None:
    body = """<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://atom.example/x/'><title>t</title>
    <entry xml:base='y/'><id>1</id><title>a</title><link href='z'/></entry></feed>"""
    (item,) = told(body)
    assert isinstance(item, Item)
    assert item.url == "https://atom.example/x/y/z"


def test_the_source_of_an_entry_is_its_credit() -> None:
    whole = HEAD + "<item><title>a</title><source url='https://wire.example/rss'>Wire &amp; Co</source></item>" + TAIL
    (item,) = told(whole)
    assert isinstance(item, Item)
    assert (item.credit, item.outlet) == ("Wire & Co", "Coast & Sea")


def test_error_messages_of_a_bridge_are_no_articles() -> None:
    bridge = [entry(title="Bridge returned error 500! (20577)", guid="b"), entry(title="RSS-Bridge Error", guid="c")]
    note, item = told(HEAD + "".join(bridge) + entry(title="A bridge returned to service", guid="a") + TAIL)
    assert isinstance(item, Item)
    assert item.title == "A bridge returned to service"
    assert "2 of its entries are error messages of a bridge" in str(note)


def test_a_date_that_says_nothing_gives_way_to_the_next() -> None:
    (item,) = rss(entry(title="a", guid="1", pubDate="soon", dc_date="2026-05-04T10:00:00+02:00"))
    assert item.published == Moment(datetime(2026, 5, 4, 8, tzinfo=UTC), TimeOrigin.FEED)
    (item,) = rss(entry(title="a", guid="1", pubDate="Mon, 04 May 2026 10:00:00 CEST"))
    assert item.published == Moment(datetime(2026, 5, 4, 8, tzinfo=UTC), TimeOrigin.FEED)
    (item,) = rss(entry(title="a", guid="1", pubDate="Mon, 04 May 2026 10:00:00"))
    assert item.published == Moment(datetime(2026, 5, 4, 10, tzinfo=UTC), TimeOrigin.FEED, guessed=True)


def test_links_that_are_no_web_addresses_are_none() -> None:
    (item,) = rss(entry(title="a", guid="1", link="javascript:alert(1)"))
    assert item.url is None


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_mutilated_feed_never_raises_and_is_read_alike_each_time(data: st.DataObject) -> None:
    whole = (
        HEAD + "".join(entry(title=f"t{n}", guid=str(n), description="&lt;p&gt;é&lt;/p&gt;") for n in range(3)) + TAIL
    ).encode()
    at = data.draw(st.integers(0, len(whole)))
    length = data.draw(st.integers(0, 40))
    body = whole[:at] + data.draw(st.binary(max_size=20)) + whole[at + length :]
    found = told(body)
    assert all(isinstance(one, Item | InputError | Note) for one in found)
    names = [one.id for one in found if isinstance(one, Item)]
    assert len(names) == len(set(names))
    assert [str(one) for one in told(body)] == [str(one) for one in found]
