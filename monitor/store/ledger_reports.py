"""What the articles of a story reported, as it was read: to judge a story again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from monitor.ledger import Report, claim_id
from monitor.model import Claim, Span
from monitor.store.ledger_rows import Stated, report_from, stated_from
from monitor.store.ledger_tables import claims, reports
from monitor.store.tables import articles, revisions


@dataclass(frozen=True, slots=True)
class Reported:
    """A report with its claims as they were read: whose voice is an authority, and what the article said before, is
    not told. `body` are the lines of its text that are the article."""

    report: Report
    body: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Addressed:
    """A claim that was found under its address, and where its article stands."""

    article: str
    cluster: str
    story: str
    stated: Stated


class Reports:
    """The reports of one database, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, story: str) -> Iterator[Reported]:
        """The reports of a story in order of arrival."""
        in_story = revisions.join(articles, articles.c.key == revisions.c.article)
        said = (
            select(claims)
            .select_from(claims.join(in_story, revisions.c.seq == claims.c.seq))
            .where(articles.c.story == story)
            .order_by(claims.c.seq, claims.c.position)
        )
        read: dict[int, list[Claim]] = defaultdict(list)
        for row in self._connection.execute(said).mappings():
            read[row["seq"]].append(stated_from(row).read)
        query = (
            select(reports, revisions.c.article, revisions.c.revision, revisions.c.body)
            .select_from(reports.join(in_story, revisions.c.seq == reports.c.seq))
            .where(articles.c.story == story)
            .order_by(reports.c.seq)
        )
        for row in self._connection.execute(query).mappings().all():
            body = tuple(Span(*span) for span in row["body"])
            yield Reported(report_from(row, tuple(read.get(row["seq"], ()))), body)

    def addressed(self, address: str) -> Sequence[Addressed]:
        """Every claim under an address: of each revision that says so, the newest last."""
        prefix = address.partition("-")[0]
        if not prefix:
            return []
        query = (
            select(claims, articles.c.key, articles.c.story.label("in_story"), reports.c.cluster)
            .join(revisions, revisions.c.seq == claims.c.seq)
            .join(articles, articles.c.key == revisions.c.article)
            .join(reports, reports.c.seq == claims.c.seq)
            .where(articles.c.key >= prefix, articles.c.key < prefix + "g")  # keys are hexadecimal
            .order_by(claims.c.seq, claims.c.position)
        )
        found = [
            Addressed(row["key"], row["cluster"], row["in_story"], stated_from(row))
            for row in self._connection.execute(query).mappings()
        ]
        return [one for one in found if claim_id(one.article, one.stated.read) == address]
