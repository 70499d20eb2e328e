"""The raid, told five times: every figure with its source, one story, and exactly the alerts that are due.

Replays the retellings in `seeds/raid` always, and the original reports too where MONITOR_SEEDS or ../shared/seeds holds
them.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.program import ROOT, run

Row = dict[str, Any]
FIRM = {"asserted", "alleged", "confirmed"}
ORIGINALS = Path(os.environ.get("MONITOR_SEEDS") or ROOT.parent / "shared" / "seeds")
FOLDERS = {"retold": (ROOT / "seeds" / "raid", "expected.json"), "originals": (ORIGINALS, "gold.json")}


@pytest.fixture(scope="module", params=list(FOLDERS))
def raid(request: pytest.FixtureRequest) -> tuple[Row, dict[str, Row]]:
    """What is expected, and the lines of a replay by file."""
    folder, expected = FOLDERS[request.param]
    if not (folder / expected).is_file():
        pytest.skip(f"{folder} does not hold the original reports; name their folder in MONITOR_SEEDS")
    done = run("replay", folder, "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return json.loads((folder / expected).read_text()), {row["id"]: row for row in rows}


def fits(claim: Row, wanted: Row) -> bool:
    if bool(claim["group"]) != bool(wanted.get("group")):
        return False
    if wanted.get("group") and not re.search(wanted["group"], claim["group"], re.IGNORECASE):
        return False
    same = all(claim[key] == wanted[key] for key in ("kind", "low", "high"))
    return same and claim["scope"] == (wanted.get("scope") or "event")


def is_said_by(claim: Row, names: list[str | None]) -> bool:
    if not claim["source"]:
        return None in names
    who = f"{claim['source']} {claim['side'] or ''}".lower()
    return any(name is not None and name.lower() in who for name in names)


def test_every_claim_is_read_with_its_source_and_status(raid: tuple[Row, dict[str, Row]]) -> None:
    expected, rows = raid
    missing = []
    for article in expected["articles"]:
        for wanted in article["claims"]:
            hits = [claim for claim in rows[article["file"]]["claims"] if fits(claim, wanted)]
            said = [claim for claim in hits if is_said_by(claim, wanted["source"])]
            firm = any(
                claim["status"] == wanted["status"] or {claim["status"], wanted["status"]} <= FIRM for claim in said
            )
            if not firm and not (wanted.get("optional") and not hits):
                missing.append((article["file"], wanted, hits))
    assert missing == []


def test_no_other_number_is_a_total_of_the_event(raid: tuple[Row, dict[str, Row]]) -> None:
    expected, rows = raid
    extra = []
    for article in expected["articles"]:
        known = {
            (wanted["kind"], wanted["low"], wanted["high"])
            for wanted in article["claims"]
            if not wanted.get("group") and (wanted.get("scope") or "event") == "event"
        }
        for claim in rows[article["file"]]["claims"]:
            is_total = (
                claim["scope"] == "event" and not claim["group"] and claim["status"] not in ("unreported", "retracted")
            )
            has_number = (claim["low"], claim["high"]) not in ((None, None), (1, None))
            if is_total and has_number and (claim["kind"], claim["low"], claim["high"]) not in known:
                extra.append((article["file"], claim))
    assert extra == []


def test_traps_and_furniture_are_not_read(raid: tuple[Row, dict[str, Row]]) -> None:
    expected, rows = raid
    for article in expected["articles"]:
        for claim in rows[article["file"]]["claims"]:
            for trap in article.get("never", []):
                applies = (
                    trap.get("kind", claim["kind"]) == claim["kind"]
                    and trap.get("scope", claim["scope"]) == claim["scope"]
                )
                assert not (applies and trap["value"] in (claim["low"], claim["high"])), (claim, trap)
            for line in article.get("furniture", []):
                assert line.lower() not in claim["quote"].lower()


def test_five_texts_are_five_clusters_and_one_story(raid: tuple[Row, dict[str, Row]]) -> None:
    _, rows = raid
    assert len({row["cluster"] for row in rows.values()}) == 5
    assert len({row["story"] for row in rows.values()}) == 1


def test_exactly_the_alerts_that_are_due(raid: tuple[Row, dict[str, Row]]) -> None:
    expected, rows = raid
    raised = {name: loud_changes(row) for name, row in rows.items()}
    for once in expected["once"]:
        hits = [
            (name, once["kind"], change)
            for name in once["in"]
            for change in once["change"]
            if (once["kind"], change) in raised[name]
        ]
        assert len(hits) == 1, once["why"]
        raised[hits[0][0]].discard(hits[0][1:])
    for wanted in expected["alerts"]:
        name = wanted["article"]
        for kind, changes in wanted["must"]:
            assert any((kind, change) in raised[name] for change in changes), (name, kind, raised[name])
        due = {(kind, change) for kind, changes in wanted["must"] + wanted["may"] for change in changes}
        assert raised[name] <= due, name


def loud_changes(row: Row) -> set[tuple[str, str]]:
    assert len(row["alerts"]) <= 1
    return {
        (change["kind"], change["change"])
        for alert in row["alerts"]
        for change in alert["changes"]
        if change["severity"] in ("urgent", "notice") and not change["group"]
    }


def test_quotes_stand_in_the_articles_as_they_came(raid: tuple[Row, dict[str, Row]]) -> None:
    _, rows = raid
    folder = next(folder for folder, _ in FOLDERS.values() if set(rows) <= {path.name for path in folder.iterdir()})
    for name, row in rows.items():
        text = (folder / name).read_text(encoding="utf-8")
        for claim in row["claims"]:
            if claim["start"] is not None:
                assert text[claim["start"] : claim["end"]] == claim["quote"]


def test_nothing_in_the_program_or_its_settings_knows_the_raid() -> None:
    told = re.compile(
        r"ashraf|mojahed|mujahed|\b(mek|ncri|manez|manze|cuci|safavi|gobadi)\b|tirana|rrumbullaku|mostashari",
        re.IGNORECASE,
    )
    files = [path for folder in ("monitor", "config") for path in (ROOT / folder).rglob("*") if path.is_file()]
    texts = {path: path.read_text() for path in files if path.suffix in (".py", ".toml", ".txt", ".md")}
    assert len(texts) > 100
    assert [(path.name, line) for path, text in texts.items() for line in text.splitlines() if told.search(line)] == []
