"""Who is counted where all, none or some of a number are told of: those aboard, those of the dead, those of them."""

from __future__ import annotations

import pytest

from monitor.figures.totals import totals
from monitor.model import Article
from tests.figures.conftest import Reading


def told(
    claims_of: Reading, text: str
) -> tuple[dict[str, tuple[int | None, int | None]], list[tuple[int | None, str]]]:
    """The totals of a text by kind, and its parts with what they are called."""
    claims = claims_of(text)
    found = totals(Article("a", "a", "r", text, ()), claims)
    parts = [(claim.low, claim.group) for claim in claims if claim.group is not None]
    return {kind: (bounds.low, bounds.high) for kind, bounds in found.items()}, parts


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        # those aboard
        ("All 64 aboard were killed when the plane crashed.", 64),
        ("The plane crashed at sea, and all 64 people on board died.", 64),
        ("The crash killed 64 people aboard a bus.", 64),
        ("The bus with 64 aboard crashed. A man was killed.", 1),
        # who did not live
        ("None of the 64 people aboard survived the crash.", 64),
        ("None of the 12 climbers survived the avalanche.", 12),
        ("Two climbers did not survive the avalanche.", 2),
        ("All of the 12 climbers survived the avalanche.", None),
        ("Two of the 12 climbers survived the avalanche.", None),
        ("None of the 12 shops survived the fire.", None),
        # all of the dead
        ("All 16 of the dead in the raid were civilians, residents said.", 16),
        ("The raid left many dead. Residents said all 16 of the dead were civilians.", 16),
        ("The raid left many wounded. Residents said all 16 of the houses were empty.", None),
    ],
)
def test_who_died_of_so_many(claims_of: Reading, text: str, killed: int | None) -> None:
    assert told(claims_of, text)[0].get("killed") == (None if killed is None else (killed, killed))


@pytest.mark.parametrize(
    ("text", "killed", "part"),
    [
        ("Divers recovered the bodies of nine people, four of them women, from the wreck.", 9, (4, "women")),
        ("The crash killed nine people, four of them children.", 9, (4, "children")),
        ("A doctor received nine bodies after the crash, four of them women.", 9, None),
        ("A doctor received nine bodies, four of them women, after the crash.", 9, (4, "women")),
        ("Nine people were killed in the crash, six of whom were soldiers.", 9, (6, "soldiers")),
        ("The crash killed nine people, four of them in their beds.", 9, None),
        ("The crash killed nine people on a bus of women, four of them said.", 9, None),
        ("Nine people died in the crash. Six of the dead were children.", 9, (6, "children")),
        ("Nine people died in the crash. Six of the guests were children.", 9, None),
        ("The crash killed nine people. Six of those killed were children.", 9, (6, "children")),
    ],
)
def test_some_of_the_dead_are_a_part(claims_of: Reading, text: str, killed: int, part: tuple[int, str] | None) -> None:
    found, parts = told(claims_of, text)
    assert found == {"killed": (killed, killed)}
    assert parts == ([] if part is None else [part])


@pytest.mark.parametrize(
    ("text", "kidnapped"),
    [
        ("Gunmen have released 38 of the 50 pupils they abducted from a school.", 50),
        ("The 50 pupils the gunmen had abducted from a school are home.", 50),
        ("Of the 50 pupils, gunmen abducted nine.", 9),
        ("Gunmen told 50 pupils they abducted guards.", None),
    ],
)
def test_who_was_seized_of_those_released(claims_of: Reading, text: str, kidnapped: int | None) -> None:
    expected = None if kidnapped is None else (kidnapped, kidnapped)
    assert told(claims_of, text)[0].get("kidnapped") == expected


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("Six officers needed hospital treatment after the riot.", 6),
        ("Six officers ended up in hospital after the riot.", 6),
        ("Six officers required medical attention after the riot.", 6),
        ("Six officers needed hospital passes after the riot.", None),
        ("Six officers ended up in court after the riot.", None),
    ],
)
def test_who_needs_a_hospital_is_hurt(claims_of: Reading, text: str, injured: int | None) -> None:
    assert told(claims_of, text)[0].get("injured") == (None if injured is None else (injured, injured))
