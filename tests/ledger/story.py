"""Short ways to say what articles claim, and to let them arrive at a story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from monitor.ledger import Judgement, Known, Report, Rules, judge, learn
from monitor.model import Bounds, Change, Claim, Modifier, Scope, Status

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)
AUTHORITIES = ("police", "ministry", "minister", "officials", "hospital", "coroner")

_WORDS = {
    "dozens": (24, 99, Modifier.VAGUE),
    "hundreds": (200, 999, Modifier.VAGUE),
    "several": (3, 9, Modifier.VAGUE),
    "people": (1, None, Modifier.NONE),
    "any": (None, None, Modifier.NONE),
}


def claim(kind: str, number: str, source: str | None = None, **more: object) -> Claim:
    """A claim: `12`, `12+` at least, `>9` more than, `~90` about, `<=36` up to, `2-3`, `dozens`, `=36` a sum."""
    low, high, modifier = _bounds(number)
    status = more.pop("status", Status.ASSERTED)
    scope = more.pop("scope", Scope.EVENT)
    return Claim(kind, low, high, modifier, status, scope, f"{number} {kind}", 0, 9, source=source, **more)  # type: ignore[arg-type]


def denial(kind: str, source: str, number: str = "0", **more: object) -> Claim:
    """*The source denied that anyone was killed*; `any` for a denial without a number."""
    return claim(kind, number, source, status=Status.DENIED, **more)


@dataclass
class Story:
    """A story that reports arrive at, one an hour unless told otherwise."""

    rules: Rules = field(default_factory=Rules)
    known: Known = field(default_factory=Known)
    judged: list[Judgement] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)

    def report(self, *claims: Claim, hour: float | None = None, **more: object) -> Report:
        """The next report, of an outlet and a text of its own."""
        order = len(self.judged) + 1
        at = NOON + timedelta(hours=order if hour is None else hour)
        given: dict[str, object] = {
            "article": f"a{order}",
            "revision": f"r{order}",
            "cluster": f"c{order}",
            "origin": f"Paper {order}",
            "at": at,
            "order": order,
            "claims": claims,
            "authority": tuple(any(word in (c.source or "") for word in AUTHORITIES) for c in claims),
            **more,
        }
        return Report(**given)  # type: ignore[arg-type]

    def tell(self, *claims: Claim, hour: float | None = None, **more: object) -> list[str]:
        """Let the next report arrive; what changes, as `kind:change:severity`."""
        return self.arrive(self.report(*claims, hour=hour, **more))

    def edit(self, *claims: Claim) -> list[str]:
        """Let the first article arrive again, changed."""
        first = self.reports[0]
        earlier = [report for report in self.reports if report.article == first.article][-1]
        same = {"article": first.article, "cluster": first.cluster, "origin": first.origin}
        return self.tell(*claims, earlier=earlier.claims, **same)

    def arrive(self, report: Report) -> list[str]:
        judged = judge(self.known, report, self.rules)
        self.reports.append(report)
        self.known = learn(self.known, judged)
        self.judged.append(judged)
        return [brief(change) for change in judged.changes]

    @property
    def last(self) -> Judgement:
        return self.judged[-1]

    def standing(self, kind: str = "killed") -> dict[str, str]:
        """What each voice stands for."""
        return standing(self.known, kind)


def brief(change: Change) -> str:
    group = f"({change.group})" if change.group else ""
    return f"{change.kind}{group}:{change.change}:{change.severity}"


def standing(known: Known, kind: str = "killed") -> dict[str, str]:
    """What each voice stands for, in words."""
    return {
        w.name: written(w.range.bounds)
        for w in sorted(known.words, key=lambda w: w.voice)
        if w.stands and w.account.kind == kind and w.account.group is None and not w.account.feared
    }


def written(bounds: Bounds | None) -> str:
    if bounds is None:
        return "-"
    high = "" if bounds.high is None else bounds.high
    return str(bounds.low) if bounds.low == bounds.high else f"{bounds.low}..{high}"


def in_order(reports: Iterable[Report], order: Sequence[int]) -> Known:
    """What is known after reports arrived in an order of their own, each keeping its time."""
    known = Known()
    given = list(reports)
    for arrival, index in enumerate(order):
        known = learn(known, judge(known, replace(given[index], order=arrival), Rules()))
    return known


def _bounds(number: str) -> tuple[int | None, int | None, Modifier]:
    if number in _WORDS:
        return _WORDS[number]
    value = int(re.findall(r"\d+", number)[-1])
    if number.endswith("+"):
        return value, None, Modifier.AT_LEAST
    if number.startswith(">"):
        return value + 1, None, Modifier.MORE_THAN
    if number.startswith("~"):
        return value - value // 10, value + value // 10, Modifier.ABOUT
    if number.startswith("<="):
        return 0, value, Modifier.AT_MOST
    if number.startswith("="):
        return value, value, Modifier.DERIVED
    if "-" in number:
        return int(number.split("-")[0]), value, Modifier.BETWEEN
    return value, value, Modifier.EXACT
