"""*The number of victims*: the dead where the article has told of dead alone, the hurt where of hurt alone."""

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
        ("A bomb killed three more people on Monday, bringing the total number of victims to 29.", {"killed": 29}),
        ("Two more people died in the landslide, taking the number of victims to 29.", {"killed": 29}),
        ("The death of a nurse on Friday brought the number of victims of the bombing to 29.", {"killed": 29}),
        ("Three people were killed in the landslide. The victims now number 29.", {"killed": 29}),
        ("Three people were killed in the landslide. The victims numbered 29 by Friday.", {"killed": 29}),
        (
            "Crews pulled two more bodies from the rubble of the blast, raising the number of victims to 14.",
            {"killed": 14},
        ),
        ("The attack injured 20 people. The number of victims rose to 24.", {"injured": 24}),
        ("The blast killed nine people, bringing the total dead to 14.", {"killed": 9}),
        ("Nine people died on Friday after the quake, bringing the total dead to 14.", {"killed": 14}),
        ("Two people died in the fire. The dead now number 12.", {"killed": 12}),
        ("Nine people died in the fire. The wounded number 40, doctors said.", {"killed": 9, "injured": 40}),
    ],
)
def test_a_number_of_victims_is_of_what_was_told(kinds: Kinds, text: str, expected: dict[str, int]) -> None:
    assert _totals(kinds, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Four people were killed and 12 wounded in the blast, bringing the number of victims to 16.",
            {"killed": 4, "injured": 12},
        ),
        ("Nine people died in the fire and 12 were hurt. The victims number 21.", {"killed": 9, "injured": 12}),
        ("The man robbed three women, bringing the number of victims to nine.", {}),
        ("Twelve people were killed in the bombing. The number of victims could rise.", {"killed": 12}),
        ("Two people died when bus number 29 hit a tree.", {"killed": 2}),
        ("A strike on Friday killed two men, taking the toll to 90.", {"killed": 2}),
        ("An airstrike killed two more men on Friday, taking the toll in the war to 90.", {"killed": 2}),
    ],
)
def test_victims_of_several_kinds_of_harm_or_of_none_are_not_counted(
    kinds: Kinds, text: str, expected: dict[str, int]
) -> None:
    assert _totals(kinds, text) == expected
