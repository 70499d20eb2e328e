"""Who *lost* so many: people, to death; not matches, jobs and seats, nor people to something else."""

from __future__ import annotations

import pytest

from tests.figures.conftest import Reading


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The rebels fled after losing ten of their own in the clash.", [10]),
        ("The rebels lost ten men in the clash.", [10]),
        ("The army said it had lost ten soldiers in the attack.", [10]),
        ("The unit lost 14 soldiers and two tanks in the battle.", [14]),
        ("The gang lost three of its members in a shootout.", [3]),
        ("The village lost 12 people in the flood.", [12]),
        ("The police lost two officers to an ambush.", [2]),
        ("The firm lost nine workers when the explosion tore through its mill.", [9]),
        ("The rebels had lost five fighters by nightfall after the raid.", [5]),
        ("The fire spread. One family lost two children in the blaze.", [2]),
    ],
)
def test_people_lost_in_something_deadly_are_killed(claims_of: Reading, text: str, killed: list[int]) -> None:
    assert [claim.low for claim in claims_of(text) if claim.kind == "killed"] == killed


@pytest.mark.parametrize(
    "text",
    [
        "The club lost ten matches after the crash.",
        "The town lost ten jobs in the fire.",
        "The party lost ten seats after the riot.",
        "The army lost ten soldiers to desertion after the battle.",
        "The company lost ten workers to a rival after the blast.",
        "The team lost ten players to injury before the clash with the league's leaders.",
        "The party lost ten members in the vote on the massacre.",
        "He lost two fingers in the blast.",
        "The army lost contact with ten soldiers in the battle.",
        "The lost ten men were found safe after the avalanche.",
        "The airline lost ten pilots in the strike.",
        "The army may lose ten soldiers in a battle.",
    ],
)
def test_what_else_is_lost_kills_nobody(claims_of: Reading, text: str) -> None:
    assert [claim for claim in claims_of(text) if claim.kind == "killed" and claim.scope.value != "hypothetical"] == []
