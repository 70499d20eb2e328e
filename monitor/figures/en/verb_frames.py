"""The frames of verbs: *12 were killed*, *killed 12*, *killing 12*, *12 died*."""

from __future__ import annotations

from monitor.figures.en import grammar, persons
from monitor.figures.en.arguments import Clause
from monitor.figures.en.counted import Counted, is_countable
from monitor.figures.en.custody import is_arrest, is_custody, is_jailing
from monitor.figures.en.losses import is_loss_of_life
from monitor.figures.en.natures import natures
from monitor.figures.en.phrase import Phrase, Sort
from monitor.figures.en.sight import COUNTABLE, is_single
from monitor.figures.en.times import UNITS, WEEKDAYS
from monitor.figures.en.vocabulary import GAP, Form, Role, Sense
from monitor.figures.en.wordset import words
from monitor.figures.kinds import Kind

_ALSO_OF_THINGS = words(
    "whisk crush overcome burn cut capture seize free save charge trap hold take strand recover lose"
)
_OF_NAMED_THINGS = words("capture seize save")
"""Verbs whose object, by a name of one word, is a place or a thing as soon as a person."""
_TOLD_BY_CONTEXT = {
    "hold": is_custody, "lose": is_loss_of_life, "seize": is_arrest, "capture": is_arrest,
    "jail": is_jailing, "imprison": is_jailing,
}  # fmt: skip
_DISASTERS = frozenset({"weather", "quake"})
_FIGURATIVE_ONGOING = words("hurt cripple")
_ALSO_STOPS_WORK = words("strike")
_SPARED_REACH = 10  # tokens from *none of the* to the verb
_BY = words("by in on with from during when as outside near")
_ALSO_OF_PLACES = words("hit strike hurt")
_OWNING = words("the a an his its their")
_ALSO_A_NOUN = words("hit strike beat cut burn")
_MISSILES = words("bullet bullets shot shots round rounds shrapnel gunfire car truck train van bus vehicle splinters")
_OPENING_CLAUSES = grammar.PRONOUNS | grammar.RELATIVES
_STRIKING = _MISSILES | grammar.RELATIVES | {"and", "then"}
_BEFORE_BE = grammar.MODALS | {"to", "not", "n't", "and"}
_VERBS_NEXT = grammar.SAYING | grammar.AUXILIARIES
_CLAIMED = words("it that he she they there")
_TARGETS = words("car cars bus buses van truck vehicle vehicles helicopter plane him her them police")
_PLACING = words("in at near on outside")
_BE_DONE = grammar.BE | grammar.GET
_LATELY = words("today yesterday tonight overnight")
_ACTED = words("raided stormed entered searched moved swooped descended broke returned")
_SEEING = words("see saw seen seeing watch watched watching witness witnessed witnessing")
_INTENDED = words(
    """
    plan plans planned want wants wanted order orders ordered threat threatened try tries tried attempt attempted vow
    vowed agree agreed need needed intend intended decide decided fail failed refuse refused hope hoped would could
    able unable ready
    """
)


def done_to(clause: Clause, at: int, last: int, sense: Sense) -> Counted | None:
    """*12 were killed*, *killed 12*, *killing 12*, *12 people killed in*, *the killing of 12*."""
    if clause.word(at - 1) == "be" and clause.word(at - 2) not in _BEFORE_BE:
        return None  # *asked that he be arrested*
    told_by_context = _TOLD_BY_CONTEXT.get(sense.base) if sense.kind.counts_persons and not sense.tail else None
    if told_by_context is not None and not told_by_context(clause, at):
        return None
    counted = _done_to_whom(clause, at, last, sense)
    if counted is None or not sense.kind.counts_persons or not (sense.open_outcome or sense.base in _ALSO_OF_THINGS):
        return counted
    lives = sense.tail[-1] if sense.tail else frozenset()  # *took 12 lives*
    kept = [phrase for phrase in counted.phrases if phrase.sort is not Sort.UNKNOWN or phrase.head in lives]
    if sense.base in _OF_NAMED_THINGS:
        kept = [phrase for phrase in kept if phrase.sort is not Sort.NAME or phrase.last - phrase.first > 1]
    return counted._replace(phrases=kept)


