"""Decides what one report changes in what a story knows.

    Report ──hear──▶ candidates ──try──▶ findings ──strongest──▶ Changes
                                             └──────learn──────▶ words, figures, standing

Pure: what is known comes in, what changed and what is known afterwards goes out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from monitor.ledger.account import Standing, standing_of, standings
from monitor.ledger.hearing import Candidate, Hearing, hear, totals_of
from monitor.ledger.known import Account, Known, Range, Tally, Word
from monitor.ledger.learning import Heard, Learnt, backing_of, learn_account, said_of
from monitor.ledger.report import Judgement, Report, Verdict
from monitor.ledger.rules import Rules
from monitor.ledger.trial import Finding, Setting, try_denial, try_number
from monitor.model import Bounds, Change, ChangeName, Modifier, Severity

_STRENGTH = (
    ChangeName.FIRST,
    ChangeName.RAISED,
    ChangeName.CONFIRMED,
    ChangeName.LOWERED,
    ChangeName.REVISED,
    ChangeName.CORRECTED,
    ChangeName.DENIED,
    ChangeName.DISPUTED,
    ChangeName.REFINED,
    ChangeName.CORROBORATED,
    ChangeName.REPEAT,
)
"""Strongest first."""

_FALL_WITH_DEATHS = ("injured", "missing")
_ACCOUNTS_FIRST = "killed"


def judge(known: Known, report: Report, rules: Rules) -> Judgement:
    """What a report changes: changes to tell, a verdict for every claim, and what is known afterwards."""
    hearing = hear(known, report)
    accounts = standings(known)
    trials = []
    deaths = 0
    for account in _accounts(hearing, report):
        before = accounts.get(account) or standing_of(account, {}, {}, {})
        trial = _Trial(before, hearing, report, known, rules, deaths if account.kind in _FALL_WITH_DEATHS else 0)
        if account.kind == _ACCOUNTS_FIRST and account.group is None and not account.feared:
            deaths = trial.rise
        trials.append(trial)
    verdicts = sorted((*hearing.settled, *(v for trial in trials for v in trial.verdicts())), key=lambda v: v.claim)
    heard = [one.candidate for trial in trials for one in trial.heard()]
    backing = backing_of(known, report, heard)
    learnt = [trial.learnt(frozenset(b.range for b in backing if b.account == trial.account)) for trial in trials]
    return Judgement(
        _one_a_kind([change for trial in trials for change in trial.changes()]),
        tuple(verdicts),
        max(filter(None, (known.latest, hearing.place.at)), default=None),
        tuple(word for one in learnt for word in one.words),
        tuple(figure for one in learnt for figure in one.figures),
        hearing.aliases,
        said_of(known, report, heard),
        backing,
        tuple(trial.tally() for trial in trials if trial.tally() != trial.before.tally),
    )


class _Trial:
    """One account's part of a report: findings of its candidates, and what follows from them."""

    def __init__(
        self, before: Standing, hearing: Hearing, report: Report, known: Known, rules: Rules, more_deaths: int
    ) -> None:
        self.before = before
        self.account = before.account
        self._hearing = hearing
        self._report = report
        self._rules = rules
        self._candidates = [c for c in hearing.candidates if c.account == self.account]
        self._denials = [c for c in hearing.denials if c.account == self.account]
        self._earlier = [
            (at, number) for at, account, number in totals_of(report.earlier or ()) if account == self.account
        ]
        self._withdrawn = self._taken_back()
        cluster = {said.range for said in known.said if said.account == self.account and said.cluster == report.cluster}
        self._setting = Setting(
            before,
            hearing.place,
            rules.rise,
            frozenset(cluster) if report.is_copy else frozenset(),
            frozenset(number for _, number in self._earlier),
            self._withdrawn,
            more_deaths,
        )
        self.findings = [try_number(c, self._setting) for c in self._candidates]
        self.findings += [self._denial(c) for c in self._denials]
        self._winner = min(
            (f for f in self.findings if f.change is not None), key=lambda f: self._strength(f), default=None
        )

    @property
    def rise(self) -> int:
        """How many more this report tells of than were known."""
        winner = self._winner
        if winner is None or winner.change not in (ChangeName.FIRST, ChangeName.RAISED):
            return 0
        return winner.candidate.range.low - ((winner.before.low or 0) if winner.before else 0)

    def verdicts(self) -> Iterable[Verdict]:
        """One for each claim of this account."""
        for finding in self.findings:
            candidate = finding.candidate
            reason = finding.reason
            if self.account.group is not None and self._rules.watched(self.account.group) is None:
                reason = f"a part of the total: {reason}"
            yield Verdict(
                candidate.claim,
                candidate.voice.key,
                candidate.voice.name,
                finding.change,
                reason,
                finding.against,
                finding.before,
                told=finding is self._winner and self._severity(finding) is not Severity.NONE and self._is_told(),
            )
        for candidate in self._hearing.withdrawals:
            if candidate.account == self.account:
                reason = "takes back a number" if self._withdrawn else "takes back a number that was not known"
                yield Verdict(candidate.claim, candidate.voice.key, candidate.voice.name, None, reason)

    def changes(self) -> Iterable[Change]:
        """The strongest change, where the account is one that alerts; and a number taken back with nothing in its place."""
        if not self._is_told():
            return
        group = self._rules.watched(self.account.group) if self.account.group is not None else None
        winner = self._winner
        if winner is not None and self._severity(winner) is not Severity.NONE:
            yield self._change(winner, group)
        elif self._withdrawn and not any(self._restates(c) for c in self._candidates):
            old = max(self._withdrawn, key=lambda word: (word.range.low, word.voice))
            at = next((c.claim for c in self._hearing.withdrawals if c.account == self.account), 0)
            reason = "the article no longer gives it"
            yield Change(
                self.account.kind,
                ChangeName.CORRECTED,
                old.range.bounds,
                None,
                old.name,
                Severity.NOTICE,
                at,
                group,
                (old.name,),
                reason,
            )

    def heard(self) -> list[Heard]:
        """What goes into the ledger: a copy's repetition of its original does not."""
        found = []
        for finding in self.findings:
            candidate = finding.candidate
            if candidate.range in self._setting.cluster:
                continue
            if candidate.is_denial and self._report.claims[candidate.claim].low is None:
                continue
            edited = bool(self._earlier) and candidate.range not in self._setting.revised
            found.append(Heard(candidate, candidate.beaten_by is None and (edited or bool(self._withdrawn))))
        return found

    def learnt(self, new_backing: frozenset[Range]) -> Learnt:
        """The words and figures that this report changes."""
        return learn_account(
            self.before,
            self.heard(),
            self._withdrawn,
            self._report,
            self._hearing.place,
            new_backing,
            self._rules.rise,
        )

    def tally(self) -> Tally:
        """How often the account's figures were denied and contradicted, this report included."""
        denied = [f.candidate for f in self.findings if f.candidate.is_denial and f.change is not ChangeName.REPEAT]
        if not self.before.positive and not any(f.change is ChangeName.FIRST for f in self.findings):
            denied = []
        disputed = [
            f.candidate
            for f in self.findings
            if f.change is ChangeName.DISPUTED or f.reason == "contradicted before: counted"
        ]
        was = self.before.tally
        return replace(
            was,
            denied=was.denied + len(denied),
            denied_by_authority=was.denied_by_authority + sum(c.is_authority for c in denied),
            disputed=was.disputed + len(disputed),
            disputed_by_authority=was.disputed_by_authority + sum(c.is_authority for c in disputed),
        )

    def _taken_back(self) -> tuple[Word, ...]:
        """Words that this report withdraws: by saying so, or by an edit that drops a number this article had brought."""
        words = self.before.words
        found = []
        for candidate in self._hearing.withdrawals:
            if candidate.account == self.account:
                mine = words.get((candidate.voice.key, candidate.range))
                if mine is not None and mine.stands:
                    found.append(mine)
        still = {c.range for c in self._candidates}
        for at, number in self._earlier:
            if number not in still:
                found += [
                    word
                    for word in words.values()
                    if word.range == number and word.article == self._report.article and word.position == at
                ]
        return tuple(dict.fromkeys(found))

    def _restates(self, candidate: Candidate) -> bool:
        return candidate.range.high != 0

    def _denial(self, candidate: Candidate) -> Finding:
        finding = try_denial(candidate, self._setting)
        return finding

    def _is_told(self) -> bool:
        return self.account.group is None or self._rules.watched(self.account.group) is not None

    def _strength(self, finding: Finding) -> tuple[int, int, int, int]:
        assert finding.change is not None
        candidate = finding.candidate
        return (
            -self._severity(finding).rank,
            _STRENGTH.index(finding.change),
            -candidate.range.low,
            candidate.claim,
        )

    def _severity(self, finding: Finding) -> Severity:
        assert finding.change is not None
        is_weak = self.account.feared or finding.candidate.modifier is Modifier.DERIVED
        return self._rules.severity(finding.change, self.account.kind, is_weak=is_weak, report=self._report)

    def _change(self, winner: Finding, group: str | None) -> Change:
        assert winner.change is not None
        candidate = winner.candidate
        deniers = [c for c in self._denials if c is not candidate]
        denied = "; denied by " + ", ".join(dict.fromkeys(c.voice.name for c in deniers)) if deniers else ""
        claim = self._report.claims[candidate.claim]
        after: Bounds | None = candidate.range.bounds
        if candidate.is_denial and claim.low is None:
            after = None
        return Change(
            self.account.kind,
            winner.change,
            winner.before,
            after,
            candidate.voice.name,
            self._severity(winner),
            candidate.claim,
            group,
            tuple(dict.fromkeys((*winner.against, *(c.voice.name for c in deniers)))),
            winner.reason + denied,
        )


def _accounts(hearing: Hearing, report: Report) -> list[Account]:
    """The accounts that a report touches, deaths first: what they rise by, the injured may fall by."""
    touched = {c.account for c in (*hearing.candidates, *hearing.denials, *hearing.withdrawals)}
    touched |= {account for _, account, _ in totals_of(report.earlier or ())}
    return sorted(
        touched, key=lambda a: (a.kind != _ACCOUNTS_FIRST, a.kind, a.feared, a.group is not None, a.group or "")
    )


def _one_a_kind(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The strongest change of each kind and group: dead and only feared dead are told together."""
    best: dict[tuple[str, str | None], Change] = {}
    for change in changes:
        key = change.kind, change.group
        if key not in best or (change.severity.rank, -_STRENGTH.index(change.change)) > (
            best[key].severity.rank,
            -_STRENGTH.index(best[key].change),
        ):
            best[key] = change
    return tuple(best.values())
