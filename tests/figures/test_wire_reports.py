"""Turns of wire reports of violence: who is counted behind offices, lists, asides and places, and in what event."""

from __future__ import annotations

import pytest

from monitor.figures.kinds import Kinds
from monitor.figures.read import read
from monitor.figures.totals import totals
from monitor.model import Article, Span
from tests.figures.conftest import Reading


def _totals(kinds: Kinds, text: str) -> dict[str, tuple[int | None, int | None]]:
    whole = Article("a", "a", "r", text, (Span(0, len(text)),))
    return {kind: (total.low, total.high) for kind, total in totals(whole, read(whole, kinds)).items()}


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The president blamed gunmen for the murder of political analyst Edgar Roe.", 1),
        ("The riot ended with the death of Harbour party leader Luis Roe.", 1),
        ("The search began after the assassination of Senator and party chairman Luis Roe.", 1),
        ("The bishop deplored the cowardly murder of Ms Dolores Roe in her shop.", 1),
        ("The union deplored the murder of Dr Roe and his companion, Ana Doe.", 2),
        ("The curfew began after a police colonel, a judge, and Senator Luis Roe were murdered.", 3),
        ("The letter came after six monks (five Swedes and one Dane) and two cooks were killed in the abbey.", 8),
        (
            "The massacre of the monks Carl Roe and Nils Doe, along with Mrs Ana Moe and her daughter Eva, was denied.",
            4,
        ),
        ("The clash led to the death of seven rebels and one soldier near the towns of Velm and Old Karsk.", 8),
        ("A sniper killed two sentries in Velm and Karsk.", 2),
        ("Their raid caused one needless death, injuries and damage.", 1),
        ("The murder by machinegun fire of two nurses shocked the town.", 2),
        ('The union condemned the "murder" of 19 people.', 19),
        ("The assassination on 22 March of Carl Roe, its candidate, brought a strike.", 1),
        ("He was tried for the assassination in Velmark of party leader Carl Roe and his companion Eva Doe.", 2),
        ("They condemned the murder committed by rebels against Dr Nils Roe, rector of the school.", 1),
        ("Last week in Velm, 40 km south of Karsk, a Harbour party candidate for mayor was murdered.", 1),
        ("In the ambush a subsergeant was killed.", 1),
        ("A National Harbour Front (NHF) rebel was killed in the clash.", 1),
        ("Nils Roe, 28, political leader of the movement for the harbour, NHF, died when he was hit by 12 bullets.", 1),
        (
            "The gang murdered in the space of a few hours a magistrate, a police colonel, and party hopeful Carl Roe.",
            3,
        ),
        ("In the raid they murdered, at gunpoint, a soldier who lay ill.", 1),
        ("The gunmen murdered yesterday two peasants near Velm.", 2),
        ("Former minister and president of the Court of Appeal Carl Roe died on 28 November in a bombing.", 1),
        ("The blast claimed 12 lives.", 12),
        ("The crash took the lives of nine people.", 9),
        ("Three soldiers fell in combat.", 3),
        ("The dead were identified as John Roe, Ana Doe and Carl Moe after the bombing.", 3),
        ("The offensive resulted in nine guerrillas and two soldiers killed.", 11),
        ("They condemned the murders of Ana Roe, the ten union leaders, and Carl Doe.", 12),
        ("The report adds that the gang inflicted two dead in the raid.", 2),
        ("Not long ago the raiders came here and two days ago five clerks were murdered.", 5),
        ("In a clash in Velm province, southeast of Karsk, six rebels were killed.", 6),
        ("A bomb went off in a union office, causing 9 deaths and injuring more than 30 people.", 9),
        ("They murdered Magistrate Carl Roe, Colonel Nils Doe, and Senator and presidential hopeful Luis Moe.", 3),
        ("The monks, five Swedes and one Dane, were murdered 9 days ago.", 6),
        ("A prize is offered after the murder of the monks -- five Swedes and one Dane -- and a woman.", 7),
        ("They blamed the army for the massacre -- for which nobody was tried -- of 80 people.", 80),
        ("Police spoke of the two murdered women after the attack.", 2),
        ('Rebel casualties included a commander known as "Ernesto," who died in a clash in Karsk.', 1),
        ("The gang is blamed for the killing of Harbour Times director Carl Roe.", 1),
        ("The driver of the vehicle, whom police have not yet identified, was also killed in the attack.", 1),
        ("Nils Roe of the police in Karsk Department, whose capital is Velm, was murdered.", 1),
        ("The army regrets the deaths of nine soldiers and approximately 20 wounded.", 9),
        ("Gunmen attacked the post yesterday, resulting in two rebels being killed and one wounded.", 2),
        ("One rebel was killed and another wounded during clashes on the night of 10 December.", 1),
        ("Ana Roe, murdered by gunmen on Friday, was a judge.", 1),
        ("The war has cost the country 70,000 lives.", 70000),
        ("The killers of three nuns were arrested.", 3),
        ("Five peasants were hacked to death with machetes.", 5),
        ("Three miners met their death in the tunnel.", 3),
        ("Three peasants were found with their throats slit.", 3),
        ("The rebels slit the throats of four peasants.", 4),
        ("Three Maltese sailors were killed in the blast.", 3),
        ("Clashes between Hutu and Tutsi gangs killed 12.", 12),
        ("The envoy's brother-in-law was murdered.", 1),
        ("The president-elect was murdered.", 1),
        ("Hired gunmen riddled the mayor with bullets.", 1),
        ("Twelve soldiers fell in the ambush.", 12),
        ("Two guards were killed today. A civilian was also killed in the raid.", 3),
        ("Two guards were killed in the raid. A third guard died later at the hospital.", 3),
        ("In the attack, 12 guards, one of whom was a captain, were killed.", 12),
        ("The killing by rebels of 12 guards was condemned.", 12),
        ("The attack resulted in the loss of 12 lives.", 12),
        ("The victims are two men and a woman, all shot to death.", 3),
        ("Six people were crushed to death in a stampede.", 6),
        ("Six people starved to death during the siege.", 6),
        ("Two suicide bombers blew themselves up outside the embassy.", 2),
        ("Gunmen killed the trader Luis Roe at home. His son Juan was also killed.", 2),
        ("A sibling from the same Dover family was killed by gunmen.", 1),
        ("The Danes killed in the accident were Nils Roe and Eva Doe, secretary of the envoy.", 2),
    ],
)
def test_everyone_named_or_counted_is_counted_once(kinds: Kinds, text: str, killed: int) -> None:
    assert _totals(kinds, text)["killed"] == (killed, killed)


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("The blast resulted in the injury of six people and millions in losses.", 6),
        ("The attack left nine dead and wounded 30 people.", 30),
        ("A bomb went off in a union office, causing 9 deaths and injuring 30 people.", 30),
        ("The clinic has received 50 dead since the blast, while 100 are recovering from serious wounds.", 100),
        ("A clerk was wounded in a blast in Velm.\nIn Karsk a candidate for mayor was murdered.", 1),
        ("Bombs wrecked two kiosks, resulting in the injury of six people.", 6),
        ("Gunmen killed a sergeant at the gate. In the attack, corporal Juan Roe was badly wounded.", 1),
        ("Luis Roe was shot dead at home. The gunmen also wounded one of his guards.", 1),
        ("The daughter of the Danish envoy to Velmark, who was on her way home, was wounded in the clash.", 1),
        ("One man was killed and another seriously injured this evening when a bomb went off.", 1),
        ("Nils Roe, Danish consul in Velmark, who came here for the talks, was badly injured in a bombing.", 1),
        ("These raids ended in the wounding of a policeman, whose life is at risk.", 1),
        ("Luis Roe was shot dead. The gunmen also wounded Roe's son.", 1),
        ("Luis Roe was shot dead in his car. The driver was wounded.", 1),
        ("The attack caused 12 injuries.", 12),
        ("Twelve soldiers lost their lives and five suffered burns in the ambush.", 5),
        ("Forty people were overcome by tear gas at the protest.", 40),
        ("Forty people were poisoned by gas after an explosion.", 40),
        ("Five people were treated for cuts after the explosion.", 5),
        ("There were five deaths and 12 injuries in the raid.", 12),
        ("The soldier lost a leg in the explosion.", 1),
        (
            "Reporter Ana Roe was hurt in a bombing.\nShe was with the cameraman Carl Doe. Doe was hurt by splinters.",
            2,
        ),
        ("Of the 20 guests, one was said to have a leg injury after the attack.", 1),
    ],
)
def test_who_is_hurt_beside_the_dead_is_another(kinds: Kinds, text: str, injured: int) -> None:
    assert _totals(kinds, text)["injured"] == (injured, injured)


