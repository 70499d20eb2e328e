"""Reads who hears of what: watches, and the channels that they are told on."""

from __future__ import annotations

import base64
import binascii
import os
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError

from monitor.alerts import (
    AlertFile,
    ChannelSettings,
    DigestTime,
    FeedFile,
    Mail,
    NotificationService,
    QuietHours,
    Rise,
    Watch,
    Webhook,
    Zone,
    is_always_quiet,
    is_service,
    mail_address,
)
from monitor.model import Severity
from monitor.settings.feeds import Address, Name
from monitor.settings.validation import explain

LOG = "log"
"""The channel that is there without being configured."""

SHORTEST_SECRET = 16
"""Characters of what signs a webhook: fewer can be guessed by trying."""

Read = TypeVar("Read")


def _zone(text: str) -> str:
    _ = Zone(text).rules
    return text


def _mail_address(text: str) -> str:
    mail_address(text)
    return text


def _from_environment(value: object) -> object:
    """A value that is the name of an environment variable (`$DESK_PASSWORD`) is what that holds."""
    told = re.fullmatch(r"\$([A-Z_][A-Z0-9_]*)", value) if isinstance(value, str) else None
    if told is None:
        return value
    if told[1] not in os.environ:
        raise ValueError(f"the environment has no {told[1]}")
    return os.environ[told[1]]


def _signs(secret: str) -> str:
    if len(secret) < SHORTEST_SECRET:
        raise ValueError(f"is shorter than {SHORTEST_SECRET} characters")
    if secret.startswith("whsec_"):
        try:
            base64.b64decode(secret.removeprefix("whsec_"), validate=True)
        except binascii.Error:
            raise ValueError("is no base64 after whsec_") from None
    return secret


def _known_service(url: str) -> str:
    if not is_service(url):
        raise ValueError("is no notification service that apprise knows")
    return url


def _some(given: tuple[str, ...]) -> tuple[str, ...]:
    if not given:
        raise ValueError("names none")
    return given


def _each(read: Callable[[str], Read]) -> AfterValidator:
    def readable(text: str) -> str:
        read(text)
        return text

    return AfterValidator(readable)


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
Hidden = BeforeValidator(_from_environment)
Words = tuple[Name, ...]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _MailChannel(_Strict):
    name: Id
    type: Literal["mail"]
    server: Name
    port: Annotated[int, Field(ge=1, le=65535)] | None = None
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: Annotated[str, Hidden] | None = None
    password: Annotated[str, Hidden] | None = None
    sender: Annotated[str, AfterValidator(_mail_address)]
    to: Annotated[tuple[Annotated[str, AfterValidator(_mail_address)], ...], AfterValidator(_some)]


class _WebhookChannel(_Strict):
    name: Id
    type: Literal["webhook"]
    url: Annotated[Address, Hidden]
    secret: Annotated[str, Hidden, AfterValidator(_signs)]


class _ServiceChannel(_Strict):
    name: Id
    type: Literal["service"]
    url: Annotated[str, Hidden, AfterValidator(_known_service)]


class _FileChannel(_Strict):
    name: Id
    type: Literal["file"]
    path: Name


class _FeedChannel(_Strict):
    name: Id
    type: Literal["feed"]
    path: Name
    url: Address | None = None


_Channel = Annotated[
    _MailChannel | _WebhookChannel | _ServiceChannel | _FileChannel | _FeedChannel, Field(discriminator="type")
]


class _Watch(_Strict):
    name: Id
    words: Words = ()
    places: Words = ()
    feeds: tuple[Address, ...] = ()
    outlets: Words = ()
    kinds: Words = ()
    groups: Words = ()
    least: Literal["urgent", "notice", "digest"] = "notice"
    rise_by: Annotated[int, Field(ge=1)] | None = None
    rise_by_percent: Annotated[float, Field(gt=0)] | None = None
    quiet: tuple[Annotated[str, _each(QuietHours.read)], ...] = ()
    digest: tuple[Annotated[str, _each(DigestTime.read)], ...] = ()
    zone: Annotated[str, AfterValidator(_zone)] = "UTC"
    channels: Annotated[tuple[Id, ...], AfterValidator(_some)]


_SECRETS = ("secret", "password", "url", "user")
"""Keys whose values are not repeated in a fault: it may end up in a log."""


