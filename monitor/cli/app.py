"""The application that commands register with, and the options that several of them share."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from monitor.settings import Settings, load, load_or_shipped
from monitor.spans import length
from monitor.store import Store

app = typer.Typer(
    name="monitor",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads the news and tells when what is known of a toll changes, with who says so.",
)


class Shape(StrEnum):
    """How all but a digest is printed."""

    TEXT = "text"
    JSON = "json"


ConfigFolder = Annotated[
    Path,
    typer.Option("--config", envvar="MONITOR_CONFIG", help="The folder of monitor.toml, feeds.toml and figures.toml."),
]
DatabaseUrl = Annotated[
    str | None,
    typer.Option("--db", help="A database to use in place of the configured one: a file, sqlite:/// or postgresql://."),
]
ShapeAsked = Annotated[Shape, typer.Option("--format", help="How to print it.")]

CONFIG = Path("config")
"""Where the configuration is looked for; where it does not exist, the one that comes with the program is used."""


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    show_version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
) -> None:
    """Options that stand before any command."""
    if show_version:
        typer.echo(f"monitor {version('monitor')}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def settings_in(config: Path) -> Settings:
    """The settings that a command runs with. A folder that was asked for by name must be there."""
    return load_or_shipped(config) if config == CONFIG else load(config)


def store_of(settings: Settings, database: str | None) -> Store:
    """The database that a command works on."""
    return Store.open(database or settings.database, settings.copies)


def span(text: str) -> timedelta:
    """A length of time: `90m`, `24h`, `7d`, `2w`."""
    try:
        return length(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
