"""The numbers of a text that mark its event: ages, times of day, measures with a decimal.

Tolls change from report to report, and are alike in reports of different events. The age of a victim, the minute of a
blast and the magnitude of an earthquake stay.
"""

from __future__ import annotations

import re

_AGE = re.compile(r"\b(\d{1,3})[ -]+years?[ -]+old\b|,\s(\d\d),", re.IGNORECASE)
_TIME = re.compile(r"\b(\d{1,2})[:.](\d\d) ?(?:[ap]\.? ?m\b|hours|gmt|local)", re.IGNORECASE)
_MEASURE = re.compile(r"(?<![\d.,:/])\d{1,3}\.\d{1,2}(?![\d:/.])")
_MOST = 16


def read_marks(text: str) -> tuple[str, ...]:
    """The first marks of `text`, each once: *aged 34*, *9:48*, *6.1*."""
    found = [f"aged {match[1] or match[2]}" for match in _AGE.finditer(text)]
    found += [f"{match[1]}:{match[2]}" for match in _TIME.finditer(text)]
    found += [match[0] for match in _MEASURE.finditer(_TIME.sub("", text))]
    return tuple(dict.fromkeys(found))[:_MOST]
