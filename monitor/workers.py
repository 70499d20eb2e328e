"""Reading on as many processes as there are, handed back in the order in which it was asked for."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import wait
from threading import Thread, current_thread, main_thread
from types import TracebackType
from typing import Generic, TypeVar

from monitor.errors import InputError
from monitor.model import Item
from monitor.pipeline import Reading, read, read_all
from monitor.settings import Settings

BATCH = 8
"""Items sent to a process at once: enough to make the sending cheap, few enough to keep all processes busy."""

AHEAD = 4
"""Batches for each process that may wait to be read or decided: bounds memory however long the input."""

Passed = TypeVar("Passed")


class Readers:
    """Processes that read articles. Use it as a context; with one worker all is read in this process."""

    def __init__(self, settings: Settings, workers: int) -> None:
        self._settings = settings
        self._workers = workers or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Readers:
        self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=error is None, cancel_futures=True)

    def read(self, incoming: Iterable[Item | Passed]) -> Iterator[Reading | InputError | Passed]:
        """Read every item, in order. What is no item is passed on in its place; what cannot be read is an error."""
        if self._pool is None:
            yield from (_read(entry, self._settings) if isinstance(entry, Item) else entry for entry in incoming)
            return
        waiting: deque[_Sent[Passed]] = deque()
        batches = _batches(incoming)
        waiting.extend(map(self._send, islice(batches, self._workers * AHEAD)))
        while waiting:
            sent = waiting.popleft()
            try:
                done = sent.outcome.result()
            except BrokenProcessPool:
                done = self._read_apart(sent.batch)
                waiting = deque(self._send(other.batch) for other in waiting)
            waiting.extend(map(self._send, islice(batches, 1)))
            yield from done

    def _start(self) -> None:
        if self._workers > 1:
            # a fresh interpreter each: a forked copy of a process with threads may hang
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._workers, context, initializer=_start, initargs=(self._settings,))

    def _send(self, batch: list[Item | Passed]) -> _Sent[Passed]:
        assert self._pool is not None
        with _undisturbed():
            return _Sent(batch, self._pool.submit(_read_batch, batch))

    def _read_apart(self, batch: list[Item | Passed]) -> list[Reading | InputError | Passed]:
        """Read one by one what ended a process, in new ones: only the item that does it again is given up."""
        self._start()
        done: list[Reading | InputError | Passed] = []
        for entry in batch:
            try:
                done += self._send([entry]).outcome.result()
            except BrokenProcessPool:
                self._start()
                assert isinstance(entry, Item)
                done.append(InputError(entry.named, "cannot be read: twice it ended the process that was reading it"))
        return done


@dataclass(frozen=True, slots=True)
class _Sent(Generic[Passed]):
    """A batch on its way, kept so that it can be sent again."""

    batch: list[Item | Passed]
    outcome: Future[list[Reading | InputError | Passed]]


_settings: Settings | None = None


def _start(settings: Settings) -> None:
    global _settings
    _settings = settings
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A reader whose service was killed would wait for work for ever: the others hold its queue open too."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C waits, and never comes to a process that is started meanwhile: it is this one's to answer.

    The mask is what that process inherits. It is of one thread only, and a signal that comes to another, such as a
    library's own, is answered in the main one all the same: so the answer is put off too.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    came: list[int] = []
    answer = None
    if current_thread() is main_thread():
        answer = signal.signal(signal.SIGINT, lambda number, _frame: came.append(number))
    try:
        yield
    finally:
        if answer is not None:
            signal.signal(signal.SIGINT, answer)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        if came:
            signal.raise_signal(signal.SIGINT)


def _read_batch(batch: list[Item | Passed]) -> list[Reading | InputError | Passed]:
    assert _settings is not None
    items = [entry for entry in batch if isinstance(entry, Item)]
    done: Iterator[Reading | InputError]
    try:
        done = iter(read_all(items, _settings))
    except Exception:  # one of them cannot be read: apart, it costs itself alone
        done = iter([_read(item, _settings) for item in items])
    return [next(done) if isinstance(entry, Item) else entry for entry in batch]


def _read(item: Item, settings: Settings) -> Reading | InputError:
    """One article. A fault of ours in it costs that article alone, and is told like any other that cannot be read."""
    try:
        return read(item, settings)
    except InputError as error:
        return error
    except Exception as error:
        return InputError.of_ours(item.named, "read", error)


def _batches(incoming: Iterable[Item | Passed]) -> Iterator[list[Item | Passed]]:
    entries = iter(incoming)
    while batch := list(islice(entries, BATCH)):
        yield batch
