"""The frames in which a word states its kind: who was killed, whom someone killed, whose murder, a toll of how many."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from monitor.figures.en import grammar, noun_frames, persons, verb_frames
from monitor.figures.en.arguments import Clause
from monitor.figures.en.counted import Counted
from monitor.figures.en.phrase import NONE, ONE, Phrase, Sort
from monitor.figures.en.vocabulary import WIDEST_GAP, Form, Role, Sense
from monitor.figures.en.wordset import words

_STATE_VERBS = words(
    """
    left pronounced declared found recovered presumed feared remain remains remained confirmed reported listed stays lay
    lying be seriously critically badly gravely slightly
    """
)

_BEFORE_PARTS = words(", -- ( with including and ; at")
_ENDS = words(", . ; ) -- and in at on during when after") | {""}
_AWAY = words("missing unaccounted")
_COME_UPON = words("found recovered discovered rescued located body bodies drove died dead")
_INCLUDE = words("include includes included")
_SAVED = words("rescued freed released picked saved safe")
_BACK = words("safe alive well unharmed unhurt")


def read(clause: Clause) -> Iterator[Counted]:
    """What each word of a watched kind counts in a sentence, in order; a kind at most once for each word."""
    senses = clause.vocabulary.senses
    for at, word in enumerate(clause.low):
        if word not in senses:
            if word in clause.vocabulary.markers and (apart := _told_apart(clause, at)) is not None:
                yield apart
            continue
        told: set[str] = set()
        closest: Sense | None = None
        following = clause.word(at + 1)
        for sense in senses[word]:
            if sense.kind.id in told or (sense.beside and following not in sense.beside):
                continue
            if closest is not None and _is_looser(sense, closest):
                continue
            last = sense.tail_end(clause.low, at, WIDEST_GAP if sense.role is Role.DONE_TO else 0)
            if last is None or clause.vocabulary.rules_out(clause.low, at, sense.kind):
                continue
            closest = closest or sense
            counted = noun_frames.listed(clause, at, last, sense) or _by_role(clause, at, last, sense)
            if counted is None or _is_either(clause, counted) or _is_over(clause, counted):
                continue
            counted = _without_others(clause, counted)
            if counted.phrases and not _is_number_of(clause, counted):
                told.add(sense.kind.id)
                if sense.lets_go or sense.shared:
                    not_from = sense.kind.not_from if sense.lets_go else None
                    counted = counted._replace(not_from=not_from, shared=sense.shared)
                yield counted


def _told_apart(clause: Clause, at: int) -> Counted | None:
    """*Two were shot, one fatally*: those whose lot an adverb alone tells."""
    kind = next((kind for phrase, kind in clause.vocabulary.markers[clause.low[at]] if len(phrase) == 1), None)
    if kind is None or clause.word(at + 1) not in _ENDS:
        return None
    whom = clause.ending.get(at)
    told = whom is not None and whom.number is not None and whom.before in _BEFORE_PARTS
    return Counted(kind, at, [whom]) if whom is not None and told else None


def _is_looser(sense: Sense, closest: Sense) -> bool:
    """Whether a phrase of another kind takes the word more closely: *airlifted to hospital* is no rescue."""
    apart = sense.kind is not closest.kind and sense.kind.counts_persons and closest.kind.counts_persons
    return apart and len(sense.tail) < len(closest.tail)


def _is_either(clause: Clause, counted: Counted) -> bool:
    """Whether the number is of one kind or another (*15 killed or wounded*): of how many of each it does not say."""
    if not counted.phrases or counted.phrases[0].sort is Sort.NOBODY:
        return False
    at = counted.trigger
    for joint, other in ((at + 1, at + 2), (at - 1, at - 2)):
        if clause.word(joint) not in ("or", "and"):
            continue
        for sense in clause.vocabulary.senses.get(clause.word(other), ()):
            if sense.kind is counted.kind or sense.tail:
                continue
            if clause.word(joint) == "and" and other > at and clause.word(other + 1) in grammar.AUXILIARIES:
                continue  # *26 were killed and casualties were expected to rise*
            if clause.word(joint) == "or" or _is_of_both(clause, counted, sense, max(at, other)):
                return True
    return False


def _is_of_both(clause: Clause, counted: Counted, sense: Sense, last: int) -> bool:
    """Whether a number is of the dead and the wounded together: *29 casualties, including dead and wounded*.

    `last` is the later of the two words: it has nothing of its own after it (*nine dead and wounded 30*).
    """
    shared = sense.role is Role.DONE_TO and counted.phrases[0].first > counted.trigger
    own = last + 1 in clause.starting and not shared
    if own or (sense.form is Form.GERUND) is not clause.low[counted.trigger].endswith("ing"):
        return False  # *nine deaths and injuring 30*
    several = counted.phrases[-1].plural and not counted.phrases[-1].names
    ends = sense.kind.id == counted.kind.yields_to or sense.kind.yields_to == counted.kind.id
    return several and ends and not counted.opened and not sense.open_outcome


def _is_over(clause: Clause, counted: Counted) -> bool:
    """Whether those who were away have come back: *nine workers who had been missing are safe*."""
    at = counted.trigger
    if clause.low[at] not in _AWAY or any(phrase.sort is Sort.NOBODY for phrase in counted.phrases):
        return False
    before = clause.low[max(0, at - 5) : at]
    perfect = "had" in before and not grammar.RELATIVES.isdisjoint(before)
    if perfect and "been" in before and not _COME_UPON.isdisjoint(clause.low):
        return True  # *the couple, who had been missing since Friday, were found*
    for place in range(at + 1, len(clause.low)):
        word = clause.low[place]
        if word in (";", ".", "but", "and", "while"):
            return False
        verb = clause.word(place - 1)
        if word in _BACK and (verb in grammar.BE or verb in ("found", "alive", "turned") or perfect):
            return True
        if word == "found" and (verb in grammar.BE or perfect):
            return True
    return False


def _without_others(clause: Clause, counted: Counted) -> Counted:
    """Without those who are called by a noun of another kind: *the bodies of 12 men were pulled from the sea*."""
    kept = [phrase for phrase in counted.phrases if not _is_called_otherwise(clause, counted, phrase)]
    return counted if len(kept) == len(counted.phrases) else counted._replace(phrases=kept)


def _is_called_otherwise(clause: Clause, counted: Counted, phrase: Phrase) -> bool:
    called = clause.vocabulary.called
    nouns = [clause.word(phrase.last - 1), clause.word(phrase.last)]
    nouns += [clause.word(phrase.first - 2)] if phrase.before == "of" else []
    kinds = {kind for noun in nouns if noun in called for kind in called[noun]}
    if kinds.isdisjoint(clause.vocabulary.final) or counted.kind.id in kinds or counted.kind.yields_to in kinds:
        return False
    away = not _AWAY.isdisjoint(clause.low[counted.trigger : counted.trigger + 2])
    return away or grammar.RELATIVES.isdisjoint(clause.low[phrase.last : counted.trigger])


def _is_number_of(clause: Clause, counted: Counted) -> bool:
    """Whether a word only says of whom a number is told elsewhere: *the number of people killed has risen*."""
    at = counted.trigger
    if any(phrase.number is not None or phrase.names for phrase in counted.phrases):
        return False
    before = clause.low[max(0, at - 6) : at]
    if "number" not in before:
        return False
    return before[-1] == "number" or ("number", "of") in pairwise(before)


def _by_role(clause: Clause, at: int, last: int, sense: Sense) -> Counted | None:
    match sense.role:
        case Role.DONE_TO:
            return verb_frames.done_to(clause, at, last, sense)
        case Role.DOES:
            return verb_frames.does(clause, at, sense)
        case Role.STATE:
            return _in_state(clause, at, sense)
        case Role.EVENT:
            return noun_frames.event(clause, at, last, sense)
        case Role.CALLED:
            return noun_frames.called(clause, at, last, sense)
        case Role.TOLL:
            return noun_frames.toll(clause, at, last, sense)
        case Role.SUFFERS:
            return noun_frames.suffers(clause, at, sense)
        case Role.SPARED:
            return verb_frames.spared(clause, at, sense)
        case Role.UNSCATHED:
            return _unscathed(clause, at, sense)
        case Role.NONE_OF:
            return noun_frames.none_of(clause, at, sense)


def _in_state(clause: Clause, at: int, sense: Sense) -> Counted | None:
    """*12 dead*, *are dead*, *left 12 dead*, *the dead officer*."""
    inside = clause.covering[at]
    if inside is not None and inside.last > at + 1:
        if "'s" in clause.low[at : inside.last]:  # *the slain guard's wife*
            end = clause.low.index("'s", at)
            owner = Phrase(inside.first, end, Sort.PERSON, clause.low[end - 1], ONE, None, definite=True)
            return Counted(sense.kind, at, [owner] if persons.is_person(clause.low[end - 1]) else [])
        named = inside.quantity is not None and inside.sort in (Sort.PERSON, Sort.NAME)
        return Counted(sense.kind, at, [inside]) if named else None
    before = clause.word(at - 1)
    beside = clause.ending.get(at)
    well = clause.low[at : at + 2] == ["in", "good"] and not _SAVED.isdisjoint(clause.low)
    if well or clause.is_loss(at):
        return None  # *were picked up and are in good condition*
    if before == "the":
        return _named_later(clause, at, sense)
    if beside is not None and beside.sort is Sort.NUMBER:
        return None if _is_attribute(clause, at + 1) else Counted(sense.kind, at, clause.joined_before(beside))
    if clause.is_adverb(at - 1) and (told := clause.ending.get(at - 1)) is not None and told.number is not None:
        return Counted(sense.kind, at, clause.joined_before(told))  # *the seven men still missing*
    if before == "as" and clause.word(at - 2) in _STATE_VERBS:
        return Counted(sense.kind, at, clause.subject(at - 2))  # *17 are listed as missing*
    if before in grammar.BE or before in _STATE_VERBS or clause.is_adverb(at - 1) or before in ("and", ","):
        return Counted(sense.kind, at, verb_frames.with_others(clause, clause.subject(at), at + 1))
    if beside is not None and beside.before in grammar.PREPOSITIONS and beside.number is None:
        return Counted(sense.kind, at, clause.subject(at))  # *was taken to Dover Hospital in critical condition*
    return None if beside is None else Counted(sense.kind, at, clause.joined_before(beside))


def _named_later(clause: Clause, at: int, sense: Sense) -> Counted | None:
    """*The dead were two guards and a cook*, *the wounded were named as Ana Roe*, *all 16 of the dead were men*."""
    some = clause.ending.get(at - 2) if clause.word(at - 2) == "of" else None
    if some is not None and some.number is not None:
        return _of_the_dead(clause, some, at, sense)
    among = clause.word(at - 2) == "among" and clause.word(at + 1) in grammar.BE
    if among or clause.word(at + 1) in _INCLUDE:
        told = [phrase._replace(part=True) for phrase in clause.objects(at + 2) if phrase.quantity is not None]
        return Counted(sense.kind, at, told, among=True)
    place = verb_frames.past_identifying(clause, at + 1) if clause.word(at - 2) not in ("among", "of") else None
    return Counted(sense.kind, at, clause.objects(place)) if place is not None else None


def _of_the_dead(clause: Clause, some: Phrase, at: int, sense: Sense) -> Counted | None:
    """*all 16 of the dead were civilians*; *six of the dead were children*, who are a part."""
    if "all" in (clause.word(some.first), clause.word(some.first - 1)):
        return Counted(sense.kind, at, [some])
    whom = clause.starting.get(at + 2) if clause.word(at + 1) in grammar.BE else None
    if whom is None or whom.sort is not Sort.PERSON or not whom.plural or whom.quantity is not None:
        return None
    part = some._replace(part=True, sort=Sort.PERSON, head=whom.head, last=whom.last)
    return Counted(sense.kind, at, [part], among=True)


def _is_attribute(clause: Clause, at: int) -> bool:
    """Whether a noun follows that the word goes with: *40 dead weight tons*."""
    word = clause.word(at)
    if not word.isalpha() or word in grammar.NO_NOUNS or clause.is_adverb(at):
        return False
    return word not in clause.vocabulary.stating and word not in ("more", "so")


def _unscathed(clause: Clause, at: int, sense: Sense) -> Counted | None:
    """*everyone was unharmed*, *they escaped unhurt*."""
    subject = clause.subject(at)
    return Counted(sense.kind, at, [subject[0]._replace(sort=Sort.NOBODY, quantity=NONE)]) if subject else None
