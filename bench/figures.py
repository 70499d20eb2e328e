"""Figures: reading speed, growth with the length of a text, hostile texts, memory: `python -m bench.figures`.

One core. Prints a figure a line; ends non-zero where one breaks its floor in bench/floors.toml. `scans` are times in
units of splitting the same text into words with one regular expression, so that they hold on a slower machine too;
`growth` is the time of a character in a longer text against its time in one a tenth as long, 1 where it is linear.
"""

from __future__ import annotations

import gc
import re
import resource
import sys
import time
from collections.abc import Callable, Sequence

from bench.figure_texts import HOSTILE, USUAL, hostile, report
from bench.floors import breaches, figures
from bench.shared import ROOT
from monitor.figures import Kinds, read, totals
from monitor.model import Article
from monitor.settings.figures import load_kinds

COUNT = 400
"""Ordinary reports that are read, half of them with figures."""

SIZES = (10_000, 100_000, 1_000_000)
_WORD = re.compile(r"\w+|[^\w\s]")


def main() -> None:
    """Measure, print, compare."""
    kinds = load_kinds(ROOT / "config" / "figures.toml")
    read_all([report(0, figures=True)], kinds)
    at_start = _peak()
    printed: list[str] = []
    for line in (*speed(kinds), *growth(kinds), *hostility(kinds), f"memory_mb={_peak() - at_start:.0f}"):
        print(line, flush=True)
        printed.append(line)
    told = breaches("figures", figures("\n".join(printed)))
    for line in told:
        print(f"BELOW ITS FLOOR  {line}")
    sys.exit(bool(told))


def speed(kinds: Kinds) -> list[str]:
    """Ordinary reports a second: all of them, and those with figures alone."""
    told = [report(number, figures=True) for number in range(COUNT // 2)]
    plain = [report(number, figures=False) for number in range(COUNT // 2)]
    mixed = [one for pair in zip(told, plain, strict=True) for one in pair]
    of_all, of_told = seconds(mixed, kinds), seconds(told, kinds)
    scan = _shortest(lambda: [_WORD.findall(one.text) for one in mixed])
    kilobytes = sum(len(one.text) for one in mixed) / len(mixed) / USUAL
    return [
        f"articles_per_second={kilobytes * len(mixed) / of_all:.0f}",
        f"with_figures_per_second={kilobytes * len(told) / of_told:.0f}",
        f"scans={of_all / scan:.1f}",
    ]


def growth(kinds: Kinds) -> list[str]:
    """What a character costs in a longer text against a shorter one."""
    costs = []
    for size in SIZES:
        whole = report(1, size, figures=True)
        costs.append(seconds([whole], kinds) / len(whole.text))
    return [
        f"growth_to_{size // 1000}kb={longer / shorter:.2f}"
        for size, shorter, longer in zip(SIZES[1:], costs, costs[1:], strict=False)
    ]


def hostility(kinds: Kinds) -> list[str]:
    """For each hostile text: seconds for 100 kB, and its growth from 10 kB."""
    lines = []
    for name in HOSTILE:
        short, long = (seconds([hostile(name, size)], kinds) for size in SIZES[:2])
        lines.append(f"hostile: {name}_seconds={long:.2f} {name}_growth={long / short / 10:.2f}")
    return lines


def read_all(articles: Sequence[Article], kinds: Kinds) -> None:
    """Read every article: its claims and its totals."""
    for one in articles:
        totals(one, read(one, kinds))


def seconds(articles: Sequence[Article], kinds: Kinds) -> float:
    """Processor time of reading them all."""
    return _shortest(lambda: read_all(articles, kinds))


def _shortest(work: Callable[[], object]) -> float:
    """Processor time of one run, the shortest of three."""
    runs = []
    for _ in range(3):
        gc.collect()
        began = time.process_time()
        work()
        runs.append(time.process_time() - began)
    return max(min(runs), 1e-6)


def _peak() -> float:
    """The most memory that the process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
