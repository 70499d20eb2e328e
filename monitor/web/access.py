"""Who may read: on loopback everyone who asks this machine by its own name, elsewhere who knows the token."""

from __future__ import annotations

import base64
import binascii
import hmac

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from monitor.settings import Web

OPEN = frozenset({"/healthz", "/readyz"})
"""What whoever starts and watches the service may ask without a token: they say nothing of what was read."""

HARDENING = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
"""Pages show strangers' text, escaped; should one slip through, there is nothing here that would run it."""


def guarded(settings: Web) -> Middleware:
    """Lets through who may read, and hardens every answer."""

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        refused = None if request.path in OPEN else _refusal(request, settings)
        answer = refused or await handler(request)
        for name, value in HARDENING.items():
            answer.headers.setdefault(name, value)
        return answer

    return guard


def _refusal(request: web.Request, settings: Web) -> web.Response | None:
    if settings.token:
        if any(hmac.compare_digest(given.encode(), settings.token.encode()) for given in _given(request)):
            return None
        return web.json_response(
            {"error": "give the token of web.token as a bearer token, or as the password of any user"},
            status=401,
            headers={"WWW-Authenticate": 'Basic realm="monitor", charset="UTF-8"'},
        )
    if _host(request.host) in ("localhost", "127.0.0.1", "[::1]", settings.host, f"[{settings.host}]"):
        return None
    # a name of someone else's that was made to lead here (DNS rebinding): his page would read ours in a browser
    return web.json_response({"error": f"this is not {_host(request.host)}"}, status=403)


def _given(request: web.Request) -> list[str]:
    """The token as a request gives it: `Bearer TOKEN` (RFC 6750), or `Basic` (RFC 7617) with any user."""
    scheme, _, value = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return [value.strip()]
    if scheme.lower() == "basic":
        try:
            return [base64.b64decode(value, validate=True).decode().partition(":")[2]]
        except (binascii.Error, UnicodeDecodeError):
            return []
    return []


def _host(given: str) -> str:
    """The host of a Host header, without its port."""
    return given[: given.index("]") + 1] if given.startswith("[") and "]" in given else given.partition(":")[0]
