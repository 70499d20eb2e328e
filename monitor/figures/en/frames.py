"""The frames in which a word states its kind: who was killed, whom someone killed, whose murder, a toll of how many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from monitor.figures.document import Quantity
from monitor.figures.en import grammar, persons
from monitor.figures.en.arguments import Clause, is_single
from monitor.figures.en.phrases import NONE, ONE, Phrase, Sort
from monitor.figures.en.vocabulary import Form, Role, Sense
from monitor.figures.en.wordset import words
from monitor.figures.kinds import Kind
from monitor.model import Modifier, Status

_MULTIPLES = {"double": 2, "triple": 3, "quadruple": 4, "twin": 2}
_STATE_VERBS = words(
    """
    left pronounced declared found presumed feared remain remains remained confirmed reported listed stays lay lying
    be seriously critically badly gravely slightly
    """
)
_BEARING = words("suffered sustained suffering suffers received receiving sustaining sustains incurred")
_TOLL_LEADS = words("to at of is was reached hit passed topped reaches hits : ,")
_TOLL_ENDS = words(". ; as after when while but")


_REPORTS = words("reports report word confirmation information indication signs sign")
_EARLY = words("immediate immediately initial confirmed")
_ALSO_OF_THINGS = words("burn cut capture seize free save charge trap hold take strand recover")
_COUNTS = words(
    "figure figures number numbers toll count counts rate rates list lists estimate estimates report reports"
)
_ALSO_STOPS_WORK = words("strike")
_BY = words("by in on with from during when as outside near")
_CLAIMED = words("it that he she they there")
_PIECES = words("device devices machine machines unit units set sets system systems")
_ACTED = words("raided stormed entered searched moved swooped descended broke returned")
_INTENDED = words(
    """
    plan plans planned want wants wanted order orders ordered threat threatened try tries tried attempt attempted vow
    vowed agree agreed need needed intend intended decide decided fail failed refuse refused hope hoped would could
    able unable ready
    """
)
_THE = words("the a an this that")
_WHEN = words(
    "night morning evening afternoon week month year past hours days two three few noon midnight dawn ago 24 48 72"
)
_NONE_BETWEEN = words(
    """
    of or and , to serious major fatal further other civilian human military known apparent loss life damage damages
    new additional police official property material personal significant bodily physical injuries deaths injury
    """
)


class Counted(NamedTuple):
    """What a word was found to count. `opened`: the verb leaves open how it ended."""

    kind: Kind
    trigger: int
    phrases: list[Phrase]
    opened: bool = False
    unsaid: bool = False
    status: Status | None = None


def read(clause: Clause) -> Iterator[Counted]:
    """What each word of a watched kind counts in a sentence, in order; a kind at most once for each word."""
    for at, word in enumerate(clause.low):
        told: set[str] = set()
        for sense in clause.vocabulary.senses.get(word, ()):
            if sense.kind.id in told:
                continue
            last = tail_end(clause, at, sense)
            if last is None or _is_ruled_out(clause, at, sense.kind):
                continue
            counted = _by_role(clause, at, last, sense)
            if counted is not None and _is_either(clause, counted):
                continue
            if counted is not None and counted.phrases:
                told.add(sense.kind.id)
                yield counted


def _is_either(clause: Clause, counted: Counted) -> bool:
    """Whether the number is of one kind or another (*15 killed or wounded*): of how many of each it does not say."""
    if counted.phrases and counted.phrases[0].sort is Sort.NOBODY:
        return False
    at = counted.trigger
    for joint, other in ((at + 1, at + 2), (at - 1, at - 2)):
        if clause.word(joint) != "or":
            continue
        senses = clause.vocabulary.senses.get(clause.word(other), ())
        if any(sense.kind is not counted.kind and not sense.tail for sense in senses):
            return True
    return False


def is_countable(clause: Clause, phrase: Phrase, kind: Kind) -> bool:
    """Whether a phrase names what the kind counts."""
    if phrase.sort in (Sort.NUMBER, Sort.NOBODY):
        return True
    if not kind.counts_persons:
        named = clause.word(phrase.last - 2) if phrase.head in _PIECES else phrase.head  # *150 computer devices*
        return kind in clause.vocabulary.things.get(named, ())
    if phrase.sort in (Sort.PERSON, Sort.NAME, Sort.PRONOUN):
        return phrase.head not in clause.vocabulary.things or persons.is_person(phrase.head)
    return phrase.sort is Sort.UNKNOWN and phrase.number is not None and phrase.plural


def tail_end(clause: Clause, at: int, sense: Sense) -> int | None:
    """Where the words of a sense end; None where they do not follow. A verb may hold its object in between."""
    place = at + 1
    gap = 6 if sense.role is Role.DONE_TO else 0
    for word in sense.tail:
        if word == "...":
            gap = 6
            continue
        reach = min(len(clause.low), place + gap + 1)
        while place < reach and clause.low[place] != word:
            if clause.low[place] in (".", ",", ";", "and", "but"):
                return None
            place += 1
        if place >= reach:
            return None
        place += 1
        gap = 0
    return place


def _is_ruled_out(clause: Clause, at: int, kind: Kind) -> bool:
    """Whether the word stands in a phrase in which it means something else: *death penalty*."""
    for phrase, identity in clause.vocabulary.ruled_out.get(clause.low[at], ()):
        if identity != kind.id:
            continue
        for shift, word in enumerate(phrase):
            first = at - shift
            there = clause.low[max(0, first) : first + len(phrase)]
            if word == clause.low[at] and tuple("-" if low == "--" else low for low in there) == phrase:
                return True
    return False


def _by_role(clause: Clause, at: int, last: int, sense: Sense) -> Counted | None:
    match sense.role:
        case Role.DONE_TO:
            return _done_to(clause, at, last, sense)
        case Role.DOES:
            return _does(clause, at, sense)
        case Role.STATE:
            return _in_state(clause, at, sense)
        case Role.EVENT:
            return _event(clause, at, last, sense)
        case Role.CALLED:
            return _called(clause, at, last, sense)
        case Role.TOLL:
            return _toll(clause, at, last, sense)
        case Role.SUFFERS:
            return _suffers(clause, at, sense)
        case Role.UNSCATHED:
            return _unscathed(clause, at, sense)
        case Role.NONE_OF:
            return _none_of(clause, at, sense)


def _done_to(clause: Clause, at: int, last: int, sense: Sense) -> Counted | None:
    """*12 were killed*, *killed 12*, *killing 12*, *12 people killed in*, *the killing of 12*."""
    if clause.word(at - 1) == "be" and clause.word(at - 2) not in grammar.MODALS | {"to", "not", "n't", "and"}:
        return None  # *asked that he be arrested*
    counted = _done_to_whom(clause, at, last, sense)
    if counted is None or not sense.kind.counts_persons or not (sense.open_outcome or sense.base in _ALSO_OF_THINGS):
        return counted
    return counted._replace(phrases=[phrase for phrase in counted.phrases if phrase.sort is not Sort.UNKNOWN])


def _done_to_whom(clause: Clause, at: int, last: int, sense: Sense) -> Counted | None:
    kind = _marked_kind(clause, at, last, sense.kind) if sense.kind.yields_to else sense.kind
    opened = sense.open_outcome and kind is sense.kind
    if sense.form in (Form.PAST, Form.PARTICIPLE) and clause.is_passive(at):
        return Counted(kind, at, _with_others(clause, clause.subject(at), last), opened)
    if clause.word(at + 1) in grammar.BE and clause.word(at - 1) in ("", "also", "and", ",", '"'):
        return Counted(kind, at, clause.objects(at + 2), opened)  # *also arrested were Roe and Doe*
    if sense.form is Form.PARTICIPLE:
        return Counted(kind, at, clause.beside(at), opened)
    if (
        sense.form is Form.BASE
        and not _is_finite_base(clause, at)
        and (kind.counts_persons or not _is_purpose(clause, at))
    ):
        return None
    if sense.form is Form.GERUND and clause.word(at + 1) == "of":
        return Counted(kind, at, clause.objects(at + 2), opened)
    objects = clause.objects(_joined_verb(clause, at) + 1) or clause.objects(_past_marker(clause, last))
    if objects and not is_countable(clause, objects[0], kind):
        if clause.low[objects[0].first] not in grammar.TEMPORAL and objects[0].head not in persons.THINGS_OF_TIME:
            return None
        objects = []
    if (
        sense.form is Form.GERUND
        and clause.word(at - 1) in ("", "the", '"')
        and opened
        and objects
        and not objects[0].number
    ):
        return None  # *striking workers*
    if objects:
        return Counted(kind, at, objects, opened)
    claims = clause.word(at + 1) in _CLAIMED  # *prosecutors charged it was fraud*
    if sense.form is Form.PAST and sense.base in _ALSO_STOPS_WORK and clause.word(last) not in _BY:
        return None  # *workers struck*
    if sense.form is Form.PAST and not claims and not (opened and _goes_out(clause, last)):
        return Counted(kind, at, clause.beside(at), opened)
    return None


def _joined_verb(clause: Clause, at: int) -> int:
    """The last of the verbs that share an object: *shot and killed two men*."""
    place = at + 1
    if clause.word(place) != "and":
        return at
    place += 1
    while clause.is_adverb(place):
        place += 1
    senses = clause.vocabulary.senses.get(clause.word(place), ())
    return place if any(sense.role is Role.DONE_TO for sense in senses) else at


def _marked_kind(clause: Clause, at: int, last: int, kind: Kind) -> Kind:
    """The kind that a marker turns the verb into: *fatally* shot, shot the man *dead*."""
    before = range(max(0, at - 2), at)
    for place in (*before, *range(last, min(len(clause.low), last + 8))):
        word = clause.low[place]
        if place >= last and (word in (".", ";", ",", "and", "but") or word in grammar.AUXILIARIES):
            return kind
        for phrase, marked in clause.vocabulary.markers.get(word, ()):
            adverb = word.endswith("ly") or word == "fatal"
            if marked is kind or tuple(clause.low[place : place + len(phrase)]) != phrase or (place < at) is not adverb:
                continue
            return marked
    return kind


def _past_marker(clause: Clause, at: int) -> int:
    """Past a marker that stands before the object: *shot to death a guard*."""
    for phrase, _ in clause.vocabulary.markers.get(clause.word(at), ()):
        if tuple(clause.low[at : at + len(phrase)]) == phrase:
            return at + len(phrase)
    return at


def _is_finite_base(clause: Clause, at: int) -> bool:
    """Whether a base form states what happened (*quakes kill 12*, *did kill*) and not *to kill*, *could kill*."""
    before, earlier = clause.word(at - 1), clause.word(at - 2)
    if before in ("to", "not") or before in grammar.MODALS or earlier in grammar.MODALS or earlier == "to":
        return False
    if before in ("did", "who", "that"):
        return True
    subject = clause.covering[at - 1] if at else None
    return subject is not None and (subject.plural or before.endswith("s"))


def _is_purpose(clause: Clause, at: int) -> bool:
    """Whether an infinitive tells what an act that took place was for: *raided the office to seize 40 files*."""
    if clause.word(at - 1) != "to":
        return False
    before = clause.low[max(0, at - 24) : at - 1]
    return not _ACTED.isdisjoint(before) and _INTENDED.isdisjoint(before)


def _goes_out(clause: Clause, at: int) -> bool:
    """Whether a verb is of what was done, to nobody: *shot at*, *struck back*."""
    place = at
    while clause.is_adverb(place):
        place += 1
    return clause.word(place) in ("at", "into", "back", "through", "up", "out", "off", "toward")


def _does(clause: Clause, at: int, sense: Sense) -> Counted | None:
    """*12 died*, a headline's *man dies*."""
    if sense.form is Form.GERUND or (sense.form is Form.BASE and not _is_finite_base(clause, at)):
        return None
    return Counted(sense.kind, at, _with_others(clause, clause.subject(at), at + 1))


