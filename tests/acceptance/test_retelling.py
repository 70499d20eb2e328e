"""The recorded input in `seeds/` is whole, says what is expected of all of it, and carries nobody else's sentences."""

from __future__ import annotations

import difflib
import html
import itertools
import json
import os
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
RAID = SEEDS / "raid"
FOLDERS = sorted(path.parent for path in SEEDS.glob("*/manifest.toml"))
OWN = [folder for folder in FOLDERS if folder != RAID]
ORIGINALS = Path(os.environ.get("MONITOR_SEEDS") or SEEDS.parent.parent / "shared" / "seeds")
RETELLINGS = sorted(path.name for path in RAID.glob("00*.txt"))

SPELLED = {1: "one", 4: "four", 6: "six", 8: "eight", 15: "fifteen"}
BOUNDS_IN_WORDS = {
    (0, 0): ["denied that there had been any deaths or injuries"],
    (0, 36): ["up to 36"],
    (3, 9): ["several"],
    (24, 99): ["dozens"],
    (90, 110): ["about 100"],
    (101, None): ["more than 100", "more than a hundred"],
    (15300, 18700): ["some 17,000"],
}
KINDS_OF_CHANGE = {
    *("first", "raised", "lowered", "revised", "refined", "confirmed", "denied", "disputed", "corrected"),
}


def manifest(folder: Path) -> list[dict[str, Any]]:
    return tomllib.loads((folder / "manifest.toml").read_text("utf-8"))["article"]


def expected(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "expected.json").read_text("utf-8"))


def raw(folder: Path, article: dict[str, Any]) -> str:
    name = article.get("file") or article["id"].partition("#")[0]
    return (folder / name).read_text("utf-8")


def readable(text: str) -> str:
    """The words of a text, page or feed: escapes undone as often as they were done, tags out, spaces single."""
    for _ in range(2):
        text = html.unescape(text)
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def tokens(text: str) -> list[str]:
    return re.findall(r"[\w'’-]+", text)


def words(text: str) -> list[str]:
    return [token.lower().replace("’", "'") for token in tokens(text)]


def shingles(text: str, size: int = 5) -> set[tuple[str, ...]]:
    run = words(text)
    return {tuple(run[at : at + size]) for at in range(len(run) - size + 1)}


def in_words(value: float, text: str) -> bool:
    forms = [f"{value:,}", str(value)] + ([SPELLED[int(value)]] if value in SPELLED else [])
    return any(re.search(rf"(?<![\d.,]){re.escape(form)}(?![\d]|,\d)", text, re.IGNORECASE) for form in forms)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_manifest_names_every_article_of_its_folder(folder: Path) -> None:
    named = [article["file"] for article in manifest(folder)]
    present = {path.name for path in folder.iterdir()} - {"manifest.toml", "expected.json"}
    assert set(named) == present
    assert len(named) == len(set(named))
    for article in manifest(folder):
        assert article["outlet"]
        assert article.get("fetched") or article.get("published")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_is_expected_covers_every_article(folder: Path) -> None:
    told = [article.get("file") or article["id"] for article in expected(folder)["articles"]]
    assert len(told) == len(set(told))
    assert {name.partition("#")[0] for name in told} == {article["file"] for article in manifest(folder)}


def test_every_entry_of_the_feeds_is_expected() -> None:
    told = [article["id"] for article in expected(SEEDS / "feeds")["articles"]]
    for feed in manifest(SEEDS / "feeds"):
        text = raw(SEEDS / "feeds", feed)
        guids = re.findall(r"<guid[^>]*>([^<]+)</guid>|<entry>\s*<title>[^<]*</title>\s*<id>([^<]+)</id>", text)
        ids = [a or b for a, b in guids] or [item["id"] for item in json.loads(text)["items"]]
        assert sorted(f"{feed['file']}#{guid}" for guid in ids) == sorted(
            name for name in told if name.startswith(feed["file"] + "#")
        )


@pytest.mark.parametrize("folder", OWN, ids=lambda folder: folder.name)
def test_figures_expected_of_our_own_stories_stand_in_their_texts(folder: Path) -> None:
    for article in expected(folder)["articles"]:
        text = readable(raw(folder, article))
        for figure in article["figures"]:
            assert figure["words"] in text, (article["id"], figure["words"])


@pytest.mark.parametrize("folder", OWN, ids=lambda folder: folder.name)
def test_alerts_expected_of_our_own_stories_tell_a_figure_of_the_article(folder: Path) -> None:
    for article in expected(folder)["articles"]:
        figures = {(figure["kind"], figure["low"], figure["high"]) for figure in article["figures"]}
        assert article["why"]
        for alert in article["alerts"]:
            assert set(alert["change"]) <= KINDS_OF_CHANGE
            if (alert["low"], alert["high"]) != (None, None):
                assert (alert["kind"], alert["low"], alert["high"]) in figures


@pytest.mark.parametrize("folder", OWN, ids=lambda folder: folder.name)
def test_no_file_of_our_own_stories_is_taken_for_a_report_of_the_raid(folder: Path) -> None:
    assert not [path.name for path in folder.iterdir() if re.match(r"00[0-4]", path.name)]


