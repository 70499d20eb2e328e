"""Times as people and machines write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.fetch.text import dates, plain, stamps
from monitor.model import Moment, TimeOrigin


@pytest.mark.parametrize(
    ("written", "utc", "guessed"),
    [
        ("2024-03-01T06:10:48.297346+00:00", "2024-03-01T06:10:48.297346", False),
        ("2024-03-01T06:10:48", "2024-03-01T06:10:48", True),
        ("2024-03-01", "2024-03-01T12:00:00", True),
        ("20240301T061048Z", "2024-03-01T06:10:48", False),
        ("Mon, 03 Jun 2024 10:00:00 CEST", "2024-06-03T08:00:00", False),
        ("Mon, 03 Jun 2024 10:00:00 IST", "2024-06-03T04:30:00", False),
        ("Mon, 03 Jun 2024 10:00:00 JST", "2024-06-03T01:00:00", False),
        ("Mon, 03 Jun 2024 10:00:00 EDT", "2024-06-03T14:00:00", False),
        ("Mon, 03 Jun 2024 10:00:00 +0545", "2024-06-03T04:15:00", False),
        ("3 Jun 2024 10:00 GMT+5", "2024-06-03T05:00:00", False),
        ("Tue Jun 20 21:48:00 EST 2023", "2023-06-21T02:48:00", False),
        ("Updated: June 20, 2023, 9:48 PM", "2023-06-20T21:48:00", True),
        ("Published 3 Nov 2024 14:05 GMT", "2024-11-03T14:05:00", False),
        ("10 June 2013 Last updated at 14:00 GMT", "2013-06-10T14:00:00", False),
        ("11 / 30 / 09 05:40 PM ET", "2009-11-30T22:40:00", False),
        ("July 4, 2024 at 8:02 a.m. ET", "2024-07-04T12:02:00", False),
        ("12:05 a. m. Dec. 7, 2009", "2009-12-07T00:05:00", True),
        ("29th of February 2012", "2012-02-29T12:00:00", True),
        ("14 / 09 / 2013 13:26", "2013-09-14T13:26:00", True),
        ("POSTED: 1052 GMT (1852 HKT), April 10, 2007", "2007-04-10T10:52:00", False),
    ],
)
def test_a_written_time_is_read(written: str, utc: str, guessed: bool) -> None:
    stamp = dates.read(written)
    assert stamp is not None
    assert (stamp.at.isoformat(), stamp.guessed) == (utc + "+00:00", guessed)


@pytest.mark.parametrize("written", ["", "soon", "31 Feb 2020", "13/13/2013", "99:99", "May", "killed 12 in 2019"])
def test_what_states_no_time_gives_none(written: str) -> None:
    assert dates.read(written) is None


@pytest.mark.parametrize("written", ["1970-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31", "1 Jan 1900"])
def test_absurd_times_are_refused(written: str) -> None:
    assert dates.moment(written, TimeOrigin.FEED) is None


def test_a_time_after_the_fetch_is_refused_but_for_the_width_of_the_worlds_zones() -> None:
    fetched = datetime(2024, 5, 1, tzinfo=UTC)
    near = Moment(fetched + timedelta(hours=13), TimeOrigin.FEED)
    far = Moment(fetched + timedelta(days=3), TimeOrigin.FEED)
    assert dates.plausible(near, fetched) is near
    assert dates.plausible(far, fetched) is None
    assert dates.plausible(far, None) is far


def stated(text: str, title: str | None = None) -> tuple[str | None, str | None]:
    found = stamps.stated(text, plain.body(text, title).title_at)
    return (
        found.published.at.isoformat()[:16] if found.published else None,
        found.updated.at.isoformat()[:16] if found.updated else None,
    )


def test_an_update_line_dates_a_text_that_states_no_publication() -> None:
    assert stated("Dam breaks\n\nNine people drowned.\n\nUpdated: June 20, 2023, 9:48 PM") == (
        "2023-06-20T21:48",
        "2023-06-20T21:48",
    )


def test_publication_and_update_on_one_line_are_told_apart() -> None:
    line = "PUBLISHED: 17:20 GMT, 3 May 2016 | UPDATED: 05:40 GMT, 4 May 2016"
    assert stated(f"Dam breaks\n{line}\nNine people drowned.") == ("2016-05-03T17:20", "2016-05-04T05:40")


def test_a_save_date_is_no_publication() -> None:
    page = "{}\n\nDam breaks in Norden\n\nNine people drowned when a dam broke in Norden on Tuesday, police said.\n"
    assert stated(page.format("19.3 C\nNew York\nTuesday, April 16, 2024"), "Dam breaks in Norden") == (None, None)
    assert stated(page.format("Saturday, July 20, 2024"), "Dam breaks in Norden") == (None, None)
    assert stated(page.format("Home\nNews\nSport\n20 July 2024"), "Dam breaks in Norden") == (None, None)


def test_a_bare_date_below_the_headline_is_a_guessed_publication() -> None:
    text = "Dam breaks in Norden\nApril 16, 2024\nNine people drowned when a dam broke in Norden, police said."
    found = stamps.stated(text, plain.body(text, "Dam breaks in Norden").title_at)
    assert found.published is not None
    assert (found.published.at.date().isoformat(), found.published.guessed) == ("2024-04-16", True)
    assert found.published.origin is TimeOrigin.TEXT


def test_a_date_in_running_text_is_no_stamp() -> None:
    assert stated(
        "The camp was built on 3 May 2019 by volunteers.\nThe law was published on 4 June 2018, he said."
    ) == (
        None,
        None,
    )


@given(st.text(max_size=200))
def test_reading_a_time_never_fails_and_keeps_to_the_calendar(written: str) -> None:
    moment = dates.moment(written, TimeOrigin.TEXT)
    assert moment is None or dates.EARLIEST <= moment.at < dates.LATEST


@given(st.integers(400_000_000, 4_000_000_000), st.integers(-12, 14))
def test_what_is_written_is_read_back(seconds: int, zone: int) -> None:
    at = datetime.fromtimestamp(seconds, UTC)
    shift = f"{'+' if zone >= 0 else '-'}{abs(zone):02d}00"
    stamp = dates.read(at.strftime("%a, %d %b %Y %H:%M:%S ") + shift)
    assert stamp is not None
    assert stamp.at == at - timedelta(hours=zone)
