"""Articles that tell of many events, and events that belong to another one."""

from __future__ import annotations

import pytest

from monitor.stories.scope import belongs_to_another, tells_of_many


@pytest.mark.parametrize(
    "title",
    [
        "Live updates: Tarlo ferry disaster",
        "LIVE: search for survivors off Tarlo",
        "Lomsk blast: as it happened",
        "World news in brief",
        "State news briefs",
        "Crime roundup: two shot in Vesk, man held in Brannik",
        "The week in review",
        "Morning briefing: what to read today",
        "Five things to know this Thursday",
    ],
)
def test_a_headline_of_many_events_is_known(title: str) -> None:
    assert tells_of_many(title, [title, "A ferry sank."])


@pytest.mark.parametrize(
    "title",
    [
        "Fans who live near the stadium fled",
        "Police round up 40 squatters in Vesk",
        "Brief gun battle kills two in Lomsk",
        "Man found alive after ten days",
        None,
    ],
)
def test_a_headline_of_one_event_is_none_of_many(title: str | None) -> None:
    assert not tells_of_many(title, [title or "", "A ferry sank off Tarlo on Monday."])


def test_lines_that_begin_with_the_time_are_a_live_blog() -> None:
    lines = ["Tarlo ferry", "10:42 Divers are in the water.", "10:30 GMT A second boat is there.", "9.58am We begin."]
    assert not tells_of_many("Tarlo ferry", lines)
    assert tells_of_many("Tarlo ferry", [*lines, "09:40 Good morning."])


def test_lines_that_begin_with_a_dateline_are_a_round_up() -> None:
    lines = ["VESK (Kestrel) - Two died.", "PORT MELIN, March 3 -- A ferry sank.", "LOMSK – A plant burned."]
    assert not tells_of_many("Elsewhere", lines[:2])
    assert tells_of_many("Elsewhere", lines)


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        ("Strong aftershock rattles Narava", "Houses fell."),
        ("New tremor in Osteli", "An aftershock of magnitude 5.8 killed two people in Osteli on Tuesday."),
        ("Tarlo remembers", "Relatives gathered on the anniversary of the sinking of the Santa Brisa."),
        ("A year after the flood, Silverton still waits", "Ruth Tolliver walks the bank."),
        (
            "Four shot in Vesk",
            "Gunmen killed four men in Vesk in apparent revenge for the bombing of the Zarif market.",
        ),
        ("Army retaliates", "Planes struck three villages."),
    ],
)
def test_an_event_that_belongs_to_another_says_so_first(title: str, opening: str) -> None:
    assert belongs_to_another(title, [title, opening])


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        ("Quake kills nine", "A quake killed nine. Aftershocks kept people outdoors."),
        ("Toll rises to 57", "Rescuers dug on as seismologists warned of aftershocks."),
        ("Brandt sentenced", "Kyle Brandt was sentenced on Monday. His mother spoke of revenge."),
        ("Ferry sinks off Tarlo", "The ferry, built thirty years after the pier, sank."),
        (None, ""),
    ],
)
def test_an_update_of_one_event_does_not(title: str | None, opening: str) -> None:
    assert not belongs_to_another(title, [title or "", opening])
