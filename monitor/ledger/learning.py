"""What becomes known through a report: words and figures with their places, and what each voice stands for after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from monitor.ledger.account import Standing, settles
from monitor.ledger.comparison import covers
from monitor.ledger.hearing import Candidate
from monitor.ledger.known import Account, Backing, Figure, Known, Place, Range, Said, Word
from monitor.ledger.report import Judgement, Report
from monitor.ledger.standing import Given, is_echo, standing


@dataclass(frozen=True, slots=True)
class Learnt:
    """The words and figures of one account that a report changed or added."""

    words: tuple[Word, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """A number that goes into the ledger; `renews`: a correction or an edit brings it, known or not."""

    candidate: Candidate
    renews: bool


def learn_account(
    account: Standing,
    heard: Sequence[Heard],
    withdrawn: Iterable[Word],
    report: Report,
    place: Place,
    new_backing: frozenset[Range],
    rise: float,
    is_late: bool,
) -> Learnt:
    """The words and figures of one account after a report.

    `new_backing` are the ranges that gain an independent origin. A report that is late is fitted in among what came
    later, for which the account must hold every word of the voices that it can move.
    """
    words = dict(account.words)
    before = {figure.range: figure for figure in account.figures}
    figures = dict(before)
    touched = set()
    for one in heard:
        candidate = one.candidate
        key = (candidate.voice.key, candidate.range)
        words[key] = _said(words.get(key), one, report, place)
        figures[candidate.range] = _given(figures.get(candidate.range), candidate, account.account, place)
        touched.add(candidate.voice.key)
        touched |= _overtaken(account, candidate.range, place) if is_late else set()
    for taken in withdrawn:
        key = (taken.voice, taken.range)
        words[key] = replace(words[key], withdrawn=place)
        touched.add(taken.voice)
    stood = {} if is_late else account.own
    _stand(words, figures, touched, rise, stood, None if is_late else place)
    _settle(figures, [one.candidate.range for one in heard])
    for number in new_backing:
        figures[number] = replace(figures[number], origins=figures[number].origins + 1)
    return Learnt(
        tuple(word for key, word in words.items() if word != account.words.get(key)),
        tuple(figure for figure in figures.values() if figure != before.get(figure.range)),
    )


def learn(known: Known, judged: Judgement) -> Known:
    """What is known after a judgement."""
    words = {(w.account, w.voice, w.range): w for w in (*known.words, *judged.words)}
    figures = {(f.account, f.range): f for f in (*known.figures, *judged.figures)}
    tallies = {t.account: t for t in (*known.tallies, *judged.tallies)}
    aliases = {a.name: a for a in (*known.aliases, *judged.aliases)}
    return Known(
        judged.latest,
        tuple(figures.values()),
        tuple(words.values()),
        tuple(aliases.values()),
        (*known.said, *judged.said),
        (*known.backing, *judged.backing),
        tuple(tallies.values()),
    )


def backing_of(known: Known, report: Report, heard: Iterable[Candidate]) -> tuple[Backing, ...]:
    """Figures that this report's origin had not given before."""
    had = set(known.backing)
    found = (Backing(one.account, one.range, report.origin) for one in heard if one.range.high != 0)
    return tuple(one for one in dict.fromkeys(found) if one not in had)


def said_of(known: Known, report: Report, heard: Iterable[Candidate]) -> tuple[Said, ...]:
    """Numbers that this report's cluster had not given before."""
    had = set(known.said)
    found = (Said(report.cluster, one.account, one.range) for one in heard)
    return tuple(one for one in dict.fromkeys(found) if one not in had)


def _said(word: Word | None, one: Heard, report: Report, place: Place) -> Word:
    candidate = one.candidate
    new = Word(
        candidate.account,
        candidate.voice.key,
        candidate.voice.name,
        candidate.range,
        candidate.modifier,
        place,
        candidate.is_firm,
        candidate.is_authority,
        report.article,
        report.revision,
        candidate.claim,
        meant=None if candidate.is_beaten else place,
        renewed=place if one.renews else None,
    )
    if word is None:
        return new
    return replace(
        min(word, new, key=lambda said: said.first.rank),
        is_firm=word.is_firm or new.is_firm,
        is_authority=word.is_authority or new.is_authority,
        meant=min(filter(None, (word.meant, new.meant)), key=lambda at: at.rank, default=None),
        renewed=max(filter(None, (word.renewed, new.renewed)), key=lambda at: at.rank, default=None),
        withdrawn=word.withdrawn,
        stands=word.stands,
    )


def _given(figure: Figure | None, candidate: Candidate, account: Account, place: Place) -> Figure:
    firm = place if candidate.is_firm else None
    if figure is None:
        return Figure(account, candidate.range, candidate.modifier, candidate.voice.name, place, firm)
    if firm is not None and (figure.firm is None or firm.rank < figure.firm.rank):
        figure = replace(figure, firm=firm)
    if place.rank < figure.first.rank:
        figure = replace(figure, first=place, modifier=candidate.modifier, name=candidate.voice.name)
    return figure


def _overtaken(account: Standing, number: Range, place: Place) -> set[str]:
    """Voices that gave the number, or a looser form of it, later than a report that only now arrived.

    Whoever said again what the story had by then still does.
    """
    given = Given(account.figures)
    return {
        word.voice
        for word in account.words.values()
        if word.meant is not None and place.rank < word.meant.rank
        if covers(word.range, number) and not is_echo(word, given)
    }


def _stand(
    words: dict[tuple[str, Range], Word],
    figures: dict[Range, Figure],
    voices: set[str],
    rise: float,
    stood: Mapping[str, Word],
    since: Place | None,
) -> None:
    """Settle anew what the voices stand for, and count it in the figures."""
    given = Given(figures.values())
    by_voice: dict[str, dict[tuple[str, Range], Word]] = {voice: {} for voice in sorted(voices)}
    for key, word in words.items():
        if word.voice in by_voice:
            by_voice[word.voice][key] = word
    for voice, own in by_voice.items():
        now = standing(own.values(), given, rise, stood.get(voice), since)
        for key, word in own.items():
            stands = now is not None and word.range == now.range
            if stands != word.stands:
                words[key] = replace(word, stands=stands)
                figure = figures[word.range]
                figures[word.range] = replace(figure, standing=figure.standing + (1 if stands else -1))


def _settle(figures: dict[Range, Figure], given: Iterable[Range]) -> None:
    """Mark the vague and open figures that a number has met, whichever of the two came first."""
    for number in given:
        for other in tuple(figures.values()):
            for loose, sharp in ((other, figures[number]), (figures[number], other)):
                if not loose.is_settled and settles(sharp, loose):
                    figures[loose.range] = replace(loose, is_settled=True)
