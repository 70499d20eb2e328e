"""One voice however it is written: side before source, office and place before spelling, one state with one voice."""

from __future__ import annotations

import pytest

from monitor.ledger.names import identify
from tests.ledger.story import Story, claim

KEYS = [
    ("Iván Peró-Díaz", "perodiaz"),
    ("Ivan Pero Diaz", "diaz"),
    ("Dr. Ada Roe", "roe"),
    ("Ada Roe Jr.", "roe"),
    ("the governor of Lokoja", "governor lokoja"),
    ("Lokoja governor Ade Bello", "governor lokoja"),
    ("police", "authorities"),
    ("officials", "authorities"),
    ("local authorities", "authorities"),
    ("the sheriff's department", "authorities"),
    ("Pinehill Police", "authorities"),
    ("Norwegian police", "authorities norway"),
    ("police in Norway", "authorities norway"),
    ("Norway's interior ministry", "authorities norway"),
    ("South Korean officials", "authorities south korea"),
    ("Interior Minister Ada Roe", "authorities"),
    ("the health ministry", "health ministry"),
    ("Health Minister Ada Roe", "health ministry"),
    ("hospital officials", "hospital"),
    ("Hill Hospital", "hill hospital"),
    ("Hill Hospital spokeswoman Ada Roe", "hill hospital"),
    ("Ada Roe, a spokeswoman for Hill Hospital", "hill hospital"),
    ("a spokesman for the Norwegian army", "army norway"),
    ("Norway's military", "army norway"),
    ("NFFO", "nffo"),
    ("the United Nations", "un"),
    ("witnesses", "witnesses"),
    ("the health ministry in Gaza", "health ministry gaza"),
    ("the Hamas-run health ministry", "health ministry"),
    ("the governor of Upper Tavira", "governor upper tavira"),
    ("Al-Shifa hospital officials", "shifa hospital"),
    ("Shifa Hospital", "shifa hospital"),
    ("Agence France-Presse", "afp"),
    ("the Associated Press", "ap"),
    ("the prosecutor's office", "prosecutors"),
    ("coast guard commander Idris Vale", "coast guard"),
    ("the Italian coastguard", "coast guard italy"),
    ("the Civil Defense Directorate", "civil defence"),
]


@pytest.mark.parametrize(("name", "key"), KEYS)
def test_the_key_of_a_name(name: str, key: str) -> None:
    assert identify(name).key == key


def voices(story: Story) -> set[str]:
    return {word.voice for word in story.known.words}


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("police", "officials"),
        ("the police", "Norwegian authorities"),
        ("Norwegian police", "the authorities"),
        ("Lokoja governor Ade Bello", "Bello"),
        ("Lokoja governor Ade Bello", "the governor"),
        ("the governor of Lokoja", "Lokoja governor Ade Bello"),
        ("Interior Minister Ada Roe", "Roe"),
        ("Roe", "Interior Minister Ada Roe"),
        ("Hill Hospital spokeswoman Ada Roe", "Ada Roe"),
        ("Adeyemi-Cole", "Adeyemi‐Cole"),
        ("dockworkers' union", "the union"),
        ("the union", "the Ostavian Dockworkers' Union"),
        ("Ostavian Dockworkers' Union", "the dockworkers' union"),
        ("the ministry", "the health ministry"),
        ("Gaza health ministry", "the ministry"),
        ("the Health Ministry", "Gaza's health ministry"),
        ("state police", "a police spokesman"),
        ("a police spokesman", "police"),
        ("the hospital", "Al-Shifa hospital"),
        ("Al-Shifa hospital", "hospital director Ali Roe"),
        ("the Karsk Liberation Front", "the front"),
        ("the Karsk Liberation Front", "KLF"),
        ("the Northern Coalition (NFFO)", "NFFO"),
        ("the Vosk Observatory for Human Rights", "the Observatory"),
        ("National Disaster Management Agency", "the disaster agency"),
        ("the Associated Press", "AP"),
    ],
)
def test_two_names_of_one_voice(first: str, then: str) -> None:
    story = Story()
    story.tell(claim("killed", "12", first))
    story.tell(claim("killed", "12", then))
    assert len(voices(story)) == 1
    assert str(story.last.verdicts[0].change) == "repeat"


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Norwegian police", "Swedish police"),
        ("police", "Hill Hospital"),
        ("Ada Roe", "Ada Poe"),
        ("the governor of Lokoja", "the governor of Kano"),
        ("the health ministry", "the army"),
        ("Israeli health ministry", "Gaza health ministry"),
        ("Ardeni defence ministry", "Vosk defence ministry"),
        ("the Dockworkers' Union", "the Teachers' Union"),
        ("Al-Shifa hospital", "Al-Awda hospital"),
        ("AP", "AFP"),
    ],
)
def test_two_voices(first: str, then: str) -> None:
    story = Story()
    story.tell(claim("killed", "12", first))
    story.tell(claim("killed", "12", then))
    assert len(voices(story)) == 2


def test_a_second_country_does_not_take_the_police_of_the_first() -> None:
    story = Story()
    for source in ("Norwegian police", "Swedish police", "police"):
        story.tell(claim("killed", "12", source))
    assert voices(story) == {"authorities norway", "authorities sweden"}


def test_a_short_name_stays_with_whom_it_was_first_short_for() -> None:
    story = Story()
    for source in ("the union", "the Dockworkers' Union", "the Teachers' Union", "the union", "dockworkers' union"):
        story.tell(claim("killed", "12", source))
    assert voices(story) == {"union", "teachers union"}


def test_a_side_speaks_for_its_sources_and_is_remembered() -> None:
    story = Story()
    story.tell(claim("killed", "12", "Ada Roe", side="NFFO"))
    story.tell(claim("killed", "12", "NFFO"))
    story.tell(claim("killed", "12", "Roe"))
    assert voices(story) == {"nffo"}
    assert story.standing() == {"NFFO": "12"}


def test_two_bodies_are_one_voice_only_where_an_article_says_so() -> None:
    story = Story()
    story.tell(claim("killed", "12", "Northern Coalition"))
    story.tell(claim("killed", "12", "NFFO"))
    assert len(voices(story)) == 2
    story = Story()
    story.tell(claim("killed", "12", "Northern Coalition", side="NFFO"))
    story.tell(claim("killed", "12", "the Northern Coalition"))
    assert voices(story) == {"nffo"}


def test_whom_the_story_knows_to_speak_for_a_state_is_an_authority() -> None:
    story = Story()
    story.tell(claim("killed", "0", "Ada Roe", side="Norwegian authorities"))
    story.tell(claim("detained", "150"))
    assert story.tell(claim("detained", "~100", "Roe")) == ["detained:lowered:notice"]


def test_an_article_without_a_source_speaks_for_its_origin() -> None:
    story = Story()
    story.tell(claim("killed", "12"), origin="North Wire")
    story.tell(claim("killed", "15"), origin="North Wire")
    assert story.standing() == {"North Wire": "15"}
