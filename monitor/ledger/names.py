"""What the name of a source says of its bearer: a state's officials, a body, an office with its place, or a person.

Keys are plain lower-case words, so that spelling does not matter: *Iván Peró-Díaz* and *Ivan Pero Diaz* meet in the
last word of the name, hyphens taken out.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from monitor.nations import nation_at

STATE = "authorities"
"""The key of those who speak for a state, where the country is not told."""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_STATE_WORDS = _set(
    """police policeman policemen policewoman officer officers official officials authority authorities government
    constabulary sheriff sheriffs gendarmerie gendarmes detective detectives investigator investigators trooper
    troopers"""
)
_OFFICES = _set(
    """president premier chancellor minister governor mayor ambassador prosecutor secretary commander commissioner
    director chief head leader king queen prince emir senator attorney coroner judge superintendent inspector deputy"""
)
_SOLE = _set("president premier chancellor governor mayor king queen prince emir")
"""Offices of which a story has one holder, so that the office alone names him."""
_PORTFOLIOS = _set(
    """health foreign justice transport finance education agriculture energy environment labour labor defence
    emergencies emergency"""
)
_SPEAKERS = _set("spokesman spokeswoman spokesperson spokespeople")
_BODIES = _set(
    """ministry department agency hospital hospitals clinic army military forces navy coastguard group organisation
    organization committee council commission party movement front court office bureau service services company
    university union federation association centre center coalition network institute society brigade fund team crescent
    cross nations observatory survey bank airline administration institution fire guard press agence directorate"""
)
_SAME = {
    "military": "army",
    "coastguard": "coast guard",
    "forces": "army",
    "defence army": "army",
    "united nations": "un",
    "european union": "eu",
    "associated press": "ap",
    "agence francepresse": "afp",
}
_SPELLED = {"defense": "defence", "labor": "labour"}
_OF_MINISTRIES = _OFFICES | _STATE_WORDS | _set("ministry ministries department")
_PROSECUTORS = _set("prosecutor prosecutors prosecution")
_SUPPORTS = _set("department service services brigade directorate")
"""Words that a body's name can do without: *the fire department*, *the fire chief*."""
_RANKS = _set(
    """mr mrs ms miss dr doctor prof professor sir captain capt colonel col general gen lieutenant lt major maj
    sergeant sgt brigadier admiral reverend rev sheikh imam lord lady"""
)
_FILLER = _set(
    """the a an of for in at and on from with by s local state national federal provincial regional district county
    city town village security senior top law enforcement its his her their our said some several other unnamed
    anonymous acting then former armed"""
)
_STAFF = _set("officials official authorities sources source staff workers")
"""Words for those who speak of a body from within: *hospital officials*."""
_HELD_BY = ("run", "led", "controlled", "held", "backed")
"""What a word with a hyphen says of who holds a body: *the Hamas-run health ministry*."""
_SUFFIXES = _set("jr sr ii iii iv")
_INTERIOR = _set("interior home")
_WORD = re.compile(r"[^\W_]+(?:[-‐‑.][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’](?:s\b)?")
_ARTICLE = re.compile(r"\b[AaEe]l-(?=[A-Z])")  # *Al-Shifa* is *Shifa*
_BRACKET = re.compile(r"\(([^)]*)\)")
_PLACED = re.compile(
    r"\b((?:[a-z]+ )?(?:[Gg]overnor|[Mm]ayor|[Mm]inistry|[Hh]ospital|[Pp]olice|[Oo]fficials|[Aa]uthorities))"
    r" (?:of|in|for) ((?:[A-Z][\w’'-]* ?)+)"
)
"""A body or an office before its place: *the governor of Lokoja*, *the health ministry in Gaza*."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a name names.

    `key` is what it stands for alone. `bearers` are the persons that it names beside a body or an office, by their last
    names; `offices` the office without its place; `shorts` what a body's name can be cut to, the longest first: *the
    union*. `is_state`: officials of a state, of the country in the key if any. `is_placed`: an office with its place.
    `is_proper`: a name, and no common noun such as *the group*.
    """

    key: str
    bearers: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    shorts: tuple[str, ...] = ()
    is_state: bool = False
    is_placed: bool = False
    is_proper: bool = True


