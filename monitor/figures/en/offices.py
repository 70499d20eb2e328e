"""Words for those who speak: offices, bodies, media, and whom they stand for, as data."""

from __future__ import annotations

from monitor.figures.en.wordset import words

AUTHORITY_OFFICES = words(
    """
    minister ministers governor governors mayor mayors president presidents premier chancellor prosecutor prosecutors
    sheriff sheriffs deputy deputies constable constables superintendent inspector inspectors detective detectives
    commander commanders commissioner commissioners chief chiefs captain lieutenant sergeant colonel major general
    admiral brigadier corporal marshal marshals trooper troopers officer officers official officials coroner coroners
    examiner examiners investigator investigators firefighter firefighters judge magistrate attorney secretary
    undersheriff defender dispatcher ambassador consul envoy senator senators lawmaker lawmakers congressman
    congresswoman mp mps councillor councilor
    administrator undersecretary vice-president ombudsman policeman policewoman policemen cops gendarme gendarmes
    medic medics paramedic paramedics soldier soldiers rescuer rescuers warden wardens ranger rangers
    supt insp det sgt lt col gen capt cpl maj cmdr gov sen rep atty da
    supt. insp. det. sgt. lt. col. gen. capt. cpl. maj. cmdr. gov. sen. rep. atty. dist. const. adm. brig.
    """
)

OTHER_OFFICES = words(
    """
    spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons head leader leaders director directors
    member members manager managers chairman chairwoman chair chairperson founder doctor doctors surgeon surgeons
    physician physicians nurse nurses professor lawyer lawyers solicitor barrister counsel advocate executive ceo
    coordinator representative representatives aide aides adviser advisor advisers analyst analysts expert experts
    activist activists witness witnesses resident residents neighbour neighbours neighbor neighbors villager villagers
    relative relatives family families survivor survivors eyewitness eyewitnesses passenger passengers driver drivers
    owner employee employees worker workers bishop priest imam pastor reverend cleric clerics elder elders reporter
    reporters journalist journalists correspondent correspondents editor photographer source sources diplomat diplomats
    militant militants rebel rebels insurgent insurgents fighter fighters opposition dissident dissidents protester
    protesters organizer organizers organiser organisers scientist scientists seismologist seismologists victim victims
    mother father son daughter brother sister wife husband widow friend friends colleague colleagues man woman men women
    boy girl teenager student students teacher teachers tourist tourists climber climbers guide suspect suspects
    defendant people locals others someone operator chaplain rector dean principal vicar lawyer's secretary-general
    dr dr. prof prof. rev rev. mr mr. mrs mrs. ms ms. miss sir lord lady dame fr. hon. sr.
    """
)

OFFICES = AUTHORITY_OFFICES | OTHER_OFFICES
"""What a person is, beside his name."""

OPENING_OFFICES = words(
    """
    assistant deputy vice acting chief senior former interim associate lead top first prime foreign interior
    """
)

TITLES = words(
    """
    mr mrs ms miss dr prof rev sir lord lady dame mr. mrs. ms. dr. prof. rev. fr. hon. sr.
    """
)

FEMALE = words(
    "ms mrs miss ms. mrs. spokeswoman policewoman congresswoman chairwoman lady dame mother daughter sister wife widow"
    " woman girl grandmother aunt niece girlfriend"
)
MALE = words(
    "mr mr. spokesman policeman congressman chairman sir lord father son brother husband man boy"
    " grandfather uncle nephew"
    " boyfriend"
)

PLURAL = words(
    """
    police authorities people media families troops cops policemen men women spokespeople personnel locals
    """
)

AUTHORITY_BODIES = words(
    """
    police ministry ministries government governments department departments authority authorities army military navy
    force forces guard guards coastguard court courts office agency directorate prosecution prosecutor's sheriff's
    attorney's hospital hospitals clinic embassy consulate parliament senate cabinet administration council county state
    command constabulary gendarmerie brigade service services bureau committee commission presidency palace kremlin
    pentagon defence defense municipality regime officials prosecutors troops officers fbi cia nypd lapd chp usgs cdc
    ntsb atf dea interpol morgue district
    """
)

