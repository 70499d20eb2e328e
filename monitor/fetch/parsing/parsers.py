"""Processes that parse what strangers send: bounded in memory and time, killed and replaced when they hang or grow."""

from __future__ import annotations

import asyncio
import pickle
import struct
import sys
from contextlib import suppress
from types import TracebackType
from typing import TypeVar

from monitor.errors import InputError
from monitor.fetch.parsing.jobs import Job

WORKERS = 2
SECONDS = 20.0
"""For one feed or page; the largest real ones take under 3."""

MEGABYTES = 256
"""Above what a process holds when it starts; the largest real feeds take some 60."""

_LENGTH = struct.Struct("!I")
Result = TypeVar("Result")


class Parsers:
    """A few processes, started when they are needed. Use it as a context.

    Each answers one job at a time. Over its time it is killed; over its memory it ends by itself: either costs the one
    job, which is an InputError that names it, and the next job finds a new process.
    """

    def __init__(self, workers: int = WORKERS, *, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> None:
        self._seconds = seconds
        self._megabytes = megabytes
        self._idle: asyncio.LifoQueue[asyncio.subprocess.Process | None] = asyncio.LifoQueue()
        self._running: set[asyncio.subprocess.Process] = set()
        self.replaced = 0
        for _ in range(workers):
            self._idle.put_nowait(None)

    async def __aenter__(self) -> Parsers:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in tuple(self._running):
            await self._end(process)

    async def parse(self, job: Job[Result]) -> Result:
        """What a job gives. Raises InputError, naming it, where it cannot be done, in time and in memory."""
        process = await self._idle.get()
        ends = True
        try:
            if process is None or process.returncode is not None:
                process = await self._start()
            async with asyncio.timeout(self._seconds):
                answer, ends = await _ask(process, job)
        except TimeoutError:
            raise InputError(job.where, f"takes longer than {self._seconds:g} s to read: it is left out") from None
        except (asyncio.IncompleteReadError, ConnectionError):
            raise InputError(
                job.where, f"takes more than {self._megabytes} MB to read, or is hostile: it is left out"
            ) from None
        finally:
            if ends and process is not None:
                await self._end(process)
                self.replaced += 1
                process = None
            self._idle.put_nowait(process)
        if isinstance(answer, InputError):
            raise answer
        result: Result = answer  # type: ignore[assignment]
        return result

    async def _start(self) -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "monitor.fetch.parsing.child",
            str(self._megabytes),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=2**20,
        )
        self._running.add(process)
        return process

    async def _end(self, process: asyncio.subprocess.Process) -> None:
        self._running.discard(process)
        with suppress(ProcessLookupError):  # it has ended by itself
            process.kill()
        await process.communicate()


async def _ask(process: asyncio.subprocess.Process, job: Job[object]) -> tuple[object, bool]:
    """An answer, and whether the process ends with it."""
    assert process.stdin is not None
    assert process.stdout is not None
    asked = pickle.dumps(job, pickle.HIGHEST_PROTOCOL)
    process.stdin.write(_LENGTH.pack(len(asked)) + asked)
    await process.stdin.drain()
    (length,) = _LENGTH.unpack(await process.stdout.readexactly(_LENGTH.size))
    answer: tuple[object, bool] = pickle.loads(await process.stdout.readexactly(length))  # noqa: S301 - our own process
    return answer
