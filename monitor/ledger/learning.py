"""What becomes known through a report: words and figures with their places, and what each voice stands for after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from monitor.ledger.account import Standing
from monitor.ledger.hearing import Candidate
from monitor.ledger.known import Account, Backing, Figure, Known, Place, Range, Said, Word
from monitor.ledger.report import Judgement, Report
from monitor.ledger.standing import standing


@dataclass(frozen=True, slots=True)
class Learnt:
    """The words and figures of one account that a report changed or added."""

    words: tuple[Word, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """A number that goes into the ledger.

    `renews`: a correction or an edit brings it, known or not. `is_weak`: it stood beside a better one of its voice.
    """

    candidate: Candidate
    renews: bool = False
    is_weak: bool = False


def learn_account(
    account: Standing,
    heard: Iterable[Heard],
    withdrawn: Iterable[Word],
    report: Report,
    place: Place,
    new_backing: frozenset[Range],
    rise: float,
) -> Learnt:
    """The words and figures of one account after a report. `new_backing`: ranges that gain an independent origin."""
    words = dict(account.words)
    figures = {figure.range: figure for figure in account.figures}
    touched = set()
    earlier_first = False
    for one in heard:
        candidate = one.candidate
        key = (candidate.voice.key, candidate.range)
        words[key] = _said(words.get(key), one, report, place)
        touched.add(candidate.voice.key)
        found = figures.get(candidate.range)
        figures[candidate.range] = _given(found, candidate, account.account, place)
        earlier_first |= found is not None and figures[candidate.range].first != found.first
        earlier_first |= found is None or figures[candidate.range].firm != found.firm
    for taken in withdrawn:
        key = (taken.voice, taken.range)
        words[key] = replace(words[key], withdrawn=place)
        touched.add(taken.voice)
    if earlier_first and any(place.rank < word.first.rank for word in account.words.values()):
        touched |= {voice for voice, _ in words}
    _stand(words, figures, touched, rise)
    for number in new_backing:
        figures[number] = replace(figures[number], origins=figures[number].origins + 1)
    return Learnt(
        tuple(word for key, word in words.items() if word != account.words.get(key)),
        tuple(f for f in figures.values() if f not in account.figures),
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
    if word is None:
        return Word(
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
            renewed=place if one.renews else None,
            is_weak=one.is_weak,
        )
    known = replace(
        word,
        is_firm=word.is_firm or candidate.is_firm,
        is_authority=word.is_authority or candidate.is_authority,
        is_weak=word.is_weak and one.is_weak,
    )
    if one.renews and (word.renewed is None or word.renewed.rank < place.rank):
        known = replace(known, renewed=place)
    if place.rank < word.first.rank:
        return replace(
            known,
            first=place,
            name=candidate.voice.name,
            modifier=candidate.modifier,
            article=report.article,
            revision=report.revision,
            position=candidate.claim,
        )
    return known


def _given(figure: Figure | None, candidate: Candidate, account: Account, place: Place) -> Figure:
    firm = place if candidate.is_firm else None
    if figure is None:
        return Figure(account, candidate.range, candidate.modifier, candidate.voice.name, place, firm)
    if firm is not None and (figure.firm is None or firm.rank < figure.firm.rank):
        figure = replace(figure, firm=firm)
    if place.rank < figure.first.rank:
        figure = replace(figure, first=place, modifier=candidate.modifier, name=candidate.voice.name)
    return figure


def _stand(
    words: dict[tuple[str, Range], Word],
    figures: dict[Range, Figure],
    voices: set[str],
    rise: float,
) -> None:
    """Settle anew what the voices stand for, and count it in the figures."""
    for voice in sorted(voices):
        own = {key: word for key, word in words.items() if word.voice == voice}
        now = standing(own.values(), tuple(figures.values()), rise)
        for key, word in own.items():
            stands = now is not None and word.range == now.range
            if stands != word.stands:
                words[key] = replace(word, stands=stands)
                figure = figures[word.range]
                figures[word.range] = replace(figure, standing=figure.standing + (1 if stands else -1))
