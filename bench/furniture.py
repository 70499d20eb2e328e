"""How well page furniture is told from the article: line F1 on labelled pages of our own.

Each page in `tests/fetch/text/pages` is a text as a browser saves it, a line of the article marked `+`, of furniture
`-`, with the title that its manifest would give. A line counts by itself, whatever its length; empty ones do not.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from monitor.fetch import article
from monitor.model import Item

PAGES = Path(__file__).resolve().parent.parent / "tests" / "fetch" / "text" / "pages"
FLOOR = 0.95


@dataclass(frozen=True, slots=True)
class Page:
    """A labelled page: its text, and for each line that holds anything its offset, its text and its label."""

    name: str
    title: str | None
    text: str
    lines: tuple[tuple[int, str, bool], ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of lines: rightly kept, wrongly kept, wrongly dropped."""

    kept: int = 0
    extra: int = 0
    lost: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of article lines."""
        return 2 * self.kept / (2 * self.kept + self.extra + self.lost) if self.kept else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(self.kept + other.kept, self.extra + other.extra, self.lost + other.lost)


def pages(folder: Path = PAGES) -> Iterator[Page]:
    """The labelled pages, by name."""
    for path in sorted(folder.glob("*.txt")):
        title: str | None = None
        text, lines = "", []
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("title: "):
                title = line.removeprefix("title: ")
                continue
            if line:
                lines.append((len(text), line[2:], line[0] == "+"))
            text += line[2:] + "\n"
        yield Page(path.stem, title, text, tuple(lines))


def mistakes(page: Page, *, titled: bool = True) -> Iterator[tuple[bool, bool, str]]:
    """For each line whether it was kept, whether it should be, and its text."""
    read = article(Item(id=page.name, content=page.text, title=page.title if titled else None))
    for start, line, wanted in page.lines:
        kept = any(span.start < start + len(line) and span.end > start for span in read.body)
        yield kept, wanted, line


def score(page: Page, *, titled: bool = True) -> Score:
    """The score of one page."""
    told = list(mistakes(page, titled=titled))
    return Score(
        kept=sum(kept and wanted for kept, wanted, _ in told),
        extra=sum(kept and not wanted for kept, wanted, _ in told),
        lost=sum(wanted and not kept for kept, wanted, _ in told),
    )


def main(shown: bool) -> int:
    """Print the score of every page and of all; 1 where it is below the floor."""
    total = untitled = Score()
    for page in pages():
        one = score(page)
        total += one
        untitled += score(page, titled=False)
        print(f"{page.name:28} F1 {one.f1:.3f}  kept {one.kept}  extra {one.extra}  lost {one.lost}")
        for kept, wanted, line in mistakes(page) if shown else ():
            if kept != wanted:
                print(f"    {'extra' if kept else 'LOST '} {line[:120]}")
    print(f"furniture: line F1 {total.f1:.3f} ({untitled.f1:.3f} without titles), floor {FLOOR}")
    return int(total.f1 < FLOOR)


if __name__ == "__main__":
    sys.exit(main(shown="--show" in sys.argv))