def _with_others(clause: Clause, counted: list[Phrase], at: int) -> list[Phrase]:
    """A single subject with those it shared its lot with: *Roe was found dead along with his driver*."""
    if len(counted) != 1 or not is_single(counted[0]):
        return counted
    return counted + clause.along(at)


def _in_state(clause: Clause, at: int, sense: Sense) -> Counted | None:
    """*12 dead*, *are dead*, *left 12 dead*, *the dead officer*."""
    inside = clause.covering[at]
    if inside is not None and inside.last > at + 1:
        if "'s" in clause.low[at : inside.last]:  # *the slain officer's wife*
            end = clause.low.index("'s", at)
            owner = Phrase(inside.first, end, Sort.PERSON, clause.low[end - 1], ONE, None, definite=True)
            return Counted(sense.kind, at, [owner] if persons.is_person(clause.low[end - 1]) else [])
        named = inside.quantity is not None and inside.sort in (Sort.PERSON, Sort.NAME)
        return Counted(sense.kind, at, [inside]) if named else None
    before = clause.word(at - 1)
    beside = clause.ending.get(at)
    if before == "the":
        return None
    if beside is not None and beside.sort is Sort.NUMBER:
        return None if _is_attribute(clause, at + 1) else Counted(sense.kind, at, clause.joined_before(beside))
    if before in grammar.BE or before in _STATE_VERBS or clause.is_adverb(at - 1) or before in ("and", ","):
        return Counted(sense.kind, at, _with_others(clause, clause.subject(at), at + 1))
    if beside is not None and beside.before in grammar.PREPOSITIONS and beside.number is None:
        return Counted(sense.kind, at, clause.subject(at))  # *was taken to Dover Hospital in critical condition*
    return None if beside is None else Counted(sense.kind, at, clause.joined_before(beside))


