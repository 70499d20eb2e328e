"""Claims, words, figures and changes of every story: what the ledger knew before, and the keeping of what it judged.

Nothing here decides. `claims` and `changes` are never overwritten; the other tables are what the next judgement needs
of them, kept up to date so that it takes a few indexed look-ups, however long a story has grown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    bindparam,
    insert,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import RowMapping
from sqlalchemy.types import JSON

from monitor.ledger import (
    Account,
    Alias,
    Backing,
    Figure,
    Judgement,
    Known,
    Place,
    Range,
    Report,
    Said,
    Tally,
    Verdict,
    Word,
    inquiry,
)
from monitor.model import Bounds, Change, ChangeName, Claim, Modifier, Scope, Severity, Span, Status
from monitor.store.metadata import UtcDateTime, metadata

_SEQ = BigInteger().with_variant(Integer, "sqlite")
_OPEN = -1
"""An upper bound in a key that is open: keys hold no nulls."""


def _account_key(*, primary_key: bool = True) -> list[Column[Any]]:
    """The columns that name an account of a story; the group of a total is empty."""
    return [
        Column("story", String(32), primary_key=primary_key, nullable=False),
        Column("kind", String(64), primary_key=primary_key, nullable=False),
        Column("group", Text, primary_key=primary_key, nullable=False),
        Column("feared", Boolean, primary_key=primary_key, nullable=False),
    ]


def _range_key(*, primary_key: bool = True) -> list[Column[Any]]:
    return [
        Column("low", BigInteger, primary_key=primary_key, nullable=False, autoincrement=False),
        Column("high", BigInteger, primary_key=primary_key, nullable=False, autoincrement=False),
    ]


claims = Table(
    "claims",
    metadata,
    Column("seq", _SEQ, ForeignKey("revisions.seq"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("story", String(32), nullable=False),
    Column("at", UtcDateTime),
    Column("kind", String(64), nullable=False),
    Column("low", BigInteger),
    Column("high", BigInteger),
    Column("modifier", String(16), nullable=False),
    Column("status", String(16), nullable=False),
    Column("scope", String(16), nullable=False),
    Column("refers_to", Text),
    Column("source", Text),
    Column("side", Text),
    Column("group", Text),
    Column("quote", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("number_start", Integer),
    Column("number_end", Integer),
    Column("names", JSON, nullable=False),
    Column("voice", Text, nullable=False),
    Column("voice_name", Text, nullable=False),
    Column("change", String(16)),
    Column("told", Boolean, nullable=False),
    Column("reason", Text, nullable=False),
    Column("against", JSON, nullable=False),
    Column("before_low", BigInteger),
    Column("before_high", BigInteger),
    Index(None, "story", "kind", "seq"),
)
"""Every claim that was read, and what became of it. `at` is the claim's time, null where nothing is known of it."""

changes = Table(
    "changes",
    metadata,
    Column("seq", _SEQ, ForeignKey("revisions.seq"), primary_key=True, autoincrement=False),
    Column("kind", String(64), primary_key=True),
    Column("group", Text, primary_key=True),
    Column("story", String(32), nullable=False),
    Column("change", String(16), nullable=False),
    Column("has_before", Boolean, nullable=False),
    Column("before_low", BigInteger),
    Column("before_high", BigInteger),
    Column("has_after", Boolean, nullable=False),
    Column("after_low", BigInteger),
    Column("after_high", BigInteger),
    Column("voice", Text, nullable=False),
    Column("severity", String(16), nullable=False),
    Column("position", Integer, nullable=False),
    Column("against", JSON, nullable=False),
    Column("reason", Text, nullable=False),
    Index(None, "story", "seq"),
)
"""One row a kind, and a watched group of it, that a revision changed."""

words = Table(
    "words",
    metadata,
    *_account_key(primary_key=False),
    Column("voice", Text, nullable=False),
    *_range_key(primary_key=False),
    Column("name", Text, nullable=False),
    Column("modifier", String(16), nullable=False),
    Column("first_at", UtcDateTime),
    Column("first_seq", _SEQ, nullable=False),
    Column("position", Integer, nullable=False),
    Column("article", String(32), nullable=False),
    Column("revision", String(32), nullable=False),
    Column("firm", Boolean, nullable=False),
    Column("authority", Boolean, nullable=False),
    Column("denial", Boolean, nullable=False),
    Column("weak", Boolean, nullable=False),
    Column("renewed_at", UtcDateTime),
    Column("renewed_seq", _SEQ),
    Column("withdrawn_at", UtcDateTime),
    Column("withdrawn_seq", _SEQ),
    Column("stands", Boolean, nullable=False),
    PrimaryKeyConstraint("story", "kind", "group", "voice", "feared", "low", "high"),
    ForeignKeyConstraint(["first_seq", "position"], ["claims.seq", "claims.position"]),
)
"""One row a number that a voice has given, however often; `stands` marks its standing claim."""

