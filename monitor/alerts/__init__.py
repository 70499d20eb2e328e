"""Who hears of a change, and how it reads: watches, alerts, digests, and the channels that they go out on."""

from monitor.alerts.atom import atom
from monitor.alerts.channels import (
    AlertFile,
    Channel,
    ChannelSettings,
    FeedFile,
    Log,
    Mail,
    NotificationService,
    Webhook,
    is_service,
    open_channels,
)
from monitor.alerts.compose import compose, headline
from monitor.alerts.digesting import DigestDue, digests_due
from monitor.alerts.environments import for_html as html_templates
from monitor.alerts.harmless import plain, web_address
from monitor.alerts.hours import DigestTime, QuietHours, Zone, is_always_quiet
from monitor.alerts.letter import Letter, Letterbox
from monitor.alerts.mail import mail_address
from monitor.alerts.message import as_json
from monitor.alerts.quoting import marked
from monitor.alerts.rehearsal import PastChanges, Rehearsed, rehearse
from monitor.alerts.rendering import (
    alert_html,
    alert_text,
    digest_html,
    digest_markdown,
    digest_text,
    story_text,
    why_not_text,
    why_text,
)
from monitor.alerts.retrying import DeliveryError, Patience
from monitor.alerts.sender import Sender
from monitor.alerts.view import (
    AlertView,
    ChangeView,
    Digest,
    Explanation,
    FigureView,
    OriginView,
    PartView,
    Policy,
    Sentence,
    Silence,
    StoryView,
    VerdictView,
    VoiceMove,
    VoiceView,
    order_by_weight,
)
from monitor.alerts.watch import Facts, Figure, Posting, Rise, Watch, facts_of, heard, post
from monitor.alerts.wording import bounds_in_words, change_in_words

__all__ = [
    "AlertFile",
    "AlertView",
    "ChangeView",
    "Channel",
    "ChannelSettings",
    "DeliveryError",
    "Digest",
    "DigestDue",
    "DigestTime",
    "Explanation",
    "Facts",
    "FeedFile",
    "Figure",
    "FigureView",
    "Letter",
    "Letterbox",
    "Log",
    "Mail",
    "NotificationService",
    "OriginView",
    "PartView",
    "PastChanges",
    "Patience",
    "Policy",
    "Posting",
    "QuietHours",
    "Rehearsed",
    "Rise",
    "Sender",
    "Sentence",
    "Silence",
    "StoryView",
    "VerdictView",
    "VoiceMove",
    "VoiceView",
    "Watch",
    "Webhook",
    "Zone",
    "alert_html",
    "alert_text",
    "as_json",
    "atom",
    "bounds_in_words",
    "change_in_words",
    "compose",
    "digest_html",
    "digest_markdown",
    "digest_text",
    "digests_due",
    "facts_of",
    "headline",
    "heard",
    "html_templates",
    "is_always_quiet",
    "is_service",
    "mail_address",
    "marked",
    "open_channels",
    "order_by_weight",
    "plain",
    "post",
    "rehearse",
    "story_text",
    "web_address",
    "why_not_text",
    "why_text",
]
