"""A report's claims sorted out before any is compared: who speaks, for which account, and what cannot move a figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from monitor.ledger.comparison import agree, is_below, is_sharp
from monitor.ledger.known import Account, Alias, Known, Place, Range
from monitor.ledger.report import Report, Verdict
from monitor.ledger.voices import Voice, origin_key, speaker_of
from monitor.model import Claim, Modifier, Scope, Status

FIRM = (Status.ASSERTED, Status.CONFIRMED)
DENIALS = (Status.DENIED, Status.DISPUTED)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that may move a figure.

    `denial` is set for a denial and for a dispute of another's number, whose own range is 0. `is_beaten`: the same
    article has a better number of the same voice, or as its total.
    """

    claim: int
    account: Account
    voice: Voice
    range: Range
    modifier: Modifier
    is_firm: bool
    is_authority: bool
    denial: Status | None = None
    is_beaten: bool = False


@dataclass(frozen=True, slots=True)
class Hearing:
    """What a report says: numbers to be compared, denials, numbers it takes back, and claims already settled."""

    place: Place
    candidates: tuple[Candidate, ...]
    denials: tuple[Candidate, ...]
    withdrawals: tuple[Candidate, ...]
    settled: tuple[Verdict, ...]
    aliases: tuple[Alias, ...]


def hear(known: Known, report: Report) -> Hearing:
    """Sort out a report's claims."""
    aliases = {alias.name: Voice(alias.voice, alias.display) for alias in known.aliases}
    article = Voice(origin_key(report.origin), report.outlet or report.origin)
    learnt: dict[str, Alias] = {}
    candidates: list[Candidate] = []
    denials: list[Candidate] = []
    withdrawals: list[Candidate] = []
    settled: list[Verdict] = []
    for position, claim in enumerate(report.claims):
        voice, names = speaker_of(claim.side, claim.source, article, aliases)
        for name in names:
            aliases[name] = voice
            learnt[name] = Alias(name, voice.key, voice.name)
        silent = _silent(claim)
        if silent is not None:
            settled.append(Verdict(position, voice.key, voice.name, None, silent))
            continue
        candidate = _candidate(position, claim, voice, voice.is_state or report.is_authority(position))
        if claim.status is Status.RETRACTED:
            withdrawals.append(candidate)
        elif claim.status in DENIALS:
            denials.append(candidate)
        else:
            candidates.append(candidate)
    at = report.at if report.at is not None else known.latest
    return Hearing(
        Place(at, report.order),
        tuple(_ranked(_credited(candidates, report, article), report, article)),
        tuple(denials),
        tuple(withdrawals),
        tuple(settled),
        tuple(learnt.values()),
    )


def numbers_of(claims: tuple[Claim, ...]) -> tuple[tuple[int, Account, Range], ...]:
    """The numbers that claims give, 0 for a denial, each with its position and account: to hold an edit against."""
    found = []
    for position, claim in enumerate(claims):
        if _silent(claim) is None and claim.status is not Status.RETRACTED:
            found.append((position, account_of(claim), number_of(claim)))
    return tuple(found)


def account_of(claim: Claim) -> Account:
    """The account that a claim belongs to."""
    group = " ".join(claim.group.casefold().split()) if claim.group else None
    return Account(claim.kind, group or None, claim.status is Status.FEARED)


def number_of(claim: Claim) -> Range:
    """The number that a claim gives: 0 for a denial."""
    return Range(0, 0) if claim.status in DENIALS or claim.low is None else Range(claim.low, claim.high)


def _silent(claim: Claim) -> str | None:
    if claim.scope is Scope.BACKGROUND:
        return "background: " + (f"of {claim.refers_to}" if claim.refers_to else "of another event")
    if claim.scope is Scope.HYPOTHETICAL:
        return "hypothetical: nothing that happened"
    if claim.status is Status.UNREPORTED:
        return "unreported: stands for nothing, denies nothing"
    if claim.status in DENIALS:
        return None
    if claim.low is None or claim.modifier is Modifier.NONE:
        return "no number is stated"
    return None


