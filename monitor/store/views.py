"""What a reader asks for, put together from every table: digests, stories, and why an alert fired or did not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from monitor.alerts import (
    POLICY,
    ChangeView,
    Digest,
    Explanation,
    FigureView,
    OriginView,
    PartView,
    Sentence,
    Silence,
    StoryView,
    VerdictView,
    VoiceView,
    order_by_weight,
)
from monitor.errors import NotFoundError
from monitor.model import Bounds, Claim, Status
from monitor.store.articles import Articles, Stored
from monitor.store.copies import Copies
from monitor.store.ledger import Held, Kept, Ledgers, claims
from monitor.store.outbox import Outbox, alerts
from monitor.store.stories import Stories
from monitor.store.tables import articles, revisions

Labels = Mapping[str, str]
"""The kinds in words, in the order in which they are shown."""


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
        figures = _figures(held, [view for _, view in timeline], by_seq, labels)
        origins = _origins(rows)
        copies = sum(origin.copies for origin in origins)
        return StoryView(
            id=told.id,
            title=told.title,
            first_at=told.first_at,
            last_at=told.last_at,
            articles=len({row.key for row in rows}),
            copies=copies,
            figures=figures,
            changes=changes,
            origins=origins,
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
                _sentence(one.claim, row),
            )
            for one in self._ledger.stated(stored.seq)
        )
        told = self._connection.scalar(select(alerts.c.id).where(alerts.c.seq == stored.seq))
        return Silence(
            stored.item_id, stored.story, self._stories.story(stored.story).title, told, verdicts, self._placed(stored)
        )

    def _revisions(self, story: str) -> Sequence[Row[*tuple[Any, ...]]]:
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

    def _change(
        self, kept: Kept, by_seq: Mapping[int, Row[*tuple[Any, ...]]], labels: Labels
    ) -> tuple[int, ChangeView]:
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
            said=_sentence(claim, row),
        )

    def _compared(self, stored: Stored, change: ChangeView) -> Sentence | None:
        """The sentence that gave what stood before, said by one of those that it was compared with."""
        if change.before is None:
            return None
        query = (
            select(claims.c.seq, claims.c.position)
            .where(claims.c.story == stored.story, claims.c.kind == change.kind, claims.c.seq < stored.seq)
            .where(claims.c.low == change.before.low, claims.c.high.is_not_distinct_from(change.before.high))
            .order_by(claims.c.voice_name.in_(change.against).desc(), claims.c.seq, claims.c.position)
        )
        found = self._connection.execute(query).first()
        if found is None:
            return None
        row = next(row for row in self._revisions(stored.story) if row.seq == found.seq)
        return _sentence(self._ledger.stated(found.seq)[found.position].claim, row)

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


def _sentence(claim: Claim, row: Row[*tuple[Any, ...]]) -> Sentence:
    return Sentence(claim.quote, claim.number, row.outlet, row.url, row.item_id, row.updated_at or row.published_at)


def _figures(
    held: Sequence[Held], timeline: Sequence[ChangeView], by_seq: Mapping[int, Row[*tuple[Any, ...]]], labels: Labels
) -> tuple[FigureView, ...]:
    order = {kind: place for place, kind in enumerate(labels)}
    kinds = sorted({one.account.kind for one in held}, key=lambda kind: (order.get(kind, len(order)), kind))
    return tuple(
        _figure(kind, [one for one in held if one.account.kind == kind], timeline, by_seq, labels) for kind in kinds
    )


def _figure(
    kind: str,
    held: Sequence[Held],
    timeline: Sequence[ChangeView],
    by_seq: Mapping[int, Row[*tuple[Any, ...]]],
    labels: Labels,
) -> FigureView:
    totals = [one for one in held if one.account.group is None]
    parts = _parts(held, by_seq)
    said = {_bounds(one) for one in totals if not _is_outlet(one)}
    echoes = [one for one in totals if _is_outlet(one) and _bounds(one) in said]
    voices = [_voice(one, parts.pop(one.voice, ()), by_seq) for one in totals if one not in echoes]
    voices += [_voice(_first_of(held, voice), counted, by_seq, total=False) for voice, counted in parts.items()]
    return FigureView(
        kind,
        labels.get(kind, kind),
        _is_disputed([_bounds(one) for one in totals]),
        tuple(voices),
        tuple(dict.fromkeys(_name(one, by_seq[one.stated.seq]) for one in echoes)),
        tuple(change for change in timeline if change.kind == kind),
    )


def _voice(
    one: Held, parts: tuple[PartView, ...], by_seq: Mapping[int, Row[*tuple[Any, ...]]], *, total: bool = True
) -> VoiceView:
    claim, row = one.stated.claim, by_seq[one.stated.seq]
    return VoiceView(
        voice=_name(one, row),
        bounds=_bounds(one) if total else Bounds(None, None),
        modifier=claim.modifier,
        status=claim.status if total else Status.ASSERTED,
        parts=parts,
        said=_sentence(claim, row),
    )


def _parts(held: Sequence[Held], by_seq: Mapping[int, Row[*tuple[Any, ...]]]) -> dict[str, tuple[PartView, ...]]:
    """The parts that each voice counted, each number once: *15 officers* and *15 police officers* are one."""
    found: dict[str, dict[Bounds, PartView]] = defaultdict(dict)
    for one in sorted(held, key=lambda one: one.stated.seq):
        claim = one.stated.claim
        if claim.group is not None:
            view = PartView(claim.group, _bounds(one), claim.modifier, _sentence(claim, by_seq[one.stated.seq]))
            found[one.voice].setdefault(_bounds(one), view)
    return {voice: tuple(parts.values()) for voice, parts in found.items()}


def _first_of(held: Sequence[Held], voice: str) -> Held:
    return min((one for one in held if one.voice == voice), key=lambda one: (one.stated.seq, one.stated.verdict.claim))


def _is_outlet(one: Held) -> bool:
    """Whether an article spoke for itself, no source named."""
    return one.stated.claim.source is None and one.stated.claim.side is None


def _name(one: Held, row: Row[*tuple[Any, ...]]) -> str:
    """A voice as readers know it: an article that speaks for itself by its outlet, unless it credits an agency."""
    return row.outlet or one.name if _is_outlet(one) and row.agency is None else one.name


def _bounds(one: Held) -> Bounds:
    return Bounds(one.stated.claim.low, one.stated.claim.high)


def _is_disputed(said: Sequence[Bounds]) -> bool:
    """Whether two voices stand for numbers that cannot both be true."""
    lows = [bounds.low or 0 for bounds in said]
    highs = [bounds.high for bounds in said if bounds.high is not None]
    return bool(lows and highs) and max(lows) > min(highs)


def _origins(rows: Iterable[Row[*tuple[Any, ...]]]) -> tuple[OriginView, ...]:
    """Where the texts come from: an agency or a family of titles by its name, an outlet on its own by the outlet's."""
    outlets: dict[str, dict[str, None]] = defaultdict(dict)
    keys: dict[str, dict[str, str]] = defaultdict(dict)
    agencies = set()
    for row in rows:
        if row.outlet:
            outlets[row.origin][row.outlet] = None
        if row.agency:
            agencies.add(row.origin)
        keys[row.origin][row.key] = row.cluster
    return tuple(
        OriginView(
            next(iter(outlets[origin])) if len(outlets[origin]) == 1 and origin not in agencies else origin,
            tuple(outlets[origin]),
            len(held),
            len(held) - len(set(held.values())),
        )
        for origin, held in keys.items()
    )
