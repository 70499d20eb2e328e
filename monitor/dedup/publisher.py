"""Who publishes an article, and where its text comes from, so that origins can be counted instead of copies."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from tld import get_fld

from monitor.dedup.agencies import UNNAMED


@dataclass(frozen=True, slots=True)
class Family:
    """The titles of one company: outlets by name, domains with all that stands below them."""

    name: str
    outlets: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Publishers:
    """The families that are known. An outlet in none of them is a publisher of its own."""

    families: tuple[Family, ...] = ()


def publisher(outlet: str | None, url: str | None, publishers: Publishers) -> str | None:
    """Who publishes: the family by domain or by outlet's name, else the registrable domain, else the outlet's name.

    The registrable domain is what stands directly below a public suffix (publicsuffix.org): the editions and regional
    pages of one site are one publisher. None where neither outlet nor address is known.
    """
    host = _host(url)
    for family in publishers.families:
        if host and any(host == domain or host.endswith(f".{domain}") for domain in family.domains):
            return family.name
        if outlet and any(outlet.casefold() == name.casefold() for name in family.outlets):
            return family.name
    if host:
        return get_fld(f"https://{host}", fail_silently=True) or host
    return outlet.strip() if outlet and outlet.strip() else None


def origin(agency: str | None, publisher: str | None, cluster: str, cluster_origin: str | None) -> str:
    """Where a text comes from: its original's origin, else the agency that it credits, else who publishes it.

    `cluster_origin` is the origin of the text that it copies, None where it copies none: one text is one origin, also
    where only a later printing names the agency. Agencies that are not named are no origin. A text that credits no one
    and stands nowhere is an origin of its own, named by its cluster.
    """
    named = agency if agency != UNNAMED else None
    return cluster_origin or named or publisher or cluster


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else host
