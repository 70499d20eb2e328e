"""Who speaks: the key under which all that one voice says in a story comes together.

A voice is its side, else its source, else the article's origin. Office and place beat spelling: *Adeyemi-Cole*,
*Adeyemi Cole* and *the governor of Lokoja* are one voice once an article has said so, and *police*, *officials* and
*authorities* of one country always are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from monitor.ledger.nations import nation_of

GENERIC = frozenset(
    [
        "police",
        "policeman",
        "policemen",
        "policewoman",
        "officer",
        "officers",
        "official",
        "officials",
        "authority",
        "authorities",
        "government",
        "constabulary",
        "sheriff",
        "sheriffs",
        "gendarmerie",
        "gendarmes",
        "detective",
        "detectives",
        "investigators",
    ]
)
"""Words for the state that speaks as one within a country."""

OFFICES = frozenset(
    [
        "president",
        "premier",
        "chancellor",
        "minister",
        "governor",
        "mayor",
        "ambassador",
        "prosecutor",
        "secretary",
        "commander",
        "commissioner",
        "director",
        "chief",
        "head",
        "king",
        "queen",
        "prince",
        "emir",
        "senator",
        "attorney",
        "coroner",
        "judge",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "spokespeople",
        "superintendent",
        "inspector",
        "deputy",
    ]
)
"""Words for an office that one person holds; with a place they name a voice."""

BODIES = frozenset(
    [
        "ministry",
        "department",
        "agency",
        "hospital",
        "clinic",
        "army",
        "military",
        "forces",
        "navy",
        "group",
        "organisation",
        "organization",
        "committee",
        "council",
        "commission",
        "party",
        "movement",
        "front",
        "court",
        "office",
        "bureau",
        "service",
        "services",
        "authority",
        "university",
        "company",
        "union",
        "federation",
        "association",
        "centre",
        "center",
        "coalition",
        "network",
        "institute",
        "society",
        "brigade",
        "fund",
        "team",
        "crescent",
        "cross",
        "nations",
        "observatory",
    ]
)
"""A name with one of these is a body's, whole; any other is a person's, known by its last word."""

_SPEAKERS = frozenset(["spokesman", "spokeswoman", "spokesperson", "spokespeople"])
_RANKS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "captain",
        "capt",
        "colonel",
        "col",
        "general",
        "gen",
        "lieutenant",
        "lt",
        "major",
        "maj",
        "sergeant",
        "sgt",
        "brigadier",
        "admiral",
        "reverend",
        "rev",
        "sheikh",
        "imam",
    ]
)
_FILLER = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "for",
        "in",
        "at",
        "and",
        "local",
        "state",
        "national",
        "federal",
        "provincial",
        "regional",
        "city",
        "security",
        "senior",
        "top",
        "its",
        "his",
        "her",
        "their",
        "said",
        "some",
        "other",
        "unnamed",
        "anonymous",
        "chief",
        "deputy",
        "acting",
        "then",
        "former",
    ]
)
_INTERIOR = frozenset(["interior", "home"])
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_WORD = re.compile(r"[^\W_]+(?:[-‐‑.][^\W_]+)*")


class Voice(NamedTuple):
    """The key of a voice within a story, and its name as a reader knows it."""

    key: str
    name: str


class Identity(NamedTuple):
    """What a name says of its bearer: the key that it stands for alone, and the bare names and offices in it."""

    key: str
    also: tuple[str, ...]


def voice_of(
    side: str | None, source: str | None, origin: str, aliases: Mapping[str, Voice]
) -> tuple[Voice, tuple[str, ...]]:
    """The voice of a claim, and the names that this claim shows to be that voice's.

    `aliases` is what the story knows: names, and the voices they turned out to be.
    """
    if side is None and source is None:
        return Voice(origin_key(origin), origin), ()
    speaker = identify(side or source or "")
    known = aliases.get(speaker.key)
    if known is None:
        known = next((aliases[name] for name in speaker.also if name in aliases), None)
    voice = known or Voice(speaker.key, _display(side or source or ""))
    names = list(speaker.also) if side is None else []
    if side is not None and source is not None:
        person = identify(source)
        names += [person.key, *person.also]
    if known is not None:
        names.append(speaker.key)
    return voice, tuple(name for name in dict.fromkeys(names) if name and name != voice.key and not _is_shared(name))


def origin_key(origin: str) -> str:
    """The key of an article's own voice, which is its origin's."""
    return f"origin {_plain(origin)}"


def names_in(side: str | None, source: str | None) -> tuple[str, ...]:
    """Every key under which what a story knows of a claim's voice may stand."""
    found: list[str] = []
    for name in (side, source):
        if name is not None:
            identity = identify(name)
            found += [identity.key, *identity.also]
    return tuple(dict.fromkeys(found))


