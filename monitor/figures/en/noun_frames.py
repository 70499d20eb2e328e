"""The frames of nouns: *the murder of two men*, *a toll of 12*, *12 fatalities*, *suffered burns*, *no casualties*."""

from __future__ import annotations

from monitor.figures.document import Quantity
from monitor.figures.en import grammar, persons
from monitor.figures.en.arguments import Clause
from monitor.figures.en.counted import Counted, is_countable
from monitor.figures.en.dates import is_year
from monitor.figures.en.phrase import NONE, ONE, Phrase, Sort
from monitor.figures.en.sight import COUNTABLE, is_single
from monitor.figures.en.vocabulary import Form, Role, Sense
from monitor.figures.en.wordset import words
from monitor.figures.kinds import Kind
from monitor.model import Modifier, Status

_MULTIPLES = {"double": 2, "triple": 3, "quadruple": 4, "twin": 2}
_BEARING = words("got survived suffered sustained suffering suffers received receiving sustaining sustains incurred")
_BORNE = words("sustained suffered received")
_OWNS = words("a an serious minor slight severe multiple several two three")
_TOLL_LEADS = words("to at of is was reached hit passed topped reaches hits : ,")
_RISES = words(
    """
    risen rose climbed grown grew reached passed stood jumped increased fallen fell dropped lowered cut reduced revised
    raised
    """
)
_TOLL_ENDS = words(". ; as after when while but")
_REPORTS = words("reports report word confirmation information indication signs sign")
_EARLY = words("immediate immediately initial confirmed")
_COUNTS = words(
    "figure figures number numbers toll count counts rate rates list lists estimate estimates report reports"
)
_FIGURES = words("figure figures number numbers toll count counts list lists estimate estimates")
_THE = words("the a an this that")
_BODIES = words("body bodies")
_OF_OFFICE = words(
    """
    advisory administrative cultural expert governing government independent industry international judicial
    legislative monitoring national official oversight professional public regional regulatory religious representative
    ruling sporting sports standards state statutory student supervisory trade un watchdog
    """
)
"""Words before *bodies* that are of offices."""
_WHEN = words(
    "night morning evening afternoon week month year past hours days two three few noon midnight dawn ago 24 48 72"
)
_WRONGLY = words("mistakenly wrongly erroneously")
_TWICE = words("twice double")
_ENTERED = words("counted listed recorded registered reported included")
_HEADING = 3  # words before the one that states a figure in a list of facts
_HEADINGS = (Form.PLURAL, Form.ADJECTIVE, Form.PAST, Form.PARTICIPLE)
_DOERS = words("killer killers murderer murderers assassin assassins slayer slayers")
_CAUSING = words("caused causing reported were are been produced")
_DEATHS = words("deaths death fatalities dead")
_OF_MANY = words("massacre massacres slaughter slaughters carnage")
_DONE = words("committed perpetrated")
_FAR_STARTS = grammar.PREPOSITIONS | grammar.TEMPORAL | _DONE
_MAY_STAND_BEFORE_OF = grammar.TEMPORAL | grammar.DETERMINERS | grammar.PREPOSITIONS | _WHEN
_WEAPONS = words("gunfire machinegun machine gun fire gunshot gunshots poison bomb bombs")
_NONE_BETWEEN = words(
    """
    of on about or and , to serious major fatal further other civilian human military known apparent loss life damage
    damages new additional police official property material personal significant bodily physical injuries deaths
    injury
    """
)


def event(clause: Clause, at: int, last: int, sense: Sense) -> Counted | None:
    """*the murder of two men*, *Roe's death*, *three deaths*, *double murder*."""
    kind = sense.kind
    if sense.tail:
        lives = clause.ending.get(last)  # *the loss of 12 lives*
        return Counted(kind, at, [lives]) if lives is not None and lives.number is not None else None
    last += clause.word(last) == '"'
    last = _past_aside(clause, last)
    if clause.low[at] in _BODIES and clause.word(at - 1) in _OF_OFFICE:
        return None  # *19 independent bodies*
    if clause.word(last) == "of":
        objects = clause.objects(last + 1, of_noun=True)
        if len(objects) == 1 and clause.low[at] in _OF_MANY and _is_bare_name(objects[0], last + 1):
            return None  # *the massacre of San Marco*
        if (
            objects
            and is_countable(clause, objects[0], kind)
            and (objects[0].quantity is not None or (sense.form is Form.SINGULAR and clause.low[at] not in _DOERS))
        ):
            return Counted(kind, at, objects)
    if clause.low[at] in _DOERS:
        return None  # *three killers*, *the city's killer*
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
    if clause.low[at] in _OF_MANY or before in ("mass", "multiple"):
        return None  # *two massacres*
    if sense.form is Form.PLURAL or "one" in clause.low[max(0, at - 2) : at]:
        return _numbered(clause, at, kind)
    if before in _MULTIPLES:
        value = _MULTIPLES[before]
        whole = Quantity(value, value, Modifier.EXACT)
        return Counted(kind, at, [Phrase(at - 1, at, Sort.NUMBER, "", whole, (at - 1, at), plural=True)])
    return None


