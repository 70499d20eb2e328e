"""What a story knows that one report can touch, and no more, so that a long story costs its articles little more."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, bindparam, func, or_, select, tuple_

from monitor.ledger import Account, Alias, Backing, Inquiry, Known, Range, Report, Said, Tally, Word, inquiry
from monitor.store.ledger_rows import account_from, figure_from, range_from, word_from
from monitor.store.ledger_tables import OPEN, aliases, backing, figures, ledgers, said, tallies, words


def known(connection: Connection, story: str, report: Report) -> Known:
    """As much of what a story knows as one report can touch. A story that is new knows nothing."""
    asked = inquiry(report)
    ledger = connection.execute(_LEDGER, {"story": story}).first()
    if ledger is None:
        return Known()
    part = {
        "story": story,
        "kinds": sorted({kind for kind, _ in asked.parts}) or [""],
        "groups": sorted({group or "" for _, group in asked.parts}),
    }
    names = tuple(
        Alias(row.name, row.voice, row.display)
        for row in connection.execute(_ALIASES, {"story": story, "names": [*asked.names, ""]})
    )
    if not asked.parts:
        return Known(ledger.latest, aliases=names)
    voices = {*asked.voices, *(alias.voice for alias in names)}
    is_late = Known(ledger.latest).is_late(report.at)
    spoken = _words(connection, part, asked, report, voices, is_late=is_late)
    by_cluster = select(said).where(_of_part(said, part), said.c.cluster == report.cluster, _among(said, asked))
    by_origin = select(backing).where(
        _of_part(backing, part), backing.c.origin == report.origin, _among(backing, asked)
    )
    given = select(figures).where(_figures(part, asked, spoken if is_late else ()))
    return Known(
        ledger.latest,
        tuple(figure_from(row) for row in connection.execute(given).mappings()),
        spoken,
        names,
        tuple(
            Said(row["cluster"], account_from(row), range_from(row))
            for row in connection.execute(by_cluster).mappings()
        ),
        tuple(
            Backing(account_from(row), range_from(row), row["origin"])
            for row in connection.execute(by_origin).mappings()
        ),
        tuple(
            Tally(
                account_from(row), row["denied"], row["denied_by_authority"], row["disputed"],
                row["disputed_by_authority"],
            )
            for row in connection.execute(select(tallies).where(_of_part(tallies, part))).mappings()
        ),
    )  # fmt: skip


_LEDGER = select(ledgers.c.latest).where(ledgers.c.story == bindparam("story"))
_ALIASES = (
    select(aliases)
    .where(aliases.c.story == bindparam("story"), aliases.c.name.in_(bindparam("names", expanding=True)))
    .order_by(aliases.c.name)
)


def _words(
    connection: Connection,
    part: Mapping[str, Any],
    asked: Inquiry,
    report: Report,
    voices: Collection[str],
    *,
    is_late: bool,
) -> tuple[Word, ...]:
    """What the voices stand for and what they gave of the report's numbers; for a late one all that may yet stand."""
    of_part, met = _of_part(words, part), _among(words, asked)
    if is_late:
        overtaken = or_(*(_is_news_over(*one) for one in asked.numbers))
        since = select(words.c.voice).where(of_part, overtaken, words.c.meant_at > report.at).distinct()
        voices = {*voices, *connection.scalars(since)}
        may_stand = _may_stand(connection, of_part, asked, report, voices)
    else:
        may_stand = words.c.stands
    wanted: ColumnElement[bool] = words.c.voice.in_(sorted(voices)) & (may_stand | met)
    if report.earlier is not None:
        wanted = wanted | (words.c.article == report.article)
    return tuple(word_from(row) for row in connection.execute(select(words).where(of_part, wanted)).mappings())


