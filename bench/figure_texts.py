"""Made news for the bench of the figures: reports with figures and without, of any length, and hostile texts.

An article is made from its number alone. The sentences are the bench's own; places, names and numbers are drawn.
"""

from __future__ import annotations

import random
from collections.abc import Mapping

from monitor.model import Article, Span

USUAL = 2_500
"""Characters of an ordinary report."""

HOSTILE: Mapping[str, str] = {
    "ones": "1 ",
    "killed": "killed ",
    "quotes": "“he said ‘",
    "and": "and ",
    "brackets": "(",
    "one_word": "x",
    "figures": "12 killed, ",
    "parts": "including 3 children and 4 women ",
    "named": "Ana Roe, 41, was shot and ",
    "speakers": "the minister told the group that ",
    "comma": ", ",
    "line_ends": "12\n",
}
"""Pieces that a hostile text repeats, by name."""

_TOLLS = (
    "A {thing} in {place} killed at least {many} people and injured {more} others on {day}, {body} said.",
    "{many} people were killed and {more} wounded when a {thing} hit a market in {place}, {body} said.",
    "The death toll from the {thing} rose to {many}, according to {name}, a spokesman for {body}.",
    "“We have counted {many} dead and more than {more} injured,” {name} told reporters in {place}.",
    "Among the dead were {few} children and two officers, {body} said in a statement.",
    "{name}, {age}, was shot in the leg and is in stable condition.",
    "Police arrested {few} suspects, {few} of whom were later charged with arson.",
    "About {more} people were evacuated from {place} and dozens are still missing.",
    "Hospital officials in {place} put the number of injured at {more}.",
    "The opposition said nearly {more} protesters had been detained; {body} denied that anyone was hurt.",
    "In 2004 a {thing} in the same valley killed {more} people and left thousands homeless.",
    "{body} rejected a report that {more} people had died as “baseless”.",
    "{few} of the wounded were in critical condition, {name} said.",
    "Rescuers pulled {few} survivors from the rubble, but up to {many} workers are feared trapped.",
)
_STORY = (
    "Witnesses described smoke over the roofs and people running towards the river.",
    "“I heard a loud bang and then the windows fell out of the shop,” said {name}, who lives in the street.",
    "Investigators were examining the scene and declined to comment on the cause.",
    "The road between {place} and {place} was closed until {day} morning.",
    "{body} said that it would publish a report within {few} weeks.",
    "He said the authorities had been warned about the state of the building several times.",
    "Schools stayed shut on {day}, and the mayor asked residents to keep away from the centre.",
)
_OTHER = (
    "The council of {place} agreed on {day} to spend ${more} million on a new tram line.",
    "{name}, {age}, who has led {body} since 2011, said she would not stand again.",
    "Shares of the company rose {few} percent to close at {more}.{few}0 after it raised its forecast.",
    "The festival, in its {few}th year, brings {more} musicians from {many} countries to {place}.",
    "“It is a good day for the town, and we have waited long enough for it,” {name} told a local newspaper.",
    "Researchers at the university of {place} looked at records that go back to 1890.",
    "The team won its last {few} matches and stands {few} points behind the leaders.",
    "According to {body}, prices of bread and milk have grown faster than wages since {day}.",
    "The film opens in {many} cinemas next month and runs for two hours and {few} minutes.",
    "Farmers in the valley expect a late harvest because the spring was cold and wet.",
    "Under the plan, which {body} put forward in March, every household would pay {few} euros a month.",
    "The court will hear the appeal on {day}, a clerk said, and a decision is not expected before the summer.",
)
_PLACES = ("Norwick", "Port Selm", "Ardale", "Castel Rosso", "Ivanpol", "Sant Pere", "Kerem Tal", "Upper Lund")
_FIRST = ("Ana", "Boris", "Chen", "Dina", "Emeka", "Farid", "Greta", "Hana")
_LAST = ("Roe", "Valdez", "Okoro", "Lindqvist", "Haddad", "Petrov", "Tanaka", "Moreau")
_BODIES = ("police", "the interior ministry", "the Red Crescent", "the fire service", "the regional governor's office")
_THINGS = ("bomb", "landslide", "bus crash", "gas explosion", "rocket", "flood")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def report(number: int, size: int = USUAL, *, figures: bool) -> Article:
    """The report of that number, about so many characters long; with figures, a quarter of its sentences state some."""
    draw = random.Random(f"{number} {figures}")
    lines: list[str] = []
    length = 0
    while length < size:
        line = " ".join(_sentence(draw, figures) for _ in range(draw.randint(1, 3)))
        lines.append(line)
        length += len(line) + 2
    return article(f"{number}", "\n\n".join(lines), title=lines[0][:60])


def hostile(name: str, size: int) -> Article:
    """A text of so many characters that repeats one piece."""
    piece = HOSTILE[name]
    return article(name, piece * (size // len(piece)))


def article(key: str, text: str, title: str | None = None) -> Article:
    """An article whose body is every line of its text that holds anything."""
    spans, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            spans.append(Span(start, start + len(line.rstrip())))
        start += len(line)
    return Article(id=key, key=key, revision="1", text=text, body=tuple(spans), title=title)


def _sentence(draw: random.Random, figures: bool) -> str:
    made = draw.choice((_TOLLS if draw.random() < 0.25 else _STORY) if figures else _OTHER)
    filled = made.format(
        place=draw.choice(_PLACES),
        name=f"{draw.choice(_FIRST)} {draw.choice(_LAST)}",
        body=draw.choice(_BODIES),
        thing=draw.choice(_THINGS),
        day=draw.choice(_DAYS),
        many=draw.randint(11, 60),
        more=draw.randint(61, 400),
        few=draw.randint(2, 10),
        age=draw.randint(18, 90),
    )
    return filled[0].upper() + filled[1:]