OTHER_BODIES = words(
    """
    group groups organisation organization organisations organizations coalition party movement front union association
    federation network company firm corporation university college school church mosque charity foundation institute
    society club team league fund center centre airline airlines council resistance alliance militia faction army
    congress assembly brotherhood agency nations cross crescent observatory watch monitor monitors
    """
)

BODIES = AUTHORITY_BODIES | OTHER_BODIES

GROUP_BODIES = words(
    """
    group organisation organization coalition party movement front union association network militia faction alliance
    charity federation resistance council brotherhood company firm airline
    """
)
"""What *the group* may be short for."""

MEDIA = words(
    """
    news newspaper newspapers newscast tv television radio media press paper papers agency agencies daily times post
    herald tribune gazette journal sun mirror guardian telegraph chronicle observer broadcaster outlet outlets channel
    magazine website site wire afp ap reuters upi dpa xinhua interfax tass itar-tass efe ansa bbc cnn nbc abc cbs cnbc
    msnbc pbs npr rfe/rl aljazeera jazeera al-jazeera bloomberg globe examiner independent inquirer dispatch ledger
    """
)
"""Who tells others' words."""

MEDIA_NAMES = words("reuters xinhua interfax tass itar-tass efe ansa bloomberg aljazeera jazeera al-jazeera msnbc")
"""Those of them that are names."""

FACELESS = words("reports report rumours rumors accounts")

MODIFIERS = words(
    """
    armed
    local state city county national federal regional provincial municipal district village town senior junior top
    chief deputy assistant acting former retired medical hospital police fire rescue emergency health military army navy
    security defence defense foreign interior home justice government public media news court prison jail school church
    university union party opposition rebel official law enforcement civil coast border traffic transport aviation
    airport railway relief aid humanitarian disaster management response weather intelligence special anonymous
    unidentified unnamed several some many two three four five other independent private human rights sheriff's
    attorney's prosecutor's fire tv radio eye defense-ministry u.s. us uk un eu western eastern northern southern
    district provincial criminal ambulance paramedic homicide press red family cross-border vice prime general
    """
)
"""Words that stand before an office or body and belong to it."""

PLACE_NOUNS = words("of in from at for with to")
"""Prepositions that tie a place or body to an office."""

PERSON_PRONOUNS = words("he she")
THINGS_PRONOUNS = words("they it")
OWN_PRONOUNS = words("i we")
PRONOUNS = PERSON_PRONOUNS | THINGS_PRONOUNS | OWN_PRONOUNS

CALENDAR = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december mon tue wed thu fri sat sun jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug.
    sept sept. sep sep. oct oct. nov nov. dec dec. today yesterday tonight tomorrow morning afternoon evening night noon
    midnight week weekend month year day days hours
    """
)
TIME_WORDS = CALENDAR | words("late early last this next earlier later ago")

DETERMINERS = words(
    "the a an his her its their our my this that these those another one some several many both two three four"
)
PREPOSITIONS = words(
    "of in on at for from with by to into near about over under after before during since until against between among"
    " through across inside outside behind around within without amid despite following upon toward"
    " towards per than like"
)
CONJUNCTIONS = words(
    "and or but because while when that which who whom whose where as if although though whether so unless since after"
    " before until what how why nor yet than"
)

PORTFOLIOS = words(
    """
    interior defence defense foreign health justice finance transport affairs state police security detectives staff
    operations intelligence information labour labor education emergency emergencies culture agriculture
    """
)
"""What an office is of: after *of* or *for* it belongs to the office, not to the name: *Minister of Interior Ann
Roe*."""

PRIVATE = words(
    """
    witness witnesses eyewitness eyewitnesses resident residents neighbour neighbours neighbor neighbors villager
    villagers relative relatives family families survivor survivors passenger passengers driver drivers lawyer lawyers
    solicitor barrister counsel friend friends colleague colleagues victim victims mother father son daughter brother
    sister wife husband widow man woman men women boy girl teenager student students teacher teachers tourist tourists
    climber climbers suspect suspects defendant people locals activist activists protester protesters expert experts
    analyst analysts professor reporter reporters journalist journalists correspondent bystander bystanders uncle aunt
    cousin grandmother grandfather employee employees worker workers customer customers motorist
    """
)
"""Those who speak for nobody but themselves, whatever else their phrase names: *witnesses for the prosecution*."""
