"""Local news of shootings, crashes and fires: who is told of twice, who died after all, and whose event it is."""

from __future__ import annotations

import pytest

from monitor.figures.totals import totals
from monitor.model import Article
from tests.figures.conftest import Reading


def totals_of(claims_of: Reading, text: str, title: str | None = None) -> dict[str, tuple[int | None, int | None]]:
    """The totals of a text whose lines are its paragraphs, by kind."""
    article = Article("a", "a", "r", text, (), title=title)
    found = totals(article, claims_of(text, title))
    return {kind: (bounds.low, bounds.high) for kind, bounds in found.items()}


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        # those who were hit, told again with the dead among them
        (
            (
                "One man died and another was wounded in a shooting in Orle on Monday.\n"
                "Officers found two men in a yard suffering from gunshot wounds."
            ),
            1,
            1,
        ),
        ("Two men were shot in Orle. One of them died, while another was taken to a hospital.", 1, 1),
        ("Officers found three women with gunshot wounds. One died at the scene.", 1, 2),
        ("Officers found three women with gunshot wounds. A neighbour died of shock.", 1, 3),
        # so many hit and as many dead, where one sentence tells both
        ("Three teenagers were shot in Orle. A 17-year-old boy died in hospital hours later.", 1, 2),
        ("Three men were shot in Orle. A man later died of his wounds.", 1, 2),
        ("A blast killed eight and left 15 with burns. Six of those killed were women.", 8, 15),
        ("A blast left 15 with burns. Six of them died.", 6, 9),
        ("Three men were shot in Orle. A woman died in hospital of her burns.", 1, 3),
        ("Three men were shot in Orle. A 17-year-old boy died in a fire nearby.", 1, 3),
        ("Two guards shot, two robbers found dead after a siege in Orle", 2, 2),
        ("Two guards were shot in Orle. Both guards died in hospital.", 2, None),
        # the one told dead before is found dead again
        (
            (
                "A young man was killed and another man is in critical condition after a shooting in Orle.\n"
                "Officers found a man who had been shot in the chest. He was pronounced dead at the scene."
            ),
            1,
            1,
        ),
        # no officer is a child
        ("A boy died in the crash in Orle. One officer suffered a hand injury.", 1, 1),
        ("A driver died in the crash in Orle. The man suffered a hand injury.", 1, None),
        # hospitals and recovery
        ("Four riders were taken to area hospitals after the crash.", None, 4),
        ("Two riders were taken to and released from the city hospital after the crash.", None, 2),
        ("Three riders were treated and released after the crash.", None, 3),
        ("A rider is expected to make a full recovery after the crash.", None, 1),
        ("A rider suffered serious non-life threatening injuries in the crash.", None, 1),
        ("A rider is fighting for his life after the crash.", None, 1),
        ("A mayor is fighting for his post after the crash.", None, None),
        # a crash of cars is one of people, a crash of shares is none
        ("A driver died in a crash near Orle.", 1, None),
        ("The bank's founder died before the crash of its shares.", None, None),
        # a parent of so many is one
        ("A mother of 12 was killed in a shooting in Orle.", 1, None),
        ("Father of three shot dead in Orle", 1, None),
        ("A crash in Orle leaves a mother-of-two dead, police say.", 1, None),
        ("A clerk and father of two was killed in a shooting in Orle.", 1, None),
        ("A crash in Orle killed a mother and 12 others.", 13, None),
        # seen to happen, and what did not come about
        ("A climber who saw his brother die in the avalanche was flown home.", 1, None),
        ("A climber narrowly escaped being killed in the avalanche.", None, None),
        ("The reporter will not name his witness until the witness dies, the murder court heard.", None, None),
        ("The court kept the name of the murder witness until the witness died.", 1, None),
        # a year before a number is no age
        ("On May 4, 2012, 12 people were killed in a fire in Orle.", 12, None),
        ("Two boys, ages 14, 15, 12 and 9, played near the fire in Orle.", None, None),
    ],
)
def test_totals_of_local_news(claims_of: Reading, text: str, killed: int | None, injured: int | None) -> None:
    found = totals_of(claims_of, text)
    assert found.get("killed") == (None if killed is None else (killed, killed))
    assert found.get("injured") == (None if injured is None else (injured, injured))


