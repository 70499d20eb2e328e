"""News agencies: the name each is known by, and the ways in which texts credit it."""

from __future__ import annotations

from typing import NamedTuple


class Agency(NamedTuple):
    """`spellings` are matched whole, in any case; `codes` as they stand. Both only where a credit is expected."""

    name: str
    spellings: tuple[str, ...]
    codes: tuple[str, ...] = ()


AGENCIES = (
    Agency("The Associated Press", ("the associated press", "associated press"), ("AP",)),
    Agency("Reuters", ("thomson reuters", "reuters news agency", "reuters", "reuter"), ("REUTERS", "REUTER", "RTRS")),
    Agency("AFP", ("agence france-presse", "agence france presse"), ("AFP",)),
    Agency("UPI", ("united press international",), ("UPI",)),
    Agency("Bloomberg", ("bloomberg news",), ("Bloomberg", "BLOOMBERG")),
    Agency("dpa", ("deutsche presse-agentur", "deutsche presse agentur", "german press agency"), ("DPA", "dpa")),
    Agency("EFE", ("agencia efe", "efe news service"), ("EFE", "ACAN-EFE")),
    Agency("Notimex", ("notimex",), ("NOTIMEX",)),
    Agency("Prensa Latina", ("prensa latina",), ("PRELA",)),
    Agency("IPS", ("inter press service",), ("IPS",)),
    Agency("ANSA", ("agenzia ansa",), ("ANSA",)),
    Agency("TASS", ("itar-tass", "tass news agency", "russian news agency tass"), ("TASS", "ITAR-TASS")),
    Agency("RIA Novosti", ("ria novosti",), ("RIA",)),
    Agency("Interfax", ("interfax",), ("INTERFAX",)),
    Agency("Xinhua", ("xinhua news agency", "xinhua"), ("XINHUA",)),
    Agency("Kyodo", ("kyodo news", "kyodo news agency", "kyodo"), ("KYODO",)),
    Agency("Jiji Press", ("jiji press",), ("JIJI",)),
    Agency("Yonhap", ("yonhap news agency", "yonhap"), ("YONHAP",)),
    Agency("PTI", ("press trust of india",), ("PTI",)),
    Agency("ANI", ("asian news international",), ("ANI",)),
    Agency("IANS", ("indo-asian news service", "indo asian news service"), ("IANS",)),
    Agency("Anadolu", ("anadolu agency", "anadolu ajansi"), ("AA",)),
    Agency("PA Media", ("press association", "pa media", "pa news agency"), ("PA",)),
    Agency("The Canadian Press", ("the canadian press", "canadian press"), ("CP",)),
    Agency("AAP", ("australian associated press",), ("AAP",)),
    Agency("IRNA", ("islamic republic news agency",), ("IRNA",)),
    Agency("SANA", ("syrian arab news agency",), ("SANA",)),
    Agency("WAM", ("emirates news agency",), ("WAM",)),
    Agency("SPA", ("saudi press agency",), ("SPA",)),
    Agency("MENA", ("middle east news agency",), ("MENA",)),
    Agency("APA", ("austria presse agentur", "austria press agency"), ("APA",)),
    Agency("Ukrinform", ("ukrinform",), ("UKRINFORM",)),
    Agency("Bernama", ("bernama",), ("BERNAMA",)),
    Agency("Antara", ("antara news",), ("ANTARA",)),
    Agency("NAN", ("news agency of nigeria",), ("NAN",)),
    Agency("BNS", ("baltic news service",), ("BNS",)),
)

UNNAMED = "agencies"
"""What a text credits that says only *with agency inputs*: it is not the outlet's own, but no origin is named."""
