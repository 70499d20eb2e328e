"""What the assignment of stories can be told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Storying:
    """How alike an article and a story must be, and how long a story waits for another article.

    `threshold` is the least score, in logarithms of the odds, that puts an article into a story: higher parts
    look-alikes and cuts stories in two, lower does the reverse. `window_days` is how long after its last article a
    story is still thought of, and `keep` how many of the latest stories are thought of whatever their age, so that a
    thin stream never forgets: time is the articles' own, and a story leaves only once `keep` others are later than it
    by more than the window.
    """

    threshold: float = 0.0
    window_days: int = 120
    keep: int = 2000
