"""What was kept, in the shape in which readers are shown it: sentences, figures by voice, origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from monitor.alerts import (
    ChangeView,
    FigureView,
    OriginView,
    PartView,
    Sentence,
    VerdictView,
    VoiceMove,
    VoiceView,
    bounds_in_words,
)
from monitor.ledger import REJECTION, claim_id, is_articles_own
from monitor.model import Bounds, Modifier, Scope, Status
from monitor.store.ledger import Held, Kept, Stated
from monitor.store.outbox import VoiceRow
from monitor.store.outbox_tables import alerts
from monitor.store.tables import articles, revisions

Labels = Mapping[str, str]
"""The kinds in words, in the order in which they are shown."""

Revision = Row[*tuple[Any, ...]]
"""A revision with its article: what `rows_where` gives."""


def rows_where(connection: Connection, which: ColumnElement[bool]) -> Sequence[Revision]:
    """Revisions with their articles, in the order of arrival."""
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
    return connection.execute(query).all()


def sentence(stated: Stated, row: Revision) -> Sentence:
    claim = stated.claim
    address = claim_id(row.key, stated.read)
    return Sentence(
        address, claim.quote, claim.number, row.outlet, row.url, row.item_id, row.updated_at or row.published_at
    )


def change_view(kept: Kept, row: Revision, labels: Labels) -> ChangeView:
    """One change, with the revision that brought it."""
    change, claim = kept.change, kept.said.claim
    return ChangeView(
        kind=change.kind,
        label=labels.get(change.kind, change.kind),
        change=change.change,
        before=change.before,
        after=change.after,
        modifier=claim.modifier,
        status=change.status,
        voice=change.voice,
        severity=change.severity,
        group=change.group,
        reason=change.reason,
        alert=row.alert,
        against=change.against,
        said=sentence(kept.said, row),
    )


def verdict(stated: Stated, row: Revision, labels: Labels) -> VerdictView:
    """What became of a claim, and what a user made of it."""
    claim, read, judged = stated.claim, stated.read, stated.verdict
    reason = judged.reason
    if claim != read:
        was = bounds_in_words(Bounds(read.low, read.high), read.modifier)
        by_hand = (
            "rejected"
            if claim == REJECTION.of(read)
            else f"corrected from {was} ({read.side or read.source or judged.name})"
        )
        reason = f"{by_hand} by hand" if claim.scope is Scope.HYPOTHETICAL else f"{reason}; {by_hand} by hand"
    return VerdictView(
        labels.get(claim.kind, claim.kind),
        judged.name,
        Bounds(claim.low, claim.high),
        claim.modifier,
        claim.status,
        claim.group,
        judged.change,
        judged.told,
        reason,
        sentence(stated, row),
    )


def figures(
    held: Sequence[Held], timeline: Sequence[ChangeView], by_seq: Mapping[int, Revision], labels: Labels
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
    by_seq: Mapping[int, Revision],
    labels: Labels,
) -> FigureView:
    totals = [one for one in held if one.account.group is None]
    parts = _parts(held, by_seq)
    said = {(one.account, _bounds(one)) for one in totals if not is_articles_own(one.voice)}
    echoes = [one for one in totals if is_articles_own(one.voice) and (one.account, _bounds(one)) in said]
    voices = [_voice(one, parts.pop(one.voice, ()), by_seq) for one in totals if one not in echoes]
    voices += [_voice(_first_of(held, voice), counted, by_seq, total=False) for voice, counted in parts.items()]
    return FigureView(
        kind,
        labels.get(kind, kind),
        _is_disputed([_bounds(one) for one in totals if not one.account.feared]),
        tuple(voices),
        tuple(dict.fromkeys(_name(one, by_seq[one.stated.seq]) for one in echoes)),
        tuple(change for change in timeline if change.kind == kind),
    )


def _voice(one: Held, parts: tuple[PartView, ...], by_seq: Mapping[int, Revision], *, total: bool = True) -> VoiceView:
    claim, row = one.stated.claim, by_seq[one.stated.seq]
    return VoiceView(
        voice=_name(one, row),
        bounds=_bounds(one) if total else Bounds(None, None),
        modifier=claim.modifier,
        status=claim.status if total else Status.ASSERTED,
        parts=parts,
        said=sentence(one.stated, row),
        is_authority=one.is_authority,
        origins=one.origins,
    )


def _parts(held: Sequence[Held], by_seq: Mapping[int, Revision]) -> dict[str, tuple[PartView, ...]]:
    """The parts that each voice counted, each number once: *15 officers* and *15 police officers* are one."""
    found: dict[str, dict[Bounds, PartView]] = defaultdict(dict)
    for one in sorted(held, key=lambda one: (one.stated.seq, one.stated.verdict.claim)):
        claim = one.stated.claim
        if claim.group is not None:
            view = PartView(claim.group, _bounds(one), claim.modifier, sentence(one.stated, by_seq[one.stated.seq]))
            found[one.voice].setdefault(_bounds(one), view)
    return {voice: tuple(parts.values()) for voice, parts in found.items()}


def _first_of(held: Sequence[Held], voice: str) -> Held:
    return min((one for one in held if one.voice == voice), key=lambda one: (one.stated.seq, one.stated.verdict.claim))


def _name(one: Held, row: Revision) -> str:
    """A voice as readers know it: an article that speaks for itself by its outlet, unless it credits an agency."""
    return row.outlet or one.name if is_articles_own(one.voice) and row.agency is None else one.name


def _bounds(one: Held) -> Bounds:
    return Bounds(one.stated.claim.low, one.stated.claim.high)


def _is_disputed(said: Sequence[Bounds]) -> bool:
    """Whether two voices stand for numbers that cannot both be true."""
    lows = [bounds.low or 0 for bounds in said]
    highs = [bounds.high for bounds in said if bounds.high is not None]
    return bool(lows and highs) and max(lows) > min(highs)


def origins(rows: Iterable[Revision]) -> tuple[OriginView, ...]:
    """Where the texts come from: an agency or a family of titles by its name, an outlet on its own by the outlet's.

    A text that stands nowhere is named as its source names it.
    """
    outlets: dict[str, dict[str, None]] = defaultdict(dict)
    keys: dict[str, dict[str, str]] = defaultdict(dict)
    agencies = set()
    alone: dict[str, str] = {}
    for row in rows:
        if row.origin == row.cluster:
            alone.setdefault(row.origin, row.item_id)
        if row.outlet:
            outlets[row.origin][row.outlet] = None
        if row.agency:
            agencies.add(row.origin)
        keys[row.origin][row.key] = row.cluster
    return tuple(
        OriginView(
            next(iter(outlets[origin]))
            if len(outlets[origin]) == 1 and origin not in agencies
            else alone.get(origin, origin),
            tuple(outlets[origin]),
            len(held),
            len(held) - len(set(held.values())),
        )
        for origin, held in keys.items()
    )


def voice_rows(before: Sequence[Held], after: Sequence[Held]) -> list[VoiceRow]:
    """What every voice stood for before an article, and stands for after it: kept with the alert that it raised.

    Outlets that only give again, in words of their own, what a voice stands for are left out.
    """
    stood = {_account_of(one): _bounds(one) for one in before}
    said = {(one.account, _bounds(one)) for one in after if not is_articles_own(one.voice)}
    return [
        [
            one.account.kind,
            one.account.group,
            one.name,
            _pair(stood.get(_account_of(one))),
            _pair(_bounds(one)),
            one.stated.claim.modifier.value,
            one.stated.claim.status.value,
            one.is_authority,
            one.origins,
        ]
        for one in after
        if not is_articles_own(one.voice) or (one.account, _bounds(one)) not in said
    ]


def voice_move(row: VoiceRow, labels: Labels) -> VoiceMove:
    """One voice of an alert, from what was kept."""
    kind, group, voice, before, after, modifier, status, is_authority, origins = row
    return VoiceMove(
        kind=kind,
        label=labels.get(kind, kind),
        group=group,
        voice=voice,
        before=Bounds(*before) if before else None,
        after=Bounds(*after) if after else None,
        modifier=Modifier(modifier),
        status=Status(status),
        is_authority=is_authority,
        origins=origins,
    )


def _account_of(one: Held) -> tuple[object, str]:
    return one.account, one.voice


def _pair(bounds: Bounds | None) -> list[int | None] | None:
    return None if bounds is None else [bounds.low, bounds.high]
