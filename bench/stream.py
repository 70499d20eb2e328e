"""A made-up stream of news: tolls that rise, copies, edits in place, late copies. The same for a seed."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

PLACES = [
    "Velmora",
    "Tarsk",
    "Ondale",
    "Brimhaven",
    "Ketteran",
    "Sulvik",
    "Marrowgate",
    "Pellinor",
    "Dunmere",
    "Ashkar",
]
EVENTS = [
    ("ferry", "capsized in the harbour of", "the ferry", "harbour master"),
    ("bus", "plunged off a mountain road near", "the bus", "highway police"),
    ("factory", "was gutted by a fire in", "the factory", "fire department"),
    ("market", "was hit by a bomb in", "the market", "interior ministry"),
    ("train", "derailed outside", "the train", "railway authority"),
]
NAMES = ["Orsolya Brandt", "Ivo Kestner", "Lena Marsh", "Tobias Ferrow", "Anouk Delray", "Piet Harrow", "Selma Quist"]
OUTLETS = ["Harbour Times", "Upland Review", "Meridian Daily", "Eastgate Post", "The Plainsman"]
FILLERS = [
    "Rescue teams worked through the night with lamps and dogs, and asked the public to keep the approach roads free.",
    "The mayor cancelled a concert that had been planned for the weekend and opened the town hall to relatives.",
    "A commission is to look into how the operator kept its maintenance records over the past two winters.",
    "Schools in the district stayed closed, and the bishop called for a service of remembrance on Sunday evening.",
    "Residents said that they had complained for years about the state of the site and had been given no answer.",
    "The operator declined to comment and referred questions to its lawyers in the capital.",
    "Shops along the main street put up black ribbons, and traffic was led around the centre until noon.",
]


def stream(count: int, seed: int) -> Iterator[dict[str, str]]:
    """So many articles, in order of arrival."""
    chance = random.Random(seed)
    now = datetime(2026, 3, 2, 6, tzinfo=UTC)
    stories: list[dict[str, object]] = []
    for number in range(count):
        now += timedelta(minutes=chance.randint(3, 50))
        if not stories or chance.random() < 0.12:
            kind, happened, thing, office = chance.choice(EVENTS)
            stories.append(
                {
                    "kind": kind,
                    "lead": f"{happened} {chance.choice(PLACES)}",
                    "thing": thing,
                    "office": office,
                    "who": chance.choice(NAMES),
                    "dead": chance.randint(2, 20),
                    "hurt": chance.randint(5, 60),
                    "body": chance.sample(FILLERS, 4),
                    "texts": [],
                }
            )
        story = chance.choice(stories[-6:])
        texts = story["texts"]
        assert isinstance(texts, list)
        roll = chance.random()
        line = {"id": f"made-{number:04}", "published": now.isoformat(), "outlet": chance.choice(OUTLETS)}
        if texts and roll < 0.3:  # a copy, now and then a late one, in another outlet
            line |= chance.choice(texts)
        else:
            story["dead"] += chance.choice([0, 0, 1, 4])  # type: ignore[operator]
            line |= {"title": f"{story['dead']} dead in {story['kind']} disaster", "text": _text(story, chance)}
            texts.append({"title": line["title"], "text": line["text"]})
        if roll > 0.6:
            address = number if roll > 0.75 else chance.randrange(max(1, number))
            line["url"] = f"https://news.example/{address}"
            line["fetched"] = (now + timedelta(minutes=5)).isoformat()
        yield line


def write(path: Path, count: int, seed: int = 7) -> Path:
    """The stream as a JSONL file."""
    path.write_text("".join(json.dumps(line) + "\n" for line in stream(count, seed)), encoding="utf-8")
    return path


def _text(story: dict[str, object], chance: random.Random) -> str:
    body = story["body"]
    assert isinstance(body, list)
    toll = f"killing {story['dead']} people and injuring {story['hurt']} others, the {story['office']} said."
    lines = [
        f"A {story['kind']} {story['lead']} on Monday, {toll}",
        f"{story['who']}, spokeswoman for the {story['office']}, said that the search of {story['thing']} goes on.",
        *chance.sample(body, 3),
    ]
    return "\n\n".join(lines)
