"""Who hears of a change, and how it reads: watches, alerts, digests."""

from monitor.alerts.compose import compose
from monitor.alerts.harmless import plain
from monitor.alerts.rendering import as_json, digest_markdown, digest_text, marked, story_text, why_not_text, why_text
from monitor.alerts.view import (
    POLICY,
    ChangeView,
    Digest,
    Explanation,
    FigureView,
    OriginView,
    PartView,
    Sentence,
    Silence,
    StoryView,
    VerdictView,
    VoiceView,
    order_by_weight,
)
from monitor.alerts.watch import DEFAULT, Watch, channels_for, heard
from monitor.alerts.wording import bounds_in_words, change_in_words

__all__ = [
    "DEFAULT",
    "POLICY",
    "ChangeView",
    "Digest",
    "Explanation",
    "FigureView",
    "OriginView",
    "PartView",
    "Sentence",
    "Silence",
    "StoryView",
    "VerdictView",
    "VoiceView",
    "Watch",
    "as_json",
    "bounds_in_words",
    "change_in_words",
    "channels_for",
    "compose",
    "digest_markdown",
    "digest_text",
    "heard",
    "marked",
    "order_by_weight",
    "plain",
    "story_text",
    "why_not_text",
    "why_text",
]
