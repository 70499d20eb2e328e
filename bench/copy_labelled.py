"""The labelled articles in other orders and other dress: what of a copy's finding is luck?

An article that quotes may come before every printing of its source. Its own line cannot name what is not known yet; the
later printing's line names it. Both are counted here, each where it is due.
"""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.copy_index import Index
from bench.copy_stream import article, page
from bench.floors import figures
from bench.shared import folder, score

_SHUFFLES = range(1, 6)
_TOLD = ("precision", "recall", "cut", "carried")


def labelled(temporary: Path) -> list[str]:
    """As they come, shuffled five times, and both again on pages of made furniture; of several runs the worst."""
    gold = folder() / "data" / "copies" / "copies_dev.jsonl"
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    told = []
    for name, dressed in (("bare", False), ("on_pages", True)):
        in_order = _scored(gold, rows, temporary / f"{name}.db", dressed=dressed)
        shuffled = []
        for seed in _SHUFFLES:
            others = list(rows)
            random.Random(seed).shuffle(others)
            shuffled.append(_scored(gold, others, temporary / f"{name}-{seed}.db", dressed=dressed))
        told.append(_line(f"{name}_in_order", [in_order]))
        told.append(_line(f"{name}_shuffled", shuffled))
    return told


def _scored(gold: Path, rows: Sequence[Mapping[str, Any]], database: Path, *, dressed: bool) -> dict[str, float]:
    articles = []
    for row in rows:
        lines, outlet = row["text"].split("\n"), row.get("outlet")
        if dressed:
            lines = page(lines, outlet or "", int(row["id"].encode().hex(), 16))
        articles.append(article(row["id"], lines, outlet, row.get("title")))
    index = Index(database)
    found = index.decide(articles)
    index.engine.dispose()
    cluster = {row["id"]: its.cluster for row, its in zip(rows, found, strict=True)}
    borrowed = {row["id"]: [each.article for each in its.borrows] for row, its in zip(rows, found, strict=True)}
    told = [
        {"id": key, "cluster": cluster[key], "borrows_from": [{"id": each} for each in borrowed[key]]}
        for key in cluster
    ]
    out = database.with_suffix(".jsonl")
    out.write_text("\n".join(map(json.dumps, told)), encoding="utf-8")
    return figures(score("copies.py", gold, out)) | _quoted(rows, cluster, borrowed)


def _quoted(
    rows: Sequence[Mapping[str, Any]], cluster: Mapping[str, str], borrowed: Mapping[str, Sequence[str]]
) -> dict[str, float]:
    """`quoted_due`: of the quoting articles whose source, or a copy of it, had come, the share that names it.

    `quoted_later`: of the other ones, the share that a later printing of the source names.
    `quoted_bound`: the share of all quoting articles that can be named in their own line.
    """
    printings: dict[str, list[str]] = {}
    for row in rows:
        printings.setdefault(row["gold"]["copy_of"] or row["id"], []).append(row["id"])
    place = {row["id"]: at for at, row in enumerate(rows)}
    due: list[bool] = []
    later: list[bool] = []
    for row in rows:
        source, key = row["gold"].get("borrows_from"), row["id"]
        if row["gold"]["copy_of"] or not source:
            continue
        if place[printings[source][0]] < place[key]:
            due.append(any(cluster[each] == cluster[source] for each in borrowed[key]))
        else:
            later.append(any(key in borrowed[printing] for printing in printings[source]))
    return {
        "quoted_due": sum(due) / max(len(due), 1),
        "quoted_later": sum(later) / len(later) if later else 1.0,
        "quoted_bound": len(due) / max(len(due) + len(later), 1),
    }


def _line(name: str, runs: Sequence[Mapping[str, float]]) -> str:
    names = [*_TOLD, "quoted_seen", "quoted_bound", "quoted_due", "quoted_later"]
    return f"{name}: " + " ".join(f"{figure}={min(run[figure] for run in runs):.4f}" for figure in names)