def test_one_agency_text_stands_in_its_copies_nearly_word_for_word() -> None:
    folder = SEEDS / "agency"
    sent = shingles(readable((folder / "harbour-times.txt").read_text("utf-8")))
    for article in expected(folder)["articles"]:
        carried = shingles(readable(raw(folder, article)))
        share = len(sent & carried) / min(len(sent), len(carried))
        assert share < 0.3 if not article["copy"] and article["id"] != "harbour-times.txt" else share > 0.6
    first, update = (
        words((folder / name).read_text("utf-8")) for name in ("harbour-times.txt", "harbour-times-update.txt")
    )
    assert difflib.SequenceMatcher(None, first, update, autojunk=False).ratio() > 0.98


def test_five_reports_are_retold_in_order() -> None:
    assert [name[:3] for name in RETELLINGS] == ["000", "001", "002", "003", "004"]
    assert sorted(article["file"] for article in manifest(RAID)) == RETELLINGS


@pytest.mark.parametrize("article", expected(RAID)["articles"], ids=lambda article: article["file"][:3])
def test_figures_traps_and_furniture_stand_in_the_retelling(article: dict[str, Any]) -> None:
    text = " ".join(raw(RAID, article).split())
    for claim in article["claims"]:
        forms = BOUNDS_IN_WORDS.get((claim["low"], claim["high"]))
        if claim["modifier"] == "derived":
            assert in_words(15, text)
            assert in_words(21, text)
        elif forms:
            assert any(form in text.lower() for form in forms), claim
        else:
            assert in_words(claim["low"], text), claim
    for trap in article["never"]:
        value = 17000 if trap["value"] == 15300 else trap["value"]
        assert in_words(value, text), trap
    for line in article.get("furniture", []):
        assert line in text


def test_what_is_expected_of_the_raid_speaks_of_its_own_files() -> None:
    gold = expected(RAID)
    files = {article["file"] for article in gold["articles"]}
    titles = {article["file"]: article["title"] for article in manifest(RAID)}
    assert {article["file"]: article["title"] for article in gold["articles"]} == titles
    assert {alert["article"] for alert in gold["alerts"]} == files
    assert {name for once in gold["once"] for name in once["in"]} < files


@pytest.mark.parametrize(
    "pair", list(itertools.combinations(RETELLINGS, 2)), ids=lambda pair: f"{pair[0][:3]}-{pair[1][:3]}"
)
def test_retellings_of_one_raid_share_almost_no_shingle(pair: tuple[str, str]) -> None:
    one, other = (shingles((RAID / name).read_text("utf-8")) for name in pair)
    assert len(one & other) / len(one | other) < 0.03


def test_the_encyclopedia_entry_borrows_from_the_agency_report() -> None:
    entry = next(article for article in expected(RAID)["articles"] if "borrows_from" in article)
    shared = shingles(raw(RAID, entry)) & shingles((RAID / entry["borrows_from"]).read_text("utf-8"))
    assert len(shared) > 30


@pytest.fixture(params=RETELLINGS, ids=lambda name: name[:3])
def retold(request: pytest.FixtureRequest) -> str:
    if not (ORIGINALS / "gold.json").is_file():
        pytest.skip(f"the original reports are not in {ORIGINALS}: set MONITOR_SEEDS to their folder")
    return request.param


def originals() -> dict[str, str]:
    return {path.name[:3]: path.read_text("utf-8") for path in sorted(ORIGINALS.glob("00[0-4]*.txt"))}


def test_a_retelling_has_no_run_of_eight_words_in_common_with_any_original(retold: str) -> None:
    """Names, titles of bodies, dates and figures are facts: a run counts where four of its words are neither."""
    theirs = set[tuple[str, ...]]().union(
        *(shingles(line, 8) for text in originals().values() for line in text.splitlines())
    )
    for line in (RAID / retold).read_text("utf-8").splitlines():
        run = tokens(line)
        for at in range(len(run) - 7):
            piece = run[at : at + 8]
            if sum(word[0].islower() for word in piece) >= 4:
                assert tuple(words(" ".join(piece))) not in theirs


def test_a_retelling_has_no_sentence_in_common_with_any_original(retold: str) -> None:
    theirs = {sentence for text in originals().values() for sentence in sentences(text)}
    assert not sentences((RAID / retold).read_text("utf-8")) & theirs


def test_a_retelling_is_of_its_originals_length_and_gives_the_same_numbers(retold: str) -> None:
    mine, theirs = (RAID / retold).read_text("utf-8"), originals()[retold[:3]]
    assert 0.8 < len(words(mine)) / len(words(theirs)) < 1.25
    assert numbers(mine) == numbers(theirs)


def sentences(text: str) -> set[str]:
    """Sentences of six words and more, three of them in lower case: shorter ones are headings, credits and dates."""
    pieces = [tokens(piece) for piece in re.split(r"(?<=[.!?…])[”\"’]?\s+|\n+", text)]
    return {
        " ".join(words(" ".join(piece)))
        for piece in pieces
        if len(piece) >= 6 and sum(word[0].islower() for word in piece) >= 3
    }


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:[.,]\d+)*", text))
