"""How common a word is in news at large, before any has been read."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def background_shares() -> dict[str, float]:
    """Stem to the share of reports that use it, for common words; any other word is rare.

    Read from `background.txt`: a line with a share, then the words of that class.
    """
    from monitor.stories.features import stem

    shares: dict[str, float] = {}
    share = 0.0
    for line in resources.files("monitor.stories").joinpath("background.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        for entry in line.split():
            if entry[0].isdigit():
                share = float(entry)
            else:
                shares.setdefault(stem(entry), share)
    return shares
