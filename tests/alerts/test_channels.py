"""Every channel against a real receiver on this machine: what arrives, what is refused, and what is said of it."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import feedparser
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from aiosmtpd.smtp import SMTP, Envelope, Session

from monitor.alerts import AlertFile, AlertView, DeliveryError, FeedFile, Letter, Mail, NotificationService, Webhook
from monitor.alerts.channels import Channel
from monitor.alerts.channels.file import RECENT
from tests.alerts.views import alert, digest, letter

SECRET = "a secret of some length"


@dataclass
class Mailbox:
    """A mail server's handler. `answers` are given one after the other, then all is taken."""

    answers: list[str] = field(default_factory=list)
    refused: Sequence[str] = ()
    taken: list[EmailMessage] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address in self.refused:
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.answers:
            return self.answers.pop(0)
        assert isinstance(envelope.content, bytes)
        read = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(read, EmailMessage)
        self.taken.append(read)
        return "250 2.0.0 taken"


@asynccontextmanager
async def mail_server(mailbox: Mailbox) -> AsyncIterator[int]:
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(mailbox), "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        await server.wait_closed()


def mail_to(port: int, *to: str) -> Mail:
    return Mail("desk", "127.0.0.1", "Monitor <m@example.org>", to or ("d@example.org",), port, "none")


def deliver_by_mail(mailbox: Mailbox, *letters: Letter, to: Sequence[str] = ()) -> None:
    async def run() -> None:
        async with mail_server(mailbox) as port:
            for one in letters:
                await mail_to(port, *to).deliver(one)

    asyncio.run(run())


def deliver_by_hook(answer: Callable[[web.Request], object], one: Letter | None = None) -> None:
    async def run() -> None:
        async def take(request: web.Request) -> web.StreamResponse:
            told = answer(request)
            if asyncio.iscoroutine(told):
                told = await told
            assert isinstance(told, web.StreamResponse)
            return told

        app = web.Application()
        app.router.add_post("/hook", take)
        async with TestServer(app) as server:
            await Webhook("hook", str(server.make_url("/hook")), SECRET).deliver(one or letter())

    asyncio.run(run())


def test_a_mail_says_it_in_text_and_html_and_stands_with_its_story() -> None:
    mailbox = Mailbox()
    deliver_by_mail(mailbox, letter())
    (read,) = mailbox.taken
    assert read["Subject"] == "Killed: 12 → 15 (police)."
    assert read["Message-ID"] == "<a1b2c3@example.org>"
    assert read["References"] == read["In-Reply-To"] == "<story-5107e@example.org>"
    text, html = (part.get_content() for part in read.iter_parts())
    for told in (text, html):
        assert "Rescuers counted" in told
        assert "Harbour Times" in told
    assert "<mark>15</mark>" in html


def test_a_second_try_of_a_mail_has_the_same_id() -> None:
    mailbox = Mailbox()
    deliver_by_mail(mailbox, letter(), letter())
    assert mailbox.taken[0]["Message-ID"] == mailbox.taken[1]["Message-ID"]


def test_a_digest_is_mailed_under_its_day() -> None:
    mailbox = Mailbox()
    deliver_by_mail(mailbox, letter(digest(), "d1"))
    assert mailbox.taken[0]["Subject"] == "Digest, 4 May 2026: 1 story changed"
    assert mailbox.taken[0]["References"] is None


def test_a_server_that_is_busy_is_tried_again_and_one_that_refuses_the_letter_is_not() -> None:
    with pytest.raises(DeliveryError, match="451") as busy:
        deliver_by_mail(Mailbox(["451 4.3.0 later"]), letter())
    assert not busy.value.is_final
    with pytest.raises(DeliveryError, match="554") as refused:
        deliver_by_mail(Mailbox(["554 5.6.0 spam"]), letter())
    assert refused.value.is_final


def test_one_receiver_that_is_unknown_keeps_it_from_no_other() -> None:
    mailbox = Mailbox(refused=["gone@example.org"])
    deliver_by_mail(mailbox, letter(), to=["gone@example.org", "d@example.org"])
    assert len(mailbox.taken) == 1
    with pytest.raises(DeliveryError, match="every receiver was refused") as refused:
        deliver_by_mail(mailbox, letter(), to=["gone@example.org"])
    assert refused.value.is_final


def test_a_mail_server_that_is_not_there_is_named() -> None:
    async def run() -> None:
        async with mail_server(Mailbox()) as port:
            pass
        await mail_to(port).deliver(letter())

    with pytest.raises(DeliveryError, match=r"127\.0\.0\.1: ") as gone:
        asyncio.run(run())
    assert not gone.value.is_final


