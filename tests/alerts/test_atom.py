"""The Atom feed by the rules of RFC 4287, and as a reader that polls it sees it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import feedparser
from lxml import etree

from monitor.alerts import AlertView, atom
from monitor.model import ChangeName, Severity
from tests.alerts.views import NOON, alert, change

ATOM = "{http://www.w3.org/2005/Atom}"


def two_changes() -> AlertView:
    injured = replace(change(), kind="injured", label="Injured", severity=Severity.NOTICE)
    return replace(alert(), changes=(change(), injured))


def ids(feed: bytes) -> list[str]:
    return [entry.id for entry in feedparser.parse(feed).entries]


def test_every_element_that_the_format_demands_is_there_once() -> None:
    feed = etree.fromstring(atom([two_changes()], title="Alerts", address="https://news.example/alerts.atom"))
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for required in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{required}")) == 1
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "monitor"
    (link,) = feed.findall(f"{ATOM}link")
    assert dict(link.attrib) == {
        "rel": "self",
        "type": "application/atom+xml",
        "href": "https://news.example/alerts.atom",
    }
    for stamp in feed.iter(f"{ATOM}updated", f"{ATOM}published"):
        assert datetime.strptime(stamp.text or "", "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC) == NOON
    for entry in feed.findall(f"{ATOM}entry"):
        assert len(entry.findall(f"{ATOM}link[@rel='alternate']")) == 1
        assert entry.find(f"{ATOM}content").get("type") == "html"  # type: ignore[union-attr]


def test_a_reader_gets_back_what_was_told_with_no_warning() -> None:
    read = feedparser.parse(atom([two_changes()], title="Alerts & tolls"))
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.title == "Alerts & tolls"
    killed, injured = read.entries
    assert killed.title == "Killed: 12 → 15 (police). Coach overturns near Velmora"
    assert [tag.term for tag in injured.tags] == ["notice", "injured"]
    assert killed.link == "https://news.example/a"
    assert "Rescuers counted" in killed.content[0].value


def test_a_reader_that_polls_sees_each_change_once() -> None:
    earlier = two_changes()
    later = replace(alert(), id="d4e5f6", at=NOON + timedelta(hours=3))
    seen = ids(atom([earlier], title="Alerts"))
    again = ids(atom([later, earlier], title="Alerts"))
    assert len(set(seen)) == len(seen) == 2
    assert again[1:] == seen
    assert again[0] not in seen
    assert ids(atom([later, earlier], title="Renamed", name="all")) == again


def test_two_changes_of_one_figure_are_two_entries() -> None:
    disputed = replace(change(voice="rebels"), change=ChangeName.DISPUTED)
    found = ids(atom([replace(alert(), changes=(change(), disputed))], title="Alerts"))
    assert len(set(found)) == 2


def test_a_feed_without_alerts_is_a_feed() -> None:
    read = feedparser.parse(atom([], title="Alerts"))
    assert not read.bozo
    assert read.feed.updated == "1970-01-01T00:00:00Z"
