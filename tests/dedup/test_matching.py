"""What is a copy of what."""

from __future__ import annotations

import random

import pytest

from monitor.dedup import Copying, Relation, cluster_id

from .remembered import Remembered, decide
from .texts import article, paragraphs, prose


@pytest.fixture
def past() -> Remembered:
    return Remembered()


def test_a_text_of_its_own_founds_a_cluster_named_by_its_article(past: Remembered) -> None:
    found = decide(past, article("a", prose(1, 200)))
    assert found.founds
    assert found.copies is None
    assert found.cluster == cluster_id("a")
    assert found.cluster != decide(past, article("b", prose(2, 200))).cluster


def test_the_same_text_is_a_copy_whatever_its_title_case_and_line_breaks(past: Remembered) -> None:
    lines = paragraphs(1, 5)
    first = decide(past, article("a", lines, title="One"))
    found = decide(past, article("b", " ".join(lines).upper(), title="Another"))
    assert found.cluster == first.cluster
    assert found.copies is not None
    assert (found.copies.article, found.copies.relation, found.copies.similarity) == ("a", Relation.COPY, 1.0)


def test_a_text_with_every_number_changed_stays_a_copy(past: Remembered) -> None:
    lines = [f"{prose(seed, 30)} At least {seed + 3} were counted." for seed in range(8)]
    decide(past, article("a", lines))
    found = decide(past, article("b", [line.replace("At least ", "At least 1") for line in lines]))
    assert found.copies is not None
    assert found.copies.relation is Relation.COPY
    assert 0.6 < found.copies.similarity < 1


def test_a_text_cut_to_its_first_third_is_shortened(past: Remembered) -> None:
    lines = paragraphs(1, 9)
    decide(past, article("a", lines))
    found = decide(past, article("b", lines[:3]))
    assert found.copies is not None
    assert found.copies.relation is Relation.SHORTENED
    assert found.copies.comparison.in_other == 1.0
    assert found.copies.comparison.of_other == pytest.approx(1 / 3, abs=0.03)


def test_a_text_carried_inside_a_longer_one_is_extended(past: Remembered) -> None:
    inner, outer = paragraphs(1, 3), paragraphs(2, 9)
    decide(past, article("a", inner))
    found = decide(past, article("b", " ".join(outer[:4] + inner + outer[4:])))
    assert found.copies is not None
    assert found.copies.relation is Relation.EXTENDED


def test_a_copy_may_come_before_its_original(past: Remembered) -> None:
    lines = paragraphs(1, 9)
    short = decide(past, article("short", lines[:3]))
    whole = decide(past, article("whole", lines))
    assert whole.cluster == short.cluster == cluster_id("short")
    assert whole.copies is not None
    assert whole.copies.relation is Relation.EXTENDED


def test_a_late_copy_joins_after_many_others_have_come(past: Remembered) -> None:
    first = decide(past, article("a", paragraphs(1, 5)))
    for seed in range(2, 80):
        decide(past, article(f"other {seed}", paragraphs(seed, 5)))
    assert decide(past, article("late", paragraphs(1, 5)[:4])).cluster == first.cluster


def test_a_long_quotation_is_borrowed_with_its_passage_and_is_no_copy(past: Remembered) -> None:
    source, own = paragraphs(1, 8), paragraphs(2, 8)
    decide(past, article("source", source))
    quoting = article("quoting", [*own[:4], source[2], *own[4:]])
    found = decide(past, quoting)
    assert found.copies is None
    assert found.cluster == cluster_id("quoting")
    (borrowing,) = found.borrows
    assert borrowing.article == "source"
    assert borrowing.share == pytest.approx(1 / 9, abs=0.02)
    passage = quoting.text[borrowing.passage.start : borrowing.passage.end]
    assert passage == source[2].rstrip(".")


def test_a_quotation_with_a_word_changed_is_one_passage(past: Remembered) -> None:
    source, own = paragraphs(1, 8), paragraphs(2, 8)
    decide(past, article("source", source))
    words = source[2].rstrip(".").split()
    words[20] = "otherwise"
    quoting = article("quoting", [*own, " ".join(words)])
    (borrowing,) = decide(past, quoting).borrows
    assert quoting.text[borrowing.passage.start : borrowing.passage.end] == " ".join(words)


