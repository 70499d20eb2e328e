"""What the names of time zones in feeds and on pages mean, in minutes east of UTC.

RFC 822 knows the American names only, and libraries take every other name for UTC. Where a name has several meanings,
the one that English-language news means most often is taken: IST is India's, BST Britain's, CST North America's.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

OFFSETS = {
    "UTC": 0, "GMT": 0, "UT": 0, "Z": 0, "WET": 0,
    "BST": 60, "WEST": 60, "CET": 60, "MEZ": 60, "WAT": 60,
    "CEST": 120, "MESZ": 120, "EET": 120, "SAST": 120, "CAT": 120,
    "EEST": 180, "MSK": 180, "TRT": 180, "EAT": 180, "IDT": 180,
    "IRST": 210, "IRDT": 270, "GST": 240, "AZT": 240, "GET": 240, "AFT": 270,
    "PKT": 300, "UZT": 300, "IST": 330, "SLST": 330, "NPT": 345,
    "BDT": 360, "MMT": 390, "ICT": 420, "WIB": 420, "WITA": 480,
    "SGT": 480, "HKT": 480, "MYT": 480, "PHT": 480, "AWST": 480,
    "JST": 540, "KST": 540, "WIT": 540, "ACST": 570, "AEST": 600, "ACDT": 630, "AEDT": 660,
    "NZST": 720, "NZDT": 780,
    "NST": -210, "NDT": -150, "AST": -240, "ADT": -180, "ART": -180, "BRT": -180, "UYT": -180, "CLST": -180,
    "CLT": -240, "BOT": -240, "VET": -240, "COT": -300, "PET": -300, "ECT": -300,
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "AKST": -540, "AKDT": -480, "HST": -600,
}  # fmt: skip

AMERICAN = {"ET": -300, "CT": -360, "MT": -420, "PT": -480}
"""Names that stand for standard and summer time alike."""

NAME = re.compile(r"\(?\b(" + "|".join(sorted({*OFFSETS, *AMERICAN}, key=lambda name: (-len(name), name))) + r")\b\)?")
NUMERIC = re.compile(r"(?:\b(?:UTC|GMT)\s*)?([+\-−])\s?(\d{1,2})(?::?(\d{2}))?(?![\d:.])")

_DAY = timedelta(days=1)


def named(name: str, day: date) -> int:
    """Minutes east of UTC that a zone's name means on that day. Raises KeyError for an unknown name."""
    if name in AMERICAN:
        return AMERICAN[name] + (60 if _is_american_summer(day) else 0)
    return OFFSETS[name]


def _is_american_summer(day: date) -> bool:
    """Since 2007 from March's second Sunday to November's first; before, from April's first to October's last."""
    if day.year >= 2007:
        return _sunday(day.year, 3, 8) <= day < _sunday(day.year, 11, 1)
    return _sunday(day.year, 4, 1) <= day < _sunday(day.year, 10, 25)


def _sunday(year: int, month: int, not_before: int) -> date:
    day = date(year, month, not_before)
    while day.weekday() != 6:
        day += _DAY
    return day
