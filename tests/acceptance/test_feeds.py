"""`monitor feeds`: an evening's work of an operator, against a site on loopback."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from unittest import mock

import pytest

from monitor.cli import main
from monitor.cli.feed_lines import checked_lines
from monitor.fetch import Checked, FeedState, Trouble
from monitor.settings import load, write_out
from monitor.store import Store
from tests.acceptance.program import run

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
PAGE = b"<html><head><link rel='alternate' type='application/rss+xml' title='News' href='/rss'></head></html>"
FEED = (
    "<rss version='2.0'><channel><title>Gazette</title><item><guid>1</guid><title>Ferry \x9b31msinks</title>"
    "<link>/1</link><description>Nine people were killed when a ferry sank off Corvale.</description></item>"
    "</channel></rss>"
).encode()


@pytest.fixture
def site() -> Iterator[str]:
    """A site with a page that names a feed."""

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = {"/": PAGE, "/rss": FEED}.get(self.path)
            self.send_response(200 if body else 410)
            self.send_header("Content-Type", "application/rss+xml" if self.path == "/rss" else "text/html")
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def config(tmp_path: Path) -> Path:
    write_out(tmp_path)
    folder = tmp_path / "config"
    main = folder / "monitor.toml"
    main.write_text(main.read_text().replace("allow = []", 'allow = ["127.0.0.0/8"]'))
    (folder / "feeds.toml").write_text("# Mine.\n")
    return folder


def feeds(config: Path, *arguments: str | Path, status: int = 0) -> str:
    """What `monitor feeds` prints, or says is wrong; run in this process, since starting one takes a second."""
    words = ["monitor", "feeds", *map(str, arguments), "--config", str(config)]
    out, wrong = io.StringIO(), io.StringIO()
    given = mock.patch.object(sys, "argv", words)
    with given, redirect_stdout(out), redirect_stderr(wrong), pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == status, wrong.getvalue()
    return out.getvalue() or wrong.getvalue()


def test_a_feed_is_found_added_listed_and_removed(site: str, config: Path) -> None:
    found = feeds(config, "check", site)
    assert f"names 1 feed:\n  {site}/rss  News\n" in found
    assert f"{site}/rss: is a feed" in found
    assert "1, 1 without a date, 1 too short to stand for themselves" in found
    assert "\x9b" not in found, "what a stranger wrote steers no terminal"
    assert f"`monitor feeds add {site}/rss` subscribes to it" in found
    assert "added" in feeds(config, "add", f"{site}/rss", "--outlet", "Gazette")
    assert "there already" in feeds(config, "add", f"{site}/rss")
    assert (config / "feeds.toml").read_text().startswith("# Mine.\n")
    assert "not asked yet" in feeds(config, "list")
    run("run", "--once", "--config", config)
    (listed,) = json.loads(feeds(config, "list", "--format", "json"))
    assert (listed["outlet"], listed["failures"], listed["troubles"]) == ("Gazette", 0, [])
    assert feeds(config, "list").startswith("well      every ")
    feeds(config, "remove", f"{site}/rss")
    assert feeds(config, "list") == ""
    assert "there is no feed" in feeds(config, "remove", f"{site}/rss", status=1)


def test_a_feed_that_was_gone_and_is_back_is_taken_up_again(site: str, config: Path) -> None:
    feeds(config, "add", f"{site}/rss")
    settings = load(config)
    store = Store.open(settings.database, settings.copies)
    gone = FeedState(f"{site}/rss", polled_at=NOON, disabled_at=NOON, told=(Trouble.GONE,))
    with store.deciding() as past:
        past.feeds.remember(gone)
    store.close()
    assert feeds(config, "list").startswith("gone ")
    assert "polled again" in feeds(config, "check", f"{site}/rss")
    assert feeds(config, "list").startswith("well ")


def test_an_address_that_leads_to_no_feed_ends_non_zero(site: str, config: Path) -> None:
    told = json.loads(feeds(config, "check", f"{site}/gone", "--format", "json", status=1))
    assert told["feed"] is None
    assert told["failures"] == [{"where": f"{site}/gone", "what": "answered 410 Gone: it was taken down for good"}]


def test_an_address_that_leads_nowhere_says_what_else_to_try(site: str, config: Path) -> None:
    bare = site.removeprefix("http://") + "/rss"
    told = feeds(config, "check", bare, status=1)
    assert "does not speak TLS as it should" in told
    assert f"`monitor feeds check http://{bare}` tries it without TLS" in told
    assert f"{site}/rss: is a feed" in feeds(config, "check", f"feed:{site}/rss")
    *_, last = checked_lines(Checked(site, None, guessed=True))
    assert last.startswith("no feed was found; look on the site for a link to one")


def test_lists_go_out_and_come_in(config: Path, tmp_path: Path) -> None:
    feeds(config, "add", "one.example/rss", "--outlet", "One & Co", "--language", "en")
    feeds(config, "add", "https://two.example/rss")
    (tmp_path / "list.opml").write_text(feeds(config, "export"))
    feeds(config, "remove", "one.example/rss")
    assert feeds(config, "import", tmp_path / "list.opml") == "1 added, 1 there already\n"
    assert [feed["outlet"] for feed in json.loads(feeds(config, "list", "--format", "json"))] == [None, "One & Co"]
    assert "cannot be read" in feeds(config, "import", tmp_path / "none.opml", status=1)


def test_a_feed_that_a_watch_names_is_not_removed_under_it(config: Path) -> None:
    feeds(config, "add", "one.example/rss")
    (config / "watches.toml").write_text(
        '[[watch]]\nname = "one"\nfeeds = ["https://one.example/rss"]\nchannels = ["log"]\n'
    )
    assert "is named by one in watches.toml" in feeds(config, "remove", "one.example/rss", status=2)
    assert "one.example" in feeds(config, "list")


def test_without_a_configuration_it_says_where_to_get_one(tmp_path: Path) -> None:
    assert "`monitor init` writes one" in feeds(tmp_path / "none", "add", "one.example/rss", status=2)