def _done_to_whom(clause: Clause, at: int, last: int, sense: Sense) -> Counted | None:
    kind = _marked_kind(clause, at, last, sense.kind) if sense.kind.yields_to else sense.kind
    opened = sense.open_outcome and kind is sense.kind
    if sense.base in _ALSO_A_NOUN and _is_owned(clause, at):
        return None
    if sense.form in (Form.PAST, Form.PARTICIPLE) and clause.is_passive(at):
        return Counted(kind, at, with_others(clause, clause.subject(at), last), opened)
    if clause.word(at + 1) in grammar.BE and clause.word(at - 1) in ("", "also", "and", ",", '"'):
        return Counted(kind, at, clause.objects(at + 2), opened)  # *also arrested were Roe and Doe*
    if sense.form in (Form.PAST, Form.PARTICIPLE) and (told := _told_later(clause, at, last)):
        return Counted(kind, at, told, opened)
    attributed = _attributed(clause, at, sense)
    if attributed is not None:
        return Counted(kind, at, [attributed])
    if sense.form is Form.PARTICIPLE:
        return Counted(kind, at, clause.beside(at), opened)
    if (
        sense.form is Form.BASE
        and not _is_finite_base(clause, at)
        and (kind.counts_persons or not _is_purpose(clause, at))
    ):
        return None
    if sense.form is Form.GERUND and sense.base in _FIGURATIVE_ONGOING and clause.word(at - 1) in grammar.BE:
        return None  # *the strikes are hurting the party*
    if sense.form is Form.GERUND and clause.word(at + 1) == "of":
        return Counted(kind, at, clause.objects(at + 2), opened)
    lives = clause.ending.get(last) if sense.tail and "lives" in sense.tail[-1] else None
    if lives is not None and lives.number is not None:
        return Counted(kind, at, [lives], opened)  # *cost the country 70,000 lives*
    held = last == at + 1 + len(sense.tail) > at + 1 and GAP not in sense.tail  # *claimed the lives of*
    objects = [] if held else clause.objects(_joined_verb(clause, at) + 1)
    objects = objects or clause.objects(_past_marker(clause, last)) or _past_aside(clause, last)
    objects = objects or _past_place(clause, last)
    if objects and not any(is_countable(clause, phrase, kind) for phrase in objects):
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
    struck = bool(objects) and sense.base in _ALSO_OF_PLACES and not _has_striker(clause, at)
    if struck and (objects[0].sort is Sort.NAME or (sense.base != "hurt" and _comes_over(clause, at))):
        return None
    if objects:
        return Counted(kind, at, objects, opened)
    if sense.form in (Form.PAST, Form.PRETERITE) and (whom := _whom_they(clause, at)) is not None:
        return Counted(kind, at, [whom], opened)
    claims = clause.word(at + 1) in _CLAIMED  # *prosecutors charged it was fraud*
    if sense.form is Form.PAST and sense.base in _ALSO_STOPS_WORK and clause.word(last) not in _BY:
        return None  # *workers struck*
    if sense.form is Form.PAST and not claims and not (opened and _goes_out(clause, last)):
        return Counted(kind, at, clause.beside(at), opened)
    return None


def _whom_they(clause: Clause, at: int) -> Phrase | None:
    """Whom a clause without *that* is about: *the 50 pupils they abducted*, *12 men the army had killed*."""
    while clause.word(at - 1) in grammar.HAVE or clause.is_adverb(at - 1):
        at -= 1
    actor = clause.ending.get(at)
    if actor is None or actor.number is not None or not (actor.sort is Sort.PRONOUN or actor.definite):
        return None
    whom = clause.ending.get(actor.first)
    if whom is None or whom.sort is not Sort.PERSON or whom.number is None:
        return None
    quantity, number = whom.inner or (whom.quantity, whom.number)
    return whom._replace(quantity=quantity, number=number, part=False)


