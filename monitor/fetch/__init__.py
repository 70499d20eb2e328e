"""The world to items, and items to articles: files, folders and feeds; pages and plain text; times and identity."""

from monitor.fetch.addresses import networks
from monitor.fetch.article import article
from monitor.fetch.feed import entries
from monitor.fetch.files import pasted
from monitor.fetch.http import Client, Validators, client
from monitor.fetch.identity import item_hash
from monitor.fetch.note import Note
from monitor.fetch.source import items

__all__ = ["Client", "Note", "Validators", "article", "client", "entries", "item_hash", "items", "networks", "pasted"]
