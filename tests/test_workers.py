"""Reading in order, on one process and on several; a fault in one article costs that article alone."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest

from monitor.errors import InputError
from monitor.fetch import Note
from monitor.model import Item
from monitor.pipeline import Reading
from monitor.settings import load
from monitor.workers import Readers

SETTINGS = load(Path(__file__).parents[1] / "config")


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
