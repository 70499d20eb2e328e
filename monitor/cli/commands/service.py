"""`monitor run`: the service."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

from monitor.cli.app import CONFIG, ConfigFolder, DatabaseUrl, app, settings_in, store_of
from monitor.cli.digesting import DigestShape, digest_in
from monitor.daemon import Configured, Service
from monitor.log import set_up


@app.command()
def run(
    once: Annotated[
        bool, typer.Option("--once", help="One pass over every source; print the digest, and end.")
    ] = False,
    config: ConfigFolder = CONFIG,
    database: DatabaseUrl = None,
) -> None:
    """Poll the feeds, decide, and tell what changes; until stopped with Ctrl-C or SIGTERM."""
    settings = settings_in(config)
    set_up(settings.service.log_level)
    store = store_of(settings, database)
    try:
        service = Service(Configured(config, settings), store)
        if not once:
            asyncio.run(service.run())
            return
        done = asyncio.run(service.run_once())
        with store.reading() as past:
            made = past.views.digest(settings.labels, None, None, policy=settings.alerts.figures)
        typer.echo(digest_in(made, DigestShape.TEXT), nl=False)
        if done.failed:
            told = "what is new is named above, `monitor feeds list` tells of every feed"
            typer.echo(f"monitor: sources or articles that could not be read: {done.failed}; {told}", err=True)
    finally:
        store.close()
