"""How sure the figures of single articles are: each labelled set as a whole and in two halves, with intervals.

    python -m bench.halves

For every set of claims in the shared folder prints the F1 of each kind's totals, on the whole set and on the halves
that a hash of the articles' ids makes, each with its 95 % bootstrap interval and the number of totals that are due;
last the interval of how far the halves lie apart: where it holds 0 they do not surely differ.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.claims import gold_lines, half_of, printed_form, reading, write
from bench.intervals import Outcome, apart, f1, interval, outcomes
from bench.shared import ROOT, folder, score
from monitor.figures.kinds import Kinds
from monitor.settings.figures import load_kinds

KINDS = {"ecb_dev": ("killed", "injured", "detained", "charged")}
"""The kinds that a set is labelled with, where more than `LABELLED`."""
LABELLED = ("killed", "injured")


def main() -> None:
    """Print a line for each set and kind."""
    kinds = load_kinds(ROOT / "config" / "figures.toml")
    for path in sorted((folder() / "data" / "claims").glob("*.jsonl")):
        lines = list(gold_lines(path))
        errors = _errors(path, lines, kinds)
        for kind in KINDS.get(path.stem, LABELLED):
            first, second = (
                outcomes([line for line in lines if half_of(line["id"]) == half], errors, kind) for half in "ab"
            )
            low, high = apart(first, second)
            print(
                f"{path.stem} {kind}: whole {_told(first + second)}  a {_told(first)}  b {_told(second)}"
                f"  b-a {low:+.3f} to {high:+.3f}",
                flush=True,
            )


def _told(found: Sequence[Outcome]) -> str:
    low, high = interval(found)
    return f"{f1(found):.3f} ({low:.3f} to {high:.3f}) of {sum(one.due for one in found)}"


def _errors(gold: Path, lines: Sequence[dict[str, Any]], kinds: Kinds) -> list[Any]:
    """What the shared scorer says went wrong in a set."""
    with tempfile.TemporaryDirectory() as temporary:
        out, errors = Path(temporary) / "out.jsonl", Path(temporary) / "errors.jsonl"
        write(out, [printed_form(line["id"], *reading(line, kinds)) for line in lines])
        asked = ",".join(KINDS.get(gold.stem, LABELLED))
        score("claims.py", gold, out, "--kinds", asked, "--errors", str(errors))
        return [json.loads(line) for line in errors.read_text("utf-8").splitlines()]


if __name__ == "__main__":
    main()
