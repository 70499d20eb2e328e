"""Figures in words: how bounds, changes and voices read on a line."""

from __future__ import annotations

from monitor.alerts.view import ChangeView, FigureView, VerdictView, VoiceView
from monitor.model import Bounds, Change, ChangeName, Modifier, Status

FIRM = (Status.ASSERTED, Status.CONFIRMED)
"""The statuses that need no word beside the number."""

_VAGUE = {
    (3, 9): "several",
    (24, 99): "dozens",
    (36, 99): "several dozen",
    (40, 99): "scores",
    (10, None): "many",
    (200, 999): "hundreds",
    (2000, 9999): "thousands",
    (20000, 99999): "tens of thousands",
}


def bounds_in_words(bounds: Bounds | None, modifier: Modifier | None = None) -> str:
    """Bounds as a reader would say them: `36`, `dozens`, `more than 100`, `up to 36`, `none`, else `no figure`.

    `modifier` decides between *at least 101* and *more than 100*; without it round numbers are taken as *more than*.
    """
    if bounds is None or bounds.low is None:
        return "no figure"
    low, high = bounds.low, bounds.high
    if modifier is Modifier.NONE:
        return "some, no number"
    if (low, high) in _VAGUE and modifier in (None, Modifier.VAGUE):
        return _VAGUE[low, high]
    if high is None:
        round_below = (low - 1) % 10 == 0 and low > 10
        more_than = modifier is Modifier.MORE_THAN or (modifier is None and round_below)
        return f"more than {low - 1:,}" if more_than else f"at least {low:,}"
    if low == high:
        return "none" if low == 0 else f"{low:,}"
    if low == 0:
        return f"fewer than {high + 1:,}" if modifier is Modifier.FEWER_THAN else f"up to {high:,}"
    if modifier in (None, Modifier.ABOUT):
        middle = (low + high) / 2
        if middle == int(middle) and abs(high - middle * 1.1) < 1:
            return f"about {int(middle):,}"
        if modifier is Modifier.ABOUT and high % 10 == 9:
            return f"nearly {high + 1:,}"
    return f"{low:,} to {high:,}"


def change_in_words(change: Change | ChangeView) -> str:
    """A change on a line: `dozens → more than 100`, `36`, `11, feared`, `denied`."""
    return _from(change.before, change)


def _from(before: Bounds | None, change: Change | ChangeView) -> str:
    after = change.after
    if change.change in (ChangeName.DENIED, ChangeName.DISPUTED) and (after is None or after.low in (None, 0)):
        return f"{bounds_in_words(before)}, {change.change.value}" if before else change.change.value
    doubt = f", {change.status.value}" if change.status in (Status.ALLEGED, Status.FEARED) else ""
    if before is None or before == after:
        return bounds_in_words(after) + doubt
    return f"{bounds_in_words(before)} → {bounds_in_words(after)}{doubt}"


def figure_in_words(voice: VoiceView | VerdictView) -> str:
    """What a voice says of one kind: `36`, `12, alleged`, `36 (15 officers)`."""
    words = _total_in_words(voice)
    parts = voice.parts if isinstance(voice, VoiceView) else ()
    told = ", ".join(f"{bounds_in_words(part.bounds, part.modifier)} {part.group}" for part in parts)
    return f"{words} ({told})".strip() if told else words


def _total_in_words(voice: VoiceView | VerdictView) -> str:
    words = bounds_in_words(voice.bounds, voice.modifier)
    if voice.bounds.low is None:
        return "" if voice.status in FIRM else voice.status.value
    return words if voice.status in FIRM else f"{words}, {voice.status.value}"


def over_time(figure: FigureView) -> str:
    """The steps of a figure's total in order: `12 (police, 11 Feb 10:20), 15 (police, 11 Feb 14:08)`."""
    return ", ".join(
        f"{_from(None, change)} ({change.voice}{_when(change)})" for change in figure.timeline if change.group is None
    )


def disputes(figure: FigureView) -> str:
    """Who stands against whom, where two voices cannot both be right: `36 (police) against more than 100 (union)`."""
    totals = [voice for voice in figure.voices if voice.bounds.low is not None and voice.status is not Status.FEARED]
    ordered = sorted(totals, key=lambda voice: (voice.bounds.low or 0, voice.bounds.high is None))
    said_by: dict[str, list[str]] = {}
    for voice in ordered:
        said_by.setdefault(_total_in_words(voice), []).append(voice.voice)
    return " against ".join(f"{words} ({', '.join(voices)})" for words, voices in said_by.items())


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: `1 article`, `12 articles`, `2 copies`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def why_in_words(change: ChangeView) -> str:
    """The rule by which a change was told, and what it found: `raised: above every figure that stands`."""
    return f"{change.change.value}: {change.reason}" if change.reason else change.change.value


def _when(change: ChangeView) -> str:
    at = change.said.at
    return f", {at.day} {at:%b %H:%M}" if at else ""
