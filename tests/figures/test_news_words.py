"""Turns of news prose that state a number, take it back, or only seem to state one: each through the whole reading."""

from __future__ import annotations

import pytest

from tests.figures.conftest import Reading


def _told(claims_of: Reading, text: str) -> list[tuple[str, int | None, int | None, str]]:
    return [(claim.kind, claim.low, claim.high, claim.status.value) for claim in claims_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Divers recovered four more bodies after the ferry sank.", [("killed", 4, 4, "asserted")]),
        (
            "Crews pulled 31 people from the water and pulled nine out of the sea after the ferry sank.",
            [("rescued", 31, 31, "asserted"), ("rescued", 9, 9, "asserted")],
        ),
        ("Divers brought two bodies to the surface after the ferry sank.", [("killed", 2, 2, "asserted")]),
        ("The bodies of two men were pulled from the river after the crash.", [("killed", 2, 2, "asserted")]),
        ("Police seized three bodies after the raid on the clinic.", [("killed", 3, 3, "asserted")]),
        ("Thirteen people died in the fire; one body had been counted twice.", [("killed", 13, 13, "asserted")]),
        ("Seven died in the fire. Two deaths were wrongly listed.", [("killed", 7, 7, "asserted")]),
        (
            "Seven died in the fire. Two deaths were listed on Monday.",
            [("killed", 7, 7, "asserted"), ("killed", 2, 2, "asserted")],
        ),
        ("Police raided the shop and seized 14 computers.", [("computers_seized", 14, 14, "asserted")]),
        (
            "The mayor said that the seven hikers who are missing after the avalanche were feared dead.",
            [("missing", 7, 7, "asserted"), ("killed", 7, 7, "feared")],
        ),
        (
            "Six sailors who had been missing since the storm are safe. Three sailors are still missing.",
            [("missing", 3, 3, "asserted")],
        ),
        (
            "Four of the missing were found safe after the flood. Two are still missing.",
            [("missing", 2, 2, "asserted")],
        ),
        (
            "The number of people killed when the coach overturned near the bridge has risen to seven.",
            [("killed", 7, 7, "asserted")],
        ),
        ("The number of people detained rose to 45 after the riot.", [("detained", 45, 45, "asserted")]),
        ("The number of people killed in the flood has risen again.", []),
        ("The number of confirmed dead in the flood stands at 9.", [("killed", 9, 9, "asserted")]),
        ("In the bombing 18 people were killed or wounded.", []),
        (
            "A bomb hit a bus. An earlier version of this story said 30 people were killed; the correct number is 13.",
            [("killed", 30, 30, "retracted"), ("killed", 13, 13, "asserted")],
        ),
        ("Four soldiers were reported killed in the ambush.", [("killed", 4, 4, "alleged")]),
        ("The bus burned out without any injuries.", [("injured", 0, 0, "asserted")]),
        ("The airline denied that anyone was hurt in the fire.", [("injured", 0, 0, "denied")]),
        ("The ministry had reports of nine injuries after the quake.", [("injured", 9, 9, "alleged")]),
        ("Police believe six miners were killed in the explosion.", [("killed", 6, 6, "asserted")]),
        ("Reporters asked if anyone was hurt in the fire.", []),
        ("Three survivors of the crash are still in hospital.", [("injured", 3, 3, "asserted")]),
        ("Three survivors of the crash had been in hospital before.", []),
        ("Nine people were treated for dehydration in the flood.", [("injured", 9, 9, "asserted")]),
        ("Nine people were pulled from the rubble after the quake.", [("rescued", 9, 9, "asserted")]),
        ("The bodies of nine people were pulled from the rubble after the quake.", [("killed", 9, 9, "asserted")]),
        ("Nine bodies were pulled from the rubble after the quake.", [("killed", 9, 9, "asserted")]),
        ("The last four of nine bodies were brought to the surface after the blast.", [("killed", 9, 9, "asserted")]),
        (
            "Rescuers saved nine survivors and six bodies.",
            [("rescued", 9, 9, "asserted"), ("killed", 6, 6, "asserted")],
        ),
        (
            "Four boys were killed and a fifth was critically injured in the crash.",
            [("killed", 4, 4, "asserted"), ("injured", 1, 1, "asserted")],
        ),
        ("A fifth of the shops burned down in the fire.", []),
        (
            "The company denied a newspaper report that nine miners had died in the blast.",
            [("killed", None, None, "denied"), ("killed", 9, 9, "alleged")],
        ),
        (
            "Rescuers recovered the bodies of nine climbers who went missing in the avalanche.",
            [("killed", 9, 9, "asserted")],
        ),
        (
            "Rescuers recovered the bodies of nine clerks who were kidnapped in the raid.",
            [("killed", 9, 9, "asserted"), ("kidnapped", 9, 9, "asserted")],
        ),
        ("Nine people were ordered to leave their homes after the fire.", [("displaced", 9, 9, "asserted")]),
        ("Nine people were ordered to leave the court after the fire.", []),
        ("The fire forced nine people to flee.", [("displaced", 9, 9, "asserted")]),
        ("Nine hostages were killed in the raid.", [("kidnapped", 9, 9, "asserted"), ("killed", 9, 9, "asserted")]),
        (
            "After the riot organisers put the number of arrests at more than 300.",
            [("detained", 301, None, "asserted")],
        ),
        (
            "The number of people killed in the mill fire has been lowered from 23 to 19, the coroner said.",
            [("killed", 19, 19, "asserted")],
        ),
    ],
)
def test_a_turn_of_news_prose_states_just_its_figures(
    claims_of: Reading, text: str, expected: list[tuple[str, int, int, str]]
) -> None:
    assert _told(claims_of, text) == expected


def test_a_part_is_called_as_the_article_spells_it(claims_of: Reading) -> None:
    made = claims_of("The clash hurt 30 Camp-7 residents and 12 officers.")
    assert [claim.group for claim in made if claim.low in (30, 12)] == ["Camp-7 residents", "officers"]


def test_an_office_is_not_on_the_side_of_the_province_it_serves(claims_of: Reading) -> None:
    (claim,) = claims_of("Two people died in the fire, the civil protection service of Velmark province said.")
    assert (claim.source, claim.side) == ("civil protection service of Velmark province", None)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Two passengers died, Ilse Marek of the civil defence said.", "civil defence"),
        ("Two passengers died, said Ilse Marek of the Corvale fire brigade.", "Corvale fire brigade"),
    ],
)
def test_an_office_behind_a_name_is_told_without_what_ties_them(claims_of: Reading, text: str, side: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.source, claim.side) == ("Ilse Marek", side)
