"""The kinds of figures: their file, its faults, and the forms of their words."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor.errors import SettingsError
from monitor.figures.en.inflect import plurals, verb_forms
from monitor.figures.en.vocabulary import Form, Role, compile_kinds
from monitor.figures.kinds import Kind, Kinds
from monitor.model import Severity
from monitor.settings.figures import load_kinds

SHIPPED = Path(__file__).parents[2] / "config" / "figures.toml"


def load(tmp_path: Path, text: str) -> Kinds:
    path = tmp_path / "figures.toml"
    path.write_text(text, encoding="utf-8")
    return load_kinds(path)


def test_the_shipped_file_defines_the_kinds_of_the_specification() -> None:
    kinds = load_kinds(SHIPPED)
    assert {
        "killed", "injured", "missing", "trapped", "detained", "charged", "displaced", "kidnapped", "rescued",
        "computers_seized",
    } <= {kind.id for kind in kinds.all}  # fmt: skip
    assert kinds["killed"].first is Severity.URGENT
    assert {kind.first for kind in kinds.all if kind.id != "killed"} == {Severity.NOTICE}
    assert kinds["computers_seized"].counts_persons is False


def test_a_kind_needs_nothing_but_its_words(tmp_path: Path) -> None:
    kinds = load(
        tmp_path, '[[kind]]\nid = "jets_lost"\nlabel = "Jets lost"\ncounts = ["Jet"]\ndone_to = ["Shoot down"]\n'
    )
    assert kinds.all == (Kind("jets_lost", "Jets lost", counts=("jet",), done_to=("shoot down",)),)


def test_a_phrase_with_alternatives_stands_for_each_of_them(tmp_path: Path) -> None:
    kinds = load(tmp_path, '[[kind]]\nid = "hurt"\nlabel = "x"\ndone_to = ["take|rush to ... clinic|ward", "hit"]\n')
    assert kinds["hurt"].done_to == (
        "take to ... clinic", "take to ... ward", "rush to ... clinic", "rush to ... ward", "hit",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("phrase", "told"), [("take| to hospital", "one side of a |"), (" ".join(["a|b|c"] * 6), "more than 400")]
)
def test_alternatives_are_whole_and_not_too_many(tmp_path: Path, phrase: str, told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load(tmp_path, f'[[kind]]\nid = "hurt"\nlabel = "x"\ndone_to = ["{phrase}"]\n')
    assert told in str(caught.value.problems)


def test_every_fault_is_told_at_once_with_file_and_key(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load(
            tmp_path,
            '[[kind]]\nid = "Bad Id"\nlabel = "x"\ndone_to = ["kill"]\ncolour = "red"\n'
            '[[kind]]\nid = "hurt"\nlabel = "y"\nfirst = "loud"\ndone_to = "kill"\n',
        )
    told = "\n".join(caught.value.problems)
    assert len(caught.value.problems) == 4
    assert all("figures.toml" in problem for problem in caught.value.problems)
    for key in ("kind Bad Id: id", "kind Bad Id: colour", "kind hurt: first", "kind hurt: done_to"):
        assert key in told
    for advice in ("small letters, digits and _", "is no key of a kind", "is a list of words"):
        assert advice in told


def test_faults_between_keys_are_told_too(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load(
            tmp_path,
            '[[kind]]\nid = "a"\nlabel = "A"\n[[kind]]\nid = "a"\nlabel = "B"\ndoes = ["die"]\nyields_to = "nothing"\n',
        )
    told = "\n".join(caught.value.problems)
    assert "kind a: id: is used twice" in told
    assert "no word states it" in told
    assert "there is no kind 'nothing'" in told


@pytest.mark.parametrize("text", ["kind = [", "kind = 3", "", "[[kind]]\nid = 7\nlabel = 'x'\n"])
def test_what_is_no_such_file_is_an_error_that_names_it(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match=r"figures\.toml"):
        load(tmp_path, text)


def test_a_file_that_is_missing_or_not_text_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"nowhere\.toml.*monitor init"):
        load_kinds(tmp_path / "nowhere.toml")
    (tmp_path / "figures.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match=r"figures\.toml"):
        load_kinds(tmp_path / "figures.toml")


def test_kinds_are_found_by_id() -> None:
    kinds = load_kinds(SHIPPED)
    assert kinds["injured"].yields_to == "killed"
    assert "injured" in kinds
    assert "melted" not in kinds
    with pytest.raises(KeyError):
        kinds["melted"]


@pytest.mark.parametrize(
    ("base", "past", "participle", "gerund", "third"),
    [
        ("kill", "killed", "killed", "killing", "kills"),
        ("slay", "slew", "slain", "slaying", "slays"),
        ("stab", "stabbed", "stabbed", "stabbing", "stabs"),
        ("die", "died", "died", "dying", "dies"),
        ("bury", "buried", "buried", "burying", "buries"),
        ("seize", "seized", "seized", "seizing", "seizes"),
        ("take", "took", "taken", "taking", "takes"),
        ("crush", "crushed", "crushed", "crushing", "crushes"),
        ("level", "levelled", "leveled", "levelling", "levels"),
        ("kidnap", "kidnapped", "kidnaped", "kidnapping", "kidnaps"),
        ("free", "freed", "freed", "freeing", "frees"),
        ("commit", "committed", "committed", "committing", "commits"),
    ],
)
def test_verb_forms(base: str, past: str, participle: str, gerund: str, third: str) -> None:
    forms = verb_forms(base)
    assert past in forms.past
    assert participle in forms.participle
    assert gerund in forms.gerund
    assert forms.third == third


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("house", "houses"),
        ("body", "bodies"),
        ("policeman", "policemen"),
        ("German", "Germans"),
        ("dead body", "dead bodies"),
        ("aircraft", "aircraft"),
        ("boy", "boys"),
    ],
)
def test_plurals(noun: str, expected: str) -> None:
    assert plurals(noun.lower())[0] == expected.lower()


def test_the_vocabulary_knows_each_word_in_its_forms() -> None:
    vocabulary = compile_kinds(
        Kinds((Kind("a", "A", done_to=("shoot down",), state=("in custody",), counts=("jet",)),))
    )
    assert {(sense.role, sense.form, sense.tail) for sense in vocabulary.senses["shot"]} == {
        (Role.DONE_TO, Form.PAST, (frozenset({"down"}),))
    }
    assert "in" not in vocabulary.stating
    assert {"shot", "custody"} <= vocabulary.signals.keys()
    assert "down" not in vocabulary.signals
    assert vocabulary.may_state(["a", "jet", "was", "shot", "down"])
    assert not vocabulary.may_state(["he", "won", "custody"])
    assert set(vocabulary.things) == {"jet", "jets"}
