"""The road from an article to its claims and totals."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.figures import read, totals
from monitor.model import Article, Bounds, Claim, Scope, Span
from monitor.settings.figures import load_kinds
from tests.figures.conftest import Reading

KINDS = load_kinds(Path(__file__).parents[2] / "config" / "figures.toml")
STORY = (
    "A blast tore through a mill in Northport on Tuesday, killing at least 12 workers and injuring 40 others, police "
    "said.\n\n"
    "“More than 60 people were injured,” said Ana Roe of the miners' union. The fire service reported 44 injured.\n\n"
    "Among the dead was John Doe, 41, a guard. He died in hospital.\n\n"
    "In 2004 a fire at the same mill killed 31 people.\n"
)


def article(text: str, title: str | None = None, title_at: Span | None = None) -> Article:
    lines: list[Span] = []
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            lines.append(Span(at, at + len(line.rstrip())))
        at += len(line)
    return Article("a", "a", "r", text, tuple(lines), title=title, title_at=title_at)


def figures(claims: tuple[Claim, ...]) -> list[tuple[object, ...]]:
    return [
        (claim.kind, claim.low, claim.high, claim.status, claim.scope, claim.source, claim.group) for claim in claims
    ]


def test_a_report_is_read_as_a_careful_reader_reads_it() -> None:
    whole = article(STORY)
    claims = read(whole, KINDS)
    events = {
        (claim.kind, claim.low, claim.high) for claim in claims if claim.scope is Scope.EVENT and claim.group is None
    }
    assert {("killed", 12, None), ("injured", 40, 40), ("injured", 61, None), ("injured", 44, 44)} <= events
    assert any(claim.scope is Scope.BACKGROUND and claim.low == 31 for claim in claims)
    assert totals(whole, claims)["killed"] == Bounds(12, None)


def test_an_article_without_figures_makes_no_claims() -> None:
    assert read(article("The mill opens at nine. Entry costs $12."), KINDS) == ()


def test_every_quote_stands_where_it_says_and_holds_its_number() -> None:
    whole = article(STORY, title="Mill blast kills 12")
    for claim in read(whole, KINDS):
        if claim.start is None:
            assert claim.end is None
            assert claim.quote == whole.title
        else:
            assert whole.text[claim.start : claim.end] == claim.quote
        if claim.number is not None:
            assert 0 <= claim.number.start < claim.number.end <= len(claim.quote)


def test_a_title_is_quoted_without_offsets_unless_it_is_a_line_of_the_text() -> None:
    title = "Mill blast kills 12"
    apart = read(article(STORY, title=title), KINDS)
    assert [claim.start for claim in apart if claim.quote == title] == [None]
    text = f"{title}\n\n{STORY}"
    inside = read(article(text, title=title, title_at=Span(0, len(title))), KINDS)
    assert [claim.start for claim in inside if claim.quote == title] == [0]


def test_reading_twice_gives_the_same_claims() -> None:
    assert read(article(STORY), KINDS) == read(article(STORY), KINDS)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The mill, built in 1931, makes paper for 40 newspapers.",
        "Tickets for the match cost $12 and the gates open at 3:15 p.m.",
        "Sign up for our newsletter.",
    ],
)
def test_an_unrelated_paragraph_changes_no_figure(paragraph: str) -> None:
    assert figures(read(article(f"{STORY}\n{paragraph}\n"), KINDS)) == figures(read(article(STORY), KINDS))


def test_capitals_change_no_number() -> None:
    def numbers(text: str) -> list[tuple[str, int | None, int | None]]:
        return [(claim.kind, claim.low, claim.high) for claim in read(article(text), KINDS)]

    assert numbers(STORY.upper()) == numbers(STORY)


@given(
    st.text(alphabet=st.sampled_from("12 killed injured said police the of and “”'\"-–,.()\nA²½\u00a0"), max_size=300)
)
@settings(deadline=None)
def test_any_text_is_read_and_every_quote_is_found_again(text: str) -> None:
    whole = article(text)
    for claim in read(whole, KINDS):
        assert claim.start is not None
        assert claim.end is not None
        assert text[claim.start : claim.end] == claim.quote
        assert claim.number is None or claim.quote[claim.number.start : claim.number.end].strip()


@pytest.mark.parametrize("piece", ["1 1 1 ", "killed ", "“said “", "12 killed, ", "a man was shot and "])
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    def seconds(size: int) -> float:
        began = time.process_time()
        read(article(piece * (size // len(piece))), KINDS)
        return time.process_time() - began

    seconds(1000)
    assert seconds(80_000) < 12 * seconds(20_000) + 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Number 29 hit a tree, killing two.",
        "Roe is charged with possession of a gun; the leader also denied",
        "A man shot dead a guard and a cook and then killed himself",
    ],
)
def test_a_text_cut_anywhere_is_read(claims_of: Reading, text: str) -> None:
    assert all(claim.quote for claim in claims_of(text))
    assert all(claim.quote for claim in claims_of(text.split(maxsplit=1)[1]))
