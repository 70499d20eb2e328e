"""Who is set free: rescued where hostages, captives or the trapped are, not where those are who had been arrested."""

from __future__ import annotations

import pytest

from monitor.figures.clashes import clashes
from monitor.figures.kinds import Kind, Kinds
from monitor.figures.read import read
from monitor.model import Article, Span
from tests.figures.conftest import Reading


def _counted(claims_of: Reading, text: str) -> dict[str, int | None]:
    return {claim.kind: claim.low for claim in claims_of(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 60 people arrested on Friday were freed on Sunday after the protest.", {"detained": 60}),
        ("Police arrested 60 people at the march. All 60 were freed on Sunday.", {"detained": 60}),
        ("Police arrested 60 people at the march. They were freed on Sunday.", {"detained": 60}),
        ("Police arrested 60 people at the march. Twelve of them were freed on Sunday.", {"detained": 60}),
        ("Police arrested 60 protesters at the march. The protesters were freed on Sunday.", {"detained": 60}),
        ("Twelve activists were freed on Sunday. They had been arrested after the riot.", {"detained": 12}),
        ("Twelve detained journalists were freed on Sunday after the rally.", {"detained": 12}),
        ("Twenty detainees were freed on Monday after a riot at the camp.", {"detained": 20}),
        ("Police said 31 of those arrested in the riot were later freed.", {"detained": 31}),
        ("A court freed 14 activists on Thursday after the riot.", {}),
        ("Police freed 15 people after some hours of questioning over the bombing.", {}),
        ("The students were arrested in the riot; 14 have been freed on bail.", {}),
        ("Eight suspects were later freed for lack of evidence.", {}),
        ("The government freed 200 political prisoners.", {}),
        ("The government freed 200 people under an amnesty.", {}),
        ("Gunmen who stormed the jail freed 30 inmates.", {}),
    ],
)
def test_those_who_had_been_arrested_are_not_rescued(
    claims_of: Reading, text: str, expected: dict[str, int | None]
) -> None:
    counted = _counted(claims_of, text)
    assert "rescued" not in counted
    assert counted.items() >= expected.items()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army freed 12 hostages in a raid on Monday.", {"rescued": 12, "kidnapped": 12}),
        ("Twelve abducted girls were freed on Sunday.", {"rescued": 12, "kidnapped": 12}),
        ("Firefighters freed three people from a burning car after the crash.", {"rescued": 3}),
        ("Nine miners were freed from the collapsed mine.", {"rescued": 9}),
        ("Ten workers were freed from the rubble. Police arrested the owner.", {"rescued": 10, "detained": 1}),
        ("Police arrested six smugglers and freed 14 girls.", {"rescued": 14, "detained": 6}),
        ("Police arrested six smugglers. They freed 14 girls from a cellar.", {"rescued": 14, "detained": 6}),
        ("Police arrested two men on Friday. The nurse was freed on Sunday.", {"rescued": 1, "detained": 2}),
        ("Troops arrested 20 gunmen, and the nine captives were freed.", {"rescued": 9, "detained": 20}),
        ("Police arrested six men. Ana Roe, kidnapped in May, was freed.", {"rescued": 1, "kidnapped": 1}),
        ("Police arrested 40 migrants. Twelve were rescued from the sea.", {"rescued": 12, "detained": 40}),
        ("Two suspects fled when nine hostages were freed.", {"rescued": 9, "kidnapped": 9}),
    ],
)
def test_captives_and_the_trapped_are_rescued_though_others_were_arrested(
    claims_of: Reading, text: str, expected: dict[str, int | None]
) -> None:
    assert _counted(claims_of, text).items() >= expected.items()


@pytest.mark.parametrize("quantifier", ["Most", "Few", "Plenty", "Half"])
def test_a_word_for_how_many_is_no_name(claims_of: Reading, quantifier: str) -> None:
    assert all(not claim.names for claim in claims_of(f"{quantifier} were killed in the blast."))


@pytest.mark.parametrize(
    ("kind", "key", "problem"),
    [
        (Kind("k", "K", lets_go=("free",)), "lets_go", "give not_from"),
        (Kind("k", "K", done_to=("save",), not_from="k"), "not_from", "no effect without lets_go"),
        (Kind("k", "K", lets_go=("saved",), not_from="k"), "lets_go", "base form"),
    ],
)
def test_what_a_definition_of_letting_go_lacks_is_told(kind: Kind, key: str, problem: str) -> None:
    found = [clash for clash in clashes(Kinds((kind,))) if clash.key == key]
    assert any(problem in clash.problem for clash in found), found


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The town closed 12 schools for the summer.", 0),
        ("The town closed 12 schools after the flood, and the pools for the summer.", 1),
        ("The town closed 12 schools.", 1),
    ],
)
def test_a_phrase_that_rules_a_word_out_may_leave_a_few_words_open(text: str, counted: int) -> None:
    closed = Kind("k", "K", counts=("school",), done_to=("close",), not_when=("closed ... for the summer",))
    assert clashes(Kinds((closed,))) == ()
    article = Article("a", "a", "r", text, (Span(0, len(text)),))
    assert len(read(article, Kinds((closed,)))) == counted
