"""One account's part of a report: its numbers tried, the strongest change told, and what becomes known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from monitor.ledger.account import Standing
from monitor.ledger.changes import try_denial, try_number
from monitor.ledger.finding import Finding, Setting
from monitor.ledger.hearing import Candidate, Hearing, numbers_of
from monitor.ledger.known import Known, Range, Tally, Word
from monitor.ledger.learning import Heard, Learnt, learn_account
from monitor.ledger.report import Report, Verdict
from monitor.ledger.rules import Rules
from monitor.model import Change, ChangeName, Claim, Modifier, Severity, Status

STRENGTH = (
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
"""Changes, the strongest first, among those of one severity."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What a report does to one account. `winner` is the change that it is taken at."""

    before: Standing
    report: Report
    hearing: Hearing
    rules: Rules
    setting: Setting
    findings: tuple[Finding, ...]
    is_late: bool
    winner: Finding | None = None

    @property
    def watched(self) -> str | None:
        """The group under which the account's changes are told; None for a total."""
        group = self.before.account.group
        return None if group is None else self.rules.watched(group)

    @property
    def is_told(self) -> bool:
        """Whether changes of this account are told at all: of a total, or of a part that was asked for."""
        return self.before.account.group is None or self.watched is not None

    @property
    def rise(self) -> int:
        """By how many more than were known this report tells of."""
        if self.winner is None or self.winner.change not in (ChangeName.FIRST, ChangeName.RAISED):
            return 0
        was = self.winner.before.low if self.winner.before else None
        return self.winner.candidate.range.low - (was or 0)

    def verdicts(self) -> Iterator[Verdict]:
        """What became of each claim of this account."""
        part = "" if self.is_told else "a part of the total: "
        for finding in self.findings:
            candidate = finding.candidate
            yield Verdict(
                candidate.claim,
                candidate.voice.key,
                candidate.voice.name,
                finding.change,
                part + finding.reason,
                finding.against,
                finding.before,
                told=finding is self.winner and self.is_told and self._severity(finding) is not Severity.NONE,
            )
        for candidate in _of(self.hearing.withdrawals, self.before):
            reason = "takes back a number" if self.setting.retracted else "takes back a number that was not known"
            yield Verdict(candidate.claim, candidate.voice.key, candidate.voice.name, None, part + reason)

    def changes(self) -> Iterator[Change]:
        """The strongest change; or a number taken back, with nothing in its place."""
        if not self.is_told:
            return
        if self.winner is not None and self._severity(self.winner) is not Severity.NONE:
            yield self._change(self.winner)
            return
        gone = self._gone()
        if gone is not None:
            yield self._withdrawal(gone)

    def heard(self) -> list[Heard]:
        """The numbers that go into the ledger: not those in which a copy repeats its original."""
        found = []
        for finding in self.findings:
            candidate = finding.candidate
            claim = self.report.claims[candidate.claim]
            if candidate.range in self.setting.cluster or (candidate.denial is not None and not _denies_any(claim)):
                continue
            is_new = candidate.range not in self.setting.revised
            found.append(Heard(candidate, self.setting.is_correction and is_new and not candidate.is_beaten))
        return found

    def learnt(self, new_backing: frozenset[Range]) -> Learnt:
        """The words and figures that the report changes."""
        gone = (*self.setting.retracted, *self.setting.dropped)
        place, rise = self.hearing.place, self.rules.rise
        return learn_account(self.before, self.heard(), gone, self.report, place, new_backing, rise, self.is_late)

    def tally(self) -> Tally:
        """How often the account's figures were denied and contradicted, this report included."""
        was = self.before.tally
        is_known = self.before.top is not None or any(f.change is ChangeName.FIRST for f in self.findings)
        denials = [f.candidate for f in self.findings if f.candidate.denial and f.change is not ChangeName.REPEAT]
        denied = [c for c in denials if c.denial is Status.DENIED and is_known]
        disputed = [c for c in denials if c.denial is Status.DISPUTED and is_known]
        disputed += [f.candidate for f in self.findings if not f.candidate.denial and _contradicts(f)]
        return replace(
            was,
            denied=was.denied + len(denied),
            denied_by_authority=was.denied_by_authority + sum(c.is_authority for c in denied),
            disputed=was.disputed + len(disputed),
            disputed_by_authority=was.disputed_by_authority + sum(c.is_authority for c in disputed),
        )

    def _severity(self, finding: Finding) -> Severity:
        assert finding.change is not None
        account, candidate = self.before.account, finding.candidate
        is_weak = account.feared or candidate.modifier is Modifier.DERIVED
        return self.rules.severity(finding.change, account.kind, is_weak=is_weak, report=self.report)

    def _change(self, winner: Finding) -> Change:
        assert winner.change is not None
        candidate = winner.candidate
        deniers = dict.fromkeys(f.candidate.voice.name for f in self.findings if f.candidate.denial and f is not winner)
        reason = winner.reason + (f"; denied by {', '.join(deniers)}" if deniers else "")
        claim = self.report.claims[candidate.claim]
        says_nothing = candidate.denial is not None and not _denies_any(claim)
        return Change(
            self.before.account.kind,
            winner.change,
            winner.before,
            None if says_nothing else candidate.range.bounds,
            candidate.voice.name,
            self._severity(winner),
            candidate.claim,
            self.watched,
            tuple(dict.fromkeys((*winner.against, *deniers))),
            reason,
            claim.status,
        )

    def _gone(self) -> Word | None:
        """The number that the article no longer gives, nor any other in its place, and that nobody else stands for."""
        if any(c.range.high != 0 for c in _of(self.hearing.candidates, self.before)):
            return None
        alone = {f.range for f in self.before.positive if f.standing == 1}
        gone = [w for w in self.setting.dropped if w.stands and w.range in alone] + list(self.setting.retracted)
        return max(gone, key=lambda word: (word.range.low, word.voice), default=None)

    def _withdrawal(self, gone: Word) -> Change:
        taken_back = _of(self.hearing.withdrawals, self.before)
        return Change(
            self.before.account.kind,
            ChangeName.CORRECTED,
            gone.range.bounds,
            None,
            gone.name,
            self.rules.severity(ChangeName.CORRECTED, self.before.account.kind, is_weak=False, report=self.report),
            taken_back[0].claim if taken_back else None,
            self.watched,
            (gone.name,),
            "the article takes its number back",
        )


