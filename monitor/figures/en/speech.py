"""Words with which English says who said something and how firmly, as data."""

from __future__ import annotations

from enum import StrEnum

from monitor.figures.en.wordset import phrases, words


class Manner(StrEnum):
    """What a speaker does to the words he is given."""

    SAYS = "says"
    CLAIMS = "claims"  # the article keeps its distance
    CONFIRMS = "confirms"
    FEARS = "fears"
    DENIES = "denies"
    DISPUTES = "disputes"  # rejects what another said
    WITHHOLDS = "withholds"  # has not said, could not confirm
    WITHDRAWS = "withdraws"  # said so before, and no longer does


_VERBS = {
    Manner.SAYS: """
        say says said saying tell tells told telling states stated stating announce announces announced announcing
        report reports reported reporting add adds added adding note notes noted noting explain explains explained
        explaining declare declares declared declaring disclose discloses disclosed disclosing reveal reveals revealed
        revealing inform informs informed informing warn warns warned warning testify testifies testified testifying
        recall recalls recalled recalling recount recounts recounted recounting write writes wrote writing tweet tweets
        tweeted tweeting posted stress stresses stressed stressing emphasize emphasizes emphasized
        emphasizing emphasise emphasises emphasised emphasising acknowledge acknowledges acknowledged acknowledging
        admit admits admitted admitting concede concedes conceded conceding remark remarks remarked reply replies
        replied
        reiterate reiterates reiterated relate related estimate estimates estimated estimating believe believes believed
        believing think thinks thought argue argues argued arguing insist insists insisted insisting maintain maintains
        maintained maintaining suggest suggests suggested suggesting conclude concludes concluded concluding identify
        identifies identified identifying quip comment commented observe observed repeat repeated continue continued
        conclude call calls called describe describes described describing broadcast spoke
        spoken speaks
        """,
    Manner.CLAIMS: """
        claim claims claimed claiming allege alleges alleged alleging assert asserts asserted asserting purport purports
        boast
        """,
    Manner.CONFIRMS: "confirm confirms confirmed confirming verify verifies verified verifying",
    Manner.FEARS: "fear fears feared fearing",
    Manner.DENIES: "deny denies denied denying",
    Manner.DISPUTES: """
        dispute disputes disputed disputing reject rejects rejected rejecting dismiss dismisses dismissed dismissing
        refute refutes refuted refuting contradict contradicts contradicted contradicting rebut rebuts rebutted
        debunk debunks debunked
        """,
}

VERBS = {verb: manner for manner, verbs in _VERBS.items() for verb in verbs.split()}
"""Every form of a reporting verb, and what it does."""

BARE = words(
    """
    say tell state announce report add note explain declare disclose reveal inform warn testify recall recount write
    tweet post stress emphasize emphasise acknowledge admit concede remark reiterate relate estimate believe think argue
    insist maintain suggest conclude identify quip repeat continue call describe observe broadcast claim allege assert
    purport confirm verify fear deny dispute reject dismiss refute contradict
    """
)
"""Forms that agree with several, with *I* and *we*, or stand after an auxiliary."""

RETURNS = frozenset({Manner.SAYS, Manner.CLAIMS, Manner.CONFIRMS})
"""What a speaker may take back."""

PLAIN = words("say says said saying tell tells told telling spoke spoken speaks")
"""Verbs that nothing but a speaker can be the subject of."""

TELLING = words("tell tells told telling inform informs informed informing assure assured remind")
"""Verbs whose first object is the listener."""

NEEDS_CLAUSE = words(
    """
    states alleged feared fear fears
    believe believes believed believing think thinks thought maintain maintains maintained maintaining suggest suggests
    suggested suggesting observe observed continue continued call calls called describe describes described describing
    identify identifies identified identifying repeat repeated recall recalls recalled recalling relate related post
    posts posted posting broadcast note notes noted noting reveal reveals revealed revealing stress stresses stressed
    add adds added adding write writes wrote writing conclude concludes concluded concluding argue argues argued
    """
)
"""Verbs that speak only with a clause, a quotation or a person's naming after them, and are often something else."""

SPEAKS_OF = words("spoke spoken speaks")
"""Verbs that give what they say after *of*: *villagers spoke of 12 dead*."""

NAMES = words("identify identifies identified identifying describe describes described describing")
"""Verbs that say only who or what something is: *identified the dead as X*."""

TURNS = words("while but although though whereas ;")
"""Where an aside like *..., saying that ...* ends and another clause begins."""

INVERTS = words(
    """
    said says added reported explained noted wrote announced stated declared warned recalled testified claimed
    insisted confirmed commented remarked replied acknowledged admitted observed continued concluded tweeted stressed
    """
)
"""Verbs that may stand before their subject: *..., said X.*"""

