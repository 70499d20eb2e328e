"""The ledger's values as rows, and back; and the values that readers of the database are handed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.engine import RowMapping

from monitor.ledger import (
    Account,
    Alias,
    Backing,
    Correction,
    Figure,
    Place,
    Range,
    Report,
    Said,
    Tally,
    Verdict,
    Word,
)
from monitor.model import Bounds, Change, ChangeName, Claim, Modifier, Scope, Severity, Span, Status
from monitor.store.ledger_tables import OPEN


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim as it was kept: the revision that it stands in, its time, and what became of it.

    `claim` is what was judged; `read` what was read, which is another where a user set it right.
    """

    seq: int
    story: str
    at: datetime | None
    claim: Claim
    verdict: Verdict
    read: Claim


@dataclass(frozen=True, slots=True)
class Kept:
    """A change as it was kept, with the revision that brought it.

    `said` is the claim that made it; of a number that an edit dropped, the one that had given it.
    """

    seq: int
    story: str
    change: Change
    said: Stated


@dataclass(frozen=True, slots=True)
class Held:
    """What one voice stands for in one account, with the claim that gave it first."""

    account: Account
    voice: str
    name: str
    is_authority: bool
    origins: int
    stated: Stated


def account_from(row: RowMapping) -> Account:
    """The account that a row belongs to."""
    return Account(row["kind"], row["group"] or None, row["feared"])


def range_from(row: RowMapping) -> Range:
    """The number that a row's key holds."""
    return Range(row["low"], None if row["high"] == OPEN else row["high"])


def _place(row: RowMapping, name: str) -> Place | None:
    seq = row[f"{name}_seq"]
    return None if seq is None else Place(row[f"{name}_at"], seq)


def _first(row: RowMapping) -> Place:
    return Place(row["first_at"], row["first_seq"])


def word_from(row: RowMapping) -> Word:
    """A word, from its row."""
    return Word(
        account_from(row),
        row["voice"],
        row["name"],
        range_from(row),
        Modifier(row["modifier"]),
        _first(row),
        row["firm"],
        row["authority"],
        row["article"],
        row["revision"],
        row["position"],
        _place(row, "meant"),
        _place(row, "renewed"),
        _place(row, "withdrawn"),
        row["stands"],
    )


def figure_from(row: RowMapping) -> Figure:
    """A figure, from its row."""
    return Figure(
        account_from(row),
        range_from(row),
        Modifier(row["modifier"]),
        row["name"],
        _first(row),
        _place(row, "firm"),
        row["standing"],
        row["origins"],
        row["settled"],
    )


def stated_from(row: RowMapping) -> Stated:
    """A claim and what became of it, from its row."""
    number = None if row["number_start"] is None else Span(row["number_start"], row["number_end"])
    before = None if row["before_low"] is None else Bounds(row["before_low"], row["before_high"])
    claim = Claim(
        kind=row["kind"],
        low=row["low"],
        high=row["high"],
        modifier=Modifier(row["modifier"]),
        status=Status(row["status"]),
        scope=Scope(row["scope"]),
        quote=row["quote"],
        start=row["start"],
        end=row["end"],
        refers_to=row["refers_to"],
        source=row["source"],
        side=row["side"],
        group=row["group"],
        number=number,
        names=tuple(row["names"]),
    )
    verdict = Verdict(
        row["position"],
        row["voice"],
        row["voice_name"],
        None if row["change"] is None else ChangeName(row["change"]),
        row["reason"],
        tuple(row["against"]),
        before,
        row["told"],
    )
    judged = claim if row["correction"] is None else correction_from(row["correction"]).of(claim)
    return Stated(row["seq"], row["story"], row["at"], judged, verdict, claim)


def correction_from(row: Mapping[str, Any]) -> Correction:
    """The correction that `correction_row` wrote."""
    number, status, scope = row.get("number"), row.get("status"), row.get("scope")
    return Correction(
        number=None if number is None else Range(number["low"], number["high"]),
        kind=row.get("kind"),
        status=None if status is None else Status(status),
        scope=None if scope is None else Scope(scope),
        voice=row.get("voice"),
        group=row.get("group"),
    )


def correction_row(correction: Correction | None) -> dict[str, Any] | None:
    """A correction as JSON: what is set right, and nothing else."""
    if correction is None:
        return None
    number = correction.number and {"low": correction.number.low, "high": correction.number.high}
    words = {
        "number": number,
        "kind": correction.kind,
        "status": correction.status and correction.status.value,
        "scope": correction.scope and correction.scope.value,
        "voice": correction.voice,
        "group": correction.group,
    }
    return {name: value for name, value in words.items() if value is not None}


def change_from(row: RowMapping, said: Stated) -> Change:
    """A change, from its row and the claim that it rests on.

    Its claim has a position only where it stands in the revision that changed something.
    """
    return Change(
        row["kind"],
        ChangeName(row["change"]),
        Bounds(row["before_low"], row["before_high"]) if row["has_before"] else None,
        Bounds(row["after_low"], row["after_high"]) if row["has_after"] else None,
        row["voice"],
        Severity(row["severity"]),
        row["claim_position"] if row["claim_seq"] == row["seq"] else None,
        row["group"] or None,
        tuple(row["against"]),
        row["reason"],
        said.claim.status,
    )


