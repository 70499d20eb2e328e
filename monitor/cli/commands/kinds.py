"""`monitor figures check`: whether the kinds of figures are defined well."""

from __future__ import annotations

import json

import typer

from monitor.cli.app import CONFIG, ConfigFolder, Shape, ShapeAsked, app
from monitor.settings.kinds_check import check_kinds

figures = typer.Typer(no_args_is_help=True, help="Check the kinds of figures that are read.")
app.add_typer(figures, name="figures")


@figures.command("check")
def check_figures(shape: ShapeAsked = Shape.TEXT, config: ConfigFolder = CONFIG) -> None:
    """Say what is unclear or clashes in figures.toml; ends non-zero where anything is."""
    problems = check_kinds(config)
    if shape is Shape.JSON:
        typer.echo(json.dumps({"problems": problems}, ensure_ascii=False))
    else:
        for problem in problems:
            typer.echo(problem)
        if not problems:
            typer.echo("the kinds are defined clearly, and none clashes with another")
    if problems:
        raise typer.Exit(1)