def _is_attribute(clause: Clause, at: int) -> bool:
    """Whether a noun follows that the word goes with: *460 dead weight tons*."""
    word = clause.word(at)
    if not word.isalpha() or word in grammar.STOPPERS | grammar.TEMPORAL | grammar.DETERMINERS or clause.is_adverb(at):
        return False
    return word not in clause.vocabulary.stating and word not in ("more", "so")


def _event(clause: Clause, at: int, last: int, sense: Sense) -> Counted | None:
    """*the murder of two men*, *Roe's death*, *three deaths*, *double murder*."""
    kind = sense.kind
    if clause.word(last) == "of":
        objects = clause.objects(last + 1)
        if (
            objects
            and is_countable(clause, objects[0], kind)
            and (objects[0].quantity is not None or sense.form is Form.SINGULAR)
        ):
            return Counted(kind, at, objects)
    far = _far_of(clause, last)
    if far:
        return Counted(kind, at, far)
    before = clause.word(at - 1)
    if before in ("his", "her"):
        return Counted(kind, at, [Phrase(at - 1, at, Sort.PRONOUN, before, ONE, None, definite=True)])
    if before in ("'s", "'"):
        owner = clause.ending.get(at - 1)
        if owner is not None and owner.quantity is not None and owner.sort in (Sort.PERSON, Sort.NAME):
            return Counted(kind, at, [owner])
        return None
    if sense.form is Form.PLURAL or "one" in clause.low[max(0, at - 2) : at]:
        return _numbered(clause, at, kind)
    if before in _MULTIPLES:
        value = _MULTIPLES[before]
        whole = Quantity(value, value, Modifier.EXACT)
        return Counted(kind, at, [Phrase(at - 1, at, Sort.NUMBER, "", whole, (at - 1, at), plural=True)])
    return None


