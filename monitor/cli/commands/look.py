"""`monitor digest`, `stories`, `story`, `why`, `why-not`: what is known, and why an alert fired or did not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from monitor.alerts import as_json, digest_markdown, digest_text, story_text
from monitor.cli.app import CONFIG, ConfigFolder, DatabaseUrl, Shape, app, settings_in, span, store_of
from monitor.cli.explanation import stories_text, why_not_text, why_text

ShapeOption = Annotated[Shape, typer.Option("--format", help="How to print it.")]


@app.command()
def digest(
    since: Annotated[timedelta | None, typer.Option(parser=span, help="How far back: 90m, 24h, 7d; all where left out.")] = None,
    shape: ShapeOption = Shape.TEXT,
    config: ConfigFolder = CONFIG,
    database: DatabaseUrl = None,
) -> None:
    """Print what changed, who says it, and what stayed as it was."""
    settings = settings_in(config)
    store = store_of(settings, database)
    now = datetime.now(UTC)
    with store.reading() as past:
        made = past.views.digest(settings.kinds, now - since if since else None, now)
    store.close()
    if shape is Shape.JSON:
        typer.echo(as_json(made))
    else:
        typer.echo(digest_markdown(made) if shape is Shape.MD else digest_text(made), nl=False)