def identify(name: str) -> Identity:
    """The key that a name stands for by itself, and the other names that it shows its bearer to have.

    *Lokoja governor Ade Bello* is `governor lokoja`, also `bello`; *the Albanian police chief, Ema Doda* is
    `authorities albania`, also `authorities` and `doda`.
    """
    words = _words(name)
    plain = [_plain(word) for word in words]
    nation = nation_of(plain)
    told = {"authorities"} if nation else set()
    content = [
        (word, low)
        for word, low in zip(words, plain, strict=True)
        if low not in _FILLER and low not in _RANKS and low not in _SUFFIXES and nation_of([low]) is None
    ]
    lows = [low for _, low in content]
    persons = [low for word, low in content if _is_name(word, low)]
    if _speaks_for_the_state(lows, persons):
        also = {*told, *persons[-1:]} if len(persons) > 0 and not _ends_in_office(content) else told
        key = f"authorities {nation}" if nation else "authorities"
        return Identity(key, tuple(sorted(also - {key})))
    if set(lows) & BODIES or _is_acronym(words):
        body = [low for low in lows if low not in OFFICES]
        return _body(content, body, nation)
    offices = [low for low in lows if low in OFFICES and low not in _SPEAKERS]
    if offices:
        return _office(content, offices, nation)
    if persons and len(persons) == len(lows):
        return Identity(persons[-1], ())
    return Identity(" ".join([*lows, *([nation] if nation else [])]) or _plain(name), ())


def _speaks_for_the_state(lows: list[str], persons: list[str]) -> bool:
    rest = {low for low in lows if low not in GENERIC and low not in OFFICES and low not in persons}
    if set(lows) & GENERIC:
        return not rest & BODIES - GENERIC and not rest
    return (
        bool(set(lows) & _INTERIOR)
        and bool(set(lows) & {"minister", "ministry"})
        and not rest - _INTERIOR - {"ministry"}
    )


def _ends_in_office(content: list[tuple[str, str]]) -> bool:
    return content[-1][1] in GENERIC | OFFICES


def _body(content: list[tuple[str, str]], body: list[str], nation: str | None) -> Identity:
    at = next((n for n, (_, low) in enumerate(content) if low in _SPEAKERS), None)
    person: list[str] = []
    if at is not None:
        before, after = content[:at], content[at + 1 :]
        holds = before if {low for _, low in before} & BODIES or _is_acronym([word for word, _ in before]) else after
        rest = after if holds is before else before
        body = [low for _, low in holds if low not in OFFICES]
        person = [low for word, low in rest if _is_name(word, low)][-1:]
    key = " ".join([*body, *([nation] if nation else [])])
    return Identity(key, tuple(name for name in person if name != key))


def _office(content: list[tuple[str, str]], offices: list[str], nation: str | None) -> Identity:
    last = max(n for n, (_, low) in enumerate(content) if low in OFFICES)
    before, after = content[:last], content[last + 1 :]
    title = " ".join([*(low for word, low in before if not word[:1].isupper() and low not in OFFICES), *offices])
    placed = [low for word, low in before if _is_name(word, low)]
    named = [low for word, low in after if _is_name(word, low)]
    if not placed and named and nation is None and _is_of(content, after):
        placed, named = named, []
    where = nation or " ".join(placed)
    bearer = tuple(named[-1:])
    if where:
        return Identity(f"{title} {where}", tuple(sorted({*bearer, title})))
    return Identity(bearer[0], (title,)) if bearer else Identity(title, ())


def _is_of(content: list[tuple[str, str]], after: list[tuple[str, str]]) -> bool:
    return len(after) < 3 and len(content) == len(after) + 1


def _is_name(word: str, low: str) -> bool:
    return word[:1].isupper() and low not in GENERIC | OFFICES | BODIES


def _is_acronym(words: Iterable[str]) -> bool:
    return any(len(word) > 1 and word.isupper() for word in words)


def _is_shared(name: str) -> bool:
    return name in OFFICES or name in BODIES


def _words(name: str) -> list[str]:
    plain = re.sub(r"\([^)]*\)", " ", name).replace("’", "'")
    plain = re.sub(r"'s?(?=\s|$|,)", "", plain)
    return [word.replace("U.S.", "US") for word in _WORD.findall(plain)]


def _plain(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[^\w\s]|_", "", bare)


def _display(name: str) -> str:
    return re.sub(r"^(?:the|an?)\s+", "", name.strip(), flags=re.IGNORECASE)