@pytest.mark.parametrize(
    ("text", "rescued"),
    [
        ("The injured climber was airlifted to a hospital.", None),
        ("Four climbers were airlifted from the ridge after the storm.", (4, 4)),
    ],
)
def test_a_flight_to_hospital_is_no_rescue(claims_of: Reading, text: str, rescued: tuple[int, int] | None) -> None:
    assert totals_of(claims_of, text).get("rescued") == rescued


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            (
                "A gunman killed three people at a mill in Orle.\n"
                "The attack comes in the wake of a shooting at a school in Varno that left 14 pupils dead."
            ),
            (3, 3),
        ),
        (
            (
                "A gunman killed three people at a mill in Orle.\n"
                "The string of attacks began in a market, when a bomber killed 14 people."
            ),
            (3, 3),
        ),
        ("Police searched homes in the wake of a shooting that left 14 pupils dead.", (14, 14)),
    ],
)
def test_what_an_event_comes_after_is_another(claims_of: Reading, text: str, killed: tuple[int, int]) -> None:
    assert totals_of(claims_of, text).get("killed") == killed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dan Orle faces two counts of murder after the shooting.", {"charged": (1, 1)}),
        ("Dan Orle faces two months of treatment after the shooting.", {}),
        ("A driver was charged after the crash. Dan Orle was also charged with fraud.", {"charged": (1, 1)}),
        ("A driver was charged after the crash. Dan Orle was also charged.", {"charged": (2, 2)}),
        ("Dan Orle has been held without bail since his arrest on June 21.", {"detained": (1, 1)}),
        ("The police have held 300 men without bail since the war began in 1998.", {}),
        ("Dan Orle was booked into the county jail on Monday.", {"detained": (1, 1)}),
        ("Dan Orle seized upon a word of the judge.", {}),
        ("Dan Orle was seized on Monday.", {"detained": (1, 1)}),
    ],
)
def test_arrest_and_charge_are_of_people(
    claims_of: Reading, text: str, expected: dict[str, tuple[int | None, int | None]]
) -> None:
    assert totals_of(claims_of, text) == expected


def test_a_line_with_the_date_tells_when_the_article_stands(claims_of: Reading) -> None:
    text = "Posted: Monday, May 4, 2009, 10:15 a.m.\nA fire in Orle killed six people.\nA fire in July 2008 killed 40."
    assert [(claim.low, claim.scope.value) for claim in claims_of(text)] == [(6, "event"), (40, "background")]
    undated = "On May 4, 2009 the mayor wrote.\nIn July 2008 a fire in Orle killed 40 people.\nIt began at night."
    assert [(claim.low, claim.scope.value) for claim in claims_of(undated)] == [(40, "event")]


def test_the_title_of_a_video_on_the_page_is_of_something_else(claims_of: Reading) -> None:
    text = "A man was killed in a crash near Orle. Watch the video: Fatal shooting of Ana Roe in Varno."
    assert totals_of(claims_of, text) == {"killed": (1, 1)}
    own = "Video: Two men killed in a shooting near Orle."
    assert totals_of(claims_of, own) == {"killed": (2, 2)}


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        # the opening tells of a death without a cause: what he saw in life is told below
        (
            (
                "Dan Orle, a former mayor of Varno, has died at 75.\nHe was born there.\nHe sang well.\nHe rode.\n"
                "In 1957 he shot and killed a guard in an accident."
            ),
            None,
        ),
        ("Dan Orle, 75, has died after an accident in Varno.\nHe was born there.\nHe was fond of chess.", (1, 1)),
        (
            "Dan Orle, 75, was killed in Varno.\nHe was born there.\nHe was fond of chess.\nPolice seek a suspect.",
            (1, 1),
        ),
        # so many killed and wounded together are neither so many killed nor so many wounded
        ("A bomber struck a mill in Orle, killing and injuring two dozen guards.", None),
        ("A gunman shot and killed two dozen guards at a mill in Orle.", (24, 24)),
        ("A bomber struck a mill in Orle, killing two guards and injuring two dozen others.", (2, 2)),
    ],
)
def test_how_they_died_is_told(claims_of: Reading, text: str, killed: tuple[int, int] | None) -> None:
    assert totals_of(claims_of, text).get("killed") == killed


