"""A title, a sentence or a name from a stranger is shown as text, and steers nothing, in every form there is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes, policy
from xml.etree import ElementTree

import pytest

from monitor.alerts import alert_html, alert_text, as_json, atom, digest_html, digest_markdown, digest_text
from monitor.alerts.mail import mail
from monitor.alerts.message import message
from monitor.alerts.subject import subject
from tests.alerts.views import alert, digest, letter

HOSTILE = {
    "markup": "<script>alert(1)</script><img src=x onerror=alert(2)> 15 dead & more",
    "closing a template": "{{ 7 * 7 }} {% raw %} 15 dead",
    "a link in markdown": "[15 dead](javascript:alert(1)) `code` **bold** | cell |\n# heading",
    "terminal escapes": "\x1b[2J\x1b]0;owned\x07 15 dead \x9b31m",
    "a header": "15 dead\r\nBcc: everyone@example.org\r\n\r\nbody",
    "marks of direction": "\u202e15 dead\u2066\u200b\ufeff",
    "a line of ten thousand": "15 dead " + "x" * 10_000,
    "what is no text": "15 dead \x00\ud800",
}

FORMS: dict[str, Callable[[str], str]] = {
    "alert as text": lambda told: alert_text(alert(told, told, told)),
    "digest as text": lambda told: digest_text(digest(told, told, told)),
    "digest as Markdown": lambda told: digest_markdown(digest(told, told, told)),
    "alert as HTML": lambda told: alert_html(alert(told, told, told)),
    "digest as HTML": lambda told: digest_html(digest(told, told, told)),
    "mail": lambda told: mail(letter(alert(told, told, told)), "m@example.org", ["d@example.org"]).as_string(),
    "subject": lambda told: subject(alert(told, told, told)),
    "webhook": lambda told: message(letter(alert(told, told, told))).decode(),
    "JSON": lambda told: as_json(digest(told, told, told)),
    "Atom": lambda told: atom([alert(told, told, told)], title="All").decode(),
}

STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("told", HOSTILE.values(), ids=HOSTILE)
def test_nothing_steers_a_terminal_or_turns_the_text(form: str, told: str) -> None:
    shown = FORMS[form](told).replace("\r\n", "\n")
    assert not STEERS.search(shown)
    shown.encode()  # it can be written


@pytest.mark.parametrize("form", ["alert as HTML", "digest as HTML", "Atom"])
@pytest.mark.parametrize("told", HOSTILE.values(), ids=HOSTILE)
def test_nothing_of_it_is_markup(form: str, told: str) -> None:
    shown = FORMS[form](told)
    if form == "Atom":  # its entries hold HTML as text
        root = ElementTree.fromstring(shown)
        shown = "".join(content.text or "" for content in root.iter("{http://www.w3.org/2005/Atom}content"))
    assert not re.search(r"<(script|img)|onerror=(?!alert\(2\)&gt;)|49", shown)


@pytest.mark.parametrize("told", HOSTILE.values(), ids=HOSTILE)
def test_a_mail_has_the_headers_that_it_was_given_and_no_others(told: str) -> None:
    made = mail(letter(alert(told, told, told)), "m@example.org", ["d@example.org"])
    read = message_from_bytes(bytes(made), policy=policy.default)
    assert read["Bcc"] is None
    assert read["To"] == "d@example.org"
    assert len(read["Subject"]) <= 200
    assert [part.get_content_type() for part in read.iter_parts()] == ["text/plain", "text/html"]


@pytest.mark.parametrize("told", HOSTILE.values(), ids=HOSTILE)
def test_a_webhook_is_one_line_that_says_what_was_said(told: str) -> None:
    line = message(letter(alert(told, told, told)))
    assert b"\n" not in line
    read = json.loads(line)
    assert read["title"] == told
    assert read["changes"][0]["said"]["quote"] == told


def test_a_line_of_markdown_begins_no_block_and_links_nowhere() -> None:
    shown = digest_markdown(digest(HOSTILE["a link in markdown"], HOSTILE["a link in markdown"]))
    assert "](javascript:" not in shown
    assert "\n# heading" not in shown


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    told = alert()
    said = replace(told.changes[0].said, url="javascript:alert(1)")
    assert "javascript:" not in alert_html(replace(told, changes=(replace(told.changes[0], said=said),)))
