"""Bodies by name: what stands before a name is no part of it, and one described and then named is one voice."""

from __future__ import annotations

import pytest

from tests.figures.conftest import Reading


def _sources(claims_of: Reading, text: str) -> list[str | None]:
    return [claim.source for claim in claims_of(text)]


@pytest.mark.parametrize(
    ("speaker", "source"),
    [
        ("The opposition Movement for Change", "Movement for Change"),
        ("Opposition group Movement for Change", "Movement for Change"),
        ("The ruling Harbour Party", "Harbour Party"),
        ("The pro-government Daily Star", "Daily Star"),
        ("The exiled National Council of Resistance", "National Council of Resistance"),
        ("The rebel People's Front", "People's Front"),
        ("The monitoring group Airwars", "Airwars"),
        ("The independent Human Rights Watch", "Human Rights Watch"),
        ("The Islamist group Sons of Light", "Sons of Light"),
        ("The powerful Teachers' Union", "Teachers' Union"),
        ("The charity Doctors Without Borders", "Doctors Without Borders"),
        ("Mothers Against Guns", "Mothers Against Guns"),
        # near misses: what stands before tells whose, or whether it is one
        ("The interior ministry", "interior ministry"),
        ("The rebel Interior Ministry", "rebel Interior Ministry"),
        ("The Russian Defence Ministry", "Russian Defence Ministry"),
        ("A spokesman for the Harbour Front", "spokesman for the Harbour Front"),
        ("The local Red Cross", "local Red Cross"),
        ("Police in Velm", "police in Velm"),
        ("The central bank", "central bank"),
        ("The teachers' union", "teachers' union"),
        ("The private television channel", "private television channel"),
    ],
)
def test_a_body_is_called_by_its_name(claims_of: Reading, speaker: str, source: str) -> None:
    assert _sources(claims_of, f"{speaker} said 12 people were killed in the raid.") == [source]


@pytest.mark.parametrize(
    ("described", "named"),
    [
        ("monitoring group", "Syrian Observatory for Human Rights"),
        ("war monitor", "Syrian Observatory for Human Rights"),
        ("human rights group", "Amnesty International"),
        ("rebel group", "Harbour Front"),
        ("newspaper", "Harbour Times"),
        ("news agency", "Interfax"),
        ("teachers' union", "Harbour Teachers' Union"),
    ],
)
def test_one_described_and_then_named_or_named_and_then_described_is_one_voice(
    claims_of: Reading, described: str, named: str
) -> None:
    article = "" if named in ("Amnesty International", "Interfax") else "The "
    text = f"A {described} said 12 people were killed in the strike. {article}{named} said 40 were wounded."
    assert _sources(claims_of, text) == [named, named]
    text = f"Air strikes killed 12 people, a {described} said. {article}{named} said 40 were wounded."
    assert _sources(claims_of, text) == [named, named]
    text = f"{article}{named} said 12 people were killed in the strike. The {described} said 40 were wounded."
    assert _sources(claims_of, text) == [named, named]


@pytest.mark.parametrize("described", ["The Britain-based monitor", "The London-based monitoring group"])
def test_a_body_is_known_by_where_it_is_based(claims_of: Reading, described: str) -> None:
    text = f"The Levant Observatory said 12 people were killed in the strike. {described} said 40 were wounded."
    assert _sources(claims_of, text) == ["Levant Observatory", "Levant Observatory"]


def test_one_named_in_an_aside_is_the_name(claims_of: Reading) -> None:
    text = "A monitoring group, the Syrian Observatory for Human Rights, said 12 people were killed in the strike."
    assert _sources(claims_of, text) == ["Syrian Observatory for Human Rights"]


def test_the_group_is_the_last_that_is_no_authority(claims_of: Reading) -> None:
    text = "Amnesty International said 12 people died in the raid. The army said 4 did. The group said 40 were hurt."
    assert _sources(claims_of, text)[-1] == "Amnesty International"


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "A monitoring group said 12 people were killed in the blast. The army said 40 were hurt.",
            ["monitoring group", "army"],
        ),
        (
            "A monitoring group said 12 people were killed in the blast. The Red Cross said 40 were hurt.",
            ["monitoring group", "Red Cross"],
        ),
        (
            "A rights group said 12 people were killed in the raid. The Interior Ministry said 40 were hurt.",
            ["rights group", "Interior Ministry"],
        ),
        (
            "A monitoring group said 12 people were killed in the blast. Harbour Watch said 15 people were killed.",
            ["monitoring group", "Harbour Watch"],
        ),
        (
            "Harbour Watch said 12 people died in the blast. A monitoring group said 40 were hurt. Harbour Watch left.",
            ["Harbour Watch", "monitoring group"],
        ),
        (
            "A union said 12 people were killed in the blast. The Harbour Party said 40 were hurt.",
            ["union", "Harbour Party"],
        ),
        (
            "A newspaper said 12 people were killed in the blast. A spokesman said 40 were hurt.",
            ["newspaper", "spokesman"],
        ),
        (
            "The army said 12 people were killed in the blast. The group said 40 were hurt.",
            ["army", "group"],
        ),
    ],
)
def test_those_of_another_kind_or_with_another_number_are_two_voices(
    claims_of: Reading, text: str, sources: list[str]
) -> None:
    assert _sources(claims_of, text) == sources


def test_one_described_in_the_title_is_named_in_the_text(claims_of: Reading) -> None:
    text = "Warplanes struck a market, a war monitor said. The Levant Observatory said 50 people were wounded."
    told = claims_of(text, "Air strike on market kills 24, monitor says")
    assert [(claim.low, claim.source) for claim in told] == [(24, "Levant Observatory"), (50, "Levant Observatory")]
