"""What a part is called: who was counted, as the article spells it."""

from __future__ import annotations

from itertools import dropwhile

from monitor.figures.document import Document, Mention, Sentence
from monitor.figures.en.parts import NO_LABELS, POINTING, SLICE_LEADS, UNNAMED_PART

SLICE = 12  # words from a figure to *alone*


def label(document: Document, mention: Mention) -> str:
    """The noun of a part, else the names of its persons, else its own words without those that only count or point."""
    sentence = document.sentences[mention.sentence]
    if mention.noun:
        told = mention.noun.split()
        bare = [*dropwhile(POINTING.__contains__, told)]  # *of the murdered victims*, *of those*
        return _noun_as_spelled(document, mention, " ".join(bare)) if bare else UNNAMED_PART
    if mention.names:
        return mention.names[0]
    first, last = _bare(sentence, mention)
    return _spelled(document, sentence, first, last) if first < last else UNNAMED_PART


def slice_told(document: Document, mention: Mention) -> str | None:
    """The place or time to which a figure is limited: *in the district of Mel alone*, *on Saturday alone*."""
    sentence = document.sentences[mention.sentence]
    lows = sentence.lows
    begins = max(mention.last, mention.trigger + 1)
    for at in range(begins, min(len(lows), begins + SLICE)):
        if lows[at] == "alone":
            first = next((k for k in range(at - 2, begins - 1, -1) if lows[k] in SLICE_LEADS), None)
            return None if first is None else _spelled(document, sentence, first, at)
        if not (lows[at][0].isalnum() or lows[at] in ("-", "'s")):
            return None
    return None


def _bare(sentence: Sentence, mention: Mention) -> tuple[int, int]:
    """The words of *the gunman*, *a third man* and *one of the rescued* that say who it was."""
    lows = sentence.lows
    first, last = mention.first, mention.last
    counts_only = all(low in NO_LABELS or low.isdecimal() for low in lows[first:last])
    if counts_only and lows[last : last + 2] == ["of", "the"] and mention.trigger > last + 2:
        first, last = last + 2, last + 3
    while first < last and (lows[first] in NO_LABELS or lows[first].isdecimal()):
        if lows[first + 1 : first + 2] == ["-"]:
            break  # *a 41-year-old driver*
        first += 1
    end = first
    while end < last and (lows[end][0].isalnum() or lows[end] in ("-", "'s")):
        end += 1
    return first, end


def _noun_as_spelled(document: Document, mention: Mention, noun: str) -> str:
    """The noun of a mention as its text has it, hyphens and capitals kept."""
    sentence = document.sentences[mention.sentence]
    length = len(noun.split())
    for last in range(mention.last, mention.first + length - 1, -1):
        if sentence.lows[last - length : last] == noun.split():
            return _spelled(document, sentence, last - length, last)
    return noun


def _spelled(document: Document, sentence: Sentence, first: int, last: int) -> str:
    whole = document.article.text if sentence.placed else document.article.title or ""
    return " ".join(whole[sentence.starts[first] : sentence.end_of(last - 1)].split())
