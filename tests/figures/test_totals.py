"""The total of the event in one article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from monitor.figures import totals
from monitor.model import Article, Bounds, Claim, Modifier, Scope, Span, Status

Reading = Callable[..., tuple[Claim, ...]]


def article(text: str) -> Article:
    return Article("a", "a", "r", text, (Span(0, len(text)),))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the most specific
        (
            "Dozens were injured in the blast. Doctors treated the wounded. The blast injured 50 people.",
            {"injured": (50, 50)},
        ),
        ("Several people were hurt in the riot.", {"injured": (3, 9)}),
        # the article itself or an authority before a party
        (
            "The rebels said 40 men were killed in the clash.\nThe defence ministry said 12 men were killed in it.",
            {"killed": (12, 12)},
        ),
        # a later word before an earlier
        ("The blast killed 12 people. On Tuesday the death toll rose to 15.", {"killed": (15, 15)}),
        ("The crash injured 61 people. Earlier reports had put the number of injured at 80.", {"injured": (61, 61)}),
        # a toll that is put anew holds those who were found
        ("Police put the toll at 58 after seven more bodies were pulled from the mud.", {"killed": (58, 58)}),
        ("Officials raised the toll to 58 from 51 after seven more bodies were found.", {"killed": (58, 58)}),
        ("Ten people died in the blast and two more died in hospital.", {"killed": (12, 12)}),
        # a sum of parts yields to a stated number and beats a vague word
        ("Dozens were injured in the clash. Fifteen officers and 21 residents were injured.", {"injured": (36, 36)}),
        ("The clash injured 40 people. Fifteen officers and 21 residents were injured.", {"injured": (40, 40)}),
        # parts, background and what did not happen make no total
        ("The blast killed 12 people, including three children.", {"killed": (12, 12)}),
        ("The blast killed 12 people. In 1998 a mine killed 90 people there.", {"killed": (12, 12)}),
        ("The blast killed 12 people. It could have killed hundreds of people.", {"killed": (12, 12)}),
        # nothing, or nothing with a number
        ("No one was hurt in the blast.", {}),
        ("People were injured in the blast.", {}),
        ("At least 12 people are feared dead after the blast.", {}),
        ("The ministry denied that anyone was killed in the blast.", {}),
    ],
)
def test_the_total_of_an_article(claims_of: Reading, text: str, expected: dict[str, tuple[int, int | None]]) -> None:
    assert totals(article(text), claims_of(text)) == {kind: Bounds(*bounds) for kind, bounds in expected.items()}


def test_two_more_are_a_total_only_where_the_base_is_stated(claims_of: Reading) -> None:
    stated = "The blast killed 12 people. Two more died in hospital on Tuesday."
    assert totals(article(stated), claims_of(stated)) == {"killed": Bounds(14, 14)}


def test_title_and_lead_come_before_the_tail(claims_of: Reading) -> None:
    filler = "Rescuers worked through the night. " * 20
    text = (
        f"A blast killed 12 people at a mill. {filler}\nHis cousin said 15 people were killed at the gate of the mill."
    )
    assert totals(article(text), claims_of(text))["killed"] == Bounds(12, 12)


def test_only_event_totals_that_are_stood_behind_enter() -> None:
    def claim(low: int, **changes: object) -> Claim:
        fields: dict[str, object] = {
            "kind": "killed", "low": low, "high": low, "modifier": Modifier.EXACT, "status": Status.ASSERTED,
            "scope": Scope.EVENT, "quote": "", "start": 0, "end": 0,
        }  # fmt: skip
        return Claim(**{**fields, **changes})  # type: ignore[arg-type]

    others = [
        claim(30, scope=Scope.BACKGROUND),
        claim(31, scope=Scope.HYPOTHETICAL),
        claim(32, group="officers"),
        claim(33, status=Status.DENIED),
        claim(34, status=Status.FEARED),
        claim(35, status=Status.RETRACTED),
        claim(36, modifier=Modifier.NONE),
    ]
    assert totals(article("x"), others) == {}
    assert totals(article("x"), [*others, claim(12)]) == {"killed": Bounds(12, 12)}


def test_a_sum_stands_before_a_smaller_number_that_is_open_above(claims_of: Reading) -> None:
    text = "A boy stabbed 19 pupils and a guard in Orle. At least five pupils were critically hurt, police said."
    found = totals(Article("a", "a", "r", text, ()), claims_of(text))
    assert (found["injured"].low, found["injured"].high) == (20, 20)
    stated = text.replace("At least five pupils were critically hurt", "In all, 25 pupils were hurt")
    found = totals(Article("a", "a", "r", stated, ()), claims_of(stated))
    assert (found["injured"].low, found["injured"].high) == (25, 25)
