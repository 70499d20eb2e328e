"""What a noun phrase is to the frames: who or what, how many, and by which name."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from monitor.figures.document import Quantity
from monitor.model import Modifier

ONE = Quantity(1, 1, Modifier.EXACT)
NONE = Quantity(0, 0, Modifier.EXACT)
SOME = Quantity(1, None, Modifier.NONE)


class Sort(Enum):
    """What a phrase stands for."""

    PERSON = auto()
    NAME = auto()
    PRONOUN = auto()
    NUMBER = auto()  # a number alone: *12 were killed*
    NOBODY = auto()
    THING = auto()
    UNKNOWN = auto()


class Phrase(NamedTuple):
    """A noun phrase at tokens `first` up to, not including, `last`. `number` is where its number stands."""

    first: int
    last: int
    sort: Sort
    head: str
    quantity: Quantity | None
    number: tuple[int, int] | None
    plural: bool = False
    definite: bool = False
    more: bool = False
    part: bool = False
    names: tuple[str, ...] = ()
    before: str = ""
    age: int | None = None
    owner: str = ""  # *his* or *her* where the phrase opens with it
    inner: tuple[Quantity, tuple[int, int]] | None = None  # of *nine of the 14 fishermen*, the 14
