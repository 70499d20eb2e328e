"""A new number tried against what stands: the first rule that holds is its change."""

from __future__ import annotations

from collections.abc import Callable

from monitor.ledger.account import height, is_open
from monitor.ledger.comparison import agree, covers, is_above, is_below, is_sharp
from monitor.ledger.finding import Finding, Setting
from monitor.ledger.hearing import Candidate
from monitor.ledger.known import Figure, Range, Word
from monitor.model import ChangeName, Modifier, Status


def try_number(candidate: Candidate, setting: Setting) -> Finding:
    """The first change that holds for a number that is asserted, alleged or feared."""
    if candidate.range.high == 0:
        return Finding(candidate, None, "zero stands, but is silent")
    found = next(filter(None, (rule(candidate, setting) for rule in _RULES)), None)
    found = found or Finding(candidate, None, "moves nothing")
    if found.change in (ChangeName.REPEAT, ChangeName.CORROBORATED, ChangeName.DISPUTED, None):
        return _corrected(candidate, setting) or found
    return found


def try_denial(candidate: Candidate, setting: Setting) -> Finding:
    """What a denial, or a dispute of another's number, changes."""
    account, own, voice = setting.account, setting.own(candidate), candidate.voice.name
    if candidate.range in setting.cluster or candidate.range in setting.revised:
        return _repeats(candidate, "its original, or the article before it was edited, said so", candidate.range, voice)
    if own is not None and own.range.high == 0:
        return Finding(candidate, ChangeName.REPEAT, f"{own.name} has denied it before", own.range.bounds, (own.name,))
    top = account.top
    if top is None:
        return Finding(candidate, None, "denied before any number was known")
    late = _latest_against(candidate, setting)
    if late is not None:
        return late
    if candidate.denial is Status.DENIED:
        change, verb, times = ChangeName.DENIED, "denied", (account.tally.denied, account.tally.denied_by_authority)
    else:
        change, verb, times = (
            ChangeName.DISPUTED,
            "disputed",
            (account.tally.disputed, account.tally.disputed_by_authority),
        )
    if times[0] == 0 or (candidate.is_authority and times[1] == 0):
        return Finding(candidate, change, f"{verb} by {voice}", top.range.bounds, (top.name,))
    return Finding(candidate, None, f"{verb} before: counted", top.range.bounds, (top.name,), is_counted=True)


def _repeat(candidate: Candidate, setting: Setting) -> Finding | None:
    number, own = candidate.range, setting.own(candidate)
    word = setting.account.words.get((candidate.voice.key, number))
    if number in setting.cluster:
        return _repeats(candidate, "a copy says what its original said", number, candidate.voice.name)
    if number in setting.revised:
        return _repeats(candidate, "the article said so before it was edited", number, candidate.voice.name)
    if _firms(candidate, setting) is not None:
        return None
    if word is not None and not setting.is_correction:
        return _repeats(candidate, f"{word.name} has given this number before", number, word.name)
    if own is not None and own.range.high != 0 and (covers(number, own.range) or _is_vaguer(candidate, own)):
        return _repeats(candidate, f"{own.name} stands for it, or for the same more exactly", own.range, own.name)
    if own is not None and _is_sharp(own) and agree(number, own.range):
        return _repeats(candidate, f"agrees with what {own.name} stands for", own.range, own.name)
    return None


def _is_vaguer(candidate: Candidate, own: Word) -> bool:
    """*At least 50*, then *dozens*."""
    vague = candidate.modifier is Modifier.VAGUE and candidate.range.low <= own.range.low
    return vague and agree(candidate.range, own.range)


def _late(candidate: Candidate, setting: Setting) -> Finding | None:
    own = setting.own(candidate)
    if own is not None and setting.place.is_before(own.renewed or own.first):
        reason = f"late: {own.name} has since given another number"
        return Finding(candidate, None, reason, own.range.bounds, (own.name,))
    return None