def _far_of(clause: Clause, at: int) -> list[Phrase]:
    """Whom the event befell, told after when or where: *the murder last night of two men*."""
    if clause.word(at) not in grammar.PREPOSITIONS | grammar.TEMPORAL | {"today", "yesterday"}:
        return []
    for place in range(at, min(len(clause.low) - 1, at + 8)):
        word = clause.low[place]
        if word == "of":
            found = clause.objects(place + 1)
            ok = found and found[0].quantity is not None and found[0].sort in (Sort.PERSON, Sort.NAME)
            return found if ok else []
        if word not in grammar.TEMPORAL | grammar.DETERMINERS | grammar.PREPOSITIONS and word not in _WHEN:
            return []
    return []


def _numbered(clause: Clause, at: int, kind: Kind, *, singular: bool = False) -> Counted | None:
    """*three deaths*, *107 disfigured bodies*."""
    inside = clause.covering[at]
    whole = inside is not None and inside.number is not None and inside.last == at + 1
    number = inside if whole else clause.ending.get(at)
    if number is None or number.number is None or number.quantity is None or number.quantity.high == 0:
        return None
    if singular and not is_single(number):
        return None
    return Counted(kind, at, [number._replace(sort=Sort.NUMBER)])


def _called(clause: Clause, at: int, last: int, sense: Sense) -> Counted | None:
    """*12 fatalities*, *the body of a man*, *a man's body*."""
    if clause.word(last) == "of":
        objects = clause.objects(last + 1)
        if objects and is_countable(clause, objects[0], sense.kind) and objects[0].quantity is not None:
            return Counted(sense.kind, at, objects)
    owner = clause.ending.get(at - 1)
    if sense.form is Form.SINGULAR and clause.word(at - 1) == "'s" and owner is not None:
        return Counted(sense.kind, at, [owner]) if owner.sort in (Sort.PERSON, Sort.NAME) else None
    if sense.form is Form.SINGULAR and persons.is_person(clause.word(last - 1)) and clause.word(at - 1) in _THE:
        first = at - (clause.word(at - 1) in grammar.DETERMINERS)
        whom = Phrase(first, last, Sort.PERSON, clause.word(last - 1), ONE, None, definite=True)
        return Counted(sense.kind, at, [whom])
    return _numbered(clause, at, sense.kind, singular=sense.form is Form.SINGULAR)


