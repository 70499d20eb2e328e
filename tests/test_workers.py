"""Reading in order, on one process and on several; a fault in one article costs that article alone."""

from __future__ import annotations

import multiprocessing
import os
import select
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from monitor.errors import InputError
from monitor.fetch import Note
from monitor.model import Item
from monitor.pipeline import Reading
from monitor.settings import load
from monitor.workers import Readers, _undisturbed

SETTINGS_FOLDER = Path(__file__).parents[1] / "config"
SETTINGS = load(SETTINGS_FOLDER)


def names(read: list[Reading | InputError | Note]) -> list[str]:
    return [one.article.id if isinstance(one, Reading) else one.where for one in read]


@pytest.mark.parametrize("workers", [1, 2])
def test_everything_comes_back_in_its_place(workers: int) -> None:
    incoming: list[Item | Note] = [
        Item(id=f"a{n}", content=f"A coach overturned, killing {n} people.") for n in range(40)
    ]
    incoming.insert(7, Item(id="empty", content=" "))
    incoming.insert(20, Note("beside", "left alone"))
    with Readers(SETTINGS, workers) as readers:
        read = list(readers.read(incoming))
    assert names(read) == [one.id if isinstance(one, Item) else one.where for one in incoming]
    assert isinstance(read[7], InputError)


def test_a_fault_of_ours_costs_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_arguments: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("monitor.pipeline.figures.read", fails)
    with Readers(SETTINGS, 1) as readers:
        (read,) = readers.read([Item(id="a.txt", content="Twelve people were killed.")])
    assert isinstance(read, InputError)
    assert str(read).startswith("a.txt: cannot be read for a fault of this program (ZeroDivisionError: by zero)")


class Deadly(Item):
    """An article that ends the process it is sent to."""

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (1,)


def test_an_article_that_ends_its_reader_twice_is_given_up_and_no_other() -> None:
    incoming = [Item(id=f"a{n}", content=f"A coach overturned, killing {n} people.") for n in range(30)]
    incoming[11] = Deadly(id="deadly", content="A coach overturned.")
    with Readers(SETTINGS, 2) as readers:
        read = list(readers.read(incoming))
    assert names(read) == [one.id for one in incoming]
    assert [one.where for one in read if isinstance(one, InputError)] == ["deadly"]


def test_a_reader_killed_from_outside_costs_nothing() -> None:
    incoming = [Item(id=f"a{n}", content=f"A coach overturned, killing {n} people.") for n in range(200)]
    with Readers(SETTINGS, 2) as readers:
        reading = readers.read(incoming)
        read = [next(reading)]
        for child in multiprocessing.active_children():
            child.kill()
        read += reading
    assert names(read) == [one.id for one in incoming]
    assert not any(isinstance(one, InputError) for one in read)


_SERVICE = """
import multiprocessing, signal, sys
from pathlib import Path
from monitor.model import Item
from monitor.settings import load
from monitor.workers import Readers

if __name__ == "__main__":
    with Readers(load(Path(sys.argv[1])), 2) as readers:
        list(readers.read(Item(id=str(n), content="Two people were killed.") for n in range(40)))
        print(*(child.pid for child in multiprocessing.active_children()), flush=True)
        signal.pause()
"""


def test_ctrl_c_waits_until_a_reader_has_started_whichever_thread_it_comes_to() -> None:
    done = Event()
    other = Thread(target=done.wait)
    other.start()

    def start(finished: list[bool]) -> None:
        with _undisturbed():
            os.kill(os.getpid(), signal.SIGINT)
            done.wait(0.05)
            finished.append(True)

    finished: list[bool] = []
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it
    try:
        with pytest.raises(KeyboardInterrupt):
            start(finished)
    finally:
        signal.signal(signal.SIGINT, before)
        done.set()
        other.join()
    assert finished


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="asks the kernel when a process that is no child ends")
def test_readers_end_with_a_service_that_is_killed(tmp_path: Path) -> None:
    (tmp_path / "service.py").write_text(_SERVICE)
    command = [sys.executable, tmp_path / "service.py", SETTINGS_FOLDER]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as service:
        assert service.stdout is not None
        readers = [int(pid) for pid in service.stdout.readline().split()]
        assert len(readers) == 2
        handles = [os.pidfd_open(pid) for pid in readers]
        service.send_signal(signal.SIGKILL)
        try:
            for handle in handles:
                ended, _, _ = select.select([handle], [], [], 20)
                assert ended
        finally:
            for handle in handles:
                os.close(handle)