def _candidate(position: int, claim: Claim, voice: Voice, is_authority: bool) -> Candidate:
    denial = claim.status if claim.status in DENIALS else None
    is_firm = claim.status in FIRM or denial is not None
    return Candidate(
        position, account_of(claim), voice, number_of(claim), claim.modifier, is_firm, is_authority, denial
    )


def _credited(candidates: list[Candidate], report: Report, article: Voice) -> list[Candidate]:
    """A number that a headline gives, or the article in passing, and the text as someone's, is that voice's.

    A headline that asserts what its text only alleges (*Activists: 10 killed*) asserts no more than the text.
    """
    sources: dict[tuple[Account, Range], Candidate] = {}
    for candidate in candidates:
        if candidate.voice != article and not _is_headline(candidate, report):
            sources.setdefault((candidate.account, candidate.range), candidate)
    own, ascribed = [], []
    for candidate in candidates:
        source = sources.get((candidate.account, candidate.range))
        is_headline = _is_headline(candidate, report)
        if source is None or not (is_headline or candidate.voice == article):
            own.append(candidate)
        else:
            is_firm = candidate.is_firm and (source.is_firm or not is_headline)
            credited = replace(candidate, voice=source.voice, is_authority=source.is_authority, is_firm=is_firm)
            ascribed.append(credited)
    return own + ascribed  # the sentence that names who says it is what is remembered


def _is_headline(candidate: Candidate, report: Report) -> bool:
    return report.claims[candidate.claim].start is None


def _ranked(candidates: list[Candidate], report: Report, article: Voice) -> list[Candidate]:
    by_voice: dict[tuple[Account, str], list[Candidate]] = {}
    for candidate in candidates:
        by_voice.setdefault((candidate.account, candidate.voice.key), []).append(candidate)
    best = {key: _best(rivals, report) for key, rivals in by_voice.items()}
    ranked = []
    for candidate in candidates:
        winner = best[candidate.account, candidate.voice.key]
        beaten = winner if winner.range != candidate.range or winner.modifier != candidate.modifier else None
        if beaten is None:
            beaten = _total_instead(candidate, best, report, article)
        ranked.append(
            replace(candidate, is_beaten=True) if beaten is not None and beaten is not candidate else candidate
        )
    return ranked


def _best(rivals: list[Candidate], report: Report) -> Candidate:
    stated = [
        rival
        for rival in rivals
        if rival.range.high != 0 and rival.modifier is not Modifier.DERIVED and is_sharp(rival.range, rival.modifier)
    ]
    if stated:
        rivals = [rival for rival in rivals if rival.modifier is not Modifier.DERIVED]
    total = report.totals.get(rivals[0].account.kind) if rivals[0].account.group is None else None
    if total is not None:
        chosen = [
            r
            for r in rivals
            if (r.range.low, r.range.high) == (total.low, total.high) and is_sharp(r.range, r.modifier)
        ]
        if chosen:
            return chosen[0]
    return max(rivals, key=lambda r: (r.range.low, is_sharp(r.range, r.modifier), -r.claim))


def _total_instead(
    candidate: Candidate, best: Mapping[tuple[Account, str], Candidate], report: Report, article: Voice
) -> Candidate | None:
    """The article's own total, where the article itself gives another number beside it, or a bystander a smaller one.

    A smaller one is a part; a larger one that no one is named for is of something else. What an authority says, or one
    who speaks for a side, is a number of its own.
    """
    claim = report.claims[candidate.claim]
    total = report.totals.get(candidate.account.kind)
    if (
        claim.side
        or candidate.is_authority
        or candidate.account.group is not None
        or candidate.account.feared
        or total is None
    ):
        return None
    if total.low is None or candidate.range.high == 0:
        return None
    whole = Range(total.low, total.high)
    if agree(candidate.range, whole) or not (candidate.voice == article or is_below(candidate.range, whole)):
        return None
    return next((other for other in best.values() if other.account == candidate.account and other.range == whole), None)
