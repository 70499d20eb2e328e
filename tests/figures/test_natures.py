"""Two incidents of different natures in one report: the figures of the second are not the first one's."""

from __future__ import annotations

import pytest

from monitor.figures.kinds import Kinds
from monitor.figures.read import read
from monitor.figures.totals import totals
from monitor.model import Article, Span
from tests.figures.conftest import Reading


def _scopes(claims_of: Reading, text: str, title: str | None = None) -> list[tuple[int | None, str]]:
    return [(claim.low, claim.scope.value) for claim in claims_of(text, title) if claim.start is not None]


@pytest.mark.parametrize(
    "text",
    [
        "Floods killed 12 people in the north; in the south a bus crash killed 9.",
        "Floods killed 12 people in the north on Friday. In the south, a bus crash killed 19.",
        "Floods killed 12 people in the north on Friday.\nIn the south a bus crash killed nine people, police said.",
        "Floods killed 12 people in Norland, officials said. Elsewhere, a bus crash killed 19 people.",
        "Floods killed 12 people in Norland, officials said. A factory fire in Suland killed nine.",
        "A quake killed 12 people in Velm. In the capital, nine people died in a riot over prices.",
        "A raid killed 12 people in Velm. Nine people died in a train derailment in Dor.",
        "A bus crash killed 12 people in Velm. Meanwhile, an avalanche in the north killed nine.",
        "A bomb killed 12 people in Velm. In Dor, police killed a man in an unrelated case.",
    ],
)
def test_an_incident_of_another_nature_elsewhere_is_another_event(claims_of: Reading, text: str) -> None:
    assert [scope for _, scope in _scopes(claims_of, text)] == ["event", "background"]


@pytest.mark.parametrize(
    "text",
    [
        "Floods killed 12 people in the north. In the south, landslides killed nine.",
        "A quake killed 12 people in the north. In the south, a fire killed nine.",
        "A quake killed 12 people in Velm. A stampede in Velm killed nine.",
        "A quake killed 12 people in Velm. In Dor, a stampede after the quake killed nine.",
        "A storm killed 12 people in Velm. In the south, the storm killed nine.",
        "A storm killed 12 people in Velm. In Dor nine people were killed.",
        "A bomb killed 12 people in Velm. The blast in the south of the town killed nine soldiers.",
        "A riot killed 12 people in Velm. In Dor, a clash with police killed nine.",
        "A man shot dead 12 people in Velm after a crash. In Dor, nine people were killed.",
        "A fire killed 12 people in Velm. In Dor, where an explosion was heard, nine died.",
    ],
)
def test_what_one_disaster_does_in_several_ways_and_places_is_one_event(claims_of: Reading, text: str) -> None:
    assert "background" not in [scope for _, scope in _scopes(claims_of, text)]


def test_the_title_says_which_of_two_incidents_the_report_is_of(claims_of: Reading) -> None:
    text = "Floods killed 12 people in the north on Friday. In the south, a bus crash killed nine."
    assert _scopes(claims_of, text, "Bus crash kills nine in south") == [(12, "background"), (9, "event")]


def test_the_second_incident_is_not_added(kinds: Kinds) -> None:
    text = "Floods killed 12 people in the north, officials said. Elsewhere, a bus crash killed 19 others."
    whole = Article("a", "a", "r", text, (Span(0, len(text)),))
    assert {kind: total.low for kind, total in totals(whole, read(whole, kinds)).items()} == {"killed": 12}
