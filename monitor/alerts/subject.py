"""The line that stands over a letter: the subject of a mail, the title of a notification."""

from __future__ import annotations

from monitor.alerts.harmless import plain
from monitor.alerts.view import AlertView, Digest

LONGEST = 200
"""Characters: more is no line."""


def subject(told: AlertView | Digest) -> str:
    """What changed, in a line."""
    if isinstance(told, AlertView):
        return plain(told.headline, LONGEST)
    stories = len(told.changed)
    day = f", {told.until:%d %b %Y}".replace(" 0", " ") if told.until else ""
    return f"Digest{day}: {stories} {'story' if stories == 1 else 'stories'} changed"
