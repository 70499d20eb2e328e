"""Whether an article tells of violence, an accident or a disaster, or of a natural death or of sport."""

from __future__ import annotations

from collections.abc import Iterable

from monitor.figures.document import Document
from monitor.figures.en.wordset import words

_INCIDENT = words(
    """
    attack attacks attacked attackers attacker ambush ambushed bomb bombs bombed bombing bombings bomber explosion
    explosions exploded explode explodes blast blasts detonated shooting shootings shot shots gunshot gunshots gunfire
    gunman gunmen shooter shooters opened_fire gun guns sniper rifle pistol handgun bullet bullets stabbing stabbings
    stabbed knife machete murder murders murdered murderer killer killers homicide homicides manslaughter slaying
    slayings slain assault assaulted massacre rampage assassination assassinated assassins terror terrorist terrorists
    terrorism militants insurgents guerrillas rebels clash clashes clashed fighting battle battles combat war
    airstrike airstrikes strike missile missiles rocket rockets shelling mortar grenade grenades mine mines violence
    violent riot riots rioting unrest protest protests crackdown raid raids raided siege hostage hostages kidnapped
    kidnapping crash crashes crashed collision collided collides derailed derailment wreck wreckage overturned
    capsized sank sinking plunged plunges rammed rollover accident accidents accidental accidentally fire fires blaze
    burned burning inferno arson arsonist smoke flames wildfire wildfires quake quakes earthquake earthquakes tremor
    temblor magnitude aftershock aftershocks tsunami flood floods flooding floodwaters storm storms hurricane typhoon
    cyclone tornado tornadoes landslide landslides mudslide avalanche eruption volcano collapse collapsed collapses
    disaster disasters catastrophe tragedy emergency rescuers rescue rescued rubble debris stampede crush poisoning
    poisoned drowned drowning suicide suicides hanged execution executed lynched beaten strangled victim victims
    wounded wounds wound casualties crime crimes police suspect suspects coroner electrocuted explosives dynamite
    firing fired struck hit-and-run kill kills killed killing killings gang gangs fell falls fall fallen plunge
    slipped climber climbers mountaineer stranded hanged overdose hazing torture tortured ritual
    """
)
_STEMS = ("murder", "kill", "assassin", "execut", "stabb", "shoot", "strangl", "lynch", "drown", "crash", "explo")
_NATURAL = words(
    """
    pneumonia cancer leukemia illness ailment ailing alzheimer alzheimer's parkinson parkinson's stroke hospice
    obituary obituaries tumor tumour dementia diabetes bronchitis emphysema sleep heart_attack heart_failure
    natural_causes kidney_failure liver_failure old_age in_his_sleep in_her_sleep peacefully cardiac lung renal coma
    tributes tribute biographer autobiography
    """
)
_SPORT = words(
    """
    quarterback touchdown playoff playoffs roster nfl nba nhl mlb season seasons coach coaches linebacker receiver
    tackle cornerback league inning innings pitcher goalkeeper striker midfielder defender championship super_bowl
    squad backfield halftime scored scoring game games team teammate teammates yards rebounds offense lineup rookie
    running_back tournament cup
    """
)


def tells_of_incident(document: Document) -> bool:
    """Whether the article tells of violence, an accident or a disaster, rather than of a natural death or of sport."""
    incident, natural, sport = 0, 0, 0
    for low in _words(document):
        incident += low in _INCIDENT or low.startswith(_STEMS)
        natural += low in _NATURAL
        sport += low in _SPORT
    if sport >= 6 and sport > 3 * incident:
        return False
    if natural and natural * 2 >= incident:
        return False
    return incident > 0


def _words(document: Document) -> Iterable[str]:
    """The words of the document, and each two that stand side by side as one."""
    for sentence in document.sentences:
        before = ""
        for token in sentence.tokens:
            yield token.low
            if before in ("heart", "natural", "old", "kidney", "liver", "super", "running", "opened"):
                yield f"{before}_{token.low}"
            before = token.low
