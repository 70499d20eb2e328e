"""The database: schema and migrations, one repository for each noun, and the transaction that holds them together."""

from monitor.store.arrivals import keep_polled, keep_visited
from monitor.store.articles import Standing, Stored
from monitor.store.check import check_database, reindex_database, upgrade_database
from monitor.store.edits import PROGRAM, Action, Edit, Edited
from monitor.store.inbox import Waiting
from monitor.store.ledger_reports import Addressed
from monitor.store.letterbox import StoredLetterbox
from monitor.store.outbox import Delivery, Envelope
from monitor.store.retention import Purged
from monitor.store.showing import voice_rows
from monitor.store.store import Store, Transaction

__all__ = [
    "PROGRAM",
    "Action",
    "Addressed",
    "Delivery",
    "Edit",
    "Edited",
    "Envelope",
    "Purged",
    "Standing",
    "Store",
    "Stored",
    "StoredLetterbox",
    "Transaction",
    "Waiting",
    "check_database",
    "keep_polled",
    "keep_visited",
    "reindex_database",
    "upgrade_database",
    "voice_rows",
]
