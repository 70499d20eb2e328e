"""Decides what one report changes in what a story knows.

    Report ──hear──▶ candidates ──try──▶ findings ──strongest──▶ changes, verdicts
                                             └──────learn──────▶ words, figures, what stands

Pure: what is known comes in; what changed, and what is known afterwards, goes out.
"""

from __future__ import annotations

from collections.abc import Iterable

from monitor.ledger.account import standings
from monitor.ledger.hearing import Hearing, hear, numbers_of
from monitor.ledger.known import Account, Known
from monitor.ledger.learning import backing_of, said_of
from monitor.ledger.report import Judgement, Report
from monitor.ledger.rules import Rules
from monitor.ledger.trial import STRENGTH, Trial, try_account
from monitor.model import Change

_DEATHS = "killed"
_FALL_WITH_DEATHS = ("injured", "missing")


def judge(known: Known, report: Report, rules: Rules) -> Judgement:
    """What a report changes: changes to tell, a verdict for every claim, and what is known afterwards."""
    hearing = hear(known, report)
    trials = _trials(known, report, rules, hearing)
    heard = [one.candidate for trial in trials for one in trial.heard()]
    backing = backing_of(known, report, heard)
    learnt = [
        trial.learnt(frozenset(new.range for new in backing if new.account == trial.before.account)) for trial in trials
    ]
    verdicts = (*hearing.settled, *(verdict for trial in trials for verdict in trial.verdicts()))
    return Judgement(
        changes=_one_a_kind(change for trial in trials for change in trial.changes()),
        verdicts=tuple(sorted(verdicts, key=lambda verdict: verdict.claim)),
        latest=max(filter(None, (known.latest, hearing.place.at)), default=None),
        words=tuple(word for one in learnt for word in one.words),
        figures=tuple(figure for one in learnt for figure in one.figures),
        aliases=hearing.aliases,
        said=said_of(known, report, (*hearing.candidates, *hearing.denials)),
        backing=backing,
        tallies=tuple(tally for trial in trials if (tally := trial.tally()) != trial.before.tally),
    )


def _trials(known: Known, report: Report, rules: Rules, hearing: Hearing) -> list[Trial]:
    """Every account that the report touches, deaths first: by what they rise, the injured and the missing may fall."""
    touched = {c.account for c in (*hearing.candidates, *hearing.denials, *hearing.withdrawals)}
    touched |= {account for _, account, _ in numbers_of(report.earlier or ())}
    standing = standings(known)
    trials: list[Trial] = []
    deaths = 0
    for account in sorted(touched, key=_deaths_first):
        falls = account.group is None and account.kind in _FALL_WITH_DEATHS
        trials.append(try_account(standing(account), hearing, report, known, rules, deaths if falls else 0))
        if account == Account(_DEATHS, None, False):
            deaths = trials[-1].rise
    return trials


def _deaths_first(account: Account) -> tuple[bool, str, bool, str, bool]:
    return account.kind != _DEATHS, account.kind, account.group is not None, account.group or "", account.feared


def _one_a_kind(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The strongest change of each kind and watched group: those killed and those only feared killed are one."""
    best: dict[tuple[str, str | None], Change] = {}
    for change in changes:
        found = best.get((change.kind, change.group))
        if found is None or _strength(change) < _strength(found):
            best[change.kind, change.group] = change
    return tuple(best.values())


def _strength(change: Change) -> tuple[int, int]:
    return -change.severity.rank, STRENGTH.index(change.change)
