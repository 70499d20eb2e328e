"""Nothing is printed as a quote that does not stand in a stored article."""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, fields, is_dataclass

import pytest

from monitor.alerts import Sentence, alert_text, digest_text, story_text, why_not_text, why_text
from monitor.fetch import items
from monitor.pipeline import Decided, Road
from monitor.replay import replay
from monitor.settings import load
from monitor.store import Store
from monitor.workers import Readers
from tests.acceptance.program import CONFIG, ROOT

SETTINGS = load(CONFIG)
STORIES = ("agency", "disputes", "edited", "feeds", "raid")
HOSTILE = (
    "Coach crash near Velmora\n\n"
    "Police said 12 people\u202e were killed &amp; “<b>9</b> injured” as a coach \x1b[31moverturned Monday [sic] .\n\n"
    "“At least 14 are dead,” the mayor,\u00a0Ann Lorre, said . > “It is [a] disaster ...” *Thirty* were hurt.\n\n"
    "Rescuers counted 15 dead, " + "and went on counting through the night, " * 300 + "a nurse said.\n"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A database, and the titles and texts in it of every article, by the id that its source gave it."""

    store: Store
    texts: dict[str, list[str]]


@pytest.fixture(scope="module", params=[*STORIES, "hostile"])
def stored(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    """What is kept of one of the recorded stories, or of a text that is hard to quote."""
    kept = tmp_path_factory.mktemp("kept")
    folder = ROOT / "seeds" / request.param
    if request.param == "hostile":
        folder = tmp_path_factory.mktemp("hostile")
        (folder / "coach.txt").write_text(HOSTILE, "utf-8")
    store = Store.open(str(kept / "m.db"), SETTINGS.copies)
    with Readers(SETTINGS, 1) as readers:
        decided = [one for one in replay(items([folder]), Road(store, SETTINGS), readers) if isinstance(one, Decided)]
    assert decided
    texts = defaultdict(list)
    with closing(sqlite3.connect(kept / "m.db")) as connection:
        for article, title, text in connection.execute("SELECT item_id, title, text FROM revisions"):
            texts[article].append(f"{title or ''}\n{text}")
    yield Kept(store, texts)
    store.close()


def sentences(shown: object) -> Iterator[Sentence]:
    """Every sentence within what a reader is shown."""
    if isinstance(shown, Sentence):
        yield shown
    elif isinstance(shown, tuple):
        for one in shown:
            yield from sentences(one)
    elif is_dataclass(shown) and not isinstance(shown, type):
        for field in fields(shown):
            yield from sentences(getattr(shown, field.name))


def views(stored: Kept) -> list[tuple[object, str]]:
    """All that there is to show of a database, with how it is printed."""
    labels = SETTINGS.labels
    with stored.store.reading() as past:
        digest = past.views.digest(labels, None, None)
        shown: list[tuple[object, str]] = [(digest, digest_text(digest))]
        for story in past.stories.all():
            view = past.views.story(story.id, labels)
            shown.append((view, story_text(view)))
        for alert in past.views.alerts(labels):
            why = past.reasons.why(alert.id, labels)
            shown += [(alert, alert_text(alert)), (why, why_text(why))]
        for article in stored.texts:
            silence = past.reasons.why_not(article, labels)
            shown.append((silence, why_not_text(silence)))
    return shown


def flat(text: str) -> str:
    return " ".join(text.split())


def test_every_sentence_that_is_shown_stands_in_the_article_that_it_names(stored: Kept) -> None:
    told = 0
    for view, _ in views(stored):
        for said in sentences(view):
            told += 1
            assert any(said.quote in text for text in stored.texts[said.article]), said
            if said.number is not None:
                assert said.quote[said.number.start : said.number.end].strip()
    assert told


def test_every_line_that_is_printed_as_a_quote_stands_in_an_article(stored: Kept) -> None:
    known = [flat(text) for told in stored.texts.values() for text in told]
    printed = 0
    for _, text in views(stored):
        for quote in re.findall(r"(?:^ *> .*\n)+", text, re.MULTILINE):
            words = flat(re.sub(r"^ *> ", "", quote, flags=re.MULTILINE))
            pieces = [piece.strip() for piece in words.split("…")]
            assert any(all(_stands(piece, body) for piece in pieces) for body in known), words
            printed += 1
    assert printed


def _stands(piece: str, body: str) -> bool:
    """Whether what was printed stands in a text: marks around the number taken off, what steers a terminal left out."""
    unmarked = re.escape(piece).replace(r"\[", r"\[?").replace(r"\]", r"\]?")
    harmless = "".join(letter for letter in body if letter.isprintable())
    return re.search(unmarked, harmless) is not None
