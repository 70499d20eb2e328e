"""What an article looks like to the room: words, lines, shingles, keys, signature."""

from __future__ import annotations

import pickle
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import numpy as np
import pytest
from datasketch import MinHash
from hypothesis import given
from hypothesis import strategies as st

from monitor.dedup import Copying, Signature, leave_out, line_hashes, lines_at, signature_of, sketch, sketches
from monitor.model import Article, Span

from .texts import article, paragraphs, prose

SETTINGS = Copying()


def _jaccard(one: Article, other: Article) -> float:
    a, b = (set(sketch(each, SETTINGS).distinct.tolist()) for each in (one, other))
    return len(a & b) / len(a | b)


def _signature(of: Article, settings: Copying = SETTINGS) -> Signature:
    return signature_of(sketch(of, settings).distinct, settings)


def test_case_accents_and_punctuation_make_no_other_word() -> None:
    plain = sketch(article("a", "The mayor of Málaga said: ‘We – all of us – mourn’."), SETTINGS)
    other = sketch(article("a", 'THE MAYOR OF MALAGA SAID "We, all of us, mourn"'), SETTINGS)
    assert plain.exact == other.exact
    assert plain.distinct.tolist() == other.distinct.tolist()


def test_another_number_is_another_word() -> None:
    assert (
        sketch(article("a", "Killed were 12"), SETTINGS).exact != sketch(article("a", "Killed were 15"), SETTINGS).exact
    )


def test_only_the_body_is_sketched() -> None:
    lines = paragraphs(1, 3)
    bare = sketch(article("a", lines), SETTINGS)
    dressed = sketch(article("a", lines, beside=["Most read", "Weather 14 C"]), SETTINGS)
    assert bare.exact == dressed.exact


def test_shingles_run_on_from_line_to_line() -> None:
    lines = paragraphs(1, 4)
    assert _jaccard(article("a", lines), article("b", " ".join(lines))) == 1.0


def test_lines_left_out_leave_the_sketch_of_the_rest() -> None:
    lines = paragraphs(1, 5)
    whole = sketch(article("a", lines), SETTINGS)
    without = frozenset({whole.wording.lines[0].exact, whole.wording.lines[3].shape})
    rest = sketch(article("a", [lines[1], lines[2], lines[4]]), SETTINGS)
    left = leave_out(whole, SETTINGS, without)
    assert left.exact == rest.exact
    assert left.distinct.tolist() == rest.distinct.tolist()
    assert left.keys.tolist() == rest.keys.tolist()


def test_lines_are_found_again_where_they_stand() -> None:
    lines = [prose(1, 20), "(12) Read on, Jo!", prose(2, 20)]
    whole = sketch(article("a", lines), SETTINGS)
    (span,) = lines_at(whole, frozenset({whole.wording.lines[1].exact}))
    assert whole.article.text[span.start : span.end] == "(12) Read on, Jo!"


def test_a_line_is_known_by_its_shape_when_only_names_and_numbers_change() -> None:
    one = sketch(article("a", "Edited by Ann Roe at 14:05 on 3 May"), SETTINGS)
    other = sketch(article("a", "Edited by Bo van Doe at 9:17 on 12 June"), SETTINGS)
    third = sketch(article("a", "Edited for Ann Roe at 14:05 on 3 May"), SETTINGS)
    assert line_hashes(one) & line_hashes(sketch(article("a", "Edited by Cy Poe at 7:00 on 1 March"), SETTINGS))
    assert not line_hashes(one) & line_hashes(third)
    assert not line_hashes(one) & line_hashes(other)  # "van" is a word of its own


def test_a_line_of_names_alone_has_no_other_shape() -> None:
    assert not line_hashes(sketch(article("a", "Ann Roe"), SETTINGS)) & line_hashes(
        sketch(article("a", "Mass Evacuation Ordered"), SETTINGS)
    )


def test_a_sketch_is_the_same_in_another_process() -> None:
    of = article("a", paragraphs(1, 20))
    here = sketch(of, SETTINGS)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        there = pool.submit(sketch, of, SETTINGS).result()
    assert there.exact == here.exact
    assert there.wording.lines == here.wording.lines
    assert np.array_equal(there.keys, here.keys)
    assert np.array_equal(there.distinct, here.distinct)


