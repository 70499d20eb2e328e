"""The memory of a process and of all that it started."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def megabytes(pid: int) -> float:
    """Proportional memory of a process and all below it, in MB: pages that several share are counted once."""
    total = 0.0
    for each in family(pid):
        try:
            rollup = Path(f"/proc/{each}/smaps_rollup").read_text()
        except OSError:
            continue  # it has just ended
        total += sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1024
    return total


def family(pid: int) -> Iterator[int]:
    """A process and all below it."""
    yield pid
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return
    for child in children:
        yield from family(child)
