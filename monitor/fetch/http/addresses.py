"""Which addresses a stranger's link may make us connect to: public ones, and those that the operator allowed."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Network = IPv4Network | IPv6Network

_TRANSLATED = (  # IPv6 forms that carry an IPv4 address to a translator, and how many bits follow it
    (IPv6Network("64:ff9b::/96"), 0),  # NAT64, RFC 6052
    (IPv6Network("2002::/16"), 80),  # 6to4, RFC 3056
)


class RefusedAddressError(OSError):
    """A name led to an address that is not public and was not allowed."""


def networks(texts: Sequence[str]) -> tuple[Network, ...]:
    """Networks from their text (`192.168.7.0/24`, `::1`). Raises ValueError naming the one that is none."""
    return tuple(ip_network(text, strict=False) for text in texts)


def is_public(address: str, allowed: Sequence[Network] = ()) -> bool:
    """Whether a resolved address may be connected to.

    One that a translator turns into another has to be allowed, where the operator has such a translator, and what it is
    turned into has to be public or allowed as well.
    """
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped is not None:
        ip = ip.ipv4_mapped
    is_allowed = any(ip.version == network.version and ip in network for network in allowed)
    translated = _translated(ip)
    if translated is not None:
        return is_allowed and is_public(str(translated), allowed)
    return is_allowed or (ip.is_global and not ip.is_multicast and not ip.is_reserved)


def guarded_socket_factory(allowed: Sequence[Network]) -> Callable[..., socket.socket]:
    """A socket factory for aiohttp's connector that refuses addresses on every hop, after the name was resolved."""

    def make(info: tuple[int, int, int, str, tuple[str | int, ...]]) -> socket.socket:
        family, kind, protocol, _name, address = info
        if not is_public(str(address[0]), allowed):
            raise RefusedAddressError(f"{address[0]}, which is not a public address")
        made = socket.socket(family=family, type=kind, proto=protocol)
        made.setblocking(False)
        return made

    return make


def _translated(ip: IPv4Address | IPv6Address) -> IPv4Address | None:
    for network, shift in _TRANSLATED:
        if ip in network:
            return IPv4Address((int(ip) >> shift) & 0xFFFFFFFF)
    return None
