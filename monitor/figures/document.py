"""An article cut into paragraphs, sentences and tokens, each still placed in the article's text.

These are the values that the steps of the reading hand on: a `Document` is cut from an article, `Mention`s are found in
it, each mention gets an `Attribution` (who says it, how firmly) and a `Placement` (of what event).
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import NamedTuple

from monitor.model import Article, Modifier, Scope, Status


class Sentence(NamedTuple):
    """A sentence: its tokens, where they stand, the paragraph it belongs to (counted from 0; the title is -1).

    `texts` are its tokens as they are written, `lows` their lower-case forms, `starts` where they start: lists side by
    side, as most sentences are only looked through, and nobody's to change. Offsets are code points of the article's
    text; of the title itself where `placed` is False (a title that is no line of the text).
    """

    texts: list[str]
    lows: list[str]
    starts: list[int]
    paragraph: int
    placed: bool = True

    @property
    def start(self) -> int:
        """Where its first token starts."""
        return self.starts[0]

    @property
    def end(self) -> int:
        """Where its last token ends."""
        return self.end_of(len(self.starts) - 1)

    def end_of(self, at: int) -> int:
        """Where a token ends."""
        return self.starts[at] + len(self.texts[at])

    def is_glued(self, at: int) -> bool:
        """Whether a token touches the one before it."""
        return at > 0 and self.starts[at] == self.end_of(at - 1)


@dataclass(frozen=True, slots=True)
class Document:
    """An article cut into sentences, the title first where there is one."""

    article: Article
    sentences: tuple[Sentence, ...]

    def of(self, paragraphs: Container[int]) -> Document:
        """Some paragraphs of it, numbered anew from 0; the title where -1 is among them."""
        kept = [sentence for sentence in self.sentences if sentence.paragraph in paragraphs]
        numbers = sorted({sentence.paragraph for sentence in kept} - {-1})
        anew = {-1: -1} | {number: at for at, number in enumerate(numbers)}
        return Document(self.article, tuple(one._replace(paragraph=anew[one.paragraph]) for one in kept))

    def quote(self, sentence: int) -> str:
        """The sentence as it stands in the article, or in its title."""
        at = self.sentences[sentence]
        whole = self.article.text if at.placed else self.article.title or ""
        return whole[at.start : at.end]


class Quantity(NamedTuple):
    """The bounds that words give, and how they give them. `high` None is open above."""

    low: int | None
    high: int | None
    modifier: Modifier


class Mention(NamedTuple):
    """A number, or the lack of one, that a sentence gives for one kind, before it is known who says it, of what event.

    Token positions are indices into the sentence's tokens, half open. `first`..`last` is the counted phrase (number and
    noun), `trigger` the word that states it, `clause_first`..`clause_last` the clause that holds both. `noun` says who
    was counted (*camp residents*). `part` is set where the words themselves make it a part (*including 3 children*,
    *two of them*); `more` where it adds to what was known (*two more*, *another*). `unsaid` is set where the phrase
    states no number of its own but asks for a voice's denial or its absence (*any fatalities*). `status` is what the
    frame itself implies (*feared dead*), else None. `names` are the counted persons' names. `victim` numbers the single
    persons told of in the article: mentions with the same number are of the same person. `yields_to` is set where the
    verb leaves open how it ended (*shot*): the kind that those are of who are told to be of it (*three shot, one dead*)
    """

    kind: str
    quantity: Quantity
    sentence: int
    first: int
    last: int
    trigger: int
    clause_first: int
    clause_last: int
    noun: str | None = None
    part: bool = False
    more: bool = False
    unsaid: bool = False
    status: Status | None = None
    names: tuple[str, ...] = ()
    victim: int | None = None
    yields_to: str | None = None

    def __hash__(self) -> int:
        return hash((self.kind, self.sentence, self.first, self.trigger))


class Attribution(NamedTuple):
    """Who says it in this article, the body that the speaker stands for, and how firmly it is said."""

    source: str | None
    side: str | None
    status: Status


class Placement(NamedTuple):
    """Which event a mention is of; for background, the words that name the other event."""

    scope: Scope
    refers_to: str | None