@dataclass(frozen=True, slots=True)
class _Name:
    """A name cut into words, those that say nothing left out: each as written, and plain."""

    words: tuple[str, ...]
    plain: tuple[str, ...]
    nation: str | None = None

    def cut(self, start: int, end: int | None = None) -> _Name:
        return _Name(self.words[start:end], self.plain[start:end])

    @property
    def proper(self) -> tuple[str, ...]:
        """The words that are names: capitalised, and no office's or body's."""
        common = _STATE_WORDS | _OFFICES | _SPEAKERS | _BODIES | _INTERIOR | _PORTFOLIOS
        return tuple(p for w, p in zip(self.words, self.plain, strict=True) if w[:1].isupper() and p not in common)

    @property
    def acronyms(self) -> tuple[str, ...]:
        return tuple(p for w, p in zip(self.words, self.plain, strict=True) if len(w) > 1 and w.isupper())

    @property
    def is_body(self) -> bool:
        lows = set(self.plain)
        return bool((_BODIES - _SUPPORTS) & lows or self.acronyms) or bool(_SUPPORTS & lows and len(lows) > 1)

    @property
    def is_state(self) -> bool:
        """Police, officials, authorities, with at most a place, an office or a person; and the interior ministry."""
        lows = set(self.plain)
        rest = lows - _STATE_WORDS - _OFFICES - set(self.proper)
        if lows & _INTERIOR and lows & {"minister", "ministry"}:
            return not rest - _INTERIOR - {"ministry"}
        return bool(lows & _STATE_WORDS) and not rest - {"department", "office"}


@lru_cache(maxsize=4096)
def identify(name: str) -> Identity:
    """What a name says of its bearer."""
    short = tuple(plain(found) for found in _BRACKET.findall(name) if found.isupper() and " " not in found)
    identity = _identity(_PLACED.sub(r"\2 \1", _BRACKET.sub(" ", name)).strip() or name)
    return replace(identity, bearers=tuple(dict.fromkeys((*identity.bearers, *short))))


def _identity(name: str) -> Identity:
    first, _, role = name.partition(",")
    person, office = _cut(first), _cut(role)
    if role and office.words and len(person.proper) == len(person.words) and not person.is_body:
        return _held(office, person.proper[-1:])
    cut = _cut(name)
    if not cut.words:
        return _state(cut) if cut.nation else Identity(plain(name).strip() or name, is_proper=False)
    if len(cut.proper) == len(cut.words) and not cut.is_body and not _starts_with_the(name):
        return Identity(cut.plain[-1])
    return _held(cut)


