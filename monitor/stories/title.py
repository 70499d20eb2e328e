"""The most telling headline of a story."""

from __future__ import annotations

import math

from monitor.stories.features import stem, tells
from monitor.stories.state import ActiveStory
from monitor.stories.tokens import read_lines

_LONGEST = 160


def better_title(story: ActiveStory, title: str | None) -> str:
    """The story's title, or `title` where that tells more of what the story's articles have in common.

    What a headline tells is the weight of its words and names in the story, over the root of how many words it has: a
    long one is not better for its length.
    """
    offered = " ".join((title or "").split())[:_LONGEST]
    if not offered:
        return story.title
    return offered if _telling(story, offered) > _telling(story, story.title) else story.title


def _telling(story: ActiveStory, title: str) -> float:
    words = [word for line in read_lines([title]) for word in line]
    terms = {part for word in words for part in word.text.split("-") if tells(part)}
    worth = sum(story.words.get(stem(term), 0) + 2 * story.names.get(term, 0) for term in sorted(terms))
    return worth / math.sqrt(4 + len(words)) if words else -1.0
