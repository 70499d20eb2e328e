"""Words of English that tell which event a figure is of: another one, a run of them, or none that happened."""

from __future__ import annotations

from monitor.figures.en.wordset import phrases, words

EVENT_NOUNS = words(
    "accident ambush arson assault assassination attack avalanche battle blast blaze bloodshed bombardment bombing "
    "bloodbath case clash clashes collapse collision conflict crackdown crash crime cyclone demonstration derailment "
    "disaster earthquake earthquakes episode epidemic eruption event explosion fight fighting fire firefight flood "
    "flooding floods gunfight heist hurricane incident incidents invasion killing killings landslide massacre mudslide "
    "murder murders offensive operation outbreak prank protest quake quakes raid raids rampage riot riots robbery sally "
    "shooting shootings shootout siege sinking skirmish slaying slayings spree stabbing stampede standoff storm strike "
    "strikes temblor tornado tragedy tremor tsunami typhoon twister unrest uprising violence volcano war wildfire wreck "
    "attacks bombings blasts explosions fires crashes accidents disasters storms tornadoes hurricanes wars battles "
    "arrest arrests conviction convictions charge charges death deaths suicide suicides homicide homicides kidnapping "
    "abduction abductions kidnappings"
)
LONG_AFFAIRS = words(
    "war conflict insurgency insurrection rebellion uprising revolution unrest violence fighting crackdown campaign "
    "intifada occupation invasion regime dictatorship protests demonstrations terrorism repression epidemic hostilities "
    "struggle feud genocide era offensive terror"
)
OTHER_DETERMINERS = words(
    "last previous earlier prior past another separate unrelated different similar other preceding former older"
)
OTHER_ONES = words("previous earlier prior unrelated separate different past another preceding")
COMPARISONS = words(
    "worst deadliest bloodiest biggest largest strongest heaviest fiercest highest most second third fourth fifth sixth "
    "seventh eighth ninth tenth first lowest since-last latest greatest gravest"
)
LIKENESSES = phrases(
    "compared_with compared_to similar_to reminiscent_of unlike_the in_contrast_to "
    "in_comparison_with than_the in_exchange_for"
)
ANAPHORA = words("it that those these they he she his her its their there then")
ANAPHORIC_DETERMINERS = words("the that this those these")
BEFORE_ANAPHORA = words("in at from after during but and also")
COURT = words(
    "sentenced sentence sentences sentencing convicted convict conviction guilty trial jury jurors jury's verdict "
    "prosecutor prosecutors appeal appeals plea pleaded pleads pled parole acquitted acquittal testified testimony "
    "testify court courtroom judge hearing lawsuit sues sued suing executed execution inquest retrial indicted arraigned "
    "anniversary commemorate commemorated commemorates commemorating memorial remembered remembers remember mark marked "
    "marks inquiry investigation investigations investigators inquest cold-case reopened tribunal lawyers lawyer attorney extradited "
    "extradition extradite"
)
MODALS = words("could would may might should can will shall cannot 'll 'd must")
BE_HAVE = words(
    "be been being have has had get getting not also even still only all both either easily themselves himself"
)
REALLY_LATER = words("later eventually soon subsequently ultimately then")
REAL_BEFORE_TO = words(
    "on managed came proceeded continued first second third fourth fifth sixth last latest next only guilty confessed "
    "admitted admitting confessing linked believed understood presumed assumed confirmed found related connected pleaded pled due owing prior addition response reaction tied "
    "contributed led contributing leading said reported thought known alleged youngest oldest person people soldier "
    "american briton journalist officer victim victims began started helped used happened appeared appears seems ones one "
    "plead"
)
VERBAL_NOUNS = words("death deaths injury injuries detention custody fatality fatalities casualties")
ATTEMPTS = words(
    "attempted attempting plotting plotted conspiring conspired contemplating threatening threatened threatens threaten "
    "prevent preventing prevented avoid avoided avoiding avert averted narrowly hypothetical simulated mock imaginary "
    "fictional potential possible prospective future would-be"
)
NARROWLY = words("nearly almost narrowly reportedly-nearly")
CONDITIONS = words("if unless whether lest")
PROSPECTS = words(
    "risk risks danger threat threats chance possibility prospect likelihood fears warning warnings warned warns"
)
REHEARSALS = words("drill drills exercise exercises simulation rehearsal scenario scenarios mock simulated")
FICTIONS = words(
    "film movie novel drama thriller sitcom miniseries fiction fictional character screenplay episode videogame comedy"
)
PREVIOUSLY = words("previously formerly")
AFTERMATHS = words("after following since")
RELATIVES = words("when which that where who whose")
TOTAL_VERBS = words("bringing brings brought taking takes took pushing pushes pushed raising raises raised")
SUDDEN = words(
    "avalanche cyclone disaster earthquake eruption explosion famine flood flooding floods hurricane landslide mudslide "
    "quake quakes storm temblor tidal tornado tremor tsunami tsunamis typhoon volcano"
)
"""Events that can kill thousands in a day."""
ORDINALS = words("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
BRINGING = words("put keep bring get have see send throw hold leave make take")
"""Verbs that bring someone into a state: *to put him behind bars*."""
HAPPENS = words("came comes coming happened happens occurred occurs follows followed took")
"""Verbs by which one event is set in time by another: *it came two days after*."""
DEFINITE = words("the a his her their its that")
LINKS = words("by in of the a an and or at for to from on with who that which")
"""Words across which a determiner does not reach its noun."""
OTHER_VERBS = words(
    "convicted sentenced charged arrested indicted pleaded acquitted guilty jailed released executed arraigned ruled "
    "testified extradited imprisoned detained announced reported said born "
    "elected founded built joined married retired enlisted appointed created established hired moved graduated formed arrived"
)
"""Verbs of what is done and said about a deed or a person, which have a time of their own."""
BEGINNINGS = words("beginning start outbreak year century")
PERFECT = words("has have")
INDEFINITE = words("a an")
