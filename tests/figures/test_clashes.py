"""What is unclear or clashes in the definition of the kinds."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor.figures.clashes import clashes
from monitor.figures.kinds import Kind, Kinds
from monitor.settings.figures import load_kinds

SOUND = Kind("bridges_lost", "Bridges lost", counts=("bridge",), done_to=("wash away",), does=("collapse",))


def told(*kinds: Kind) -> list[tuple[str, str, str]]:
    return [(clash.kind, clash.key, clash.word) for clash in clashes(Kinds(kinds))]


def test_the_shipped_kinds_are_clear() -> None:
    assert clashes(load_kinds(Path(__file__).parents[2] / "config" / "figures.toml")) == ()


def test_a_sound_kind_has_nothing_wrong() -> None:
    assert told(SOUND) == []


@pytest.mark.parametrize(
    ("kind", "key", "word", "problem"),
    [
        (Kind("k", "K", done_to=("kill", "kill")), "done_to", "kill", "twice"),
        (Kind("k", "K", done_to=("destroyed",)), "done_to", "destroyed", "base form"),
        (Kind("k", "K", done_to=("shot down",)), "done_to", "shot down", "base form"),
        (Kind("k", "K", does=("sinking",)), "does", "sinking", "base form"),
        (Kind("k", "K", does=("drowns",)), "does", "drowns", "base form"),
        (Kind("k", "K", counts=("houses",), done_to=("burn",)), "counts", "houses", "plural"),
        (Kind("k", "K", called=("dead bodies",)), "called", "dead bodies", "plural"),
        (Kind("k", "K", events=("strikes",)), "events", "strikes", "plural"),
        (Kind("k", "K", counts=("soldier",), done_to=("disarm",)), "counts", "soldier", "people"),
        (Kind("k", "K", counts=("house",), called=("house",)), "called", "house", "also in counts"),
        (Kind("k", "K", state=("dead",), not_when=("dead",)), "not_when", "dead", "rules out 'dead' of state"),
        (Kind("k", "K", done_to=("shoot down",), not_when=("shot down",)), "not_when", "shot down", "'shoot down'"),
        (Kind("k", "K", done_to=("kill",), not_when=("dead heat",)), "not_when", "dead heat", "rules nothing out"),
        (Kind("k", "K", state=("in",)), "state", "in", "every text"),
        (Kind("k", "K", done_to=("burn/raze",)), "done_to", "burn/raze", "never found"),
        (Kind("k", "K", does=("face ...",)), "does", "face ...", "ends with"),
        (Kind("k", "K", outcome_open=("shoot",)), "outcome_open", "shoot", "yields_to"),
        (Kind("k", "K", done_to=("kill",), yields_to="k"), "yields_to", "k", "circle"),
    ],
)
def test_each_fault_is_told_with_its_key_and_word(kind: Kind, key: str, word: str, problem: str) -> None:
    found = [clash for clash in clashes(Kinds((kind,))) if (clash.key, clash.word) == (key, word)]
    assert any(problem in clash.problem for clash in found), found


@pytest.mark.parametrize(
    "kind",
    [
        Kind("k", "K", done_to=("feed", "bring", "press", "free", "embed", "bleed"), does=("focus", "sing")),
        Kind("k", "K", counts=("bus", "gas", "glass", "crisis", "species"), done_to=("seize",)),
        Kind("k", "K", done_to=("burn",), not_when=("burn down",)),
        Kind("k", "K", does=("face ... charges",), events=("round-up", "killing"), none_of=("loss of life",)),
    ],
)
def test_near_misses_are_let_pass(kind: Kind) -> None:
    assert told(kind) == []


def test_a_word_that_states_two_kinds_of_people_clashes_in_whatever_form() -> None:
    one = Kind("slain", "Slain", done_to=("slay",))
    noun = Kind("lost", "Lost", state=("slain",), events=("slaying",))
    assert told(one, noun) == [("lost", "state", "slain"), ("lost", "events", "slaying")]
    marked = (
        Kind("a", "A", done_to=("maim",), markers=("fatally",)),
        Kind("b", "B", does=("rot",), markers=("fatally",)),
    )
    assert told(*marked) == [("b", "markers", "fatally")]


def test_the_same_verb_for_other_things_is_no_clash() -> None:
    people = Kind("held", "Held", done_to=("seize",))
    boats = Kind("boats_seized", "Boats seized", counts=("boat",), done_to=("seize",))
    ships = Kind("ships_seized", "Ships seized", counts=("ship", "boat"), done_to=("seize",))
    assert told(people, boats) == []
    assert told(people, boats, ships) == [("ships_seized", "done_to", "seize")]


def test_two_kinds_of_one_label_cannot_be_told_apart() -> None:
    assert told(SOUND, Kind("other", "bridges LOST", does=("vanish",))) == [("other", "label", "bridges LOST")]


def test_a_kind_that_yields_to_one_of_other_things_is_told() -> None:
    shot = Kind("shot", "Shot", outcome_open=("shoot",), yields_to="bridges_lost")
    assert told(SOUND, shot) == [("shot", "yields_to", "bridges_lost")]
