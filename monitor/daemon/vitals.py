"""The service's pulse: what it counts, and whether it should be started again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)

disable_created_metrics()  # type: ignore[no-untyped-call]  # when a count began is nobody's question here

STUCK_AFTER = timedelta(minutes=5)
"""The writer takes up work at least every few seconds; one article of the largest size takes it some ten."""


class Pulse:
    """Counts and gauges of one service. Its clock is the service's."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._beat = clock()
        self._ready = False
        self._registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        self.decided = Counter("monitor_articles_decided", "Articles decided.", registry=registry)
        self.unread = Counter("monitor_articles_unread", "Articles that could not be read.", registry=registry)
        self.alerts = Counter("monitor_alerts", "Alerts raised.", ["severity"], registry=registry)
        self.polls = Counter("monitor_polls", "Polls of feeds, by how they ended.", ["outcome"], registry=registry)
        self.pages = Counter("monitor_pages", "Article pages fetched, by how it ended.", ["outcome"], registry=registry)
        self.jobs_missed = Counter("monitor_jobs_missed", "Runs of a job that came late.", ["job"], registry=registry)
        self.jobs_skipped = Counter(
            "monitor_jobs_skipped", "Runs of a job left out, the one before being at work.", ["job"], registry=registry
        )
        self.jobs_failed = Counter(
            "monitor_jobs_failed", "Runs of a job that ended in a fault.", ["job"], registry=registry
        )
        self.reloads = Counter(
            "monitor_reloads", "Settings read again, by whether they were taken.", ["taken"], registry=registry
        )
        self.waiting = Gauge("monitor_inbox_items", "Items fetched and not yet decided.", registry=registry)
        self.deciding = Histogram(
            "monitor_decide_seconds",
            "Seconds from an article's reading at hand to its decision committed.",
            buckets=(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2, 10),
            registry=registry,
        )

    def beat(self) -> None:
        """The writer has just done something, or found nothing to do."""
        self._beat = self._clock()

    def started(self) -> None:
        """All is set up."""
        self._ready = True

    def faults(self) -> list[str]:
        """Why the service should be started again; nothing while it is at work."""
        silent = self._clock() - self._beat
        if silent > STUCK_AFTER:
            return [f"the writer has done nothing for {int(silent.total_seconds())} s"]
        return []

    def is_ready(self) -> bool:
        """Whether all is set up and articles are decided."""
        return self._ready and not self.faults()

    def metrics(self) -> bytes:
        """Every measure, in Prometheus' text format."""
        return generate_latest(self._registry)