def test_a_few_words_in_common_are_not_borrowed(past: Remembered) -> None:
    formula = "said in a statement read out to reporters on the same day"
    decide(past, article("a", f"{prose(1, 100)} {formula} {prose(2, 100)}"))
    found = decide(past, article("b", f"{prose(3, 100)} {formula} {prose(4, 100)}"))
    assert found.borrows == ()


def test_an_article_that_joins_one_text_may_borrow_from_another(past: Remembered) -> None:
    one, other = paragraphs(1, 8), paragraphs(2, 8)
    decide(past, article("one", one))
    decide(past, article("other", other))
    found = decide(past, article("both", [*one, other[3]]))
    assert found.cluster == cluster_id("one")
    assert [borrowing.article for borrowing in found.borrows] == ["other"]


def test_two_texts_that_share_a_copy_are_not_chained_together(past: Remembered) -> None:
    one, other = paragraphs(1, 6), paragraphs(2, 6)
    first = decide(past, article("one", one))
    second = decide(past, article("other", other))
    both = decide(past, article("both", [*one, *other[:4]]))
    assert both.cluster == first.cluster
    assert first.cluster != second.cluster
    assert decide(past, article("other again", other[:5])).cluster == second.cluster


def test_the_best_match_wins_over_the_first(past: Remembered) -> None:
    lines = paragraphs(1, 10)
    decide(past, article("half", [*lines[:5], *paragraphs(9, 3)]))
    decide(past, article("most", [*lines[5:], *paragraphs(8, 20)]))
    found = decide(past, article("whole", lines[3:]))
    assert found.copies is not None
    assert found.copies.article == "most"


def test_revisions_of_one_article_are_no_copies_of_each_other(past: Remembered) -> None:
    lines = paragraphs(1, 6)
    first = decide(past, article("a", lines))
    second = decide(past, article("a", [*lines, prose(99, 20)], revision="2"))
    assert second.cluster == first.cluster
    assert not second.founds
    assert second.copies is None


def test_a_revision_is_no_copy_of_a_copy_of_itself(past: Remembered) -> None:
    lines = paragraphs(1, 6)
    decide(past, article("a", lines))
    decide(past, article("b", lines))
    assert decide(past, article("a", [*lines, prose(99, 20)], revision="2")).copies is None


def test_a_revision_of_a_copy_is_still_a_copy_of_its_original(past: Remembered) -> None:
    lines = paragraphs(1, 6)
    decide(past, article("a", lines))
    decide(past, article("b", lines))
    found = decide(past, article("b", [*lines, prose(99, 20)], revision="2"))
    assert found.copies is not None
    assert found.copies.article == "a"


def test_a_stub_that_becomes_a_printing_of_a_known_text_joins_it(past: Remembered) -> None:
    agency_text = paragraphs(1, 6)
    original = decide(past, article("a", agency_text))
    decide(past, article("b", prose(5, 12), title="Soon"))
    found = decide(past, article("b", agency_text, revision="2"))
    assert found.cluster == original.cluster


def test_texts_under_thirty_words_are_copies_only_word_by_word_and_under_one_title(past: Remembered) -> None:
    text = prose(1, 25)
    first = decide(past, article("a", text, title="Blast heard"))
    assert decide(past, article("b", text, title="Blast heard")).cluster == first.cluster
    assert decide(past, article("c", text, title="Match report")).cluster != first.cluster
    assert decide(past, article("d", f"{text} Indeed.", title="Blast heard")).cluster != first.cluster


@pytest.mark.parametrize("text", ["", "...", "Loading"])
def test_a_text_of_next_to_no_words_is_a_copy_of_nothing(past: Remembered, text: str) -> None:
    decide(past, article("a", text))
    found = decide(past, article("b", text))
    assert found.founds
    assert found.borrows == ()


