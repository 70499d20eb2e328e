"""What a watch hears of, over which channels, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from monitor.alerts import Facts, PastChanges, QuietHours, Rise, Watch, Zone, heard, post, rehearse
from monitor.model import Bounds, Change, ChangeName, Severity

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
NIGHT = datetime(2026, 5, 4, 23, 30, tzinfo=UTC)
FERRY = Facts("Ferry sinks off Velmora\nLesandran coast guard searches on.", "Harbour Times", "https://feeds.example/a")


def change(
    kind: str = "killed",
    severity: Severity = Severity.URGENT,
    *,
    group: str | None = None,
    before: int = 12,
    after: int = 15,
    name: ChangeName = ChangeName.RAISED,
) -> Change:
    stood, now = Bounds(before, before), Bounds(after, after)
    return Change(kind, name, stood, now, "police", severity, claim=0, group=group)


def channels(watch: Watch, *changes: Change, facts: Facts = FERRY, now: datetime = NOON) -> list[str]:
    return [posting.channel for posting in post(changes, [watch], facts, now)]


def test_the_default_watch_hears_every_kind_but_no_group_and_nothing_silent() -> None:
    loud, quiet = change(), change("injured", Severity.DIGEST)
    changes = [loud, quiet, change("detained", Severity.NONE), change(severity=Severity.NOTICE, group="children")]
    assert heard(changes, Watch(), FERRY) == (loud, quiet)


def test_a_watch_hears_its_kinds_and_its_groups() -> None:
    children = change(severity=Severity.NOTICE, group="children")
    watch = Watch(kinds=("killed",), groups=("children",))
    assert heard([change("injured"), children], watch, FERRY) == (children,)


@pytest.mark.parametrize(
    ("watch", "is_heard"),
    [
        (Watch(words=("ferry",)), True),
        (Watch(words=("train", "COAST  guard")), True),
        (Watch(words=("ferr",)), False),
        (Watch(words=("sink*",)), True),
        (Watch(words=("sin",)), False),
        (Watch(words=("(.*)",)), False),
        (Watch(places=("Velmora",)), True),
        (Watch(places=("velmora",)), False),
        (Watch(places=("Lesandra",)), False),
        (Watch(places=("Ondale", "Lesandra*")), True),
        (Watch(outlets=("harbour  times",)), True),
        (Watch(outlets=("Harbour",)), False),
        (Watch(feeds=("https://feeds.example/a",)), True),
        (Watch(feeds=("https://feeds.example/b",)), False),
        (Watch(words=("ferry",), outlets=("Upland Review",)), False),
    ],
)
def test_every_criterion_that_is_given_must_hold(watch: Watch, is_heard: bool) -> None:
    assert bool(heard([change()], watch, FERRY)) is is_heard


def test_what_is_for_the_digest_alone_is_sent_nowhere_unless_asked_for() -> None:
    assert channels(Watch(), change(severity=Severity.DIGEST)) == []
    assert channels(Watch(), change(severity=Severity.NOTICE)) == ["log"]
    assert channels(Watch(least=Severity.URGENT), change(severity=Severity.NOTICE)) == []
    assert channels(Watch(least=Severity.DIGEST), change(severity=Severity.DIGEST)) == ["log"]


@pytest.mark.parametrize(
    ("rise", "after", "is_sent"),
    [
        (Rise(number=3), 15, True),
        (Rise(number=4), 15, False),
        (Rise(percent=25), 15, True),
        (Rise(percent=26), 15, False),
        (Rise(number=100, percent=10), 15, True),
        (Rise(), 13, True),
    ],
)
def test_a_small_rise_is_not_worth_an_alert(rise: Rise, after: int, is_sent: bool) -> None:
    assert bool(channels(Watch(rise=rise), change(after=after))) is is_sent


def test_a_first_figure_is_told_however_small() -> None:
    first = replace(change(after=1, name=ChangeName.FIRST), before=None)
    assert channels(Watch(rise=Rise(number=50)), first) == ["log"]


def test_small_rises_add_up_to_one_that_is_told() -> None:
    watch = Watch(name="big", rise=Rise(number=5))
    past = [
        PastChanges(f"a{n}", "s", "Ferry sinks", NOON, (change(before=n, after=n + 1),), FERRY) for n in range(10, 22)
    ]
    past.insert(0, PastChanges("a", "s", "Ferry sinks", NOON, (change(name=ChangeName.FIRST, after=10),), FERRY))
    assert [one.alert for one in rehearse(watch, past, {})] == ["a", "a14", "a19"]


def test_two_watches_of_one_channel_make_one_letter_with_what_either_hears_of() -> None:
    ships = Watch(name="ships", words=("ferry",), kinds=("killed",), channels=("desk",))
    hurt = Watch(name="hurt", kinds=("injured",), channels=("desk", "archive"))
    changes = [change("missing"), change("injured"), change("killed")]
    desk, archive = post(changes, [ships, hurt], FERRY, NOON)
    assert (desk.channel, desk.watches, desk.figures) == (
        "desk",
        ("ships", "hurt"),
        (("injured", None), ("killed", None)),
    )
    assert (archive.channel, archive.watches, archive.figures) == ("archive", ("hurt",), (("injured", None),))


def test_what_falls_in_quiet_hours_is_held_until_they_end() -> None:
    watch = Watch(quiet=(QuietHours.read("22:00-07:00"),), zone=Zone("Europe/Berlin"))
    (held,) = post([change()], [watch], FERRY, NIGHT)
    assert held.not_before == datetime(2026, 5, 5, 5, tzinfo=UTC)
    (at_once,) = post([change()], [watch], FERRY, NOON)
    assert at_once.not_before is None


def test_a_channel_that_one_watch_may_wake_is_woken() -> None:
    sleeper = Watch(name="sleeper", quiet=(QuietHours.read("22:00-07:00"),))
    waker = Watch(name="waker", least=Severity.URGENT)
    (posting,) = post([change()], [sleeper, waker], FERRY, NIGHT)
    assert posting.not_before is None


def test_a_rehearsal_tells_when_each_alert_would_have_gone_out() -> None:
    watch = Watch(quiet=(QuietHours.read("22:00-07:00"),))
    past = [PastChanges("a", "s", "Ferry sinks", NIGHT, (change(),), FERRY)]
    (told,) = rehearse(watch, past, {"killed": "Killed"})
    assert told.sent_at == datetime(2026, 5, 5, 7, tzinfo=UTC)
    assert told.headline == "Killed: 12 → 15 (police)."
