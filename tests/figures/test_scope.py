"""Which event a figure is of: this one, another or past one, or none that happened."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor.figures import read
from monitor.model import Article, Claim, Moment, Scope, Span, TimeOrigin
from monitor.settings.figures import load_kinds

KINDS = load_kinds(Path(__file__).parents[2] / "config" / "figures.toml")
STANDS_AT = Moment(datetime(2015, 6, 18, 12, tzinfo=UTC), TimeOrigin.FEED)
LEAD = "A bomb at a market in Qarran killed 12 people on Tuesday, police said. Rescuers searched the ruins.\n"


def claims(text: str, *, title: str | None = None, dated: bool = True) -> tuple[Claim, ...]:
    lines: list[Span] = []
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            lines.append(Span(at, at + len(line.rstrip())))
        at += len(line)
    return read(Article("a", "a", "r", text, tuple(lines), title=title, published=STANDS_AT if dated else None), KINDS)


def scopes(text: str, *, title: str | None = None, dated: bool = True) -> list[str]:
    """`kind low scope` of each claim with a number."""
    return [f"{claim.kind} {claim.low} {claim.scope}" for claim in claims(text, title=title, dated=dated) if claim.low]


@pytest.mark.parametrize(
    "sentence",
    [
        "An attack there in March killed 30 people.",
        "In 2004, a tsunami killed 30 villagers.",
        "The 2004 tsunami killed 30 people in the district.",
        "A decade ago, 30 people died in a raid on the town.",
        "Thirty people were killed there last year.",
        "The conflict has killed 30 people since 1979.",
        "So far this year, 30 people have been killed in bombings.",
        "It was the deadliest attack since 2001, when 30 people were killed.",
        "Bombs have killed 30 people in the past three years.",
        "Smugglers kill 30 people a year along the river.",
        "It was the third such attack, after 30 people died in March.",
        "In the 1980s, 30 people were killed in a siege.",
        "On Jan. 6, five months before, 30 people were killed by a mine.",
        "The last big bombing killed 30 people.",
        "It was the second such disaster in the city in a month, after 30 people died when a mine went off.",
        "The blast was the worst in Qarran since October 1998, when a mine went off at a school, killing 30 people.",
        "A day later gunmen stormed a different school and killed 30 people.",
        "The previous week, two bombs went off, killing 30 people.",
        "In an unrelated incident, 30 people were killed by a mine.",
        "The raid last year, in which 30 people died, was never solved.",
        "A man was convicted on Monday of an attack that killed 30 people in 2009.",
        "Thirty people were killed there in early March.",
        "The attack came a week after a raid on a barracks killed 30 people.",
        "The rebel leader was jailed in 1998 after killing 30 people.",
        "Thirty people were killed last week in similar attacks.",
        "The fighting that has left 1,000 people dead goes on.",
    ],
)
def test_figures_of_other_times_and_events_are_background(sentence: str) -> None:
    others = [one.split()[-1] for one in scopes(LEAD + sentence) if one != "killed 12 event"]
    assert set(others) == {"background"}


@pytest.mark.parametrize(
    "sentence",
    [
        "At least 30 people were killed in the explosion, a doctor said.",
        "On Tuesday evening the toll rose to 30.",
        "It was the deadliest attack since 2001 and killed 30 people.",
        "The worst bombing in a decade killed 30 people.",
        "Thirty people were killed in the last 24 hours.",
        "Thirty people have been killed since Tuesday.",
        "Two hours after the explosion, 30 people had died.",
        "Thirty people, among them a man born in 1950, died.",
        "Thirty people died, and guards will watch the ruins for a few days before going home.",
        "Thirty people died, said the mayor, who was elected in 2004.",
        "Thirty people died, among them a man in his late 70s.",
        "Thirty people died and the blast stirred fears of another attack.",
        "Thirty people were killed, the Daily Post reported.",
        "Thirty people died between 2 June and 16 June.",
    ],
)
def test_figures_of_the_event_stay_event_beside_other_times(sentence: str) -> None:
    assert scopes(LEAD + sentence)[1:] == ["killed 30 event"]


def test_one_sentence_can_hold_both() -> None:
    text = "Clashes killed 43 people on Monday, pushing the death toll above 680 since the conflict began."
    assert scopes(text) == ["killed 43 event", "killed 681 background"]


def test_background_names_the_other_event() -> None:
    named = [claim.refers_to for claim in claims(LEAD + "The 2004 tsunami killed 230,000 people.")]
    assert named == [None, "2004 tsunami"]


def test_a_pronoun_carries_the_other_event_on() -> None:
    text = LEAD + "The last big quake struck the town in 2001. It killed 612 people.\nRescue work went on."
    assert scopes(text) == ["killed 12 event", "killed 612 background"]


def test_an_event_told_again_by_its_noun_stays_background() -> None:
    text = LEAD + "In 2009 gunmen stormed the town hall. That attack killed six people."
    assert scopes(text)[-1] == "killed 6 background"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Man sentenced for school shooting",
            "A man who killed four pupils in a school in Varno in 2009 was sentenced to life on Monday.",
        ),
        ("Ten years after the Varno flood", "Survivors marked the day on which a flood killed four people in 2005."),
        (
            "Trial over the ferry opens",
            "The captain went on trial on Monday. Four people died when the ferry sank in March 2012.",
        ),
    ],
)
def test_an_old_event_that_the_article_is_about_is_its_event(title: str, text: str) -> None:
    assert [one for one in scopes(text, title=title) if "killed" in one] == ["killed 4 event"]


def test_a_court_report_keeps_other_crimes_apart() -> None:
    text = "A man who killed four pupils in 2009 was sentenced on Monday.\nIn 2001 he had wounded two guards."
    assert [one for one in scopes(text, title="Man sentenced") if "d 0" not in one] == [
        "killed 4 event",
        "injured 2 background",
    ]


def test_without_a_date_nothing_is_past_because_of_the_calendar() -> None:
    text = "On March 3, 1998 a bomb killed 12 people in Qarran. The mayor spoke of a crime."
    assert scopes(text, dated=False) == ["killed 12 event"]


def test_a_dateline_tells_the_time_of_an_undated_article() -> None:
    text = "Qarran, 4 Feb 90 (NA) -- A bomb killed 12 people today.\nIn 1987, a bomb killed 30 people."
    assert scopes(text, dated=False) == ["killed 12 event", "killed 30 background"]
    brackets = (
        "QARRAN (December 13, 2015) -- A bomb killed 12 people late on Sunday.\nIn 2014, a bomb killed 30 people."
    )
    assert scopes(brackets, dated=False) == ["killed 12 event", "killed 30 background"]


@pytest.mark.parametrize(
    "sentence",
    [
        "A second bomb could have killed hundreds of people.",
        "The group threatened to kill 30 villagers.",
        "If the dam breaks, 30 people would be killed.",
        "Engineers warned that 30 people might be killed by a collapse.",
        "The men plotted to kill 30 soldiers.",
        "Two men are to be charged on Friday.",
        "He was almost killed by the blast.",
        "The collapse carries the risk of 30 deaths.",
        "In a simulated attack 30 people were killed.",
        "In the film, 30 people die.",
        "The army held a drill in which 30 people were rescued.",
        "The army held a drill at the port on Tuesday in which 30 people were supposed to have been killed.",
    ],
)
def test_what_did_not_happen_is_hypothetical(sentence: str) -> None:
    assert [one.split()[-1] for one in scopes(LEAD + sentence)[1:]] in (["hypothetical"], [])


@pytest.mark.parametrize(
    "sentence",
    [
        "The gunman went on to kill 30 people.",
        "A girl was the third child to be killed.",
        "He would later die of his wounds.",
        "Thirty people are known to have been killed.",
        "A man fell to his death.",
    ],
)
def test_what_happened_is_not_hypothetical(sentence: str) -> None:
    found = [claim.scope for claim in claims(LEAD + sentence) if claim.kind == "killed"]
    assert found[-1] is Scope.EVENT


def test_a_history_summed_up_in_passing_is_background() -> None:
    text = LEAD + "The rebels blame the state for the deaths of 70,000 people."
    assert scopes(text)[-1] == "killed 70000 background"


def test_persons_after_words_that_count_other_events_are_theirs() -> None:
    text = LEAD + "It was one of three attacks in the province. A nurse was killed near Dorsa, police said."
    assert scopes(text)[-1] == "killed 1 background"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A strike killed two men in Orle, taking the toll to 90.", ["killed 2 event", "killed 90 background"]),
        (
            "Two more soldiers died, raising the death toll of Monday's blast in Kamen to 29.",
            ["killed 2 event", "killed 29 event"],
        ),
        (
            "The blast killed nine. Two more died, taking the toll to 11.",
            ["killed 9 event", "killed 2 event", "killed 11 event"],
        ),
        (
            "Police arrested six men, bringing to 40 the number of those arrested.",
            ["detained 6 event", "detained 40 background"],
        ),
    ],
)
def test_a_new_deed_adds_to_a_running_total(text: str, expected: list[str]) -> None:
    assert scopes(text) == expected


def test_the_newest_of_several_events_is_the_article_s() -> None:
    pattern = (
        "Is there a pattern?\nA church burned down in May. Nobody was there.\nAna Roe died in a fire at her home.\n"
        "Now there is yet another fire in Orle. The police are looking for witnesses. Roe was killed in her sleep."
    )
    assert scopes(pattern) == ["killed 1 background", "killed 1 background"]
    own = pattern.replace("yet another fire", "a fire brigade")
    assert scopes(own) == ["killed 1 event", "killed 1 event"]


def test_a_stretch_of_time_may_be_of_another_verb() -> None:
    assert scopes("Rebels beheaded two of the engineers they had held since January.") == ["killed 2 event"]
    assert scopes(LEAD + "Rebels have beheaded 30 engineers in the city since January.")[-1] == "killed 30 background"


def test_a_trial_is_of_all_who_came_to_harm() -> None:
    trial = (
        "A driver who killed three boys when he fell asleep at the wheel has been jailed.\n"
        "He pleaded guilty on Monday.\n"
        "Four other boys were hurt when his truck hit a queue in March last year, the court heard."
    )
    assert scopes(trial)[-1] == "injured 4 event"
    assert scopes(trial.replace("other boys", "boys"))[-1] == "injured 4 background"


def test_a_large_number_in_a_disaster_is_no_history() -> None:
    flood = "A flood in Orle has killed 98 people.\nThe river rose in the night.\nOver 18,000 people were rescued."
    assert scopes(flood)[-1] == "rescued 18001 event"
    plain = "A club in Orle has closed.\nThe club was founded by nurses.\nOver 18,000 people were rescued."
    assert scopes(plain)[-1] == "rescued 18001 background"


def test_a_report_may_be_of_what_has_gone_on_for_months() -> None:
    lasting = "A club of lawyers told of the killings of more than 400 people over the past seven months in Orle."
    assert scopes(lasting) == ["killed 401 event"]
    told_beside = LEAD + "A club of lawyers told of the killings of more than 400 people over the past seven months."
    assert scopes(told_beside) == ["killed 12 event", "killed 401 background"]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("It is possible all 30 people aboard were killed, the pilot said.", "hypothetical"),
        ("All 30 people aboard were killed, and it is possible that a pilot slept.", "event"),
    ],
)
def test_what_is_possible_has_not_happened(text: str, scope: str) -> None:
    assert scopes("A plane crashed in Orle.\n" + text) == [f"killed 30 {scope}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The quake, the worst there since a 1999 tremor that killed 17,000, has left at least 300 dead.",
            ["killed 17000 background", "killed 300 event"],
        ),
        (
            "It was the deadliest attack since the 2005 train bombings, which killed 52. Monday's blast killed 19.",
            ["killed 52 background", "killed 19 event"],
        ),
        (
            "No one was hurt when a train jumped the tracks on Monday. A similar derailment in 2009 killed three.",
            ["killed 3 background"],
        ),
        (
            "Last month, 22 people were killed in a similar stampede. Monday's crush left nine pilgrims dead.",
            ["killed 22 background", "killed 9 event"],
        ),
        ("Another bombing killed 12 people in Baghdad on Monday, police said.", ["killed 12 event"]),
        (
            "A bomb killed 12 people on Monday, police said. A separate attack in Mosul killed four policemen.",
            ["killed 12 event", "killed 4 background"],
        ),
        (
            "Nine miners died on Tuesday when a shaft flooded, two weeks after a gas blast at the mine killed 14.",
            ["killed 9 event", "killed 14 background"],
        ),
        ("Two people were hurt on Monday. A third man died two days after the blast.", ["killed 1 event"]),
        (
            "The collapse, which killed 31, was the second this year after a mall fire that claimed 60 lives.",
            ["killed 31 event", "killed 60 background"],
        ),
        (
            "The crash, in which four people died, happened on the road where six students were killed in 2011.",
            ["killed 4 event", "killed 6 background"],
        ),
        (
            "Four fishermen are missing after their boat capsized. Two years ago, six sailors died nearby.",
            ["missing 4 event", "killed 6 background"],
        ),
        (
            "The boat sank on Thursday and 17 migrants drowned. Last week 40 died in similar circumstances.",
            ["killed 17 event", "killed 40 background"],
        ),
        (
            "A driver killed two pedestrians on Sunday. It was the fourth crash there; the earlier ones killed three.",
            ["killed 2 event", "killed 3 background"],
        ),
        (
            "The bombing killed 18. It follows a string of attacks in which 60 people have died.",
            ["killed 18 event", "killed 60 background"],
        ),
        (
            "At least 15 people have died in floods. The deluge comes a month after landslides killed 48.",
            ["killed 15 event", "killed 48 background"],
        ),
    ],
)
def test_another_event_is_told_apart_also_where_the_article_opens_with_it(text: str, expected: list[str]) -> None:
    told = [one for one in scopes(text) if not one.startswith("injured")]
    assert told == expected
