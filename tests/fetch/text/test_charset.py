"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.errors import InputError
from monitor.fetch.text.charset import decode, sound

SENTENCE = "The café’s owner said “nobody was hurt” – 12 guests had left before the fire began."


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_common_charsets_are_told_by_their_bytes(charset: str) -> None:
    assert decode(SENTENCE.encode(charset), "x") == SENTENCE


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_sixteen_bit_text_without_a_mark_is_told_by_its_nuls(charset: str) -> None:
    assert decode(SENTENCE.encode(charset), "x") == SENTENCE


def test_a_declared_charset_holds_where_the_bytes_are_no_utf8() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Погибли двенадцать человек</body></html>'
    assert decode(page.encode("cp1251"), "x") == page
    assert decode(page.encode("utf-8"), "x") == page, "what the bytes are comes before what is declared"
    feed = "<?xml version='1.0' encoding='iso-8859-1'?><rss>fumée</rss>"
    assert decode(feed.encode("latin-1"), "x") == feed


def test_an_unknown_declared_charset_is_passed_over() -> None:
    assert "caf" in decode(b'<meta charset="x-none"><p>caf\xe9</p>', "x")
    assert "caf" in decode(b'<meta charset="base64"><p>caf\xe9</p>', "x")


def test_utf8_with_a_few_broken_bytes_is_mended() -> None:
    broken = ("Zürich, Köln, München, Düsseldorf. " * 5).encode() + b"\xff" + b" end"
    assert decode(broken, "x") == "Zürich, Köln, München, Düsseldorf. " * 5 + "\ufffd end"


def test_text_in_another_script_is_found_by_its_letters() -> None:
    text = "Двенадцать человек погибли при взрыве на шахте, сообщили спасатели во вторник утром. " * 4
    assert decode(text.encode("cp1251"), "x") == text


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \r\n",
        b"\x00" * 100,
        codecs.BOM_UTF8,
        codecs.BOM_UTF16_LE,
        b"%PDF-1.7 x",
        b"PK\x03\x04x",
        bytes(range(256)),
    ],
)
def test_no_text_is_an_error(content: bytes) -> None:
    with pytest.raises(InputError, match=r"^here: "):
        decode(content, "here")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_that_can_be_stored_or_an_error(content: bytes) -> None:
    try:
        text = decode(content, "x")
    except InputError:
        return
    assert "\x00" not in text
    assert text.encode("utf-8")


@given(st.text(alphabet=st.characters(), max_size=100))
def test_sound_text_keeps_its_length_and_can_be_stored(text: str) -> None:
    assert len(sound(text)) == len(text)
    assert sound(sound(text)) == sound(text)
    sound(text).encode("utf-8")
