"""Words of harm and arrest that everyday news uses of other things count nobody."""

from __future__ import annotations

import pytest

from tests.figures.conftest import Reading

AROUND = (
    "Two men were hurt in a crash near Dunmore on Monday. "  # an incident, so that the words could be taken for harm
)


@pytest.mark.parametrize(
    "text",
    [
        "The governor has said the plan is critical for the port.",
        "The minister is critical as talks go on.",
        "She is a critical player in the party.",
        "Thousands of commuters were hit with travel delays.",
        "The senator has been hit by allegations of fraud.",
        "Three lenders were hit with fines.",
        "Ties took another hit on Monday.",
        "The singer's biggest hit, a ballad, was sung by two sisters.",
        "Thieves hacked into two lenders.",
        "Two Finns beat a world record for ballooning.",
        "Government forces captured Zorra airport.",
        "Astronauts capture Dragon with an arm.",
        "The king grew rich by seizing Calvera in a war.",
        "Cocaine and cannabis were seized at a house.",
        "Money for 19 independent bodies would end.",
        "Four regulatory bodies tightened their rules.",
        "Penalty saved! The keeper dived left.",
        "The siege ended when the hostage taker gave up.",
    ],
)
def test_everyday_words_count_nobody(claims_of: Reading, text: str) -> None:
    alone = [(claim.kind, claim.low) for claim in claims_of(AROUND)]
    assert [(claim.kind, claim.low) for claim in claims_of(AROUND + text)] == alone


@pytest.mark.parametrize(
    ("text", "kind", "low"),
    [
        ("Four women are critical after the crash.", "injured", 4),
        ("A lorry hit two cyclists near Karsk.", "injured", 2),
        ("Three guards were hit by shrapnel.", "injured", 3),
        ("Three guards were hacked by a mob with machetes.", "injured", 3),
        ("Officers beat three protesters at the rally.", "injured", 3),
        ("Soldiers captured 14 rebels near Zorra.", "detained", 14),
        ("Police seized three suspects in Karsk.", "detained", 3),
        ("Police captured Ivo Marek at a farm.", "detained", 1),
        ("Four bodies were found in a field.", "killed", 4),
        ("The bodies of two guards were found by the road.", "killed", 2),
        ("Firefighters saved three children from the blaze.", "rescued", 3),
        ("Gunmen held 12 hostages in a bank.", "kidnapped", 12),
    ],
)
def test_the_same_words_count_people(claims_of: Reading, text: str, kind: str, low: int) -> None:
    assert (kind, low) in [(claim.kind, claim.low) for claim in claims_of(text)]
