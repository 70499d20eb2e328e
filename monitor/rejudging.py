"""Judging a story again from what is kept of its articles: what every hand that sets something right comes down to.

Alerts that were sent stay as they were, and none is made: whoever set a thing right knows of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from monitor import figures, ledger, stories
from monitor.ledger import AsRead, Report, Rules
from monitor.model import Article, Claim, Span, Totals
from monitor.store import PROGRAM, Action, Edit, Edited, Transaction


def set_right(report: Report, body: Sequence[Span], edited: Edited) -> Report:
    """A report as it was read, made ready to be judged: what users made of its claims, and whose voice is an authority.

    `body` are the lines of the article, by which its totals are found.
    """
    corrections = tuple(edited.correction(report.article, report.cluster, claim) for claim in report.claims)
    if any(corrections):
        claims = tuple(
            correction.of(claim) if correction else claim
            for claim, correction in zip(report.claims, corrections, strict=True)
        )
        as_read = AsRead(report.claims, report.totals, corrections)
        report = replace(report, claims=claims, totals=_totals(report, body, claims), as_read=as_read)
    authority = tuple(figures.is_authority(claim.source, claim.side) for claim in report.claims)
    return replace(report, authority=authority)


def rejudge(past: Transaction, story: str, rules: Rules, edited: Edited) -> None:
    """Make the ledger of a story anew, article by article in order of arrival."""
    past.ledger.forget(story)
    said_before: dict[str, tuple[Claim, ...]] = {}
    for reported in past.reports.of(story):
        report = set_right(reported.report, reported.body, edited)
        report = replace(report, earlier=said_before.get(report.article))
        judged = ledger.judge(past.ledger.known(story, report), report, rules)
        past.ledger.save_again(story, report, judged)
        said_before[report.article] = report.claims


def merge(
    past: Transaction,
    assigner: stories.Assigner,
    rules: Rules,
    old: str,
    into: str,
    *,
    at: datetime | None,
    reason: str,
    by: str = PROGRAM,
) -> Edit:
    """Make two stories one. The old one's address leads to the other from now on; nothing is told twice.

    The program may not merge what somebody keeps apart (`Edited.keeps_apart`): ask that first. `assigner` has learnt of
    the merge afterwards.
    """
    articles = past.moves.articles_of(old)
    edit = past.edits.add(Action.MERGE, old, other=into, articles=articles, at=at, by=by, reason=reason)
    move(past, assigner, rules, articles, old, into)
    return edit


def move(
    past: Transaction, assigner: stories.Assigner, rules: Rules, articles: Sequence[str], old: str, new: str
) -> None:
    """Put articles out of one story into another, known or new, and judge both again. A story left empty is gone."""
    past.stories.found(new)
    past.moves.move(articles, new)
    edited = past.edits.standing()
    for story in (old, new):
        _regrow(past, assigner, story)
        rejudge(past, story, rules, edited)


def _regrow(past: Transaction, assigner: stories.Assigner, story: str) -> None:
    """Make what a story is known by anew from what came to it."""
    standing = assigner.regrow(story, past.stories.placed(story))
    if standing is None:
        past.stories.remove(story)
    else:
        past.stories.stand(standing)


def _totals(report: Report, body: Sequence[Span], claims: Sequence[Claim]) -> Totals:
    lines = Article(id=report.article, key=report.article, revision=report.revision, text="", body=tuple(body))
    return figures.totals(lines, claims)
