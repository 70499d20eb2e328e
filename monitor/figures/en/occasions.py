"""Words of English that tell which event a figure is of: another one, a run of them, or none that happened."""

from __future__ import annotations

from monitor.figures.en.inflect import plurals
from monitor.figures.en.wordset import phrases, words

_EVENTS = words(
    """
    accident ambush arson assault assassination attack avalanche battle blast blaze bloodshed bombardment bombing
    bloodbath case clash collapse collision conflict crackdown crash crime cyclone demonstration derailment disaster
    earthquake episode epidemic eruption event explosion fight fighting fire firefight flood flooding gunfight heist
    hurricane incident invasion killing landslide massacre mudslide murder offensive operation outbreak prank
    protest quake raid rampage riot robbery sally shooting shootout siege sinking skirmish slaying spree stabbing
    stampede standoff storm strike temblor tornado tragedy tremor tsunami typhoon twister unrest uprising violence
    volcano war wildfire wreck arrest conviction charge death suicide homicide kidnapping abduction airstrike
    beheading brawl capsizing crush deluge downpour hijacking inferno landslip lynching melee mishap overdose pileup
    poisoning shelling shipwreck
    """
)
EVENT_NOUNS = _EVENTS | {plural for noun in _EVENTS for plural in plurals(noun)}
"""Nouns for events in which people come to harm or are seized."""
LONG_AFFAIRS = words(
    """
    war conflict insurgency insurrection rebellion uprising revolution unrest violence fighting crackdown campaign
    intifada occupation invasion regime dictatorship protests demonstrations terrorism repression epidemic
    hostilities struggle feud genocide era offensive terror
    """
)
"""Events that go on for months or years, so that a number of them sums up a history."""
PROTESTS = words(
    """
    protest protests protested riot riots rioted rally rallies rallied march marches marched demonstration
    demonstrations demonstrated unrest anger angry outrage outcry uproar
    """
)
"""Words that, before *over*, lead in what others are angry about."""
OTHER_DETERMINERS = words(
    """
    last previous earlier prior past another separate unrelated different similar other preceding former older
    """
)
"""Words that, before such a noun, set it apart from the event told of."""
PLACES = words(
    "school college village town city market hotel mosque church prison camp district state province country"
)
"""Nouns for where an event was, before which *a different* sets another apart."""
OF_ITS_LIKE = words("one ones circumstances fashion manner")
"""Nouns that stand for such an event: *the earlier ones*, *in similar circumstances*."""
EARLIER_ONES = words("previous earlier prior past preceding")
"""Those of them that set apart even in the lead."""
OTHER_ONES = words("unrelated separate different another similar")
"""Those of them that set apart in the lead what is told after its own event."""
COMPARISONS = words(
    """
    worst deadliest bloodiest biggest largest strongest heaviest fiercest highest most second third fourth fifth
    sixth seventh eighth ninth tenth first lowest latest greatest gravest
    """
)
"""Words that rank an event among others."""
LIKENESSES = phrases(
    """
    compared_with compared_to similar_to reminiscent_of unlike_the in_contrast_to in_comparison_with than_the
    in_exchange_for like_that like_those like_the
    """
)
"""What opens a comparison with another event."""
ANAPHORA = words("it that those these they he she his her its their there then")
"""Words that, at the start of a sentence, point at what was told before."""
ANAPHORIC_DETERMINERS = words("the that this those these")
"""Words that point so before a noun."""
BEFORE_ANAPHORA = words("in at from after during but and also")
"""Words that may stand before them."""
COURT = words(
    """
    sentenced sentence sentences sentencing convicted convict conviction guilty trial jury jurors jury's verdict
    prosecutor prosecutors appeal appeals plea pleaded pleads pled parole acquitted acquittal testified testimony
    testify court courtroom judge hearing lawsuit sues sued suing executed execution inquest retrial indicted
    arraigned anniversary commemorate commemorated commemorates commemorating memorial remembered remembers remember
    mark marked marks inquiry investigation investigations investigators reopened tribunal lawyers lawyer attorney
    extradited extradition extradite
    """
)
"""Words of trials, inquiries and days of remembrance, whose event may be years old."""
MODALS = words("could would may might should can will shall cannot 'll 'd must")
"""Verbs that put what follows in the realm of the possible."""
RISES = words("reach rise climb exceed top pass go hit increase grow surpass be eventually ultimately well")
"""Verbs of what a toll may do, and words before them."""
BE_HAVE = words(
    """
    be been being have has had get getting not also even still only all both either easily themselves himself
    """
)
"""Words between such a verb and its participle."""
REALLY_LATER = words("later eventually soon subsequently ultimately then")
"""Adverbs by which *would* tells of what came to be: *would later die*."""
REAL_BEFORE_TO = words(
    """
    on managed came proceeded continued first second third fourth fifth sixth last latest next only guilty confessed
    admitted admitting confessing linked believed understood presumed assumed confirmed found related connected
    pleaded pled due owing prior addition response reaction tied contributed led contributing leading said reported
    thought known alleged youngest oldest person people soldier american briton journalist officer victim victims
    began started helped used happened appeared appears seems ones one plead
    """
)
"""Words after which *to* tells of what happened: *went on to kill*."""
VERBAL_NOUNS = words("death deaths injury injuries detention custody fatality fatalities casualties")
"""Nouns that follow a *to* of direction: *fell to his death*."""
ATTEMPTS = words(
    """
    attempted attempting plotting plotted planning conspiring conspired contemplating threatening threatened threatens
    threaten prevent preventing prevented avoid avoided avoiding avert averted narrowly hypothetical simulated mock
    imaginary fictional potential possible prospective future would-be
    """
)
"""Words for what was tried or thought of."""
NARROWLY = words("nearly almost narrowly")
"""Adverbs for what came close to happening."""
CONDITIONS = words("if unless whether lest")
"""Words that open a condition."""
LABELS = words("video videos photos gallery slideshow related watch")
"""What stands before the title of something else on a page."""
AWAITED = words("until till once")
"""Words that open what is waited for, where its verb stands in the present: *until he dies*."""
FUTURE = words("will shall 'll won't")
RELATIVE_TIMES = words("when after")
TO_COME = words("die dies perish perishes drown drowns")
ESCAPES = words("escape escapes escaped escaping avoid avoided")
"""Verbs before *being* for what did not come about."""
PLANS = words("mission missions plan plans plot plots intention intent aim goal objective purpose idea")
"""Nouns for what is meant to be done."""
CALLS = words("call calls called calling asks asked asking")
"""Verbs that, with *for*, tell what is wanted."""
PROSPECTS = words("risk risks danger threat threats possibility prospect likelihood chance chances")
"""Nouns for what may come."""
PLAYS = words("stars starring starred plays portrays depicts chronicles tells follows")
"""Verbs of what they do."""
FICTIONS = words("film movie novel drama thriller sitcom miniseries play episode game story trailer")
"""Nouns for what is told or played."""
AFTERMATHS = words("after following since")
"""Words that open what came before or after."""
RELATIVES = words("when which that where who whose")
"""Words that open a clause on what stands before them."""
REVENGE = words("revenge retaliation response reprisal retribution answer reaction")
"""Nouns for what is done because of another event."""
TOTAL_VERBS = words("bringing brings brought taking takes took pushing pushes pushed raising raises raised")
"""Verbs that go on from a figure to a running total: *, bringing the toll to 15*."""
SUDDEN = words(
    """
    avalanche cyclone disaster earthquake eruption explosion famine flood flooding floods hurricane landslide
    mudslide quake quakes storm temblor tidal tornado tremor tsunami tsunamis typhoon volcano
    """
)
ORDINALS = words("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
"""Verbs that bring someone into a state: *to put him behind bars*."""
BRINGING = words("put keep bring get have see send throw hold leave make take")
SUCCESSIONS = phrases("in_the_wake_of on_the_heels_of")
"""What opens the event that another came after."""
BEGAN = words("began started")
SERIES = words("string series spate wave streak rash spree succession")
"""Nouns for events that followed one another."""
FOLLOWS = words("follows follow followed following")
"""Verbs that say after which events this one came."""
HAPPENS = words("came come comes coming happened happens occurred occurs follows followed took")
"""Verbs by which one event is set in time by another: *it came two days after*."""
DEFINITE = words("the a his her their its that")
"""Words across which a determiner does not reach its noun."""
LINKS = words("by in of the a an and or at for to from on with who that which")
BESIDE = words("during after before near when while outside inside under over between against into where wounded hurt")
"""Words that end a phrase before its noun is reached: *another wounded during clashes*."""
OTHER_VERBS = words(
    """
    convicted sentenced charged arrested indicted pleaded acquitted guilty jailed released executed arraigned ruled
    testified extradited imprisoned detained announced reported said born elected founded built joined married
    retired enlisted appointed created established hired moved graduated formed arrived
    """
)
"""Verbs of what is done and said about a deed or a person, which have a time of their own."""
BEGINNINGS = words("beginning start outbreak year century founding founded foundation creation created inception")
"""Words for the start of a stretch of time."""
PERFECT = words("has have")
"""Auxiliaries of what has gone on."""
INDEFINITE = words("a an")
"""Articles of someone not told of before."""
SIMULATIONS = words(
    """
    simulated simulation simulating mock scenario scenarios hypothetical imaginary fictional
    """
)
"""Words for what is only acted out."""
SUPPOSED = words("supposed imagined")
"""Words for what is taken to have happened, in a rehearsal."""
REHEARSALS = words("drill drills exercise exercises rehearsal rehearsals")
"""Words for what is acted out, where it is told what happens in it."""
MEANWHILE = words("after before by while for")
"""Words before a participle whose subject is that of the clause before."""