def _is_bare_name(phrase: Phrase, first: int) -> bool:
    return phrase.sort is Sort.NAME and phrase.first == first and is_single(phrase)


def _past_aside(clause: Clause, at: int) -> int:
    """Past an aside between dashes: *the massacre -- for which he blamed the army -- of nearly 80 people*."""
    if clause.word(at) != "--":
        return at
    closed = next((place for place in range(at + 1, min(at + 14, len(clause.low))) if clause.low[place] == "--"), at)
    return closed + 1 if closed > at and clause.word(closed + 1) == "of" else at


def _far_of(clause: Clause, at: int) -> list[Phrase]:
    """Whom the event befell, told after when, where or how: *the murder last night of two men*."""
    if clause.word(at) not in _FAR_STARTS:
        return []
    done = clause.word(at) in _DONE
    doer = clause.starting.get(at + 1) if clause.word(at) == "by" else None
    if doer is not None and doer.sort is Sort.PERSON and doer.plural:
        at = doer.last  # *the killing by rebels of 12 guards*
    for place in range(at, min(len(clause.low) - 1, at + 10)):
        word = clause.low[place]
        if (word == "of" and not done) or (word == "against" and done):
            found = clause.objects(place + 1, of_noun=True)
            ok = found and found[0].quantity is not None and found[0].sort in (Sort.PERSON, Sort.NAME)
            return found if ok else []
        if not done and not _tells_when_or_where(clause, place):
            return []
    return []


def _tells_when_or_where(clause: Clause, at: int) -> bool:
    """Whether a word may belong to *last night*, *on 22 March*, *in Dover* or *by gunfire* after an event."""
    word = clause.low[at]
    if word in _MAY_STAND_BEFORE_OF or (word.isdecimal() and len(word) <= 2):
        return True
    if clause.texts[at][0].isupper():
        before = clause.word(at - 1)
        return before in ("in", "at", "near") or clause.texts[at - 1][0].isupper()
    return word in _WEAPONS and not {"by", "with"}.isdisjoint(clause.low[max(0, at - 3) : at])


def _numbered(clause: Clause, at: int, kind: Kind, *, singular: bool = False) -> Counted | None:
    """*three deaths*, *107 disfigured bodies*."""
    inside = clause.covering[at]
    whole = inside is not None and inside.number is not None and inside.last == at + 1
    number = inside if whole else clause.ending.get(at)
    if number is None or number.number is None or number.quantity is None or number.quantity.high == 0:
        return None
    if (singular and not is_single(number)) or _is_counted_again(clause, at + 1):
        return None
    return Counted(kind, at, [number._replace(sort=Sort.NUMBER)])


def _is_counted_again(clause: Clause, at: int) -> bool:
    """*one body had been counted twice*, *two deaths were wrongly listed*: what a count had too many."""
    wrongly = False
    while clause.word(at) in grammar.AUXILIARIES or clause.word(at) in _WRONGLY:
        wrongly = wrongly or clause.word(at) in _WRONGLY
        at += 1
    return clause.word(at) in _ENTERED and (wrongly or clause.word(at + 1) in _WRONGLY | _TWICE)


def called(clause: Clause, at: int, last: int, sense: Sense) -> Counted | None:
    """*12 fatalities*, *the body of a man*, *a man's body*."""
    if clause.word(at - 2) == "over":
        return None  # *over the bodies of his men*
    if clause.low[at] in _BODIES and clause.word(at - 1) in _OF_OFFICE:
        return None  # *19 independent bodies*
    if clause.word(last) == "of":
        objects = clause.objects(last + 1, of_noun=True)
        if objects and is_countable(clause, objects[0], sense.kind) and objects[0].quantity is not None:
            return Counted(sense.kind, at, objects)
    owner = clause.ending.get(at - 1)
    if sense.form is Form.SINGULAR and clause.word(at - 1) == "'s" and owner is not None:
        return Counted(sense.kind, at, [owner]) if owner.sort in (Sort.PERSON, Sort.NAME) else None
    inside = clause.covering[at]
    opened = clause.word(inside.first if inside is not None and inside.last == last else at - 1)
    if sense.form is Form.SINGULAR and persons.is_person(clause.word(last - 1)) and opened in _THE:
        first = at - (clause.word(at - 1) in grammar.DETERMINERS)
        whom = Phrase(first, last, Sort.PERSON, clause.word(last - 1), ONE, None, definite=True)
        return Counted(sense.kind, at, [whom])
    return _numbered(clause, at, sense.kind, singular=sense.form is Form.SINGULAR)


def toll(clause: Clause, at: int, last: int, sense: Sense) -> Counted | None:
    """*the death toll rose from 12 to at least 15*: the number that *to*, *at* or *of* leads in."""
    if clause.word(last) == "of" and _is_of_other_kind(clause, last + 1, sense.kind):
        return None
    if clause.word(last) == "on":
        return None  # *has taken its toll on several victims*
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
    if best is None:
        best = _risen_to(clause, last)
    if best is None and clause.word(at - 1) == "the":
        best = clause.ending.get(at - 1)  # *brings to 21 the number of dead*
        best = best if best is not None and best.number is not None and best.before == "to" else None
    if best is None or _is_of_other_kind(clause, best.last, sense.kind):
        return None
    return Counted(sense.kind, at, [best._replace(more=False)])


