"""`monitor init`, `monitor db upgrade|check|purge`: setting up, and keeping in shape."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from monitor.cli.app import CONFIG, ConfigFolder, DatabaseUrl, app, settings_in, span, store_of
from monitor.settings import write_out
from monitor.store import Purged, check_database, reindex_database, upgrade_database

db = typer.Typer(no_args_is_help=True, help="Upgrade, check and purge the database.")
app.add_typer(db, name="db")


@app.command()
def init(folder: Annotated[Path, typer.Argument(help="Where to write config/ and seeds/.")] = Path()) -> None:
    """Write a commented configuration, and the recorded seeds, to start from."""
    for written in write_out(folder):
        typer.echo(f"written: {written}")
    typer.echo("next: set `contact` in monitor.toml, choose feeds in feeds.toml, then `monitor run`")


@db.command("upgrade")
def upgrade(config: ConfigFolder = CONFIG, database: DatabaseUrl = None) -> None:
    """Bring a database to the version of this program."""
    url = database or settings_in(config).database
    typer.echo(f"the database is of version {upgrade_database(url)}")


@db.command("purge")
def purge(
    older_than: Annotated[
        timedelta | None,
        typer.Option(parser=span, help="How long ago a story was last heard of, as 90d; else retention.days."),
    ] = None,
    config: ConfigFolder = CONFIG,
    database: DatabaseUrl = None,
) -> None:
    """Drop stories of which nothing was learnt for long; open ones, and those of recorded input, are kept."""
    settings = settings_in(config)
    age = older_than or timedelta(days=settings.retention.days)
    if not age:
        typer.echo("retention.days is 0: everything is kept; give --older-than to purge all the same")
        return
    store = store_of(settings, database)
    before, done = datetime.now(UTC) - age, Purged()
    try:
        while True:
            with store.deciding() as past:
                some = past.retention.purge_some(before, settings.stories)
                past.pages.forget(before)
            if not some.stories:
                break
            done += some
    finally:
        store.close()
    typer.echo(f"dropped: {done.stories} stories with {done.revisions} revisions of articles")


@db.command("check")
def check(
    config: ConfigFolder = CONFIG,
    database: DatabaseUrl = None,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="First make the index of copies anew.")] = False,
) -> None:
    """Say whether a database is of this version and whole; ends non-zero where it is not."""
    settings = settings_in(config)
    url = database or settings.database
    if rebuild:
        reindex_database(url, settings.copies)
    faults = check_database(url, settings.copies)
    for fault in faults:
        typer.echo(f"fault: {fault}")
    if faults:
        raise typer.Exit(1)
    typer.echo("the database is of this version, and whole")
