"""Kinds that a user defines: read from the settings alone, things beside people, in the sentences of the news."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor.figures import read
from monitor.figures.clashes import clashes
from monitor.figures.kinds import Kinds
from monitor.figures.totals import totals
from monitor.model import Article, Span
from monitor.settings.figures import load_kinds

SHIPPED = Path(__file__).parents[2] / "config" / "figures.toml"
OWN = """
[[kind]]
id = "houses_destroyed"
label = "Houses destroyed"
counts = ["house", "home"]
done_to = ["destroy", "flatten", "raze", "wash away"]
state = ["destroyed"]

[[kind]]
id = "drones_downed"
label = "Drones downed"
counts = ["drone"]
done_to = ["shoot down", "bring down"]

[[kind]]
id = "trucks_burned"
label = "Trucks burned"
counts = ["truck", "lorry"]
done_to = ["torch", "set ablaze", "set fire to"]

[[kind]]
id = "cattle_killed"
label = "Cattle killed"
counts = ["cow", "head of cattle", "cattle"]
done_to = ["kill", "slaughter"]
does = ["drown"]

[[kind]]
id = "cocaine_seized"
label = "Tonnes of cocaine seized"
counts = ["tonne of cocaine"]
done_to = ["seize", "intercept"]
events = ["seizure"]

[[kind]]
id = "schools_closed"
label = "Schools closed"
counts = ["school"]
done_to = ["close", "shut"]
state = ["closed", "shut"]
events = ["closure"]

[[kind]]
id = "sick"
label = "Sick"
does = ["fall ill"]
state = ["sick"]
"""


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Kinds:
    path = tmp_path_factory.mktemp("config") / "figures.toml"
    path.write_text(SHIPPED.read_text(encoding="utf-8") + OWN, encoding="utf-8")
    return load_kinds(path)


def test_such_kinds_clash_with_none(kinds: Kinds) -> None:
    assert clashes(kinds) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The storm destroyed 40 houses in Orle.", {"houses_destroyed": (40, 40)}),
        ("Some 200 houses were damaged and 20 destroyed in the quake.", {"houses_destroyed": (20, 20)}),
        ("The flood washed away five houses.", {"houses_destroyed": (5, 5)}),
        ("Two schools and nine houses were razed by the storm.", {"houses_destroyed": (9, 9)}),
        ("The storm flattened two schools and nine houses.", {"houses_destroyed": (9, 9)}),
        ("Homes destroyed: at least 1,700, the county said.", {"houses_destroyed": (1700, None)}),
        ("The army destroyed 40 rifles kept in a house.", {}),
        ("Soldiers shot down three drones overnight.", {"drones_downed": (3, 3)}),
        ("Soldiers shot down three men with drones.", {}),
        ("Gunmen set four trucks ablaze on the highway.", {"trucks_burned": (4, 4)}),
        ("Gunmen set fire to 12 trucks on the highway.", {"trucks_burned": (12, 12)}),
        ("Gunmen set fire to a mill, and 12 trucks were stopped.", {}),
        ("Gunmen torched seven trucks and two cars.", {"trucks_burned": (7, 7)}),
        ("The frost killed 60 head of cattle in the district.", {"cattle_killed": (60, 60)}),
        ("The flood killed 12 people and 60 cattle.", {"killed": (12, 12), "cattle_killed": (60, 60)}),
        ("The flood killed 60 cattle and 12 people.", {"killed": (12, 12), "cattle_killed": (60, 60)}),
        ("The flood killed 12 people on a farm with 60 cattle.", {"killed": (12, 12)}),
        ("Forty pupils fell ill after lunch.", {"sick": (40, 40)}),
        ("Forty pupils fell behind after lunch.", {}),
        ("Police seized two tonnes of cocaine in the port.", {"cocaine_seized": (2, 2)}),
        ("More than nine tonnes of cocaine were intercepted off Orle.", {"cocaine_seized": (10, None)}),
        ("Police seized two tonnes of rice in the port.", {}),
        ("The smog forced the closure of 200 schools.", {"schools_closed": (200, 200)}),
        ("Between 20 and 30 schools remain shut.", {"schools_closed": (20, 30)}),
        ("Up to 90 schools could be closed.", {}),
        ("Laptops seized: 12. The raid was on a school.", {"computers_seized": (12, 12)}),
        ("Deaths: seven. Injured: 71 in the fire.", {"killed": (7, 7), "injured": (71, 71)}),
        ("Death: 1974. The fire was on a farm.", {}),
    ],
)
def test_what_a_user_defines_is_read(
    kinds: Kinds, text: str, expected: dict[str, tuple[int | None, int | None]]
) -> None:
    article = Article("a", "a", "r", text, (Span(0, len(text)),))
    found = totals(article, read(article, kinds))
    assert {kind: (bounds.low, bounds.high) for kind, bounds in found.items()} == expected