def _risen_to(clause: Clause, last: int) -> Phrase | None:
    """The number behind a clause that parts the toll from its verb: *killed when the train left has risen*."""
    for place in range(last, min(len(clause.low), last + 40)):
        word = clause.low[place]
        if word in (".", ";") or (word == "," and place > last + 20):
            return None
        if word not in _RISES or not (
            clause.word(place - 1) in grammar.HAVE | grammar.BE or clause.word(place + 1) in ("to", "at")
        ):
            continue
        for lead in range(place, min(len(clause.low), place + 6)):
            phrase = clause.starting.get(lead + 1)
            counts = phrase is not None and phrase.quantity is not None and phrase.number is not None
            if counts and clause.low[lead] in ("to", "at", "reached", "passed"):
                return phrase
        return None
    return None


def _is_of_other_kind(clause: Clause, at: int, kind: Kind) -> bool:
    """Whether a number is stated to be of another kind at once: *a toll of 40 injured*."""
    senses = clause.vocabulary.senses.get(clause.word(at), ())
    stated = {sense.kind.id for sense in senses if not sense.tail and sense.role in (Role.STATE, Role.DONE_TO)}
    return bool(stated) and kind.id not in stated


def listed(clause: Clause, at: int, last: int, sense: Sense) -> Counted | None:
    """*Deaths: seven*, *Injured: 71*, *Homes destroyed: at least 1,700*: the number in a list of facts."""
    told = clause.starting.get(last + 1) if clause.word(last) == ":" and at <= _HEADING else None
    if told is None or told.number is None or told.quantity is None or sense.form not in _HEADINGS:
        return None
    of_things = clause.word(at - 1) in clause.vocabulary.things or clause.word(at - 1) in persons.THINGS
    if sense.kind.counts_persons and of_things:
        return None  # *Ships seized: 12*
    if told.sort is Sort.NUMBER and not is_year(clause.low[told.first]):
        return Counted(sense.kind, at, [told])
    return Counted(sense.kind, at, [told]) if is_countable(clause, told, sense.kind) else None


def suffers(clause: Clause, at: int, sense: Sense) -> Counted | None:
    """*suffered burns*, *was found with a gunshot wound*, *reports of nine injuries*, *the injury of six people*."""
    number = clause.ending.get(at)
    if number is not None and sense.form is Form.PLURAL and _are_of_several(clause, number):
        return _numbered(clause, at, sense.kind)
    if clause.word(at + 1) == "of":
        objects = clause.objects(at + 2, of_noun=True)
        return Counted(sense.kind, at, objects) if objects and _are_told(clause, objects[0], sense.kind) else None
    if clause.word(at + 1) in _BORNE and clause.word(at + 2) == "by":
        return Counted(sense.kind, at, clause.objects(at + 3), opened=True)  # *injuries sustained by a boy*
    for place in range(at - 1, max(-1, at - 8), -1):
        word = clause.low[place]
        if word == "with" and clause.word(place - 1) == "connection":
            return None  # *held in connection with injuries to a boy*
        bears = word in grammar.HAVE and clause.word(place + 1) in _OWNS
        if bears or word in _BEARING or word == "with":
            if clause.word(place + 1) == "no":
                return None
            return Counted(sense.kind, at, clause.subject(place), opened=True)
        if word in (".", ";", ",") or word in grammar.AUXILIARIES:
            return None
    return None


def _are_of_several(clause: Clause, number: Phrase) -> bool:
    """Whether injuries are as many people: *reports of 12 injuries*, *five deaths and 12 injuries*, *caused 12*."""
    earlier = clause.word(number.first - 2)
    if number.before == "of":
        return earlier in ("reports", "report")
    return number.before in _CAUSING or (number.before == "and" and earlier in _DEATHS)


def _are_told(clause: Clause, phrase: Phrase, kind: Kind) -> bool:
    """Whether a phrase says who suffered: *the injury of six people*, not *injuries of the leg*."""
    return phrase.quantity is not None and phrase.sort in COUNTABLE and is_countable(clause, phrase, kind)


def none_of(clause: Clause, at: int, sense: Sense) -> Counted | None:
    """*no casualties*, *without injury*, *no immediate reports of deaths*; *any deaths* in a denial."""
    reported = False
    for place in range(at - 1, max(-1, at - 10), -1):
        word = clause.low[place]
        reported = reported or word in _REPORTS
        if word in ("no", "zero") or (word == "without" and place >= at - 3):
            if clause.word(at + 1) in _FIGURES:
                return None  # *no casualty figures were given*
            early = any(near in _EARLY for near in clause.low[place : at + 8])
            zero = Phrase(place, at + 1, Sort.NOBODY, clause.low[at], NONE, (place, place + 1))
            later = clause.word(at + 1)
            status = Status.UNREPORTED if later in _REPORTS or (early and (reported or later)) else None
            return Counted(sense.kind, at, [zero], status=status)
        if word == "any" and clause.word(place - 1) == "without":
            continue
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
