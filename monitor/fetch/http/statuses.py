"""What a status other than 200 says, in words that an operator can act on (RFC 9110, 15)."""

from __future__ import annotations

from monitor.fetch.http.client import Answer

_MEANT = {
    401: "it asks for a login, which is none that we have",
    402: "it asks for money",
    403: "its server turns programs away, or this one",
    404: "nothing lies at that address",
    407: "a proxy on the way asks for a login",
    410: "it was taken down for good",
    429: "it was asked too often, and wants rest",
    451: "it may not be shown here by law",
    503: "its server is busy or under repair",
}


def refusal(answer: Answer) -> str:
    """What an answer without a body says, as in `answered 404 Not Found: nothing lies at that address`."""
    meant = _MEANT.get(answer.status, "its server has a fault" if answer.status >= 500 else "")
    return f"answered {answer.status} {answer.reason}".rstrip() + (f": {meant}" if meant else "")
