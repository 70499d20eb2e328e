"""Whose deed of long ago is told only to say who he is, and who is on trial for it."""

from __future__ import annotations

import pytest

from tests.figures.conftest import Reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man who killed three people in 2009 was found dead in his cell on Friday.", ["1 event", "3 background"]),
        ("A man who killed three people in 2009 was shot dead in Orle on Friday.", ["1 event", "3 background"]),
        ("A soldier who killed nine villagers in 2012 died in prison on Friday.", ["1 event", "9 background"]),
        ("A man jailed for killing three people in 2009 was found hanged on Friday.", ["1 event", "3 background"]),
        ("A guard convicted of killing two inmates was stabbed to death on Friday.", ["1 event", "2 background"]),
        ("A man serving life for killing two guards was stabbed to death in prison.", ["1 event", "2 background"]),
        ("A man who served ten years for killing two guards is charged with robbing a bank.", ["2 background"]),
        # a court's word on the deed, a deed of the same days, one that is told of somebody else
        ("A man who killed three people in 2009 was sentenced to life on Friday.", ["3 event"]),
        ("A man serving ten years for killing two guards has lost his appeal.", ["2 event"]),
        ("A man who killed three people in Orle on Friday was shot dead by police.", ["1 event", "3 event"]),
        ("A guard was stabbed to death by a man who killed three people in Orle on Friday.", ["1 event", "3 event"]),
    ],
)
def test_an_earlier_deed_is_background(claims_of: Reading, text: str, expected: list[str]) -> None:
    killed = [claim for claim in claims_of(text) if claim.kind == "killed"]
    assert sorted(f"{claim.low} {claim.scope}" for claim in killed) == expected
