"""Finds what an English text says of each watched kind: the number, who was counted, and the word that states it.

A sentence without a word of any kind is passed over. In the others the noun phrases are found, the frames ask each word
that states a kind for the phrases that it counts, and these become mentions.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from monitor.figures.document import Document, Mention, Quantity
from monitor.figures.en import frames, grammar, persons
from monitor.figures.en.arguments import Clause
from monitor.figures.en.corrections import CONFIRMING, corrected
from monitor.figures.en.counted import Counted, is_countable
from monitor.figures.en.incidents import OPENING, tells_of_incident
from monitor.figures.en.phrase import ONE, SOME, Phrase, Sort
from monitor.figures.en.sight import is_single
from monitor.figures.en.told import Told
from monitor.figures.en.victims import settle
from monitor.figures.en.vocabulary import compile_kinds
from monitor.figures.en.wordset import words
from monitor.figures.kinds import Kind, Kinds
from monitor.model import Modifier, Status

_FALSE = words("unfounded untrue baseless groundless false fabricated")
_REPORTED = words("report reports claim claims rumor rumors rumour rumours allegation allegations story stories")
_FEARS = words("fear fears feared presumed")
_VERSIONS = words("version versions earlier originally correction")
_PUT = words("put puts placed places gave gives")
_CORRECT = words("correct")
_CORRECTING_HERE = _VERSIONS | _PUT | CONFIRMING
_CORRECTING = _CORRECT | _PUT | CONFIRMING
_ARE = words("is are was were")
_THEM = words("them whom")
_ANYBODY = words("anyone anybody")
_DYING = words("die dies died dying dead death passes passed")
_CLAUSE_MARKS = frozenset([";", ":", "--", "but", "when", "after", "while", "although", "because"])


def stated(document: Document, kinds: Kinds) -> list[list[Told]]:
    """What each sentence of the document states of the watched kinds, read by itself."""
    vocabulary = compile_kinds(kinds)
    return [
        _read(Clause(sentence, vocabulary), at) if vocabulary.may_state(sentence.lows) else []
        for at, sentence in enumerate(document.sentences)
    ]


def mentions(document: Document, by_sentence: Sequence[Sequence[Told]], kinds: Kinds) -> list[Mention]:
    """Every number, or lack of one, that the document gives for a watched kind, in text order.

    `by_sentence` is what each of its sentences states.
    """
    told: list[Told] = []
    for at, (sentence, here) in enumerate(zip(document.sentences, by_sentence, strict=True)):
        if here:
            told += [one.standing_in(at) for one in here]
        if told and at - told[-1].mention.sentence <= 1:
            told += _corrected(told[-1], sentence.lows, at)
    numbered = any((one.phrase.number or one.members) and one.mention.quantity.high != 0 for one in told)
    lone = bool(told) and _is_lone_death(document, told[0])
    feared = {
        one.mention.sentence for one in told if not _FEARS.isdisjoint(document.sentences[one.mention.sentence].lows)
    }
    incident = not told or tells_of_incident(document, numbered=numbered, lone=lone)
    return settle(told, kinds, incident=incident, feared=feared)


def _is_lone_death(document: Document, first: Told) -> bool:
    """Whether the first that is told is that one person has died: *Ana Roe, 77, dies*."""
    mention = first.mention
    word = document.sentences[mention.sentence].lows[mention.trigger]
    return word in _DYING and is_single(first.phrase) and mention.sentence < OPENING


def _read(clause: Clause, sentence: int) -> list[Told]:
    """What one sentence tells, in text order: each kind once for each phrase."""
    told: dict[tuple[str, int], Told] = {}
    for counted in frames.read(clause):
        for one in _tell(clause, sentence, counted):
            told.setdefault((one.mention.kind, one.mention.first), one)
    numbered = {one.mention.kind for one in told.values() if one.mention.quantity.modifier is not Modifier.NONE}
    kept = [one for one in told.values() if one.mention.quantity != SOME or one.mention.kind not in numbered]
    return _contrasted(sorted(kept, key=lambda one: (one.mention.first, one.mention.trigger, one.mention.kind)))


def _corrected(last: Told, lows: list[str], at: int) -> list[Told]:
    """What a correction states instead of the number of an earlier version, told just before."""
    here = at == last.mention.sentence
    right = None if (_CORRECTING_HERE if here else _CORRECTING).isdisjoint(lows) else corrected(lows)
    if right is None or (here and right[1] <= last.mention.first):
        return []
    quantity, first, end = right
    mention = last.mention._replace(
        quantity=quantity, sentence=at, first=first, last=end, trigger=end - 1, clause_first=first,
        clause_last=end, noun=None, part=False, more=False, names=(), status=None,
    )  # fmt: skip
    phrase = last.phrase._replace(first=first, last=end, quantity=quantity, number=(first, end), names=(), more=False)
    return [Told(mention, phrase, opened=False)]


def _tell(clause: Clause, sentence: int, counted: Counted) -> list[Told]:
    kind = counted.kind
    countable = [phrase for phrase in counted.phrases if is_countable(clause, phrase, kind)]
    if not countable or (countable[0].sort is not Sort.NOBODY and _is_negated(clause, counted.trigger)):
        return []
    if is_single(countable[0]) and clause.word(countable[0].first - 1) == "not":
        return []  # *not a single person was hurt*
    countable, members = _added_up(_with_whole_first(clause, countable))
    countable[-1] = _named_after(clause, countable[-1], counted.trigger)
    behind = countable[-1].last + (countable[-1].last == counted.trigger)  # *26 bodies, 11 of them children's*
    countable += _included(clause, behind, kind) or _included_later(clause, counted.trigger, kind)
    told = []
    for phrase in countable:
        quantity = phrase.quantity
        if quantity is None and phrase.head in grammar.KIN and "of" in clause.low[phrase.first : phrase.last]:
            quantity = ONE  # *father of three shot dead*
        if quantity is None:
            if _is_anybody(clause, phrase):  # *denied that anyone was hurt*
                asked = counted._replace(unsaid=True)
                none = Quantity(None, None, Modifier.NONE)
                nobody = phrase._replace(sort=Sort.NOBODY)
                told.append(Told(_mention(clause, sentence, asked, nobody, none), nobody, opened=False))
                continue
            if phrase.head != "they" and (phrase.sort is Sort.PRONOUN or phrase.definite or not phrase.plural):
                continue
            if clause.low[-1] == "?":
                continue  # *How many people died?*
            quantity = SOME
        mention = _mention(clause, sentence, counted, phrase, quantity)
        added = members if len(countable) == 1 else ()
        told.append(Told(mention, phrase, counted.opened, added, counted.not_from, counted.shared, counted.among))
    return told


def _is_anybody(clause: Clause, phrase: Phrase) -> bool:
    """Whether it is said of no one in particular: *anyone*, *any soldier*, *any of its men*."""
    return phrase.head in _ANYBODY or clause.low[phrase.first] == "any"


def _is_negated(clause: Clause, at: int) -> bool:
    """Whether *not* or *never* governs the word."""
    for place in range(at - 1, max(-1, at - 5), -1):
        word = clause.low[place]
        if place == at - 1 and word in ("almost", "nearly"):
            return True
        if word in grammar.NEGATIONS:
            return clause.word(place + 1) != "only"
        if word in (",", ";", "and", "but"):
            return False
    return False


def _with_whole_first(clause: Clause, counted: list[Phrase]) -> list[Phrase]:
    """*36 people -- 15 officers and 21 residents --*: where the first is the sum of the rest, these are its parts."""
    counted = counted[:1] + [
        phrase for phrase in counted[1:] if clause.low[phrase.first] != "both"
    ]  # *Roe and Doe, both of Orle,*
    if len(counted) < 2:
        return counted
    sizes = [(phrase.quantity or SOME).low or 0 for phrase in counted]
    if len(counted) > 1 and sizes[0] == sum(sizes[1:]) > 1 and all(phrase.names for phrase in counted[1:]):
        names = tuple(name for phrase in counted[1:] for name in phrase.names)
        return [counted[0]._replace(names=names)]
    if len(counted) > 2 and sizes[0] == sum(sizes[1:]):
        return [counted[0], *(phrase._replace(part=True) for phrase in counted[1:])]
    return counted[:1] if counted[1].before in ("--", "(") else counted


def _added_up(counted: list[Phrase]) -> tuple[list[Phrase], tuple[Phrase, ...]]:
    """Persons named one by one are one number: *a judge, a reporter and two others* are four."""
    family = counted[0].head in persons.SIZES and all(phrase.before == "and" for phrase in counted[1:])
    single = is_single(counted[0]) and all(is_single(phrase) or phrase.more for phrase in counted)
    exact = all((phrase.quantity or SOME).modifier is Modifier.EXACT for phrase in counted)
    if len(counted) < 2 or not (single or family) or not exact or any(phrase.part for phrase in counted):
        return counted, ()
    total = sum((phrase.quantity or ONE).low or 0 for phrase in counted)
    whole = counted[0]._replace(
        last=counted[-1].last,
        quantity=Quantity(total, total, Modifier.EXACT),
        plural=True,
        names=tuple(name for phrase in counted for name in phrase.names),
        number=None,
        more=False,
        head="",
    )
    return [whole], tuple(counted)


def _named_after(clause: Clause, some: Phrase, trigger: int) -> Phrase:
    """A part with who it is told to be: *six of those killed were women*."""
    if some.head != "those" or some.last != trigger or clause.word(trigger + 1) not in _ARE:
        return some
    whom = clause.starting.get(trigger + 2)
    if whom is None or whom.sort is not Sort.PERSON or not whom.plural or whom.quantity is not None:
        return some
    return some._replace(last=whom.last, head=whom.head, part=True)


def _included(clause: Clause, at: int, kind: Kind) -> list[Phrase]:
    """The parts named after *including* or *among them*."""
    place = at + (clause.word(at) == ",")
    of_them = clause.starting.get(place)
    if of_them is not None and of_them.part and of_them.head in _THEM:
        whom = clause.starting.get(of_them.last + (clause.word(of_them.last) in grammar.BE))
        if whom is None or whom.sort is not Sort.PERSON or not whom.plural or whom.quantity is not None:
            return []
        return [of_them._replace(last=whom.last, head=whom.head)]
    among = clause.low[place : place + 2] in (["among", "them"], ["among", "whom"])
    if clause.word(place) != "including" and not among:
        return []
    found = [phrase for phrase in clause.objects(place + 1 + among) if phrase.quantity is not None and not phrase.names]
    told = [phrase for phrase in found if phrase.number is not None or not among]
    return [phrase._replace(part=True) for phrase in told if is_countable(clause, phrase, kind)]


def _included_later(clause: Clause, trigger: int, kind: Kind) -> list[Phrase]:
    """The parts named after the verb: *30 were wounded in the blast, including 12 children*."""
    for place in range(trigger + 1, min(len(clause.low), trigger + 16)):
        word = clause.low[place]
        if word == "including":
            return [phrase for phrase in _included(clause, place, kind) if phrase.head]
        begun = clause.starting.get(place)
        if begun is not None and begun.part and begun.head == "whom" and clause.word(place - 1) == ",":
            return _included(clause, place, kind)
        counts = begun is not None and begun.number is not None
        if counts or word in _CLAUSE_MARKS or word == "and" or word in grammar.AUXILIARIES:
            return []
    return []


def _mention(clause: Clause, sentence: int, counted: Counted, phrase: Phrase, quantity: Quantity) -> Mention:
    first, last = phrase.number or (phrase.first, phrase.last)
    last = max(last, phrase.last)
    noun = None
    if phrase.number and phrase.head and phrase.sort in (Sort.PERSON, Sort.UNKNOWN, Sort.THING):
        noun = _noun(clause, phrase.number[1], phrase.last)
    clause_first, clause_last = _clause(clause, min(first, counted.trigger), max(last, counted.trigger + 1))
    return Mention(
        kind=counted.kind.id,
        quantity=quantity,
        sentence=sentence,
        first=first,
        last=last,
        trigger=counted.trigger,
        clause_first=clause_first,
        clause_last=clause_last,
        noun=noun,
        part=phrase.part,
        more=phrase.more,
        unsaid=counted.unsaid,
        status=counted.status or (Status.DISPUTED if _is_unfounded(clause, counted.trigger) else None),
        names=phrase.names,
        yields_to=counted.kind.yields_to if counted.opened else None,
    )


def _noun(clause: Clause, first: int, last: int) -> str | None:
    """Who was counted: of *of them women* and *of the dead were children* what says who they are."""
    if clause.word(first) == "of" and first < last:
        verb = next((place for place in range(first, last) if clause.low[place] in _ARE), None)
        first = verb + 1 if verb is not None else first + 2 * (clause.word(first + 1) in _THEM)
    return " ".join(clause.low[first:last]) or None


def _is_unfounded(clause: Clause, trigger: int) -> bool:
    """Whether the sentence tells of a report only to call it false: *the report that two died is unfounded*."""
    if _FALSE.isdisjoint(clause.low[trigger:]):
        return False
    before = clause.low[:trigger]
    return any(word in _REPORTED and after == "that" for word, after in pairwise(before))


def _clause(clause: Clause, first: int, last: int) -> tuple[int, int]:
    """The clause around these tokens: to the next mark or conjunction that begins another."""
    while first > 0 and clause.low[first - 1] not in _CLAUSE_MARKS:
        first -= 1
    while last < len(clause.low) and clause.low[last] not in _CLAUSE_MARKS:
        last += 1
    return first, last


def _contrasted(told: list[Told]) -> list[Told]:
    """*Two died and three others were hurt*: the others are no more of the hurt, but the first."""
    kept: list[Told] = []
    for one in told:
        before = {other.mention.kind for other in kept}
        others = one.phrase.more and before and one.mention.kind not in before
        kept.append(one._replace(mention=one.mention._replace(more=False)) if others else one)
    return kept
