"""How this folder writes its word lists: text, words apart by space, phrases with their words joined by `_`.

Lists too long to stand among code are files of the folder `lexicon`, written in the same way.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def words(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[tuple[str, ...]]:
    """The phrases of a list, each as the words it is made of."""
    return frozenset(tuple(phrase.split("_")) for phrase in text.split())


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list that is a file."""
    return words(files(__package__).joinpath("lexicon", f"{name}.txt").read_text("utf-8"))
