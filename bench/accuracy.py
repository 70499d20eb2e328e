"""Every scorer on every labelled set, over the whole road: `python -m bench.accuracy [--only NAME] [--keep FOLDER]`.

Prints what each scorer prints. Ends non-zero where a figure is below its floor in bench/floors.toml.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.floors import breaches, figures
from bench.shared import ROOT, folder, score
from monitor.errors import InputError
from monitor.fetch import items
from monitor.pipeline import Decided, Road
from monitor.replay import replay
from monitor.settings import load
from monitor.store import Store
from monitor.workers import Readers


@dataclass(frozen=True, slots=True)
class Bench:
    """One labelled set: what is replayed, and how the outcome is scored."""

    name: str
    replayed: Callable[[Path], Path]
    scored: Callable[[Path, Path], str]


def main() -> None:
    """Run the benches asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--only", help="run the benches whose name contains this")
    asked.add_argument("--keep", type=Path, help="keep what was decided in this folder")
    given = asked.parse_args()
    told: list[str] = []
    with tempfile.TemporaryDirectory() as temporary:
        outcome = given.keep or Path(temporary)
        outcome.mkdir(parents=True, exist_ok=True)
        for bench in _benches(outcome):
            if given.only and given.only not in bench.name:
                continue
            out = outcome / f"{bench.name.replace('/', '-')}.out.jsonl"
            began = time.perf_counter()
            count = _replay([bench.replayed(folder())], out)
            seconds = time.perf_counter() - began
            printed = bench.scored(folder(), out)
            print(f"== {bench.name} ({count} articles, {seconds:.1f} s)\n{printed.strip()}", flush=True)
            told += breaches(bench.name, figures(printed))
    for line in told:
        print(f"BELOW ITS FLOOR  {line}")
    sys.exit(bool(told))


def _benches(outcome: Path) -> Sequence[Bench]:
    stream = outcome / "sequences.jsonl"

    def sequences(shared: Path) -> Path:
        stream.write_text(score("sequences.py", "--input", shared / "data/sequences/sequences_dev.jsonl"), "utf-8")
        return stream

    def claims(name: str, *options: str) -> Bench:
        file = f"data/claims/{name}.jsonl"
        return Bench(
            f"claims/{name}",
            lambda shared: shared / file,
            lambda shared, out: score("claims.py", shared / file, out, *options),
        )

    return [
        Bench(
            "seeds/originals",
            lambda shared: shared / "seeds",
            lambda shared, out: _failures(score("seeds.py", shared / "seeds/gold.json", out)),
        ),
        Bench(
            "seeds/retold",
            lambda _shared: ROOT / "seeds/raid",
            lambda _shared, out: _failures(score("seeds.py", ROOT / "seeds/raid/expected.json", out)),
        ),
        claims("gvdb_dev"),
        claims("muc4_dev"),
        claims("muc4_dev_auto"),
        claims("ecb_dev", "--kinds", "killed,injured,missing,detained,charged", "--claims"),
        Bench(
            "copies/copies_dev",
            lambda shared: shared / "data/copies/copies_dev.jsonl",
            lambda shared, out: score("copies.py", shared / "data/copies/copies_dev.jsonl", out),
        ),
        Bench(
            "stories/ecb_dev",
            lambda shared: shared / "data/stories/ecb_dev.jsonl",
            lambda shared, out: score("stories.py", shared / "data/stories/ecb_dev.jsonl", out),
        ),
        Bench(
            "sequences/alerts",
            sequences,
            lambda shared, out: score("sequences.py", shared / "data/sequences/sequences_dev.jsonl", out),
        ),
        Bench("sequences/stories", sequences, lambda _shared, out: score("stories.py", stream, out)),
    ]


def _failures(printed: str) -> str:
    """What a check list says that failed, and how many did."""
    failed = [line for line in printed.splitlines() if line.startswith("FAILS")]
    return "\n".join([*failed, f"failing={len(failed)}"])


def _replay(paths: Sequence[Path], out: Path) -> int:
    count = 0
    settings = load(ROOT / "config")
    store = Store.temporary(settings.copies)
    with Readers(settings, workers=0) as readers, out.open("w", encoding="utf-8") as lines:
        for entry in replay(items(paths), Road(store, settings), readers):
            if isinstance(entry, Decided):
                lines.write(entry.record + "\n")
                count += 1
            elif isinstance(entry, InputError):
                print(entry, file=sys.stderr)
    store.close()
    return count


if __name__ == "__main__":
    main()