def _may_stand(
    connection: Connection, of_part: ColumnElement[bool], asked: Inquiry, report: Report, voices: Collection[str]
) -> ColumnElement[bool]:
    """Words that a voice may have stood for: not those that only said again what the story had, after its first.

    Where a voice said none, or took a number back, such a word may stand as well (`monitor.ledger.standing`).
    """
    unsettling = words.c.withdrawn_seq.is_not(None) | (words.c.high == 0)
    if report.earlier is not None or any(number.high == 0 for _, number in asked.numbers):
        return words.c.voice.in_(sorted(voices))
    of_voices = and_(of_part, words.c.voice.in_(sorted(voices)))
    unsettled = sorted(connection.scalars(select(words.c.voice).where(of_voices, unsettling).distinct()))
    key = (words.c.kind, words.c.group, words.c.feared, words.c.voice)
    first = select(*key, func.min(words.c.meant_at)).where(of_voices).group_by(*key)
    had = select(figures.c.low).where(
        *(figures.c[name] == words.c[name] for name in ("story", "kind", "group", "feared", "low", "high")),
        figures.c.first_at < words.c.meant_at,
        figures.c.firm_at < words.c.meant_at,
    )
    return or_(
        words.c.stands,
        words.c.low != words.c.high,
        words.c.renewed_seq.is_not(None),
        words.c.meant_at.is_(None),
        words.c.voice.in_(unsettled),
        tuple_(*key, words.c.meant_at).in_(first),
        ~had.exists(),
    )


def _figures(part: Mapping[str, Any], asked: Inquiry, spoken: Sequence[Word]) -> ColumnElement[bool]:
    """The figures that stand, that meet a number of the report, or that a word loaded for it may say again."""
    parts = and_(figures.c.story == part["story"], figures.c.group != "", _among(figures, asked))
    said_again = sorted({word.range.low for word in spoken if word.range.low == word.range.high})
    looser = dict.fromkeys(word.range for word in spoken if word.range.low != word.range.high)
    given = or_(
        figures.c.standing > 0,
        *(_meets(figures, *one) for one in asked.numbers),
        and_(figures.c.low == figures.c.high, figures.c.low.in_(said_again)),
        *map(_is_sharper, looser),
    )
    return and_(_of_part(figures, part), given) | parts


def _of_part(table: Table, part: Mapping[str, Any]) -> ColumnElement[bool]:
    return and_(table.c.story == part["story"], table.c.kind.in_(part["kinds"]), table.c.group.in_(part["groups"]))


def _among(table: Table, asked: Inquiry) -> ColumnElement[bool]:
    """Whether a row's number is one of the report's."""
    return or_(*(_is_number(table, *one) for one in asked.numbers))


def _is_number(table: Table, account: Account, number: Range) -> ColumnElement[bool]:
    high = OPEN if number.high is None else number.high
    return and_(table.c.kind == account.kind, table.c.low == number.low, table.c.high == high)


def _meets(table: Table, account: Account, number: Range) -> ColumnElement[bool]:
    """Whether a row's number can be the same as one."""
    met = and_(table.c.kind == account.kind, (table.c.high == OPEN) | (table.c.high >= number.low))
    return met if number.high is None else and_(met, table.c.low <= number.high)


def _is_sharper(number: Range) -> ColumnElement[bool]:
    """Whether a figure is what a number says more loosely."""
    above = figures.c.low >= number.low
    return above if number.high is None else and_(above, figures.c.high.between(0, number.high))


def _is_news_over(account: Account, number: Range) -> ColumnElement[bool]:
    """Whether a word gives a number, or a looser form of it, that the story did not have, and asserted, before it."""
    had = select(figures.c.low).where(
        *(figures.c[key] == words.c[key] for key in ("story", "kind", "group", "feared")),
        _is_number(figures, account, number),
        figures.c.first_at < words.c.meant_at,
        figures.c.firm_at < words.c.meant_at,
    )
    looser = words.c.high == OPEN
    looser = looser if number.high is None else looser | (words.c.high >= number.high)
    return and_(words.c.kind == account.kind, words.c.low <= number.low, looser, ~had.exists())
