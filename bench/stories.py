"""Speed and size of the stories: `python -m bench.stories`. Accuracy is in `bench.story_accuracy`.

Articles a second of CPU time, assigned and learnt, beside 1,000 and 10,000 active stories; then a database of 100,000
stories: how long the active ones take to come back, and the memory of the process. Ends non-zero where a figure breaks
its floor in bench/floors.toml.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert

from bench import floors
from monitor.store.engine import open_engine
from monitor.store.schema import prepare
from monitor.store.stories import Stories, placings, stories
from monitor.stories import Assigner, Features, Storying

STORED = 100_000
ACTIVE = 10_000

_START = datetime(2025, 1, 1, tzinfo=UTC)
_AT_ONCE = 5_000


def main() -> None:
    """Prints one line a measurement."""
    lines = [*_speed(), *_size()]
    told = floors.breaches("stories", floors.figures("\n".join(lines)))
    for breach in told:
        print(breach, file=sys.stderr)
    sys.exit(bool(told))


def speed(active: int) -> float:
    """Articles a second with so many active stories, each founded by an article of made-up words."""
    made = random.Random(1)
    assigner = Assigner(Storying())
    for event in range(active):
        assigner.learn(f"s{event}", made_up(made, event, active), _START + timedelta(minutes=event))
    stream = [made_up(made, made.randrange(active), active) for _ in range(1_000)]
    started = time.process_time()
    for n, read in enumerate(stream):
        at = _START + timedelta(minutes=active + n)
        assigner.learn(assigner.assign(read, at).story or f"new{n}", read, at)
    return len(stream) / (time.process_time() - started)


def made_up(made: random.Random, event: int, events: int) -> Features:
    """An article about one of so many events: words by Zipf's law, names of its own and names of others."""
    said = sorted({f"w{n:05}" for n in made.choices(range(20_000), _ZIPF, k=34)})
    about = made.choices(range(4 * event, 4 * event + 4), k=4) + made.choices(range(4 * events), k=12)
    names = sorted({f"n{n:06}" for n in about})
    lead = [(f"@{name}", 170) for name in names] + [(word, 129) for word in said]
    return Features(tuple(lead), tuple((name, 250) for name in names))


_ZIPF = [1 / (n + 10) for n in range(20_000)]


def _speed() -> list[str]:
    return [_line(f"active_{active}: articles_per_second={speed(active):.0f}") for active in (1_000, 10_000)]


def _size() -> list[str]:
    """100,000 stories in SQLite, of which the latest 10,000 are active."""
    settings = Storying(window_days=1, keep=ACTIVE)
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'stories.db'}")
        prepare(engine)
        made = random.Random(2)
        with engine.begin() as connection:
            for first in range(0, STORED, _AT_ONCE):
                events = range(first, first + _AT_ONCE)
                connection.execute(insert(stories), [_story_row(event) for event in events])
                connection.execute(insert(placings), [_placing_row(made, event) for event in events])
        with engine.connect() as connection:
            before = time.process_time()
            assigner = Assigner(settings, Stories(connection).active(settings))
            took = time.process_time() - before
        active = sum(assigner.is_active(f"s{event}") for event in range(STORED))
        engine.dispose()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [_line(f"stored_{STORED}: active={active} rebuilt_seconds={took:.2f} peak_mb={peak:.0f}")]


def _story_row(event: int) -> dict[str, object]:
    at = _START + timedelta(minutes=10 * event)
    row = {"id": f"s{event}", "title": f"Event {event}", "first_at": at, "last_at": at, "articles": 1, "weight": 1}
    return {**row, "lead_square": 1e6, "name_square": 1e6, "place": None, "entities": []}


def _placing_row(made: random.Random, event: int) -> dict[str, object]:
    at = _START + timedelta(minutes=10 * event)
    return {"seq": event, "story": f"s{event}", "at": at, "features": made_up(made, event, STORED).encode()}


def _line(text: str) -> str:
    print(text, flush=True)
    return text


if __name__ == "__main__":
    main()