def _toll(clause: Clause, at: int, last: int, sense: Sense) -> Counted | None:
    """*the death toll rose from 12 to at least 15*: the number that *to*, *at* or *of* leads in."""
    best: Phrase | None = None
    place = last
    while place < min(len(clause.low), last + 16):
        word = clause.low[place]
        if word in _TOLL_ENDS or (word == "," and best is not None):
            break
        phrase = clause.starting.get(place)
        if phrase is None:
            place += 1
            continue
        lead = clause.word(place - 1)
        counts = phrase.quantity is not None and phrase.number is not None and phrase.sort in (Sort.NUMBER, Sort.PERSON)
        if counts and lead not in ("from", "by"):
            best = phrase
            if lead in _TOLL_LEADS:
                break
        place = phrase.last
    if best is None and clause.word(at - 1) == "the":
        best = clause.ending.get(at - 1)  # *brings to 21 the number of dead*
        best = best if best is not None and best.number is not None and best.before == "to" else None
    if best is None or _is_of_other_kind(clause, best.last, sense.kind):
        return None
    return Counted(sense.kind, at, [best._replace(more=False)])


def _is_of_other_kind(clause: Clause, at: int, kind: Kind) -> bool:
    """Whether a number is stated to be of another kind at once: *a toll of 40 injured*."""
    senses = clause.vocabulary.senses.get(clause.word(at), ())
    stated = {sense.kind.id for sense in senses if not sense.tail and sense.role in (Role.STATE, Role.DONE_TO)}
    return bool(stated) and kind.id not in stated


def _suffers(clause: Clause, at: int, sense: Sense) -> Counted | None:
    """*suffered burns*, *was found with a gunshot wound*."""
    for place in range(at - 1, max(-1, at - 8), -1):
        word = clause.low[place]
        if word in _BEARING or word == "with":
            if clause.word(place + 1) == "no":
                return None
            return Counted(sense.kind, at, clause.subject(place), opened=True)
        if word in (".", ";", ",") or word in grammar.AUXILIARIES:
            return None
    return None


def _unscathed(clause: Clause, at: int, sense: Sense) -> Counted | None:
    """*everyone was unharmed*, *they escaped unhurt*."""
    subject = clause.subject(at)
    return Counted(sense.kind, at, [subject[0]._replace(sort=Sort.NOBODY, quantity=NONE)]) if subject else None


def _none_of(clause: Clause, at: int, sense: Sense) -> Counted | None:
    """*no casualties*, *without injury*, *no immediate reports of deaths*; *any deaths* in a denial."""
    reported = False
    for place in range(at - 1, max(-1, at - 10), -1):
        word = clause.low[place]
        reported = reported or word in _REPORTS
        if word in ("no", "zero") or (word == "without" and place >= at - 2):
            early = any(near in _EARLY for near in clause.low[place : at + 8])
            zero = Phrase(place, at + 1, Sort.NOBODY, clause.low[at], NONE, (place, place + 1))
            status = Status.UNREPORTED if early and (reported or clause.word(at + 1)) else None
            return Counted(sense.kind, at, [zero], status=status)
        if word == "any" and clause.word(at + 1) not in _COUNTS:
            unsaid = Phrase(place, at + 1, Sort.NOBODY, clause.low[at], Quantity(None, None, Modifier.NONE), None)
            return Counted(sense.kind, at, [unsaid], unsaid=True)
        if not _may_stand_after_no(clause, place):
            return None
    return None


def _may_stand_after_no(clause: Clause, at: int) -> bool:
    """Whether a word may stand between *no* and what there was none of: *no immediate reports of deaths*."""
    word = clause.low[at]
    return word in _REPORTS or word in _EARLY or word in _NONE_BETWEEN or word in clause.vocabulary.stating
