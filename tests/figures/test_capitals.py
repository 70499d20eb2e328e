"""Text in capitals: the small letters that it gets back, and the totals that are read in it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.figures import Kinds, read, totals
from monitor.figures.en.segment import parse
from monitor.model import Article, Span

REPORTS = [
    report.replace("\n", " ")
    for report in """\
Mark Stone, 41, was shot dead outside his home in Lee County on Friday, Sheriff Dana Hill said. Stone was a baker. His
wife, Rosa Stone, was wounded. A neighbour, Will Banks, was arrested and charged with murder. Banks is held without
bail.

Karsk, 3 March (Velm News) -- Two members of the Free Orle Front (FOF) were killed and Colonel Iván Prado was wounded
in an ambush near El Roble on Monday. The FOF said Prado had ordered a raid in which it lost 12 fighters.

Captain Lena Ortiz and her driver were kidnapped on the road to Las Palmas. Ortiz, 38, leads the national police in
the south. Three other officers escaped unhurt.

Henrik Vass pleaded guilty to the murder of Olga Reyes, a teacher who was stabbed to death in her flat in 2011. Vass
was arrested two weeks later in Port Selm.

The U.N. said at least 30 people were killed when shells hit a market in Ardale. “We counted 30 bodies,” said Amina
Okoro, a doctor at St. Luke Hospital. More than 100 were injured.

Jack Long and two friends drowned when their boat capsized off Cape Moor. Long, a father of three, was 52.

Police detained Boris Malik and his brother after the death of Judge Ana Frost. Frost died instantly when a bomb
exploded under her car. Malik denied any part in it.
""".strip().split("\n\n")
]


def texts(text: str) -> list[str]:
    return [" ".join(sentence.texts) for sentence in parse(article(text)).sentences]


def article(text: str) -> Article:
    return Article("a", "a", "r", text, (Span(0, len(text)),))


@pytest.mark.parametrize(
    ("loud", "quiet"),
    [
        ("POLICE SAID THREE MEN DIED IN THE FIRE.", "Police said three men died in the fire ."),
        ("ANA ROE WAS STOPPED BY OFFICERS NEAR ORLE.", "Ana Roe was stopped by officers near Orle ."),
        ("A WITNESS SAID GRANT VASS MARKED THE STONE.", "A witness said Grant Vass marked the stone ."),
        ("THE GRANT WAS SPENT ON STONE WALLS.", "The grant was spent on stone walls ."),
        ("THE VICTIM, MARK STONE, WAS 41.", "The victim , Mark Stone , was 41 ."),
        ("DEPUTIES FOUND STONE, 41, DEAD INSIDE.", "Deputies found Stone , 41 , dead inside ."),
        ("ON 4 MARCH FIGHTERS MAY MARCH ON KARSK.", "On 4 March fighters may march on Karsk ."),
        ("THE REBELS (FOF) LEFT LEE COUNTY JAIL.", "The rebels ( FOF ) left Lee County Jail ."),
        ("TROOPS FIRED AT U.S. PLANES, FBI AGENTS SAID.", "Troops fired at U.S. planes , FBI agents said ."),
        ("SOLDIERS TOOK EL ROBLE AND SAN JUAN DE VELM.", "Soldiers took El Roble and San Juan de Velm ."),
        ("THE FRENCH TROOPS LEFT NEW KARSK IN JUNE.", "The French troops left New Karsk in June ."),
        ("Three Men and Ana Roe Died in the Fire.", "Three men and Ana Roe died in the fire ."),
    ],
)
def test_common_words_get_small_letters_and_names_keep_a_capital(loud: str, quiet: str) -> None:
    assert texts(loud) == [quiet]


def test_a_word_that_was_used_as_a_name_stays_one() -> None:
    loud = "THE OFFICER ARRESTED MARK STONE ON SUNDAY. NEIGHBOURS SAY STONE WAS QUIET. THEY THREW STONE AFTER STONE."
    assert texts(loud)[1:] == ["Neighbours say Stone was quiet .", "They threw stone after stone ."]


def test_short_names_alone_are_left_as_they_are() -> None:
    assert texts("FBI, CIA") == ["FBI , CIA"]


def test_only_the_sentences_in_capitals_change() -> None:
    text = "THREE PEOPLE KILLED IN ORLE. The Army said so at Stone House. NATO left."
    assert texts(text) == ["Three people killed in Orle .", "The Army said so at Stone House .", "NATO left ."]


@given(st.text(st.characters(categories=["Lu", "Ll", "Lt", "Nd", "Po"], include_characters=" \n"), max_size=300))
def test_every_word_keeps_its_length_and_its_letters(text: str) -> None:
    for sentence in parse(article(text.upper())).sentences:
        for written, low, start in zip(sentence.texts, sentence.lows, sentence.starts, strict=True):
            there = text.upper()[start : start + len(written)]
            assert len(written) == len(there)
            assert written.lower() == there.lower()
            assert low


@pytest.mark.parametrize("text", REPORTS)
def test_a_report_in_capitals_or_title_case_has_the_same_totals(text: str, kinds: Kinds) -> None:
    titled = re.sub(r"\b[a-z](?=\w)", lambda letter: letter[0].upper(), text)
    usual, loud, in_title_case = (
        totals(one, read(one, kinds)) for one in (article(text), article(text.upper()), article(titled))
    )
    assert usual
    assert loud == usual
    assert in_title_case == usual
