"""The ledger by itself: is it right when it is handed right readings, and what does a long story cost?

python -m bench.ledger sequences    labelled totals of the shared stories, judged and scored; errors by name
python -m bench.ledger seeds        labelled claims of the shared seeds, judged against the alerts that are due
python -m bench.ledger cost [N]     a story of N articles (10,000): what each further one costs, against the tenth

Ends non-zero where a figure is below its floor in bench/floors.toml.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bench.floors import breaches, figures
from bench.shared import folder, score
from monitor.dedup import Copying
from monitor.figures.en.authority import is_authority
from monitor.ledger import Known, Report, Rules, judge, learn
from monitor.model import Article, Bounds, Change, Claim, Modifier, Scope, Severity, Status
from monitor.store import Standing, Store


def sequences() -> str:
    """Judge the labelled totals of every story and let the shared scorer count; what it printed."""
    gold = folder() / "data" / "sequences" / "sequences_dev.jsonl"
    with tempfile.TemporaryDirectory() as kept:
        out, errors = Path(kept, "out.jsonl"), Path(kept, "errors.jsonl")
        rows = [row for story in _lines(gold) for row in _judged_story(story)]
        out.write_text("".join(json.dumps(row) + "\n" for row in rows))
        return score("sequences.py", gold, out, "--errors", errors) + errors.read_text()


def seeds() -> str:
    """Judge the labelled claims of the seeds and name every alert that is missing or not due."""
    gold = json.loads((folder() / "seeds" / "gold.json").read_text())
    began = _time(gold["articles"][0]["published"])
    raised: dict[str, set[tuple[str, str]]] = {}
    known = Known()
    sides = _sides(claim for article in gold["articles"] for claim in article["claims"])
    for order, article in enumerate(gold["articles"]):
        claims = tuple(_gold_claim(claim, sides) for claim in article["claims"])
        report = _report(article["file"], article["published"], order, claims, event_at=began)
        judged = judge(known, report, Rules())
        known = learn(known, judged)
        raised[article["file"]] = {(c.kind, c.change.value) for c in judged.changes if _alerts(c)}
        for verdict in judged.verdicts:
            claim = report.claims[verdict.claim]
            figure = f"{article['file'][:3]} {claim.kind} {claim.low}..{claim.high}"
            print(f"  {figure} {verdict.name}: {verdict.change} ({verdict.reason})")
    problems = []
    for once in gold["once"]:
        hits = [
            (n, pair) for n in once["in"] for pair in raised[n] if pair[0] == once["kind"] and pair[1] in once["change"]
        ]
        problems += [] if len(hits) == 1 else [f"{once['kind']} {once['change']}: {len(hits)} times"]
        for name, pair in hits:
            raised[name].discard(pair)
    for want in gold["alerts"]:
        got = raised[want["article"]]
        must = [(kind, change) for kind, changes in want["must"] for change in changes]
        may = [(kind, change) for kind, changes in want["may"] for change in changes]
        problems += [f"{want['article'][:3]}: {pair} missing" for pair in must if pair not in got]
        problems += [f"{want['article'][:3]}: {pair} not due" for pair in sorted(got - {*must, *may})]
    return "\n".join([*problems, f"failing={len(problems)}"])


def cost(articles: int = 10_000) -> str:
    """Let a story grow in a database: 40 voices, copies, late copies, and tolls that move; time each article's part.

    `growth` is the median of the last thousand against that of the tenth and its neighbours, `late_growth` the median
    of those among them that came late.
    """
    draw = random.Random(7)
    spent: list[float] = []
    late: list[float] = []
    latest: datetime | None = None
    store = Store.temporary(Copying())
    for seq, report in enumerate(_long_story(articles, draw), start=1):
        with store.deciding() as past:
            article = Article(id=report.article, key=report.article, revision=report.revision, text="", body=())
            past.articles.add(
                seq, article, Standing(report.cluster, "story", report.origin, None), report.at, is_revision=False
            )
            began = time.process_time()
            judged = judge(past.ledger.known("story", report), report, Rules())
            past.ledger.save("story", report, judged)
            spent.append(time.process_time() - began)
        assert report.at is not None
        if latest is not None and report.at < latest:
            late.append(spent[-1])
        latest = max(latest or report.at, report.at)
    store.close()
    tenth = statistics.median(spent[5:20])
    growth, late_growth = (statistics.median(some) / tenth for some in (spent[-1_000:], late[-100:]))
    return f"articles={articles} tenth_ms={tenth * 1000:.2f} growth={growth:.2f} late_growth={late_growth:.2f}"


def _long_story(articles: int, draw: random.Random) -> Iterator[Report]:
    began = datetime(2025, 3, 1, tzinfo=UTC)
    toll = 5
    for seq in range(1, articles + 1):
        if draw.random() < 0.02:
            toll += draw.randint(1, 4)
        late, copy = draw.random() < 0.1, draw.random() < 0.5
        at = began + timedelta(minutes=seq - (draw.randint(60, 600) if late else 0))
        said = max(1, toll - (draw.randint(0, 12) if late else draw.randint(0, 1)))
        voices = draw.sample(range(40), 2)
        claims = tuple(
            _claim(kind, number, number, Modifier.EXACT, Status.ASSERTED, f"Hospital {voice}")
            for voice in voices
            for kind, number in (("killed", said), ("injured", said * 3 + voice % 3))
        )
        cluster = f"c{draw.randint(1, 20)}" if copy else f"c{100 + seq}"
        yield Report(f"a{seq}", f"r{seq}", cluster, f"Paper {seq % 40}", at, seq, claims, is_copy=copy)


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


def _gold_claim(claim: Mapping[str, Any], sides: Mapping[str, str]) -> Claim:
    named = [name for name in claim["source"] if name]
    source = None if None in claim["source"] else named[0]
    return _claim(
        claim["kind"],
        claim["low"],
        claim["high"],
        Modifier(claim["modifier"]),
        Status(claim["status"]),
        source,
        side=sides[source] if source else None,
        group=claim["group"].split("|")[0] if claim.get("group") else None,
        scope=Scope(claim.get("scope", "event")),
    )


def _sides(claims: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """By name, the side that it speaks for: the longest of its names.

    The labels list every right name of a voice; lists that share a name are of one voice.
    """
    voices: list[set[str]] = []
    for names in (set(claim["source"]) for claim in claims if None not in claim["source"]):
        shared = [voice for voice in voices if voice & names]
        voices = [voice for voice in voices if not voice & names] + [names.union(*shared)]
    return {name: max(sorted(voice), key=len) for voice in voices for name in voice}


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
    return Claim(kind, low, high, modifier, status, scope, "", 0, 0, source=source, side=side, group=group)


def _row(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "change": change.change.value,
        "severity": change.severity.value,
        "group": change.group,
    }


def _alerts(change: Change) -> bool:
    return change.group is None and change.severity in (Severity.URGENT, Severity.NOTICE)


def _lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text().splitlines() if line.strip()]


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(UTC)


def main() -> None:
    """Run one part, print it, and hold it against its floors."""
    parts: dict[str, Callable[..., str]] = {"sequences": sequences, "seeds": seeds, "cost": cost}
    part, *given = sys.argv[1:]
    printed = parts[part](*map(int, given))
    print(printed.strip())
    told = breaches(f"ledger/{part}", figures(printed))
    for line in told:
        print(f"BELOW ITS FLOOR  {line}")
    sys.exit(bool(told))


if __name__ == "__main__":
    main()
