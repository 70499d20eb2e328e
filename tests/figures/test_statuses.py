"""How firmly a claim is made: each case with its near miss, read through the whole reading."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from monitor.model import Claim, Modifier, Status
from tests.figures.conftest import Reading


class Put(NamedTuple):
    """A text, and a claim that it makes: kind, bounds, status, and the source where it matters."""

    text: str
    kind: str
    low: int | None
    high: int | None
    status: Status
    source: str | None = "any"


class Pair(NamedTuple):
    """A case and the near miss that a hasty reader takes for it."""

    case: Put
    near: Put


A, L, C, F = Status.ASSERTED, Status.ALLEGED, Status.CONFIRMED, Status.FEARED
D, S, R, U = Status.DENIED, Status.DISPUTED, Status.RETRACTED, Status.UNREPORTED

ALLEGED = [
    Pair(
        Put("Nine miners were reportedly killed in the blast.", "killed", 9, 9, L),
        Put("Nine miners were killed when the guard reportedly fell asleep.", "killed", 9, 9, A),
    ),
    Pair(
        Put("One man was allegedly killed in the attack.", "killed", 1, 1, L),
        Put("The guard allegedly shot and killed two men in the attack.", "killed", 2, 2, A),
    ),
    Pair(
        Put("Nine miners were allegedly wounded in the clash.", "injured", 9, 9, L),
        Put("Nine miners were wounded in the clash with an allegedly drunk guard.", "injured", 9, 9, A),
    ),
    Pair(
        Put("The blast reportedly killed nine miners.", "killed", 9, 9, L),
        Put("A reportedly faulty lamp set off the blast that killed nine miners.", "killed", 9, 9, A),
    ),
    Pair(
        Put("Guards attacked the camp, reportedly leaving nine men dead and four injured.", "injured", 4, 4, L),
        Put("Guards attacked the camp, reportedly at dawn, and four men were injured.", "injured", 4, 4, A),
    ),
    Pair(
        Put("The union claimed that nine miners were killed in the blast.", "killed", 9, 9, L, "union"),
        Put("The union said that nine miners were killed in the blast.", "killed", 9, 9, A, "union"),
    ),
    Pair(
        Put("The union alleges that guards killed nine miners in the clash.", "killed", 9, 9, L, "union"),
        Put("The union claimed responsibility for the clash that killed nine miners.", "killed", 9, 9, A, None),
    ),
    Pair(
        Put("The storm is said to have killed nine sailors.", "killed", 9, 9, L),
        Put("The storm, the mayor said, killed nine sailors.", "killed", 9, 9, A, "mayor"),
    ),
    Pair(
        Put("Nine sailors are believed to have been killed in the storm.", "killed", 9, 9, L),
        Put("Nine sailors were killed in what is believed to be the worst storm in years.", "killed", 9, 9, A),
    ),
    Pair(
        Put("There were unconfirmed reports that nine miners were killed in the blast.", "killed", 9, 9, L, None),
        Put("A police report said nine miners were killed in the blast.", "killed", 9, 9, A, "police report"),
    ),
    Pair(
        Put("Nine miners were reported dead after the blast.", "killed", 9, 9, L, None),
        Put("The ministry reported nine deaths in the blast.", "killed", 9, 9, A, "ministry"),
    ),
    Pair(
        Put("Police declined to confirm that nine miners were killed in the blast.", "killed", 9, 9, L, None),
        Put("Police declined to say how nine miners were killed in the blast.", "killed", 9, 9, A, None),
    ),
    Pair(
        Put("The alleged killing of nine miners led to a strike.", "killed", 9, 9, L),
        Put("The alleged gunman killed nine miners in the shooting.", "killed", 9, 9, A),
    ),
    Pair(
        Put("The blast supposedly killed nine miners.", "killed", 9, 9, L),
        Put("The blast killed nine miners in a supposedly safe shaft.", "killed", 9, 9, A),
    ),
    Pair(
        Put("The union claims that nine miners died in the blast.", "killed", 9, 9, L, "union"),
        Put(
            "The union claims that the owner was responsible for the deaths of nine miners in the blast.",
            "killed",
            9,
            9,
            A,
        ),
    ),
    Pair(
        Put("The union claims that nine miners were killed in the blast.", "killed", 9, 9, L, "union"),
        Put("The union claims that the alarm failed before nine miners were killed in the blast.", "killed", 9, 9, A),
    ),
]

ALLEGED += [
    Pair(
        Put("The rebels claim to have killed nine soldiers in the attack.", "killed", 9, 9, L, "rebels"),
        Put("The rebels admitted that they had killed nine soldiers in the attack.", "killed", 9, 9, A, "rebels"),
    ),
    Pair(
        Put(
            "The union says 20 miners died in the blast; the owner puts the figure at nine.", "killed", 9, 9, A, "owner"
        ),
        Put(
            "The union says nine miners died in the blast; the owner puts the cost at 20 million.",
            "killed",
            9,
            9,
            A,
            "union",
        ),
    ),
]

CONFIRMED = [
    Pair(
        Put(
            "Villagers said 40 miners died in the blast, but police have confirmed only two.",
            "killed",
            2,
            2,
            C,
            "police",
        ),
        Put(
            "Villagers said 40 miners died in the blast, but police have admitted only two.",
            "killed",
            2,
            2,
            A,
            "police",
        ),
    ),
    Pair(
        Put("The union said 40 miners died in the blast. Police confirmed just six.", "killed", 6, 6, C, "police"),
        Put(
            "The union said 40 miners died in the blast. Police confirmed just six names.", "killed", 40, 40, A, "union"
        ),
    ),
    Pair(
        Put("Police confirmed that nine miners were killed in the blast.", "killed", 9, 9, C, "police"),
        Put("The rebels confirmed that nine fighters were killed in the attack.", "killed", 9, 9, A, "rebels"),
    ),
    Pair(
        Put("A hospital spokeswoman confirmed nine deaths after the blast.", "killed", 9, 9, C, "hospital spokeswoman"),
        Put("Police could not confirm reports that nine miners were killed in the blast.", "killed", 9, 9, L, None),
    ),
    Pair(
        Put("Nine miners were confirmed dead after the blast.", "killed", 9, 9, C),
        Put("Nine miners died in the blast, a confirmed case of arson.", "killed", 9, 9, A),
    ),
    Pair(
        Put("The coroner has confirmed that nine people died in the fire.", "killed", 9, 9, C, "coroner"),
        Put("The coroner confirmed the cause of the fire that killed nine people.", "killed", 9, 9, A, "coroner"),
    ),
    Pair(
        Put("There are nine confirmed deaths after the blast.", "killed", 9, 9, C),
        Put("The number of dead rose to nine after the blast.", "killed", 9, 9, A),
    ),
    Pair(
        Put("Nine deaths were confirmed by the health ministry after the blast.", "killed", 9, 9, C, "health ministry"),
        Put("Nine deaths were counted by the miners' union after the blast.", "killed", 9, 9, A),
    ),
    Pair(
        Put("None of the nine deaths in the blast has been confirmed.", "killed", 9, 9, L, None),
        Put("The nine deaths in the blast have been confirmed.", "killed", 9, 9, C, None),
    ),
    Pair(
        Put("Nine deaths in the blast were confirmed by police.", "killed", 9, 9, C, "police"),
        Put("Nine deaths in the blast were confirmed by Bo Hale, a grandson.", "killed", 9, 9, A, "Bo Hale"),
    ),
]

FEARED = [
    Pair(
        Put("Nine miners are feared dead after the blast.", "killed", 9, 9, F),
        Put("The guard feared by nine miners was killed in the blast.", "killed", 1, 1, A),
    ),
    Pair(
        Put("Nine sailors are presumed dead after the storm.", "killed", 9, 9, F),
        Put("Nine sailors are dead after the storm, and the ship is presumed lost.", "killed", 9, 9, A),
    ),
    Pair(
        Put("Officials fear that nine miners were killed in the blast.", "killed", 9, 9, F, "officials"),
        Put("Officials fear a strike after nine miners were killed in the blast.", "killed", 9, 9, A),
    ),
    Pair(
        Put("Up to nine miners were feared dead after the blast.", "killed", 0, 9, F),
        Put("Up to nine miners were killed in the blast, which many had feared.", "killed", 0, 9, A),
    ),
    Pair(
        Put("Nine sailors are believed drowned after the ferry sank.", "killed", 9, 9, F),
        Put("Nine sailors drowned after the ferry sank, and sabotage is believed to be the cause.", "killed", 9, 9, A),
    ),
    Pair(
        Put("Amid fears that nine miners had died in the blast, crowds came.", "killed", 9, 9, F, None),
        Put("Nine miners had died in the blast, and crowds came amid fears of more.", "killed", 9, 9, A, None),
    ),
    Pair(
        Put("Nine miners feared dead in mine blast", "killed", 9, 9, F),
        Put("Nine miners dead in feared mine blast", "killed", 9, 9, A),
    ),
]

DENIED = [
    Pair(
        Put("The mayor denied there were any deaths in the attack.", "killed", 0, 0, D, "mayor"),
        Put("The mayor said there were no deaths in the attack.", "killed", 0, 0, A, "mayor"),
    ),
    Pair(
        Put("The army denied that any villagers were hurt in the attack.", "injured", 0, 0, D, "army"),
        Put("The army denied that its men had hurt nine villagers in the attack.", "injured", 9, 9, A, None),
    ),
    Pair(
        Put("The army denied any casualties in the attack.", "killed", 0, 0, D, "army"),
        Put("The army denied the attack, in which nine villagers were killed.", "killed", 9, 9, A, None),
    ),
    Pair(
        Put("The army denied that nine villagers had been killed in the attack.", "killed", None, None, D, "army"),
        Put("The army denied that its attack had caused the deaths of nine villagers.", "killed", 9, 9, A, None),
    ),
    Pair(
        Put("Police denied there were any injuries or deaths in the clash.", "injured", 0, 0, D, "police"),
        Put("Police denied involvement in the deaths of two men.", "killed", 2, 2, A, None),
    ),
    Pair(
        Put("The army has denied that two villagers were killed in the attack.", "killed", None, None, D, "army"),
        Put("The army has denied killing two villagers in the attack.", "killed", 2, 2, A, None),
    ),
    Pair(
        Put("Police denied that any protesters were injured.", "injured", 0, 0, D, "police"),
        Put("Police denied the charge, saying nine protesters were injured.", "injured", 9, 9, A, "police"),
    ),
    Pair(
        Put("The mayor also denied there were any fatalities in the fire.", "killed", 0, 0, D, "mayor"),
        Put("The mayor denied police actions led to the death of a man in the fire.", "killed", 1, 1, A, None),
    ),
    Pair(
        Put("The rebels denied that two villagers had been killed in the attack.", "killed", None, None, D, "rebels"),
        Put("The rebels denied that the guards had killed two villagers in the attack.", "killed", 2, 2, A, None),
    ),
]

DISPUTED = [
    Pair(
        Put(
            "The ministry rejected the group's claim that 100 villagers were hurt in the attack.",
            "injured",
            None,
            None,
            S,
            "ministry",
        ),
        Put(
            "The ministry rejected the group's claim that 100 villagers were hurt in the attack.",
            "injured",
            100,
            100,
            L,
            "group",
        ),
    ),
    Pair(
        Put("The army disputed the toll of 40 dead in the attack.", "killed", None, None, S, "army"),
        Put("The army disputed that its attack caused the death of 40 villagers.", "killed", 40, 40, A, None),
    ),
    Pair(
        Put("The army dismissed reports that 40 villagers were killed in the attack.", "killed", None, None, S, "army"),
        Put("The army dismissed an officer after 40 villagers were killed in the attack.", "killed", 40, 40, A, None),
    ),
    Pair(
        Put(
            "The union said 40 miners were killed in the blast. The company disputed the figure.",
            "killed",
            None,
            None,
            S,
            "company",
        ),
        Put(
            "The union said 40 miners were killed in the blast. The company disputed the charge.",
            "killed",
            40,
            40,
            A,
            "union",
        ),
    ),
    Pair(
        Put(
            "The union said 40 miners were killed in the blast.\nThe company has so far refuted the claims.",
            "killed",
            None,
            None,
            S,
            "company",
        ),
        Put(
            "The union said 40 miners were killed in the blast.\nThe company refuted a claim for damages.",
            "killed",
            40,
            40,
            A,
            "union",
        ),
    ),
    Pair(
        Put(
            "The army denied the rebels' claim that 40 soldiers were killed in the attack.",
            "killed",
            None,
            None,
            D,
            "army",
        ),
        Put(
            "The army denied the rebels' claim that 40 soldiers were killed in the attack.",
            "killed",
            40,
            40,
            L,
            "rebels",
        ),
    ),
]

RETRACTED = [
    Pair(
        Put("An earlier report that nine miners had been killed was wrong, the union said.", "killed", 9, 9, R),
        Put("The union said nine miners had been killed, and what was wrong is not known.", "killed", 9, 9, A, "union"),
    ),
    Pair(
        Put("The toll was cut from 40 deaths when some were found to be counted twice.", "killed", 40, 40, R),
        Put("The mayor revised the number of dead down from 40 to 33 on Monday.", "killed", 33, 33, A, "mayor"),
    ),
    Pair(
        Put("Nine miners were killed in the blast, originally reported as 20 dead.", "killed", 20, 20, R),
        Put("Nine miners were killed in the blast, originally reported as a fire.", "killed", 9, 9, A),
    ),
    Pair(
        Put(
            "Correction: An earlier version of this article said 20 miners were killed in the blast.",
            "killed",
            20,
            20,
            R,
        ),
        Put("The blast was bigger than an earlier one. The mayor said 20 miners were killed.", "killed", 20, 20, A),
    ),
    Pair(
        Put(
            "Police initially said 20 miners were killed in the blast, but later said nine were killed.",
            "killed",
            20,
            20,
            R,
            "police",
        ),
        Put(
            "Police initially said 20 miners were killed in the blast, but later said nine were killed.",
            "killed",
            9,
            9,
            A,
            "police",
        ),
    ),
    Pair(
        Put("The toll was revised down from 20 dead to nine dead after the blast.", "killed", 20, 20, R),
        Put("The toll was revised down to nine dead after the blast.", "killed", 9, 9, A),
    ),
    Pair(
        Put(
            "An earlier version of this story said 20 people died in the fire; the correct number is nine dead.",
            "killed",
            20,
            20,
            R,
        ),
        Put(
            "The mayor read an earlier version of his speech and said 20 people died in the fire.", "killed", 20, 20, A
        ),
    ),
    Pair(
        Put("Nine people, not 20, died in the fire.", "killed", 9, 9, A),
        Put("Nine people died in the fire, not the blast.", "killed", 9, 9, A),
    ),
    Pair(
        Put("The mayor mistakenly said 20 people died in the fire.", "killed", 20, 20, R, "mayor"),
        Put("The guard mistakenly opened a valve, and 20 people died in the fire.", "killed", 20, 20, A),
    ),
    Pair(
        Put("The ministry withdrew its statement that 20 people had died in the fire.", "killed", 20, 20, R),
        Put("The army withdrew after a fire in which 20 people had died.", "killed", 20, 20, A),
    ),
    Pair(
        Put(
            "Early reports said 20 people died in the fire, but police later put the number at nine.",
            "killed",
            20,
            20,
            R,
        ),
        Put("Early reports said 20 people died in the fire, but the mayor was safe.", "killed", 20, 20, A),
    ),
    Pair(
        Put(
            "Early reports said 20 people died in the fire, but police later put the number at nine.",
            "killed",
            9,
            9,
            A,
            "police",
        ),
        Put(
            "The firm said nine people died in the fire and put the number of guests at 20.", "killed", 9, 9, A, "firm"
        ),
    ),
    Pair(
        Put("It was wrongly reported that 20 people died in the fire.", "killed", 20, 20, R),
        Put("A wrongly wired lamp set off a fire, and 20 people died in the blaze.", "killed", 20, 20, A),
    ),
]

UNREPORTED = [
    Pair(
        Put("There were no immediate reports of casualties after the quake.", "killed", 0, 0, U),
        Put("There were no casualties after the quake.", "killed", 0, 0, A),
    ),
    Pair(
        Put("There were no immediate reports of injuries after the quake.", "injured", 0, 0, U),
        Put("Police reported no injuries after the quake.", "injured", 0, 0, A, "police"),
    ),
    Pair(
        Put("There was no word of any deaths after the quake.", "killed", 0, 0, U),
        Put("There was no damage, the mayor said, but two deaths followed the quake.", "killed", 2, 2, A),
    ),
    Pair(
        Put("No deaths have been confirmed after the quake.", "killed", 0, 0, U),
        Put("Two deaths have been confirmed after the quake.", "killed", 2, 2, C),
    ),
    Pair(
        Put("Officials had no reports of injuries after the quake.", "injured", 0, 0, U),
        Put("Officials had reports of nine deaths after the quake.", "killed", 9, 9, L),
    ),
    Pair(
        Put("No injuries were immediately reported after the quake.", "injured", 0, 0, U),
        Put("No one was injured in the quake, police reported.", "injured", 0, 0, A, "police"),
    ),
    Pair(
        Put("Police have not confirmed any deaths after the quake.", "killed", 0, 0, U),
        Put("Police have confirmed that no one was killed in the quake.", "killed", 0, 0, C, "police"),
    ),
    Pair(
        Put("Officials did not immediately report any injuries after the quake.", "injured", 0, 0, U),
        Put("The quake passed without injury, officials said.", "injured", 0, 0, A),
    ),
    Pair(
        Put("There was no immediate confirmation of any casualties after the quake.", "killed", 0, 0, U),
        Put(
            "Two people were killed in the quake, but there was no immediate confirmation of damage.", "killed", 2, 2, A
        ),
    ),
]

PAIRS = [*ALLEGED, *CONFIRMED, *FEARED, *DENIED, *DISPUTED, *RETRACTED, *UNREPORTED]
CASES = [put for pair in PAIRS for put in pair]


@pytest.mark.parametrize("put", CASES, ids=lambda put: f"{put.status}-{put.text[:50]}-{put.low}")
def test_a_claim_is_as_firm_as_its_words(claims_of: Reading, put: Put) -> None:
    made = [
        claim for claim in claims_of(put.text) if (claim.kind, claim.low, claim.high) == (put.kind, put.low, put.high)
    ]
    assert [claim.status for claim in made][:1] == [put.status], [_shown(claim) for claim in claims_of(put.text)]
    if put.source != "any":
        assert made[0].source == put.source


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(PAIRS) >= 60
    assert {put.status for put in CASES} == set(Status)


def _shown(claim: Claim) -> tuple[object, ...]:
    return claim.kind, claim.low, claim.high, claim.status.value, claim.source


def test_how_many_is_asked_and_not_told(claims_of: Reading) -> None:
    asked = claims_of("Officials could not say how many people were killed in the blast.")
    assert [claim.low for claim in asked if claim.modifier is not Modifier.NONE] == []
    told = claims_of("Officials said that many people were killed in the blast.")
    assert [claim.low for claim in told] == [10]
