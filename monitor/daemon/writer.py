"""The one thread that writes: everything that decides goes through it, one piece of work after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Done = TypeVar("Done")


class Writer:
    """Runs work on its thread, in the order in which it was asked for."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="writer")

    async def do(self, work: Callable[[], Done]) -> Done:
        """Run one piece of work, and hand out what it gives or raises."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def close(self) -> None:
        """Finish the work at hand, and drop what waits."""
        self._thread.shutdown(wait=True, cancel_futures=True)