def _account_row(story: str, account: Account) -> dict[str, Any]:
    return {"story": story, "kind": account.kind, "group": account.group or "", "feared": account.feared}


def _range_row(number: Range) -> dict[str, Any]:
    return {"low": number.low, "high": OPEN if number.high is None else number.high}


def _place_row(name: str, place: Place | None) -> dict[str, Any]:
    return {f"{name}_at": place and place.at, f"{name}_seq": place and place.order}


def key_row(story: str, one: Said | Backing) -> dict[str, Any]:
    """What a cluster said, or an origin backs, as the columns of its account and number."""
    return {**_account_row(story, one.account), **_range_row(one.range)}


def alias_row(story: str, alias: Alias) -> dict[str, Any]:
    """An alias as a row."""
    return {"story": story, "name": alias.name, "voice": alias.voice, "display": alias.display}


def word_row(story: str, word: Word) -> dict[str, Any]:
    """A word as a row."""
    return {
        **_account_row(story, word.account),
        "voice": word.voice,
        **_range_row(word.range),
        "name": word.name,
        "modifier": word.modifier.value,
        **_place_row("first", word.first),
        "position": word.position,
        "article": word.article,
        "revision": word.revision,
        "firm": word.is_firm,
        "authority": word.is_authority,
        **_place_row("meant", word.meant),
        **_place_row("renewed", word.renewed),
        **_place_row("withdrawn", word.withdrawn),
        "stands": word.stands,
    }


def figure_row(story: str, figure: Figure) -> dict[str, Any]:
    """A figure as a row."""
    return {
        **_account_row(story, figure.account),
        **_range_row(figure.range),
        "modifier": figure.modifier.value,
        "name": figure.name,
        **_place_row("first", figure.first),
        **_place_row("firm", figure.firm),
        "standing": figure.standing,
        "origins": figure.origins,
        "settled": figure.is_settled,
    }


def tally_row(story: str, tally: Tally) -> dict[str, Any]:
    """A tally as a row."""
    return {
        **_account_row(story, tally.account),
        "denied": tally.denied,
        "denied_by_authority": tally.denied_by_authority,
        "disputed": tally.disputed,
        "disputed_by_authority": tally.disputed_by_authority,
    }


def claim_row(
    seq: int, story: str, at: datetime | None, claim: Claim, verdict: Verdict, correction: Correction | None
) -> dict[str, Any]:
    """A claim as it was read, its verdict, and what a user made of it, as a row."""
    return {
        "seq": seq,
        "position": verdict.claim,
        "at": at,
        "kind": claim.kind,
        "low": claim.low,
        "high": claim.high,
        "modifier": claim.modifier.value,
        "status": claim.status.value,
        "scope": claim.scope.value,
        "refers_to": claim.refers_to,
        "source": claim.source,
        "side": claim.side,
        "group": claim.group,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "number_start": claim.number and claim.number.start,
        "number_end": claim.number and claim.number.end,
        "names": list(claim.names),
        **judged_row(story, verdict, correction),
    }


def judged_row(story: str, verdict: Verdict, correction: Correction | None) -> dict[str, Any]:
    """What became of a claim, and what a user made of it, as the columns that another judgement changes."""
    return {
        "story": story,
        "voice": verdict.voice,
        "voice_name": verdict.name,
        "change": verdict.change and verdict.change.value,
        "told": verdict.told,
        "reason": verdict.reason,
        "against": list(verdict.against),
        "before_low": verdict.before and verdict.before.low,
        "before_high": verdict.before and verdict.before.high,
        "correction": correction_row(correction),
    }


def report_row(report: Report) -> dict[str, Any]:
    """A report as a row."""
    return {
        "seq": report.order,
        "cluster": report.cluster,
        "origin": report.origin,
        "outlet": report.outlet,
        "at": report.at,
        "event_at": report.event_at,
        "is_copy": report.is_copy,
        "totals": {kind: [bounds.low, bounds.high] for kind, bounds in report.read.totals.items()},
    }


def report_from(row: RowMapping, read: tuple[Claim, ...]) -> Report:
    """A report with the claims that were `read`, from its row and that of its revision."""
    return Report(
        article=row["article"],
        revision=row["revision"],
        cluster=row["cluster"],
        origin=row["origin"],
        at=row["at"],
        order=row["seq"],
        claims=read,
        totals={kind: Bounds(*bounds) for kind, bounds in row["totals"].items()},
        is_copy=row["is_copy"],
        event_at=row["event_at"],
        outlet=row["outlet"],
    )


def change_row(seq: int, story: str, change: Change, claim: tuple[int, int]) -> dict[str, Any]:
    """A change as a row; `claim` is where the claim stands that it rests on: a revision's seq, and a position."""
    return {
        "seq": seq,
        "kind": change.kind,
        "group": change.group or "",
        "story": story,
        "change": change.change.value,
        "has_before": change.before is not None,
        "before_low": change.before and change.before.low,
        "before_high": change.before and change.before.high,
        "has_after": change.after is not None,
        "after_low": change.after and change.after.low,
        "after_high": change.after and change.after.high,
        "voice": change.voice,
        "severity": change.severity.value,
        "claim_seq": claim[0],
        "claim_position": claim[1],
        "against": list(change.against),
        "reason": change.reason,
    }
