"""Bounds, changes and hostile text in words."""

from __future__ import annotations

import pytest

from monitor.alerts.harmless import LONGEST, markdown, plain
from monitor.alerts.view import FigureView, PartView, VoiceView
from monitor.alerts.wording import bounds_in_words, change_in_words, disputes
from monitor.model import Bounds, Change, ChangeName, Modifier, Severity, Status
from tests.alerts.views import FIRM, sentence


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
    ("change", "before", "after", "status", "words"),
    [
        (ChangeName.RAISED, Bounds(24, 99), Bounds(101, None), Status.ASSERTED, "dozens → more than 100"),
        (ChangeName.RAISED, Bounds(12, 12), Bounds(15, 15), Status.ALLEGED, "12 → 15, alleged"),
        (ChangeName.FIRST, None, Bounds(36, 36), Status.ASSERTED, "36"),
        (ChangeName.FIRST, None, Bounds(11, 11), Status.FEARED, "11, feared"),
        (ChangeName.DENIED, Bounds(12, 12), Bounds(0, 0), Status.DENIED, "12, denied"),
        (ChangeName.DISPUTED, Bounds(12, 12), None, Status.DISPUTED, "12, disputed"),
        (ChangeName.DISPUTED, Bounds(12, 12), Bounds(3, 3), Status.ASSERTED, "12 → 3"),
        (ChangeName.CONFIRMED, Bounds(12, 12), Bounds(12, 12), Status.CONFIRMED, "12"),
    ],
)
def test_changes_read_on_a_line(
    change: ChangeName, before: Bounds | None, after: Bounds | None, status: Status, words: str
) -> None:
    made = Change("killed", change, before, after, "police", Severity.NOTICE, claim=0, status=status)
    assert change_in_words(made) == words


def test_terminal_escapes_and_reversed_writing_are_taken_out() -> None:
    assert plain("\x1b[31mTwelve\x07 dead\u202e\nin  Harbour\u2028") == "[31mTwelve dead in Harbour"


def test_what_is_too_long_for_a_sentence_is_cut() -> None:
    assert len(plain("x" * 10_000)) == LONGEST
    assert plain("x" * 10_000).endswith("…")


def test_markup_is_shown_as_it_was_written() -> None:
    assert markdown("[12](javascript:x) <b>*dead*</b> | #1") == (r"\[12\]\(javascript:x\) \<b\>\*dead\*\</b\> \| \#1")
    assert markdown("1. first") == r"1\. first"


def test_a_voice_that_also_counts_parts_does_not_stand_against_one_of_the_same_total() -> None:
    part = PartView("officers", Bounds(15, 15), Modifier.EXACT, sentence())
    voices = (
        VoiceView("police", Bounds(36, 36), *FIRM, (part,), sentence()),
        VoiceView("mayor", Bounds(36, 36), *FIRM, (), sentence()),
        VoiceView("union", Bounds(50, 50), *FIRM, (), sentence()),
    )
    figure = FigureView("injured", "Injured", disputed=True, voices=voices, echoes=(), timeline=())
    assert disputes(figure) == "36 (police, mayor) against 50 (union)"
