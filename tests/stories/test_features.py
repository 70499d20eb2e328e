"""What an article says of which event it reports."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from monitor.model import Article, Moment, Span, TimeOrigin
from monitor.stories import clock_of, features
from monitor.stories.dates import read_calendar
from monitor.stories.terms import stem


def article(text: str, title: str | None = None, lines: tuple[Span, ...] | None = None) -> Article:
    return Article("a", "a", "r", text, lines or (Span(0, len(text)),), title)


def names(text: str, title: str | None = None) -> set[str]:
    return {name for name, _ in features(article(text, title)).names}


def words(text: str) -> set[str]:
    return {word for word, _ in features(article(text)).lead if not word.startswith("@")}


def test_a_toll_and_its_numbers_say_nothing() -> None:
    base = "A blast at the Tarn works in Lomsk {}."
    told = [
        base.format(toll) for toll in ("killed 12 people", "left thirty-one dead and 200 injured", "wounded dozens")
    ]
    assert len({features(article(text)).lead for text in told}) == 1
    assert len({features(article(text)).names for text in told}) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police searched the river. Officials in Lomsk waited.", {"lomsk"}),
        ("Brun said so. It was Ida Brun who called.", {"brun", "ida"}),
        ("FIRE DESTROYS WAREHOUSE IN LOMSK\nThe fire destroys a warehouse. In the town of Lomsk it burned.", {"lomsk"}),
        ("Fire Destroys Warehouse In Lomsk\nthe fire that destroys a warehouse", {"lomsk"}),
        ("It was in Manëz and near Durrës.", {"manez", "durres"}),
        ("He met the Guard's chief on Tuesday in May.", {"guard"}),
    ],
)
def test_names_are_capitals_that_their_place_does_not_explain(text: str, found: set[str]) -> None:
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(Span(at, at + len(line)))
        at += len(line) + 1
    assert {name for name, _ in features(article(text, lines=tuple(lines))).names} == found


def test_only_the_lines_that_are_the_article_are_read() -> None:
    text = "Related: Bomb in Qandor\nA ferry sank off Tarlo."
    at = text.index("A ferry")
    read = features(article(text, lines=(Span(at, len(text)),)))
    assert {name for name, _ in read.names} == {"tarlo"}


def test_a_title_that_is_no_line_of_the_text_is_read_too() -> None:
    assert "zarif" in names("A bomb went off.", title="Blast at Zarif market")


def test_words_are_compared_without_their_endings() -> None:
    assert words("the ferries were sinking") == words("a ferry that sinks")
    assert stem("exploded") == stem("explode") == stem("exploding")


def test_a_long_article_is_cut_to_what_tells_most() -> None:
    text = " ".join(f"zq{chr(97 + n % 26)}{chr(97 + n // 26)}x" for n in range(300)) + " company problem service"
    read = features(article(text))
    assert len(read.lead) == 50
    assert not {"company", "problem", "servic"} & {word for word, _ in read.lead}


def test_places_are_names_after_a_word_of_place() -> None:
    assert features(article("The raid at Camp Orlo near Port Vesk. Mayor Linz came to Port Vesk.")).places == (
        "camp orlo",
        "port vesk",
    )


ANCHOR = date(2025, 3, 5)  # a Wednesday
NOON = Moment(datetime(2025, 3, 5, 12, tzinfo=UTC), TimeOrigin.FEED)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on June 20, 2023", {date(2023, 6, 20)}),
        ("on 20 June 2023", {date(2023, 6, 20)}),
        ("on the 3rd of March", {date(2025, 3, 3)}),
        ("on Dec. 30", {date(2024, 12, 30)}),
        ("on 2023-06-20", {date(2023, 6, 20)}),
        ("on Monday", {date(2025, 3, 3)}),
        ("on Wednesday", {date(2025, 3, 5)}),
        ("yesterday and today", {date(2025, 3, 4), date(2025, 3, 5)}),
        ("on 31 February 2025", set()),
        ("in March 99", set()),
    ],
)
def test_days_are_resolved_against_the_articles_own(text: str, days: set[date]) -> None:
    assert {date.fromordinal(day) for day in read_calendar(text, ANCHOR).days} == days


def test_without_a_day_of_its_own_an_article_names_only_days_written_in_full() -> None:
    calendar = read_calendar("On Monday, March 3, and on 4 March 2025, and yesterday", None)
    assert [date.fromordinal(day) for day in calendar.days] == [date(2025, 3, 4)]
    assert calendar.dates == (303, 304)
    assert calendar.weekdays == (0,)
    assert calendar.years == (2025,)


def test_the_articles_own_day_is_its_stated_update_or_publication() -> None:
    told = Article("a", "a", "r", "It burned on Monday.", (Span(0, 20),), published=NOON)
    assert [date.fromordinal(day) for day in features(told).calendar.days] == [date(2025, 3, 3)]


@pytest.mark.parametrize(
    ("origin", "dates", "years"), [(TimeOrigin.FEED, (), ()), (TimeOrigin.TEXT, (305,), (2025,))], ids=["feed", "text"]
)
def test_a_day_that_a_line_states_is_one_of_the_days_named_and_no_clock(
    origin: TimeOrigin, dates: tuple[int, ...], years: tuple[int, ...]
) -> None:
    told = Article("a", "a", "r", "It burned.", (Span(0, 10),), published=Moment(NOON.at, origin))
    calendar = features(told).calendar
    assert (calendar.days, calendar.dates, calendar.years) == ((), dates, years)
    assert calendar.own == (date(2025, 3, 5).toordinal(),)
    assert clock_of(told) == (NOON.at if origin is TimeOrigin.FEED else None)


def test_months_are_read_where_no_day_is_named() -> None:
    calendar = read_calendar("a fire in April 2007, and one on 3 May 2008", None)
    assert calendar.months == (2007 * 12 + 3,)


def test_ages_times_of_day_and_measures_mark_an_event_and_tolls_do_not() -> None:
    text = "A 34-year-old died at 9:48 p.m. in the 6.1 quake; Ida Brun, 71, and 12 of 250 others were hurt, 1,200 fled."
    assert features(article(text)).marks == ("aged 34", "aged 71", "9:48", "6.1")