@pytest.mark.parametrize(
    "text",
    [
        "A shell hit the camp, but none of the four priests and about 100 refugees was hurt.",
        "The attacks are hurting the National Harbour Front itself.",
        "After the attack he said that some elements are hurting the army and the president.",
        "The agency withdrew its report on her injury in the bombing.",
        "Luis Roe was shot dead. The victim was wounded in the head and chest.",
        "The rebels suffered 29 casualties, including dead and wounded, in the clash.",
        "The National Guard suffered dead and wounded during that ambush.",
        "Twenty people were killed and wounded in the bombing.",
        "Not a single person was hurt in the blast.",
        "The wounded were taken to two hospitals after the bombing.",
    ],
)
def test_nobody_is_told_hurt(kinds: Kinds, text: str) -> None:
    assert "injured" not in _totals(kinds, text)


@pytest.mark.parametrize(
    "text",
    [
        "The gang had the mission of assassinating President Roe and other leaders.",
        "He angered the embassy by calling for the assassination of General Roe.",
        "The bishop recalled the massacre of San Marco.",
        "The same men are now planning General Nils Roe's murder.",
        "The rebels carried out two massacres. No casualty figure was given for this attack.",
        "To reach the gate they will have to step over the bodies of every single soldier.",
        "Police in Velm investigate the murder of M-7 members.",
        "The violence has taken its toll on several towns.",
        "Police hunt three killers after the raid.",
        "The curfew brought a miracle: not a single person was killed in Velm.",
    ],
)
def test_nobody_is_told_dead(kinds: Kinds, text: str) -> None:
    assert "killed" not in _totals(kinds, text)


