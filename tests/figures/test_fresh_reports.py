"""Turns of fresh reports, with the totals and scopes that a careful reader takes from them."""

from __future__ import annotations

import pytest

from monitor.figures.kinds import Kinds
from monitor.figures.read import read
from monitor.figures.totals import totals
from monitor.model import Article, Span
from tests.figures.conftest import Reading


def _totals(kinds: Kinds, text: str) -> dict[str, int | None]:
    whole = Article("a", "a", "r", text, (Span(0, len(text)),))
    return {kind: total.low for kind, total in totals(whole, read(whole, kinds)).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The driver of a coach that overturned in July, killing six pensioners, has been charged with murder.",
            {"charged": 1, "killed": 6},
        ),
        ("The gunman, wounding two guards on his way, was shot dead.", {"killed": 1, "injured": 2}),
        ("One skier died when an avalanche struck a group of seven.", {"killed": 1}),
        ("One hiker died when lightning struck a group of seven people.", {"killed": 1, "injured": 7}),
        ("A car struck a group of seven people after the crash.", {"injured": 7}),
        ("Seventeen people are listed as missing after the flood.", {"missing": 17}),
        ("Seventeen people are listed as guests; 12 are missing after the flood.", {"missing": 12}),
        ("Crews pulled a six-year-old boy alive from a 30-metre well.", {"rescued": 1}),
        (
            "Police arrested 14 people and seized two tonnes of cocaine and 31 computers in the raids.",
            {"detained": 14, "computers_seized": 31},
        ),
        ("Nine people are in shelters after the storm.", {"displaced": 9}),
        ("Five men were picked up by a patrol boat after the wreck and are in good condition.", {"rescued": 5}),
        ("Five men were hurt in the wreck and are in good condition at a clinic.", {"injured": 5}),
        (
            "A man suspected of a fire that killed his wife and four children was arrested.",
            {"detained": 1, "killed": 5},
        ),
        ("A raid killed his wife and four children were hurt.", {"killed": 1, "injured": 4}),
        ("The dogs' owner, a man of 44, has been charged with murder.", {"charged": 1}),
        ("The police said there had been only two injuries in the blast.", {"injured": 2}),
        ("Seven survivors of the wreck were picked up by a passing tanker.", {"rescued": 7}),
        (
            "A third person has died after a dog attack, bringing the number of victims to three.",
            {"killed": 3},
        ),
        ("In all 2,400 people have been moved out of their homes in the flood.", {"displaced": 2400}),
        ("More than 21,000 people were taken to shelters before the storm.", {"displaced": 21001}),
    ],
)
def test_who_came_to_harm(kinds: Kinds, text: str, expected: dict[str, int]) -> None:
    assert _totals(kinds, text) == expected


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        (
            "A skier was killed on Sunday. Eight people have died in avalanches this winter.",
            ["event", "background"],
        ),
        (
            "A bomb killed nine people. Troops came. Police went too. At least 900 have died in the war since March.",
            ["event", "background"],
        ),
        ("At least 900 people have died in the war since March.", ["event"]),
        (
            "A bomber killed 17 people, police said. Troops came. It was the third bombing; the other two killed 25.",
            ["event", "background"],
        ),
        (
            "A blast hit a bus. Troops came. The blast killed nine on the bus; the other two killed drove by.",
            ["event", "event", "event"],  # nine, two, and their sum
        ),
    ],
)
def test_of_which_event(claims_of: Reading, text: str, scopes: list[str]) -> None:
    assert [claim.scope.value for claim in claims_of(text) if claim.kind == "killed"] == scopes


@pytest.mark.parametrize(
    ("speaker", "source"),
    [
        ("Trader Musa Bello", "Musa Bello"),
        ("Farmer Ana Roe", "Ana Roe"),
        ("Hunter Roe", "Hunter Roe"),
        ("Ana Roe", "Ana Roe"),
    ],
)
def test_what_someone_is_opens_no_name(claims_of: Reading, speaker: str, source: str) -> None:
    (claim,) = claims_of(f"{speaker} said nine people died in the blast.")
    assert claim.source == source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The floods killed 73 people. The Red Crescent said it had buried 118 bodies in the district of Mel alone.",
            [(73, None), (118, "in the district of Mel")],
        ),
        ("The riot spread. Twelve people were killed on Saturday alone.", [(12, "on Saturday")]),
        ("A man died alone in his house in the fire.", [(1, None)]),
        ("Twelve people who lived alone died in the fire.", [(12, None)]),
        ("Twelve people died in the fire, and the owner alone was to blame.", [(12, None)]),
    ],
)
def test_a_figure_of_one_place_or_time_alone_is_a_part(
    claims_of: Reading, text: str, expected: list[tuple[int, str | None]]
) -> None:
    assert [(claim.low, claim.group) for claim in claims_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Five people died in the blast, the city's mayor said. Mayor Petro Kovar went there.", "Petro Kovar"),
        ("Five people died in the blast, the mayor said. The mayor, Petro Kovar, went there.", "Petro Kovar"),
        ("Five people died in the blast, the mayor said. Mayors Jon Roe and Bo Dean met.", "mayor"),
        ("Five people died in the blast, an officer said. Officer Petro Kovar went there.", "officer"),
        ("Residents have spoken of five dead after the blast.", "residents"),
        ("The ministry speaks of five people killed in the blast.", "ministry"),
    ],
)
def test_who_says_so(claims_of: Reading, text: str, source: str) -> None:
    assert [claim.source for claim in claims_of(text)] == [source]


@pytest.mark.parametrize("question", ["How many people died in the blast?", "Were people hurt in the blast?"])
def test_a_question_states_nothing(claims_of: Reading, question: str) -> None:
    assert claims_of(question) == ()
