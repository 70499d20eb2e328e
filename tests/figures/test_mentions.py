"""What sentences say of the watched kinds. Written as `kind low..high`, ` part` or ` more` where it is one."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.figures.document import Mention
from monitor.figures.en.mentions import mentions, stated
from monitor.figures.en.segment import parse
from monitor.figures.kinds import Kind, Kinds
from monitor.model import Article, Span
from monitor.settings.figures import load_kinds

KINDS = load_kinds(Path(__file__).parents[2] / "config" / "figures.toml")


def read(text: str, kinds: Kinds = KINDS, title: str | None = None) -> list[Mention]:
    document = parse(Article("a", "a", "r", text, (Span(0, len(text)),), title=title))
    return mentions(document, stated(document, kinds), kinds)


def told(text: str, kinds: Kinds = KINDS) -> list[str]:
    return [_form(mention) for mention in read(text, kinds)]


def _form(mention: Mention) -> str:
    low, high, _ = mention.quantity
    marks = " part" * mention.part + " more" * mention.more + " unsaid" * mention.unsaid
    return f"{mention.kind} {low if low is not None else ''}..{high if high is not None else ''}{marks}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # passive, active, participles, nouns
        ("Twelve miners were killed in the blast.", ["killed 12..12"]),
        ("The blast killed 12 miners and injured 40 others.", ["killed 12..12", "injured 40..40"]),
        ("A blast shook the mill, killing 12 and injuring at least 40.", ["killed 12..12", "injured 40.."]),
        ("The crash left 12 people dead and dozens injured.", ["killed 12..12", "injured 24..99"]),
        ("Twelve people died and 40 were hurt in the fire.", ["killed 12..12", "injured 40..40"]),
        ("There were 12 people killed in the raid.", ["killed 12..12"]),
        ("Police condemned the murder of two nuns.", ["killed 2..2"]),
        ("The fire caused the deaths of at least nine guests.", ["killed 9.."]),
        ("The bodies of three climbers were found under the avalanche.", ["killed 3..3"]),
        ("The clash resulted in nine deaths.", ["killed 9..9"]),
        ("No fewer than nine guards died in the clash.", ["killed 9.."]),
        ("It was a double murder, police said.", ["killed 2..2"]),
        ("The blast caused 12 fatalities.", ["killed 12..12"]),
        # headlines
        ("QUAKE KILLS 12", ["killed 12..12"]),
        ("12 dead, 40 hurt as bus plunges into river", ["killed 12..12", "injured 40..40"]),
        ("Quake toll climbs to 15", ["killed 15..15"]),
        # tolls
        ("The death toll from the quake rose to 31.", ["killed 31..31"]),
        ("The death toll rose from 12 to at least 15 after the quake.", ["killed 15.."]),
        ("The blast killed three more, pushing the toll to 15.", ["killed 3..3", "killed 15..15"]),
        ("The quake's death toll stands at 31, officials said.", ["killed 31..31"]),
        # coordination and sums
        ("15 officers and 21 residents were injured in the clash.", ["injured 15..15", "injured 21..21"]),
        (
            "36 people – 15 officers and 21 residents – were injured in the raid.",
            ["injured 36..36", "injured 15..15 part", "injured 21..21 part"],
        ),
        ("Five people, including two children, were killed in the fire.", ["killed 5..5", "killed 2..2 part"]),
        ("He is accused of murdering a judge, a clerk, a warden and a guard.", ["killed 4..4"]),
        ("John Roe and 11 others were charged.", ["charged 12..12"]),
        ("A porter was killed and up to 27 others hurt in the stampede.", ["killed 1..1", "injured 0..27"]),
        ("Ana Roe, 35, and Bo Hall, 40, were shot dead.", ["killed 2..2"]),
        ("Officers found a man and a woman dead after the shooting.", ["killed 2..2"]),
        ("9 of the 14 fishermen drowned when the boat sank.", ["killed 9..9"]),
        ("Twelve miners died in the blast; two of them died in hospital.", ["killed 12..12", "killed 2..2 part"]),
        ("Roe was found dead after the fire, along with two of his guards.", ["killed 1..1", "killed 2..2"]),
        ("A couple and their two children were killed in the crash.", ["killed 4..4"]),
        ("At least 30 were wounded, including 12 children.", ["injured 30..", "injured 12..12 part"]),
        ("He is accused of killing his mother, sister and uncle.", ["killed 3..3"]),
        ("The gunman killed his wife and then himself.", ["killed 2..2"]),
        ("The bodies of Ana Roe and Bo Hall were found after the fire.", ["killed 2..2"]),
        ("The murders last week of a judge, a guard and mayor John Roe shook the town.", ["killed 3..3"]),
        ("Guards Ana Roe, Bo Hall and John Doe were killed in the raid.", ["killed 3..3"]),
        ("Also arrested were John Roe, 17, and Ana Doe.", ["detained 2..2"]),
        ("One person was killed and another wounded in the blast.", ["killed 1..1", "injured 1..1"]),
        ("Two men and a third were hurt in the crash.", ["injured 2..2", "injured 1..1 more"]),
        ("One of two women shot dead was a nurse.", ["killed 2..2"]),
        ("This brings to 21 the number of miners killed in the blast.", ["killed 21..21"]),
        # one person
        ("A man was killed in the crash.", ["killed 1..1"]),
        ("John Roe, 41, was killed in the crash.", ["killed 1..1"]),
        ("John Roe, a father of two from Dover, was killed in the crash.", ["killed 1..1"]),
        ("The gunman then killed himself.", ["killed 1..1"]),
        ("The gunman took his own life.", ["killed 1..1"]),
        ("A man was shot in the leg.", ["injured 1..1"]),
        ("A woman was taken to a hospital with gunshot wounds.", ["injured 1..1"]),
        ("The shooting left a boy in critical condition.", ["injured 1..1"]),
        ("A man was fatally shot outside a bar.", ["killed 1..1"]),
        ("The officer accidentally shot and killed a neighbor, Ana Roe.", ["killed 1..1"]),
        ("Five men shot to death a watchman.", ["killed 1..1"]),
        ("John Roe, who police say took his own life, lived in Dover.", ["killed 1..1"]),
        ("The inquest began before he was killed in the crash.", ["killed 1..1"]),
        ("The slain guard's sister, Ana Roe, wept.", ["killed 1..1"]),
        ("A Dover man died in the fire.", ["killed 1..1"]),
        ("A man was shot to death outside a bar.", ["killed 1..1"]),
        ("The robber shot the clerk dead.", ["killed 1..1"]),
        # over sentences
        ("A blast hit a bus. Twelve died.", ["killed 12..12"]),
        ("Two men were shot on Mill Road. Both died at the scene.", ["killed 2..2"]),
        ("Two boys were stabbed. They died the next day.", ["killed 2..2"]),
        ("A man was shot in the chest. He died in hospital.", ["killed 1..1"]),
        # no number, none, unsaid
        ("People were injured in the blast.", ["injured 1.."]),
        ("The crash injured no one.", ["injured 0..0"]),
        ("No one was killed but 12 were hurt in the blast.", ["killed 0..0", "injured 12..12"]),
        ("The blast caused no casualties.", ["injured 0..0", "killed 0..0"]),
        ("There were no reports of injuries after the quake.", ["injured 0..0"]),
        ("The minister denied there were any fatalities in the raid.", ["killed .. unsaid"]),
        ("All the passengers escaped unhurt from the crash.", ["injured 0..0"]),
        # other kinds
        ("Police arrested 14 protesters.", ["detained 14..14"]),
        ("Six men are in custody.", ["detained 6..6"]),
        ("Prosecutors charged six members of the group with arson.", ["charged 6..6"]),
        ("Prosecutors filed murder charges against two guards.", ["charged 2..2"]),
        ("Three crewmen are missing after the ship sank.", ["missing 3..3"]),
        ("Nine miners remain trapped.", ["trapped 9..9"]),
        ("The flood displaced 4,000 villagers.", ["displaced 4000..4000"]),
        ("Rebels kidnapped two engineers.", ["kidnapped 2..2"]),
        ("Rescuers pulled the boy alive from the rubble.", ["rescued 1..1"]),
        ("Police seized 150 computers and 20 cars.", ["computers_seized 150..150"]),
        ("About 100 laptops were confiscated.", ["computers_seized 90..110"]),
        ("Police raided the office to seize 40 computer devices.", ["computers_seized 40..40"]),
    ],
)
def test_frames(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A 65-year-old was among those who fled the fire.",
        "Roe turned 21 shortly before the attack.",
        "The raid took place on June 20, 2023, at 3:15 a.m.",
        "Damage from the fire was put at $12 million.",
        "The Hawks beat the Bears 31-24 after the attack on the mill.",
        "M-19 guerrillas blocked Route 66 after the clash.",
        "A 6.1-magnitude quake struck the coast.",
        "About 1,000 officers raided the camp.",
        "He was sentenced to death for the murder plot.",
        "The judge has received death threats since the attack.",
        "Killing two birds with one stone, the mayor closed the road after the crash.",
        "The crash ended the race in a dead heat.",
        "He faces the death penalty for the attack.",
        "Three cows and two dogs were killed in the fire.",
        "The attack damaged 12 cars and 3 houses.",
        "The city received 500 body cameras after the shooting.",
        "The guards were not hurt in the attack.",
        "Half of the 40 miners were killed in the blast.",
        "The raid left 15 guards killed or wounded.",
        "She was almost killed in the attack.",
        "The court asked that he be arrested after the murder trial.",
        "The boss arranged to have him killed.",
        "Striking workers said 1,700 drivers struck, and the strikes hit Northport after the attack.",
        "The hit-and-run took place near the mill, where the attack was.",
        "He shot the baker's car.",
        "Police said they had no plan to kill the attackers.",
        "Police had planned to seize 40 computers when they raided the office.",
        "Gunmen shot at the office.",
        "The actor died in his sleep at 85 after a long illness, his family said.",
        "The quarterback was injured; the coach said his team misses him this season, after a playoff touchdown.",
    ],
)
def test_traps(text: str) -> None:
    assert told(text) == []


def test_the_name_told_anywhere_stands_for_the_victim_and_the_wounds_of_the_dead_do_not_count() -> None:
    found = read("A man was shot on Mill Road. John Roe, 41, was taken to a hospital. He died there.")
    assert [_form(mention) for mention in found] == ["killed 1..1"]
    assert found[0].names == ("John Roe",)


def test_two_victims_are_kept_apart_by_name() -> None:
    found = read("John Roe was killed in the attack. Ana Doe was also killed.")
    assert len({mention.victim for mention in found}) == 2


def test_a_user_s_kind_works_from_its_words_alone() -> None:
    own = Kinds(
        (
            Kind(
                id="aircraft_downed",
                label="Aircraft shot down",
                counts=("aircraft", "jet"),
                done_to=("shoot down", "down"),
            ),
            Kind(
                id="houses_destroyed", label="Houses destroyed", counts=("house", "home"), done_to=("destroy", "level")
            ),
        )
    )
    assert told("The army shot down three jets. Four aircraft were downed.", own) == [
        "aircraft_downed 3..3",
        "aircraft_downed 4..4",
    ]
    assert told("The storm destroyed 40 houses, and more than 12 homes were levelled or levelled again.", own)[0] == (
        "houses_destroyed 40..40"
    )


SENTENCES = st.lists(
    st.sampled_from(
        [
            "A blast killed 12 miners.",
            "Dozens were hurt, police said.",
            "John Roe, 41, was shot dead.",
            "No one was injured.",
            "He died.",
            "“More than 100 people were injured,” she said.",
            "36 people – 15 officers and 21 residents – were hurt.",
            "The toll rose to 1,234.",
            "12, 13, and killed",
            "killed of the murder of",
        ]
    ),
    min_size=1,
    max_size=8,
)


@given(SENTENCES)
@settings(deadline=None)
def test_every_mention_lies_within_its_sentence_and_its_clause(sentences: list[str]) -> None:
    document = parse(Article("a", "a", "r", text := " ".join(sentences), (Span(0, len(text)),)))
    for mention in mentions(document, stated(document, KINDS), KINDS):
        size = len(document.sentences[mention.sentence].lows)
        assert 0 <= mention.clause_first <= mention.first < mention.last <= mention.clause_last <= size
        assert mention.clause_first <= mention.trigger < mention.clause_last


@given(st.text(alphabet=st.sampled_from("killed 12,. '\"-–and ofthe²½\n"), max_size=120))
@settings(deadline=None)
def test_nothing_makes_it_stumble(text: str) -> None:
    read(text)


@pytest.mark.parametrize(
    "piece", ["1 ", "killed ", "“killed ", "12 killed, ", "and ", "of the ", "a man, ", "shot and "]
)
def test_no_input_takes_long(piece: str) -> None:
    began = time.perf_counter()
    read(piece * (100_000 // len(piece)))
    assert time.perf_counter() - began < 10