def test_of_every_window_of_shingles_the_least_is_a_key() -> None:
    of = sketch(article("a", paragraphs(1, 200)), SETTINGS)
    windows = np.lib.stride_tricks.sliding_window_view(of.shingles, SETTINGS.window)
    assert np.array_equal((of.keys >> np.uint64(16)).astype(np.uint32), np.unique(windows.min(axis=1)))
    assert len(of.keys) == pytest.approx(2 * len(of.distinct) / (SETTINGS.window + 1), rel=0.1)


@pytest.mark.parametrize("at", range(0, 120, 10))
def test_texts_that_share_so_many_words_in_a_row_share_a_key(at: int) -> None:
    passage = prose(1, 150).split()[at : at + SETTINGS.window + SETTINGS.shingle_words - 1]
    one = sketch(article("a", f"{prose(2, 70)} {' '.join(passage)} {prose(3, 70)}"), SETTINGS)
    other = sketch(article("b", f"{prose(4, 90)} {' '.join(passage)}"), SETTINGS)
    assert np.intersect1d(one.keys, other.keys).size


def test_a_short_text_has_no_keys_but_a_hash_and_an_empty_one_not_even_that() -> None:
    short, empty = sketch(article("a", prose(1, 20)), SETTINGS), sketch(article("b", ""), SETTINGS)
    assert (len(short.keys), short.exact is None) == (0, False)
    assert (len(empty.keys), empty.exact) == (0, None)


def test_articles_sketched_together_have_the_sketches_that_they_have_alone() -> None:
    texts = [
        "",
        prose(1, 40),
        "Ministers meet",
        *(paragraphs(seed, 3) for seed in range(2, 30)),
        "...",
        prose(1, 9000),
        "",
    ]
    articles = [article(f"{place}", text) for place, text in enumerate(texts)]
    for together, each in zip(sketches(articles, SETTINGS), articles, strict=True):
        alone = sketch(each, SETTINGS)
        assert together.article is each
        assert together.wording.lines == alone.wording.lines
        for one, other in (
            (together.wording.words, alone.wording.words),
            (together.wording.kinds, alone.wording.kinds),
            (together.shingles, alone.shingles),
            (together.keys, alone.keys),
        ):
            assert one.tolist() == other.tolist()


def test_the_signature_is_what_datasketch_makes_of_the_same_hashes() -> None:
    of = sketch(article("a", paragraphs(1, 30)), SETTINGS)
    theirs = MinHash(num_perm=128, seed=1, hashfunc=int)
    theirs.update_batch(of.distinct.tolist())
    ours = signature_of(of.distinct, SETTINGS)
    assert ours.values.tolist() == theirs.hashvalues.tolist()
    assert ours.minhash().jaccard(theirs) == 1.0


def test_the_signature_estimates_the_jaccard_similarity() -> None:
    lines = paragraphs(1, 30)
    one, other = article("a", lines), article("b", lines[10:])
    estimate = _signature(one).jaccard(_signature(other))
    assert estimate == pytest.approx(_jaccard(one, other), abs=0.13)  # three standard errors at 128 permutations


def test_signatures_made_differently_are_not_compared() -> None:
    of = article("a", paragraphs(1, 2))
    with pytest.raises(ValueError, match="cannot be compared"):
        _signature(of).jaccard(_signature(of, Copying(seed=2)))


def test_five_megabytes_are_sketched_in_seconds_and_keep_enough_keys_to_find_a_cut() -> None:
    text = prose(1, 800_000)
    began = time.perf_counter()
    of = sketch(Article(id="a", key="a", revision="1", text=text, body=(Span(0, len(text)),)), SETTINGS)
    assert time.perf_counter() - began < 20
    cut = sketch(article("b", text[1_000_000:1_001_500]), SETTINGS)
    assert len(np.intersect1d(cut.keys, of.keys)) >= 2
    assert len(of.keys) <= 32_768


@given(st.text(max_size=400), st.integers(0, 3))
def test_any_text_can_be_sketched_and_pickled(text: str, lines: int) -> None:
    of = Article(id="a", key="a", revision="1", text=text, body=tuple(_cut(text, lines)))
    made = sketch(of, SETTINGS)
    again = pickle.loads(pickle.dumps(made))
    assert again.exact == made.exact
    assert len(made.distinct) <= max(made.words - 2, 0)


def _cut(text: str, lines: int) -> list[Span]:
    size = max(len(text) // (lines + 1), 1)
    return [Span(start, min(start + size, len(text))) for start in range(0, len(text), size)]
