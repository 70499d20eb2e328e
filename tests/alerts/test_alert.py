"""The one alert that an article raises."""

from __future__ import annotations

from monitor.alerts import compose
from monitor.model import Article, Bounds, Change, ChangeName, Severity

ARTICLE = Article(id="a", key="k", revision="r", text="", body=())


def change(kind: str, severity: Severity, *, group: str | None = None) -> Change:
    return Change(kind, ChangeName.RAISED, Bounds(12, 12), Bounds(15, 15), "police", severity, claim=0, group=group)


def test_one_article_makes_one_alert_that_says_all_loudest_first() -> None:
    changes = [change("injured", Severity.NOTICE), change("killed", Severity.URGENT)]
    alert = compose("id", "story", ARTICLE, changes, {"killed": "Killed", "injured": "Injured"})
    assert alert is not None
    assert alert.severity is Severity.URGENT
    assert alert.headline == "Killed: 12 → 15 (police). Injured: 12 → 15 (police)."
    assert [each.kind for each in alert.changes] == ["killed", "injured"]


def test_no_change_makes_no_alert() -> None:
    assert compose("id", "story", ARTICLE, [], {}) is None
