"""Who makes a claim, and for whom: every pattern of attribution, read through the whole reading."""

from __future__ import annotations

import time
from typing import NamedTuple

import pytest

from monitor.figures.en.authority import is_authority
from monitor.figures.en.mentions import mentions, stated
from monitor.figures.en.segment import parse
from monitor.figures.kinds import Kinds
from monitor.figures.voices import attribute, disputes
from monitor.model import Article, Span
from tests.figures.conftest import Reading

ANY = "any side"


class Case(NamedTuple):
    """A text, and who says the first claim of these bounds in it."""

    text: str
    kind: str
    low: int
    source: str | None
    side: str | None = ANY


SPEAKERS = [
    # a speaker told apart by a clause
    Case("Doctors treating the wounded said nine miners were killed in the blast.", "killed", 9, "doctors"),
    Case("Police investigating the fire said nine miners were killed in it.", "killed", 9, "police"),
    Case("A fisherman who pulled them out said nine men were killed in the wreck.", "killed", 9, "fisherman"),
    Case("Relatives waiting outside said nine miners were killed in the blast.", "killed", 9, "relatives"),
    Case("A clerk who police said was drunk killed nine men in the fire.", "killed", 9, "police"),
    Case("After visiting the wounded the mayor said nine miners were killed in the blast.", "killed", 9, "mayor"),
    # what is spoken of
    Case("Villagers spoke of nine miners killed in the blast.", "killed", 9, "villagers"),
    Case("Villagers spoke to nine miners who were wounded in the blast.", "injured", 9, None),
    # a month's short form that is a name
    Case("“Nine miners were killed in the blast,” said Colonel Jan Roe, a spokesman.", "killed", 9, "Jan Roe"),
    Case("Nine miners were killed in the blast on 4 Jan, police said.", "killed", 9, "police"),
    # the article itself
    Case("Nine miners were killed when a shaft fell in.", "killed", 9, None, None),
    Case("Prosecutors charged six men after the riot that killed two.", "charged", 6, None, None),
    Case("Police arrested 14 men after a attack that left two dead.", "detained", 14, None, None),
    Case("The blast killed nine. Police said the road was shut.", "killed", 9, None, None),
    Case("After nine miners were killed in the blast, police said the road was shut.", "killed", 9, None, None),
    # according to
    Case("Nine miners were killed in the blast, according to police.", "killed", 9, "police"),
    Case("According to Ada Lund, a rescue worker, nine miners were killed in the blast.", "killed", 9, "Ada Lund"),
    Case("Nine miners, according to the mine's owner, were killed in the blast.", "killed", 9, "mine's owner"),
    Case("The blast killed nine miners, according to court documents.", "killed", 9, "court documents"),
    Case(
        "The blast killed nine miners, according to the Harbor County Coroner's Office.",
        "killed",
        9,
        "Harbor County Coroner's Office",
    ),
    Case("As reported by Radio Nord, nine miners were killed in the blast.", "killed", 9, "Radio Nord", None),
    # a verb and its subject, before and after
    Case("Police said nine miners were killed in the blast.", "killed", 9, "police"),
    Case("Nine miners were killed in the blast, police said on Friday.", "killed", 9, "police"),
    Case("Nine miners were killed in the blast, said police.", "killed", 9, "police"),
    Case("Nine miners were killed in the blast, said Ada Lund.", "killed", 9, "Ada Lund"),
    Case("Nine miners, police said, were killed in the blast.", "killed", 9, "police"),
    Case("Ada Lund told reporters nine miners were killed in the blast.", "killed", 9, "Ada Lund"),
    Case("Ada Lund told The Daily Harbor that nine miners were killed in the blast.", "killed", 9, "Ada Lund"),
    Case(
        "Nine miners were killed in the blast, Ada Lund told the Northern Press by telephone.", "killed", 9, "Ada Lund"
    ),
    Case("In a statement, the company said nine miners were killed in the blast.", "killed", 9, "company"),
    Case(
        "The company said in a statement on Monday that nine miners were killed in the blast.", "killed", 9, "company"
    ),
    Case("A statement from the miners' union said nine men were killed in the blast.", "killed", 9, "miners' union"),
    Case("The union's statement said nine men were killed in the blast.", "killed", 9, "union"),
    Case("The mayor issued a statement saying that nine miners were killed in the blast.", "killed", 9, "mayor"),
    Case(
        "The mayor visited the pit, telling reporters that nine miners were killed in the blast.", "killed", 9, "mayor"
    ),
    Case("The mayor visited the pit and said nine miners were killed in the blast.", "killed", 9, "mayor"),
    Case(
        "Hospital officials late on Monday said nine miners were killed in the blast.",
        "killed",
        9,
        "hospital officials",
    ),
    Case("A senior police official said nine miners were killed in the blast.", "killed", 9, "senior police official"),
    Case(
        "Officials in Harbor County said nine miners were killed in the blast.",
        "killed",
        9,
        "officials in Harbor County",
    ),
    Case(
        "A spokeswoman for the fire service said nine miners were killed in the blast.",
        "killed",
        9,
        "spokeswoman for the fire service",
    ),
    Case("The ministry put the death toll at nine after the blast.", "killed", 9, "ministry"),
    Case("Officials raised the death toll to nine after the blast.", "killed", 9, "officials"),
    Case("Officials have also reported nine deaths in the blast.", "killed", 9, "officials"),
    Case(
        "Police and hospital officials said nine miners were killed in the blast.",
        "killed",
        9,
        "police and hospital officials",
    ),
    Case("Ada Lund and Bo Hale said nine miners were killed in the blast.", "killed", 9, "Ada Lund and Bo Hale"),
    Case("Ada Lund, who runs the mine, said nine men were killed in the blast.", "killed", 9, "Ada Lund"),
    Case("Ada Lund, 51, who said nine miners were killed in the blast, was flown home.", "killed", 9, "Ada Lund"),
    Case("The mines ministry, which puts the toll at nine, closed the pit.", "killed", 9, "mines ministry"),
    Case("The Red Cross, which has said nine died in the blast, is there.", "killed", 9, "Red Cross", "Red Cross"),
    Case("The blast, which reports say killed nine miners, shut the pit.", "killed", 9, None, None),
    Case("Coastguard commander Ada Lund said nine sailors died in the blast.", "killed", 9, "Ada Lund", "coastguard"),
    Case("Border guard spokeswoman Ada Lund said nine died in the blast.", "killed", 9, "Ada Lund", "border guard"),
    Case("Nine died in the blast, said Colonel Ada Lund.", "killed", 9, "Ada Lund", None),
    Case("Ada Lund was quoted as saying nine miners were killed in the blast.", "killed", 9, "Ada Lund"),
    Case("Nine miners were killed in the blast, adding to a bad year.", "killed", 9, None, None),
    Case("Police believe that nine miners were killed in the blast.", "killed", 9, "police"),
    Case("Ada Lund told Northern Press that nine miners were killed in the blast.", "killed", 9, "Ada Lund"),
    Case(
        "Head of the office Captain Ada Lund, who goes by one name, told Northern that nine miners were killed in the"
        " blast.",
        "killed",
        9,
        "Ada Lund",
    ),
    Case("Nine miners were killed in the blast, Ada Lund was quoted by Northern as saying.", "killed", 9, "Ada Lund"),
    Case("With the union warning that nine miners were killed in the blast, the pit was shut.", "killed", 9, "union"),
    Case(
        "Representatives of the Northern Front claim that nine miners were killed in the blast.",
        "killed",
        9,
        "representatives of the Northern Front",
    ),
    Case("Ada Lund a local health official said nine miners were killed in the blast.", "killed", 9, "Ada Lund"),
    Case("Police there have said that nine miners were killed in the blast.", "killed", 9, "police"),
    Case("It was learned from union sources that nine miners were killed in the blast.", "killed", 9, "union sources"),
    Case(
        "Union and political leaders said nine miners were killed in the blast.",
        "killed",
        9,
        "union and political leaders",
    ),
    Case("Previous reports indicated that nine miners were killed in the blast.", "killed", 9, None, None),
    Case(
        "The United States Mine Office said nine miners were killed in the blast.",
        "killed",
        9,
        "United States Mine Office",
    ),
    Case(
        "The mother of a boy shot on a Harbor street said nine miners were killed in the blast.",
        "killed",
        9,
        "mother of a boy",
    ),
    Case("A man said to have been drunk killed nine miners in the blast.", "killed", 9, None, None),
    Case("According to police, Ada Lund, 36, of Harbor, killed nine miners in the blast.", "killed", 9, "police"),
    Case("The man police say set off the blast killed nine miners.", "killed", 9, "police"),
    Case("Nine miners were killed in the blast, according to a report from Peru.", "killed", 9, None, None),
    # what others report
    Case("Nine miners were killed in the blast, state television reported.", "killed", 9, "state television", None),
    Case("Local media said nine miners were killed in the blast.", "killed", 9, "local media", None),
    Case(
        "Nine miners were killed in the blast, the Harbor Times reported, citing documents.",
        "killed",
        9,
        "Harbor Times",
        None,
    ),
    Case(
        "The Northern News Agency quoted a medic as saying nine miners were killed in the blast.", "killed", 9, "medic"
    ),
    Case("Police reports show that nine miners were killed in the blast.", "killed", 9, "police reports"),
    Case("An autopsy report concluded that nine miners were killed in the blast.", "killed", 9, "autopsy report"),
    # quotations
    Case("“Nine miners were killed in the blast,” Ada Lund said.", "killed", 9, "Ada Lund"),
    Case("Ada Lund said: “It was a bad day. Nine miners were killed in the blast.”", "killed", 9, "Ada Lund"),
    Case("“It was a bad day,” Ada Lund said. “Nine miners were killed in the blast.”", "killed", 9, "Ada Lund"),
    Case("“Nine miners were killed in the blast. It was a bad day,” said Ada Lund.", "killed", 9, "Ada Lund"),
    Case("``Nine miners were killed in the blast,'' said Ada Lund.", "killed", 9, "Ada Lund"),
    Case('"We know that nine miners were killed in the blast," she said.\nAda Lund left.', "killed", 9, None),
    Case(
        "“It was a bad day,” the union said.\n“Nine miners were killed in the blast, all of them young.”",
        "killed",
        9,
        "union",
    ),
    Case(
        "“It was a bad day,” Ada Lund said. “We will help.\n“Nine miners were killed in the blast.”",
        "killed",
        9,
        "Ada Lund",
    ),
    Case("“I saw that nine miners were killed in the blast,” Ada Lund said.", "killed", 9, "Ada Lund"),
    # going on in the same paragraph
    Case("The road is shut, according to Ada Lund. Nine miners were killed in the blast.", "killed", 9, "Ada Lund"),
    Case("Police said the road was shut. Nine miners were killed in the blast.", "killed", 9, "police"),
    Case("Police said the road was shut.\nNine miners were killed in the blast.", "killed", 9, None, None),
    Case("Police said the road was shut. Nine miners were killed in the blast, the union said.", "killed", 9, "union"),
    Case("Police said the road was shut. Meanwhile, nine miners were killed in a blast.", "killed", 9, None, None),
    # who is who
    Case(
        "Mine inspector Ada Lund came at noon. Nine miners were killed in the blast, Lund said.",
        "killed",
        9,
        "Ada Lund",
    ),
    Case(
        "Ada Lund came at noon, police said.\nShe said nine miners were killed in the blast.", "killed", 9, "Ada Lund"
    ),
    Case(
        "Ada Lund, the mayor, came at noon.\nThe mayor said nine miners were killed in the blast.",
        "killed",
        9,
        "Ada Lund",
    ),
    Case(
        "Mayor Ada Lund came at noon, the union said.\nThe mayor told reporters nine miners were killed in the blast.",
        "killed",
        9,
        "Ada Lund",
    ),
    Case(
        "The mine belongs to the Northern Workers Front.\nThe group said nine miners were killed in the blast.",
        "killed",
        9,
        "Northern Workers Front",
    ),
    Case(
        "The National Relief Council (NRC) sent a team.\nNine miners were killed in the blast, the NRC said.",
        "killed",
        9,
        "National Relief Council (NRC)",
        "NRC",
    ),
    Case(
        "The Ruritanian interior ministry sent a team.\nThe ministry said nine miners were killed in the blast.",
        "killed",
        9,
        "Ruritanian interior ministry",
    ),
    Case(
        "Ada Lund said the pit was old. They found that nine miners were killed in the blast, police said.",
        "killed",
        9,
        "police",
    ),
    Case("Officials said they knew that nine miners were killed in the blast.", "killed", 9, "officials"),
    Case(
        "Lund, an engineer, said the pit was old.\nAda Lund had seen it.\nLund said nine miners were"
        " killed in the blast.",
        "killed",
        9,
        "Ada Lund",
    ),
    # all capitals
    Case("MAYOR ADA LUND SAID NINE MINERS WERE KILLED IN THE BLAST.", "killed", 9, "ADA LUND"),
    Case("NINE MINERS WERE KILLED IN THE BLAST, POLICE SAID.", "killed", 9, "police"),
    Case("Ada Lund, the mayor, said 9 miners - 4 men and 5 women - were killed in the blast.", "killed", 9, "Ada Lund"),
    Case("On that occasion Ada Lund said nine miners were killed in the blast.", "killed", 9, "Ada Lund"),
    # two voices in a sentence
    Case(
        "Police said two miners were killed in the blast, but the union said nine miners were killed.",
        "killed",
        9,
        "union",
    ),
    Case(
        "Police said two miners were killed in the blast, but the union said nine miners were killed.",
        "killed",
        2,
        "police",
    ),
    Case("Police said the union claimed that nine miners were killed in the blast.", "killed", 9, "union"),
]

