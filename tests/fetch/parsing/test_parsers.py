"""The processes that parse: killed when they hang, gone when they grow, replaced; nothing else ends with them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from monitor.errors import InputError
from monitor.fetch import Parsers
from tests.fetch.parsing.oddjobs import Dies, Grows, Hangs, Prints, Raises, Refuses, Tells


def run(
    scene: Callable[[Parsers], Awaitable[None]], workers: int = 1, seconds: float = 20, megabytes: int = 64
) -> None:
    async def played() -> None:
        async with Parsers(workers, seconds=seconds, megabytes=64) as parsers:
            await scene(parsers)

    asyncio.run(played())


def test_one_process_answers_job_after_job() -> None:
    async def scene(parsers: Parsers) -> None:
        assert await parsers.parse(Tells()) == await parsers.parse(Tells())
        assert parsers.replaced == 0

    run(scene)


@pytest.mark.parametrize(
    ("job", "what"),
    [
        (Hangs(), "hangs: takes longer than 3 s to read"),
        (Grows(), "grows: takes more than 64 MB to read"),
        (Dies(), "dies: takes more than 64 MB to read, or is hostile"),
    ],
)
def test_a_process_that_fails_costs_its_own_job_alone(job: Hangs | Grows | Dies, what: str) -> None:
    async def scene(parsers: Parsers) -> None:
        first = await parsers.parse(Tells())
        with pytest.raises(InputError) as caught:
            await parsers.parse(job)
        assert what in str(caught.value)
        assert await parsers.parse(Tells()) != first
        assert parsers.replaced == 1
        assert not Path(f"/proc/{first}").exists()

    run(scene, seconds=3)


def test_a_fault_of_ours_is_told_as_one_and_costs_no_process() -> None:
    async def scene(parsers: Parsers) -> None:
        with pytest.raises(InputError, match=r"fault of this program.*ZeroDivisionError.*please report it"):
            await parsers.parse(Raises())
        with pytest.raises(InputError, match=r"it: is no feed"):
            await parsers.parse(Refuses())
        assert parsers.replaced == 0

    run(scene)


def test_what_a_library_prints_does_not_stand_between_the_answers() -> None:
    async def scene(parsers: Parsers) -> None:
        assert await parsers.parse(Prints()) == "fine"
        assert await parsers.parse(Prints()) == "fine"

    run(scene)


def test_others_are_parsed_while_one_hangs() -> None:
    async def scene(parsers: Parsers) -> None:
        await asyncio.gather(parsers.parse(Tells()), parsers.parse(Tells()))  # both processes have started
        hanging = asyncio.create_task(parsers.parse(Hangs()))
        await asyncio.sleep(0.05)
        began = time.monotonic()
        for _ in range(20):
            await parsers.parse(Tells())
        assert time.monotonic() - began < 2
        hanging.cancel()
        with pytest.raises(asyncio.CancelledError):
            await hanging

    run(scene, workers=2)


def test_no_process_outlives_them() -> None:
    kept = []

    async def scene(parsers: Parsers) -> None:
        kept.append(await parsers.parse(Tells()))

    run(scene)
    assert not Path(f"/proc/{kept[0]}").exists()
