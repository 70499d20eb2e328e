"""What a reader asks for, put together from every table: digests, stories, and why an alert fired or did not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from monitor.alerts import (
    POLICY,
    ChangeView,
    Digest,
    Explanation,
    Sentence,
    Silence,
    StoryView,
    VerdictView,
    order_by_weight,
)
from monitor.errors import NotFoundError
from monitor.model import Bounds
from monitor.store.articles import Articles, Stored
from monitor.store.copies import Copies
from monitor.store.ledger import Kept, Ledgers, claims
from monitor.store.outbox import Outbox, alerts
from monitor.store.showing import Labels, Revision, figures, origins, sentence
from monitor.store.stories import Stories
from monitor.store.tables import articles, revisions


class Views:
    """The readers' side of one database, over one connection. `labels` are the kinds in words."""

    def __init__(self, connection: Connection, copies: Copies) -> None:
        self._connection = connection
        self._copies = copies
        self._ledger = Ledgers(connection)
        self._stories = Stories(connection)

    def digest(self, labels: Labels, since: datetime | None, until: datetime | None) -> Digest:
        """What was learnt after `since` and up to `until`; None is open. Changed stories first, by weight."""
        learnt = _learnt_in(since, until)
        arrived = (
            select(articles.c.story, func.count().label("new"))
            .join(revisions, revisions.c.article == articles.c.key)
            .where(*learnt)
            .group_by(articles.c.story)
        )
        new = {row.story: row.new for row in self._connection.execute(arrived)}
        views = [self.story(story, labels, since, until, new[story]) for story in sorted(new)]
        changed = order_by_weight([view for view in views if view.changes])
        unchanged = order_by_weight([view for view in views if not view.changes and view.figures])
        return Digest(since, until, POLICY, tuple(changed), tuple(unchanged), sum(new.values()))

    def story(
        self,
        story: str,
        labels: Labels,
        since: datetime | None = None,
        until: datetime | None = None,
        new_articles: int = 0,
    ) -> StoryView:
        """One story as it stands, with the changes of a span. Raises NotFoundError."""
        told = self._stories.story(story)
        rows = self._revisions(story)
        by_seq = {row.seq: row for row in rows}
        held = self._ledger.standing(story)
        timeline = [self._change(kept, by_seq, labels) for kept in self._ledger.timeline(story) if kept.seq in by_seq]
        inside = {row.seq for row in rows if _is_between(row.learnt_at, since, until)}
        told_first = sorted(timeline, key=lambda entry: (entry[0], -entry[1].severity.rank))
        changes = tuple(view for seq, view in told_first if seq in inside)
        shown = figures(held, [view for _, view in timeline], by_seq, labels)
        came_from = origins(rows)
        copies = sum(origin.copies for origin in came_from)
        return StoryView(
            id=told.id,
            title=told.title,
            first_at=told.first_at,
            last_at=told.last_at,
            articles=len({row.key for row in rows}),
            copies=copies,
            figures=shown,
            changes=changes,
            origins=came_from,
            new_articles=new_articles,
        )

    def why(self, alert: str, labels: Labels) -> Explanation:
        """What an alert told, by which rule, and the sentences that were compared. Raises NotFoundError."""
        stored = Articles(self._connection).stored(Outbox(self._connection).seq_of(alert))
        view = self.story(stored.story, labels)
        changes = tuple(change for change in view.changes if change.alert == alert)
        compared = tuple(self._compared(stored, change) for change in changes)
        return Explanation(alert, stored.item_id, stored.story, view.title, changes, compared, self._placed(stored))

    def why_not(self, name: str, labels: Labels) -> Silence:
        """What became of every figure that an article gives. Raises NotFoundError."""
        found = Articles(self._connection).find(name)
        if not found:
            raise NotFoundError(f"there is no article {name}; give its id, its address or its key")
        stored = found[-1]
        row = next(row for row in self._revisions(stored.story) if row.seq == stored.seq)
        verdicts = tuple(
            VerdictView(
                labels.get(one.claim.kind, one.claim.kind),
                one.verdict.name,
                Bounds(one.claim.low, one.claim.high),
                one.claim.modifier,
                one.claim.status,
                one.claim.group,
                one.verdict.change,
                one.verdict.told,
                one.verdict.reason,
                sentence(one.claim, row),
            )
            for one in self._ledger.stated(stored.seq)
        )
        told = self._connection.scalar(select(alerts.c.id).where(alerts.c.seq == stored.seq))
        return Silence(
            stored.item_id, stored.story, self._stories.story(stored.story).title, told, verdicts, self._placed(stored)
        )

    def _revisions(self, story: str) -> Sequence[Revision]:
        query = (
            select(
                revisions.c.seq,
                revisions.c.item_id,
                revisions.c.published_at,
                revisions.c.updated_at,
                revisions.c.learnt_at,
                articles.c.key,
                articles.c.url,
                articles.c.outlet,
                articles.c.origin,
                articles.c.cluster,
                revisions.c.agency,
                alerts.c.id.label("alert"),
            )
            .join(articles, articles.c.key == revisions.c.article)
            .outerjoin(alerts, alerts.c.seq == revisions.c.seq)
            .where(articles.c.story == story)
            .order_by(revisions.c.seq)
        )
        return self._connection.execute(query).all()

    def _change(self, kept: Kept, by_seq: Mapping[int, Revision], labels: Labels) -> tuple[int, ChangeView]:
        change, row = kept.change, by_seq[kept.seq]
        claim = kept.said.claim
        return kept.seq, ChangeView(
            kind=change.kind,
            label=labels.get(change.kind, change.kind),
            change=change.change,
            before=change.before,
            after=change.after,
            modifier=claim.modifier,
            voice=change.voice,
            severity=change.severity,
            group=change.group,
            reason=change.reason,
            alert=row.alert,
            against=change.against,
            said=sentence(claim, row),
        )

    def _compared(self, stored: Stored, change: ChangeView) -> Sentence | None:
        """The sentence that gave what stood before, said by one of those that it was compared with."""
        if change.before is None:
            return None
        query = (
            select(claims.c.seq, claims.c.position)
            .where(claims.c.story == stored.story, claims.c.kind == change.kind, claims.c.seq < stored.seq)
            .where(claims.c.low == change.before.low, claims.c.high.is_not_distinct_from(change.before.high))
            .order_by(
                claims.c.voice_name.in_(change.against).desc(),
                claims.c.source.is_(None),
                claims.c.seq,
                claims.c.position,
            )
        )
        found = self._connection.execute(query).first()
        if found is None:
            return None
        row = next(row for row in self._revisions(stored.story) if row.seq == found.seq)
        return sentence(self._ledger.stated(found.seq)[found.position].claim, row)

    def _placed(self, stored: Stored) -> tuple[str, ...]:
        """Why the article is in its story and its cluster, a line each."""
        told = []
        for edge in self._copies.edges(stored.seq):
            other = Articles(self._connection).stored(edge.seq).item_id
            share = f"{edge.comparison.in_other:.0%} of its text stands there"
            told.append(f"{edge.relation.value} of {other}: {share}" if edge.joins else f"quotes {other}: {share}")
        placing = self._stories.placing(stored.seq)
        if placing.assignment is None:
            told.append("its story is that of its original, or of its earlier revision")
        elif placing.assignment.story is None:
            told.append("it founded its story: nothing known was close enough")
        else:
            held = placing.assignment.held
            shared = [("words", held.words), ("names", held.names), ("dates", held.dates)]
            told.append(
                "held to its story by " + "; ".join(f"{what} {', '.join(which)}" for what, which in shared if which)
            )
        return tuple(told)


def _learnt_in(since: datetime | None, until: datetime | None) -> list[Any]:
    conditions = []
    if since is not None:
        conditions.append(revisions.c.learnt_at > since)
    if until is not None:
        conditions.append(revisions.c.learnt_at.is_(None) | (revisions.c.learnt_at <= until))
    return conditions


def _is_between(at: datetime | None, since: datetime | None, until: datetime | None) -> bool:
    if at is None:
        return since is None
    return (since is None or at > since) and (until is None or at <= until)
