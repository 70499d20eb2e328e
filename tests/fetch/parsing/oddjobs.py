"""Jobs for the parsers' processes that do what a hostile feed may make a library do."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass

from monitor.errors import InputError


@dataclass(frozen=True, slots=True)
class Hangs:
    where: str = "hangs"

    def run(self) -> str:
        time.sleep(60)
        return "late"


@dataclass(frozen=True, slots=True)
class Grows:
    where: str = "grows"

    def run(self) -> int:
        kept = []
        while True:
            kept.append(bytearray(2**20))


@dataclass(frozen=True, slots=True)
class Dies:
    where: str = "dies"

    def run(self) -> str:
        os._exit(3)


@dataclass(frozen=True, slots=True)
class Raises:
    where: str = "raises"

    def run(self) -> str:
        raise ZeroDivisionError("a fault of ours")


@dataclass(frozen=True, slots=True)
class Refuses:
    where: str = "refuses"

    def run(self) -> str:
        raise InputError("it", "is no feed")


@dataclass(frozen=True, slots=True)
class Prints:
    where: str = "prints"

    def run(self) -> str:
        print("a library that talks")
        return "fine"


@dataclass(frozen=True, slots=True)
class Tells:
    """Which process it is that runs this."""

    where: str = "tells"

    def run(self) -> int:
        return os.getpid()