def test_a_webhook_is_signed_over_its_id_time_and_body() -> None:
    seen: list[tuple[dict[str, str], bytes]] = []

    async def take(request: web.Request) -> web.Response:
        seen.append((dict(request.headers), await request.read()))
        return web.Response(status=204)

    deliver_by_hook(take)
    ((headers, body),) = seen
    content = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    expected = base64.b64encode(hmac.new(SECRET.encode(), content, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"
    assert headers["Idempotency-Key"] == headers["webhook-id"] == "a1b2c3"
    told = json.loads(body)
    assert (told["id"], told["type"], told["schema"]) == ("a1b2c3", "alert", 1)
    assert told["changes"][0]["after"] == {"low": 15, "high": 15}


@pytest.mark.parametrize(
    ("status", "headers", "is_final", "after"),
    [
        (500, {}, False, None),
        (429, {"Retry-After": "120"}, False, timedelta(seconds=120)),
        (503, {"Retry-After": "nonsense"}, False, None),
        (302, {"Location": "http://127.0.0.1/"}, False, None),
        (404, {}, False, None),
        (410, {}, True, None),
        (422, {}, True, None),
    ],
)
def test_what_a_receiver_answers_decides_whether_and_when_it_is_tried_again(
    status: int, headers: dict[str, str], is_final: bool, after: timedelta | None
) -> None:
    with pytest.raises(DeliveryError, match=str(status)) as failed:
        deliver_by_hook(lambda _request: web.Response(status=status, headers=headers))
    assert (failed.value.is_final, failed.value.retry_after) == (is_final, after)


def test_a_receiver_that_drops_the_connection_has_taken_nothing() -> None:
    async def drop(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    with pytest.raises(DeliveryError) as dropped:
        deliver_by_hook(drop)
    assert not dropped.value.is_final


def test_a_receiver_that_hangs_is_given_up_for_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monitor.alerts.channels.webhook.DEADLINE_SECONDS", 0.2)

    async def hang(_request: web.Request) -> web.Response:
        await asyncio.sleep(3600)
        return web.Response()

    with pytest.raises(DeliveryError, match="Timeout"):
        deliver_by_hook(hang)


def test_a_file_holds_each_letter_once_and_a_torn_line_is_mended(tmp_path: Path) -> None:
    book = tmp_path / "deep" / "book.jsonl"
    channel = AlertFile("book", book)
    run(channel, letter())
    run(channel, letter())
    with book.open("ab") as torn:
        torn.write(b'{"id":"d4e5f6","schema":1,"type":"al')
    run(channel, letter(name="d4e5f6"))
    assert [json.loads(line)["id"] for line in book.read_text("utf-8").splitlines()] == ["a1b2c3", "d4e5f6"]


def test_a_file_of_years_is_looked_through_at_its_end_alone(tmp_path: Path) -> None:
    book = tmp_path / "book.jsonl"
    with book.open("wb") as file:
        file.write(b'{"id":"a1b2c3","schema":1}\n')
        file.writelines(b'{"id":"%07d"}%s\n' % (number, b" " * 10_000) for number in range(RECENT // 10_000))
    before = book.stat().st_size
    run(AlertFile("book", book), letter())
    after = book.stat().st_size
    run(AlertFile("book", book), letter())
    assert before < after == book.stat().st_size


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(DeliveryError, match=str(tmp_path)):
        run(AlertFile("book", tmp_path), letter())


def test_a_feed_file_is_whole_and_holds_each_change_once_however_often_it_is_told(tmp_path: Path) -> None:
    path = tmp_path / "alerts.atom"
    channel = FeedFile("public", path, "https://example.org/alerts.atom").open(Box([alert()]))
    run(channel, letter())
    first = path.read_bytes()
    run(channel, letter())
    run(channel, letter(digest(), "d1"))
    assert path.read_bytes() == first
    parsed = feedparser.parse(first)
    assert not parsed.bozo
    assert [entry.title for entry in parsed.entries] == ["Killed: 12 → 15 (police). Coach overturns near Velmora"]
    assert list(tmp_path.iterdir()) == [path]


def test_of_many_alerts_that_wait_the_first_puts_all_into_the_feed(tmp_path: Path) -> None:
    box = Box([replace(alert(), id=name) for name in ("a1", "b2", "c3")])
    channel = FeedFile("public", tmp_path / "alerts.atom").open(box)
    for one in box.told:
        run(channel, letter(one, one.id))
    assert box.asked == 1
    box.told = [replace(alert(), id="d4"), *box.told]
    run(channel, letter(box.told[0], "d4"))
    assert box.asked == 2
    assert len(feedparser.parse((tmp_path / "alerts.atom").read_bytes()).entries) == 4


def test_any_service_that_apprise_knows_is_told_and_its_refusal_is_said(tmp_path: Path) -> None:
    seen: list[dict[str, str]] = []
    status = 200

    async def take(request: web.Request) -> web.Response:
        seen.append(await request.json())
        return web.Response(status=status)

    async def converse() -> None:
        nonlocal status
        app = web.Application()
        app.router.add_post("/notify", take)
        async with TestServer(app) as server:
            channel = NotificationService("chat", f"json://127.0.0.1:{server.port}/notify")
            await channel.deliver(letter())
            status = 500
            with pytest.raises(DeliveryError):
                await channel.deliver(letter())

    asyncio.run(converse())
    assert seen[0]["title"] == "Killed: 12 → 15 (police)."
    assert "Rescuers counted" in seen[0]["message"]


class Box:
    """A letterbox that only knows what was told."""

    def __init__(self, told: Sequence[AlertView]) -> None:
        self.told = told
        self.asked = 0

    def latest(self, _channel: str, _limit: int) -> Sequence[AlertView]:
        self.asked += 1
        return self.told

    def claim(self, _channel: str, _now: datetime) -> None:
        """Nothing waits."""

    def sent(self, _letter: Letter, _now: datetime) -> None:
        """A feed marks nothing."""

    def failed(self, _letter: Letter, _error: str, _retry_at: datetime | None) -> None:
        """A feed marks nothing."""


def run(channel: Channel, one: Letter) -> None:
    asyncio.run(channel.deliver(one))
