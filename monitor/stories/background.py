"""How common a word or name is in news at large, before any has been read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from monitor.stories.terms import as_name, stem


@dataclass(frozen=True, slots=True)
class Shares:
    """Stem, and name, to the share of reports that use it. What is not listed is rare."""

    words: dict[str, float]
    names: dict[str, float]

    @property
    def terms(self) -> dict[str, float]:
        """Both in one, the names with an @."""
        return _terms()


_IN_NAMES = 0.5
"""How often a common word stands in a name, to how often it stands at all: a guess."""


@cache
def background_shares() -> Shares:
    """Reads `background.txt`: a share, then what has it, names with an @. The first class to list something holds.

    A common word is a common part of names too: *Pars Hotel* and *Soma Hotel* have little to do with one another.
    """
    shares = Shares({}, {})
    share = 0.0
    for line in resources.files("monitor.stories").joinpath("background.txt").read_text("utf-8").splitlines():
        for entry in () if line.startswith("#") else line.split():
            if entry[0].isdigit():
                share = float(entry)
            elif entry[0] == "@":
                shares.names.setdefault(entry[1:], share)
            else:
                shares.words.setdefault(stem(entry), share)
                shares.names.setdefault(entry, share * _IN_NAMES)
    return shares


@cache
def _terms() -> dict[str, float]:
    shares = background_shares()
    return {**shares.words, **{as_name(name): share for name, share in shares.names.items()}}
