"""What is new in the index of copies, settled into what is old: no answer depends on when; what never recurs lapses."""

from __future__ import annotations

from monitor.dedup import Match, cluster_id, furniture, line_hashes, sketch
from monitor.store import copies, tables
from monitor.store.copies_index import KEYS, SIGHTINGS
from monitor.store.copies_settling import REMEMBERED, SETTLED, settle

from .archive import SETTINGS, Archive, article, lines


def test_the_answers_are_the_same_whenever_what_is_new_is_settled(archive: Archive) -> None:
    text, menu = lines(1, 8), "Sign in to read more of this and that"
    given = [
        article("original", [menu, *text], outlet="Echo"),
        article("same", text, outlet="Argus"),
        *(article(f"page {seed}", [menu, *lines(seed)], outlet="Echo") for seed in range(10, 14)),
        article("cut", [menu, *text[:3]], outlet="Echo"),
        article("original", [menu, *text, *lines(2, 1)], outlet="Echo", revision="2"),
        *(article(f"quote {seed}", [menu, text[1], *lines(seed)], outlet="Echo") for seed in range(14, 14 + 60)),
        article("last", [menu, *text, *lines(3, 2)], outlet="Echo"),
    ]
    unsettled = [_told(archive.decide(of)) for of in given]
    assert archive.rows(KEYS[0], SIGHTINGS[0]) == 0
    for table in (
        copies.edges,
        copies.signatures,
        copies.clusters,
        *KEYS,
        *SIGHTINGS,
        tables.revisions,
        tables.articles,
    ):
        archive.connection.execute(table.delete())
    again = Archive(archive.connection)
    for of, told in zip(given, unsettled, strict=True):
        assert _told(again.decide(of)) == told
        settle(again.connection)
    assert again.rows(KEYS[1], SIGHTINGS[1]) == 0
    assert again.copies.faults() == []


def test_what_is_new_is_settled_at_fixed_places_in_the_order_of_arrival(archive: Archive) -> None:
    archive.seq = SETTLED - 2
    archive.decide(article("a", lines(1), outlet="Echo"))
    assert archive.rows(KEYS[0], SIGHTINGS[0]) == 0
    archive.decide(article("b", lines(2), outlet="Echo"))
    assert archive.rows(KEYS[1], SIGHTINGS[1]) == 0
    assert archive.decide(article("c", lines(1)[:3])).cluster == cluster_id("a")


def test_lines_that_did_not_recur_are_forgotten_after_long(archive: Archive) -> None:
    menu, once = "Sign in to read more of this and that", "Read on about the mayor and the harbour"
    for seed in range(1, 4):
        archive.decide(article(str(seed), [menu, *lines(seed)], outlet="Echo"))
    archive.decide(article("once", [once, *lines(5)], outlet="Echo"))
    archive.seq = 2 * REMEMBERED - 1
    archive.decide(article("late", lines(6), outlet="Echo"))
    made = sketch(article("next", [menu, once, *lines(50)], outlet="Echo"), SETTINGS)
    known = {made.wording.lines[0].exact, made.wording.lines[0].shape}
    assert furniture(made, archive.copies, SETTINGS) == known
    late = len(line_hashes(sketch(article("late", lines(6)), SETTINGS)))
    assert archive.rows(*SIGHTINGS) == len(known) * SETTINGS.recurs_in + late


def _told(found: Match) -> tuple[object, ...]:
    arrays = found.indexed.tolist(), found.stopped.tolist()
    return found.cluster, found.founds, found.copies, found.borrows, arrays
