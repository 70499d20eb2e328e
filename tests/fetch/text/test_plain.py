"""The article in a plain text saved from a page."""

from __future__ import annotations

import pytest

from bench.furniture import FLOOR, Page, Score, mistakes, pages, score
from monitor.fetch.text import plain

ALL = list(pages())


def kept(text: str, title: str | None = None) -> list[str]:
    return [text[span.start : span.end] for span in plain.body(text, title).spans]


def test_pages_of_our_own_are_read_above_the_floor() -> None:
    assert len(ALL) >= 20
    total = sum((score(page) for page in ALL), Score())
    assert total.f1 >= FLOOR
    assert sum((score(page, titled=False) for page in ALL), Score()).f1 >= 0.90


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.name)
def test_no_sentence_of_an_article_is_lost(page: Page) -> None:
    lost = [line for was_kept, wanted, line in mistakes(page) if wanted and not was_kept]
    assert not [line for line in lost if line.endswith((".", "”", '."'))]


CLEAN = [
    "Two men were killed when a crane fell in Rotava on Tuesday. A third is in hospital.",
    "KABUL, Nov 3 (Agency) -- Two men were killed when a crane fell, officials said. Agency",
    "Two men died.\nThree are missing.\n'No warning'\nThe owner said: there was none.\nUPDATE:\nA fourth was found.",
    "2 dead, 12 hurt in crane fall\nCrane had passed inspection\nTwo men were killed in Rotava.\nShe survived.",
    "The council met (in private) to discuss the following:\n* the crane\n* the street\nIt will meet again.",
    "They share this view. Follow the money, he said. Read more than one book, she told us.",
    "Copyright law was changed after the trial, in which two men were accused of copying films.",
    "Comments by the minister, who said that 12 had died, drew criticism.",
    "By nightfall, rescuers had found nine bodies. By Monday it was twelve.",
    "Police in Turin said 23 C was no excuse.",
    "More from the scene: nine dead, the mayor said.",
]


@pytest.mark.parametrize("text", CLEAN)
def test_a_text_without_furniture_keeps_every_line(text: str) -> None:
    assert kept(text) == [line.strip() for line in text.split("\n")]


def test_a_hard_wrapped_text_keeps_every_line() -> None:
    text = (
        "Two men were killed on Tuesday when a crane that was being taken down\n"
        "fell onto a building site in the old town of Rotava, the police said.\n\n"
        "   A third man, who was standing under the arm, was pulled out alive\n"
        "after two hours and is in the university hospital.  His condition is\n"
        "not known.\n\n"
        "   Related stories of this kind have become common, said the head of\n"
        "the builders' union.\n"
    )
    assert kept(text) == [line.strip() for line in text.split("\n") if line.strip()]


def test_related_stories_with_teasers_end_where_the_text_begins() -> None:
    text = (
        "23 C\nHome\n\nCrane falls in Rotava\n\nRelated stories\n\nBus fire kills 40\n\nThe bus was on its way to..."
        "\n\n"
        "Minister opens bridge\n\nThe bridge took nine years.\n\nSinger ill\n\nShe will not...\n\n"
        "Two men were killed when a crane fell in Rotava on Tuesday, police said.\n\nA third is in hospital.\n"
    )
    assert kept(text, "Crane falls in Rotava") == [
        "Crane falls in Rotava",
        "Two men were killed when a crane fell in Rotava on Tuesday, police said.",
        "A third is in hospital.",
    ]


def test_headlines_alone_under_a_heading_do_not_take_the_sentence_after_them() -> None:
    text = (
        "Crane falls in Rotava\nTwo men were killed when a crane fell in Rotava on Tuesday, police said.\nMost read\n"
        "Bus fire kills 40\nMinister opens the long bridge\nThe third man is in hospital.\nHis state is not known.\n"
    )
    assert kept(text, "Crane falls in Rotava")[-2:] == ["The third man is in hospital.", "His state is not known."]
    assert not any("40" in line for line in kept(text, "Crane falls in Rotava"))


def test_a_menu_glued_to_the_headline_goes_and_the_headline_stays() -> None:
    text = "HomeWorldCrane falls in Rotava\n\nCrane falls in Rotava\n\nTwo men were killed in Rotava, police said.\n"
    for title in ("Crane falls in Rotava", None):
        assert kept(text, title) == ["Crane falls in Rotava", "Two men were killed in Rotava, police said."]


def test_captions_go_and_the_agency_that_signs_the_last_line_stays() -> None:
    text = (
        "Home | News | Sport\nShare\nCrane falls in Rotava\nRescuers stand by the fallen crane on Tuesday. AFP\n"
        "Two men were killed in Rotava, police said.\nCrane in Rotava\nThe crane before it fell. (Rotava Builders)\n"
        "A third man was pulled out alive. REUTERS\nMost read\n1. Bus fire kills 40\n"
    )
    assert kept(text, "Crane falls in Rotava") == [
        "Crane falls in Rotava",
        "Two men were killed in Rotava, police said.",
        "A third man was pulled out alive. REUTERS",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "- Advertisement -",
        "Story continues below",
        "Share this article",
        "Share on Facebook",
        "1.2K views",
        "5 min read",
        "Home > News > World",
        "World | Business | Sport",
        "Sign in  Subscribe",
        "Weather 14C",
        "19.3 C",
        "Turin 72°F",
        "Tuesday, April 16, 2024",
        "Tuesday edition",
        "Updated: June 20, 2023, 9:48 PM",
        "2 hours ago",
        "By Ann Lund and Bo Ek",
        "Ann Lund, Chief Reporter",
        "Photo: Ann Lund/Reuters",
        "Image source, Getty Images",
        "Powered by automated translation",
        "We use cookies to improve your visit.",
        "- Get every story with our notifications",
        "Unlock all premium content today",
        "Sign up for our daily newsletter",
        "Read more: Bus fire kills 40",
        "ALSO READ | Bus fire kills 40",
        "Tags: cranes, accidents",
        "© 2024 The Post. All rights reserved.",
        "(c) Post",
        "Click here to subscribe",
        "https://post.example/x",
        "View all comments",
    ],
)
def test_lines_of_furniture_are_told_by_themselves(line: str) -> None:
    text = f"Two men were killed when a crane fell in Rotava.\n{line}\nA third man is in hospital, police said."
    assert line not in kept(text)


@pytest.mark.parametrize("text", ["Share", "Related stories", "Home\nNews", "Updated: June 20, 2023"])
def test_a_text_of_furniture_alone_keeps_something(text: str) -> None:
    assert kept(text)


def test_nothing_is_kept_of_nothing() -> None:
    assert kept("") == []
    assert kept("\n \r\n\t") == []
