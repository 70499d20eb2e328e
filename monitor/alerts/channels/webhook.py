"""A signed webhook, as https://www.standardwebhooks.com describes it: verified with the libraries made for that."""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import aiohttp

from monitor.alerts.letter import Letter
from monitor.alerts.message import message
from monitor.alerts.retrying import DeliveryError

DEADLINE_SECONDS = 20
"""From the first packet to the last of the answer: a receiver that drips is a receiver that hangs."""

_NEVER = (HTTPStatus.BAD_REQUEST, HTTPStatus.GONE, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNPROCESSABLE_ENTITY)
"""What a receiver answers that will not take this letter however often it is sent."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """An address that is sent JSON by POST. `secret` signs it; it is never shown."""

    name: str
    url: str
    secret: str = field(repr=False)

    async def deliver(self, letter: Letter) -> None:
        """POST the letter; an answer of 200 to 299 acknowledges it. Redirects are not followed."""
        body = message(letter)
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "monitor",
            "Idempotency-Key": letter.id,
            **signed(letter.id, body, self.secret, datetime.now(UTC)),
        }
        limit = aiohttp.ClientTimeout(total=DEADLINE_SECONDS)
        try:
            async with (
                aiohttp.ClientSession(timeout=limit) as session,
                session.post(self.url, data=body, headers=headers, allow_redirects=False) as answer,
            ):
                status, wish = answer.status, answer.headers.get("Retry-After")
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise DeliveryError(f"{type(error).__name__}: {error}".removesuffix(": ")) from error
        if not 200 <= status < 300:
            after = retry_after(wish, datetime.now(UTC))
            raise DeliveryError(f"it answered {status}", is_final=status in _NEVER, retry_after=after)


def signed(letter_id: str, body: bytes, secret: str, now: datetime) -> dict[str, str]:
    """The headers that prove who sent a body, and when: HMAC-SHA256 over `id.timestamp.body`, in base64.

    A secret that begins with `whsec_` is base64 after that, any other is taken as it is written.
    """
    stamp = str(int(now.timestamp()))
    signature = hmac.new(_key(secret), b".".join((letter_id.encode(), stamp.encode(), body)), hashlib.sha256).digest()
    return {
        "webhook-id": letter_id,
        "webhook-timestamp": stamp,
        "webhook-signature": f"v1,{base64.b64encode(signature).decode()}",
    }


def retry_after(told: str | None, now: datetime) -> timedelta | None:
    """What a Retry-After header asks for: seconds or a date (RFC 9110, section 10.2.3). None where it asks nothing."""
    if told is None:
        return None
    if told.strip().isdecimal():
        return timedelta(seconds=min(int(told), 10**6))
    try:
        at = parsedate_to_datetime(told)
    except ValueError:
        return None
    return max(timedelta(0), at - now) if at.tzinfo else None


def _key(secret: str) -> bytes:
    return base64.b64decode(secret.removeprefix("whsec_")) if secret.startswith("whsec_") else secret.encode()
