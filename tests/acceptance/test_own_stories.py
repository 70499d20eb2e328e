"""The recorded stories of our own: what each folder's `expected.json` says, seen in its replay."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

import pytest

from tests.acceptance.program import ROOT, run

Row = dict[str, Any]
FIRM = {"asserted", "alleged", "confirmed"}
FOLDERS = sorted(path.parent.name for path in (ROOT / "seeds").glob("*/expected.json") if path.parent.name != "raid")


@pytest.fixture(scope="module", params=FOLDERS)
def story(request: pytest.FixtureRequest) -> tuple[list[Row], dict[str, Row]]:
    """What is expected of each article of a folder, and the lines of its replay by id."""
    folder = ROOT / "seeds" / request.param
    done = run("replay", folder, "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return json.loads((folder / "expected.json").read_text())["articles"], {row["id"]: row for row in rows}


def test_every_article_is_replayed_and_no_other(story: tuple[list[Row], dict[str, Row]]) -> None:
    expected, rows = story
    assert sorted(rows) == sorted(article["id"] for article in expected)


@pytest.mark.parametrize("together", ["story", "cluster"])
def test_what_belongs_together_is_together_and_nothing_else(
    story: tuple[list[Row], dict[str, Row]], together: str
) -> None:
    expected, rows = story
    found = defaultdict(set)
    for article in expected:
        found[article[together]].add(rows[article["id"]][together])
    assert {label: len(ids) for label, ids in found.items() if len(ids) > 1} == {}
    ids = [one for held in found.values() for one in held]
    assert len(set(ids)) == len(ids), "two are in one"


def test_copies_revisions_and_agencies_are_seen(story: tuple[list[Row], dict[str, Row]]) -> None:
    expected, rows = story
    for article in expected:
        row = rows[article["id"]]
        if "copy" in article:
            assert (row["copy_of"] is not None) == article["copy"], article["id"]
        if "revision_of" in article:
            assert row["revision_of"] == article["revision_of"]
        if article.get("agency"):
            assert row["agency"] == article["agency"]


def test_every_figure_is_read_with_its_status_and_source(story: tuple[list[Row], dict[str, Row]]) -> None:
    expected, rows = story
    missing = [
        (article["id"], wanted)
        for article in expected
        for wanted in article["figures"]
        if not any(fits(claim, wanted) for claim in rows[article["id"]]["claims"])
    ]
    assert missing == []


def test_no_trap_is_a_figure(story: tuple[list[Row], dict[str, Row]]) -> None:
    expected, rows = story
    caught = [
        (article["id"], trap["why"], claim["quote"])
        for article in expected
        for trap in article["never"]
        for claim in rows[article["id"]]["claims"]
        if trap["value"] in (claim["low"], claim["high"])
        and trap.get("kind", claim["kind"]) == claim["kind"]
        and trap["scope"] == claim["scope"]
        and not claim["group"]
        and claim["status"] != "retracted"
    ]
    assert caught == []


def test_exactly_the_alerts_that_are_due(story: tuple[list[Row], dict[str, Row]]) -> None:
    expected, rows = story
    wrong = []
    for article in expected:
        due = list(article["alerts"])
        for change in loud_changes(rows[article["id"]]):
            answers = [alert for alert in due if is_answer(change, alert)]
            if answers:
                due.remove(answers[0])
            else:
                wrong.append((article["id"], "not due", change))
        wrong += [(article["id"], "missing", alert) for alert in due]
    assert wrong == []


def fits(claim: Row, wanted: Row) -> bool:
    figure = all(claim[key] == wanted[key] for key in ("kind", "low", "high")) and wanted["words"] in claim["quote"]
    firmly = claim["status"] == wanted["status"] if "status" in wanted else claim["status"] in FIRM
    who = f"{claim['source']} {claim['side']}".lower()
    return (
        figure
        and firmly
        and ("source" not in wanted or any(name.lower() in who for name in wanted["source"].split("|")))
    )


def is_answer(change: Row, alert: Row) -> bool:
    named = change["kind"] == alert["kind"] and change["change"] in alert["change"]
    bounds = (alert["low"], alert["high"])
    return named and (bounds == (None, None) or change["after"] == {"low": bounds[0], "high": bounds[1]})


def loud_changes(row: Row) -> list[Row]:
    return [
        change
        for alert in row["alerts"]
        for change in alert["changes"]
        if change["severity"] in ("urgent", "notice") and not change["group"]
    ]
