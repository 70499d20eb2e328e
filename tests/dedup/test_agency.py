"""Which agency a text credits."""

from __future__ import annotations

import pytest

from monitor.dedup import agency

from .texts import article, prose


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("LIMA, May 3 (Reuters) - A bridge gave way on Friday, officials said.", "Reuters"),
        ("(Reuters) - A bridge gave way on Friday.", "Reuters"),
        ("LIMA, Peru (AP) — A bridge gave way on Friday.", "The Associated Press"),
        ("LIMA, Peru, May 3 (AP) -- A bridge gave way.", "The Associated Press"),
        ("Lima (AFP) – A bridge gave way.", "AFP"),
        ("LIMA, May 3 (Xinhua) -- A bridge gave way.", "Xinhua"),
        ("Lima, 3 May (EFE).- A bridge gave way.", "EFE"),
        ("MOSCOW, May 3. /TASS/. A bridge gave way.", "TASS"),
        ("Lima (dpa) - A bridge gave way.", "dpa"),
        ("LIMA, Peru (AP) _ A bridge gave way.", "The Associated Press"),
        ("LIMA, Nov. 3 (Xinhua) -- A bridge gave way.", "Xinhua"),
        ("Nov. 3 (UPI) -- A bridge gave way.", "UPI"),
        ("New Delhi, Nov 3 (PTI) A bridge gave way.", "PTI"),
        ("Puri (Odisha) [India], November 3 (ANI): A bridge gave way.", "ANI"),
        ("LIMA: (AFP) A bridge gave way.", "AFP"),
        ("By Jo Roe, Associated Press", "The Associated Press"),
        ("JO ROE, Associated Press", "The Associated Press"),
        ("Jo Roe and Bo Doe, Reuters", "Reuters"),
        ("By JO ROE and BO DOE The Associated Press", "The Associated Press"),
        ("Jo Roe | AFP", "AFP"),
        ("Source: Reuters", "Reuters"),
        ("Reuters", "Reuters"),
        ("AP", "The Associated Press"),
    ],
)
def test_datelines_and_bylines_name_the_agency(line: str, name: str) -> None:
    assert agency(article("a", [line, prose(1, 60), prose(2, 60)])) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The road stays closed, he said. REUTER", "Reuters"),
        ("The road stays closed. Reuter", "Reuters"),
        ("– AFP", "AFP"),
        ("(AP)", "The Associated Press"),
        ("With inputs from PTI", "PTI"),
        ("With additional reporting by Reuters", "Reuters"),
        ("Copyright 2024 The Associated Press. All rights reserved.", "The Associated Press"),
        ("Associated Press writer Jo Roe in Lima contributed to this report.", "The Associated Press"),
        ("© Agence France-Presse", "AFP"),
        ("© 2024 AFP", "AFP"),
        ("Our Standards: The Thomson Reuters Trust Principles.", "Reuters"),
        ("The Associated Press contributed to this report.", "The Associated Press"),
        ("(The text was not edited and comes from a syndicated feed - PTI)", "PTI"),
        ("(The text was not edited and comes from a syndicated feed.)", "agencies"),
        ("News agencies contributed to this report.", "agencies"),
        ("(Agencies)", "agencies"),
        ("The road stays closed, he said. - Agencies", "agencies"),
        ("(With agency inputs)", "agencies"),
        ("With inputs from agencies", "agencies"),
    ],
)
def test_the_end_of_a_text_names_the_agency(line: str, name: str) -> None:
    assert agency(article("a", [prose(1, 60), prose(2, 60), line])) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("“We heard a crack,” she told The Associated Press.", "The Associated Press"),
        ("In an email message to The Associated Press, the mayor denied it.", "The Associated Press"),
        ("The mayor told Reuters by telephone that the bridge had been checked.", "Reuters"),
    ],
)
def test_a_reprint_is_known_by_whom_its_sources_spoke_to(line: str, name: str) -> None:
    assert agency(article("a", [prose(1, 60), prose(2, 60), prose(3, 60), prose(4, 60), line, prose(5, 90)])) == name


def test_the_feed_s_credit_and_the_outlet_s_name_come_first() -> None:
    text = ["LIMA (AFP) - A bridge gave way.", prose(1, 60)]
    assert agency(article("a", text, credit="Jo Roe (Reuters)")) == "Reuters"
    assert agency(article("a", text, outlet="Lima-based reprint of The Associated Press")) == "The Associated Press"


def test_a_credit_beside_the_body_counts() -> None:
    assert agency(article("a", [prose(1, 60)], beside=["By Jo Roe, Associated Press"])) == "The Associated Press"


@pytest.mark.parametrize(
    "line",
    [
        "The bridge after it gave way on Friday. AFP",
        "Photo: Reuters",
        "Photo Jo Roe, Reuters",
        "© WXYZ | Portions are © Associated Press. All rights reserved.",
        "Agencies of the state had looked at the bridge in March.",
        "By the time Reuters photo editors had looked, the bridge was gone",
        "Rescuers search the river. (AP Photo/Jo Roe)",
        "Reuters reported that the bridge had been checked in March, which the mayor denies.",
        "Mayor Bloomberg told reporters that the bridge was safe.",
        "The AA said that roads were busy and the PA system failed.",
    ],
)
def test_a_photographer_s_credit_a_citation_or_a_namesake_is_no_origin(line: str) -> None:
    assert agency(article("a", [prose(1, 60), line, *(prose(seed, 60) for seed in range(2, 7))])) is None


def test_several_agencies_asked_are_no_single_origin() -> None:
    lines = ["She told Reuters that it fell.", "He told AFP that it stood.", prose(1, 60)]
    assert agency(article("a", [prose(2, 60), *lines, prose(3, 60)])) is None
