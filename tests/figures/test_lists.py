"""Who is counted where several are told together, one is singled out, or a body's name stands before the noun."""

from __future__ import annotations

import pytest

from monitor.figures.totals import totals
from monitor.model import Article
from tests.figures.conftest import Reading

Totals = dict[str, tuple[int | None, int | None]]


def totals_of(claims_of: Reading, text: str) -> Totals:
    """The totals of a text without a title, by kind."""
    found = totals(Article("a", "a", "r", text, ()), claims_of(text))
    return {kind: (bounds.low, bounds.high) for kind, bounds in found.items()}


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Ana Roe, Bo Dean, Cy Hale and Di Moe were killed in a crash.", 4),
        ("A guard, a clerk, a cook and a nurse were killed in a crash.", 4),
        ("In Orle, a guard, a clerk and a cook died in a crash.", 3),
        ("A clerk was held after his wife, her son, the couple's baby and their dog were found dead in a fire.", 3),
        ("A trial heard of the murders of Ana Roe, Bo Dean and Cy Hale, who were killed in a fire.", 3),
        # a relative clause that singles one out, and one that does not
        ("An argument led to the shooting, and the suspect and the man who died were known to each other.", 1),
        ("The clerk and the cook who were killed in the fire were friends.", 2),
        ("Two pupils, including a boy, who were killed in the crash were friends.", 2),
        # the noun behind the name of a body
        ("A man was charged with the murders of four University of Orle students.", 4),
        ("Two Department of Health workers died in the crash.", 2),
        ("Four of the students died in the crash.", 4),
        # a name that is a country's, told with an age
        ("Watts, 24, and England, 21, died in the crash.", 2),
        # ages of several, and one more told by his number
        ("Two sisters aged nine and 11 drowned in the flood.", 2),
        ("A brother and sister aged nine and 11 drowned in the flood.", 2),
        ("Nine and 11 people drowned in two floods.", 20),
        # who says so is none of them
        ("Six were hurt in the crash, the chief, Dino Roe, said, and nine were killed.", 9),
        ("The chief, Dino Roe, and nine guards were killed in the crash.", 10),
        ("England beat Watts in a deadly match, 24 to 21.", None),
        # those told by number, with a noun joined to theirs
        ("Forty pupils and staff died in the fire.", 40),
        ("So far two men have died after the fire.", 2),
        # who they were, told after the number
        ("Two men, 26-year-old Al Dean and 22-year-old Bo Hale, both of Orle, were killed in the crash.", 2),
    ],
)
def test_who_is_counted_together(claims_of: Reading, text: str, killed: int | None) -> None:
    assert totals_of(claims_of, text).get("killed") == (None if killed is None else (killed, killed))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A clerk was then arrested and has since been charged with arson.", {"detained": (1, 1), "charged": (1, 1)}),
        ("A clerk is facing murder charges after the fire.", {"charged": (1, 1)}),
        ("The office facing the court charges rent.", {}),
        ("Rescuers fear for the remaining seven miners still missing after the blast.", {"missing": (7, 7)}),
        (
            "The mayor raised the number: 42 pupils, who he had first said were abducted, are home.",
            {"kidnapped": (42, 42)},
        ),
        ("Gunmen whisked away 42 people, including 27 pupils.", {"kidnapped": (42, 42)}),
        ("A waiter whisked away 42 plates.", {}),
        (
            "We have 132 confirmed dead after the flood, and another 176 missing.",
            {"killed": (132, 132), "missing": (176, 176)},
        ),
        ("There were 132 confirmed deaths after the flood.", {"killed": (132, 132)}),
        (
            "The flood killed nine, and 12 injured in Orle were airlifted to Varno.",
            {"killed": (9, 9), "injured": (12, 12)},
        ),
        ("The flood toll nears 100 in Orle.", {"killed": (90, 99)}),
        ("Twelve pupils remain in hospital after the crash.", {"injured": (12, 12)}),
        ("A clerk was in hospital for years before the crash.", {}),
        ("Four people are being treated in nearby hospitals after the crash.", {"injured": (4, 4)}),
        (
            "The owner of a club where a fire killed 19 people was indicted on Monday.",
            {"charged": (1, 1), "killed": (19, 19)},
        ),
        (
            "The owners of the club where 19 people were killed in a fire were indicted.",
            {"killed": (19, 19)},
        ),
        ("The fire killed 19 people, and the owner was indicted.", {"charged": (1, 1), "killed": (19, 19)}),
        ("A clerk was brought into court in irons and charged with arson.", {"charged": (1, 1)}),
        ("Two clerks were freed, and the guards charged with sticks.", {"rescued": (2, 2)}),
        ("Three of the sailors were recovered deceased after the storm.", {"killed": (3, 3)}),
        ("Fourteen sailors are in the custody of the border guards.", {"detained": (14, 14)}),
        ("Puerto Ricans were left homeless by the quake.", {}),
        ("Puerto Rican Ana Roe was left homeless by the quake.", {"displaced": (1, 1)}),
    ],
)
def test_verbs_and_states_of_people(claims_of: Reading, text: str, expected: Totals) -> None:
    assert totals_of(claims_of, text) == expected


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("Shots were heard. One man was shot and hurt. A second victim was found two blocks away with a wound.", 2),
        ("Shots were heard. One man was shot and hurt. The victim was found two blocks away with a wound.", 1),
    ],
)
def test_one_more_is_told_of(claims_of: Reading, text: str, injured: int) -> None:
    assert totals_of(claims_of, text).get("injured") == (injured, injured)


def test_what_is_also_found_is_nobody_more(claims_of: Reading) -> None:
    found = "A clerk shot and killed a man in Orle. Officers found her in a yard. They also found a man dead in a flat."
    assert totals_of(claims_of, found).get("killed") == (1, 1)
    died = "A clerk shot and killed a man in Orle. A cook also died."
    assert totals_of(claims_of, died).get("killed") == (2, 2)


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        # those who were hit, the dead among them, told again by a word that does not say so
        (
            (
                "Two people are dead and three others are hurt after a shooting in Orle.\n"
                "Five people, the suspect among them, were injured. Officers said three were shot."
            ),
            3,
        ),
        # another beside the dead man, and another beside the wounded one
        (
            (
                "A shooting in Orle left one man dead and another injured.\n"
                "A man was taken to a clinic, where he was pronounced dead. Another man with wounds was in a yard."
            ),
            1,
        ),
        ("A man was wounded in a shooting in Orle. Another man with wounds was found at a hospital.", 2),
        (
            (
                "A bomber shot two guards at a mill in Orle.\n"
                "The mill burned down. At least three people were killed in the attack. Another 12 people were wounded."
            ),
            12,
        ),
        ("Nine people were hurt in a crash in Orle. Another 12 were hurt in the rescue. Three people died.", 21),
    ],
)
def test_another_is_beside_whom_it_follows(claims_of: Reading, text: str, injured: int) -> None:
    assert totals_of(claims_of, text).get("injured") == (injured, injured)


def test_the_same_number_more_is_told_again(claims_of: Reading) -> None:
    again = (
        "A flood killed nine people, and a further 17 people are missing. Another 17 missing are sought, police said."
    )
    assert totals_of(claims_of, again).get("missing") == (17, 17)
    more = "A flood left 17 people missing. Another 12 people are missing in Orle."
    assert totals_of(claims_of, more).get("missing") == (29, 29)
