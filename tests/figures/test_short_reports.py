"""Short reports whose paragraphs have hardly a word in common are read whole."""

from __future__ import annotations

import pytest

from monitor.model import Scope
from tests.figures.conftest import Reading

REPORTS = [
    (
        "12 killed in bus crash",
        [
            "A coach plunged into a gorge near Kotli on Monday, leaving a dozen dead.",
            "Police said the driver lost control on a bend.",
            "The driver had worked for 14 hours without rest, police said. Passengers were taken to a hospital.",
        ],
        {"killed": 12},
    ),
    (
        "Tragedy at sea",
        [
            "A ferry capsized off Brenna on Sunday with the loss of 31 lives.",
            "Navy divers searched the hull through the night. Relatives waited at the harbour.",
            "Divers found the hull lying on its side, the navy said, and relatives at the harbour were sent home.",
        ],
        {"killed": 31},
    ),
    (
        "Miners die underground",
        [
            "Nine workers were killed when a shaft caved in near Olvek early on Tuesday.",
            "Gas had built up after pumps failed, the company said.",
            "The company said pumps had failed twice in March and that gas was measured every hour.",
        ],
        {"killed": 9},
    ),
    (
        "Explosion rocks capital",
        [
            "KARSK (AFP) - A car bomb killed seven people in Karsk on Friday.",
            "Windows shattered along the avenue, and smoke rose over the ministry.",
            "The ministry closed the avenue. Glass from windows lay everywhere.",
        ],
        {"killed": 7},
    ),
    (
        "Wedding party attacked",
        [
            "Gunmen opened fire on guests in Dashti village, killing four.",
            "The groom, a teacher, hid in a barn, his brother said.",
            "His brother, who also teaches, said the barn was searched twice. The groom is unhurt.",
        ],
        {"killed": 4},
    ),
    (
        "Five dead after storm",
        [
            "Five people died when gales tore roofs off cottages in Harwick.",
            "Power lines are down, and trains do not run.",
            "Engineers hope that power returns by evening; trains may take until the weekend, engineers said.",
        ],
        {"killed": 5},
    ),
    (
        None,
        [
            "Three soldiers were killed in an ambush near Tal Omar on Thursday.",
            "The convoy was carrying flour and fuel to an outpost.",
            "An officer said the outpost had no flour left, and that another convoy would bring fuel.",
        ],
        {"killed": 3},
    ),
    (
        None,
        [
            "A gas explosion in Zelin killed six residents and left 11 in hospital.",
            "The mayor said the boiler had not been checked for years.",
            "The boiler was installed in 1987, the mayor told a broadcaster. Checks are the duty of owners.",
        ],
        {"killed": 6},
    ),
    (
        "Man charged over deaths",
        [
            "Two brothers were shot dead at a farm outside Millbrook in May.",
            "Owen Pratt, 44, made no plea when he stood before the magistrate.",
            "The magistrate remanded Pratt until June. Pratt's lawyer asked for bail.",
        ],
        {"killed": 2},
    ),
    (
        "Quake",
        [
            "A magnitude 6.1 quake hit Torvald province, killing 40.",
            "Schools will stay shut all week, the education department said.",
            "The department said schools would be inspected by engineers before pupils return.",
        ],
        {"killed": 40},
    ),
    (
        "12 killed in bus crash",
        [
            "A coach plunged into a gorge near Kotli on Monday, killing 12 and injuring 30.",
            "Police said the driver lost control on a bend.",
            "The driver had worked for 14 hours without rest, police said.",
        ],
        {"killed": 12, "injured": 30},
    ),
    (
        "Storm kills five",
        [
            "Gales tore roofs off cottages in Harwick on Sunday, killing five people and leaving eight missing.",
            "Power lines are down, and trains do not run.",
            "Engineers hope that power returns by evening; trains may take longer, engineers said.",
        ],
        {"killed": 5, "missing": 8},
    ),
    (
        "Blast at market",
        [
            "A bomb hidden in a cart killed 14 shoppers in Zorra.",
            "No group said it was behind it.",
            "In 2016 a suicide attack on a mosque in the same province killed 60 worshippers.",
            "The governor blamed militants from across the border. Militants cross the border often, he said.",
        ],
        {"killed": 14},
    ),
    (
        "Factory fire",
        [
            "Eleven women died when flames swept through a garment plant in Delmar.",
            "Owners had locked the exits, a union said.",
            "A similar fire killed 23 in Osten in 2019.",
            "The union wants owners tried. Exits must never be locked, the union said.",
        ],
        {"killed": 11},
    ),
    (
        None,
        [
            "Police in Harlow arrested 14 men on Tuesday on suspicion of smuggling.",
            "The raids followed a tip from a fisherman.",
            "A fisherman had seen boats land crates at night. Boats and crates were seized in the raids.",
        ],
        {"detained": 14},
    ),
    (
        "Students held after rally",
        [
            "Forty-two people were detained in Minara when riot police cleared a square.",
            "Organisers had no permit, the prefecture said.",
            "The prefecture said organisers had been warned, and lawyers for the organisers said no warning came.",
        ],
        {"detained": 42},
    ),
    (
        None,
        [
            "Officers found the bodies of a couple and their son in Almond Street, Perley.",
            "Neighbours heard nothing, they told reporters.",
            "Reporters were kept behind a cordon. Neighbours brought flowers to the cordon.",
        ],
        {"killed": 3},
    ),
    (
        "Floods",
        [
            "At least 70 people have drowned in Sarima since rains began.",
            "Aid groups are sending tents and clean water.",
            "Tents are needed most in camps along the river, aid groups say; clean water is short in the camps.",
        ],
        {"killed": 70},
    ),
    (
        "Village shelled",
        [
            "Eight civilians, among them two girls, were killed by shells in Hadra at dawn.",
            "Rebels hold the hills above it.",
            "The army says rebels fire from the hills; the rebels say the army does.",
        ],
        {"killed": 8},
    ),
    (
        "Prison riot leaves inmates dead",
        [
            "Seventeen prisoners were killed in Coralito after rival gangs fought with knives.",
            "Guards took back control at noon.",
            "Relatives waited outside for lists. Guards read lists of names at noon, and relatives wept.",
        ],
        {"killed": 17},
    ),
    (
        "Avalanche buries climbers",
        [
            "Rescuers pulled six dead from snow on Mount Arva.",
            "A helicopter brought two survivors down, both with frostbite.",
            "The helicopter cannot fly in fog; fog is forecast until Friday.",
        ],
        {"killed": 6},
    ),
    (
        "Train derails",
        [
            "A sleeper express left the tracks outside Lorn, killing 21 and hurting 103.",
            "A rail had cracked in the frost, inspectors believe.",
            "Inspectors will look at every rail on the line. Frost will last, and the rail operator slowed its trains.",
        ],
        {"killed": 21, "injured": 103},
    ),
    (
        "Gunman surrenders",
        [
            "A former clerk shot dead three colleagues at a depot in Enfield.",
            "He gave himself up at a bridge.",
            "Colleagues had complained of threats; the depot had dismissed the clerk over them in May.",
        ],
        {"killed": 3},
    ),
    (
        "Boat sinks",
        [
            "Thirty migrants drowned off Cape Loma, the navy said.",
            "Their dinghy had left Sadr two days before.",
            "More dinghies leave Sadr each week. The navy patrols it.",
        ],
        {"killed": 30},
    ),
    (
        "Bus plunges into gorge, 12 dead",
        [
            "Twelve pilgrims died when their bus plunged into a gorge near Kotli.",
            "A hospital in Mirpur took in 31 injured, among them a girl of six.",
            "The bus had no permit, the pilgrims' guide said.",
        ],
        {"killed": 12, "injured": 31},
    ),
    (
        "Clashes in Zorra",
        [
            "Zorra saw its worst clashes in months on Friday, and nine youths were killed.",
            "Soldiers in armoured cars arrested 55 at the university.",
            "The youths of Zorra have called for more clashes, a student said.",
        ],
        {"killed": 9, "detained": 55},
    ),
]


@pytest.mark.parametrize(("title", "paragraphs", "wanted"), REPORTS, ids=[given[1][0] for given in REPORTS])
def test_a_report_of_loose_paragraphs_keeps_its_figures(
    claims_of: Reading, title: str | None, paragraphs: list[str], wanted: dict[str, int]
) -> None:
    claims = claims_of("\n\n".join(paragraphs), title)
    of_event = {(claim.kind, claim.low) for claim in claims if claim.scope is Scope.EVENT}
    assert set(wanted.items()) <= of_event
