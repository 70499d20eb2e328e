"""What is done to a stranger's bytes in a process of its own: plain values in, plain values out, none of it trusted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from monitor.errors import InputError
from monitor.fetch.feeds.discovery import Link, feeds_on
from monitor.fetch.feeds.entries import Content, content
from monitor.fetch.http.robots import Verdict, verdict
from monitor.fetch.text import markup
from monitor.fetch.text.barriers import barrier
from monitor.fetch.text.charset import declared_in, decode
from monitor.fetch.text.markup import Page

_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml"})

Result_co = TypeVar("Result_co", covariant=True)


class Job(Protocol[Result_co]):
    """One thing to be parsed. `where` names it; `run` raises InputError where it cannot be."""

    @property
    def where(self) -> str: ...

    def run(self) -> Result_co: ...


@dataclass(frozen=True, slots=True)
class FeedJob:
    """A feed's body to its entries. The fields mean what they mean in `entries.content`."""

    body: bytes
    where: str
    content_type: str
    outlet: str | None
    language: str | None
    fetched: datetime
    source: str

    def run(self) -> Content:
        """Parse it."""
        return content(
            self.body,
            self.where,
            content_type=self.content_type,
            outlet=self.outlet,
            language=self.language,
            fetched=self.fetched,
            source=self.source,
        )


@dataclass(frozen=True, slots=True)
class PageJob:
    """An article page's body to its text, title and times."""

    body: bytes
    where: str
    content_type: str

    def run(self) -> Page:
        """Read it. Raises InputError for a page that holds no article: an error, a login, a paywall."""
        kind = self.content_type.partition(";")[0].strip().lower()
        if kind and kind not in _PAGE_TYPES:
            raise InputError(self.where, f"is no page but {kind[:60]}")
        html = decode(self.body, self.where, declared_in(self.content_type))
        page = markup.page(html, self.where, self.where)
        found = barrier(self.where, page.title, page.text, html)
        if found is not None:
            raise InputError(self.where, found)
        return page


@dataclass(frozen=True, slots=True)
class LinksJob:
    """A page's body to the feeds that it names."""

    body: bytes
    where: str
    content_type: str

    def run(self) -> tuple[Link, ...]:
        """Look for them. Raises InputError for a page that names none and is a login, a paywall, a check for robots."""
        html = decode(self.body, self.where, declared_in(self.content_type))
        links = feeds_on(html, self.where)
        found = None if links else self._barrier(html)
        if found is not None:
            raise InputError(self.where, found)
        return links

    def _barrier(self, html: str) -> str | None:
        try:
            page = markup.page(html, self.where, self.where)
        except InputError:
            return None  # it has no text: a page of pictures, or of programs
        return barrier(self.where, page.title, page.text, html)


@dataclass(frozen=True, slots=True)
class RobotsJob:
    """A site's robots.txt to what it says of one address. Its patterns are a stranger's, and may take long to match."""

    body: bytes
    where: str
    agent: str

    def run(self) -> Verdict:
        """Ask it."""
        return verdict(self.body, self.where, self.agent)
