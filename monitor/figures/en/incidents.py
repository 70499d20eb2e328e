"""Whether an article tells of violence, an accident or a disaster, or of a natural death or of sport."""

from __future__ import annotations

from itertools import pairwise

from monitor.figures.document import Document
from monitor.figures.en.wordset import phrases, words

_INCIDENT = words(
    """
    accident accidental accidentally accidents aftershock aftershocks airstrike airstrikes ambush ambushed arson
    arsonist assassin assassinate assassinated assassinating assassination assassinations assassins assault assaulted
    attack attacked attacker attackers attacks avalanche battle battles beaten blast blasts blaze bomb bombed bomber
    bombing bombings bombs bullet bullets burned burning capsized casualties catastrophe clash clashed clashes climber
    climbers collapse collapsed collapses collided collides collision combat coroner crackdown crash crashed crashes
    crashing crime crimes crush cyclone debris derailed derailment detonated disaster disasters drown drowned drowning
    drowns dynamite earthquake earthquakes electrocuted emergency eruption execute executed executing execution
    executions explode exploded explodes exploding explosion explosions explosive explosives fall fallen falls fell
    fighting fire fired fires firing flames flood flooding floods floodwaters gang gangs grenade grenades guerrillas
    gun gunfire gunman gunmen guns gunshot gunshots handgun hanged hazing hit-and-run homicide homicides hostage
    hostages hurricane inferno insurgents kidnapped kidnapping kill killed killer killers killers' killing killings
    kills knife landslide landslides lynched lynching machete magnitude manslaughter massacre militants mine mines
    missile missiles mortar mountaineer mudslide murder murdered murderer murderers murdering murderous murders
    opened_fire overdose overturned pistol plunge plunged plunges poisoned poisoning police protest protests quake
    quakes raid raided raids rammed rampage rebels rescue rescued rescuers rifle riot rioting riots ritual rocket
    rockets rollover rubble sank shelling shoot shooter shooters shooting shootings shoots shot shots siege sinking
    slain slaying slayings slipped smoke sniper stab stabbed stabber stabbing stabbings stabs stampede storm storms
    stranded strangled strangling strike struck suicide suicides suspect suspects temblor terror terrorism terrorist
    terrorists tornado tornadoes torture tortured tragedy tremor tsunami typhoon unrest victim victims violence
    violent volcano war wildfire wildfires wound wounded wounds wreck wreckage
    """
)
_NATURAL = words(
    """
    ailing ailment alzheimer alzheimer's autobiography biographer bronchitis cancer cardiac coma dementia diabetes
    emphysema hospice illness leukemia lung obituaries obituary parkinson parkinson's peacefully pneumonia renal sleep
    stroke tribute tributes tumor tumour
    """
)
_NATURAL_PAIRS = phrases("heart_attack heart_failure natural_causes kidney_failure liver_failure old_age")
_NATURAL_FIRST = frozenset(pair[0] for pair in _NATURAL_PAIRS)
_SPORT = words(
    """
    backfield championship coach coaches cornerback cup defender game games goalkeeper halftime inning innings league
    linebacker lineup midfielder mlb nba nfl nhl offense pitcher playoff playoffs quarterback rebounds receiver rookie
    roster scored scoring season seasons squad striker tackle team teammate teammates touchdown tournament yards
    """
)


def tells_of_incident(document: Document) -> bool:
    """Whether the article tells of violence, an accident or a disaster, rather than of a natural death or of sport."""
    low = [token[1] for sentence in document.sentences for token in sentence.tokens]
    sport = sum(map(_SPORT.__contains__, low))
    natural = sum(map(_NATURAL.__contains__, low))
    if not _NATURAL_FIRST.isdisjoint(low):
        natural += sum(pair in _NATURAL_PAIRS for pair in pairwise(low))
    incident = sum(map(_INCIDENT.__contains__, low))
    if sport >= 6 and sport > 3 * incident:
        return False
    return incident > 2 * natural
