"""A word is worked out once, and the words that are kept have a bound."""

from __future__ import annotations

from monitor.figures.en.lookup import MOST, Lookup


def test_a_word_is_worked_out_once() -> None:
    asked: list[str] = []
    lookup = Lookup(lambda word: asked.append(word) or len(word))
    assert [lookup["quake"], lookup["quake"], lookup["toll"]] == [5, 5, 4]
    assert asked == ["quake", "toll"]


def test_no_text_can_fill_the_memory() -> None:
    lookup = Lookup(len)
    for number in range(2 * MOST):
        assert lookup[str(number)] == len(str(number))
        assert len(lookup) <= MOST
