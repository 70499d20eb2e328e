"""Articles, alerts and the outbox on both backends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection

from monitor.alerts import DigestDue, Posting
from monitor.errors import NotFoundError
from monitor.model import Alert, Article, Moment, Severity, Span, TimeOrigin
from monitor.store.articles import Articles, Standing
from monitor.store.engine import open_engine
from monitor.store.outbox import Delivery, Outbox
from monitor.store.schema import prepare

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def connection(database: str) -> Iterator[Connection]:
    engine = open_engine(database)
    prepare(engine)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def article(text: str = "A ferry sank.", *, key: str = "k1", name: str = "a.txt") -> Article:
    return Article(
        id=name,
        key=key,
        revision=f"r-{text[-4:]}",
        text=text,
        body=(Span(0, len(text)),),
        url="https://news.example/ferry",
        outlet="Harbour News",
        published=Moment(NOON, TimeOrigin.MANIFEST),
    )


def add(connection: Connection, seq: int, given: Article, *, item: str, learnt_at: datetime | None = NOON) -> None:
    kept = Articles(connection)
    kept.add(
        seq,
        given,
        Standing(cluster="c1", story="s1", origin="Harbour News", agency=None),
        learnt_at,
        is_revision=seq == 2 and given.key == "k1",
    )
    kept.remember(item, seq, f'{{"id": {seq}}}')


def alert(alert_id: str = "alert-1") -> Alert:
    return Alert(alert_id, "s1", "k1", "r1", Severity.URGENT, "Killed: 12 (police).", ())


def test_a_second_try_finds_what_was_decided(connection: Connection) -> None:
    assert Articles(connection).record_of("item-1") is None
    add(connection, 1, article(), item="item-1")
    assert Articles(connection).record_of("item-1") == '{"id": 1}'


def test_the_latest_revision_of_an_article_is_found(connection: Connection) -> None:
    add(connection, 1, article(), item="item-1")
    add(connection, 2, article("A ferry sank. Twelve died."), item="item-2")
    latest = Articles(connection).latest("k1")
    assert latest is not None
    assert (latest.seq, latest.revision, latest.cluster, latest.story) == (2, "r-ied.", "c1", "s1")
    assert Articles(connection).latest("k2") is None
    assert Articles(connection).next_seq() == 3


def test_the_clock_is_the_latest_time_anything_was_learnt_with_its_zone(connection: Connection) -> None:
    assert Articles(connection).clock() is None
    add(connection, 1, article(), item="item-1")
    add(connection, 2, article("Undated words.", key="k2", name="b.txt"), item="item-2", learnt_at=None)
    assert Articles(connection).clock() == NOON


@pytest.mark.parametrize("name", ["a.txt", "k1", "https://news.example/ferry"])
def test_an_article_is_found_by_id_key_or_address(connection: Connection, name: str) -> None:
    add(connection, 1, article(), item="item-1")
    add(connection, 2, article("A ferry sank. Twelve died."), item="item-2")
    assert [stored.seq for stored in Articles(connection).find(name)] == [2]


def postings(*channels: str, not_before: datetime | None = None) -> list[Posting]:
    return [Posting(name, ("default",), (("killed", None),), not_before) for name in channels]


def test_what_waits_is_due_until_acknowledged(connection: Connection) -> None:
    add(connection, 1, article(), item="item-1")
    box = Outbox(connection)
    box.add(alert(), 1, postings("log", "mail"), Delivery.WAITING, NOON)
    waiting = box.due("log", NOON)
    assert waiting is not None
    assert (waiting.letter, waiting.watches, waiting.figures) == ("alert-1", ("default",), (("killed", None),))
    assert box.claim("alert-1", "log")
    assert not box.claim("alert-1", "log")
    assert box.due("log", NOON) is None
    box.sent("alert-1", "log", NOON)
    assert box.due("log", NOON) is None
    assert box.due("mail", NOON) is not None
    assert [(one.channel, one.state) for one in box.envelopes()] == [
        ("log", Delivery.SENT),
        ("mail", Delivery.WAITING),
    ]


def test_what_a_dead_sender_had_in_hand_waits_again(connection: Connection) -> None:
    add(connection, 1, article(), item="item-1")
    box = Outbox(connection)
    box.add(alert(), 1, postings("log", "mail"), Delivery.WAITING, NOON)
    box.claim("alert-1", "log")
    box.sent("alert-1", "log", NOON)
    box.claim("alert-1", "mail")
    assert box.release({}, NOON) == 1
    assert box.due("log", NOON) is None
    assert box.due("mail", NOON) is not None


def test_what_a_dead_sender_had_in_hand_and_its_channel_took_is_sent(connection: Connection) -> None:
    for seq, name in ((1, "alert-1"), (2, "alert-2")):
        add(connection, seq, article(str(seq)), item=f"item-{seq}")
        Outbox(connection).add(replace(alert(), id=name), seq, postings("hook", "mail"), Delivery.WAITING, NOON)
    box = Outbox(connection)
    box.claim("alert-1", "hook")
    box.claim("alert-1", "mail")
    assert box.release({"hook": "alert-1", "mail": "alert-2"}, NOON) == 1
    states = {(one.letter, one.channel): one.state for one in box.envelopes()}
    assert states["alert-1", "hook"] is Delivery.SENT
    assert states["alert-1", "mail"] is Delivery.WAITING
    assert states["alert-2", "mail"] is Delivery.WAITING


def test_a_failed_try_waits_for_its_time_and_the_last_one_is_given_up(connection: Connection) -> None:
    add(connection, 1, article(), item="item-1")
    box = Outbox(connection)
    box.add(alert(), 1, postings("mail"), Delivery.WAITING, NOON)
    box.failed("alert-1", "mail", "refused", NOON + timedelta(minutes=5))
    assert box.due("mail", NOON) is None
    again = box.due("mail", NOON + timedelta(minutes=5))
    assert again is not None
    assert again.attempts == 1
    box.failed("alert-1", "mail", "refused", None)
    assert box.due("mail", NOON + timedelta(days=9)) is None
    (given_up,) = box.envelopes([Delivery.FAILED])
    assert (given_up.letter, given_up.attempts, given_up.error) == ("alert-1", 2, "refused")


def test_what_was_given_up_can_be_sent_again_by_hand_and_nothing_else(connection: Connection) -> None:
    add(connection, 1, article(), item="item-1")
    box = Outbox(connection)
    box.add(alert(), 1, postings("log", "mail"), Delivery.WAITING, NOON)
    box.sent("alert-1", "log", NOON)
    with pytest.raises(NotFoundError, match="no alert alert-1 that was given up"):
        box.resend("alert-1")
    box.failed("alert-1", "mail", "refused", None)
    assert box.resend("alert-1") == ("mail",)
    assert box.due("mail", NOON) is not None
    assert box.due("log", NOON) is None


def test_what_is_held_for_quiet_hours_waits_for_their_end(connection: Connection) -> None:
    add(connection, 1, article(), item="item-1")
    box = Outbox(connection)
    box.add(alert(), 1, postings("mail", not_before=NOON + timedelta(hours=7)), Delivery.WAITING, NOON)
    assert box.due("mail", NOON + timedelta(hours=6)) is None
    assert box.due("mail", NOON + timedelta(hours=7)) is not None


def test_what_a_replay_recorded_is_never_due(connection: Connection) -> None:
    add(connection, 1, article(), item="item-1")
    Outbox(connection).add(alert(), 1, postings("log"), Delivery.RECORDED, NOON)
    assert Outbox(connection).due("log", NOON + timedelta(days=1)) is None


def test_a_digest_goes_to_every_channel_of_its_watch_once(connection: Connection) -> None:
    box = Outbox(connection)
    box.begin_digests("desk", NOON)
    assert box.digests_until() == {"desk": NOON}
    due = DigestDue("digest-1", "desk", ("mail", "log"), NOON, NOON + timedelta(hours=8))
    box.add_digest(due)
    assert box.digests_until() == {"desk": due.until}
    assert box.digest_span("digest-1") == (NOON, due.until)
    letter = box.due("mail", NOON)
    assert letter is not None
    assert (letter.letter, letter.is_digest, letter.watches) == ("digest-1", True, ("desk",))


def test_letters_are_listed_by_when_they_were_made_alerts_and_digests_alike(connection: Connection) -> None:
    box = Outbox(connection)
    for hour in range(4):
        at = NOON + timedelta(hours=hour)
        if hour % 2:
            box.add_digest(DigestDue(f"digest-{hour}", "desk", ("mail",), NOON, at))
        else:
            add(connection, hour + 1, article(f"{hour}", key=f"k{hour}"), item=f"item-{hour}")
            box.add(replace(alert(), id=f"alert-{hour}"), hour + 1, postings("mail"), Delivery.WAITING, at)
    assert [one.letter for one in box.envelopes(limit=3)] == ["digest-3", "alert-2", "digest-1"]


def test_an_unknown_alert_is_named(connection: Connection) -> None:
    with pytest.raises(NotFoundError, match="no alert nothing"):
        Outbox(connection).seq_of("nothing")
