"""`monitor alerts`, `watch list`, `watch test`: what was told where, and what a watch would have been told."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from monitor.alerts import Rehearsed, Watch, as_json, plain, rehearse
from monitor.cli.app import CONFIG, ConfigFolder, DatabaseUrl, Shape, ShapeAsked, app, settings_in, store_of
from monitor.cli.commands.look import past_of
from monitor.errors import NotFoundError
from monitor.settings import Settings
from monitor.store import Delivery, Envelope

watch_commands = typer.Typer(no_args_is_help=True, help="Try out who hears of what.")
app.add_typer(watch_commands, name="watch")


@app.command()
def alerts(
    failed: Annotated[bool, typer.Option("--failed", help="Only those that were given up after the last try.")] = False,
    resend: Annotated[
        str | None, typer.Option("--resend", metavar="ID", help="Let one that was given up be sent again.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="How many, the newest first.")] = 50,
    shape: ShapeAsked = Shape.TEXT,
    config: ConfigFolder = CONFIG,
    database: DatabaseUrl = None,
) -> None:
    """List what was told on which channel and how far it got; or let the service send again what was given up."""
    if resend is not None:
        _resend(resend, settings_in(config), database)
        return
    states = (Delivery.FAILED,) if failed else tuple(Delivery)
    with past_of(config, database) as (past, _):
        envelopes = past.outbox.envelopes(states, limit)
        headlines = past.outbox.headlines(envelope.letter for envelope in envelopes)
    if shape is Shape.JSON:
        typer.echo(as_json(envelopes))
        return
    for envelope in envelopes:
        typer.echo(_sent_line(envelope, headlines.get(envelope.letter, "digest")))


@watch_commands.command("list")
def list_watches(config: ConfigFolder = CONFIG) -> None:
    """List the watches, and the channels that they are told on."""
    for watch in settings_in(config).watches:
        typer.echo(f"{watch.name}: {', '.join(watch.channels)}")


@watch_commands.command("test")
def try_watch(
    name: Annotated[str, typer.Argument(help="The watch, as watches.toml names it; `default` where there is none.")],
    shape: ShapeAsked = Shape.TEXT,
    config: ConfigFolder = CONFIG,
    database: DatabaseUrl = None,
) -> None:
    """Show what a watch would have been sent over the stored past, and when. Nothing is sent."""
    with past_of(config, database) as (past, settings):
        known = list(past.views.past_changes())
        told = list(rehearse(_named(name, settings), known, settings.labels))
    if shape is Shape.JSON:
        typer.echo(as_json(told))
        return
    for one in told:
        typer.echo(_rehearsed_line(one))
    typer.echo(f"{name}: {len(told)} of {len(known)} alerts would have been sent at once")


def _resend(letter: str, settings: Settings, database: str | None) -> None:
    store = store_of(settings, database)
    try:
        with store.deciding() as past:
            channels = past.outbox.resend(letter)
    finally:
        store.close()
    typer.echo(f"{plain(letter)} waits again for {', '.join(channels)}; the service sends it")


def _named(name: str, settings: Settings) -> Watch:
    found = next((watch for watch in settings.watches if watch.name == name), None)
    if found is None:
        names = ", ".join(watch.name for watch in settings.watches)
        raise NotFoundError(f"there is no watch {plain(name)}; there is {names}")
    return found


def _sent_line(envelope: Envelope, headline: str) -> str:
    when = {
        Delivery.WAITING: f"waits until {_minute(envelope.due_at)}" if envelope.due_at else "waits",
        Delivery.SENDING: "is being sent",
        Delivery.SENT: f"sent {_minute(envelope.sent_at)}",
        Delivery.FAILED: f"given up after {envelope.attempts} tries",
        Delivery.RECORDED: "recorded",
    }[envelope.state]
    why = f" · {plain(envelope.error)}" if envelope.error else ""
    return f"{envelope.letter}  {envelope.channel:<12}  {when}  {plain(headline)}{why}"


def _rehearsed_line(one: Rehearsed) -> str:
    held = f" (known {_minute(one.at)})" if one.sent_at != one.at else ""
    return f"{_minute(one.sent_at)}{held}  {', '.join(one.channels)}  {plain(one.headline)}  {one.alert}"


def _minute(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M}" if at else "undated"
