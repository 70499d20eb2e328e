"""Which figures are totals and which are parts, and what parts add up to. Written as `kind low..high [group]`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from monitor.model import Claim, Modifier

Reading = Callable[..., tuple[Claim, ...]]


def form(claim: Claim) -> str:
    low = "" if claim.low is None else claim.low
    high = "" if claim.high is None else claim.high
    group = f" [{claim.group}]" if claim.group else ""
    derived = " derived" if claim.modifier is Modifier.DERIVED else ""
    return f"{claim.kind} {low}..{high}{group}{derived}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In the clash 15 officers and 21 residents were injured.",
            ["injured 15..15 [officers]", "injured 21..21 [residents]", "injured 36..36 derived"],
        ),
        (
            "Fifteen officers were wounded, and 21 villagers were taken to hospital with injuries after the clash.",
            ["injured 15..15 [officers]", "injured 21..21 [villagers]", "injured 36..36 derived"],
        ),
        ("The blast injured 36 camp residents.", ["injured 36..36"]),
        ("The blast killed 12 people, including 3 children.", ["killed 12..12", "killed 3..3 [children]"]),
        (
            "The blast killed 12 people. Four soldiers died at the gate.",
            ["killed 12..12", "killed 4..4 [soldiers]"],
        ),
        (
            "At least 3 soldiers and 5 rebels were killed in the clash.",
            ["killed 3.. [soldiers]", "killed 5..5 [rebels]", "killed 8.. derived"],
        ),
        (
            "The bomb killed nine people. Three more died in hospital.",
            ["killed 9..9 [people]", "killed 3..3 [others]", "killed 12..12 derived"],
        ),
        ("The bomb killed one man and injured 36 others.", ["killed 1..1", "injured 36..36"]),
        (
            "The blast wounded 17 people. Three of the wounded were in stable condition.",
            ["injured 17..17", "injured 3..3 [wounded]"],
        ),
    ],
)
def test_parts_and_sums(claims_of: Reading, text: str, expected: list[str]) -> None:
    assert [form(claim) for claim in claims_of(text)] == expected


def test_a_sum_is_not_made_where_the_same_voice_states_the_number(claims_of: Reading) -> None:
    text = "The clash left 36 people injured. Fifteen officers and 21 residents were injured."
    assert [form(claim) for claim in claims_of(text)] == [
        "injured 36..36",
        "injured 15..15 [officers]",
        "injured 21..21 [residents]",
    ]


def test_no_sum_is_made_where_the_sentence_goes_on_to_state_it(claims_of: Reading) -> None:
    text = "A fire left nine people dead.\nCrews found three more bodies, taking the toll to nine, the ministry said."
    assert [form(claim) for claim in claims_of(text)] == ["killed 9..9", "killed 3..3 [others]", "killed 9..9"]


def test_another_voice_states_its_own_total(claims_of: Reading) -> None:
    text = (
        "The group said more than 100 villagers were injured in the clash.\n"
        "Police chief Dan Orle said 15 officers and 21 residents were injured in it."
    )
    assert [form(claim) for claim in claims_of(text)] == [
        "injured 101..",
        "injured 15..15 [officers]",
        "injured 21..21 [residents]",
        "injured 36..36 derived",
    ]


def test_a_number_known_as_a_part_elsewhere_is_that_part(claims_of: Reading) -> None:
    text = "Thousands mourned the murder of six monks. Six monks and two cooks were murdered on Monday."
    assert "killed 8..8 derived" in [form(claim) for claim in claims_of(text)]
    assert not [form(claim) for claim in claims_of(text) if form(claim) == "killed 6..6"]


def test_victims_told_one_by_one_are_parts_and_a_sum(claims_of: Reading) -> None:
    text = (
        "A gunman shot and killed Maria Tolen, 41, outside a bank in Varno.\n"
        "Minutes later he shot and killed Peter Askin, 52, in a car park."
    )
    found = [form(claim) for claim in claims_of(text) if claim.kind == "killed"]
    assert found == ["killed 1..1 [Maria Tolen]", "killed 1..1 [Peter Askin]", "killed 2..2 derived"]


@pytest.mark.parametrize(
    "text",
    [
        "A man was shot dead in Varno on Monday. Peter Askin, 52, died at the scene.",
        "A 52-year-old man was killed on Monday. The victim died at once. He was murdered by a neighbour, police said.",
        "Peter Askin was killed in a crash on Monday. Askin, 52, was pronounced dead at a hospital.",
        "One person died in the fire in Varno. A woman was found dead in the kitchen.",
    ],
)
def test_one_victim_told_again_is_one(claims_of: Reading, text: str) -> None:
    found = {form(claim) for claim in claims_of(text) if claim.kind == "killed"}
    assert found == {"killed 1..1"}


def test_named_victims_are_parts_where_more_are_known(claims_of: Reading) -> None:
    text = "The crash killed five people. Peter Askin, 52, was killed on the bridge."
    assert [form(claim) for claim in claims_of(text)] == ["killed 5..5", "killed 1..1 [Peter Askin]"]


def test_a_sum_quotes_the_sentence_of_its_last_part(claims_of: Reading) -> None:
    text = "The clash was short. In it 15 officers and 21 residents were injured, police said."
    derived = [claim for claim in claims_of(text) if claim.modifier is Modifier.DERIVED]
    assert [(claim.low, claim.high, claim.quote) for claim in derived] == [
        (36, 36, "In it 15 officers and 21 residents were injured, police said.")
    ]
    assert derived[0].start is not None
    assert text[derived[0].start : derived[0].end] == derived[0].quote


def test_background_and_hypothetical_figures_enter_no_sum(claims_of: Reading) -> None:
    text = "The blast wounded 15 officers. Last year 21 residents were wounded. Rebels threatened to wound 30 guards."
    assert not [claim for claim in claims_of(text) if claim.modifier is Modifier.DERIVED]


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("Three people were shot and one died in the attack.", "injured 2..2 derived"),
        ("A gunman shot three people, killing one, in an attack in Varno.", "injured 2..2 derived"),
        ("One man was killed and two were wounded. Three people were shot in the attack.", "injured 2..2"),
    ],
)
def test_the_dead_are_no_longer_among_those_who_were_hit(claims_of: Reading, text: str, wounded: str) -> None:
    found = [form(claim) for claim in claims_of(text) if claim.kind == "injured"]
    assert wounded in found
    assert "injured 3..3" not in found


def test_those_hit_beside_the_dead_stay_as_many(claims_of: Reading) -> None:
    text = "A gunman killed one man and shot three others in an attack in Varno."
    assert "injured 3..3" in [form(claim) for claim in claims_of(text)]


def test_what_is_also_told_is_added(claims_of: Reading) -> None:
    text = "Dr. Peter Askin was killed in the attack. Two bodyguards were also killed."
    assert [form(claim) for claim in claims_of(text)][-1] == "killed 3..3 derived"


def test_an_updated_toll_holds_what_is_told_beside_it(claims_of: Reading) -> None:
    text = "The death toll of the blast has risen to 26. Three more people were killed on Tuesday."
    assert not [claim for claim in claims_of(text) if claim.modifier is Modifier.DERIVED]


def test_a_smaller_number_of_some_is_inside_a_vague_one_of_all(claims_of: Reading) -> None:
    text = "The quake injured dozens of people. Nurse Ada Lund said 11 miners were injured."
    assert [form(claim) for claim in claims_of(text)] == ["injured 24..99", "injured 11..11 [miners]"]


def test_one_that_the_opening_states_is_no_part_of_what_the_tail_tells(claims_of: Reading) -> None:
    filler = "The street was closed. " * 3
    text = f"The shooting killed one man. {filler}Elsewhere a driver ran over a couple, killing two people."
    assert form(claims_of(text)[0]) == "killed 1..1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two hostages and the gunman were killed when police stormed the bank.",
            ["killed 2..2 [hostages]", "killed 1..1 [gunman]", "killed 3..3 derived"],
        ),
        (
            "The bomber and six evacuees died in the blast.",
            ["killed 1..1 [bomber]", "killed 6..6 [evacuees]", "killed 7..7 derived"],
        ),
        (
            "The fire killed three detainees and a 41-year-old guard.",
            ["killed 3..3 [detainees]", "killed 1..1 [41-year-old guard]", "killed 4..4 derived"],
        ),
        ("Two hostages were killed and the gunman was arrested.", ["killed 2..2"]),
        ("The gunman killed two hostages.", ["killed 2..2"]),
    ],
)
def test_those_called_by_a_noun_of_another_kind_are_counted_beside_others(
    claims_of: Reading, text: str, expected: list[str]
) -> None:
    assert [form(claim) for claim in claims_of(text) if claim.kind == "killed"] == expected


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Nine people died when the boat sank. Doctors said one of the rescued died.", "rescued"),
        ("The blast killed 12 people. Two of the wounded later died.", "wounded"),
        ("The blast killed four people, including a senior officer.", "senior officer"),
        ("Crews rescued 14 people from the sea. Doctors said one of the rescued died.", None),
    ],
)
def test_a_part_is_called_what_the_text_calls_it(claims_of: Reading, text: str, group: str | None) -> None:
    assert [claim.group for claim in claims_of(text) if claim.kind == "killed"][-1] == group


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine people died in the fire. The dead included four children and a cook.", ["9", "4 children", "1 cook"]),
        ("The dead included four members of one family. The landslide killed nine.", ["4 members", "9"]),
        ("Among the dead were four children. Nine people died in the blast.", ["4 children", "9"]),
        ("Among the dead was a six-year-old girl. Nine people died in the blast.", ["1 six-year-old girl", "9"]),
        ("Six of the dead were children. Nine people died in the blast.", ["6 children", "9"]),
        ("The dead were four children. The blast shook the town.", ["4"]),
        ("Among the dead and missing after the flood were four nurses.", []),
    ],
)
def test_those_told_to_be_among_the_dead_are_a_part(claims_of: Reading, text: str, expected: list[str]) -> None:
    told = [f"{claim.low} {claim.group or ''}".strip() for claim in claims_of(text) if claim.kind == "killed"]
    assert told == expected


def test_who_died_is_not_who_an_aside_says_is_left_behind(claims_of: Reading) -> None:
    text = "The bomb went off at noon. Ana Roe – a cook who has a son and two grandchildren – died in hospital."
    assert [(claim.low, claim.names) for claim in claims_of(text)] == [(1, ("Ana Roe",))]


@pytest.mark.parametrize(
    ("text", "detained"),
    [
        ("A fourth suspect, arrested on Saturday after the murder, was released.", [1]),
        ("Three men, arrested on Saturday over the murder, were released.", [3]),
        ("Three men, angry at the arrest of a boy, were there.", [1]),
    ],
)
def test_those_told_of_behind_a_comma_are_counted(claims_of: Reading, text: str, detained: list[int]) -> None:
    assert [claim.low for claim in claims_of(text) if claim.kind == "detained"] == detained


def test_schoolchildren_are_people(claims_of: Reading) -> None:
    assert [form(claim) for claim in claims_of("The blast killed 19 schoolchildren.")] == ["killed 19..19"]


@pytest.mark.parametrize("end", ["himself", "another"])
def test_a_part_may_be_the_last_word_of_a_sentence(claims_of: Reading, end: str) -> None:
    text = f"Suspect kills {end}\nA man shot dead a guard and a cook on Friday and then killed {end}"
    assert any(claim.group for claim in claims_of(text))
