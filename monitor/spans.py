"""Lengths of time as people write them: `90m`, `24h`, `7d`, `2w`."""

from __future__ import annotations

from datetime import timedelta

_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
LONGEST = timedelta(days=36_500)


def length(text: str) -> timedelta:
    """The length of time that a text names. Raises ValueError, saying what would do."""
    number, unit = text[:-1], text[-1:]
    if unit in _UNITS and number.isdecimal() and len(number) <= 7 and int(number) > 0:
        asked = _UNITS[unit] * int(number)
        if asked <= LONGEST:
            return asked
    raise ValueError(f"{text!r} is no length of time; give for example 90m, 24h or 7d")
