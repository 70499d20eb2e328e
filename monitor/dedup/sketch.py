"""The sketch of an article: all that tells whether it is a copy, made from the article alone."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

import numpy as np

from monitor.dedup.settings import Copying
from monitor.dedup.signature import Signature, signature
from monitor.dedup.words import Hashes, Offsets, Wording, hash_of, shingles, title_hash, word_hashes, wording
from monitor.model import Article, Span

MOST_KEYS = 32_768
"""Keys that one text puts into the index at most: a text of 5 MB is indexed more coarsely, one shingle in 25."""


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """What an article's body looks like, line by line and as a set of shingles.

    `wording` are the words of all its lines; those whose `Line.shape` or `Line.exact` is in `without` are left out of
    the rest. `shingles` are hashes in the order of the text, the nth beginning at word `places[n]` of `wording`;
    `distinct` the same, sorted, each once; `keys` those of them that are indexed: the hashes below 2^64 / scale (scaled
    MinHash, Irber et al. 2022), or fewer of the least in a very long text. `exact` is a hash of the whole: None where
    too little is left to tell one text from another.
    """

    article: str
    outlet: str | None
    title: int
    wording: Wording
    without: frozenset[int]
    words: int
    shingles: Hashes
    places: Offsets
    distinct: Hashes
    keys: Hashes
    exact: int | None
    signature: Signature


def sketch(article: Article, settings: Copying, without: frozenset[int] = frozenset()) -> Sketch:
    """Sketch an article's body. Pure, and fit for another process. `without` are hashes of lines to leave out."""
    read = wording(article.text, article.body, settings.seed)
    title = title_hash(article.title or "", settings.seed)
    return _sketch(article.key, _outlet(article), title, read, settings, without)


def leave_out(whole: Sketch, settings: Copying, without: frozenset[int]) -> Sketch:
    """The same article's sketch without some lines, its text not needed."""
    if without == whole.without:
        return whole
    return _sketch(whole.article, whole.outlet, whole.title, whole.wording, settings, without)


def line_hashes(of: Article | Sketch, settings: Copying) -> frozenset[int]:
    """The hashes under which an article's lines are known: as they stand, and with names and numbers put as marks."""
    read = of.wording if isinstance(of, Sketch) else wording(of.text, of.body, settings.seed)
    return frozenset(line.exact for line in read.lines) | frozenset(line.shape for line in read.lines)


def lines_at(of: Sketch, hashes: frozenset[int]) -> tuple[Span, ...]:
    """Where the lines that stand word by word in `hashes` are in the text, each from its first word to its last."""
    read = of.wording
    return tuple(
        Span(int(read.starts[line.first]), int(read.ends[line.last - 1])) for line in read.lines if line.exact in hashes
    )


def keys_of(distinct: Hashes, settings: Copying) -> Hashes:
    """Those of a text's shingles, sorted, that are indexed. A text too short to be compared has none."""
    if len(distinct) < settings.least_words - settings.shingle_words:
        return np.empty(0, np.uint64)
    bound = np.uint64((1 << 64) // settings.scale - 1)
    return distinct[: min(int(np.searchsorted(distinct, bound, "right")), MOST_KEYS)]


def _sketch(
    key: str, outlet: str | None, title: int, read: Wording, settings: Copying, without: frozenset[int]
) -> Sketch:
    kept = np.ones(len(read.codes), bool)
    for line in read.lines:
        if line.exact in without or line.shape in without:
            kept[line.first : line.last] = False
    places = np.flatnonzero(kept).astype(np.int32)
    words = word_hashes(read.codes[kept])
    in_order = shingles(words, settings.shingle_words)
    distinct = np.unique(in_order)
    return Sketch(
        article=key,
        outlet=outlet,
        title=title,
        wording=read,
        without=without,
        words=len(words),
        shingles=in_order,
        places=places,
        distinct=distinct,
        keys=keys_of(distinct, settings),
        exact=_exact(words, title, settings),
        signature=signature(distinct, settings.permutations, settings.seed),
    )


def _exact(words: Hashes, title: int, settings: Copying) -> int | None:
    """A short text is told apart by its title too: *More to follow* under two headlines is two texts."""
    if len(words) >= settings.least_words:
        return hash_of(words, settings.seed)
    if len(words) < settings.shingle_words:
        return None
    return hash_of(np.append(words, np.uint64(title)), settings.seed)


def _outlet(article: Article) -> str | None:
    if article.outlet:
        return article.outlet.casefold()
    try:
        return urlsplit(article.url).hostname if article.url else None
    except ValueError:
        return None
