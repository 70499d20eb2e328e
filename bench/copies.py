"""Copies: accuracy, speed, memory, hard texts and growth, beside datasketch in the same run.

python -m bench.copies                 what `make bench` runs: a made stream beside datasketch, hard texts, and the
                                       labelled articles of $MONITOR_SHARED or ../shared where they are
python -m bench.copies --made 1000000  a made stream of so many, and what it costs as it grows (--database URL: there)

Ends non-zero where a figure is below its floor in bench/floors.toml.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from bench.copy_growth import beside_datasketch, first_look_up, growth
from bench.copy_hard import hard_texts
from bench.copy_labelled import labelled
from bench.floors import breaches, figures

STREAM = 15_000
"""Articles of the made stream that datasketch is given too."""


def main() -> None:
    """Run the bench that was asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--made", type=int, metavar="N", help="articles of a made stream, as the archive grows")
    asked.add_argument("--database", metavar="URL", help="where they are kept; a file that is deleted without it")
    asked.add_argument("--first-look-up", metavar="URL", help="seconds from opening a database to its first answer")
    given = asked.parse_args()
    if given.first_look_up:
        print(f"{first_look_up(given.first_look_up):.3f}")
        return
    bench = "copies/growth" if given.made else "copies"
    measured: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="copies-") as temporary:
        folder = Path(temporary)
        lines: Iterable[str]
        if given.made:
            lines = growth(given.made, given.database or str(folder / "made.db"), folder)
        else:
            lines = chain(hard_texts(folder), beside_datasketch(STREAM, folder), labelled(folder))
        for line in lines:
            print(line, flush=True)
            measured |= figures(line)
    told = breaches(bench, measured)
    for line in told:
        print(f"BELOW ITS FLOOR  {line}")
    sys.exit(bool(told))


if __name__ == "__main__":
    main()