SIDES = [
    Case(
        "Ada Lund, the FLN's spokeswoman in Oslo, said nine men were killed in the attack.",
        "killed",
        9,
        "Ada Lund",
        "FLN",
    ),
    Case(
        "Ada Lund, a spokeswoman for the FLN, said nine men were killed in the attack.", "killed", 9, "Ada Lund", "FLN"
    ),
    Case("FLN spokeswoman Ada Lund said nine men were killed in the attack.", "killed", 9, "Ada Lund", "FLN"),
    Case(
        "Nine men were killed in the attack, according to Ada Lund, a member of the FLN's Relief Committee.",
        "killed",
        9,
        "Ada Lund",
        "FLN",
    ),
    Case(
        "Nine men were killed in the attack, according to Ada Lund a member of the FLN's Relief Committee.",
        "killed",
        9,
        "Ada Lund",
        "FLN",
    ),
    Case(
        "The Peruvian interior minister, Ada Lund, said nine men were killed in the attack.",
        "killed",
        9,
        "Ada Lund",
        "Peruvian authorities",
    ),
    Case(
        "Peru's police chief, Ada Lund, said nine men were killed in the attack.",
        "killed",
        9,
        "Ada Lund",
        "Peruvian authorities",
    ),
    Case(
        "Peruvian Minister of Interior Ada Lund said nine men were killed in the attack.",
        "killed",
        9,
        "Ada Lund",
        "Peruvian authorities",
    ),
    Case(
        "Peruvian police said nine men were killed in the attack.",
        "killed",
        9,
        "Peruvian police",
        "Peruvian authorities",
    ),
    Case(
        "Peruvian police came.\nPolice said nine men were killed in the attack.",
        "killed",
        9,
        "police",
        "Peruvian authorities",
    ),
    Case(
        "Peruvian Interior Minister Ada Lund and the head of the national police, Bo Hale, said nine men"
        " were killed in the"
        " attack.",
        "killed",
        9,
        "Ada Lund and Bo Hale",
        "Peruvian authorities",
    ),
    Case(
        "Peruvian Interior Minister Ada Lund came.\nNine men were killed in the attack, Lund said.",
        "killed",
        9,
        "Ada Lund",
        "Peruvian authorities",
    ),
    Case(
        "The Northern Council of Relief, a coalition that includes the FLN, said nine men were killed in the attack.",
        "killed",
        9,
        "Northern Council of Relief",
        "FLN",
    ),
    Case(
        "The Northern Council of Relief (NCR), a coalition that includes the FLN, met.\nNine men were"
        " killed in the attack, said"
        " NCR member Ada Lund.",
        "killed",
        9,
        "Ada Lund",
        "FLN",
    ),
    Case("Nine men were killed in the attack, said Ada Lund of the Blue Cross.", "killed", 9, "Ada Lund", "Blue Cross"),
    Case(
        "Nine men were killed in the attack, Harbor County Sheriff Ada Lund said.",
        "killed",
        9,
        "Ada Lund",
        "Harbor County authorities",
    ),
    Case("Nine men were killed in the attack, the fire chief, Ada Lund, said.", "killed", 9, "Ada Lund", "fire chief"),
    Case("Nine men were killed in the attack, Police Chief Ada Lund said.", "killed", 9, "Ada Lund", "authorities"),
    Case("Nine men were killed in the attack, army spokesman Ada Lund said.", "killed", 9, "Ada Lund", "army"),
    Case(
        "Nine men were killed in the attack, said Ada Lund, a spokeswoman for the fire service.",
        "killed",
        9,
        "Ada Lund",
        "fire service",
    ),
    Case(
        "The Harbor Workers' Union met.\nIts secretary, Ada Lund, said nine men were killed in the attack.",
        "killed",
        9,
        "Ada Lund",
        "Harbor Workers' Union",
    ),
    Case("The regime said nine men were killed in the attack.\nPeruvian police came.", "killed", 9, "regime", None),
    Case(
        "Witnesses for the prosecution said nine men were killed in the attack.",
        "killed",
        9,
        "witnesses for the prosecution",
        None,
    ),
    Case(
        "British Columbia's attorney general said nine men were killed in the attack.",
        "killed",
        9,
        "British Columbia's attorney general",
        None,
    ),
    Case(
        "Nine men were killed in the attack, said Peruvian Interior Minister Ada Lund and Bo Hale, the head of the"
        " national police.",
        "killed",
        9,
        "Ada Lund and Bo Hale",
        "Peruvian authorities",
    ),
    Case("Nine men were killed in the attack, their lawyer Ada Lund said.", "killed", 9, "Ada Lund", None),
    Case(
        "Nine men were killed in the attack, a Mercy Hospital spokesman said.",
        "killed",
        9,
        "Mercy Hospital spokesman",
        "Mercy Hospital",
    ),
    Case("Nine men were killed in the attack, a resident said.", "killed", 9, "resident", None),
    Case("Peruvian opposition leader Ada Lund said nine men were killed in the attack.", "killed", 9, "Ada Lund", None),
]


