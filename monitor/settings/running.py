"""How the service runs: its processes, the network it reads, the page it serves, how long it keeps what it learnt."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

SHORTEST_TOKEN = 16
"""Characters of a token: fewer can be guessed by trying."""


def _network(text: str) -> str:
    ip_network(text, strict=False)
    return text


@dataclass(frozen=True, slots=True)
class Service:
    """How the service runs. `workers` 0: as many processes as there are processors."""

    workers: Annotated[int, Field(ge=0, le=256)] = 0
    log_level: Literal["debug", "info", "warning", "error"] = "info"


@dataclass(frozen=True, slots=True)
class Network:
    """How the service appears to servers, and which addresses beside public ones it may reach."""

    contact: str = "https://example.org/set-a-contact-in-monitor.toml"
    allow: tuple[Annotated[str, AfterValidator(_network)], ...] = ()


@dataclass(frozen=True, slots=True)
class Web:
    """Where the page, the API and the metrics are served. `port` 0: nowhere.

    Raises ValueError where others than this machine could read them without a token.
    """

    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8420
    token: str = ""

    def __post_init__(self) -> None:
        if self.token and len(self.token) < SHORTEST_TOKEN:
            raise ValueError(f"web.token: is shorter than {SHORTEST_TOKEN} characters")
        if self.port and not self.token and not self.on_loopback:
            raise ValueError(f"web.host: {self.host} can be reached from other machines: set web.token, or 127.0.0.1")

    @property
    def on_loopback(self) -> bool:
        """Whether only this machine can reach it."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


@dataclass(frozen=True, slots=True)
class Retention:
    """How long what was learnt is kept. `days` 0: for good. A story that is still open is kept whole."""

    days: Annotated[int, Field(ge=0, le=36500)] = 730
