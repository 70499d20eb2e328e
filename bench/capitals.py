"""How far capitals matter: the totals of labelled articles against the same articles in capitals throughout.

    python -m bench.capitals [--only NAME] [--show]

Old wire text and leads come in capitals, so that no rule may lean on them alone. A total is a kind of one article that
either text gives; prints the share of those that differ, for each set of claims of the shared folder. `--show` prints
each that does. Ends non-zero where a set has more than its ceiling in bench/floors.toml.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

from bench.claims import reading
from bench.floors import breaches, figures
from bench.shared import ROOT, folder
from monitor.figures import Kinds, totals
from monitor.model import Bounds
from monitor.settings.figures import load_kinds


class Pair(NamedTuple):
    """A total of one article as it came, and in capitals."""

    article: str
    kind: str
    usual: Bounds | None
    loud: Bounds | None


def main() -> None:
    """Read each set twice, print, compare with the ceilings."""
    asked = argparse.ArgumentParser(prog="python -m bench.capitals", description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--only", default="", help="the sets whose name contains this")
    asked.add_argument("--show", action="store_true", help="print each total that differs")
    given = asked.parse_args()
    kinds = load_kinds(ROOT / "config" / "figures.toml")
    told: list[str] = []
    for path in sorted((folder() / "data" / "claims").glob("*.jsonl")):
        if given.only not in path.stem:
            continue
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        read = [pair for line in lines for pair in pairs(line, kinds)]
        differ = [pair for pair in read if pair.usual != pair.loud]
        for pair in differ if given.show else ():
            print(f"{pair.article} {pair.kind}: {_said(pair.usual)}, in capitals {_said(pair.loud)}")
        printed = f"totals={len(read)} changed={len(differ) / max(len(read), 1):.3f}"
        print(f"== capitals/{path.stem}\n{printed}", flush=True)
        told += breaches(f"capitals/{path.stem}", figures(printed))
    for line in told:
        print(f"BELOW ITS FLOOR  {line}")
    sys.exit(bool(told))


def pairs(line: dict[str, Any], kinds: Kinds) -> Iterator[Pair]:
    """The totals of one labelled article, read as it came and in capitals."""
    in_capitals = {**line, "text": line["text"].upper(), "title": line["title"].upper() if line.get("title") else None}
    usual, loud = (totals(*reading(one, kinds)) for one in (line, in_capitals))
    for kind in sorted({*usual, *loud}):
        yield Pair(line["id"], kind, usual.get(kind), loud.get(kind))


def _said(bounds: Bounds | None) -> str:
    return "none" if bounds is None else f"{bounds.low} to {bounds.high}"


if __name__ == "__main__":
    main()