def _is_owned(clause: Clause, at: int) -> bool:
    """Whether a word is a noun, or goes with one, behind its owner: *the channel's hit drama*."""
    if clause.word(at - 1) != "'s":
        return clause.word(at - 1) in _OWNING
    return clause.word(at - 2) not in _OPENING_CLAUSES


def past_identifying(clause: Clause, at: int) -> int | None:
    """Past *were*, *were identified as*, *were identified by police as*, where they lead to who it was."""
    if clause.word(at) not in ("was", "were", "are"):
        return None
    at += 1
    while clause.is_adverb(at):
        at += 1
    if clause.word(at) in ("identified", "named"):
        end = next((place for place in range(at + 1, min(at + 8, len(clause.low))) if clause.low[place] == "as"), at)
        at = end + 1
    return at if at in clause.starting else None


def _told_later(clause: Clause, at: int, last: int) -> list[Phrase]:
    """Who it was, told after the verb: *those killed in the raid were two guards*."""
    whole = clause.ending.get(at)
    bare = (
        whole.plural and whole.number is None and whole.definite if whole else clause.word(at - 1) in ("those", "all")
    )
    if not bare:
        return []
    for place in range(last, min(last + 8, len(clause.low))):
        if clause.low[place] in (",", ";", ".") or clause.low[place] in grammar.HAVE:
            return []
        if clause.low[place] in grammar.BE:
            end = past_identifying(clause, place)
            told = clause.objects(end) if end is not None else []
            return [phrase for phrase in told if phrase.quantity is not None]
    return []


def _attributed(clause: Clause, at: int, sense: Sense) -> Phrase | None:
    """Those whom a participle within their own phrase tells of: *the two murdered women*."""
    inside = clause.covering[at]
    if sense.form not in (Form.PAST, Form.PARTICIPLE) or sense.open_outcome or sense.tail or inside is None:
        return None
    counts = inside.sort is Sort.PERSON and inside.number is not None and inside.first < at < inside.last - 1
    return inside if counts else None


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


def _has_striker(clause: Clause, at: int) -> bool:
    """Whether a person or a missile strikes (*a bullet hit Roe*); what storms and strikes hit by name is a place."""
    while clause.is_adverb(at - 1):
        at -= 1
    striker = clause.ending.get(at)
    if striker is None:
        return clause.word(at - 1) in _STRIKING
    return striker.sort in (Sort.PERSON, Sort.NAME, Sort.PRONOUN) or striker.head in _MISSILES


def _comes_over(clause: Clause, at: int) -> bool:
    """Whether what strikes is a disaster, of which others tell how it ended: *an avalanche struck a group of seven*."""
    return not natures(clause.low[at - 1 : at]).isdisjoint(_DISASTERS)


def _past_place(clause: Clause, at: int) -> list[Phrase]:
    """The object behind the place or the day: *have detained in Velm a man*, *arrested on Friday two brothers*."""
    if clause.word(at) not in _PLACING or not _BE_DONE.isdisjoint(clause.low[max(0, at - 2) : at]):
        return []
    place = clause.starting.get(at + 1)
    end = at + 2 if clause.word(at + 1) in WEEKDAYS else place.last if place and place.sort is Sort.NAME else at
    whom = clause.starting.get(end)
    if whom is None or whom.sort is not Sort.PERSON or whom.quantity is None:
        return []
    found = clause.objects(end)
    return [] if not found or clause.word(found[-1].last) in _VERBS_NEXT else found


