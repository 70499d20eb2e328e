"""How far capitals matter: the totals of labelled articles against the same in capitals, and in title case.

    python -m bench.capitals [--only NAME] [--show]

Old wire text and leads come in capitals, so that no rule may lean on them alone. A total is a kind of one article that
either text gives; prints the share of those that differ, for each set of claims of the shared folder. `--show` prints
each that does in capitals. Ends non-zero where a set has more than its ceiling in bench/floors.toml.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from bench.claims import gold_lines, reading
from bench.floors import breaches, figures
from bench.shared import ROOT, folder
from monitor.figures import Kinds, totals
from monitor.model import Bounds
from monitor.settings.figures import load_kinds

_FIRST = re.compile(r"(?<![\w'’])[a-z]")


class Reading(NamedTuple):
    """A total of one article as it came, in capitals, and in title case."""

    article: str
    kind: str
    usual: Bounds | None
    loud: Bounds | None
    titled: Bounds | None


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
        read = [one for line in gold_lines(path) for one in readings(line, kinds)]
        differ = [one for one in read if one.usual != one.loud]
        for one in differ if given.show else ():
            print(f"{one.article} {one.kind}: {_said(one.usual)}, in capitals {_said(one.loud)}")
        titled = [one for one in read if one.usual != one.titled]
        printed = f"totals={len(read)} changed={_share(differ, read):.3f} in_title_case={_share(titled, read):.3f}"
        print(f"== capitals/{path.stem}\n{printed}", flush=True)
        told += breaches(f"capitals/{path.stem}", figures(printed))
    for line in told:
        print(f"BELOW ITS FLOOR  {line}")
    sys.exit(bool(told))


def readings(line: dict[str, Any], kinds: Kinds) -> Iterator[Reading]:
    """The totals of one labelled article, read as it came, in capitals and in title case."""
    usual, loud, titled = (_totals(line, written, kinds) for written in (str, str.upper, _in_title_case))
    for kind in sorted({*usual, *loud, *titled}):
        yield Reading(line["id"], kind, usual.get(kind), loud.get(kind), titled.get(kind))


def _totals(line: dict[str, Any], written: Callable[[str], str], kinds: Kinds) -> Mapping[str, Bounds]:
    title = written(line["title"]) if line.get("title") else None
    return totals(*reading({**line, "text": written(line["text"]), "title": title}, kinds))


def _in_title_case(text: str) -> str:
    return _FIRST.sub(lambda letter: letter[0].upper(), text)


def _share(some: list[Reading], read: list[Reading]) -> float:
    return len(some) / max(len(read), 1)


def _said(bounds: Bounds | None) -> str:
    return "none" if bounds is None else f"{bounds.low} to {bounds.high}"


if __name__ == "__main__":
    main()
