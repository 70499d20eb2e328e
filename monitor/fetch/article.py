"""What a source handed over, read: text, title, the lines that are the article, times and identity."""

from __future__ import annotations

from datetime import timedelta

from monitor.errors import InputError
from monitor.fetch.identity import article_key, canonical, revision_of
from monitor.fetch.limits import MAX_TEXT, MAX_TITLE
from monitor.fetch.text import dates, markup, plain, stamps
from monitor.fetch.text.charset import sound
from monitor.model import Article, Item, Media, Moment

_BEFORE = timedelta(hours=14)
"""An update stated this long before the publication is another text's: zones alone do not differ by more."""


def article(item: Item) -> Article:
    """Read one item. Pure. Raises InputError, naming the item, where it holds no article that can be read."""
    page = _page(item)
    text = sound(page.text)
    if not text.strip():
        raise InputError(item.named, "holds no text")
    if len(text) > MAX_TEXT:
        raise InputError(item.named, f"holds more than {MAX_TEXT:,} characters: cut it into its articles")
    title = _title(item.title) or _title(page.title)
    found = plain.body(text, title)
    if title is None and found.headline is not None:
        title = _title(text[found.headline.start : found.headline.end])
        found = plain.body(text, title)
    stated = stamps.stated(text, found.title_at)
    published = item.published or page.published or stated.published
    published = dates.plausible(published, item.fetched)
    updated = _updated(dates.plausible(item.updated or page.updated or stated.updated, item.fetched), published)
    url = canonical(item.url or page.url or "") or None
    if page.url and item.url:
        url = canonical(page.url)
    return Article(
        id=item.id,
        key=article_key(url, item.id, text),
        revision=revision_of(title, text),
        text=text,
        body=found.spans,
        title=title,
        title_at=found.title_at,
        url=url,
        outlet=item.outlet or page.outlet,
        language=item.language or page.language,
        published=published,
        updated=updated,
        fetched=item.fetched,
        credit=item.credit,
        source=item.source,
        offline=item.offline,
    )


def _page(item: Item) -> markup.Page:
    if item.media is Media.HTML:
        return markup.page(item.content, item.named, item.url)
    if item.media is Media.FRAGMENT:
        return markup.Page(markup.fragment(item.content, item.named))
    return markup.Page(item.content)


def _title(title: str | None) -> str | None:
    return (" ".join(sound(title).split())[:MAX_TITLE] or None) if title else None


def _updated(updated: Moment | None, published: Moment | None) -> Moment | None:
    if updated is not None and published is not None and updated.at < published.at - _BEFORE:
        return None
    return updated
