"""The index of copies on both backends: it answers as a search through everything would, and survives a purge."""

from __future__ import annotations

import random
import time
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import create_engine, func, insert, select
from sqlalchemy.exc import IntegrityError

from monitor.dedup import (
    Copying,
    Match,
    Relation,
    cluster_id,
    furniture,
    match,
    signature_of,
    sketch,
)
from monitor.errors import NotFoundError
from monitor.model import Article, Span
from monitor.store import copies, tables
from monitor.store.copies import Copies
from monitor.store.copies_index import KEYS, SIGHTINGS
from monitor.store.copies_rebuild import rebuild
from monitor.store.copies_settling import settle

from .archive import OWN, SETTINGS, Archive, article, lines


def test_copies_cut_carried_and_changed_join_and_quotations_do_not(archive: Archive) -> None:
    original = lines(1, 9)
    first = archive.decide(article("original", original))
    assert first.founds
    for seed in range(20, 40):
        archive.decide(article(f"other {seed}", lines(seed)))
    assert archive.decide(article("same", original)).cluster == first.cluster
    assert archive.decide(article("cut", original[:3])).cluster == first.cluster
    assert archive.decide(article("carried", [*lines(2, 5), *original, *lines(3, 5)])).cluster == first.cluster
    quoting = archive.decide(article("quoting", [*lines(4, 6), original[5]]))
    assert quoting.cluster == cluster_id("quoting")
    assert [borrowing.article for borrowing in quoting.borrows] == ["original"]


def test_a_form_filled_in_for_another_event_is_told_apart_by_its_stored_words(archive: Archive) -> None:
    frame = [*lines(1, 1, 12), *lines(2, 1, 30)]

    def bulletin(key: str, place: str, first: int, second: int) -> Article:
        lead = f"A quake of magnitude {first} struck near {place} at a depth of {second} kilometres, said the centre."
        return article(key, [lead, f"{frame[0]} Aftershocks of up to {first - 1} were felt in {place} too.", frame[1]])

    first = archive.decide(bulletin("one", "Dorut", 5, 10))
    assert archive.decide(bulletin("other place", "Lower Zelm", 6, 33)).cluster == cluster_id("other place")
    assert archive.decide(bulletin("other numbers", "Dorut", 6, 12)).cluster == first.cluster


def test_why_a_text_stands_where_it_does_can_be_read_again(archive: Archive) -> None:
    original, other = lines(1, 8), lines(2, 8)
    archive.decide(article("original", original))
    archive.decide(article("other", other))
    printed = article("cut", [*original[:4], other[6]])
    archive.decide(printed)
    joined, quoted = archive.copies.edges(3)
    assert (joined.seq, joined.article, joined.joins, joined.relation) == (1, "original", True, Relation.SHORTENED)
    assert joined.comparison.in_other == pytest.approx(0.8, abs=0.03)
    assert joined.comparison.of_other == pytest.approx(0.5, abs=0.03)
    assert joined.passage is None
    assert (quoted.seq, quoted.article, quoted.joins, quoted.relation) == (2, "other", False, Relation.QUOTES)
    assert quoted.passage == other[6].rstrip(".")


def test_a_passage_in_common_is_known_on_both_sides_whichever_came_first(archive: Archive) -> None:
    source, own = lines(1, 8), lines(2, 7)
    archive.decide(article("quoting", [*own, source[5]]))
    archive.decide(article("source", source))
    archive.decide(article("printing", source))
    (later,) = archive.copies.edges(1)
    assert (later.seq, later.article, later.is_later, later.joins) == (2, "source", True, False)
    assert later.comparison.in_other == later.comparison.of_other == pytest.approx(1 / 8, abs=0.02)
    (before,) = archive.copies.edges(2)
    assert (before.seq, before.article, before.is_later) == (1, "quoting", False)
    assert later.passage == before.passage == source[5].rstrip(".")


def test_the_signature_comes_back_as_it_was_kept(archive: Archive) -> None:
    of = article("a", lines(1))
    archive.decide(of)
    kept, made = archive.copies.signature(1), signature_of(sketch(of, SETTINGS).distinct, SETTINGS)
    assert (kept.scheme, kept.seed) == (made.scheme, made.seed)
    assert np.array_equal(kept.values, made.values)
    with pytest.raises(NotFoundError):
        archive.copies.signature(2)


def test_hashes_of_all_their_bits_are_found_again(archive: Archive) -> None:
    dense = Archive(archive.connection, Copying(window=1))
    dense.decide(article("a", lines(1)))
    again = sketch(article("b", lines(1)), dense.settings)
    assert int(again.distinct.max()) >= 1 << 31
    (known,) = dense.copies.known([1])
    assert np.array_equal(known.distinct, again.distinct)
    assert np.array_equal(known.keys, again.keys)
    keys = again.keys
    assert int(keys.max()) >= 1 << 47
    assert sorted(dense.copies.holders(keys)) == [(key, 1) for key in keys.tolist()]


