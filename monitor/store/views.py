"""What a reader asks for, put together from every table: digests, stories, and why an alert fired or did not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from textwrap import shorten
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from monitor.alerts import (
    AlertView,
    ChangeView,
    Digest,
    Explanation,
    Facts,
    Figure,
    PastChanges,
    Policy,
    Sentence,
    Silence,
    StoryView,
    Watch,
    headline,
    heard,
    order_by_weight,
)
from monitor.errors import NotFoundError
from monitor.model import Severity
from monitor.store.articles import Articles, Stored
from monitor.store.copies import Copies, Edge
from monitor.store.edits import Edits
from monitor.store.ledger import Kept, Ledgers, claims
from monitor.store.outbox import Outbox, alerts
from monitor.store.showing import Labels, Revision, figures, origins, sentence, verdict, voice_move
from monitor.store.stories import Stories
from monitor.store.tables import articles, revisions

_PASSAGE_SHOWN = 200  # letters: two sentences


class Views:
    """The readers' side of one database, over one connection. `labels` are the kinds in words."""

    def __init__(self, connection: Connection, copies: Copies) -> None:
        self._connection = connection
        self._copies = copies
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
        return self._story(Edits(self._connection).standing().story(story), labels)

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
        rows = {row.seq: row for row in self._rows(revisions.c.seq.in_({seq, *(one.said.seq for one in kept)}))}
        told = sorted((self._change(one, rows, labels)[1] for one in kept), key=lambda view: -view.severity.rank)
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
        verdicts = tuple(verdict(one, row, labels) for one in self._ledger.stated(stored.seq))
        told = self._connection.scalar(select(alerts.c.id).where(alerts.c.seq == stored.seq))
        return Silence(
            stored.item_id, stored.story, self._stories.story(stored.story).title, told, verdicts, self._placed(stored)
        )

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
        rows = self._revisions(story)
        by_seq = {row.seq: row for row in rows}
        held = self._ledger.standing(story)
        timeline = [self._change(kept, by_seq, labels) for kept in self._ledger.timeline(story) if kept.seq in by_seq]
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
        found = self._connection.scalar(select(func.count()).select_from(here)) or 0
        texts = self._connection.scalar(
            select(func.count()).select_from(select(here.c.origin, here.c.cluster).distinct().subquery())
        )
        came_from = self._connection.scalar(select(func.count(func.distinct(here.c.origin))))
        return found, found - (texts or 0), came_from or 0

    def _revisions(self, story: str) -> Sequence[Revision]:
        return self._rows(articles.c.story == story)

    def _rows(self, which: ColumnElement[bool]) -> Sequence[Revision]:
        query = (
            select(
                revisions.c.seq,
                revisions.c.item_id,
                revisions.c.title,
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
            .where(which)
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
            said=sentence(kept.said, row),
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
        return sentence(self._ledger.stated(found.seq)[found.position], row)

    def _placed(self, stored: Stored) -> tuple[str, ...]:
        """Why the article is in its story and its cluster, a line each."""
        told = []
        for edge in self._copies.edges(stored.seq):
            other = Articles(self._connection).stored(edge.seq).item_id
            told.append(_related(edge, other))
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


def _related(edge: Edge, other: str) -> str:
    share = f"{edge.comparison.in_other:.0%} of its text stands there"
    if edge.passage is None:
        return f"{edge.relation.value} of {other}: {share}"
    passage = shorten(edge.passage, _PASSAGE_SHOWN, placeholder=" …")
    return f"shares a passage with {other}, which came {'later' if edge.is_later else 'before'}: {share}: “{passage}”"


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
