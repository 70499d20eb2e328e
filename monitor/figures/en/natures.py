"""Of what nature an incident is, by its noun: floods are not a bus crash, and who died in one did not in the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from monitor.figures.en import grammar, occasions
from monitor.figures.en.inflect import plurals
from monitor.figures.en.wordset import words

_SINGULAR = {
    "weather": """
        flood flooding deluge downpour storm cyclone hurricane typhoon tornado twister landslide mudslide landslip
        avalanche
        """,
    "quake": "earthquake quake temblor tremor tsunami landslide avalanche fire blaze",
    "traffic": "crash collision derailment wreck pileup capsizing sinking shipwreck",
    "fire": "fire blaze inferno wildfire explosion blast",
    "attack": """
        bombing bomb blast explosion attack ambush assault shooting raid airstrike shelling massacre gunfight shootout
        siege stabbing clash crackdown
        """,
    "unrest": "riot protest demonstration clash crackdown brawl stampede crush",
}
_OF_NOUN: dict[str, frozenset[str]] = {}
for _nature, _nouns in _SINGULAR.items():
    for _noun in words(_nouns):
        for _form in (_noun, *plurals(_noun)):
            _OF_NOUN[_form] = _OF_NOUN.get(_form, frozenset()) | {_nature}
_SIGNS = {
    "attack": """
        gunman gunmen attacker attackers assailant assailants bomber bombers militant militants shooter shot stabbed
        attacked ambushed bombed
        """,
    "traffic": "crashed collided overturned derailed capsized driver",
    "fire": "firefighters burned burnt",
}
_OF_SIGN = {sign: frozenset({nature}) for nature, signs in _SIGNS.items() for sign in words(signs)}
_OF_EARTH = frozenset({"weather", "quake"})
_OF_MEN = frozenset({"attack", "unrest"})
_APART = words("elsewhere separately meanwhile")
_REGIONS = words("north south east west northeast northwest southeast southwest centre center capital")
_TOWARDS = 4  # words from a determiner to the noun of an incident


def natures(lows: Sequence[str]) -> frozenset[str]:
    """Of what natures the incidents are that some words name."""
    return frozenset[str]().union(*(_OF_NOUN[low] for low in _OF_NOUN.keys() & set(lows)))


def signs(lows: Iterable[str]) -> frozenset[str]:
    """Of what natures they are where no noun names one: by who did it, and by what was done."""
    return frozenset[str]().union(*(_OF_SIGN[low] for low in lows if low in _OF_SIGN))


def never_one(own: frozenset[str], lows: Sequence[str]) -> bool:
    """Whether one of the two is men's doing and the other the weather's or the earth's: neither brings on the other."""
    told = natures(lows)
    return (own <= _OF_MEN and bool(told & _OF_EARTH)) or (own <= _OF_EARTH and bool(told & _OF_MEN))


def other_incident(lows: Sequence[str], own: frozenset[str], near: range) -> tuple[int, int] | None:
    """The words for an incident that some words bring in, of another nature than any of `own`: *a bus crash*."""
    for at in near:
        kinds = _OF_NOUN.get(lows[at])
        if kinds is not None and own.isdisjoint(kinds) and lows[at + 1 : at + 2] != ["-"]:
            opened = _opening(lows, at)
            if opened is not None:
                return opened, at + 1
    return None


def _opening(lows: Sequence[str], at: int) -> int | None:
    """Where the phrase opens that brings in an incident: with *a*, or the bare plural at the head of a clause."""
    for before in range(at - 1, max(-1, at - _TOWARDS), -1):
        if lows[before] in occasions.INDEFINITE:
            return before
        if lows[before] in grammar.DETERMINERS or not lows[before].isalpha():
            break
    bare = at == 0 or lows[at - 1] in (",", ";")
    return at if bare and lows[at].endswith("s") else None


def is_set_elsewhere(lows: Sequence[str], first: int, last: int) -> bool:
    """Whether some words say that what they tell was somewhere else: *elsewhere*, *in the south*."""
    for at in range(first, last):
        if lows[at] in _APART and at - first <= 1:
            return True
        if lows[at] in _REGIONS and lows[at - 2 : at] == ["in", "the"]:
            return True
    return False
