"""Turns of wire reports of violence: who is counted behind offices, lists, asides and places, and in what event."""

from __future__ import annotations

import pytest

from monitor.figures.kinds import Kinds
from monitor.figures.read import read
from monitor.figures.totals import totals
from monitor.model import Article, Span
from tests.figures.conftest import Reading


def _totals(kinds: Kinds, text: str) -> dict[str, tuple[int | None, int | None]]:
    whole = Article("a", "a", "r", text, (Span(0, len(text)),))
    return {kind: (total.low, total.high) for kind, total in totals(whole, read(whole, kinds)).items()}


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The president blamed gunmen for the murder of political analyst Edgar Roe.", 1),
        ("The riot ended with the death of Harbour party leader Luis Roe.", 1),
        ("The search began after the assassination of Senator and party chairman Luis Roe.", 1),
        ("The bishop deplored the cowardly murder of Ms Dolores Roe in her shop.", 1),
        ("The union deplored the murder of Dr Roe and his companion, Ana Doe.", 2),
        ("The curfew began after a police colonel, a judge, and Senator Luis Roe were murdered.", 3),
        ("The letter came after six monks (five Swedes and one Dane) and two cooks were killed in the abbey.", 8),
        (
            "The massacre of the monks Carl Roe and Nils Doe, along with Mrs Ana Moe and her daughter Eva, was denied.",
            4,
        ),
        ("The clash led to the death of seven rebels and one soldier near the towns of Velm and Old Karsk.", 8),
        ("A sniper killed two sentries in Velm and Karsk.", 2),
        ("Their raid caused one needless death, injuries and damage.", 1),
    ],
)
def test_everyone_named_or_counted_is_counted_once(kinds: Kinds, text: str, killed: int) -> None:
    assert _totals(kinds, text)["killed"] == (killed, killed)


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("Bombs wrecked two kiosks, resulting in the injury of six people.", 6),
        ("Gunmen killed a sergeant at the gate. In the attack, corporal Juan Roe was badly wounded.", 1),
        ("Luis Roe was shot dead at home. The gunmen also wounded one of his guards.", 1),
        ("The daughter of the Danish envoy to Velmark, who was on her way home, was wounded in the clash.", 1),
        ("Of the 20 guests, one was said to have a leg injury after the attack.", 1),
    ],
)
def test_who_is_hurt_beside_the_dead_is_another(kinds: Kinds, text: str, injured: int) -> None:
    assert _totals(kinds, text)["injured"] == (injured, injured)


@pytest.mark.parametrize(
    "text",
    [
        "A shell hit the camp, but none of the four priests and about 100 refugees was hurt.",
        "The attacks are hurting the National Harbour Front itself.",
        "The agency withdrew its report on her injury in the bombing.",
    ],
)
def test_nobody_is_told_hurt(kinds: Kinds, text: str) -> None:
    assert "injured" not in _totals(kinds, text)


@pytest.mark.parametrize(
    ("text", "refers_to"),
    [
        ("A bomb hurt two clerks. Since it was founded in 1985, 90 members of the party have been killed.", "Since"),
        ("A bomb hurt two clerks. What of the two judges murdered in less than 40 days?", "40 days"),
        ("A bomb hurt two clerks. Police recall killings like that of Ana Roe.", "like that of Ana Roe"),
        (
            "A bomb hurt two men. Raids like the one last year, when a group of men killed 17 pilots, are over.",
            "last year",
        ),
    ],
)
def test_what_the_clause_sets_in_another_time_or_likens_is_background(
    claims_of: Reading, text: str, refers_to: str
) -> None:
    (killed,) = (claim for claim in claims_of(text) if claim.kind == "killed")
    assert killed.scope.value == "background"
    assert refers_to in (killed.refers_to or "")
