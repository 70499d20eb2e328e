"""Whether an article tells of violence, an accident or a disaster, or of a natural death or of sport."""

from __future__ import annotations

from itertools import chain, pairwise

from monitor.figures.document import Document
from monitor.figures.en.wordset import phrases, words

INCIDENT = words(
    """
    abducted abduction accident accidental accidentally accidents aftershock aftershocks airstrike airstrikes
    ambush ambushed arson arsonist asphyxiated asphyxiation assailant assailants assassin assassinate
    assassinated assassinates assassinating assassination assassinations assassins assault assaulted attack
    attacked attacker attackers attacks autopsy avalanche avalanches beaten beheaded blast blasts blaze blizzard
    bludgeoned bomb bombardment bombed bomber bombing bombings bombs bullet bullets burglar burglary burned
    burning capsize capsized capsizes capsizing careened carjacked carjacker carjacking casualties choked
    cholera clash clashed clashes climber climbers clubbed collide collided collides colliding collision combat
    commandos coroner corpse corpses crackdown crashed crashes crashing crime crimes crossfire crushed cyclone
    debris decapitated deputies derail derailed derailment derailments derails detonate detonated detonates
    detonating detonation disaster disasters dismembered divers dragged drown drowned drowning drownings drowns
    drunken dynamite earthquake earthquakes ebola ejected electrocuted electrocution epidemic eruption explode
    exploded explodes exploding explosion explosions explosive explosives extremist extremists famine fire
    firefight firefighter firefighters fires flames flood flooding floods floodwaters frostbite gang gangs gored
    grenade grenades guerrilla guerrillas gun gunbattle gunfight gunfire gunman gunmen gunned guns gunshot
    gunshots hacked hail handgun hanged hazing heatstroke heatwave hijacked hijackers hit-and-run hitman hitmen
    homicide homicides hostage hostages hurricane hypothermia inferno insurgency insurgent insurgents intruder
    jihadists kidnap kidnapped kidnappers kidnapping kidnaps kill killed killer killers killing killings kills
    knife knifed landmine landmines landslide landslides lifeguards lightning looters looting lynched lynching
    machete machetes machinegun manslaughter massacre mauled measles militant militants militia missile missiles
    monoxide mortar mountaineer mudslide mudslides mugged murder murdered murderer murderers murdering murderous
    murders mutilated outbreak overboard overdose overdosed overdoses overturning overturns paramedics
    paramilitaries paramilitary paratroopers pileup pistol plowed poisoned poisoning police protest protests
    quake quakes raiders rammed ramming rampage rams ransom rear-ended rebel rebels rescuers riddled rifle riot
    rioting riots ritual robbed robber robbers robbery rocket rockets rockslide rollover rollovers rubble sank
    scalded shelled shelling sheriff sheriff's shipwreck shoot shooter shooting shootings shootout shoots shot
    shots shrapnel siege sinking sinks skidded skids skirmish skirmishes slain slashed slashing slaying slayings
    smoke sniper stab stabbed stabbing stabbings stabs stampede stampedes storm storms strafed strafing
    strangled strangles strangling subversives suffocated suffocation suicide suicides suspect suspects swerved
    temblor terror terrorism terrorist terrorists tornado tornadoes torture tortured tragedy trampled tremor
    troopers tsunami twister twisters typhoon unrest victim victims vigilantes violence violent volcano wildfire
    wildfires wound wounded wounding wounds wreck wreckage
    """
)
"""Words of violence, accidents and disasters."""
_FIGURATIVE = words(
    """
    battle battles bodies catastrophe collapse collapsed collapses crash crush emergency execute executed executing
    execution executions fall fallen falls fell fighting fired firing magnitude mine mines overturned plunge plunged
    plunges raid raided raids rescue rescued slipped stranded strike struck target war
    """
)
"""Words that trade and politics use too: they count beside a plain one."""
_TRAFFIC = words(
    """
    bus buses car cars cyclist driver drivers freeway highway lane motorcycle motorcyclist motorist motorists passenger
    passengers pedestrian pickup pilot rider road roads suv train truck trucks van vehicle vehicles helicopter plane
    """
)
_CRASHES = words("crash")
_FALLING = words("fall fallen falls fell plunged plunges slipped")
_DEATH = words("death deaths died dead body bodies")
_BODIES = words("body bodies")
_COME_UPON = words("found recovered discovered retrieved")
_NATURAL = words(
    """
    ailing ailment alzheimer alzheimer's autobiography biographer bronchitis cancer cardiac coma dementia diabetes
    emphysema hospice illness leukemia lung obituaries obituary parkinson parkinson's peacefully pneumonia renal sleep
    stroke tribute tributes tumor tumour
    """
)
_NATURAL_PAIRS = phrases("heart_attack heart_failure natural_causes kidney_failure liver_failure old_age")
_HARM = words("injured injuries injury hurt harmed custody cell cells inmate inmates missing electric shock")
TELLING = INCIDENT | _FIGURATIVE | _TRAFFIC | _HARM
"""The same, with those of traffic and harm, and words that trade and politics use too."""
OPENING = 4  # sentences, the title counted, that say how somebody died
_SOUGHT = words(
    "trace whereabouts search searching sighting sightings sighted appeal appealing appealed concern concerned"
)
_NATURAL_FIRST = frozenset(pair[0] for pair in _NATURAL_PAIRS)
_SPORT = words(
    """
    backfield championship coach coaches cornerback cup defender game games goalkeeper halftime inning innings league
    linebacker lineup midfielder mlb nba nfl nhl offense pitcher playoff playoffs quarterback rebounds receiver rookie
    roster scored scoring season seasons squad striker tackle team teammate teammates touchdown tournament yards
    """
)
_WEIGHED = (
    INCIDENT
    | _FIGURATIVE
    | _TRAFFIC
    | _FALLING
    | _CRASHES
    | _DEATH
    | _BODIES
    | _COME_UPON
    | _NATURAL
    | _NATURAL_FIRST
    | _SPORT
    | _SOUGHT
    | {"missing"}
)
"""Every word that is counted for or against an incident."""


def tells_of_incident(document: Document, *, numbered: bool, lone: bool) -> bool:
    """Whether the article tells of violence, an accident or a disaster, rather than of a natural death or of sport.

    `numbered`: it gives a number of people, which tells of one too. `lone`: it opens with the death of one person.
    """
    opening = chain.from_iterable(sentence.lows for sentence in document.sentences[:OPENING])
    if lone and TELLING.isdisjoint(opening):
        return False  # what he saw in life is told below
    told = [low for sentence in document.sentences for low in sentence.lows if low in _WEIGHED]
    sport = sum(map(_SPORT.__contains__, told))
    natural = sum(map(_NATURAL.__contains__, told))
    if not _NATURAL_FIRST.isdisjoint(told):
        natural += sum(pair in _NATURAL_PAIRS for sentence in document.sentences for pair in pairwise(sentence.lows))
    incident = sum(map(INCIDENT.__contains__, told))
    if not _FALLING.isdisjoint(told) and not _DEATH.isdisjoint(told):
        incident += 1
    if not natural and not _BODIES.isdisjoint(told) and not _COME_UPON.isdisjoint(told):
        incident += 1
    if "missing" in told and not _SOUGHT.isdisjoint(told):
        incident += 1
    if not _CRASHES.isdisjoint(told) and not _TRAFFIC.isdisjoint(told):
        incident += 1
    if not incident and not numbered:
        return False
    incident += numbered + sum(map(_FIGURATIVE.__contains__, told))
    if sport >= 6 and sport > 3 * incident:
        return False
    return incident > 2 * natural
