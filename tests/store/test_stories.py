"""Stories on both backends: what stands of them, and a state that comes back to the last bit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection

from monitor.errors import NotFoundError
from monitor.model import Story
from monitor.store.engine import open_engine
from monitor.store.schema import prepare
from monitor.store.stories import Stories
from monitor.stories import Assigner, Features, Storying
from monitor.stories.dates import Calendar

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def connection(database: str) -> Iterator[Connection]:
    engine = open_engine(database)
    prepare(engine)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def told(place: str, *people: str) -> Features:
    names = tuple(sorted((name, 500) for name in (place, *people)))
    lead = tuple((f"@{name}", weight) for name, weight in names)
    return Features((*lead, ("burn", 300), ("mill", 300)), names, (place,), (), Calendar(weekdays=(5,), dates=(301,)))


class Road:
    """Decides and keeps, one article after the other."""

    def __init__(self, connection: Connection, settings: Storying | None = None) -> None:
        self.settings = settings or Storying()
        self.stories = Stories(connection)
        self.assigner = Assigner(self.settings)
        self.seq = 0

    def enter(self, features: Features, at: datetime | None, title: str = "Mill burns") -> str:
        self.seq += 1
        decided = self.assigner.assign(features, at)
        story = decided.story or f"story{self.seq}"
        standing = self.assigner.learn(story, features, at, title)
        self.stories.place(self.seq, standing, at, features=features, assignment=decided)
        return story


def test_what_stands_of_a_story_and_why_an_article_is_in_it_is_kept(connection: Connection) -> None:
    road = Road(connection)
    story = road.enter(told("lomsk", "brun"), NOON)
    assert road.enter(told("lomsk", "brun", "salari"), NOON + timedelta(hours=2)) == story
    assert road.stories.story(story) == Story(story, "Mill burns", NOON, NOON + timedelta(hours=2), 2)
    assert road.stories.standing(story).place == "lomsk"
    founded, joined = road.stories.placing(1), road.stories.placing(2)
    assert founded.assignment is not None
    assert founded.assignment.story is None
    assert joined.assignment is not None
    assert joined.assignment.story == story
    assert set(joined.assignment.held.names) == {"lomsk", "brun"}
    assert joined.assignment.held.dates == ("--03-01",)


def test_related_stories_are_found_from_both_ends_also_after_a_merge(connection: Connection) -> None:
    road = Road(connection)
    first = road.enter(told("lomsk", "brun"), NOON)
    bridge = Features((("@vesk", 700), ("bridge", 700)), (("vesk", 1000),), ("vesk",))
    other = road.enter(bridge, NOON, "Bridge falls")
    revenge = replace(told("lomsk", "brun"), belongs=True)
    second = road.enter(revenge, NOON + timedelta(days=1), "Revenge for Lomsk")
    assert second not in {first, other}
    assert [story.id for story in road.stories.related(first, {})] == [second]
    assert [story.id for story in road.stories.related(second, {})] == [first]
    assert road.stories.related(other, {}) == []
    assert [story.id for story in road.stories.related(second, {first: other})] == [other]
    assert [story.id for story in road.stories.related(other, {first: other})] == [second]


def test_a_copy_is_placed_without_features_or_a_decision(connection: Connection) -> None:
    road = Road(connection)
    story = road.enter(told("lomsk", "brun"), NOON)
    road.stories.place(2, road.assigner.learn(story, told("lomsk"), NOON, copy=True), NOON)
    assert road.stories.placing(2).assignment is None
    assert road.stories.story(story).articles == 2
    assert [len(kept.features) for kept in road.stories.active(road.settings)] == [1]


def test_an_assigner_rebuilt_from_the_database_goes_on_to_the_last_bit(connection: Connection) -> None:
    road = Road(connection, Storying(window_days=10, keep=3))
    for n in range(24):
        at = None if n % 7 == 0 else NOON + timedelta(days=4 * n)
        road.enter(told(f"town{n // 2}", f"mayor{n // 2}", f"witness{n % 5}", f"guest{n}"), at)
    rebuilt = Assigner(road.settings, road.stories.active(road.settings))
    active = {story.id for story in road.stories.all() if road.assigner.is_active(story.id)}
    assert 3 <= len(active) < len(road.stories.all())
    assert {story.id for story in road.stories.all() if rebuilt.is_active(story.id)} == active
    for n in range(12, 30):
        features, at = told(f"town{n // 2}", f"mayor{n // 2}", f"witness{n % 3}"), NOON + timedelta(days=4 * n)
        assert rebuilt.assign(features, at) == road.assigner.assign(features, at)
        assert rebuilt.learn(f"next{n}", features, at) == road.assigner.learn(f"next{n}", features, at)


def test_a_forgotten_story_comes_back_as_it_stood(connection: Connection) -> None:
    road = Road(connection, Storying(window_days=10, keep=1))
    story = road.enter(told("lomsk", "brun"), NOON)
    road.enter(told("qandor", "salari", "karimi"), NOON + timedelta(days=40))
    assert not road.assigner.is_active(story)
    road.assigner.recall(road.stories.kept(story))
    assert road.assigner.learn(story, told("lomsk"), NOON, copy=True).articles == 2


def test_stories_are_listed_the_latest_first_and_the_undated_last(connection: Connection) -> None:
    road = Road(connection)
    undated = road.enter(told("ansel", "dorn", "moe"), None)
    early = road.enter(told("lomsk", "brun", "linz"), NOON)
    late = road.enter(told("qandor", "salari", "karimi"), NOON + timedelta(days=30))
    assert [story.id for story in road.stories.all()] == [late, early, undated]


def test_an_unknown_story_is_an_error_that_names_it(connection: Connection) -> None:
    stories = Stories(connection)
    for ask in (stories.story, stories.standing, stories.kept):
        with pytest.raises(NotFoundError, match="nowhere"):
            ask("nowhere")
    with pytest.raises(NotFoundError, match="17"):
        stories.placing(17)
