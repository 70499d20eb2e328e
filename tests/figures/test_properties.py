"""What holds for any article: quotes are found again, numbers are in them, and what is beside the point is ignored."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.unrelated import FILLER
from monitor.fetch import article, items
from monitor.figures import read, totals
from monitor.model import Article, Claim, Item, Modifier, Scope, Span
from monitor.settings.figures import load_kinds

ROOT = Path(__file__).parents[2]
KINDS = load_kinds(ROOT / "config" / "figures.toml")
RECORDED = [article(item) for item in items([ROOT / "seeds"]) if isinstance(item, Item)]

STATED = [
    "A bomb in Norwick killed {} people and injured {} others on Tuesday, police said.",
    "At least {} villagers were killed and more than {} wounded in the landslide, the ministry said.",
    "The death toll rose to {}, according to Ana Roe, a spokeswoman for the fire service.",
    "Between {0} and 1{0} people were hurt when the bus hit a wall.",
    "About {} people were arrested and {} of them were later charged.",
    "{} officers and {} residents were injured in the clash.",
    "Up to {} miners are missing; fewer than {} have been rescued.",
    "“We have counted {} dead,” said Boris Valdez, who heads the clinic.",
    "The rebels said {} soldiers had been captured, a claim that the army denied.",
    "In 2004 a flood in the same valley killed {} people.",
]
OPENING = "A bomb in Norwick killed 97 people and injured 98 others on Tuesday, police said."
TITLES = [None, "Bomb kills 97 in Norwick market"]
GOES_ON = [
    "The bomb had been hidden in a cart near the gate of the market, a guard told the radio.",
    "Traders in Norwick keep their stalls shut, and soldiers stand guard at the market.",
    "{} of the wounded were in a critical condition, a doctor at the Norwick clinic said.",
    "Mayor Lena Orth walked through the market and called the bomb the work of cowards.",
    "“We have counted {} dead at the clinic,” said Boris Valdez, who heads it.",
    "At least {} shops around the market burned down before firemen could reach the cart.",
    "Police in Norwick arrested {} men over the bomb.",
    "In 2004 a bomb in the same market killed {} people.",
]
ELSEWHERE = [
    "In {place}, a magnitude 5.8 earthquake shook the coast and killed {number} people, the civil defence said.",
    "A court in {place} on Wednesday jailed Ivo Marek for 12 years for killing {number} pilgrims in 2009.",
    "A bus plunged off a bridge near {place} last week, killing {number} pilgrims and injuring {number} others.",
    "Floods in the {place} valley have killed {number} farmers since June, and {number} are missing.",
    "In {place}, a mill fire left {number} weavers dead and {number} with burns, the governor, Petra Holm, said.",
    "A fan was stabbed and {number} others were hurt in fighting before a derby in {place} on Saturday.",
    "Troops raided a warehouse in {place} and arrested {number} smugglers.",
]
PLACES = ["Pellworth", "Dorran", "Karsk", "Tarnow", "Brezna"]
ONES = ["A man was shot dead in Ardale.", "Dina Haddad, 41, was killed.", "Dozens are missing.", "No one was hurt."]
UNRELATED = [
    *FILLER,
    "The council will vote on the new budget on Thursday.",
    "The singer said his next album would be out in May.",
    "Rain is expected in the north, with highs of 14 degrees.",
]
FURNITURE = [
    "Share  Print  Save",
    "Sign up for our newsletter",
    "Most read",
    "© 2024 The Norwick Post. All rights reserved.",
    "We use cookies to improve your experience. Accept all",
    "Subscribe",
    "Related stories: Bomb hits hospital, massive casualties",
    "Read more: Quake kills 31 in Arda",
    "By Ana Roe",
    "By Ana Roe, Staff Writer",
    "Share on Facebook  Tweet  Email",
    "Get the day's top stories in your inbox every morning",
    "Advertisement",
    "Photo: a street in Norwick",
]
SENTENCES = [
    "A bomb killed 12 people and injured 40 others in a market.",
    "At least 12 people were killed when a bus plunged into a river.",
    "The death toll rose to 15 after the quake.",
    "More than 100 people were injured in the clash, the union said.",
    "Police arrested 23 protesters after the riot.",
    "Three men were charged with arson.",
    "About 200 people were evacuated after the flood.",
    "Seven miners were trapped by the blast.",
    "Nearly 300 people are missing after the landslide.",
    "Gunmen kidnapped four aid workers.",
    "Rescuers saved 11 fishermen from the wreck.",
    "A man was stabbed to death outside a bar.",
    "Fifteen officers and 21 residents were injured in the raid.",
    "Dozens of people were hurt in the stampede.",
    "No one was hurt in the fire.",
    "Between 20 and 30 workers were wounded by the blast.",
    "The fire left two people dead and six in hospital with burns.",
    "Up to 36 people were injured, according to the governor.",
    "The crash killed the driver and two passengers.",
    "Soldiers shot and killed nine rebels.",
]


def figures(whole: Article) -> Counter[tuple[object, ...]]:
    """What is claimed, without where it stands."""
    return Counter(map(stated, read(whole, KINDS)))


def stated(claim: Claim) -> tuple[object, ...]:
    bounds = (claim.low, claim.high, claim.modifier)
    return (claim.kind, *bounds, claim.status, claim.scope, claim.source, claim.side, claim.group)


def cleaned(text: str, title: str | None = None) -> Article:
    return article(Item(id="a", content=text, title=title))


@st.composite
def stories(draw: st.DrawFn) -> tuple[list[str], list[int]]:
    """Paragraphs in which every number is another one, and those numbers."""
    numbers = draw(st.lists(st.integers(11, 89), min_size=12, max_size=12, unique=True))
    left = iter(numbers)
    paragraphs = []
    for made in draw(st.lists(st.sampled_from([*STATED, *ONES]), min_size=1, max_size=6, unique=True)):
        count = 1 if "{0}" in made else made.count("{}")
        paragraphs.append(made.format(*(next(left) for _ in range(count))))
    return paragraphs, numbers


def is_stated(claim: Claim) -> bool:
    """Whether the bounds are those of a number that the marked words give."""
    assert claim.number is not None
    words = claim.quote[claim.number.start : claim.number.end]
    given_numbers = [int(digits) for digits in re.findall(r"\d+", words)]
    match claim.modifier:
        case Modifier.MORE_THAN:
            return [claim.low] == [number + 1 for number in given_numbers]
        case Modifier.FEWER_THAN:
            return [claim.high] == [number - 1 for number in given_numbers]
        case Modifier.AT_MOST:
            return [claim.high] == given_numbers
        case Modifier.AT_LEAST:
            return [claim.low] == given_numbers
        case Modifier.BETWEEN:
            return [claim.low, claim.high] == given_numbers
        case Modifier.ABOUT:
            (number,) = given_numbers
            return claim.low is not None and claim.high is not None and claim.low < number < claim.high
        case Modifier.EXACT:
            return claim.low == claim.high and (given_numbers == [claim.low] or (claim.low or 0) <= 1)
        case _:
            return not given_numbers


@given(
    stories(), st.sampled_from([None, "Blast kills 12", "Riot in Norwick"]), st.sampled_from(["\n\n", "\r\n\r\n", "\n"])
)
@settings(deadline=None, max_examples=60)
def test_offsets_give_the_quote_and_numbers_are_stated_or_sums_of_what_is(
    story: tuple[list[str], list[int]], title: str | None, gap: str
) -> None:
    paragraphs, numbers = story
    whole = cleaned(gap.join(paragraphs), title)
    sums = {one + other for one, other in combinations(numbers, 2)} | {number + 1 for number in numbers}
    for claim in read(whole, KINDS):
        if claim.start is None:
            assert claim.quote == title
            continue
        assert whole.text[claim.start : claim.end] == claim.quote
        if claim.modifier is Modifier.DERIVED:
            assert claim.low in sums
        elif claim.number is not None:
            assert is_stated(claim), claim


@pytest.mark.parametrize("whole", RECORDED, ids=lambda whole: whole.id)
def test_every_claim_of_a_recorded_article_is_found_in_it(whole: Article) -> None:
    for claim in read(whole, KINDS):
        if claim.start is None:
            assert claim.quote == whole.title
        else:
            assert whole.text[claim.start : claim.end] == claim.quote
        if claim.number is not None:
            assert claim.quote[claim.number.start : claim.number.end].strip()
        elif claim.modifier is Modifier.EXACT:
            assert claim.low in (0, 1)


@given(stories(), st.sampled_from(UNRELATED), st.integers(0, 6))
@settings(deadline=None, max_examples=80)
def test_a_paragraph_of_something_else_changes_no_claim(
    story: tuple[list[str], list[int]], other: str, place: int
) -> None:
    """Wherever it stands, before the paragraph that says what the article is about too."""
    paragraphs = [OPENING, *(one for one in story[0] if one.split(" in ")[0] != "A bomb")]
    at = min(place, len(paragraphs))
    with_other = [*paragraphs[:at], other, *paragraphs[at:]]
    assert figures(cleaned("\n\n".join(with_other))) == figures(cleaned("\n\n".join(paragraphs)))


@given(st.permutations(GOES_ON), st.sampled_from(TITLES), st.sampled_from(ELSEWHERE), st.sampled_from(PLACES),
       st.integers(101, 400), st.integers(0, 9))  # fmt: skip
@settings(deadline=None, max_examples=80)
def test_a_report_of_another_event_changes_no_claim_and_no_total(
    goes_on: list[str], title: str | None, report: str, where: str, number: int, place: int
) -> None:
    """Wherever it stands among paragraphs that go on from one another, with a number of its own: it is background."""
    paragraphs = [OPENING, *(one.format(20 + at) for at, one in enumerate(goes_on))]
    other = report.format(place=where, number=number)
    alone = cleaned("\n\n".join(paragraphs), title)
    whole = cleaned("\n\n".join([*paragraphs[:place], other, *paragraphs[place:]]), title)
    claims = read(whole, KINDS)
    of_other = [claim for claim in claims if claim.quote == other]
    assert of_other
    assert all(claim.scope is Scope.BACKGROUND for claim in of_other)
    assert figures(whole) - figures(alone) == Counter(map(stated, of_other))
    assert totals(whole, claims) == totals(alone, read(alone, KINDS))


@given(stories(), st.sampled_from(FURNITURE), st.integers(0, 6))
@settings(deadline=None, max_examples=80)
def test_a_line_of_page_furniture_changes_no_claim(story: tuple[list[str], list[int]], line: str, place: int) -> None:
    """Wherever it stands, before the first paragraph too."""
    paragraphs, _ = story
    at = min(place, len(paragraphs))
    with_line = [*paragraphs[:at], line, *paragraphs[at:]]
    assert figures(cleaned("\n\n".join(with_line))) == figures(cleaned("\n\n".join(paragraphs)))


def test_capitals_change_few_totals() -> None:
    texts = [*SENTENCES, *(whole.text for whole in RECORDED)]
    same = changed = 0
    for text in texts:
        usual, loud = (totals(whole, read(whole, KINDS)) for whole in (cleaned(text), cleaned(text.upper())))
        for kind in sorted({*usual, *loud}):
            same += usual.get(kind) == loud.get(kind)
            changed += usual.get(kind) != loud.get(kind)
    assert same > 40
    assert changed / (same + changed) <= 0.05


PIECES = [sentence for one in RECORDED for sentence in re.split(r"(?<=[.?!]) |\n+", one.text) if sentence]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(PIECES), st.integers(0, 12), st.integers(1, 40)), min_size=1, max_size=4),
    st.sampled_from([" ", "\n", "; ", ". "]),
)
def test_reports_cut_anywhere_are_read(pieces: list[tuple[str, int, int]], joint: str) -> None:
    text = joint.join(" ".join(sentence.split()[first : first + size]) for sentence, first, size in pieces)
    whole = Article("a", "a", "r", text, (Span(0, len(text)),))
    assert all(claim.quote in text for claim in read(whole, KINDS))