HEADLINES = [
    ("Police: Nine miners killed in blast", "police"),
    ("Nine miners killed in blast: police", "police"),
    ("Nine miners killed in blast: Police | Harbor News", "police"),
    ("Nine miners killed in blast, police say", "police"),
    ("Harbor: Nine miners killed in blast", None),
]


@pytest.mark.parametrize(("title", "source"), HEADLINES)
def test_a_headline_may_name_its_source(claims_of: Reading, title: str, source: str | None) -> None:
    claims = [claim for claim in claims_of("A shaft fell in on Monday.", title) if claim.low == 9]
    assert [claim.source for claim in claims] == [source]


@pytest.mark.parametrize("case", SPEAKERS + SIDES, ids=lambda case: case.text[:60])
def test_a_figure_has_the_voice_that_gives_it(claims_of: Reading, case: Case) -> None:
    claims = [claim for claim in claims_of(case.text) if (claim.kind, claim.low) == (case.kind, case.low)]
    assert claims, "the figure itself was not read"
    assert claims[0].source == case.source
    if case.side is not ANY:
        assert claims[0].side == case.side


AUTHORITIES = [
    ("police", None),
    ("Ada Lund", "Peruvian authorities"),
    ("fire service", None),
    ("Ada Lund", "fire chief"),
    ("Harbor County coroner", None),
    ("health ministry", None),
    ("governor of Harbor", None),
    ("hospital officials", None),
    ("Mercy Hospital spokesman", "Mercy Hospital"),
    ("Ada Lund", "Queens District Attorney"),
    ("UN", None),
    ("Coast Guard", None),
]
OTHERS = [
    (None, None),
    ("Ada Lund", None),
    ("FLN", "FLN"),
    ("former police officer", None),
    ("rebel commander", None),
    ("resident", None),
    ("miners' union", None),
    ("state television", None),
    ("Northern News Agency", None),
    ("lawyer for the officer", None),
    ("witnesses", None),
    ("opposition officials", None),
]


