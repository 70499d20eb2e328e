"""How well the figures of single articles are read, without stories, ledger or store.

    python -m bench.claims GOLD.jsonl [--half a|b] [--errors FILE] [--kinds killed,injured] [--claims]

Reads each article of a gold file through the reading half alone (article, claims, totals), writes what was read, and
has the shared scorer `eval/claims.py` judge it. The shared folder is named by the environment variable MONITOR_SHARED,
else it is `../shared` beside the project. `--half` keeps the articles whose id falls into that half by its hash, so
that rules written with one half in sight can be tried on the other.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.intervals import f1, interval, outcomes
from bench.shared import ROOT, folder, score
from monitor.fetch.article import article
from monitor.figures.kinds import Kinds
from monitor.figures.read import read
from monitor.figures.totals import totals
from monitor.model import Article, Claim, Item, Media, Moment, TimeOrigin
from monitor.settings.figures import load_kinds


def main(arguments: list[str] | None = None) -> None:
    """Read, score, print."""
    asked = _arguments(arguments)
    folder()  # ends the bench where there is no scorer
    kinds = load_kinds(ROOT / "config" / "figures.toml")
    lines = [line for line in gold_lines(asked.gold) if asked.half in (None, half_of(line["id"]))]
    began = time.process_time()
    printed = [printed_form(line["id"], *reading(line, kinds)) for line in lines]
    seconds = time.process_time() - began
    with tempfile.TemporaryDirectory() as temporary:
        gold = Path(temporary) / "gold.jsonl"
        out = asked.out or Path(temporary) / "out.jsonl"
        write(gold, lines)
        write(out, printed)
        options = ["--kinds", asked.kinds, *(["--claims"] if asked.claims else [])]
        errors = asked.errors or Path(temporary) / "errors.jsonl"
        print(score("claims.py", gold, out, *options, "--errors", str(errors)).rstrip())
        for kind in asked.kinds.split(","):
            found = outcomes(lines, [json.loads(line) for line in errors.read_text("utf-8").splitlines()], kind)
            if any(one.due for one in found):
                low, high = interval(found)
                print(f"{kind}: f1={f1(found):.3f} low={low:.3f} high={high:.3f} (95 % bootstrap interval)")
    print(f"read {len(lines)} articles in {seconds:.1f} s of CPU")


def half_of(identity: str) -> str:
    """The half, `a` or `b`, that an article belongs to: the same on every machine."""
    return "ab"[hashlib.sha256(identity.encode()).digest()[0] & 1]


def reading(line: dict[str, Any], kinds: Kinds) -> tuple[Article, tuple[Claim, ...]]:
    """What the reading half makes of one line."""
    published = _moment(line.get("published"))
    item = Item(
        id=line["id"],
        content=line["text"],
        media=Media.PLAIN,
        title=line.get("title"),
        url=line.get("url"),
        outlet=line.get("outlet"),
        published=published,
        language=line.get("language"),
    )
    whole = article(item)
    return whole, read(whole, kinds)


def printed_form(identity: str, whole: Article, claims: tuple[Claim, ...]) -> dict[str, Any]:
    """One line of output, in the form that the scorer reads."""
    return {
        "id": identity,
        "claims": [
            {
                "kind": claim.kind,
                "low": claim.low,
                "high": claim.high,
                "modifier": claim.modifier.value,
                "status": claim.status.value,
                "scope": claim.scope.value,
                "refers_to": claim.refers_to,
                "source": claim.source,
                "side": claim.side,
                "group": claim.group,
                "quote": claim.quote,
                "start": claim.start,
                "end": claim.end,
            }
            for claim in claims
        ],
        "totals": {kind: {"low": total.low, "high": total.high} for kind, total in totals(whole, claims).items()},
    }


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.claims", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path, help="a gold file of claims, one article a line")
    parser.add_argument("--half", choices=("a", "b"), help="only the articles of one half")
    parser.add_argument("--kinds", default="killed,injured", help="kinds to score, with commas between them")
    parser.add_argument("--claims", action="store_true", help="hold every claim against the gold claims too")
    parser.add_argument("--errors", type=Path, help="write each wrong, missed or leaked figure to this file")
    parser.add_argument("--out", type=Path, help="keep what was read in this file")
    return parser.parse_args(arguments)


def gold_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The articles of a gold file, with their labels."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def write(path: Path, lines: list[dict[str, Any]]) -> None:
    """Write one object a line, as the scorer reads them."""
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")


def _moment(stated: str | None) -> Moment | None:
    if not stated:
        return None
    at = datetime.fromisoformat(stated)
    return Moment(at if at.tzinfo else at.replace(tzinfo=UTC), TimeOrigin.MANIFEST, guessed=at.tzinfo is None)


if __name__ == "__main__":
    main()
