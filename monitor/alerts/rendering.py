"""Alerts, digests and stories as text, Markdown and HTML; all that came from outside is made harmless."""

from __future__ import annotations

from monitor.alerts.environments import for_html, for_markdown, for_text
from monitor.alerts.view import AlertView, ChangeView, Digest, Explanation, Policy, Silence, StoryView


def alert_text(alert: AlertView) -> str:
    """An alert as text: what changed, by whom, the sentence, how many stand behind it, and why it fired."""
    return for_text().get_template("alert.txt").render(alert=alert)


def alert_html(alert: AlertView) -> str:
    """The same as a page that a mail client shows without scripts or anything to load."""
    return for_html().get_template("alert.html").render(alert=alert)


def change_html(alert: AlertView, change: ChangeView) -> str:
    """One change of an alert, as a piece of HTML for a feed's entry."""
    return for_html().get_template("change.html").render(alert=alert, change=change)


def digest_text(digest: Digest) -> str:
    """A digest for a terminal."""
    return for_text().get_template("digest.txt").render(digest=digest)


def digest_markdown(digest: Digest) -> str:
    """A digest as Markdown."""
    return for_markdown().get_template("digest.md").render(digest=digest)


def digest_html(digest: Digest) -> str:
    """A digest as a page that a mail client shows without scripts or anything to load."""
    return for_html().get_template("digest.html").render(digest=digest)


def story_text(story: StoryView, policy: Policy = Policy.ALL_SIDES) -> str:
    """One story for a terminal."""
    return for_text().get_template("story.txt").render(story=story, policy=policy)


def why_text(explanation: Explanation) -> str:
    """Why an alert fired, for a terminal."""
    return for_text().get_template("why.txt").render(why=explanation)


def why_not_text(silence: Silence) -> str:
    """Why an article said what it said, or nothing, for a terminal."""
    return for_text().get_template("why-not.txt").render(why=silence)