def _first(candidate: Candidate, setting: Setting) -> Finding | None:
    account = setting.account
    if account.positive:
        return None
    if candidate.account.feared and account.beside:
        return None
    found = next((f for f in account.beside if f.range == candidate.range), None)
    if found is not None and candidate.is_authority and candidate.is_firm:
        return _confirms(candidate, found, "was only feared; an authority asserts it")
    zero = next((f for f in account.figures if f.standing and f.range.high == 0), None)
    if zero is not None:
        reason = f"the story's first number; {zero.name} had said none"
        return Finding(candidate, ChangeName.FIRST, reason, zero.range.bounds, (zero.name,))
    return Finding(candidate, ChangeName.FIRST, "the story's first number")


def _raised(candidate: Candidate, setting: Setting) -> Finding | None:
    account = setting.account
    if account.known(candidate.range) is not None and not setting.is_correction:
        return None
    counting = [*account.counting, *(account.beside if candidate.account.feared else ())]
    if not counting or not all(is_above(candidate.range, f.range, f.modifier, setting.rise) for f in counting):
        return None
    top = max(counting, key=height)
    return Finding(candidate, ChangeName.RAISED, "above every figure that stands", top.range.bounds, _names(counting))


def _one_of_many(candidate: Candidate, setting: Setting) -> Finding | None:
    """One person told of where more are known is one of them: no toll falls to one without a word of correction."""
    top = setting.account.top
    if candidate.range != (1, 1) or top is None or top.range.low <= 1 or setting.is_correction:
        return None
    return Finding(candidate, None, "one person, of more that are known", top.range.bounds, (top.name,))


def _known_part(candidate: Candidate, setting: Setting) -> Finding | None:
    """A number that the story knows as a part (*four children*), told by itself: no voice gives it as the toll."""
    own, top = setting.own(candidate), setting.account.top
    if top is None or own is not None or setting.is_correction or not is_below(candidate.range, top.range):
        return None
    part = next((f for f in setting.account.parts if f.range == candidate.range), None)
    if part is None:
        return None
    return Finding(candidate, None, f"a known part: {part.account.group}", part.range.bounds, (part.name,))


def _lowered(candidate: Candidate, setting: Setting) -> Finding | None:
    account, own = setting.account, setting.own(candidate)
    zeros = [f for f in account.figures if f.standing and f.range.high == 0]
    standing = [*account.counting, *zeros]
    if not account.positive or not all(is_below(candidate.range, f.range) for f in standing):
        return None
    if account.known(candidate.range) is not None and not setting.is_correction:
        return None
    late = _latest_against(candidate, setting)
    if late is not None:
        return late
    lowest = min(account.counting, key=lambda f: (f.range.low, f.first.rank))
    before, against = lowest.range.bounds, _names(standing)
    if own is not None and is_below(candidate.range, own.range):
        return Finding(candidate, ChangeName.LOWERED, f"{own.name} had stood higher", own.range.bounds, against)
    if _loss(candidate, lowest) <= setting.more_deaths:
        return Finding(candidate, ChangeName.LOWERED, "fell by no more than the killed rose", before, against)
    if candidate.is_authority and is_sharp(candidate.range, candidate.modifier):
        return Finding(
            candidate, ChangeName.LOWERED, "below every figure that stands, by an authority", before, against
        )
    return None


def _revised(candidate: Candidate, setting: Setting) -> Finding | None:
    own = setting.own(candidate)
    if own is None or candidate.modifier is Modifier.VAGUE or agree(candidate.range, own.range):
        return None
    if setting.account.known(candidate.range) is not None or not setting.account.positive:
        return None
    return Finding(candidate, ChangeName.REVISED, f"{own.name} had said otherwise", own.range.bounds, (own.name,))


def _refined(candidate: Candidate, setting: Setting) -> Finding | None:
    if not is_sharp(candidate.range, candidate.modifier):
        return None
    account = setting.account
    met = [f for f in account.positive if is_open(f) and not f.is_settled and agree(candidate.range, f.range)]
    if not met:
        return None
    loosest = max(met, key=lambda f: (f.range.low, -f.first.order))
    reason = "a number that agrees with a vague or open one"
    return Finding(candidate, ChangeName.REFINED, reason, loosest.range.bounds, _names(met))


