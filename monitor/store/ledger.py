"""The ledger of every story: what it knew before a report, and the keeping of what was judged. Nothing here decides."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, bindparam, delete, insert, select, true, update
from sqlalchemy.dialects import postgresql, sqlite

from monitor.ledger import Judgement, Known, Report
from monitor.model import Change, Claim
from monitor.store import ledger_known
from monitor.store.ledger_rows import (
    Held,
    Kept,
    Stated,
    account_from,
    alias_row,
    change_from,
    change_row,
    claim_row,
    figure_row,
    judged_row,
    key_row,
    report_row,
    stated_from,
    tally_row,
    word_row,
)
from monitor.store.ledger_tables import (
    aliases,
    backing,
    changes,
    claims,
    figures,
    ledgers,
    reports,
    said,
    tallies,
    words,
)

__all__ = ["Held", "Kept", "Ledgers", "Stated", "claims"]


class Ledgers:
    """The ledgers of one database, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def known(self, story: str, report: Report) -> Known:
        """As much of what a story knows as one report can touch. A story that is new knows nothing."""
        return ledger_known.known(self._connection, story, report)

    def save(self, story: str, report: Report, judged: Judgement) -> None:
        """Keep a report and all that was judged of it. The revision whose seq is `report.order` must stand."""
        read = report.read
        self._connection.execute(insert(reports), report_row(report))
        rows = [
            claim_row(report.order, story, report.at, *of_claim)
            for of_claim in zip(read.claims, judged.verdicts, read.corrections, strict=True)
        ]
        if rows:
            self._connection.execute(insert(claims), rows)
        self._save_judged(story, report, judged)

    def save_again(self, story: str, report: Report, judged: Judgement) -> None:
        """Keep what was judged anew of a report that is kept."""
        rows = [
            {"of": report.order, "place": verdict.claim, **judged_row(story, verdict, correction)}
            for verdict, correction in zip(judged.verdicts, report.read.corrections, strict=True)
        ]
        if rows:
            self._connection.execute(_JUDGE_AGAIN, rows)
        self._save_judged(story, report, judged)

    def forget(self, story: str) -> None:
        """Take out all that was judged of a story. What was read of it stays."""
        for table in (changes, words, figures, backing, said, aliases, tallies, ledgers):
            self._connection.execute(delete(table).where(table.c.story == story))

    def _save_judged(self, story: str, report: Report, judged: Judgement) -> None:
        if judged.changes:
            told = [
                change_row(report.order, story, change, _claim_of(change, report, judged)) for change in judged.changes
            ]
            self._connection.execute(insert(changes), told)
        kept = (
            (words, [word_row(story, word) for word in judged.words]),
            (figures, [figure_row(story, figure) for figure in judged.figures]),
            (tallies, [tally_row(story, tally) for tally in judged.tallies]),
            (aliases, [alias_row(story, alias) for alias in judged.aliases]),
            (said, [{"cluster": one.cluster, **key_row(story, one)} for one in judged.said]),
            (backing, [{"origin": one.origin, **key_row(story, one)} for one in judged.backing]),
            (ledgers, [{"story": story, "latest": judged.latest}]),
        )
        for table, new in kept:
            self._put(table, new)

    def stated(self, seq: int) -> list[Stated]:
        """The claims of one revision, in their order, with what became of each."""
        query = select(claims).where(claims.c.seq == seq).order_by(claims.c.position)
        return [stated_from(row) for row in self._connection.execute(query).mappings()]

    def claims_of(self, seq: int) -> tuple[Claim, ...]:
        """The claims of one revision: what its next revision is compared with."""
        return tuple(one.claim for one in self.stated(seq))

    def story_claims(self, story: str) -> list[Stated]:
        """All claims of a story in order of arrival."""
        query = select(claims).where(claims.c.story == story).order_by(claims.c.seq, claims.c.position)
        return [stated_from(row) for row in self._connection.execute(query).mappings()]

    def changes_of(self, seq: int) -> tuple[Change, ...]:
        """What one revision changed, by kind and group."""
        return tuple(kept.change for kept in self._kept(changes.c.seq == seq))

    def changed_by(self, seq: int) -> list[Kept]:
        """What one revision changed, with the claims that did."""
        return self._kept(changes.c.seq == seq)

    def timeline(self, story: str) -> list[Kept]:
        """All changes of a story in order of arrival: the timeline of each of its figures."""
        return self._kept(changes.c.story == story)

    def standing(self, story: str, kinds: Collection[str] | None = None) -> list[Held]:
        """Who stands for what, in all kinds or some: the standing claim of every voice, by kind, group and voice."""
        stands = and_(words.c.story == story, words.c.stands, true() if kinds is None else words.c.kind.in_(kinds))
        at_first = (claims.c.seq == words.c.first_seq) & (claims.c.position == words.c.position)
        of_figure = (
            (figures.c.story == words.c.story)
            & (figures.c.kind == words.c.kind)
            & (figures.c.group == words.c.group)
            & (figures.c.feared == words.c.feared)
            & (figures.c.low == words.c.low)
            & (figures.c.high == words.c.high)
        )
        query = select(words, figures.c.origins).join(figures, of_figure).where(stands)
        quoted = select(claims).select_from(words.join(claims, at_first)).where(stands)
        said_first = {
            (row["seq"], row["position"]): stated_from(row) for row in self._connection.execute(quoted).mappings()
        }
        held = [
            Held(
                account_from(row),
                row["voice"],
                row["name"],
                row["authority"],
                row["origins"],
                said_first[row["first_seq"], row["position"]],
            )
            for row in self._connection.execute(query).mappings()
        ]
        return sorted(held, key=lambda one: (one.account.kind, one.account.group or "", one.account.feared, one.voice))

    def _kept(self, which: ColumnElement[bool]) -> list[Kept]:
        rests_on = (claims.c.seq == changes.c.claim_seq) & (claims.c.position == changes.c.claim_position)
        told = self._connection.execute(select(changes).where(which)).mappings().all()
        quoted = select(claims).select_from(changes.join(claims, rests_on)).where(which)
        found = [stated_from(row) for row in self._connection.execute(quoted).mappings()]
        by_place = {(one.seq, one.verdict.claim): one for one in found}
        kept = []
        for row in told:
            said = by_place[row["claim_seq"], row["claim_position"]]
            kept.append(Kept(row["seq"], row["story"], change_from(row, said), said))
        return sorted(kept, key=lambda one: (one.seq, one.change.kind, one.change.group or ""))

    def _put(self, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        """Write rows over those with the same key."""
        if not rows:
            return
        self._connection.execute(_upsert(table, self._connection.dialect.name), list(rows))


@cache
def _upsert(table: Table, dialect: str) -> postgresql.Insert | sqlite.Insert:
    keys = [column.name for column in table.primary_key]
    others = [column.name for column in table.columns if column.name not in keys]
    statement = postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
    if not others:
        return statement.on_conflict_do_nothing(index_elements=keys)
    new = {name: statement.excluded[name] for name in others}
    return statement.on_conflict_do_update(index_elements=keys, set_=new)


_JUDGE_AGAIN = update(claims).where(claims.c.seq == bindparam("of"), claims.c.position == bindparam("place"))


def _claim_of(change: Change, report: Report, judged: Judgement) -> tuple[int, int]:
    """Where the claim stands that a change rests on: of a number that an edit dropped, in the revision that gave it."""
    if change.claim is not None:
        return report.order, change.claim
    dropped = next(
        word
        for word in judged.words
        if word.account.kind == change.kind
        and word.withdrawn is not None
        and word.withdrawn.order == report.order
        and word.range.bounds == change.before
    )
    return dropped.first.order, dropped.position
