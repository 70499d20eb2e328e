"""The world to items, and items to articles: feeds, pages, files and folders; plain text, times and identity."""

from monitor.fetch import opml
from monitor.fetch.addresses import networks
from monitor.fetch.article import article
from monitor.fetch.entries import entries
from monitor.fetch.files import pasted
from monitor.fetch.health import Notice
from monitor.fetch.http import Client, Limits, client
from monitor.fetch.identity import item_hash
from monitor.fetch.inspection import Checked, Inspection, check
from monitor.fetch.note import Note
from monitor.fetch.outcome import Polled, taken_up
from monitor.fetch.parsers import Parsers
from monitor.fetch.poll import poll
from monitor.fetch.source import items
from monitor.fetch.standing import Standing, standing
from monitor.fetch.state import FeedState, Pages, PageState, Subscription, Trouble
from monitor.fetch.visit import Visited, page

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
