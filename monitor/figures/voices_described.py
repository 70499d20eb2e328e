"""Speakers who are described first and named next: *A monitoring group said ... The Observatory said ...* are one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from monitor.figures.document import Attribution, Mention
from monitor.figures.en.cast import Speaker, is_named_body
from monitor.figures.en.descriptions import fits

_NAMED_WITHIN = 2  # sentences from a description to the name


class Described:
    """The last speaker of an article who was only described, as long as a name may still follow."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._source: str | None = None
        self._words: Sequence[str] = ()
        self._sentence = 0

    def note(self, speaker: Speaker, at: int, words: Sequence[str]) -> None:
        """Remember a speaker of sentence `at` by the words that describe him; without words he is none."""
        if words:
            self._source, self._words, self._sentence = speaker.source, words, at

    def name(
        self,
        speaker: Speaker,
        at: int,
        heard: Sequence[Speaker],
        found: list[Attribution | None],
        here: Iterable[int],
    ) -> None:
        """Give what was found of the one described to a body that speaks in sentence `at`, if it fits.

        Not where that body had spoken before, nor where it gives another number (`here` are the mentions of its
        sentence): those are two voices.
        """
        if self._source is None or not 0 < at - self._sentence <= _NAMED_WITHIN or not is_named_body(speaker):
            return
        known = any(one.source == speaker.source for one in heard)
        if known or not fits(self._words, (speaker.source or "").lower().split()):
            return
        told = {index: one for index, one in enumerate(found) if one is not None and one.source == self._source}
        if any(_differ(self._mentions[index], self._mentions[other]) for index in told for other in here):
            return
        for index, one in told.items():
            found[index] = one._replace(source=speaker.source, side=speaker.side)
        self._source = None


def _differ(one: Mention, other: Mention) -> bool:
    """Whether two mentions put one number differently, as one voice would not."""
    apart = one.part or other.part or one.more or other.more
    return one.kind == other.kind and one.quantity != other.quantity and not apart
