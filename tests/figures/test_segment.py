"""Cutting an article into sentences and tokens."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.figures.en.segment import LONGEST, parse
from monitor.model import Article, Span


def article(text: str, title: str | None = None, title_at: Span | None = None) -> Article:
    return Article("a", "a", "r", text, (Span(0, len(text)),), title=title, title_at=title_at)


def sentences(text: str) -> list[str]:
    document = parse(article(text))
    return [document.quote(at) for at in range(len(document.sentences))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bus fell. Two died.", ["A bus fell.", "Two died."]),
        ("Mr. Roe and Sgt. Bo Hall fell. Gov. Kim left.", ["Mr. Roe and Sgt. Bo Hall fell.", "Gov. Kim left."]),
        ("He left the U.S. The rest stayed.", ["He left the U.S.", "The rest stayed."]),
        ("The U.S. Army said so.", ["The U.S. Army said so."]),
        ("It began at 3 a.m. Tuesday at No. 5 Mill St.", ["It began at 3 a.m. Tuesday at No. 5 Mill St."]),
        ("They died on Jan. 3. More fell.", ["They died on Jan. 3.", "More fell."]),
        ("John J. Roe died.", ["John J. Roe died."]),
        ("A 6.1 quake hit. 12 died.", ["A 6.1 quake hit.", "12 died."]),
        ("“It fell.” Two died.", ["“It fell.”", "Two died."]),
        ("`` It fell. '' Two died.", ["`` It fell. ''", "Two died."]),
        ('"It fell." "Two died."', ['"It fell."', '"Two died."']),
        ("It fell (hard). Two died!  Why?  None knows.", ["It fell (hard).", "Two died!", "Why?", "None knows."]),
        ("“Run!” she cried.", ["“Run!” she cried."]),
        ("TWELVE DEAD IN MILL FIRE. OWNER HELD.", ["TWELVE DEAD IN MILL FIRE.", "OWNER HELD."]),
        ("The mill burned.Two died.", ["The mill burned.", "Two died."]),
        ("See mill.example.com for more.", ["See mill.example.com for more."]),
        (
            "Mill Fire Kills Two\nA fire broke out.\nTwo died.",
            ["Mill Fire Kills Two", "A fire broke out.", "Two died."],
        ),
        ("The fire hurt 1,200\nworkers.", ["The fire hurt 1,200\nworkers."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


WRAPPED = (
    "Northport, 3 May (WIRE) -- A ferry with some two hundred people on board\n"
    "sank off the coast last night. The harbour office said that twelve\n"
    "people drowned and that the search for the others would go on until the\n"
    "evening.\n\n"
    "   The owner of the line said that the ship had been inspected in the\n"
    "spring.  No fault was found.\n"
)


def test_a_hard_wrapped_paragraph_is_one_paragraph_and_its_sentences_cross_lines() -> None:
    document = parse(article(WRAPPED))
    assert [s.paragraph for s in document.sentences] == [0, 0, 1, 1]
    assert document.quote(1).startswith("The harbour office said that twelve\npeople drowned")


def test_one_sentence_a_line_is_not_taken_for_wrapping() -> None:
    text = "A ferry sank off the coast last night.\nTwelve people drowned and others are sought.\nThe owner is held.\n"
    assert [s.paragraph for s in parse(article(text)).sentences] == [0, 1, 2]


def test_a_title_comes_first_and_outside_the_text() -> None:
    document = parse(article("A ferry sank.", title="Ferry sinks; 12 dead. Owner held"))
    assert document.sentences[0].placed is False
    assert document.sentences[0].paragraph == -1
    assert document.quote(0) == "Ferry sinks; 12 dead. Owner held"
    assert document.quote(1) == "A ferry sank."


def test_a_title_that_is_a_line_is_read_once_and_placed() -> None:
    text = "Ferry sinks\n\nA ferry sank."
    document = parse(article(text, title="Ferry sinks", title_at=Span(0, 11)))
    assert [document.quote(at) for at in range(2)] == ["Ferry sinks", "A ferry sank."]
    assert all(sentence.placed for sentence in document.sentences)


def test_only_the_body_is_read() -> None:
    text = "Most read: 90 dead\nA ferry sank.\nCookies"
    document = parse(Article("a", "a", "r", text, (Span(19, 32),)))
    assert [document.quote(at) for at in range(len(document.sentences))] == ["A ferry sank."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("65-year-old", ["65", "-", "year", "-", "old"]),
        ("20–30 people", ["20", "-", "30", "people"]),
        ("12 dead – 4 hurt", ["12", "dead", "--", "4", "hurt"]),
        ("1,00,000 or 10 000", ["1,00,000", "or", "10", "000"]),
        ("the MEK’s camp", ["the", "mek", "'s", "camp"]),
        ("They didn’t", ["they", "didn't"]),
        ("6.1-magnitude 30km 1980s", ["6.1", "-", "magnitude", "30km", "1980s"]),
        ("``twelve''", ['"', "twelve", '"']),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert parse(article(text)).sentences[0].lows == expected


@given(st.text(alphabet=st.sampled_from("aB1.,;!?\"'“”`-–— \n\u00a0(İ)ß"), max_size=200))
def test_every_token_stands_where_it_says(text: str) -> None:
    for sentence in parse(article(text)).sentences:
        assert len(sentence.texts) == len(sentence.lows) == len(sentence.starts) > 0
        for at, (token, start) in enumerate(zip(sentence.texts, sentence.starts, strict=True)):
            assert text[start : sentence.end_of(at)] == token
        assert (sentence.start, sentence.end) == (sentence.starts[0], sentence.end_of(len(sentence.starts) - 1))


@given(st.text(max_size=200))
def test_no_word_is_lost(text: str) -> None:
    kept = "".join(token for sentence in parse(article(text)).sentences for token in sentence.texts)
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.parametrize("piece", ["1 ", "killed ", '"', "``", "a.", "''a", "-", "\n", "x\n", "I. "])
def test_no_input_takes_long_and_no_sentence_is_longer_than_the_limit(piece: str) -> None:
    began = time.perf_counter()
    document = parse(article(piece * 30_000))
    assert time.perf_counter() - began < 5
    assert all(len(sentence.texts) <= LONGEST for sentence in document.sentences)
