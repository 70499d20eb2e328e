"""Local news of shootings, crashes and fires: who is told of twice, who died after all, and whose event it is."""

from __future__ import annotations

import pytest

from monitor.figures.totals import totals
from monitor.model import Article
from tests.figures.conftest import Reading


def totals_of(claims_of: Reading, text: str, title: str | None = None) -> dict[str, tuple[int | None, int | None]]:
    """The totals of a text whose lines are its paragraphs, by kind."""
    article = Article("a", "a", "r", text, (), title=title)
    found = totals(article, claims_of(text, title))
    return {kind: (bounds.low, bounds.high) for kind, bounds in found.items()}


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        # those who were hit, told again with the dead among them
        (
            (
                "One man died and another was wounded in a shooting in Orle on Monday.\n"
                "Officers found two men in a yard suffering from gunshot wounds."
            ),
            1,
            1,
        ),
        ("Two men were shot in Orle. One of them died, while another was taken to a hospital.", 1, 1),
        ("Officers found three women with gunshot wounds. One died at the scene.", 1, 2),
        ("Officers found three women with gunshot wounds. A neighbour died of shock.", 1, 3),
        # so many hit and as many dead, where one sentence tells both
        ("Two guards shot, two robbers found dead after a siege in Orle", 2, 2),
        ("Two guards were shot in Orle. Both guards died in hospital.", 2, None),
        # the one told dead before is found dead again
        (
            (
                "A young man was killed and another man is in critical condition after a shooting in Orle.\n"
                "Officers found a man who had been shot in the chest. He was pronounced dead at the scene."
            ),
            1,
            1,
        ),
        # no officer is a child
        ("A boy died in the crash in Orle. One officer suffered a hand injury.", 1, 1),
        ("A driver died in the crash in Orle. The man suffered a hand injury.", 1, None),
        # hospitals and recovery
        ("Four riders were taken to area hospitals after the crash.", None, 4),
        ("Two riders were taken to and released from the city hospital after the crash.", None, 2),
        ("Three riders were treated and released after the crash.", None, 3),
        ("A rider is expected to make a full recovery after the crash.", None, 1),
        ("A rider suffered serious non-life threatening injuries in the crash.", None, 1),
        ("A rider is fighting for his life after the crash.", None, 1),
        ("A mayor is fighting for his post after the crash.", None, None),
        # a crash of cars is one of people, a crash of shares is none
        ("A driver died in a crash near Orle.", 1, None),
        ("The bank's founder died before the crash of its shares.", None, None),
        # a year before a number is no age
        ("On May 4, 2012, 12 people were killed in a fire in Orle.", 12, None),
        ("Two boys, ages 14, 15, 12 and 9, played near the fire in Orle.", None, None),
    ],
)
def test_totals_of_local_news(claims_of: Reading, text: str, killed: int | None, injured: int | None) -> None:
    found = totals_of(claims_of, text)
    assert found.get("killed") == (None if killed is None else (killed, killed))
    assert found.get("injured") == (None if injured is None else (injured, injured))


@pytest.mark.parametrize(
    ("text", "rescued"),
    [
        ("The injured climber was airlifted to a hospital.", None),
        ("Four climbers were airlifted from the ridge after the storm.", (4, 4)),
    ],
)
def test_a_flight_to_hospital_is_no_rescue(claims_of: Reading, text: str, rescued: tuple[int, int] | None) -> None:
    assert totals_of(claims_of, text).get("rescued") == rescued


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            (
                "A gunman killed three people at a mill in Orle.\n"
                "The attack comes in the wake of a shooting at a school in Varno that left 14 pupils dead."
            ),
            (3, 3),
        ),
        (
            (
                "A gunman killed three people at a mill in Orle.\n"
                "The string of attacks began in a market, when a bomber killed 14 people."
            ),
            (3, 3),
        ),
        ("Police searched homes in the wake of a shooting that left 14 pupils dead.", (14, 14)),
    ],
)
def test_what_an_event_comes_after_is_another(claims_of: Reading, text: str, killed: tuple[int, int]) -> None:
    assert totals_of(claims_of, text).get("killed") == killed
