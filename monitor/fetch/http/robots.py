"""What a site's robots.txt says of one address (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

LONGEST_DELAY = 30.0
"""Seconds of Crawl-delay that are heeded."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an address may be fetched, and how many seconds are to lie between two requests."""

    allowed: bool
    delay: float = 0.0


def verdict(body: bytes, url: str, agent: str) -> Verdict:
    """Ask a robots.txt about an address. `agent` is the whole User-Agent header; its product name counts."""
    rules = Protego.parse(body.decode("utf-8", "replace"))
    name = agent.partition("/")[0]
    delay = rules.crawl_delay(name) or 0.0
    return Verdict(rules.can_fetch(url, name), min(max(float(delay), 0.0), LONGEST_DELAY))
