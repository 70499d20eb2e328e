"""What a report tells beside its own event: another of the weeks before, many of its like, one of another nature."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from monitor.figures.kinds import Kinds
from monitor.figures.read import read
from monitor.figures.totals import totals
from monitor.model import Article, Moment, Scope, Span, TimeOrigin

STANDS_AT = Moment(datetime(2015, 6, 18, 12, tzinfo=UTC), TimeOrigin.FEED)
LEAD = "Gunmen attacked a market in Qarran and killed 12 people on Tuesday, police said. Crews searched the ruins. "


def _article(text: str) -> Article:
    return Article("a", "a", "r", text, (Span(0, len(text)),), published=STANDS_AT)


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("Earlier this month 20 people were killed in a bar in Velm.", Scope.BACKGROUND),
        ("At least 20 people died in a bar in Velm last week.", Scope.BACKGROUND),
        ("Two weeks ago 20 people were killed at a hotel in Velm.", Scope.BACKGROUND),
        ("The attack last week killed 20 people.", Scope.EVENT),
        ("Some 20 people were killed, the mayor said earlier this week.", Scope.EVENT),
        ("Last Tuesday 20 people were killed.", Scope.EVENT),
        ("More than 200 girls have lost their lives in the bombings in the region.", Scope.BACKGROUND),
        ("Some 300 soldiers have died in raids across the north.", Scope.BACKGROUND),
        ("Some 20 people have died in the raids.", Scope.EVENT),
        ("Some 300 people have died in the attack.", Scope.EVENT),
        ("Snow fell over the weekend, causing an avalanche that killed more than 100 people.", Scope.BACKGROUND),
        ("On Friday 20 inmates died in a prison riot in the state of Orle.", Scope.BACKGROUND),
        ("On Friday a bomb in Velm killed 20 people.", Scope.BACKGROUND),
        ("On Friday the bomb killed 20 people.", Scope.EVENT),
        ("On Tuesday a bomb in Velm killed 20 people.", Scope.EVENT),
        ("READ MORE: Strike on camp killed at least 76 The blasts in the city came at noon.", Scope.BACKGROUND),
        ("The mayor asked people to read more: the attack had killed 20 people.", Scope.EVENT),
        ("The attack set off a fire that killed 20 people.", Scope.EVENT),
    ],
)
def test_another_event_is_told_from_the_articles_own(kinds: Kinds, sentence: str, scope: Scope) -> None:
    told = [claim for claim in read(_article(LEAD + sentence), kinds) if claim.kind == "killed" and claim.low != 12]
    assert [claim.scope for claim in told if claim.low] == [scope] * len(told)
    assert told


def test_a_report_of_last_week_tells_its_own_event(kinds: Kinds) -> None:
    text = "The raid last week killed 12 people. Officials said that 15 people died in the village last week."
    assert {claim.scope for claim in read(_article(text), kinds)} == {Scope.EVENT}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 26 people were killed and casualties were expected to rise after the raid.", {"killed": 26}),
        ("At least 26 people were killed and injured in the raid.", {}),
        ("The raid caused 26 deaths and injuries.", {}),
        ("Two officials, one Dane and one Swede, were kidnapped along with four drivers.", {"kidnapped": 6}),
        ("Two officers were killed along with four villagers in the raid.", {"killed": 6}),
        ("Two officers were killed in a raid on a farm that they ran along with four villagers.", {"killed": 2}),
        ("Ten dealers have been jailed for a total of 62 years.", {}),
        ("A man has been jailed for life.", {}),
        ("Ten protesters were jailed for blocking a road.", {"detained": 10}),
        ("Two US soldiers were killed by a bomb.", {"killed": 2}),
        ("Three US soldiers and five guards were killed by a bomb.", {"killed": 8}),
        ("The bomb killed two of us.", {"killed": 2}),
        ("The border guard have detained in Velm a Danish national.", {"detained": 1}),
        ("Police arrested on Friday two men suspected of fraud.", {"detained": 2}),
        ("Police made arrests in Velm, two men said.", {}),
        ("Three men are due in court today charged with fraud.", {"charged": 3}),
        ("Eight people are to appear in a Velm court tomorrow charged with fraud.", {"charged": 8}),
        ("Eight people appeared at a show where tickets were charged with a fee.", {}),
        (
            "Police appeal for help to trace a 14-year-old girl who has been missing from Velm since May.",
            {"missing": 1},
        ),
        ("A 14-year-old girl missing from class was marked absent.", {}),
        (
            "Ana Roe disappeared on July 1. Her body was found in a field, and a man admitted the murder of Ana Roe.",
            {"killed": 1},
        ),
        ("Jon Roe was killed when a boat sank. His brother is missing.", {"killed": 1, "missing": 1}),
        ("Two men were killed and two are missing after the wreck.", {"killed": 2, "missing": 2}),
        ("The seven hikers who are missing after the avalanche were feared dead.", {"missing": 7}),
        (
            "A man was arrested in connection with the inquiry into injuries sustained by two boys.",
            {"detained": 1, "injured": 2},
        ),
        ("A blast hit the offices in central Velm of the Relief Fund and one person was hurt.", {"injured": 1}),
    ],
)
def test_who_is_counted(kinds: Kinds, text: str, expected: dict[str, int]) -> None:
    article = _article(text)
    found = {kind: total.low for kind, total in totals(article, read(article, kinds)).items()}
    assert found == expected


def test_a_different_toll_is_of_the_same_event(kinds: Kinds) -> None:
    text = LEAD + "A rescue group gave a different death toll, saying 15 bodies were pulled from the rubble."
    assert [claim.scope for claim in read(_article(text), kinds) if claim.low == 15] == [Scope.EVENT]
