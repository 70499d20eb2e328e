"""Sentences of several clauses, where each figure belongs to the clause that tells it."""

from __future__ import annotations

import pytest

from monitor.figures.kinds import Kinds
from monitor.figures.read import read
from monitor.figures.totals import totals
from monitor.model import Article, Span


def _totals(kinds: Kinds, text: str) -> dict[str, int | None]:
    whole = Article("a", "a", "r", text, (Span(0, len(text)),))
    return {kind: total.low for kind, total in totals(whole, read(whole, kinds)).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Floods killed 20, injured 94 and several people are missing.", {"killed": 20, "injured": 94, "missing": 3}),
        ("Floods killed 20, injured 94 and an unknown number of people are missing.", {"killed": 20, "injured": 94}),
        ("Floods killed 20 and injured 94 and people are missing.", {"killed": 20, "injured": 94}),
        ("Gunmen shot dead two men and a woman is missing.", {"killed": 2, "missing": 1}),
        ("Police detained 12 and three people were hurt.", {"detained": 12, "injured": 3}),
        ("Two men and a woman are missing.", {"missing": 3}),
        ("The blast left two dead and four injured.", {"killed": 2, "injured": 4}),
    ],
)
def test_an_object_is_not_joined_to_the_subject_of_the_next_clause(
    kinds: Kinds, text: str, expected: dict[str, int]
) -> None:
    assert _totals(kinds, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All 40 guests and staff of a lodge that burned in high winds have been rescued.", {"rescued": 40}),
        ("The nine sailors of a tug that sank off Kenya were rescued by a tanker.", {"rescued": 9}),
        ("All 12 workers at a mine that collapsed on Sunday have been found dead.", {"killed": 12}),
        ("The six people in a van that rolled off a cliff were killed.", {"killed": 6}),
        ("A guard at a mine that collapsed was arrested.", {"detained": 1}),
        ("The owner of a ship that was hijacked in May was killed.", {"killed": 1}),
        ("The ministry said in a report that 12 people were killed.", {"killed": 12}),
        ("Police in the town said that two men were arrested.", {"detained": 2}),
    ],
)
def test_a_clause_on_the_thing_does_not_hide_who_was_in_it(kinds: Kinds, text: str, expected: dict[str, int]) -> None:
    assert _totals(kinds, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In all, 22 people died at the weekend. At one bar 12 people were hit, and four died.", 22),
        ("Twelve people were hit and four died. In all, 22 people died.", 22),
        ("At first 20 people were said to be dead. The death toll hit 15, the ministry said.", 15),
        ("The death toll hit at least 15, up from 12.", 15),
    ],
)
def test_who_is_hit_makes_no_later_toll(kinds: Kinds, text: str, expected: int) -> None:
    assert _totals(kinds, text)["killed"] == expected
