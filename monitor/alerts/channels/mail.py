"""Mail over SMTP. What is sent is made in `monitor.alerts.mail`; this hands it to the server."""

from __future__ import annotations

import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from threading import Thread
from typing import Literal

import structlog

from monitor.alerts.channels.threads import in_own_thread
from monitor.alerts.letter import Letter
from monitor.alerts.mail import mail
from monitor.alerts.retrying import DeliveryError

SECONDS = 20
"""How long each step of the conversation may take."""

PORTS = {"starttls": 587, "tls": 465, "none": 25}

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail server, and who is written to. `password` is never shown.

    `security`: *starttls* turns a plain conversation into an encrypted one and refuses to go on without, *tls* is
    encrypted from the start, *none* is for a server on this machine.
    """

    name: str
    server: str
    sender: str
    to: tuple[str, ...]
    port: int | None = None
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str | None = None
    password: str | None = field(default=None, repr=False)

    async def deliver(self, letter: Letter) -> None:
        """Send the letter; it is acknowledged when the server has taken it for one of its receivers at least."""
        server = await in_own_thread(self._send, mail(letter, self.sender, self.to))
        Thread(target=_part, args=(server,), daemon=True).start()  # the letter was taken: nobody waits for a goodbye

    def _send(self, made: EmailMessage) -> smtplib.SMTP:
        try:
            server = self._connected()
            try:
                refused = server.send_message(made)
            except BaseException:
                _part(server)
                raise
        except smtplib.SMTPRecipientsRefused as error:
            codes = [code for code, _ in error.recipients.values()]
            raise DeliveryError(f"every receiver was refused ({codes[0]})", is_final=min(codes) >= 500) from error
        except smtplib.SMTPAuthenticationError as error:
            raise DeliveryError(f"the server did not accept user and password ({error.smtp_code})") from error
        except smtplib.SMTPResponseException as error:
            is_about_letter = isinstance(error, smtplib.SMTPDataError) and error.smtp_code >= 500
            raise DeliveryError(f"the server answered {_told(error)}", is_final=is_about_letter) from error
        except (smtplib.SMTPException, OSError) as error:
            raise DeliveryError(f"{self.server}: {str(error) or type(error).__name__}") from error
        if refused:
            _log.warning("mail not taken for some", channel=self.name, refused=sorted(refused))
        return server

    def _connected(self) -> smtplib.SMTP:
        port = self.port or PORTS[self.security]
        if self.security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                self.server, port, timeout=SECONDS, context=ssl.create_default_context()
            )
        else:
            server = smtplib.SMTP(self.server, port, timeout=SECONDS)
        try:
            if self.security == "starttls":
                server.starttls(context=ssl.create_default_context())
            if self.user is not None:
                server.login(self.user, self.password or "")
        except BaseException:
            server.close()
            raise
        return server


def _told(error: smtplib.SMTPResponseException) -> str:
    said = error.smtp_error
    return f"{error.smtp_code} {said.decode('utf-8', 'replace') if isinstance(said, bytes) else said}"


def _part(server: smtplib.SMTP) -> None:
    """Say goodbye. What goes wrong now takes nothing back: the letter was taken, or was not."""
    with suppress(smtplib.SMTPException, OSError):
        server.quit()
    server.close()
