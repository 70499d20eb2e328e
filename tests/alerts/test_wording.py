"""Bounds, changes and hostile text in words."""

from __future__ import annotations

import pytest

from monitor.alerts.harmless import LONGEST, markdown, plain
from monitor.alerts.wording import bounds_in_words, change_in_words
from monitor.model import Bounds, ChangeName, Modifier


@pytest.mark.parametrize(
    ("low", "high", "modifier", "words"),
    [
        (36, 36, Modifier.EXACT, "36"),
        (17000, 17000, Modifier.EXACT, "17,000"),
        (0, 0, Modifier.EXACT, "none"),
        (12, None, Modifier.AT_LEAST, "at least 12"),
        (101, None, Modifier.AT_LEAST, "at least 101"),
        (101, None, Modifier.MORE_THAN, "more than 100"),
        (101, None, None, "more than 100"),
        (0, 36, Modifier.AT_MOST, "up to 36"),
        (0, 9, Modifier.FEWER_THAN, "fewer than 10"),
        (90, 110, Modifier.ABOUT, "about 100"),
        (15300, 18700, Modifier.ABOUT, "about 17,000"),
        (180, 199, Modifier.ABOUT, "nearly 200"),
        (20, 30, Modifier.BETWEEN, "20 to 30"),
        (24, 99, Modifier.VAGUE, "dozens"),
        (3, 9, Modifier.VAGUE, "several"),
        (1, None, Modifier.NONE, "some, no number"),
        (None, None, Modifier.NONE, "no figure"),
    ],
)
def test_bounds_read_as_people_say_them(low: int | None, high: int | None, modifier: Modifier, words: str) -> None:
    assert bounds_in_words(Bounds(low, high), modifier) == words


@pytest.mark.parametrize(
    ("change", "before", "after", "words"),
    [
        (ChangeName.RAISED, Bounds(24, 99), Bounds(101, None), "dozens → more than 100"),
        (ChangeName.FIRST, None, Bounds(36, 36), "36"),
        (ChangeName.DENIED, Bounds(12, 12), Bounds(0, 0), "12, denied"),
        (ChangeName.DISPUTED, Bounds(12, 12), None, "12, disputed"),
        (ChangeName.DISPUTED, Bounds(12, 12), Bounds(3, 3), "12 → 3"),
        (ChangeName.CONFIRMED, Bounds(12, 12), Bounds(12, 12), "12"),
    ],
)
def test_changes_read_on_a_line(change: ChangeName, before: Bounds | None, after: Bounds | None, words: str) -> None:
    assert change_in_words(change, before, after) == words


def test_terminal_escapes_and_reversed_writing_are_taken_out() -> None:
    assert plain("\x1b[31mTwelve\x07 dead\u202e\nin  Harbour\u2028") == "[31mTwelve dead in Harbour"


def test_what_is_too_long_for_a_sentence_is_cut() -> None:
    assert len(plain("x" * 10_000)) == LONGEST
    assert plain("x" * 10_000).endswith("…")


def test_markup_is_shown_as_it_was_written() -> None:
    assert markdown("[12](javascript:x) <b>*dead*</b> | #1") == (r"\[12\]\(javascript:x\) \<b\>\*dead\*\</b\> \| \#1")
    assert markdown("1. first") == r"1\. first"
