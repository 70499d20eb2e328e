"""Work that blocks, each on a thread of its own: a server that hangs keeps no other channel waiting for a thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Done = TypeVar("Done")


async def in_own_thread(work: Callable[Arguments, Done], *arguments: Arguments.args, **named: Arguments.kwargs) -> Done:
    """What the work answers, or raises."""
    pool = ThreadPoolExecutor(1)
    try:
        return await asyncio.get_running_loop().run_in_executor(pool, lambda: work(*arguments, **named))
    finally:
        pool.shutdown(wait=False)
