"""What a watch hears, and the one alert that an article raises."""

from __future__ import annotations

from monitor.alerts import DEFAULT, Watch, channels_for, compose, heard
from monitor.model import Article, Bounds, Change, ChangeName, Severity

ARTICLE = Article(id="a", key="k", revision="r", text="", body=())


def change(kind: str, severity: Severity, *, group: str | None = None) -> Change:
    return Change(kind, ChangeName.RAISED, Bounds(12, 12), Bounds(15, 15), "police", severity, claim=0, group=group)


def test_the_default_watch_hears_every_kind_but_no_group_and_nothing_silent() -> None:
    loud, quiet = change("killed", Severity.URGENT), change("injured", Severity.DIGEST)
    changes = [loud, quiet, change("detained", Severity.NONE), change("killed", Severity.NOTICE, group="children")]
    assert heard(changes, DEFAULT) == (loud, quiet)


def test_a_watch_hears_its_kinds_and_its_groups() -> None:
    children = change("killed", Severity.NOTICE, group="children")
    watch = Watch(kinds=("killed",), groups=("children",))
    assert heard([change("injured", Severity.URGENT), children], watch) == (children,)


def test_what_is_for_the_digest_alone_is_sent_nowhere() -> None:
    assert channels_for([change("killed", Severity.DIGEST)], DEFAULT) == ()
    assert channels_for([change("killed", Severity.NOTICE)], DEFAULT) == ("log",)


def test_one_article_makes_one_alert_that_says_all_loudest_first() -> None:
    changes = [change("injured", Severity.NOTICE), change("killed", Severity.URGENT)]
    alert = compose("id", "story", ARTICLE, changes, {"killed": "Killed", "injured": "Injured"})
    assert alert is not None
    assert alert.severity is Severity.URGENT
    assert alert.headline == "Killed: 12 → 15 (police). Injured: 12 → 15 (police)."
    assert [each.kind for each in alert.changes] == ["killed", "injured"]


def test_no_change_makes_no_alert() -> None:
    assert compose("id", "story", ARTICLE, [], {}) is None