def plain(text: str) -> str:
    """Lower case, without accents and marks: hyphens and dots close up."""
    bare = (c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[^\w\s]|_", "", "".join(bare))


def display(name: str) -> str:
    """A name without its article."""
    return re.sub(r"^(?:the|an?)\s+", "", name.strip(), flags=re.IGNORECASE)


def _cut(name: str) -> _Name:
    bare = _ARTICLE.sub("", _POSSESSIVE.sub(" ", name))
    words = [word for word in _WORD.findall(bare) if word.split("-")[-1] not in _HELD_BY]
    lows = [_SPELLED.get(low, low) for low in map(plain, words)]
    found = nation_at(lows)
    nation, start, end = found if found else (None, 0, 0)
    left = _FILLER | _RANKS | _SUFFIXES
    kept = [
        (word, low)
        for n, (word, low) in enumerate(zip(words, lows, strict=True))
        if not start <= n < end and low not in left and (len(low) > 1 or not word[:1].isupper())
    ]
    return _Name(tuple(word for word, _ in kept), tuple(low for _, low in kept), nation)


def _held(cut: _Name, person: tuple[str, ...] = ()) -> Identity:
    """A body, or an office and who holds it."""
    identity = _office_or_body(cut)
    return replace(identity, bearers=tuple(dict.fromkeys((*identity.bearers, *person))))


def _office_or_body(cut: _Name) -> Identity:
    at = next((n for n, word in enumerate(cut.plain) if word in _SPEAKERS), None)
    if at is not None and len(cut.words) > 1:
        return _spokesman(cut, at)
    if cut.is_state:
        return _state(cut)
    portfolio = next((low for low in cut.plain if low in _PORTFOLIOS), None)
    if portfolio is not None and not {*cut.plain}.isdisjoint(_OF_MINISTRIES):
        return _ministry(cut, portfolio)
    if not {*cut.plain}.isdisjoint(_PROSECUTORS):
        return Identity(" ".join(["prosecutors", *([cut.nation] if cut.nation else [])]), _bearer(cut))
    at = next((n for n, word in enumerate(cut.plain) if word in _OFFICES), None)
    if cut.is_body and at is not None:
        return _spokesman(cut, at)
    if cut.is_body or at is None:
        return _body(cut)
    return _office(cut)


def _body(cut: _Name) -> Identity:
    """A body, with the initials that it may go by and the shorter names."""
    key = _key(cut)
    words = key.removesuffix(f" {cut.nation}").split()
    heads = [word for word in words if word in _BODIES or word in _SAME.values()]
    shorts: list[str] = []
    if heads and not cut.acronyms:
        tails = [" ".join(words[at:]) for at in range(len(words))] if words[-1] in heads else []
        shorts = [*tails, *(f"{word} {heads[-1]}" for word in words if word not in heads), *heads]
    shorts = [short for short in dict.fromkeys(shorts) if short != key]
    initials = "".join(word[0] for word in cut.words if word[0].isupper()).lower()
    own = (initials,) if len(initials) > 2 and len(initials) == len(cut.words) else ()
    return Identity(key, own, shorts=tuple(shorts), is_proper=bool(cut.proper or cut.nation))


def _bearer(cut: _Name) -> tuple[str, ...]:
    """The last name of whoever is named behind an office."""
    last = max((n for n, low in enumerate(cut.plain) if low in _STATE_WORDS | _OFFICES | _BODIES), default=-1)
    return cut.cut(last + 1).proper[-1:]


def _state(cut: _Name) -> Identity:
    return Identity(f"{STATE} {cut.nation}" if cut.nation else STATE, _bearer(cut), is_state=True)


def _spokesman(cut: _Name, at: int) -> Identity:
    """Someone who speaks for a body, which is the voice: *Ada Roe, a spokeswoman for the Hill Hospital*."""
    before, after = cut.cut(0, at), cut.cut(at + 1)
    speaks_for = [part for part in (after, before) if part.is_body or part.is_state]
    body = speaks_for[0] if speaks_for else after if len(after.proper) < len(after.words) else before
    person = before if body is after else after
    if not body.words:
        body, person = (person, body) if cut.nation is None else (body, person)
    whole = _Name(body.words, body.plain, cut.nation)
    identity = _state(whole) if whole.is_state or not whole.words else _body(whole)
    return replace(identity, bearers=tuple(dict.fromkeys((*identity.bearers, *person.proper[-1:]))))


def _ministry(cut: _Name, portfolio: str) -> Identity:
    last = max(n for n, low in enumerate(cut.plain) if low in _PORTFOLIOS | _OFFICES | _BODIES | _STATE_WORDS)
    place = cut.cut(0, cut.plain.index(portfolio)).proper
    where = (cut.nation,) if cut.nation else place
    whole = f"{portfolio} ministry"
    shorts = (whole, "ministry") if where else ("ministry",)
    return Identity(" ".join([whole, *where]), cut.cut(last + 1).proper[-1:], shorts=shorts)


def _office(cut: _Name) -> Identity:
    """An office: with its place it is a voice, without it its bearer is; *Lokoja governor Ade Bello* has all three."""
    last = max(n for n, low in enumerate(cut.plain) if low in _OFFICES)
    before, after = cut.cut(0, last), cut.cut(last + 1)
    title = " ".join([*(low for low in before.plain if low not in before.proper), cut.plain[last]])
    place, bearer = before.proper, after.proper[-1:]
    if not place and cut.nation is None and len(after.words) == 1 and last == 0:
        place, bearer = after.proper, ()
    alone = (title,) if cut.plain[last] in _SOLE else ()
    where = cut.nation or " ".join(place)
    if where:
        return Identity(f"{title} {where}", bearer, alone, is_placed=True)
    return Identity(bearer[0], offices=alone) if bearer else Identity(title, offices=alone, is_proper=False)


def _key(cut: _Name) -> str:
    if cut.acronyms:
        return cut.acronyms[0]
    left = _OFFICES | _SUPPORTS | (_STAFF if cut.is_body else frozenset())
    words = [_SAME.get(low, low) for low in cut.plain if low not in left] or [*cut.plain]
    whole = " ".join(words)
    return " ".join([_SAME.get(whole, whole), *([cut.nation] if cut.nation else [])])


def _starts_with_the(name: str) -> bool:
    return name.strip().lower().startswith("the ")
