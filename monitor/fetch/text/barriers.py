"""Pages that stand where an article should: error pages, logins, paywalls, checks for robots. Pure."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from monitor.fetch.text import phrasebook

SHORT = 1500
"""Code points of text below which a page's words of refusal are what it is, and not what it writes about."""

_LOGIN_PATH = re.compile(
    r"/(?:log-?in|sign-?in|signup|sign-?on|sso|auth|account/(?:login|create)|subscribe|registration|register|consent)(?:[/.]|$)",
    re.IGNORECASE,
)
_PASSWORD = re.compile(r"<input\b[^<>]{0,300}\btype\s*=\s*[\"']?password", re.IGNORECASE)
_NOT_FREE = re.compile(r"\"isAccessibleForFree\"\s*:\s*\"?false", re.IGNORECASE)


def barrier(url: str, title: str | None, text: str, html: str) -> str | None:
    """What a page is instead of an article, in words; None where it is one.

    `url` is where the request ended, `text` what was read from the page, `html` the page as it came.
    """
    short = len(text) < SHORT
    path = urlsplit(url).path
    if title and short and phrasebook.section("barriers.txt", "error titles").match(title.strip()):
        return f"is an error page ({title.strip()[:60]!r})"
    if short and phrasebook.section("barriers.txt", "robot checks").search(f"{title or ''}\n{text}"):
        return "asks for proof that a person reads it"
    if short and (_LOGIN_PATH.search(path) or _PASSWORD.search(html)) and _asks_to_log_in(title, text):
        return "asks for a login"
    if short and (_NOT_FREE.search(html) or phrasebook.section("barriers.txt", "paywalls").search(text)):
        return "stands behind a paywall"
    return None


def _asks_to_log_in(title: str | None, text: str) -> bool:
    return phrasebook.section("barriers.txt", "logins").search(f"{title or ''}\n{text}") is not None
