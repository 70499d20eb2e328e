"""The ledger by itself: is it right when it is handed right readings, and what does a further article of a long story cost?

    python -m bench.ledger sequences    labelled totals of the shared stories, judged; errors by name
    python -m bench.ledger seeds        labelled claims of the shared seeds, judged against the alerts that are due
    python -m bench.ledger cost         a story of 10,000 articles: the ten-thousandth against the tenth

The shared material is found in $MONITOR_SHARED, else in ../shared beside the project.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from monitor.figures.en.authority import is_authority
from monitor.ledger import Known, Judgement, Report, Rules, judge, learn
from monitor.model import Bounds, Change, Claim, Modifier, Scope, Severity, Status

_ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("MONITOR_SHARED") or _ROOT.parent / "shared")


def sequences() -> None:
    """Judge the labelled totals of every story and let the shared scorer count."""
    gold = SHARED / "data" / "sequences" / "sequences_dev.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        out, errors = Path(folder, "out.jsonl"), Path(folder, "errors.jsonl")
        with out.open("w") as file:
            for story in _lines(gold):
                file.writelines(json.dumps(row) + "\n" for row in _judged_story(story))
        scorer = [sys.executable, str(SHARED / "eval" / "sequences.py"), str(gold), str(out), "--errors", str(errors)]
        subprocess.run(scorer, check=True)
        sys.stdout.write(errors.read_text())


def seeds() -> None:
    """Judge the labelled claims of the seeds and name every alert that is missing or not due."""
    gold = json.loads((SHARED / "seeds" / "gold.json").read_text())
    raised: dict[str, set[tuple[str, str]]] = {}
    known = Known()
    for order, article in enumerate(gold["articles"]):
        claims = tuple(_gold_claim(claim) for claim in article["claims"])
        report = _report(article["file"], article["published"], order, claims, event_at=_time(gold["articles"][0]["published"]))
        judged = judge(known, report, Rules())
        known = learn(known, judged)
        raised[article["file"]] = {(c.kind, c.change.value) for c in judged.changes if _alerts(c)}
        for verdict in judged.verdicts:
            claim = report.claims[verdict.claim]
            print(f"  {article['file'][:3]} {claim.kind} {claim.low}..{claim.high} {verdict.name}: {verdict.change} ({verdict.reason})")
    problems = []
    for once in gold["once"]:
        hits = [(n, pair) for n in once["in"] for pair in raised[n] if pair[0] == once["kind"] and pair[1] in once["change"]]
        problems += [] if len(hits) == 1 else [f"{once['kind']} {once['change']}: {len(hits)} times"]
        for name, pair in hits:
            raised[name].discard(pair)
    for want in gold["alerts"]:
        got = raised[want["article"]]
        must = [(kind, change) for kind, changes in want["must"] for change in changes]
        may = [(kind, change) for kind, changes in want["may"] for change in changes]
        problems += [f"{want['article'][:3]}: {pair} missing" for pair in must if pair not in got]
        problems += [f"{want['article'][:3]}: {pair} not due" for pair in sorted(got - {*must, *may})]
    print("\n".join(problems) or "seeds: every alert due, no other")


def _judged_story(story: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    known = Known()
    first = _time(story["documents"][0]["published"])
    for order, document in enumerate(story["documents"]):
        claims = tuple(claim for kind, total in document["totals"].items() for claim in _total_claims(kind, total))
        totals = {kind: Bounds(t["low"], t["high"]) for kind, t in document["totals"].items() if "group" not in t}
        report = _report(document["id"], document["published"], order, claims, totals, first)
        judged = judge(known, report, Rules())
        known = learn(known, judged)
        yield {"id": document["id"], "alerts": [{"changes": [_row(change) for change in judged.changes]}]}


def _report(
    name: str,
    published: str,
    order: int,
    claims: tuple[Claim, ...],
    totals: Mapping[str, Bounds] | None = None,
    event_at: datetime | None = None,
) -> Report:
    authority = tuple(is_authority(claim.source, claim.side) for claim in claims)
    return Report(name, name, name, name, _time(published), order, claims, totals or {}, authority, event_at=event_at)


def _total_claims(kind: str, total: Mapping[str, Any]) -> Iterator[Claim]:
    for one in (total, *total.get("other_voices", ())):
        voice = None if one["voice"].startswith("article") else one["voice"]
        modifier = Modifier.DERIVED if one.get("derived") else Modifier(one["modifier"])
        yield _claim(kind, one["low"], one["high"], modifier, Status(one["status"]), voice, group=one.get("group"))


def _gold_claim(claim: Mapping[str, Any]) -> Claim:
    named = [name for name in claim["source"] if name]
    source = None if None in claim["source"] else named[0]
    return _claim(
        claim["kind"],
        claim["low"],
        claim["high"],
        Modifier(claim["modifier"]),
        Status(claim["status"]),
        source,
        side=_side(claim["source"]),
        group=claim["group"].split("|")[0] if claim.get("group") else None,
        scope=Scope(claim.get("scope", "event")),
    )


def _side(names: Iterable[str | None]) -> str | None:
    """The labels list every right name of one voice: the longest list of names that two claims share is its side."""
    named = {name for name in names if name}
    if None in names:
        return None
    if named & {"MEK"}:
        return "MEK"
    return "Albanian authorities" if named & {"Cuci"} else None


def _claim(
    kind: str,
    low: int | None,
    high: int | None,
    modifier: Modifier,
    status: Status,
    source: str | None,
    *,
    side: str | None = None,
    group: str | None = None,
    scope: Scope = Scope.EVENT,
) -> Claim:
    return Claim(kind, low, high, modifier, status, scope, "", None, None, source=source, side=side, group=group)


def _row(change: Change) -> dict[str, Any]:
    return {"kind": change.kind, "change": change.change.value, "severity": change.severity.value, "group": change.group}


def _alerts(change: Change) -> bool:
    return change.group is None and change.severity in (Severity.URGENT, Severity.NOTICE)


def _lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text().splitlines() if line.strip()]


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(UTC)


if __name__ == "__main__":
    {"sequences": sequences, "seeds": seeds}[sys.argv[1]]()