def _past_aside(clause: Clause, at: int) -> list[Phrase]:
    """The object behind what tells when or how: *killed, at gunpoint, a guard*, *killed in an hour two men*."""
    end = at
    if clause.word(at) == ",":
        end = next((place for place in range(at + 1, min(at + 8, len(clause.low))) if clause.low[place] == ","), at) + 1
        if clause.word(at + 1) not in _BY and clause.word(at + 1) != "at":
            return []
    elif clause.word(at) in ("in", "within"):
        end = (
            next((place for place in range(at + 1, min(at + 9, len(clause.low))) if clause.low[place] in UNITS), at) + 1
        )
        end += clause.word(end) == ","
    elif clause.word(at) in _LATELY:
        end = at + 1
    found = clause.objects(end) if end > at + 1 or clause.word(at) in _LATELY else []
    if not found or found[0].quantity is None or clause.word(found[-1].last) in _VERBS_NEXT:
        return []
    return found if all(phrase.sort in COUNTABLE for phrase in found) else []


def _past_marker(clause: Clause, at: int) -> int:
    """Past a marker that stands before the object: *shot to death a guard*."""
    for phrase, _ in clause.vocabulary.markers.get(clause.word(at), ()):
        if tuple(clause.low[at : at + len(phrase)]) == phrase:
            return at + len(phrase)
    return at


def _is_finite_base(clause: Clause, at: int) -> bool:
    """Whether a base form states what happened (*quakes kill 12*, *did kill*) and not *to kill*, *could kill*."""
    while clause.is_adverb(at - 1) and clause.word(at - 1) != "not":
        at -= 1
    before, earlier = clause.word(at - 1), clause.word(at - 2)
    if before in ("to", "not") or before in grammar.MODALS or earlier in grammar.MODALS or earlier == "to":
        return False
    if before in ("did", "who", "that"):
        return True
    subject = clause.covering[at - 1] if at else None
    if subject is not None and subject.before in grammar.PREPOSITIONS:
        subject = next(iter(clause.subject(at)), subject)  # *the men accused of the attack face charges*
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
    if clause.word(place) == "at" and clause.headline:
        return not _is_where(clause, at, place + 1)
    return clause.word(place) in ("at", "into", "back", "through", "up", "out", "off", "toward")


def _is_where(clause: Clause, at: int, place: int) -> bool:
    """Whether a headline's *at* leads to where it was: *six shot at vigil*, not *man shot at police*."""
    shot = clause.covering[at - 2] if at > 1 else None
    aim = clause.starting.get(place)
    words = set(clause.low[place : aim.last if aim is not None else place + 2])
    return shot is not None and words.isdisjoint(_TARGETS) and not any(map(persons.is_person, words))


def does(clause: Clause, at: int, sense: Sense) -> Counted | None:
    """*12 died*, a headline's *man dies*."""
    seen = clause.ending.get(at)
    if sense.form in (Form.BASE, Form.GERUND) and seen is not None and seen.before in _SEEING:
        return Counted(sense.kind, at, clause.joined_before(seen))  # *saw his brother die*
    goes_on = bool(sense.tail) and clause.word(at - 1) in grammar.BE  # *is facing charges*
    if (sense.form is Form.GERUND and not goes_on) or (sense.form is Form.BASE and not _is_finite_base(clause, at)):
        return None
    return Counted(sense.kind, at, with_others(clause, clause.subject(at), at + 1))


def spared(clause: Clause, at: int, sense: Sense) -> Counted | None:
    """*none of the 12 survived*, *two did not survive*: those of whom it is denied."""
    if clause.word(at - 1) in grammar.NEGATIONS:
        return Counted(sense.kind, at - 1, [one for one in clause.subject(at - 1) if one.number is not None])
    for place in range(at - 1, max(-1, at - _SPARED_REACH), -1):
        if clause.low[place : place + 2] == ["none", "of"]:
            whole = clause.starting.get(place + 2)
            return Counted(sense.kind, place, [whole]) if whole is not None and whole.number is not None else None
        if clause.low[place] in (".", ",", ";", "and", "but"):
            return None
    return None


def with_others(clause: Clause, counted: list[Phrase], at: int) -> list[Phrase]:
    """A subject with those it shared its lot with: *Roe was found dead along with his driver*."""
    several = all(phrase.number is not None for phrase in counted) and clause.word(at) in ("along", "together")
    if len(counted) != 1 or not (several or is_single(counted[0])):
        return counted
    return counted + clause.along(at)
