"""A letter as a mail: text and HTML of the same, threaded by story, under an id that every try repeats."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from monitor.alerts.letter import Letter
from monitor.alerts.rendering import alert_html, alert_text, digest_html, digest_text
from monitor.alerts.subject import subject
from monitor.alerts.view import AlertView, Digest
from monitor.model import Severity

_POLICY = SMTP.clone(max_line_length=78, cte_type="7bit")  # any server takes it, however old


def mail(letter: Letter, sender: str, to: Sequence[str]) -> EmailMessage:
    """The mail of a letter (RFC 5322, RFC 2046 section 5.1.4 for its two forms).

    `Message-ID` is made from the letter's id, so that a server or reader that was sent it twice keeps one. Every alert
    of a story answers to the story's own id, so that they stand together. `Date` is when it became known.
    """
    told = letter.content
    domain = mail_address(sender).domain
    made = EmailMessage(policy=_POLICY)
    made["From"] = mail_address(sender)
    made["To"] = [mail_address(one) for one in to]
    made["Subject"] = subject(told)
    made["Message-ID"] = f"<{letter.id}@{domain}>"
    at = told.until if isinstance(told, Digest) else told.at
    made["Date"] = format_datetime(at or datetime.fromtimestamp(0, UTC))
    made["Auto-Submitted"] = "auto-generated"  # RFC 3834: answer it with no holiday notice
    if isinstance(told, AlertView):
        root = f"<story-{told.story}@{domain}>"
        made["In-Reply-To"] = root
        made["References"] = root
        made["X-Priority"] = "1" if told.severity is Severity.URGENT else "3"
    text, html = _bodies(told)
    made.set_content(text)
    made.add_alternative(html, subtype="html")
    return made


def mail_address(text: str) -> Address:
    """A mail address with its name, if it has one. Raises ValueError where it is none."""
    name, spec = parseaddr(text)
    local, at, domain = spec.rpartition("@")
    if not at or not local or not domain or not text.isprintable() or " " in spec:
        raise ValueError(f"{text!r} is no mail address; give one as in 'desk@example.org' or 'Desk <desk@example.org>'")
    return Address(display_name=name, username=local, domain=domain)


def _bodies(told: AlertView | Digest) -> tuple[str, str]:
    if isinstance(told, Digest):
        return digest_text(told), digest_html(told)
    return alert_text(told), alert_html(told)
