"""The database: schema and migrations, one repository for each noun, and the transaction that holds them together."""

from monitor.store.articles import Standing, Stored
from monitor.store.check import check_database, reindex_database, upgrade_database
from monitor.store.feeds import FeedState
from monitor.store.outbox import Delivery, Letter
from monitor.store.store import Store, Transaction

__all__ = [
    "Delivery",
    "FeedState",
    "Letter",
    "Standing",
    "Store",
    "Stored",
    "Transaction",
    "check_database",
    "reindex_database",
    "upgrade_database",
]
