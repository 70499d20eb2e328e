"""A scheduler whose late, skipped and failed runs are counted. When each feed is due is a column, not a job."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MAX_INSTANCES, EVENT_JOB_MISSED, JobEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from monitor.daemon.vitals import Pulse

Job = Callable[[], Awaitable[object]]

log = structlog.get_logger()
logging.getLogger("apscheduler").addHandler(logging.NullHandler())  # what it would log is counted and told here
logging.getLogger("apscheduler").propagate = False


class Schedule:
    """A handful of jobs, each one run at a time, from the moment that the schedule is started."""

    def __init__(self, pulse: Pulse) -> None:
        self._pulse = pulse
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._scheduler.add_listener(self._count, EVENT_JOB_ERROR | EVENT_JOB_MISSED | EVENT_JOB_MAX_INSTANCES)

    def every(self, wait: timedelta, name: str, job: Job, *, first: timedelta = timedelta()) -> None:
        """Run a job at this pace. A run that comes late is run all the same; of several that were missed, one."""

        async def run() -> None:  # what the scheduler awaits must be seen to be a coroutine
            await job()

        self._scheduler.add_job(
            run,
            "interval",
            seconds=wait.total_seconds(),
            id=name,
            next_run_time=datetime.now(UTC) + first,
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
        )

    def start(self) -> None:
        """Begin."""
        self._scheduler.start()

    def close(self) -> None:
        """Begin no run any more; those at work are cancelled with their tasks."""
        self._scheduler.shutdown(wait=False)

    def _count(self, event: JobEvent) -> None:
        if event.code == EVENT_JOB_MISSED:
            self._pulse.jobs_missed.labels(event.job_id).inc()
        elif event.code == EVENT_JOB_MAX_INSTANCES:
            self._pulse.jobs_skipped.labels(event.job_id).inc()
        else:
            self._pulse.jobs_failed.labels(event.job_id).inc()
            log.error("job failed", job=event.job_id, what=repr(event.exception), exc_info=event.exception)