figures = Table(
    "figures",
    metadata,
    *_account_key(),
    *_range_key(),
    Column("modifier", String(16), nullable=False),
    Column("name", Text, nullable=False),
    Column("first_at", UtcDateTime),
    Column("first_seq", _SEQ, nullable=False),
    Column("firm_at", UtcDateTime),
    Column("firm_seq", _SEQ),
    Column("standing", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
)
"""One row a number that a story was given, whoever gave it."""

backing = Table("backing", metadata, *_account_key(), *_range_key(), Column("origin", Text, primary_key=True))
"""Which origins gave a figure."""

said = Table("said", metadata, Column("cluster", String(32), primary_key=True), *_account_key(), *_range_key())
"""Which numbers the texts of a cluster gave."""

aliases = Table(
    "aliases",
    metadata,
    Column("story", String(32), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("voice", Text, nullable=False),
    Column("display", Text, nullable=False),
)
"""Names that turned out to be another's voice."""

tallies = Table(
    "tallies",
    metadata,
    *_account_key(),
    Column("denied", Integer, nullable=False),
    Column("denied_by_authority", Integer, nullable=False),
    Column("disputed", Integer, nullable=False),
    Column("disputed_by_authority", Integer, nullable=False),
)
"""How often an account's figures were denied and contradicted."""

ledgers = Table("ledgers", metadata, Column("story", String(32), primary_key=True), Column("latest", UtcDateTime))
"""One row a story: the latest time of any of its reports."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim as it was kept: the revision that it stands in, its time, and what became of it."""

    seq: int
    story: str
    at: datetime | None
    claim: Claim
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Kept:
    """A change as it was kept, with the revision that brought it and its claim."""

    seq: int
    story: str
    change: Change


@dataclass(frozen=True, slots=True)
class Held:
    """What one voice stands for in one account, with the claim that gave it first."""

    account: Account
    voice: str
    name: str
    is_authority: bool
    origins: int
    stated: Stated


class Ledgers:
    """The ledgers of one database, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def known(self, story: str, report: Report) -> Known:
        """As much of what a story knows as one report can touch. A story that is new knows nothing."""
        asked = inquiry(report)
        latest_row = self._connection.execute(_LEDGER, {"story": story}).first()
        if latest_row is None:
            return Known()
        part = {
            "story": story,
            "kinds": sorted({kind for kind, _ in asked.parts}) or [""],
            "groups": sorted({group or "" for _, group in asked.parts}),
        }
        found_aliases = [
            Alias(row.name, row.voice, row.display)
            for row in self._connection.execute(_ALIASES, {"story": story, "names": [*asked.names, ""]})
        ]
        if not asked.parts:
            return Known(latest_row.latest, aliases=tuple(found_aliases))
        is_late = report.at is not None and latest_row.latest is not None and report.at < latest_row.latest
        voices = [*asked.voices, *(alias.voice for alias in found_aliases)]
        spoken = (
            self._connection.execute(_ALL_WORDS, part)
            if is_late
            else self._connection.execute(_WORDS, {**part, "voices": sorted(set(voices))})
        )
        return Known(
            latest_row.latest,
            tuple(_figure(row) for row in self._connection.execute(_FIGURES, part).mappings()),
            tuple(_word(row) for row in spoken.mappings()),
            tuple(found_aliases),
            tuple(
                Said(row["cluster"], _account(row), _range(row))
                for row in self._connection.execute(_SAID, {**part, "cluster": report.cluster}).mappings()
            ),
            tuple(
                Backing(_account(row), _range(row), row["origin"])
                for row in self._connection.execute(_BACKING, {**part, "origin": report.origin}).mappings()
            ),
            tuple(
                Tally(
                    _account(row),
                    row["denied"],
                    row["denied_by_authority"],
                    row["disputed"],
                    row["disputed_by_authority"],
                )
                for row in self._connection.execute(_TALLIES, part).mappings()
            ),
        )

    def save(self, story: str, report: Report, judged: Judgement) -> None:
        """Keep a report's claims and all that was judged of it. The revision whose seq is `report.order` must stand."""
        seq = report.order
        rows = [
            _claim_row(seq, story, report.at, claim, verdict)
            for claim, verdict in zip(report.claims, judged.verdicts, strict=True)
        ]
        if rows:
            self._connection.execute(insert(claims), rows)
        if judged.changes:
            self._connection.execute(insert(changes), [_change_row(seq, story, change) for change in judged.changes])
        kept = (
            (words, [_word_row(story, word) for word in judged.words]),
            (figures, [_figure_row(story, figure) for figure in judged.figures]),
            (tallies, [_tally_row(story, tally) for tally in judged.tallies]),
            (aliases, [_alias_row(story, alias) for alias in judged.aliases]),
            (said, [{"cluster": one.cluster, **_key_row(story, one)} for one in judged.said]),
            (backing, [{"origin": one.origin, **_key_row(story, one)} for one in judged.backing]),
            (ledgers, [{"story": story, "latest": judged.latest}]),
        )
        for table, new in kept:
            self._put(table, new)

    def stated(self, seq: int) -> list[Stated]:
        """The claims of one revision, in their order, with what became of each."""
        query = select(claims).where(claims.c.seq == seq).order_by(claims.c.position)
        return [_stated(row) for row in self._connection.execute(query).mappings()]

    def claims_of(self, seq: int) -> tuple[Claim, ...]:
        """The claims of one revision: what its next revision is compared with."""
        return tuple(one.claim for one in self.stated(seq))

    def story_claims(self, story: str) -> list[Stated]:
        """All claims of a story by their time, those without one where they arrived."""
        query = select(claims).where(claims.c.story == story).order_by(claims.c.seq, claims.c.position)
        return [_stated(row) for row in self._connection.execute(query).mappings()]

    def changes_of(self, seq: int) -> tuple[Change, ...]:
        """What one revision changed, by kind and group."""
        query = select(changes).where(changes.c.seq == seq).order_by(changes.c.kind, changes.c.group)
        return tuple(_kept(row).change for row in self._connection.execute(query).mappings())

    def timeline(self, story: str) -> list[Kept]:
        """All changes of a story in order of arrival: the timeline of each of its figures."""
        query = select(changes).where(changes.c.story == story).order_by(changes.c.seq, changes.c.kind, changes.c.group)
        return [_kept(row) for row in self._connection.execute(query).mappings()]

    def standing(self, story: str) -> list[Held]:
        """Who stands for what: the standing claim of every voice, by kind, group and voice."""
        at_first = (claims.c.seq == words.c.first_seq) & (claims.c.position == words.c.position)
        of_figure = (
            (figures.c.story == words.c.story)
            & (figures.c.kind == words.c.kind)
            & (figures.c.group == words.c.group)
            & (figures.c.feared == words.c.feared)
            & (figures.c.low == words.c.low)
            & (figures.c.high == words.c.high)
        )
        query = (
            select(words, figures.c.origins)
            .join(figures, of_figure)
            .where(words.c.story == story, words.c.stands)
            .order_by(words.c.kind, words.c.group, words.c.feared, words.c.voice)
        )
        rows = self._connection.execute(query).mappings().all()
        quoted = select(claims).select_from(words.join(claims, at_first)).where(words.c.story == story, words.c.stands)
        said_first = {
            (row["seq"], row["position"]): _stated(row) for row in self._connection.execute(quoted).mappings()
        }
        return [
            Held(
                _account(row),
                row["voice"],
                row["name"],
                row["authority"],
                row["origins"],
                said_first[row["first_seq"], row["position"]],
            )
            for row in rows
        ]

    def _put(self, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        """Write rows over those with the same key."""
        if not rows:
            return
        keys = [column.name for column in table.primary_key]
        others = [column.name for column in table.columns if column.name not in keys]
        make = postgresql.insert if self._connection.dialect.name == "postgresql" else sqlite.insert
        statement = make(table)
        if others:
            new = {name: statement.excluded[name] for name in others}
            statement = statement.on_conflict_do_update(index_elements=keys, set_=new)
        else:
            statement = statement.on_conflict_do_nothing(index_elements=keys)
        self._connection.execute(statement, list(rows))


def _part_of(table: Table) -> Any:
    return select(table).where(
        table.c.story == bindparam("story"),
        table.c.kind.in_(bindparam("kinds", expanding=True)),
        table.c.group.in_(bindparam("groups", expanding=True)),
    )


_LEDGER = select(ledgers.c.latest).where(ledgers.c.story == bindparam("story"))
_ALIASES = (
    select(aliases)
    .where(aliases.c.story == bindparam("story"), aliases.c.name.in_(bindparam("names", expanding=True)))
    .order_by(aliases.c.name)
)
_FIGURES = _part_of(figures)
_ALL_WORDS = _part_of(words)
_WORDS = _part_of(words).where(words.c.voice.in_(bindparam("voices", expanding=True)))
_SAID = _part_of(said).where(said.c.cluster == bindparam("cluster"))
_BACKING = _part_of(backing).where(backing.c.origin == bindparam("origin"))
_TALLIES = _part_of(tallies)


def _account(row: RowMapping) -> Account:
    return Account(row["kind"], row["group"] or None, row["feared"])


def _range(row: RowMapping) -> Range:
    return Range(row["low"], None if row["high"] == _OPEN else row["high"])


def _place(row: RowMapping, name: str) -> Place | None:
    seq = row[f"{name}_seq"]
    return None if seq is None else Place(row[f"{name}_at"], seq)


def _first(row: RowMapping) -> Place:
    return Place(row["first_at"], row["first_seq"])


def _word(row: RowMapping) -> Word:
    return Word(
        _account(row),
        row["voice"],
        row["name"],
        _range(row),
        Modifier(row["modifier"]),
        _first(row),
        row["firm"],
        row["authority"],
        row["article"],
        row["revision"],
        row["position"],
        _place(row, "renewed"),
        _place(row, "withdrawn"),
        row["weak"],
        row["denial"],
        row["stands"],
    )


def _figure(row: RowMapping) -> Figure:
    return Figure(
        _account(row),
        _range(row),
        Modifier(row["modifier"]),
        row["name"],
        _first(row),
        _place(row, "firm"),
        row["standing"],
        row["origins"],
    )


def _stated(row: RowMapping) -> Stated:
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
    return Stated(row["seq"], row["story"], row["at"], claim, verdict)


def _kept(row: RowMapping) -> Kept:
    change = Change(
        row["kind"],
        ChangeName(row["change"]),
        Bounds(row["before_low"], row["before_high"]) if row["has_before"] else None,
        Bounds(row["after_low"], row["after_high"]) if row["has_after"] else None,
        row["voice"],
        Severity(row["severity"]),
        row["position"],
        row["group"] or None,
        tuple(row["against"]),
        row["reason"],
    )
    return Kept(row["seq"], row["story"], change)


def _account_row(story: str, account: Account) -> dict[str, Any]:
    return {"story": story, "kind": account.kind, "group": account.group or "", "feared": account.feared}


def _range_row(number: Range) -> dict[str, Any]:
    return {"low": number.low, "high": _OPEN if number.high is None else number.high}


def _place_row(name: str, place: Place | None) -> dict[str, Any]:
    return {f"{name}_at": place and place.at, f"{name}_seq": place and place.order}


def _key_row(story: str, one: Said | Backing) -> dict[str, Any]:
    return {**_account_row(story, one.account), **_range_row(one.range)}


def _alias_row(story: str, alias: Alias) -> dict[str, Any]:
    return {"story": story, "name": alias.name, "voice": alias.voice, "display": alias.display}


def _word_row(story: str, word: Word) -> dict[str, Any]:
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
        "denial": word.is_denial,
        "weak": word.is_weak,
        **_place_row("renewed", word.renewed),
        **_place_row("withdrawn", word.withdrawn),
        "stands": word.stands,
    }


def _figure_row(story: str, figure: Figure) -> dict[str, Any]:
    return {
        **_account_row(story, figure.account),
        **_range_row(figure.range),
        "modifier": figure.modifier.value,
        "name": figure.name,
        **_place_row("first", figure.first),
        **_place_row("firm", figure.firm),
        "standing": figure.standing,
        "origins": figure.origins,
    }


def _tally_row(story: str, tally: Tally) -> dict[str, Any]:
    return {
        **_account_row(story, tally.account),
        "denied": tally.denied,
        "denied_by_authority": tally.denied_by_authority,
        "disputed": tally.disputed,
        "disputed_by_authority": tally.disputed_by_authority,
    }


def _claim_row(seq: int, story: str, at: datetime | None, claim: Claim, verdict: Verdict) -> dict[str, Any]:
    return {
        "seq": seq,
        "position": verdict.claim,
        "story": story,
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
        "voice": verdict.voice,
        "voice_name": verdict.name,
        "change": verdict.change and verdict.change.value,
        "told": verdict.told,
        "reason": verdict.reason,
        "against": list(verdict.against),
        "before_low": verdict.before and verdict.before.low,
        "before_high": verdict.before and verdict.before.high,
    }


def _change_row(seq: int, story: str, change: Change) -> dict[str, Any]:
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
        "position": change.claim,
        "against": list(change.against),
        "reason": change.reason,
    }
