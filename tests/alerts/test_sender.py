"""Letters out of a real database to channels that fail, hang and come back; time is told, not waited for."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from monitor.alerts import DeliveryError, DigestTime, Letter, Patience, Sender, Watch
from monitor.model import Item
from monitor.pipeline import Road, read
from monitor.settings import Settings, load
from monitor.store import Delivery, Store, StoredLetterbox

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
SETTINGS = load(Path(__file__).parents[2] / "config")
PATIENCE = Patience(tries=3)


@dataclass
class Receiver:
    """A channel that fails as often as it is told to, then takes everything."""

    name: str
    fails: int = 0
    error: DeliveryError = field(default_factory=lambda: DeliveryError("it is down"))
    taken: list[str] = field(default_factory=list)
    tries: int = 0

    async def deliver(self, letter: Letter) -> None:
        self.tries += 1
        if self.fails:
            self.fails -= 1
            raise self.error
        self.taken.append(letter.id)


class Hanging(Receiver):
    """A channel that never comes back."""

    async def deliver(self, letter: Letter) -> None:
        self.tries += 1
        await asyncio.Event().wait()


class Desk:
    """A database with alerts for two channels, and a sender on a clock that the test turns."""

    def __init__(self, store: Store, *receivers: Receiver) -> None:
        self.store = store
        self.now = NOON
        watches = (Watch(channels=tuple(one.name for one in receivers)),)
        self.settings: Settings = replace(SETTINGS, watches=watches)
        self.road = Road(store, self.settings, replaying=False)
        self.box = StoredLetterbox(store, self.settings.labels, self.settings.alerts.figures, watches)
        self.receivers = {one.name: one for one in receivers}
        self.sender = self.started()

    def started(self) -> Sender:
        return Sender(self.receivers, self.box, lambda: self.now, lambda: 0.5, PATIENCE)

    def reports(self, dead: int) -> None:
        text = f"A coach overturned near Velmora on Monday, killing {dead} people, police said."
        self.road.decide(read(Item(id=f"{dead}", content=text, fetched=self.now), self.settings), self.now)

    def send(self) -> None:
        asyncio.run(self.sender.send_due())

    def states(self) -> dict[tuple[str, int], str]:
        with self.store.reading() as past:
            order = {letter: place for place, letter in enumerate(self.alerts())}
            return {(one.channel, order[one.letter]): one.state.value for one in past.outbox.envelopes()}

    def alerts(self) -> list[str]:
        with self.store.reading() as past:
            return [one.alert for one in past.views.past_changes()]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(str(tmp_path / "monitor.db"), SETTINGS.copies)
    yield store
    store.close()


def test_each_alert_goes_once_to_each_channel(store: Store) -> None:
    mail, hook = Receiver("mail"), Receiver("hook")
    desk = Desk(store, mail, hook)
    desk.reports(12)
    desk.reports(15)
    desk.send()
    desk.send()
    assert mail.taken == hook.taken == desk.alerts()
    assert len(mail.taken) == 2


def test_a_channel_that_is_down_is_tried_again_later_and_delays_no_other(store: Store) -> None:
    mail, hook = Receiver("mail", fails=2), Receiver("hook")
    desk = Desk(store, mail, hook)
    desk.reports(12)
    desk.send()
    assert (mail.taken, hook.taken) == ([], desk.alerts())
    desk.send()
    assert mail.tries == 1  # its time has not come
    desk.now += timedelta(minutes=5)
    desk.send()
    desk.now += timedelta(minutes=30)
    desk.send()
    assert mail.taken == desk.alerts()
    assert hook.tries == 1


def test_a_channel_that_hangs_keeps_no_other_waiting(store: Store) -> None:
    mail, hook = Hanging("mail"), Receiver("hook")
    desk = Desk(store, mail, hook)
    desk.reports(12)

    async def run() -> None:
        sending = asyncio.create_task(desk.sender.run(asyncio.Event()))
        async with asyncio.timeout(10):
            while desk.states() != {("mail", 0): Delivery.SENDING, ("hook", 0): Delivery.SENT}:
                await asyncio.sleep(0.01)
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)

    asyncio.run(run())
    assert mail.tries == 1
    assert hook.taken == desk.alerts()


def test_what_was_in_hand_when_a_sender_died_is_sent_by_the_next(store: Store) -> None:
    mail = Receiver("mail")
    desk = Desk(store, mail)
    desk.reports(12)
    assert desk.box.claim("mail", desk.now) is not None  # and then nothing more is heard of it
    desk.send()
    assert mail.taken == []
    assert desk.box.release(desk.now) == 1
    desk.send()
    assert mail.taken == desk.alerts()


def test_what_was_taken_when_a_sender_died_before_it_could_say_so_is_not_sent_again(store: Store) -> None:
    mail = Receiver("mail")
    desk = Desk(store, mail)
    desk.reports(12)
    letter = desk.box.claim("mail", desk.now)
    assert letter is not None
    desk.box.acknowledged(letter)  # and then nothing more is heard of it
    assert desk.box.release(desk.now) == 0
    desk.send()
    assert (mail.taken, desk.states()) == ([], {("mail", 0): Delivery.SENT})


def test_a_receipt_of_an_earlier_try_counts_for_no_later_one(store: Store) -> None:
    mail = Receiver("mail", fails=3)
    desk = Desk(store, mail)
    desk.reports(12)
    letter = desk.box.claim("mail", desk.now)
    assert letter is not None
    desk.box.acknowledged(letter)
    desk.box.failed(letter, "it took only half", desk.now)
    assert desk.box.claim("mail", desk.now) is not None
    assert desk.box.release(desk.now) == 1


def test_after_the_last_try_it_is_given_up_stays_listed_and_can_be_sent_by_hand(store: Store) -> None:
    mail = Receiver("mail", fails=3)
    desk = Desk(store, mail)
    desk.reports(12)
    for _ in range(6):
        desk.send()
        desk.now += timedelta(hours=6)
    assert mail.tries == 3
    assert desk.states() == {("mail", 0): Delivery.FAILED}
    with store.deciding() as past:
        assert past.outbox.resend(desk.alerts()[0]) == ("mail",)
    desk.send()
    assert mail.taken == desk.alerts()


def test_a_letter_that_will_never_be_taken_holds_up_none_behind_it(store: Store) -> None:
    mail = Receiver("mail", fails=1, error=DeliveryError("it is no letter", is_final=True))
    desk = Desk(store, mail)
    desk.reports(12)
    desk.reports(15)
    desk.send()
    assert desk.states() == {("mail", 0): Delivery.FAILED, ("mail", 1): Delivery.SENT}


def test_a_fault_of_ours_in_one_letter_costs_that_letter(store: Store) -> None:
    class Faulty(Receiver):
        async def deliver(self, letter: Letter) -> None:
            if not self.tries:
                self.tries += 1
                raise ZeroDivisionError("by zero")
            await super().deliver(letter)

    mail = Faulty("mail")
    desk = Desk(store, mail)
    desk.reports(12)
    desk.reports(15)
    desk.send()
    assert desk.states() == {("mail", 0): Delivery.FAILED, ("mail", 1): Delivery.SENT}


def test_a_digest_is_due_at_its_time_once_and_tells_what_came_since_the_last(store: Store) -> None:
    mail = Receiver("mail")
    desk = Desk(store, mail)
    daily = Watch("daily", channels=("mail",), digest=(DigestTime.read("18:00"),))
    desk.box = StoredLetterbox(store, desk.settings.labels, desk.settings.alerts.figures, (daily,))
    desk.sender = desk.started()
    desk.box.write_digests(desk.now)
    desk.now += timedelta(minutes=1)
    desk.reports(12)
    desk.send()
    told = list(mail.taken)
    for hour in (17, 18, 19):
        desk.now = NOON.replace(hour=hour, minute=1)
        desk.box.write_digests(desk.now)
        desk.send()
    (digest,) = [one for one in mail.taken if one not in told]
    with store.reading() as past:
        since, until = past.outbox.digest_span(digest)
    assert (since, until) == (NOON, NOON.replace(hour=18))
