"""The configuration: four TOML files, validated together, every fault told at once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from monitor.alerts import ChannelSettings, Policy, Watch
from monitor.dedup import Copying
from monitor.errors import SettingsError
from monitor.figures import Kinds
from monitor.ledger import Rules
from monitor.model import Severity
from monitor.settings.feeds import Sources, build_sources
from monitor.settings.figures import load_kinds
from monitor.settings.running import Network, Retention, Service, Web
from monitor.settings.shipped import shipped, write_out
from monitor.settings.validation import explain, model_of, read_toml, values_of
from monitor.settings.watches import Listening, build_listening
from monitor.stories import Storying

__all__ = [
    "Network",
    "Retention",
    "Service",
    "Settings",
    "Sources",
    "Web",
    "load",
    "load_or_shipped",
    "write_out",
]


@dataclass(frozen=True, slots=True)
class Alerting:
    """When a change counts, and of what, as in `ledger.Rules`; and which number a headline shows."""

    rise: Annotated[float, Field(gt=0, le=10)] = 0.25
    old_after_days: Annotated[int, Field(ge=0, le=3650)] = 7
    groups: tuple[str, ...] = ()
    figures: Policy = Policy.ALL_SIDES


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a user can set, validated."""

    kinds: Kinds
    database: str
    service: Service = field(default_factory=Service)
    network: Network = field(default_factory=Network)
    web: Web = field(default_factory=Web)
    retention: Retention = field(default_factory=Retention)
    copies: Copying = field(default_factory=Copying)
    stories: Storying = field(default_factory=Storying)
    alerts: Alerting = field(default_factory=Alerting)
    sources: Sources = field(default_factory=Sources)
    watches: tuple[Watch, ...] = (Watch(),)
    channels: tuple[ChannelSettings, ...] = ()

    @property
    def rules(self) -> Rules:
        """What the ledger is told. The parts that any watch asks for are tried like totals."""
        urgent = tuple(kind.id for kind in self.kinds.all if kind.first is Severity.URGENT)
        asked = (*self.alerts.groups, *(group for watch in self.watches for group in watch.groups))
        return Rules(urgent, self.alerts.rise, self.alerts.old_after_days, tuple(dict.fromkeys(asked)))

    @property
    def labels(self) -> dict[str, str]:
        """The kinds as readers see them."""
        return {kind.id: kind.label for kind in self.kinds.all}


def load(folder: Path) -> Settings:
    """The settings that a folder's files give. Raises SettingsError with every fault of all of them.

    watches.toml may be missing: then there is no watch, and the default one hears of everything.
    """
    if not folder.is_dir():
        raise SettingsError((f"{folder}: is no folder; `monitor init` writes one to start from",))
    problems: list[str] = []
    main = _main(folder / "monitor.toml", problems)
    sources = _sources(folder / "feeds.toml", problems)
    kinds = _kinds(folder / "figures.toml", problems)
    groups = main["alerts"].groups if main else ()
    listening = _listening(folder / "watches.toml", kinds, sources, groups, problems)
    if problems or main is None:
        raise SettingsError(tuple(problems))
    return Settings(kinds=kinds, sources=sources, watches=listening.watches, channels=listening.channels, **main)


def load_or_shipped(folder: Path) -> Settings:
    """A folder's settings; where it does not exist, those that come with the program, the database in `var/` here."""
    if folder.exists():
        return load(folder)
    return replace(load(shipped() / "config"), database="sqlite:///var/monitor.db")


_ROOMS: dict[str, type[Any]] = {
    "service": Service,
    "network": Network,
    "web": Web,
    "retention": Retention,
    "copies": Copying,
    "stories": Storying,
    "alerts": Alerting,
}
"""The tables of monitor.toml, and the dataclass that each becomes."""

_MODELS = {name: model_of(shape) for name, shape in _ROOMS.items()}


class _Database(BaseModel):
    model_config = ConfigDict(extra="forbid")

    url: Annotated[str, Field(min_length=1)] = "sqlite:///../var/monitor.db"


class _Main(BaseSettings):
    """monitor.toml; the environment (MONITOR_DATABASE__URL) goes before the file."""

    model_config = SettingsConfigDict(env_prefix="MONITOR_", env_nested_delimiter="__", extra="forbid")

    database: _Database = _Database()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return env_settings, init_settings


def _main(path: Path, problems: list[str]) -> dict[str, Any] | None:
    rooms_written: dict[str, Any] = {name: (model, model()) for name, model in _MODELS.items()}
    shape = create_model("Main", __base__=_Main, **rooms_written)
    try:
        written = shape(**read_toml(path))
    except SettingsError as error:
        problems.extend(error.problems)
        return None
    except ValidationError as error:
        problems.extend(f"{path}: {told}" for told in explain(error))
        return None
    rooms = {name: _ROOMS[name](**values_of(getattr(written, name))) for name in _ROOMS}
    return {"database": _beside(path, written.database.url), **rooms}


def _beside(path: Path, url: str) -> str:
    """A relative SQLite path is relative to the file that names it."""
    prefix = "sqlite:///"
    if "://" in url and not url.startswith(prefix):
        return url
    return f"{prefix}{(path.parent / url.removeprefix(prefix)).resolve()}"


def _sources(path: Path, problems: list[str]) -> Sources:
    try:
        return build_sources(read_toml(path), path, problems)
    except SettingsError as error:
        problems.extend(error.problems)
        return Sources()


def _kinds(path: Path, problems: list[str]) -> Kinds:
    try:
        return load_kinds(path)
    except SettingsError as error:
        problems.extend(error.problems)
        return Kinds()


def _listening(path: Path, kinds: Kinds, sources: Sources, groups: tuple[str, ...], problems: list[str]) -> Listening:
    ids, feeds = {kind.id for kind in kinds.all}, {feed.url for feed in sources.feeds}
    try:
        written = read_toml(path) if path.exists() else {}
    except SettingsError as error:
        problems.extend(error.problems)
        written = {}
    return build_listening(written, path, ids, feeds, groups, problems)
