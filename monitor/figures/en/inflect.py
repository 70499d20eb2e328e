"""The forms of English verbs and nouns, made from their dictionary form."""

from __future__ import annotations

import re
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
    base: (past, participle[0] if participle else past)
    for base, past, *participle in (
        verb.split("/")
        for verb in words(
            """
            slay/slew,slain,slayed/slain,slayed shoot/shot hurt/hurt hit/hit strike/struck beat/beat/beaten
            take/took/taken lose/lost burn/burned,burnt hold/held go/went/gone run/ran/run flee/fled
            blow/blew/blown bring/brought catch/caught cut/cut drive/drove/driven find/found give/gave/given
            leave/left put/put sink/sank,sunk/sunk,sunken steal/stole/stolen tear/tore/torn throw/threw/thrown
            break/broke/broken get/got/got,gotten send/sent cost/cost fall/fell/fallen bury/buried shut/shut
            drown/drowned feel/felt lay/laid seek/sought win/won hang/hanged sweep/swept fly/flew/flown
            shake/shook/shaken freeze/froze/frozen build/built sell/sold buy/bought make/made tell/told
            see/saw/seen keep/kept lead/led bind/bound fight/fought withdraw/withdrew/withdrawn bite/bit/bitten
            eat/ate/eaten feed/fed bleed/bled shed/shed set/set spread/spread split/split choose/chose/chosen
            hide/hid/hidden swim/swam/swum stick/stuck dig/dug draw/drew/drawn know/knew/known grow/grew/grown
            show/showed/shown,showed sow/sowed/sown,sowed mow/mowed/mown,mowed saw/sawed/sawn,sawed wear/wore/worn
            bear/bore/borne,born swear/swore/sworn rise/rose/risen ride/rode/ridden write/wrote/written swing/swung
            spin/spun string/strung sting/stung fling/flung cling/clung spring/sprang/sprung ring/rang/rung
            sing/sang/sung shrink/shrank/shrunk drink/drank/drunk begin/began/begun come/came/come
            become/became/become overcome/overcame/overcome overrun/overran/overrun overthrow/overthrew/overthrown
            undergo/underwent/undergone meet/met leap/leaped,leapt sleep/slept creep/crept weep/wept deal/dealt
            mean/meant breed/bred speed/sped,speeded lend/lent spend/spent bend/bent pay/paid stand/stood
            understand/understood withstand/withstood think/thought teach/taught light/lit,lighted
            shine/shone,shined slide/slid slit/slit bid/bid,bade/bid,bidden forbid/forbade/forbidden let/let
            quit/quit rid/rid burst/burst cast/cast broadcast/broadcast thrust/thrust upset/upset beset/beset
            weave/wove/woven sew/sewed/sewn wake/woke/woken speak/spoke/spoken forget/forgot/forgotten bet/bet
            read/read say/said sit/sat spit/spat wring/wrung hear/heard have/had do/did/done
            """
        )
    )
}
"""Past and participle of the verbs that do not end in *-ed*, spellings parted by commas."""
_DOUBLED = words(
    "commit admit submit permit transmit refer prefer transfer occur incur recur expel compel propel repel rebel "
    "control patrol equip kidnap handicap outfit acquit regret abet abut abhor concur confer defer deter forget upset "
    "overrun program worship"
)
"""Verbs of more than one syllable that double their last letter."""
_ONE_SYLLABLE = re.compile(r"(?:[^aeiou]*|[^aeiou]*qu)[aeiouy][bdfgklmnprtvz]")
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
        past, participle = (tuple(forms.split(",")) for forms in _IRREGULAR[base])
        return VerbForms(base, _with_s(base), past, participle, gerund)
    past = tuple(stem + "ed" for stem in _stems(base, before_e=False))
    return VerbForms(base, _with_s(base), past, past, gerund)


def _stems(base: str, *, before_e: bool) -> tuple[str, ...]:
    """What *-ing* (`before_e`) or *-ed* is put to."""
    if base.endswith("el") or base in ("kidnap", "program", "worship"):
        return (base, base + base[-1])  # *leveled*, *levelled*
    if base in _DOUBLED or _ONE_SYLLABLE.fullmatch(base):
        return (base + base[-1],)
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
    return verb not in _IRREGULAR and any(verb in forms.split(",") for both in _IRREGULAR.values() for forms in both)


def _with_s(word: str) -> str:
    if word.endswith("man") and word not in _REGULAR_MAN:
        return word[:-3] + "men"
    if word.endswith("child"):
        return word + "ren"
    if word.endswith(("s", "x", "z", "ch", "sh", "go", "to", "ro")) and not word.endswith("auto"):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"
