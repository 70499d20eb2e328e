"""What an English sentence tells beside the article's own event: of the weeks before, of many like it, by a link."""

from __future__ import annotations

from itertools import pairwise

from monitor.figures.document import Mention
from monitor.figures.en import occasions
from monitor.figures.en.dates import Reach, When
from monitor.figures.en.sights import LONG, Sight
from monitor.figures.en.times import WEEKDAYS

_LATELY = 7  # days back: what is told of then, beside an event of these days, is another
_LONG_AGO = 45  # days: further back a time tells by itself
_TITLE = 10  # words that the title of another report has


def is_lately(sight: Sight, when: When) -> bool:
    """*last week*, *earlier this month*, *two weeks ago*: counted back from the article."""
    relative = when.reach is Reach.POINT and when.year is None and when.month is None
    return relative and _LATELY <= (when.ago or 0) <= _LONG_AGO and sight.lows[when.first] not in WEEKDAYS


def points_at_event(sight: Sight, mention: Mention) -> bool:
    """Whether the clause speaks of an event already told of: *the blast last week*, *that raid*."""
    said = sight.lows[mention.clause_first : mention.clause_last]
    return any(
        before in occasions.ANAPHORIC_DETERMINERS and low in occasions.EVENT_NOUNS for before, low in pairwise(said)
    )


def of_many(sight: Sight, mention: Mention) -> tuple[int, int] | None:
    """The words for events of a kind that have happened again and again: *have been killed in the attacks*."""
    start, lows = min(mention.first, mention.trigger), sight.lows
    if occasions.PERFECT.isdisjoint(lows[start : mention.trigger + 1]):
        return None
    for at in range(mention.trigger + 1, min(mention.clause_last, mention.trigger + LONG)):
        if lows[at] in occasions.EVENT_NOUNS and lows[at].endswith("s") and lows[at - 1] not in ("its", "these"):
            return at - 1, at + 1
    return None


def linked(sight: Sight, mention: Mention) -> str | None:
    """The title of another report that a page links to in its running text: *READ MORE: Blast kills eight*."""
    start, end = min(mention.first, mention.trigger), max(mention.last, mention.trigger + 1)
    for at in range(max(2, end - _TITLE), start):
        if sight.lows[at] == ":" and sight.texts[at - 2 : at] == ["READ", "MORE"]:
            return sight.words(at + 1, end)
    return None
