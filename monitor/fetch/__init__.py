"""The world to items, and items to articles.

`recorded` reads files and folders. `http` asks strangers; what they send is read in processes of its own (`parsing`), a
feed as entries (`feeds`), a page as the lines of its article (`text`). `polling` decides what follows from a poll of a
feed, `pages` from a visit to an article's page.
"""

from monitor.fetch.article import article
from monitor.fetch.feeds import opml
from monitor.fetch.feeds.entries import entries
from monitor.fetch.http.addresses import networks
from monitor.fetch.http.client import Client, Limits, client
from monitor.fetch.identity import item_hash
from monitor.fetch.note import Note
from monitor.fetch.pages.visit import Visited, page
from monitor.fetch.parsing.parsers import Parsers
from monitor.fetch.polling.health import Notice
from monitor.fetch.polling.inspection import Checked, Inspection, check
from monitor.fetch.polling.outcome import Polled, taken_up
from monitor.fetch.polling.poll import poll
from monitor.fetch.polling.standing import Standing, standing
from monitor.fetch.recorded.files import pasted
from monitor.fetch.recorded.source import items
from monitor.fetch.state import FeedState, Pages, PageState, Subscription, Trouble

__all__ = [
    "Checked",
    "Client",
    "FeedState",
    "Inspection",
    "Limits",
    "Note",
    "Notice",
    "PageState",
    "Pages",
    "Parsers",
    "Polled",
    "Standing",
    "Subscription",
    "Trouble",
    "Visited",
    "article",
    "check",
    "client",
    "entries",
    "item_hash",
    "items",
    "networks",
    "opml",
    "page",
    "pasted",
    "poll",
    "standing",
    "taken_up",
]
