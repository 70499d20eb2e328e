"""Reports that follow one event over days: who is held, what is denied, what else happened, what many days cost."""

from __future__ import annotations

import pytest

from tests.figures.conftest import Reading

LEAD = (
    "At least 43 people were killed and 55 wounded in a school in Jabal on Tuesday, medics said.\n\nIt had gone on.\n\n"
)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # who is held, and not those he hit
        ("A man suspected of shooting three people was arrested on Friday.", ["detained 1", "injured 3"]),
        (
            "A man suspected of shooting two people at a bar where he had worked was arrested.",
            ["detained 1", "injured 2"],
        ),
        ("A cook accused of killing two men in a bar where they drank was charged.", ["charged 1", "killed 2"]),
        ("Both women were found dead at home, with Mr Roe arrested soon afterwards.", ["detained 1", "killed 2"]),
        (
            "An Orle man was charged with murder.\nJohn Roe was also charged Friday with arson.",
            ["charged 1", "charged 1"],
        ),
        # what is denied
        ("The army denied on Saturday that any soldier had been killed in the raid.", ["killed 0 denied"]),
        ("The army denied that any of its soldiers were killed in the raid.", ["killed 0 denied"]),
        ("The army denied that soldiers had been killed in the raid.", ["killed 0 denied"]),
        ("The army denied killing any civilians in the raid.", ["killed 0 denied"]),
        ("The army denied the raid that killed 20 people.", ["killed 20"]),
        ("The army denied that its men had killed 20 people in the raid.", ["killed 20"]),
        # treated, told as serious and light, or in an aside
        ("Eight people suffered serious injury and 26 other got minor injury in the quake.", ["injured 34 derived"]),
        ("In the quake 50 people were wounded and 30 others were given outpatient treatment.", ["injured 80 derived"]),
        (
            "Four people - one with asthma, 3 with sore throats - are treated in nearby hospitals after the fire.",
            ["injured 4"],
        ),
        # numbers and words that count nobody
        ("Qarran, May 3 - Ten people were killed in a raid.", ["killed 10"]),
        ("A killer is sought in the channel's hit drama.", []),
        ("The clock is striking twelve in a play about a killer.", []),
        ("Horton and the two others killed and injured in the raid were friends.", []),
        ("Gunmen seized 42 pupils in the raid.", []),
    ],
)
def test_one_sentence(claims_of: Reading, text: str, figures: list[str]) -> None:
    found = [claim for claim in claims_of(text) if claim.group is None and claim.modifier.value != "none"]
    told = [
        f"{claim.kind} {claim.low}"
        + (" denied" if claim.status.value == "denied" else "")
        + (" derived" if claim.modifier.value == "derived" else "")
        for claim in found
    ]
    assert sorted(told) == figures


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("An airstrike in the Zeitun quarter left three people wounded, medics said.", "background"),
        ("Two people were killed when a shell hit a clinic in the southern town of Yunis.", "background"),
        ("Shelling of houses in the Burej camp left at least five people dead.", "background"),
        ("Medics said that 30 people were wounded in the attack on the school in Jabal.", "event"),
        ("A shell hit the school in Jabal, wounding 30 people.", "event"),
        ("A second blast in the Zeitun quarter raised the number of wounded to 60.", "event"),
        ("After 13 days of shelling, which has claimed more than 660 lives, both sides are tired.", "background"),
        ("Ten people were hurt in a protest over the death of a boy in a crash.", "event background"),
        ("Two guards were injured, bringing to 60 the number of soldiers wounded.", "event background"),
        ("Two more people were injured, bringing to 60 the number of people wounded.", "event event"),
        ("In 2009 a bus hit the school, and 17 people died.", "background"),
    ],
)
def test_what_else_happened(claims_of: Reading, sentence: str, scope: str) -> None:
    told = claims_of(LEAD + sentence)[2:]
    assert " ".join(claim.scope.value for claim in told) == scope


def test_those_of_the_wounded_are_a_part_where_no_number_is_told(claims_of: Reading) -> None:
    (told,) = claims_of("Doctors said that 10 of the wounded remained in hospital on Sunday after the shooting.")
    assert (told.low, told.group) == (10, "wounded")


def test_an_accident_of_these_days_is_not_one_of_years_ago_told_beside_it(claims_of: Reading) -> None:
    told = claims_of(
        "Investigators found the recorders of the plane in which three crew members died at Orle on Tuesday.\n\n"
        "In 2009 a plane hit a hangar there, and 17 people died."
    )
    assert [(claim.low, claim.scope.value) for claim in told] == [(3, "event"), (17, "background")]