def test_who_pleads_not_guilty_is_charged(claims_of: Reading) -> None:
    assert totals_of(claims_of, "Dan Orle pleaded not guilty to two charges of murder.") == {"charged": (1, 1)}
    assert totals_of(claims_of, "Dan Orle pleaded for the lives of two men.") == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what an adverb alone tells of some of those who were hit
        ("Two teenagers were shot, one fatally, in Orle.", {"killed": (1, 1), "injured": (1, 1)}),
        ("Three men were stabbed in Orle, two of them fatally.", {"killed": (2, 2), "injured": (1, 1)}),
        # hospitals, limbs and stitches
        ("The blast sent nine workers to hospital.", {"injured": (9, 9)}),
        ("A boy was driven to Orle Hospital by a relative after the shooting.", {"injured": (1, 1)}),
        ("A climber broke her ankle in the avalanche.", {"injured": (1, 1)}),
        ("A clerk needed 14 stitches after the robbery, police said.", {"injured": (1, 1)}),
        # who did it is told apart, and is no one of those to whom it was done
        (
            "An officer was wounded in Orle. The suspect was shot in the leg.",
            {"injured": (1, 1)},
        ),
        # somebody's driver is another; somebody's sister may be the one told of
        ("Gunmen killed Luis Roe in Orle. His driver died in hospital.", {"killed": (2, 2)}),
        ("A girl was killed in Orle. A boy had shot his sister by accident.", {"killed": (1, 1)}),
        # of the dead, told again with the deed
        (
            "Three people were found dead in Orle in a murder-suicide.\nJon Roe shot his wife, Ana, and their son.",
            {"killed": (3, 3)},
        ),
        # whose verb it is
        ("Four men were charged after 39 migrants were found dead in a van.", {"charged": (4, 4), "killed": (39, 39)}),
        ("A man who is the woman's husband was arrested.", {"detained": (1, 1)}),
        ("The two men accused of the attack now face murder charges.", {"charged": (2, 2)}),
        # other events
        (
            "A ferry sank off Orle on Monday, killing nine. Over 90 died when one sank in 2018.",
            {"killed": (9, 9)},
        ),
        (
            "A strike killed 30 rebels, the army said on Monday. It followed an attack on a school in which 148 died.",
            {"killed": (30, 30)},
        ),
        (
            "A guard was killed in Orle on Monday. It was the first killing of a guard since two were shot in 2012.",
            {"killed": (1, 1)},
        ),
        # what may come, what is played
        ("The toll of the storm may reach 900, officials said. So far 38 have died.", {"killed": (38, 38)}),
        ("Guards shot dead a would-be suicide bomber in Orle.", {"killed": (1, 1)}),
        ("A quake could kill 900 people and leave 4,000 homeless, a study said.", {}),
        (
            "A quake could kill 900 people, a study said on Tuesday. The last major quake, in 1934, killed 600.",
            {},
        ),
        ("The film stars Jon Roe as a hit man who kills 40 people.", {}),
        # fear reaches only what it is said of
        (
            "Hundreds were feared dead and 40 were hurt when a church roof fell in, police said.",
            {"injured": (40, 40)},
        ),
    ],
)
def test_turns_of_local_reports(
    claims_of: Reading, text: str, expected: dict[str, tuple[int | None, int | None]]
) -> None:
    assert totals_of(claims_of, text) == expected


@pytest.mark.parametrize(("title", "injured"), [("Six shot at Orle vigil", 6), ("Man shot at police in Orle", None)])
def test_a_headline_tells_where_or_at_whom(claims_of: Reading, title: str, injured: int | None) -> None:
    found = totals_of(claims_of, "The police were called on Monday night.", title)
    assert found == ({} if injured is None else {"injured": (injured, injured)})