def test_a_key_that_many_texts_hold_is_passed_over(archive: Archive) -> None:
    formula = lines(99, 1, 60)
    for seed in range(1, 9):
        archive.decide(article(str(seed), [*lines(seed, 4), *formula]))
    again = sketch(article("again", formula), SETTINGS)
    assert match(again, archive.copies, SETTINGS).copies is not None
    stricter = Copying(common_at=8)
    found = match(again, archive.copies, stricter)
    assert found.copies is None
    assert found.stopped.tolist() == again.keys.tolist()
    archive.keep(again, found)
    assert sorted(archive.copies.holders(again.keys)) == [(key, 0) for key in again.keys.tolist()]
    late = match(again, archive.copies, SETTINGS)
    assert (late.copies, len(late.stopped), len(late.indexed)) == (None, 0, 0)
    assert archive.copies.faults() == []


def test_a_thousand_printings_of_one_text_are_one_cluster_and_hardly_any_rows(archive: Archive) -> None:
    text = lines(1)
    clusters = {archive.decide(article(f"paper {number}", text)).cluster for number in range(200)}
    assert clusters == {cluster_id("paper 0")}
    assert archive.rows(*KEYS) < 60
    assert archive.rows(copies.clusters) == 1


def test_edited_printings_leave_the_shared_keys_to_the_original(archive: Archive) -> None:
    text = lines(1, 8)
    archive.decide(article("original", text))
    before = archive.rows(*KEYS)
    for seed in range(2, 62):
        assert archive.decide(article(f"edited {seed}", [*text, *lines(seed, 1, 12)])).cluster == cluster_id("original")
    assert archive.rows(*KEYS) < before + 60 * 4
    assert archive.decide(article("late", text[:3])).cluster == cluster_id("original")


def test_many_revisions_of_one_article_do_not_hide_it(archive: Archive) -> None:
    grown = lines(1, 6)
    for number in range(60):
        archive.decide(article("live", grown, revision=str(number)))
        grown = [*lines(100 + number, 1, 10), *grown]
    found = archive.decide(article("copy", grown[5:]))
    assert found.cluster == cluster_id("live")
    assert archive.rows(copies.clusters) == 1


def test_where_an_article_stands_is_its_newest_cluster_and_its_first_place(archive: Archive) -> None:
    assert archive.copies.standing("a") is None
    archive.decide(article("other", lines(1)))
    archive.decide(article("a", lines(2)))
    archive.decide(article("a", lines(1), revision="2"))
    standing = archive.copies.standing("a")
    assert standing is not None
    assert (standing.cluster, standing.since) == (cluster_id("other"), 2)


def test_lines_recur_once_three_other_clusters_of_the_outlet_printed_them(archive: Archive) -> None:
    menu = "Sign in to read more of this and that"
    for seed in range(1, 4):
        archive.decide(article(str(seed), [menu, *lines(seed)], outlet="Echo"))
        made = sketch(article("next", [menu, *lines(50)], outlet="Echo"), SETTINGS)
        found = furniture(made, archive.copies, SETTINGS)
        assert found == (frozenset() if seed < 3 else {made.wording.lines[0].exact, made.wording.lines[0].shape})
    elsewhere = sketch(article("next", [menu, *lines(50)], outlet="Argus"), SETTINGS)
    assert furniture(elsewhere, archive.copies, SETTINGS) == frozenset()
    again = sketch(article("3", [menu, *lines(3)], outlet="Echo"), SETTINGS)
    assert furniture(again, archive.copies, SETTINGS) == frozenset(), "its own cluster does not count"


def test_a_menu_does_not_fill_the_table(archive: Archive) -> None:
    for seed in range(1, 30):
        archive.decide(article(str(seed), ["Home news world sport", *lines(seed, 2)], outlet="Echo"))
    line = sketch(article("x", ["Home news world sport"], outlet="Echo"), SETTINGS).wording.lines[0]
    settle(archive.connection)
    per_line = (
        select(func.count(copies.line_sightings.c.cluster))
        .group_by(copies.line_sightings.c.line)
        .order_by(func.count().desc())
        .limit(1)
    )
    assert archive.connection.scalar(per_line) == SETTINGS.recurs_in
    assert line.exact in furniture(
        sketch(article("x", ["Home news world sport", *lines(70)], outlet="Echo"), SETTINGS), archive.copies, SETTINGS
    )


def test_copies_outlive_their_original_one_after_another(archive: Archive) -> None:
    text = lines(1, 8)
    for name, its in (("original", text), ("same", text), ("edited", [*text, *lines(2, 1)]), ("again", text)):
        archive.decide(article(name, its))
    for seq, name in enumerate(("original", "same", "edited"), start=1):
        archive.copies.forget([seq])
        archive.connection.execute(tables.revisions.delete().where(tables.revisions.c.seq == seq))
        archive.connection.execute(tables.articles.delete().where(tables.articles.c.key == name))
        made = sketch(article("late", text[:3]), SETTINGS)
        assert match(made, archive.copies, SETTINGS).cluster == cluster_id("original")
        made = sketch(article("late", text), SETTINGS)
        assert match(made, archive.copies, SETTINGS).cluster == cluster_id("original")
    assert archive.decide(article("original", text)).cluster == cluster_id("original")