def test_lines_that_recur_in_an_outlet_neither_join_nor_hide(past: Remembered) -> None:
    menu = [prose(7000 + number, 25) for number in range(4)]
    for seed in range(1, 4):
        decide(past, article(f"early {seed}", [*menu, *paragraphs(seed, 6)], outlet="Echo"))
    brief, brief_again = prose(51, 40), prose(52, 40)
    one = decide(past, article("one", [*menu, brief], outlet="Echo"))
    two = decide(past, article("two", [*menu, brief_again], outlet="Echo"))
    assert one.cluster != two.cluster
    elsewhere = decide(past, article("elsewhere", brief, outlet="Argus"))
    assert elsewhere.copies is not None
    assert elsewhere.copies.relation is Relation.COPY
    assert elsewhere.copies.article == "one"


def test_furniture_whose_dates_counts_and_names_change_is_furniture(past: Remembered) -> None:
    rng = random.Random(3)

    def page(body: list[str]) -> list[str]:
        name = f"{rng.choice(['Ann', 'Bo', 'Cy'])} {rng.choice(['Roe', 'Doe', 'Poe'])}"
        return [
            f"You are reading the {rng.randint(1, 28)} March {rng.randint(2001, 2024)} edition with many readers",
            f"Written by {name} and checked by the night desk before it went to press at {rng.randint(10, 23)}:15",
            *body,
            f"There are {rng.randint(2, 400)} comments on this, last by {name}, and you can add yours below the line",
        ]

    for seed in range(1, 5):
        decide(past, article(f"early {seed}", page(paragraphs(seed, 6)), outlet="Echo"))
    founded = [decide(past, article(f"brief {seed}", page([prose(seed, 35)]), outlet="Echo")) for seed in range(60, 70)]
    assert len({found.cluster for found in founded}) == 10


def test_an_outlet_s_first_pages_do_not_become_one_cluster_by_what_stands_around_them(past: Remembered) -> None:
    menu, imprint = paragraphs(900, 5), paragraphs(901, 5)
    pages = [article(f"page {seed}", [*menu, *paragraphs(seed, 4), *imprint], outlet="Echo") for seed in range(12)]
    assert len({decide(past, page).cluster for page in pages}) == 12


def test_an_update_with_a_new_lead_joins_the_text_it_updates_in_its_own_outlet(past: Remembered) -> None:
    lines = paragraphs(1, 9)
    first = decide(past, article("a", lines, outlet="Echo"))
    assert decide(past, article("b", [prose(77, 40), *lines[1:]], outlet="Echo")).cluster == first.cluster


def test_five_printings_of_one_text_in_one_outlet_are_not_furniture(past: Remembered) -> None:
    lines = paragraphs(1, 5)
    clusters = {decide(past, article(f"edition {n}", lines[: 5 - n % 2], outlet="Echo")).cluster for n in range(6)}
    assert len(clusters) == 1
    assert decide(past, article("last", lines[:4], outlet="Echo")).cluster in clusters


def test_without_an_outlet_no_line_is_furniture(past: Remembered) -> None:
    shared = paragraphs(1, 1)
    for seed in range(2, 8):
        decide(past, article(str(seed), [*shared, *paragraphs(seed, 6)]))
    found = decide(past, article("last", shared[0]))
    assert found.copies is not None


def test_a_stricter_threshold_joins_less(past: Remembered) -> None:
    lines = paragraphs(1, 10)
    strict = Copying(join_at=0.9)
    decide(past, article("a", lines), strict)
    found = decide(past, article("b", [*lines[:7], *paragraphs(2, 3)]), strict)
    assert found.copies is None
    assert [borrowing.article for borrowing in found.borrows] == ["a"]


def test_the_reason_of_a_join_can_be_told(past: Remembered) -> None:
    lines = paragraphs(1, 8)
    decide(past, article("a", lines))
    found = decide(past, article("b", lines[:2]))
    assert found.copies is not None
    assert found.copies.comparison.reason == "100% of it stands in the other, and makes up 25% of that"


def test_settings_that_make_no_sense_are_refused() -> None:
    with pytest.raises(ValueError, match="join_at"):
        Copying(join_at=0)
    with pytest.raises(ValueError, match="window"):
        Copying(window=0)
    with pytest.raises(ValueError, match="least_words"):
        Copying(least_words=2)
