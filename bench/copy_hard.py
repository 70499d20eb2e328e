"""Texts that are made to cost much or to mislead: processor time for each, and whether the answers are right."""

from __future__ import annotations

import random
from itertools import islice
from pathlib import Path

from bench.copy_index import Index
from bench.copy_stream import article, stream

_THOUSAND = 1000
_ARCHIVE = 2000  # articles among which each is decided


def hard_texts(folder: Path) -> list[str]:
    """One of 5 MB, a thousand identical, a thousand with one sentence in common, one of the commonest shingles.

    Each has an archive of its own. `wrong` counts articles that stand in another cluster than they should.
    """
    return [_huge(folder), _identical(folder), _one_sentence(folder), _commonest(folder)]


def _huge(folder: Path) -> str:
    index = _archive(folder / "huge.db")
    lines = [line for text in _texts(4_000, 7) for line in text]
    lines = lines[: 5_000_000 // (sum(map(len, lines)) // len(lines))]
    before = index.seconds
    (whole,) = index.decide([article("huge", lines)])
    taken = index.seconds - before
    middle = len(lines) // 2
    (cut,) = index.decide([article("cut", lines[middle : middle + 4])])
    to_cut = index.seconds - before - taken
    return f"five_megabytes: seconds={taken:.2f} to_cut={to_cut:.2f} wrong={cut.cluster != whole.cluster:d}"


def _identical(folder: Path) -> str:
    index = _archive(folder / "identical.db")
    (text,) = _texts(1, 8)
    before = index.seconds
    found = index.decide([article(f"same {number}", text, f"Paper {number}") for number in range(_THOUSAND)])
    wrong = sum(its.cluster != found[0].cluster for its in found)
    return f"identical: ms_each={_ms(index, before)} wrong={wrong}"


def _one_sentence(folder: Path) -> str:
    index = _archive(folder / "sentence.db")
    (shared,) = _texts(1, 9)
    before = index.seconds
    found = index.decide(
        [article(f"own {number}", [*text, shared[0]]) for number, text in enumerate(_texts(_THOUSAND, 10))]
    )
    wrong = len(found) - len({its.cluster for its in found})
    return f"one_sentence: ms_each={_ms(index, before)} wrong={wrong}"


def _commonest(folder: Path) -> str:
    rng = random.Random(11)
    phrases = [" ".join(line.split()[:12]) for text in _texts(60, 12) for line in text][:60]
    texts = _texts(_ARCHIVE, 13)
    index = Index(folder / "commonest.db")
    index.decide([article(f"{n}", [*text, *rng.sample(phrases, 6)]) for n, text in enumerate(texts)])
    before = index.seconds
    found = index.decide([article(f"adversary {n}", rng.sample(phrases, 60) * 20) for n in range(20)])
    wrong = sum(its.copies is not None and not its.copies.article.startswith("adversary") for its in found)
    seconds = (index.seconds - before) / len(found)
    return f"commonest: seconds={seconds:.3f} wrong={wrong}"


def _archive(database: Path) -> Index:
    index = Index(database)
    index.decide([its.article for its in stream(_ARCHIVE)])
    return index


def _texts(count: int, seed: int) -> list[list[str]]:
    made = (its.article for its in stream(count * 3, seed) if its.how == "original")
    return [of.text.split("\n") for of in islice(made, count)]


def _ms(index: Index, before: float) -> str:
    return f"{(index.seconds - before) / _THOUSAND * 1000:.2f}"
