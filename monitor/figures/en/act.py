"""An act of speech: who speaks, with which verb or noun, and which words are his."""

from __future__ import annotations

from typing import NamedTuple

from monitor.figures.en.speakers import Wording
from monitor.figures.en.speech import Manner
from monitor.model import Span


class Act(NamedTuple):
    """One act of speech, at the token of its verb or noun.

    `speakers` is empty where the words name none (*reports that*). `covers` are the tokens that are the speaker's
    words, `begins` the first from which it is the innermost act, `own` the tokens that name it. `follows`: the speaker
    is that of the act before it (*..., saying that*). `carries`: the sentences after it in the paragraph go on in the
    same voice. `is_noun`: said by a noun (*the group's claim that*).
    """

    at: int
    speakers: tuple[Wording, ...]
    manner: Manner
    covers: Span
    begins: int
    own: Span
    follows: bool = False
    carries: bool = True
    is_noun: bool = False
