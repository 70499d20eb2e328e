"""Is this article a copy, and of what: candidates by shared keys, decided by exact comparison."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xxhash import xxh3_128_hexdigest

from monitor.dedup.candidates import candidates
from monitor.dedup.comparison import SAME, Comparison, Relation, compare, longest_in_common, longest_of_its_own, without
from monitor.dedup.forms import is_form, may_be_form
from monitor.dedup.past import Known, Past, Standing
from monitor.dedup.settings import Copying
from monitor.dedup.sketch import Sketch, line_hashes, passage
from monitor.dedup.words import Hashes
from monitor.model import Span

_BLOCK = 0.2
"""The share of a page that a block of its own takes up at least: an update of a text changes less in one place."""


@dataclass(frozen=True, slots=True)
class Original:
    """The revision whose text an article repeats, and how much of it; `word_by_word` where it is the very same text."""

    seq: int
    article: str
    relation: Relation
    comparison: Comparison
    word_by_word: bool = False

    @property
    def similarity(self) -> float:
        """The Jaccard similarity of the two, exact."""
        return self.comparison.jaccard


@dataclass(frozen=True, slots=True)
class Borrowing:
    """A passage that an article shares with an earlier text of another cluster.

    `share` is the part of this article's shingles that stand in the other text; `passage` the longest run of words in
    common, as it stands in this article's text.
    """

    seq: int
    article: str
    share: float
    passage: Span
    comparison: Comparison


@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """The cluster that an article belongs to, and why. `copies` is None where it stands for itself.

    `indexed` are the keys under which it is to be found from now on: those that its original does not hold already, so
    that a key tells texts apart and not printings, without those that so many texts hold that they tell nothing.
    `stopped` are keys of which that has just become true.
    """

    cluster: str
    founds: bool
    copies: Original | None
    borrows: tuple[Borrowing, ...]
    indexed: Hashes
    stopped: Hashes


def cluster_id(article: str) -> str:
    """The id of the cluster that an article founds."""
    return xxh3_128_hexdigest(f"cluster\0{article}".encode())


def furniture(of: Sketch, past: Past, settings: Copying) -> frozenset[int]:
    """The hashes of those of an article's lines that recur in its outlet. Where the outlet is unknown, none does."""
    if of.outlet is None:
        return frozenset()
    return past.recurring(of.outlet, line_hashes(of), of.article.key, settings.recurs_in)


def match(of: Sketch, past: Past, settings: Copying) -> Match:
    """Decide what an article is a copy of. Joins the cluster of its best match, never that of a match's match."""
    standing = past.standing(of.article.key)
    same = _allowed(past.same(of.exact), of, standing) if of.exact is not None else []
    if same:
        original = Original(same[0].seq, same[0].article, Relation.COPY, SAME, word_by_word=True)
        return Match(same[0].cluster, False, original, (), of.keys[:0], of.keys[:0])
    found = candidates(past.holders(of.keys) if len(of.keys) else (), settings)
    known = _allowed(past.known(found.seqs), of, standing) if found.seqs else []
    compared = [(other, compare(of.distinct, other.distinct)) for other in known]
    best = _best(of, compared, past, settings)
    indexed = without(of.keys, found.common)
    if best is None:
        cluster = standing.cluster if standing else cluster_id(of.article.key)
        return Match(
            cluster, standing is None, None, _borrowings(of, compared, cluster, settings), indexed, found.newly
        )
    other, comparison = best
    original = Original(other.seq, other.article, comparison.relation(settings.join_at), comparison)
    borrows = _borrowings(of, compared, other.cluster, settings)
    return Match(other.cluster, False, original, borrows, without(indexed, other.keys), found.newly)


def _allowed(known: Iterable[Known], of: Sketch, standing: Standing | None) -> list[Known]:
    """Leave out the article's own revisions, and, for a revision, what came after its first: those are copies of it."""
    return [
        other
        for other in known
        if other.article != of.article.key
        and not (standing and other.cluster == standing.cluster and other.seq > standing.since)
    ]


def _best(
    of: Sketch, compared: Sequence[tuple[Known, Comparison]], past: Past, settings: Copying
) -> tuple[Known, Comparison] | None:
    """The text that this one shares most with; of equals the one with least beside it, then the earliest."""
    enough = [
        pair
        for pair in compared
        if pair[1].of_smaller >= settings.join_at and not _shares_only_a_frame(of, *pair, settings)
    ]
    enough.sort(key=lambda pair: (-pair[1].in_other, -pair[1].jaccard, pair[0].seq))
    return next((pair for pair in enough if not _is_another_filling(of, *pair, past, settings)), None)


def _is_another_filling(of: Sketch, other: Known, comparison: Comparison, past: Past, settings: Copying) -> bool:
    """Whether the two are one form, filled in for two events. The past is asked for words only where that may be."""
    if max(comparison.in_other, comparison.of_other) == 1 or not may_be_form(of, other.distinct, settings):
        return False
    return is_form(of, past.wording(other.seq), settings)


def _shares_only_a_frame(of: Sketch, other: Known, comparison: Comparison, settings: Copying) -> bool:
    """Whether two pages of one outlet differ in a whole block: what they share is the page around it.

    Before an outlet's lines are known to recur, its first pages would else become one cluster, and their lines, all in
    that one, would never be known to.
    """
    if of.outlet is None or of.outlet != other.outlet:
        return False
    least = max(settings.least_words, _BLOCK * len(of.shingles))
    if 1 - comparison.of_other < _BLOCK or 1 - comparison.in_other < _BLOCK:
        return False
    return longest_of_its_own(of.shingles, other.distinct) >= least


def _borrowings(
    of: Sketch, compared: Sequence[tuple[Known, Comparison]], cluster: str, settings: Copying
) -> tuple[Borrowing, ...]:
    """The longest passage for each cluster borrowed from, the largest share first."""
    found: dict[str, Borrowing] = {}
    least = settings.passage_words - settings.shingle_words + 1
    for other, comparison in compared:
        if other.cluster == cluster or round(comparison.in_other * len(of.distinct)) < least:
            continue
        longest = longest_in_common(of.shingles, other.distinct, settings.shingle_words)
        if longest.shared < least:
            continue
        borrowing = Borrowing(
            seq=other.seq,
            article=other.article,
            share=comparison.in_other,
            passage=passage(of, longest.first, longest.last, settings),
            comparison=comparison,
        )
        held = found.get(other.cluster)
        if held is None or (-borrowing.share, borrowing.seq) < (-held.share, held.seq):
            found[other.cluster] = borrowing
    return tuple(sorted(found.values(), key=lambda borrowing: (-borrowing.share, borrowing.seq)))
