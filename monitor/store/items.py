"""An item as one text of JSON, and back: what waits in the database is kept exactly as it was handed over."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import datetime
from typing import Any

from monitor.model import Item, Media, Moment, TimeOrigin

_DEFAULTS = {field.name: field.default for field in fields(Item)}
_MOMENTS = ("published", "updated")


def packed(item: Item) -> str:
    """The item's fields, without those that are as they are by default."""
    told: dict[str, Any] = {name: value for name in _DEFAULTS if (value := getattr(item, name)) != _DEFAULTS[name]}
    for name in _MOMENTS:
        moment = told.get(name)
        if moment is not None:
            told[name] = [moment.at.isoformat(), moment.origin.value, moment.guessed]
    if "fetched" in told:
        told["fetched"] = told["fetched"].isoformat()
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> Item:
    """The item that `packed` made this of."""
    told = json.loads(text)
    for name in _MOMENTS:
        if name in told:
            at, origin, guessed = told[name]
            told[name] = Moment(datetime.fromisoformat(at), TimeOrigin(origin), guessed)
    if "fetched" in told:
        told["fetched"] = datetime.fromisoformat(told["fetched"])
    if "media" in told:
        told["media"] = Media(told["media"])
    return Item(**told)
