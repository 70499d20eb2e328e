"""Who publishes, and how origins are counted."""

from __future__ import annotations

import pytest

from monitor.dedup import Family, Publishers, origin, publisher

NONE = Publishers()
FAMILIES = Publishers(
    (Family("Star Group", outlets=("Morning Star", "Evening Star"), domains=("star.example", "star.test")),)
)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.daily.com/a", "daily.com"),
        ("https://uk.edition.daily.com/a", "daily.com"),
        ("https://leeds.daily.co.uk/a?b=c", "daily.co.uk"),
        ("https://news.com.au/a", "news.com.au"),
        ("http://192.0.2.7:8080/a", "192.0.2.7"),
        ("http://localhost/a", "localhost"),
    ],
)
def test_a_publisher_is_the_registrable_domain(url: str, name: str) -> None:
    assert publisher("The Daily", url, NONE) == name


def test_without_an_address_the_outlet_is_the_publisher() -> None:
    assert publisher(" The Daily ", None, NONE) == "The Daily"
    assert publisher(None, None, NONE) is None
    assert publisher("The Daily", "http://[broken", NONE) == "The Daily"


def test_titles_of_one_family_are_one_publisher() -> None:
    assert publisher("evening star", None, FAMILIES) == "Star Group"
    assert publisher(None, "https://leeds.star.test/a", FAMILIES) == "Star Group"
    assert publisher(None, "https://morningstar.test/a", FAMILIES) == "morningstar.test"


def test_forty_printings_of_one_agency_text_are_one_origin() -> None:
    origins = {origin("Reuters", f"paper{n}.com", f"cluster{n}", None) for n in range(40)}
    assert origins == {"Reuters"}


def test_a_copy_without_a_credit_has_its_cluster_s_origin() -> None:
    assert origin(None, "daily.com", "c", "Reuters") == "Reuters"
    assert origin("agencies", "daily.com", "c", "Reuters") == "Reuters"


def test_a_later_printing_that_names_the_agency_is_no_second_origin() -> None:
    first = origin(None, "daily.com", "c", None)
    assert origin("Reuters", "weekly.com", "c", first) == first


def test_what_credits_no_one_comes_from_its_publisher_else_from_nowhere_else() -> None:
    assert origin(None, "daily.com", "c1", None) == origin(None, "daily.com", "c2", None) == "daily.com"
    assert origin("agencies", "daily.com", "c1", None) == "daily.com"
    assert origin(None, None, "c1", None) == "c1"
