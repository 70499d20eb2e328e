"""Alerts as an Atom feed (RFC 4287): an entry a change, under ids that never change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID, uuid5

from lxml import etree

from monitor.alerts.compose import headline
from monitor.alerts.harmless import plain, web_address
from monitor.alerts.rendering import change_html
from monitor.alerts.view import AlertView, ChangeView

NAMESPACE = UUID("7d1b4a52-93b1-5e0c-8f3f-0c2ad2e6b0f5")
"""What ids of entries are made under; changing it would show every change to every reader again."""

_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = datetime.fromtimestamp(0, UTC)


def atom(alerts: Sequence[AlertView], *, title: str, name: str = "all", address: str | None = None) -> bytes:
    """The feed of some alerts, newest first. `address` is where it is found; `name` tells feeds of one service apart.

    An entry's `updated` is when its change became known, and never moves: a change that is told is told.
    """
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    _add(feed, "id", f"urn:uuid:{uuid5(NAMESPACE, f'feed {name}')}")
    _add(feed, "title", plain(title))
    _add(feed, "updated", _stamp(max((alert.at for alert in alerts if alert.at), default=None)))
    _add(_add(feed, "author"), "name", "monitor")
    _add(feed, "generator", "monitor")
    if address:
        _add(feed, "link", rel="self", type="application/atom+xml", href=address)
    for alert in alerts:
        for name, change in zip(entry_ids(alert), alert.changes, strict=True):
            _entry(feed, alert, change, name)
    written: bytes = etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return written


def entry_ids(alert: AlertView) -> tuple[str, ...]:
    """The id of the entry of each change of an alert."""
    told = Counter[str]()
    ids = []
    for change in alert.changes:
        figure = f"{change.kind} {change.group or ''}"
        told[figure] += 1
        ids.append(f"urn:uuid:{uuid5(NAMESPACE, f'{alert.id} {figure} {told[figure]}')}")
    return tuple(ids)


def _entry(feed: etree._Element, alert: AlertView, change: ChangeView, name: str) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", name)
    _add(entry, "title", plain(f"{headline([change], alert.voices, alert.policy, alert.at)} {alert.title}"))
    _add(entry, "updated", _stamp(alert.at))
    _add(entry, "published", _stamp(alert.at))
    _add(entry, "category", term=change.severity.value)
    _add(entry, "category", term=change.kind, label=plain(change.label))
    link = web_address(change.said.url)
    if link:
        _add(entry, "link", rel="alternate", type="text/html", href=link)
    _add(entry, "content", change_html(alert, change), type="html")


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    element.text = text
    return element


def _stamp(at: datetime | None) -> str:
    """RFC 3339, to the second, as UTC."""
    return f"{(at or _NEVER).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
