"""Lists of feeds, in from other readers and out to them."""

from __future__ import annotations

import pytest

from monitor.errors import InputError
from monitor.fetch.feeds import opml
from monitor.fetch.state import Pages, Subscription

LIST = b"""<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0"><head><title>Mine</title></head><body>
 <outline text="World">
  <outline type="rss" text="One &amp; Co" xmlUrl="https://one.example/rss?a=1&amp;b=2" htmlUrl="https://one.example"/>
  <outline type="rss" title="Two" text="two" xmlUrl=" http://two.example/feed " language="de"/>
 </outline>
 <outline text="Three" xmlUrl="https://three.example/" language="unknown"/>
 <outline text="again" xmlUrl="http://two.example/feed"/>
 <outline text="mail" xmlUrl="mailto:desk@example.org"/>
 <outline text="spaces" xmlUrl="https://x y.example/"/>
 <outline text="a note"/>
</body></opml>"""


def test_a_list_is_read_with_its_folders_each_feed_once() -> None:
    assert opml.read(LIST, "list.opml") == (
        [
            Subscription("https://one.example/rss?a=1&b=2", "One & Co"),
            Subscription("http://two.example/feed", "Two", "de"),
            Subscription("https://three.example/", "Three"),
        ],
        2,
    )


def test_what_is_written_reads_back() -> None:
    feeds = [
        Subscription("https://one.example/rss?a=1&b=2", 'One & "Co" <x>', "en"),
        Subscription("https://two.example/rss"),
        Subscription("https://three.example/rss", pages=Pages.NEVER),
    ]
    assert opml.read(opml.written(feeds).encode(), "list.opml") == (feeds, 0)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "is no XML"),
        (b"<opml><body><outline", "is no XML"),
        (b"<html><body>hello</body></html>", "is no OPML: it begins with <html>"),
        (b"<opml>" + b" " * 9_000_000 + b"</opml>", "is larger than 8 MB"),
    ],
)
def test_what_is_no_list_is_named(content: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what):
        opml.read(content, "list.opml")


def test_a_list_opens_no_file_and_no_bomb(tmp_path: object) -> None:
    stolen = b"""<!DOCTYPE opml [<!ENTITY f SYSTEM "file:///etc/passwd">]>
    <opml><body><outline text="x" xmlUrl="https://one.example/"/>&f;</body></opml>"""
    assert opml.read(stolen, "list.opml")[0] == [Subscription("https://one.example/", "x")]
    entities = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
    bomb = f"<!DOCTYPE opml [<!ENTITY a0 'lol'>{entities}]><opml><body><outline text='&a9;' xmlUrl='https://o.example/'/></body></opml>"
    with pytest.raises(InputError, match="is no XML"):
        opml.read(bomb.encode(), "list.opml")
