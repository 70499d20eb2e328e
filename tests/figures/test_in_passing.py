"""A titled article that is about something else gives its figures as background."""

from __future__ import annotations

import pytest

from monitor.model import Scope
from tests.figures.conftest import Reading


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Minister opens new rail link to the coast",
            (
                "The line cuts the journey to forty minutes.\nTrains leave hourly.\nTickets go on sale on Friday.\n"
                "The minister also spoke of the bomb that killed 12 people at Varna market."
            ),
        ),
        (
            "Coalition talks enter third week",
            (
                "Party leaders met again on Tuesday.\nThey differ over taxes and schools.\nA deal may take until May.\n"
                "One leader said police had arrested three of his supporters."
            ),
        ),
        (
            "Novel about a lighthouse wins prize",
            (
                "The judges praised its language.\nIt is the writer's third book.\nShe grew up on the coast.\n"
                "Her brother drowned when she was nine."
            ),
        ),
    ],
)
def test_what_is_told_in_passing_is_background(claims_of: Reading, title: str, text: str) -> None:
    assert [claim for claim in claims_of(text, title) if claim.scope is Scope.EVENT] == []


@pytest.mark.parametrize(
    ("title", "text", "kind", "low"),
    [
        (
            "Bomb at Varna market",
            "The stalls were full.\nIt was a holiday.\nBands were playing.\nTwelve people were killed.",
            "killed",
            12,
        ),
        (
            "Schools shut in Varna",
            "Twelve people were killed by a bomb on Monday.\nLessons start again next week.",
            "killed",
            12,
        ),
        (
            "Students march in capital",
            "They carried flags.\nThe march began at noon.\nPolice closed the bridge.\nOfficers arrested 40 people.",
            "detained",
            40,
        ),
        (
            "Why hillsides slip",
            (
                "Clay drinks for days.\nThen it gives way.\nPipes would help.\n"
                "So it was above the market in Varna on Wednesday, when 31 people were killed."
            ),
            "killed",
            31,
        ),
        (
            None,
            (
                "The line cuts the journey to forty minutes.\nTrains leave hourly.\nTickets go on sale on Friday.\n"
                "A bomb killed 12 people at the station."
            ),
            "killed",
            12,
        ),
    ],
)
def test_what_the_article_is_about_is_of_the_event(
    claims_of: Reading, title: str | None, text: str, kind: str, low: int
) -> None:
    assert (kind, low) in [(claim.kind, claim.low) for claim in claims_of(text, title) if claim.scope is Scope.EVENT]


def test_things_that_a_user_counts_are_told_by_any_article(claims_of: Reading) -> None:
    title = "Lender moves its head office"
    text = "Staff were told on Monday.\nThe new house has ten floors.\nInspectors seized 14 computers."
    of_event = [(claim.kind, claim.low) for claim in claims_of(text, title) if claim.scope is Scope.EVENT]
    assert ("computers_seized", 14) in of_event
