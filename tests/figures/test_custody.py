"""People who *are held*: detained where police hold them or after a raid, not captives, meetings or crowds."""

from __future__ import annotations

import pytest

from tests.figures.conftest import Reading


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Police said 284 people were held after the protest.", 284),
        ("284 people were held in the raids.", 284),
        ("Riot police held 284 people on Friday.", 284),
        ("Police are holding two men after the stabbing.", 2),
        ("Twelve people are being held over the bombing.", 12),
        ("Two men are being held by police.", 2),
        ("Three suspects were being held overnight.", 3),
        ("Up to 40 people are still held in the camp, police said.", 0),
        ("The 14 students held since the riot went home.", 14),
        ("284 held after riot", 284),
        ("The group said 63 were held and that most were let go in the evening.", 63),
        ("Nine officers, who are being held by military police, deny it.", 9),
    ],
)
def test_people_held_are_detained(claims_of: Reading, text: str, held: int) -> None:
    assert [claim.low for claim in claims_of(text) if claim.kind == "detained"] == [held]


@pytest.mark.parametrize(
    "text",
    [
        "A rally was held on Friday after the arrests.",
        "Two meetings were held in the city after the riot.",
        "The two leaders held talks over the killing of 12 guards.",
        "Thousands held candles at a vigil outside the police station.",
        "Six people held a vigil outside the jail.",
        "The stadium held 4,000 people when police opened the gates.",
        "Police held two news conferences on Friday.",
        "Police held three men responsible for the murder.",
        "Twelve nurses were held hostage after the raid.",
        "The raiders held 40 customers at gunpoint.",
        "Two clerks were held up in a raid on the bank.",
        "The 22 sailors were held by pirates after the raid.",
        "A summit of eight presidents will be held in the city, police said.",
        "Two clubs for whom matches were held before the riot were fined.",
        "The group held 12 officers for a week after the raid.",
    ],
)
def test_captives_meetings_and_crowds_are_not_detained(claims_of: Reading, text: str) -> None:
    assert [claim for claim in claims_of(text) if claim.kind == "detained"] == []


def test_who_is_held_by_pirates_is_kidnapped(claims_of: Reading) -> None:
    told = claims_of("The 22 sailors held by Western pirates since March were freed on Sunday.")
    assert {(claim.kind, claim.low) for claim in told} == {("kidnapped", 22), ("rescued", 22)}


@pytest.mark.parametrize(
    ("text", "detained"),
    [
        ("Police who stormed the house seized six men.", [6]),
        ("Police captured the gunman after the shooting.", [1]),
        ("Two gunmen were captured by police after the shooting.", [2]),
        ("Police arrested a gang and seized six men.", [6]),
        ("Twelve men were seized in the raid.", [12]),
        ("Gunmen who seized 30 villagers on Friday are still there.", []),
        ("Kidnappers have released five of the nine engineers they seized on a road.", []),
        ("The gang seized two farmers and demanded a ransom.", []),
        ("Twelve nurses were seized by gunmen in the raid.", []),
    ],
)
def test_police_seize_suspects_and_gunmen_seize_captives(claims_of: Reading, text: str, detained: list[int]) -> None:
    assert [claim.low for claim in claims_of(text) if claim.kind == "detained"] == detained


@pytest.mark.parametrize(
    "text",
    [
        "The man who shot two officers remains in custody.",
        "The widow of the gunman who killed 49 people must remain in jail.",
        "A driver who hit three cyclists is in custody.",
    ],
)
def test_who_harmed_several_is_alone_in_custody(claims_of: Reading, text: str) -> None:
    assert [claim.low for claim in claims_of(text) if claim.kind == "detained"] == [1]
