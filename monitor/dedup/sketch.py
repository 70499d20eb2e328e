"""The sketch of an article: all that tells whether it is a copy, made from the article alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from monitor.dedup.settings import Copying
from monitor.dedup.signature import Signature, signature
from monitor.dedup.words import (
    Hashes,
    Shingles,
    Wording,
    hash_of,
    shingle_hashes,
    stretch,
    title_hash,
    wordings,
)
from monitor.model import Article, Span

_Number = TypeVar("_Number", np.uint32, np.uint64)

MOST_KEYS = 32_768
"""Keys that one text puts into the index at most: a text of 5 MB is indexed more coarsely, one shingle in 25."""

_SHORTER = np.uint64(16)
"""Bits that a key has less than a hash: 48 tell the shingles of a million articles apart, and databases keep them in
fewer bytes."""


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """What an article's body looks like, line by line and as a set of shingles.

    `wording` are the words of all its lines. All else is of the lines that are left when those are gone whose
    `Line.exact` or `Line.shape` is in `without`: `words` counts them, `shingles` stand in the order of the text,
    `distinct` are the same, sorted, each once; `keys`, sorted, the upper 48 bits of those whose whole hashes are
    indexed: the least of every `window` in a row (winnowing, Schleimer et al. 2003), so that two texts with so many
    in a row in common have a key in common; in a very long text the least of those. `exact` is a hash of all words in
    order, None where too few are left to tell one text from another. A text too short to be compared has no keys.
    """

    article: Article
    outlet: str | None
    wording: Wording
    without: frozenset[int]
    words: int
    shingles: Shingles
    distinct: Shingles
    keys: Hashes
    exact: int | None


def sketch(article: Article, settings: Copying) -> Sketch:
    """Sketch an article's body. Pure, and fit for another process."""
    return next(sketches([article], settings))


def sketches(articles: Sequence[Article], settings: Copying) -> Iterator[Sketch]:
    """The sketches of some articles, in their order: as if one by one, in less time."""
    read = wordings(((article.text, article.body) for article in articles), settings.seed)
    for article, words in zip(articles, read, strict=True):
        yield _sketch(article, words, settings, frozenset())


def leave_out(whole: Sketch, settings: Copying, without: frozenset[int]) -> Sketch:
    """The sketch of the same article without the lines of these hashes."""
    return whole if without == whole.without else _sketch(whole.article, whole.wording, settings, without)


def signature_of(shingles: Shingles, settings: Copying) -> Signature:
    """The MinHash signature of a text by its shingles: what it shows to others, and nothing that decides here."""
    return signature(shingles, settings.permutations, settings.seed)


def line_hashes(of: Sketch) -> frozenset[int]:
    """The hashes under which an article's lines are known: as they stand, and with names and numbers put as marks."""
    return frozenset(line.exact for line in of.wording.lines) | frozenset(line.shape for line in of.wording.lines)


def lines_at(of: Sketch, hashes: frozenset[int]) -> tuple[Span, ...]:
    """Those lines of an article's body that stand word by word in `hashes`."""
    return tuple(of.article.body[line.place] for line in of.wording.lines if line.exact in hashes)


def passage(of: Sketch, first: int, last: int, settings: Copying) -> Span:
    """Where the words of shingles `first` up to, not including, `last` stand in the article's text."""
    places = np.flatnonzero(kept(of.wording, of.without))
    final = last + settings.shingle_words - 2
    return stretch(of.article.text, of.article.body, int(places[first]), int(places[final]))


def outlet_of(outlet: str | None, url: str | None) -> str | None:
    """What an outlet is told apart by: its name in any case, else its host; None where neither is known."""
    if outlet:
        return outlet.casefold()
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:
        return None


def _sketch(article: Article, read: Wording, settings: Copying, without: frozenset[int]) -> Sketch:
    words = read.words[kept(read, without)] if without else read.words
    hashes = shingle_hashes(words, settings.shingle_words)
    in_order = (hashes >> np.uint64(32)).astype(np.uint32)
    distinct = _distinct(in_order)
    least = settings.least_words - settings.shingle_words
    return Sketch(
        article=article,
        outlet=outlet_of(article.outlet, article.url),
        wording=read,
        without=without,
        words=len(words),
        shingles=in_order,
        distinct=distinct,
        keys=_keys(hashes, settings.window) if len(distinct) >= least else hashes[:0],
        exact=_exact(words, article.title or "", settings),
    )


def kept(read: Wording, without: frozenset[int]) -> NDArray[np.bool_]:
    """Which words are left when the lines are gone whose `exact` or `shape` is in `without`."""
    left = np.ones(len(read.words), bool)
    for line in read.lines:
        if line.exact in without or line.shape in without:
            left[line.first : line.last] = False
    return left


def _distinct(values: NDArray[_Number]) -> NDArray[_Number]:
    ordered = np.sort(values)
    first = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return ordered[first]


def _keys(hashes: Hashes, window: int) -> Hashes:
    least: Hashes = hashes >> _SHORTER
    seen = 1  # `least` are those of every `seen` in a row, which doubles
    while seen < min(window, len(hashes)):
        step = min(seen, window - seen, len(hashes) - seen)
        least, seen = np.minimum(least[:-step], least[step:]), seen + step
    return _distinct(least)[:MOST_KEYS]


def _exact(words: Hashes, title: str, settings: Copying) -> int | None:
    """A short text is told apart by its title too: *More to follow* under two headlines is two texts."""
    if len(words) >= settings.least_words:
        return hash_of(words, settings.seed)
    if len(words) < settings.shingle_words:
        return None
    return hash_of(np.append(words, np.uint64(title_hash(title, settings.seed))), settings.seed)
