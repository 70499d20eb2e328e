"""Watches and channels as they are written, and every fault of them told at once."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from monitor.alerts import AlertFile, FeedFile, Mail, QuietHours, Rise, Watch, Webhook, Zone
from monitor.errors import SettingsError
from monitor.model import Severity
from monitor.settings import Settings, load, write_out

CHANNELS = """
[[channel]]
name = "desk"
type = "mail"
server = "smtp.example.org"
sender = "Monitor <monitor@example.org>"
to = ["desk@example.org"]
user = "monitor"
password = "$DESK_PASSWORD"

[[channel]]
name = "hook"
type = "webhook"
url = "https://hooks.example.org/in"
secret = "sixteen characters or more"

[[channel]]
name = "archive"
type = "file"
path = "../var/alerts.jsonl"

[[channel]]
name = "public"
type = "feed"
path = "alerts.atom"
"""


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_out(tmp_path)
    monkeypatch.setenv("DESK_PASSWORD", "not for logs")
    return tmp_path / "config"


def written(config: Path, text: str) -> Settings:
    (config / "watches.toml").write_text(text, encoding="utf-8")
    return load(config)


def faults(config: Path, text: str) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        written(config, text)
    return [problem.removeprefix(f"{config}/watches.toml: ") for problem in caught.value.problems]


def test_as_shipped_there_is_the_default_watch(config: Path) -> None:
    assert load(config).watches == (Watch(),)
    (config / "watches.toml").unlink()
    assert load(config).watches == (Watch(),)


def test_the_shipped_examples_work_when_their_comments_are_taken_off(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESK_MAIL_PASSWORD", "x")
    monkeypatch.setenv("NEWSROOM_SECRET", "sixteen characters or more")
    monkeypatch.setenv("CHAT_URL", "json://chat.example.org/hook")
    lines = (config / "watches.toml").read_text().splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith("# [[channel]]"))
    told = [line for line in lines[start:] if line.startswith(("# [[", "# ")) and ("=" in line or "[[" in line)]
    text = "\n".join(line.removeprefix("# ") for line in told).replace(
        "https://news.example.org/feed", load(config).sources.feeds[0].url
    )
    settings = written(config, text)
    assert [channel.name for channel in settings.channels] == ["desk", "newsroom", "chat", "archive", "public"]
    (watch,) = settings.watches
    assert watch.rise == Rise(5, 10)
    assert watch.quiet == (QuietHours(time(22), time(7)),)
    assert watch.zone == Zone("Europe/Berlin")
    assert settings.rules.groups == ("children",)


def test_channels_become_what_sends(config: Path) -> None:
    settings = written(config, CHANNELS + '[[watch]]\nname = "w"\nchannels = ["desk", "log"]\nleast = "urgent"\n')
    desk, hook, archive, public = settings.channels
    assert isinstance(desk, Mail)
    assert isinstance(hook, Webhook)
    assert isinstance(archive, AlertFile)
    assert isinstance(public, FeedFile)
    assert desk.password == "not for logs"
    assert archive.path == config.parent.resolve() / "var" / "alerts.jsonl"
    assert settings.watches == (Watch(name="w", channels=("desk", "log"), least=Severity.URGENT),)
    assert "not for logs" not in repr(settings)
    assert "sixteen" not in repr(settings)


def test_every_fault_is_told_with_the_name_of_its_watch_or_channel(config: Path) -> None:
    told = faults(
        config,
        """
[[channel]]
name = "desk"
type = "mail"
server = "smtp.example.org"
sender = "nobody"
to = ["desk@"]

[[channel]]
name = "pigeon"
type = "pigeon"

[[watch]]
name = "night"
zone = "Mars/Olympus"
quiet = ["22 to 7"]
digest = ["noon"]
least = "loud"
channels = []

[[watch]]
name = "Night!"
pitch = 3
channels = ["log"]
""",
    )
    assert [line.partition(" (")[0].partition(";")[0].partition(" found using")[0] for line in told] == [
        "channel desk: sender: 'nobody' is no mail address",
        "channel desk: to.0: 'desk@' is no mail address",
        "channel pigeon: input tag 'pigeon'",
        "watch night: least: input should be 'urgent', 'notice' or 'digest'",
        "watch night: quiet.0: '22 to 7' is no span of hours",
        "watch night: digest.0: 'noon' is no time of day",
        "watch night: zone: there is no time zone 'Mars/Olympus'",
        "watch night: channels: names none",
        "watch Night!: name: string should match pattern '^[a-z0-9][a-z0-9_-]{0,39}$'",
        "watch Night!: pitch: is no key that is known here",
    ]


def test_what_a_watch_refers_to_must_exist(config: Path) -> None:
    text = """
[[watch]]
name = "w"
kinds = ["killed", "slain"]
feeds = ["https://feeds.example/none"]
channels = ["log", "desk"]
quiet = ["00:00-12:00", "12:00-00:00"]

[[watch]]
name = "w"
channels = ["log"]
"""
    assert faults(config, text) == [
        "watch w: is named twice",
        "watch w: quiet: leaves no time at which anything could be sent",
        "watch w: kinds: there is no kind 'slain'",
        "watch w: channels: there is no channel 'desk'",
        "watch w: feeds: there is no feed in feeds.toml 'https://feeds.example/none'",
    ]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('secret = "short one"', "channel hook: secret: is shorter than 16 characters"),
        ('secret = "whsec_not base64 at all!"', "channel hook: secret: is no base64 after whsec_"),
        ('secret = "$NOT_SET_ANYWHERE"', "channel hook: secret: the environment has no NOT_SET_ANYWHERE"),
    ],
)
def test_a_secret_that_will_not_do_is_told_without_repeating_it(config: Path, line: str, says: str) -> None:
    text = CHANNELS.replace('secret = "sixteen characters or more"', line)
    assert faults(config, text) == [says]


def test_a_service_that_nobody_knows_is_told_without_its_address(config: Path) -> None:
    text = '[[channel]]\nname = "chat"\ntype = "service"\nurl = "nonsense://token@host"\n'
    assert faults(config, text) == ["channel chat: url: is no notification service that apprise knows"]


def test_groups_that_a_watch_asks_for_are_counted_and_the_default_watch_has_those_of_monitor_toml(config: Path) -> None:
    main = config / "monitor.toml"
    main.write_text(main.read_text().replace("groups = []", 'groups = ["officers"]'))
    assert load(config).watches == (Watch(groups=("officers",)),)
    settings = written(config, '[[watch]]\nname = "w"\ngroups = ["children"]\nchannels = ["log"]\n')
    assert settings.rules.groups == ("officers", "children")
