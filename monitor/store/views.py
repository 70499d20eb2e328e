"""What a reader asks for, put together from every table: digests, stories and alerts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from monitor.alerts import (
    AlertView,
    Digest,
    Facts,
    Figure,
    PastChanges,
    Policy,
    StoryView,
    Watch,
    headline,
    heard,
    order_by_weight,
)
from monitor.model import Severity
from monitor.store.articles import Articles
from monitor.store.edits import Edits
from monitor.store.ledger import Ledgers
from monitor.store.outbox import Outbox
from monitor.store.outbox_tables import alerts
from monitor.store.showing import Labels, change_view, figures, origins, rows_where, voice_move
from monitor.store.stories import Stories
from monitor.store.tables import articles, revisions


class Views:
    """The readers' side of one database, over one connection. `labels` are the kinds in words."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._ledger = Ledgers(connection)
        self._stories = Stories(connection)

    def digest(
        self,
        labels: Labels,
        since: datetime | None,
        until: datetime | None,
        *,
        policy: Policy = Policy.ALL_SIDES,
        watch: Watch | None = None,
    ) -> Digest:
        """What was learnt after `since` and up to `until`; None is open. Changed stories first, by weight.

        With a watch, only what it hears of, and the stories that this changes.
        """
        learnt = _learnt_in(since, until)
        arrived = (
            select(articles.c.story, func.count().label("new"))
            .join(revisions, revisions.c.article == articles.c.key)
            .where(*learnt)
            .group_by(articles.c.story)
        )
        new = {row.story: row.new for row in self._connection.execute(arrived)}
        views = [self._story(story, labels, since, until, new[story], watch) for story in sorted(new)]
        changed = order_by_weight([view for view in views if view.changes])
        unchanged = order_by_weight([view for view in views if not view.changes and view.figures])
        return Digest(since, until, policy, tuple(changed), tuple(unchanged), sum(new.values()))

    def story(self, story: str, labels: Labels) -> StoryView:
        """One story as it stands, also under the address of one that was merged into it. Raises NotFoundError."""
        edited = Edits(self._connection).standing()
        known = edited.story(story)
        view, stands = self._story(known, labels), self._stories.standing(known)
        related = tuple(self._stories.related(known, edited.leads))
        return replace(view, place=stands.place, entities=stands.entities, related=related)

    def alert(
        self, alert: str, labels: Labels, policy: Policy = Policy.ALL_SIDES, wanted: Collection[Figure] = ()
    ) -> AlertView:
        """An alert as it is sent, with all its changes or those of the figures `wanted`. Raises NotFoundError.

        Where a user has set right all that it told, it has no changes, and its headline is what was said then.
        """
        box = Outbox(self._connection)
        seq = box.seq_of(alert)
        stored = Articles(self._connection).stored(seq)
        kept = [
            one for one in self._ledger.changed_by(seq) if not wanted or (one.change.kind, one.change.group) in wanted
        ]
        rows = {
            row.seq: row
            for row in rows_where(self._connection, revisions.c.seq.in_({seq, *(one.said.seq for one in kept)}))
        }
        told = sorted((change_view(one, rows[one.seq], labels) for one in kept), key=lambda view: -view.severity.rank)
        shown = {(change.kind, group) for change in told for group in (None, change.group)}
        moves = [voice_move(row, labels) for row in box.voices_of(alert)]
        voices = tuple(move for move in moves if (move.kind, move.group) in shown)
        at, row = box.learnt_at(alert), rows[seq]
        articles_then, copies_then, origins_then = self._counts(stored.story, seq)
        return AlertView(
            id=alert,
            at=at,
            severity=max((change.severity for change in told), key=lambda one: one.rank, default=Severity.NONE),
            headline=headline(told, voices, policy, at) if told else box.headlines([alert])[alert],
            policy=policy,
            story=stored.story,
            title=self._stories.story(stored.story).title,
            article=stored.item_id,
            article_title=row.title,
            outlet=row.outlet,
            url=row.url,
            published=row.published_at,
            changes=tuple(told),
            voices=voices,
            articles=articles_then,
            copies=copies_then,
            origins=origins_then,
        )

    def alerts(self, labels: Labels, policy: Policy = Policy.ALL_SIDES, limit: int = 200) -> tuple[AlertView, ...]:
        """The latest alerts worth telling at once (a notice and above), newest first: what the page and feed show."""
        loud = [severity.value for severity in Severity if severity.rank >= Severity.NOTICE.rank]
        latest = select(alerts.c.id).where(alerts.c.severity.in_(loud)).order_by(alerts.c.seq.desc()).limit(limit)
        return tuple(self.alert(one, labels, policy) for one in self._connection.scalars(latest).all())

    def past_changes(self) -> Iterator[PastChanges]:
        """Every alert there ever was, in order, with what a watch looks at: what one would have sent."""
        query = select(alerts.c.id, alerts.c.seq, alerts.c.story, alerts.c.learnt_at).order_by(alerts.c.seq)
        for row in self._connection.execute(query).all():
            title = self._stories.story(row.story).title
            changed = self._ledger.changes_of(row.seq)
            yield PastChanges(row.id, row.story, title, row.learnt_at, changed, self._facts(row.seq, title))

    def _story(
        self,
        story: str,
        labels: Labels,
        since: datetime | None = None,
        until: datetime | None = None,
        new_articles: int = 0,
        watch: Watch | None = None,
    ) -> StoryView:
        """One story, with the changes of a span, all or those that a watch hears of."""
        told = self._stories.story(story)
        rows = rows_where(self._connection, articles.c.story == story)
        by_seq = {row.seq: row for row in rows}
        held = self._ledger.standing(story)
        timeline = [
            (kept.seq, change_view(kept, by_seq[kept.seq], labels))
            for kept in self._ledger.timeline(story)
            if kept.seq in by_seq
        ]
        inside = {row.seq for row in rows if _is_between(row.learnt_at, since, until)}
        told_first = sorted(timeline, key=lambda entry: (entry[0], -entry[1].severity.rank))
        if watch is not None:
            asked = self._heard(watch, told.title, sorted({seq for seq, _ in timeline} & inside))
            told_first = [entry for entry in told_first if (entry[0], entry[1].kind, entry[1].group) in asked]
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

    def _heard(self, watch: Watch, title: str, seqs: Sequence[int]) -> set[tuple[int, str, str | None]]:
        """Which of the changes that these revisions brought a watch hears of."""
        return {
            (seq, change.kind, change.group)
            for seq in seqs
            for change in heard(self._ledger.changes_of(seq), watch, self._facts(seq, title))
        }

    def _facts(self, seq: int, title: str) -> Facts:
        """What a watch looks at of a revision."""
        query = (
            select(revisions.c.title, revisions.c.text, revisions.c.body, revisions.c.source, articles.c.outlet)
            .join(articles, articles.c.key == revisions.c.article)
            .where(revisions.c.seq == seq)
        )
        row = self._connection.execute(query).one()
        lines = (row.text[start:end] for start, end in row.body)
        return Facts("\n".join([row.title or "", title, *lines]), row.outlet, row.source)

    def _counts(self, story: str, seq: int) -> tuple[int, int, int]:
        """Articles, copies and origins that a story had when a revision came."""
        here = (
            select(articles.c.key, articles.c.origin, articles.c.cluster)
            .join(revisions, revisions.c.article == articles.c.key)
            .where(articles.c.story == story, revisions.c.seq <= seq)
            .distinct()
            .subquery()
        )
        texts = select(here.c.origin, func.count().label("articles")).group_by(here.c.origin, here.c.cluster).subquery()
        counted = select(func.sum(texts.c.articles), func.count(), func.count(texts.c.origin.distinct()))
        found, own, came_from = self._connection.execute(counted).one()
        return int(found or 0), int(found or 0) - own, came_from


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