def _confirmed(candidate: Candidate, setting: Setting) -> Finding | None:
    if not candidate.is_firm:
        return None
    own, known = setting.own(candidate), setting.account.known(candidate.range)
    if own is not None and own.range.high == 0 and known is not None:
        return _confirms(candidate, known, f"{own.name} had denied it")
    firmed = _firms(candidate, setting)
    return None if firmed is None else _confirms(candidate, firmed, "was only alleged; an authority asserts it")


def _corroborated(candidate: Candidate, setting: Setting) -> Finding | None:
    account = setting.account
    known = account.known(candidate.range)
    if known is not None:
        return _agrees(candidate, "a known figure", known)
    met = next((f for f in account.positive if agree(candidate.range, f.range)), None)
    if met is not None:
        return _agrees(candidate, "agrees with a known figure", met)
    if candidate.modifier is Modifier.VAGUE or candidate.account.feared:
        return Finding(candidate, None, "too loose to contradict what is known")
    return None


def _disputed(candidate: Candidate, setting: Setting) -> Finding | None:
    account = setting.account
    top = account.top
    if top is None:
        return None
    late = _latest_against(candidate, setting)
    if late is not None:
        return late
    tally = account.tally
    against = _names(account.counting)
    if tally.disputed == 0 or (candidate.is_authority and tally.disputed_by_authority == 0):
        return Finding(
            candidate, ChangeName.DISPUTED, "contradicts every figure that stands", top.range.bounds, against
        )
    return Finding(candidate, None, "contradicted before: counted", top.range.bounds, against, is_counted=True)


Rule = Callable[[Candidate, Setting], Finding | None]

_RULES: tuple[Rule, ...] = (
    _repeat,
    _late,
    _first,
    _raised,
    _one_of_many,
    _known_part,
    _lowered,
    _revised,
    _refined,
    _confirmed,
    _corroborated,
    _disputed,
)
"""In the order in which a number is tried."""


def _corrected(candidate: Candidate, setting: Setting) -> Finding | None:
    """A number in place of one that the text takes back, or that an edit dropped.

    An edit that only catches up, from a lower number to one that the story had, changes nothing that is known.
    """
    if candidate.range in setting.revised or candidate.range in setting.cluster:
        return None
    known = setting.account.known(candidate.range) is not None
    gone = [w for w in setting.dropped if not known or (w.stands and is_below(candidate.range, w.range))]
    gone = [word for word in (*setting.retracted, *gone) if word.range != candidate.range]
    if not gone:
        return None
    old = max(gone, key=lambda word: (word.range.low, word.voice))
    reason = "takes the place of a number that it gave before"
    return Finding(candidate, ChangeName.CORRECTED, reason, old.range.bounds, (old.name,))


def _firms(candidate: Candidate, setting: Setting) -> Figure | None:
    """The figure that was only alleged until this authority asserts it."""
    if not (candidate.is_firm and candidate.is_authority):
        return None
    same = (f for f in setting.account.positive if f.range == candidate.range and f.firm is None)
    return next(same, None)


def _latest_against(candidate: Candidate, setting: Setting) -> Finding | None:
    """Why a report older than what it contradicts stays silent."""
    newer = [f for f in setting.account.counting if setting.place.is_before(f.first)]
    if not newer:
        return None
    last = max(newer, key=lambda f: f.first.rank)
    return Finding(candidate, None, "late: older than what it contradicts", last.range.bounds, (last.name,))


def _loss(candidate: Candidate, before: Figure) -> float:
    return float("inf") if candidate.range.high is None else before.range.low - candidate.range.low


def _repeats(candidate: Candidate, reason: str, before: Range, name: str) -> Finding:
    return Finding(candidate, ChangeName.REPEAT, reason, before.bounds, (name,))


def _confirms(candidate: Candidate, figure: Figure, reason: str) -> Finding:
    return Finding(candidate, ChangeName.CONFIRMED, reason, figure.range.bounds, (figure.name,))


def _agrees(candidate: Candidate, reason: str, figure: Figure) -> Finding:
    return Finding(candidate, ChangeName.CORROBORATED, f"{reason} ({figure.name})", figure.range.bounds, (figure.name,))


def _is_sharp(word: Word) -> bool:
    return is_sharp(word.range, word.modifier)


def _names(figures: list[Figure] | tuple[Figure, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(figure.name for figure in figures))
