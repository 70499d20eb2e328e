"""Finds what an English text says of each watched kind: the number, who was counted, and the word that states it.

A sentence without a word of any kind is passed over. In the others the noun phrases are found, and each word that
states a kind is asked, by its role, for the phrase that it counts: what stands before a passive, after an active verb,
behind *the murder of*, and so on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from monitor.figures.document import Document, Mention, Quantity, Token
from monitor.figures.en import grammar, numerals, persons, phrases
from monitor.figures.en.phrases import NONE, ONE, SOME, Phrase, Sort
from monitor.figures.en.vocabulary import Form, Role, Sense, Vocabulary, compile_kinds
from monitor.figures.en.victims import Told, settle
from monitor.figures.kinds import Kind, Kinds
from monitor.model import Modifier, Status


def mentions(document: Document, kinds: Kinds) -> list[Mention]:
    """Every number, or lack of one, that the document gives for a watched kind, in text order."""
    vocabulary = compile_kinds(kinds)
    told: list[Told] = []
    for at, sentence in enumerate(document.sentences):
        if any(token.low in vocabulary.senses for token in sentence.tokens):
            told += _SentenceReader(sentence.tokens, at, vocabulary, headline=sentence.paragraph < 0).run()
    return settle(told, kinds)


def is_cased(tokens: Sequence[Token]) -> bool:
    """Whether capitals mark names: not in all-capital text and headlines in title case."""
    long = [token for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    if len(long) < 3:
        return True
    capitals = sum(token.text[0].isupper() for token in long)
    return capitals * 10 < len(long) * 7


class _SentenceReader:
    def __init__(self, tokens: Sequence[Token], sentence: int, vocabulary: Vocabulary, *, headline: bool) -> None:
        self.tokens = tokens
        self.low = [token.low for token in tokens]
        self.sentence = sentence
        self.vocabulary = vocabulary
        cased = is_cased(tokens)
        self.phrases = phrases.find(tokens, vocabulary, cased=cased, headline=headline or not cased)
        self.starting = {phrase.first: phrase for phrase in self.phrases}
        self.ending = {phrase.last: phrase for phrase in self.phrases}
        self.covering: list[Phrase | None] = [None] * len(tokens)
        for phrase in self.phrases:
            for place in range(phrase.first, phrase.last):
                self.covering[place] = phrase
        self.made: list[Told] = []

    def run(self) -> list[Told]:
        at = 0
        while at < len(self.low):
            senses = self.vocabulary.senses.get(self.low[at])
            if senses:
                self._state(at, senses)
            at += 1
        return self._contrasted(self._without_doubles())

    def _state(self, at: int, senses: tuple[Sense, ...]) -> None:
        done: set[str] = set()
        for sense in senses:
            if sense.kind.id in done:
                continue
            last = self._tail_end(at, sense)
            if last is None or self._is_ruled_out(at, sense.kind):
                continue
            if self._by_role(at, last, sense):
                done.add(sense.kind.id)

    def _by_role(self, at: int, last: int, sense: Sense) -> bool:
        match sense.role:
            case Role.DONE_TO:
                return self._done_to(at, last, sense)
            case Role.DOES:
                return self._does(at, last, sense)
            case Role.STATE:
                return self._is_in_state(at, last, sense)
            case Role.EVENT:
                return self._event(at, last, sense)
            case Role.CALLED:
                return self._called(at, last, sense)
            case Role.TOLL:
                return self._toll(at, last, sense)
            case Role.SUFFERS:
                return self._suffers(at, last, sense)
            case Role.UNSCATHED:
                return self._unscathed(at, last, sense)
            case Role.NONE_OF:
                return self._none_of(at, last, sense)

    # Words

    def _tail_end(self, at: int, sense: Sense) -> int | None:
        """Where the words of a sense end; None where they do not follow. A verb may hold its object in between."""
        if not sense.tail:
            return at + 1
        place = at + 1
        gap = 6 if sense.role is Role.DONE_TO and sense.form is not Form.ADJECTIVE else 0
        for word in sense.tail:
            if word == "...":
                gap = 6
                continue
            reach = min(len(self.low), place + gap + 1)
            while place < reach and self.low[place] != word:
                if self.low[place] in (".", ",", ";", "and", "but"):
                    return None
                place += 1
            if place >= reach:
                return None
            place += 1
            gap = 0
        return place

    def _is_ruled_out(self, at: int, kind: Kind) -> bool:
        for phrase, identity in self.vocabulary.ruled_out.get(self.low[at], ()):
            if identity != kind.id:
                continue
            for shift, word in enumerate(phrase):
                first = at - shift
                if word == self.low[at] and first >= 0 and tuple(self.low[first : first + len(phrase)]) == phrase:
                    return True
        return False

    def _kind_by_marker(self, at: int, last: int, kind: Kind) -> tuple[Kind, int]:
        """The kind that a marker turns the verb into: *fatally* shot, shot the man *dead*."""
        for place in (*range(max(0, at - 2), at), *range(last, min(len(self.low), last + 8))):
            if place >= last and (
                self.low[place] in (".", ";", ",", "and", "but") or self.low[place] in grammar.AUXILIARIES
            ):
                break
            for words, marked in self.vocabulary.markers.get(self.low[place], ()):
                if marked is not kind and tuple(self.low[place : place + len(words)]) == words:
                    if place < at and words[0] == "dead":
                        continue
                    return marked, max(last, place + len(words)) if place - last < 1 else last
        return kind, last

    # Frames

    def _done_to(self, at: int, last: int, sense: Sense) -> bool:
        kind, after = (sense.kind, last)
        if sense.open_outcome or sense.kind.yields_to:
            kind, after = self._kind_by_marker(at, last, sense.kind)
        opened = sense.open_outcome and kind is sense.kind
        passive = sense.form in (Form.PAST, Form.PARTICIPLE) and self._is_passive(at)
        if passive:
            return self._tell(kind, at, self._subject(at), opened=opened)
        if sense.form is Form.PARTICIPLE:
            return self._tell(kind, at, self._beside(at), opened=opened)
        if sense.form is Form.BASE and not self._is_finite_base(at):
            return False
        if sense.form is Form.GERUND and self.low[at + 1 : at + 2] == ["of"]:
            return self._tell(kind, at, self._list_right(at + 2), opened=opened)
        objects = self._list_right(at + 1) if last == at + 1 else (self._list_right(at + 1) or self._list_right(last))
        if objects and not self._is_countable(objects[0], kind) and objects[0].sort is not Sort.NOBODY:
            objects = []
        if objects:
            return self._tell(kind, at, objects, opened=opened)
        if sense.form is Form.PAST and not (opened and self._goes_out(last)):
            return self._tell(kind, at, self._beside(at), opened=opened)
        return False

    def _goes_out(self, at: int) -> bool:
        """Whether a verb is of what was done, to nobody: *shot at*, *struck back*."""
        place = at
        while place < len(self.low) and self.low[place] in grammar.ADVERBS | {"repeatedly"}:
            place += 1
        return self.low[place : place + 1] in (
            ["at"],
            ["into"],
            ["back"],
            ["through"],
            ["up"],
            ["out"],
            ["off"],
            ["toward"],
        )

    def _does(self, at: int, last: int, sense: Sense) -> bool:
        if sense.form is Form.BASE and not self._is_finite_base(at):
            return False
        if sense.form is Form.GERUND:
            return False
        return self._tell(sense.kind, at, self._subject(at))

    def _is_in_state(self, at: int, last: int, sense: Sense) -> bool:
        inside = self.covering[at]
        if inside is not None and inside.last > at + 1:
            if inside.quantity is None or inside.sort not in (Sort.PERSON, Sort.NAME):
                return False
            return self._tell(sense.kind, at, [inside])
        if self.low[at - 1 : at] == ["the"]:
            return False
        beside = self.ending.get(at)
        if beside is not None and beside.sort is Sort.NUMBER:
            return self._tell(sense.kind, at, self._list_left(beside))
        if at and (
            self.low[at - 1]
            in grammar.BE
            | grammar.ADVERBS
            | {
                "left",
                "pronounced",
                "declared",
                "found",
                "presumed",
                "feared",
                "remain",
                "remained",
                "confirmed",
                "reported",
                "listed",
            }
            | {"and", ","}
        ):
            return self._tell(sense.kind, at, self._subject(at))
        if beside is not None:
            return self._tell(sense.kind, at, self._list_left(beside))
        return False

    def _event(self, at: int, last: int, sense: Sense) -> bool:
        kind = sense.kind
        if self.low[last : last + 1] == ["of"]:
            objects = self._list_right(last + 1)
            if objects and self._is_countable(objects[0], kind):
                return self._tell(kind, at, objects)
        if at >= 1 and self.low[at - 1] in ("his", "her"):
            return self._tell(kind, at, [Phrase(at - 1, at, Sort.PRONOUN, self.low[at - 1], ONE, None, definite=True)])
        if at >= 2 and self.low[at - 1] == "'s" or (at >= 2 and self.low[at - 1] == "'"):
            owner = self.ending.get(at - 1)
            if owner is not None and self._is_countable(owner, kind) and (owner.quantity is not None):
                return self._tell(kind, at, [owner])
            return False
        inside = self.covering[at]
        if sense.form is Form.PLURAL:
            number = inside if inside is not None and inside.number is not None else self.ending.get(at)
            if (
                number is not None
                and number.quantity is not None
                and number.number is not None
                and number.sort in (Sort.NUMBER, Sort.UNKNOWN, Sort.THING)
            ):
                if number.quantity.low == 0 and number.quantity.high == 0:
                    return False
                return self._tell(kind, at, [number._replace(sort=Sort.NUMBER)])
        if at and self.low[at - 1] in ("double", "triple", "quadruple"):
            value = {"double": 2, "triple": 3, "quadruple": 4}[self.low[at - 1]]
            whole = Quantity(value, value, Modifier.EXACT)
            return self._tell(kind, at, [Phrase(at - 1, at, Sort.NUMBER, "", whole, (at - 1, at), plural=True)])
        return False

    def _called(self, at: int, last: int, sense: Sense) -> bool:
        inside = self.covering[at]
        if self.low[last : last + 1] == ["of"]:
            objects = self._list_right(last + 1)
            if objects and self._is_countable(objects[0], sense.kind):
                return self._tell(sense.kind, at, objects)
        if sense.form is Form.SINGULAR and at and self.low[at - 1] == "'s":
            owner = self.ending.get(at - 1)
            if owner is not None and owner.sort in (Sort.PERSON, Sort.NAME):
                return self._tell(sense.kind, at, [owner])
        number = inside if inside is not None and inside.number is not None else self.ending.get(at)
        if number is not None and number.number is not None and number.quantity is not None:
            if number.quantity.low == 0 and number.quantity.high == 0:
                return False
            return self._tell(sense.kind, at, [number._replace(sort=Sort.NUMBER)])
        return False

    def _toll(self, at: int, last: int, sense: Sense) -> bool:
        """*the death toll rose from 12 to at least 15*: the last number of the clause that *to* or *at* or *of* leads in."""
        best: Phrase | None = None
        place = last
        while place < min(len(self.low), last + 16):
            word = self.low[place]
            if word in (".", ";", "as", "after", "when", "while", "but") or (word == "," and best is not None):
                break
            phrase = self.starting.get(place)
            if phrase is not None and phrase.quantity is not None and phrase.number is not None:
                leads = self.low[place - 1]
                if phrase.sort in (Sort.NUMBER, Sort.PERSON) and leads != "from":
                    if leads in ("by",):
                        place = phrase.last
                        continue
                    best = phrase
                    if leads in ("to", "at", "of", "is", "was", "reached", "hit", "passed", "topped", ":"):
                        break
                place = phrase.last
                continue
            place += 1
        if best is None:
            return False
        return self._tell(sense.kind, at, [best._replace(more=False)])

    def _suffers(self, at: int, last: int, sense: Sense) -> bool:
        """*suffered burns*, *was taken to hospital with minor injuries*."""
        place = at - 1
        low = max(0, at - 7)
        while place >= low:
            word = self.low[place]
            if word in (
                "suffered",
                "sustained",
                "suffering",
                "suffers",
                "received",
                "receiving",
                "sustaining",
                "sustains",
                "incurred",
            ):
                if self.low[place + 1 : place + 2] in (["no"],):
                    return False
                return self._tell(sense.kind, at, self._subject(place), opened=True)
            if word == "with":
                return self._tell(sense.kind, at, self._subject(place), opened=True)
            if word in (".", ";", ",") or word in grammar.AUXILIARIES:
                return False
            place -= 1
        return False

    def _unscathed(self, at: int, last: int, sense: Sense) -> bool:
        subject = self._subject(at)
        if subject and subject[0].head in ("everyone", "everybody", "both", "all"):
            nobody = subject[0]._replace(sort=Sort.NOBODY, quantity=NONE)
            return self._tell(sense.kind, at, [nobody])
        return False

    def _none_of(self, at: int, last: int, sense: Sense) -> bool:
        """*no casualties*, *without injury*, *no immediate reports of deaths*."""
        place = at - 1
        reports = False
        while place >= max(0, at - 9):
            word = self.low[place]
            if word in ("reports", "report", "word", "confirmation", "information"):
                reports = True
            if word in ("no", "without", "zero"):
                if word == "without" and place < at - 2:
                    return False
                zero = Phrase(place, at + 1, Sort.NOBODY, self.low[at], NONE, (place, place + 1))
                early = any(
                    word in ("immediate", "immediately", "initial", "confirmed") for word in self.low[place : at + 8]
                )
                status = Status.UNREPORTED if reports and early else None
                return self._tell(sense.kind, at, [zero], status=status)
            if word in ("any",):
                phrase = Phrase(place, at + 1, Sort.NOBODY, self.low[at], Quantity(None, None, Modifier.NONE), None)
                return self._tell(sense.kind, at, [phrase], unsaid=True)
            if word in (".", ";", "but", "that", "said"):
                return False
            place -= 1
        return False

    # Arguments

    def _is_passive(self, at: int) -> bool:
        """Whether a form of *to be* or *to get* governs the participle, over adverbs and verbs joined by *and*."""
        place = at - 1
        low = max(0, at - 8)
        while place >= low:
            word = self.low[place]
            if word in grammar.BE or word in grammar.GET:
                return True
            if (
                word in grammar.ADVERBS
                or word.endswith("ly")
                or word in ("and", "or", "then", ",")
                or word in self.vocabulary.senses
                or word == "found"
            ):
                place -= 1
                continue
            return False
        return False

    def _is_finite_base(self, at: int) -> bool:
        """Whether a base form states what happened: a headline's *quakes kill 12*, *did kill*; not *to kill*, *could kill*."""
        before = self.low[at - 1] if at else ""
        earlier = self.low[at - 2] if at > 1 else ""
        if before in ("to", "not", "n't") or before in grammar.MODALS or earlier in grammar.MODALS or earlier == "to":
            return False
        if before in ("did", "does", "do", "and", "or", "who", "that"):
            return before in ("did",) or before in ("who", "that")
        return at > 0 and self.covering[at - 1] is not None

    def _list_right(self, at: int) -> list[Phrase]:
        """The phrase that begins here (over adverbs) and those joined to it."""
        place = at
        while (
            place < len(self.low)
            and place < at + 3
            and (self.low[place] in grammar.ADVERBS or self.low[place] in ('"', "'"))
            and place not in self.starting
        ):
            place += 1
        first = self.starting.get(place)
        if first is None:
            return []
        found = [first]
        while True:
            joined = self._joined_after(found[-1].last)
            if joined is None:
                return found
            found.append(joined)

    def _joined_after(self, at: int) -> Phrase | None:
        """The phrase that *and* or a comma joins to the one that ends here, where it is of the same list."""
        low = self.low
        place = at
        if low[place : place + 2] == [",", "and"]:
            place += 2
        elif low[place : place + 1] in (["and"], [","], ["&"]):
            place += 1
        elif low[place : place + 3] == ["as", "well", "as"]:
            place += 3
        else:
            return None
        phrase = self.starting.get(place)
        if phrase is None or phrase.sort not in (Sort.PERSON, Sort.NAME, Sort.NUMBER) or phrase.quantity is None:
            return None
        if phrase.last < len(low) and (
            low[phrase.last] in self.vocabulary.senses or low[phrase.last] in grammar.AUXILIARIES
        ):
            return None
        if low[at] == "," and low[place - 1] == ",":  # an apposition unless the list goes on to an *and*
            after = phrase.last
            ahead = low[after : after + 1]
            if ahead not in ([","], ["and"]) or phrase.sort is Sort.NUMBER:
                return None
            deeper = self._joined_after(after)
            if deeper is None:
                return None
        return phrase

    def _list_left(self, last: Phrase) -> list[Phrase]:
        """A phrase and those joined to it before it."""
        found = [last]
        while True:
            before = self._joined_before(found[0])
            if before is None:
                return found
            found.insert(0, before)

    def _joined_before(self, phrase: Phrase) -> Phrase | None:
        at = phrase.first
        low = self.low
        if at >= 2 and low[at - 1] == "and":
            at -= 1
            if low[at - 1] == ",":
                at -= 1
        elif at >= 2 and low[at - 1] == ",":
            at -= 1
        else:
            return None
        if low[at : at + 1] == [","] and self.ending.get(at) is None:
            at = self._apposition(at) or at
        before = self.ending.get(at)
        if before is None or before.sort not in (Sort.PERSON, Sort.NAME, Sort.NUMBER) or before.quantity is None:
            return None
        if (
            low[phrase.first - 1] == ","
            and self._joined_before(before) is None
            and low[before.first - 1 : before.first] != ["and"]
        ):
            return None
        if before.before in grammar.PREPOSITIONS and before.before not in ("of",):
            return None
        return before

    def _beside(self, at: int) -> list[Phrase]:
        """What a participle without *to be* counts: the phrase just before it, over adverbs."""
        place = at
        while place > 0 and (self.low[place - 1] in grammar.ADVERBS or self.low[place - 1].endswith("ly")):
            place -= 1
        phrase = self.ending.get(place)
        if phrase is not None:
            return self._list_left(phrase)
        if place > 1 and self.low[place - 1] in ("and", "or", ","):
            return self._subject(at)
        return []

    def _subject(self, at: int) -> list[Phrase]:
        """The subject of a verb: back over adverbs, auxiliaries, other verbs, prepositional phrases and appositions."""
        place = at
        fallback: list[Phrase] = []
        steps = 0
        while place > 0 and steps < 40:
            steps += 1
            word = self.low[place - 1]
            phrase = self.ending.get(place)
            if phrase is None:
                if word in ("who", "whom") and place > 1:
                    antecedent = self.ending.get(place - 1 - (self.low[place - 2] == ","))
                    if antecedent is not None and antecedent.sort in (Sort.PERSON, Sort.NAME, Sort.NUMBER):
                        return self._list_left(antecedent)
                if word in (";", ":", ".") or (word in ('"',) and steps > 6):
                    break
                if (
                    word
                    in ("when", "after", "because", "while", "although", "if", "whether", "as", "that", "said", "where")
                    and steps > 1
                ):
                    if (
                        word == "that"
                        and place > 1
                        and self.ending.get(place - 1) is not None
                        and self._acts(self.ending[place - 1])
                    ):
                        place -= 1
                        continue
                    break
                if word == "," and self.low[place - 1 : place] == [","]:
                    opened = self._apposition(place - 1)
                    if opened is not None:
                        place = opened
                        continue
                place -= 1
                continue
            if phrase.before in grammar.PREPOSITIONS and not self._of_quantity(phrase):
                if not fallback and phrase.sort in (Sort.PERSON, Sort.NUMBER) and phrase.number is not None:
                    fallback = [phrase]
                place = phrase.first - 1
                continue
            if phrase.sort is Sort.NAME and self._is_tail_of_name(phrase):
                place = phrase.first
                continue
            if self._is_object(phrase) and self.low[phrase.last : phrase.last + 1] == ["and"]:
                place = phrase.first - 1
                continue
            if phrase.sort in (Sort.PERSON, Sort.NAME, Sort.PRONOUN, Sort.NOBODY) or (
                phrase.sort in (Sort.NUMBER, Sort.UNKNOWN) and phrase.quantity is not None
            ):
                return self._list_left(phrase) if phrase.quantity is not None else [phrase]
            if phrase.sort is Sort.THING and phrase.head in self.vocabulary.things:
                return [phrase]
            place = phrase.first
        return fallback

    def _is_tail_of_name(self, phrase: Phrase) -> bool:
        """Whether a name follows a noun that it goes with: *investigations Bureau* is nobody."""
        if not phrase.before.isalpha() or phrase.before in grammar.STOPPERS or persons.is_person(phrase.before):
            return False
        return not (phrase.before in self.vocabulary.senses or phrase.before.endswith(("ed", "ing", "ly", "s")))

    def _is_object(self, phrase: Phrase) -> bool:
        """Whether a phrase is the object of a verb of a watched kind that stands before it."""
        at = phrase.first - 1
        senses = self.vocabulary.senses.get(self.low[at], ()) if at >= 0 else ()
        return any(sense.role is Role.DONE_TO for sense in senses)

    def _acts(self, phrase: Phrase) -> bool:
        return phrase.sort in (Sort.PERSON, Sort.NAME)

    def _of_quantity(self, phrase: Phrase) -> bool:
        return False

    def _apposition(self, comma: int) -> int | None:
        """Where an apposition closed by this comma opened: *John Roe, a father of two from Dover,*."""
        place = comma - 1
        low = max(0, comma - 16)
        while place > low:
            if self.low[place] == ",":
                before = self.ending.get(place)
                if before is not None and before.sort in (Sort.PERSON, Sort.NAME):
                    return place
                return None
            if self.low[place] in (";", ".", ":"):
                return None
            place -= 1
        return None

    # Making mentions

    def _is_countable(self, phrase: Phrase, kind: Kind) -> bool:
        """Whether a phrase names what the kind counts."""
        if phrase.sort is Sort.NUMBER or phrase.sort is Sort.NOBODY:
            return True
        if not kind.counts_persons:
            return kind in self.vocabulary.things.get(phrase.head, ())
        if phrase.sort in (Sort.PERSON, Sort.NAME, Sort.PRONOUN):
            return phrase.head not in self.vocabulary.things or persons.is_person(phrase.head)
        return phrase.sort is Sort.UNKNOWN and phrase.number is not None and phrase.plural

    def _tell(
        self,
        kind: Kind,
        trigger: int,
        counted: list[Phrase],
        *,
        opened: bool = False,
        status: Status | None = None,
        unsaid: bool = False,
    ) -> bool:
        counted = [phrase for phrase in counted if self._is_countable(phrase, kind)]
        if not counted:
            return False
        negated = self._is_negated(trigger)
        if negated and counted[0].sort is not Sort.NOBODY:
            return False
        members: tuple[Phrase, ...] = ()
        if len(counted) > 1 and all(_is_single(phrase) or phrase.more for phrase in counted):
            total = sum((phrase.quantity or ONE).low or 0 for phrase in counted)
            exact = all((phrase.quantity or ONE).modifier is Modifier.EXACT for phrase in counted)
            if exact:
                members = tuple(counted)
                whole = counted[0]._replace(
                    last=counted[-1].last,
                    quantity=Quantity(total, total, Modifier.EXACT),
                    plural=True,
                    names=tuple(name for phrase in counted for name in phrase.names),
                    number=None,
                    more=False,
                    head="",
                )
                counted = [whole]
        told = False
        for phrase in counted:
            quantity = phrase.quantity
            if quantity is None:
                if phrase.sort is Sort.PRONOUN or phrase.definite or not phrase.plural:
                    continue
                quantity = SOME
            mention = self._mention(kind, trigger, phrase, quantity, status=status, unsaid=unsaid)
            self.made.append(Told(mention, phrase, opened, members))
            told = True
        return told

    def _mention(
        self, kind: Kind, trigger: int, phrase: Phrase, quantity: Quantity, *, status: Status | None, unsaid: bool
    ) -> Mention:
        first, last = phrase.number or (phrase.first, phrase.last)
        clause_first, clause_last = self._clause(min(first, trigger), max(last, trigger + 1))
        noun = None
        if phrase.sort in (Sort.PERSON, Sort.UNKNOWN, Sort.THING) and phrase.head and phrase.number:
            noun = " ".join(self.low[phrase.number[1] : phrase.last]) or None
        return Mention(
            kind.id, quantity, self.sentence, first, max(last, phrase.last), trigger, clause_first, clause_last, noun,
            part=phrase.part, more=phrase.more, unsaid=unsaid, status=status, names=phrase.names,
        )  # fmt: skip

    def _clause(self, first: int, last: int) -> tuple[int, int]:
        """The clause around these tokens: to the next mark or conjunction that begins another."""
        start = first
        while start > 0 and self.low[start - 1] not in (
            ";",
            ":",
            "--",
            "but",
            "when",
            "after",
            "while",
            "although",
            "because",
        ):
            start -= 1
        end = last
        while end < len(self.low) and self.low[end] not in (";", ":", "--", "but", "while", "although", "because"):
            end += 1
        return start, end

    def _is_negated(self, at: int) -> bool:
        place = at - 1
        while place >= max(0, at - 4):
            word = self.low[place]
            if word in grammar.NEGATIONS:
                return self.low[place + 1 : place + 2] != ["only"]
            if word in (",", ";", "and", "but"):
                return False
            place -= 1
        return False

    def _contrasted(self, told: list[Told]) -> list[Told]:
        """*Two died and three others were hurt*: the others are no more of the hurt, but the first."""
        kept = []
        for at, one in enumerate(told):
            if one.phrase.more and not one.mention.part:
                before = {other.mention.kind for other in told[:at]}
                if before and one.mention.kind not in before:
                    one = one._replace(mention=replace(one.mention, more=False))
            kept.append(one)
        return kept

    def _without_doubles(self) -> list[Told]:
        """One mention for each kind and phrase, the first; in text order."""
        seen: set[tuple[str, int]] = set()
        kept = []
        for told in sorted(self.made, key=lambda made: (made.mention.first, made.mention.trigger, made.mention.kind)):
            key = (told.mention.kind, told.mention.first)
            if key not in seen:
                seen.add(key)
                kept.append(told)
        return kept


def _is_single(phrase: Phrase) -> bool:
    return phrase.quantity is not None and phrase.quantity.low == phrase.quantity.high == 1
