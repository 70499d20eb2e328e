"""Who speaks: the key under which all that one voice says in a story comes together.

A voice is its side, else its source, else the article's origin. Office and place beat spelling: *Adeyemi-Cole*,
*Adeyemi Cole* and *the governor of Lokoja* are one voice once an article has said so, and *police*, *officials* and
*authorities* of one country always are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from monitor.ledger.names import STATE, Identity, display, identify, plain


class Voice(NamedTuple):
    """The key of a voice within a story, and its name as a reader knows it."""

    key: str
    name: str

    @property
    def is_state(self) -> bool:
        """Whether the police and officials of a country speak, or somebody whom the story knows to be one of them."""
        return self.key.split(" ")[0] == STATE


class Speaker(NamedTuple):
    """The voice of a claim, and the names that the claim shows to be that voice's."""

    voice: Voice
    names: tuple[str, ...]


def speaker_of(side: str | None, source: str | None, article: Voice, aliases: Mapping[str, Voice]) -> Speaker:
    """Who makes a claim: `article` where it names no one.

    `aliases` is what the story knows: names, and the voices they turned out to be.
    """
    if side is None and source is None:
        return Speaker(article, ())
    name = side or source or ""
    identity = identify(name)
    voice = _known(identity, aliases) or Voice(identity.key, display(name))
    names = [identity.key, *_also(identity, aliases, voice)]
    if side is not None and source is not None:
        person = identify(source)
        names += [bare for bare in (person.key, *person.bearers) if person.is_proper and not person.is_state]
    free = (name for name in names if name not in aliases or aliases[name].key == name != voice.key)
    return Speaker(voice, tuple(dict.fromkeys(free)))


def origin_key(origin: str) -> str:
    """The key of an article's own voice, which is its origin's."""
    return f"origin {plain(origin)}"


def is_articles_own(voice: str) -> bool:
    """Whether a voice is that of articles that speak for themselves."""
    return voice.startswith("origin ")


def names_in(side: str | None, source: str | None) -> tuple[str, ...]:
    """Every key under which what a story knows of a claim's voice may stand."""
    found: list[str] = []
    for name in (side, source):
        if name is not None:
            identity = identify(name)
            found += [identity.key, *identity.bearers, *identity.offices]
            found += [name for short in identity.shorts for name in (short, _taken(short))]
            found += [STATE, _taken(STATE)] if identity.is_state else []
    return tuple(dict.fromkeys(found))


def _taken(short: str) -> str:
    """Stands for the one that a short name of a story is of: the country of *the police*, the union of *the union*."""
    return f"{short} by name"


def _known(identity: Identity, aliases: Mapping[str, Voice]) -> Voice | None:
    """The voice that a story knows a name as: by the name, a shorter one, an office without its place, its bearer.

    A shorter name is anyone's until someone is named by a longer one.
    """
    if identity.key in aliases:
        return aliases[identity.key]
    offices = () if identity.is_placed else identity.offices
    shorts = [short for short in _shorts(identity) if _taken(short) not in aliases]
    return next((aliases[name] for name in (*shorts, *offices, *identity.bearers) if name in aliases), None)


def _also(identity: Identity, aliases: Mapping[str, Voice], voice: Voice) -> list[str]:
    """The further names that are this voice's from now on."""
    names = [*identity.bearers, *identity.offices]
    for short in _shorts(identity):
        if _taken(short) not in aliases and aliases.get(short, voice) == voice:
            names += [short, _taken(short)]
    return names


def _shorts(identity: Identity) -> tuple[str, ...]:
    return (STATE,) if identity.is_state and identity.key != STATE else identity.shorts
