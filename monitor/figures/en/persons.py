"""English nouns for people, and nouns that a number may stand before and that are never people."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.figures.en.inflect import plurals
from monitor.figures.en.peoples import PEOPLES
from monitor.figures.en.wordset import words

_SINGULAR = words(
    """
    mafioso mobster clansman kingpin capo person man woman child boy girl baby infant toddler teen teenager
    youth youngster kid adult adolescent minor male female guy gentleman lady human individual victim civilian
    bystander passerby onlooker witness pedestrian motorist driver passenger rider biker motorcyclist cyclist
    bicyclist commuter traveler traveller tourist holidaymaker visitor hiker climber mountaineer skier swimmer
    diver surfer sailor seaman fisherman boatman crewman captain pilot copilot attendant steward stewardess
    trucker cabbie chauffeur conductor parent mother father mom mum dad son daughter brother sister husband wife
    spouse widow widower boyfriend girlfriend fiance fiancee partner lover bride groom grandmother grandfather
    grandparent grandson granddaughter grandchild uncle aunt cousin nephew niece twin sibling stepson
    stepdaughter stepfather stepmother relative kin orphan officer policeman policewoman cop trooper deputy
    sheriff constable detective sergeant lieutenant corporal colonel major general brigadier admiral commander
    marine soldier serviceman servicewoman servicemember guardsman infantryman paratrooper airman private
    recruit conscript cadet veteran reservist peacekeeper guard bodyguard sentry warden patrolman marshal agent
    ranger gendarme carabinero investigator superintendent inspector firefighter fireman paramedic medic rescuer
    lifeguard volunteer responder guerrilla rebel insurgent militant terrorist extremist subversive fighter
    gunman attacker assailant bomber hijacker kidnapper captor sniper shooter killer murderer assassin hitman
    suspect perpetrator robber burglar thief bandit gangster trafficker dealer smuggler criminal convict inmate
    prisoner detainee hostage captive fugitive rioter looter protester protestor demonstrator activist dissident
    exile opponent militiaman jihadist separatist mercenary warlord combatant partisan contra sandinista worker
    employee laborer labourer miner builder farmer peasant farmhand rancher shepherd herder villager townsman
    resident inhabitant local native citizen national foreigner immigrant migrant refugee settler neighbor
    neighbour evacuee homeowner tenant landlord squatter nomad pilgrim worshiper worshipper believer jew priest
    jesuit nun monk bishop archbishop cardinal pastor clergyman cleric imam rabbi missionary minister seminarian
    parishioner student pupil schoolchild schoolboy schoolgirl teacher professor lecturer rector dean principal
    academic researcher scientist graduate scholar freshman sophomore journalist reporter correspondent
    photographer cameraman editor director broadcaster announcer newsman subsergeant churchman founder financier
    peddler deserter defector columnist publisher doctor physician nurse patient surgeon dentist pharmacist
    psychiatrist lawyer attorney prosecutor judge magistrate juror clerk cashier shopkeeper storekeeper merchant
    vendor trader businessman businesswoman executive manager owner banker accountant engineer technician
    mechanic electrician plumber carpenter contractor architect waiter waitress bartender cook chef janitor
    cleaner maid servant gardener guest customer shopper diner patron client employer boss bouncer president
    premier chancellor king queen prince princess governor mayor councilman councilwoman councillor senator
    congressman legislator lawmaker politician candidate official officeholder leader chief chairman chairwoman
    secretary ambassador diplomat consul attache envoy representative delegate spokesman spokeswoman adviser
    advisor aide assistant staffer colleague coworker member supporter follower sympathizer unionist player
    athlete coach footballer boxer referee fan spectator actor actress singer musician artist dancer writer
    author poet celebrity star performer participant runner competitor racer jockey concertgoer partygoer
    reveler reveller clubber churchgoer moviegoer mourner caregiver babysitter nanny stranger friend
    acquaintance companion classmate roommate comrade associate accomplice survivor occupant nonagenarian
    octogenarian septuagenarian sexagenarian elder senior retiree pensioner newborn loner hero coward
    nationalist communist fundamentalist loyalist socialist royalist islamist caller crewmember perp decedent
    jogger teenaged seller buyer handyman roofer welder realtor barber hairdresser stylist courier messenger
    porter doorman operator dispatcher treasurer trustee counselor counsellor therapist psychologist chaplain
    deacon preacher evangelist reverend apprentice intern trainee instructor trainer tutor nominee appointee
    stepchild stepsister stepbrother godfather godmother delinquent addict vagrant beggar prostitute bystandar
    tribesman fisher hunter trapper logger lumberjack stuntman astronaut cosmonaut balloonist parachutist
    skydiver snowboarder kayaker canoeist rafter boater yachtsman angler camper backpacker trekker sightseer
    vacationer honeymooner picnicker newlywed teamster longshoreman docker stevedore railwayman switchman
    signalman flagman stoker policymaker anchorman cameramen analyst comptroller hopeful aspirant contender
    operative informer informant infiltrator grader schooler preschooler collaborator watchman friar vicar
    housekeeper industrialist landowner cattleman ringleader cadre councilmember ombudsman procurator prefect
    schoolteacher headmaster sapper gunner chieftain strongman carjacker abductor administrator adventurer
    agitator ally aristocrat auditor auxiliary aviator bailiff ballplayer barmaid baroness bather bellboy
    blacksmith blogger bookmaker breadwinner bricklayer broker cabdriver campaigner campesino caretaker
    celebrant centenarian chambermaid choirboy coalminer coleader comedian commandant comandante commando
    commissioner commissar composer conspirator constituent consultant coordinator councilor
    counterrevolutionary cowboy cowhand crook curate debtor defendant despot dictator dignitary dishwasher
    disciple dressmaker drummer drunk drunkard educator elector emigrant emigre emissary emperor enemy
    entertainer entrepreneur escapee escort executioner expatriate explorer eyewitness felon filmmaker forester
    functionary gambler gamekeeper goatherd golfer governess grandma grandpa granny grocer guardian gymnast
    hacker heir heiress helper henchman hermit historian hitchhiker homosexual hoodlum hooligan hotelier
    housewife hostess impostor indigene infidel instigator intellectual interpreter intruder invader inventor
    investor jailer jeweler jeweller joiner junkie legionnaire librarian locksmith lodger magnate malefactor
    marauder mariner mastermind matriarch mediator midwife millionaire moneylender murderess mutineer navigator
    negotiator newcomer newsboy noncombatant novelist observer oligarch oppressor organizer organiser orderly
    outlaw outsider overseer painter paralegal paramilitary parliamentarian patriarch patriot pediatrician
    penitent philosopher picketer pirate playboy playwright plotter poacher pontiff pope prelate practitioner
    priestess prospector raider recluse receptionist recruiter revolutionary runaway rustler saboteur sacristan
    salesclerk salesgirl salesman scavenger sculptor seafarer seamstress serf sharpshooter shepherdess shipmate
    shoemaker shoplifter sicario skinhead skipper slave socialite solicitor sorcerer spy stowaway strikebreaker
    striker subaltern sublieutenant subordinate supervisor surveyor tailor taxpayer theologian thug torturer
    townswoman traitor translator transvestite truckdriver tyrant umpire undertaker vandal vagabond veterinarian
    viceroy vigilante villain violinist voter warrior weightlifter whistleblower woodcutter wrestler zealot
    quartermaster fusilier musketeer grenadier bombardier ensign midshipman submariner deckhand oarsman
    boatswain machinist cabman scaffolder plasterer glazier purser mujahid senderista emerretista tupamaro
    montonero somozist arenista talib fedayee peshmerga picador matador toreador bullfighter ranchhand cowherd
    swineherd fisherwoman fishmonger lawbreaker wrongdoer rapist arsonist firebug kidnaper slayer racketeer
    extortionist extortioner gunrunner moonshiner bootlegger pickpocket mugger sympathiser adherent devotee
    acolyte novitiate deaconess abbess abbot nuncio catechist seminarist muezzin mullah ayatollah sheikh sheik
    lama guru swami schoolmate playmate teammate cellmate triplet quadruplet teenybopper preteen tween amputee
    sufferer deportee returnee repatriate internee stroller scooterist skateboarder rollerblader theatregoer
    theatergoer filmgoer undergrad undergraduate postgraduate alumna alumnus valedictorian warder turnkey bagman
    moneychanger pawnbroker landlady innkeeper barkeep barkeeper barista sommelier busboy bellhop concierge
    janitress groundskeeper techie programmer coder webmaster militiawoman rondero comunero alcalde cacique
    headman co-pilot crew_member mother-in-law gang_member co-worker trade_unionist south_african
    anti-government_protester security_guard ex-wife ex-husband ex-girlfriend ex-boyfriend great-grandmother
    policy-maker drug_dealer drug_trafficker rival jawan sunbather jihadi guerrillero houseguest flatmate
    housemate sledder paraglider rower schoolkid novice cantor congregant homemaker quadriplegic paraplegic
    drifter transient goon expat islander picker harvester castaway bosun draftee parolee probationer appellant
    plaintiff respondent offender molester abuser stalker accuser complainant rapper clown magician acrobat
    sprinter marathoner triathlete skater lifesaver outpatient inpatient youtuber influencer vlogger streamer
    gamer busker hawker stallholder ragpicker signaller stagehand usher cheerleader mascot designer pianist
    guitarist emir sultan maharaja headwoman alderman selectman backbencher insurrectionist putschist defender
    kamikaze martyr tribeswoman countryman countrywoman grandaunt granduncle fosterer adoptee divorcee bachelor
    spinster tot schoolmaster schoolmistress invigilator examiner matron paediatrician anaesthetist radiographer
    optician vet zookeeper custodian valet butler weaver potter baker butcher greengrocer florist auctioneer
    planner taxman bookkeeper typist stenographer telephonist seeker
    """
)
_PLURAL_ONLY = words(
    """
    people persons folks youths police troops personnel staff crew crewmen cops forces medics relatives locals elderly
    others survivors victims infantry cavalry clergy kinfolk passers-by passersby passengers kin authorities villagers
    inhabitants gunmen women men children taliban britons jews arabs mafiosi carabinieri paparazzi kinsfolk
    townsfolk womenfolk menfolk
    """
)
_GROUPS = words(
    """
    couple family pair trio duo foursome quartet group crowd gang team squad crew mob patrol unit convoy battalion
    column band household class busload carload total number
    """
)
ADJECTIVAL = PEOPLES | words(
    """
    official executive principal chief junior senior expert patient local native human minor male female adult
    teen teenage youth private general major communist fundamentalist nationalist loyalist socialist royalist
    islamist terrorist extremist separatist militant rebel insurgent guerrilla civilian criminal subversive
    police elderly infant model star individual novice volunteer twin rookie amateur professional national
    contender operative cadre commando paramilitary auxiliary enemy revolutionary counterrevolutionary
    intellectual sandinista slave vigilante pirate south_african rival invalid defender transient offender
    """
)
MASCULINE = words(
    """
    man boy male guy gentleman father dad son brother husband widower boyfriend grandfather uncle nephew king prince
    policeman fisherman businessman fireman stepfather stepson priest monk actor waiter spokesman mr he his him groom
    grandson cameraman clergyman serviceman gunman
    """
)
FEMININE = words(
    """
    woman girl female lady mother mom mum daughter sister wife widow girlfriend grandmother aunt niece queen princess
    policewoman businesswoman stepmother stepdaughter nun actress waitress spokeswoman mrs ms miss she her bride
    granddaughter latina stewardess
    """
)
MINORS = words("child boy girl baby infant toddler teen teenager kid schoolboy schoolgirl schoolchild pupil student")
OFFSPRING = words("child children kids son sons daughter daughters boys girls teenagers toddlers twins")
UNIFORMED = words(
    """
    officer policeman policewoman cop trooper deputy sheriff constable sergeant soldier marine guard firefighter fireman
    paramedic patrolman
    """
)
"""Nouns of those in service, none of whom are minors."""
CULPRITS = words(
    "suspect gunman attacker assailant robber intruder burglar shooter bomber perpetrator hijacker kidnapper"
)
"""Nouns of those who did it."""
STRUCK = UNIFORMED | words("partner victim bystander passerby clerk cashier hostage customer homeowner")
"""Nouns of those to whom such people did it."""
ATTENDANTS = words(
    "bodyguard driver chauffeur aide assistant escort guard passenger secretary adviser advisor copilot partner"
)
"""Nouns of those who are with someone: *his driver* is never the one just told of."""
GENERIC = words(
    "person man woman victim individual one male female suspect gunman attacker boy girl teen teenager officer"
)
"""Nouns by which anyone may be told of again."""

_THINGS = words(
    """
    year month week day hour minute second decade century night morning afternoon evening weekend season quarter time
    dollar cent euro pound peso yen rupee percent pct percentage point degree mile kilometer kilometre km meter metre
    foot inch yard acre hectare ton tonne kilogram kilo kg gram ounce liter litre gallon barrel mph knot bomb grenade
    rocket missile mortar shell bullet round shot gun rifle pistol handgun weapon mine explosive blast explosion
    attack incident shooting bombing raid clash ambush battle accident crash collision crime murder killing
    assassination case charge count offense offence felony misdemeanor sentence term car truck bus van vehicle
    motorcycle bike bicycle taxi cab train plane airplane aircraft jet helicopter ship boat ferry vessel tanker
    ambulance tank house home building apartment room floor story block street road store shop office school church
    hospital hotel bank village town city county district department province state country nation region area place
    location site scene camp base station bridge dam tower pylon dog cat horse cow pig goat sheep bird chicken animal
    bear deer fish whale dolphin elephant tiger lion shark cattle livestock puppy pet vote seat goal game match run
    yard pass catch touchdown win loss point inning set strike page word line copy paper document letter statement
    report call message tip question answer job position post company firm party organization organisation agency
    union bill law article section chapter chance reason way thing kind type sort part piece half third lot bit series
    computer laptop server phone cellphone cartridge magazine knife machete kilo wave front phase stage step measure
    degree level injury wound death stab bruise tear store unit lane exit flight channel phase fact sport test film
    movie song episode show dlr mln bln pct bpd dwt magnitude aftershock tremor quake earthquake
    pelican median radian
    """
)


def _all_forms(singular: frozenset[str]) -> frozenset[str]:
    return frozenset(form for noun in singular for form in plurals(noun)) | singular


SINGULAR = (_SINGULAR | PEOPLES) - _PLURAL_ONLY
PLURAL = (frozenset(form for noun in SINGULAR for form in plurals(noun)) | _PLURAL_ONLY) - {"people's"}
GROUPS = _GROUPS
SIZES = {"couple": 2, "pair": 2, "duo": 2, "twins": 2, "trio": 3, "threesome": 3, "foursome": 4, "quartet": 4}
"""Groups of a known size: *a couple and their two children*."""
GROUPS_ALL = _all_forms(_GROUPS)
PERSONS = SINGULAR | PLURAL
THINGS = _all_forms(_THINGS) - PERSONS

THINGS_OF_TIME = _all_forms(
    words("year month week day hour minute second night morning afternoon evening weekend time")
)

_ENDINGS = words(
    "man men woman women ist ists goer goers holder holders worker workers fighter fighters keeper keepers"
)


_PLURAL_ENDINGS = (
    "men", "women", "ists", "goers", "workers", "fighters", "keepers", "icans", "exans", "nians", "rians", "dians",
    "yorkers", "londoners",
)  # fmt: skip
_PERSON_ENDINGS = (*sorted(_ENDINGS), *_PLURAL_ENDINGS)
_PREFIXES = ("sub", "vice", "under")


def is_person(low: str) -> bool:
    """Whether a word names a person or persons."""
    if low in PERSONS or (len(low) > 5 and low.endswith(_PERSON_ENDINGS) and low not in THINGS):
        return True
    return low.startswith(_PREFIXES) and any(low.removeprefix(prefix) in PERSONS for prefix in _PREFIXES)


def is_plural_person(low: str) -> bool:
    """Whether a word names more than one person."""
    return low in PLURAL or (len(low) > 5 and low.endswith(_PLURAL_ENDINGS) and low not in THINGS)


def are_unlike(one: str, other: str) -> bool:
    """Whether two nouns are hardly said of one person: an officer is no child, who was robbed is not the robber."""
    return any(
        (one in some and other in others) or (other in some and one in others)
        for some, others in ((MINORS, UNIFORMED), (CULPRITS, STRUCK))
    )


_SEVERAL_MASCULINE = frozenset(form for noun in MASCULINE for form in plurals(noun))
_SEVERAL_FEMININE = frozenset(form for noun in FEMININE for form in plurals(noun))


def may_be_one_of(one: str, several: Sequence[str]) -> bool:
    """Whether somebody may be among several called by other nouns: a boy among teenagers, not among women."""
    others = _SEVERAL_FEMININE if one in MASCULINE else _SEVERAL_MASCULINE if one in FEMININE else frozenset()
    return others.isdisjoint(several) and not any(are_unlike(one, noun) for noun in several)
