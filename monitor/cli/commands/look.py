"""`monitor digest`, `stories`, `story`, `why`, `why-not`: what is known, and why an alert fired or did not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from monitor.alerts import as_json, plain, story_text, why_not_text, why_text
from monitor.cli.app import CONFIG, ConfigFolder, DatabaseUrl, Shape, ShapeAsked, app, settings_in, span, store_of
from monitor.cli.digesting import DigestShape, digest_in
from monitor.settings import Settings
from monitor.store import Transaction


@app.command()
def digest(
    since: Annotated[
        timedelta | None, typer.Option(parser=span, help="How far back: 90m, 24h, 7d. Everything where left out.")
    ] = None,
    shape: Annotated[DigestShape, typer.Option("--format", help="How to print it.")] = DigestShape.TEXT,
    config: ConfigFolder = CONFIG,
    database: DatabaseUrl = None,
) -> None:
    """Print what changed, who says it, and what stayed as it was."""
    now = datetime.now(UTC)
    with past_of(config, database) as (past, settings):
        policy = settings.alerts.figures
        made = past.views.digest(settings.labels, now - since if since else None, now if since else None, policy=policy)
    typer.echo(digest_in(made, shape), nl=False)


@app.command("stories")
def list_stories(shape: ShapeAsked = Shape.TEXT, config: ConfigFolder = CONFIG, database: DatabaseUrl = None) -> None:
    """List every story, the latest first."""
    with past_of(config, database) as (past, _):
        known = past.stories.all()
    if shape is Shape.JSON:
        typer.echo(as_json(known))
        return
    for story in known:
        last = f"{story.last_at:%Y-%m-%d %H:%M}" if story.last_at else "undated         "
        typer.echo(f"{story.id}  {last}  {story.articles:>5}  {plain(story.title)}")


class _Story(TyperGroup):
    """`monitor story ID` shows a story: what is no command of the group is an id."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # the class of `ctx` is typer's secret
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = ["show", *args]
        return super().parse_args(ctx, args)


story = typer.Typer(cls=_Story, no_args_is_help=True, help="Show a story (`monitor story ID`), or set it right.")
app.add_typer(story, name="story")


@story.command("show")
def one_story(
    named: Annotated[str, typer.Argument(help="The story's id, as `monitor stories` lists it.")],
    shape: ShapeAsked = Shape.TEXT,
    config: ConfigFolder = CONFIG,
    database: DatabaseUrl = None,
) -> None:
    """Print one story: who says what, how it came to that, and where it was read."""
    with past_of(config, database) as (past, settings):
        view = past.views.story(named, settings.labels)
    typer.echo(as_json(view) + "\n" if shape is Shape.JSON else story_text(view, settings.alerts.figures), nl=False)


@app.command()
def why(
    alert: Annotated[str, typer.Argument(help="The alert's id, as a digest shows it.")],
    shape: ShapeAsked = Shape.TEXT,
    config: ConfigFolder = CONFIG,
    database: DatabaseUrl = None,
) -> None:
    """Say why an alert fired: the rule, the claims that were compared, and their sentences."""
    with past_of(config, database) as (past, settings):
        explanation = past.reasons.why(alert, settings.labels)
    typer.echo(as_json(explanation) + "\n" if shape is Shape.JSON else why_text(explanation), nl=False)


@app.command("why-not")
def why_not(
    article: Annotated[str, typer.Argument(help="The article's id, address or key.")],
    shape: ShapeAsked = Shape.TEXT,
    config: ConfigFolder = CONFIG,
    database: DatabaseUrl = None,
) -> None:
    """Say for every figure in an article why it was told, or why it stayed silent."""
    with past_of(config, database) as (past, settings):
        silence = past.reasons.why_not(article, settings.labels)
    typer.echo(as_json(silence) + "\n" if shape is Shape.JSON else why_not_text(silence), nl=False)


@contextmanager
def past_of(config: Path, database: str | None) -> Iterator[tuple[Transaction, Settings]]:
    """The database to read from, with the settings."""
    settings = settings_in(config)
    store = store_of(settings, database)
    try:
        with store.reading() as past:
            yield past, settings
    finally:
        store.close()
