"""Texts of one form that are filled in for another event, and texts that were edited or brought up to date."""

from __future__ import annotations

from itertools import permutations

import pytest

from .remembered import Remembered, decide
from .texts import article, paragraphs

QUAKE = """\
An earthquake of magnitude {0} struck {1} kilometres {2} of {3}, Karenia, at {4} local time on {5}, the
seismological centre said. It was at a depth of {6} kilometres, at {7} degrees north and {8} degrees east. There
were no immediate reports of damage or casualties, and no warning of a wave was given out. The centre asked
people to stay away from walls with cracks in them, and said that more tremors were to be expected in the coming
days."""
COURT = """\
{0}, {1}, of {2}, pleaded guilty to {3} when the case came before magistrates on {4}. The court heard that the
defendant had no earlier convictions and was sorry. Magistrates took the early plea into account. The defendant
was fined {5} crowns and told to pay costs of {6} crowns. The fine must be paid within twenty-eight days."""
SHARES = """\
Shares on the Northern Exchange closed {0} on {1}, and the index of forty stocks ended at {2} points, {3} per
cent from where it began. {4} moved most, by {5} per cent, followed by {6} with {7} per cent. Trade was in line
with that of the past thirty days, dealers said. Investors are waiting for the minutes of the central bank's
last meeting and for figures on the labour market, both of which are due later in the week."""
WEATHER = """\
Weather for the coast on {0}: {1} in the morning, with {2} winds of {3} to {4} kilometres an hour. It will be
{4} degrees on the shore and {3} degrees in the hills. Nights stay cool, and drivers should look out for mist in
the valleys before sunrise. Sailors are asked to listen to the forecast before they leave port, and walkers to
carry water and to tell someone where they are going. The next forecast comes at six in the evening."""
STRIKE = """\
At least {0} people were killed in an air strike on {1} on {2}, health officials said. {3} said that rescuers
were still looking for people under the rubble and that the number of dead was likely to rise. {4} The army made
no comment. It has said before that it strikes only military targets and that its enemies hide among civilians.
The war, now in its second year, has driven more than a million people from their homes."""
BLOOD = "Hospitals asked people to give blood."


@pytest.mark.parametrize(
    ("form", "one", "other"),
    [
        (
            QUAKE,
            ("4.9", "23", "south-west", "Dorut", "03:12", "Monday", "10", "38.2", "57.1"),
            ("5.3", "41", "north", "Lower Zelm", "17:48", "Thursday", "33", "40.6", "54.9"),
        ),
        (
            COURT,
            ("Jonas Wikt", "34", "Mill Lane, Elmstad", "driving without insurance", "March 3", "450", "85"),
            ("Karen Holt", "52", "Chapel Street, Brae", "failing to stop", "March 4", "600", "110"),
        ),
        (
            SHARES,
            ("higher", "Monday", "2,411", "0.4", "Brandt Steel", "3.1", "Skerry Foods", "2.2"),
            ("lower", "Tuesday", "2,398", "0.5", "Holm Bank", "-2.7", "Elm Motors", "-2.1"),
        ),
        (
            WEATHER,
            ("Friday", "cloud and light rain", "westerly", "9", "17"),
            ("Saturday", "sunshine", "southerly", "12", "21"),
        ),
        (
            STRIKE,
            ("12", "a market in Karsa", "Monday", "Dr Omar Sahl", BLOOD),
            ("23", "a school in Beit Noor", "Thursday", "Dr Leila Hadd", BLOOD),
        ),
    ],
    ids=["quakes", "courts", "shares", "weather", "strikes"],
)
def test_one_form_filled_in_for_two_events_is_two_texts(
    form: str, one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    for first, second in permutations((one, other)):
        past = Remembered()
        clusters = {
            decide(past, article(name, form.format(*filling).split("\n"))).cluster
            for name, filling in (("a", first), ("b", second))
        }
        assert len(clusters) == 2


@pytest.mark.parametrize(
    ("form", "one", "other"),
    [
        (
            QUAKE,
            ("4.9", "23", "south-west", "Dorut", "03:12", "Monday", "10", "38.2", "57.1"),
            ("5.1", "21", "south-west", "Dorut", "03:12", "Monday", "12", "38.3", "57.1"),
        ),
        (
            STRIKE,
            ("12", "a market in Karsa", "Monday", "Dr Omar Sahl", BLOOD),
            ("19", "a market in Karsa", "Monday", "Governor Rami Aziz", "Hospitals were full."),
        ),
        (
            STRIKE,
            ("12", "a market in Karsa", "Monday", "Dr Omar Sahl", BLOOD),
            ("19", "a market in Karsa, a suburb of Old Karsa,", "Monday", "Dr Omar Sahl", BLOOD),
        ),
    ],
    ids=["other numbers", "another toll from another official", "a place told more closely"],
)
def test_a_text_brought_up_to_date_stays_one_text(form: str, one: tuple[str, ...], other: tuple[str, ...]) -> None:
    for first, second in permutations((one, other)):
        past = Remembered()
        clusters = {
            decide(past, article(name, form.format(*filling).split("\n"))).cluster
            for name, filling in (("a", first), ("b", second))
        }
        assert len(clusters) == 1


def test_a_name_spelt_otherwise_in_a_long_text_makes_no_other_text() -> None:
    past = Remembered()
    lines = paragraphs(1, 9)
    lead = "The harbour of Port Maria was closed on Tuesday by order of the mayor, who feared for its wall."
    first = decide(past, article("a", [lead, *lines, "It opens again on Friday."]))
    found = decide(past, article("b", [lead.replace("Maria", "Marija"), *lines, "It opens again on Sunday."]))
    assert found.cluster == first.cluster


def test_a_printing_of_one_filling_joins_it_and_not_the_others() -> None:
    past = Remembered()
    fillings = [
        (f"4.{n}", f"{n + 20}", "north", f"{town}", f"0{n}:10", day, f"{n}", f"38.{n}", f"57.{n}")
        for n, (town, day) in enumerate([("Dorut", "Monday"), ("Zelm", "Tuesday"), ("Ansk", "Friday")], 1)
    ]
    clusters = [
        decide(past, article(filling[3], QUAKE.format(*filling).split("\n"), outlet="Karenia News")).cluster
        for filling in fillings
    ]
    assert len(set(clusters)) == 3
    reprint = QUAKE.format(*fillings[1]).replace("struck", "shook").split("\n")
    assert decide(past, article("reprint", reprint, outlet="Bay Tribune")).cluster == clusters[1]
