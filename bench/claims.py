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
import importlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from monitor.figures.read import read
from monitor.figures.totals import totals
from monitor.model import Article, Claim, Item, Media, Moment, Span, TimeOrigin


def main(arguments: list[str] | None = None) -> int:
    """Read, score, print. Returns 2 where the gold file or the scorer cannot be found."""
    asked = _arguments(arguments)
    scorer = shared_folder() / "eval" / "claims.py"
    for needed in (asked.gold, scorer):
        if not needed.is_file():
            print(f"{needed}: not found; set MONITOR_SHARED to the folder that holds eval/ and data/", file=sys.stderr)
            return 2
    lines = [line for line in _lines(asked.gold) if asked.half in (None, half_of(line["id"]))]
    began = time.process_time()
    printed = [printed_form(line["id"], *reading(line)) for line in lines]
    seconds = time.process_time() - began
    with tempfile.TemporaryDirectory() as folder:
        gold, out = Path(folder) / "gold.jsonl", Path(folder) / "out.jsonl"
        _write(gold, lines)
        _write(out, printed)
        if asked.out:
            _write(asked.out, printed)
        command = [sys.executable, str(scorer), str(gold), str(out), "--kinds", asked.kinds]
        command += ["--claims"] if asked.claims else []
        command += ["--errors", str(asked.errors)] if asked.errors else []
        done = subprocess.run(command, check=False)  # noqa: S603 - the interpreter that runs us, on the shared scorer
    print(f"read {len(lines)} articles in {seconds:.1f} s of CPU")
    return done.returncode


def shared_folder() -> Path:
    """Where the gold files and scorers are: MONITOR_SHARED, else `../shared` beside the project."""
    named = os.environ.get("MONITOR_SHARED")
    return Path(named) if named else Path(__file__).resolve().parents[2] / "shared"


def half_of(identity: str) -> str:
    """The half, `a` or `b`, that an article belongs to: the same on every machine."""
    return "ab"[hashlib.sha256(identity.encode()).digest()[0] & 1]


def reading(line: dict[str, Any]) -> tuple[Article, tuple[Claim, ...]]:
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
    whole = _article(item)
    return whole, tuple(read(whole))


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


def _article(item: Item) -> Article:
    try:
        cleaned: Article = importlib.import_module("monitor.fetch.article").article(item)
    except ModuleNotFoundError:
        lines: list[Span] = []
        at = 0
        for line in item.content.splitlines(keepends=True):
            if line.strip():
                lines.append(Span(at, at + len(line.rstrip())))
            at += len(line)
        return Article(item.id, item.id, item.id, item.content, tuple(lines), item.title, published=item.published)
    return cleaned


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.claims", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path, help="a gold file of claims, one article a line")
    parser.add_argument("--half", choices=("a", "b"), help="only the articles of one half")
    parser.add_argument("--kinds", default="killed,injured", help="kinds to score, with commas between them")
    parser.add_argument("--claims", action="store_true", help="hold every claim against the gold claims too")
    parser.add_argument("--errors", type=Path, help="write each wrong, missed or leaked figure to this file")
    parser.add_argument("--out", type=Path, help="keep what was read in this file")
    return parser.parse_args(arguments)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _write(path: Path, lines: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")


def _moment(stated: str | None) -> Moment | None:
    if not stated:
        return None
    at = datetime.fromisoformat(stated)
    return Moment(at if at.tzinfo else at.replace(tzinfo=UTC), TimeOrigin.MANIFEST, guessed=at.tzinfo is None)


if __name__ == "__main__":
    sys.exit(main())
