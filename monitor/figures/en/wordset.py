"""How this folder writes its word lists: text, words apart by space, phrases with their words joined by `_`."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[tuple[str, ...]]:
    """The phrases of a list, each as the words it is made of."""
    return frozenset(tuple(phrase.split("_")) for phrase in text.split())