def test_an_index_that_lost_rows_is_told_and_made_anew(archive: Archive) -> None:
    text = lines(1, 8)
    archive.decide(article("original", text))
    archive.decide(article("extended", [*text, *lines(2, 6)]))
    archive.decide(article("live", lines(3)))
    archive.decide(article("live", [*lines(3), *lines(4, 1)], revision="2"))
    settle(archive.connection)
    keys = copies.sketch_keys
    before = sorted(archive.connection.execute(select(keys)).all())
    assert archive.copies.faults() == []
    archive.connection.execute(insert(keys).values(key=1, seq=999))
    archive.connection.execute(keys.delete().where(keys.c.seq == 1))
    (fault,) = archive.copies.faults()
    assert fault == "1 keys of the index lead to no revision: run `monitor db check --rebuild`"
    rebuild(archive.connection, SETTINGS)
    assert sorted(archive.connection.execute(select(keys)).all()) == before


def test_signatures_of_other_settings_are_told_and_made_anew(archive: Archive) -> None:
    other = Copying(seed=2, shingle_words=4)
    archive.decide(article("a", lines(1)))
    archive.decide(article("b", [*lines(1), *lines(2, 1)]))
    archive.decide(article("c", lines(1)))
    (fault,) = Copies(archive.connection, other).faults()
    assert fault == "3 signatures were made with another scheme or seed: run `monitor db check --rebuild`"
    rebuild(archive.connection, other)
    assert Copies(archive.connection, other).faults() == []
    archive.copies, archive.settings = Copies(archive.connection, other), other
    assert archive.decide(article("same", lines(1))).cluster == cluster_id("a")
    assert archive.decide(article("cut", lines(1)[:3])).cluster == cluster_id("a")


def test_what_is_forgotten_leaves_nothing_behind(archive: Archive) -> None:
    archive.decide(article("a", lines(1)))
    archive.decide(article("b", [*lines(2), lines(1)[0]]))
    archive.copies.forget([1, 2])
    assert archive.rows(copies.signatures, copies.edges, copies.clusters, *KEYS, *SIGHTINGS) == 0
    archive.connection.execute(tables.revisions.delete())
    assert archive.decide(article("c", lines(1))).founds


def test_a_revision_must_be_kept_before_its_sketch(archive: Archive) -> None:
    if archive.connection.dialect.name == "sqlite":
        archive.connection.exec_driver_sql("PRAGMA foreign_keys = ON")
    made = sketch(article("a", lines(1)), SETTINGS)
    with pytest.raises(IntegrityError):
        archive.copies.save(1, made, match(made, archive.copies, SETTINGS))


def test_a_text_made_of_the_commonest_shingles_is_answered_soon_and_joins_nothing(archive: Archive) -> None:
    formulas = lines(7000, 40, 12)
    rng = random.Random(1)
    for seed in range(1, 80):
        archive.decide(article(str(seed), [*lines(seed, 4), *rng.sample(formulas, 8)]))
    began = time.perf_counter()
    assert archive.decide(article("adversary", formulas * 50)).copies is None
    assert time.perf_counter() - began < 5


def test_five_megabytes_are_answered_soon_and_a_cut_of_them_is_found(archive: Archive) -> None:
    huge = lines(5, 8000, 100)
    began = time.perf_counter()
    assert archive.decide(article("huge", huge)).founds
    assert archive.decide(article("cut", huge[4000:4003])).cluster == cluster_id("huge")
    assert time.perf_counter() - began < 30


def test_the_databases_decide_alike(postgres: str, tmp_path: Path) -> None:
    rng = random.Random(4)
    stream = []
    for number in range(120):
        own = lines(number, rng.randint(1, 6), 25)
        of = lines(rng.randint(0, number), 6, 25)
        text = rng.choice([own, own, of[:4], [*own, *of], [*own, of[0]], of])
        stream.append(article(f"{number % 100}", ["Home and abroad", *text], outlet="Echo", revision=str(number)))
    decided = []
    for url in (f"sqlite:///{tmp_path / 'copies.db'}", postgres):
        engine = create_engine(url)
        with engine.connect() as connection:
            tables.articles.metadata.create_all(connection, tables=OWN)
            archive = Archive(connection)
            decided.append([_told(archive.decide(of)) for of in stream])
            connection.rollback()
        engine.dispose()
    assert decided[0] == decided[1]
    assert 40 < len({cluster for cluster, *_ in decided[0]}) < 110


def _told(found: Match) -> tuple[str, object, list[tuple[str, float, Span]], list[int]]:
    borrows = [(its.article, its.share, its.passage) for its in found.borrows]
    return found.cluster, found.copies, borrows, found.indexed.tolist()
