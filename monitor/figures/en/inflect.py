"""The forms of English verbs and nouns, made from their dictionary form."""

from __future__ import annotations

from typing import NamedTuple

from monitor.figures.en.wordset import words


class VerbForms(NamedTuple):
    """The forms of one verb; several spellings of one form stand side by side."""

    base: str
    third: str
    past: tuple[str, ...]
    participle: tuple[str, ...]
    gerund: tuple[str, ...]


_IRREGULAR = {
    "slay": ("slew slain slayed", "slain slayed"),
    "shoot": ("shot", "shot"),
    "hurt": ("hurt", "hurt"),
    "hit": ("hit", "hit"),
    "strike": ("struck", "struck"),
    "beat": ("beat", "beaten beat"),
    "take": ("took", "taken"),
    "lose": ("lost", "lost"),
    "burn": ("burned burnt", "burned burnt"),
    "hold": ("held", "held"),
    "go": ("went", "gone"),
    "run": ("ran", "run"),
    "flee": ("fled", "fled"),
    "blow": ("blew", "blown"),
    "bring": ("brought", "brought"),
    "catch": ("caught", "caught"),
    "cut": ("cut", "cut"),
    "drive": ("drove", "driven"),
    "find": ("found", "found"),
    "give": ("gave", "given"),
    "leave": ("left", "left"),
    "put": ("put", "put"),
    "sink": ("sank sunk", "sunk sunken"),
    "steal": ("stole", "stolen"),
    "tear": ("tore", "torn"),
    "throw": ("threw", "thrown"),
    "break": ("broke", "broken"),
    "get": ("got", "got gotten"),
    "send": ("sent", "sent"),
    "cost": ("cost", "cost"),
    "fall": ("fell", "fallen"),
    "bury": ("buried", "buried"),
    "shut": ("shut", "shut"),
    "drown": ("drowned", "drowned"),
    "feel": ("felt", "felt"),
    "lay": ("laid", "laid"),
    "seek": ("sought", "sought"),
    "win": ("won", "won"),
    "hang": ("hanged", "hanged"),
    "sweep": ("swept", "swept"),
    "fly": ("flew", "flown"),
    "shake": ("shook", "shaken"),
    "freeze": ("froze", "frozen"),
    "build": ("built", "built"),
    "sell": ("sold", "sold"),
    "buy": ("bought", "bought"),
    "make": ("made", "made"),
    "tell": ("told", "told"),
    "see": ("saw", "seen"),
    "keep": ("kept", "kept"),
    "lead": ("led", "led"),
    "bind": ("bound", "bound"),
    "fight": ("fought", "fought"),
    "withdraw": ("withdrew", "withdrawn"),
    "bite": ("bit", "bitten"),
    "eat": ("ate", "eaten"),
    "feed": ("fed", "fed"),
    "bleed": ("bled", "bled"),
    "shed": ("shed", "shed"),
    "set": ("set", "set"),
    "spread": ("spread", "spread"),
    "split": ("split", "split"),
    "choose": ("chose", "chosen"),
    "hide": ("hid", "hidden"),
    "swim": ("swam", "swum"),
    "stick": ("stuck", "stuck"),
    "slit": ("slit", "slit"),
    "meet": ("met", "met"),
}
_DOUBLED = words(
    "stab trap nab gun hit cut run rob net grab shut put sin ram rid strip commit admit drop stop drag slam "
    "chop club whip ship scrap wrap tip plan"
)
_REGULAR_MAN = frozenset({"human", "german", "roman", "ottoman", "shaman"})
_PLURALS = {
    "man": "men", "woman": "women", "child": "children", "person": "people persons", "aircraft": "aircraft",
    "knife": "knives", "wife": "wives", "life": "lives", "fish": "fish", "sheep": "sheep", "foot": "feet",
    "loss of life": "losses of life", "spacecraft": "spacecraft",
}  # fmt: skip


def verb_forms(base: str) -> VerbForms:
    """All forms of a verb given by its base, in the spellings of both sides of the Atlantic."""
    gerund = tuple(stem + "ing" for stem in _stems(base, before_e=True))
    if base in _IRREGULAR:
        past, participle = (tuple(forms.split()) for forms in _IRREGULAR[base])
        return VerbForms(base, _with_s(base), past, participle, gerund)
    past = tuple(stem + "ed" for stem in _stems(base, before_e=False))
    return VerbForms(base, _with_s(base), past, past, gerund)


def _stems(base: str, *, before_e: bool) -> tuple[str, ...]:
    """What *-ing* (`before_e`) or *-ed* is put to."""
    if base in _DOUBLED:
        return (base + base[-1],)
    if base.endswith("el") or base == "kidnap":
        return (base, base + base[-1])  # *leveled*, *levelled*
    if before_e:
        if base.endswith("ie"):
            return (base[:-2] + "y",)
        return (base[:-1],) if base.endswith("e") and not base.endswith(("ee", "ye")) else (base,)
    if base.endswith("e"):
        return (base[:-1],)
    return (base[:-1] + "i",) if base.endswith("y") and base[-2:-1] not in "aeiou" else (base,)


def plurals(noun: str) -> tuple[str, ...]:
    """The plural of a noun, or of a phrase by its last word (*dead bodies*)."""
    if noun in _PLURALS:
        return tuple(_PLURALS[noun].split()) if " " not in noun else (_PLURALS[noun],)
    *before, last = noun.split()
    ends = _PLURALS[last].split() if last in _PLURALS else [_with_s(last)]
    return tuple(" ".join([*before, end]) for end in ends)


def is_irregular_form(verb: str) -> bool:
    """Whether a verb is given in a past form that its base does not tell: *shot*, *took*."""
    return verb not in _IRREGULAR and any(verb in forms.split() for both in _IRREGULAR.values() for forms in both)


def _with_s(word: str) -> str:
    if word.endswith("man") and word not in _REGULAR_MAN:
        return word[:-3] + "men"
    if word.endswith(("s", "x", "z", "ch", "sh", "go", "to", "ro")) and not word.endswith("auto"):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"
