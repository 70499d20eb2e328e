"""Copies: accuracy, speed, memory and growth, beside datasketch in the same run.

python -m bench.copies                 the labelled articles of $MONITOR_SHARED, else ../shared
python -m bench.copies --made 100000   a made stream of so many, and what each tenfold costs
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TypeVar

from datasketch import MinHash, MinHashLSH
from sqlalchemy import Engine

from bench.copy_stream import article, stream
from bench.shared import folder, score
from monitor.dedup import Copying, Match, furniture, leave_out, match, sketch
from monitor.model import Article
from monitor.store.articles import Articles, Standing
from monitor.store.copies import Copies
from monitor.store.engine import open_engine
from monitor.store.schema import prepare

THRESHOLDS = (0.7, 0.3)
"""Of datasketch's index: the one its documentation uses, and the one that finds most here."""

COMPARED = 15_000
"""Articles of a made stream that datasketch is given too."""

_COMMITTED, _CHUNK = 50, 1000
_T = TypeVar("_T")
_WORD = re.compile(r"[^\W_]+")


def main() -> None:
    """Run the bench that was asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--made", type=int, help="articles of a made stream, instead of the labelled ones")
    asked.add_argument("--shuffle", type=int, help="a seed to put the labelled articles in another order with")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        if given.made:
            made(given.made, Path(temporary))
        else:
            labelled(Path(temporary), given.shuffle)


def labelled(temporary: Path, shuffle: int | None) -> None:
    """Score the labelled articles, then the same with datasketch."""
    gold = folder() / "data" / "copies" / "copies_dev.jsonl"
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    if shuffle is not None:
        random.Random(shuffle).shuffle(rows)
    articles = [article(row["id"], row["text"].split("\n"), row.get("outlet"), row.get("title")) for row in rows]
    with opened(temporary / "labelled.db") as engine:
        began = time.process_time()
        found = decided(engine, articles)
        rates = [f"copies={len(rows) / (time.process_time() - began):.0f}/s"]
    told = [
        {"id": of.key, "cluster": its.cluster, "borrows_from": [{"id": each.article} for each in its.borrows]}
        for of, its in zip(articles, found, strict=True)
    ]
    print(f"copies: {_scored(gold, told, temporary)}")
    for threshold in THRESHOLDS:
        began = time.process_time()
        clusters = datasketch_clusters(articles, threshold)
        rates.append(f"datasketch_at_{threshold}={len(rows) / (time.process_time() - began):.0f}/s")
        told = [{"id": of.key, "cluster": cluster} for of, cluster in zip(articles, clusters, strict=True)]
        print(f"datasketch_at_{threshold}: {_scored(gold, told, temporary)}")
    print(" ".join(rates))


def made(count: int, temporary: Path) -> None:
    """Decide a made stream; print rate, memory and size as it grows, a restart, and datasketch on its beginning."""
    path = temporary / "made.db"
    pairs, first = Pairs(), Pairs()
    done, reported, seconds = 0, 0, 0.0
    marks = {min(15_000, count), count // 10, count}
    with opened(path) as engine:
        for chunk in _batched(stream(count), _CHUNK):
            began = time.process_time()
            found = decided(engine, [its.article for its in chunk], done)
            seconds += time.process_time() - began
            for its, matched in zip(chunk, found, strict=True):
                pairs.add(its.original, matched.cluster)
                done += 1
                if done <= COMPARED:
                    first.add(its.original, matched.cluster)
            if any(reported < mark <= done for mark in marks):
                size = sum(file.stat().st_size for file in temporary.iterdir()) / 1e6
                rate = (done - reported) / seconds
                print(
                    f"articles={done} rate={rate:.0f}/s memory={_resident():.0f}MB database={size:.0f}MB {pairs}",
                    flush=True,
                )
                reported, seconds = done, 0.0
    looked_for = sketch(next(stream(1)).article, Copying())
    began = time.perf_counter()
    with opened(path) as engine, engine.connect() as connection:
        match(looked_for, Copies(connection, Copying()), Copying())
    print(f"first look-up after opening: {time.perf_counter() - began:.3f} s")
    beginning = list(stream(min(count, COMPARED)))
    print(f"the first {len(beginning)}: copies {first}")
    for threshold in THRESHOLDS:
        began = time.process_time()
        clusters = datasketch_clusters([its.article for its in beginning], threshold)
        rate = len(beginning) / (time.process_time() - began)
        theirs = Pairs()
        for its, cluster in zip(beginning, clusters, strict=True):
            theirs.add(its.original, cluster)
        print(f"the first {len(beginning)}: datasketch at {threshold} {theirs} rate={rate:.0f}/s", flush=True)


@contextmanager
def opened(path: Path) -> Iterator[Engine]:
    """A database file, set up where it is new."""
    engine = open_engine(f"sqlite:///{path}")
    prepare(engine)
    try:
        yield engine
    finally:
        engine.dispose()


def decided(engine: Engine, articles: Sequence[Article], before: int = 0) -> list[Match]:
    """Sketch, look up, verify, store: one article after another, committed in small batches."""
    settings, found = Copying(), []
    for batch in _batched(enumerate(articles, start=before + 1), _COMMITTED):
        with engine.begin() as connection:
            copies, kept = Copies(connection, settings), Articles(connection)
            for seq, of in batch:
                made = sketch(of, settings)
                made = leave_out(made, settings, furniture(made, copies, settings))
                its = match(made, copies, settings)
                kept.add(seq, of, Standing(its.cluster, "story", "origin", None), None, is_revision=False)
                copies.save(seq, made, its)
                found.append(its)
    return found


def datasketch_clusters(articles: Sequence[Article], threshold: float) -> list[str]:
    """The same by datasketch as it is found in its documentation: all in memory, decided by the estimate."""
    index = MinHashLSH(threshold=threshold, num_perm=128)
    signatures: dict[str, MinHash] = {}
    cluster: dict[str, str] = {}
    for of in articles:
        words = _WORD.findall(of.text.lower())
        signature = MinHash(num_perm=128)
        signature.update_batch([" ".join(words[at : at + 3]).encode() for at in range(len(words) - 2)])
        near = [(signature.jaccard(signatures[key]), key) for key in index.query(signature)]
        best = max((pair for pair in near if pair[0] >= threshold), default=None)
        cluster[of.key] = cluster[best[1]] if best else of.key
        signatures[of.key] = signature
        index.insert(of.key, signature)
    return [cluster[of.key] for of in articles]


class Pairs:
    """Pairs of articles that should share a cluster, and those that do."""

    def __init__(self) -> None:
        self._families: Counter[int] = Counter()
        self._clusters: Counter[str] = Counter()
        self._both: Counter[tuple[int, str]] = Counter()
        self._due = self._joined = self._right = 0

    def add(self, family: int, cluster: str) -> None:
        """One more article, of this family, in this cluster."""
        self._due += self._families[family]
        self._joined += self._clusters[cluster]
        self._right += self._both[family, cluster]
        self._families[family] += 1
        self._clusters[cluster] += 1
        self._both[family, cluster] += 1

    def __str__(self) -> str:
        precision, recall = self._right / max(self._joined, 1), self._right / max(self._due, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        return f"precision={precision:.4f} recall={recall:.4f} f1={f1:.4f}"


def _batched(things: Iterable[_T], size: int) -> Iterator[list[_T]]:
    left = iter(things)
    while batch := list(islice(left, size)):
        yield batch


def _scored(gold: Path, told: Sequence[Mapping[str, object]], temporary: Path) -> str:
    out = temporary / "out.jsonl"
    out.write_text("\n".join(map(json.dumps, told)), encoding="utf-8")
    return score("copies.py", gold, out).strip()


def _resident() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
