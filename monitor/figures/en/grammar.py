"""Closed classes of English words that the grammar turns on."""

from __future__ import annotations

from monitor.figures.en.wordset import words

BE = words("is are was were be been being am 's 're wasn't weren't isn't aren't")
HAVE = words("has have had having hasn't haven't hadn't 've 'd")
GET = words("get gets got getting gotten")
MODALS = words("will would could can may might must should shall 'll cannot couldn't wouldn't can't won't")
DO = words("do does did don't doesn't didn't")
AUXILIARIES = BE | HAVE | GET | MODALS | DO
NEGATIONS = words(
    """
    not never n't neither nor hardly wasn't weren't isn't aren't hasn't haven't hadn't didn't doesn't don't cannot
    couldn't won't
    """
)
PREPOSITIONS = words(
    """
    of in on at by for from with to into onto near during after before between among amid against through throughout
    over under above below behind beside inside outside within without across along around toward towards upon off out
    up down about despite since until till like via per as than except besides beyond following including
    """
)
SUBORDINATING = words("before after since until as than")
"""Prepositions that also open a clause."""
CONJUNCTIONS = words(
    """
    and or but nor & plus while when where whereas because although though if unless that which who whom whose whether
    so yet
    """
)
RELATIVES = words("who which that whom")
DETERMINERS = words(
    "the a an this that these those his her their its my our your another each every no any some both all"
)
DEFINITE = words("the this that these those his her their its my our your both all")
POSSESSIVES = words("his her their its my our your")
PRONOUNS = words(
    """
    he she him himself herself they them themselves who everyone everybody someone somebody anyone anybody it i we you
    us me itself
    """
)
ADVERBS = words(
    """
    also then later already reportedly allegedly apparently seriously critically badly severely slightly fatally
    mortally instantly immediately still now just only even previously recently accidentally subsequently eventually
    not never either both all each since first once twice again today yesterday probably possibly believed lightly
    gravely wrongly brutally initially presumably confirmed officially finally actually ultimately soon early quickly
    gravely violently mistakenly inadvertently intentionally deliberately nearly almost so far there unlawfully
    """
)
TEMPORAL = words(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow last earlier late early
    this january february march april may june july august september october november december jan. feb. aug. sept.
    oct. nov. dec. mon tue wed thu fri sat sun overnight
    """
)
STOPPERS = (
    AUXILIARIES
    | PREPOSITIONS
    | CONJUNCTIONS
    | PRONOUNS
    | words(
        """
    said says told reported reports according added adding say saying tell tells there here then also later still now
    how why what not never too very went go goes came come comes left leaving leave leaves became become remain
    remained remains seemed away took taken take takes taking found find finds made make makes
    """
    )
)
"""Words that no noun phrase runs across."""
NO_NOUNS = STOPPERS | TEMPORAL | DETERMINERS
PARTICIPLES = words(
    """
    thought known held kept seen taken made given found left meant said built hidden stolen brought bought sold sent
    caught
    """
)
KIN = words(
    """
    mother father mom mum dad son daughter brother sister husband wife girlfriend boyfriend grandmother grandfather
    uncle aunt nephew niece stepson stepdaughter baby infant toddler
    """
)
SAYING = words(
    "say says said believe believes believed allege alleges alleged report reports reported think thinks suspect"
)
TITLES = words(
    """
    mr. mrs. ms. miss mr mrs ms dr. dr sgt. sgt lt. lt col. col capt. capt gen. gen maj. maj cpl. cpl pvt. pfc. det.
    det rev. rev sen. rep. gov. officer deputy sheriff sir judge president senator governor captain lieutenant
    sergeant colonel general private corporal detective chief trooper father sister brother dom don dona sir lord lady
    """
)
NAME_PARTICLES = words(
    "de la del los las da dos di van von der den bin al el ben abu ibn y e du le st. - mac jr. jr sr. sr ii iii"
)
"""Small words inside a name."""
NOT_NAMES = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december feb mar apr jun jul aug sept oct nov dec christmas easter thanksgiving
    god i mr mrs ms dr northeast northwest southeast southwest battalion brigade regiment platoon squadron
    garrison nationwide elsewhere overall otherwise nevertheless nonetheless however moreover furthermore
    meanwhile therefore likewise besides instead perhaps maybe afterward afterwards abroad overseas regarding
    concerning north south east west northern southern eastern western central street avenue road boulevard
    highway drive lane county city university college school hospital department ministry army navy force police
    council congress parliament house senate court office agency news times post press tv radio associated reuters
    afp ap cnn bbc fox abc nbc cbs update photo video image breaking exclusive copyright
    """
)
BODY_PARTS = words(
    """
    head face neck throat chest back stomach abdomen torso arm arms leg legs foot feet hand hands shoulder thigh knee
    ankle hip buttocks groin eye cheek jaw ribs side body wrist elbow finger calf forearm belly upper lower left right
    """
)