class _File(_Strict):
    channel: Annotated[list[_Channel], Field(max_length=1_000)] = []
    watch: Annotated[list[_Watch], Field(max_length=1_000)] = []


@dataclass(frozen=True, slots=True)
class Listening:
    """Who hears of what, and how they are reached. Without a watch of the user's own, the default one."""

    watches: tuple[Watch, ...]
    channels: tuple[ChannelSettings, ...] = ()


def build_listening(
    written: dict[str, Any],
    path: Path,
    kinds: Collection[str],
    feeds: Collection[str],
    groups: tuple[str, ...],
    problems: list[str],
) -> Listening:
    """The watches and channels that a file defines; `groups` are those of the default watch.

    Every fault found goes to `problems`, with the file, and the watch or channel by its name.
    """
    default = Listening((Watch(groups=groups),))
    try:
        file = _File.model_validate(written)
    except ValidationError as error:
        problems.extend(f"{path}: {_by_name(told, written)}" for told in explain(error))
        return default
    faults = [*_twice("channel", file.channel), *_twice("watch", file.watch)]
    names = {LOG, *(channel.name for channel in file.channel)}
    if any(channel.name == LOG for channel in file.channel):
        faults.append(f"channel {LOG}: is there without being configured; give this one another name")
    for watch in file.watch:
        if is_always_quiet(tuple(map(QuietHours.read, watch.quiet))):
            faults.append(f"watch {watch.name}: quiet: leaves no time at which anything could be sent")
        faults += _unknown(watch, "kinds", watch.kinds, kinds, "kind")
        faults += _unknown(watch, "channels", watch.channels, names, "channel")
        faults += _unknown(watch, "feeds", watch.feeds, feeds, "feed in feeds.toml")
    problems.extend(f"{path}: {fault}" for fault in faults)
    watches = tuple(map(_watch, file.watch))
    return Listening(watches or default.watches, tuple(_opened(channel, path.parent) for channel in file.channel))


def _watch(written: _Watch) -> Watch:
    return Watch(
        name=written.name,
        words=written.words,
        places=written.places,
        feeds=written.feeds,
        outlets=written.outlets,
        kinds=written.kinds,
        groups=written.groups,
        least=Severity(written.least),
        rise=Rise(written.rise_by, written.rise_by_percent),
        quiet=tuple(map(QuietHours.read, written.quiet)),
        digest=tuple(map(DigestTime.read, written.digest)),
        zone=Zone(written.zone),
        channels=tuple(dict.fromkeys(written.channels)),
    )


def _opened(written: _Channel, folder: Path) -> ChannelSettings:
    if isinstance(written, _MailChannel):
        return Mail(**written.model_dump(exclude={"type"}))
    if isinstance(written, _WebhookChannel):
        return Webhook(written.name, written.url, written.secret)
    if isinstance(written, _ServiceChannel):
        return NotificationService(written.name, written.url)
    if isinstance(written, _FileChannel):
        return AlertFile(written.name, (folder / written.path).resolve())
    return FeedFile(written.name, (folder / written.path).resolve(), written.url)


def _twice(what: str, named: Sequence[Any]) -> list[str]:
    names = [one.name for one in named]
    return [f"{what} {name}: is named twice" for name in dict.fromkeys(names) if names.count(name) > 1]


def _unknown(watch: _Watch, key: str, given: Sequence[str], known: Collection[str], what: str) -> list[str]:
    return [f"watch {watch.name}: {key}: there is no {what} {one!r}" for one in given if one not in known]


def _by_name(told: str, written: dict[str, Any]) -> str:
    """A fault by the name of its watch or channel where it has one: `watch night: zone: ...`."""
    found = re.match(r"(watch|channel)\.(\d+)(?:\.(?:mail|webhook|service|file|feed))?(?:\.|: )(.*)", told, re.DOTALL)
    if found is None:
        return told
    block = written[found[1]][int(found[2])]
    name = block.get("name") if isinstance(block, dict) else None
    told = found[3]
    if any(key in told.partition(":")[0] for key in _SECRETS):
        told = told.partition(" (it says")[0]
    return f"{found[1]} {name if isinstance(name, str) else int(found[2]) + 1}: {told}"
