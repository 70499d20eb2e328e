"""Reads where articles come from: feeds to poll, recorded input, and which titles are one publisher's."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from monitor.dedup import Family, Publishers
from monitor.fetch import Pages, Subscription
from monitor.settings.validation import explain

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Address = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^https?://[^\s/]+\S*$", max_length=2000)]
Domain = Annotated[str, StringConstraints(to_lower=True, pattern=r"^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", max_length=253)]
Language = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]


@dataclass(frozen=True, slots=True)
class Sources:
    """Where articles come from."""

    feeds: tuple[Subscription, ...] = ()
    recorded: tuple[Path, ...] = ()
    publishers: Publishers = field(default_factory=Publishers)


class _Feed(BaseModel):
    model_config = ConfigDict(extra="forbid")

    url: Address
    outlet: Name | None = None
    language: Language | None = None
    pages: Pages = Pages.AUTO


class _Recorded(BaseModel):
    model_config = ConfigDict(extra="forbid")

    path: Name


class _Family(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: Name
    outlets: tuple[Name, ...] = ()
    domains: tuple[Domain, ...] = ()


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    feed: Annotated[list[_Feed], Field(max_length=10_000)] = []
    recorded: Annotated[list[_Recorded], Field(max_length=1_000)] = []
    family: Annotated[list[_Family], Field(max_length=10_000)] = []


def build_sources(written: dict[str, object], path: Path, problems: list[str]) -> Sources:
    """The sources that a file defines. Every fault found goes to `problems`, with the file and the key."""
    try:
        file = _File.model_validate(written)
    except ValidationError as error:
        problems.extend(f"{path}: {told}" for told in explain(error))
        return Sources()
    seen: set[str] = set()
    for feed in file.feed:
        if feed.url in seen:
            problems.append(f"{path}: feed {feed.url}: is named twice")
        seen.add(feed.url)
    recorded = tuple(path.parent / given.path for given in file.recorded)
    problems.extend(f"{path}: recorded: {folder} does not exist" for folder in recorded if not folder.exists())
    return Sources(
        tuple(Subscription(feed.url, feed.outlet, feed.language, feed.pages) for feed in file.feed),
        recorded,
        Publishers(tuple(Family(family.name, family.outlets, family.domains) for family in file.family)),
    )
