"""What a growing archive costs: rate, memory and size as it grows, and a restart.

The process that is measured holds nothing but the index: what was decided goes into a file, and is scored afterwards.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.copy_index import Datasketch, Index, batched
from bench.copy_stream import stream

THRESHOLDS = (0.7, 0.5, 0.3, 0.2)
"""Of datasketch's index: the one that its documentation uses, and lower ones that find more here."""

_CHUNK = 1000
_FIRST = 15_000  # articles; where the rate and the memory begin to be looked at
_WINDOW = 16_000  # articles: the latest third of all, but no more than in which the index settles once, tell the rate


def beside_datasketch(count: int, folder: Path) -> list[str]:
    """One made stream through this index and through datasketch's: errors in pairs, and processor time.

    The two are given the same chunks in turn, so that whatever else the machine does slows down both.
    """
    index, rivals = Index(folder / "beside.db"), {at: Datasketch(at) for at in THRESHOLDS}
    ours, theirs = Pairs(), {at: Pairs() for at in THRESHOLDS}
    for chunk in batched(stream(count), _CHUNK):
        articles = [its.article for its in chunk]
        for its, found in zip(chunk, index.decide(articles), strict=True):
            ours.add(its.original, found.cluster)
        for at, rival in rivals.items():
            for its, cluster in zip(chunk, rival.decide(articles), strict=True):
                theirs[at].add(its.original, cluster)
    index.engine.dispose()
    told = [f"stream: {ours} per_second={count / index.seconds:.0f}"]
    for at, rival in rivals.items():
        told.append(f"datasketch at {at}: {theirs[at]} per_second={count / rival.seconds:.0f}")
    least = min(1 - pairs.f1 for pairs in theirs.values())
    usual = rivals[THRESHOLDS[0]].seconds
    told.append(f"beside: errors_of_best={(1 - ours.f1) / least:.3f} speed={usual / index.seconds:.2f}")
    return told


def growth(count: int, database: str, folder: Path) -> Iterator[str]:
    """A made stream of `count` articles into one database: figures at 15,000, and after every tenth of the way."""
    marks = {min(_FIRST, count), *range(count // 10, count, max(count // 10, 1)), count}
    index, decided = Index(database), folder / "decided"
    rates, memories = [], []
    windows: list[tuple[int, float]] = [(0, 0.0)]
    with decided.open("w", encoding="ascii") as kept:
        for chunk in batched(stream(count), _CHUNK):
            found = index.decide([its.article for its in chunk])
            kept.writelines(
                f"{its.original} {its_match.cluster}\n" for its, its_match in zip(chunk, found, strict=True)
            )
            windows = [*windows[-(_WINDOW // _CHUNK) :], (index.done, index.seconds)]
            if index.done not in marks:
                continue
            (now, ended) = windows[-1]
            before, began = next(at for at in windows if now - at[0] <= min(max(now // 3, _CHUNK), _WINDOW))
            rates.append((now - before) / (ended - began))
            memories.append(_most_resident())
            size = sum(file.stat().st_size for file in folder.glob("*.db*")) / 1e6
            yield f"at {index.done}: per_second={rates[-1]:.0f} memory_mb={memories[-1]:.0f} database_mb={size:.0f}"
    index.engine.dispose()
    command = [sys.executable, "-m", "bench.copies", "--first-look-up", database]
    opened = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    pairs = Pairs()
    for line in decided.read_text(encoding="ascii").splitlines():
        family, cluster = line.split()
        pairs.add(int(family), cluster)
    yield (
        f"growth: {pairs} speed_kept={rates[-1] / rates[0]:.2f} memory_mb={memories[-1]:.0f}"
        f" memory_added_mb={memories[-1] - memories[0]:.0f} first_look_up_seconds={opened}"
    )


def first_look_up(database: str) -> float:
    """Seconds from opening a database to the first answer, in a process that has done nothing else."""
    (asked,) = stream(1)
    began = time.perf_counter()
    index = Index(database)
    index.answer(asked.article)
    taken = time.perf_counter() - began
    index.engine.dispose()
    return taken


class Pairs:
    """Pairs of articles that should share a cluster, and those that do."""

    def __init__(self) -> None:
        self._families: Counter[int] = Counter()
        self._clusters: Counter[str] = Counter()
        self._both: Counter[tuple[int, str]] = Counter()
        self._due = self._joined = self._right = 0

    def add(self, family: int, cluster: str) -> None:
        """One more article, of this family, in this cluster."""
        self._due += self._families[family]
        self._joined += self._clusters[cluster]
        self._right += self._both[family, cluster]
        self._families[family] += 1
        self._clusters[cluster] += 1
        self._both[family, cluster] += 1

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self._right / max(self._joined + self._due, 1)

    def __str__(self) -> str:
        precision, recall = self._right / max(self._joined, 1), self._right / max(self._due, 1)
        return f"precision={precision:.4f} recall={recall:.4f} f1={self.f1:.4f}"


def _most_resident() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
