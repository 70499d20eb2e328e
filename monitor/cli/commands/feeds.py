"""`monitor feeds list|add|remove|check|import|export`: what is polled, and whether an address is worth it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from monitor.alerts import as_json, plain
from monitor.cli.app import CONFIG, ConfigFolder, DatabaseUrl, Shape, ShapeAsked, app, settings_in, store_of
from monitor.cli.commands.look import past_of
from monitor.cli.feed_lines import checked_lines, standing_lines
from monitor.errors import InputError, SettingsError
from monitor.fetch import Checked, Pages, Parsers, Subscription, check, client, networks, standing, taken_up
from monitor.fetch.feeds import opml
from monitor.settings import Settings
from monitor.settings.subscribing import subscribe, unsubscribe

feeds = typer.Typer(no_args_is_help=True, help="See, try, add and remove the feeds that are polled.")
app.add_typer(feeds, name="feeds")

Url = Annotated[str, typer.Argument(help="An address; https:// where it does not say.")]


@feeds.command("list")
def list_feeds(shape: ShapeAsked = Shape.TEXT, config: ConfigFolder = CONFIG, database: DatabaseUrl = None) -> None:
    """List the feeds: how each is, how often it is asked, what is wrong with it."""
    now = datetime.now(UTC)
    with past_of(config, database) as (past, settings):
        asked_for = settings.sources.feeds
        states = past.feeds.states([feed.url for feed in asked_for])
    known = [standing(feed, states[feed.url], now) for feed in asked_for]
    if shape is Shape.JSON:
        typer.echo(as_json(known))
        return
    for line in standing_lines(known, now):
        typer.echo(line)


@feeds.command("add")
def add(
    url: Url,
    outlet: Annotated[str | None, typer.Option(help="Who publishes it; the feed's own title where left out.")] = None,
    language: Annotated[
        str | None, typer.Option(help="Its language, as in en or pt-BR, for texts that do not say.")
    ] = None,
    pages: Annotated[Pages, typer.Option(help="When an entry's article is read from its page.")] = Pages.AUTO,
    config: ConfigFolder = CONFIG,
) -> None:
    """Write a feed into feeds.toml. A running service takes it up by itself."""
    feed = Subscription(_address(url), outlet, language, pages)
    if not subscribe(_file(config), [feed]):
        typer.echo(f"{plain(feed.url)} is there already")
        return
    typer.echo(f"added: {plain(feed.url)}; `monitor feeds check {plain(feed.url)}` tries it")


@feeds.command("remove")
def remove(url: Url, config: ConfigFolder = CONFIG, database: DatabaseUrl = None) -> None:
    """Take a feed out of feeds.toml. What was read from it stays."""
    address, settings = _address(url), settings_in(config)
    watching = [watch.name for watch in settings.watches if address in watch.feeds]
    if watching:
        named = ", ".join(watching)
        raise SettingsError((f"{plain(address)}: is named by {named} in watches.toml: take it out there first",))
    unsubscribe(_file(config), address)
    store = store_of(settings, database)
    try:
        with store.deciding() as past:
            past.feeds.forget(address)
    finally:
        store.close()
    typer.echo(f"removed: {plain(address)}")


@feeds.command("check")
def check_feed(
    url: Url, shape: ShapeAsked = Shape.TEXT, config: ConfigFolder = CONFIG, database: DatabaseUrl = None
) -> None:
    """Try a feed, or find the feeds on a page and try the first: what it brings, its rhythm, its faults.

    Nothing is kept of it. A feed that said that it was gone, and is there again, is polled again from now on. Ends
    non-zero where no feed was found.
    """
    address, settings = _address(url), settings_in(config)
    checked = asyncio.run(_checked(settings, address))
    is_known = checked.feed is not None and any(feed.url == checked.feed.url for feed in settings.sources.feeds)
    again = is_known and _take_up(settings, address, database)
    if shape is Shape.JSON:
        typer.echo(as_json(checked))
    else:
        for line in checked_lines(checked):
            typer.echo(line)
        if again:
            typer.echo("it was gone, and is polled again from now on")
        elif checked.feed is not None and not is_known:
            typer.echo(f"`monitor feeds add {plain(checked.feed.moved or checked.feed.url)}` subscribes to it")
        elif checked.feed is None and "://" not in url:
            typer.echo(f"https:// was assumed; `monitor feeds check http://{plain(url)}` tries it without TLS")
    if checked.feed is None:
        raise typer.Exit(1)


@feeds.command("import")
def import_list(
    path: Annotated[Path, typer.Argument(help="An OPML file, as other readers export it.")],
    config: ConfigFolder = CONFIG,
) -> None:
    """Add the feeds of an OPML file to feeds.toml."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from None
    found, unusable = opml.read(content, str(path))
    added = subscribe(_file(config), found)
    typer.echo(
        f"{len(added)} added, {len(found) - len(added)} there already"
        + f", {unusable} without an address" * bool(unusable)
    )


@feeds.command("export")
def export_list(config: ConfigFolder = CONFIG) -> None:
    """Print the feeds as OPML, for other readers."""
    typer.echo(opml.written(settings_in(config).sources.feeds), nl=False)


async def _checked(settings: Settings, url: str) -> Checked:
    network = settings.network
    async with client(network.contact, version("monitor"), networks(network.allow)) as web, Parsers(1) as parsers:
        return await check(web, parsers, url, datetime.now(UTC))


def _take_up(settings: Settings, url: str, database: str | None) -> bool:
    """Poll a feed again that was gone; tell whether it was."""
    store = store_of(settings, database)
    try:
        with store.deciding() as past:
            state = past.feeds.state(url)
            if state.disabled_at is None:
                return False
            past.feeds.remember(taken_up(state))
            return True
    finally:
        store.close()


def _address(url: str) -> str:
    """The address that is meant: browsers and buttons write `feed:` before it, or in the place of `https:`."""
    url = url.strip().removeprefix("feed:").removeprefix("//")
    return url if "://" in url else f"https://{url}"


def _file(config: Path) -> Path:
    return config / "feeds.toml"