def try_account(
    before: Standing, hearing: Hearing, report: Report, known: Known, rules: Rules, more_deaths: int
) -> Trial:
    """Try all that a report says in one account. `more_deaths`: by how many more killed it tells of."""
    setting = _setting(before, hearing, report, known, rules, more_deaths)
    numbers = _of(hearing.candidates, before)
    tried = [_beaten(try_number(c, setting)) for c in numbers]
    denials = [try_denial(c, setting) for c in _of(hearing.denials, before)]
    findings = tuple(sorted((*tried, *denials), key=lambda f: f.candidate.claim))
    trial = Trial(before, report, hearing, rules, setting, findings, known.is_late(report.at))
    told = [f for f in findings if f.change is not None]
    winner = min(told, key=lambda f: _weight(f, trial._severity(f), report), default=None)
    return replace(trial, winner=winner)


def _setting(
    before: Standing, hearing: Hearing, report: Report, known: Known, rules: Rules, more_deaths: int
) -> Setting:
    account = before.account
    cluster = {said.range for said in known.said if said.account == account and said.cluster == report.cluster}
    earlier = [(at, number) for at, of, number in numbers_of(report.earlier or ()) if of == account]
    still = {candidate.range for candidate in _of(hearing.candidates, before)}
    retracted = [
        word
        for candidate in _of(hearing.withdrawals, before)
        if (word := before.words.get((candidate.voice.key, candidate.range))) is not None and word.stands
    ]
    dropped = [
        word
        for word in before.words.values()
        if word.article == report.article and word not in retracted
        if (word.position, word.range) in earlier and word.range not in still
    ]
    return Setting(
        before,
        hearing.place,
        rules.rise,
        frozenset(cluster) if report.is_copy else frozenset(),
        frozenset(number for _, number in earlier),
        tuple(dict.fromkeys(retracted)),
        tuple(dropped),
        more_deaths,
    )


def _beaten(finding: Finding) -> Finding:
    """A number beside a better one of its voice, or beside the article's own total, tells nothing."""
    if not finding.candidate.is_beaten or finding.change is ChangeName.REPEAT:
        return finding
    return Finding(finding.candidate, None, "weaker than another number of the same article", finding.before)


def _weight(finding: Finding, severity: Severity, report: Report) -> tuple[int, int, bool, int, bool, int]:
    """Smallest for the strongest: by severity and rule; then the article's own total; then the higher number.

    Of claims of one number the one that names who says it tells most.
    """
    assert finding.change is not None
    candidate = finding.candidate
    total = report.totals.get(candidate.account.kind)
    is_total = total is not None and (total.low, total.high) == candidate.range
    leads = is_total and finding.change is ChangeName.FIRST
    is_unsourced = report.claims[candidate.claim].source is None
    return (
        -severity.rank,
        STRENGTH.index(finding.change),
        not leads,
        -candidate.range.low,
        is_unsourced,
        candidate.claim,
    )


def _of(candidates: tuple[Candidate, ...], before: Standing) -> list[Candidate]:
    return [candidate for candidate in candidates if candidate.account == before.account]


def _denies_any(claim: Claim) -> bool:
    return claim.status is Status.DENIED and claim.low == 0 and claim.high == 0


def _contradicts(finding: Finding) -> bool:
    return finding.change is ChangeName.DISPUTED or finding.is_counted