SHOWS = words(
    "show shows showed showing indicate indicates indicated indicating reveal reveals revealed find finds found"
)
"""Verbs by which a document speaks."""

PUTS = words("put puts putting raised raises raise lowered lowers revised revises updated updates increased placed set")
"""Verbs that speak where a count is their object: *put the toll at 12*."""

COUNT_NOUNS = words(
    """
    toll tolls number numbers figure figures count counts total tally estimate estimates dead injured wounded losses
    casualties
    """
)

ISSUES = words("issued issues issuing released releases releasing published publishes publishing made posted gave")
"""Verbs that speak where a statement is their object."""

STATEMENTS = words(
    """
    statement statements communique communiqué email e-mail message tweet post report reports release announcement
    letter
    tally count briefing bulletin dispatch dispatches article figures data records record document documents complaint
    indictment affidavit filing filings log logs autopsy inquest investigation study survey update transcript papers
    census results toll tolls total estimate
    """
)
"""What is said or written, and speaks for whoever made it."""

DOCUMENTS = words(
    """
    report reports records record document documents complaint indictment affidavit filing filings log logs autopsy
    results inquest data figures papers transcript tally
    """
)
"""Writings that may stand as a source themselves."""

CLAIM_NOUNS = words(
    "claim claims allegation allegations assertion assertions accusation accusations report reports"
    " suggestion suggestions"
    " statement statements rumour rumours rumor rumors estimate estimates insistence contention count"
    " tally fears fear word"
)
"""What someone has said, as a noun: *the group's claim that 12 died*."""

NEUTRAL_NOUNS = words("estimate estimates count tally statement statements insistence")
"""Nouns among them that cast no doubt."""

NOUN_LEADS = words(
    "'s ' the a an no any those these its their his her immediate unconfirmed with from initial media amid despite"
)
"""Before a word that can be a verb as well, these make it a noun."""

NOT_SPOKEN = words("life lives victim victims responsibility credit asylum innocence casualties")
"""What a storm or a group claims without a word: *claimed 12 lives*, *claimed responsibility*."""

_ACCORDING = phrases(
    "according_to in_the_words_of as_reported_by as_claimed_by as_stated_by as_told_by as_confirmed_by"
    " quoting citing learned_from learnt_from"
)
ACCORDING = {
    head: tuple(sorted(phrase for phrase in _ACCORDING if phrase[0] == head))
    for head in sorted({phrase[0] for phrase in _ACCORDING})
}
"""What stands before the one who says it, by its first word."""

WITHHOLDING = words("refused declined unable refusing declining unwilling failed yet refuses declines")
"""With an infinitive: *declined to confirm*."""

NEGATIONS = words(
    "not never didn't hasn't haven't hadn't couldn't can't cannot doesn't don't won't wouldn't nor neither"
)

BE = words("is are was were be been being am isn't aren't wasn't weren't gets got get")
HAVE = words("has have had having hasn't haven't hadn't")
AUXILIARIES = (
    BE | HAVE | words("do does did will would shall should can could may might must doesn't didn't don't won't")
)

OUTCOMES = words(
    "dead killed injured wounded missing hurt trapped drowned murdered slain deceased safe unharmed stabbed shot held"
    " arrested detained charged kidnapped displaced"
)
"""Words that make a reporting verb before them a participle: *12 reported dead*."""

HEDGES = words("reportedly supposedly purportedly")
"""Adverbs that put a figure in doubt wherever they stand."""

ALLEGED = words("allegedly")
"""Doubts the deed where someone does it, the figure where it only befalls people."""

FEAR = words("feared presumed")
BELIEVED = words("believed thought assumed")

CAUSES = words(
    """
    cause caused causing causes result resulted resulting led lead leading responsible responsibility behind blame
    blamed contributed contribute role brought bring because connected connection linked involvement involved wrongdoing
    fault intentionally deliberately
    """
)
"""What a denial may be of, instead of the figure: who or what brought it about."""

EARLIER = words("originally initially earlier previously first mistakenly erroneously incorrectly wrongly")
"""Said before, and where something else is said after it no longer."""

BREAKS = words("meanwhile elsewhere separately previously")
"""With these at its head a sentence is the article's own again."""

REFERRING = words(
    "claim claims report reports figure figures number numbers allegation allegations toll account accounts assertion"
    " assertions accusation accusations statement statements it them that this"
)
"""What a bare rejection refers back to: *refuted the claims*."""

TRIGGERS = VERBS.keys() | CLAIM_NOUNS | PUTS | ISSUES | SHOWS | ACCORDING.keys()
"""Every word at which an act of speech may stand."""