@pytest.mark.parametrize(
    "text",
    [
        "The talks began after the killing of Luis Roe, mayor of Velm in 1984.",
        "Police said that Luis Roe, who was the envoy to Velm until 1986, was gunned down by strangers.",
    ],
)
def test_when_the_dead_held_office_is_not_when_they_died(claims_of: Reading, text: str) -> None:
    text = f"Velm, 3 Mar 90 (EFE) -- The curfew goes on. {text}"
    (killed,) = (claim for claim in claims_of(text) if claim.kind == "killed")
    assert killed.scope.value == "event"


@pytest.mark.parametrize(
    "later",
    [
        "A similar attack last month left 30 dead.",
        "On 5 February, rebels killed 14 soldiers in the same area.",
        "The civil war has left some 70,000 dead.",
        "The decade-old war has cost 70,000 lives.",
    ],
)
def test_what_is_set_beside_the_dead_of_today_is_of_other_events(kinds: Kinds, later: str) -> None:
    text = f"Velm, 3 Mar 90 (EFE) -- Two guards were killed today in a raid. {later}"
    assert _totals(kinds, text)["killed"] == (2, 2)


@pytest.mark.parametrize(
    ("text", "refers_to"),
    [
        ("A bomb hurt two clerks. Since it was founded in 1985, 90 members of the party have been killed.", "Since"),
        ("A bomb hurt two clerks. What of the two judges murdered in less than 40 days?", "40 days"),
        ("A bomb hurt two clerks. Police recall killings like that of Ana Roe.", "like that of Ana Roe"),
        (
            "A bomb hurt two men. Raids like the one last year, when a group of men killed 17 pilots, are over.",
            "last year",
        ),
    ],
)
def test_what_the_clause_sets_in_another_time_or_likens_is_background(
    claims_of: Reading, text: str, refers_to: str
) -> None:
    (killed,) = (claim for claim in claims_of(text) if claim.kind == "killed")
    assert killed.scope.value == "background"
    assert refers_to in (killed.refers_to or "")
