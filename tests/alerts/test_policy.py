"""Which number a headline shows where voices differ, by each policy, and that the policy is named with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.alerts import Policy, VoiceMove, digest_html, digest_markdown, digest_text, headline
from monitor.alerts.policy import Stand, headline_figure
from monitor.model import Bounds, Modifier, Status
from tests.alerts.views import NOON, change, digest

POLICE = Stand("police", Bounds(36, 36), Modifier.EXACT, Status.ASSERTED, True, 3, NOON)
UNION = Stand("union", Bounds(101, None), Modifier.MORE_THAN, Status.ASSERTED, False, 1, NOON)
REBELS = Stand("rebels", Bounds(9, 9), Modifier.EXACT, Status.ALLEGED, False, 1, NOON)
CLINIC = Stand("clinic", Bounds(40, None), Modifier.AT_LEAST, Status.ASSERTED, True, 1, NOON + timedelta(hours=2))
SILENT = Stand("coroner", Bounds(0, 0), Modifier.EXACT, Status.UNREPORTED, True, 1, NOON + timedelta(hours=3))


@pytest.mark.parametrize(
    ("policy", "shown"),
    [
        (Policy.ALL_SIDES, "36 (police); more than 100 (union); 9 (rebels, alleged); at least 40 (clinic)"),
        (Policy.LOWEST_CREDIBLE, "36 (police)"),
        (Policy.LOW_BEST_HIGH, "low 9, best 36, high 101 or more"),
        (Policy.LATEST_OFFICIAL, "at least 40 (clinic)"),
    ],
)
def test_each_policy_shows_its_number(policy: Policy, shown: str) -> None:
    assert headline_figure((POLICE, UNION, REBELS, CLINIC), policy) == shown


@pytest.mark.parametrize(
    ("policy", "shown"),
    [
        (Policy.ALL_SIDES, "9 (rebels, alleged)"),
        (Policy.LOWEST_CREDIBLE, "no credible figure"),
        (Policy.LOW_BEST_HIGH, "low 9, best none, high 9"),
        (Policy.LATEST_OFFICIAL, "no official figure"),
    ],
)
def test_what_is_only_alleged_is_credible_to_none(policy: Policy, shown: str) -> None:
    assert headline_figure((REBELS,), policy) == shown


@pytest.mark.parametrize("policy", [Policy.LOWEST_CREDIBLE, Policy.LATEST_OFFICIAL])
def test_that_no_deaths_are_reported_so_far_is_no_lower_toll(policy: Policy) -> None:
    assert headline_figure((POLICE, SILENT), policy) == "36 (police)"


def test_best_is_what_most_origins_give_and_of_those_the_latest() -> None:
    later = replace(POLICE, voice="ministry", bounds=Bounds(38, 38), at=NOON + timedelta(hours=1))
    assert headline_figure((POLICE, later), Policy.LOW_BEST_HIGH) == "low 36, best 38, high 38"


@pytest.mark.parametrize("policy", [one for one in Policy if one is not Policy.ALL_SIDES])
def test_a_headline_names_the_policy_that_chose_its_number(policy: Policy) -> None:
    voices = [
        VoiceMove(
            "killed", "Killed", None, "police", Bounds(12, 12), Bounds(15, 15), Modifier.EXACT, Status.ASSERTED, True, 2
        )
    ]
    assert f" {policy.value.capitalize()}: " in headline([change()], voices, policy, NOON)


def test_all_sides_names_whoever_stands_for_another_number() -> None:
    def move(voice: str, number: int) -> VoiceMove:
        return VoiceMove(
            "killed", "Killed", None, voice, None, Bounds(number, number), Modifier.EXACT, Status.ASSERTED, False, 1
        )

    told = headline([change()], [move("police", 15), *(move(f"voice {n}", 20 + n) for n in range(5))], Policy.ALL_SIDES)
    assert told == "Killed: 12 → 15 (police). Voice 0: 20. Voice 1: 21. Voice 2: 22. 2 more say otherwise."


@pytest.mark.parametrize("policy", list(Policy))
def test_every_digest_names_its_policy(policy: Policy) -> None:
    made = replace(digest(), policy=policy)
    for told in (digest_text(made), digest_markdown(made), digest_html(made)):
        assert policy.value in told
