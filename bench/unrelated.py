"""How far a paragraph of something else matters: the claims of labelled articles with and without one at their top.

    python -m bench.unrelated [--only NAME] [--show]

Before the first, second and third paragraph of each article that has claims, one paragraph is put: of the kinds below,
every fourth, in turn. Prints for each set of claims of the shared folder, and each place, how often the article's own
claims or totals are then others: `filler` has no figures, `report` tells of another event. `--show` prints each.
Ends non-zero where a share is above its ceiling in bench/floors.toml.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from bench.claims import gold_lines, reading
from bench.floors import breaches, figures
from bench.shared import ROOT, folder
from monitor.figures import Kinds, totals
from monitor.figures.en.segment import parse
from monitor.model import Claim
from monitor.settings.figures import load_kinds

PLACES = 3
_EVERY = 4
FILLER = (
    "The library, which opened in 1931, holds 40,000 books and lends about 90 a day.",
    "Shares of the brewer rose 3.2 percent to 118.50 after it raised its forecast for the year.",
    "Tickets cost $12, and the gates open at 3:15 p.m.",
    "The home side won 4-1 and stands six points clear with eight matches to play.",
    "The new tram line will be 14 kilometres long and serve 22 stops.",
    "Bread prices have grown faster than wages for three years.",
    "A new bridge over the Tarn opened to traffic on Monday after four years of works that cost 38 million euros.",
    "Marta Ilves will coach the national rowing team from next season, the federation said on Wednesday.",
    "Snow fell across the Dorran hills on Tuesday, and a dozen schools in Pellworth stayed shut for the day.",
)
REPORTS = (
    "In Pellworth, a magnitude 5.8 earthquake shook houses on Tuesday and killed 17 people, the civil defence said.",
    "A court in Dorran on Wednesday jailed Ivo Marek for 12 years for killing two brothers in 2009.",
    "Police in Karsk raided a warehouse on Monday and arrested 14 men on suspicion of smuggling tobacco.",
    "A bus plunged off a mountain road near Tarnow last week, killing 23 pilgrims and injuring 31 others.",
    "Flooding in the Dorran valley has killed 64 people since June, and 300 are missing.",
    "In Brezna, a factory fire left three workers dead and nine in hospital with burns, the mayor, Petra Holm, said.",
    "A fan was stabbed and six others were hurt in fighting before the Karsk derby on Saturday.",
)


class Trial(NamedTuple):
    """A paragraph put into an article, and whether its claims and its totals were others then."""

    article: str
    place: int
    paragraph: str
    claims_differ: bool
    totals_differ: bool


def main() -> None:
    """Try each set, print, compare with the ceilings."""
    asked = argparse.ArgumentParser(prog="python -m bench.unrelated", description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--only", default="", help="the sets whose name contains this")
    asked.add_argument("--show", action="store_true", help="print each paragraph that changes something")
    given = asked.parse_args()
    kinds = load_kinds(ROOT / "config" / "figures.toml")
    told: list[str] = []
    for path in sorted((folder() / "data" / "claims").glob("*.jsonl")):
        if given.only not in path.stem:
            continue
        tried = [one for at, line in enumerate(gold_lines(path)) for one in trials(at, line, kinds)]
        for one in tried if given.show else ():
            if one.claims_differ or one.totals_differ:
                print(f"{one.article} at {one.place}: {one.paragraph}")
        printed = "\n".join(
            f"{name}_{place}: tried={len(some)} claims={_share([one.claims_differ for one in some])}"
            f" totals={_share([one.totals_differ for one in some])}"
            for name, paragraphs in (("filler", FILLER), ("report", REPORTS))
            for place in range(PLACES)
            if (some := [one for one in tried if one.place == place and one.paragraph in paragraphs])
        )
        print(f"== unrelated/{path.stem}\n{printed}", flush=True)
        told += breaches(f"unrelated/{path.stem}", figures(printed))
    for line in told:
        print(f"BELOW ITS FLOOR  {line}")
    sys.exit(bool(told))


def trials(number: int, line: dict[str, Any], kinds: Kinds) -> Iterator[Trial]:
    """What each paragraph that is the article's turn changes, at each place that it has."""
    whole, claims = reading(line, kinds)
    if not claims:
        return
    starts: dict[int, int] = {}
    for sentence in parse(whole).sentences:
        if sentence.paragraph >= 0:
            starts.setdefault(sentence.paragraph, sentence.start)
    own, own_totals = Counter(map(_stated, claims)), totals(whole, claims)
    for at, paragraph in enumerate((*FILLER, *REPORTS)):
        if (number + at) % _EVERY:
            continue
        for place in range(min(PLACES, len(starts))):
            text = f"{whole.text[: starts[place]]}\n\n{paragraph}\n\n{whole.text[starts[place] :]}"
            changed, read = reading({**line, "text": text}, kinds)
            left = Counter(_stated(claim) for claim in read if claim.quote not in paragraph)
            yield Trial(line["id"], place, paragraph, left != own, totals(changed, read) != own_totals)


def _stated(claim: Claim) -> tuple[object, ...]:
    bounds = (claim.low, claim.high, claim.modifier)
    return (claim.kind, *bounds, claim.status, claim.scope, claim.source, claim.side, claim.group)


def _share(some: list[bool]) -> str:
    return f"{sum(some) / max(len(some), 1):.3f}"


if __name__ == "__main__":
    main()
