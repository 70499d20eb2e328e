"""What came over the network, kept in one transaction: the state that was reached, and all that it brought."""

from __future__ import annotations

from datetime import datetime

from monitor.fetch.pages.visit import Visited
from monitor.fetch.polling.outcome import Polled
from monitor.model import Item
from monitor.store.store import Transaction


def keep_polled(past: Transaction, polled: Polled, now: datetime) -> None:
    """Keep what a poll brought: entries in the inbox or waiting for their pages, and the feed's state with them."""
    past.inbox.add([item for item in polled.found if isinstance(item, Item)])
    past.pages.wait(polled.pages, now)
    past.feeds.remember(polled.state)


def keep_visited(past: Transaction, visited: Visited) -> None:
    """Keep what a visit to a page brought."""
    past.pages.remember(visited.state)
    if visited.found is not None:
        past.inbox.add([visited.found])
