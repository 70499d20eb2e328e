"""Whether a description fits a body by its name: *a monitoring group* the Observatory, *the rights group* Amnesty."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.figures.en.wordset import words

_PAPERS = words(
    """
    times post herald tribune gazette journal sun mirror guardian telegraph chronicle observer star standard press
    newspaper daily globe examiner inquirer dispatch ledger
    """
)
_AGENCIES = words(
    "agency news press afp ap reuters upi dpa xinhua interfax tass itar-tass efe ansa anadolu bloomberg ria"
)
_FAMILIES = (
    (words("monitor monitors monitoring watchdog"), words("observatory monitor monitors monitoring watch watchdog")),
    (words("rights"), words("rights amnesty liberties watch")),
    (
        words("aid relief humanitarian charity"),
        words("relief aid cross crescent charity oxfam caritas médecins medecins"),
    ),
    (words("medical"), words("medical médecins medecins doctors cross crescent")),
    (words("newspaper daily paper"), _PAPERS),
    (words("news"), _AGENCIES),
    (words("broadcaster television tv channel station"), words("television tv radio channel broadcasting bbc cnn")),
    (
        words(
            "rebel militant armed insurgent guerrilla separatist extremist jihadist paramilitary"
            " rebels militants insurgents guerrillas separatists"
        ),
        words("front army movement brigade brigades liberation militia resistance guerrillas tigers defenders"),
    ),
    (words("opposition"), words("movement party front coalition council congress alliance league")),
)
"""What a description says, and the words in the names of such bodies."""
_SAME = words(
    """
    union party movement front association federation network coalition alliance militia faction committee council
    hospital clinic university institute foundation observatory brigade league society
    """
)
"""Nouns that stand in the description as in the name."""


_HEADS = words(
    """
    group organisation organization agency network body watchdog monitor charity faction militia movement newspaper
    paper daily broadcaster channel station service website opposition rebels militants insurgents guerrillas
    separatists
    """
)
"""Nouns of a description that a name may take the place of."""


def fits(description: Sequence[str], name: Sequence[str]) -> bool:
    """Whether what a body is said to be, word by word in lower case, may be said of one that is called so."""
    told, named = set(description), set(name)
    head = description[-1] if description else ""
    if head in _SAME:
        return head in named
    return head in _HEADS and any(
        not told.isdisjoint(said) and not named.isdisjoint(called) for said, called in _FAMILIES
    )


def is_description(phrase: Sequence[str]) -> bool:
    """Whether a phrase, word by word in lower case, says what kind of body one is: *monitoring group*, *union*."""
    return bool(phrase) and (phrase[-1] in _HEADS or phrase[-1] in _SAME)
