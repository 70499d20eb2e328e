"""Whether a voice is an authority: someone whose office it is to know (police, ministry, hospital, coroner).

Knows nothing but words, so that any part of the program may be handed `is_authority`.
"""

from __future__ import annotations

import re
from functools import lru_cache

_OFFICIAL = """
    police authorities authority official officials officer officers ministry minister ministers government governor
    mayor president presidency premier chancellor prosecutor prosecutors sheriff sheriffs constabulary gendarmerie
    commander commissioner inspector superintendent detective detectives investigator investigators coroner coroners
    examiner coastguard firefighters paramedics paramedic medics medic hospital hospitals clinic morgue doctor doctors
    court courts judge magistrate army military navy marines troops guard embassy consulate pentagon kremlin parliament
    senate cabinet un u.n fbi cia nypd lapd chp usgs cdc ntsb atf dea interpol marshals marshal troopers patrol
    constable
    """
OFFICIAL = frozenset(_OFFICIAL.split())
"""One of these words makes a voice an authority, unless `PARTISAN` says otherwise."""

PHRASES = tuple(
    """
    fire department|fire service|fire chief|fire brigade|fire and rescue|rescue service|rescue services|rescue agency|
    district attorney|attorney general|attorney's office|state department|health department|home office|foreign office|
    white house|department of|ministry of|office of|civil defence|civil defense|civil protection|disaster agency|
    disaster management|emergency services|emergency management|emergency agency|coast guard|ambulance service|
    united nations|unrwa|unhcr|unicef|world health organization|red cross|red crescent|geological survey|
    police department|national guard|security forces|armed forces|state police|emergency medical|medical director|
    search and rescue|transportation safety|aviation administration|interior department|justice department
    """.replace("\n", "").split("|")
)

_PARTISAN = """
    former ex lawyer lawyers attorney's opposition rebel rebels militant militants insurgent insurgents dissident
    dissidents exiled union self-styled shadow
    """
PARTISAN = frozenset(_PARTISAN.split())
"""With one of these an official word does not make an authority: *a former police officer*, *rebel officials*."""

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@lru_cache(maxsize=4096)
def is_authority(source: str | None, side: str | None) -> bool:
    """Whether a claim's source, or the body that it speaks for, is an authority.

    The article itself (both None) is none. A body that the source speaks for decides before the source's own name.
    """
    return any(_official(text) for text in (side, source) if text)


def _official(text: str) -> bool:
    plain = " ".join(text.replace("’", "'").lower().split())
    found = _WORD.findall(plain)
    bare = {word.removesuffix("'s") for word in found}
    if PARTISAN & bare:
        return False
    padded = f" {plain} "
    return bool(OFFICIAL & bare) or any(
        f" {phrase.strip()} " in padded or f" {phrase.strip()}'s " in padded for phrase in PHRASES
    )