@pytest.mark.parametrize(("source", "side"), AUTHORITIES)
def test_whose_office_it_is_to_know_is_an_authority(source: str | None, side: str | None) -> None:
    assert is_authority(source, side)


@pytest.mark.parametrize(("source", "side"), OTHERS)
def test_others_are_no_authority(source: str | None, side: str | None) -> None:
    assert not is_authority(source, side)


HOSTILE = {
    "nested quotations": "“She said “he said “nine men were killed ”” ",
    "verbs without words": "Police said ",
    "names without end": "Ada Lund, the mayor, ",
    "references": "The Northern Workers Front met. The group said nine men were killed. The mayor, Ada Lund, left.\n",
    "short forms": "The Northern Workers Front (NWF) told XYZ nine men were killed. ",
    "rejections": "The army rejected the claims. ",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_long_hostile_texts_take_linear_time(kinds: Kinds, piece: str) -> None:
    size = 100_000
    text = f"{piece * (size // len(piece))} Nine men were killed in the attack, police said."
    document = parse(Article("a", "a", "r", text, (Span(0, len(text)),)))
    found = mentions(document, stated(document, kinds), kinds)
    began = time.process_time()
    attribute(document, found)
    assert time.process_time() - began < 1.5


def test_a_reading_gives_one_attribution_for_each_mention(kinds: Kinds) -> None:
    text = "Police said nine men were killed. Two women were hurt, a medic said."
    document = parse(Article("a", "a", "r", text, (Span(0, len(text)),)))
    found = mentions(document, stated(document, kinds), kinds)
    assert [given.source for given in attribute(document, found)] == ["police", "medic"]
    assert disputes(document, found) == []
