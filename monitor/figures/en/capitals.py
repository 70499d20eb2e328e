"""Gives text in capitals or title case the small letters that it would have: *POLICE SAID ANA ROE DIED IN ORLE*.

Known as truecasing (Lita and others, tRuEcasIng, ACL 2003), here by lists and context instead of counts: common words
of English are put in small letters, the others are names. A word that is both (*MARK*, *STONE*) is a name beside one,
after a title, before an age, and where the article has used it as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from monitor.figures.document import Sentence
from monitor.figures.en import grammar, persons
from monitor.figures.en.common import IS_COMMON
from monitor.figures.en.countries import NATION_WORDS
from monitor.figures.en.letter_case import CAPITAL, CASE
from monitor.figures.en.lookup import Lookup
from monitor.figures.en.offices import BODIES
from monitor.figures.en.wordset import listed, words

_GIVEN = listed("given_names")
_SURNAMES = listed("surnames")
_CALENDAR = grammar.TEMPORAL - grammar.ADVERBS - words("last early late this overnight tonight yesterday tomorrow")
_SHORT = words(
    """
    un eu uk usa fbi cia dea nato uae opec unicef afp ap cnn bbc nbc abc cbs efe dpa upi plo ira eta imf icc isis atf
    nypd lapd usgs cdc
    """
)
_HALVES_OF_DAY = words("a.m. p.m. no. nos. vs. etc. e.g. i.e.")
_BEFORE_PLACE = words("new north south east west upper lower fort port lake mount saint san santa st. ft. mt. united")
_AFTER_PLACE = (BODIES - persons.PERSONS) | words(
    """
    street avenue road boulevard highway drive lane square park river lake valley beach bay island islands hill hills
    mountain mountains airport station bridge county city township province region district state states republic
    hospital university college school church cathedral mosque prison jail hotel market mall battalion brigade regiment
    division cartel treaty department
    """
)
_AFTER_SURNAME = grammar.AUXILIARIES | grammar.SAYING | words("'s ' , who and died told")
_NEVER_BEFORE_NAME = grammar.DETERMINERS | grammar.PRONOUNS | grammar.AUXILIARIES
_SMALL = grammar.PREPOSITIONS | grammar.CONJUNCTIONS | grammar.DETERMINERS
"""Words that title case leaves in small letters."""
_OLDEST = 110
_TELLING = 3  # words in capitals, long enough to tell, that make a sentence one in capitals


class _Word(Enum):
    """What a word in capitals is by itself."""

    NAME = auto()
    COMMON = auto()
    EITHER = auto()  # *MARK*, *STONE*
    PARTICLE = auto()  # *DE*, *EL*
    SHORT = auto()  # *FBI*, *U.S.*
    OTHER = auto()  # marks and numbers


def _word(low: str) -> _Word:
    if not low[0].isalpha() or low in _HALVES_OF_DAY:
        return _Word.OTHER
    if low in _SHORT or len(low) == 1 or low[1:2] == ".":
        return _Word.COMMON if low == "a" else _Word.SHORT
    if low in _CALENDAR and low not in ("may", "march"):
        return _Word.NAME
    if low in NATION_WORDS and low != "us":
        return _Word.NAME
    if IS_COMMON[low]:
        return _Word.EITHER if low in _GIVEN or low in _SURNAMES or low in ("may", "march") else _Word.COMMON
    if low in grammar.NAME_PARTICLES:
        return _Word.PARTICLE
    spelt = low.isalpha() and not set(low).isdisjoint("aeiouy")
    return _Word.NAME if spelt or low.endswith(".") or not low.isalpha() or low in grammar.TITLES else _Word.SHORT


_WORD = Lookup(_word)
_IS_SMALL = Lookup(lambda text: text[0].islower() and text.lower() not in _SMALL)


def restored(sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """The sentences, those in capitals or title case with small letters; headlines are left as they are."""
    loud = [at for at, sentence in enumerate(sentences) if sentence.paragraph >= 0 and not _has_small_letters(sentence)]
    if not any(_is_telling(sentences[at]) for at in loud):
        return sentences
    article = _Article([sentences[at].lows for at in loud])
    quiet = list(sentences)
    for at in loud:
        quiet[at] = sentences[at]._replace(texts=article.written(sentences[at]))
    return quiet


def _has_small_letters(sentence: Sentence) -> bool:
    """Whether a word begins with a small letter that would not in title case."""
    return True in map(_IS_SMALL.__getitem__, sentence.texts)


def _is_telling(sentence: Sentence) -> bool:
    """Whether a sentence holds more than a few short names: *FBI, CIA*."""
    return sum(CASE[text] == CAPITAL for text in sentence.texts) >= _TELLING


class _Article:
    """What the sentences in capitals of one article tell together: short names and words used as names."""

    def __init__(self, loud: Sequence[Sequence[str]]) -> None:
        self._shorts: set[str] = set()
        self._names: set[str] = set()
        for lows in loud:
            self._shorts.update(
                lows[at]
                for at in range(1, len(lows) - 1)
                if lows[at - 1] in "([" and lows[at + 1] in ")]" and _WORD[lows[at]] is _Word.NAME
            )
        for lows in loud:
            capital = self._capitals(lows)
            self._names.update(
                low for low, is_name in zip(lows, capital, strict=True) if is_name and _WORD[low] is _Word.EITHER
            )

    def written(self, sentence: Sentence) -> list[str]:
        """The words of a sentence in capitals, each as long as it was."""
        capital = self._capitals(sentence.lows)
        begins = next((at for at, low in enumerate(sentence.lows) if low[0].isalpha()), 0)
        capital[begins] = True
        return [
            text if self._is_short(low) else _in_case(text, capital=is_capital)
            for text, low, is_capital in zip(sentence.texts, sentence.lows, capital, strict=True)
        ]

    def _is_short(self, low: str) -> bool:
        return low in self._shorts or _WORD[low] is _Word.SHORT

    def _capitals(self, lows: Sequence[str]) -> list[bool]:
        """Whether each word of a sentence takes a capital."""
        sorts = [_WORD[low] for low in lows]
        capital = [sort is _Word.NAME for sort in sorts]
        for at, sort in enumerate(sorts):
            if sort is _Word.EITHER:
                capital[at] = self._is_named(lows, sorts, capital, at)
        for at in range(len(lows) - 1, -1, -1):
            ahead = at + 1 < len(lows) and capital[at + 1]
            if sorts[at] is _Word.PARTICLE:
                capital[at] = ahead and not (at and capital[at - 1])
            elif ahead and lows[at] in _BEFORE_PLACE:
                capital[at] = True
        for at, low in enumerate(lows):
            if at and capital[at - 1] and low in _AFTER_PLACE and lows[at - 1] not in _CALENDAR:
                capital[at] = True
        return capital

    def _is_named(self, lows: Sequence[str], sorts: Sequence[_Word], capital: Sequence[bool], at: int) -> bool:
        """Whether a word that is a common one too is a name here."""
        low = lows[at]
        before = lows[at - 1] if at else ""
        after = lows[at + 1] if at + 1 < len(lows) else ""
        if low in ("may", "march") and (before[:1].isdigit() or after[:1].isdigit()):
            return True
        if before in _NEVER_BEFORE_NAME:
            return False
        goes_on = before in grammar.TITLES or _is_initial(before) or (bool(at) and capital[at - 1] and before in _GIVEN)
        if low in _SURNAMES and (goes_on or _is_aged(lows, at)):
            return True
        if low in _GIVEN and after and after not in NATION_WORDS and after not in _CALENDAR:
            if _is_initial(after) or sorts[at + 1] is _Word.NAME:
                return True
            if after in _SURNAMES and (low not in grammar.MODALS or goes_on or _is_aged(lows, at + 1)):
                return True
        return low in self._names and after in _AFTER_SURNAME


def _is_initial(low: str) -> bool:
    """Whether a word is the first letter of a name: *JOHN J. ROE*."""
    return len(low) == 2 and low[1] == "."


def _is_aged(lows: Sequence[str], at: int) -> bool:
    """Whether an age follows between commas: *..., STONE, 57, ...*."""
    aged = lows[at + 1 : at + 4]
    return len(aged) == 3 and aged[0] == aged[2] == "," and aged[1].isdecimal() and int(aged[1]) <= _OLDEST


def _in_case(text: str, *, capital: bool) -> str:
    """A word in small letters, or with its first a capital; as it was where it would become longer."""
    written = text[0] + text[1:].lower() if capital else text.lower()
    return written if len(written) == len(text) else text
